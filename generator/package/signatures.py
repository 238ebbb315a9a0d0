"""What a method is called with: the arguments of its signatures, as text, with everything they import.

def update(self, webhook_id: str, body: Webhook | Mapping[str, Any], *, project_id: …, **options: …)   the body whole
def update(self, webhook_id: str, *, target: str, …, project_id: …, **options: …)                      its fields
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.api.model import BodyField, JsonSchema, MediaType, Operation, Parameter, Schema
from generator.package import types
from generator.package.types import TypeText

Schemas = Mapping[str, Schema]

OPTIONS = "**options: Unpack[CallOptions]"
FILE = TypeText("File", imports=frozenset({("_runtime.bodies", "File")}))
CONTENT = TypeText("FileContent", imports=frozenset({("_runtime.bodies", "FileContent")}))


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a signature: `text` as declared, `name` as passed on."""

    name: str
    text: str
    type: TypeText


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signatures of a method.

    Each is the texts of its arguments. `overloads` are what callers see where a body has fields, else empty;
    `implementation` is the function itself, which then takes all that goes by keyword as `options`: the runtime tells
    arguments and options apart. `passed` are the other names that it hands on.
    """

    overloads: tuple[tuple[str, ...], ...]
    implementation: tuple[str, ...]
    passed: tuple[str, ...]
    needs: tuple[TypeText, ...]


def signatures(operation: Operation, client_wires: frozenset[str], schemas: Schemas) -> Signatures:
    """The signatures of an operation; parameters of `client_wires` are optional in them, the client has them too."""
    own = [it for it in operation.parameters if not is_client_parameter(it, client_wires)]
    given = [it for it in operation.parameters if is_client_parameter(it, client_wires)]
    path = [_parameter(it, schemas) for it in own if it.location == "path"]
    required = [_parameter(it, schemas) for it in own if it.location != "path" and it.required]
    optional = [_optional(it, schemas) for it in own if it.location != "path" and not it.required]
    optional += [_optional(it, schemas) for it in given]
    named = [*required, *optional]
    passed = tuple(it.name for it in [*path, *named])
    if operation.body is None:
        return _single(path, named, passed)
    whole = _body(operation.body.contents[0], operation.body.required, schemas)
    if not operation.body.fields:
        return _single([*path, whole], named, (*passed, "body"))
    fields = [_field(it, operation.body.contents[0], schemas) for it in operation.body.fields]
    return Signatures(
        overloads=(_signature([*path, whole], named), _signature(path, _ordered([*fields, *named]))),
        implementation=("self", *(it.text for it in path), "body: Any = UNSET", "**options: Any"),
        passed=(*(it.name for it in path), "body"),
        needs=(*(it.type for it in [*path, whole, *fields, *named]), types.ANY),
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


def kind(media: MediaType) -> str:
    """How bodies of a media type are read and written: json, form, multipart, text or binary, as in the runtime."""
    essence = media.name.partition(";")[0].strip().lower()
    if essence in ("application/json", "text/json") or essence.endswith("+json"):
        return "binary" if _is_binary(media) else "json"
    if essence in ("*/*", "application/*"):
        return "binary" if media.schema is None or types.json_types(media.schema) == ("string",) else "json"
    if essence == "application/x-www-form-urlencoded":
        return "form"
    if essence.startswith("multipart/"):
        return "multipart"
    if essence.startswith("text/") or essence == "application/xml" or essence.endswith("+xml"):
        return "text"
    return "binary"


def _is_binary(media: MediaType) -> bool:
    return media.schema is not None and media.schema.get("format") == "binary"


def _single(positional: list[Argument], named: list[Argument], passed: tuple[str, ...]) -> Signatures:
    needs = tuple(it.type for it in [*positional, *named])
    return Signatures((), _signature(positional, _ordered(named)), passed, needs)


def _ordered(arguments: list[Argument]) -> list[Argument]:
    """Those without default first; otherwise as they are."""
    return sorted(arguments, key=lambda it: it.text.endswith(("= None", "= UNSET")))


def _signature(positional: list[Argument], named: list[Argument]) -> tuple[str, ...]:
    star = ["*"] if named else []
    return ("self", *(it.text for it in positional), *star, *(it.text for it in named), OPTIONS)


def _parameter(parameter: Parameter, schemas: Schemas) -> Argument:
    found = types.argument(parameter.schema, schemas)
    return Argument(parameter.name, f"{parameter.name}: {found.text}", found)


def _optional(parameter: Parameter, schemas: Schemas) -> Argument:
    found = _or(types.argument(parameter.schema, schemas), types.NONE)
    return Argument(parameter.name, f"{parameter.name}: {found.text} = None", found)


def _field(field: BodyField, media: MediaType, schemas: Schemas) -> Argument:
    found = _field_type(field.property.schema, media.name, schemas)
    if field.property.required:
        return Argument(field.name, f"{field.name}: {found.text}", found)
    found = _or(found, _UNSET)
    return Argument(field.name, f"{field.name}: {found.text} = UNSET", found)


_UNSET = TypeText("Unset", imports=frozenset({("_runtime.unset", "Unset"), ("_runtime.unset", "UNSET")}))


def _field_type(schema: JsonSchema, media_type: str, schemas: Schemas) -> TypeText:
    if not is_file(schema, media_type):
        return types.argument(schema, schemas)
    return FILE.over("list[File]") if "array" in types.json_types(schema) else FILE


def _body(media: MediaType, required: bool, schemas: Schemas) -> Argument:
    found = _body_type(media, schemas)
    if required:
        return Argument("body", f"body: {found.text}", found)
    found = _or(found, _UNSET)
    return Argument("body", f"body: {found.text} = UNSET", found)


def _body_type(media: MediaType, schemas: Schemas) -> TypeText:
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
