"""Instances of raw JSON schemas, and values that a schema refuses: small, deterministic, each judged by jsonschema_rs.

A direction is "request" or "response": read-only properties are not in the one, write-only ones not in the other.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import quote

import jsonschema_rs

from .dialect import Direction, as_json_schema, with_overlaps
from .raw import RawDocument, join

_FORMATS = {
    "date": "2024-02-29",
    "date-time": "2024-02-29T12:30:45.5Z",
    "uuid": "3f0f4a52-6a0e-4b51-8a11-0d6d2d1c9a77",
    "uri": "https://example.org/a?b=c",
    "email": "someone@example.org",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "byte": "aGVsbG8=",
    "time": "12:30:45Z",
    "duration": "P1D",
    "hostname": "example.org",
}
_LONGEST = 10_000


class NoInstance(Exception):
    """No value was found that a schema allows."""


@dataclass(frozen=True)
class Case:
    """A value of a schema and what is special about it: `"minimal"`, `"full"`, `"/details/name: longest"`."""

    label: str
    value: Any

    def __str__(self) -> str:
        return self.label


class Values:
    """Makes values of the schemas of a document."""

    def __init__(self, document: RawDocument) -> None:
        self.document = document
        self._registries: dict[tuple[Direction, bool], jsonschema_rs.Registry] = {}
        self._validators: dict[tuple[str, Direction, bool], Any] = {}

    def valid(self, pointer: str, direction: Direction, value: Any) -> bool:
        """Whether the schema at `pointer` allows a value."""
        return bool(self._validator(pointer, direction).is_valid(value))

    def why(self, pointer: str, direction: Direction, value: Any) -> str:
        """What the schema at `pointer` has against a value, in one line; empty if it has nothing."""
        return "; ".join(str(it.message) for it in self._validator(pointer, direction).iter_errors(value))[:300]

    def cases(self, pointer: str, direction: Direction, reach: int = 1) -> list[Case]:
        """Minimal, full and boundary values, each different; references are followed `reach` deep for boundaries."""
        found = [Case("minimal", self.minimal(pointer, direction)), Case("full", self.full(pointer, direction))]
        found += [Case(label, value) for label, value in self._others(pointer, direction, reach)]
        seen, kept = set(), []
        for case in found:
            key = json.dumps(case.value, sort_keys=True)
            if key not in seen and (case.label in ("minimal", "full") or self.valid(pointer, direction, case.value)):
                seen.add(key)
                kept.append(case)
        return kept

    def minimal(self, pointer: str, direction: Direction) -> Any:
        """A value with nothing in it that may be left out. Raises `NoInstance`."""
        return self._judged(pointer, direction, False)

    def full(self, pointer: str, direction: Direction) -> Any:
        """A value with everything in it. Raises `NoInstance`."""
        return self._judged(pointer, direction, True)

    def refused(self, pointer: str, direction: Direction, reach: int = 1) -> list[Case]:
        """Values of which one place breaks one keyword; the schema refuses each, and not for fitting several variants."""
        seen, kept = set(), []
        for label, value in self._broken(pointer, direction, reach):
            key = json.dumps(value, sort_keys=True)
            if key not in seen and not self._validator(pointer, direction, True).is_valid(value):
                seen.add(key)
                kept.append(Case(label, value))
        return kept

    def shape(self, pointer: str) -> Mapping[str, Any]:
        """The schema with references followed and `allOf` taken together. Members are pointers: see `properties`."""
        return self._shape(pointer, ())

    def variants(self, pointer: str) -> list[str]:
        """The pointers of what a schema is one of."""
        shape = self.shape(pointer)
        return [*shape.get("anyOf", ()), *shape.get("oneOf", ())]

    # Judging

    def _validator(self, pointer: str, direction: Direction, overlapping: bool = False) -> Any:
        """What judges values; `overlapping`: a value may be several of what `oneOf` lists."""
        key = (pointer, direction, overlapping)
        if key not in self._validators:
            kind = (direction, overlapping)
            if kind not in self._registries:
                converted = as_json_schema(self.document.value, self.document.is_30, direction)
                root = with_overlaps(converted) if overlapping else converted
                self._registries[kind] = jsonschema_rs.Registry([("urn:raw", root)])
            place = pointer.replace("/oneOf/", "/anyOf/") if overlapping else pointer
            schema = {
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                "$ref": f"urn:raw#{_fragment(place)}",
            }
            self._validators[key] = jsonschema_rs.Draft202012Validator(schema, registry=self._registries[kind])
        return self._validators[key]

    def _judged(self, pointer: str, direction: Direction, full: bool) -> Any:
        for value in self._candidates(pointer, direction, full, ()):
            if self.valid(pointer, direction, value):
                return value
        for _, value in self._others(pointer, direction, 3):  # variants that overlap: what is one and not the other
            if self.valid(pointer, direction, value):
                return value
        raise NoInstance(f"no value was found for {pointer}")

    # Looking at schemas

    def _shape(self, pointer: str, stack: tuple[str, ...]) -> dict[str, Any]:
        place, schema = self.document.follow(pointer)
        if not isinstance(schema, dict) or place in stack:
            return {"pointer": place, "properties": {}, "required": frozenset()}
        found: dict[str, Any] = {key: value for key, value in schema.items() if key not in ("properties", "allOf")}
        if self.document.is_30 and isinstance(found.get("type"), str) and found.get("nullable") is True:
            found["type"] = [found["type"], "null"]
        for edge, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
            if found.get(edge) is True:
                found[edge] = found.pop(bound, None)
            elif found.get(edge) is False:
                del found[edge]
        found["pointer"] = place
        found["properties"] = {name: join(place, "properties", name) for name in schema.get("properties", {})}
        found["required"] = frozenset(schema.get("required", ()))
        for key in ("items", "additionalProperties"):
            if isinstance(schema.get(key), dict):
                found[key] = join(place, key)
        for key in ("anyOf", "oneOf"):
            if key in schema:
                found[key] = [join(place, key, str(index)) for index in range(len(schema[key]))]
        conjuncts = [join(place, "allOf", str(index)) for index in range(len(schema.get("allOf", [])))]
        for key in ("anyOf", "oneOf"):
            if len(found.get(key, ())) == 1:
                conjuncts += found.pop(key)
        for conjunct in conjuncts:
            other = self._shape(conjunct, (*stack, place))
            properties = {**other["properties"], **found["properties"]}
            found = {**other, **found, "properties": properties, "required": found["required"] | other["required"]}
        return found

    def sent(self, pointer: str, direction: Direction) -> bool:
        """Whether a property whose schema is at `pointer` is there in a direction."""
        return self.annotations(pointer).get("readOnly" if direction == "request" else "writeOnly") is not True

    def annotations(self, pointer: str) -> Mapping[str, Any]:
        """What is said at the place itself; what stands beside a reference counts from OpenAPI 3.1 on."""
        schema = self.document.at(pointer)
        if self.document.is_30 and isinstance(schema, dict) and "$ref" in schema:
            schema = self.document.follow(pointer)[1]
        return schema if isinstance(schema, dict) else {}

    def _properties(self, shape: Mapping[str, Any], direction: Direction) -> dict[str, str]:
        return {name: place for name, place in shape["properties"].items() if self.sent(place, direction)}

    # Making values

    def _candidates(self, pointer: str, direction: Direction, full: bool, stack: tuple[str, ...]) -> Iterator[Any]:
        """Values that the schema allows, probably; the best first."""
        shape = self.shape(pointer)
        place = shape["pointer"]
        if stack.count(place) > 0 and (shape["properties"] or "items" in shape):
            return
        stack = (*stack, place)
        for key in ("const", "enum"):
            if key in shape:
                yield from [shape[key]] if key == "const" else shape[key]
                return
        variants = self.variants(pointer)
        for variant, whole in [(it, whole) for whole in sorted({full, False}, reverse=True) for it in variants]:
            for value in self._candidates(variant, direction, whole, stack):
                yield value if not shape["properties"] else {**self._object(shape, direction, full, stack), **value}
        for kind in types(shape):
            yield from self._of_type(kind, shape, direction, full, stack)

    def _of_type(
        self, kind: str, shape: Mapping[str, Any], direction: Direction, full: bool, stack: tuple[str, ...]
    ) -> Iterator[Any]:
        if kind == "object":
            found = self._object(shape, direction, full, stack)
            if found is not None:
                yield found
        elif kind == "array":
            yield self._array(shape, direction, full, stack)
            yield self._array(shape, direction, True, stack)
        elif kind == "string":
            yield from _strings(shape)
        elif kind in ("number", "integer"):
            yield from (value for _, value in _numbers(shape, kind))
        else:
            yield {"boolean": True, "null": None}.get(kind, "anything")

    def _object(self, shape: Mapping[str, Any], direction: Direction, full: bool, stack: tuple[str, ...]) -> Any:
        found: dict[str, Any] = {}
        for name, place in self._properties(shape, direction).items():
            if full or name in shape["required"]:
                value = next(
                    (it for it in self._candidates(place, direction, full, stack) if self._fits(place, direction, it)),
                    NoInstance,
                )
                if value is not NoInstance:
                    found[name] = value
                elif name in shape["required"]:
                    return None
        missing = max(shape.get("minProperties", 0) - len(found), int(full and not shape["properties"]))
        extra = shape.get("additionalProperties", True)
        if isinstance(extra, str):
            one = next(self._candidates(extra, direction, full, stack), "a")
            found.update((f"key{index}", one) for index in range(missing))
        elif extra is not False:
            found.update((f"key{index}", "a") for index in range(missing))
        return found

    def _array(self, shape: Mapping[str, Any], direction: Direction, full: bool, stack: tuple[str, ...]) -> list[Any]:
        wanted = max(shape.get("minItems", 0), int(full))
        if "items" not in shape or not wanted:
            return ["a"] * wanted
        return self._items(shape["items"], direction, wanted, bool(shape.get("uniqueItems")), full, stack)

    def _items(
        self, pointer: str, direction: Direction, wanted: int, unique: bool, full: bool, stack: tuple[str, ...]
    ) -> list[Any]:
        found: list[Any] = []
        pool = self._candidates(pointer, direction, full, stack)
        for value in pool:
            if len(found) < wanted and value not in found and self._fits(pointer, direction, value):
                found.append(value)
                if not unique:
                    return found * wanted
        return found

    def _fits(self, pointer: str, direction: Direction, value: Any) -> bool:
        return self.valid(pointer, direction, value)

    def _others(self, pointer: str, direction: Direction, reach: int) -> Iterator[tuple[str, Any]]:
        """Boundary values of the schema itself and, around the full value, of what is in it."""
        shape = self.shape(pointer)
        if "enum" in shape:
            yield from ((f"value {value!r}", value) for value in shape["enum"])
            return
        for variant in self.variants(pointer):
            for full in (False, True):
                label = f"{'full' if full else 'minimal'} {variant.rpartition('/')[2]}"
                yield from ((label, value) for value in self._candidates(variant, direction, full, ()))
            if self._reaches(variant, reach):
                yield from self._others(variant, direction, self._left(variant, reach))
        for kind in types(shape):
            if kind == "string":
                yield from ((f"text {len(value)}", value) for value in _strings(shape))
            elif kind in ("number", "integer"):
                yield from _numbers(shape, kind)
            elif kind == "boolean":
                yield from (("true", True), ("false", False))
            elif kind == "null":
                yield "null", None
            elif kind == "array" and "items" in shape:
                yield from self._other_arrays(shape, direction, reach)
            elif kind == "object":
                yield from self._other_objects(pointer, shape, direction, reach)

    def _other_arrays(self, shape: Mapping[str, Any], direction: Direction, reach: int) -> Iterator[tuple[str, Any]]:
        unique, items = bool(shape.get("uniqueItems")), shape["items"]
        if shape.get("maxItems", 2) >= 2:
            yield "two items", self._items(items, direction, 2, True, True, ())
        for label in ("minItems", "maxItems"):
            if shape.get(label, _LONGEST) < 1000:
                yield label, self._items(items, direction, shape[label], unique, True, ())
        if self._reaches(items, reach) and shape.get("minItems", 0) <= 1:
            yield from (
                (f"/0{label}", [value]) for label, value in self._others(items, direction, self._left(items, reach))
            )

    def _other_objects(
        self, pointer: str, shape: Mapping[str, Any], direction: Direction, reach: int
    ) -> Iterator[tuple[str, Any]]:
        base = self._object(shape, direction, True, (shape["pointer"],))
        if base is None:
            return
        yield ": least", self._object(shape, direction, False, (shape["pointer"],))
        for name, place in self._properties(shape, direction).items():
            if name not in shape["required"]:
                yield f"without {name}", {key: value for key, value in base.items() if key != name}
            if self._reaches(place, reach):
                for label, value in self._others(place, direction, self._left(place, reach)):
                    yield f"/{name}: {label}", {**base, name: value}

    def _reaches(self, pointer: str, reach: int) -> bool:
        return self._left(pointer, reach) >= 0

    def _left(self, pointer: str, reach: int) -> int:
        """How many more references may be followed behind this one; enums and plain values cost nothing."""
        shape = self.shape(pointer)
        here = self.document.at(pointer)
        far = isinstance(here, dict) and ("$ref" in here or "allOf" in here) and shape["properties"]
        return reach - bool(far)

    # Breaking values

    def _broken(self, pointer: str, direction: Direction, reach: int) -> Iterator[tuple[str, Any]]:
        shape = self.shape(pointer)
        kinds = types(shape)
        variants = self.variants(pointer)
        if not variants:
            yield from ((f"type {type(value).__name__}", value) for value in (17, "text", True, [17], {"a": 1}, None))
        if "enum" in shape:
            yield from (("enum", value) for value in ("__unlisted__", 987654, "") if value not in shape["enum"])
            return
        for variant in variants:
            if self._reaches(variant, reach):
                yield from self._broken(variant, direction, self._left(variant, reach))
        if "string" in kinds:
            for label, length in (
                ("minLength", shape.get("minLength", 0) - 1),
                ("maxLength", shape.get("maxLength", _LONGEST) + 1),
            ):
                if 0 <= length < _LONGEST:
                    yield label, next((it for it in _strings(shape, length) if len(it) == length), "a" * length)
            if "pattern" in shape:
                yield from (("pattern", value) for value in ("\u2603 \u2603", "~~~~~~~~~~"))
        if {"number", "integer"} & set(kinds):
            yield from _wrong_numbers(shape, kinds)
        if "array" in kinds and "items" in shape:
            yield from self._broken_arrays(shape, direction, reach)
        if "object" in kinds:
            yield from self._broken_objects(shape, direction, reach)

    def _broken_arrays(self, shape: Mapping[str, Any], direction: Direction, reach: int) -> Iterator[tuple[str, Any]]:
        unique, items = bool(shape.get("uniqueItems")), shape["items"]
        for label, length in (
            ("minItems", shape.get("minItems", 0) - 1),
            ("maxItems", shape.get("maxItems", 1000) + 1),
        ):
            if 0 <= length < 1000:
                yield label, self._items(items, direction, length, unique, True, ())
        one = self._items(items, direction, 1, False, True, ())
        if unique:
            yield "uniqueItems", one * max(2, shape.get("minItems", 0))
        if self._reaches(items, reach):
            yield from (
                (f"/0{label}", [value]) for label, value in self._broken(items, direction, self._left(items, reach))
            )

    def _broken_objects(self, shape: Mapping[str, Any], direction: Direction, reach: int) -> Iterator[tuple[str, Any]]:
        base = self._object(shape, direction, True, (shape["pointer"],))
        if base is None:
            return
        for name, place in self._properties(shape, direction).items():
            if name in shape["required"]:
                yield f"required {name}", {key: value for key, value in base.items() if key != name}
            if self._reaches(place, reach):
                for label, value in self._broken(place, direction, self._left(place, reach)):
                    yield f"/{name}: {label}", {**base, name: value}
        extra = shape.get("additionalProperties")
        if extra is False:
            yield "additionalProperties", {**base, "__undeclared__": 1}
        elif isinstance(extra, str):
            for label, value in self._broken(extra, direction, reach):
                yield f"/*: {label}", {**base, "key0": value}


def types(shape: Mapping[str, Any]) -> list[str]:
    """The JSON types that a schema is about. None for one that only says what its variants are."""
    given = shape.get("type")
    if isinstance(given, str):
        return [given]
    if isinstance(given, list):
        return sorted(given, key=lambda it: it == "null")
    if shape["properties"] or "additionalProperties" in shape:
        return ["object"]
    if "items" in shape:
        return ["array"]
    if "pattern" in shape or "minLength" in shape or "maxLength" in shape:
        return ["string"]
    return [] if "anyOf" in shape or "oneOf" in shape else ["anything"]


# Single values


def _strings(shape: Mapping[str, Any], length: int | None = None) -> Iterator[str]:
    """Texts: a sample of the format, what the pattern makes, the shortest, the longest, one that is not ASCII."""
    shortest, longest = shape.get("minLength", 0), min(shape.get("maxLength", _LONGEST), _LONGEST)
    sample = _FORMATS.get(str(shape.get("format")))
    if "pattern" in shape:
        for size in sorted({shortest, shortest + 1, 2, 6, 7, longest if longest < 300 else 1, length or 0}):
            yield from _matching(shape["pattern"], size)
        yield from (it for it in (shape.get("example"), shape.get("default")) if isinstance(it, str))
        return
    if sample is not None:
        yield sample
        if shape.get("format") in ("date", "date-time", "uuid", "byte", "time", "duration", "ipv4", "ipv6"):
            return
    yield "a" * (max(shortest, 1) if longest else 0)
    yield "a" * shortest
    if longest < _LONGEST:
        yield "a" * longest
    yield ("\u00e9 \u65e5/%?#&+" + "\u65e5" * shortest)[:longest]


@cache
def _matching(pattern: str, repeats: int) -> tuple[str, ...]:
    """A text that a pattern matches, with about as many repetitions; none where its syntax is not Python's."""
    parser: Any = importlib.import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")
    try:
        return (_text(parser.parse(pattern), repeats),)
    except (ValueError, OverflowError, ArithmeticError):
        return ()
    except Exception:  # the parser's own error class
        return ()


def _text(parsed: Any, repeats: int) -> str:
    return "".join(_piece(str(kind), value, repeats) for kind, value in parsed)


def _piece(kind: str, value: Any, repeats: int) -> str:
    if kind == "LITERAL":
        return chr(value)
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        low, high, inner = value
        return "".join(_text(inner, 1) for _ in range(min(max(low, repeats), int(high))))
    if kind == "SUBPATTERN":
        return _text(value[-1], repeats)
    if kind == "BRANCH":
        return _text(value[1][0], repeats)
    if kind == "IN":
        return _one_of(value)
    return {"CATEGORY": "0", "ANY": "a", "NOT_LITERAL": "a"}.get(kind, "")


def _one_of(members: Any) -> str:
    for kind, value in members:
        if str(kind) == "LITERAL":
            return chr(value)
        if str(kind) == "RANGE":
            return chr(value[0])
        if str(kind) == "CATEGORY":
            return {"CATEGORY_DIGIT": "0", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}.get(str(value), "a")
    return "a"


def _numbers(shape: Mapping[str, Any], kind: str) -> list[tuple[str, int | float]]:
    """The bounds, and what is usual."""
    step = shape.get("multipleOf", 1)
    found: list[tuple[str, int | float]] = []
    for label, offset in (("minimum", 0), ("maximum", 0), ("exclusiveMinimum", step), ("exclusiveMaximum", -step)):
        if isinstance(shape.get(label), (int, float)):
            found.append((label, shape[label] + offset))
    low = shape.get("minimum", shape.get("exclusiveMinimum", 0))
    found += [("zero", 0), ("one step", low + step), ("negative", -step), ("large", 2**31)]
    if kind == "number":
        found.append(("fraction", low + 0.5))
    return sorted(found, key=lambda it: it[0] not in ("minimum", "exclusiveMinimum"))


def _wrong_numbers(shape: Mapping[str, Any], kinds: list[str]) -> Iterator[tuple[str, int | float]]:
    for label, offset in (("minimum", -1), ("maximum", 1), ("exclusiveMinimum", 0), ("exclusiveMaximum", 0)):
        if isinstance(shape.get(label), (int, float)):
            yield label, shape[label] + offset
    if "multipleOf" in shape:
        yield "multipleOf", shape["multipleOf"] * 1.5
    if "integer" in kinds:
        yield "integer", 1.5


def _fragment(pointer: str) -> str:
    """A pointer as the fragment of a URI."""
    return quote(pointer, safe="/~")
