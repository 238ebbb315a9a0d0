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
    assert docstring("One.\n\n- two\\n", "") == '"""One.\n\n- two\\\\n\n"""\n'
    assert docstring(" \n") == ""
    assert max(map(len, docstring("word " * 100).splitlines())) <= WIDTH


def test_literals_prefer_double_quotes() -> None:
    assert literal("a") == '"a"'
    assert literal('a"') == "'a\"'"
    assert literal({"a": [1, None, float("inf")]}) == '{"a": [1, None, float("inf")]}'
    assert json.loads(literal([1.5, 2])) == [1.5, 2]
