"""Texts and numbers that a schema allows."""

from __future__ import annotations

import base64
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from generator.api import texts
from generator.api.model import JsonSchema

MAX_NUMBER = 2**53
"""Numbers of this size and more are not the same everywhere (RFC 8259, section 6)."""


class Impossible(Exception):
    """There is no value, or none within the limits."""


def one_of(values: Sequence[Any], nth: int) -> Any:
    """The nth of some values. Raises `Impossible` if there are not so many."""
    if nth >= len(values):
        raise Impossible("it takes more different values than there are")
    return values[nth]


def size(value: Any, otherwise: int) -> int:
    """A length that the document asks for; `otherwise` if it does not."""
    bound = _bound(value)
    return otherwise if bound is None else int(bound)


def _bound(value: Any) -> Fraction | None:
    """A bound of the document as an exact number; None where it sets none."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < math.inf
    return Fraction(str(value)) if is_number else None


_LIMITS = frozenset(("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"))


def number(schema: JsonSchema, nth: int = 0) -> int | float:
    """A number that a schema allows: 1 or as near to it as can be, an integer where one may be."""
    if not schema.keys() & _LIMITS:
        return 1 + nth
    for found in _numbers_near_one(schema, nth):
        if _allows(schema, found) and abs(found) < MAX_NUMBER:
            return int(found) if found.denominator == 1 else float(found)
    raise Impossible("no number is within its limits")


def _numbers_near_one(schema: JsonSchema, nth: int) -> Iterator[Fraction]:
    step = _bound(schema.get("multipleOf")) or Fraction(1)
    if schema.get("type") == "integer":
        step = Fraction(step.numerator)  # the integers among the multiples of n/d are those of n
    least = [low for key in ("minimum", "exclusiveMinimum") if (low := _bound(schema.get(key))) is not None]
    most = [high for key in ("maximum", "exclusiveMaximum") if (high := _bound(schema.get(key))) is not None]
    for low in (max([Fraction(1), *least]), *least):
        yield from (step * (math.ceil(low / step) + nth + more) for more in (0, 1))
    for high in most:
        yield from (step * (math.floor(high / step) - nth - more) for more in (0, 1))
    if least and most:
        yield max(least) + (min(most) - max(least)) / (nth + 2)


def _allows(schema: JsonSchema, found: Fraction) -> bool:
    step = _bound(schema.get("multipleOf"))
    rules: Mapping[str, Callable[[Fraction], bool]] = {
        "minimum": lambda bound: found >= bound,
        "maximum": lambda bound: found <= bound,
        "exclusiveMinimum": lambda bound: found > bound,
        "exclusiveMaximum": lambda bound: found < bound,
    }
    inside = all((bound := _bound(schema.get(key))) is None or rule(bound) for key, rule in rules.items())
    whole = schema.get("type") != "integer" or found.denominator == 1
    return inside and whole and (not step or (found / step).denominator == 1)


def string(schema: JsonSchema, name: str = "value", nth: int = 0) -> str:
    """A text that a schema allows: of its format, else of its pattern, else the `name` of what it is for."""
    least, most = size(schema.get("minLength"), 0), size(schema.get("maxLength"), texts.MAX_LENGTH)
    if least > texts.MAX_LENGTH:
        raise Impossible(f"{name} has {least} characters at least")
    pattern = schema.get("pattern")
    for found in _texts(schema, name, nth, least, most):
        if least <= len(found) <= most and (not isinstance(pattern, str) or texts.fits(pattern, found)):
            return found
    raise Impossible(f"no text was found for {name} that is of its format, pattern and length")


def _texts(schema: JsonSchema, name: str, nth: int, least: int, most: int) -> Iterator[str]:
    kind, pattern = schema.get("format"), schema.get("pattern")
    if isinstance(kind, str) and kind in _FORMATS:
        yield _FORMATS[kind](nth)
    if kind in ("date", "date-time"):  # which the client takes apart
        return
    if isinstance(pattern, str) and (found := texts.matching(pattern, least, most, nth)) is not None:
        yield found
    number = str(nth + 1) if nth else ""
    plain = name if name.isprintable() and name.isascii() else "value"
    yield plain[: max(0, most - len(number))].ljust(least - len(number), "x") + number


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "date-time": lambda nth: f"{_day(nth)}T12:00:00Z",
    "date": lambda nth: _day(nth),
    "time": lambda nth: f"12:{nth % 60:02}:00Z",
    "duration": lambda nth: f"P{nth + 1}D",
    "uuid": lambda nth: f"00000000-0000-4000-8000-{nth + 1:012}",
    "email": lambda nth: f"user{nth + 1}@example.com",
    "uri": lambda nth: f"https://example.com/{nth + 1}",
    "uri-reference": lambda nth: f"/{nth + 1}",
    "url": lambda nth: f"https://example.com/{nth + 1}",
    "hostname": lambda nth: f"host{nth + 1}.example.com",
    "ipv4": lambda nth: f"192.0.2.{nth + 1}",
    "ipv6": lambda nth: f"2001:db8::{nth + 1}",
    "byte": lambda nth: base64.b64encode(f"data{nth or ''}".encode()).decode(),
    "json-pointer": lambda nth: f"/{nth}",
    "regex": lambda nth: "a" * (nth + 1),
}


def _day(nth: int) -> str:
    return (date(2030, 1, 31) + timedelta(nth)).isoformat()
