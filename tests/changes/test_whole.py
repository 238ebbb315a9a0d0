"""The step between the archived documents, held against the raw difference of both: nothing is missed, nothing told twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from generator import reporting
from generator.changes.report import Report
from generator.document.pointers import join
from generator.making import Source, overlays_of, prepare
from generator.settings import load_settings
from tests.rendered import ROOT

OLD, NEW = "1.2.16", "1.2.36"
WORDS = {"description", "summary", "title", "example", "examples", "externalDocs"}

NO_CHANGES = {
    "/info/version": "the step itself",
    "/servers/0/url": "a slash at the end",
    "/tags": "their order, and a tag that no operation has",
}
"""Differences of the documents that change nothing for callers."""

WITH_ANOTHER = {
    "/paths/~1v1~1projects~1{projectId}~1whatsapp/post/requestBody/content/application~1json/schema/$ref": "wrapped-in-one-of",
    "/components/schemas/WhatsappTemplateDto/required": "required-property-added",
}
"""Differences that are told with another one, by its rule."""


@pytest.fixture(scope="module")
def report() -> Report:
    return reporting.report(reporting.Asked(load_settings(ROOT / "pyproject.toml"), OLD, NEW))


def raw(version: str) -> Any:
    """A document with our corrections, which is what is compared."""
    settings = load_settings(ROOT / "pyproject.toml")
    return prepare(Source(ROOT / "spec" / version / "openapi.yaml", version, overlays_of(settings))).document.value


def differences(old: Any, new: Any, at: str = "") -> Iterator[str]:
    """The pointers at which two documents differ, words apart; a list that grew, or one of scalars, is one place."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in sorted({**old, **new}):
            if key in WORDS and not at.endswith("/properties"):
                continue
            if key in old and key in new:
                yield from differences(old[key], new[key], join(at, key))
            else:
                yield join(at, key)
    elif (
        isinstance(old, list)
        and isinstance(new, list)
        and len(old) == len(new)
        and all(isinstance(it, dict) for it in old)
    ):
        for index, (before, after) in enumerate(zip(old, new)):
            yield from differences(before, after, join(at, index))
    elif old != new:
        yield at


def places(report: Report) -> list[tuple[str, str]]:
    """The pointers of every change, each with its rule."""
    found = [(place.pointer, it.id) for it in report.changes for place in (it.old, it.new) if place is not None]
    return found + [(pointer, it.id) for it in report.changes for pointer in it.elsewhere]


def test_nothing_is_missed(report: Report) -> None:
    known = places(report)
    for pointer in differences(raw(OLD), raw(NEW)):
        if any(pointer.startswith(it.removesuffix("/0/url")) for it in NO_CHANGES):
            continue
        near = [rule for place, rule in known if _near(pointer, place)]
        assert near or WITH_ANOTHER[pointer] in {rule for _, rule in known}, pointer


def _near(pointer: str, place: str) -> bool:
    return pointer == place or pointer.startswith(f"{place}/") or place.startswith(f"{pointer}/")


def test_what_is_no_change_is_there_and_told_nowhere(report: Report) -> None:
    found = list(differences(raw(OLD), raw(NEW)))
    for pointer in NO_CHANGES:
        assert any(it.startswith(pointer.rpartition("/0")[0] or pointer) for it in found), pointer
        assert not any(_near(pointer, place) for place, _ in places(report)), pointer


def test_nothing_is_told_twice(report: Report) -> None:
    told = Counter((it.id, it.pointer, it.title) for it in report.changes)
    assert max(told.values()) == 1
    assert len({it.fingerprint for it in report.changes}) == len(report.changes)
    effects = Counter((one.symbol, one.detail) for it in report.changes for one in it.python)
    assert max(effects.values()) == 1


def test_every_place_is_the_line_that_it_says(report: Report) -> None:
    for it in report.changes:
        for version, place in ((OLD, it.old), (NEW, it.new)):
            if place is None or place.excerpt is None:
                continue
            lines = (ROOT / "spec" / version / "openapi.yaml").read_text("utf-8").splitlines()
            assert place.location is not None
            assert place.excerpt.lines == tuple(
                lines[place.excerpt.first - 1 : place.excerpt.first - 1 + len(place.excerpt.lines)]
            )
            last = place.pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
            marked = lines[place.location.line - 1].strip()
            assert last.isdigit() or last in marked, (place.pointer, marked)


def test_backwards_is_the_mirror_of_forwards(report: Report) -> None:
    back = reporting.report(reporting.Asked(load_settings(ROOT / "pyproject.toml"), NEW, OLD))
    assert {it.id for it in report.changes if it.id.startswith("operation-")} == {"operation-added"}
    assert {it.id for it in back.changes if it.id.startswith("operation-")} == {"operation-removed"}
    forwards = {it.pointer for it in report.changes if it.directions}
    backwards = {it.pointer for it in back.changes if it.directions}
    assert len(forwards & backwards) >= 0.7 * len(forwards | backwards)


def test_a_version_against_itself_has_no_change() -> None:
    found = reporting.report(reporting.Asked(load_settings(ROOT / "pyproject.toml"), NEW, NEW))
    assert (found.changes, found.reworded, found.bump) == ((), 0, "none")
