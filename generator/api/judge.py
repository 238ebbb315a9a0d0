"""Which values are valid: canonical schemas as JSON Schema 2020-12, judged by jsonschema-rs, all at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.api import texts
from generator.api.model import (
    AliasSchema,
    Direction,
    EnumSchema,
    JsonSchema,
    ObjectSchema,
    Property,
    Schema,
    Tag,
    UnionSchema,
)
from generator.api.scalars import MAX_NUMBER

Schemas = Mapping[str, Schema]

Sides = frozenset[Direction]
"""Who the value is for: what only the server sends is not in a request, what only the client sends not in a response."""

MAX_EXAMPLE = 20_000
"""Longest value that is judged, in bytes of JSON; anything longer counts as wrong."""

Probe = tuple[str, JsonSchema, Any]
"""A key, a canonical schema and a value that should be valid under it."""


class Judge:
    """Tells valid values from others: the canonical schemas as JSON Schema 2020-12, with what is required of some sides."""

    def __init__(self, schemas: Schemas, sides: Sides) -> None:
        self._schemas = schemas
        self._sides = sides
        self._asserted = 0
        self._numbers = {name: f"#/$defs/{number}" for number, name in enumerate(sorted(schemas))}
        self._definitions = {
            self._numbers[name][8:]: dict(self._definition(schema)) for name, schema in schemas.items()
        }

    def valid(self, probes: Iterable[Probe]) -> dict[str, list[Any]]:
        """The valid values of each key, in their order; keys without any are missing."""
        import jsonschema_rs

        given = [probe for probe in probes if _is_plain(probe[2])]
        targets = [self._converted(schema) for _, schema, _ in given]
        schema = {"prefixItems": targets, "$defs": self._definitions} if targets else {}
        validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True, offline=True)
        wrong = {error.instance_path[0] for error in validator.iter_errors([value for _, _, value in given])}
        found: dict[str, list[Any]] = {}
        for index, (key, _, value) in enumerate(given):
            if index not in wrong:
                found.setdefault(key, []).append(value)
        return found

    def _definition(self, schema: Schema) -> Iterator[tuple[str, Any]]:
        match schema:
            case ObjectSchema():
                yield "type", "object"
                yield "properties", {it.wire: self._converted(it.schema) for it in schema.properties}
                yield "required", [it.wire for it in schema.properties if _is_asked(it, self._sides)]
                yield "additionalProperties", self._additional(schema)
                yield from self._held(schema.asserts).items()
            case EnumSchema():
                yield "enum", [member.value for member in schema.members]
            case UnionSchema():
                yield "anyOf", [self._leaf(leaf) for leaf in leaves(schema, self._schemas)]
                yield from self._held(schema.asserts).items()
            case AliasSchema():
                yield from self._converted(schema.schema).items()

    def _held(self, asserts: JsonSchema) -> JsonSchema:
        """What else has to hold, as a resource of its own, whose references stay in it. Nothing if the validator cannot read it."""
        if not asserts:
            return {}
        import jsonschema_rs

        try:
            jsonschema_rs.Draft202012Validator(dict(asserts), offline=True)
        except ValueError:
            return {}
        self._asserted += 1
        return {"allOf": [{**asserts, "$id": f"urn:asserted:{self._asserted}"}]}

    def _additional(self, schema: ObjectSchema) -> Any:
        if isinstance(schema.additional, Mapping):
            return self._converted(schema.additional)
        return schema.additional and not is_request_only(schema)

    def _leaf(self, leaf: Leaf) -> Any:
        if not leaf.tags:
            return self._converted(leaf.schema)
        tagged = {
            "required": list(leaf.tags),
            "properties": {name: {"enum": list(of)} for name, of in leaf.tags.items()},
        }
        return {"allOf": [self._converted(leaf.schema), tagged]}

    def _converted(self, schema: JsonSchema) -> dict[str, Any]:
        found = {key: schema[key] for key, allows in _KEPT.items() if key in schema and allows(schema[key])}
        if texts.understood(schema.get("pattern")):
            found["pattern"] = schema["pattern"]
        if schema.get("format") in ("date", "date-time"):
            found["format"] = schema["format"]
        if "$ref" in schema:
            found["$ref"] = self._numbers[schema["$ref"]]
        for key in ("items", "additionalProperties"):
            if key in schema:
                found[key] = self._converted(schema[key]) if isinstance(schema[key], Mapping) else schema[key]
        if "anyOf" in schema:
            found["anyOf"] = [self._converted(choice) for choice in schema["anyOf"]]
        if "prefixItems" in schema:
            places = [self._converted(place) for place in schema["prefixItems"]]
            found |= {"prefixItems": places, "minItems": len(places), "maxItems": len(places)}
        return {**found, **self._held(schema.get("asserts", {}))}


def _is_asked(declared: Property, sides: Sides) -> bool:
    """Whether a property is required of a value for these sides."""
    sent_by = "response" if declared.read_only else "request" if declared.write_only else None
    return declared.required and (sent_by is None or sent_by in sides)


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and 0 <= value < 2**63


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and abs(value) < 1e300  # also no NaN


_KEPT: Mapping[str, Callable[[Any], bool]] = {
    "type": lambda value: True,
    "uniqueItems": lambda value: isinstance(value, bool),
    "multipleOf": lambda value: _is_number(value) and value > 0,
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _is_number),
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"), _is_count),
}
"""The keywords that are judged as they are, if their values are what they have to be."""


def is_request_only(schema: ObjectSchema) -> bool:
    """Whether the class of a schema takes its declared properties only, because no server sends it."""
    return schema.directions == {"request"} and schema.additional is True and not schema.additional_declared


def _is_plain(value: Any) -> bool:
    """Whether a value of the document can be sent as JSON by anybody, and is of a decent size."""
    try:
        text = json.dumps(value, allow_nan=False, ensure_ascii=False)
        return len(text.encode()) <= MAX_EXAMPLE and all(abs(it) < MAX_NUMBER for it in _numbers(value))
    except (TypeError, ValueError, RecursionError):
        return False


def _numbers(value: Any) -> Iterator[float]:
    if isinstance(value, (int, float)):
        yield value
    elif isinstance(value, (list, dict)):
        for below in value.values() if isinstance(value, dict) else value:
            yield from _numbers(below)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A variant that is no union itself. `tags` are the values that properties have in it, by their JSON names."""

    schema: JsonSchema
    tags: Mapping[str, tuple[Tag, ...]]


def leaves(union: UnionSchema, schemas: Schemas) -> list[Leaf]:
    """The variants of a union and of the unions among them, each of which is looked into once."""
    found: list[Leaf] = []
    seen = {union.name}
    waiting = [Leaf({"$ref": union.name}, {})]
    while waiting:
        leaf = waiting.pop()
        named = schemas.get(leaf.schema.get("$ref", ""))
        if not isinstance(named, UnionSchema):
            found.append(leaf)
        elif named.name == union.name or named.name not in seen:
            seen.add(named.name)
            waiting += reversed(_variants(named, leaf.tags, union.name))
    return found


def _variants(union: UnionSchema, tags: Mapping[str, tuple[Tag, ...]], start: str) -> list[Leaf]:
    """The variants of a union but for the one where all began; what holds for the union holds for them."""
    others = [it for it in union.variants if it.schema.get("$ref") != start]
    by = union.discriminator
    return [Leaf(it.schema, {**({by: it.tags} if by and it.tags else {}), **tags}) for it in others]
