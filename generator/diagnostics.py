"""What went wrong, where, and what to do about it.

A `Diagnostic` is a value: stages return or collect diagnostics, and only the command line prints
them. A stage that cannot go on raises `ProvgenError` with everything it found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum


class Severity(str, Enum):
    """How much a finding weighs: an error stops the run, a warning does not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file. `line` and `col` count from 1, `col` in characters."""

    file: str
    line: int
    col: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.col}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    `code` is a stable kebab-case name. `pointer` is the JSON pointer (RFC 6901) of the value the
    finding is about, `location` its place in a file, `hint` what the reader can do.
    """

    code: str
    message: str
    severity: Severity = Severity.ERROR
    pointer: str | None = None
    location: Location | None = None
    hint: str | None = None


class ProvgenError(Exception):
    """A stage could not go on. Carries every diagnostic it had found by then."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: Sequence[Diagnostic] = tuple(diagnostics)
        super().__init__("; ".join(f"{d.code}: {d.message}" for d in self.diagnostics))


def error(
    code: str,
    message: str,
    *,
    pointer: str | None = None,
    location: Location | None = None,
    hint: str | None = None,
) -> ProvgenError:
    """A `ProvgenError` of one error diagnostic, for the many stages that stop at the first."""
    return ProvgenError([Diagnostic(code, message, Severity.ERROR, pointer, location, hint)])
