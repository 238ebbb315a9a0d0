"""Mutants of the document: a package that was right is wrong once the document says something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.contract.document.raw import RawContent, RawOperation, join, tokens
from generator.contract.pair import Pair
from tests.mutants.kinds import Patched, of_document
from tests.mutants.mutant import Patch

_OTHER_METHOD = {"get": "options", "post": "put", "put": "patch", "patch": "put", "delete": "head"}
_OTHER_TYPE = {"string": "number", "number": "string", "integer": "string", "boolean": "string", "array": "object"}


def _operations(pair: Pair) -> Iterator[tuple[str, RawOperation]]:
    """All operations, with what to call them."""
    yield from ((f"{it.method} {it.path}", it) for it in pair.document.operations)


def _set(place: str, at: str, value: Any) -> Patched:
    return Patched(place, at, (Patch("set", at, value),))


def _remove(place: str, at: str) -> Patched:
    return Patched(place, at, (Patch("remove", at),))


# Operations


@of_document()
def operation_removed(pair: Pair) -> Iterator[Patched]:
    """An operation that the document does not have any more."""
    for name, it in _operations(pair):
        yield _remove(name, it.pointer)


@of_document()
def operation_added(pair: Pair) -> Iterator[Patched]:
    """An operation that the package does not have."""
    for name, it in _operations(pair):
        at = join("/paths", f"{it.path}/more", it.method.lower())
        operation = {**it.value, "operationId": f"{it.id}_more"}
        home = Patch("set", at.rpartition("/")[0], {})
        yield Patched(name, it.pointer, (home, Patch("set", at, operation)))


@of_document()
def tag_changed(pair: Pair) -> Iterator[Patched]:
    """An operation that belongs to another resource."""
    tags = sorted({tag for it in pair.document.operations for tag in it.value.get("tags", ())})
    for name, it in _operations(pair):
        if it.value.get("tags"):
            other = next(tag for tag in tags if tag not in it.value["tags"])
            yield _set(name, join(it.pointer, "tags"), [other])


@of_document()
def summary_changed(pair: Pair) -> Iterator[Patched]:
    """An operation with another summary."""
    for name, it in _operations(pair):
        yield _set(name, join(it.pointer, "summary"), "Something else")


@of_document()
def verb_changed(pair: Pair) -> Iterator[Patched]:
    """An operation with another HTTP method."""
    for name, it in _operations(pair):
        method = tokens(it.pointer)[-1]
        other = _OTHER_METHOD[method]
        if other not in pair.document.at(it.pointer.rpartition("/")[0]):
            patch = Patch("rename", it.pointer, other)
            yield Patched(name, it.pointer, (patch,))


@of_document()
def path_changed(pair: Pair) -> Iterator[Patched]:
    """Operations with another path."""
    for name, it in _operations(pair):
        home = it.pointer.rpartition("/")[0]
        yield Patched(name, it.pointer, (Patch("rename", home, f"{it.path}/moved"),))


@of_document()
def operation_deprecation_changed(pair: Pair) -> Iterator[Patched]:
    """An operation that is deprecated, or is not any more."""
    for name, it in _operations(pair):
        yield _set(name, join(it.pointer, "deprecated"), not it.deprecated)


@of_document()
def security_reduced(pair: Pair) -> Iterator[Patched]:
    """An operation for which one scheme is not enough any more."""
    for name, it in _operations(pair):
        if len(it.security) > 1:
            yield _set(name, join(it.pointer, "security"), list(it.security[1:]))


@of_document()
def security_removed(pair: Pair) -> Iterator[Patched]:
    """An operation that goes without credentials."""
    for name, it in _operations(pair):
        yield _set(name, join(it.pointer, "security"), [])


@of_document()
def server_changed(pair: Pair) -> Iterator[Patched]:
    """An operation, or all of them, at another server."""
    for name, it in _operations(pair):
        yield _set(name, join(it.pointer, "servers"), [{"url": "https://other.api.sinch.com"}])


@of_document(most=9)
def common_changed(pair: Pair) -> Iterator[Patched]:
    """What is said for all operations at once."""
    yield _set("servers", "/servers/0/url", "https://eu.provisioning.api.sinch.com")
    yield _set("server's path", "/servers/0/url", f"{pair.document.value['servers'][0]['url']}/api")
    for index in range(len(pair.document.value.get("security", []))):
        yield _remove(f"security {index}", f"/security/{index}")
    schemes = pair.document.value["components"]["securitySchemes"]
    for name, scheme in schemes.items():
        at = join("/components/securitySchemes", name)
        if scheme.get("type") == "oauth2":
            url = join(at, "flows", "clientCredentials", "tokenUrl")
            yield _set(f"{name}: token URL", url, "https://auth.sinch.com/token")
        else:
            yield _set(f"{name}: API key", at, {"type": "apiKey", "in": "header", "name": "X-Key"})


# Parameters


def _parameters(pair: Pair) -> Iterator[tuple[str, str, Mapping[str, Any], Any]]:
    """The parameters of all operations: what to call them, where they stand, they, their schema."""
    for name, it in _operations(pair):
        for index, written in enumerate(it.value.get("parameters", [])):
            at = join(it.pointer, "parameters", str(index))
            if "$ref" not in written:
                schema = pair.document.follow(join(at, "schema"))[1]
                yield f"{name}({written['name']})", at, written, schema


@of_document()
def parameter_added(pair: Pair) -> Iterator[Patched]:
    """An operation with a further parameter."""
    for name, it in _operations(pair):
        more = {"name": "addedLater", "in": "query", "schema": {"type": "string"}}
        yield Patched(name, it.pointer, (Patch("set", join(it.pointer, "parameters", "-"), more),))


@of_document()
def parameter_removed(pair: Pair) -> Iterator[Patched]:
    """An operation without one of its parameters."""
    for place, at, written, _ in _parameters(pair):
        if written["in"] != "path":
            yield _remove(place, at)


@of_document()
def query_name_changed(pair: Pair) -> Iterator[Patched]:
    """A parameter with another name."""
    for place, at, written, _ in _parameters(pair):
        if written["in"] != "path":
            yield _set(place, join(at, "name"), f"{written['name']}Other")


@of_document()
def query_spelling_changed(pair: Pair) -> Iterator[Patched]:
    """A parameter whose name is spelled in another way."""
    for place, at, written, _ in _parameters(pair):
        if written["in"] != "path" and written["name"].lower() != written["name"]:
            yield _set(place, join(at, "name"), written["name"].lower())


@of_document()
def parameter_moved(pair: Pair) -> Iterator[Patched]:
    """A parameter that is sent as a header."""
    for place, at, written, _ in _parameters(pair):
        if written["in"] == "query":
            yield _set(place, join(at, "in"), "header")


@of_document()
def parameter_required_changed(pair: Pair) -> Iterator[Patched]:
    """An optional parameter that must be given."""
    for place, at, written, _ in _parameters(pair):
        if written["in"] != "path":
            yield _set(place, join(at, "required"), written.get("required") is not True)


@of_document()
def parameter_deprecation_changed(pair: Pair) -> Iterator[Patched]:
    """A parameter that is deprecated now."""
    for place, at, written, _ in _parameters(pair):
        if written["in"] != "path":
            yield _set(place, join(at, "deprecated"), written.get("deprecated") is not True)


@of_document()
def parameter_style_changed(pair: Pair) -> Iterator[Patched]:
    """A list that is written under one name, with commas."""
    for place, at, written, schema in _parameters(pair):
        if written["in"] == "query" and schema.get("type") == "array":
            yield _set(place, join(at, "explode"), written.get("explode") is False)


@of_document()
def parameter_type_changed(pair: Pair) -> Iterator[Patched]:
    """A parameter of another type."""
    for place, at, _, schema in _parameters(pair):
        if schema.get("type") in ("string", "number", "boolean"):
            yield _set(place, join(at, "schema"), {"type": _OTHER_TYPE[schema["type"]]})


@of_document()
def parameter_limit_changed(pair: Pair) -> Iterator[Patched]:
    """A parameter with another limit."""
    for place, at, written, schema in _parameters(pair):
        for limit in ("minimum", "maximum"):
            if limit in schema and "$ref" not in written["schema"]:
                yield _set(f"{place} {limit}", join(at, "schema", limit), schema[limit] + 1)


@of_document()
def parameter_limit_added(pair: Pair) -> Iterator[Patched]:
    """A parameter with a new limit."""
    for place, at, written, schema in _parameters(pair):
        if schema.get("type") == "string" and "enum" not in schema and "$ref" not in written["schema"]:
            yield _set(place, join(at, "schema", "maxLength"), 30)


# Bodies


def _bodies(pair: Pair) -> Iterator[tuple[str, RawOperation, str]]:
    """The operations with bodies, and where these stand."""
    for name, it in _operations(pair):
        if "requestBody" in it.value:
            yield name, it, pair.document.follow(join(it.pointer, "requestBody"))[0]


@of_document()
def body_removed(pair: Pair) -> Iterator[Patched]:
    """An operation that takes no body any more."""
    for name, it, _ in _bodies(pair):
        yield _remove(name, join(it.pointer, "requestBody"))


@of_document()
def body_added(pair: Pair) -> Iterator[Patched]:
    """An operation that takes a body now."""
    for name, it in _operations(pair):
        if "requestBody" not in it.value and it.method in ("POST", "PUT", "PATCH"):
            schema = {"type": "object", "properties": {"added": {"type": "string"}}}
            body = {"required": True, "content": {"application/json": {"schema": schema}}}
            yield _set(name, join(it.pointer, "requestBody"), body)


@of_document()
def body_required_changed(pair: Pair) -> Iterator[Patched]:
    """A body that may be left out."""
    for name, it, at in _bodies(pair):
        yield Patched(name, it.pointer, (Patch("set", join(at, "required"), not it.body_required),))


@of_document()
def body_media_type_changed(pair: Pair) -> Iterator[Patched]:
    """A body of another media type."""
    for name, it, _ in _bodies(pair):
        patch = Patch("rename", it.bodies[0].pointer, "application/merge-patch+json")
        yield Patched(name, it.pointer, (patch,))


@of_document()
def body_schema_changed(pair: Pair) -> Iterator[Patched]:
    """A body of another schema."""
    names = sorted(tokens(it)[-1] for it in pair.document.requested if it.startswith("/components/schemas/"))
    named = [it for it in names if join("/components/schemas", it) in pair.document.schemas]
    for name, it, _ in _bodies(pair):
        schema = it.bodies[0].schema
        own = pair.document.at(schema).get("$ref", "") if schema else ""
        other = next(one for one in named if not own.endswith(f"/{one}") and one.endswith("InputDto"))
        if schema:
            patch = Patch("set", schema, {"$ref": f"#/components/schemas/{other}"})
            yield Patched(name, it.pointer, (patch,))


# Responses


def _responses(pair: Pair) -> Iterator[tuple[str, RawOperation, str, tuple[RawContent, ...]]]:
    for name, it in _operations(pair):
        yield from ((f"{name}({status})", it, status, contents) for status, contents in it.responses.items())


@of_document()
def status_added(pair: Pair) -> Iterator[Patched]:
    """An operation with a further error."""
    for name, it in _operations(pair):
        errors = [status for status in it.responses if status.startswith("4")]
        error = it.value["responses"][errors[0]]
        if "418" not in it.responses:
            yield _set(name, join(it.pointer, "responses", "418"), error)


@of_document()
def success_changed(pair: Pair) -> Iterator[Patched]:
    """An operation whose success has a body of another schema, or has one now."""
    for place, it, status, _ in _responses(pair):
        if status[0] == "2":
            schema = {"type": "object", "required": ["added"], "properties": {"added": {"type": "number"}}}
            at = join(it.pointer, "responses", status)
            patch = Patch("set", join(at, "content"), {"application/json": {"schema": schema}})
            yield Patched(place, it.pointer, (patch,))


@of_document()
def success_without_body(pair: Pair) -> Iterator[Patched]:
    """An operation whose success has no body any more."""
    for place, it, status, contents in _responses(pair):
        if status[0] == "2" and contents:
            yield Patched(place, it.pointer, (Patch("remove", join(it.pointer, "responses", status, "content")),))


@of_document()
def success_media_type_changed(pair: Pair) -> Iterator[Patched]:
    """An answer of another media type."""
    for place, it, status, contents in _responses(pair):
        if status[0] == "2" and contents:
            yield Patched(place, it.pointer, (Patch("rename", contents[0].pointer, "application/hal+json"),))


@of_document()
def success_turned_error(pair: Pair) -> Iterator[Patched]:
    """An operation whose success is another status, without a body."""
    for place, it, status, contents in _responses(pair):
        if status[0] == "2" and contents:
            at = join(it.pointer, "responses", status)
            more = Patch("set", join(it.pointer, "responses", "204"), {"description": "Done."})
            yield Patched(place, it.pointer, (Patch("remove", at), more))


@of_document()
def error_schema_changed(pair: Pair) -> Iterator[Patched]:
    """An error with a body of another schema."""
    for place, it, status, contents in _responses(pair):
        if status[0] in "45" and contents and contents[0].schema:
            schema = {"type": "object", "properties": {"problemNumber": {"type": "integer"}}}
            yield Patched(place, it.pointer, (Patch("set", contents[0].schema, schema),))


# Schemas


def _schemas(pair: Pair) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """The named schemas that are used: name, place, they."""
    used = pair.document.requested | pair.document.answered
    for at in pair.document.schemas:
        schema = pair.document.at(at)
        if at in used and isinstance(schema, dict) and "$ref" not in schema:
            yield tokens(at)[-1], at, schema


def _properties(pair: Pair) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """The properties of these, but for mere references."""
    for name, at, schema in _schemas(pair):
        for key, it in schema.get("properties", {}).items():
            if "$ref" not in it:
                yield f"{name}.{key}", join(at, "properties", key), it


@of_document()
def property_added(pair: Pair) -> Iterator[Patched]:
    """An object with a further property."""
    for name, at, schema in _schemas(pair):
        if schema.get("properties"):
            yield _set(name, join(at, "properties", "addedLater"), {"type": "string"})


@of_document()
def property_removed(pair: Pair) -> Iterator[Patched]:
    """An object without one of its properties."""
    for name, at, schema in _schemas(pair):
        for key in schema.get("properties", {}):
            required = [it for it in schema.get("required", []) if it != key]
            lists = (Patch("set", join(at, "required"), required),) if key in schema.get("required", []) else ()
            yield Patched(f"{name}.{key}", at, (Patch("remove", join(at, "properties", key)), *lists))


@of_document()
def property_renamed(pair: Pair) -> Iterator[Patched]:
    """A property with another name."""
    for name, at, schema in _schemas(pair):
        for key in schema.get("properties", {}):
            patches = [Patch("rename", join(at, "properties", key), f"{key}Other")]
            if key in schema.get("required", []):
                other = [f"{key}Other" if it == key else it for it in schema["required"]]
                patches.append(Patch("set", join(at, "required"), other))
            yield Patched(f"{name}.{key}", at, tuple(patches))


@of_document()
def property_required_changed(pair: Pair) -> Iterator[Patched]:
    """A property that must be there, or need not any more."""
    for name, at, schema in _schemas(pair):
        for key in schema.get("properties", {}):
            required = schema.get("required", [])
            other = [it for it in required if it != key] if key in required else [*required, key]
            yield _set(f"{name}.{key}", join(at, "required"), other)


@of_document()
def property_type_changed(pair: Pair) -> Iterator[Patched]:
    """A property of another type."""
    for place, at, it in _properties(pair):
        if it.get("type") in _OTHER_TYPE and "enum" not in it:
            yield _set(place, at, {"type": _OTHER_TYPE[it["type"]]})


@of_document()
def property_widened(pair: Pair) -> Iterator[Patched]:
    """A property that may be of a further type."""
    for place, at, it in _properties(pair):
        if it.get("type") in ("string", "number", "boolean") and "enum" not in it:
            more = "boolean" if it["type"] != "boolean" else "string"
            yield _set(place, at, {"oneOf": [dict(it), {"type": more}]})


@of_document()
def null_changed(pair: Pair) -> Iterator[Patched]:
    """A property that may be null, or may not any more."""
    for place, at, it in _properties(pair):
        if "type" in it:
            yield _set(place, join(at, "nullable"), it.get("nullable") is not True)


@of_document()
def side_changed(pair: Pair) -> Iterator[Patched]:
    """A property that only the server sends, or not it alone any more."""
    for place, at, it in _properties(pair):
        yield _set(place, join(at, "readOnly"), it.get("readOnly") is not True)


@of_document()
def write_only_changed(pair: Pair) -> Iterator[Patched]:
    """A property that only the client sends."""
    for place, at, it in _properties(pair):
        if not it.get("readOnly"):
            yield _set(place, join(at, "writeOnly"), it.get("writeOnly") is not True)


@of_document()
def property_deprecation_changed(pair: Pair) -> Iterator[Patched]:
    """A property that is deprecated, or is not any more."""
    for place, at, it in _properties(pair):
        yield _set(place, join(at, "deprecated"), it.get("deprecated") is not True)


@of_document()
def default_changed(pair: Pair) -> Iterator[Patched]:
    """A property with another default, or without."""
    for name, at, schema in _schemas(pair):
        required = schema.get("required", [])
        for key, it in schema.get("properties", {}).items():
            place = join(at, "properties", key)
            if "default" in it and key not in required:
                yield _remove(f"{name}.{key}", join(place, "default"))
            elif it.get("type") == "string" and "enum" not in it and key not in required and "format" not in it:
                yield _set(f"{name}.{key}", join(place, "default"), "other")


@of_document()
def limit_changed(pair: Pair) -> Iterator[Patched]:
    """A property with another limit, or without. What stands beside a pattern is left out."""
    for place, at, it in _properties(pair):
        for limit in ("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum"):
            if limit in it and "pattern" not in it and it[limit] > 0:
                yield _set(f"{place} {limit} + 1", join(at, limit), it[limit] + 1)
                yield _remove(f"{place} {limit}", join(at, limit))


@of_document()
def limit_added(pair: Pair) -> Iterator[Patched]:
    """A property with a new limit."""
    for place, at, it in _properties(pair):
        if it.get("type") == "string" and not {"enum", "maxLength", "pattern", "format"} & it.keys():
            yield _set(place, join(at, "maxLength"), 30)


@of_document()
def pattern_changed(pair: Pair) -> Iterator[Patched]:
    """A property with another pattern."""
    for place, at, it in _properties(pair):
        if "pattern" in it:
            yield _set(place, join(at, "pattern"), "^[x-z]{2}$")


@of_document()
def unique_changed(pair: Pair) -> Iterator[Patched]:
    """A list whose items may repeat, or may not any more."""
    for place, at, it in _properties(pair):
        if it.get("type") == "array":
            yield _set(place, join(at, "uniqueItems"), it.get("uniqueItems") is not True)


@of_document()
def items_changed(pair: Pair) -> Iterator[Patched]:
    """A list of other items."""
    for place, at, it in _properties(pair):
        if it.get("type") == "array":
            other = "number" if it.get("items", {}).get("type") != "number" else "string"
            yield _set(place, join(at, "items"), {"type": other})


@of_document()
def reference_changed(pair: Pair) -> Iterator[Patched]:
    """A property of another schema."""
    objects = [at for _, at, schema in _schemas(pair) if schema.get("required")]
    for name, at, schema in _schemas(pair):
        for key, it in schema.get("properties", {}).items():
            within = [part for part in (it, *it.get("allOf", [])) if "$ref" in part]
            target = within[0]["$ref"].removeprefix("#") if within else ""
            if target in objects:
                other = objects[objects.index(target) - 1]
                yield _set(f"{name}.{key}", join(at, "properties", key), {"$ref": f"#{other}"})


def _enums(pair: Pair) -> Iterator[tuple[str, str, list[Any]]]:
    for name, at, schema in _schemas(pair):
        if "enum" in schema:
            yield name, join(at, "enum"), schema["enum"]


@of_document()
def enum_value_added(pair: Pair) -> Iterator[Patched]:
    """An enum with a further value."""
    for name, at, values in _enums(pair):
        yield _set(name, at, [*values, "ADDED_LATER"])


@of_document()
def enum_value_removed(pair: Pair) -> Iterator[Patched]:
    """An enum without one of its values."""
    for name, at, values in _enums(pair):
        if len(values) > 1:
            yield _set(f"{name}.{values[-1]}", at, values[:-1])


@of_document()
def variant_added(pair: Pair) -> Iterator[Patched]:
    """A union with a further variant."""
    more = {"type": "object", "required": ["addedLater"], "properties": {"addedLater": {"type": "string"}}}
    for place, at, _ in _unions(pair):
        yield Patched(place, at, (Patch("set", join(at, "-"), more),))


@of_document()
def variant_removed(pair: Pair) -> Iterator[Patched]:
    """A union without one of its variants."""
    for place, at, it in _unions(pair):
        if len(it) > 1:
            yield _remove(place, join(at, str(len(it) - 1)))


def _unions(pair: Pair) -> Iterator[tuple[str, str, list[Any]]]:
    """The unions in named schemas and their properties."""
    for name, at, schema in [*_schemas(pair), *_properties(pair)]:
        for where, it in ((at, schema), (join(at, "items"), schema.get("items", {}))):
            for key in ("oneOf", "anyOf"):
                if key in it:
                    yield name, join(where, key), it[key]


# Messages


def _callbacks(pair: Pair) -> Iterator[tuple[str, RawOperation, str, str]]:
    """The callbacks of all operations: what to call them, their operation, where they stand, where their own one does."""
    for operation, it in _operations(pair):
        for name, callback in it.value.get("callbacks", {}).items():
            at = join(it.pointer, "callbacks", name)
            for expression, item in callback.items() if "$ref" not in callback else ():
                yield from ((f"{operation}({name})", it, at, join(at, expression, method)) for method in item)


@of_document()
def callback_removed(pair: Pair) -> Iterator[Patched]:
    """A message that is not sent any more."""
    for place, _, at, _ in _callbacks(pair):
        yield _remove(place, at)


@of_document()
def callback_added(pair: Pair) -> Iterator[Patched]:
    """A message that the package does not have."""
    for place, it, at, own in _callbacks(pair):
        copy = dict(pair.document.at(at))
        patch = Patch("set", join(it.pointer, "callbacks", "AddedLater"), copy)
        yield Patched(place, own, (patch,))


@of_document()
def callback_type_changed(pair: Pair) -> Iterator[Patched]:
    """A message that is recognised by another type."""
    for place, _, _, own in _callbacks(pair):
        for patches in _retyped(pair, own):
            yield Patched(place, own, patches)


def _retyped(pair: Pair, own: str) -> Iterator[tuple[Patch, ...]]:
    """What renames the type of a message, in its schema and its examples."""
    for content in pair.document.contents(*pair.document.follow(join(own, "requestBody"))):
        examples = [
            Patch("set", join(at, "type"), f"{value['type']}_OTHER")
            for at, value in content.examples.items()
            if isinstance(value, dict) and "type" in value
        ]
        at = pair.values.shape(content.schema)["properties"].get("type") if content.schema else None
        schema = pair.document.at(at) if at else {}
        values = schema.get("enum", [])
        own_enum = (Patch("set", join(at, "enum"), [f"{it}_OTHER" for it in values]),) if at and values else ()
        said = schema.get("example")
        shown = (Patch("set", join(at, "example"), f"{said}_OTHER"),) if at and isinstance(said, str) else ()
        if at and (examples or own_enum or shown):
            yield (*own_enum, *shown, *examples)


@of_document()
def callback_schema_changed(pair: Pair) -> Iterator[Patched]:
    """A message with a body of another schema."""
    for place, _, _, own in _callbacks(pair):
        for content in pair.document.contents(*pair.document.follow(join(own, "requestBody"))):
            if content.schema:
                properties = {"type": {"type": "string"}, "addedLater": {"type": "string"}}
                schema = {"type": "object", "required": ["addedLater"], "properties": properties}
                yield Patched(place, own, (Patch("set", content.schema, schema),))


# Examples


@of_document()
def example_broken(pair: Pair) -> Iterator[Patched]:
    """An example that contradicts its schema."""
    for name, it in _operations(pair):
        contents = [*it.bodies, *(one for status, many in it.responses.items() if status[0] == "2" for one in many)]
        for content in contents:
            for number, (at, value) in enumerate(content.examples.items()):
                if isinstance(value, dict) and content.schema:
                    yield _set(f"{name}({tokens(at)[-2]} {number})", at, 17)
