"""How OpenAPI writes the values of parameters: its styles, from the specification and not from the client's runtime.

What has no form is left out, as RFC 6570 has it: null, and empty lists and objects of a query.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

from ..document.raw import RawParameter

Encode = Callable[[str], str]

_DELIMITERS = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}


def in_path(parameter: RawParameter, value: Any) -> str:
    """What stands in the path for a value."""
    if parameter.content is not None:
        return encoded(_content(parameter.content, value))
    if parameter.style == "label":
        return "." + _simple(value, parameter.explode, encoded, "." if parameter.explode else ",")
    if parameter.style != "matrix":
        return _simple(value, parameter.explode, encoded)
    if parameter.explode and isinstance(value, dict):
        return "".join(f";{encoded(key)}={encoded(text(item))}" for key, item in value.items() if item is not None)
    values = [it for it in value if it is not None] if parameter.explode and isinstance(value, list) else [value]
    shown = [_simple(it, False, encoded) for it in values]
    return "".join(f";{encoded(parameter.name)}={it}" if it else f";{encoded(parameter.name)}" for it in shown)


def in_query(parameter: RawParameter, value: Any) -> list[str]:
    """The encoded pairs that stand in the query, or in the cookie, for a value."""
    if parameter.content is not None:
        encode = _unreserved if parameter.reserved else encoded
        return [f"{encoded(parameter.name)}={encode(_content(parameter.content, value))}"]
    return pairs(parameter.name, value, parameter.style, parameter.explode, parameter.reserved)


def in_header(parameter: RawParameter, value: Any) -> str:
    """The value of a header: it is not encoded."""
    if parameter.content is not None:
        return _content(parameter.content, value)
    return _simple(value, parameter.explode, str)


def pairs(name: str, value: Any, style: str, explode: bool, reserved: bool) -> list[str]:
    """The encoded pairs of the styles form, spaceDelimited, pipeDelimited and deepObject."""
    encode = _unreserved if reserved else encoded
    if isinstance(value, (dict, list)) and style == "deepObject":
        return [f"{encoded(key)}={encode(text(item))}" for key, item in _deep(name, value)]
    if isinstance(value, dict) and explode:
        return [f"{encoded(key)}={encode(text(item))}" for key, item in value.items() if item is not None]
    if isinstance(value, list) and explode:
        return [f"{encoded(name)}={encode(text(item))}" for item in value if item is not None]
    if isinstance(value, (dict, list)) and all(
        it is None for it in (value.values() if isinstance(value, dict) else value)
    ):
        return []
    return [f"{encoded(name)}={_simple(value, False, encode, _DELIMITERS.get(style, ','))}"]


def text(value: Any) -> str:
    """A single value as text; what is no single value as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def encoded(value: str) -> str:
    """A text with everything percent-encoded but RFC 3986's unreserved characters."""
    return quote(value, safe="")


def _unreserved(value: str) -> str:
    return quote(value, safe=":/?@!$'()*,;=")


def _content(media_type: str, value: Any) -> str:
    """A value in a media type of its own: JSON, or plain text."""
    if media_type.startswith("text/"):
        return text(value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _simple(value: Any, explode: bool, encode: Encode, glue: str = ",") -> str:
    if isinstance(value, dict):
        items = [(encode(key), encode(text(item))) for key, item in value.items() if item is not None]
        return (
            glue.join(f"{key}={item}" for key, item in items)
            if explode
            else glue.join(it for pair in items for it in pair)
        )
    found = [it for it in value if it is not None] if isinstance(value, list) else [value]
    return glue.join(encode(text(item)) for item in found)


def _deep(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """`name[key]`. For what is deeper inside OpenAPI says nothing; `name[key][inner]` is what servers read."""
    if isinstance(value, (dict, list)):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _deep(f"{name}[{key}]", item)
    elif value is not None:
        yield name, value
