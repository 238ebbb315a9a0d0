"""What is settled by its shape, black leaves alone; and most of what we generate is settled."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import ProvgenError
from generator.package import printed
from generator.package.format import format_source, is_settled
from generator.package.pieces import Piece, pieces
from generator.package.printed import LINE_LENGTH
from generator.package.wrap import logical_lines, wrapped

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "generated", ROOT / "templates" / "runtime", ROOT / "generator", ROOT / "tests" / "cases")
FILES = sorted(path for folder in FOLDERS for path in folder.rglob("*.py"))


def _piece(text: str) -> Piece:
    return Piece(text, "", in_class=False)


def _unsettled_or_left_alone(piece: Piece) -> bool:
    return not is_settled(piece) or format_source("a.py", piece.source) == piece.source


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_settled_black_leaves_alone(path: Path) -> None:
    for piece in pieces(wrapped(list(logical_lines(path.read_text())), LINE_LENGTH)):
        assert _unsettled_or_left_alone(piece), piece.text


def test_most_of_a_client_is_settled() -> None:
    sources = [path.read_text() for path in (ROOT / "generated").rglob("*.py") if "resources" in path.parts]
    found = [piece for source in sources for piece in pieces(wrapped(list(logical_lines(source)), LINE_LENGTH))]
    assert sum(map(is_settled, found)) > 0.9 * len(found)


SETTLED = {
    "assignment": 'NAME: dict[str, Any] = {"a": 1}',
    "field": 'class A(Model):\n    """Text."""\n\n    a: Annotated[str, Field(alias="A")] = "b"\n    """Its text,\n    "quoted" twice."""\n    b: int',
    "operation": 'A: Operation[B] = Operation(\n    "a",\n    "GET /a",\n    parameters=(\n        path("b", "b", str),\n        query("c"),\n    ),\n)',
    "operation-of-a-long-class": f"{'A' * 60}: Operation[\n    {'B' * 50} | bytes\n] = Operation(\n    'a',\n    (\n        1,\n        2,\n    ),\n)".replace(
        "'", '"'
    ),
    "operation-in-brackets": f"{'A' * 60}: Operation[{'B' * 30}] = (\n    Operation{'C' * 20}(\n        'a',\n        (\n            1,\n            2,\n        ),\n    )\n)".replace(
        "'", '"'
    ),
    "alternatives": f"def f(\n    {'a' * 60}: (\n        {'B' * 70} | None\n    ) = UNSET,\n): ...",
    "method": "def f(self, *, a: int | None = None) -> list[int]:\n    return self._call(_A, a=a)",
    "quotes": "x = 'a \"b\" c'",
    "members-on-one-line": f"def f{'f' * 50}(\n    self, *, argument: dict[str, int] | None = None\n) -> {'R' * 40}:\n    return x",
    "overloads": "@overload\ndef f(x: int) -> int: ...\n@overload\ndef f(x: str) -> str: ...\ndef f(x: Any) -> Any:\n    return x",
    "import": "from .models import (\n    A,\n    B,\n)",
    "long-line-of-docstring": f'def f():\n    """Text.\n\n    {"t" * 130}\n    """\n    return x',
}

CHANGED = {
    "spaces": "x=1",
    "single-quotes": "x = 'a'",
    "escaped-quotes": 'x = "a \\" b"',
    "prefix": 'x = U"a"',
    "escape": 'x = "\\xAB"',
    "parentheses": "x = (y)",
    "return-in-parentheses": "def f():\n    return (x)",
    "fits-on-one-line": "x = f(\n    a, b\n)",
    "definition-fits-on-one-line": "def f(\n    a, b\n) -> int:\n    pass",
    "comma-on-one-line": "x = f(a, b,)",
    "no-last-comma": f"x = f(\n    {'a' * 60},\n    {'b' * 60}\n)",
    "definition-of-one": f"def f{'f' * 60}(\n    a: {'A' * 70}\n):\n    pass",
    "too-long": f"x = f({'a' * 70}, {'b' * 70})",
    "too-wide": f'x = f("{"汉" * 30}", "{"字" * 40}")',
    "value-behind-bracket": f"x: {'A' * 40}[\n    {'B' * 40}, {'C' * 29}\n] = None",
    "head-too-long": f"{'N' * 60}: Operation[{'T' * 40}] = Operation(\n        a,\n)",
    "brackets-without-need": f"{'A' * 60}: Operation[{'B' * 30}] = (\n    Operation(\n        1,\n    )\n)",
    "brackets-of-alternatives-without-need": f"def f(\n    {'a' * 60}: (\n        {'B' * 30} | None\n    ) = UNSET,\n): ...",
    "class-that-fits": f"{'A' * 60}: Operation[\n    {'B' * 30} | bytes\n] = Operation(\n    1,\n)",
    "empty-lines": "x = 1\n\n\n\ny = 2",
    "no-empty-line": 'class A:\n    """A."""\n    x = 1',
    "empty-line-of-spaces": "x = 1\n  \ny = 2",
    "trailing-space": "x = 1 ",
    "trailing-lines": "x = 1\n",
    "two-statements": "x = 1; y = 2",
    "body-on-the-line": "if x: y = 1",
    "body-of-a-stub": "def f():\n    ...",
    "docstring-space": 'def f():\n    """ Text."""',
    "docstring-trailing-space": 'def f():\n    """Text. \n\n    More.\n    """',
    "docstring-indent": 'def f():\n    """Text.\n\n      More.\n    """',
    "docstring-of-one-quote": "def f():\n    'Text.'\n    return 1",
    "docstring-quote": 'def f():\n    """Text "a\\""""',
    "docstring-escape": 'def f():\n    """Text.\n\n    \\xAB\n    """',
    "docstring-too-long": f'def f():\n    """Text.\n\n    {"t" * 114}"""',
    "number": "x = 0XAB",
    "backslash": "x = 1 + \\\n    2",
    "comment": "x = 1 # a",
    "tab": "if x:\n\ty = 2",
    "not-python": "x = = 1",
    "open": "x = (",
    "texts-side-by-side": 'x = "a""b"',
}


@pytest.mark.parametrize("name", SETTLED)
def test_settled(name: str) -> None:
    piece = _piece(SETTLED[name])
    assert is_settled(piece)
    assert format_source("a.py", piece.source) == piece.source


@pytest.mark.parametrize("name", CHANGED)
def test_what_black_changes_is_not_settled(name: str) -> None:
    piece = _piece(CHANGED[name])
    assert not is_settled(piece)
    with contextlib.suppress(ProvgenError):  # what is no Python
        assert format_source("a.py", piece.source) != piece.source


NAMES = st.integers(1, 130).map(lambda length: "n" * length)
VALUES = st.recursive(
    st.one_of(
        NAMES,
        st.sampled_from(
            ['""', '"a b"', "'a'", "'\"'", "1", "None", "-1", "x.y", "await x", "not x", "*x", "k=v", "(x)", "()"]
        ),
    ),
    lambda inner: st.one_of(
        st.tuples(NAMES, inner, inner).map(lambda it: f"{it[0]}({it[1]}, {it[2]})"),
        st.tuples(inner, st.sampled_from([" | ", " or ", "**", " + ", "."]), inner).map("".join),
        st.tuples(st.sampled_from(["x", "x.y", "x[y]", "x: y[z] = f", "x = f", "return f", ""]), inner).map(
            lambda it: f"{it[0]}(\n    {it[1]},\n)"
        ),
        st.tuples(st.sampled_from(["f", "x.y", "k=f", ""]), inner, inner).map(
            lambda it: f"{it[0]}(\n    {it[1]}, {it[2]}\n)"
        ),
        inner.map(lambda it: f"[{it}]"),
        inner.map(lambda it: f"({it},)"),
        inner.map(lambda it: f"{{{it}: 1}}"),
    ),
    max_leaves=5,
)
HEADS = st.sampled_from(
    ["", "x = ", "x: y[z] = ", "return ", "x.y = ", "x = y = ", "x[y] = ", "@", "del ", "assert ", "x: "]
)
LINES = st.sampled_from(
    ["", "", "    x = 1", "x = 1", "class A:", "    def f(self): ...", "    @x", "def f():", "    return 1", "import x",
     '    """Text."""', '"""Text."""', "    pass", "from x import y", "if x:", "    class B:", "        x = 1"]
)  # fmt: skip


@given(HEADS, VALUES)
def test_any_statement_that_is_settled_black_leaves_alone(head: str, value: str) -> None:
    assert _unsettled_or_left_alone(_piece(head + value))


@given(st.lists(LINES, min_size=1, max_size=9), st.booleans())
def test_any_lines_that_are_settled_black_leaves_alone(lines: list[str], in_class: bool) -> None:
    assert _unsettled_or_left_alone(Piece("\n".join(lines), "", in_class))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a_name: Some[Thing] = None", "another: Other[Type] = None"),
        ("x = f(1, 2.5)", "x = f(300, 0)"),
        ("def f(a: A[B, C], b: D | None, c: E) -> X: ...", "def g(a: A, b: B, c: C[D], d: E) -> Y[Z] | None: ..."),
        ("f(a, b, c, d, e=1)", "g(x, y, d=23)"),
    ],
)
def test_black_is_asked_once_for_a_shape(first: str, second: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printed, "_table", frozenset)
    assert is_settled(_piece(first))
    monkeypatch.setattr(printed, "printed", None)
    assert is_settled(_piece(second))
