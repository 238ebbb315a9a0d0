"""Values of the schemas of a document, and values that they refuse: small, the same each time, each judged by jsonschema_rs.

A direction is "request" or "response": read-only properties are not in the one, write-only ones not in the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from ..document.dialect import Direction
from ..document.judging import Judge
from ..document.raw import RawDocument
from ..document.shapes import Shape, Shapes, places, types
from .breaking import ALONE, Breaker
from .choosing import Chooser
from .making import FULL, NONE, Maker, weight
from .scalars import numbers, strings

T = TypeVar("T")

_MOST_VALUES = 40
"""Of a list that the document has (values of an enum), how many are cases of their own."""
_MOST_ITEMS = 1000
_HEAVY = 100
"""From so many values in its smallest instance on, the objects in a schema are left to the tests of their own classes."""


class NoInstance(Exception):
    """No value was found that a schema allows."""


@dataclass(frozen=True)
class Case:
    """A value of a schema and what is special about it: `"minimal"`, `"full"`, `"/details/name: longest"`."""

    label: str
    value: Any

    def __str__(self) -> str:
        return self.label


class Values:
    """Makes values of the schemas of a document. All of it raises `Unreadable` where there is no schema."""

    def __init__(self, document: RawDocument) -> None:
        self.document = document
        self.shapes = Shapes(document)
        self.judge = Judge(document)
        self.maker = Maker(self.shapes, self.judge)
        self._breaker = Breaker(self.shapes, self.maker)
        self._chooser = Chooser(self.shapes, self.judge, self.maker)

    def valid(self, pointer: str, direction: Direction, value: Any) -> bool:
        """Whether the schema at `pointer` allows a value."""
        return self.judge.allows(pointer, direction, value)

    def taken(self, pointer: str, direction: Direction, value: Any) -> bool:
        """Whether clients take a value for the schema at `pointer`: it allows it, or they do not promise to hold what it says."""
        return not self.judge.refuses(pointer, direction, value)

    def why(self, pointer: str, direction: Direction, value: Any) -> str:
        """What the schema at `pointer` has against a value, in one line; empty if it has nothing."""
        return self.judge.why(pointer, direction, value)

    def cases(self, pointer: str, direction: Direction, reach: int = 1) -> list[Case]:
        """Minimal, full and boundary values, each different; references are followed `reach` deep. Raises `NoInstance`."""
        found = [Case("minimal", self.minimal(pointer, direction)), Case("full", self.full(pointer, direction))]
        others = (Case(label, value) for label, value in self._others(pointer, direction, reach))
        return _different([*found, *(it for it in others if self.is_plain(pointer, direction, it.value))])

    def is_plain(self, pointer: str, direction: Direction, value: Any) -> bool:
        """Whether the schema allows a value, and clients take it for what it is: see `Chooser.is_told_apart`."""
        return self.valid(pointer, direction, value) and self._chooser.is_told_apart(pointer, direction, value)

    def minimal(self, pointer: str, direction: Direction) -> Any:
        """A value with nothing in it that may be left out. Raises `NoInstance`."""
        return self._judged(pointer, direction, 0)

    def full(self, pointer: str, direction: Direction) -> Any:
        """A value with everything in it, `FULL` objects deep. Raises `NoInstance`."""
        return self._judged(pointer, direction, FULL)

    def refused(self, pointer: str, direction: Direction, reach: int = 1) -> list[Case]:
        """Values of which one place breaks one keyword, and which clients promise to refuse."""
        broken = (Case(label, value) for label, value in self._breaker.broken(pointer, direction, reach))
        return _different(
            it for it in broken if it.value is not NONE and self.judge.refuses(pointer, direction, it.value)
        )

    def reach(self, pointer: str, direction: Direction) -> int:
        """How far to look into a schema: to those next to it, or not at all if so much would be in each of very many values."""
        return 1 if weight(self.maker.one(pointer, direction, 0)) < _HEAVY else ALONE

    def shape(self, pointer: str) -> Shape:
        """The schema with references followed and `allOf` taken together. Members are pointers."""
        return self.shapes.shape(pointer)

    def variants(self, pointer: str) -> list[str]:
        """The pointers of what a schema is one of."""
        return self.shapes.variants(pointer)

    def named_variants(self, pointer: str, value: Any) -> list[str]:
        """The pointers of the variants that the tag of a value names; of all where it has none."""
        shape = self.shape(pointer)
        return [variant for choice in shape["choices"] for variant in self._chooser.named(shape, choice, value)]

    def sent(self, pointer: str, direction: Direction) -> bool:
        """Whether a property whose schema is at `pointer` is there in a direction."""
        return self.shapes.sent(pointer, direction)

    def annotations(self, pointer: str) -> Mapping[str, Any]:
        """What is said at a place and, where that says nothing, at what it refers to."""
        return self.shapes.annotations(pointer)

    def _judged(self, pointer: str, direction: Direction, depth: int) -> Any:
        for some in (depth, 0):
            found = self.maker.one(pointer, direction, some)
            if found is not NONE and self.is_plain(pointer, direction, found):
                return found
        for _, value in self._others(pointer, direction, 2):  # variants that overlap: what is one and not the other
            if self.is_plain(pointer, direction, value):
                return value
        found = self.maker.one(pointer, direction, 0)
        reason = "" if found is NONE else " that has declared properties only and a tag of its own"
        raise NoInstance(f"no value was found for {pointer}{reason}")

    # Boundary values

    def _others(self, pointer: str, direction: Direction, reach: int) -> Iterator[tuple[str, Any]]:
        """Boundary values of the schema itself and, around what it must have, of what is in it."""
        shape = self.shape(pointer)
        if "enum" in shape:
            yield from ((f"value {value!r}", value) for value in spread(shape["enum"], _MOST_VALUES))
            return
        for variant in self.variants(pointer):
            yield from self._of_variant(shape, variant, direction, reach)
        for kind in types(shape):
            if kind == "string":
                yield from ((f"text {len(value)}", value) for value in strings(shape))
            elif kind in ("number", "integer"):
                yield from numbers(shape, kind)
            elif kind == "boolean":
                yield from (("true", True), ("false", False))
            elif kind == "null":
                yield "null", None
            elif kind == "array":
                yield from self._other_arrays(shape, direction, reach)
            elif kind == "object":
                yield from self._other_objects(shape, direction, reach)

    def _of_variant(self, shape: Shape, variant: str, direction: Direction, reach: int) -> Iterator[tuple[str, Any]]:
        beside = self.maker.object(shape, direction, 0, ()) if shape["properties"] else {}
        found: list[tuple[str, Any]] = []
        for label, depth in (("minimal", 0), ("full", FULL)):
            name = f"{label} {variant.rpartition('/')[2]}"
            found += [(name, value) for value in islice(self.maker.candidates(variant, direction, depth), _MOST_VALUES)]
        if self._breaker.reaches(variant, reach):
            found += self._others(variant, direction, self._breaker.left(variant, reach))
        for label, value in found:
            whole = {**(beside or {}), **value} if isinstance(value, dict) else value
            yield label, self.maker.tagged(shape, variant, whole, direction)

    def _other_arrays(self, shape: Shape, direction: Direction, reach: int) -> Iterator[tuple[str, Any]]:
        if shape.get("maxItems", 2) >= 2:
            yield "two items", self.maker.items(shape, direction, 2, 1)
        for label in ("minItems", "maxItems"):
            if shape.get(label, _MOST_ITEMS) < _MOST_ITEMS:
                yield label, self.maker.items(shape, direction, shape[label], 1)
        base = self.maker.items(shape, direction, len(places(shape)), 0)
        for index, place in enumerate(places(shape)):
            if self._breaker.reaches(place, reach):
                for label, value in self._others(place, direction, self._breaker.left(place, reach)):
                    yield f"/{index}: {label}", [*base[:index], value, *base[index + 1 :]]
        items = shape.get("items")
        if isinstance(items, str) and self._breaker.reaches(items, reach) and shape.get("minItems", 0) <= 1:
            others = self._others(items, direction, self._breaker.left(items, reach))
            yield from ((f"/0{label}", [value]) for label, value in others)

    def _other_objects(self, shape: Shape, direction: Direction, reach: int) -> Iterator[tuple[str, Any]]:
        least = self.maker.object(shape, direction, 0, (shape["pointer"],))
        whole = self.maker.object(shape, direction, FULL, (shape["pointer"],))
        if least is None or whole is None:
            return
        yield ": least", least
        extra = shape.get("additionalProperties")
        if shape["properties"] and extra not in (None, False):
            more = self.maker.one(extra, direction, 0) if isinstance(extra, str) else "a"
            if more is not NONE:
                yield "undeclared", {**least, "__undeclared__": more}
        for name, place in self.shapes.sent_properties(shape, direction).items():
            if name not in shape["required"]:
                yield f"without {name}", {key: value for key, value in whole.items() if key != name}
            if self._breaker.reaches(place, reach):
                for label, value in self._others(place, direction, self._breaker.left(place, reach)):
                    yield f"/{name}: {label}", {**least, name: value}


def spread(found: Sequence[T], most: int) -> Sequence[T]:
    """At most so many of a sequence: the first, the last, and such as lie evenly between them."""
    if len(found) <= most:
        return found
    return [found[index * (len(found) - 1) // (most - 1)] for index in range(most)]


def _different(cases: Iterable[Case]) -> list[Case]:
    """The first case of each value."""
    found: dict[str, Case] = {}
    for case in cases:
        found.setdefault(json.dumps(case.value, sort_keys=True), case)
    return list(found.values())
