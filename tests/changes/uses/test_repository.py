"""A repository as it might be, with the uses that somebody has listed in it by hand, line by line."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.changes.uses.finding import find_uses
from generator.package.surface import Surface
from tests.changes.uses.marked import Found, difference, expected, got

ROOT = Path(__file__).parents[2] / "cases" / "uses" / "repository"
BROKEN = "src/acme/broken.py"
NOT_THEIRS = ("_vendor/sinch_provisioning", "build/", ".venv/")


@pytest.fixture(scope="module")
def wanted() -> Found:
    found: Found = Counter()
    for path in sorted(ROOT.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if not any(it in name for it in NOT_THEIRS):
            found += expected(name, path.read_text(encoding="utf-8"))
    found[BROKEN, 1, "unfollowed", "line 2 is not valid Python: '(' was never closed"] += 1
    return found


def test_all_uses_are_found_and_nothing_else(client: Surface, wanted: Found) -> None:
    found = got(find_uses(ROOT, client))
    assert wanted == found, difference(wanted, found)


def test_it_is_large_enough_to_tell_something(wanted: Found) -> None:
    assert len(wanted) > 200
    assert {how for _, _, _, how in wanted} >= {
        *(
            "import",
            "construct",
            "resource",
            "call",
            "argument",
            "field",
            "member",
            "annotation",
            "except",
            "reference",
        ),
    }
