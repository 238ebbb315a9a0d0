from __future__ import annotations

import ast
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.package.literals import WIDTH, docstring, literal

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
NASTY = st.lists(
    st.sampled_from(['"""', "'''", "\\", '"', "\n", "\r", "\x00", "\u2028", "{x}", "a", " ", "#", "\ud800"])
).map("".join)


@given(JSON | NASTY)
def test_literals_yield_the_value(value: Any) -> None:
    source = literal(value)
    found = eval(source, {"float": float, "__builtins__": {}})
    assert found == value and type(found) is type(value)
    assert "\n" not in source


@given(NASTY | st.text())
def test_docstrings_are_one_string(text: str) -> None:
    source = docstring(text)
    tree = ast.parse(f"class A:\n{source}    pass\n")
    body = tree.body[0].body  # type: ignore[attr-defined]
    assert [type(node) for node in body] == ([ast.Expr, ast.Pass] if source else [ast.Pass])
    source.encode()


def test_docstrings_keep_their_lines_and_wrap_long_ones() -> None:
    assert docstring("One.") == '    """One."""\n'
    assert docstring('Says "x"') == '    """Says "x" """\n'
    assert docstring("One.\n\n- two\\n", "") == '"""One.\n\n- two\\\\n"""\n'
    assert docstring(" \n") == ""
    assert max(map(len, docstring("word " * 100).splitlines())) <= WIDTH


def test_lists_and_headed_paragraphs_hang_over() -> None:
    words = "word " * 30
    shown = docstring(f"Do.\n\nArgs:\n    one: {words}\n    two: {words}\n\nRaises: {words}\n{words}", "        ")
    starts = [len(line) - len(line.lstrip()) for line in shown.splitlines()]
    assert starts == [8, 0, 8, 12, 16, 12, 16, 0, 8, 12, 8, 8]


@given(st.integers(1, 130), st.integers(0, 2), st.sampled_from("x\"'\\"), st.booleans())
def test_docstrings_are_as_wide_as_they_may_be(words: int, depth: int, last: str, more: bool) -> None:
    """One line where it fits with its quotes and the space behind a quotation mark; else each line takes what it can."""
    text = "w " * words + last
    indent = "    " * depth
    lines = docstring(f"{text}\n\nx" if more else text, indent).splitlines()
    assert max(map(len, lines)) <= WIDTH
    if not more and len(indent) + len(text) + 8 <= WIDTH:
        assert len(lines) == 1
    body = [line for line in lines if line.strip().startswith(("w", '"""w'))]
    assert all(len(line) >= WIDTH - 8 for line in body[:-1])


def test_literals_prefer_double_quotes() -> None:
    assert literal("a") == '"a"'
    assert literal('a"') == "'a\"'"
    assert literal({"a": [1, None, float("inf")]}) == '{"a": [1, None, float("inf")]}'
    assert json.loads(literal([1.5, 2])) == [1.5, 2]
