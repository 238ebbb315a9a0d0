"""The API as the generator understands it: frozen values with every name decided.

Everything that is written, compared or documented is made from an `Api`. Its schemas are canonical:

- JSON Schema 2020-12, whichever version the document is written in. `null` is a member of a `type` list or
  a `{"type": "null"}` variant; bounds are numbers; `examples` is a list; `const` is a one-member `enum`.
- A schema that may be null and is no scalar, array or map is `{"anyOf": [{"$ref": NAME}, {"type": "null"}]}`, beside which
  only annotations may stand; this is the only `anyOf` outside of unions, and its second variant is always null.
- Every object with declared properties, every enum and every union is a named entry of `Api.schemas`; elsewhere
  a schema is a scalar, an array, a map, or `{"$ref": NAME}` where NAME is a key of `Api.schemas`
  (the bare Python name, no pointer), beside which only annotations may stand.
- An array with a schema for each of its items, which are just so many, says these as `prefixItems` and nothing else of them.
- What of a schema types cannot say (`if`, `not`, …) is its `asserts`: JSON Schema that refers to its own `$defs` alone.
- `allOf` is merged away; names that stand for a scalar, an array or a map are replaced by what they stand for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from generator.api.names import Pins
from generator.diagnostics import Diagnostic

JsonSchema = Mapping[str, Any]
"""A canonical schema, see the module's docstring. Never changed once an `Api` holds it."""

Tag = str | int | float
"""A value of a discriminator, as JSON has it."""

Direction = Literal["request", "response"]
ParameterLocation = Literal["path", "query", "header", "cookie"]
ParameterStyle = Literal["simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject"]


@dataclass(frozen=True, slots=True)
class Property:
    """A declared property of an object schema; `name` is its Python field, `wire` its JSON name."""

    name: str
    wire: str
    schema: JsonSchema
    required: bool
    nullable: bool
    read_only: bool
    write_only: bool
    pointer: str


@dataclass(frozen=True, slots=True)
class ObjectSchema:
    """A model class. `additional` is what undeclared properties may be: a schema, or True for anything, or False."""

    name: str
    pointer: str
    module: str
    directions: frozenset[Direction]
    description: str
    deprecated: bool
    properties: tuple[Property, ...]
    additional: JsonSchema | bool
    additional_declared: bool
    """Whether the document itself says that more properties are welcome (`additionalProperties` true or a schema)."""
    examples: tuple[Any, ...] = ()
    asserts: JsonSchema = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EnumMember:
    """A value of an enum and the Python member name that stands for it."""

    name: str
    value: str | int | float | bool


@dataclass(frozen=True, slots=True)
class EnumSchema:
    """An enum class. `type` is the JSON type that all its values share, or "mixed"."""

    name: str
    pointer: str
    module: str
    directions: frozenset[Direction]
    description: str
    deprecated: bool
    type: Literal["string", "integer", "number", "boolean", "mixed"]
    members: tuple[EnumMember, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """One choice of a union. `tags` are the discriminator values that select it (empty without discriminator)."""

    schema: JsonSchema
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class UnionSchema:
    """A type alias for one of several schemas.

    `discriminator` is the JSON name of the property that tells the variants apart: declared by the document, or
    found because every variant requires it with values that no other variant allows. None: the best match wins.
    """

    name: str
    pointer: str
    module: str
    directions: frozenset[Direction]
    description: str
    variants: tuple[Variant, ...]
    discriminator: str | None = None
    asserts: JsonSchema = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AliasSchema:
    """A named array or map that contains itself; any other alias is replaced by what it stands for."""

    name: str
    pointer: str
    module: str
    directions: frozenset[Direction]
    description: str
    schema: JsonSchema


Schema = ObjectSchema | EnumSchema | UnionSchema | AliasSchema


@dataclass(frozen=True, slots=True)
class MediaType:
    """A representation of a body. `schema` is None where the document names the media type alone.

    `encoding` is the document's Encoding Objects by JSON property name, for form and multipart bodies. `own_example` is what
    an inline schema gives as examples of its properties, put together: equal schemas of several bodies are one; else None.
    """

    name: str
    schema: JsonSchema | None
    encoding: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    examples: tuple[Any, ...] = ()
    pointer: str = ""
    own_example: Any = None

    @property
    def stream(self) -> Stream | None:
        """What the answers of a success are a stream of, where they are one."""
        return _STREAMS.get(self.name.partition(";")[0].strip().lower())


Stream = Literal["events", "lines", "sequence"]
"""Server-sent events; JSON values with a line for each; JSON values between record separators (RFC 7464)."""

_LINES = ("x-ndjson", "ndjson", "jsonl", "x-jsonl", "jsonlines", "x-jsonlines", "stream+json")
_STREAMS: Mapping[str, Stream] = {
    "text/event-stream": "events",
    **{f"application/{name}": "lines" for name in _LINES},
    "application/json-seq": "sequence",
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A path, query, header or cookie parameter; `name` is its Python argument, `wire` its name in HTTP.

    `content_type` is set where the value travels in a media type of its own (OpenAPI `content`); style and explode
    then do not apply.
    """

    name: str
    wire: str
    location: ParameterLocation
    required: bool
    schema: JsonSchema
    style: ParameterStyle
    explode: bool
    allow_reserved: bool
    description: str
    deprecated: bool
    pointer: str
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class BodyField:
    """A property of the request body that a method takes as a keyword argument called `name`."""

    name: str
    property: Property


@dataclass(frozen=True, slots=True)
class RequestBody:
    """The body of an operation. `contents[0]` is the representation that methods send (JSON where there is one).

    `fields` are the keyword arguments that stand for the body, empty where it is not an object of declared properties.
    """

    required: bool
    description: str
    contents: tuple[MediaType, ...]
    fields: tuple[BodyField, ...]
    pointer: str


@dataclass(frozen=True, slots=True)
class Response:
    """What a status means. `status` is "200", "4XX" or "default"; no `contents`: the response has no body.

    `error_codes` are the codes that the document's examples of an error body name, sorted.
    """

    status: str
    description: str
    contents: tuple[MediaType, ...]
    pointer: str
    error_codes: tuple[str, ...] = ()

    @property
    def is_success(self) -> bool:
        """Whether its status is a success of the operation."""
        return is_success(self.status)

    @property
    def unasked(self) -> tuple[MediaType, ...]:
        """The contents that come if nobody asks for another: a stream only where there is nothing else."""
        return tuple(it for it in self.contents if it.stream is None) or self.contents


def is_success(status: str) -> bool:
    """Whether a status of the document ends a call well: "200", "2XX", "304"; not "default", which may be about errors."""
    return status.startswith(("2", "3"))


SecurityRequirement = Mapping[str, tuple[str, ...]]
"""Scheme name → scopes: all of them together. Several requirements in a tuple: any one of them."""


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """A way to authenticate, as the document's Security Scheme Object says it.

    `type` is http, apiKey, oauth2, openIdConnect or mutualTLS. `scheme` is basic, bearer … for http; `location` and
    `parameter` say where an apiKey goes; `token_url` belongs to the oauth2 client-credentials flow.
    """

    name: str
    type: str
    description: str
    scheme: str | None = None
    location: str | None = None
    parameter: str | None = None
    token_url: str | None = None
    scopes: tuple[str, ...] = ()
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A placeholder of a server URL with its default and, where limited, its values."""

    name: str
    default: str
    values: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Server:
    """A base URL, without trailing slash; it may hold `{variables}`."""

    url: str
    description: str
    variables: tuple[ServerVariable, ...] = ()


@dataclass(frozen=True, slots=True)
class Operation:
    """A method of a resource.

    `parameters` are in the order of the method's signature: path parameters as the path has them, then the others,
    required ones first, by name. Client-wide parameters are among them. `security` None means the API's own.
    """

    name: str
    resource: str
    operation_id: str | None
    method: str
    path: str
    pointer: str
    summary: str
    description: str
    deprecated: bool
    parameters: tuple[Parameter, ...]
    body: RequestBody | None
    responses: tuple[Response, ...]
    security: tuple[SecurityRequirement, ...] | None
    servers: tuple[Server, ...] = ()


@dataclass(frozen=True, slots=True)
class Resource:
    """A group of operations (a tag): `name` is the client's attribute and the module, `class_name` the class."""

    name: str
    class_name: str
    tag: str
    description: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A message that the API sends to its user: an OpenAPI callback or webhook.

    `name` is a Python identifier, unique among events. `expression` is the callback's runtime expression (None for a webhook);
    `operation` the pointer of the operation that declares the callback. `examples` are the texts that this event's own schema
    gives as examples of properties of its body, by JSON name: equal schemas of several events are one.
    """

    name: str
    key: str
    method: str
    expression: str | None
    operation: str | None
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    body: RequestBody | None
    pointer: str
    examples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Api:
    """A whole API. All collections are sorted by name, so that the order of the document is not seen.

    `client_parameters` are given once to the client (settings name them). `omissions` are the document's parts that
    are not generated, each with a pointer and a reason. `pins` are all its names, for the next `Api` to keep.
    """

    title: str
    version: str
    description: str
    servers: tuple[Server, ...]
    security_schemes: tuple[SecurityScheme, ...]
    security: tuple[SecurityRequirement, ...]
    resources: tuple[Resource, ...]
    events: tuple[Event, ...]
    schemas: Mapping[str, Schema]
    client_parameters: tuple[Parameter, ...]
    omissions: tuple[Diagnostic, ...] = ()
    pins: Pins = field(default_factory=Pins)
