"""The client as its users see it: what can be imported, called, passed, read and caught.

A `Surface` is made from the generator's own model of a client, never from its text, so that two clients can be compared and
the uses of one be looked up in somebody's code. Symbols are dotted names inside of the package, `models.Sender.state`,
`resources.webhooks.WebhooksResource.get_webhook`; an argument is its method's symbol with the name in brackets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.api import names
from generator.api.model import (
    AliasSchema,
    Api,
    Direction,
    EnumSchema,
    ObjectSchema,
    Operation,
    Property,
    Schema,
    UnionSchema,
)
from generator.api.paging import Paging, paging
from generator.package import docs, types
from generator.package.client import secrets_of
from generator.package.events import event_result
from generator.package.literals import literal
from generator.package.model_text import must_be_given
from generator.package.overloads import one_of
from generator.package.results import accepts, client_wires, item_type, result_type
from generator.package.signatures import Argument as Declared
from generator.package.signatures import arguments
from generator.package.types import TypeText
from generator.settings import ClientSettings

Passing = Literal["position", "keyword"]


@dataclass(frozen=True, slots=True)
class TypeRef:
    """A type as signatures write it, and the models that it names."""

    text: str
    models: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a method. `default` is its source, empty where it must be given; `pointer` is what it comes from."""

    name: str
    type: TypeRef
    default: str
    passing: Passing
    pointer: str

    @property
    def text(self) -> str:
        """The argument as it is declared."""
        return f"{self.name}: {self.type.text}" + (f" = {self.default}" if self.default else "")


@dataclass(frozen=True, slots=True)
class Method:
    """A method of a resource.

    `arguments` are in the order of the signature, options left out; those of the body's fields stand in place of `body`, which
    is there as well. `result` is what the call returns; `item` what iterating over it yields, where it is a page.
    `raises` are classes of `errors` with the status of each, `operation` is the method and path of HTTP.
    """

    name: str
    symbol: str
    arguments: tuple[Argument, ...]
    result: TypeRef
    item: TypeRef | None
    raises: tuple[tuple[str, str], ...]
    operation: str
    deprecated: bool
    pointer: str

    @property
    def signature(self) -> str:
        """The method as its callers see it, on one line."""
        positional = [it.text for it in self.arguments if it.passing == "position"]
        named = sorted((it for it in self.arguments if it.passing == "keyword"), key=lambda it: bool(it.default))
        star = ["*"] if named else []
        returned = f"Page[{self.item.text}, {self.result.text}]" if self.item else self.result.text
        return f"{self.name}({', '.join([*positional, *star, *(it.text for it in named)])}) -> {returned}"


@dataclass(frozen=True, slots=True)
class Resource:
    """An attribute of the client, with the two classes that its methods are in."""

    name: str
    symbol: str
    class_names: tuple[str, str]
    methods: Mapping[str, Method]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a model. `wire` is its JSON name; `given` whether its constructor insists on it."""

    name: str
    symbol: str
    wire: str
    type: TypeRef
    given: bool
    default: str
    read_only: bool
    write_only: bool
    deprecated: bool
    pointer: str


@dataclass(frozen=True, slots=True)
class Model:
    """A class or alias of `models`. `fields` are a class's, `members` an enum's values by name, `target` an alias's type.

    `directions` tell whether callers make such values (request), get them (response), or both.
    """

    name: str
    symbol: str
    kind: Literal["class", "enum", "alias"]
    base: str
    fields: Mapping[str, Field]
    members: Mapping[str, object]
    target: TypeRef | None
    directions: frozenset[Direction]
    pointer: str


@dataclass(frozen=True, slots=True)
class Event:
    """A constant of `events`: `result` is what its `parse` returns."""

    name: str
    symbol: str
    result: TypeRef
    pointer: str


@dataclass(frozen=True, slots=True)
class Surface:
    """A whole client. `arguments` are what `Client` takes besides the options that every client has."""

    package: str
    version: str
    arguments: tuple[Argument, ...]
    servers: tuple[str, ...]
    resources: Mapping[str, Resource]
    models: Mapping[str, Model]
    events: Mapping[str, Event]
    methods: Mapping[str, Method] = field(default_factory=dict)
    """Every method by the pointer of its operation."""


def surface(api: Api, settings: ClientSettings) -> Surface:
    """What the users of an API's client see."""
    resources = {it.name: _resource(it.name, it.class_name, it.operations, api, settings) for it in api.resources}
    return Surface(
        package=settings.package,
        version=api.version,
        arguments=tuple(_client_arguments(api)),
        servers=tuple(it.url for it in api.servers),
        resources=resources,
        models={name: _model(schema, api.schemas) for name, schema in api.schemas.items()},
        events={
            it.name: Event(it.name, f"events.{it.name}", _ref(event_result(it, api)), it.pointer) for it in api.events
        },
        methods={method.pointer: method for it in resources.values() for method in it.methods.values()},
    )


def _ref(found: TypeText) -> TypeRef:
    return TypeRef(found.text, tuple(sorted(found.models)))


# ── the client and its resources ────────────────────────────────────────────────────────────────────────────────────


def _client_arguments(api: Api) -> Iterator[Argument]:
    for it in api.client_parameters:
        found = types.union([types.argument(it.schema, api.schemas), types.NONE])
        yield Argument(it.name, _ref(found), "None", "keyword", it.pointer)
    for name in secrets_of(api.security_schemes):
        yield Argument(name, TypeRef("str | None"), "None", "keyword", "/components/securitySchemes")


def _resource(
    name: str, class_name: str, operations: Iterable[Operation], api: Api, settings: ClientSettings
) -> Resource:
    plain, asynchronous, _, _ = names.resource_classes(class_name)
    symbol = f"resources.{name}.{plain}"
    methods = {it.name: _method(it, symbol, api, settings) for it in operations}
    return Resource(name, symbol, (plain, asynchronous), methods)


def _method(operation: Operation, owner: str, api: Api, settings: ClientSettings) -> Method:
    pages = paging(operation, api.schemas, settings.paging)
    return Method(
        name=operation.name,
        symbol=f"{owner}.{operation.name}",
        arguments=tuple(_arguments(operation, api)),
        result=_ref(result_type(operation, api.schemas)),
        item=_item(pages, api.schemas),
        raises=tuple((docs.error_class(it.status), it.status) for it in operation.responses if not it.is_success),
        operation=f"{operation.method} {operation.path}",
        deprecated=operation.deprecated,
        pointer=operation.pointer,
    )


def _item(pages: Paging | None, schemas: Mapping[str, Schema]) -> TypeRef | None:
    return _ref(item_type(pages, schemas)) if pages else None


def _arguments(operation: Operation, api: Api) -> Iterator[Argument]:
    found = arguments(operation, client_wires(api), api.schemas)
    pointers = {it.name: it.pointer for it in operation.parameters}
    body = operation.body
    for it in found.path:
        yield _argument(it, "position", pointers[it.name])
    if found.body is not None and body is not None:
        yield _argument(found.body, "position", body.pointer)
        for field_, it in zip(body.fields, found.fields, strict=True):
            yield _argument(it, "keyword", field_.property.pointer)
    for it in found.named:
        yield _argument(it, "keyword", pointers[it.name])
    yield from _choosing(operation)


def _choosing(operation: Operation) -> Iterator[Argument]:
    """The arguments that choose media types: each of these is an alternative of their types."""
    sent = [it.name for it in operation.body.contents[1:]] if operation.body else []
    of_body = [TypeText("str") if "*" in it else one_of([it]) for it in sent]
    for name, found in (("content_type", of_body), ("accept", [one_of([it]) for it in accepts(operation)])):
        if found:
            yield Argument(name, _ref(types.union([*found, types.NONE])), "None", "keyword", operation.pointer)


def _argument(declared: Declared, passing: Passing, pointer: str) -> Argument:
    return Argument(declared.name, _ref(declared.type), declared.default, passing, pointer)


# ── models and events ───────────────────────────────────────────────────────────────────────────────────────────────


def _model(schema: Schema, schemas: Mapping[str, Schema]) -> Model:
    symbol = f"models.{schema.name}"
    match schema:
        case ObjectSchema():
            fields = {it.name: _field(it, schema, symbol, schemas) for it in schema.properties}
            base = "closed" if schema.additional is False else "open"
            return Model(schema.name, symbol, "class", base, fields, {}, None, schema.directions, schema.pointer)
        case EnumSchema():
            members = {it.name: it.value for it in schema.members}
            return Model(schema.name, symbol, "enum", schema.type, {}, members, None, schema.directions, schema.pointer)
        case UnionSchema():
            target = types.union(types.result(it.schema, schemas) for it in schema.variants)
            return Model(schema.name, symbol, "alias", "union", {}, {}, _ref(target), schema.directions, schema.pointer)
        case AliasSchema():
            found = types.result(schema.schema, schemas)
            return Model(schema.name, symbol, "alias", "alias", {}, {}, _ref(found), schema.directions, schema.pointer)


def _field(declared: Property, owner: ObjectSchema, symbol: str, schemas: Mapping[str, Schema]) -> Field:
    given = must_be_given(declared, owner)
    default = declared.schema.get("default")
    found = types.result(declared.schema, schemas)
    absent = not given and default is None and not declared.required
    return Field(
        name=declared.name,
        symbol=f"{symbol}.{declared.name}",
        wire=declared.wire,
        type=_ref(types.union([found, types.NONE]) if absent or declared.nullable else found),
        given=given,
        default="" if given or default is None else literal(default),
        read_only=declared.read_only,
        write_only=declared.write_only,
        deprecated=declared.schema.get("deprecated") is True,
        pointer=declared.pointer,
    )
