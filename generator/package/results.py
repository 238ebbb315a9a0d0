"""What methods return, and which of their arguments the client has already."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.api.model import Api, JsonSchema, MediaType, Operation, Response
from generator.api.paging import NO_CONTENT, Paging
from generator.package import types
from generator.package.signatures import Schemas, kind
from generator.package.types import TypeText

STREAM = ("_runtime.streams", "Stream")
"""What streams are imported by."""


def client_wires(api: Api) -> frozenset[str]:
    """The names in HTTP of the parameters that the client has."""
    return frozenset(parameter.wire for parameter in api.client_parameters)


def item_type(pages: Paging, schemas: Schemas) -> TypeText:
    """What iterating over the pages of a list yields."""
    return types.union(types.result(choice, schemas) for choice in pages.choices)


def result_type(operation: Operation, schemas: Schemas) -> TypeText:
    """What a call returns: what its success statuses hold; Any where the document says of none."""
    successes = [it for it in operation.responses if it.is_success]
    declared = successes or [it for it in operation.responses if it.status == "default"]
    if not declared:
        return types.ANY
    return types.union(choice for it in declared for choice in _results(operation, it, schemas))


def streamed(media: MediaType, response: Response) -> bool:
    """Whether a content of a response is handed out item by item: errors are not, whatever they are."""
    return media.stream is not None and response.status[0] not in "45"


def streams(operation: Operation) -> bool:
    """Whether a success of an operation may be a stream."""
    bodies = [it for it in operation.responses if it.status not in NO_CONTENT and operation.method != "HEAD"]
    return any(streamed(media, it) for it in bodies for media in it.unasked)


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

    Documents write the schema of an item, or a list of items. A text stands for a body that the document's language
    cannot describe.
    """
    schema = media.schema or {}
    kinds = [it for it in types.json_types(schema) if it != "null"]
    if kinds == ["array"]:
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


def _results(operation: Operation, response: Response, schemas: Schemas) -> list[TypeText]:
    if operation.method == "HEAD" or response.status in NO_CONTENT or not response.contents:
        return [types.NONE]
    return [content_result(media, schemas) for media in response.unasked]


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
