"""The report for a terminal: a few lines for each entry, coloured on request."""

from __future__ import annotations

from collections.abc import Iterator

from generator.changes import words
from generator.changes.render import verdict
from generator.changes.report import Change, Report
from generator.diagnostics import printable

_COLORS = {"breaking": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[36m"}
_DIM, _BOLD, _RESET = "\x1b[2m", "\x1b[1m", "\x1b[0m"
_SHOWN = 3


def render(report: Report, *, color: bool = False) -> str:
    """The report as lines of text. Strings of the document cannot act on the terminal."""
    paint = _painted if color else _plain
    lines = [paint(_BOLD, f"{report.old.version or 'old'} → {report.new.version or 'new'}: {verdict.line(report)}")]
    for it in verdict.to_do(report):
        lines += ["", *(_entry(it, report.package, color))]
    for name, entries in verdict.by_resource(report).items():
        lines += ["", paint(_BOLD, name)]
        lines += [f"  {_label(it, color)} {printable(it.title)}{_approved(it)}" for it in entries]
    lines += [""] if report.changes else []
    lines += [f"{report.reworded} places were only reworded"] if report.reworded and report.changes else []
    lines += [f"approval {it.fingerprint} approves nothing any longer: {printable(it.reason)}" for it in report.stale]
    lines += [f"not followed: {printable(it.file)}:{it.line}: {printable(it.reason)}" for it in report.unfollowed]
    return "\n".join(lines) + "\n"


def _plain(style: str, value: str) -> str:
    return printable(value)


def _painted(style: str, value: str) -> str:
    return f"{style}{printable(value)}{_RESET}"


def _label(it: Change, color: bool) -> str:
    return (_painted if color else _plain)(_COLORS[it.verdict], it.verdict)


def _entry(it: Change, package: str, color: bool) -> Iterator[str]:
    paint = _painted if color else _plain
    place = it.new or it.old
    where = f"{place.location}: " if place and place.location else ""
    yield f"{paint(_BOLD, where)}{_label(it, color)} {printable(it.title)}"
    yield paint(_DIM, f"    {it.id} {it.fingerprint}: {it.explanation}")
    if it.advice:
        yield f"    {printable(it.advice)}"
    for effect in it.python:
        if effect.effect == "breaking":
            yield f"    {printable(words.symbol(effect.symbol))}: {printable(effect.detail)}"
            yield from (
                f"      {sign} {printable(words.source(side, package))}"
                for sign, side in (("-", effect.old), ("+", effect.new))
                if side
            )
    reached = verdict.operations(it)
    yield from (f"    {printable(label)}" for label in reached[:_SHOWN])
    if len(reached) > _SHOWN:
        yield f"    and {len(reached) - _SHOWN} more operations"
    yield from (
        f"    used in {printable(use.file)}:{use.line} ({printable(words.symbol(use.symbol))})" for use in it.uses
    )


def _approved(it: Change) -> str:
    return f" (approved by {printable(it.approval.who)}: {printable(it.approval.reason)})" if it.approval else ""
