"""The examples that are written into an inline schema, put together as one value."""

from __future__ import annotations

from typing import Any

MAX_DEPTH = 6
"""How deep in a schema examples are looked for."""


def own_example(schema: Any, depth: int = 0) -> Any:
    """The example of a schema as it is written, else what its properties or its first telling variant have; None: nothing.

    References are not followed: what they lead to keeps its examples.
    """
    if not isinstance(schema, dict) or "$ref" in schema or depth > MAX_DEPTH:
        return None
    if "example" in schema:
        return schema["example"]
    listed = _list(schema.get("examples"))
    if listed:
        return listed[0]
    variants = [*_list(schema.get("oneOf")), *_list(schema.get("anyOf"))]
    found = [_of_properties(schema, depth) or None, *(own_example(variant, depth + 1) for variant in variants)]
    return next((value for value in found if value is not None), None)


def _of_properties(schema: dict[str, Any], depth: int) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for part in _list(schema.get("allOf")):
        found = own_example(part, depth + 1)
        merged |= found if isinstance(found, dict) else {}
    properties = schema.get("properties")
    for name, declared in sorted(properties.items()) if isinstance(properties, dict) else ():
        value = own_example(declared, depth + 1)
        merged |= {} if value is None else {name: value}
    return merged


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
