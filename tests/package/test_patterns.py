from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic_core import SchemaValidator, core_schema

from generator.package.patterns import python_pattern


def takes(pattern: str, text: str) -> bool:
    found = python_pattern(pattern)
    assert found is not None
    checked: Any = eval(found.source, {"Regex": re.compile})
    return SchemaValidator(core_schema.str_schema(pattern=checked)).isinstance_python(text)


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        (r"^\d+$", "123", "1٣"),
        (r"^\d+$", "123", "123\n"),
        (r"^\w+$", "a_1", "ä"),
        (r"^[\w.-]+$", "a.b-c", "a b"),
        (r"b", "abc", "ac"),
        (r"^[^[\]]+$", "ab", "a[b"),
        (r"^[a&&b]$", "&", "c"),
        (r"^https?:\/\/.+", "https://a", "ftp://a"),
        (r"^\u00e4[\u0041-\u005A]\u{1F600}$", "äA😀", "äa😀"),
        (r"^(?<year>\d{4})$", "2024", "24"),
        (r"^(?=.*[A-Z])\w{3,}$", "abC", "abc"),
        (r"^(?=.*[A-Z])\w{3,}$", "abC", "abC\n"),
        (r"(?<!a)b$", "cb", "ab"),
        (r"^(a)\1$", "aa", "ab"),
    ],
)
def test_patterns_mean_what_ecma_says(pattern: str, good: str, bad: str) -> None:
    assert takes(pattern, good)
    assert not takes(pattern, bad)


@pytest.mark.parametrize("pattern", ["(", "[", r"\p{Nothing}", "a" * 2001, "(?<n>a)(?<n>b)"])
def test_what_no_engine_takes_is_not_checked(pattern: str) -> None:
    assert python_pattern(pattern) is None
