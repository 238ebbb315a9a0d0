"""axe-core, a checker of accessibility, looks at the page."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Opener
from tests.browser.pages import SCREENS, unfold
from tests.browser.reports import report, rich


def axe() -> str:
    """The source of axe-core: the file that AXE names, or that of the package `axe-playwright-python`."""
    if "AXE" in os.environ:
        return Path(os.environ["AXE"]).read_text("utf-8")
    found = importlib.util.find_spec("axe_playwright_python")
    assert found and found.origin, "axe-playwright-python is not installed, and AXE names no axe.min.js"
    return Path(found.origin).with_name("axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", ["wide", "narrow"])
def test_axe_finds_nothing(open_report: Opener, scheme: Any, screen: str) -> None:
    width, height = SCREENS[screen]
    page = open_report(
        rich(), color_scheme=scheme, viewport={"width": width, "height": height}, reduced_motion="reduce"
    )
    unfold(page)
    page.evaluate(f"{axe()}\n;0")
    found = page.evaluate("axe.run().then(it => it.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html}`)))")
    assert found == []
    # Nor is there anything that it cannot tell.
    unsure = page.evaluate("axe.run().then(it => it.incomplete.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html}`)))")
    assert unsure == []


def test_axe_finds_nothing_where_nothing_matches_or_nothing_changed(open_report: Opener) -> None:
    for subject, hash in ((rich(), "#text=nowhere"), (report(), "")):
        page = open_report(subject, hash)
        page.evaluate(f"{axe()}\n;0")
        assert page.evaluate("axe.run().then(it => it.violations.map(v => v.id))") == []
