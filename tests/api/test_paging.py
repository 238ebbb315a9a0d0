"""Which operations of a document page, by its shape and the settings."""

from __future__ import annotations

from typing import Any

import pytest

from generator.api.paging import Paging, paging
from generator.document.load import read
from generator.settings import PagingSettings
from tests.api.documents import SPEC, api_of
from tests.rendered import own_settings

CURSOR = PagingSettings("cursor", "next")
TEXT = {"type": "string"}
LIST = {"type": "array", "items": TEXT}


def object_of(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def found(
    body: Any,
    *conventions: PagingSettings,
    token: Any = None,
    method: str = "get",
    version: str = "3.1.0",
    responses: Any = None,
    **parameter: Any,
) -> Paging | None:
    """How the only operation of a document pages whose success has this body."""
    given = {"name": "cursor", "in": "query", "schema": token or TEXT, **parameter}
    declared = responses or {"200": {"description": "", "content": {"application/json": {"schema": body}}}}
    operation = {"operationId": "list", "parameters": [given], "responses": declared}
    paths = {"/things": {method: operation}}
    api = api_of({"openapi": version, "info": {"title": "t", "version": "1"}, "paths": paths})
    [resource] = api.resources
    return paging(resource.operations[0], api.schemas, conventions or (CURSOR,))


def ways(it: Paging | None) -> tuple[str, str, str, str] | None:
    """Python names: argument, kind, way to the next token, way to the items."""
    if it is None:
        return None
    return it.argument, it.kind, ".".join(it.next), ".".join(it.items)


PLAIN = object_of(next=TEXT, things=LIST)
META = PagingSettings("cursor", "/meta/nextToken")


@pytest.mark.parametrize(
    ("body", "convention", "expected"),
    [
        (PLAIN, CURSOR, "next things"),
        (
            object_of(next={"type": ["string", "null"]}, things={**LIST, "type": ["array", "null"]}),
            CURSOR,
            "next things",
        ),
        (object_of(next={}, things=LIST), CURSOR, "next things"),
        (object_of(meta=object_of(nextToken=TEXT), data=LIST), META, "meta.next_token data"),
        (object_of(meta=object_of(nextToken=TEXT, results=LIST)), META, "meta.next_token meta.results"),
        (object_of(meta=object_of(nextToken=TEXT, results=LIST), data=LIST), META, "meta.next_token data"),
        (object_of(next=TEXT, a=LIST, b=LIST), PagingSettings("cursor", "next", "b"), "next b"),
        (
            object_of(next=TEXT, a=LIST, deep=object_of(b=LIST)),
            PagingSettings("cursor", "/next", "/deep/b"),
            "next deep.b",
        ),
        (object_of(**{"a/b": TEXT, "things": LIST}), PagingSettings("cursor", "/a~1b"), "a_b things"),
        (object_of(**{"a/b": TEXT, "things": LIST}), PagingSettings("cursor", "a/b"), "a_b things"),
    ],
)
def test_the_ways_through_a_body(body: Any, convention: PagingSettings, expected: str) -> None:
    it = ways(found(body, convention))
    assert it is not None
    assert (it[:2], " ".join(it[2:])) == (("cursor", "str"), expected)


def test_every_choice_of_a_union_is_a_page() -> None:
    numbers = {"type": "array", "items": {"type": "integer"}}
    it = found({"oneOf": [PLAIN, object_of(next=TEXT, things=numbers, total={"type": "integer"})]})
    assert ways(it) == ("cursor", "str", "next", "things")
    assert it is not None
    assert sorted(str(choice["type"]) for choice in it.choices) == ["integer", "string"]


def test_tokens_may_be_integers() -> None:
    body = object_of(next={"type": "integer"}, things=LIST)
    assert ways(found(body, token={"type": "integer"})) == ("cursor", "int", "next", "things")
    assert ways(found(body, token=TEXT)) == ("cursor", "str", "next", "things")


@pytest.mark.parametrize(
    "body",
    [
        object_of(things=LIST),
        object_of(next=TEXT),
        object_of(next=TEXT, things=LIST, others=LIST),
        object_of(next=TEXT, things=TEXT),
        object_of(next=TEXT, things={"type": "array", "prefixItems": [TEXT, TEXT], "minItems": 2, "maxItems": 2}),
        object_of(next={"type": "number"}, things=LIST),
        object_of(next=LIST, things=LIST),
        object_of(next=object_of(a=TEXT), things=LIST),
        object_of(next={**TEXT, "writeOnly": True}, things=LIST),
        {"oneOf": [PLAIN, object_of(other=TEXT)]},
        {"oneOf": [PLAIN, object_of(next=TEXT, others=LIST)]},
        {"oneOf": [PLAIN, TEXT]},
        LIST,
        TEXT,
        True,
    ],
)
def test_bodies_that_only_look_like_a_page(body: Any) -> None:
    assert found(body) is None


@pytest.mark.parametrize(
    "parameter",
    [
        {"in": "header"},
        {"name": "Cursor"},
        {"token": LIST},
        {"token": {"type": "boolean"}},
        {"token": object_of(a=TEXT)},
    ],
)
def test_parameters_that_take_no_token(parameter: Any) -> None:
    assert found(PLAIN, **parameter) is None


def success(*statuses: str, **contents: Any) -> dict[str, Any]:
    content = {name.replace("_", "/"): {"schema": schema} for name, schema in contents.items()}
    return {status: {"description": "", **({"content": content} if content else {})} for status in statuses}


@pytest.mark.parametrize(
    ("responses", "pages"),
    [
        (success("2XX", application_json=PLAIN), True),
        ({**success("200", application_json=PLAIN), **success("404", application_json=object_of(a=TEXT))}, True),
        ({**success("200", application_json=PLAIN), **success("default")}, True),
        ({**success("200", application_json=PLAIN), **success("204")}, False),
        (success("204", application_json=PLAIN), False),
        (success("200", application_json=PLAIN, text_csv=TEXT), False),
        (success("200", text_plain=PLAIN), False),
        (success("default", application_json=PLAIN), False),
        ({**success("200", application_json=PLAIN), **success("202", application_json=object_of(a=TEXT))}, False),
        ({**success("200", application_json=PLAIN), **success("206", application_json={**PLAIN, "title": "B"})}, True),
    ],
)
def test_every_success_is_a_page(responses: Any, pages: bool) -> None:
    assert (found(None, responses=responses) is not None) is pages


def test_heads_have_no_pages() -> None:
    assert found(PLAIN, method="head") is None
    assert found(PLAIN, method="post") is not None


def test_the_first_convention_that_fits_counts() -> None:
    other = PagingSettings("offset", "next")
    assert found(PLAIN, other, CURSOR) == found(PLAIN) is not None
    assert found(PLAIN, other) is None
    several = PagingSettings("cursor", "next", "things"), CURSOR
    assert found(PLAIN, *several) == found(PLAIN)
    assert found(PLAIN, PagingSettings("cursor", "next", "absent")) is None


def test_without_conventions_nothing_pages() -> None:
    api = api_of({"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {"/a": {"get": {
        "parameters": [{"name": "cursor", "in": "query", "schema": TEXT}],
        "responses": {"200": {"description": "", "content": {"application/json": {"schema": PLAIN}}}},
    }}}})  # fmt: skip
    assert paging(api.resources[0].operations[0], api.schemas, ()) is None


def test_an_old_document_may_say_nullable() -> None:
    body = {"$ref": "#/components/schemas/Page"}
    schemas = {"Page": {**PLAIN, "nullable": True}}
    operation = {
        "parameters": [{"name": "cursor", "in": "query", "schema": {**TEXT, "nullable": True}}],
        "responses": success("200", application_json=body),
    }
    value = {"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {"/a": {"get": operation}}}
    api = api_of({**value, "components": {"schemas": schemas}})
    assert paging(api.resources[0].operations[0], api.schemas, (CURSOR,)) is not None


@pytest.mark.parametrize("path", sorted(SPEC.glob("*/openapi.yaml")), ids=lambda path: path.parent.name)
def test_our_own_lists(path: Any) -> None:
    """Counted from the raw document: a success that has `nextPageToken`, and a parameter that takes it."""
    raw = read(path)
    api = api_of(raw.value)
    settings = own_settings().client.paging
    pages = {
        f"{it.method} {it.path}"
        for resource in api.resources
        for it in resource.operations
        if paging(it, api.schemas, settings)
    }
    assert pages == _lists(raw.value)
    assert len(pages) >= 8


def _lists(value: Any) -> set[str]:
    return {
        f"{method.upper()} {path}"
        for path, item in value["paths"].items()
        for method, operation in item.items()
        if any(it.get("name") == "pageToken" for it in operation.get("parameters", ()))
        and all("nextPageToken" in body["properties"] for body in _bodies(value, operation))
    }


def _bodies(value: Any, operation: Any) -> list[Any]:
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    choices = schema.get("oneOf", [schema])
    schemas = value["components"]["schemas"]
    return [schemas[it["$ref"].rpartition("/")[2]] if "$ref" in it else it for it in choices]
