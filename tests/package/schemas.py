"""Canonical schemas from a small JSON form, for tests of what is made of them.

A schema is `{"kind": "object" | "enum" | "union" | "alias", …}` with the fields of the `Api`'s dataclass; properties are
`{wire: schema}` beside `required`, and Python names are the wire names unless `names` says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.api.model import (
    AliasSchema,
    Api,
    EnumMember,
    EnumSchema,
    ObjectSchema,
    Property,
    Schema,
    UnionSchema,
    Variant,
)


def api_of(schemas: Mapping[str, Mapping[str, Any]]) -> Api:
    """An `Api` of nothing but schemas."""
    return Api("", "", "", (), (), (), (), (), {name: schema_of(name, it) for name, it in schemas.items()}, ())


def schema_of(name: str, it: Mapping[str, Any]) -> Schema:
    """One schema from its JSON form."""
    common: dict[str, Any] = {
        "name": name,
        "pointer": f"/components/schemas/{name}",
        "module": it.get("module", "things"),
        "directions": frozenset(it.get("directions", ["response"])),
        "description": it.get("description", ""),
    }
    match it["kind"]:
        case "object":
            return ObjectSchema(
                **common,
                deprecated=it.get("deprecated", False),
                properties=tuple(_property(wire, schema, it) for wire, schema in it.get("properties", {}).items()),
                additional=it.get("additional", True),
                additional_declared="additional" in it and it["additional"] is not False,
                examples=tuple(it.get("examples", ())),
            )
        case "enum":
            members = tuple(EnumMember(member, value) for member, value in it["members"].items())
            return EnumSchema(**common, deprecated=False, type=it.get("type", "string"), members=members)
        case "union":
            variants = tuple(Variant(v["schema"], tuple(v.get("tags", ()))) for v in it["variants"])
            return UnionSchema(**common, variants=variants, discriminator=it.get("discriminator"))
        case _:
            return AliasSchema(**common, schema=it["schema"])


def _property(wire: str, schema: Mapping[str, Any], it: Mapping[str, Any]) -> Property:
    kinds = schema.get("type", [])
    return Property(
        name=it.get("names", {}).get(wire, wire),
        wire=wire,
        schema=schema,
        required=wire in it.get("required", ()),
        nullable="null" in (kinds if isinstance(kinds, list) else [kinds]) or "anyOf" in schema,
        read_only=bool(schema.get("readOnly")),
        write_only=bool(schema.get("writeOnly")),
        pointer=f"/{wire}",
    )
