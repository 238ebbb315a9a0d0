"""Schemas of OpenAPI 3.0 and 3.1 as JSON Schema 2020-12 has them, seen from one direction."""

from __future__ import annotations

from typing import Any, Literal

Direction = Literal["request", "response"]


def as_json_schema(value: Any, is_30: bool, direction: Direction) -> Any:
    """A document, or part of one, with its schemas as JSON Schema 2020-12 has them, seen from one direction.

    Everything is copied that looks like a schema; what is none (parameters, examples) is never asked about.
    """
    if isinstance(value, list):
        return [as_json_schema(item, is_30, direction) for item in value]
    if not isinstance(value, dict):
        return value
    if is_30 and isinstance(value.get("$ref"), str):
        return {"$ref": value["$ref"]}
    found = {key: as_json_schema(item, is_30, direction) for key, item in value.items()}
    properties, required = value.get("properties"), value.get("required")
    if isinstance(properties, dict) and isinstance(required, list):
        unwanted = "readOnly" if direction == "request" else "writeOnly"
        found["required"] = [name for name in required if not _says(properties.get(name), unwanted)]
    if is_30:
        _convert(found)
    return found


def with_overlaps(value: Any) -> Any:
    """JSON Schema with every `oneOf` as an `anyOf`: what is refused for overlapping alone is accepted."""
    if isinstance(value, list):
        return [with_overlaps(item) for item in value]
    if not isinstance(value, dict):
        return value
    found = {key: with_overlaps(item) for key, item in value.items()}
    if isinstance(found.get("$ref"), str):
        found["$ref"] = found["$ref"].replace("/oneOf/", "/anyOf/")
    if isinstance(found.get("oneOf"), list) and "anyOf" not in found:
        found["anyOf"] = found.pop("oneOf")
    return found


def _says(schema: Any, keyword: str) -> bool:
    return isinstance(schema, dict) and schema.get(keyword) is True


def _convert(schema: dict[str, Any]) -> None:
    """`nullable` and boolean exclusive bounds, in place."""
    if schema.get("nullable") is True and isinstance(schema.get("type"), str):
        schema["type"] = [schema["type"], "null"]
    for edge, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if schema.get(edge) is True and bound in schema:
            schema[edge] = schema.pop(bound)
        elif isinstance(schema.get(edge), bool):
            del schema[edge]
