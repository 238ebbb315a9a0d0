"""A section of `CHANGELOG.md` for the client's users: what they see of a step, and nothing of the wire that they do not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.changes import words
from generator.changes.python.effects import PythonChange
from generator.changes.render.markdown import code, text
from generator.changes.report import Change, Report

_SECTIONS = ("Breaking", "Added", "Changed", "Deprecated", "To check")


def section(report: Report) -> str:
    """The section of one version, headed by it."""
    lines = [f"## {text(report.new.version)}", ""]
    found: dict[str, list[str]] = {name: [] for name in _SECTIONS}
    for it in report.changes:
        for name, said in _lines(it, report.package):
            if said not in found[name]:
                found[name].append(said)
    for name, entries in found.items():
        if entries:
            lines += [f"### {name}", "", *(f"- {entry}" for entry in entries), ""]
    if not any(found.values()):
        lines += ["Nothing that callers see has changed.", ""]
    return "\n".join(lines)


def _lines(it: Change, package: str) -> Iterator[tuple[str, str]]:
    for effect in it.python:
        yield _section(effect), _line(effect, package)
    if not it.python and it.severity != "info":
        yield ("Breaking" if it.severity == "breaking" else "To check"), text(it.title)
    elif it.severity == "breaking" and not it.breaks_python:
        yield "Breaking", f"{text(it.title)}, although code need not change"


def _section(effect: PythonChange) -> str:
    if effect.effect == "breaking":
        return "Breaking"
    if not effect.old:
        return "Added"
    return "Deprecated" if effect.kind == "deprecation" else "Changed"


def _line(effect: PythonChange, package: str) -> str:
    line = f"{code(words.symbol(effect.symbol))}: {text(effect.detail)}"
    if effect.old and effect.new and effect.effect == "breaking":
        line += f" ({code(words.source(effect.old, package))} → {code(words.source(effect.new, package))})"
    return line


def whole(sections: list[str]) -> str:
    """The changelog of several versions, the newest first."""
    head = "# Changelog\n\nWhat callers of this client see of each version of the API, generated with it.\n\n"
    return head + "\n".join(sections)
