"""What reaches the server: the request that the document asks for, and none for arguments that it does not allow."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ..document.raw import RawContent, RawOperation, Unreadable
from ..findings import Excluded, Finding, Outcome, short
from ..instances.values import NoInstance
from ..pair import Pair
from ..python.package import Method
from ..wire import bodies, media
from ..wire.calls import Call, body_fields, calls, given, left_out, wrong_calls
from ..wire.choices import answering, asked, choosers, succeeding
from ..wire.network import Connection, Server
from ..wire.requests import NOTHING, accepted, differences, expected
from ..wire.security import Credentials, credentials, is_open, unmet
from .guarding import guarded


@guarded
def requests(pair: Pair, operation: RawOperation) -> Outcome:
    """Called with minimal, full and boundary arguments, by each scheme, the request is the one that the document asks for."""
    yield from left_out(pair, operation)
    yield from unmet(pair.document, operation, pair.package)
    try:
        made = calls(pair, operation)
    except (NoInstance, Unreadable) as problem:
        yield Excluded(operation.id, operation.pointer, f"it cannot be called: {problem}")
        return
    for method in pair.methods(operation):
        for by in _ways(pair, operation):
            yield from _sent(pair, operation, method, by, made[:1])
        yield from _sent(pair, operation, method, _ways(pair, operation)[0], made[1:])
        for accept in asked(operation):
            asking = replace(made[0], label=f"accept {accept}", accept=accept)
            yield from _sent(pair, operation, method, _ways(pair, operation)[0], [asking])


def _ways(pair: Pair, operation: RawOperation) -> list[Credentials]:
    """Credentials that have fetched no token yet."""
    return [*credentials(pair.document, operation, pair.package)] or [nobody(pair)]


def nobody(pair: Pair) -> Credentials:
    """A client that authenticates nothing."""
    return Credentials("nothing", {"auth": pair.package.module.NoAuth()})


def _sent(pair: Pair, operation: RawOperation, method: Method, by: Credentials | None, made: list[Call]) -> Outcome:
    """What is wrong with the requests of some calls, made by one client. The arguments of the client are those of the first."""
    if not made:
        return
    server = Server(*success(pair, operation, made[0].accept), by.token_url if by else None)
    with Connection(pair, method, server, by, given(pair, operation, method, made[0])[0]) as connection:
        for number, call in enumerate(made):
            server.forget()
            subject = f"{method.symbol} ({call.label})"
            try:
                connection.call(given(pair, operation, method, call)[1])
            except Exception as problem:
                yield Finding(subject, operation.pointer, "a request", f"{type(problem).__name__}: {problem}")
                continue
            wanted_tokens = int(bool(by and by.token_url and number == 0))
            yield from _compared(pair, operation, call, server, by, subject)
            if len(server.token_requests) != wanted_tokens:
                yield Finding(
                    subject, operation.pointer, f"{wanted_tokens} requests of a token", len(server.token_requests)
                )


def _compared(
    pair: Pair, operation: RawOperation, call: Call, server: Server, by: Credentials | None, subject: str
) -> Outcome:
    if len(server.requests) != 1:
        yield Finding(subject, operation.pointer, "one request", f"{len(server.requests)} requests")
        return
    request = server.requests[0]
    wanted = expected(operation, call.arguments, by)
    found = [*differences(wanted, request, accepted(operation, call.accept)), *_of_body(pair, operation, call, request)]
    for what, right, got in found:
        yield Finding(f"{subject}: {what}", operation.pointer, right, got)


def _of_body(pair: Pair, operation: RawOperation, call: Call, request: Any) -> Iterator[bodies.Difference]:
    media_type = request.headers.get("content-type")
    if call.body is NOTHING:
        if request.content or media_type is not None:
            yield "body", "none", (media_type, request.content)
        return
    content, named = call.content or operation.bodies[0], call.content_type
    yield from bodies.differences(pair, content, call.body, media_type or "", request.content, named)


@guarded
def refusals(pair: Pair, operation: RawOperation) -> Outcome:
    """Arguments that the document does not allow are refused before anything is sent; so is a call without credentials."""
    try:
        good, wrong = calls(pair, operation, 0)[0], wrong_calls(pair, operation)
    except (NoInstance, Unreadable):  # which `requests` tells of
        return
    for method in pair.methods(operation):
        of_client = given(pair, operation, method, good)[0]
        server = Server(*success(pair, operation), None)
        with Connection(pair, method, server, nobody(pair), of_client) as connection:
            for call in wrong:
                shown = call.body if call.label.startswith("body") else call.arguments
                subject = f"{method.symbol} ({call.label}): {short(shown)}"
                yield from _refused(
                    pair, operation, connection, server, _keywords(pair, operation, method, call), subject
                )
            for name, value in _unknown(operation):
                keywords = {**_keywords(pair, operation, method, good), name: value}
                yield from _refused(pair, operation, connection, server, keywords, f"{method.symbol} ({name} {value})")
            if operation.body_required and not body_fields(pair, operation):
                keywords = {**_keywords(pair, operation, method, good), "body": pair.package.module.UNSET}
                yield from _refused(pair, operation, connection, server, keywords, f"{method.symbol} (no body)")
        if not is_open(operation):
            with Connection(pair, method, server, None, of_client) as connection:
                keywords = given(pair, operation, method, good)[1]
                yield from _refused(pair, operation, connection, server, keywords, f"{method.symbol} (no credentials)")


def _unknown(operation: RawOperation) -> Iterator[tuple[str, str]]:
    """Media types that cannot be chosen: the document has neither them nor a range that they are in."""
    answers = [it.media_type for _, contents in succeeding(operation) for it in contents]
    known = {"content_type": [it.media_type for it in operation.bodies], "accept": answers}
    for name in sorted(choosers(operation)):
        if "*/*" not in known[name]:
            yield name, "contract/unknown"


def _keywords(pair: Pair, operation: RawOperation, method: Method, call: Call) -> dict[str, Any]:
    return given(pair, operation, method, call)[1]


def _refused(
    pair: Pair, operation: RawOperation, connection: Connection, server: Server, keywords: dict[str, Any], subject: str
) -> Outcome:
    server.forget()
    got: Any = "no exception"
    try:
        connection.call(keywords)
    except pair.errors.InvalidRequestError:
        got = None
    except Exception as problem:
        got = f"{type(problem).__name__}: {problem}"
    if got or server.requests:
        sent = [str(it.url) for it in server.requests]
        yield Finding(subject, operation.pointer, "InvalidRequestError, nothing sent", (got, sent))


def success(pair: Pair, operation: RawOperation, accept: str | None = None) -> tuple[int, bytes, str | None]:
    """A status, a body and its media type that the operation may be answered with; `accept` is what is asked for."""
    listed = [(status, contents) for status, contents in operation.responses.items() if status[0] == "2"]
    for status, contents in listed or [("200", it) for name, it in operation.responses.items() if name == "default"]:
        number = int(status.upper().replace("X", "0"))
        has_body = contents and operation.method != "HEAD" and number not in (204, 205)
        return (number, *_body(pair, answering(contents, accept))) if has_body else (number, b"", None)
    return 200, b"", None


def _body(pair: Pair, contents: Sequence[RawContent]) -> tuple[bytes, str]:
    """JSON where there is some, else what is text or bytes."""
    found = next((it for it in contents if media.kind(pair, it) == "json"), None)
    if found is None:
        return b"a", media.concrete(contents[0].media_type)
    try:
        value = {} if found.schema is None else pair.values.minimal(found.schema, "response")
    except (NoInstance, Unreadable):
        value = {}
    return json.dumps(value).encode(), media.concrete(found.media_type)
