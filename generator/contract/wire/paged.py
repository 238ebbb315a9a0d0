"""Which operations hand out their list page by page, by the document and the conventions of `conventions.py`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..conventions import Paging
from ..document.raw import RawContent, RawOperation, RawParameter, tokens
from ..pair import Pair
from .bodies import kind
from .choices import succeeding
from .media import framing


class Paged(NamedTuple):
    """How an operation pages.

    `token` is the parameter that asks for a page; `next` and `items` are the ways, by JSON name, through the bodies `answers`
    (pointers of objects) to the token of the page that follows and to the list. `choices` are the schemas of items, by
    answer; None: anything.
    """

    token: RawParameter
    next: tuple[str, ...]
    items: tuple[str, ...]
    answers: tuple[str, ...]
    choices: tuple[str | None, ...]


def paged(pair: Pair, operation: RawOperation) -> Paged | None:
    """How an operation pages by the first convention that fits wholly; None: it does not."""
    answers = _answers(pair, operation)
    found = (_by(pair, operation, answers, it) for it in pair.conventions.paging) if answers else ()
    return next((it for it in found if it is not None), None)


def _by(pair: Pair, operation: RawOperation, answers: Sequence[str], convention: Paging) -> Paged | None:
    parameters = [it for it in operation.parameters if (it.location, it.name) == ("query", convention.token)]
    if not parameters or parameters[0].content is not None or not _is_token(pair, parameters[0].schema):
        return None
    ways = {_ways(pair, answer, convention) for answer in answers}
    if len(ways) != 1 or None in ways:
        return None
    (way,) = ways
    assert way is not None
    following, items = way
    choices = (pair.values.shape(place_of(pair, answer, items) or "").get("items") for answer in answers)
    known = tuple(it if isinstance(it, str) else None for it in choices)
    return Paged(parameters[0], following, items, tuple(answers), known)


def _answers(pair: Pair, operation: RawOperation) -> list[str]:
    """The objects that the successes of an operation have as their bodies; none if one of them is something else."""
    found: list[str] = []
    for _, contents in succeeding(operation):
        if not contents or not all(_is_whole(pair, it) and it.schema for it in contents):
            return []
        found += [one for it in contents for one in _objects(pair, it.schema or "")]
    return list(dict.fromkeys(found)) if all(found) else []


def _is_whole(pair: Pair, content: RawContent) -> bool:
    """Whether a body is one JSON value."""
    return kind(pair, content) == "json" and framing(content) is None


def _objects(pair: Pair, schema: str) -> list[str]:
    """The objects that a schema is one of; empty names for what is no object."""
    home = pair.annotations.home(schema)
    if pair.annotations.is_object(home):
        return [home]
    return [
        it if pair.annotations.is_object(it) else "" for it in map(pair.annotations.home, pair.values.variants(home))
    ] or [""]


def _is_token(pair: Pair, schema: str) -> bool:
    """Whether values of a schema can be tokens: texts and integers, or whatever there is."""
    return pair.annotations.is_plain(schema, {"string", "integer"})


Ways = tuple[tuple[str, ...], tuple[str, ...]]


def _ways(pair: Pair, answer: str, convention: Paging) -> Ways | None:
    """The ways to the token of the page that follows and to the list."""
    following = _names(convention.next)
    place = place_of(pair, answer, following)
    if place is None or not _is_token(pair, place):
        return None
    if convention.items is not None:
        wanted = _names(convention.items)
        place = place_of(pair, answer, wanted)
        return (following, wanted) if place is not None and pair.annotations.is_array(place) else None
    for before in ((), following[:-1]):
        holder = place_of(pair, answer, before)
        lists = _lists(pair, holder) if holder is not None else []
        if len(lists) == 1:
            return following, (*before, lists[0])
    return None


def _names(way: str) -> tuple[str, ...]:
    return tuple(tokens(way)) if way.startswith("/") else (way,)


def place_of(pair: Pair, start: str, names: Sequence[str]) -> str | None:
    """The place of the property at the end of a way through objects that are received; None where it does not lead there."""
    place = start
    for name in names:
        home = pair.annotations.home(place)
        received = pair.values.shapes.sent_properties(pair.values.shape(home), "response")
        if not pair.annotations.is_object(home) or name not in received:
            return None
        place = received[name]
    return place


def _lists(pair: Pair, holder: str) -> list[str]:
    """The properties of an object that are lists."""
    shape = pair.values.shape(pair.annotations.home(holder))
    received = pair.values.shapes.sent_properties(shape, "response")
    return [name for name, place in received.items() if pair.annotations.is_array(place)]
