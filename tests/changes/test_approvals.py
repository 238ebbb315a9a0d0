"""`approvals.toml`: what it may say, how long it counts, and what it changes in a report."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.changes import approvals
from generator.changes.report import Approval
from generator.diagnostics import ProvgenError
from generator.document import load
from generator.reporting import gated
from tests.changes.projects import report_of

CASES = Path(__file__).parents[1] / "cases" / "clients"
ONE = Approval("0123456789ab", "agreed", "jo")


def read(tmp_path: Path, text: str) -> tuple[Approval, ...]:
    file = tmp_path / "approvals.toml"
    file.write_text(text, encoding="utf-8")
    return approvals.read(file)


def test_no_file_approves_nothing(tmp_path: Path) -> None:
    assert approvals.read(tmp_path / "approvals.toml") == ()


def test_an_approval_says_what_why_who_and_until_when(tmp_path: Path) -> None:
    text = '[[approval]]\nfingerprint = "0123456789ab"\nreason = "agreed"\nwho = "jo"\nuntil = 2027-01-31\n'
    assert read(tmp_path, text) == (replace(ONE, until="2027-01-31"),)


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ('[[approval]]\nfingerprint = "a"\nreason = " "\nwho = "jo"', "'reason' must be", "1:1"),
        ('\n[[approval]]\nfingerprint = "a"\nreason = "b"', "'who' must be", "2:1"),
        ('[[approval]]\nfingerprint = "a"\nreason = "b"\nwho = "c"\nuntill = "1"', "'untill' is no key", "1:1"),
        ("approvals = []", "'approvals' is no key", "1:1"),
        ("[[approval", "Expected", "1:11"),
        ('[[approval]]\nfingerprint = "a"\nreason = "b"\nwho = "c"\nuntil = 3', "'until' must be", "1:1"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, message: str, place: str) -> None:
    with pytest.raises(ProvgenError) as caught:
        read(tmp_path, text)
    found = caught.value.diagnostics[0]
    assert message in found.message
    assert str(found.location).endswith(f"approvals.toml:{place}")


@pytest.mark.parametrize(
    ("until", "version", "today", "counts"),
    [
        ("", "9.9", None, True),
        ("1.2.40", "1.2.36", None, True),
        ("1.2.40", "1.2.40", None, True),
        ("1.2.40", "1.2.117", None, False),
        ("2026-12-31", "1", date(2026, 12, 31), True),
        ("2026-12-31", "1", date(2027, 1, 1), False),
        ("2026-12-31", "1", None, True),
    ],
)
def test_how_long_it_counts(until: str, version: str, today: date | None, counts: bool) -> None:
    assert approvals.in_force(replace(ONE, until=until), version, today) is counts


@pytest.mark.parametrize("case", ["fields-of-answers", "parameters", "renamed-tag", "events"])
def test_removing_an_approval_brings_its_change_back(case: str) -> None:
    """A law: approving everything stops the gate, and each approval that is taken away opens exactly its change."""
    plain = report_of(CASES / case)
    every = tuple(replace(ONE, fingerprint=it.fingerprint) for it in plain.changes)
    assert gated(plain, "breaking")
    approved = report_of(CASES / case, approvals=every)
    assert not approved.open
    assert not gated(approved, "warning")
    for it in every:
        rest = report_of(CASES / case, approvals=tuple(other for other in every if other is not it))
        assert [one.fingerprint for one in rest.open] == [it.fingerprint]


def test_approvals_of_nothing_are_told() -> None:
    found = report_of(CASES / "parameters", approvals=(ONE,))
    assert found.stale == (ONE,)


def test_an_approval_whose_time_is_over_is_stale() -> None:
    plain = report_of(CASES / "parameters")
    over = replace(ONE, fingerprint=plain.changes[0].fingerprint, until="1.0")
    found = report_of(CASES / "parameters", approvals=(over,))
    assert found.changes[0].approval is None
    assert found.stale == (over,)


def test_fingerprints_do_not_hang_on_words(tmp_path: Path) -> None:
    """The same change of documents with other words has the same fingerprint, and each of a report has its own."""
    for side in ("old", "new"):
        document = load.read(CASES / "parameters" / f"{side}.yaml").value
        operation = document["paths"]["/pets/{petId}"]["get"]
        again = {**operation, "description": "In other words."}
        shuffled = {**document, "paths": {"/pets/{petId}": {"get": dict(reversed(again.items()))}}}
        (tmp_path / f"{side}.yaml").write_text(json.dumps(shuffled), encoding="utf-8")
    prints = {it.id + it.title: it.fingerprint for it in report_of(CASES / "parameters").changes}
    assert len(set(prints.values())) == len(prints)
    found = {it.id + it.title: it.fingerprint for it in report_of(tmp_path).changes}
    assert found == prints
