"""What methods return, and which of their arguments the client has already."""

from __future__ import annotations

from dataclasses import dataclass

from generator.api.media import kind
from generator.api.model import Api, MediaType, Operation, Response
from generator.api.paging import NO_CONTENT, Paging
from generator.package import types
from generator.package.signatures import Schemas, is_stream
from generator.package.types import TypeText


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
    return types.union(choice for it in declared for choice in _results(_contents(operation, it), accept, schemas))


def content_result(media: MediaType, schemas: Schemas) -> TypeText:
    """The Python type of one media type of a success."""
    match kind(media):
        case "json":
            return types.ANY if media.schema is None else types.result(media.schema, schemas)
        case "text":
            return TypeText("str")
        case _:
            return TypeText("bytes")


def _successes(operation: Operation) -> list[Response]:
    listed = [it for it in operation.responses if it.is_success]
    return listed or [it for it in operation.responses if it.status == "default"]


def _contents(operation: Operation, response: Response) -> tuple[MediaType, ...]:
    """What the body of a response may be; empty where it has none."""
    return () if operation.method == "HEAD" or response.status in NO_CONTENT else response.contents


def _results(contents: tuple[MediaType, ...], accept: str | None, schemas: Schemas) -> list[TypeText]:
    asked = [it for it in contents if it.name == accept] or [it for it in contents if not is_stream(it)] or contents
    return [content_result(media, schemas) for media in asked] or [types.NONE]
