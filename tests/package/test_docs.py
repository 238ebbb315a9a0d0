"""Prose of the document as text: without HTML, cut where it is long, escaped for Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.package import docs
from tests.package.sample_api import ERRORS, SCHEMAS, operation, response


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  a\n   b  \n", "a\nb"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("<p>One</p><p>Two <b>bold</b> &amp; <a href='x'>link</a></p>", "One\n\nTwo bold & link"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n\n- b"),
        ("a <b and c> d", "a <b and c> d"),
        ("Use <token> or <your-id>, 1 < 2 && 3 > 2", "Use <token> or <your-id>, 1 < 2 && 3 > 2"),
        ("<script>alert(1)</script>safe<!-- gone -->", "safe"),
        ("a &lt;b&gt; c", "a <b> c"),
        ("", ""),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert docs.plain(text) == expected


@given(st.text(alphabet="<>/abp!-&;\"' \n="))
def test_plain_takes_anything(text: str) -> None:
    assert docs.plain(text) == docs.plain(text).strip()


def test_sentence_is_one_line_cut_at_a_sentence_or_word() -> None:
    assert docs.sentence("First\nline.\n\nSecond paragraph.") == "First line."
    long = docs.sentence("word " * 40 + "end. " + "more " * 40)
    assert long.endswith("end.") and len(long) <= docs.MAX_NOTE
    assert docs.sentence("word " * 100).endswith("word …")


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string", "minLength": 1, "maxLength": 36}, "at least 1 character; at most 36 characters"),
        (
            {"type": "integer", "minimum": 0, "exclusiveMaximum": 10, "multipleOf": 2},
            "at least 0; less than 10; a multiple of 2",
        ),
        (
            {"type": "array", "maxItems": 1, "uniqueItems": True, "items": {"maxLength": 3}},
            "at most 1 item; no item twice; items at most 3 characters",
        ),
        ({"type": "string", "pattern": "^a$", "default": "a"}, "matching ^a$; default a"),
        ({"type": "array", "items": {"$ref": "Kind"}}, "items one of cat, dog"),
        ({"type": "boolean", "default": False}, "default False"),
        ({"type": "string"}, ""),
    ],
)
def test_limits_in_words(schema: dict[str, object], expected: str) -> None:
    assert docs.limits(schema, SCHEMAS) == expected


def test_errors_by_status() -> None:
    found = docs.raises(
        (response("200"), *ERRORS, response("503"), response("4XX"), response("default", description="Any."))
    )
    assert found == [
        ("BadRequestError", "400 bad, worse"),
        ("NotFoundError", "404 No such pet"),
        ("InternalServerError", "503"),
        ("APIStatusError", "4XX"),
        ("APIStatusError", "default Any."),
    ]


def test_error_classes_are_those_of_the_runtime() -> None:
    from runtime import errors

    for status in range(400, 600):
        assert docs.error_class(str(status)) == errors.status_class(status).__name__


def test_a_purpose_is_said_once() -> None:
    assert docs.purpose(operation("x", summary="Get it", description="Get it now.")) == "Get it now."
    assert (
        docs.purpose(operation("x", summary="Get it", description="Now.", deprecated=True))
        == "Get it\n\nNow.\n\nDeprecated."
    )
    assert docs.method_text(operation("x"), (), False) == "GET /pets\n\nHTTP: GET /pets"


def test_errors_are_one_paragraph_and_pages_are_told() -> None:
    found = docs.method_text(operation("x", responses=ERRORS), ["a: One.", "", "b: Two."], True)
    assert found == (
        "GET /pets\n\nArgs:\n    a: One.\n    b: Two.\n\n"
        "Returns: a page; iterating over it goes on through the items of all pages that follow.\n"
        "Raises: BadRequestError (400 bad, worse), NotFoundError (404 No such pet).\nHTTP: GET /pets"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a_b _c_ *d*", r"a_b \_c\_ \*d\*"),
        ("1. one\n- two", r"1\. one - two"),
        ("- two", r"\- two"),
        ("# no [link](x) <b>", r"\# no \[link\]\(x\) \<b\>"),
        ("a|b `c` \\", r"a\|b \`c\` \\"),
    ],
)
def test_markdown(text: str, expected: str) -> None:
    assert docs.markdown(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("a", "`a`"), ("a`b", "``a`b``"), ("`a`", "`` `a` ``"), ("", "`  `")])
def test_code(text: str, expected: str) -> None:
    assert docs.code(text) == expected
