"""The table of rules, and what the rules share. What each rule finds is in tests/cases/validate."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Severity
from generator.document.findings import Finding, listed, merged, quoted, shown
from generator.document.lint import RULES, Rule, lint, version_of
from generator.document.load import Document, read
from generator.document.rules.names import alike, folded
from generator.document.rules.operations import _leads_somewhere
from generator.document.semantics import is_pattern
from generator.document.validate import validate
from generator.document.walk import Survey

CASES = Path(__file__).parent.parent / "cases" / "validate"


def document(**fields: Any) -> Document:
    head = {"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "servers": [{"url": "https://example.com"}]}
    return Document({**head, "paths": {}, **fields}, "api.yaml")


def surveys() -> list[Survey]:
    values = [read(case / "openapi.yaml").value for case in sorted(CASES.iterdir())]
    return [Survey(value, version_of(value) or "3.1") for value in values]


def all_rules() -> set[Rule]:
    return {rule for rules in RULES.values() for rule in rules}


def test_every_rule_is_documented() -> None:
    assert [rule.__name__ for rule in all_rules() if not rule.__doc__] == []


def test_every_rule_finds_something_in_a_case() -> None:
    silent = all_rules()
    for survey in surveys():
        for site in survey.sites:
            silent -= {rule for rule in RULES.get(site.kind, ()) if any(True for _ in rule(site, survey))}
    assert [rule.__name__ for rule in silent] == []


def test_findings_point_at_what_is_there() -> None:
    for case in sorted(CASES.iterdir()):
        value = read(case / "openapi.yaml").value
        survey = Survey(value, version_of(value) or "3.1")
        for found in lint(Document(value, "api.yaml")):
            assert not found.pointer or survey.at(found.pointer) is not None or found.code == "example-mismatch", found


def test_lint_takes_documents_that_are_not_valid() -> None:
    values: list[Any] = [None, [], {}, {"openapi": "3.0.0", "paths": []}]
    for value in [*values, {"paths": {"/a": None}, "components": 5, "servers": "x"}]:
        assert all(found.severity is not Severity.INFO for found in lint(Document(value, "api.yaml")))


def test_findings_of_one_cause_are_one() -> None:
    one = Finding("a", "first", "/1", cause="x")
    alone = Finding("a", "alone", "/9")
    others = [Finding("a", f"other {number}", f"/{number}", cause="x") for number in range(2, 29)]
    assert merged([one, *others, alone, alone, Finding("b", "b", "/1", cause="x")]) == [
        Finding("a", "first (and in 27 more places)", "/1", cause="x"),
        alone,
        Finding("b", "b", "/1", cause="x"),
    ]
    assert merged([one, others[0]])[0].message == "first (and in 1 more place)"
    assert merged([one, one])[0].message == "first"


@pytest.mark.parametrize("name", ["fooBar", "foo_bar", "foo-bar", "Foo.Bar", "FOO BAR", "-foo bar", "$foo_bar"])
def test_names_that_python_cannot_tell_apart(name: str) -> None:
    assert folded(name) == "foo_bar"


def test_names_that_python_can_tell_apart() -> None:
    names = ["foobar", "foo_bar", "foo1", "foo_1", "HTTPServer", "httpserver", "1.0", "10", "žluť", "zlut", "漢"]
    assert list(alike(names)) == []
    assert folded("HTTPServer") == "http_server"


@pytest.mark.parametrize(
    ("key", "valid"),
    [
        ("{$request.body#/callbackUrl}", True),
        ("{$request.body#/a~1b/0}", True),
        ("{$request.body}", True),
        ("http://x?{$request.query.a b}&c={$response.header.X-Id}", True),
        ("$request.body#/url", True),
        ("{$url}", True),
        ("https://example.com/hook", True),
        ("{$request.body#webhooks.target}", False),
        ("{$request.body#/a~2}", False),
        ("{url}", False),
        ("{$request.cookie.a}", False),
        ("event", False),
        ("", False),
    ],
)
def test_runtime_expressions(key: str, valid: bool) -> None:
    assert _leads_somewhere(key) is valid


@pytest.mark.parametrize(
    ("pattern", "valid"),
    [
        *(("^a$", True), ("(", False), (r"\p{L}", True), ("(?P<a>b)", True), ("(?<a>b)", True), ("[", False)),
        *(("[[:alpha:]]", True), (r"[\p{all}]*", True), (r"(?<a>b)\k<a>", True)),
    ],
)
def test_patterns_of_python_and_of_ecmascript(pattern: str, valid: bool) -> None:
    assert is_pattern(pattern) is valid


def test_words() -> None:
    assert [shown(value) for value in (None, True, 1.5, "a\nb", {}, {"a": 1}, [], [1])] == [
        "null",
        "true",
        "1.5",
        '"a\\nb"',
        "an empty object",
        "an object",
        "an empty list",
        "a list",
    ]
    assert shown("x" * 100) == '"' + "x" * 47 + '…"'
    assert len(shown(10**100)) == 30
    assert len(quoted("x" * 1000)) == 62
    assert listed([]) == "nothing" and listed("a") == "a" and listed("abc", "and") == "a, b and c"
    assert listed("abcdefghijkl") == "a, b, c, d, e, f, g, h or 4 more"


def test_a_mapping_may_name_schemas() -> None:
    schemas = {
        "Cat": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}},
        "Pet": {
            "oneOf": [{"$ref": "#/components/schemas/Cat"}],
            "discriminator": {"propertyName": "kind", "mapping": {"c": "Cat", "d": "Dog"}},
        },
    }
    found = validate(document(components={"schemas": schemas}))
    assert [(one.code, one.pointer) for one in found] == [
        ("discriminator-mapping", "/components/schemas/Pet/discriminator/mapping/d")
    ]


def test_an_example_may_lack_what_one_direction_lacks() -> None:
    properties = {"id": {"type": "integer", "readOnly": True}, "secret": {"type": "string", "writeOnly": True}}
    schema = {"type": "object", "required": ["id", "secret", "name"], "properties": {**properties, "name": {}}}
    assert lint(document(components={"schemas": {"A": {**schema, "example": {"name": 1}}}})) == []
    assert len(lint(document(components={"schemas": {"A": {**schema, "example": {}}}}))) == 1


def test_keywords_that_make_no_sense_do_not_stop_the_examples() -> None:
    nonsense = {
        "minLength": "3",
        "pattern": "(",
        "multipleOf": 0,
        "enum": [],
        "minimum": float("inf"),
        "type": ["strng"],
    }
    nonsense |= {"required": 5, "properties": [], "items": 3, "allOf": {}, "maxItems": -1, "uniqueItems": "no"}
    schemas = {"A": {**nonsense, "example": 1}, "B": {"type": "string", "example": 1}}
    assert [
        one.pointer for one in lint(document(components={"schemas": schemas})) if one.code == "example-mismatch"
    ] == ["/components/schemas/B/example"]


def large(count: int) -> Document:
    """A document of `count` operations and schemas, with unions, examples and references among them."""
    error = {"description": "Error", "content": {"application/json": {"schema": {"type": "object"}}}}
    content = [
        {"application/json": {"schema": {"$ref": f"#/components/schemas/S{n}"}, "example": {"a": "x"}}}
        for n in range(count)
    ]
    responses = [
        {"200": {"description": "OK", "content": one}, "default": {"$ref": "#/components/responses/E"}}
        for one in content
    ]
    paths = {f"/a{n}/x": {"get": {"operationId": f"get{n}", "responses": responses[n]}} for n in range(count)}
    schemas = {
        f"S{n}": {
            "allOf": [{"$ref": f"#/components/schemas/S{n - n % 10}/properties/a"}] if n % 10 else [],
            "type": "object",
            "properties": {
                "a": {"type": "object", "properties": {"b": {"$ref": f"#/components/schemas/S{(n * 7) % count}"}}}
            },
            "oneOf": [{"type": "object", "required": ["x"]}, {"type": "object", "required": ["y"]}],
        }
        for n in range(count)
    }
    return document(paths=paths, components={"schemas": schemas, "responses": {"E": error}})


def test_time_grows_linearly() -> None:
    def seconds(count: int) -> float:
        one = large(count)
        start = time.process_time()
        validate(one)
        return time.process_time() - start

    seconds(10)
    small = min(seconds(50) for _ in range(3))
    assert seconds(500) < 25 * small, "ten times the document; quadratic would be a hundredfold"
