"""What the HTML page says of a whole report. All decisions are made here; the template only loops and branches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.changes.findings import LEVELS, Level
from generator.changes.render import verdict
from generator.changes.render.html_entry import LEVEL_WORDS, Entry, counted, entry, file_name
from generator.changes.report import Approval, Change, DocumentInfo, Report
from generator.diagnostics import Diagnostic, in_order

OPENED = 12
"""How many entries that call for something are open from the start; where there are more, all are folded."""

_REASON = re.compile(r"(?P<text>.*) \[(?P<fingerprint>[^\[\]]+)\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One of the two documents. `label` says which."""

    label: str
    version: str
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason of the suggested bump. `anchor` is the entry that it is about, empty if that is not known."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Count:
    """A row of the table: how many entries of a level show in each layer."""

    level: Level
    words: str
    wire: int
    client: int
    both: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter. `key` is what entries carry."""

    key: str
    words: str
    number: int


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of a resource that call for nothing."""

    name: str
    said: str
    is_code: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark about a place: a warning about a document, or what the search for uses could not follow."""

    place: str
    text: str
    code: str
    hint: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that the page shows."""

    title: str
    verdict: str
    package: str
    documents: tuple[DocumentView, DocumentView]
    bump: str
    reasons: tuple[Reason, ...]
    counts: tuple[Count, ...]
    total: int
    asides: tuple[str, ...]
    nothing: str
    levels: tuple[Choice, ...]
    layers: tuple[Choice, ...]
    resources: tuple[Choice, ...]
    to_do: tuple[Entry, ...]
    groups: tuple[Group, ...]
    warnings: tuple[Note, ...]
    unfollowed: tuple[Note, ...]
    stale: tuple[Approval, ...]


def page(report: Report) -> Page:
    """The view of a report."""
    anchors = _anchors(report.changes)
    resources = _resources(report.changes)
    keys = {name: at for at, name in enumerate(resources)}
    to_do = verdict.to_do(report)

    def view(change: Change, opened: bool = False) -> Entry:
        return entry(change, report, anchors[id(change)], [keys[name] for name in _names(change)], opened)

    line = verdict.line(report)
    versions = tuple(it.version or word for it, word in ((report.old, "old"), (report.new, "new")))
    return Page(
        title=" → ".join(versions),
        verdict=line,
        package=report.package,
        documents=(_document("Before", report.old), _document("After", report.new)),
        bump=report.bump,
        reasons=tuple(_reason(it, anchors.values()) for it in report.bump_reasons),
        counts=tuple(_count(report.changes, level) for level in reversed(LEVELS)),
        total=len(report.changes),
        asides=tuple(_asides(report)),
        nothing="" if report.changes else _nothing(report),
        levels=tuple(_levels(report.changes)),
        layers=tuple(
            Choice(name, name, sum(name in it.layers for it in report.changes)) for name in ("wire", "client")
        ),
        resources=tuple(Choice(str(keys[name]), name, number) for name, number in resources.items()),
        to_do=tuple(view(it, opened=len(to_do) <= OPENED) for it in to_do),
        groups=tuple(
            Group(
                name,
                _group(changes),
                name not in (verdict.SEVERAL, verdict.NAMES_AND_SCHEMAS),
                tuple(map(view, changes)),
            )
            for name, changes in verdict.by_resource(report).items()
        ),
        warnings=tuple(_warning(it) for it in in_order(report.warnings)),
        unfollowed=tuple(Note(f"{file_name(it.file)}:{it.line}", it.reason, "", "") for it in report.unfollowed),
        stale=report.stale,
    )


def _document(label: str, info: DocumentInfo) -> DocumentView:
    return DocumentView(label, info.version, file_name(info.name), info.sha256)


def _anchors(changes: Sequence[Change]) -> Mapping[int, str]:
    """The id of each entry on the page, by the identity of the change: its fingerprint, numbered should two share one."""
    found: dict[int, str] = {}
    seen: dict[str, int] = {}
    for it in changes:
        seen[it.fingerprint] = number = seen.get(it.fingerprint, 0) + 1
        found[id(it)] = it.fingerprint if number == 1 else f"{it.fingerprint}-{number}"
    return found


def _names(change: Change) -> list[str]:
    """The resources that the filter finds a change by."""
    names = {it.resource for it in change.reached if it.resource}
    names |= {it.symbol.split(".")[1] for it in change.python if it.symbol.startswith("resources.")}
    return sorted(names) or [verdict.NAMES_AND_SCHEMAS]


def _resources(changes: Iterable[Change]) -> Mapping[str, int]:
    """All resources that are reached, with how many entries reach them; what reaches none comes last."""
    found: dict[str, int] = {}
    for change in changes:
        for name in _names(change):
            found[name] = found.get(name, 0) + 1
    return {name: found[name] for name in sorted(found, key=lambda name: (name == verdict.NAMES_AND_SCHEMAS, name))}


def _reason(text: str, anchors: Iterable[str]) -> Reason:
    match = _REASON.fullmatch(text)
    if match is None or match["fingerprint"] not in anchors:
        return Reason(text, "")
    return Reason(match["text"], match["fingerprint"])


def _count(changes: Iterable[Change], level: Level) -> Count:
    found = [it for it in changes if it.verdict == level]
    wire, client = (sum(name in it.layers for it in found) for name in ("wire", "client"))
    return Count(level, LEVEL_WORDS[level], wire, client, len(found))


def _levels(changes: Sequence[Change]) -> Iterator[Choice]:
    for level in reversed(LEVELS):
        yield Choice(level, LEVEL_WORDS[level], sum(it.verdict == level for it in changes))


def _asides(report: Report) -> Iterator[str]:
    """What else there is to say in a sentence."""
    if report.changes and report.reworded:
        yield f"{counted(report.reworded, 'place was', 'places were')} only reworded; they are not listed."
    approved = len(report.changes) - len(report.open)
    if approved:
        yield f"{counted(approved, 'entry is', 'entries are')} approved and not listed under what must be done."
    if not report.python_layer:
        yield "The Python client was not compared: only the wire is judged."
    if report.files is not None:
        uses = sum(len(it.uses) for it in report.changes)
        yield f"{counted(report.files, 'Python file was', 'Python files were')} searched: {counted(uses, 'use')} found."
    elif report.changes:
        yield "No code was searched for uses."


def _nothing(report: Report) -> str:
    """The sentence of a report without changes. What was not understood may hide some, and that is said."""
    reworded = f" {counted(report.reworded, 'place was', 'places were')} reworded." if report.reworded else ""
    if report.warnings:
        return f"No change was found in what could be understood of both documents; see the warnings.{reworded}"
    return f"No change: the two documents mean the same.{reworded}"


def _group(changes: Sequence[Change]) -> str:
    additions = sum(it.old is None for it in changes)
    text = counted(len(changes), "entry", "entries")
    if additions == len(changes):
        return counted(additions, "addition")
    return f"{text}, {counted(additions, 'addition')}" if additions else text


def _warning(it: Diagnostic) -> Note:
    place = f"{file_name(it.location.file)}:{it.location.line}:{it.location.col}" if it.location else ""
    at = f" (#{it.pointer})" if it.pointer is not None else ""
    return Note(place, it.message + at, f"{it.severity.value}: {it.code}", it.hint or "")
