"""Every operation of the committed client, with arguments made of the document's own examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.api.build import build
from generator.api.model import Api, EnumSchema, Operation
from generator.api.names import Pins
from generator.document import load, overlay
from generator.document.load import Document
from generator.specs import archive
from tests.rendered import SPEC, own_settings

PROJECT = "1"
"""The value of the parameter that clients are given once."""


@dataclass(frozen=True)
class Arguments:
    """What a method is called with; `label` says which of the document's examples it is made of."""

    label: str
    values: Mapping[str, Any]


def document() -> Document:
    """The archived document that `generated/` is made of, with its overlays."""
    version = archive.read_lock(SPEC).generated
    overlays = [load.read(path) for path in sorted((SPEC / "overlays").glob("*.yaml"))]
    return overlay.apply(load.read(SPEC / str(version) / "openapi.yaml"), overlays)[0]


DOCUMENT = document()


@lru_cache(maxsize=1)
def api() -> Api:
    """The API of that document, with the names of the committed client."""
    return build(DOCUMENT, own_settings().names, Pins.from_json(archive.read_lock(SPEC).names))


def operations() -> dict[str, Operation]:
    """All operations, by "METHOD path"."""
    return {f"{it.method} {it.path}": it for resource in api().resources for it in resource.operations}


def required(operation: Operation) -> dict[str, Any]:
    """A value for each parameter that a call must have; what the client is given once is among them."""
    return {it.name: value_of(it.schema, it.wire) for it in operation.parameters if it.required}


def least(operation: Operation) -> Arguments:
    """Nothing but what must be there, the body as keyword arguments where a method takes them."""
    return Arguments("least", {**required(operation), **_least_body(operation)})


def full(operation: Operation) -> Iterator[Arguments]:
    """Every parameter, with each example of the body in turn."""
    values = {it.name: value_of(it.schema, it.wire) for it in operation.parameters}
    if operation.body is None:
        yield Arguments("full", values)
    else:
        for number, body in enumerate(operation.body.contents[0].examples, 1):
            yield Arguments(f"full, example {number}", {**values, "body": body})


def value_of(schema: Mapping[str, Any], wire: str) -> Any:
    """An example of a parameter's value: the document's, else one that its schema allows."""
    if "$ref" in schema:
        return enum_values(schema["$ref"])[0]
    if schema.get("type") == "array":
        return _array(schema["items"], wire)
    if "examples" in schema:
        return schema["examples"][0]
    if wire == "projectId":
        return PROJECT
    return {"number": schema.get("minimum", 1), "integer": schema.get("minimum", 1), "boolean": True}.get(
        str(schema.get("type")), f"a {wire}/ü"
    )


def enum_values(name: str) -> list[Any]:
    """The values of an enum of the document."""
    schema = api().schemas[name]
    assert isinstance(schema, EnumSchema), name
    return [member.value for member in schema.members]


def _array(items: Mapping[str, Any], wire: str) -> list[Any]:
    """Two items where there are two, since the way they are joined shows with no fewer."""
    return enum_values(items["$ref"])[:2] if "$ref" in items else [value_of(items, wire), f"another {wire}"]


def _least_body(operation: Operation) -> dict[str, Any]:
    if operation.body is None:
        return {}
    example = operation.body.contents[0].examples[0]
    if not operation.body.fields:
        return {"body": example}
    needed = [it for it in operation.body.fields if it.property.required]
    return {it.name: example[it.property.wire] for it in needed} or {"body": {}}
