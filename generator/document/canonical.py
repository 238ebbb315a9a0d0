"""What can be said of, and done to, a canonical schema (see `generator.api.model`) without knowing the document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.document.shapes import ANNOTATIONS


def gather_references(schema: Any, found: set[str]) -> None:
    """Add the references of a canonical schema to `found`."""
    if not isinstance(schema, dict):
        return
    if "$ref" in schema:
        found.add(schema["$ref"])
    for key in ("items", "additionalProperties"):
        gather_references(schema.get(key), found)
    for inner in (*schema.get("anyOf", ()), *schema.get("prefixItems", ())):
        gather_references(inner, found)


def annotated(schema: Mapping[str, Any], notes: Mapping[str, Any]) -> dict[str, Any]:
    """`schema` with annotations; those given win over its own."""
    return {**schema, **{key: notes[key] for key in ANNOTATIONS if key in notes}}


def notes_of(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The annotations of a canonical schema."""
    return {key: schema[key] for key in ANNOTATIONS if key in schema and key != "format"}


def without_notes(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A canonical schema without its own annotations."""
    return {key: value for key, value in schema.items() if key not in ANNOTATIONS or key == "format"}


def strip(schema: Any) -> Any:
    """A canonical schema without its annotations, at every depth."""
    if not isinstance(schema, dict):
        return schema
    kept = without_notes(schema)
    for key in ("items", "additionalProperties"):
        if key in kept:
            kept[key] = strip(kept[key])
    for key in ("anyOf", "prefixItems"):
        if key in kept:
            kept[key] = [strip(inner) for inner in kept[key]]
    return kept


def is_nullable(schema: Mapping[str, Any]) -> bool:
    """Whether a canonical schema allows null by itself (a reference to a union that does, does not)."""
    kind = schema.get("type")
    return kind == "null" or (isinstance(kind, list) and "null" in kind) or "anyOf" in schema


def nullable(schema: Mapping[str, Any]) -> dict[str, Any]:
    """`schema` or null."""
    if is_nullable(schema) or not without_notes(schema).keys() - {"asserts"}:
        return dict(schema)
    if "$ref" in schema:
        return {"anyOf": [{"$ref": schema["$ref"]}, {"type": "null"}], **notes_of(schema)}
    return {**schema, "type": [schema["type"], "null"]}


def without_null(schema: Mapping[str, Any]) -> dict[str, Any]:
    """`schema` without null; the null schema itself stays."""
    if "anyOf" in schema:
        return {**schema["anyOf"][0], **notes_of(schema)}
    if isinstance(schema.get("type"), list):
        return {**schema, "type": next(kind for kind in schema["type"] if kind != "null")}
    return dict(schema)
