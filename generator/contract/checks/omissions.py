"""Calls that lack something: refused before anything is sent, unless what they lack may be empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..document.raw import RawOperation, Unreadable
from ..findings import Finding, Outcome
from ..instances.values import NoInstance
from ..pair import Pair
from ..python.package import Method
from ..wire import bodies
from ..wire.calls import Call, arguments, body_fields, calls, given
from ..wire.network import Connection, Server
from ..wire.requests import NOTHING
from ..wire.security import Credentials
from .sending import success


def refused(pair: Pair, operation: RawOperation) -> Outcome:
    """A call without a required parameter or body is refused; one without fields of a body that needs none sends an empty object."""
    try:
        call = calls(pair, operation, 0)[0]
    except (NoInstance, Unreadable):  # which `sending.requests` tells of
        return
    for method in pair.methods(operation):
        for what, options, keywords in _lacking(pair, operation, method, call):
            may_be_empty = what == "body" and _may_be_empty(pair, operation)
            if may_be_empty and bodies.kind(pair, operation.bodies[0]) != "json":
                continue  # what an empty form looks like is nobody's business
            got, wanted = _sent(pair, operation, method, options, keywords), b"{}" if may_be_empty else None
            if got != wanted:
                subject = f"{method.symbol} (without {what})"
                yield Finding(subject, operation.pointer, "a refusal" if wanted is None else f"sent: {wanted!r}", got)


def _lacking(
    pair: Pair, operation: RawOperation, method: Method, call: Call
) -> Iterator[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
    """What is left out, with what is given to the client and to the method."""
    options, keywords = given(pair, operation, method, call)
    known = {place: it.name for one in method.signatures for place, it in arguments(pair, operation, one).items()}
    for parameter in operation.parameters:
        name = known.get((parameter.location, parameter.name))
        if parameter.required and name is not None:
            yield name, _without(options, name), _without(keywords, name)
    if operation.body_required and call.body is not NOTHING:
        yield "body", options, _without(keywords, "body")


def _without(values: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    return {key: value for key, value in values.items() if key != name}


def _may_be_empty(pair: Pair, operation: RawOperation) -> bool:
    """Whether a body that is given by its fields may have none, as far as clients look."""
    schema = operation.bodies[0].schema
    return bool(schema and body_fields(pair, operation) and not pair.values.judge.refuses(schema, "request", {}))


def _sent(
    pair: Pair, operation: RawOperation, method: Method, options: Mapping[str, Any], keywords: Mapping[str, Any]
) -> Any:
    """The body that reaches the server; None where the call is refused. Python itself refuses some."""
    server = Server(*success(pair, operation), None)
    nobody = Credentials("nothing", {"auth": pair.package.module.NoAuth()})
    with Connection(pair, method, server, nobody, options) as connection:
        try:
            connection.call(keywords)
        except (pair.errors.InvalidRequestError, TypeError) as problem:
            return None if not server.requests else f"a request, and {problem}"
        except Exception as problem:
            return f"{type(problem).__name__}: {problem}"
    return server.requests[0].content if server.requests else "nothing, and no exception"
