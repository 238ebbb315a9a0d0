"""Parameter styles: every cell of the table "Style Examples" of OpenAPI 3.1.1, and what the table leaves open."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime.errors import InvalidRequestError
from runtime.messages import joined
from runtime.operation import Operation
from runtime.parameters import (
    Style,
    cookie,
    header,
    header_text,
    path,
    path_text,
    query,
    query_pairs,
    text,
)
from runtime.requests import prepare

from tests.runtime.sample import TARGET

ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("matrix", False, "", ";color"),
        ("matrix", False, "blue", ";color=blue"),
        ("matrix", False, ARRAY, ";color=blue,black,brown"),
        ("matrix", False, OBJECT, ";color=R,100,G,200,B,150"),
        ("matrix", True, "", ";color"),
        ("matrix", True, "blue", ";color=blue"),
        ("matrix", True, ARRAY, ";color=blue;color=black;color=brown"),
        ("matrix", True, OBJECT, ";R=100;G=200;B=150"),
        ("label", False, "", "."),
        ("label", False, "blue", ".blue"),
        ("label", False, ARRAY, ".blue,black,brown"),
        ("label", False, OBJECT, ".R,100,G,200,B,150"),
        ("label", True, "", "."),
        ("label", True, "blue", ".blue"),
        ("label", True, ARRAY, ".blue.black.brown"),
        ("label", True, OBJECT, ".R=100.G=200.B=150"),
        ("simple", False, "", ""),
        ("simple", False, "blue", "blue"),
        ("simple", False, ARRAY, "blue,black,brown"),
        ("simple", False, OBJECT, "R,100,G,200,B,150"),
        ("simple", True, "", ""),
        ("simple", True, "blue", "blue"),
        ("simple", True, ARRAY, "blue,black,brown"),
        ("simple", True, OBJECT, "R=100,G=200,B=150"),
    ],
)
def test_path_styles(style: Style, explode: bool, value: Any, expected: str) -> None:
    assert path_text(path("color", "color", Any, style=style, explode=explode), value) == expected


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("form", False, "", "color="),
        ("form", False, "blue", "color=blue"),
        ("form", False, ARRAY, "color=blue,black,brown"),
        ("form", False, OBJECT, "color=R,100,G,200,B,150"),
        ("form", True, "", "color="),
        ("form", True, "blue", "color=blue"),
        ("form", True, ARRAY, "color=blue&color=black&color=brown"),
        ("form", True, OBJECT, "R=100&G=200&B=150"),
        ("spaceDelimited", False, ARRAY, "color=blue%20black%20brown"),
        ("spaceDelimited", False, OBJECT, "color=R%20100%20G%20200%20B%20150"),
        ("spaceDelimited", True, ARRAY, "color=blue&color=black&color=brown"),
        ("pipeDelimited", False, ARRAY, "color=blue%7Cblack%7Cbrown"),
        ("pipeDelimited", False, OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"),
        ("pipeDelimited", True, ARRAY, "color=blue&color=black&color=brown"),
        ("deepObject", True, OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        ("deepObject", False, OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        (
            "deepObject",
            True,
            {"a": {"b": [1, {"c": True}]}},
            "color%5Ba%5D%5Bb%5D%5B0%5D=1&color%5Ba%5D%5Bb%5D%5B1%5D%5Bc%5D=true",
        ),
        ("form", True, [], ""),
        ("form", False, [], ""),
        ("form", True, {}, ""),
        ("deepObject", True, {}, ""),
        ("form", True, [None, "a"], "color=a"),
        ("form", True, {"a": None, "b": 1}, "b=1"),
        ("form", True, [["x", 1]], "color=%5B%22x%22%2C1%5D"),
    ],
)
def test_query_styles(style: Style, explode: bool, value: Any, expected: str) -> None:
    assert joined(query_pairs(query("color", "color", Any, style=style, explode=explode), value)) == expected


@pytest.mark.parametrize(
    ("explode", "value", "expected"),
    [
        (False, "a b;c", "a b;c"),
        (False, ARRAY, "blue,black,brown"),
        (False, OBJECT, "R,100,G,200,B,150"),
        (True, OBJECT, "R=100,G=200,B=150"),
    ],
)
def test_headers_are_not_percent_encoded(explode: bool, value: Any, expected: str) -> None:
    assert header_text(header("color", "X-Color", Any, explode=explode), value) == expected


def test_cookies_are_form_pairs() -> None:
    assert query_pairs(cookie("c", "c", Any, explode=False), ["a;", "b"]) == [("c", "a%3B,b")]


@pytest.mark.parametrize(
    ("value", "expected"),
    [(True, "true"), (False, "false"), (15, "15"), (15.0, "15.0"), (0.1, "0.1"), (10**20, "1" + "0" * 20), ("é", "é")],
)
def test_scalars_are_written_as_json_has_them(value: Any, expected: str) -> None:
    assert text(value) == expected


def test_reserved_characters_stay_only_where_they_are_allowed() -> None:
    value = "a/b?c:d@e!$'()*,;=#[]&+% é"
    assert query_pairs(query("q", "q", str), value) == [
        ("q", "a%2Fb%3Fc%3Ad%40e%21%24%27%28%29%2A%2C%3B%3D%23%5B%5D%26%2B%25%20%C3%A9")
    ]
    assert query_pairs(query("q", "q", str, reserved=True), value) == [
        ("q", "a/b?c:d@e!$'()*,;=%23%5B%5D%26%2B%25%20%C3%A9")
    ]


def test_content_parameters_travel_as_their_media_type() -> None:
    assert query_pairs(query("f", "f", Any, content="application/json"), {"a": [1]}) == [
        ("f", "%7B%22a%22%3A%5B1%5D%7D")
    ]
    assert query_pairs(query("f", "f", str, content="text/plain"), "a b") == [("f", "a%20b")]
    assert header_text(header("f", "F", Any, content="application/json"), "x") == '"x"'
    assert path_text(path("f", "f", Any, content="application/json"), [1]) == "%5B1%5D"


@given(st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_path_value_reaches_the_wire_as_one_segment(value: str) -> None:
    operation: Operation[Any] = Operation("get", "GET /a/{x}/b", parameters=(path("x", "x", str),))
    if value in (".", ".."):
        with pytest.raises(InvalidRequestError):
            prepare(operation, {"x": value}, {}, TARGET)
        return
    url = prepare(operation, {"x": value}, {}, TARGET).url
    raw = httpx.Request("GET", url).url.raw_path.decode()
    assert url == f"https://api.example{raw}"
    prefix, segment, last = raw.rsplit("/", 2)
    assert (prefix, unquote(segment), last) == ("/v1/a", value, "b")


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"])), min_size=1), st.booleans())
def test_any_query_value_reaches_the_wire_as_it_is(values: list[str], reserved: bool) -> None:
    operation: Operation[Any] = Operation(
        "get", "GET /a", parameters=(query("x", "x[]", list[str], reserved=reserved),)
    )
    url = prepare(operation, {"x": values}, {}, TARGET).url
    sent = httpx.Request("GET", url).url
    assert str(sent) == url
    assert parse_qsl(sent.query.decode(), keep_blank_values=True) == [("x[]", value) for value in values]
