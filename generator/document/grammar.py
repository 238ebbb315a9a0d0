"""Where OpenAPI objects stand inside each other (3.0 and 3.1): the part of the grammar that references follow.

What is not listed is data: a `$ref` inside of an example, a default, an enum or an extension refers to nothing.

A kind is the name of an object of the specification, as `schema`, or `{schema}` for a map of names to such objects. Where
a field of a kind holds a list, its items are of that kind.
"""

from __future__ import annotations

SECTIONS = {
    "schema": "schemas",
    "response": "responses",
    "parameter": "parameters",
    "example": "examples",
    "requestBody": "requestBodies",
    "header": "headers",
    "securityScheme": "securitySchemes",
    "link": "links",
    "callback": "callbacks",
}
"""The section of `components` that holds the objects of a kind. Path items are not here: 3.0 has no section for them."""

_PATTERNED = {"paths": "pathItem", "responses": "response", "callback": "pathItem"}
"""Objects whose fields, extensions apart, are all of one kind."""

_PARAMETER = {"schema": "schema", "content": "{mediaType}", "examples": "{example}"}

_FIELDS: dict[str, dict[str, str]] = {
    "openapi": {"paths": "paths", "webhooks": "{pathItem}", "components": "components"},
    "components": {"pathItems": "{pathItem}", **{section: f"{{{kind}}}" for kind, section in SECTIONS.items()}},
    "pathItem": {
        **dict.fromkeys("get put post delete options head patch trace query".split(), "operation"),
        "additionalOperations": "{operation}",
        "parameters": "parameter",
    },
    "operation": {
        "parameters": "parameter",
        "requestBody": "requestBody",
        "responses": "responses",
        "callbacks": "{callback}",
    },
    "parameter": _PARAMETER,
    "header": _PARAMETER,
    "requestBody": {"content": "{mediaType}"},
    "response": {"headers": "{header}", "content": "{mediaType}", "links": "{link}"},
    "mediaType": {
        "schema": "schema",
        "itemSchema": "schema",
        "examples": "{example}",
        "encoding": "{encoding}",
    },
    "encoding": {"headers": "{header}"},
    "schema": {
        **dict.fromkeys("allOf anyOf oneOf not if then else items prefixItems contains".split(), "schema"),
        **dict.fromkeys("additionalProperties additionalItems propertyNames contentSchema".split(), "schema"),
        **dict.fromkeys("unevaluatedProperties unevaluatedItems".split(), "schema"),
        **dict.fromkeys("properties patternProperties dependentSchemas $defs definitions".split(), "{schema}"),
        "discriminator": "discriminator",
    },
}

_NO_FIELDS: dict[str, str] = {}


def field(kind: str, name: str) -> str | None:
    """The kind of what the field `name` of an object of `kind` holds; None if it is data."""
    if kind[0] == "{":
        return kind[1:-1]
    pattern = _PATTERNED.get(kind)
    if pattern is not None:
        return None if name.startswith("x-") else pattern
    return _FIELDS.get(kind, _NO_FIELDS).get(name)
