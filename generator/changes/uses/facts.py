"""What outlives the reading of a unit: values of variables, attributes, parameters, results. And who must be read again.

Facts only grow, and whoever has read one is read again when it grows, so the search ends when nothing new is learnt.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.changes.uses.scopes import Unit
from generator.changes.uses.values import (
    NOTHING,
    Atom,
    ClientType,
    ClientValue,
    External,
    MethodValue,
    ModelType,
    ModelValue,
    PagesValue,
    PageValue,
    ResourceValue,
    ResponseValue,
    Value,
    depth,
)

Kind = Literal["variable", "parameter", "attribute", "return", "annotated", "yield", "bases", "heirs", "content"]
Key = tuple[Kind, Hashable, str]
"""What a fact is about: its kind, whose it is, and the name."""

MAX_DEPTH = 6
"""Values that are nested more deeply come of code that puts something into itself again and again."""

MAX_PLAIN = 32
"""How many values that are not the client's own pass to or from a function: one that has more is too general to tell anything."""

MAX_VALUES = 400
"""How many of them any other fact may have."""

MAX_RUNS = 60
"""How often a unit is read at most."""

_OWN = (
    ClientValue,
    ResourceValue,
    MethodValue,
    ModelValue,
    PageValue,
    PagesValue,
    ResponseValue,
    ClientType,
    ModelType,
)
_Rank = tuple[int, int]
_PASSING: tuple[Kind, ...] = ("parameter", "return", "yield")


@dataclass(slots=True)
class Facts:
    """All facts, and the units that wait to be read. `order` are the ranks of modules, whose units are read in that order."""

    order: Mapping[str, int]
    _values: dict[Key, Value] = field(default_factory=dict)
    _readers: defaultdict[Key, set[Unit]] = field(default_factory=lambda: defaultdict(set))
    _depths: dict[Atom, int] = field(default_factory=dict)
    _runs: defaultdict[Unit, int] = field(default_factory=lambda: defaultdict(int))
    _waiting: dict[_Rank, Unit] = field(default_factory=dict)
    _now: list[_Rank] = field(default_factory=list)
    _later: list[_Rank] = field(default_factory=list)
    _current: _Rank = (-1, -1)

    def read(self, key: Key, reader: Unit) -> Value:
        """A fact as far as it is known; the reader is read again if more becomes known."""
        self._readers[key].add(reader)
        return self._values.get(key, NOTHING)

    def add(self, key: Key, value: Value) -> bool:
        """Adds to a fact. Whether that was new."""
        known = self._values.get(key, NOTHING)
        if value <= known:
            return False
        new = self._bounded(key[0], known, value - known)
        if not new:
            return False
        self._values[key] = known | new
        for reader in self._readers.get(key, ()):
            self.ask(reader)
        return True

    def _bounded(self, kind: Kind, known: Value, new: Value) -> set[Atom]:
        """What is taken of new values, so that there is an end to them."""
        found = {it for it in new if depth(it, self._depths) <= MAX_DEPTH}
        if kind == "parameter":
            found = {it for it in found if not isinstance(it, External)}
        limit = MAX_PLAIN if kind in _PASSING else MAX_VALUES
        if len(known) + len(found) > limit:
            own: set[Atom] = {it for it in found if isinstance(it, _OWN)}
            if sum(not isinstance(it, _OWN) for it in known) + len(found) - len(own) > limit:
                return own
        return found

    def ask(self, unit: Unit) -> None:
        """Has a unit read, again if it was."""
        rank = (self.order[unit.path], unit.index)
        if rank not in self._waiting and self._runs[unit] < MAX_RUNS:
            self._waiting[rank] = unit
            heapq.heappush(self._now if rank > self._current else self._later, rank)

    def next(self) -> Unit | None:
        """The unit to be read now; None at the end.

        All units are gone through in their order, again and again, so that one that many add to is not read after each.
        """
        if not self._now:
            self._now, self._later, self._current = self._later, [], (-1, -1)
        if not self._now:
            return None
        self._current = heapq.heappop(self._now)
        unit = self._waiting.pop(self._current)
        self._runs[unit] += 1
        return unit
