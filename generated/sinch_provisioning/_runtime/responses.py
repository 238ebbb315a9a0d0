"""From an answer to the value that a method returns, or to the error that it raises: pure."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from . import redaction
from .codec import Codec, Drift
from .errors import APIStatusError, DecodeError, excerpt, status_class
from .messages import Answer
from .operation import Content, Operation, Response, kind_of, ranges_of

T = TypeVar("T")

OnDrift = Callable[[Drift], None]


def check(operation: Operation[Any], answer: Answer) -> None:
    """Raises an `APIStatusError` for an answer that is an error."""
    status = answer.status
    if not 200 <= status < 300 and (status >= 400 or operation.response(status) is None):
        raise failure(answer, operation.response(status), operation.title)


def value(operation: Operation[T], answer: Answer, on_drift: OnDrift) -> T:
    """What a success holds. Raises `DecodeError` for what cannot be read."""
    codec = operation.json_codecs.get(answer.status)
    if codec is not None:
        found: Any = _decoded(operation, codec, answer, on_drift)
    else:
        found = _success(operation, operation.response(answer.status), answer, on_drift)
    return found  # type: ignore[no-any-return]


def failure(answer: Answer, declared: Response | None, operation: str) -> APIStatusError:
    """The exception for an answer that is an error."""
    content = _select(declared, answer.content_type) if declared is not None else None
    error = _error_model(content.codec, answer.content) if content is not None and content.kind == "json" else None
    found = status_class(answer.status)(
        answer.status,
        reason=answer.reason,
        headers=answer.headers,
        body=json_or_text(answer),
        error=error,
        operation=operation,
    )
    found.attempts = answer.attempts
    return found


def json_or_text(answer: Answer) -> Any:
    """The body as a JSON value if it is one, else as text; None if there is none."""
    if not answer.content:
        return None
    try:
        return json.loads(answer.content)
    except (ValueError, RecursionError):
        return answer.text


def _error_model(codec: Codec[Any] | None, content: bytes) -> Any:
    try:
        return codec.decode(content, _no_drift) if codec is not None else None
    except (DecodeError, ValueError):
        return None


def _no_drift(drift: Drift) -> None:
    """The body of an error may look as it likes."""


def _success(operation: Operation[Any], declared: Response | None, answer: Answer, on_drift: OnDrift) -> Any:
    if not operation.has_body(answer.status) or declared is not None and not declared.contents:
        return None
    content = representation(operation, answer)
    if content is not None and content.opener is not None:
        return content.opener(operation, answer, on_drift)
    if content is None or declared is None and not answer.content:
        return _undeclared(answer)
    if content.kind == "json" and content.codec is not None:
        return _decoded(operation, content.codec, answer, on_drift)
    return answer.text if content.kind == "text" else answer.content


def representation(operation: Operation[Any], answer: Answer) -> Content | None:
    """What the body of a success is read as; None where the document does not say."""
    expected = operation.response(answer.status) or operation.success
    return _select(expected, answer.content_type) if expected is not None else None


def _select(declared: Response, content_type: str) -> Content | None:
    """The representation that the server has chosen; the only one, or the first JSON, where it says something else."""
    names = [content.media_type.partition(";")[0].strip().lower() for content in declared.contents]
    for wanted in ranges_of(content_type):
        if wanted in names:
            return declared.contents[names.index(wanted)]
    same = [content for content in declared.contents if content.kind == kind_of(content_type or "application/json")]
    return next(iter([*same, *declared.contents]), None)


def _undeclared(answer: Answer) -> Any:
    """The body of a success that the document does not know: JSON if it is, else text or bytes by its media type."""
    if not answer.content:
        return None
    kind = kind_of(answer.content_type or "application/json")
    if kind == "json":
        return json_or_text(answer)
    return answer.text if kind in ("text", "form") else answer.content


def _decoded(operation: Operation[Any], codec: Codec[Any], answer: Answer, on_drift: OnDrift) -> Any:
    def told(drift: Drift) -> None:
        on_drift(replace(drift, operation=operation.title))

    try:
        return codec.decode(answer.content, told)
    except (DecodeError, ValueError) as cause:
        pointer = cause.pointer if isinstance(cause, DecodeError) else ""
        raise DecodeError(
            _trouble(answer, cause),
            status_code=answer.status,
            headers=answer.headers,
            body=answer.content,
            pointer=pointer,
            operation=operation.title,
        ) from cause


def _trouble(answer: Answer, cause: Exception) -> str:
    if not answer.content:
        return f"{answer.status}: the body is empty where the document promises one"
    where = answer.content_type or "no media type"
    why = cause.message if isinstance(cause, DecodeError) else str(cause)
    if isinstance(cause, DecodeError) and cause.pointer:
        return f"{answer.status}: {why}"
    return f"{answer.status}: cannot read the body ({where}): {why}: {excerpt(redaction.text(answer.text[:200]))}"
