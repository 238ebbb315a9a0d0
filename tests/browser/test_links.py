"""Links into the page, folding, keys and copying."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.pages import ALL, box, entry, ids, search, settled, visible
from tests.browser.reports import rich


def test_filters_stay_in_the_address_and_survive_a_reload(open_report: Opener) -> None:
    page = open_report(rich())
    box(page, "breaking").check()
    box(page, "to check").check()
    box(page, "wire").check()
    page.get_by_label("Resource").select_option("owners")
    search(page).fill("owner.kind ROBOT")
    settled(page, "#level=breaking%2Cwarning&layer=wire&resource=owners&text=owner.kind+ROBOT")
    page.reload()
    assert visible(page) == ids(5)
    expect(box(page, "breaking")).to_be_checked()
    expect(box(page, "info")).not_to_be_checked()
    expect(search(page)).to_have_value("owner.kind ROBOT")
    page.get_by_role("button", name="Reset").click()
    settled(page, "")
    page.reload()
    assert visible(page) == ALL


def test_a_filter_in_a_link_works_at_once(open_report: Opener) -> None:
    page = open_report(rich(), "#level=info&resource=pets&text=colour")
    assert visible(page) == ids(6)
    expect(page.get_by_label("Resource")).to_have_value("pets")


@pytest.mark.parametrize(
    "hash", ["#level=%", "#resource=nowhere&level=x", "#nothing-of-ours", "#%F0%28", "#=&=", "#__proto__", "#"]
)
def test_a_hash_that_makes_no_sense_filters_nothing(open_report: Opener, hash: str) -> None:
    assert visible(open_report(rich(), hash)) == ALL


def test_a_link_to_an_entry_unfolds_and_shows_it(open_report: Opener) -> None:
    page = open_report(rich(), f"#{ALL[6]}")
    found = entry(page, ALL[6])
    expect(found).to_have_attribute("open", "")
    expect(found.locator("> summary")).to_be_in_viewport()
    expect(found.locator("> summary")).to_be_focused()
    expect(found.locator(".body")).to_be_visible()
    # It is not under the bar of filters either.
    top = page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", ALL[6])
    bar = page.evaluate("document.getElementById('filters').getBoundingClientRect().bottom")
    assert top >= bar


def test_a_link_to_an_entry_lifts_the_filter_that_hides_it(open_report: Opener) -> None:
    page = open_report(rich(), "#level=breaking")
    assert visible(page) == ids(1, 2, 3, 4)
    page.evaluate("hash => { location.hash = hash; }", ALL[6])
    expect(entry(page, ALL[6]).locator("> summary")).to_be_focused()
    assert visible(page) == ALL
    expect(box(page, "breaking")).not_to_be_checked()


def test_a_link_to_an_entry_that_is_shown_keeps_the_filter(open_report: Opener) -> None:
    page = open_report(rich(), "#level=breaking")
    page.get_by_role("link", name="Pet.id is gone").click()
    expect(entry(page, ALL[1]).locator("> summary")).to_be_focused()
    assert visible(page) == ids(1, 2, 3, 4)


def test_every_entry_links_to_itself_again_and_again(open_report: Opener) -> None:
    page = open_report(rich())
    found = entry(page, ALL[0])
    for _ in range(2):
        found.get_by_role("link", name=ALL[0]).click()
        settled(page, f"#{ALL[0]}")
    page.get_by_role("button", name="Fold all", exact=True).click()
    expect(found).not_to_have_attribute("open", "")
    page.locator(f".bump a[href='#{ALL[0]}']").click()
    expect(found).to_have_attribute("open", "")


def test_all_folds_and_unfolds(open_report: Opener) -> None:
    page = open_report(rich())
    page.get_by_role("button", name="Unfold all").click()
    assert page.locator(".change[open]").count() == 9
    assert all(it.is_visible() for it in page.locator(".change .body").all())
    page.get_by_role("button", name="Fold all", exact=True).click()
    assert page.locator(".change[open], .group[open]").count() == 0


def test_the_keyboard_reaches_and_folds_entries(open_report: Opener) -> None:
    page = open_report(rich())
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the changes")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    first = page.locator(".change").first
    expect(first.locator("> summary")).to_be_focused()
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    expect(first).not_to_have_attribute("open", "")


def test_a_fingerprint_and_an_approval_are_copied(open_report: Opener) -> None:
    page = open_report(rich(), permissions=["clipboard-read", "clipboard-write"])
    found = entry(page, ALL[0])
    found.get_by_role("button", name=f"Copy {ALL[0]}").click()
    expect(page.locator("#said")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == ALL[0]
    found.get_by_text("Approve in spec/approvals.toml").click()
    found.get_by_role("button", name="Copy the approval").click()
    expect(page.locator("#said")).to_have_text("Copied")
    copied = f'[[approval]]\nfingerprint = "{ALL[0]}"\nreason = ""\nwho = ""\n'
    assert page.evaluate("navigator.clipboard.readText()") == copied
