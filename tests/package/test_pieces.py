"""Cutting a source into pieces: nothing is lost, and black makes of them what it makes of the whole."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from generator.package.format import LINE_LENGTH, Formatter, format_pieces, format_source
from generator.package.pieces import Piece, finer, pieces
from generator.package.wrap import wrapped
from generator.workers import Pool

ROOT = Path(__file__).parents[2]
WHOLE = sorted((*(ROOT / "generated").rglob("*.py"), *(ROOT / "templates" / "runtime").glob("*.py")))

CUT = {
    "functions": (["def a():", "    pass", "", "", "def b():", "    pass"], 2),
    "classes": (["class A:", "    pass", "", "", "@final", "class B:", "    pass"], 2),
    "methods": (["class A:", "    def a(self): ...", "", "    async def b(self): ..."], 2),
    "decorated": (["class A:", "    x = 1", "", "    @overload", "    def b(self): ..."], 2),
    "assignments": (["A: Operation[int] = Operation(", "    1,", ")", "B = Operation(2)"], 2),
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
    lines = wrapped("\n".join(lines), LINE_LENGTH)
    found = pieces(lines)
    assert len(found) == count
    assert "".join(it.gap + it.text + "\n" for it in found) == "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_black_makes_of_pieces_what_it_makes_of_the_whole(path: Path) -> None:
    source = path.read_text()
    assert format_pieces("a.py", pieces(wrapped(source, LINE_LENGTH))).decode() == source


NESTED = "if x:\n    def a(): ...\n\n    def b(): ...\n\n    def c(): ...\nelse:\n    pass\n"


@pytest.mark.parametrize("source", [NESTED, "x = 1\n", "\n"])
def test_what_is_no_module_in_pieces_is_formatted_as_a_whole(source: str) -> None:
    with Pool(0) as pool:
        formatter = Formatter(pool)
        formatter.add({"a.py": source.encode()})
        assert formatter.finish().files["a.py"] == format_source("a.py", source.encode())


LONG = f"dict[{'K' * 60}, {'V' * 60}]"
FINER = {
    "fields": (
        f'class A(Model):\n    """A.\n\n    B."""\n\n    a: int = (1)\n    b: {LONG}\n    """B."""\n    c: str',
        3,
    ),
    "text-like-a-field": (f'class A:\n    a: {LONG}\n    """A.\n\n    b: not a field\n    """\n    c: int', 2),
    "field-in-brackets": ("class A:\n    a: dict[\n        int, str\n    ]\n    b: int", 2),
    "comment": ("class A:\n    a: int\n    # of b\n    b: int", 1),
    "variables-of-a-function": (f"def f():\n    a: {LONG}\n    b: int = 1", 1),
    "overloads": (
        f"@overload\ndef f(x: {LONG}) -> None: ...\n@overload\ndef f(x: int) -> None: ...\ndef f(x): return x",
        3,
    ),
    "functions-inside": ("def f():\n    def g(): ...\n    def h(): ...", 1),
    "statement": (f"x: {LONG} = 1", 1),
}


@pytest.mark.parametrize("name", FINER)
@pytest.mark.parametrize("in_class", [False, True])
def test_finer_cuts_are_where_black_changes_nothing(name: str, in_class: bool) -> None:
    text, count = FINER[name]
    whole = Piece(textwrap.indent(text, "    ") if in_class else text, "\n", in_class)
    found = finer(whole)
    assert in_class or len(found) == count
    assert "".join(it.gap + it.text + "\n" for it in found) == whole.gap + whole.text + "\n"
    assert b"".join(it.placed(format_source("a.py", it.source)) for it in found) == whole.placed(
        format_source("a.py", whole.source)
    )
