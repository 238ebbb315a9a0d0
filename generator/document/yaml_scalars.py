"""What a YAML scalar means by the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema)."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.document.limits import MAX_DIGITS

Scalar = str | int | float | bool | None

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {text: text[0] in "tT" for text in ("true", "True", "TRUE", "false", "False", "FALSE")}
_DECIMAL = re.compile(r"[-+]?[0-9]+")
_OCTAL_OR_HEXADECIMAL = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_FIRST_OF_NO_STRING = frozenset("-+.0123456789~nNtTfF")
_TAGS = "tag:yaml.org,2002:"


class BadScalar(ValueError):
    """A scalar that no JSON value can stand for; the message says why."""


def plain(text: str) -> Scalar:
    """The value of an unquoted, untagged scalar. Raises BadScalar for infinities, not-a-number and endless numbers."""
    if text and text[0] not in _FIRST_OF_NO_STRING:
        return text
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    return _number(text)


def _number(text: str) -> Scalar:
    if _DECIMAL.fullmatch(text):
        return whole(text)
    if _OCTAL_OR_HEXADECIMAL.fullmatch(text):
        return int(_short(text), 0)
    if _FLOAT.fullmatch(text):
        return finite(text)
    if _NOT_FINITE.fullmatch(text):
        raise BadScalar(f"{text} is not a number that JSON has")
    return text


def whole(text: str) -> int:
    """The whole number that decimal `text` writes. Raises BadScalar if it has more than 4,000 digits."""
    return int(_short(text))


def _short(text: str) -> str:
    if len(text) > MAX_DIGITS:
        raise BadScalar(f"a number of {len(text):,} characters is too long")
    return text


def finite(text: str) -> float:
    """The number that decimal `text` writes. Raises BadScalar if it is too large for a float."""
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise BadScalar(f"{text[:40]} is larger than any number that can be kept")
    return number


def tagged(tag: str, text: str) -> Scalar:
    """The value of a scalar under an explicit `tag`. Raises BadScalar for other tags than the core schema's."""
    kind = tag[len(_TAGS) :] if tag.startswith(_TAGS) else ""
    if kind == "str":
        return text
    if kind not in _FITS:
        raise BadScalar(f"the tag {tag} is not one of !!str, !!int, !!float, !!bool, !!null, !!map and !!seq")
    value = plain(text)
    if not _FITS[kind](value):
        raise BadScalar(f"{text[:40]!r} is not what its tag !!{kind} says")
    return finite(str(value)) if kind == "float" else value


_FITS: dict[str, Callable[[Scalar], bool]] = {
    "int": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "float": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "bool": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
}


def is_collection_tag(tag: str | None, kind: str) -> bool:
    """Whether a collection may carry `tag`: none, or the one of its own kind, "map" or "seq"."""
    return tag in (None, "!", _TAGS + kind)
