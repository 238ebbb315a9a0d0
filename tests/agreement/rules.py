"""How the checks of another differ are named here: rules.toml, read."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli

from generator.changes.findings import Direction, Level
from generator.changes.rules import RULES

CHECKS = Path("../shared/design/change_rules.csv")
TABLE = Path(__file__).with_name("rules.toml")
LEVELS: dict[str, Level] = {"err": "breaking", "warn": "warning", "info": "info", "none": "info"}


@dataclass(frozen=True, slots=True)
class Check:
    """A check of theirs, and its level in our words."""

    id: str
    level: Level


@dataclass(frozen=True, slots=True)
class Ours:
    """What a check is here: a rule, a direction, the circumstances, and whether the direction has no part in it."""

    rule: str
    direction: Direction
    circumstances: frozenset[str] = frozenset()
    hidden: bool = False

    @property
    def level(self) -> Level:
        """Our level."""
        return "info" if self.hidden else RULES[self.rule].level(self.direction, self.circumstances)


class Table:
    """rules.toml."""

    def __init__(self, said: dict[str, Any]) -> None:
        self._said = said
        self.unseen: dict[str, str] = said["unseen"]
        self.named: frozenset[str] = frozenset({*said["ids"], *said["unseen"], *said["differences"]["ids"]})

    @property
    def reasons(self) -> frozenset[str]:
        """All reasons for another level."""
        return frozenset(it for group in self._said["differences"].values() for it in group.values())

    def find(self, check: str) -> Ours | None:
        """What a check is here; None if that is not said."""
        found = self._said["ids"].get(check)
        if found is None:
            place = max((it for it in self._said["places"] if check.startswith(f"{it}-")), key=len, default=None)
            if place is None:
                return None
            found = dict(self._said["places"][place])
            found["rule"] = self._rule(found, place, check[len(place) + 1 :])
        return Ours(found["rule"], found["direction"], frozenset(found.get("circumstances", ())), "hidden" in found)

    def _rule(self, found: dict[str, Any], place: str, edit: str) -> str:
        owner = found.get("owner", "body" if place == "request-body" else "property")
        rule: str = self._said["edits"].get(edit, edit)
        return rule.replace("{owner}", owner)

    def difference(self, check: str, ours: Ours) -> str | None:
        """Why the levels differ; None if that is not said."""
        differences = self._said["differences"]
        found: str | None = differences["ids"].get(check, differences[ours.direction].get(ours.rule))
        return found


def table() -> Table:
    """How checks are named here."""
    return Table(tomli.loads(TABLE.read_text(encoding="utf-8")))


def checks() -> list[Check]:
    """The checks of the other differ."""
    with CHECKS.open(encoding="utf-8", newline="") as file:
        return [Check(row["id"], LEVELS[row["level"]]) for row in csv.DictReader(file)]


def complaints(known: Table, all_checks: list[Check]) -> Iterator[str]:
    """What is wrong with the table: checks without a rule or a reason, other levels without one, reasons for nothing."""
    used: set[str] = set()
    for check in all_checks:
        if check.id in known.unseen:
            continue
        ours = known.find(check.id)
        if ours is None:
            yield f"{check.id} is not mapped"
        elif ours.rule not in RULES:
            yield f"{check.id}: there is no rule {ours.rule}"
        elif ours.level != check.level:
            reason = known.difference(check.id, ours)
            if reason is None:
                yield f"{check.id}: ours is {ours.level}, theirs is {check.level}, and nobody says why"
            else:
                used.add(reason)
    for name in sorted(known.named - {it.id for it in all_checks}):
        yield f"{name} is no check"
    for reason in sorted(known.reasons - used):
        yield f"nothing differs for this reason: {reason}"
