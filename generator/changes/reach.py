"""Whom each finding about schemas concerns: which parts of which operations, in which direction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.changes.findings import Direction
from generator.changes.schemas.comparing import Comparison, Key, leading_to_findings
from generator.changes.wire.hits import Root, Where


@dataclass(frozen=True, slots=True)
class Use:
    """A way in which a part of an operation uses a pair of schemas.

    `top`: it is the schema of that part. `flipped`: it is below a `not`. `hidden` are directions that have no part in it.
    """

    where: Where
    top: bool = True
    flipped: bool = False
    hidden: frozenset[Direction] = frozenset()


def uses(schemas: Comparison, roots: Iterable[Root]) -> Mapping[Key, tuple[Use, ...]]:
    """The uses of every pair that has findings, in the order of the roots."""
    wanted = leading_to_findings(schemas.pairs)
    starts: dict[Where, dict[Key, None]] = defaultdict(dict)
    for root in roots:
        if root.key in wanted:
            starts[root.where][root.key] = None
    # Many parts use the same schemas: one walk serves them all.
    alike: dict[tuple[Key, ...], list[Where]] = defaultdict(list)
    for where, keys in starts.items():
        alike[tuple(keys)].append(where)
    found: dict[Key, dict[Use, None]] = defaultdict(dict)
    for start, wheres in alike.items():
        top = frozenset(start)
        for pair, states in _reached(schemas, start, wanted).items():
            for flipped, hidden in states:
                found[pair].update((Use(where, pair in top, flipped, hidden), None) for where in wheres)
    return {key: tuple(it) for key, it in found.items()}


_State = tuple[bool, frozenset[Direction]]


def _reached(schemas: Comparison, start: tuple[Key, ...], wanted: set[Key]) -> Mapping[Key, list[_State]]:
    """The pairs with findings below some, and the ways in which they are met: flipped or not, hidden from whom."""
    waiting: list[tuple[Key, _State]] = [(key, (False, frozenset())) for key in start]
    seen = set(waiting)
    while waiting:
        key, (flipped, hidden) = waiting.pop()
        for edge in schemas.pairs[key].edges:
            met = (edge.to, (flipped != edge.step.flips, hidden | edge.step.hidden))
            if edge.to in wanted and met not in seen:
                seen.add(met)
                waiting.append(met)
    found: dict[Key, list[_State]] = defaultdict(list)
    for key, state in sorted(seen, key=lambda it: (it[0], it[1][0], sorted(it[1][1]))):
        if schemas.pairs[key].findings:
            found[key].append(state)
    return found
