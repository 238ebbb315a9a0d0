"""What commands print: stages and findings on standard error, outcomes on standard output."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

import click

from generator.diagnostics import Diagnostic, Severity, in_order, render_text

if TYPE_CHECKING:
    from generator.package.fileset import Difference
    from generator.pipeline import Check, Outcome

WARNINGS_SHOWN = 10
"""How many warnings a generating command prints before it only counts them."""

_LENIENT = ("corrected", "skipped")
"""Codes of what was done to a document that is not valid (`document/corrections.py`)."""


class Stages:
    """Shows each stage with its seconds, on a terminal only. `seconds` is the time since it was made."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._begun = self._stage_begun = time.monotonic()
        self._stage = ""

    def __enter__(self) -> Stages:
        return self

    def __exit__(self, *_: object) -> None:
        self.done()

    def __call__(self, stage: str) -> None:
        """Show that a stage begins, and how long the one before it took."""
        self.done()
        self._stage, self._stage_begun = stage, time.monotonic()
        self._show(f"  {stage:<12}")

    @property
    def seconds(self) -> float:
        """How long it all has taken so far."""
        return time.monotonic() - self._begun

    def done(self) -> None:
        """End the stage that is shown: something else is printed now."""
        if self._stage:
            self._show(f"{time.monotonic() - self._stage_begun:6.2f} s\n")
        self._stage = ""

    def _show(self, text: str) -> None:
        if self._live:
            sys.stderr.write(text)
            sys.stderr.flush()


def tell_outcome(outcome: Outcome, progress: Stages, more: str) -> int:
    """Print what a command made; `more` is the command that lists its warnings. The exit code."""
    from generator.making import shown

    tell(outcome.diagnostics, more)
    place, seconds = shown(outcome.place), f"{progress.seconds:.1f} s"
    if outcome.operations or not outcome.difference.empty:
        counts = ((outcome.operations, "operation"), (outcome.events, "event"), (outcome.models, "model"))
        click.echo(f"{place} {outcome.version}: {', '.join(counted(*count) for count in counts)}{_leniently(outcome)}")
        click.echo(f"{files(outcome.difference)}; {counted(outcome.formatted, 'file')} formatted; {seconds}")
    else:
        click.echo(f"{place} {outcome.version}: nothing to do; {seconds}")
    return 0


def _leniently(outcome: Outcome) -> str:
    """`; made leniently: 2 corrected, 1 skipped`, if the document was not valid."""
    numbers = {code: sum(it.code == code for it in outcome.diagnostics) for code in _LENIENT}
    told = ", ".join(f"{number} {code}" for code, number in numbers.items() if number)
    return f"; made leniently: {told}" if told else ""


def tell_check(result: Check, progress: Stages) -> int:
    """Print what `check` found. The exit code."""
    from generator.making import shown

    tell([note for note in result.diagnostics if note.severity is Severity.INFO])
    place = shown(result.place)
    if result.clean:
        click.echo(f"{place} {result.version}: as generated; {progress.seconds:.1f} s")
        return 0
    click.echo(result.diff, nl=False)
    click.echo(f"{place} {result.version}: regenerating would change it: {files(result.difference)}", err=True)
    return 1


def files(difference: Difference) -> str:
    """`files: 1 changed, 63 unchanged`."""
    parts = [
        (len(difference.added), "added"),
        (len(difference.changed), "changed"),
        (len(difference.removed), "removed"),
        (len(difference.unchanged), "unchanged"),
    ]
    return "files: " + ", ".join(f"{number} {what}" for number, what in parts if number)


def counted(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def tell(diagnostics: Sequence[Diagnostic], more: str | None = None) -> None:
    """Print diagnostics that stopped nothing; of many warnings only the number, if `more` says where to see them.

    What the client does not have, and what was done to a document that is not valid, is printed however much it is.
    """
    warnings = [found for found in diagnostics if not _is_listed(found)]
    shown = [found for found in diagnostics if _is_listed(found)]
    shown += warnings if more is None or len(warnings) <= WARNINGS_SHOWN else []
    text = render_text(in_order(shown), color=colorful(sys.stderr))
    hidden = len(diagnostics) - len(shown)
    print_errors(text + (f"{counted(hidden, 'warning')}: `{more}` lists them\n" if hidden else ""))


def _is_listed(found: Diagnostic) -> bool:
    return found.severity is Severity.INFO or found.code in _LENIENT or found.code.startswith("unsupported-")


def print_errors(text: str) -> None:
    """Print to standard error, at once."""
    sys.stderr.write(text)
    sys.stderr.flush()


def has_errors(diagnostics: Sequence[Diagnostic]) -> int:
    """1 if there is an error among the findings, else 0: the exit code."""
    return int(any(found.severity is Severity.ERROR for found in diagnostics))


def colorful(stream: TextIO) -> bool:
    """Whether a stream is a terminal that wants colours (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
