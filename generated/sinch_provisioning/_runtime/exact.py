"""What pydantic is told about our types: reading JSON is exact, building values in Python is kind.

`exact` rewrites the core schema of a model or type. In JSON mode it takes what the document says and nothing else: no
unlisted enum value, no null where none is declared, no undeclared property of a closed model. What it refuses is looked
at again by `reading`, which keeps everything. In Python mode, in which constructors and assignments work, unlisted enum
values and None for an optional field pass, and so do texts of date-times.

Integers of `number` fields stay integers, and a date-time keeps its text where needed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NoReturn, cast

from pydantic import GetCoreSchemaHandler
from pydantic_core import SchemaValidator
from pydantic_core import core_schema as cs

from .values import (
    CANONICAL_DATE,
    CANONICAL_DATE_TIME,
    DATE_TIME,
    DateTime,
    OpenEnum,
    OpenIntEnum,
    OpenStrEnum,
    date_time_text,
    is_unicode,
    listed_member,
    member,
    parse_date,
    plain_value,
)

Node = dict[str, Any]
"""A pydantic core schema, looked at as the dict that it is."""

Resolve = Callable[[cs.CoreSchema], cs.CoreSchema]
"""Follows a reference among core schemas (`GetCoreSchemaHandler.resolve_ref_schema`)."""

_DONE = "exact"
_NULLABLE = "nullable"
_BELOW = ("schema", "items_schema", "values_schema", "keys_schema")


class Exact:
    """`Annotated[T, Exact()]`: T outside of a model, rewritten by `exact`."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> cs.CoreSchema:
        return exact(handler(source), handler.resolve_ref_schema)


class NullMark:
    """Marks a type whose null means something, as opposed to an optional field that is not given."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> cs.CoreSchema:
        return _marked(handler(source), _NULLABLE)


class UniqueItems:
    """Marks an array whose items are all different."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> cs.CoreSchema:
        return cs.no_info_after_validator_function(check_unique, handler(source))


def check_unique(items: Any) -> Any:
    """`items`, or a ValueError if two are equal. None passes."""
    try:
        if len(set(items or ())) == len(items or ()):
            return items
        different = {(isinstance(item, bool), item) for item in items}
    except TypeError:
        from .writing import wire

        different = {(False, json.dumps(wire(item), sort_keys=True)) for item in items}
    if len(different) < len(items):
        raise ValueError("items that are all different")
    return items


def model_schema(schema: cs.CoreSchema, resolve: Resolve) -> cs.CoreSchema:
    """The schema of a model class, as pydantic made it, with the fields rewritten. `resolve` follows references."""
    model = cast(Node, resolve(schema))
    fields = model.get("schema", {})
    if model.get("type") != "model" or fields.get("type") != "model-fields" or _is_marked(fields, _DONE):
        return schema
    fields["metadata"] = {_DONE: True}
    for field in fields["fields"].values():
        field["schema"] = _optional(exact(field["schema"], resolve))
    if "extras_schema" in fields:
        fields["extras_schema"] = exact(fields["extras_schema"], resolve)
    return schema


def closed_model_schema(schema: cs.CoreSchema, resolve: Resolve) -> cs.CoreSchema:
    """Like `model_schema`, for a class whose undeclared properties are kept although they should not be."""
    finished = model_schema(schema, resolve)
    refused = cs.no_info_plain_validator_function(_refuse)
    cast(Node, resolve(finished))["schema"]["extras_schema"] = cs.json_or_python_schema(refused, cs.any_schema())
    return finished


def _refuse(value: Any) -> Any:
    raise ValueError("no such property")


def _optional(schema: cs.CoreSchema) -> cs.CoreSchema:
    """A field that may be absent but not null: None only from Python."""
    field = cast(Node, schema)
    inner = field.get("schema", {})
    if field["type"] != "default" or inner.get("type") != "nullable" or _is_marked(inner, _NULLABLE):
        return schema
    return cast(cs.CoreSchema, {**field, "schema": cs.json_or_python_schema(inner["schema"], inner)})


def exact(schema: cs.CoreSchema, resolve: Resolve) -> cs.CoreSchema:
    """`schema` with every number, date and open enum in it rewritten; models in it have been before."""
    node = _enum_itself(cast(Node, schema), resolve)
    kind = node["type"]
    if kind in ("model", "definition-ref") or _is_marked(node, _DONE):
        return schema
    if kind in _REWRITES:
        return _marked(_REWRITES[kind](node), _DONE)
    if kind == "union" and (enum := _open_enum(node, resolve)) is not None:
        return _marked(_enum(enum), _DONE)
    return cast(cs.CoreSchema, _rebuilt(node, resolve))


def _enum_itself(node: Node, resolve: Resolve) -> Node:
    """The enum that `node` refers to, without its name; `node` if it does not refer to an enum."""
    try:
        found = cast(Node, resolve(cast(cs.CoreSchema, node))) if node["type"] == "definition-ref" else node
    except LookupError:  # what is being made has no schema yet
        return node
    return {key: value for key, value in found.items() if key != "ref"} if found["type"] == "enum" else node


def _rebuilt(node: Node, resolve: Resolve) -> Node:
    """`node` with what is below it rewritten."""
    changed: Node = {key: exact(node[key], resolve) for key in _BELOW if isinstance(node.get(key), dict)}
    if node["type"] == "union":
        changed["choices"] = [exact(choice, resolve) for choice in _choices(node)]
    return {**node, **changed}


def _choices(node: Node) -> list[cs.CoreSchema]:
    return [choice[0] if isinstance(choice, tuple) else choice for choice in node["choices"]]


def _open_enum(node: Node, resolve: Resolve) -> Node | None:
    """The enum of `State | str`, whose values are always read as the enum."""
    first = _enum_itself(cast(Node, _choices(node)[0]), resolve)
    return first if first["type"] == "enum" and issubclass(first["cls"], OpenEnum) else None


def _number(node: Node) -> cs.CoreSchema:
    real = cast(cs.CoreSchema, {**node, "strict": True, "allow_inf_nan": False})
    limits: Node = {key: node[key] for key in ("ge", "gt", "le", "lt", "multiple_of") if key in node}
    if any(value % 1 for value in limits.values()):
        whole: cs.CoreSchema = cs.no_info_after_validator_function(
            partial(_within, SchemaValidator(real)), cs.int_schema(strict=True)
        )
    else:
        whole = cast(cs.CoreSchema, {**cs.int_schema(strict=True), **{k: int(v) for k, v in limits.items()}})
    return cs.union_schema([whole, real], mode="left_to_right")


def _within(number: SchemaValidator, value: int) -> int:
    """An integer under limits that are none: what holds for its float holds for it."""
    number.validate_python(float(value))
    return value


def _date_time(node: Node) -> cs.CoreSchema:
    plain = cs.chain_schema([cs.str_schema(pattern=CANONICAL_DATE_TIME), cs.datetime_schema(strict=False)])
    kept = cs.no_info_after_validator_function(DateTime.of, cs.str_schema(pattern=f"^{DATE_TIME}$"))
    text = cs.plain_serializer_function_ser_schema(date_time_text, when_used="json")
    return cs.json_or_python_schema(
        cs.union_schema([plain, kept], mode="left_to_right"),
        cs.no_info_plain_validator_function(DateTime.parse),
        serialization=text,
    )


def _date(node: Node) -> cs.CoreSchema:
    plain = cs.chain_schema([cs.str_schema(pattern=CANONICAL_DATE), cs.date_schema(strict=False)])
    return cs.json_or_python_schema(
        plain, cs.no_info_plain_validator_function(parse_date), serialization=cs.to_string_ser_schema()
    )


class _Closed:
    """Stands in schemas for an open enum where it takes no unlisted values."""

    def __new__(cls, value: object) -> NoReturn:
        raise ValueError("a listed value")


def _enum(node: Node) -> cs.CoreSchema:
    """Listed values only in JSON, any of the right type in Python."""
    cls = node["cls"]
    if issubclass(cls, (OpenStrEnum, OpenIntEnum)) and all(is_unicode(one.value) for one in cls):
        kind = cast(cs.CoreSchema, {**node, "strict": False})
        listed: Node = {**node, "strict": True, "cls": _Closed}
        listed.pop("missing", None)  # what makes unlisted members in pydantic 2.10; in later ones `cls` does
        plain = cs.simple_ser_schema(node["sub_type"])
        return cs.json_or_python_schema(cast(cs.CoreSchema, listed), kind, serialization=plain)
    return cs.json_or_python_schema(
        cs.no_info_plain_validator_function(partial(listed_member, cls)),
        cs.no_info_plain_validator_function(partial(member, cls)),
        serialization=cs.plain_serializer_function_ser_schema(plain_value),
    )


_REWRITES: Mapping[str, Callable[[Node], cs.CoreSchema]] = {
    "bytes": lambda node: cast(cs.CoreSchema, node | {"strict": False}),
    "float": _number,
    "datetime": _date_time,
    "date": _date,
    "enum": _enum,
}


def _marked(schema: cs.CoreSchema, mark: str) -> cs.CoreSchema:
    node = cast(Node, schema)
    return cast(cs.CoreSchema, {**node, "metadata": {**node.get("metadata", {}), mark: True}})


def _is_marked(node: Mapping[str, Any], mark: str) -> bool:
    return bool((node.get("metadata") or {}).get(mark))
