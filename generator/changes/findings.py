"""What two documents differ in, before it is known whom it reaches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.changes.schemas.views import Said

Direction = Literal["request", "response"]
"""Who makes the value: a request is made by the client, a response by the API."""

DIRECTIONS: tuple[Direction, ...] = ("request", "response")

Level = Literal["info", "warning", "breaking"]
LEVELS: tuple[Level, ...] = ("info", "warning", "breaking")


def worst(levels: Iterable[Level]) -> Level:
    """The highest of the levels; info where there are none."""
    found: Level = "info"
    for level in levels:
        found = level if LEVELS.index(level) > LEVELS.index(found) else found
    return found


def milder(one: Level, other: Level) -> Level:
    """The lower of two levels."""
    return one if LEVELS.index(one) <= LEVELS.index(other) else other


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference: what the rule `rule` says, about `subject` (a name or a value; empty if the place tells all).

    `old` and `new` are the keyword or object on each side, None where there is none. `owner` are the pointers of the schemas
    or objects that are compared. `levels` override those of the rule. `confidence`, from 0 to 1, is that of a guess.
    """

    rule: str
    old: Said | None
    new: Said | None
    owner: tuple[str, str]
    subject: str = ""
    levels: Mapping[Direction, Level] = field(default_factory=dict)
    confidence: float | None = None

    @property
    def place(self) -> str:
        """The pointer that the finding is known by: where it is, or where it was."""
        return self.old.pointer if self.old is not None else self.new.pointer if self.new is not None else ""
