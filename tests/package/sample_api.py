"""A small `Api` made by hand, with a bit of everything that operations can have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.api.model import (
    Api,
    BodyField,
    EnumMember,
    EnumSchema,
    Event,
    MediaType,
    ObjectSchema,
    Operation,
    Parameter,
    Property,
    RequestBody,
    Resource,
    Response,
    Schema,
    SecurityScheme,
    Server,
    ServerVariable,
)
from generator.settings import ClientSettings

BOTH = frozenset({"request", "response"})
SETTINGS = ClientSettings("zoo", "ZOO")


def prop(name: str, wire: str, schema: Mapping[str, Any], required: bool = False) -> Property:
    return Property(name, wire, schema, required, "null" in schema.get("type", ()), False, False, f"#/{wire}")


def parameter(
    name: str, wire: str, location: Any, schema: Any = None, required: bool = False, **more: Any
) -> Parameter:
    form = location in ("query", "cookie")
    given = {"style": "form" if form else "simple", "explode": form, "allow_reserved": False, "description": ""}
    return Parameter(
        name,
        wire,
        location,
        required or location == "path",
        schema or {"type": "string"},
        deprecated=False,
        pointer="",
        **{**given, **more},
    )


def json(schema: Mapping[str, Any] | None) -> tuple[MediaType, ...]:
    return (MediaType("application/json", schema),)


def response(
    status: str, contents: tuple[MediaType, ...] = (), description: str = "", codes: tuple[str, ...] = ()
) -> Response:
    return Response(status, description, contents, "", codes)


def operation(name: str, method: str = "GET", path: str = "/pets", **more: Any) -> Operation:
    given: dict[str, Any] = {
        "summary": "",
        "description": "",
        "deprecated": False,
        "parameters": (),
        "body": None,
        "responses": (response("204"),),
        "security": None,
        **more,
    }
    return Operation(name, "pets", name, method, path, f"#/{name}", **given)


def body(media: MediaType, fields: tuple[BodyField, ...] = (), required: bool = True) -> RequestBody:
    return RequestBody(required, "", (media,), fields, "")


def resource(*operations: Operation, description: str = "Pets of all kinds.") -> Resource:
    return Resource("pets", "PetsResource", "Pets", description, operations)


NAME = prop("name", "name", {"type": "string", "maxLength": 5, "description": "What it is <b>called</b>."}, True)
KIND = prop("kind", "petKind", {"$ref": "Kind"})
NOTE = prop("note", "note", {"type": ["string", "null"]})
FILE = prop("photo", "photo", {"type": "string", "format": "binary"}, True)

SCHEMAS: Mapping[str, Schema] = {
    "Error": ObjectSchema("Error", "", "shared", BOTH, "", False, (prop("code", "code", {"type": "string"}),), True, False),  # type: ignore[arg-type]
    "Kind": EnumSchema("Kind", "", "pets", BOTH, "", False, "string", (EnumMember("CAT", "cat"), EnumMember("DOG", "dog"))),  # type: ignore[arg-type]
    "Pet": ObjectSchema("Pet", "", "pets", BOTH, "", False, (KIND, NAME, NOTE), True, False),  # type: ignore[arg-type]
    "Photo": ObjectSchema("Photo", "", "pets", BOTH, "", False, (NAME, FILE), True, False),  # type: ignore[arg-type]
}

PET = {"$ref": "Pet"}
ERRORS = (
    response("400", json({"$ref": "Error"}), codes=("bad", "worse")),
    response("404", json({"$ref": "Error"}), "No such pet"),
)
SHELTER = parameter("shelter_id", "shelterId", "path", description="The shelter.")
PET_ID = parameter("pet_id", "petId", "path", {"type": "string", "maxLength": 8})

OPERATIONS = (
    operation(
        "create_pet",
        "POST",
        "/shelters/{shelterId}/pets",
        summary="Add a pet",
        description="It must be <i>alive</i> &amp; well.",
        parameters=(SHELTER,),
        body=body(MediaType("application/json", PET), tuple(BodyField(it.name, it) for it in (NAME, KIND, NOTE))),
        responses=(response("201", json(PET)), *ERRORS),
    ),
    operation(
        "delete_pet", "DELETE", "/shelters/{shelterId}/pets/{petId}", parameters=(SHELTER, PET_ID), deprecated=True
    ),
    operation(
        "list_pets",
        path="/shelters/{shelterId}/pets",
        parameters=(
            SHELTER,
            parameter("owner", "owner", "query", required=True),
            parameter(
                "kinds",
                "kinds",
                "query",
                {"type": "array", "items": {"$ref": "Kind"}, "maxItems": 3},
                style="pipeDelimited",
                explode=False,
            ),
            parameter("page_size", "pageSize", "query", {"type": "integer", "minimum": 1, "maximum": 15, "default": 5}),
            parameter("trace", "X-Trace", "header", {"type": ["string", "null"]}),
        ),
        responses=(response("200", json({"type": "array", "items": PET})), *ERRORS),
    ),
    operation(
        "upload_photo",
        "PUT",
        "/photos",
        body=body(
            MediaType("multipart/form-data", {"$ref": "Photo"}, {"photo": {"contentType": "image/png"}}),
            tuple(BodyField(it.name, it) for it in (NAME, FILE)),
            required=False,
        ),
        responses=(response("200", (MediaType("image/png", None),)), response("202", (MediaType("text/plain", None),))),
    ),
)

API = Api(
    title="The Zoo",
    version="2.0",
    description="",
    servers=(
        Server("https://zoo.example/v2", "Production"),
        Server("https://{region}.zoo.example", "", (ServerVariable("region", "eu", ("eu", "us"), ""),)),
    ),
    security_schemes=(
        SecurityScheme("Basic", "http", "", scheme="basic"),
        SecurityScheme("Grant", "oauth2", "", token_url="https://auth.example/token"),
        SecurityScheme("Key", "apiKey", "", location="header", parameter="X-Key"),
    ),
    security=({"Grant": ()}, {"Basic": (), "Key": ()}),
    resources=(resource(*OPERATIONS),),
    events=(
        Event(
            "pet_added",
            "petAdded",
            "post",
            "{$request.body#/url}",
            "",
            "A pet came in",
            "",
            (),
            body(MediaType("application/json", PET)),
            "",
        ),
        Event("ping", "ping", "post", None, None, "", "", (), None, ""),
    ),
    schemas=SCHEMAS,
    client_parameters=(SHELTER,),
)


def api(**changes: Any) -> Api:
    """The sample with changes."""
    return replace(API, **changes)
