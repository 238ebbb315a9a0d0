"""What is made of errors: each status raises its class, with the body as the document's model of it."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from ..document.raw import RawContent, RawOperation
from ..findings import Excluded, Finding, Outcome
from ..instances.values import Case, NoInstance
from ..pair import Pair
from ..wire.answering import REQUEST_ID, Caller, Reply, with_each
from ..wire.calls import examples
from ..wire.media import framing, kind, named
from ..wire.parsed import attribute, fields_of, is_model, misread
from ..wire.requests import NOTHING, same

_CLASSES = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    412: "PreconditionFailedError",
    422: "UnprocessableEntityError",
    424: "FailedDependencyError",
    429: "RateLimitError",
}
_RANGES = {"4XX": (404, 418), "5XX": (503, 599), "DEFAULT": (409, 418, 520)}
"""What stands for statuses of which the document names many."""
_UNDOCUMENTED = (*_CLASSES, 418, 520, 599)
_LINE = 100
"""Characters of a message that are shown for certain."""
_HTML = "<html><body>Bad gateway\n</body></html>"


class Told(NamedTuple):
    """An error that the server may answer with: its body, the schema of that, and what is made of it.

    `error` is the JSON value that the error model stands for, `NOTHING` where there is none; `body` what was received: a JSON
    value, a text, or None.
    """

    label: str
    pointer: str
    reply: Reply
    body: Any = None
    schema: str | None = None
    error: Any = NOTHING


def problems(pair: Pair, operation: RawOperation) -> Outcome:
    """Each documented error raises its class with the parsed body; so do statuses and bodies that the document does not have."""
    told: list[Told] = []
    for name, contents in operation.responses.items():
        for status in _numbers(operation, name):
            told += [] if contents else _bare(status, operation.pointer)
            for content in contents:
                found = list(_told(pair, name, status, content))
                told += found
                if not found:
                    yield Excluded(operation.id, content.pointer, "no value was found that its schema allows")
    told += _unexpected(operation)
    yield from with_each(pair, operation, partial(_raised, told))


def _numbers(operation: RawOperation, name: str) -> list[int]:
    """The statuses that are tried for one of the document that is an error."""
    if name.isdigit():
        return [int(name)] if int(name) >= 400 else []
    return [it for it in _RANGES.get(name.upper(), ()) if _response(operation, it) == name]


def _response(operation: RawOperation, status: int) -> str | None:
    """What the document calls the response of a status: itself, its range, the default."""
    known = {name.upper(): name for name in operation.responses}
    return known.get(str(status)) or known.get(f"{status // 100}XX") or known.get("DEFAULT")


def _told(pair: Pair, name: str, status: int, content: RawContent) -> Iterator[Told]:
    media_type, what = named(pair, content), kind(pair, content)
    of_success = name.lower() == "default" and framing(content) is not None  # a stream is no model of an error
    if what != "json" or of_success:
        yield Told(f"{status}, {what}", content.pointer, Reply(status, b"gone\n", media_type), "gone\n")
        return
    for case in _cases(pair, content):
        reply = Reply.json(status, case.value, media_type)
        yield Told(f"{status}, {case}", content.pointer, reply, case.value, content.schema, case.value)


def _cases(pair: Pair, content: RawContent) -> list[Case]:
    """Examples, and each kind of error: variants of errors cannot be told apart, so each is taken by itself."""
    kinds = [] if content.schema is None else pair.values.variants(content.schema) or [content.schema]
    found = examples(pair, content, "response")
    for one in kinds:
        for label, value in (("minimal", pair.values.minimal), ("full", pair.values.full)):
            try:
                found.append(Case(f"{label} {one.rpartition('/')[2]}", value(one, "response")))
            except NoInstance:
                continue
    return found if content.schema is not None else [*found, Case("anything", {"errorCode": "teapot"})]


def _bare(status: int, pointer: str) -> list[Told]:
    """Answers of a status for which the document has no body."""
    body = {"errorCode": "teapot", "message": "short and stout"}
    return [Told(f"{status}", pointer, Reply(status)), Told(f"{status}, JSON", pointer, Reply.json(status, body), body)]


def _unexpected(operation: RawOperation) -> Iterator[Told]:
    """Statuses that the document does not have, and bodies that no document has."""
    for status in _UNDOCUMENTED:
        if _response(operation, status) is None:
            yield from _bare(status, operation.pointer)
    documented = [number for name in operation.responses for number in _numbers(operation, name)]
    for status in (documented[:1] or [404]) + [502]:
        yield Told(f"{status}, HTML", operation.pointer, Reply(status, _HTML.encode(), "text/html"), _HTML)
        yield Told(f"{status}, text", operation.pointer, Reply(status, b"not\nnow", "text/plain"), "not\nnow")
        yield Told(f"{status}, empty", operation.pointer, Reply(status))


def _raised(told: list[Told], caller: Caller) -> Outcome:
    for one in told:
        wanted, subject = class_of(one.reply.status), f"{caller} ({one.label})"
        try:
            got = caller.answered(one.reply)
        except caller.pair.errors.APIStatusError as problem:
            for at, *it in _differences(caller, one, wanted, problem):
                yield Finding(subject, one.pointer + at, *it)
        except Exception as problem:
            yield Finding(subject, one.pointer, wanted, f"{type(problem).__name__}: {problem}")
        else:
            yield Finding(subject, one.pointer, wanted, got)


def class_of(status: int) -> str:
    """The exception that a status raises."""
    return _CLASSES.get(status, "InternalServerError" if status >= 500 else "APIStatusError")


def _differences(caller: Caller, told: Told, wanted: str, problem: Any) -> Iterator[tuple[str, Any, Any]]:
    """Where an exception is not what is promised of it."""
    facts = {
        "its class": (wanted, type(problem).__name__),
        "status_code": (told.reply.status, problem.status_code),
        "body": (told.body, problem.body),
        "request_id": (REQUEST_ID, problem.request_id),
        "content-type": (told.reply.media_type, problem.headers.get("Content-Type")),
        "request": (caller.operation.method, getattr(problem.request, "method", None)),
    }
    for what, (right, got) in facts.items():
        if right != got and not (what == "body" and same(right, got)):
            yield "", f"{what}: {right}", got
    if told.error is NOTHING:
        if problem.error is not None:
            yield "", "error: None", problem.error
    else:
        yield from misread(caller.pair, told.schema, problem.error, told.error)
        yield from _conveniences(told, problem)
    yield from _line(caller, told, str(problem))


def _conveniences(told: Told, problem: Any) -> Iterator[tuple[str, Any, Any]]:
    """The error's properties are attributes of the exception as well; `message` is the one that the body has."""
    if not isinstance(told.error, dict) or not is_model(problem.error):
        return
    if isinstance(told.error.get("message"), str) and problem.message != told.error["message"]:
        yield "/message", f"message: {told.error['message']}", problem.message
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        cls: Any = type(problem.error)
        found = [(key, name, attribute(problem.error, key)) for key, name in fields_of(cls).items()]
        for key, name, right in found:
            got = getattr(problem, name, NOTHING)
            if not hasattr(type(problem), name) and name not in vars(problem) and got is not right and got != right:
                yield f"/{key}", f"an attribute {name} of the exception: {right}", got


def _line(caller: Caller, told: Told, line: str) -> Iterator[tuple[str, Any, Any]]:
    """Printed, an error is one line that names operation, status, and the code and message of the body."""
    operation = caller.operation
    parts = [f"{operation.method} {operation.path}", str(told.reply.status)]
    if isinstance(told.body, dict) and not isinstance(told.body.get("error"), dict):
        values = (told.body.get(key) for key in ("errorCode", "message"))
        parts += [" ".join(it.split()) for it in values if isinstance(it, str) and len(it) < _LINE]
    missing = [part for part in parts if part not in line]
    if missing or "\n" in line or "<body>" in line:
        yield "", f"one line that tells of {parts}", line
