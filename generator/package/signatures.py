"""What a method is called with: the arguments of its signatures, as text, with everything they import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.api.media import kind
from generator.api.model import BodyField, JsonSchema, MediaType, Operation, Parameter, Schema
from generator.package import types
from generator.package.types import TypeText

Schemas = Mapping[str, Schema]

OPTIONS = "**options: Unpack[CallOptions]"
FILE = TypeText("File", imports=frozenset({("_runtime.bodies", "File")}))
CONTENT = TypeText("FileContent", imports=frozenset({("_runtime.bodies", "FileContent")}))


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a signature. `default` is its source, empty where the argument must be given."""

    name: str
    type: TypeText
    default: str = ""

    @property
    def text(self) -> str:
        """The argument as it is declared."""
        return f"{self.name}: {self.type.text}" + (f" = {self.default}" if self.default else "")


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a method takes besides its options: `path` and `body` by position, `fields` (in place of the body) and `named` by keyword.

    `body` is None where there is none, `fields` are empty where it is not an object of declared properties.
    """

    path: tuple[Argument, ...]
    body: Argument | None
    fields: tuple[Argument, ...]
    named: tuple[Argument, ...]


def arguments(operation: Operation, client_wires: frozenset[str], schemas: Schemas) -> Arguments:
    """What an operation's method takes; parameters of `client_wires` are optional there, the client has them too."""
    own = [it for it in operation.parameters if not is_client_parameter(it, client_wires)]
    given = [it for it in operation.parameters if is_client_parameter(it, client_wires)]
    required = [_parameter(it, schemas) for it in own if it.location != "path" and it.required]
    optional = [_optional(it, schemas) for it in own if it.location != "path" and not it.required]
    optional += [_optional(it, schemas) for it in given]
    body = operation.body
    return Arguments(
        path=tuple(_parameter(it, schemas) for it in own if it.location == "path"),
        body=None if body is None else _body(body.contents[0], body.required, schemas),
        fields=() if body is None else tuple(_field(it, body.contents[0], schemas) for it in body.fields),
        named=(*required, *optional),
    )


def is_client_parameter(parameter: Parameter, client_wires: frozenset[str]) -> bool:
    """Whether a parameter is one of those that are given once to the client."""
    return parameter.location == "path" and parameter.wire in client_wires


def is_file(schema: JsonSchema, media_type: str) -> bool:
    """Whether a property of a multipart body is a file, or an array of files."""
    items = schema.get("items")
    if isinstance(items, Mapping) and "array" in types.json_types(schema):
        return is_file(items, media_type)
    return media_type.startswith("multipart/") and schema.get("format") == "binary"


def _parameter(parameter: Parameter, schemas: Schemas) -> Argument:
    return Argument(parameter.name, types.argument(parameter.schema, schemas))


def _optional(parameter: Parameter, schemas: Schemas) -> Argument:
    return Argument(parameter.name, _or(types.argument(parameter.schema, schemas), types.NONE), "None")


def _field(field: BodyField, media: MediaType, schemas: Schemas) -> Argument:
    found = _field_type(field.property.schema, media.name, schemas)
    return Argument(field.name, found) if field.property.required else Argument(field.name, _or(found, _UNSET), "UNSET")


_UNSET = TypeText("Unset", imports=frozenset({("_runtime.unset", "Unset"), ("_runtime.unset", "UNSET")}))


def _field_type(schema: JsonSchema, media_type: str, schemas: Schemas) -> TypeText:
    if not is_file(schema, media_type):
        return types.argument(schema, schemas)
    return FILE.over("list[File]") if "array" in types.json_types(schema) else FILE


def _body(media: MediaType, required: bool, schemas: Schemas) -> Argument:
    found = body_type(media, schemas)
    return Argument("body", found) if required else Argument("body", _or(found, _UNSET), "UNSET")


def body_type(media: MediaType, schemas: Schemas) -> TypeText:
    """What callers give as a body of a media type."""
    how = kind(media)
    if how == "text":
        return TypeText("str")
    if how == "binary":
        return CONTENT
    if media.schema is None:
        return types.ANY if how == "json" else types.argument({"type": "object"}, schemas)
    return types.argument(media.schema, schemas)


def _or(found: TypeText, other: TypeText) -> TypeText:
    """`found | other`; Any stays what it is."""
    if found.text == "Any":
        return found.over("Any", *other.imports)
    if other is types.NONE and found.text.endswith("| None"):
        return found
    return found.over(f"{found.text} | {other.text}", *other.imports)
