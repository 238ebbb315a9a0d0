"""Bodies of requests: what a client is given for a media type, and the bytes that must reach the server.

Of several media types, the first of `RawOperation.bodies` is sent unless a call chooses another.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any, Literal, NamedTuple
from urllib.parse import unquote_plus

from ..document.raw import RawContent, RawOperation, Unreadable
from ..document.shapes import places
from ..findings import Excluded
from ..instances.values import Case, NoInstance
from ..pair import Pair
from . import media
from .styles import pairs, text

Kind = Literal["json", "form", "multipart", "text", "bytes"]

Difference = tuple[str, Any, Any]
"""What differs, what was expected, what was sent."""

_TEXT = "a \u00e9\u65e5"
_BYTES = b"\x00\xff{"


class Part(NamedTuple):
    """A part of a multipart body. `file`: whether it has a file name."""

    name: str
    content: bytes
    media_type: str
    file: bool


def kind(pair: Pair, content: RawContent) -> Kind:
    """How a body is written."""
    essence = _essence(content.media_type)
    if essence == "application/x-www-form-urlencoded":
        return "form"
    return "multipart" if essence.startswith("multipart/") else media.kind(pair, content)


def cases(pair: Pair, content: RawContent, reach: int) -> list[Case]:
    """What a body may be. Raises `NoInstance`."""
    how = kind(pair, content)
    if how == "text":
        fitting = [it for it in (_TEXT, _TEXT[:3]) if _in_charset(content, it) is not None]
        return [Case("text", "a"), *(Case("not ASCII", it) for it in fitting[:1])]
    if how == "bytes":
        return [Case("bytes", _BYTES), Case("empty", b"")]
    if content.schema is None:
        return [Case("anything", {"key0": "a"})]
    found = pair.values.cases(content.schema, "request", reach)
    if how == "json":
        return found
    objects = [case for case in found if isinstance(case.value, dict)]
    if not objects:
        raise NoInstance(f"{content.media_type} is written of objects, which {content.schema} does not allow")
    return objects


def refused(pair: Pair, content: RawContent) -> list[Case]:
    """What a body must not be. Where a form holds files, they are given as such and not looked into."""
    if kind(pair, content) == "text" and _in_charset(content, _TEXT) is None:
        return [Case("text that its charset does not have", _TEXT)]
    if content.schema is None or kind(pair, content) in ("text", "bytes"):
        return []
    found = pair.values.refused(content.schema, "request", 2)
    files = file_names(pair, content)
    return [case for case in found if not files & {case.label.partition(":")[0].lstrip("/"), "/" + case.label}]


def left_out(pair: Pair, operation: RawOperation) -> Iterator[Excluded]:
    """What of a body is not held against the package."""
    for content in operation.bodies:
        try:
            cases(pair, content, 0)
        except (NoInstance, Unreadable) as problem:
            yield Excluded(operation.id, content.pointer, str(problem))
        how = kind(pair, content)
        if how in ("text", "bytes") and content.schema is not None and _says_more(pair, content.schema):
            yield Excluded(
                operation.id, content.pointer, f"bodies of {content.media_type} are {how}: their schema is not applied"
            )


def _says_more(pair: Pair, schema: str) -> bool:
    """Whether a schema says more than that there is a text."""
    kind = pair.values.shape(schema).get("type", "string")
    return bool(kind != "string")


def file_names(pair: Pair, content: RawContent) -> set[str]:
    """The properties of a multipart body that are files, or lists of files."""
    if content.schema is None or kind(pair, content) != "multipart":
        return set()
    return {name for name, place in pair.values.shape(content.schema)["properties"].items() if _is_file(pair, place)}


def _is_file(pair: Pair, place: str) -> bool:
    shape = pair.values.shape(pair.annotations.home(place))  # a file that may be null is one
    items = shape.get("items")
    return _is_file(pair, items) if isinstance(items, str) and not places(shape) else shape.get("format") == "binary"


def given(pair: Pair, content: RawContent, body: Any) -> Any:
    """A body as a caller gives it: files and other binary values as bytes."""
    return body if content.schema is None else with_bytes(pair, content.schema, body)


def with_bytes(pair: Pair, pointer: str, value: Any) -> Any:
    """A value as Python has it: texts whose format is binary are bytes."""
    shape, raw = pair.values.shape(pointer), value
    for variant in (it for choice in shape["choices"] for it in choice):
        value = with_bytes(pair, variant, value) if pair.values.valid(variant, "request", raw) else value
    if isinstance(value, str):
        return value.encode() if shape.get("format") == "binary" else value
    if isinstance(value, list):
        items = shape.get("items")
        inside = places(shape) or ([items] * len(value) if isinstance(items, str) else [])
        return [*(with_bytes(pair, *it) for it in zip(inside, value)), *value[len(inside) :]]
    if isinstance(value, dict):
        known = shape["properties"]
        return {name: with_bytes(pair, known[name], it) if name in known else it for name, it in value.items()}
    return value


# What was sent


def differences(
    pair: Pair, content: RawContent, body: Any, media_type: str, sent: bytes, named: str | None = None
) -> Iterator[Difference]:
    """How the body of a request differs from the one that was given; `named` is the media type that the caller chose."""
    how = kind(pair, content)
    if how == "multipart" and not sent and not media_type and not any(True for _ in _parts(pair, content, body)):
        return  # a multipart body has one part at least: without any, there is no body
    if _essence(media_type) != _essence(named or _concrete(content, how)):
        yield "header content-type", content.media_type, media_type
        return
    if how == "json":
        yield from _of_json(body, sent)
    elif how == "form":
        wanted = [
            pair for name, value in body.items() for pair in _form_pairs(name, value, content.encoding.get(name, {}))
        ]
        got = sent.decode("utf-8", "replace")
        if sorted(map(unquote_plus, wanted)) != sorted(map(unquote_plus, filter(None, got.split("&")))):
            yield "body", "&".join(wanted), got
    elif how == "multipart":
        yield from _of_parts(list(_parts(pair, content, body)), _sent_parts(media_type, sent))
    elif (_in_charset(content, body) if isinstance(body, str) else body) != sent:
        yield "body", body, sent


def _concrete(content: RawContent, how: Kind) -> str:
    """The media type that stands for a range."""
    if "*" not in content.media_type:
        return content.media_type
    return {"json": "application/json", "text": "text/plain"}.get(how, "application/octet-stream")


def _in_charset(content: RawContent, body: str) -> bytes | None:
    """A text in the charset that its media type names, else in UTF-8; None where that does not have all of its letters."""
    named = EmailMessage(policy=HTTP)
    named["Content-Type"] = content.media_type
    try:
        return body.encode(named.get_content_charset("utf-8"))
    except (LookupError, UnicodeEncodeError):
        return None


def _essence(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def _of_json(body: Any, sent: bytes) -> Iterator[Difference]:
    try:
        got = json.loads(sent)
    except ValueError:
        got = sent
    if not same(got, body):
        yield "body", body, got


def same(left: Any, right: Any) -> bool:
    """Whether two JSON values are one: true is not 1, 1.0 is 1."""
    return json.dumps(_canonical(left), sort_keys=True, default=repr) == json.dumps(
        _canonical(right), sort_keys=True, default=repr
    )


def _canonical(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, dict):
        return {key: _canonical(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_canonical(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _form_pairs(name: str, value: Any, encoding: Mapping[str, Any]) -> list[str]:
    """The pairs of a property: by its style if it has one, else lists repeat their name and objects are JSON."""
    if value is None:
        return []
    if {"style", "explode", "allowReserved"} & encoding.keys():
        style = encoding.get("style", "form")
        return pairs(
            name, value, style, encoding.get("explode", style == "form"), encoding.get("allowReserved") is True
        )
    if isinstance(value, list) and "contentType" not in encoding:
        return pairs(name, value, "form", True, False)
    return pairs(name, text(value), "form", True, False)


def _parts(pair: Pair, content: RawContent, body: Mapping[str, Any]) -> Iterator[Part]:
    """A part for each property, for each item of a list: files as bytes, objects as JSON, anything else as text."""
    files = file_names(pair, content)
    for name, value in body.items():
        declared = str(content.encoding.get(name, {}).get("contentType", "")).partition(",")[0].strip()
        declared = "" if "*" in declared else declared
        whole = declared.startswith("application/json") and name not in files
        for item in value if isinstance(value, list) and not whole else [value]:
            if name in files and item is not None:
                yield Part(
                    name,
                    item.encode() if isinstance(item, str) else bytes(item),
                    declared or "application/octet-stream",
                    True,
                )
            elif name not in files and (item is not None or isinstance(value, list)):
                default = "application/json" if isinstance(item, (dict, list)) else "text/plain"
                shown = json.dumps(item, ensure_ascii=False, separators=(",", ":")) if whole else text(item)
                yield Part(name, shown.encode(), declared or default, False)


def _sent_parts(media_type: str, sent: bytes) -> list[Part]:
    parsed = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {media_type}\r\n\r\n".encode() + sent)
    return [_sent_part(it) for it in parsed.iter_parts()] if parsed.is_multipart() else []


def _sent_part(part: Any) -> Part:
    name = part.get_param("name", header="content-disposition")
    return Part(name, part.get_payload(decode=True), part.get_content_type(), part.get_filename() is not None)


def _of_parts(wanted: list[Part], got: list[Part]) -> Iterator[Difference]:
    if len(wanted) != len(got):
        yield "parts of the body", wanted, got
        return
    # Only the parts of one name have an order.
    for one, other in zip(sorted(wanted, key=lambda it: it.name), sorted(got, key=lambda it: it.name)):
        if one._replace(media_type=_essence(one.media_type)) != other._replace(media_type=_essence(other.media_type)):
            yield "part of the body", one, other
