"""The Chromium of Debian, without a window, driven by Playwright. Where there is none, tests fail."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from generator.changes.render import html
from generator.changes.report import Report

INSTALL = "apt-get update && apt-get install -y --no-install-recommends chromium fonts-dejavu-core"
"""What brings the browser, on Debian, as root."""

Opener = Callable[..., Page]
"""Opens the page of a report: `open_report(report, hash="", **context)`."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of the system, or that which CHROMIUM names."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if path is None:
        pytest.fail(f"There is no chromium. On Debian: {INSTALL}; elsewhere set CHROMIUM to a Chromium or Chrome.")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=["--disable-gpu"])
        yield found
        found.close()


@pytest.fixture
def open_report(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens pages from files. After the test none may have complained or asked for anything but itself."""
    complaints: list[str] = []
    asked: list[str] = []
    path = tmp_path / "report.html"

    with ExitStack() as stack:

        def opened(report: Report, hash: str = "", **options: Any) -> Page:
            path.write_text(html.render(report), "utf-8")
            context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
            stack.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(10_000)
            page.on("console", lambda it: complaints.append(it.text) if it.type in ("error", "warning") else None)
            page.on("pageerror", lambda it: complaints.append(str(it)))
            page.on("request", lambda it: asked.append(it.url))
            page.goto(f"{path.as_uri()}{hash}")
            return page

        yield opened
    assert complaints == []
    assert {it.partition("#")[0] for it in asked} <= {path.as_uri()}
