"""What methods return, and which of their arguments the client has already."""

from __future__ import annotations

from generator.api.media import kind
from generator.api.model import Api, MediaType, Operation, Response
from generator.api.paging import NO_CONTENT, Paging
from generator.package import types
from generator.package.signatures import Schemas
from generator.package.types import TypeText


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


def _results(operation: Operation, response: Response, schemas: Schemas) -> list[TypeText]:
    if operation.method == "HEAD" or response.status in NO_CONTENT or not response.contents:
        return [types.NONE]
    return [_result(media, schemas) for media in response.contents]


def _result(media: MediaType, schemas: Schemas) -> TypeText:
    match kind(media):
        case "json":
            return types.ANY if media.schema is None else types.result(media.schema, schemas)
        case "text":
            return TypeText("str")
        case _:
            return TypeText("bytes")
