"""A small document with what real ones seldom have, and the package that is generated from it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator import cli
from generator.contract.conventions import Conventions, Webhooks
from generator.contract.pair import Pair
from generator.contract.python.package import Package
from tests.documents import read

SETTINGS = """\
[tool.provgen]
package = "odd"

[tool.provgen.webhooks]
signature = "X-Mac"
signed = "{timestamp}:{body}"
timestamp = "X-Time"
algorithms = { any = "sha512" }
encoding = "hex"
"""
CONVENTIONS = Conventions(
    webhooks=Webhooks(
        signature="X-Mac", timestamp="X-Time", signed="{timestamp}:{body}", algorithms={"any": "sha512"}, encoding="hex"
    )
)


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _body(schema: Any, media_type: str = "application/json") -> dict[str, Any]:
    return {"description": "An answer", "content": {media_type: {} if schema is None else {"schema": schema}}}


def _operation(name: str, **responses: Any) -> dict[str, Any]:
    """An operation; the keys of `responses` are statuses behind an underscore."""
    found = {key.removeprefix("_"): value for key, value in responses.items()}
    return {"operationId": name, "tags": ["Odd"], "responses": found}


def _message(kind: str, **more: Any) -> dict[str, Any]:
    properties = {"kind": {"type": "string", "enum": [kind]}, **more}
    schema = {"type": "object", "required": ["kind", *more], "properties": properties}
    return {
        "requestBody": {"content": {"application/json": {"schema": schema}}},
        "responses": {"204": {"description": "Taken"}},
    }


_BINARY = {"type": "string", "format": "binary"}
_EITHER = {"description": "One or the other", "content": {}}
_EITHER["content"] = {"application/json": {"schema": _ref("Thing")}, "text/csv": {"schema": {"type": "string"}}}
_PROBLEM = _body(_ref("Problem"), "application/problem+json")
_CALLBACKS = {"done": {"{$request.body#/url}": {"put": _message("done", at={"type": "string", "format": "date-time"})}}}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Odd", "version": "1"},
    "servers": [{"url": "https://odd.example"}],
    "tags": [{"name": "Odd"}],
    "paths": {
        "/things": {
            "get": _operation("getThing", _2XX=_body(_ref("Thing")), _4XX=_PROBLEM, default=_body(_ref("Problem"))),
            "post": {
                **_operation("makeThing", _200=_body(_ref("Thing")), _202=_body(_ref("Ticket")), _409=_body({}, "text/plain")),
                "callbacks": _CALLBACKS,
            },
            "delete": _operation("dropThing", _204={"description": "Gone"}, _404=_body({"type": "string"})),
            "head": _operation("headThing", _200=_body(_ref("Thing"))),
        },
        "/list": {"get": _operation("listThings", _200=_body({"type": "array", "items": _ref("Thing")}))},
        "/map": {"get": _operation("mapThings", _200=_body({"type": "object", "additionalProperties": _ref("Thing")}))},
        "/default": {"get": _operation("getDefault", default=_body(_ref("Thing")))},
        "/any": {"get": _operation("getAny", _200=_body(None))},
        "/hal": {"get": _operation("getHal", _200=_body(_ref("Thing"), "application/hal+json"))},
        "/either": {"get": _operation("getEither", _200=_EITHER)},
        "/text": {"get": _operation("getText", _200=_body({"type": "string"}, "text/plain"))},
        "/lines": {"get": _operation("getLines", _200=_body(_ref("Thing"), "application/x-ndjson"))},
        "/events": {"get": _operation("getEvents", _200=_body(_ref("Thing"), "text/event-stream"))},
        "/bytes": {"get": _operation("getBytes", _200=_body(_BINARY, "image/*"))},
        "/moved": {"get": _operation("getMoved", _304={"description": "As it was"}, _200=_body(_ref("Pet")))},
    },
    "webhooks": {
        "made": {"post": _message("made", thing=_ref("Thing"))},
        "lost": {"post": _message("lost", reason={"type": "string", "enum": ["FIRE", "WATER"]})},
    },
    "components": {
        "schemas": {
            "Thing": {
                "type": "object",
                "required": ["id", "state"],
                "properties": {
                    "id": {"type": "integer"},
                    "state": {"type": "string", "enum": ["NEW", "OLD"]},
                    "made": {"type": "string", "format": "date-time"},
                    "day": {"type": "string", "format": "date"},
                    "owner": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
                    "pet": _ref("Pet"),
                },
            },
            "Ticket": {"type": "object", "required": ["ticket"], "properties": {"ticket": {"type": "string"}}},
            "Pet": {
                "oneOf": [_ref("Cat"), _ref("Dog")],
                "discriminator": {"propertyName": "sort", "mapping": {"cat": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog"}},
            },
            "Cat": {"type": "object", "required": ["sort"], "properties": {"sort": {"type": "string", "const": "cat"}, "lives": {"type": "number"}}},
            "Dog": {"type": "object", "required": ["sort"], "properties": {"sort": {"type": "string", "const": "dog"}, "bark": {"type": "boolean"}}},
            "Problem": {
                "type": "object",
                "required": ["code"],
                "properties": {"code": {"type": "string"}, "message": {"type": "string"}, "fields": {"type": "array", "items": {"type": "string"}}},
            },
        }
    },
}  # fmt: skip


def generated(folder: Path) -> Pair:
    """The document and its package, made in a folder."""
    spec, config = folder / "odd.json", folder / "pyproject.toml"
    spec.write_text(json.dumps(DOCUMENT))
    config.write_text(SETTINGS)
    code = cli.run(
        ["generate", "--spec", str(spec), "--output", str(folder / "out"), "--package", "odd", "--config", str(config)]
    )
    assert code == 0
    return Pair(read(spec), Package(folder / "out" / "odd"), None, CONVENTIONS)
