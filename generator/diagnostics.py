"""What went wrong, where, and what to do about it.

A `Diagnostic` is a value: stages return or collect diagnostics, and only the command line prints
them. A stage that cannot go on raises `ProvgenError` with everything it found.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any


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


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
_COLORS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.INFO: "\x1b[1;36m"}
_DIM, _BOLD, _RESET = "\x1b[2m", "\x1b[1m", "\x1b[0m"

# Control characters, line separators, bidirectional overrides and lone surrogates: a document may hold them to
# rewrite a terminal, to forge a line of a log, or to make printing fail.
_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_SHORT_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics by file, line and column; at one place errors first. Those without a place come last."""
    return sorted(diagnostics, key=_order)


def _order(found: Diagnostic) -> tuple[Any, ...]:
    place = found.location
    where = (0, place.file, place.line, place.col) if place else (1, "", 0, 0)
    return (*where, _RANK[found.severity], found.code, found.pointer or "", found.message)


def count(diagnostics: Iterable[Diagnostic], severity: Severity) -> int:
    """How many of the diagnostics have that severity."""
    return sum(1 for found in diagnostics if found.severity is severity)


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """The number of errors and warnings in words: `2 errors, 1 warning`."""
    errors, warnings = count(diagnostics, Severity.ERROR), count(diagnostics, Severity.WARNING)
    return f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def printable(text: str) -> str:
    """`text` on one line, with everything that could act on a terminal written as an escape."""
    return _UNPRINTABLE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    number = ord(char)
    return _SHORT_ESCAPES.get(char) or (f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}")


def render_text(ds: Iterable[Diagnostic], *, color: bool = False) -> str:
    """The diagnostics for people, one paragraph each: `file:line:col: error[code] message`, then pointer and hint.

    They are printed in the order given. The text ends with a line break unless it is empty. With `color` the severity
    stands out by ANSI escapes; strings of the document never can.
    """
    paragraphs = [_paragraph(found) for found in ds]
    return "".join(_painted(*paragraph) if color else _plain(*paragraph) for paragraph in paragraphs)


def _paragraph(found: Diagnostic) -> tuple[Severity, str, str, list[str]]:
    """Severity, place, label with message, and the lines below; all safe to print."""
    place = f"{found.location}: " if found.location else ""
    label = f"{found.severity.value}[{found.code}]"
    below = [] if found.pointer is None else [f"at #{found.pointer}"]
    below += [f"hint: {found.hint}"] if found.hint else []
    return found.severity, printable(place), printable(f"{label} {found.message}"), [printable(line) for line in below]


def _plain(severity: Severity, place: str, head: str, below: Sequence[str]) -> str:
    return "".join([f"{place}{head}\n", *(f"    {line}\n" for line in below)])


def _painted(severity: Severity, place: str, head: str, below: Sequence[str]) -> str:
    label, _, message = head.partition(" ")
    first = f"{_BOLD}{place}{_RESET}{_COLORS[severity]}{label}{_RESET} {message}\n"
    return "".join([first, *(f"    {_DIM}{line}{_RESET}\n" for line in below)])


def render_json(ds: Iterable[Diagnostic]) -> str:
    """One JSON document, ASCII only:

    `{"schema": 1, "diagnostics": [{code, severity, message, pointer, location: {file, line, col}, hint}],
    "summary": {"errors", "warnings"}}`; what a diagnostic does not have is null.
    """
    found = list(ds)
    totals = {"errors": count(found, Severity.ERROR), "warnings": count(found, Severity.WARNING)}
    body = {"schema": 1, "diagnostics": [_as_json(one) for one in found], "summary": totals}
    return json.dumps(body, indent=2) + "\n"


def _as_json(found: Diagnostic) -> dict[str, Any]:
    place = found.location
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "pointer": found.pointer,
        "location": {"file": place.file, "line": place.line, "col": place.col} if place else None,
        "hint": found.hint,
    }


def render_github(ds: Iterable[Diagnostic]) -> str:
    """Workflow commands, one a line, that GitHub shows as annotations: `::error file=…,line=…,col=…,title=…::message`."""
    return "".join(_annotation(found) for found in ds)


def _annotation(found: Diagnostic) -> str:
    command = "notice" if found.severity is Severity.INFO else found.severity.value
    place = found.location
    where = {"file": place.file, "line": str(place.line), "col": str(place.col)} if place else {}
    values = {**where, "title": found.code}
    properties = ",".join(f"{key}={_github_property(value)}" for key, value in values.items())
    lines = [found.message]
    lines += [] if found.pointer is None else [f"at #{found.pointer}"]
    lines += [f"hint: {found.hint}"] if found.hint else []
    return f"::{command} {properties}::" + "%0A".join(_github_data(line) for line in lines) + "\n"


def _github_data(text: str) -> str:
    return printable(text).replace("%", "%25")


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")
