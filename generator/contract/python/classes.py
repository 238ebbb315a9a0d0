"""Which class of a package stands for a schema: the one at its place, as MANIFEST.json says, or at a place that says the same."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cached_property
from typing import Any, Literal

from ..document.raw import Unreadable, tokens
from ..document.shapes import Shape, is_of, types
from ..instances.values import Values
from .package import Package

Kind = Literal["any", "null", "scalar", "enum", "union", "single", "object", "map", "array"]
"""What a schema is; a union of one is `single`, an object with attributes `object`, one without a `map`."""

_BESIDE = frozenset(
    {"title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "nullable"}
    | {"externalDocs", "xml", "$comment", "$id", "$schema", "$anchor", "$defs", "definitions", "discriminator"}
)
"""What may stand beside the one thing that a schema stands for."""
_LIMITS = (
    *("format", "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
    *("multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"),
)


class Unnamed(Exception):
    """The package has no class for a schema that should have one, or it cannot be told which."""


class Classes:
    """The classes that stand for the schemas of a document."""

    def __init__(self, values: Values, package: Package) -> None:
        self._values = values
        self._document = values.document
        self._package = package
        self._kinds: dict[str, Kind] = {}
        self._contents: dict[str, Hashable] = {}

    def home(self, pointer: str) -> tuple[str, bool]:
        """The place that decides what a schema is, references and wrappers opened; whether null was added on the way."""
        null = False
        for place, null_beside in self.trail(pointer):
            schema = self._document.at(place)
            if not self.is_class(place) and isinstance(schema, dict):
                null = null or null_beside or schema.get("nullable") is True
            pointer = place
        return pointer, null

    def trail(self, pointer: str) -> Iterator[tuple[str, bool]]:
        """The places through which a schema leads to its home, itself and that included, and whether null stands beside the next."""
        seen = {pointer}
        while True:
            schema = self._document.at(pointer)
            inner, null = (None, False) if self.is_class(pointer) else self._inside(pointer, schema)
            yield pointer, null
            if inner is None:
                return
            if inner in seen:
                raise Unnamed("it is nothing but a reference to itself")
            seen.add(inner)
            pointer = inner

    def _inside(self, pointer: str, schema: Any) -> tuple[str | None, bool]:
        """The one schema that a reference or a wrapper stands for, and whether null stands beside it."""
        if not isinstance(schema, dict):
            return None, False
        beside = {key for key in schema if key not in _BESIDE and not key.startswith("x-")}
        if "$ref" in schema and (self._document.is_30 or beside == {"$ref"}):
            return self._document.target(pointer), False
        for key in ("allOf", "anyOf", "oneOf"):
            if isinstance(schema.get(key), list) and beside - {key} <= ({"type"} if _is_object(schema) else set()):
                members = [f"{pointer}/{key}/{index}" for index in range(len(schema[key]))]
                left_out = _says_nothing if key == "allOf" else _is_only_null
                kept = [it for it in members if not left_out(self._document.at(it))]
                return (kept[0], key != "allOf" and kept != members) if len(kept) == 1 else (None, False)
        return None, False

    def kind(self, home: str) -> Kind:
        """What a schema is when it is not null."""
        if home not in self._kinds:
            self._kinds[home] = "union"  # where it is a variant of itself
            self._kinds[home] = self._kind(home)
        return self._kinds[home]

    def _kind(self, home: str) -> Kind:
        shape = self._values.shape(home)
        if "enum" in shape or "const" in shape:
            listed = self.values_of(shape)
            if any(isinstance(it, (dict, list)) for it in listed) or len({*listed}) < len({*map(json.dumps, listed)}):
                return "any"  # true and 1, too, are one value to Python
            return "enum" if any(it is not None for it in listed) else "null" if self.allows_null(home) else "any"
        if self._chooses(shape):
            return self._kind_of_choices(shape)
        kinds = _types(shape)
        if len(kinds) > 1:
            return "union"
        if not kinds:
            return "null" if "null" in types(shape) else "any"
        if kinds == ["object"]:
            closed = shape.get("additionalProperties") is False and not shape.get("patternProperties")
            return "object" if shape["properties"] or closed else "map"
        return "any" if kinds == ["anything"] else "array" if kinds == ["array"] else "scalar"

    def _kind_of_choices(self, shape: Shape) -> Kind:
        if shape["properties"] or shape["required"] or len(shape["choices"]) > 1:
            return "union"
        if self._may_be_any(shape):
            return "any"
        distinct = self.variants(shape)
        return "union" if len(distinct) > 1 else "single" if distinct else "null"

    def _chooses(self, shape: Shape) -> bool:
        """Whether choices say what a schema is: beside an alternative that may be anything its own type does."""
        return bool(shape["choices"]) and not (shape.get("type") is not None and self._may_be_any(shape))

    def _may_be_any(self, shape: Shape) -> bool:
        """Whether a schema with nothing but one choice has an alternative that may be anything."""
        alone = not shape["properties"] and not shape["required"] and len(shape["choices"]) == 1
        return alone and any(self.kind(self.home(it)[0]) == "any" for it in self.variants(shape))

    def values_of(self, shape: Shape) -> list[Any]:
        """The values that a schema lists, of its types."""
        listed = [it for it in shape.get("enum", [shape.get("const")]) if it == shape.get("const", it)]
        kinds = types(shape) if shape.get("type") is not None else None
        return listed if kinds is None else [it for it in listed if it is None or is_of(it, kinds)]

    def variants(self, shape: Shape) -> list[str]:
        """The variants of a schema with one choice that say different things, but for null."""
        found: dict[Hashable, str] = {}
        for variant in shape["choices"][0]:
            home, _ = self.home(variant)
            if self.kind(home) != "null":
                found.setdefault(self._content_at(variant)[0], variant)
        return list(found.values())

    def below(self, kind: Kind, shape: Shape) -> list[str]:
        """The schemas of what is in an array or a map; none where it may be anything."""
        if kind == "array":
            found = [*shape.get("prefixItems", ()), shape.get("items")]
        else:
            found = [*shape.get("patternProperties", {}).values(), shape.get("additionalProperties")]
        some = [it for it in found if isinstance(it, str)]
        return [] if any(self.kind(self.home(it)[0]) == "any" for it in some) else some

    def allows_null(self, home: str, seen: frozenset[str] = frozenset()) -> bool:
        """Whether a schema allows null besides what it is."""
        if home in seen:
            return False
        shape = self._values.shape(home)
        listed = self.values_of(shape) if "enum" in shape or "const" in shape else ()
        if shape.get("nullable") is True:
            return True
        if shape.get("type") is not None:
            return "null" in types(shape)
        variants = [self.home(it) for choice in shape["choices"] for it in choice]
        return None in listed or any(
            null or self.kind(it) == "null" or self.allows_null(it, seen | {home}) for it, null in variants
        )

    def has_attributes(self, home: str, seen: frozenset[str] = frozenset()) -> bool:
        """Whether a class has attributes, or is a union with such a class among its variants, or among theirs."""
        shape, kind = self._values.shape(home), self.kind(home)
        if kind == "object" or home in seen:
            return kind == "object"
        variants = [self.home(it)[0] for choice in shape["choices"] for it in choice]
        return kind in ("union", "single") and (
            bool(shape["properties"]) or any(self.has_attributes(it, seen | {home}) for it in variants)
        )

    # Names

    def is_class(self, pointer: str) -> bool:
        """Whether the package says of a class that it stands for what is at a pointer."""
        return pointer in self._names

    def name(self, home: str, named: frozenset[str]) -> str:
        """What the class of a schema is called; of several that say the same, one of those `named`. Raises `Unnamed`."""
        found = list(self._names.get(home, ()))
        if not found:
            same = self._names_by_content.get(self._content(home), ())
            title = self._title(home)
            found = [name for name, at in same if self._title(at) == title] or [name for name, _ in same]
        if len(found) > 1:
            kind = self.kind(home)
            found = [name for name in found if self._kind_of_class(name) == kind] or found
        if not found:
            raise Unnamed(f"the package says of no class that it stands for this {self.kind(home)}")
        return next((name for name in found if name in named), found[0])

    @cached_property
    def _names(self) -> Mapping[str, Sequence[str]]:
        """The names of classes and aliases, by the pointer of their schema; of a few, two are at one place."""
        found: dict[str, list[str]] = {}
        for name, pointer in self._listed():
            if not self._is_of_more(name, pointer):
                found.setdefault(pointer, []).append(name)
        return found

    @cached_property
    def completed(self) -> Mapping[str, Sequence[str]]:
        """The classes of variants that are other classes together with what stands beside the choice, by the variants' places."""
        places = frozenset(self._package.symbols.values())
        found: dict[str, list[str]] = {}
        for name, pointer in self._listed():
            if not _is_named(pointer) and self._inside(pointer, self._document.at(pointer))[0] in places:
                found.setdefault(pointer, []).append(name)
        return found

    def _listed(self) -> Iterator[tuple[str, str]]:
        for symbol, pointer in self._package.symbols.items():
            module, _, name = symbol.partition(".")
            if module == "models" and "." not in name:
                yield name, pointer

    def _is_of_more(self, name: str, pointer: str) -> bool:
        """Whether a class has attributes of which its place says nothing: it stands for other declarations as well."""
        try:
            if pointer in self.completed:
                return True
            says_none = not _is_named(pointer) and self.kind(pointer) in ("map", "any")
        except Unreadable:
            return False
        return says_none and bool(getattr(self._package.symbol(f"models.{name}"), "model_fields", None))

    @cached_property
    def _names_by_content(self) -> Mapping[Hashable, Sequence[tuple[str, str]]]:
        """The names of classes that the document does not name and their places, by what is written there."""
        found: dict[Hashable, list[tuple[str, str]]] = {}
        for pointer, names in self._names.items():
            if not _is_named(pointer):
                found.setdefault(self._content(pointer), []).extend((name, pointer) for name in names)
        return found

    def _kind_of_class(self, name: str) -> str:
        cls = self._package.symbol(f"models.{name}")
        if isinstance(cls, type):
            return "enum" if issubclass(cls, Enum) else "object"
        return "union"

    def _title(self, home: str) -> Any:
        schema = self._document.at(home)
        return schema.get("title") if isinstance(schema, dict) else None

    # What is written

    def _content(self, home: str) -> Hashable:
        """What is written at a place, but for its annotations: the same for places that say the same."""
        if home not in self._contents:
            self._contents[home] = ("again", home)  # where it contains itself
            self._contents[home] = self._written(home)
        return self._contents[home]

    def _content_at(self, pointer: str) -> tuple[Hashable, bool]:
        """What stands at a pointer, and whether it may be null. What the document names is known by its place."""
        home, null = self.home(pointer)
        named = self.is_class(home) and _is_named(home)
        return home if named else self._content(home), null or self.allows_null(home)

    def _written(self, home: str) -> Hashable:
        shape = self._values.shape(home)
        if self.kind(home) == "single" and not any(shape.get(key) is not None for key in _LIMITS):
            return self._content_at(self.variants(shape)[0])[0]
        if "enum" in shape or "const" in shape:
            return frozenset(json.dumps(it) for it in self.values_of(shape) if it is not None)
        also, sent = shape["also"], self._values.shapes.sent_properties
        sides = sent(shape, "request").keys(), sent(shape, "response").keys()
        properties = (
            (
                name,
                tuple(self._content_at(it) for it in (place, *also.get(name, ()))),
                *(name in it for it in (shape["required"], *sides)),
            )
            for name, place in shape["properties"].items()
        )
        told_apart = shape["choices"] if self._chooses(shape) else []
        homes = [[it for it in choice if self.kind(self.home(it)[0]) != "null"] for choice in told_apart]
        choices = [frozenset(self._content_at(it)[0] for it in choice) for choice in homes]
        limits = [(key, json.dumps(shape[key], sort_keys=True)) for key in _LIMITS if shape.get(key) is not None]
        told = json.dumps(_tags(shape.get("discriminator")), sort_keys=True)
        kinds = self._own_types(shape, told_apart)
        return frozenset(properties), kinds, *choices, *limits, *self._inner(shape), told

    def _own_types(self, shape: Shape, choices: Sequence[Sequence[str]]) -> frozenset[str]:
        """The types that a schema names, if they say more than its alternatives; people write `object` beside anything."""
        own = frozenset(_types(shape))
        of_variants = {kind for choice in choices for it in choice for kind in _types(self._values.shape(it))}
        return frozenset() if choices and (own == {"object"} or own >= of_variants) else own

    def _inner(self, shape: Shape) -> Iterator[Hashable]:
        for key, otherwise in (("items", None), ("additionalProperties", True)):
            value = shape.get(key, otherwise)
            yield self._content_at(value) if isinstance(value, str) else value
        for places in (shape.get("prefixItems", ()), shape.get("patternProperties", {}).values()):
            yield tuple(map(self._content_at, places))


def _tags(discriminator: Any) -> Any:
    """A discriminator whose mapping says the names of schemas alone, as it may."""
    mapping = discriminator.get("mapping") if isinstance(discriminator, dict) else None
    if not isinstance(mapping, dict):
        return discriminator
    return {
        **discriminator,
        "mapping": {tag: str(it).removeprefix("#/components/schemas/") for tag, it in mapping.items()},
    }


def _types(shape: Shape) -> list[str]:
    """The JSON types that a schema is about besides null; every integer is a number."""
    found = [it for it in types(shape) if it != "null"]
    return [it for it in found if it != "integer" or "number" not in found]


def _is_named(pointer: str) -> bool:
    """Whether the document itself gives what stands there a name."""
    names = tokens(pointer)
    return len(names) == 3 and names[0] == "components" or names[-2:-1] in (("$defs",), ("definitions",))


def _is_object(schema: Mapping[str, Any]) -> bool:
    return schema.get("type") == "object" and "$ref" not in schema


def _says_nothing(schema: Any) -> bool:
    return isinstance(schema, dict) and all(key in _BESIDE or key.startswith("x-") for key in schema)


def _is_only_null(schema: Any) -> bool:
    if not isinstance(schema, dict):
        return False
    return schema.get("type") in ("null", ["null"]) or schema.get("enum") == [None] or schema.get("const", 0) is None
