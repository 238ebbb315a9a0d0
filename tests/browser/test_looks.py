"""Colours, screens of all widths, paper, a browser without script, and a document that means harm."""

from __future__ import annotations

import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.changes.render import html
from generator.changes.report import Report
from tests.browser.conftest import Opener
from tests.browser.pages import ALL, SCREENS, entry, group, unfold
from tests.browser.reports import change, effect, place, reached, report, rich


def background(page: Page) -> str:
    found: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return found


def test_colours_follow_the_system_until_they_are_chosen(open_report: Opener) -> None:
    page = open_report(rich(), color_scheme="light")
    light = background(page)
    page.emulate_media(color_scheme="dark")
    dark = background(page)
    assert light != dark
    button = page.get_by_role("button", name="Dark")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    assert background(page) == light
    expect(button).to_have_attribute("aria-pressed", "false")
    page.reload()
    assert background(page) == light, "the choice is remembered"
    page.get_by_role("button", name="Dark").click()
    assert background(page) == dark


def test_the_page_works_where_storage_is_refused(open_report: Opener) -> None:
    page = open_report(rich())
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page.reload()
    before = background(page)
    page.get_by_role("button", name="Dark").click()
    assert background(page) != before


def wordy() -> Report:
    """A report of very long words."""
    long = "Extraordinarily" * 12
    entry = replace(
        change(1, "breaking", "r" * 90, title=f"{long}.field may be absent"),
        reached=(reached("r" * 90, "breaking", f"/v1/{'segment/' * 30}"),),
        python=(effect(f"models.{long}", f"def {long}(a: {long}) -> None: ...", f"def {long}(b: int) -> None: ..."),),
        old=place(f"/components/schemas/{long}", 123_456, f"{'  ' * 20}{long}: {long}", "x" * 2_000, "y"),
        elsewhere=(f"/paths/{long}",),
        id="rule-" * 30,
    )
    return replace(
        rich(),
        changes=(entry, *rich().changes[1:]),
        old=replace(rich().old, version="1.0.0-" + "x" * 80, name="d/" * 90),
    )


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("subject", [rich, wordy])
def test_no_screen_scrolls_sideways(open_report: Opener, screen: str, subject: Any) -> None:
    width, height = SCREENS[screen]
    page = open_report(subject(), viewport={"width": width, "height": height})
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut = page.evaluate("""[...document.querySelectorAll('main *:not(.sr):not(option)')]
        .filter(it => it.getClientRects().length && it.getBoundingClientRect().right > innerWidth + 1)
        .map(it => it.outerHTML)""")
    assert cut == []


def test_versions_of_code_stand_side_by_side_or_below_each_other(open_report: Opener) -> None:
    for width, beside in ((1280, True), (320, False)):
        page = open_report(rich(), viewport={"width": width, "height": 900})
        old, new = entry(page, ALL[2]).locator(".effects figure").all()
        boxes = old.bounding_box(), new.bounding_box()
        assert boxes[0] and boxes[1]
        assert (boxes[0]["y"] == boxes[1]["y"]) is beside


def test_without_script_everything_can_be_read(open_report: Opener) -> None:
    page = open_report(rich(), java_script_enabled=False)
    expect(page.locator("#filters")).to_be_hidden()
    assert all(not it.is_visible() for it in page.locator("button").all())
    group(page, "pets").locator("> summary").click()
    found = entry(page, ALL[5])
    found.locator("> summary").click()
    expect(found.locator(".body")).to_be_visible()
    expect(entry(page, ALL[0]).locator(".body")).to_be_visible()


def test_on_paper_everything_is_open_and_filters_are_gone(open_report: Opener) -> None:
    page = open_report(rich())
    page.emulate_media(media="print")
    expect(page.locator("#filters")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".change[open]").count() == 4
    folded = pages(page.pdf(format="A4"))
    unfold(page)
    assert folded == pages(page.pdf(format="A4")) > 1


def test_paper_needs_no_script(open_report: Opener) -> None:
    plain = pages(open_report(rich(), java_script_enabled=False).pdf(format="A4"))
    assert plain == pages(open_report(rich()).pdf(format="A4"))


def pages(pdf: bytes) -> int:
    """How many pages a PDF has."""
    text = pdf
    for part in pdf.split(b"stream\n")[1:]:
        try:
            text += zlib.decompress(part.split(b"\nendstream")[0])
        except zlib.error:
            continue
    return text.count(b"/Type /Page\n") + text.count(b"/Type /Page ") + text.count(b"/Type /Page/")


def test_what_a_document_says_cannot_run(open_report: Opener) -> None:
    evil = "</script><script>document.title = 'gone'</script><img src=x onerror=\"document.title = 'gone'\">"
    page = open_report(report(replace(change(1, "breaking", title=evil), old=place("/a", 3, evil, evil, evil))))
    expect(page.get_by_role("heading", name="onerror")).to_be_visible()
    assert page.title().startswith("1.0.0 → 1.1.0")
    assert page.locator("img").count() == 0


def test_the_policy_stops_what_should_get_through_all_the_same(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    evil = "<script>document.title = 'gone'</script><style>body { display: none }</style><img src='other.png'>"
    path.write_text(html.render(rich()).replace("<body>", f"<body>{evil}"), "utf-8")
    with browser.new_context() as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("requestfinished", lambda it: asked.append(it.url))
        page.goto(path.as_uri())
        expect(page.locator("h1")).to_be_visible()
        assert page.title() != "gone"
        assert asked == [path.as_uri()]
