"""What reaches the server: the request that the document asks for, and none for arguments that it does not allow."""

from __future__ import annotations

from typing import Any

from .calls import Call, Server, calls, made, success, wrong_calls
from .findings import Finding, Outcome, short
from .pair import Pair
from .raw import RawOperation
from .requests import Credentials, accepted, credentials, differences, expected


def requests(pair: Pair, operation: RawOperation) -> Outcome:
    """Called with minimal, full and boundary arguments, by each scheme, the request is the one that the document asks for."""
    ways = credentials(pair.document, operation, pair.package.module)
    status, body = success(pair, operation)
    for method in pair.methods(operation):
        for number, call in enumerate(calls(pair, operation)):
            for by in (ways if number < 1 else ways[:1]) or [None]:  # type: ignore[list-item]
                server = Server(pair.package.http, status, body)
                subject = f"{method.symbol} ({call.label})"
                try:
                    made(pair, operation, method, call, server, by)
                except Exception as problem:
                    yield Finding(subject, operation.pointer, "a request", f"{type(problem).__name__}: {problem}")
                    continue
                yield from _compared(operation, call, server, by, subject)


def _compared(operation: RawOperation, call: Call, server: Server, by: Credentials | None, subject: str) -> Outcome:
    wanted = expected(operation, call.arguments, call.body, by.headers if by else {})
    if len(server.requests) != 1:
        yield Finding(subject, operation.pointer, "one request", f"{len(server.requests)} requests")
        return
    for what, right, got in differences(wanted, server.requests[0], accepted(operation)):
        yield Finding(f"{subject}: {what}", operation.pointer, right, got)
    if by and by.token_url and len(server.token_requests) != 1:
        yield Finding(subject, operation.pointer, f"one request of {by.token_url}", len(server.token_requests))


def refusals(pair: Pair, operation: RawOperation) -> Outcome:
    """Arguments that the document does not allow are refused before anything is sent."""
    ways = credentials(pair.document, operation, pair.package.module)
    by = ways[0] if ways else None
    status, body = success(pair, operation)
    for method in pair.methods(operation):
        for call in wrong_calls(pair, operation):
            server = Server(pair.package.http, status, body)
            got: Any = "no exception"
            try:
                made(pair, operation, method, call, server, by)
            except pair.errors.InvalidRequestError:
                got = None
            except Exception as problem:
                got = f"{type(problem).__name__}: {problem}"
            if got or server.requests:
                shown = call.body if call.label.startswith("body") else call.arguments
                sent = [it.url for it in server.requests]
                yield Finding(
                    f"{method.symbol} ({call.label}): {short(shown)}",
                    operation.pointer,
                    "InvalidRequestError, nothing sent",
                    (got, sent),
                )
