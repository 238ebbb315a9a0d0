"""Canonical schemas as Python annotations: what a method takes, what it returns, and the exact type that is checked.

The three dialects of one schema, `{"type": "array", "items": {"$ref": "State"}, "minItems": 1}`:

- `annotation`: `Annotated[list[State | str], Field(min_length=1)]`, which `Codec` checks values against;
- `argument`: `Sequence[State | str]`, which signatures take;
- `result`: `list[State | str]`, which they return.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from generator.api.model import AliasSchema, EnumSchema, JsonSchema, ObjectSchema, Schema, UnionSchema
from generator.document.asserted import together
from generator.document.expressions import python_expression
from generator.package.literals import literal
from generator.package.patterns import python_pattern

RUNTIME = "runtime"
"""Stands for the runtime's `models` module in `TypeText.imports`."""

ASSERTIONS = "assertions"
"""Stands likewise for the module of that name."""

TUPLES = "tuples"
"""And this for its own."""

RUNTIME_MODULES: Mapping[str, str] = {
    RUNTIME: "_runtime.models",
    ASSERTIONS: "_runtime.assertions",
    TUPLES: "_runtime.tuples",
}

Schemas = Mapping[str, Schema]

_FEW = 10_000
"""How many texts are remembered: of the types in a document, most are of a few kinds."""


@dataclass(frozen=True, slots=True)
class TypeText:
    """An annotation as source text and the names that it needs.

    `models` are the names of models in it, written with the prefix that was asked for. `imports` are pairs of module and
    name, such as `("typing", "Any")` and `(RUNTIME, "Unique")`.
    """

    text: str
    models: frozenset[str] = frozenset()
    imports: frozenset[tuple[str, str]] = frozenset()

    def over(self, text: str, *imports: tuple[str, str]) -> TypeText:
        """The same needs and `imports`, with another text."""
        return TypeText(text, self.models, self.imports | frozenset(imports))


NONE = TypeText("None")
ANY = TypeText("Any", imports=frozenset({("typing", "Any")}))


_Limited = Callable[[TypeText, JsonSchema, str], TypeText]


@dataclass(frozen=True, slots=True)
class _Dialect:
    """How arrays, tuples, models and limits are written."""

    array: Callable[[TypeText], TypeText]
    tuple: Callable[[TypeText], TypeText]
    mapping: Callable[[TypeText], TypeText]
    model: Callable[[TypeText], TypeText]
    limited: _Limited


def annotation(schema: JsonSchema, schemas: Schemas, prefix: str = "") -> TypeText:
    """The exact type with its limits, for `Codec` and model fields. `prefix` stands before names of models (`models.`)."""
    return _type(schema, schemas, prefix, _EXACT)


def unlimited(schema: JsonSchema, schemas: Schemas, prefix: str = "") -> TypeText:
    """Like `annotation`, without limits of the value itself that can stand in a field; those of items stay."""
    return _type(schema, schemas, prefix, _EXACT, top=_same if limits_in_field(schema) else None)


def argument(schema: JsonSchema, schemas: Schemas, prefix: str = "") -> TypeText:
    """What a signature takes for the schema: sequences of any kind, and mappings in place of models."""
    return _type(schema, schemas, prefix, _ARGUMENT)


def result(schema: JsonSchema, schemas: Schemas, prefix: str = "") -> TypeText:
    """What a signature returns for the schema: the exact type without its limits."""
    return _type(schema, schemas, prefix, _RESULT)


def union(types: Iterable[TypeText]) -> TypeText:
    """`A | B`, each alternative once, `None` last."""
    return _union(tuple(types))


@lru_cache(_FEW)
def _union(parts: Sequence[TypeText]) -> TypeText:
    found = dict.fromkeys(alternative for part in parts for alternative in alternatives(part.text))
    none = ["None"] if "None" in found and not any(map(takes_all, found)) else []
    rest = [text for text in found if text != "None"]
    return TypeText(
        "Any" if "Any" in found else " | ".join([*rest, *none]),
        frozenset().union(*(part.models for part in parts)),
        frozenset().union(*(part.imports for part in parts)),
    )


def takes_all(text: str) -> bool:
    """Whether an alternative is `Any`, whatever else has to hold."""
    return text == "Any" or text.startswith("Annotated[Any, ")


@lru_cache(_FEW)
def alternatives(text: str) -> Sequence[str]:
    """The alternatives of `A | B`; a `|` inside of brackets or literals does not part them."""
    if " | " not in text:
        return [text]
    node = ast.parse(text, mode="eval").body
    found: list[str] = []
    while isinstance(node, ast.BinOp):
        found.append(ast.get_source_segment(text, node.right) or "")
        node = node.left
    return [ast.get_source_segment(text, node) or "", *reversed(found)]


def evaluated(found: TypeText) -> TypeText:
    """The type as an argument of a call: there, type checkers do not know `|` beside `Annotated`."""
    parts = alternatives(found.text)
    if len(parts) == 1 or not any(part.startswith("Annotated[") for part in parts):
        return found
    return found.over(f"Union[{', '.join(parts)}]", ("typing", "Union"))


def not_null(found: TypeText) -> TypeText:
    """The type without `None`, unless it is nothing else."""
    rest = [text for text in alternatives(found.text) if text != "None"]
    return found.over(" | ".join(rest)) if rest else found


def enum_values(schema: EnumSchema) -> tuple[str, ...]:
    """The Python types of an enum's values, as its uses name them beside the class: `State | str`."""
    names = {type(member.value).__name__ for member in schema.members} or {"str"}
    return tuple(sorted(names - {"int"} if "float" in names else names, key=_VALUE_TYPES.index))


_VALUE_TYPES = ("str", "int", "float", "bool")


def json_types(schema: JsonSchema) -> tuple[str, ...]:
    """The JSON types that a schema without reference names, in its order; empty: any."""
    named = schema.get("type", ())
    return (named,) if isinstance(named, str) else tuple(named)


def _type(
    schema: JsonSchema, schemas: Schemas, prefix: str, dialect: _Dialect, top: _Limited | None = None
) -> TypeText:
    if "$ref" in schema:
        return _named(schema["$ref"], schemas, prefix, dialect)
    if "anyOf" in schema:
        return union(_type(choice, schemas, prefix, dialect) for choice in schema["anyOf"])
    kinds = json_types(schema)
    if not kinds:
        return asserted(ANY, schema) if dialect.limited is limited else ANY
    return union(
        (top or dialect.limited)(_kind(kind, schema, schemas, prefix, dialect), schema, kind) for kind in kinds
    )


def _named(name: str, schemas: Schemas, prefix: str, dialect: _Dialect) -> TypeText:
    found = TypeText(prefix + name, frozenset({name}))
    match schemas[name]:
        case EnumSchema() as enum:
            return union([found, *(TypeText(value) for value in enum_values(enum))])
        case ObjectSchema():
            return dialect.model(found)
        case UnionSchema() as alias if has_object(alias, schemas):
            return dialect.model(found)
        case UnionSchema() | AliasSchema():
            return found


def has_object(alias: UnionSchema, schemas: Schemas, seen: frozenset[str] = frozenset()) -> bool:
    """Whether a union has an object among its choices."""
    names = [variant.schema["$ref"] for variant in alias.variants if "$ref" in variant.schema]
    fresh = [schemas[name] for name in names if name not in seen]
    return any(
        isinstance(s, ObjectSchema) or isinstance(s, UnionSchema) and has_object(s, schemas, seen | {alias.name})
        for s in fresh
    )


def _kind(kind: str, schema: JsonSchema, schemas: Schemas, prefix: str, dialect: _Dialect) -> TypeText:
    if kind not in ("array", "object"):
        return scalar(kind, schema)
    if kind == "array" and "prefixItems" in schema:
        return dialect.tuple(_tuple([_type(place, schemas, prefix, dialect) for place in schema["prefixItems"]]))
    below = schema.get("items" if kind == "array" else "additionalProperties")
    inner = _type(below, schemas, prefix, dialect) if isinstance(below, Mapping) else ANY
    return dialect.array(inner) if kind == "array" else dialect.mapping(inner)


def scalar(kind: str, schema: JsonSchema) -> TypeText:
    """The Python type of a JSON scalar. Only date, date-time and binary strings are more than `str`."""
    if kind == "string":
        return _STRINGS.get(schema.get("format", ""), TypeText("str"))
    return _SCALARS[kind]


_STRINGS: Mapping[Any, TypeText] = {
    "date-time": TypeText("datetime", imports=frozenset({("datetime", "datetime")})),
    "date": TypeText("date", imports=frozenset({("datetime", "date")})),
    "binary": TypeText("bytes"),
}

_SCALARS: Mapping[str, TypeText] = {
    "integer": TypeText("int"),
    "number": TypeText("float"),
    "boolean": TypeText("bool"),
    "null": NONE,
}

_LIMITS: Mapping[str, Mapping[str, str]] = {
    "string": {"minLength": "min_length", "maxLength": "max_length"},
    "integer": {
        "minimum": "ge",
        "exclusiveMinimum": "gt",
        "maximum": "le",
        "exclusiveMaximum": "lt",
        "multipleOf": "multiple_of",
    },
    "array": {"minItems": "min_length", "maxItems": "max_length"},
    "object": {"minProperties": "min_length", "maxProperties": "max_length"},
}
"""Keywords by JSON type, and pydantic's names for them."""

FINEST = 1e-8
"""Multiples of less are held by assertions: to pydantic, a number that is off by a thousand-millionth is one."""


def limits(schema: JsonSchema, kind: str) -> dict[str, str]:
    """The limits that a schema sets to values of one JSON type, as keyword arguments of pydantic's `Field`."""
    if _is_moment(kind, schema):
        return {}
    table = _LIMITS.get("integer" if kind == "number" else kind, {})
    given = told(schema)
    found = {name: literal(given[key]) for key, name in table.items() if given.get(key) is not None}
    pattern = python_pattern(schema["pattern"]) if kind == "string" and "pattern" in schema else None
    if pattern is not None:
        found["pattern"] = pattern.source
    return found


_ROUNDED: Mapping[str, Callable[[float], int]] = {
    "minimum": math.ceil,
    "exclusiveMinimum": math.floor,
    "maximum": math.floor,
    "exclusiveMaximum": math.ceil,
}


def told(schema: JsonSchema) -> JsonSchema:
    """A schema with its limits as pydantic is told them: an integer's are integers."""
    found = {**schema, "multipleOf": _step(schema)}
    if "integer" in json_types(schema) and "number" not in json_types(schema):
        found |= {key: rounded(found[key]) for key, rounded in _ROUNDED.items() if found.get(key) is not None}
    return found


def _step(schema: JsonSchema) -> int | float | None:
    """What pydantic is told that numbers are multiples of: the integers among the multiples of n/d are those of n."""
    declared: int | float | None = schema.get("multipleOf")
    if declared is None or "number" in json_types(schema):
        return None if _is_fine(schema) else declared
    whole = Fraction(str(declared)).numerator
    return whole if whole > 1 or declared == 1 else None


def _is_fine(schema: JsonSchema) -> bool:
    return "number" in json_types(schema) and schema.get("multipleOf", 1) < FINEST


def beyond(schema: JsonSchema) -> JsonSchema:
    """What has to hold of a schema's values that neither their types say nor the limits that pydantic is told."""
    fine = {"multipleOf": schema["multipleOf"]} if _is_fine(schema) else {}
    return together([schema.get("asserts", {}), fine])


def scalar_text(kind: str, schema: JsonSchema) -> str:
    """The text of `scalar`, empty for arrays and objects."""
    return "" if kind in ("array", "object") else scalar(kind, schema).text


def limits_in_field(schema: JsonSchema) -> bool:
    """Whether the limits of a model's field can stand in its `Field(…)`: it has one JSON type, and pydantic checks them."""
    kinds = [kind for kind in json_types(schema) if kind != "null"]
    return (
        len(kinds) == 1
        and schema.get("uniqueItems") is not True
        and not beyond(schema)
        and not _is_moment(kinds[0], schema)
    )


def _is_moment(kind: str, schema: JsonSchema) -> bool:
    """Whether values are dates or date-times, whose texts have no limits in Python."""
    return scalar_text(kind, schema) in ("datetime", "date")


def limited(plain: TypeText, schema: JsonSchema, kind: str) -> TypeText:
    """`plain`, the type of one JSON type, with the limits that the schema sets to it."""
    if kind == "null":
        return plain
    found = limits(schema, kind)
    unique = kind == "array" and schema.get("uniqueItems") is True
    if not found and not unique:
        return asserted(plain, schema)
    text, needs = plain.text, [("typing", "Annotated")]
    if found:
        text += f", Field({', '.join(f'{name}={value}' for name, value in found.items())})"
        needs.append(("pydantic", "Field"))
        needs += [(RUNTIME, "Regex")] if found.get("pattern", "").startswith("Regex(") else []
    if unique:
        text += ", Unique()"
        needs.append((RUNTIME, "Unique"))
    if more := beyond(schema):
        text += f", {holds(more)}"
        needs.append((ASSERTIONS, "Holds"))
    return plain.over(f"Annotated[{text}]", *needs)


def asserted(plain: TypeText, schema: JsonSchema) -> TypeText:
    """`plain` with what else has to hold."""
    more = beyond(schema)
    if not more:
        return plain
    text = f"Annotated[{plain.text}, {holds(more)}]"
    return plain.over(text, ("typing", "Annotated"), (ASSERTIONS, "Holds"))


def holds(assertion: JsonSchema) -> str:
    """The call that makes an assertion; its regular expressions are Python's."""
    return f"Holds({literal(_in_python(assertion))})"


def _in_python(schema: Any) -> Any:
    """An assertion with Python's regular expressions; names and values are left as they are."""
    if not isinstance(schema, dict):
        return schema
    found: dict[str, Any] = {}
    for key, value in schema.items():
        if key == "pattern":
            found[key] = python_expression(value)
        elif key in ("enum", "const", "dependentRequired"):
            found[key] = value
        elif key in ("properties", "patternProperties", "dependentSchemas", "$defs"):
            named = {name: _in_python(one) for name, one in value.items()}
            found[key] = (
                {python_expression(name): one for name, one in named.items()} if key == "patternProperties" else named
            )
        else:
            found[key] = [_in_python(one) for one in value] if isinstance(value, list) else _in_python(value)
    return found


def _same(plain: TypeText, schema: JsonSchema, kind: str) -> TypeText:
    return plain


def _list(items: TypeText) -> TypeText:
    return items.over(f"list[{items.text}]")


def _tuple(places: Sequence[TypeText]) -> TypeText:
    """`tuple[A, B]`: of every dialect, since a type checker asks of each place what is in it."""
    models, imports = (frozenset[Any]().union(*of) for of in zip(*((it.models, it.imports) for it in places)))
    return TypeText(f"tuple[{', '.join(it.text for it in places)}]", models, imports)


def _by_place(plain: TypeText) -> TypeText:
    return plain.over(f"Annotated[{plain.text}, ByPlace()]", ("typing", "Annotated"), (TUPLES, "ByPlace"))


def _dict(values: TypeText) -> TypeText:
    return values.over(f"dict[str, {values.text}]")


def _sequence(items: TypeText) -> TypeText:
    return items.over(f"Sequence[{items.text}]", ("collections.abc", "Sequence"))


def _mapping(values: TypeText) -> TypeText:
    return values.over(f"Mapping[str, {values.text}]", ("collections.abc", "Mapping"))


def _model_or_mapping(model: TypeText) -> TypeText:
    return model.over(f"{model.text} | Mapping[str, Any]", ("collections.abc", "Mapping"), ("typing", "Any"))


def _as_it_is(model: TypeText) -> TypeText:
    return model


_EXACT = _Dialect(_list, _by_place, _dict, _as_it_is, limited)
_ARGUMENT = _Dialect(_sequence, _as_it_is, _mapping, _model_or_mapping, _same)
_RESULT = _Dialect(_list, _as_it_is, _dict, _as_it_is, _same)
