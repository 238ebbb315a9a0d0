"""Validation: the cases in tests/cases/validate, agreement with openapi-spec-validator, and hostile documents."""

from __future__ import annotations

import copy
import json
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.diagnostics import Severity, render_github, render_json, render_text
from generator.document.load import Document, parse, read
from generator.document.validate import validate
from tests.document.compare_with_library import differences
from tests.golden import agrees

CASES = sorted((Path(__file__).parent.parent / "cases" / "validate").iterdir())
NO_DOCUMENT = [case for case in CASES if case.name.startswith("version-")]


def names(cases: list[Path]) -> list[str]:
    return [case.name for case in cases]


@pytest.mark.parametrize("case", CASES, ids=names(CASES))
def test_case(case: Path) -> None:
    found = validate(read(case / "openapi.yaml", "openapi.yaml"))
    assert agrees(case / "expected.txt", render_text(found))


@pytest.mark.parametrize("case", CASES, ids=names(CASES))
def test_json_documents_have_the_same_findings(case: Path) -> None:
    document = read(case / "openapi.yaml", "openapi.yaml")
    found = validate(parse(json.dumps(document.value).encode(), "openapi.json"))
    expected = [(one.code, one.message, one.pointer) for one in validate(document)]
    assert sorted(map(str, expected)) == sorted(str((one.code, one.message, one.pointer)) for one in found)
    assert all(one.location and one.location.file == "openapi.json" for one in found)


SPECIFIED = [case for case in CASES if case not in NO_DOCUMENT]


@pytest.mark.parametrize("case", SPECIFIED, ids=names(SPECIFIED))
def test_agrees_with_openapi_spec_validator(case: Path) -> None:
    assert differences(read(case / "openapi.yaml").value) == []


def test_comparison_can_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    value = read(CASES[0].parent / "spec-duplicate-operation-id" / "openapi.yaml").value
    monkeypatch.setattr("tests.document.compare_with_library.semantics", lambda *_: ([], []))
    assert differences(value) == ["operation-id: 1 → 0"]


def test_every_case_folder_is_complete() -> None:
    assert [
        case.name for case in CASES if not (case / "openapi.yaml").is_file() or not (case / "expected.txt").is_file()
    ] == []
    assert [case.name for case in CASES if not (case / "expected.txt").read_text()] == ["unambiguous-unions", "valid"]


def test_the_document_is_not_changed() -> None:
    for case in CASES:
        document = read(case / "openapi.yaml")
        before = copy.deepcopy(document.value)
        validate(document)
        assert document.value == before


# --- hostile documents -----------------------------------------------------------------------------------------------


def document(**fields: Any) -> Document:
    return Document({"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, **fields}, "api.yaml")


def codes(value: Document) -> list[str]:
    return [found.code for found in validate(value) if found.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "value", [None, [], "text", 5, {}, {"openapi": None}, {"openapi": "4.0.0"}, {"openapi": "3.10.0"}]
)
def test_what_is_no_openapi_document_has_one_finding(value: Any) -> None:
    found = validate(Document(value, "api.yaml"))
    assert len(found) == 1 and found[0].severity is Severity.ERROR


def test_nothing_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a connection or file was opened")

    schema = {"$ref": "https://example.com/x.json"}
    other = {"$ref": "file:///etc/passwd"}
    example = {"properties": {"a": {"$ref": "other.yaml#/A"}}, "example": {"a": 1}}
    hostile = document(
        paths={}, components={"schemas": {"A": schema, "B": other, "C": example, "D": {"allOf": [schema]}}}
    )
    validate(document(paths={}))  # what is read once, such as the meta-schema
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr("builtins.open", refuse)
    found = validate(hostile)
    unchecked = {one.pointer for one in found if one.code == "spec-unchecked"}
    assert unchecked == {f"/components/schemas/{part}" for part in ("A", "B", "C/properties/a", "D/allOf/0")}


def test_a_long_chain_of_references_is_no_recursion() -> None:
    count = 3_000
    chain: dict[str, Any] = {
        f"S{number}": {"type": "object", "properties": {"next": {"$ref": f"#/components/schemas/S{number + 1}"}}}
        for number in range(count)
    }
    chain[f"S{count}"] = {"type": "string", "default": 5}
    found = validate(document(paths={}, servers=[{"url": "https://example.com"}], components={"schemas": chain}))
    assert [(one.code, one.pointer) for one in found] == [("spec-default", f"/components/schemas/S{count}/default")]


def test_deep_documents() -> None:
    schema: dict[str, Any] = {"type": "strng"}
    for _ in range(95):
        schema = {"properties": {"a": schema}, "example": {"a": {}}}
    assert codes(document(paths={}, components={"schemas": {"A": schema}})) == ["spec-enum"]


def test_schemas_that_contain_themselves() -> None:
    me = {"$ref": "#/components/schemas/A"}
    for keyword in ("allOf", "anyOf", "oneOf"):
        schema = {keyword: [me, {"type": "object", "default": {}}], "example": {}, "default": {}, "required": ["a"]}
        found = validate(document(paths={}, components={"schemas": {"A": schema}}))
        assert keyword != "allOf" or "all-of-cycle" in [one.code for one in found]
    assert validate(
        document(paths={}, components={"schemas": {"A": me, "B": {"example": 1, "$ref": "#/components/schemas/A"}}})
    )


@pytest.mark.parametrize("name", ["a#b", ".", "..", "", "#", "/", "~1", "$ref", "\x1b[2J", "__class__", "0", "-"])
def test_odd_property_names(name: str) -> None:
    schema = {"type": "object", "properties": {name: {"type": "integer", "default": "x", "example": "y"}}}
    found = validate(
        document(paths={}, servers=[{"url": "https://example.com"}], components={"schemas": {"A": schema}})
    )
    expected = ["example-mismatch", "spec-default"]
    assert sorted(one.code for one in found) == expected
    for text in (render_text(found), render_json(found), render_github(found)):
        text.encode()
        assert "\x1b" not in text


VALID = """
openapi: 3.0.3
info: {title: Pets, version: 1.0.0}
servers: [{url: "https://{region}.example.com", variables: {region: {default: eu, enum: [eu, us]}}}]
security: [{Key: []}]
tags: [{name: pets}]
paths:
  /pets/{petId}:
    parameters: [{$ref: "#/components/parameters/PetId"}]
    patch:
      operationId: updatePet
      tags: [pets]
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}, examples: {a: {value: {kind: a}}}}}}
      responses:
        "200": {description: OK, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}, links: {a: {}}}
        default: {$ref: "#/components/responses/Error"}
      callbacks: {changed: {"{$request.body#/url}": {post: {responses: {"200": {description: OK}}}}}}
components:
  parameters: {PetId: {name: petId, in: path, required: true, schema: {type: string, maxLength: 5}, example: a}}
  responses: {Error: {description: Error, content: {application/json: {schema: {type: object, additionalProperties: true}}}}}
  securitySchemes: {Key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Cat: {type: object, required: [kind], properties: {kind: {type: string, enum: [a]}}}
    Dog: {allOf: [{$ref: "#/components/schemas/Cat"}, {type: object, properties: {age: {type: integer, default: 1}}}]}
    Pet:
      oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]
      discriminator: {propertyName: kind, mapping: {a: "#/components/schemas/Cat"}}
"""
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["#/paths", "object", "3.1.0"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["$ref", "type", "allOf", "properties", "x", "in", "get"]), inner, max_size=3)
    ),
    max_leaves=5,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), version=st.sampled_from(["3.0.3", "3.1.0"]), replacement=VALUES)
def test_any_value_anywhere_is_a_diagnostic(data: st.DataObject, version: str, replacement: Any) -> None:
    value = parse(VALID.encode(), "api.yaml").value
    value["openapi"] = version
    places: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        node = waiting.pop()
        for key, member in node.items() if isinstance(node, dict) else enumerate(node):
            places.append((node, key))
            waiting += [member] if isinstance(member, (dict, list)) else []
    holder, key = data.draw(st.sampled_from(places))
    holder[key] = replacement
    found = validate(Document(value, "api.yaml"))
    render_text(found).encode()
    json.loads(render_json(found))
    assert all(one.message and "\n" not in one.message and len(one.message) < 700 for one in found)


def test_the_valid_document_of_the_mutations_is_valid() -> None:
    assert codes(parse(VALID.encode(), "api.yaml")) == []
