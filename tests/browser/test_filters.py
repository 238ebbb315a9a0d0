"""Filters of the page: levels, layers, resources, text; what they count, and how fast they are."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.pages import ALL, box, entry, group, ids, search, settled, visible
from tests.browser.reports import large, rich


def test_everything_is_there_at_first(open_report: Opener) -> None:
    page = open_report(rich())
    assert visible(page) == ALL
    expect(page.locator("#count")).to_have_text("9 entries")
    expect(page.locator("#empty")).to_be_hidden()


def test_levels_layers_resources_and_text_filter(open_report: Opener) -> None:
    page = open_report(rich())
    box(page, "breaking").check()
    assert visible(page) == ids(1, 2, 3, 4)
    expect(page.locator("#count")).to_have_text("4 of 9 entries")
    box(page, "to check").check()
    assert visible(page) == ids(1, 2, 3, 4, 5)
    box(page, "client").check()
    assert visible(page) == ids(1, 3)
    page.get_by_role("button", name="Reset").click()
    assert visible(page) == ALL
    page.get_by_label("Resource").select_option("owners")
    assert visible(page) == ids(4, 5, 8)
    search(page).fill("robot")
    assert visible(page) == ids(5)
    expect(page.locator("#count")).to_have_text("1 of 9 entries")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("may be ABSENT", ids(1)),
        ("client-model", ids(3, 9)),
        ("properties/field7", ids(7)),
        ("get /owners", ids(4, 5, 8)),
        ("/pets/3", ids(2)),
        ("client.pets.create", ids(1)),
        (f"{6:012x}", ids(6)),
        ("pet name", ids(1)),
    ],
)
def test_text_finds_titles_rules_pointers_operations_symbols_and_fingerprints(
    open_report: Opener, text: str, found: list[str]
) -> None:
    page = open_report(rich())
    search(page).fill(text)
    assert visible(page) == found


def test_each_choice_counts_what_it_would_show(open_report: Opener) -> None:
    page = open_report(rich())
    page.get_by_label("Resource").select_option("pets")
    numbers = page.locator(".chip .number").all_inner_texts()
    assert numbers == ["2", "0", "3", "5", "1"]
    box(page, "info").check()
    # Beside itself, that is: the levels count as they did.
    assert page.locator(".chip .number").all_inner_texts() == ["2", "0", "3", "3", "0"]
    assert page.locator("option").all_inner_texts() == ["all", "owners (1)", "pets (3)", "schemas and names (1)"]


def test_groups_open_for_what_is_looked_for_and_close_again(open_report: Opener) -> None:
    page = open_report(rich())
    pets = group(page, "pets")
    expect(pets).not_to_have_attribute("open", "")
    search(page).fill("colour")
    expect(entry(page, ALL[5]).locator("> summary")).to_be_visible()
    expect(pets.locator("> summary")).to_contain_text("1 of 2 entries")
    expect(page.get_by_role("heading", name="What you must do")).to_be_hidden()
    page.get_by_role("button", name="Reset").click()
    expect(pets).not_to_have_attribute("open", "")
    expect(page.get_by_role("heading", name="What you must do")).to_be_visible()


def test_nothing_matches_says_so_and_offers_the_way_back(open_report: Opener) -> None:
    page = open_report(rich())
    search(page).fill("no such thing")
    expect(page.get_by_text("Nothing matches these filters.")).to_be_visible()
    expect(page.locator("#count")).to_have_text("0 of 9 entries")
    page.get_by_role("button", name="Show everything").click()
    assert visible(page) == ALL
    expect(search(page)).to_be_focused()
    settled(page, "")


def test_the_count_is_announced(open_report: Opener) -> None:
    page = open_report(rich())
    expect(page.get_by_role("status").filter(has_text="9 entries")).to_be_visible()


def test_a_thousand_changes_are_filtered_at_once(open_report: Opener) -> None:
    page = open_report(large())
    expect(page.locator("#count")).to_have_text("1000 entries")
    took = page.evaluate("""() => {
            const text = document.getElementById('text'), times = [];
            for (const value of ['field1', 'field12', 'field123', 'nothing', '']) {
                const start = performance.now();
                text.value = value;
                text.dispatchEvent(new Event('input', { bubbles: true }));
                document.body.offsetHeight;
                times.push(performance.now() - start);
            }
            return times.sort((a, b) => a - b)[2];
        }""")
    assert took < 100
