"""What two clients differ in, for each case in `tests/cases/clients`; and of the report that it stands in."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.changes.report import Report
from tests.changes.projects import report_of
from tests.golden import agrees

CASES = sorted((Path(__file__).parents[1] / "cases" / "clients").iterdir())


@pytest.mark.parametrize("case", CASES, ids=[it.name for it in CASES])
def test_what_clients_differ_in(case: Path) -> None:
    assert agrees(case / "expected.txt", _told(report_of(case)))


def _told(report: Report) -> str:
    """Each entry with its rule and both verdicts, and below it what it does to Python."""
    lines: list[str] = [report.bump]
    for it in report.changes:
        lines.append(f"{it.id}: {it.title} [wire {it.severity}]")
        lines += [f"    {one.effect} {one.symbol}: {one.detail}" for one in it.python]
        lines += [
            f"      {sign} {side}" for one in it.python for sign, side in (("-", one.old), ("+", one.new)) if side
        ]
    return "".join(f"{line}\n" for line in lines)
