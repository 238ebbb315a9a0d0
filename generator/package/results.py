"""What methods return, and which of their arguments the client has already."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.api.media import kind
from generator.api.model import Api, JsonSchema, MediaType, Operation, Response
from generator.api.paging import NO_CONTENT, Paging
from generator.package import types
from generator.package.signatures import Schemas
from generator.package.types import TypeText

STREAM = ("_runtime.streams", "Stream")
"""What streams are imported by."""


def client_wires(api: Api) -> frozenset[str]:
    """The names in HTTP of the parameters that the client has."""
    return frozenset(parameter.wire for parameter in api.client_parameters)


def item_type(pages: Paging, schemas: Schemas) -> TypeText:
    """What iterating over the pages of a list yields."""
    return types.union(types.result(choice, schemas) for choice in pages.choices)


@dataclass(frozen=True, slots=True)
class Result:
    """What a call returns that asks for one of the media types `accepts`, or `unasked` for none in particular."""

    accepts: tuple[str, ...]
    unasked: bool
    type: TypeText


def results(operation: Operation, schemas: Schemas) -> tuple[Result, ...]:
    """What calls of an operation return, first where they ask for nothing; media types of the same result are one."""
    usual = result_type(operation, schemas)
    found: dict[str, list[str]] = {usual.text: []}
    kinds = {usual.text: usual}
    for name in accepts(operation):
        result = result_type(operation, schemas, name)
        kinds[result.text] = result
        found.setdefault(result.text, []).append(name)
    return tuple(Result(tuple(names), text == usual.text, kinds[text]) for text, names in found.items())


def accepts(operation: Operation) -> tuple[str, ...]:
    """The media types that a call may ask for: those of successes that have several."""
    several = (contents for it in _successes(operation) if len(contents := _contents(operation, it)) > 1)
    return tuple(dict.fromkeys(media.name for contents in several for media in contents))


def result_type(operation: Operation, schemas: Schemas, accept: str | None = None) -> TypeText:
    """What a call returns: what its success statuses hold; Any where the document says of none.

    `accept` is the media type that it asks for; None: any but streams, where there are others.
    """
    declared = _successes(operation)
    if not declared:
        return types.ANY
    return types.union(choice for it in declared for choice in _results(operation, it, accept, schemas))


def content_result(media: MediaType, schemas: Schemas) -> TypeText:
    """What a call returns of a success of one media type."""
    if media.stream is not None:
        return _stream(media, schemas)
    match kind(media):
        case "json":
            return types.ANY if media.schema is None else types.result(media.schema, schemas)
        case "text":
            return TypeText("str")
        case _:
            return TypeText("bytes")


def streamed(media: MediaType, response: Response) -> bool:
    """Whether a content of a response is handed out item by item: errors are not, whatever they are."""
    return media.stream is not None and response.status[0] not in "45"


def streams(operation: Operation) -> bool:
    """Whether a success of an operation may be a stream."""
    bodies = [it for it in operation.responses if it.status not in NO_CONTENT and operation.method != "HEAD"]
    return any(streamed(media, it) for it in bodies for media in it.contents)


def has_streams(api: Api) -> bool:
    """Whether a method of an API returns a stream."""
    return any(streams(operation) for resource in api.resources for operation in resource.operations)


def asynchronous(result: TypeText) -> TypeText:
    """What the method of the asynchronous client returns, once awaited, where the other returns `result`."""
    if STREAM not in result.imports:
        return result
    imports = result.imports - {STREAM} | {(STREAM[0], f"Async{STREAM[1]}")}
    return TypeText(re.sub(r"\bStream\[", "AsyncStream[", result.text), result.models, imports)


def item_schema(media: MediaType) -> JsonSchema | None:
    """What the document says of one item of a stream; None: nothing, which is data as text, and lines of any JSON.

    Documents write the schema of an item, or a list of items; a tuple is an item. A text stands for a body that the
    document's language cannot describe.
    """
    schema = media.schema or {}
    kinds = [it for it in types.json_types(schema) if it != "null"]
    if kinds == ["array"] and "prefixItems" not in schema:
        items = schema.get("items")
        return items if isinstance(items, Mapping) and items else None
    return None if kinds == ["string"] or not schema else schema


def is_text(media: MediaType) -> bool:
    """Whether the data of server-sent events is text, and no JSON."""
    item = item_schema(media)
    return media.stream == "events" and (item is None or types.json_types(item) == ("string",))


def _stream(media: MediaType, schemas: Schemas) -> TypeText:
    item = item_schema(media)
    found = TypeText("str") if is_text(media) else types.ANY if item is None else types.result(item, schemas)
    if media.stream == "events":
        found = found.over(f"ServerSentEvent[{found.text}]", (STREAM[0], "ServerSentEvent"))
    return found.over(f"Stream[{found.text}]", STREAM)


def _successes(operation: Operation) -> list[Response]:
    listed = [it for it in operation.responses if it.is_success]
    return listed or [it for it in operation.responses if it.status == "default"]


def _contents(operation: Operation, response: Response) -> tuple[MediaType, ...]:
    """What the body of a response may be; empty where it has none."""
    return () if operation.method == "HEAD" or response.status in NO_CONTENT else response.contents


def _results(operation: Operation, response: Response, accept: str | None, schemas: Schemas) -> list[TypeText]:
    contents = _contents(operation, response)
    asked = [it for it in contents if it.name == accept] or (response.unasked if contents else ())
    return [content_result(media, schemas) for media in asked] or [types.NONE]
