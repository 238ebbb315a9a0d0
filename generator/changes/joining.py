"""Both layers in one: which edit of the document each difference of the client comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

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
    spots = [_Spot.of(cause) for cause in causes]
    found: dict[int, list[PythonChange]] = {}
    left: list[PythonChange] = []
    for it in python:
        at = _best(it, spots)
        if at is None:
            left.append(it)
        else:
            found.setdefault(at, []).append(it)
    return found, left


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a cause is: its pointers in both documents. `whole`: what is there came or went, with all that is in it."""

    cause: Cause
    old: frozenset[str]
    new: frozenset[str]
    whole: bool

    @classmethod
    def of(cls, cause: Cause) -> _Spot:
        """The spot of a cause."""
        finding = cause.finding
        old = {finding.old.pointer} if finding.old else set()
        new = {finding.new.pointer} if finding.new else set()
        (old if finding.old else new).update(cause.places)
        return cls(cause, frozenset(old), frozenset(new), finding.old is None or finding.new is None)

    def nearness(self, pointers: tuple[str, str]) -> float:
        """From 0 to 1: how near parts of both documents are to it."""
        near = [self._near(pointers[0], place) for place in self.old]
        near += [self._near(pointers[1], place) for place in self.new]
        return max(near, default=0.0)

    def _near(self, pointer: str, place: str) -> float:
        """A spot in a part is near; a part in a spot that came or went as a whole is less so."""
        if not pointer or not place:
            return 0.0
        if pointer == place:
            return 1.0
        if place.startswith(pointer + "/"):
            return 1.0 / (1 + place[len(pointer) :].count("/"))
        if self.whole and pointer.startswith(place + "/"):
            return 0.1 / (1 + pointer[len(place) :].count("/"))
        return 0.0


def _best(change: PythonChange, spots: Sequence[_Spot]) -> int | None:
    for pointers in (change.pointers, change.around):
        scored = [(spot.nearness(pointers), _kinship(change, spot.cause), -at) for at, spot in enumerate(spots)]
        score, _, at = max(scored, default=(0.0, 0, 0))
        if score > 0:
            return -at
    return None


def _kinship(change: PythonChange, cause: Cause) -> int:
    """Among causes that are equally near, the one about the same thing explains it, and names explain names."""
    same = bool(change.about) and change.about == cause.finding.subject
    return 2 * same + ((change.kind == "name") == cause.rule.id.startswith(_NAMING))
