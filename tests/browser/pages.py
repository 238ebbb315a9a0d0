"""What the tests of the page ask it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

SCREENS = {"wide": (1280, 900), "middle": (760, 900), "narrow": (320, 640)}


def ids(*numbers: int) -> list[str]:
    """The ids of the entries that the makers of reports number so."""
    return [f"{number:012x}" for number in numbers]


ALL = ids(*range(1, 10))
"""The ids of the entries of `rich`."""


def visible(page: Page) -> list[str]:
    """The entries that the filters let through."""
    found: list[str] = page.evaluate("[...document.querySelectorAll('.change:not([hidden])')].map(it => it.id)")
    return sorted(found)


def entry(page: Page, name: str) -> Locator:
    """The entry of that id."""
    return page.locator(f"[id='{name}']")


def group(page: Page, name: str) -> Locator:
    """The group of that name."""
    return page.locator(".group", has=page.get_by_role("heading", name=name, exact=True))


def box(page: Page, name: str) -> Locator:
    """The box of a level or layer."""
    return page.get_by_role("checkbox", name=name)


def search(page: Page) -> Locator:
    """Where the text is typed that is looked for."""
    return page.get_by_label("Text")


def settled(page: Page, hash: str) -> None:
    """Waits until the address has that hash."""
    expect(page).to_have_url(f"{page.url.partition('#')[0]}{hash}")


def unfold(page: Page) -> None:
    """Opens everything that can be folded."""
    page.evaluate("for (const it of document.querySelectorAll('details')) it.open = true")
