"""Which media type a call sends, and which it asks for, where the document has several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from .errors import InvalidRequestError, Problem
from .operation import Content, Operation, Response, is_success, ranges_of

T = TypeVar("T")

_NAME = re.compile(r"[!-~]+/[ -~]+")


def choosing(operation: Operation[T], *, content_type: str | None = None, accept: str | None = None) -> Operation[T]:
    """An operation as one call has it: its body in one media type, its successes in those that are asked for.

    `content_type` None: the preferred one. `accept` None: all but streams. Raises `InvalidRequestError` for media types
    that the document does not have.
    """
    return _asking(_sending(operation, content_type), accept)


def _sending(operation: Operation[T], content_type: str | None) -> Operation[T]:
    body = operation.body
    if body is None or content_type is None:
        return operation
    content = _named(operation, "content_type", content_type, [body.content, *body.others])
    sent = replace(content, media_type=content.media_type if "*" in content_type else content_type)
    return replace(operation, body=replace(body, content=sent))


def _asking(operation: Operation[T], accept: str | None) -> Operation[T]:
    """With an `Accept` header that says `accept`, and the media types of errors that no success has.

    Any other would leave the choice to the server.
    """
    listed = [it for it in operation.responses if is_success(it.status)]
    others = [it for it in operation.responses if it not in listed]
    # A default is about errors as well, which stay as they are.
    successes = listed or [replace(it, status="2XX 3XX") for it in others if it.status == "default"]
    known = _contents(successes)
    wanted = accept if accept is None else _named(operation, "accept", accept, known).media_type
    chosen = (*(_narrowed(it, wanted) for it in successes), *others)
    if accept is None:
        return replace(operation, responses=chosen)
    names = {it.media_type for it in known}
    of_errors = [it.media_type for it in _contents(others) if it.media_type not in names]
    return replace(operation, responses=chosen, asked=", ".join(dict.fromkeys([accept, *of_errors])))


def _named(operation: Operation[Any], argument: str, name: str, contents: Sequence[Content]) -> Content:
    """The representation of this name, or of the narrowest range that it is in."""
    essence = _essence(name)
    ranges = [name, *ranges_of(essence)] if _NAME.fullmatch(name) else []
    known = [(text, it) for it in contents for text in (it.media_type, _essence(it.media_type))]
    found = next((it for wanted in ranges for text, it in known if text == wanted), None)
    if found is None:
        problem = Problem(argument, f"one of {', '.join(dict.fromkeys(it.media_type for it in contents))}", name)
        raise InvalidRequestError([problem], operation=operation.title)
    return found


def _narrowed(response: Response, wanted: str | None) -> Response:
    """A response in the media type that is wanted; where it has not got that, in all but streams, or in all."""
    found = [it for it in response.contents if it.media_type == wanted]
    found = found or [it for it in response.contents if it.opener is None]
    return replace(response, contents=tuple(found)) if found else response


def _contents(responses: Iterable[Response]) -> list[Content]:
    return [content for response in responses for content in response.contents]


def _essence(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()
