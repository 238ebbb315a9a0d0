"""One entry for each cause: findings that are the same edit, with everything they reach.

A schema that many operations share is one pair, so its findings are one entry. An edit that is written out many times is one entry
too (`generator.changes.wire.identity`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.changes.findings import LEVELS, Direction, Finding, Level, worst
from generator.changes.reach import Use, uses
from generator.changes.rules import RULES, Rule
from generator.changes.wire.documents import NOWHERE, Compared
from generator.changes.wire.hits import Where
from generator.changes.wire.identity import Identities, Identity


@dataclass(slots=True)
class Cause:
    """An edit: its rule, one finding that stands for all of them, where else it is written, and what it reaches.

    `levels` are the worst in each direction.
    """

    rule: Rule
    finding: Finding
    places: list[str] = field(default_factory=list)
    wheres: dict[Where, Level] = field(default_factory=dict)
    levels: dict[Direction, Level] = field(default_factory=dict)

    @property
    def level(self) -> Level:
        """The worst level of all directions."""
        return worst(self.levels.values())

    @property
    def fingerprint(self) -> str:
        """12 hexadecimal digits that say which rule and where, so that a person can approve this one; no words are in it."""
        return fingerprint(self.rule.id, self.finding.subject, *sorted(set(self.places)))


def fingerprint(*parts: str) -> str:
    """12 hexadecimal digits for a rule and its places."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def causes(compared: Compared) -> list[Cause]:
    """All causes, the worst first, then by rule and place."""
    identities = Identities(compared.old, compared.new)
    found: dict[Identity, Cause] = {}
    places: dict[tuple[Identity, str], None] = {}
    for finding, use in _all(compared):
        rule, identity = RULES[finding.rule], identities.of(finding)
        cause = found.setdefault(identity, Cause(rule, finding))
        places[identity, finding.place] = None
        if use.where.operation is not NOWHERE:
            level, direction = _level(rule, finding, use), use.where.direction
            cause.wheres[use.where] = worst([cause.wheres.get(use.where, level), level])
            cause.levels[direction] = worst([cause.levels.get(direction, level), level])
    for identity, place in places:
        found[identity].places.append(place)
    return sorted(
        found.values(), key=lambda it: (-LEVELS.index(it.level), it.finding.place, it.rule.id, it.finding.subject)
    )


def _all(compared: Compared) -> Iterator[tuple[Finding, Use]]:
    for hit in compared.hits:
        yield hit.finding, Use(hit.where)
    reached = uses(compared.schemas, compared.roots)
    for key, pair in compared.schemas.pairs.items():
        for finding in pair.findings:
            for use in reached.get(key, ()):
                yield finding, use


def _level(rule: Rule, finding: Finding, use: Use) -> Level:
    direction = use.where.direction
    if direction in use.hidden or _unstable(use.where):
        return "info"
    if direction in finding.levels:
        return finding.levels[direction]
    return rule.level(direction, frozenset(_circumstances(use)))


def _circumstances(use: Use) -> Iterator[str]:
    if use.where.kind in ("parameter", "optional parameter"):
        yield "parameter"
    if use.where.kind == "optional parameter":
        yield "optional"
    if use.top:
        yield "top"
    if use.flipped:
        yield "flipped"


def _unstable(where: Where) -> bool:
    """Whether an operation says that nobody may rely on it yet."""
    return where.operation.stability in ("draft", "alpha")
