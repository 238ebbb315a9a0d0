"""One entry for each cause: findings that are the same edit, with everything they reach.

A schema that many operations share is one pair, so its findings are one entry. An edit that is written out many times is one
entry too: what is not under `components` is known by where it stands inside of its operation or inline schema and by what was
and is there, not by the operation that holds it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.changes.findings import LEVELS, Direction, Finding, Level
from generator.changes.reach import Use, uses
from generator.changes.rules import RULES, Rule
from generator.changes.schemas.numbers import strict
from generator.changes.wire.documents import NOWHERE, Compared
from generator.changes.wire.hits import Where
from generator.document import pointers

_OPERATION = re.compile(
    r"^(/(?:paths|webhooks)/[^/]+(?:/(?:get|put|post|delete|options|head|patch|trace|query)\b)?)(/.*)?$"
)


@dataclass(slots=True)
class Cause:
    """An edit: its rule, one finding that stands for all of them, where else it is written, and what it reaches.

    `levels` are the worst in each direction. `guess` is a confidence from 0 to 1, None where nothing is guessed.
    """

    rule: Rule
    finding: Finding
    places: list[str] = field(default_factory=list)
    wheres: dict[Where, Level] = field(default_factory=dict)
    levels: dict[Direction, Level] = field(default_factory=dict)

    @property
    def level(self) -> Level:
        """The worst level of all directions."""
        return max(self.levels.values(), key=LEVELS.index, default="info")

    @property
    def fingerprint(self) -> str:
        """12 hexadecimal digits that say which rule and where, so that a person can approve this one; no words are in it."""
        return fingerprint(self.rule.id, self.finding.subject, *sorted(set(self.places)))


def fingerprint(*parts: str) -> str:
    """12 hexadecimal digits for a rule and its places."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def causes(compared: Compared) -> list[Cause]:
    """All causes, the worst first, then by rule and place."""
    found: dict[tuple[str, ...], Cause] = {}
    for finding, use in _all(compared):
        rule = RULES[finding.rule]
        cause = found.setdefault(_identity(finding, compared), Cause(rule, finding))
        if finding.place not in cause.places:
            cause.places.append(finding.place)
        if use.where.operation is not NOWHERE:
            level, direction = _level(rule, finding, use), use.where.direction
            cause.wheres[use.where] = max(cause.wheres.get(use.where, "info"), level, key=LEVELS.index)
            cause.levels[direction] = max(cause.levels.get(direction, "info"), level, key=LEVELS.index)
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


# ── which findings are one ──────────────────────────────────────────────────────────────────────────────────────────


def _identity(finding: Finding, compared: Compared) -> tuple[str, ...]:
    sides = ((finding.old, finding.owner[0], compared.old), (finding.new, finding.owner[1], compared.new))
    parts: list[str] = [finding.rule, finding.subject]
    for said, owner, side in sides:
        place = said.pointer if said is not None else owner
        holder, within = _split(place)
        if not holder or said is None and not owner:
            parts += [place if holder == "" else within, ""]
            continue
        content = _at(side.document.value, holder) if holder.endswith("/schema") else said.value if said else None
        parts += [within, strict(content)]
    return tuple(parts)


def _split(pointer: str) -> tuple[str, str]:
    """A pointer as what may be written out many times, and the way inside of it; what has a name of its own has no holder."""
    if pointer.startswith("/components/"):
        return "", pointer
    inline = re.match(r"^(/(?:paths|webhooks)/.*?/schema)(/.*)?$", pointer)
    found = inline or _OPERATION.match(pointer)
    return (found.group(1), found.group(2) or "") if found else ("", pointer)


def _at(document: object, pointer: str) -> object:
    try:
        return pointers.resolve(document, pointer)
    except LookupError:
        return None


def worst(found: Iterable[Cause]) -> Level:
    """The worst level of all."""
    return max((it.level for it in found), key=LEVELS.index, default="info")
