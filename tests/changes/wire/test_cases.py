"""Pairs of small documents and what is said of them: tests/cases/changes.

A case is a folder with `old.yaml`, `new.yaml` and `expected.json`: a list of entries, the worst first. `options.json` holds the
options of the comparison where they matter: the day, the days of grace, extensions that mean something. An empty list means
that both documents say the same.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.changes import loading
from generator.changes.causes import Cause, causes
from generator.changes.lifecycle import Policy
from generator.changes.rules import RULES
from generator.changes.side import Side
from generator.changes.wire.documents import Options, compare

CASES = Path("tests/cases/changes")
NAMES = sorted(it.name for it in CASES.iterdir())


def _options(case: Path) -> Options:
    path = case / "options.json"
    said = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    as_of = date.fromisoformat(said["as_of"]) if "as_of" in said else None
    return Options(frozenset(said.get("extensions", ())), Policy(as_of, said.get("grace", 0)))


def _entries(case: Path) -> list[dict[str, Any]]:
    old, new = (Side(loading.read(case / name, name).document) for name in ("old.yaml", "new.yaml"))
    return [_entry(it) for it in causes(compare(old, new, _options(case)))]


def _entry(cause: Cause) -> dict[str, Any]:
    return {
        "rule": cause.rule.id,
        "subject": cause.finding.subject,
        "levels": dict(cause.levels),
        "operations": len({where.operation for where in cause.wheres}),
        "at": cause.finding.place,
    }


def _expected(case: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str) -> None:
    assert _entries(CASES / name) == _expected(CASES / name)


def test_every_rule_has_a_case() -> None:
    shown = {entry["rule"] for name in NAMES for entry in _expected(CASES / name)}
    assert shown == set(RULES)


# ── the blind spots that ../shared/design/CHANGE_REPORTS.md lists ───────────────────────────────────────────────────

UNSEEN = {
    "blind-title": "a title is words; classes of clients are named after it",
    "blind-parameters-reordered": "parameters are sent by name; arguments of clients are passed by position too",
    "blind-properties-reordered": "properties are sent by name",
}
"""What changes a typed client alone, and nothing that a request or an answer holds: the comparison of clients sees it."""

BREAKING = (
    *("query-array-joined", "undeclared-refused", "unique-items", "fewer-items", "multiples", "properties-demanded"),
    *("values-excluded", "text-body-pattern", "form-part-type", "server-host", "server-path", "server-variable"),
    *("security-alternative-gone", "security-both-demanded", "security-on-open-operation", "security-kind"),
    *("api-key-name", "http-scheme", "path-level-parameter"),
)
"""What breaks on the wire, silently elsewhere."""

TO_CHECK = ("items-limited",)
"""A limit where there was none, which may have been there all along."""


def _worst(name: str) -> set[str]:
    return {level for entry in _expected(CASES / name) for level in entry["levels"].values()}


def test_what_breaks_silently_elsewhere_breaks_aloud_here() -> None:
    assert len(BREAKING) + len(TO_CHECK) == 20
    assert all("breaking" in _worst(f"blind-{name}") for name in BREAKING)
    assert all("warning" in _worst(f"blind-{name}") for name in TO_CHECK)


def test_what_changes_a_typed_client_alone_is_seen() -> None:
    blind = {name for name in NAMES if name.startswith("blind-")}
    assert {name for name in blind if not _expected(CASES / name)} == set(UNSEEN)
