from __future__ import annotations

from typing import Any

import pytest

from generator.package import types
from generator.package.types import RUNTIME, TypeText
from tests.package.schemas import api_of

SCHEMAS = api_of(
    {
        "State": {"kind": "enum", "members": {"A": "a"}},
        "Level": {"kind": "enum", "type": "integer", "members": {"ONE": 1}},
        "Mixed": {"kind": "enum", "type": "mixed", "members": {"A": "a", "ONE": 1, "HALF": 0.5}},
        "Foo": {"kind": "object"},
        "Either": {"kind": "union", "variants": [{"schema": {"$ref": "Foo"}}, {"schema": {"type": "string"}}]},
        "Scalar": {"kind": "union", "variants": [{"schema": {"type": "integer"}}, {"schema": {"type": "string"}}]},
    }
).schemas


@pytest.mark.parametrize(
    ("schema", "annotation", "argument", "result"),
    [
        ({}, "Any", "Any", "Any"),
        (
            {"type": ["array", "null"], "prefixItems": [{"$ref": "Foo"}, {"type": "integer", "maximum": 3}, {}]},
            "Annotated[tuple[Foo, Annotated[int, Field(le=3)], Any], ByPlace()] | None",
            "tuple[Foo | Mapping[str, Any], int, Any] | None",
            "tuple[Foo, int, Any] | None",
        ),
        (
            {"type": "array", "prefixItems": [{"type": "string"}], "asserts": {"uniqueItems": True}},
            'Annotated[Annotated[tuple[str], ByPlace()], Holds({"uniqueItems": True})]',
            "tuple[str]",
            "tuple[str]",
        ),
        ({"type": "integer", "maximum": 3}, "Annotated[int, Field(le=3)]", "int", "int"),
        ({"type": "number", "minimum": 1, "maximum": 15}, "Annotated[float, Field(ge=1, le=15)]", "float", "float"),
        (
            {"type": ["string", "null"], "maxLength": 3},
            "Annotated[str, Field(max_length=3)] | None",
            "str | None",
            "str | None",
        ),
        ({"type": "string", "format": "date-time", "maxLength": 9}, "datetime", "datetime", "datetime"),
        ({"type": "string", "format": "binary"}, "bytes", "bytes", "bytes"),
        ({"type": "string", "format": "uri"}, "str", "str", "str"),
        ({"$ref": "State"}, "State | str", "State | str", "State | str"),
        ({"$ref": "Level"}, "Level | int", "Level | int", "Level | int"),
        ({"$ref": "Mixed"}, "Mixed | str | float", "Mixed | str | float", "Mixed | str | float"),
        ({"$ref": "Foo"}, "Foo", "Foo | Mapping[str, Any]", "Foo"),
        ({"$ref": "Either"}, "Either", "Either | Mapping[str, Any]", "Either"),
        ({"$ref": "Scalar"}, "Scalar", "Scalar", "Scalar"),
        ({"anyOf": [{"$ref": "Foo"}, {"type": "null"}]}, "Foo | None", "Foo | Mapping[str, Any] | None", "Foo | None"),
        ({"type": "array"}, "list[Any]", "Sequence[Any]", "list[Any]"),
        (
            {"type": "array", "items": {"$ref": "State"}, "minItems": 1, "uniqueItems": True},
            "Annotated[list[State | str], Field(min_length=1), Unique()]",
            "Sequence[State | str]",
            "list[State | str]",
        ),
        (
            {"type": "object", "additionalProperties": {"type": "string", "pattern": "^a"}},
            'dict[str, Annotated[str, Field(pattern="^a")]]',
            "Mapping[str, str]",
            "dict[str, str]",
        ),
        ({"type": ["string", "integer"], "minimum": 3}, "str | Annotated[int, Field(ge=3)]", "str | int", "str | int"),
    ],
)
def test_dialects(schema: dict[str, Any], annotation: str, argument: str, result: str) -> None:
    assert types.annotation(schema, SCHEMAS).text == annotation
    assert types.argument(schema, SCHEMAS).text == argument
    assert types.result(schema, SCHEMAS).text == result


def test_needs_are_named() -> None:
    found = types.annotation({"type": "array", "items": {"$ref": "State"}, "uniqueItems": True}, SCHEMAS, "models.")
    imports = {("typing", "Annotated"), (RUNTIME, "Unique")}
    assert found == TypeText("Annotated[list[models.State | str], Unique()]", frozenset({"State"}), frozenset(imports))


def test_alternatives_of_a_type_are_not_those_inside_of_it() -> None:
    text = 'dict[str, A | None] | Annotated[str, Field(pattern="a | b")] | None'
    assert types.alternatives(text) == ["dict[str, A | None]", 'Annotated[str, Field(pattern="a | b")]', "None"]
    assert types.not_null(TypeText(text)).text == text.removesuffix(" | None")
    assert types.not_null(types.NONE).text == "None"
    assert types.union([TypeText("A | None"), TypeText("B"), TypeText("A")]).text == "A | B | None"


def test_a_limited_type_or_null_is_evaluated_as_a_union() -> None:
    exact = types.annotation({"type": ["string", "null"], "maxLength": 3}, SCHEMAS)
    assert types.evaluated(exact).text == "Union[Annotated[str, Field(max_length=3)], None]"
    assert ("typing", "Union") in types.evaluated(exact).imports
    plain = types.annotation({"type": ["string", "null"]}, SCHEMAS)
    assert types.evaluated(plain) == plain
