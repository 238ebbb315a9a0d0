"""How the value of a parameter is written in HTTP: the styles of OpenAPI 3, pure functions on JSON-like values.

A value is what `Codec.to_wire` yields: str, bool, int, float, None, or a list or dict of such. Members that are None are
left out, as RFC 6570 has it; arrays and objects inside of arrays and objects, for which OpenAPI defines nothing, are
written as JSON text.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import quote

from .codec import Codec
from .messages import Pairs

Location = Literal["path", "query", "header", "cookie"]
Style = Literal["simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject"]

_DELIMITERS: Mapping[str, str] = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}

_QUERY_RESERVED = ":/?@!$'()*,;="
"""Reserved characters that neither end a query nor part or change its pairs; `allowReserved` leaves them as they are."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation: `name` is the Python argument, `wire` the name in HTTP.

    `content` is the media type of a parameter that has one of its own; `style` and `explode` then do not count.
    """

    name: str
    wire: str
    location: Location
    codec: Codec[Any]
    required: bool
    style: Style
    explode: bool
    reserved: bool = False
    content: str | None = None


def path(name: str, wire: str, type_: Any, style: Style = "simple", explode: bool = False, **more: Any) -> Parameter:
    """A path parameter. `more` are further fields of `Parameter`."""
    return Parameter(name, wire, "path", Codec(type_), True, style, explode, **more)


def query(
    name: str,
    wire: str,
    type_: Any,
    *,
    required: bool = False,
    style: Style = "form",
    explode: bool = True,
    **more: Any,
) -> Parameter:
    """A query parameter. `more` are further fields of `Parameter`."""
    return Parameter(name, wire, "query", Codec(type_), required, style, explode, **more)


def header(
    name: str, wire: str, type_: Any, *, required: bool = False, explode: bool = False, **more: Any
) -> Parameter:
    """A header parameter. `more` are further fields of `Parameter`."""
    return Parameter(name, wire, "header", Codec(type_), required, "simple", explode, **more)


def cookie(name: str, wire: str, type_: Any, *, required: bool = False, explode: bool = True, **more: Any) -> Parameter:
    """A cookie parameter. `more` are further fields of `Parameter`."""
    return Parameter(name, wire, "cookie", Codec(type_), required, "form", explode, **more)


def path_text(parameter: Parameter, value: Any) -> str:
    """What stands in the path for `value`: percent-encoded but for RFC 3986's unreserved characters."""
    if parameter.content is not None:
        return _quote(content_text(parameter.content, value))
    if parameter.style == "simple" and isinstance(value, str):
        return _quote(value)
    expand = _PATH_STYLES.get(parameter.style, _simple)
    return expand(parameter.wire, value, parameter.explode, _quote)


def header_text(parameter: Parameter, value: Any) -> str:
    """The value of the header, not percent-encoded."""
    if parameter.content is not None:
        return content_text(parameter.content, value)
    return _simple(parameter.wire, value, parameter.explode, str)


def query_pairs(parameter: Parameter, value: Any) -> Pairs:
    """Names and values for the query string or the `Cookie` header, both percent-encoded. An empty array or object yields none."""
    if parameter.content is not None:
        encode = _quote_reserved if parameter.reserved else _quote
        return [(_quote(parameter.wire), encode(content_text(parameter.content, value)))]
    return pairs(parameter.wire, value, parameter.style, parameter.explode, parameter.reserved)


def pairs(name: str, value: Any, style: str = "form", explode: bool = True, reserved: bool = False) -> Pairs:
    """The `name=value` pairs of the styles form, spaceDelimited, pipeDelimited and deepObject, percent-encoded."""
    encode = _quote_reserved if reserved else _quote
    key = _quote(name)
    if not isinstance(value, (list, dict)):
        return [(key, encode(text(value)))]
    if style == "deepObject":
        return [(_quote(inner), encode(text(leaf))) for inner, leaf in _deep(name, value)]
    if isinstance(value, list) and explode:
        return [(key, encode(text(item))) for item in value if item is not None]
    if isinstance(value, dict) and explode:
        return [(_quote(inner), encode(text(item))) for inner, item in value.items() if item is not None]
    flat = _flat(value)
    return [(key, _DELIMITERS.get(style, ",").join(encode(item) for item in flat))] if flat else []


def text(value: Any) -> str:
    """A single value as text: numbers and booleans as JSON has them, arrays and objects as JSON, bytes as UTF-8."""
    if isinstance(value, (str, bytes)):
        return value if isinstance(value, str) else value.decode()
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("a finite number")
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=bytes.decode)


def content_text(media_type: str, value: Any) -> str:
    """The value of a parameter that is serialised by a media type: JSON, or plain text for text types."""
    if media_type.startswith("text/"):
        return text(value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=bytes.decode)


Encode = Callable[[str], str]


def _quote(value: str) -> str:
    return quote(value, safe="")


def _quote_reserved(value: str) -> str:
    return quote(value, safe=_QUERY_RESERVED)


def _flat(value: Any) -> list[str]:
    """The texts of an array, of an object its names and values in turn, or of a single value itself."""
    if isinstance(value, list):
        return [text(item) for item in value if item is not None]
    if isinstance(value, dict):
        return [part for key, item in value.items() if item is not None for part in (key, text(item))]
    return [text(value)]


def _assignments(value: Mapping[str, Any], encode: Encode) -> list[str]:
    return [f"{encode(key)}={encode(text(item))}" for key, item in value.items() if item is not None]


def _simple(name: str, value: Any, explode: bool, encode: Encode) -> str:
    if isinstance(value, dict) and explode:
        return ",".join(_assignments(value, encode))
    return ",".join(encode(item) for item in _flat(value))


def _label(name: str, value: Any, explode: bool, encode: Encode) -> str:
    glue = "." if explode else ","
    if isinstance(value, dict) and explode:
        return "." + glue.join(_assignments(value, encode))
    return "." + glue.join(encode(item) for item in _flat(value))


def _matrix(name: str, value: Any, explode: bool, encode: Encode) -> str:
    key = encode(name)
    if isinstance(value, dict) and explode:
        return "".join(f";{item}" for item in _assignments(value, encode))
    items = [encode(item) for item in _flat(value)]
    if isinstance(value, list) and explode:
        return "".join(f";{key}={item}" if item else f";{key}" for item in items)
    joined_items = ",".join(items)
    return f";{key}={joined_items}" if joined_items else f";{key}"


_PATH_STYLES = {"simple": _simple, "label": _label, "matrix": _matrix}


def _deep(name: str, value: Any) -> list[tuple[str, Any]]:
    """`name[key]` for objects, `name[0]` for arrays, as deep as they go."""
    if not isinstance(value, (list, dict)):
        return [(name, value)] if value is not None else []
    members = enumerate(value) if isinstance(value, list) else value.items()
    return [leaf for key, item in members for leaf in _deep(f"{name}[{key}]", item)]
