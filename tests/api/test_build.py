"""What an `Api` holds: golden cases, and the counts of the real documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.api.build import METHODS, build
from generator.api.model import ObjectSchema, UnionSchema
from generator.api.names import Pins, resource_classes
from generator.diagnostics import ProvgenError
from generator.document.load import Document, read
from generator.document.normalise import MAX_NESTING
from generator.settings import NameSettings
from tests.api.describe import describe
from tests.api.documents import CASES, SPEC, api_of, case, of_schemas
from tests.golden import agrees


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_case(name: str) -> None:
    """The folder's `expected.txt` is the description of its document."""
    document, settings = case(name)
    assert agrees(CASES / name / "expected.txt", describe(build(document, settings, Pins())))


def _operations(document: Document) -> int:
    return sum(method in item for item in document.value["paths"].values() for method in METHODS)


def _callbacks(document: Document) -> int:
    operations = [item[method] for item in document.value["paths"].values() for method in METHODS if method in item]
    callbacks = [callback for operation in operations for callback in operation.get("callbacks", {}).values()]
    return sum(method in item for callback in callbacks for item in callback.values() for method in METHODS)


@pytest.mark.parametrize("path", sorted(SPEC.glob("*/openapi.yaml")), ids=lambda path: Path(path).parent.name)
def test_every_operation_and_callback_is_there(path: Path) -> None:
    document = read(path)
    api = build(document, NameSettings(), Pins())
    assert sum(len(resource.operations) for resource in api.resources) == _operations(document) > 80
    assert len(api.events) == _callbacks(document) > 40


def test_classes_of_resources_are_called_like_nothing_else() -> None:
    """For each resource four classes: for both clients, each with its views."""
    tags = ("pets", "async pets", "toys")
    paths = {f"/{tag}": {"get": {"operationId": tag, "tags": [tag], "responses": {}}} for tag in tags}
    schemas = {"ToysResourceViews": {"type": "object", "properties": {"a": {}}}}
    schemas["AsyncToysOperationsViews"] = schemas["PetsOperations"] = schemas["ToysResourceViews"]
    value = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": paths}
    api = api_of({**value, "components": {"schemas": schemas}})
    found = [name for resource in api.resources for name in resource_classes(resource.class_name)]
    assert len({*found, *api.schemas}) == 4 * len(tags) + len(schemas)
    assert [resource.class_name for resource in api.resources] == [
        "AsyncPetsResource2",
        "PetsResource",
        "ToysResource2",
    ]


def test_references_are_names_of_schemas() -> None:
    document, settings = case("unions")
    api = build(document, settings, Pins())
    for schema in api.schemas.values():
        if isinstance(schema, UnionSchema):
            assert all(variant.schema.get("$ref", "Circle") in api.schemas for variant in schema.variants)


def test_an_object_that_contains_all_of_itself_is_an_error() -> None:
    with pytest.raises(ProvgenError) as caught:
        of_schemas({"A": {"allOf": [{"$ref": "#/components/schemas/A"}, {"type": "object", "properties": {"x": {}}}]}})
    assert [found.code for found in caught.value.diagnostics] == ["allof-cycle"]


def test_a_reference_that_ends_in_itself_is_an_error() -> None:
    loop = {"A": {"$ref": "#/components/schemas/B"}, "B": {"$ref": "#/components/schemas/A"}}
    with pytest.raises(ProvgenError) as caught:
        of_schemas(loop)
    assert [found.code for found in caught.value.diagnostics] == ["reference-cycle"]


def test_the_same_inline_object_twice_is_one_schema() -> None:
    point = {"type": "object", "properties": {"x": {"type": "number", "description": "differs"}}}
    other = {"type": "object", "properties": {"x": {"type": "number", "description": "in words only"}}}
    api = of_schemas({"A": {"type": "object", "properties": {"from": point, "to": other}}})
    assert sorted(api.schemas) == ["A", "ATo"]


def test_inline_objects_of_another_title_are_other_schemas_unless_they_are_error_bodies() -> None:
    cat = {"title": "Cat", "type": "object", "properties": {"name": {"type": "string"}}}
    dog = {**cat, "title": "Dog"}
    content = {"content": {"application/json": {"schema": {"oneOf": [cat, dog]}}}, "description": "d"}
    paths = {"/x": {"get": {"operationId": "x", "responses": {"200": content}}}}
    document = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": paths}
    assert {"Cat", "Dog"} < api_of(document).schemas.keys()
    paths["/x"]["get"]["responses"] = {"400": content}
    assert len(api_of(document).schemas) == 1


def test_what_is_a_success_too_is_not_named_after_an_error() -> None:
    state = {"type": "object", "properties": {"state": {"type": "string"}}}
    content = {"content": {"application/json": {"schema": state}}, "description": "d"}
    paths = {"/x": {"get": {"operationId": "x", "responses": {"200": content, "500": content}}}}
    document = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": paths}
    assert [*api_of(document).schemas] == ["DefaultXResponse"]


def test_what_operations_share_is_called_like_the_component_not_like_the_first_of_them() -> None:
    def body(name: str) -> Any:
        inner = {"type": "object", "properties": {f"{name}x": {"type": "string"}}}
        schema = {"type": "object", "properties": {name: inner}}
        return {"description": "it", "content": {"application/json": {"schema": schema}}}

    def reference(kind: str, name: str) -> Any:
        return {"$ref": f"#/components/{kind}/{name}"}

    paths = {
        f"/{name}": {
            "post": {
                "operationId": name,
                "parameters": [reference("parameters", "Order"), reference("parameters", "sortParameter")],
                "requestBody": reference("requestBodies", "NewPet"),
                "responses": {
                    "200": reference("responses", "emptyResponse"),
                    "404": reference("responses", "NotFound"),
                    "409": reference("responses", "409"),
                },
            }
        }
        for name in ("a", "b")
    }
    responses = {"emptyResponse": body("done"), "NotFound": body("reason"), "409": body("by")}
    order = {"name": "o", "in": "query", "schema": {"type": "string", "enum": ["up", "down"]}}
    sort = {"name": "s", "in": "query", "schema": {"type": "string", "enum": ["name", "age"]}}
    parameters = {"Order": order, "sortParameter": sort}
    components = {"responses": responses, "requestBodies": {"NewPet": body("pet")}, "parameters": parameters}
    info = {"title": "t", "version": "1"}
    assert sorted(api_of({"openapi": "3.0.3", "info": info, "paths": paths, "components": components}).schemas) == [
        "DefaultAError",
        "DefaultAErrorBy",
        "EmptyResponse",
        "EmptyResponseDone",
        "NewPetRequest",
        "NewPetRequestPet",
        "NotFoundError",
        "NotFoundErrorReason",
        "OrderParameter",
        "SortParameter",
    ]


def test_modules_follow_the_resources_that_use_a_schema() -> None:
    def answer(name: str) -> dict[str, object]:
        return {
            "200": {
                "description": "d",
                "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}},
            }
        }

    paths = {
        "/a": {"get": {"tags": ["shared"], "operationId": "a", "responses": answer("A")}},
        "/b": {"get": {"tags": ["b"], "operationId": "b", "responses": answer("B")}},
    }
    both = {"type": "object", "properties": {"c": {"$ref": "#/components/schemas/Common"}}}
    schemas = {"A": both, "B": both, "Common": {"type": "object", "properties": {"x": {}}}, "Nobody": {"enum": ["x"]}}
    info = {"title": "t", "version": "1"}
    api = api_of({"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}})
    assert {name: schema.module for name, schema in api.schemas.items()} == {
        "A": "shared_models",
        "B": "b",
        "Common": "shared",
        "Nobody": "unused",
    }


def test_a_required_read_only_property_is_no_field_of_a_body() -> None:
    schema = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string", "readOnly": True}}}
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}
    path = {"post": {"operationId": "x", "requestBody": body, "responses": {"204": {"description": "d"}}}}
    info = {"title": "t", "version": "1"}
    api = api_of({"openapi": "3.0.0", "info": info, "paths": {"/x": path}, "components": {"schemas": {"A": schema}}})
    made = api.schemas["A"]
    assert isinstance(made, ObjectSchema)
    assert made.properties[0].required
    body_fields = api.resources[0].operations[0].body
    assert body_fields is not None
    assert body_fields.fields == ()


def test_schemas_inside_of_schemas_without_end_are_an_error() -> None:
    schema: dict[str, object] = {"type": "string"}
    for _ in range(MAX_NESTING + 2):
        schema = {"type": "object", "properties": {"inner": schema}}
    with pytest.raises(ProvgenError) as caught:
        of_schemas({"Deep": schema})
    assert [found.code for found in caught.value.diagnostics] == ["too-deep"]


def test_a_discriminator_that_two_variants_share_tells_nothing() -> None:
    """The property that does tell them apart is found, if there is one."""

    def message(role: str, **more: Any) -> dict[str, Any]:
        properties = {"type": {"const": "message"}, "role": {"const": role}, **more}
        return {"type": "object", "required": ["type", "role"], "properties": properties}

    variants = [{"$ref": f"#/components/schemas/{name}"} for name in ("User", "Assistant")]
    union = {"oneOf": variants, "discriminator": {"propertyName": "type"}}
    told = of_schemas({"User": message("user"), "Assistant": message("assistant"), "Item": union}).schemas["Item"]
    assert isinstance(told, UnionSchema)
    assert (told.discriminator, [it.tags for it in told.variants]) == ("role", [("user",), ("assistant",)])
    same = of_schemas({"User": message("x"), "Assistant": message("x", more={}), "Item": union}).schemas["Item"]
    assert isinstance(same, UnionSchema)
    assert (same.discriminator, [it.tags for it in same.variants]) == (None, [(), ()])
