"""Samples: valid, small, always the same, and never wrong."""

from __future__ import annotations

import json
import random
import re
import time
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator

from generator.api import samples as makers
from generator.api.build import build
from generator.api.judge import Sides, leaves
from generator.api.model import Api, ObjectSchema, Property, UnionSchema
from generator.api.names import Pins
from generator.api.own_examples import own_example
from generator.api.samples import MAX_SAMPLE, Wanted, _Maker, samples, wanted_models
from generator.api.scalars import Impossible, number, string
from generator.api.texts import matching
from generator.document import load
from generator.settings import NameSettings
from tests.api.documents import SPEC, api_of, document, of_schemas, shuffled

SENT: Sides = frozenset(("request",))
RECEIVED: Sides = frozenset(("response",))


def made(api: Api) -> dict[str, Any]:
    """The samples of all models."""
    found = samples(api.schemas, wanted_models(api))
    assert found.problems == {}
    return dict(found.values)


def one(properties: dict[str, Any], **more: Any) -> Any:
    """The sample of an object with these properties."""
    return made(of_schemas({"It": {"type": "object", "properties": properties, **more}}))["It"]


def value(schema: dict[str, Any]) -> Any:
    """What a property of this schema is in a sample."""
    return one({"it": schema}, required=["it"])["it"]


# ── scalars ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string"}, "it"),
        ({"type": "string", "minLength": 4}, "itxx"),
        ({"type": "string", "maxLength": 1}, "i"),
        ({"type": "string", "maxLength": 0}, ""),
        ({"type": "string", "format": "date-time"}, "2030-01-31T12:00:00Z"),
        ({"type": "string", "format": "date"}, "2030-01-31"),
        ({"type": "string", "format": "uri", "maxLength": 5}, "it"),
        ({"type": "string", "format": "email"}, "user1@example.com"),
        ({"type": "string", "pattern": "^[A-Z]{3}-\\d+$"}, "AAA-1"),
        ({"type": "string", "pattern": "^[A-Z]{3}-\\d+$", "minLength": 7}, "AAA-111"),
        ({"type": "string", "example": "mine"}, "mine"),
        ({"type": "string", "example": "too long", "maxLength": 3}, "it"),
        ({"type": "string", "default": "usual"}, "usual"),
        ({"type": "string", "const": "only"}, "only"),
        ({"type": "string", "enum": ["b", "a"]}, "a"),
        ({"type": ["null", "string"]}, "it"),
        ({"type": "null"}, None),
        ({"type": "boolean"}, True),
        ({"type": "integer"}, 1),
        ({"type": "integer", "minimum": 5}, 5),
        ({"type": "integer", "exclusiveMinimum": 5}, 6),
        ({"type": "integer", "maximum": -3}, -3),
        ({"type": "integer", "exclusiveMaximum": 1}, 0),
        ({"type": "integer", "multipleOf": 7, "minimum": 8}, 14),
        ({"type": "integer", "multipleOf": 1.5}, 3),
        ({"type": "number", "minimum": 0.2, "maximum": 0.4}, 0.3),
        ({"type": "number", "exclusiveMaximum": 1, "exclusiveMinimum": 0}, 0.5),
        ({"type": "number", "multipleOf": 0.25, "maximum": 0.5}, 0.5),
        ({"type": "integer", "minimum": -10, "maximum": -2}, -10),
        ({}, "it"),
    ],
)
def test_scalars(schema: dict[str, Any], expected: Any) -> None:
    found = value(schema)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    "pattern",
    [
        r"^\+?[1-9]\d{6,14}$",
        r"^(?=.*[A-Z])(?=.*\d).{8,}$",
        r"^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$",
        r"^\p{L}{2}[\p{Nd}_]$",
        r"^[^<>&]+$",
        r"^(?!foo)[a-z]{3}$",
        r"^(?<year>\d{4})$",
        r"^(a|b)\1$",
        r"^[가-힣]{2}$",
        r"^\u{41}\u0042$",
        r"[[a]",
        r"^https?://\S+$",
        r"^\W\s\D$",
        r"^(?:[A-Za-z0-9+/]{4})*$",
        "needle",
    ],
)
def test_texts_match_their_patterns(pattern: str) -> None:
    judge = Draft202012Validator({"pattern": pattern})
    for found in (matching(pattern), matching(pattern, variation=1)):
        assert found is not None
        assert judge.is_valid(found)


@pytest.mark.parametrize(
    "pattern", ["(", "^a$^b$", "((a{500}){500}){500}", "(" * 2000 + ")" * 2000, r"\1(a)" * 900, ""]
)
def test_patterns_that_nobody_can_serve_end(pattern: str) -> None:
    begun = time.monotonic()
    found = matching(pattern, 3, 5)
    assert found is None or re.search(pattern, found)
    assert time.monotonic() - begun < 2


@given(
    st.from_regex(r"[a-c]{1,2}(\[[a-z]-?\]|\\d|\.)(\*|\+|\?|\{1,3\})?(x|\(y|z\))?", fullmatch=True),
    st.integers(0, 12),
    st.integers(0, 12),
)
def test_a_text_is_of_its_length_and_pattern(pattern: str, least: int, more: int) -> None:
    found = matching(pattern, least, least + more)
    if found is not None:
        assert least <= len(found) <= least + more
        assert Draft202012Validator({"pattern": pattern}).is_valid(found)


BOUNDS = st.none() | st.integers(-50, 50) | st.floats(-50, 50).map(lambda it: round(it, 2))


@given(
    st.fixed_dictionaries(
        {"type": st.sampled_from(["integer", "number"])},
        optional={
            "minimum": BOUNDS.filter(lambda it: it is not None),
            "maximum": BOUNDS.filter(lambda it: it is not None),
            "exclusiveMinimum": BOUNDS.filter(lambda it: it is not None),
            "exclusiveMaximum": BOUNDS.filter(lambda it: it is not None),
            "multipleOf": st.sampled_from([1, 2, 7, 0.5, 0.25, 10]),
        },
    )
)
def test_a_number_is_within_its_limits(schema: dict[str, Any]) -> None:
    try:
        found = number(schema)
    except Impossible:
        assert not any(Draft202012Validator(schema).is_valid(it / 4) for it in range(-220, 220) if it % 4 == 0)
    else:
        assert Draft202012Validator(schema).is_valid(found)


@given(
    st.integers(0, 60), st.integers(0, 60), st.sampled_from([None, "uri", "uuid", "date", "unheard"]), st.integers(0, 3)
)
def test_a_text_is_of_its_length(least: int, more: int, kind: str | None, nth: int) -> None:
    schema = {"type": "string", "minLength": least, "maxLength": least + more, **({"format": kind} if kind else {})}
    try:
        found = string(schema, "displayName", nth)
    except Impossible:
        assert kind == "date" and not least <= 10 <= least + more or nth > 0 and least + more == 0
    else:
        assert least <= len(found) <= least + more


# ── whole schemas ───────────────────────────────────────────────────────────────────────────────────────────────────

NAMES = ("A", "B", "C")
LEAF = st.sampled_from(
    [
        {"type": "string"},
        {"type": "string", "minLength": 3, "maxLength": 6},
        {"type": "string", "pattern": "^x+$"},
        {"type": "string", "format": "date"},
        {"type": "string", "enum": ["u", "v"]},
        {"type": "integer", "minimum": 3, "maximum": 4},
        {"type": "number", "multipleOf": 0.5},
        {"type": "boolean"},
        {"type": ["string", "null"]},
        {},
    ]
)
REFERENCE = st.sampled_from([{"$ref": f"#/components/schemas/{name}"} for name in NAMES])


def _nested(inner: Any) -> Any:
    sizes = st.sampled_from([{}, {"minItems": 2}, {"maxItems": 0}, {"minItems": 2, "uniqueItems": True}])
    arrays = st.builds(lambda items, size: {"type": "array", "items": items, **size}, inner, sizes)
    maps = st.builds(lambda values: {"type": "object", "additionalProperties": values}, inner)
    unions = st.builds(lambda variants: {"oneOf": variants}, st.lists(inner, min_size=2, max_size=3))
    return arrays | maps | unions | _objects(inner)


def _objects(inner: Any) -> Any:
    flags = st.sampled_from([{}, {"readOnly": True}, {"writeOnly": True}, {"nullable": True}])
    declared = st.builds(lambda schema, flag: schema if "$ref" in schema else {**schema, **flag}, inner, flags)
    properties = st.dictionaries(st.sampled_from("abcde"), declared, min_size=1, max_size=4)
    return st.builds(
        lambda found, count, closed: {
            "type": "object",
            "properties": found,
            "required": sorted(found)[:count],
            **({"additionalProperties": False} if closed else {}),
        },
        properties,
        st.integers(0, 4),
        st.booleans(),
    )


SCHEMA = st.recursive(LEAF | REFERENCE, _nested, max_leaves=8)


def _bare(schema: Any) -> Any:
    """The schema as JSON Schema 2020-12, for a judge that is not the generator's own: null and one-sided are taken in."""
    if isinstance(schema, list):
        return [_bare(it) for it in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _bare(it) for key, it in schema.items() if key not in ("nullable", "readOnly", "writeOnly", "oneOf")}
    if "oneOf" in schema:
        found["anyOf"] = _bare(schema["oneOf"])
    if "required" in schema:
        sided = {name for name, it in schema["properties"].items() if it.get("readOnly") or it.get("writeOnly")}
        found["required"] = [name for name in schema["required"] if name not in sided]
    return {"anyOf": [{"type": "null"}, found]} if schema.get("nullable") else found


@given(st.fixed_dictionaries({name: _objects(SCHEMA) for name in NAMES}))
def test_every_sample_is_valid_and_always_the_same(schemas: dict[str, Any]) -> None:
    api = of_schemas(schemas, "3.0.3")
    found = samples(api.schemas, wanted_models(api))
    definitions = json.loads(json.dumps(_bare(schemas)).replace("#/components/schemas/", "#/$defs/"))
    for name in NAMES:
        judge = Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": definitions})
        if name in found.values and api.schemas[name].pointer == f"/components/schemas/{name}":
            assert judge.is_valid(found.values[name]), found.values[name]
    again = of_schemas(shuffled(schemas, random.Random(1)), "3.0.3")
    assert samples(again.schemas, wanted_models(again)) == found
    assert "the value that was made is not valid" not in found.problems.values()


@given(st.fixed_dictionaries({name: _objects(SCHEMA) for name in NAMES}), st.sampled_from([5, 20, 80, 4_000]))
def test_what_is_made_once_is_as_if_it_were_made_each_time(schemas: dict[str, Any], most: int) -> None:
    api = of_schemas(schemas, "3.0.3")
    with patch.multiple(makers, MAX_WORK=most, EASY_WORK=most // 2):
        found = samples(api.schemas, wanted_models(api))
        with patch.object(_Maker, "_once", _Maker._object):
            assert samples(api.schemas, wanted_models(api)) == found


def test_an_object_has_what_is_of_use() -> None:
    properties = {
        "needed": {"type": "integer"},
        "optional": {"type": "string"},
        "old": {"type": "string", "deprecated": True},
        "untold": {},
        "oldButNeeded": {"type": "string", "deprecated": True},
        "list": {"type": "array", "items": {"type": "string"}},
        "map": {"type": "object", "additionalProperties": {"type": "integer"}},
        "free": {"type": "object"},
        "maybe": {"type": "object", "properties": {"x": {"type": "integer"}}, "nullable": True},
    }
    assert one(properties, required=["needed", "oldButNeeded"]) == {
        "free": {},
        "list": ["list"],
        "map": {"key1": 1},
        "maybe": {"x": 1},
        "needed": 1,
        "oldButNeeded": "oldButNeeded",
        "optional": "optional",
    }


@pytest.mark.parametrize(("most", "names"), [(1, ["b"]), (2, ["a", "b"]), (4, ["a", "b", "c"])])
def test_an_object_has_no_more_than_it_may_have(most: int, names: list[str]) -> None:
    properties = {name: {"type": "string"} for name in ("a", "b", "c")}
    assert sorted(one(properties, required=["b"], maxProperties=most)) == names


def test_examples_of_the_document_are_taken_if_they_are_valid() -> None:
    pet = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "maxLength": 9}}}
    found = made(
        of_schemas(
            {
                "Right": {**pet, "example": {"name": "Rex"}},
                "Wrong": {**pet, "example": {"name": 5}, "examples": [{}, {"name": "Second"}]},
                "Long": {**pet, "example": {"name": "x", "more": "x" * MAX_SAMPLE}},
                "Odd": {**pet, "example": {"name": "x", "more": 2**60}},
            }
        )
    )
    assert (found["Right"], found["Wrong"]["name"]) == ({"name": "Rex"}, "Second")
    assert found["Long"] == found["Odd"] == {"name": "name"}


@pytest.mark.parametrize(
    ("asserted", "fits"),
    [
        ({"not": {"required": ["b"]}}, False),
        ({"if": {"required": ["a"]}, "then": {"$ref": "#/components/schemas/Other"}}, False),
        ({"if": {"required": ["c"]}, "then": False}, True),
        ({"minProperties": 3}, False),
        ({"patternProperties": {"a\\Z": {"type": "integer"}}}, True),  # which nobody can judge here
    ],
)
def test_a_sample_that_breaks_what_types_do_not_say_is_none(asserted: dict[str, Any], fits: bool) -> None:
    it = {"type": "object", "required": ["a", "b"], "properties": {"a": {"type": "string"}, "b": {"type": "integer"}}}
    other = {"properties": {"a": {"$ref": "#/components/schemas/Odd"}}}
    api = of_schemas({"It": {**it, **asserted}, "Other": other, "Odd": {"type": "string", "not": {"minLength": 1}}})
    found = samples(api.schemas, {"It": wanted_models(api)["It"]})
    assert ("It" in found.values) == fits
    assert found.problems == ({} if fits else {"It": "the value that was made is not valid"})


def test_an_example_that_keeps_what_types_do_not_say_is_taken() -> None:
    it = {"type": "object", "properties": {"a": {"type": "string"}}, "not": {"required": ["a"]}}
    assert made(of_schemas({"It": {**it, "examples": [{"a": "x"}, {}]}}))["It"] == {}


@pytest.mark.parametrize("required", [["name"], ["id", "name", "secret"]])
def test_each_side_gets_what_is_its_own(required: list[str]) -> None:
    account = {
        "type": "object",
        "required": required,
        "properties": {
            "id": {"type": "string", "readOnly": True},
            "secret": {"type": "string", "writeOnly": True},
            "name": {"type": "string"},
        },
    }
    api = of_schemas({"Account": account})
    wanted = {
        "sent": Wanted({"$ref": "Account"}, SENT),
        "received": Wanted({"$ref": "Account"}, RECEIVED),
        "both": Wanted({"$ref": "Account"}, SENT | RECEIVED),
    }
    found = samples(api.schemas, wanted).values
    assert {key: sorted(it) for key, it in found.items()} == {
        "sent": ["name", "secret"],
        "received": ["id", "name"],
        "both": ["id", "name", "secret"],
    }


def test_a_request_has_declared_properties_only() -> None:
    body = {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "title": "New Pet",
                    "properties": {"name": {"type": "string"}},
                    "example": {"name": "Rex", "undeclared": 1},
                }
            }
        },
    }
    operation = {"requestBody": body, "responses": {"204": {"description": "done"}}}
    info = {"title": "t", "version": "1"}
    api = api_of({"openapi": "3.1.0", "info": info, "paths": {"/pets": {"post": operation}}})
    assert made(api) == {"NewPet": {"name": "name"}}


def test_unions_are_of_a_variant_and_carry_its_tag() -> None:
    cat = {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"type": "string"}, "lives": {"type": "integer"}},
    }
    mapping = {"cat": "#/components/schemas/Cat"}
    tagged = {
        "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
        "discriminator": {"propertyName": "kind", "mapping": mapping},
    }
    other = {"oneOf": [{"$ref": "#/components/schemas/Endless"}, {"type": "integer"}]}
    endless = {"type": "object", "required": ["self"], "properties": {"self": {"$ref": "#/components/schemas/Endless"}}}
    holder = {"type": "object", "properties": {"pet": tagged, "other": other}, "required": ["pet", "other"]}
    api = of_schemas({"Cat": cat, "Dog": cat, "Endless": endless, "Holder": holder})
    found = samples(api.schemas, wanted_models(api))
    assert found.values["Holder"] == {"pet": {"kind": "cat", "lives": 1}, "other": 1}
    assert found.problems == {"Endless": "Endless contains itself"}


def test_a_union_within_itself_ends() -> None:
    one = {"oneOf": [{"$ref": "#/components/schemas/Two"}, {"type": "string"}]}
    two = {"oneOf": [{"$ref": "#/components/schemas/One"}, {"type": "integer"}]}
    holder = {"type": "object", "required": ["it"], "properties": {"it": {"$ref": "#/components/schemas/One"}}}
    api = of_schemas({"One": one, "Two": two, "Holder": holder})
    schema = api.schemas["One"]
    assert isinstance(schema, UnionSchema)
    assert [leaf.schema["type"] for leaf in leaves(schema, api.schemas)] == ["integer", "string"]
    assert made(api)["Holder"]["it"] in (1, "it")


def test_unions_of_unions_of_unions_end() -> None:
    """Each of sixty leads to the next in three ways."""
    chain: dict[str, Any] = {"U60": {"oneOf": [{"type": "string"}, {"type": "integer"}]}}
    for level in range(60):
        below = {"$ref": f"#/components/schemas/U{level + 1}"}
        chain[f"U{level}"] = {"oneOf": [below, {"type": "array", "items": below}, {"type": "boolean"}]}
    holder = {"type": "object", "required": ["it"], "properties": {"it": {"$ref": "#/components/schemas/U0"}}}
    begun = time.monotonic()
    assert made(of_schemas({"Holder": holder, **chain}))["Holder"]["it"] is not None
    assert time.monotonic() - begun < 5


def test_what_is_nested_too_deeply_is_said() -> None:
    def level(name: str, below: str) -> ObjectSchema:
        inner: dict[str, Any] = {"$ref": below} if below else {"type": "string"}
        for _ in range(40):
            inner = {"type": "array", "minItems": 1, "items": inner}
        property_ = Property("x", "x", inner, True, False, False, False, "")
        return ObjectSchema(name, "", "m", SENT, "", False, (property_,), True, False)

    schemas = {f"D{at}": level(f"D{at}", f"D{at + 1}" if at < 30 else "") for at in range(31)}
    found = samples(schemas, {name: Wanted({"$ref": name}, SENT) for name in schemas})
    assert found.problems.keys() | found.values.keys() == schemas.keys()
    assert found.problems["D0"] == "it is nested too deeply"
    assert "D30" in found.values


def test_recursion_ends_where_it_may() -> None:
    node = {
        "type": "object",
        "required": ["children", "next", "name"],
        "properties": {
            "name": {"type": "string"},
            "children": {"type": "array", "items": {"$ref": "#/components/schemas/Node"}},
            "parent": {"$ref": "#/components/schemas/Node"},
            "next": {"nullable": True, "allOf": [{"$ref": "#/components/schemas/Node"}]},
        },
    }
    assert made(of_schemas({"Node": node}, "3.0.3"))["Node"] == {"children": [], "name": "name", "next": None}


def test_sizes() -> None:
    digits = {"type": "array", "items": {"type": "integer"}}
    assert value({**digits, "minItems": 3}) == [1, 1, 1]
    assert value({**digits, "minItems": 3, "uniqueItems": True}) == [1, 2, 3]
    assert value({**digits, "maxItems": 0}) == []
    assert value(
        {"type": "array", "uniqueItems": True, "minItems": 2, "items": {"type": "string", "enum": ["a", "b"]}}
    ) == [
        "a",
        "b",
    ]
    assert value({"type": "object", "additionalProperties": {"type": "integer"}, "minProperties": 2}) == {
        "key1": 1,
        "key2": 1,
    }


@pytest.mark.parametrize(
    ("schema", "reason"),
    [
        ({"type": "integer", "minimum": 5, "maximum": 4}, "no number is within its limits"),
        ({"type": "string", "minLength": 10_000}, "it has 10000 characters at least"),
        ({"type": "array", "items": {}, "minItems": 5000}, "it has 5000 items at least"),
        ({"type": "string", "pattern": "^a$", "minLength": 2}, "of its format, pattern and length"),
        (
            {"type": "array", "items": {"type": "boolean"}, "minItems": 3, "uniqueItems": True},
            "more different values than there are",
        ),
    ],
)
def test_what_cannot_be_made_is_said(schema: dict[str, Any], reason: str) -> None:
    needing = {"type": "object", "properties": {"it": schema}, "required": ["it"]}
    api = of_schemas({"Needing": needing, "Free": {**needing, "required": []}})
    found = samples(api.schemas, wanted_models(api))
    assert found.values == {"Free": {}}
    assert re.search(re.escape(reason), found.problems["Needing"])


def test_wide_and_deep_schemas_take_no_time() -> None:
    """Each level needs twenty values of the next."""
    levels: dict[str, Any] = {"L7": {"type": "object", "properties": {"x": {"type": "string"}}, "required": ["x"]}}
    for level in range(7):
        below = {"$ref": f"#/components/schemas/L{level + 1}"}
        names = [f"p{number}" for number in range(20)]
        levels[f"L{level}"] = {"type": "object", "properties": dict.fromkeys(names, below), "required": names}
    begun = time.monotonic()
    api = of_schemas(levels)
    found = samples(api.schemas, wanted_models(api))
    assert time.monotonic() - begun < 5
    assert "L7" in found.values
    assert "it takes more than 4000 values" in found.problems["L0"]


def test_long_samples_lose_what_is_optional() -> None:
    inner = {"type": "object", "properties": {f"p{number}": {"type": "string"} for number in range(100)}}
    outer = {"type": "object", "properties": {f"o{number}": inner for number in range(5)}, "required": ["o1"]}
    found = made(of_schemas({"Outer": outer}))["Outer"]
    assert found == {f"o{number}": {} for number in range(5)}


def test_the_real_document_gives_the_same_in_any_order() -> None:
    original = load.read(SPEC / "1.2.36" / "openapi.yaml")
    api, other = (
        build(document(it), NameSettings(), Pins())
        for it in (original.value, shuffled(original.value, random.Random(3)))
    )
    assert made(api) == made(other)


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "object", "properties": {"a": {"example": 1}, "b": {}, "c": {"$ref": "#/x"}}}, {"a": 1}),
        ({"example": {"whole": 1}, "properties": {"a": {"example": 1}}}, {"whole": 1}),
        ({"examples": [2, 3]}, 2),
        ({"oneOf": [{}, {"properties": {"a": {"example": 5}}}, {"example": 6}]}, {"a": 5}),
        ({"allOf": [{"properties": {"a": {"example": 1}}}, {"example": {"b": 2}}, {"example": 7}]}, {"a": 1, "b": 2}),
        ({"properties": {"in": {"properties": {"a": {"example": None}}}}}, None),
        ({"properties": 5, "oneOf": {}, "examples": {}}, None),
        ({"$ref": "#/x", "example": 1}, None),
        (True, None),
    ],
)
def test_examples_that_are_written_into_a_schema(schema: Any, expected: Any) -> None:
    assert own_example(schema) == expected
