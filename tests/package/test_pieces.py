"""Cutting a source into pieces: nothing is lost, and black makes of them what it makes of the whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.package.format import format_share
from generator.package.pieces import pieces, shares
from generator.package.printed import LINE_LENGTH
from generator.package.wrap import logical_lines, wrapped

ROOT = Path(__file__).parents[2]
WHOLE = sorted((*(ROOT / "generated").rglob("*.py"), *(ROOT / "templates" / "runtime").glob("*.py")))

CUT = {
    "functions": (["def a():", "    pass", "", "", "def b():", "    pass"], 2),
    "classes": (["class A:", "    pass", "", "", "@final", "class B:", "    pass"], 2),
    "methods": (["class A:", "    def a(self): ...", "", "    async def b(self): ..."], 2),
    "decorated": (["class A:", "    x = 1", "", "    @overload", "    def b(self): ..."], 2),
    "assignments": (["A: Operation[int] = Operation(", "    1,", ")", "B = Operation(2)"], 2),
    "long-assignments": (
        [
            f"{'A' * 70}: Operation[",
            f"    {'B' * 60}",
            "] = Operation(",
            "    1,",
            ")",
            "B: O[int] = O(",
            "    2,",
            ")",
        ],
        2,
    ),
    "first-method": (["class A:", "", "    def a(self): ..."], 1),
    "too-few-lines": (["x = 1", "", "def a(): ..."], 1),
    "too-many-lines": (["x = 1", "", "", "", "def a(): ..."], 1),
    "comment": (["x = 1", "", "", "# about a", "", "", "def a(): ..."], 1),
    "import-before": (["from x import (", "    y,", ")", "B = Operation(2)"], 1),
    "one-string": (['x = """', "", "", "def a(): ...", '"""'], 1),
}


@pytest.mark.parametrize("name", CUT)
def test_cuts_are_where_black_changes_nothing(name: str) -> None:
    lines, count = CUT[name]
    lines = wrapped(list(logical_lines("\n".join(lines))), LINE_LENGTH)
    found = pieces(lines)
    assert len(found) == count
    assert "".join(it.gap + it.text + "\n" for it in found) == "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_black_makes_of_pieces_what_it_makes_of_the_whole(path: Path) -> None:
    source = path.read_text()
    for size in (1, 5_000, len(source)):
        found = shares(source, size)
        assert "".join(it.gap + "\n".join(it.lines) + "\n" for it in found) == source
        assert b"".join(format_share("a.py", it) for it in found).decode() == source


def test_shares_are_as_large_as_is_wanted_and_cut_outside_of_texts() -> None:
    body = 'class A:\n    """A.\n\n    def not_a_method(): ...\n    """\n\n    def a(self): ...\n\n    def b(self): ...'
    source = f"x = 1\n\n\n{body}\n"
    first = [it.lines[0] for it in shares(source, 1)]
    assert first == ["x = 1", "class A:", "    def a(self): ...", "    def b(self): ..."]
    assert [it.gap for it in shares(source, 1)] == ["", "\n\n", "\n", "\n"]
    assert [len(it.lines) for it in shares(source, 30)] == [5, 3]
