"""What schemas say, all their parts taken together: references followed, `allOf` merged, 3.0's words turned into 3.1's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .dialect import TO_THE_LETTER, Direction, only_constrains, says
from .raw import RawDocument, join

Shape = Mapping[str, Any]
"""A schema with what it takes in. Members are pointers.

`pointer` is its own place; `properties` leads from names to pointers, `also` to further ones of the same name; `required` is a
frozenset; `items` a pointer, True or False, `additionalProperties` likewise, `prefixItems` a list of pointers (`scattered`: not one
schema alone says these two; `several`: there are other `items` or `additionalProperties` as well),
`patternProperties` pointers by pattern. `choices` are the
lists of pointers of each `anyOf` and `oneOf`, `demands` those of alternatives that only constrain. The rest are keywords as they are.
"""

_ANNOTATIONS = frozenset(
    {
        "title",
        "description",
        "default",
        "example",
        "examples",
        "deprecated",
        "readOnly",
        "writeOnly",
        "externalDocs",
        "xml",
    }
)
_TIGHTEST: Mapping[str, Any] = {
    **dict.fromkeys(("minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties"), max),
    **dict.fromkeys(("maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties"), min),
}
_COMBINED = frozenset({*_TIGHTEST, "enum", "required", "choices", "demands"})
_IDLE = frozenset(
    {"pointer", "type", "properties", "also"} | _ANNOTATIONS - {"default", "deprecated", "readOnly", "writeOnly"}
)
"""Keys of a shape that say nothing of a value, or are compared apart."""
HOLDING = ("items", "additionalProperties")
"""Keywords that hold what is in a list or a map."""
_SCALARS = frozenset({"string", "integer", "number", "boolean", "null"})
_SINGLE = ("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames")
_SINGLE_MORE = ("unevaluatedItems", "unevaluatedProperties")
_MANY = ("allOf", "anyOf", "oneOf", "prefixItems")
_NAMED = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")
_TOGETHER = frozenset(
    ("not", "if", "dependentRequired", "dependentSchemas", "unevaluatedProperties", "minProperties", "maxProperties")
)
_LIMITS_OF = {
    "string": frozenset({"pattern", "minLength", "maxLength"}),
    "number": frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}),
}
_NOTHING: Shape = {"properties": {}, "also": {}, "required": frozenset(), "choices": [], "demands": []}


class Shapes:
    """Looks at the schemas of a document."""

    def __init__(self, document: RawDocument) -> None:
        self.document = document
        self._known: dict[str, Shape] = {}

    def shape(self, pointer: str) -> Shape:
        """What the schema at a pointer says. Raises `Unreadable` where there is none."""
        if pointer not in self._known:
            self._known[pointer] = self._without_idle_choices(self._shape(pointer, ()))
        return self._known[pointer]

    def variants(self, pointer: str) -> list[str]:
        """The pointers of what a schema is one of."""
        return [variant for choice in self.shape(pointer)["choices"] for variant in choice]

    def whole(self, pointer: str) -> Shape:
        """What the schema at a pointer says; of a variant, together with what stands beside its choice."""
        found = self.shape(pointer)
        home, key, _ = ("", *pointer.rsplit("/", 2))[-3:]
        if key in ("anyOf", "oneOf"):
            beside = self.shape(home)
            if pointer in (it for choice in beside["choices"] for it in choice):
                return _both(dict(found), {**beside, "choices": []}) if beside["properties"] else found
        return found

    def covers(self, pointer: str, other: str, seen: frozenset[tuple[str, str]] = frozenset()) -> bool:
        """Whether the schema at a pointer says of the data all that another one says."""
        one, more = self.shape(pointer), self.shape(other)
        if one["pointer"] == more["pointer"] or (pointer, other) in seen:
            return True
        pairs = [(one["properties"].get(name), it) for name, it in more["properties"].items()]
        pairs += [(one.get(key), more[key]) for key in HOLDING if isinstance(more.get(key), str)]
        return _says_all(one, more) and all(
            isinstance(own, str) and self.covers(own, it, seen | {(pointer, other)}) for own, it in pairs
        )

    def annotations(self, pointer: str) -> Mapping[str, Any]:
        """What is said at a place and, where that says nothing, at what it refers to or is all of."""
        schema = self.document.at(pointer)
        if not isinstance(schema, dict):
            return {}
        target = self.document.target(pointer)
        parts = [join(pointer, "allOf", str(index)) for index in range(len(schema.get("allOf", ())))]
        found = {} if target is not None and self.document.is_30 else dict(schema)
        for place in [target] if target is not None else parts:
            found = {**self.annotations(place), **found}
        return found

    def sent(self, pointer: str, direction: Direction) -> bool:
        """Whether a property whose schema is at `pointer` is there in a direction."""
        unwanted = "readOnly" if direction == "request" else "writeOnly"
        return not says(self.document.value, self.document.at(pointer), unwanted)

    def sent_properties(self, shape: Shape, direction: Direction) -> dict[str, str]:
        """The properties of a shape that are there in a direction."""
        also = shape["also"]
        return {
            name: place
            for name, place in shape["properties"].items()
            if all(self.sent(it, direction) for it in (place, *also.get(name, ())))
        }

    def below(self, pointer: str) -> Iterator[str]:
        """The pointers of a schema and of all schemas that are written inside of it; references are not followed.

        What stands beside a reference of 3.0 is ignored (Reference Object), and no schema.
        """
        yield pointer
        schema = self.document.at(pointer)
        if not isinstance(schema, dict) or self.document.is_30 and "$ref" in schema:
            return
        inner = [join(pointer, key) for key in (*_SINGLE, *_SINGLE_MORE) if isinstance(schema.get(key), dict)]
        for key in _MANY:
            if isinstance(schema.get(key), list):
                inner += [join(pointer, key, str(index)) for index in range(len(schema[key]))]
        for key in _NAMED:
            if isinstance(schema.get(key), dict):
                inner += [join(pointer, key, name) for name in schema[key]]
        for place in inner:
            yield from self.below(place)

    def to_the_letter(self, pointer: str) -> Iterator[str]:
        """The pointers of the schemas in a schema of which clients hold what JSON Schema says, and no more than that."""
        schema = self.document.at(pointer)
        if not isinstance(schema, dict):
            return
        for key in TO_THE_LETTER:
            value, place = schema.get(key), join(pointer, key)
            names = range(len(value)) if isinstance(value, list) else value if key in _NAMED else ()
            yield from (join(place, str(name)) for name in names or ())
            if isinstance(value, dict) and key not in _NAMED:
                yield place
        for key in ("anyOf", "oneOf"):
            if isinstance(schema.get(key), list) and all(map(only_constrains, schema[key])):
                yield from (join(pointer, key, str(index)) for index in range(len(schema[key])))

    def _shape(self, pointer: str, stack: tuple[str, ...]) -> dict[str, Any]:
        place, schema = self._bearing(pointer)
        if not isinstance(schema, dict) or place in stack:
            return {**_NOTHING, "pointer": place, **({"never": True} if schema is False else {})}
        found = self._own(place, schema)
        parts = [join(place, "allOf", str(index)) for index in range(len(schema.get("allOf", ())))]
        if "$ref" in schema:
            parts.insert(0, self.document.target(place) or place)
        for key in ("anyOf", "oneOf"):
            variants = [join(place, key, str(index)) for index, it in enumerate(schema.get(key, ())) if it is not False]
            if len(variants) == 1:
                parts += variants
            elif variants:
                constrains = all(only_constrains(it) for it in schema[key] if it is not False)
                found["demands" if constrains else "choices"].append(variants)
        for part in parts:
            found = _both(found, self._shape(part, (*stack, place)))
        if "type" in found and schema.get("nullable") is not True:  # of parts, all must allow null: their types say so
            found.pop("nullable", None)
        return found

    def _without_idle_choices(self, shape: dict[str, Any]) -> Shape:
        """A shape; of a scalar, without choices of which a variant says nothing, and so allows all of it."""
        if not {*_listed(shape.get("type", "any"))} <= _SCALARS:
            return shape
        some = [it for it in shape["choices"] if all(self._says_more(self.document.at(variant)) for variant in it)]
        return {**shape, "choices": some}

    def _says_more(self, schema: Any) -> bool:
        keys = schema.keys() - _ANNOTATIONS if isinstance(schema, dict) else ()
        return schema is False or any(not key.startswith("x-") for key in keys)

    def _bearing(self, pointer: str) -> tuple[str, Any]:
        """The schema that a pointer leads to through references that nothing but annotations stands beside."""
        place, schema = pointer, self.document.at(pointer)
        while isinstance(schema, dict) and (target := self.document.target(place)) is not None:
            if not self.document.is_30 and schema.keys() - _ANNOTATIONS - {"$ref"}:
                break
            self.document.follow(place)  # which complains of references in circles
            place, schema = target, self.document.at(target)
        return place, schema

    def _own(self, place: str, schema: Mapping[str, Any]) -> dict[str, Any]:
        """What a schema says itself."""
        taken = ("properties", "allOf", "anyOf", "oneOf", "$ref", "patternProperties", "prefixItems")
        found: dict[str, Any] = {key: value for key, value in schema.items() if key not in taken}
        if found.get("nullable") is True and found.get("type") is not None:  # which documents say in 3.1 too
            found["type"] = list(dict.fromkeys([*_listed(found["type"]), "null"]))
        for edge, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
            if found.get(edge) is True:
                found[edge] = found.pop(bound, None)
            elif found.get(edge) is False:
                del found[edge]
        found |= {"pointer": place, "also": {}, "choices": [], "demands": []}
        found["properties"] = {name: join(place, "properties", name) for name in schema.get("properties", {})}
        required = schema.get("required")  # of what is no schema, but a Parameter Object say, it is a boolean
        found["required"] = frozenset(required if isinstance(required, list) else ())
        for key in HOLDING:
            if isinstance(schema.get(key), dict):
                found[key] = join(place, key)
        if isinstance(schema.get("prefixItems"), list):
            found["prefixItems"] = [join(place, "prefixItems", str(it)) for it in range(len(schema["prefixItems"]))]
        if isinstance(schema.get("patternProperties"), dict):
            found["patternProperties"] = {
                it: join(place, "patternProperties", it) for it in schema["patternProperties"]
            }
        return found


def _says_all(one: Shape, more: Shape) -> bool:
    """Whether a shape says all that another one says of a value itself; what is in it apart."""
    both = _both(dict(one), more)
    said = {key for key in more if key not in _IDLE and not (key in HOLDING and isinstance(more[key], str))}
    return {*_listed(both.get("type"))} == {*_listed(one.get("type"))} and all(
        (both if key in _COMBINED else more)[key] == one.get(key) for key in said
    )


def _both(one: dict[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Two shapes that must both hold; the first one's word counts where only one can."""
    found = {**other, **one}
    for key, tightest in _TIGHTEST.items():
        if one.get(key) is not None and other.get(key) is not None:
            found[key] = tightest(one[key], other[key])
    if "type" in one and "type" in other:
        found["type"] = _common(_listed(one["type"]), _listed(other["type"]))
    if "enum" in one and "enum" in other:
        found["enum"] = [it for it in one["enum"] if it in other["enum"]]
    if _listing(one) and _listing(other) and _listing(one) != _listing(other):
        found["scattered"] = True
    for key in HOLDING:
        if isinstance(one.get(key), str) and isinstance(other.get(key), str) and one[key] != other[key]:
            found["several"] = True
    if False in (one.get("additionalProperties"), other.get("additionalProperties")):
        found["additionalProperties"] = False
    found["properties"] = {**other["properties"], **one["properties"]}
    found["also"] = dict(one["also"])
    for name, places in other["also"].items():
        found["also"][name] = (*found["also"].get(name, ()), *places)
    for name in one["properties"].keys() & other["properties"].keys():
        found["also"][name] = (*found["also"].get(name, ()), other["properties"][name])
    for key in ("choices", "demands"):
        found[key] = [*one[key], *other[key]]
    found["required"] = one["required"] | other["required"]
    return found


def _listing(shape: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a shape says of items."""
    return {key: shape[key] for key in ("prefixItems", "items") if key in shape}


def places(shape: Shape) -> list[str]:
    """The schemas of the items of a tuple: of an array that has just as many items as one schema has `prefixItems`; else none."""
    found: list[str] = shape.get("prefixItems", [])
    most = min(shape.get("maxItems", len(found) + 1), len(found) + (shape.get("items") is not False))
    return found if shape.get("minItems") == len(found) == most and "scattered" not in shape else []


def declarations(shape: Shape) -> Mapping[str, Sequence[str]]:
    """Where each property of a shape is declared: once, or in several of its parts."""
    return {name: (place, *shape["also"].get(name, ())) for name, place in shape["properties"].items()}


def put_together(shape: Shape) -> list[str]:
    """The variants of choices with each of which a schema says something more, or that are combined with one another."""
    is_more = bool(shape["properties"]) or len(shape["choices"]) > 1
    return [it for choice in shape["choices"] for it in choice] if is_more else []


def says_together(shape: Shape) -> bool:
    """Whether a schema says which properties may stand together, or how many."""
    return bool(shape["demands"]) or bool(_TOGETHER & shape.keys())


def _common(left: list[str], right: list[str]) -> list[str]:
    """The types that both allow; an integer is a number."""
    both = [kind for kind in left if kind in right]
    numbers = {"integer", "number"}
    return [*both, "integer"] if numbers <= {*left, *right} and not numbers & {*both} else both


def _listed(types: Any) -> list[str]:
    return types if isinstance(types, list) else [types]


def types(shape: Shape) -> list[str]:
    """The JSON types that a schema is about, null last. None for one that only says what its variants are, or allows nothing."""
    given = shape.get("type")
    if "never" in shape:
        return []
    if given is not None:
        return sorted(_listed(given), key=lambda it: it == "null")
    if shape["properties"] or shape["required"] or {"additionalProperties", "patternProperties"} & shape.keys():
        return ["object"]
    if "items" in shape or "prefixItems" in shape:
        return ["array"]
    if shape.get("format") == "binary":
        return ["string"]
    kinds = [kind for kind, limits in _LIMITS_OF.items() if limits & shape.keys()]
    if len(kinds) == 1:
        return kinds
    return [] if shape["choices"] else ["object"] if shape["demands"] else ["anything"]


def is_of(value: Any, kinds: Sequence[str]) -> bool:
    """Whether a value, which is not null, is of one of some JSON types."""
    if isinstance(value, bool):
        return "boolean" in kinds
    if isinstance(value, (int, float)):
        whole = isinstance(value, int) or value.is_integer()
        return "number" in kinds or whole and "integer" in kinds
    return ("string" if isinstance(value, str) else "array" if isinstance(value, list) else "object") in kinds


def is_as_implied(shape: Shape, value: Any) -> bool:
    """Whether a value is of the type that a schema's keywords are about, where it names none: clients take it for that type.

    By the letter, such a schema allows all that its keywords are not about.
    """
    if shape.get("type") is not None or {"enum", "const"} & shape.keys():
        return True
    kinds = types({**shape, "demands": []})
    if not kinds or kinds == ["anything"]:
        return True
    return shape.get("nullable") is True if value is None else is_of(value, kinds)
