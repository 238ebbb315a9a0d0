"""Both layers in one: which edit of the document each difference of the client comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.changes.causes import Cause
from generator.changes.python.effects import PythonChange

_NAMING = ("schema-renamed", "schema-added", "schema-removed", "operation-id-", "tag-")


def join(
    causes: Sequence[Cause], python: Iterable[PythonChange]
) -> tuple[Mapping[int, list[PythonChange]], list[PythonChange]]:
    """The differences of the client by the index of the cause that they come from, and those that come from none of them.

    A cause is meant by a difference if it stands at the part of the document that the difference comes from, or the nearest
    below or above it. A difference that several causes explain is told with the one that weighs most.
    """
    places = [(at, *_places(cause)) for at, cause in enumerate(causes)]
    found: dict[int, list[PythonChange]] = {}
    left: list[PythonChange] = []
    for it in python:
        at = _best(it, places, causes)
        if at is None:
            left.append(it)
        else:
            found.setdefault(at, []).append(it)
    return found, left


def _places(cause: Cause) -> tuple[frozenset[str], frozenset[str]]:
    """The pointers of a cause in the old and in the new document."""
    finding = cause.finding
    old = {finding.old.pointer} if finding.old else set()
    new = {finding.new.pointer} if finding.new else set()
    if finding.old is not None:
        old |= set(cause.places)
    else:
        new |= set(cause.places)
    return frozenset(old), frozenset(new)


def _best(
    change: PythonChange, places: Sequence[tuple[int, frozenset[str], frozenset[str]]], causes: Sequence[Cause]
) -> int | None:
    for pointers in (change.pointers, change.around):
        scored = []
        for at, old, new in places:
            score = max(_nearness(pointers[0], old), _nearness(pointers[1], new))
            if score > 0:
                scored.append((score, _kinship(change, causes[at]), -at))
        if scored:
            return -max(scored)[2]
    return None


def _nearness(pointer: str, places: frozenset[str]) -> float:
    """From 0 to 1: how near a part of the document is to the nearest of some places in or around it."""
    return max((_near(pointer, place) for place in places), default=0.0)


def _near(pointer: str, place: str) -> float:
    """A place in a part is near; a part in a place that came or went as a whole is less so."""
    if not pointer or not place:
        return 0.0
    if pointer == place:
        return 1.0
    if place.startswith(pointer + "/"):
        return 1.0 / (1 + place[len(pointer) :].count("/"))
    if pointer.startswith(place + "/"):
        return 0.1 / (1 + pointer[len(place) :].count("/"))
    return 0.0


def _kinship(change: PythonChange, cause: Cause) -> int:
    """Among causes that are equally near, the one about the same thing explains it, and names explain names."""
    renames = "is called" in change.detail or change.symbol.count(".") == 2 and change.symbol.startswith("resources.")
    same = bool(change.about) and change.about == cause.finding.subject
    return 2 * same + (renames == cause.rule.id.startswith(_NAMING))
