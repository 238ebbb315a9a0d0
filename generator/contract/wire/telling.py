"""How messages are told apart: by the property that says which one a body is, and its values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..document.raw import RawContent
from ..pair import Pair
from .media import kind

_DEEPEST = 8


class Telling(NamedTuple):
    """The property that tells messages apart, and its values for each message; None and nothing where nothing does."""

    by: str | None
    types: Mapping[str, frozenset[str]]


def telling(pair: Pair, bodies: Mapping[str, RawContent]) -> Telling:
    """How messages are told apart, by what their bodies may be.

    Where no settings name the property, it is the only one that each message requires, limited to values that are not the same in
    all, or to one. Its values are those that it is limited to, else its examples, else what examples of whole bodies have.
    """
    contents = {it: content for it, content in bodies.items() if kind(pair, content) == "json"}
    by = pair.conventions.webhooks.type or _found(pair, [content.schema for content in contents.values()])
    if by is None or not contents:
        return Telling(None, {})
    return Telling(by, {it: frozenset(_values(pair, content, by)) for it, content in contents.items()})


def _found(pair: Pair, schemas: Sequence[str | None]) -> str | None:
    found = [_limited(pair, schema) for schema in schemas]
    shared = set.intersection(*(set(one) for one in found)) if found else set()
    values = {name: {one[name] for one in found} for name in shared}
    tells = [name for name, sets in values.items() if len(sets) > 1 or len(next(iter(sets))) == 1]
    return tells[0] if len(tells) == 1 else None


def _limited(pair: Pair, schema: str | None) -> dict[str, frozenset[str]]:
    """The required properties of a body that are limited to values."""
    objects = list(_objects(pair, schema))
    names = frozenset(name for it in objects[:1] for name in pair.values.shape(it)["required"])
    values = {name: frozenset(_declared(pair, objects, name)) for name in names}
    return {name: found for name, found in values.items() if found}


def _values(pair: Pair, content: RawContent, by: str) -> set[str]:
    objects = list(_objects(pair, content.schema))
    places = [properties[by] for it in objects if by in (properties := pair.values.shape(it)["properties"])]
    declared = _declared(pair, objects, by)
    if declared or not places:
        return declared
    own = {text for place in _all_places(pair, content.schema, by, 0) for text in _examples(pair, place)}
    return own or set(_texts(it.get(by) for it in content.examples.values() if isinstance(it, dict)))


def _objects(pair: Pair, schema: str | None, depth: int = 0) -> Iterator[str]:
    """The objects that a body may be; none if it may be something else."""
    if schema is None or depth > _DEEPEST:
        return
    variants = pair.values.variants(schema)
    if variants:
        found = [list(_objects(pair, it, depth + 1)) for it in variants]
        yield from (one for some in found for one in some) if all(found) else ()
    elif pair.values.shape(schema)["properties"]:
        yield schema


def _declared(pair: Pair, objects: Sequence[str], name: str) -> set[str]:
    """The values that a property is limited to; none if one of the objects does not limit it."""
    found = [_limits(pair, pair.values.shape(it)["properties"].get(name)) for it in objects]
    return set().union(*found) if all(found) else set()


def _limits(pair: Pair, place: str | None) -> set[str]:
    if place is None:
        return set()
    shape = pair.values.shape(place)
    values = [shape["const"]] if "const" in shape else shape.get("enum")
    return set(_texts(values)) if isinstance(values, list) else set()


def _all_places(pair: Pair, schema: str | None, name: str, depth: int) -> Iterator[str]:
    """The schemas of a property wherever a body declares it."""
    if schema is not None and depth <= _DEEPEST:
        shape = pair.values.shape(schema)
        yield from (place for place in [shape["properties"].get(name)] if place is not None)
        for variant in pair.values.variants(schema):
            yield from _all_places(pair, variant, name, depth + 1)


def _examples(pair: Pair, place: str) -> Iterator[str]:
    said = pair.values.annotations(place)
    more = said.get("examples")
    yield from _texts([said.get("example"), *(more if isinstance(more, list) else ())])


def _texts(values: Iterable[object]) -> Iterator[str]:
    yield from (it for it in values if isinstance(it, str))
