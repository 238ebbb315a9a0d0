"""Who may call an operation: who has the credentials that it asks for, and nobody else; and how a token is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl

from ..document.raw import RawOperation, Unreadable
from ..findings import Finding, Outcome
from ..instances.values import NoInstance
from ..pair import Pair
from ..python.package import Method
from ..wire.calls import Call, calls, given
from ..wire.network import Connection, Server
from ..wire.requests import accepted, differences, expected
from ..wire.security import BASIC, Credentials, by_name, credentials, strangers
from .sending import success

_REFUSED = "InvalidRequestError, nothing sent"
_NOTHING = Credentials("nothing", {})


def authenticated(pair: Pair, operation: RawOperation) -> Outcome:
    """Credentials that are held for one scheme are sent where an operation asks for it, and do not open any other."""
    try:
        call = calls(pair, operation, 0)[0]
    except (NoInstance, Unreadable):  # which `sending.requests` tells of
        return
    with_keys = [it for it in credentials(pair.document, operation, pair.package) if "key_id" in it.options]
    for method in pair.methods(operation):
        others = strangers(pair.document, operation, pair.package)
        for by in (*by_name(pair.document, pair.package), *with_keys, *others):
            subject = f"{method.symbol} (credentials for {by.name})"
            found = _problems(pair, operation, method, call, by)
            yield from (Finding(subject, operation.pointer, *it) for it in found)


def _problems(
    pair: Pair, operation: RawOperation, method: Method, call: Call, by: Credentials
) -> Iterator[tuple[Any, Any]]:
    """What is wrong with a call by some credentials: expected, got."""
    of_client, keywords = given(pair, operation, method, call)
    wanted = _sent(pair, operation, by)
    server = Server(*success(pair, operation), wanted.token_url if wanted else None)
    with Connection(pair, method, server, by, of_client) as connection:
        refusal = _refusal(pair, connection, keywords)
    requests = server.requests
    if wanted is None or refusal:
        if wanted is not None or not refusal or requests:
            got = (refusal or "no exception", [str(it.url) for it in requests])
            yield "a request" if wanted else _REFUSED, got
        return
    request = expected(operation, call.arguments, wanted)
    for sent in requests:
        yield from ((f"{it[0]}: {it[1]}", it[2]) for it in differences(request, sent, accepted(operation)))
    for asked in server.token_requests:
        yield from _misasked(asked)


def _sent(pair: Pair, operation: RawOperation, by: Credentials) -> Credentials | None:
    """The credentials that should come to the server; None where the call should be refused.

    Where the document says nothing of security at all, whatever a client holds is sent. A list of none for the whole API says
    no more than no list: it is operations that take away with `[]` what was asked for (Operation Object).
    """
    says_something = "security" in operation.value or bool(pair.document.value.get("security"))
    if any([*it] == [by.name] for it in operation.security) or not says_something:
        return by
    return _NOTHING if not operation.security or any(not it for it in operation.security) else None


def _refusal(pair: Pair, connection: Connection, keywords: Mapping[str, Any]) -> str:
    """Why a call was not sent; empty if something was, even if that was a request for a token that the server does not know."""
    try:
        connection.call(keywords)
    except pair.errors.InvalidRequestError as problem:
        return str(problem)
    except pair.errors.DecodeError:
        pass
    return ""


def _misasked(request: Any) -> Iterator[tuple[Any, Any]]:
    """What is wrong with a request for a token by the client-credentials grant (RFC 6749, section 4.4): expected, got."""
    form = dict(parse_qsl(request.content.decode()))
    if form.get("grant_type") != "client_credentials":
        yield "a token request with grant_type=client_credentials", form
    if request.headers.get("authorization") != BASIC:
        yield f"a token request with the keys in the header authorization: {BASIC}", request.headers.get(
            "authorization"
        )
    if request.headers.get("content-type", "").partition(";")[0] != "application/x-www-form-urlencoded":
        yield "a token request that is a form", request.headers.get("content-type")
