"""Bodies that depart from what a document says at one place: what servers send that have moved on, or are wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..document.raw import join, tokens
from ..document.shapes import Shape, places, says_together
from ..pair import Pair

UNDECLARED, UNLISTED, UNHEARD = "__undeclared__", "__unlisted__", "__unheard__"
_EACH = (2, 1)
"""How many edits of one kind there are at each level."""
_DEEPEST = len(_EACH) - 1
_GONE: Any = object()


@dataclass(frozen=True)
class Edit:
    """A body with one edit. `at` is the place that was edited, `schema` the schema of what was there.

    `certain`: no union decides on the way what the place is, and nothing is said of several properties together. `kind` says what was done, `label` where as well.
    """

    kind: str
    at: str
    schema: str
    body: Any
    certain: bool

    @property
    def region(self) -> str:
        """Where an edit is told of: at its place, or anywhere in what holds it if a union decides what that is."""
        return self.at if self.certain else self.at.rpartition("/")[0]

    @property
    def label(self) -> str:
        """What tests call it."""
        return f"{self.kind} at {self.at or '/'}"


@dataclass(frozen=True)
class _Place:
    """A value in a body, and the schema that it is of."""

    at: str
    schema: str
    value: Any
    level: int
    certain: bool


def edits(pair: Pair, schema: str, body: Any) -> list[Edit]:
    """Edits of a body that follows its schema: at the top and one level in, a few of each kind."""
    found: dict[tuple[str, int], list[Edit]] = {}
    top = _Place("", schema, body, 0, True)
    for place in _objects(pair, top):
        for kind, at, inner, value in _of_object(pair, place):
            same = found.setdefault((kind, place.level), [])
            if len(same) < _EACH[place.level]:
                same.append(Edit(kind, at, inner, changed(body, tokens(at), value), place.certain))
    whole = [("wrong type for all", "", schema, _of_another_type(body)), *_of_property(pair, "", schema, body)]
    tops = [Edit(kind, at, inner, changed(body, tokens(at), value), True) for kind, at, inner, value in whole]
    return [*tops, *(edit for some in found.values() for edit in some)]


def changed(body: Any, path: tuple[str, ...], value: Any) -> Any:
    """A copy of a body with another value at a place; `_GONE` takes it out."""
    if not path:
        return value
    name, rest = path[0], path[1:]
    if isinstance(body, list):
        index = int(name)
        return [changed(one, rest, value) if number == index else one for number, one in enumerate(body)]
    if not rest and value is _GONE:
        return {key: one for key, one in body.items() if key != name}
    return {**body, name: changed(body.get(name), rest, value)}


def _objects(pair: Pair, place: _Place) -> Iterator[_Place]:
    """The objects in a value that have declared properties, from the outside to the inside."""
    variants = pair.values.variants(place.schema)
    if variants:
        fitting = [it for it in variants if pair.values.valid(it, "response", place.value)]
        for one in fitting[:1]:
            yield from _objects(pair, _Place(place.at, one, place.value, place.level, False))
        return
    shape = pair.values.shape(place.schema)
    if isinstance(place.value, list):
        for index, (inner, value) in enumerate(_items(shape, place.value)):
            yield from _objects(pair, _Place(join(place.at, str(index)), inner, value, place.level, place.certain))
    elif isinstance(place.value, dict) and shape["properties"]:
        place = replace(place, certain=place.certain and not says_together(shape))
        yield place
        for name, inner in shape["properties"].items():
            if name in place.value and place.level < _DEEPEST:
                below = _Place(join(place.at, name), inner, place.value[name], place.level + 1, place.certain)
                yield from _objects(pair, below)


def _items(shape: Shape, value: list[Any]) -> Iterator[tuple[str, Any]]:
    """The items of a tuple, or the first one of a list, with their schemas."""
    items = shape.get("items")
    yield from zip(places(shape) or ([items] if isinstance(items, str) else []), value)


def _of_object(pair: Pair, place: _Place) -> Iterator[tuple[str, str, str, Any]]:
    """Edits of one object: their kind, where they are, the schema there, what is there now."""
    shape = pair.values.shape(place.schema)
    yield "unknown field", join(place.at, UNDECLARED), place.schema, {"a": [1]}
    for name, inner in shape["properties"].items():
        at = join(place.at, name)
        if name in place.value:
            needed = "required" if name in shape["required"] else "optional"
            yield f"missing {needed}", at, inner, _GONE
            yield f"null for {needed}", at, inner, None
            yield f"wrong type for {type(place.value[name]).__name__}", at, inner, _of_another_type(place.value[name])
            if not shape["also"].get(name):  # else it is more than one of its schemas says
                yield from _of_property(pair, at, inner, place.value[name])


def _of_property(pair: Pair, at: str, schema: str, value: Any) -> Iterator[tuple[str, str, str, Any]]:
    shape, variants = pair.values.shape(schema), pair.values.variants(schema)
    if isinstance(shape.get("enum"), list) and isinstance(value, str) and pair.annotations.is_enum(schema):
        yield "unknown value of an enum", at, schema, UNLISTED
    elif isinstance(value, list):
        for index, (inner, one) in enumerate(_items(shape, value)):
            yield from _of_property(pair, join(at, str(index)), inner, one)
    elif len(variants) > 1 and isinstance(value, dict):
        if _is_demanding(pair, variants, 0):
            yield "unknown variant", at, schema, {UNHEARD: 1}
        by = discriminator(shape)
        if by in value:
            yield "unknown discriminator", at, schema, {**value, str(by): UNHEARD}


def _is_demanding(pair: Pair, variants: list[str], depth: int) -> bool:
    """Whether each of the variants is an object that must have something: one without anything is none of them."""
    for one in variants:
        inner = pair.values.variants(one)
        if inner and (depth > _DEEPEST or not _is_demanding(pair, inner, depth + 1)):
            return False
        if not inner and not _demands(pair, one):
            return False
    return True


def _demands(pair: Pair, variant: str) -> frozenset[str]:
    """What the class of a variant must have: where requests use it too, not what the server adds."""
    shape = pair.values.shape(variant)
    added = shape["properties"].keys() - pair.values.shapes.sent_properties(shape, "request").keys()
    required: frozenset[str] = shape["required"]
    return required - added if pair.model(variant) in pair.usage.sent else required


def discriminator(shape: Mapping[str, Any]) -> str | None:
    """The property that tells the variants of a schema apart."""
    found = shape.get("discriminator")
    return found.get("propertyName") if isinstance(found, dict) else None


def _of_another_type(value: Any) -> Any:
    """A value that JSON has another type for; of numbers and booleans their text, which says the same and is not."""
    if isinstance(value, (bool, int, float)):
        return json.dumps(value)
    return 17
