"""A document with a schema of every kind, each as a field of a body and as what is returned, and the package made of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator import cli
from generator.contract.pair import Pair
from generator.contract.python.package import Package
from tests.documents import read

MODELS = {
    "Thing": {"type": "object", "properties": {"id": {"type": "integer"}}},
    "Other": {"type": "object", "properties": {"other": {"type": "string"}}},
    "Either": {"oneOf": [{"$ref": "#/components/schemas/Thing"}, {"$ref": "#/components/schemas/Other"}]},
    "Scalars": {"oneOf": [{"type": "string"}, {"type": "integer"}]},
    "State": {"type": "string", "enum": ["NEW", "OLD"]},
    "Grade": {"type": "number", "enum": [1, 2.5]},
    "Alias": {"allOf": [{"$ref": "#/components/schemas/Thing"}], "description": "The same"},
    "Name": {"type": "string", "maxLength": 9},
    "Maybe": {"type": ["object", "null"], "properties": {"a": {"type": "string"}}},
    "Tree": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
}
"""Schemas that the document names."""


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


_THING = {"type": "object", "properties": {"x": {"type": "string", "maxLength": 4}}}
TYPES: dict[str, tuple[Any, str, str]] = {
    "string": ({"type": "string"}, "str", "str"),
    "integer": ({"type": "integer"}, "int", "int"),
    "number": ({"type": "number"}, "float", "float"),
    "boolean": ({"type": "boolean"}, "bool", "bool"),
    "uuid": ({"type": "string", "format": "uuid"}, "str", "str"),
    "byte": ({"type": "string", "format": "byte"}, "str", "str"),
    "binary": ({"type": "string", "format": "binary"}, "bytes", "bytes"),
    "moment": ({"type": "string", "format": "date-time"}, "datetime", "datetime"),
    "day": ({"type": "string", "format": "date"}, "date", "date"),
    "may_be_null": ({"type": ["string", "null"]}, "str | None", "str | None"),
    "only_null": ({"type": "null"}, "None", "None"),
    "anything": ({}, "Any", "Any"),
    "described": ({"description": "Anything"}, "Any", "Any"),
    "strings": ({"type": "array", "items": {"type": "string"}}, "Sequence[str]", "list[str]"),
    "anythings": ({"type": "array"}, "Sequence[Any]", "list[Any]"),
    "map": ({"type": "object"}, "Mapping[str, Any]", "dict[str, Any]"),
    "ints_by_name": (
        {"type": "object", "additionalProperties": {"type": "integer"}},
        "Mapping[str, int]",
        "dict[str, int]",
    ),
    "by_pattern": (
        {"type": "object", "patternProperties": {"^x": {"type": "boolean"}}},
        "Mapping[str, bool]",
        "dict[str, bool]",
    ),
    "thing": (ref("Thing"), "Thing | Mapping[str, Any]", "Thing"),
    "alias": (ref("Alias"), "Thing | Mapping[str, Any]", "Thing"),
    "name": (ref("Name"), "str", "str"),
    "maybe": (ref("Maybe"), "Maybe | Mapping[str, Any] | None", "Maybe | None"),
    "things": (
        {"type": "array", "items": ref("Thing")},
        "Sequence[Thing | Mapping[str, Any]]",
        "list[Thing]",
    ),
    "things_by_name": (
        {"type": "object", "additionalProperties": {"anyOf": [ref("Thing"), {"type": "null"}]}},
        "Mapping[str, Thing | Mapping[str, Any] | None]",
        "dict[str, Thing | None]",
    ),
    "state": (ref("State"), "State | str", "State | str"),
    "states": ({"type": "array", "items": ref("State")}, "Sequence[State | str]", "list[State | str]"),
    "grade": (ref("Grade"), "Grade | float", "Grade | float"),
    "either": (ref("Either"), "Either | Mapping[str, Any]", "Either"),
    "scalars": (ref("Scalars"), "Scalars", "Scalars"),
    "either_or_null": (
        {"oneOf": [ref("Either"), {"type": "null"}]},
        "Either | Mapping[str, Any] | None",
        "Either | None",
    ),
    "one_of_one": ({"oneOf": [ref("Thing"), ref("Thing")]}, "Thing | Mapping[str, Any]", "Thing"),
    "wrapped": (
        {"allOf": [ref("Thing"), {"description": "A thing"}], "type": "object"},
        "Thing | Mapping[str, Any]",
        "Thing",
    ),
    "tree": (ref("Tree"), "Tree", "Tree"),
    "inline": (_THING, "FieldsInline | Mapping[str, Any]", "FieldsInline"),
    "inline_again": ({"allOf": [_THING]}, "FieldsInline | Mapping[str, Any]", "FieldsInline"),
    "fixed": ({"const": "only"}, "FieldsFixed | str", "FieldsFixed | str"),
    "mixed": ({"type": ["string", "integer"]}, "FieldsMixed", "FieldsMixed"),
    "mixed_values": ({"enum": ["a", 1, None]}, "FieldsMixedValues | str | int | None", "FieldsMixedValues | str | int | None"),
}  # fmt: skip
"""What the document has, the annotation of an argument and of what is returned."""


def _json(schema: Any) -> dict[str, Any]:
    return {"description": "What there is", "content": {"application/json": {"schema": schema}}}


def document() -> dict[str, Any]:
    """The document: `send` takes all of `TYPES`, `get_…` returns one each."""
    fields = {"type": "object", "required": sorted(TYPES), "properties": {name: it for name, (it, *_) in TYPES.items()}}
    paths: dict[str, Any] = {
        f"/{name}": {"get": {"operationId": f"get_{name}", "tags": ["typed"], "responses": {"200": _json(schema)}}}
        for name, (schema, *_) in TYPES.items()
    }
    body = {"required": True, "content": {"application/json": {"schema": ref("Fields")}}}
    none = {"204": {"description": "Taken"}}
    paths["/"] = {"post": {"operationId": "send", "tags": ["typed"], "requestBody": body, "responses": none}}
    schemas = {**MODELS, "Fields": fields}
    info = {"title": "Typed", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}}


def generated(folder: Path, value: Any, settings: str = "") -> Pair:
    """A document and the package that is generated from it, in a folder."""
    spec, config = folder / "typed.json", folder / "pyproject.toml"
    spec.write_text(json.dumps(value))
    config.write_text(f'[tool.provgen]\npackage = "typed"\n{settings}')
    made = ["--output", str(folder / "out"), "--package", "typed", "--config", str(config)]
    assert cli.run(["generate", "--spec", str(spec), *made]) == 0
    return Pair(read(spec), Package(folder / "out" / "typed"))
