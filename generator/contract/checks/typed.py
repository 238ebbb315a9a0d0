"""The types that classes give to their attributes, and unions to their variants, as a type checker sees them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..document.raw import Unreadable
from ..document.shapes import types
from ..findings import Excluded, Finding, Outcome
from ..pair import Pair
from ..python.annotations import NONE, RESULT, Classless, Form, Underivable, parsed, shown
from ..python.attributes import written_in
from ..wire.parsed import fields_of
from .schemas import several

_UNKNOWN: Form = frozenset({"Unknown"})


def typed(pair: Pair, pointer: str) -> Outcome:
    """Each attribute is annotated with what stands for the schema of its property, each union with all of its variants."""
    name = pair.package.models.get(pointer)
    if name is None or several(pair, pointer):  # which `schemas.declared` tells of
        return
    try:
        cls, shape = pair.package.model(pointer), pair.values.shape(pointer)
        if hasattr(cls, "model_fields"):
            yield from _attributes(pair, name, cls, pair.values.shapes.whole(pointer))
        elif len(shape["choices"]) == 1 and not shape["properties"]:
            yield from _variants(pair, pointer, name, shape)
    except (Underivable, Unreadable) as problem:
        yield Excluded(name, pointer, str(problem))


def _attributes(pair: Pair, name: str, cls: Any, shape: Mapping[str, Any]) -> Outcome:
    fields, written = fields_of(cls), written_in(pair.package)
    for wire, place in shape["properties"].items():
        attribute = fields.get(wire)
        source = written.get(f"{name}.{attribute}")
        if attribute is None or source is None or shape["also"].get(wire) or _is_of_nothing(pair, place):
            continue  # what merged properties are, and those that must not be, no schema of the document says
        try:
            wanted = pair.annotations.of(place, RESULT, source)
        except Classless as problem:
            yield Finding(f"{name}.{attribute}: annotation", place, "a class for its schema", str(problem))
            continue
        except (Underivable, Unreadable) as problem:
            yield Excluded(f"{name}.{attribute}", place, str(problem))
            continue
        optional = not cls.model_fields[attribute].is_required() and wire not in shape["required"]
        wanted |= NONE if optional and wanted != {"Any"} else frozenset()
        got = parsed(source)
        if got != wanted:
            yield Finding(f"{name}.{attribute}: annotation", place, shown(wanted), shown(got))


def _is_of_nothing(pair: Pair, place: str) -> bool:
    """Whether a property must not be, or no value is of all of its types."""
    shape = pair.values.shape(place)
    return pair.document.follow(place)[1] is False or not types(shape) and not shape["choices"]


def _variants(pair: Pair, pointer: str, name: str, shape: Mapping[str, Any]) -> Outcome:
    source = written_in(pair.package).get(name)
    if source is None:
        return
    got, wanted = parsed(source), frozenset[str]()
    for place in shape["choices"][0]:  # those that say the same may have classes of different titles
        try:
            wanted |= pair.annotations.of(place, RESULT, source)
        except Classless as problem:
            yield Finding(name, place, "a variant that has a class", str(problem))
    wanted -= NONE | {name}  # a variant that is the union itself adds nothing
    if not wanted <= got or not got <= wanted | _UNKNOWN | NONE:
        yield Finding(name, pointer, shown(wanted), shown(got))
    if pair.annotations.classes.has_attributes(pointer) and "Unknown" not in got:
        yield Finding(name, pointer, "Unknown, for variants that the document does not have", shown(got))
