"""The report as Markdown for a pull request: the verdict, what must be done, then the rest by resource, folded.

GitHub takes 65,536 characters of a comment; what does not fit is left out from the end, and how much that is gets said.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from generator.changes import words
from generator.changes.python.effects import PythonChange
from generator.changes.render import verdict
from generator.changes.report import Change, Place, Report
from generator.diagnostics import printable

LIMIT = 65_536
"""The longest text that is given, in characters."""

_ROOM = 400
"""Kept for the sentence that says what was left out."""
_SHOWN = 5
"""How many operations or uses stand in an entry before they are folded."""
_MARKS = {"breaking": "🛑 breaking", "warning": "⚠️ to check", "info": "ℹ️ info"}


def render(report: Report) -> str:
    """The report as Markdown, in less than `LIMIT` characters."""
    blocks = list(_blocks(report))
    size = sum(len(text) for _, text in blocks)
    if size <= LIMIT:
        return "".join(text for _, text in blocks)
    kept, left, room = [], 0, LIMIT - _ROOM
    for entries, text in blocks:
        if len(text) <= room and not left:
            kept.append(text)
            room -= len(text)
        else:
            left += entries
    return (
        "".join(kept) + f"\n**{left} more entries are left out here: the HTML page and the JSON have all of them.**\n"
    )


def _blocks(report: Report) -> Iterator[tuple[int, str]]:
    """The parts of the text, each with how many entries it holds."""
    yield 0, "".join(f"{text}\n" for text in _head(report))
    to_do = verdict.to_do(report)
    if to_do:
        yield 0, "\n## What you must do\n"
        for it in to_do:
            yield 1, "\n".join(_entry(it, report)) + "\n"
    rest = verdict.by_resource(report)
    if rest:
        yield 0, "\n## Everything else\n"
        for name, entries in rest.items():
            yield len(entries), "\n".join(_folded(name, entries)) + "\n"
    yield 0, "".join(f"{text}\n" for text in _tail(report))


def _head(report: Report) -> Iterator[str]:
    versions = f"{text(report.old.version) or 'old'} → {text(report.new.version) or 'new'}"
    yield f"# {versions}: {verdict.line(report)}\n"
    yield f"{code(report.old.name)} (sha256 {report.old.sha256[:12]}) → {code(report.new.name)} (sha256 {report.new.sha256[:12]})\n"
    if not report.changes:
        yield "The two documents mean the same."
        return
    yield "| | breaking | to check | info |\n| --- | ---: | ---: | ---: |"
    yield f"| on the wire | {report.count('breaking')} | {report.count('warning')} | {report.count('info')} |"
    python = [it for it in report.changes if it.python]
    breaks = sum(it.breaks_python for it in python)
    told = f"{breaks} | | {len(python) - breaks}" if report.python_layer else "not compared | | "
    yield f"| in Python | {told} |\n"
    yield f"Suggested bump: **{report.bump}**" + (", because:" if report.bump_reasons else ".")
    yield from (f"- {text(reason)}" for reason in report.bump_reasons[:_SHOWN])
    if len(report.bump_reasons) > _SHOWN:
        yield f"- … and {len(report.bump_reasons) - _SHOWN} more"


# ── entries ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _entry(it: Change, report: Report) -> Iterator[str]:
    """An entry in full."""
    yield f"\n### {text(it.title)}\n"
    yield " · ".join(_facts(it)) + "\n"
    yield " ".join(text(part) for part in (it.explanation, it.advice) if part) + "\n"
    yield from _python(it.python, report.package)
    yield from _list("Operations", [code(label) for label in verdict.operations(it)])
    yield from _list(
        "Uses", [f"{code(f'{use.file}:{use.line}')} {code(words.symbol(use.symbol))} ({use.how})" for use in it.uses]
    )
    if it.witness is not None and it.witness.accepted_by is not None:
        other = {"old": "new", "new": "old"}[it.witness.accepted_by]
        yield f"Allowed by the {it.witness.accepted_by} document, refused by the {other} one: {code(words.shown(it.witness.value))}\n"
    yield from _source(it)


def _facts(it: Change) -> Iterator[str]:
    wire = ", ".join(f"{direction} {level}" for direction, level in it.directions.items())
    yield f"**{_MARKS[it.verdict]}**"
    yield f"wire: {wire}" if wire else "wire: nothing changes"
    if it.python:
        yield "Python: breaking" if it.breaks_python else "Python: compatible"
    yield code(it.id)
    yield code(it.fingerprint)
    if it.confidence is not None:
        yield f"a guess, {it.confidence:.0%} sure"


def _python(changes: Iterable[PythonChange], package: str) -> Iterator[str]:
    found = sorted(changes, key=lambda it: it.effect)
    if not found:
        return
    yield "| before | after | |\n| --- | --- | --- |"
    for it in found:
        before, after = (cell(words.source(side, package)) for side in (it.old, it.new))
        mark = "**breaks**" if it.effect == "breaking" else "fits"
        yield f"| {before} | {after} | {mark}: {cell(words.symbol(it.symbol))} {text(it.detail)} |"
    yield ""


def _list(title: str, lines: list[str]) -> Iterator[str]:
    if not lines:
        return
    if len(lines) <= _SHOWN:
        yield f"{title}: {', '.join(lines)}\n"
    else:
        yield f"<details><summary>{len(lines)} {title.lower()}</summary>\n"
        yield from (f"- {line}" for line in lines)
        yield "\n</details>\n"


def _source(it: Change) -> Iterator[str]:
    places = [(name, place) for name, place in (("old", it.old), ("new", it.new)) if place and place.excerpt]
    if not places:
        return
    yield f"<details><summary>Source: {', '.join(_location(place) for _, place in places)}</summary>\n"
    for name, place in places:
        excerpt = place.excerpt
        assert excerpt is not None
        lines = [
            f"{'>' if number == excerpt.marked else ' '}{number:>6} {printable(line)}"
            for number, line in enumerate(excerpt.lines, excerpt.first)
        ]
        fence = "`" * max(3, 1 + max((len(run) for line in lines for run in re.findall("`+", line)), default=0))
        yield f"{name}:\n\n{fence}yaml\n" + "\n".join(lines) + f"\n{fence}\n"
    yield "</details>\n"


def _location(place: Place) -> str:
    return plain(str(place.location))


def _folded(name: str, entries: list[Change]) -> Iterator[str]:
    """Entries of one resource, a line each."""
    yield f"\n<details><summary>{plain(name)}: {len(entries)}</summary>\n"
    for it in entries:
        marks = [_MARKS[it.verdict]] if it.verdict != "info" else []
        marks += [f"approved by {text(it.approval.who)}: {text(it.approval.reason)}"] if it.approval else []
        place = it.new or it.old
        where = f" {code(str(place.location))}" if place and place.location else ""
        reach = len({(one.method, one.path) for one in it.reached})
        reached = f", {reach} operation{'s' if reach > 1 else ''}" if reach else ""
        yield f"- {text(it.title)}{' · ' + ' · '.join(marks) if marks else ''} ({code(it.id)}{reached}){where}"
    yield "\n</details>"


def _tail(report: Report) -> Iterator[str]:
    if report.reworded and report.changes:
        yield f"\n{report.reworded} places were only reworded."
    if report.files is not None:
        yield f"\nUses were looked for in {report.files} Python files."
    for title, lines in (
        ("Not followed", [f"{code(f'{it.file}:{it.line}')} {text(it.reason)}" for it in report.unfollowed]),
        (
            "Approvals that approve nothing any longer",
            [f"{code(it.fingerprint)} {text(it.reason)}" for it in report.stale],
        ),
        ("Not understood", [f"{code(str(it.location or ''))} {text(it.message)}" for it in report.warnings]),
    ):
        if lines:
            yield f"\n<details><summary>{title}: {len(lines)}</summary>\n"
            yield from (f"- {line}" for line in lines)
            yield "\n</details>"


# ── text that cannot be markup ──────────────────────────────────────────────────────────────────────────────────────


def text(value: str) -> str:
    """A text of the document as Markdown shows it, whatever is in it."""
    return re.sub(r"([\\`*_\[\]<>|#~@])", lambda found: _ENTITIES[found.group()], _unlinked(value))


def _unlinked(value: str) -> str:
    """On one line, and without addresses: "fixes https://…/issues/3" in a pull request would close that issue."""
    return printable(value).replace("://", ":\u2060//")


_ENTITIES = {char: f"&#{ord(char)};" if char in "<>@|" else f"\\{char}" for char in "\\`*_[]<>|#~@"}


def plain(value: str) -> str:
    """A text inside of HTML, where Markdown is not read but people are called all the same."""
    return html.escape(_unlinked(value)).replace("@", "&#64;")


def code(value: str) -> str:
    """A text in the type of code; a backtick in it cannot end it."""
    shown = printable(value)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}" if shown else ""


def cell(value: str) -> str:
    """A text in the type of code, in a table, where a bar would end the cell."""
    return code(value).replace("|", "\\|")
