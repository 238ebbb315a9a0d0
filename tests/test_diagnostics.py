"""Rendering of diagnostics: for people, for programs and for GitHub."""

from __future__ import annotations

import json

import pytest

from generator.diagnostics import (
    Diagnostic,
    Location,
    Severity,
    error,
    in_order,
    printable,
    render_github,
    render_json,
    render_text,
    summary,
)

FULL = Diagnostic(
    "some-code", "it is wrong", Severity.ERROR, "/paths/~1a", Location("api.yaml", 12, 7), "write it right"
)
BARE = Diagnostic("other-code", "it is odd", Severity.WARNING)
NOTE = Diagnostic("note-code", "it is so", Severity.INFO, "", Location("b.yaml", 1, 1))


def test_text_is_one_paragraph_each() -> None:
    assert render_text([FULL, BARE, NOTE]) == (
        "api.yaml:12:7: error[some-code] it is wrong\n"
        "    at #/paths/~1a\n"
        "    hint: write it right\n"
        "warning[other-code] it is odd\n"
        "b.yaml:1:1: info[note-code] it is so\n"
        "    at #\n"
    )
    assert render_text([]) == ""


def test_color_only_when_asked() -> None:
    assert "\x1b" not in render_text([FULL])
    painted = render_text([FULL], color=True)
    assert "\x1b[1;31merror[some-code]\x1b[0m it is wrong" in painted
    assert "\x1b[2mhint: write it right\x1b[0m" in painted


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "\\x1b[2J"),
        ("a\nb\r\t", "a\\nb\\r\\t"),
        ("\x9b31m", "\\x9b31m"),
        ("\u202eevil", "\\u202eevil"),
        ("\u2028", "\\u2028"),
        ("\ud800", "\\ud800"),
        ("žluťoučký 漢字 😀", "žluťoučký 漢字 😀"),
    ],
)
def test_a_hostile_string_cannot_act_on_the_terminal(text: str, shown: str) -> None:
    hostile = Diagnostic("code", text, Severity.ERROR, f"/{text}", Location(f"{text}.yaml", 1, 1), text)
    rendered = render_text([hostile])
    assert printable(text) == shown
    assert rendered.count(shown) == 4
    assert len(rendered.splitlines()) == 3
    rendered.encode()


def test_json_has_every_field() -> None:
    document = json.loads(render_json([FULL, BARE]))
    assert document["schema"] == 1
    assert document["summary"] == {"errors": 1, "warnings": 1}
    assert document["diagnostics"][0] == {
        "code": "some-code",
        "severity": "error",
        "message": "it is wrong",
        "pointer": "/paths/~1a",
        "location": {"file": "api.yaml", "line": 12, "col": 7},
        "hint": "write it right",
    }
    assert document["diagnostics"][1]["location"] is None
    assert json.loads(render_json([]))["diagnostics"] == []


def test_json_is_plain_ascii() -> None:
    rendered = render_json([Diagnostic("code", "漢\x1b\ud800")])
    assert rendered.isascii() and "\x1b" not in rendered


def test_github_escapes_what_would_end_a_command() -> None:
    found = Diagnostic("code", "50% of a\r\nb", Severity.INFO, "/x", Location("a,b:c%.yaml", 3, 4), "100%")
    assert render_github([found]) == (
        "::notice file=a%2Cb%3Ac%25.yaml,line=3,col=4,title=code::50%25 of a\\r\\nb%0Aat #/x%0Ahint: 100%25\n"
    )
    assert render_github([BARE]) == "::warning title=other-code::it is odd\n"
    assert render_github([FULL]).startswith("::error file=api.yaml,line=12,col=7,title=some-code::it is wrong%0A")


def test_order_is_by_place_then_severity() -> None:
    at = Location("a.yaml", 2, 3)
    first = Diagnostic("z", "m", Severity.ERROR, None, at)
    second = Diagnostic("a", "m", Severity.WARNING, None, at)
    before = Diagnostic("z", "m", Severity.INFO, None, Location("a.yaml", 2, 2))
    assert in_order([BARE, second, first, before]) == [before, first, second, BARE]


def test_summary_counts() -> None:
    assert summary([FULL, BARE, NOTE]) == "1 error, 1 warning"
    assert summary([FULL, FULL]) == "2 errors, 0 warnings"


def test_an_error_says_what_it_carries() -> None:
    raised = error("code", "message", pointer="/a")
    assert str(raised) == "code: message"
    assert raised.diagnostics == (Diagnostic("code", "message", Severity.ERROR, "/a"),)
