"""An `Api` as text that a person can review: what the golden cases compare."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.api.model import (
    AliasSchema,
    Api,
    EnumSchema,
    Event,
    MediaType,
    ObjectSchema,
    Operation,
    Parameter,
    RequestBody,
    Schema,
    UnionSchema,
)


def describe(api: Api) -> str:
    """Everything of an `Api` that depends on the document's structure, one fact a line."""
    return "\n".join(_lines(api)) + "\n"


def _lines(api: Api) -> Iterator[str]:
    yield f"api {api.title!r} {api.version}"
    for server in api.servers:
        yield f"server {server.url} {[(it.name, it.default, it.values) for it in server.variables]}"
    for scheme in api.security_schemes:
        yield f"scheme {scheme.name} {scheme.type} {scheme.scheme or scheme.location or scheme.token_url}"
    yield f"security {_security(api.security)}"
    for parameter in api.client_parameters:
        yield f"client parameter {parameter.name}"
    for resource in api.resources:
        yield f"resource {resource.name} {resource.class_name} <- {resource.tag!r}"
        for operation in resource.operations:
            yield from _operation(operation)
    for event in api.events:
        yield from _event(event)
    for schema in api.schemas.values():
        yield from _schema(schema)
    for omission in api.omissions:
        yield f"omitted {omission.code} {omission.pointer}: {omission.message}"


def _operation(operation: Operation) -> Iterator[str]:
    deprecated = " deprecated" if operation.deprecated else ""
    yield f"  {operation.name} = {operation.method} {operation.path}{deprecated}"
    for parameter in operation.parameters:
        yield f"    {_parameter(parameter)}"
    if operation.body:
        yield from _body(operation.body)
    for response in operation.responses:
        yield f"    {response.status}: {[_media(media) for media in response.contents]} {list(response.error_codes)}"
    if operation.security is not None:
        yield f"    security {_security(operation.security)}"


def _event(event: Event) -> Iterator[str]:
    yield f"event {event.name} = {event.method} {event.expression or event.key}"
    if event.body:
        yield from _body(event.body)


def _parameter(parameter: Parameter) -> str:
    needed = "required" if parameter.required else "optional"
    how = f"{parameter.style}{' explode' if parameter.explode else ''}"
    return f"{parameter.name} ({parameter.location} {parameter.wire!r} {needed} {how}): {_json(parameter.schema)}"


def _body(body: RequestBody) -> Iterator[str]:
    yield f"    body {'required' if body.required else 'optional'} {[_media(media) for media in body.contents]}"
    for field in body.fields:
        yield f"      {field.name} <- {field.property.wire!r}"


def _media(media: MediaType) -> str:
    return f"{media.name} {_json(media.schema)}"


def _schema(schema: Schema) -> Iterator[str]:
    where = f"{schema.module} {'/'.join(sorted(schema.directions)) or 'nowhere'} @ {schema.pointer}"
    if isinstance(schema, ObjectSchema):
        yield f"object {schema.name} in {where} additional {_json(schema.additional)}{_asserts(schema)}"
        for it in schema.properties:
            marks = [mark for mark in ("required", "nullable", "read_only", "write_only") if getattr(it, mark)]
            yield f"  {it.name} <- {it.wire!r} {' '.join(marks)}: {_json(it.schema)}"
    elif isinstance(schema, EnumSchema):
        yield f"enum {schema.name} in {where} of {schema.type}"
        for member in schema.members:
            yield f"  {member.name} = {_json(member.value)}"
    elif isinstance(schema, UnionSchema):
        yield f"union {schema.name} in {where} by {schema.discriminator}{_asserts(schema)}"
        for variant in schema.variants:
            yield f"  {_json(variant.schema)} {list(variant.tags)}"
    elif isinstance(schema, AliasSchema):
        yield f"alias {schema.name} in {where} = {_json(schema.schema)}"


def _asserts(schema: ObjectSchema | UnionSchema) -> str:
    return f" asserts {_json(schema.asserts)}" if schema.asserts else ""


def _security(requirements: tuple[Mapping[str, tuple[str, ...]], ...]) -> str:
    return " or ".join("+".join(requirement) or "nothing" for requirement in requirements) or "none"


def _json(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
