"""What documents say and clients do not promise to hold: each keyword that is not enforced, with its place and the reason."""

from __future__ import annotations

from collections.abc import Iterator

from ..document.dialect import CHECKED_FORMATS, loose, takes_null
from ..document.raw import Unreadable, join
from ..document.shapes import types
from ..findings import Excluded, Outcome
from ..instances.scalars import FORMATS
from ..pair import Pair


def not_held(pair: Pair) -> Outcome:
    """What schemas say and clients do not promise to enforce."""
    starts = [*pair.document.schemas, *pair.usage.starts("request"), *pair.usage.starts("response")]
    try:
        places = list(dict.fromkeys(place for start in starts for place in pair.values.shapes.below(start)))
    except Unreadable as problem:
        yield Excluded("a schema", "", str(problem))
        return
    letters = {it for place in places for part in pair.values.shapes.to_the_letter(place) for it in _below(pair, part)}
    for place in places:
        if place not in letters:
            yield from (Excluded(place, join(place, key), reason) for key, reason in _loose(pair, place))


def _below(pair: Pair, place: str) -> Iterator[str]:
    return pair.values.shapes.below(place)


def _are_objects(pair: Pair, place: str) -> bool:
    """Whether all variants of a schema are objects, as it says itself."""
    return all(types(pair.values.shape(it)) == ["object"] for it in pair.values.variants(place))


def _loose(pair: Pair, place: str) -> Iterator[tuple[str, str]]:
    schema = pair.document.at(place)
    if not isinstance(schema, dict):
        return
    for key, reason in loose(schema).items():
        if key != "type" or takes_null(schema) or not _are_objects(pair, place):
            yield key, reason
    if isinstance(schema.get("format"), str) and schema["format"] in FORMATS.keys() - {*CHECKED_FORMATS}:
        yield "format", f"the format {schema['format']} is documentation only"
    try:
        shape = pair.values.shape(place)
    except Unreadable as problem:
        yield "", str(problem)
        return
    if shape["required"] - shape["properties"].keys() and "required" in schema:
        yield "required", "the client does not enforce that there is a property that is not declared"
    if not types(shape) and not shape["choices"] and schema.get("type") != "null":
        yield "", "no value is of all of its types"
