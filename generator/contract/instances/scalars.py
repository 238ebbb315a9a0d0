"""Texts and numbers for a schema, and such that break one of its limits: few, small, the same each time."""

from __future__ import annotations

import importlib
import math
import sys
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

from ..document.shapes import Shape

FORMATS = {
    "date": "2024-02-29",
    "date-time": "2024-02-29T12:30:45.5Z",
    "uuid": "3f0f4a52-6a0e-4b51-8a11-0d6d2d1c9a77",
    "uri": "https://example.org/a?b=c",
    "url": "https://example.org/a?b=c",
    "uri-reference": "/a?b=c",
    "email": "someone@example.org",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "byte": "aGVsbG8=",
    "time": "12:30:45Z",
    "duration": "P1D",
    "hostname": "example.org",
    "json-pointer": "/a",
    "regex": "a+",
}
"""A text of each format."""

LONGEST = 10_000
"""Texts are not made longer, whatever the schema allows."""

_FIXED = ("date", "date-time", "uuid", "byte", "time", "duration", "ipv4", "ipv6")
_DATES = ("date", "date-time")
_NO_YEAR = "0000"
"""What Python's dates cannot be of, though RFC 3339 can write it."""
_REPEATS = (0, 1, 2, 6, 7)
_STRANGE = "\u2603 ~a0"
"""Characters of which a pattern hardly allows all."""


# Texts


def strings(shape: Shape, length: int | None = None) -> Iterator[str]:
    """Texts: a sample of the format, what the pattern makes, the shortest, the longest, one that is not ASCII."""
    shortest, longest = shape.get("minLength", 0), min(shape.get("maxLength", LONGEST), LONGEST)
    kind = str(shape.get("format"))
    if "pattern" in shape:
        yield from ([FORMATS[kind]] if kind in FORMATS else [])
        lengths = {shortest, shortest + 1, *_REPEATS, longest if longest < 300 else 1, length or 0}
        for size in sorted(lengths - {0}) + [0]:
            yield from (it for it in _about(shape["pattern"], size) if kind not in _DATES or it[:4] != _NO_YEAR)
        yield from (it for it in (shape.get("example"), shape.get("default")) if isinstance(it, str))
        return
    if kind in FORMATS:
        yield FORMATS[kind]
        if kind in _FIXED:
            return
    yield "a" * (max(shortest, 1) if longest else 0)
    yield "a" * shortest
    if longest < LONGEST:
        yield "a" * longest
    yield ("\u00e9 \u65e5/%?#&+" + "\u65e5" * shortest)[:longest]


def wrong_strings(shape: Shape) -> Iterator[tuple[str, str]]:
    """Texts of the wrong length, pattern or format."""
    for label, length in (
        ("minLength", shape.get("minLength", 0) - 1),
        ("maxLength", shape.get("maxLength", LONGEST) + 1),
    ):
        if 0 <= length < LONGEST:
            yield label, next((it for it in strings(shape, length) if len(it) == length), "a" * length)
    if "pattern" in shape and shape.get("format") not in _DATES:
        yield from (("pattern", text) for text in ("\u2603 \u2603", "~~~~~~~~~~", ""))
        shortest, longest = shape.get("minLength", 0), shape.get("maxLength", LONGEST)
        right = next((it for it in strings(shape) if shortest <= len(it) <= longest), "")
        yield from (("pattern", text) for text in _spoilt(right))
    if shape.get("format") in _DATES:
        yield from (("format", text) for text in ("yesterday", "2024-02-30", "2024-02-30T12:30:45Z"))


def _about(pattern: str, length: int) -> Iterator[str]:
    """Texts that a pattern matches: of so many repetitions, and of so many less that other parts have room too."""
    for text in _matching(pattern, length):
        yield text
        if len(text) > length:
            yield from _matching(pattern, max(0, 2 * length - len(text)))


def _spoilt(text: str) -> Iterator[str]:
    """Texts as long, with another character at the beginning or at the end."""
    for char in _STRANGE if text else ():
        yield from (char + text[1:], text[:-1] + char)


@cache
def _matching(pattern: str, repeats: int) -> tuple[str, ...]:
    """A text that a pattern matches, with about as many repetitions; none where its syntax is not Python's."""
    parser: Any = importlib.import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")
    try:
        return (_text(parser.parse(pattern), repeats),)
    except (ValueError, OverflowError, ArithmeticError, RecursionError):
        return ()
    except Exception:  # the parser's own error class
        return ()


def _text(parsed: Any, repeats: int) -> str:
    return "".join(_piece(str(kind), value, repeats) for kind, value in parsed)


def _piece(kind: str, value: Any, repeats: int) -> str:
    if kind == "LITERAL":
        return chr(value)
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        low, high, inner = value
        return "".join(_text(inner, 1) for _ in range(min(max(low, repeats), int(high), LONGEST)))
    if kind in ("SUBPATTERN", "ATOMIC_GROUP"):
        return _text(value[-1] if kind == "SUBPATTERN" else value, repeats)
    if kind == "BRANCH":
        return _text(value[1][min(repeats, len(value[1]) - 1) if repeats < 3 else 0], repeats)
    if kind == "IN":
        return _one_of(value)
    return {"ANY": "a", "NOT_LITERAL": "a" if value != ord("a") else "b"}.get(kind, "")


def _one_of(members: Any) -> str:
    if str(members[0][0]) == "NEGATE":
        return next(char for char in "a0-_ \u00e9\u65e5" if not any(_has(it, char) for it in members[1:]))
    kind, value = members[0]
    if str(kind) == "CATEGORY":
        return {"CATEGORY_DIGIT": "0", "CATEGORY_SPACE": " ", "CATEGORY_NOT_WORD": "-"}.get(str(value), "a")
    return chr(value if str(kind) == "LITERAL" else value[0])


def _has(member: Any, char: str) -> bool:
    kind, value = str(member[0]), member[1]
    if kind == "CATEGORY":
        tests = {"DIGIT": char.isdigit(), "SPACE": char.isspace(), "WORD": char.isalnum() or char == "_"}
        name = str(value).removeprefix("CATEGORY_")
        return tests[name.removeprefix("NOT_")] != name.startswith("NOT_")
    return bool(ord(char) == value if kind == "LITERAL" else value[0] <= ord(char) <= value[1])


# Numbers


def numbers(shape: Shape, kind: str) -> list[tuple[str, int | float]]:
    """The bounds, and what is usual; the likeliest first."""
    step = _step(shape, kind)
    low, high = _bounds(shape, step)
    found: list[tuple[str, Fraction]] = []
    if low is not None:
        found += [("minimum", low), ("above the minimum", low + step)]
    if high is not None:
        found += [("maximum", high), ("below the maximum", high - step)]
    found += [
        ("zero", Fraction(0)),
        ("one step", step),
        ("negative", -step),
        ("large", step * (2**31 // math.ceil(step))),
    ]
    if kind == "number" and "multipleOf" not in shape:
        found.append(("fraction", (low or 0) + Fraction(1, 2)))
    return [(label, _plain(value)) for label, value in found]


_WHOLE = 2**52
"""From here on, floats have no fractions."""


def wrong_numbers(shape: Shape, kinds: list[str]) -> Iterator[tuple[str, int | float]]:
    """Numbers beyond each bound, beside each step, and one that is no integer."""
    step = _step(shape, "integer" if "integer" in kinds else "number")
    for label, sign in (("minimum", -1), ("maximum", 1), ("exclusiveMinimum", 0), ("exclusiveMaximum", 0)):
        if isinstance(shape.get(label), (int, float)):
            # What is no integer is read as a float, of which the next may be further away.
            far = max(step, Fraction(math.ulp(shape[label])) * 2) if "number" in kinds else step
            yield label, _plain(_exact(shape[label]) + sign * far)
    if isinstance(shape.get("multipleOf"), (int, float)):
        low = _bounds(shape, step)[0] or Fraction(0)
        yield "multipleOf", _plain(low + (1 if step > 1 else _exact(shape["multipleOf"]) / 2))
    if "integer" in kinds and "number" not in kinds:
        least = _bounds(shape, step)[0] or Fraction(1)
        yield "integer", _plain((least if abs(least) < _WHOLE else 0) + Fraction(1, 2))


def _bounds(shape: Shape, step: Fraction) -> tuple[Fraction | None, Fraction | None]:
    """The least and the greatest multiple of a step that the bounds allow."""
    lows = [
        _up(shape[key], step, key == "exclusiveMinimum") for key in ("minimum", "exclusiveMinimum") if _is(shape, key)
    ]
    highs = [
        -_up(-shape[key], step, key == "exclusiveMaximum") for key in ("maximum", "exclusiveMaximum") if _is(shape, key)
    ]
    return max(lows, default=None), min(highs, default=None)


def _is(shape: Shape, key: str) -> bool:
    number = shape.get(key)
    return isinstance(number, (int, float)) and not isinstance(number, bool)


def _up(bound: int | float, step: Fraction, beyond: bool) -> Fraction:
    """The first multiple of a step that is not below a bound, or that is beyond it."""
    found = step * math.ceil(_exact(bound) / step)
    return found + step if beyond and found == _exact(bound) else found


def _step(shape: Shape, kind: str) -> Fraction:
    step = _exact(shape["multipleOf"]) if _is(shape, "multipleOf") and shape["multipleOf"] > 0 else Fraction(1)
    return Fraction(step.numerator) if kind == "integer" else step


def _exact(number: int | float) -> Fraction:
    return Fraction(str(number))


def _plain(number: Fraction | int) -> int | float:
    return int(number) if Fraction(number).denominator == 1 else float(number)
