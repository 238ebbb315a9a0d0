"""Bodies that depart from their schema, or only look like it; and what has to come of reading them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, NamedTuple

from ..document.raw import RawContent, tokens
from ..document.shapes import types
from ..findings import Excluded
from ..instances.values import NoInstance
from ..pair import Pair
from .edits import Edit, edits
from .parsed import Difference, misclassed, reached, unequal
from .requests import NOTHING, same

_VARIANTS = ("unknown variant", "unknown discriminator")


class Departure(NamedTuple):
    """A body with an edit. `allowed`: its schema allows it, the variant that a tag names too. `refused`: clients promise to notice that it does not."""

    edit: Edit
    content: RawContent
    allowed: bool
    refused: bool


_OF_CONTENTS = {"items", "prefixItems", "additionalProperties", "patternProperties"}
"""Keywords about what is in an array or an object."""


def departures(pair: Pair, subject: str, content: RawContent) -> Iterator[Departure | Excluded]:
    """The edits of a body in JSON, judged."""
    if content.schema is None:
        return
    try:
        whole = pair.values.full(content.schema, "response")
    except NoInstance as problem:
        yield Excluded(subject, content.pointer, str(problem))
        return
    for edit in edits(pair, content.schema, whole):
        if unclear := ambiguous(pair, edit):
            yield Excluded(subject, edit.schema, unclear)
        else:
            allowed = (
                pair.values.is_plain(content.schema, "response", edit.body) and edit.kind != "unknown discriminator"
            )
            refused = pair.values.judge.refuses(content.schema, "response", edit.body)
            yield Departure(edit, content, allowed, refused)


def ambiguous(pair: Pair, edit: Edit) -> str:
    """Why the document does not say whether an edited body departs from it; empty if it does say."""
    shape, node = pair.values.shape(edit.schema), pair.document.follow(edit.schema)[1]
    composed = isinstance(node, dict) and ("type" not in node or any(it in node for it in ("allOf", "anyOf", "oneOf")))
    here = pair.document.at(edit.schema)
    referring = isinstance(here, dict) and "$ref" in here and here.get("nullable") is True
    said = composed and pair.values.annotations(edit.schema).get("nullable") is True
    if edit.kind.startswith("null") and (referring or said):
        return "`nullable` beside other schemas, or without a `type`: null is allowed or not, as one reads it"
    variants = [pair.values.shape(it) for it in pair.values.variants(edit.schema)]
    telling = [it for it in (shape, *variants) if it["properties"] or it["required"] or _OF_CONTENTS & it.keys()]
    typeless = [it for it in telling if "type" not in it]
    if edit.kind.startswith(("wrong type", "null")) and typeless:
        return "properties or items without a `type`: by the letter, anything is allowed that is no object, or no array"
    guessed = "type" not in shape and not {"enum", "const"} & shape.keys() and types(shape) in (["string"], ["number"])
    if edit.kind.startswith(("wrong type", "null")) and guessed:
        return "limits without a `type`: by the letter, anything is allowed that they are not about"
    return ""


def misheld(pair: Pair, one: Departure, got: Any, drifts: list[Any]) -> Iterator[Difference]:
    """What is wrong with what was made of an edited body, and with what was told of it.

    What is neither where it was edited nor where a departure was told has the class of its schema.
    """
    yield from unequal(got, one.edit.body)
    if one.content.schema is not None:
        departed = [one.edit.at, *(it.pointer for it in drifts)]
        wrong = misclassed(pair, one.content.schema, got, one.edit.body)
        yield from (it for it in wrong if one.allowed or not any(related(it[0], at) for at in departed))
    yield from (("", *it) for it in (*_untold(one, drifts), *_unmarked(one, got)))


def _untold(one: Departure, drifts: list[Any]) -> Iterator[tuple[Any, Any]]:
    """What is wrong with what was told of a departure: expected, got."""
    edit, shown = one.edit, [str(it) for it in drifts]
    if one.allowed and drifts:
        yield "no departure", shown
    if one.refused and not any(is_at(it.pointer, edit) for it in drifts):
        yield f"a departure at {edit.at or '/'}", shown or "none"
    for drift in drifts:
        there = reached(edit.body, tokens(drift.pointer))
        right = str(drift.got) == "nothing" if there is NOTHING else same(drift.got, there)
        if not right or not related(drift.pointer, edit.region):
            yield f"departures at {edit.at or '/'}, with what is there", str(drift)


def is_at(pointer: str, edit: Edit) -> bool:
    """Whether a pointer is that of an edit; where a union decides, what holds it will do, or something in it.

    A property that is not declared may have a schema all the same, from which something in it departs.
    """
    decided = not edit.certain or edit.kind in _VARIANTS
    inside = edit.kind == "unknown field" and pointer.startswith(f"{edit.at}/")
    return pointer == edit.at or inside or (decided and related(pointer, edit.region))


def related(one: str, other: str) -> bool:
    """Whether one of two places holds the other, or both are one."""
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")


def _unmarked(one: Departure, got: Any) -> Iterator[tuple[Any, Any]]:
    """Where an unknown value or variant is not marked as one: expected, got."""
    place, kind = reached(got, tokens(one.edit.at)), one.edit.kind
    if one.refused and one.edit.certain:
        if kind == "unknown value of an enum" and (not isinstance(place, Enum) or getattr(place, "is_known", True)):
            yield "a member of its enum with is_known False", repr(place)
        if kind in _VARIANTS and type(place).__name__ != "Unknown":
            yield "an Unknown", repr(place)
