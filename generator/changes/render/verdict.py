"""The report in one line, and its entries as readers need them: what must be done, then the rest by resource."""

from __future__ import annotations

from collections.abc import Mapping

from generator.changes.report import Change, Report

OPERATIONS = "operations"
SEVERAL = "several resources"
NAMES_AND_SCHEMAS = "schemas and names"
_LAST = (OPERATIONS, SEVERAL, NAMES_AND_SCHEMAS)


def line(report: Report) -> str:
    """The verdict, fit for the title of a commit: `major: 3 breaking, 1 to check, 12 more; 4 uses in 2 files`."""
    if not report.changes:
        return "no change" + (f" but {_counted(report.reworded, 'rewording')}" if report.reworded else "")
    counts = [
        (sum(it.verdict == "breaking" for it in report.open), "breaking"),
        (sum(it.verdict == "warning" for it in report.open), "to check"),
        (sum(it.verdict == "info" for it in report.open), "more"),
        (len(report.changes) - len(report.open), "approved"),
    ]
    text = f"{report.bump}: " + ", ".join(f"{number} {words}" for number, words in counts if number)
    uses = [use for it in report.changes for use in it.uses]
    if report.files is None:
        return text
    return f"{text}; {_counted(len(uses), 'use')} in {_counted(len({use.file for use in uses}), 'file')}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def to_do(report: Report) -> list[Change]:
    """The entries that call for something: those that break on the wire or in Python, or must be checked, and are not approved."""
    return [it for it in report.open if it.verdict != "info"]


def by_resource(report: Report) -> Mapping[str, list[Change]]:
    """All other entries by the resource that they reach, in alphabetical order; those that reach several, or none, come last.

    Within a resource additions come last.
    """
    done = {id(it) for it in to_do(report)}
    found: dict[str, list[Change]] = {}
    for it in report.changes:
        if id(it) not in done:
            found.setdefault(resource_of(it), []).append(it)
    ordered = sorted(found, key=lambda name: (_LAST.index(name) if name in _LAST else -1, name))
    return {name: sorted(found[name], key=_is_addition) for name in ordered}


def resource_of(change: Change) -> str:
    """The resource that a change reaches; `OPERATIONS` where nobody knows which, because no client could be made."""
    names = {it.resource for it in change.reached if it.resource}
    names |= {it.symbol.split(".")[1] for it in change.python if it.symbol.startswith("resources.")}
    if len(names) == 1:
        return next(iter(names))
    if names:
        return SEVERAL
    return OPERATIONS if change.reached else NAMES_AND_SCHEMAS


def _is_addition(change: Change) -> bool:
    return change.old is None


def operations(change: Change) -> list[str]:
    """The operations that a change reaches, each once: `GET /pets (response)`."""
    found: dict[str, set[str]] = {}
    for it in change.reached:
        found.setdefault(f"{it.method} {it.path}", set()).add(it.direction)
    return [f"{label} ({', '.join(sorted(directions))})" for label, directions in found.items()]
