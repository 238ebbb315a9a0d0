"""Hashes of what decides a package."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.api.model import ObjectSchema, Schema
from generator.package.inputs import module_hashes
from tests.api.documents import api_of

ANSWER = "application/json"


def _api(shared: dict[str, Any]) -> dict[str, Schema]:
    def path(tag: str, name: str) -> dict[str, Any]:
        content = {ANSWER: {"schema": {"$ref": f"#/components/schemas/{name}"}}}
        return {
            "get": {"tags": [tag], "operationId": tag, "responses": {"200": {"description": "d", "content": content}}}
        }

    using = {"type": "object", "properties": {"it": {"$ref": "#/components/schemas/Shared"}}}
    schemas = {"A": using, "B": using, "C": {"type": "object", "properties": {"x": {}}}, "Shared": shared}
    paths = {"/a": path("a", "A"), "/b": path("b", "B"), "/c": path("c", "C")}
    info = {"title": "t", "version": "1"}
    return dict(api_of({"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}}).schemas)


def test_a_change_reaches_the_modules_that_reach_the_schema() -> None:
    before = module_hashes(_api({"type": "object", "properties": {"y": {"type": "string"}}}))
    after = module_hashes(_api({"type": "object", "properties": {"y": {"type": "integer"}}}))
    assert before.keys() == after.keys() == {"a", "b", "c", "shared"}
    assert {module for module in before if before[module] != after[module]} == {"a", "b", "shared"}


def test_where_a_schema_stands_does_not_count() -> None:
    schemas = _api({"type": "object", "properties": {"y": {"type": "string"}}})
    found = schemas["C"]
    assert isinstance(found, ObjectSchema)
    moved = replace(found, pointer="/elsewhere", properties=tuple(replace(it, pointer="/z") for it in found.properties))
    assert module_hashes({**schemas, "C": moved}) == module_hashes(schemas)
