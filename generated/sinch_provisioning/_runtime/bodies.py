"""Request bodies: from what the caller gives to the bytes, or the parts, that are sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from pydantic import BaseModel

from .errors import InvalidRequestError, Problem
from .messages import FormPart, Pairs, charset_of, joined
from .operation import Content, Part
from .parameters import pairs, text

FileContent = bytes | bytearray | IO[bytes]

File = FileContent | tuple[str, FileContent] | tuple[str, FileContent, str]
"""A file to send: its bytes, an open binary file, or a tuple of file name, content and media type."""


@dataclass(frozen=True, slots=True)
class Payload:
    """A body ready to be sent: `content` of `content_type`, or `parts` whose boundary the HTTP library makes."""

    content_type: str | None = None
    content: bytes | None = None
    parts: tuple[FormPart, ...] | None = None


def encode(content: Content, value: Any) -> Payload:
    """The body for `value`. Raises `InvalidRequestError` if the document does not allow it."""
    try:
        return _encoded(content, value)
    except InvalidRequestError:
        raise
    except ValueError:
        raise InvalidRequestError([Problem("", "finite numbers and text without lone surrogates", value)]) from None


def _encoded(content: Content, value: Any) -> Payload:
    kind = content.kind
    if kind == "json" and content.codec is not None:
        return Payload(_sendable(content.media_type, "application/json"), content.codec.encode(value))
    if kind == "form":
        return Payload(content.media_type, joined(_form_pairs(content, value)).encode("ascii"))
    if kind == "multipart":
        return Payload(content.media_type, parts=tuple(_multipart(content, value)))
    if kind == "text":
        return _text(content, value)
    return Payload(_sendable(content.media_type, "application/octet-stream"), raw_bytes(value))


def raw_bytes(value: Any) -> bytes:
    """The bytes of bytes, text or an open binary file. Raises `InvalidRequestError` for anything else."""
    if isinstance(value, str):
        return value.encode()
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value)
    read = getattr(value, "read", None)
    data = read() if callable(read) else None
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    expected = "a file opened in binary mode" if isinstance(data, str) else "bytes, text or an open binary file"
    raise InvalidRequestError([Problem("", expected, value)])


def _sendable(media_type: str, instead: str) -> str:
    return instead if "*" in media_type else media_type


def _text(content: Content, value: Any) -> Payload:
    media_type = _sendable(content.media_type, "text/plain")
    charset = charset_of(media_type)
    if not isinstance(value, str):
        return Payload(media_type, raw_bytes(value))
    try:
        data = value.encode(charset or "utf-8")
    except (LookupError, UnicodeEncodeError):
        raise InvalidRequestError([Problem("", f"text that can be written in {charset or 'utf-8'}", value)]) from None
    return Payload(media_type if charset or data.isascii() else f"{media_type}; charset=utf-8", data)


def _form_pairs(content: Content, value: Any) -> Pairs:
    wire = content.codec.to_wire(value) if content.codec is not None else _members(value)
    return [pair for name, item in _items(wire) if item is not None for pair in _form_field(name, item, content.parts)]


def _form_field(name: str, value: Any, parts: Mapping[str, Part]) -> Pairs:
    """A styled property as a query parameter is written; else lists repeat their name and objects are JSON."""
    part = parts.get(name, Part())
    if part.styled or (isinstance(value, list) and part.content_type is None):
        return pairs(name, value, part.style, part.explode, part.reserved)
    return pairs(name, text(value))


def _multipart(content: Content, value: Any) -> Iterable[FormPart]:
    given = _members(value, content.codec.type if content.codec is not None else None)
    files = {name: given[name] for name, part in content.parts.items() if part.file and given.get(name) is not None}
    wire: Any = given
    if content.codec is not None:
        wire = content.codec.to_wire({**given, **{name: _placeholder(file) for name, file in files.items()}})
    for name, item in _items(wire):
        part = content.parts.get(name, Part())
        if name in files:
            yield from _file_parts(name, files[name], part)
        elif item is not None:
            yield from _value_parts(name, item, part)


def _items(wire: Any) -> Iterable[tuple[str, Any]]:
    if isinstance(wire, Mapping):
        return wire.items()
    raise InvalidRequestError([Problem("", "an object", wire)])


def _members(value: Any, type_: Any = None) -> dict[str, Any]:
    """What a model or a mapping (of JSON or Python names) holds, by JSON name, with files and bytes as they are."""
    if isinstance(value, BaseModel):
        held = {name: getattr(value, name) for name in type(value).model_fields if name in value.model_fields_set}
        return _by_alias({**held, **(value.model_extra or {})}, type(value))
    if isinstance(value, Mapping):
        return _by_alias({str(name): item for name, item in value.items()}, type_)
    raise InvalidRequestError([Problem("", "an object", value)])


def _by_alias(value: Mapping[str, Any], type_: Any) -> dict[str, Any]:
    fields = getattr(type_, "model_fields", {})
    return {(fields[name].alias or name) if name in fields else name: item for name, item in value.items()}


def _placeholder(file: Any) -> Any:
    """Stands for a file while the rest of the body is validated."""
    return [b"" for _ in file] if isinstance(file, list) else b""


def _file_parts(name: str, file: Any, part: Part) -> Iterable[FormPart]:
    for item in file if isinstance(file, list) else [file]:
        filename, content, media_type = _file(item)
        media_type = media_type or _first_type(part.content_type) or "application/octet-stream"
        yield name, (filename or name, raw_bytes(content), media_type)


def _file(file: Any) -> tuple[str | None, Any, str | None]:
    if isinstance(file, tuple):
        filename, content, *rest = file
        return filename, content, rest[0] if rest else None
    path = getattr(file, "name", None)
    return (Path(path).name if isinstance(path, str) else None), file, None


def _first_type(content_type: str | None) -> str | None:
    """The first of the media types that an Encoding Object lists, unless it is a range such as `image/*`."""
    first = (content_type or "").partition(",")[0].strip()
    return None if not first or "*" in first else first


def _value_parts(name: str, value: Any, part: Part) -> Iterable[FormPart]:
    """One part for a value, one for each item of a list; objects, and what the document says, as JSON."""
    as_json = (part.content_type or "").startswith("application/json")
    for item in value if isinstance(value, list) and not as_json else [value]:
        default = "application/json" if as_json or isinstance(item, (dict, list)) else "text/plain; charset=utf-8"
        media_type = _first_type(part.content_type) or default
        content = _json_text(item) if as_json else text(item)
        yield name, (None, content.encode(), media_type)


def _json_text(value: Any) -> str:
    return text([value])[1:-1]
