"""Small documents that say everything that schemas and operations can say, for hypothesis."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

Json = Any

NAMES = ("a", "b", "name")
COMPONENTS = ("One", "Two", "Three")
REFERENCES = [{"$ref": f"#/components/schemas/{name}"} for name in COMPONENTS]

_small = st.integers(0, 4)
_values = st.sampled_from(["x", "y", 1, 2.5, True, None])


def _object(
    required: dict[str, st.SearchStrategy[Any]], optional: dict[str, st.SearchStrategy[Any]]
) -> st.SearchStrategy[Json]:
    return st.fixed_dictionaries(required, optional=optional)


def _strings() -> st.SearchStrategy[Json]:
    optional = {
        "minLength": _small,
        "maxLength": _small,
        "pattern": st.sampled_from(["^x", "y$"]),
        "format": st.sampled_from(["uuid", "date"]),
        "enum": st.lists(st.sampled_from(["x", "y", "z"]), min_size=1, unique=True),
        "default": st.just("x"),
        "contentEncoding": st.just("base64"),
    }
    return _object({"type": st.just("string")}, optional)


def _numbers() -> st.SearchStrategy[Json]:
    bounds = dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _small)
    optional = {**bounds, "multipleOf": st.sampled_from([1, 2, 0.5]), "format": st.sampled_from(["int32", "int64"])}
    return _object({"type": st.sampled_from(["integer", "number"])}, optional)


def _others() -> st.SearchStrategy[Json]:
    kinds = ["string", "integer", "boolean", "object", "array", "null"]
    several = st.lists(st.sampled_from(kinds), min_size=2, max_size=3, unique=True).map(lambda it: {"type": it})
    return st.one_of(
        st.sampled_from([True, False, {}, {"type": "boolean"}, {"const": "x"}, {"enum": [1, "x", None]}]), several
    )


def _objects(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    named = st.dictionaries(st.sampled_from(NAMES), inner, max_size=2)
    optional = {
        "properties": named,
        "required": st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
        "additionalProperties": inner,
        "patternProperties": st.dictionaries(st.just("^x-"), inner, max_size=1),
        "propertyNames": st.just({"maxLength": 3}),
        "minProperties": _small,
        "maxProperties": _small,
        "dependentRequired": st.dictionaries(st.just("a"), st.just(["b", "name"]), max_size=1),
        "dependentSchemas": st.dictionaries(st.just("a"), inner, max_size=1),
        "unevaluatedProperties": st.booleans(),
    }
    return _object({"type": st.just("object")}, optional)


def _arrays(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    optional = {
        "items": inner,
        "prefixItems": st.lists(inner, min_size=1, max_size=2),
        "contains": inner,
        "minContains": _small,
        "maxContains": _small,
        "minItems": _small,
        "maxItems": _small,
        "uniqueItems": st.booleans(),
        "unevaluatedItems": st.booleans(),
    }
    return _object({"type": st.just("array")}, optional)


def _logic(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    listed = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        st.fixed_dictionaries({"oneOf": listed}),
        st.fixed_dictionaries({"anyOf": listed}),
        st.fixed_dictionaries({"allOf": listed}),
        st.fixed_dictionaries({"not": inner}),
        st.fixed_dictionaries({"if": inner}, optional={"then": inner, "else": inner}),
    )


def _noted(schema: Json, notes: Json) -> Json:
    return {**schema, **notes} if isinstance(schema, dict) and "$ref" not in schema else schema


_notes = _object(
    {},
    {"description": st.just("Words."), "deprecated": st.booleans(), "readOnly": st.booleans(), "x-y": st.just(1)},
)
_leaves = st.one_of(_strings(), _numbers(), _others(), st.sampled_from(REFERENCES))

schemas: st.SearchStrategy[Json] = st.recursive(
    st.builds(_noted, _leaves, _notes),
    lambda inner: st.one_of(_objects(inner), _arrays(inner), _logic(inner)),
    max_leaves=5,
)
"""Any schema of OpenAPI 3.1."""


def _content(schema: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    media = _object({"schema": schema}, {"example": _values})
    return st.dictionaries(st.sampled_from(["application/json", "text/csv"]), media, min_size=1, max_size=2)


_texts = st.one_of(_strings(), _numbers(), st.just({"type": "array", "items": {"type": "string"}}))


def _parameter(name: str, where: str) -> st.SearchStrategy[Json]:
    return _object(
        {"name": st.just(name), "in": st.just(where), "schema": _texts},
        {"required": st.booleans(), "explode": st.booleans(), "deprecated": st.booleans()},
    )


_parameters = st.lists(
    st.one_of(_parameter("q", "query"), _parameter("r", "query"), _parameter("X-Trace", "header")),
    max_size=3,
    unique_by=lambda it: it["name"],
)
_response = _object(
    {"description": st.just("Words.")},
    {"content": _content(schemas), "headers": _object({}, {"X-Rate": st.fixed_dictionaries({"schema": _texts})})},
)
_security = st.lists(
    st.sampled_from([{}, {"basic": []}, {"oauth": ["read"]}, {"oauth": ["read", "write"]}, {"basic": [], "oauth": []}]),
    max_size=2,
    unique_by=repr,
)
_SERVERS: list[Json] = [
    {"url": "https://a.example/v1"},
    {"url": "/v2"},
    {"url": "https://{r}.example", "variables": {"r": {"default": "eu", "enum": ["eu", "us"]}}},
]
_servers = st.lists(st.sampled_from(_SERVERS), max_size=2, unique_by=repr)
_operation = _object(
    {"responses": st.dictionaries(st.sampled_from(["200", "404", "default"]), _response, min_size=1, max_size=2)},
    {
        "parameters": _parameters,
        "requestBody": _object({"content": _content(schemas)}, {"required": st.booleans()}),
        "security": _security,
        "servers": _servers,
        "tags": st.lists(st.sampled_from(["One", "Two"]), max_size=2, unique=True),
        "summary": st.just("Words."),
    },
)
_schemes = {
    "basic": {"type": "http", "scheme": "basic"},
    "oauth": {
        "type": "oauth2",
        "flows": {"clientCredentials": {"tokenUrl": "https://a.example", "scopes": {"read": "", "write": ""}}},
    },
}


def _document(operations: list[Json], components: dict[str, Json], more: Json) -> Json:
    paths = {f"/path{at}": {"post": {"operationId": f"call{at}", **it}} for at, it in enumerate(operations)}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": paths,
        "components": {"schemas": components, "securitySchemes": _schemes},
        **more,
    }


documents: st.SearchStrategy[Json] = st.builds(
    _document,
    st.lists(_operation, min_size=1, max_size=2),
    st.fixed_dictionaries(dict.fromkeys(COMPONENTS, schemas)),
    _object({}, {"servers": _servers, "security": _security}),
)
"""Documents of OpenAPI 3.1 with up to two operations and three named schemas, which may refer to each other and themselves."""


def _older(schema: Json, nullable: bool) -> Json:
    return {**schema, "nullable": True} if nullable else schema


old_schemas: st.SearchStrategy[Json] = st.recursive(
    st.builds(
        _older,
        st.one_of(
            _object({"type": st.just("string")}, {"maxLength": _small, "format": st.just("uuid")}),
            _object(
                {"type": st.sampled_from(["integer", "number"])},
                {
                    "minimum": _small,
                    "exclusiveMinimum": st.booleans(),
                    "maximum": _small,
                    "exclusiveMaximum": st.booleans(),
                },
            ),
            st.just({"type": "boolean"}),
        ),
        st.booleans(),
    ),
    lambda inner: st.builds(
        _older,
        st.one_of(
            st.fixed_dictionaries({"type": st.just("array"), "items": inner}),
            st.fixed_dictionaries(
                {"type": st.just("object"), "properties": st.dictionaries(st.sampled_from(NAMES), inner)}
            ),
        ),
        st.booleans(),
    ),
    max_leaves=4,
)
"""Schemas of OpenAPI 3.0 that 3.1 writes otherwise."""


def around(schema: Json) -> Json:
    """A document whose one operation takes a schema and gives it back."""
    media = {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
    operation = {"requestBody": {"content": media}, "responses": {"200": {"description": "", "content": media}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/things": {"post": operation}},
        "components": {"schemas": {"Thing": schema}},
    }


# ── schemas whose values can be tried ───────────────────────────────────────────────────────────────────────────────

_exact_leaves = st.one_of(
    _object(
        {"type": st.just("string")},
        {"minLength": _small, "maxLength": _small, "enum": st.lists(st.sampled_from(["", "x", "xy"]), min_size=1)},
    ),
    _object(
        {"type": st.sampled_from(["integer", "number"])},
        {
            **{key: st.integers(-1, 3) for key in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")},
            "multipleOf": st.sampled_from([1, 2, 0.5]),
        },
    ),
    st.lists(
        st.sampled_from(["string", "integer", "null", "array", "object"]), min_size=1, max_size=2, unique=True
    ).map(lambda it: {"type": it}),
    st.sampled_from([True, False, {}, {"const": "x"}, {"enum": [1, "x", None]}, {"enum": [True, 2.5]}]),
)


def _exact(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    properties = {
        "properties": st.dictionaries(st.sampled_from(NAMES), inner, max_size=2),
        "required": st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
        "additionalProperties": inner,
        "minProperties": st.integers(0, 2),
        "maxProperties": st.integers(0, 2),
        "dependentRequired": st.just({"a": ["b"]}),
    }
    items = {
        "items": inner,
        "minItems": st.integers(0, 2),
        "maxItems": st.integers(0, 2),
        "uniqueItems": st.booleans(),
        "contains": inner,
        "minContains": st.integers(0, 2),
        "maxContains": st.integers(1, 2),
        "prefixItems": st.lists(inner, min_size=1, max_size=2),
    }
    return st.one_of(
        _object({"type": st.just("object")}, properties),
        _object({"type": st.just("array")}, items),
        st.fixed_dictionaries({"anyOf": st.lists(inner, min_size=1, max_size=2)}),
        st.fixed_dictionaries({"allOf": st.lists(inner, min_size=1, max_size=2)}),
        st.fixed_dictionaries({"not": inner}),
        st.fixed_dictionaries({"if": inner}, optional={"then": inner, "else": inner}),
    )


exact_schemas: st.SearchStrategy[Json] = st.recursive(_exact_leaves, _exact, max_leaves=4)
"""Schemas without references, and without keywords that a validator passes over."""


_MAPS = ("properties", "dependentRequired")


def _edited(schema: Json, edits: list[tuple[int, Json]]) -> Json:
    """A copy of a schema with some of its parts put in place of others: likelier to be close to it than any other schema."""
    text = json.loads(json.dumps(schema))
    for at, replacement in edits:
        found = [it for it in holders({"": text}) if it[1] != "type"]
        holder, key = found[at % len(found)]
        if replacement is None and isinstance(holder, dict) and key:
            del holder[key]
        elif key == "uniqueItems":
            holder[key] = not holder[key]
        elif isinstance(holder[key], int) and not isinstance(holder[key], bool):
            holder[key] = 1 + holder[key] % 3
        elif isinstance(holder[key], (dict, bool)) and replacement is not None and key not in _MAPS:
            holder[key] = replacement
        if key == "":
            text = holder[key]
    return text


def holders(value: Json) -> list[tuple[Json, Json]]:
    """Every member and item of a value, however deep: what holds it, and its key there."""
    found: list[tuple[Json, Json]] = []
    waiting = [value]
    while waiting:
        it = waiting.pop()
        pairs = list(it.items()) if isinstance(it, dict) else list(enumerate(it))
        found += [(it, key) for key, _ in pairs]
        waiting += [below for _, below in pairs if isinstance(below, (dict, list))]
    return found


edited_pairs: st.SearchStrategy[tuple[Json, Json]] = st.one_of(
    st.tuples(exact_schemas, exact_schemas),
    exact_schemas.flatmap(
        lambda old: st.tuples(
            st.just(old),
            st.builds(
                _edited,
                st.just(old),
                st.lists(st.tuples(st.integers(0, 30), st.none() | exact_schemas), min_size=1, max_size=2),
            ),
        )
    ),
)
"""Two schemas: any, or one and what became of it by a few edits."""

_scalars = st.sampled_from(["", "x", "xy", "xyz", -1, 0, 1, 2, 3, 0.5, 2.5, True, False, None])
values: st.SearchStrategy[Json] = st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from((*NAMES, "z")), inner, max_size=3),
    max_leaves=5,
)
"""Values that such schemas may allow."""

USUAL: tuple[Json, ...] = (
    *(
        "",
        "x",
        "xy",
        "xyz",
        -1,
        0,
        1,
        2,
        3,
        0.5,
        2.5,
        True,
        False,
        None,
        [],
        {},
        [1],
        ["x"],
        [[]],
        [{}],
        [1, 1],
        ["x", 1],
    ),
    *([1, 2], [1, 2, 3], ["x", "y", "x"], [None, 0], {"a": 1}, {"b": 1}, {"name": 1}, {"z": 1}, {"a": "x"}, {"b": "x"}),
    *({"a": 1, "b": "x"}, {"a": "x", "b": 1}, {"a": None, "name": 1}, {"a": {}, "b": []}, {"name": "x", "z": "x"}),
)
"""Values that tell many schemas apart."""

garbage: st.SearchStrategy[Json] = st.recursive(
    st.sampled_from(
        ["", "x", "$ref", 0, -1, 1.5, True, None, 10**400, float("nan"), "#/components/schemas/One", [], {}]
    ),
    lambda inner: st.lists(inner, max_size=2)
    | st.dictionaries(st.sampled_from(["$ref", "type", "enum", "properties", "name", "in", "x-a"]), inner, max_size=3),
    max_leaves=4,
)
"""What may stand where something else should."""
