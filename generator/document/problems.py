"""What readers note while they walk a text: problems by offset, which become diagnostics at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, ProvgenError, Severity
from generator.document.limits import MAX_DEPTH
from generator.document.places import Text


@dataclass(frozen=True)
class Problem:
    """Something wrong at `offset` (characters) of a text."""

    offset: int
    code: str
    message: str
    pointer: str | None = None
    hint: str | None = None


class Stop(Exception):
    """A problem after which reading cannot go on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def to_error(problems: Iterable[Problem], text: Text) -> ProvgenError:
    """The error that reports all `problems`, each at its line and column."""
    return ProvgenError(
        Diagnostic(p.code, p.message, Severity.ERROR, p.pointer, text.location(p.offset), p.hint)
        for p in sorted(problems, key=lambda problem: problem.offset)
    )


def duplicate_key(key: str, offset: int, pointer: str, first: int, text: Text) -> Problem:
    """The problem of a key that a mapping holds a second time, at `offset`; the first time is at `first`."""
    place = text.location(first)
    message = f"the key {key!r} is given twice; first in line {place.line}, column {place.col}"
    return Problem(offset, "duplicate-key", message, pointer, "remove or rename one of the two")


def too_deep(offset: int) -> Stop:
    """The end of reading a text that nests mappings and lists too deeply."""
    hint = "an API document this deep is broken or hostile"
    return Stop(
        Problem(offset, "too-deep", f"mappings and lists are nested more than {MAX_DEPTH} levels deep", hint=hint)
    )
