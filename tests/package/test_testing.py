"""The files of `testing`: what is in the data, and a typed route for each operation."""

from __future__ import annotations

import ast
import json
from dataclasses import replace
from typing import Any

from generator.api.model import Api, MediaType, ObjectSchema, Resource
from generator.package.testing import render_testing
from generator.settings import PagingSettings, WebhookSettings
from tests.api.documents import api_of
from tests.package.sample_api import API, PET, SETTINGS, operation, prop, response
from tests.package.sample_api import api as sample_api
from tests.package.sample_api import json as json_content


def data(api: Api, **settings: Any) -> Any:
    return json.loads(render_testing(api, replace(SETTINGS, **settings)).files["testing/samples.json"])


def answers(*responses: Any, **more: Any) -> Any:
    """The answers of an operation that has these responses."""
    made = operation("get_pet", responses=responses, **more)
    return data(sample_api(resources=(Resource("pets", "PetsResource", "Pets", "", (made,)),)))["operations"][
        "pets.get_pet"
    ]["answers"]


def test_the_data_of_the_sample() -> None:
    found = data(API)
    assert list(found) == ["servers", "tokens", "models", "operations", "events"]
    assert found["servers"] == ["https://zoo.example/v2", "https://{region}.zoo.example"]
    assert found["tokens"] == ["https://auth.example/token"]
    assert found["models"]["Pet"] == {"name": "name", "note": "note", "petKind": "cat"}
    assert found["operations"]["pets.delete_pet"] == {
        "method": "DELETE",
        "path": "/shelters/{shelterId}/pets/{petId}",
        "answers": {"204": {}},
    }
    assert found["operations"]["pets.upload_photo"]["answers"] == {
        "200": {"text": "text", "type": "image/png"},
        "202": {"text": "text", "type": "text/plain"},
    }
    assert list(found["events"]) == ["pet_added"]


def test_each_sample_is_a_line() -> None:
    lines = render_testing(API, SETTINGS).files["testing/samples.json"].splitlines()
    assert '"Pet": {"name":"name","note":"note","petKind":"cat"},' in lines
    assert all(ord(char) < 128 for line in lines for char in line)


def test_examples_of_a_response_go_before_what_is_made_up() -> None:
    def media(*examples: Any, own: Any = None) -> tuple[MediaType, ...]:
        return (MediaType("application/json", PET, examples=examples, own_example=own),)

    right, wrong = {"name": "Rex"}, {"name": 5}
    found = answers(
        response("200", media(wrong, right)),
        response("201", media(wrong, own=right)),
        response("202", media(wrong, own=wrong)),
    )
    assert (found["200"], found["201"]) == ({"json": right}, {"json": right})
    assert found["202"] == {"json": {"name": "name", "note": "note", "petKind": "cat"}}


def test_media_types_and_statuses() -> None:
    found = answers(
        response("2xx", (MediaType("application/hal+json", PET),)),
        response("204", json_content(PET)),
        response("400", (MediaType("*/*", PET),)),
        response("500", (MediaType("image/*", None),)),
        response("default", (MediaType("text/csv", None, examples=({}, "a,b")),)),
    )
    assert (found["2XX"]["type"], "json" in found["2XX"]) == ("application/hal+json", True)
    assert (found["204"], found["400"].keys(), found["500"]["type"]) == ({}, {"json"}, "application/octet-stream")
    assert found["default"] == {"text": "a,b", "type": "text/csv"}
    assert answers(response("200", json_content(PET)), method="HEAD") == {"200": {}}


def test_what_comes_unasked_is_first_and_knows_the_others() -> None:
    stream, text = MediaType("text/event-stream", None), MediaType("text/csv", None)
    found = answers(response("200", (stream, *json_content(PET), text)))["200"]
    assert (list(found["others"]), "json" in found) == (["text/csv", "text/event-stream"], True)
    assert found["others"]["text/csv"] == {"text": "text", "type": "text/csv"}
    assert found["others"]["text/event-stream"]["frame"] == ["data: ", "\n\n"]


def test_what_has_no_sample_is_told_with_its_place() -> None:
    impossible = {"type": "integer", "minimum": 2, "maximum": 1}
    schema = API.schemas["Pet"]
    assert isinstance(schema, ObjectSchema)
    pet = replace(schema, properties=(prop("size", "size", impossible, True),), pointer="/pet")
    found = render_testing(sample_api(schemas={**API.schemas, "Pet": pet}), SETTINGS)
    assert [(it.message, it.pointer) for it in found.omissions if "model" in it.message] == [
        ("no sample of model Pet: no number is within its limits", "/pet")
    ]
    content = json.loads(found.files["testing/samples.json"])
    assert "Pet" not in content["models"]
    assert content["operations"]["pets.create_pet"]["answers"]["201"] == {"problem": "no number is within its limits"}


def listing(following: dict[str, Any], required: tuple[str, ...] = ()) -> Any:
    """What a list answers whose token is like this."""
    page = {
        "type": "object",
        "required": list(required),
        "properties": {"next": following, "items": {"type": "array", "items": {"type": "integer"}}},
    }
    wanted = {"name": "page", "in": "query", "schema": {"type": "string"}}
    content = {"application/json": {"schema": page, "example": {"items": [5], "next": "on"}}}
    get = {
        "operationId": "list",
        "parameters": [wanted],
        "responses": {"200": {"description": "x", "content": content}},
    }
    info = {"title": "t", "version": "1"}
    api = api_of({"openapi": "3.1.0", "info": info, "paths": {"/items": {"get": {**get, "tags": ["items"]}}}})
    (found,) = data(api, paging=(PagingSettings("page", "next"),))["operations"].values()
    assert found["paging"] == {"items": ["items"], "kind": "str", "next": ["next"], "token": "page"}
    return found["answers"]["200"]["json"]


def test_lists_answer_with_their_last_page() -> None:
    assert listing({"type": "string"}) == {"items": [5]}
    assert listing({"type": "string"}, ("next",)) == {"items": [5], "next": ""}
    assert listing({"type": ["string", "null"]}, ("next",)) == {"items": [5], "next": None}


def test_an_event_says_which_it_is() -> None:
    schema: dict[str, Any] = {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"type": "string"}, "x": {"type": "integer"}},
    }

    def item(kind: str) -> dict[str, Any]:
        told = {**schema, "properties": {**schema["properties"], "kind": {"type": "string", "example": kind}}}
        return {"post": {"requestBody": {"content": {"application/json": {"schema": told}}}}}

    info = {"title": "t", "version": "1"}
    hooks = {"born": item("BORN"), "gone": item("GONE")}
    api = api_of({"openapi": "3.1.0", "info": info, "paths": {}, "webhooks": hooks})
    found = data(api, webhooks=WebhookSettings(type="kind"))["events"]
    assert {name: it["kind"] for name, it in found.items()} == {"born": "BORN", "gone": "GONE"}


def test_resources_do_not_hide_what_the_mock_has() -> None:
    made = tuple(
        Resource(
            name,
            f"{name.title()}Resource",
            name,
            "",
            (operation("get", responses=(response("200", json_content(PET)),)),),
        )
        for name in ("respx", "routes", "pets")
    )
    source = render_testing(sample_api(resources=made), SETTINGS).files["testing/__init__.py"]
    tree = ast.parse(source)
    attributes = [ast.unparse(node.targets[0]) for node in ast.walk(tree) if isinstance(node, ast.Assign)]
    assert {"self.respx_", "self.routes_", "self.pets"} <= set(attributes)
    assert "    get: Route[_m.Pet]\n" in source
    assert [line for line in source.splitlines() if "Routes(self" in line][0].endswith('RespxRoutes(self, "respx")')


def test_an_api_without_anything() -> None:
    found = render_testing(sample_api(resources=(), events=(), schemas={}, servers=(), security_schemes=()), SETTINGS)
    assert json.loads(found.files["testing/samples.json"]) == {
        "servers": [],
        "tokens": [],
        "models": {},
        "operations": {},
        "events": {},
    }
    assert ast.parse(found.files["testing/__init__.py"])
