from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.pointers import join, resolve, split


@given(st.lists(st.text(max_size=5), max_size=4))
def test_split_undoes_join(tokens: list[str]) -> None:
    assert list(split(join("", *tokens))) == tokens


def test_join_escapes_and_takes_indices() -> None:
    assert join("/paths", "/a~b/{id}", 0) == "/paths/~1a~0b~1{id}/0"


@pytest.mark.parametrize("text", ["a", "#/a", "/a~", "/a~2b"])
def test_split_refuses_what_is_no_pointer(text: str) -> None:
    with pytest.raises(ValueError, match="is not a JSON pointer"):
        split(text)


VALUE = {"": 1, "a/b": [{"~": 2}, 3], "0": "text"}


@pytest.mark.parametrize(
    ("pointer", "expected"), [("", VALUE), ("/", 1), ("/a~1b/0/~0", 2), ("/a~1b/1", 3), ("/0", "text")]
)
def test_resolve_finds_the_node(pointer: str, expected: object) -> None:
    assert resolve(VALUE, pointer) == expected


@pytest.mark.parametrize(
    "pointer",
    ["/x", "/a~1b/2", "/a~1b/-", "/a~1b/-1", "/a~1b/01", "/a~1b/\u0661", "/0/0", "//x", "/a~1b/" + "9" * 5_000],
)
def test_resolve_raises_if_absent(pointer: str) -> None:
    with pytest.raises(LookupError):
        resolve(VALUE, pointer)
