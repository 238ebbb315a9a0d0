"""The change report: everything that there is to say of a step from one document to another.

All outputs are made from a `Report`, and nothing but it: what is not in here, no output says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from generator.changes.findings import Direction, Level
from generator.changes.python.effects import PythonChange, breaks
from generator.changes.uses.findings import Unfollowed, Use
from generator.diagnostics import Diagnostic, Location

Bump = Literal["major", "minor", "patch", "none"]


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """A document of the step: its version, what messages call it, and the SHA-256 of its file."""

    version: str
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some lines of a document. `first` is the number of the first one, `marked` that of the line that matters."""

    first: int
    marked: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a document: its pointer, its location, its value, and the lines around it."""

    pointer: str
    location: Location | None
    value: Any
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class Reached:
    """A part of an operation that a change concerns, and how much. `resource` is the client's attribute, empty if there is none."""

    method: str
    path: str
    operation_id: str | None
    direction: Direction
    words: str
    level: Level
    resource: str


@dataclass(frozen=True, slots=True)
class Witness:
    """A value that shows a break: JSON that one side allows and the other does not. `why` says why there is none, if so."""

    value: Any = None
    accepted_by: Literal["old", "new"] | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """Somebody's word that a change is accepted: `until` a version or a day, for ever if it is empty."""

    fingerprint: str
    reason: str
    who: str
    until: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One entry: an edit with its cause, whom it reaches on the wire, what it does to Python callers, and where they are.

    `severity` is that of the wire, the worst of `directions`; `verdict` is the worst of both layers. `confidence` is that of a guess, from 0 to 1. `elsewhere` are other pointers of the same edit.
    """

    id: str
    severity: Level
    verdict: Level
    fingerprint: str
    title: str
    explanation: str
    advice: str
    directions: Mapping[Direction, Level]
    pointer: str
    old: Place | None
    new: Place | None
    elsewhere: tuple[str, ...]
    reached: tuple[Reached, ...]
    python: tuple[PythonChange, ...]
    uses: tuple[Use, ...]
    witness: Witness | None
    confidence: float | None
    approval: Approval | None

    @property
    def layers(self) -> tuple[str, ...]:
        """Where it shows: on the wire, in the client."""
        wire = ["wire"] if self.directions or not self.python else []
        return (*wire, *(["client"] if self.python else []))

    @property
    def breaks_python(self) -> bool:
        """Whether code that uses the client may have to change."""
        return breaks(self.python)


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. `reworded` counts edits of words alone, which are not listed.

    `unfollowed` is what the search for uses could not follow, `files` how many files it looked at (None: it did not look).
    `stale` are approvals that approve nothing any longer. `warnings` are what was not understood of the documents.
    """

    package: str
    old: DocumentInfo
    new: DocumentInfo
    changes: tuple[Change, ...]
    bump: Bump
    bump_reasons: tuple[str, ...]
    reworded: int
    files: int | None
    unfollowed: tuple[Unfollowed, ...]
    stale: tuple[Approval, ...]
    warnings: tuple[Diagnostic, ...]
    python_layer: bool

    def count(self, level: Level) -> int:
        """How many changes have that severity."""
        return sum(it.severity == level for it in self.changes)

    @property
    def open(self) -> tuple[Change, ...]:
        """The changes that nobody has approved."""
        return tuple(it for it in self.changes if it.approval is None)
