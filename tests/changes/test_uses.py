"""A repository that uses the client, `tests/cases/uses/shop`: its uses, listed by hand in `expected.txt`, and what a step means to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import reporting
from generator.api.names import Pins
from generator.changes import loading
from generator.changes.clients import built
from generator.changes.report import Report
from generator.changes.uses.finding import find_uses
from generator.settings import load_settings
from generator.specs import archive
from tests.rendered import ROOT

CASE = ROOT / "tests" / "cases" / "uses"


@pytest.fixture(scope="module")
def report() -> Report:
    """The newest step, with the uses of the shop."""
    asked = reporting.Asked(load_settings(ROOT / "pyproject.toml"), "1.2.16", "1.2.36", uses=CASE / "shop")
    return reporting.report(asked)


def test_all_true_uses_are_found_and_no_others() -> None:
    settings = load_settings(ROOT / "pyproject.toml")
    document = loading.read(ROOT / "spec" / "1.2.16" / "openapi.yaml", "1.2.16")
    pins = Pins.from_json(archive.read_lock(settings.spec).names)
    client = built(document, settings.names, settings.client, pins).surface
    assert client is not None
    found = find_uses(CASE / "shop", client)
    lines = [f"{it.file}:{it.line} {it.symbol} {it.how}" for it in found.uses]
    lines += [f"{it.file}:{it.line} ? {it.reason}" for it in found.unfollowed]
    assert sorted(lines) == sorted((CASE / "expected.txt").read_text("utf-8").splitlines())


def test_a_report_names_the_lines_that_are_concerned(report: Report) -> None:
    found = {(use.file, use.line, it.id) for it in report.changes for use in it.uses}
    assert found == {
        ("shop/accounts.py", 22, "property-became-optional"),
        ("shop/accounts.py", 26, "wrapped-in-one-of"),
    }
    assert report.files == 7


def test_what_could_not_be_followed_is_told(report: Report) -> None:
    assert [(it.file, it.line) for it in report.unfollowed] == [
        ("shop/accounts.py", 26),
        ("shop/senders.py", 16),
        ("tools/broken.py", 1),
    ]


def test_nothing_of_the_repository_is_run(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("from sinch_provisioning import Client\nopen('ran', 'w')\nClient().webhooks\n")
    settings = load_settings(ROOT / "pyproject.toml")
    reporting.report(reporting.Asked(settings, "1.2.36", "1.2.36", uses=tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["app.py"]
