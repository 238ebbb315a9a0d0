"""Small valid JSON values of an API's schemas: the document's own examples where they are valid, else made up.

Values come by construction and are judged afterwards, all at once, by jsonschema-rs. What cannot be made, or is refused,
is an omission. The same schemas give the same values, whatever their order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from generator.api.judge import Judge, Probe, Schemas, Sides, leaves
from generator.api.model import (
    AliasSchema,
    Api,
    Direction,
    EnumSchema,
    JsonSchema,
    ObjectSchema,
    Property,
    Schema,
    Tag,
    UnionSchema,
)
from generator.api.scalars import Impossible, number, one_of, size, string
from generator.diagnostics import Diagnostic, Severity

BOTH: Sides = frozenset(("request", "response"))
ONE_SIDE: tuple[Sides, ...] = (frozenset(("request",)), frozenset(("response",)))

MAX_SAMPLE = 3_000
"""Characters of JSON beyond which optional properties are left out."""

MAX_WORK = 4_000
"""How many values are tried for a sample of required properties alone."""

EASY_WORK = 800
"""How many values are tried for a sample with optional properties."""

MAX_ITEMS = 100
"""Most items that an array is filled with, because its schema asks for as many."""

MAX_DEPTH = 40
"""How many objects deep a sample is at most."""


@dataclass(frozen=True, slots=True)
class Samples:
    """What was asked for, by the key under which it was; what could not be made is missing, with the reason in `problems`."""

    values: Mapping[str, Any]
    problems: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sample that is wanted: of `schema`, for `sides`, taken from `examples` if one is valid."""

    schema: JsonSchema
    sides: Sides
    examples: Sequence[Any] = ()


def wanted_models(api: Api) -> dict[str, Wanted]:
    """A sample of each object schema, by its name, as it is read: what requests alone are made of has all there is."""
    objects = (schema for schema in api.schemas.values() if isinstance(schema, ObjectSchema))
    read = frozenset[Direction](("response",))
    return {it.name: Wanted({"$ref": it.name}, read if it.directions == read else BOTH) for it in objects}


def samples(schemas: Schemas, wanted: Mapping[str, Wanted]) -> Samples:
    """A value for each of `wanted`."""
    if not any(it.required and (it.read_only or it.write_only) for it in _properties(schemas)):
        return _samples(schemas, wanted, BOTH)
    found = Samples({}, {})
    for sides in (BOTH, *ONE_SIDE):
        if asked := {key: it for key, it in wanted.items() if it.sides == sides}:
            part = _samples(schemas, asked, sides)
            found = Samples({**found.values, **part.values}, {**found.problems, **part.problems})
    return found


def _properties(schemas: Schemas) -> Iterator[Property]:
    for schema in schemas.values():
        yield from schema.properties if isinstance(schema, ObjectSchema) else ()


def _samples(schemas: Schemas, wanted: Mapping[str, Wanted], sides: Sides) -> Samples:
    """The same, of what is judged as these sides have it."""
    judge = Judge(schemas, sides)
    maker = _Maker(schemas, judge.valid(_examples(schemas, wanted)))
    made: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for key in sorted(wanted):
        try:
            made[key] = maker.best(key, wanted[key])
        except Impossible as reason:
            problems[key] = str(reason)
        except RecursionError:
            problems[key] = "it is nested too deeply"
    valid = judge.valid((key, wanted[key].schema, value) for key, value in made.items())
    problems |= dict.fromkeys(made.keys() - valid.keys(), "the value that was made is not valid")
    return Samples({key: value for key, value in made.items() if key in valid}, problems)


def omission(what: str, reason: str, pointer: str) -> Diagnostic:
    """The diagnostic for a sample that cannot be made."""
    hint = "give the schema an example"
    return Diagnostic("no-sample", f"no sample of {what}: {reason}", Severity.INFO, pointer, hint=hint)


def _examples(schemas: Schemas, wanted: Mapping[str, Wanted]) -> Iterator[Probe]:
    for key, it in wanted.items():
        yield from ((key, it.schema, value) for value in it.examples)
    for schema in schemas.values():
        if isinstance(schema, ObjectSchema):
            own = {"$ref": schema.name}
            yield from ((_key(own), own, value) for value in schema.examples if len(str(value)) <= MAX_SAMPLE)
            parts: Iterable[JsonSchema] = (it.schema for it in schema.properties)
        else:
            parts = [schema.schema] if isinstance(schema, AliasSchema) else []
        for part in parts:
            yield from _examples_below(part)


def _examples_below(schema: JsonSchema) -> Iterator[Probe]:
    """The examples and the default of a schema and of those inside of it."""
    given = [*schema.get("examples", ()), *([schema["default"]] if schema.get("default") is not None else [])]
    if given:
        yield from ((_key(schema), schema, value) for value in given if len(str(value)) <= MAX_SAMPLE)
    inside = (*schema.get("anyOf", ()), *schema.get("prefixItems", ()))
    for below in (schema.get("items"), schema.get("additionalProperties"), *inside):
        if isinstance(below, Mapping):
            yield from _examples_below(below)


def _key(schema: JsonSchema) -> str:
    """What is the same for schemas that are the same, annotations included."""
    return json.dumps(schema, sort_keys=True, default=str)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a value is made: what it is called, the objects around it, and which of several different ones it is.

    `tags` are the values that some of its properties may have.
    """

    name: str = "value"
    around: tuple[str, ...] = ()
    nth: int = 0
    tags: Mapping[str, tuple[Tag, ...]] = field(default_factory=dict)

    def inside(self, name: str, owner: str) -> _Spot:
        """The place of a property called `name` of the object `owner`, which is made here."""
        return _Spot(name, (*self.around, owner), self.nth)

    def takes(self, value: Any) -> bool:
        """Whether an example is of the variant that is wanted here."""
        return not self.tags or all(isinstance(value, dict) and value.get(name) in of for name, of in self.tags.items())


@dataclass(frozen=True, slots=True)
class _Made:
    """An object that was made: what it took, and the names that were looked for among the objects around."""

    value: dict[str, Any]
    work: int
    sought: frozenset[str]


class _Maker:
    """Makes values. `examples` are the document's valid ones: of what is wanted by its key, of schemas by theirs."""

    def __init__(self, schemas: Schemas, examples: Mapping[str, Sequence[Any]]) -> None:
        self._schemas = schemas
        self._examples = examples
        self._known: dict[int, tuple[JsonSchema, Sequence[Any]]] = {}
        self._made: dict[tuple[object, ...], _Made] = {}
        self._sought: set[str] = set()
        self._sides = BOTH
        self._full = 0
        self._work = 0

    def best(self, key: str, wanted: Wanted) -> Any:
        """An example, else the richest value that is no longer than `MAX_SAMPLE`, else the poorest there is."""
        if key in self._examples:
            return self._examples[key][0]
        self._sides = wanted.sides
        for self._full in (2, 1):
            self._work = MAX_WORK - EASY_WORK
            found = self._or_nothing(wanted.schema, _Spot())
            if found and len(json.dumps(found)) <= MAX_SAMPLE:
                return found[0]
        self._full = self._work = 0
        return self._value(wanted.schema, _Spot())

    def _or_nothing(self, schema: JsonSchema, spot: _Spot) -> list[Any]:
        """The value as the only member of a list, which is empty if there is none."""
        try:
            return [self._value(schema, spot)]
        except Impossible:
            return []

    def _value(self, schema: JsonSchema, spot: _Spot) -> Any:
        self._work += 1
        if self._work > MAX_WORK:
            raise Impossible(f"it takes more than {MAX_WORK} values")
        if given := self._given(schema, spot):
            found = given[spot.nth]
            return int(found) if isinstance(found, float) and json_types(schema)[:1] == ("integer",) else found
        if "$ref" in schema:
            return self._named(self._schemas[schema["$ref"]], spot)
        if "anyOf" in schema:
            return self._first(schema["anyOf"], spot)
        kinds = json_types(schema)
        if len(kinds) > 1:
            return self._first([{**schema, "type": kind} for kind in kinds], spot)
        return self._of(kinds[0] if kinds else "", schema, spot)

    def _given(self, schema: JsonSchema, spot: _Spot) -> Sequence[Any]:
        """The examples of a schema, if there are enough of them and they are of the variant that is wanted."""
        found = self._examples_of(schema)
        if found and spot.tags:
            found = [value for value in found if spot.takes(value)]
        return found if spot.nth < len(found) else ()

    def _examples_of(self, schema: JsonSchema) -> Sequence[Any]:
        """The examples of a schema. Its key is made once: the same few schemas are asked for again and again."""
        if "examples" not in schema and "default" not in schema and "$ref" not in schema:
            return ()
        known = self._known.get(id(schema))
        if known is None:
            # The schema is kept beside them: as long as it lives, no other has its id.
            known = self._known[id(schema)] = (schema, self._examples.get(_key(schema), ()))
        return known[1]

    def _first(self, choices: Sequence[JsonSchema], spot: _Spot) -> Any:
        """The value of the first choice that has one."""
        for choice in choices[:-1]:
            if found := self._or_nothing(choice, spot):
                return found[0]
        return self._value(choices[-1], spot)

    def _of(self, kind: str, schema: JsonSchema, spot: _Spot) -> Any:
        match kind:
            case "array":
                return self._array(schema, spot)
            case "object":
                return self._map(schema, spot)
            case "integer" | "number":
                return number(schema, spot.nth)
            case "null" | "boolean":
                return one_of((None,) if kind == "null" else (True, False), spot.nth)
            case _:
                return string(schema, spot.name, spot.nth)

    # --- named schemas ---

    def _named(self, schema: Schema, spot: _Spot) -> Any:
        if isinstance(schema, EnumSchema):
            return one_of([member.value for member in schema.members], spot.nth)
        if isinstance(schema, UnionSchema):
            return self._union(schema, spot)
        self._sought.add(schema.name)
        if schema.name in spot.around:
            raise Impossible(f"{schema.name} contains itself")
        if len(spot.around) >= MAX_DEPTH:
            raise Impossible(f"it is more than {MAX_DEPTH} levels deep")
        if isinstance(schema, AliasSchema):
            return self._value(schema.schema, spot.inside(spot.name, schema.name))
        if given := self._given({"$ref": schema.name}, spot):
            return given[spot.nth]
        return self._once(schema, spot)

    def _union(self, schema: UnionSchema, spot: _Spot) -> Any:
        for leaf in leaves(schema, self._schemas):
            if found := self._or_nothing(leaf.schema, replace(spot, tags={**leaf.tags, **spot.tags})):
                return found[0]
        raise Impossible(f"no variant of {schema.name} has a value")

    def _once(self, schema: ObjectSchema, spot: _Spot) -> dict[str, Any]:
        """The object, which is made once for all places where it comes out the same, and takes as much work each time."""
        depth = len(spot.around)
        key = (schema.name, depth, max(self._full - depth, 0), spot.nth, self._sides, *spot.tags.items())
        made = self._made.get(key)
        if made is None or self._work + made.work > MAX_WORK or not made.sought.isdisjoint(spot.around):
            made = self._anew(schema, spot)
            if self._work <= MAX_WORK and made.sought.isdisjoint(spot.around):
                self._made[key] = made
        else:
            self._work += made.work
            self._sought |= made.sought
        return made.value

    def _anew(self, schema: ObjectSchema, spot: _Spot) -> _Made:
        before, outside, self._sought = self._work, self._sought, set()
        try:
            return _Made(self._object(schema, spot), self._work - before, frozenset(self._sought))
        finally:
            self._sought = outside | self._sought

    def _object(self, schema: ObjectSchema, spot: _Spot) -> dict[str, Any]:
        found: dict[str, Any] = {name: of[0] for name, of in spot.tags.items()}
        for it in schema.properties:
            if it.wire in found or not self._is_wanted(it, spot):
                continue
            inside = spot.inside(it.wire, schema.name)
            if it.required:
                found[it.wire] = self._value(it.schema, inside)
            elif made := self._or_nothing(it.schema, inside):
                found[it.wire] = made[0]
        for name in _too_many(schema, found, spot.tags):
            del found[name]
        return dict(sorted(found.items()))

    def _is_wanted(self, declared: Property, spot: _Spot) -> bool:
        if declared.read_only or declared.write_only:  # what the other side needs is not `required` of a common class
            return ("response" if declared.read_only else "request") in self._sides
        if declared.required or len(spot.around) >= self._full:
            return declared.required
        telling = declared.schema.keys() & {"type", "$ref", "anyOf", "examples"}
        return bool(telling) and declared.schema.get("deprecated") is not True

    # --- arrays and maps ---

    def _array(self, schema: JsonSchema, spot: _Spot) -> list[Any]:
        if "prefixItems" in schema:
            step = int("asserts" in schema)  # that all items are different, say
            spots = (replace(spot, nth=spot.nth + nth * step, tags={}) for nth in range(len(schema["prefixItems"])))
            return [self._value(place, one) for place, one in zip(schema["prefixItems"], spots)]
        unique = schema.get("uniqueItems") is True
        spots = (replace(spot, nth=spot.nth + nth * unique, tags={}) for nth in range(MAX_ITEMS))
        found = self._filled(schema.get("items") or {}, spots, _count(schema, "Items", 1))
        if unique and len({json.dumps(item, sort_keys=True) for item in found}) < len(found):
            raise Impossible(f"the items of {spot.name} are not different")
        return found

    def _map(self, schema: JsonSchema, spot: _Spot) -> dict[str, Any]:
        values = schema.get("additionalProperties")
        typed = isinstance(values, Mapping) and bool(values) and len(spot.around) < self._full
        spots = (replace(spot, name="value", tags={}) for _ in range(MAX_ITEMS))
        found = self._filled(
            values if isinstance(values, Mapping) else {}, spots, _count(schema, "Properties", int(typed))
        )
        tags = {name: of[0] for name, of in spot.tags.items()}
        return {**{f"key{nth + 1}": value for nth, value in enumerate(found)}, **tags}

    def _filled(self, schema: JsonSchema, spots: Iterator[_Spot], count: tuple[int, int]) -> list[Any]:
        """As many values as are wanted, or at least needed."""
        found: list[Any] = []
        for spot in islice(spots, count[1]):
            if len(found) < count[0]:
                found.append(self._value(schema, spot))
            else:
                found += self._or_nothing(schema, spot)
        return found


def _too_many(schema: ObjectSchema, found: Mapping[str, Any], tags: Mapping[str, Any]) -> list[str]:
    """The optional properties with which an object has more than its schema allows: the last ones."""
    optional = [it.wire for it in schema.properties if it.wire in found and it.wire not in tags and not it.required]
    needed = len(found) - len(optional)
    return optional[max(size(schema.asserts.get("maxProperties"), len(found)) - needed, 0) :]


def json_types(schema: JsonSchema) -> tuple[str, ...]:
    """The JSON types that a schema without reference names, null last; empty: any."""
    named = schema.get("type", ())
    return (named,) if isinstance(named, str) else tuple(sorted(named, key=lambda kind: kind == "null"))


def _count(schema: JsonSchema, what: str, usual: int) -> tuple[int, int]:
    """How many items or properties there have to be, and how many are made."""
    least, most = size(schema.get(f"min{what}"), 0), size(schema.get(f"max{what}"), usual)
    if least > MAX_ITEMS:
        raise Impossible(f"it has {least} {what.lower()} at least")
    return least, max(least, min(usual, most))
