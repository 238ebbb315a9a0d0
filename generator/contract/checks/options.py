"""What callers add to what the document says: another server for a client, headers and a query for a call."""

from __future__ import annotations

from typing import Any

from ..document.raw import RawOperation
from ..findings import Finding, Outcome
from ..pair import Pair
from ..wire.bodies import Difference
from ..wire.calls import calls, given
from ..wire.network import Connection, Server
from .guarding import guarded
from .sending import nobody, success

_BASE, _OTHER = "https://contract.example", "https://other.example"
_HEADERS = {"x-contract": "1"}
_QUERY = {"contract": "a b"}


@guarded
def added(pair: Pair, operation: RawOperation) -> Outcome:
    """The request of a call goes to the server of its client, or of a copy, with the headers and the query that the call adds."""
    call = calls(pair, operation, 0)[0]
    for method in pair.methods(operation):
        of_client, keywords = given(pair, operation, method, call)
        keywords |= {"extra_headers": _HEADERS, "extra_query": _QUERY}
        server = Server(*success(pair, operation), None)
        with Connection(pair, method, server, nobody(pair), {**of_client, "base_url": _BASE}) as connection:
            for base, options in ((_BASE, {}), (_OTHER, {"base_url": _OTHER})):
                server.forget()
                try:
                    connection.call(keywords, **options)
                    problems = _missing(server.requests[0], base)
                except Exception as problem:
                    problems = [("a request", "none", f"{type(problem).__name__}: {problem}")]
                yield from (Finding(f"{method.symbol} ({what})", operation.pointer, *it) for what, *it in problems)


def _missing(request: Any, base: str) -> list[Difference]:
    """What a request lacks of what was added."""
    found: list[Difference] = []
    if not str(request.url).startswith(f"{base}/"):
        found.append(("base_url", base, str(request.url)))
    if not _HEADERS.items() <= request.headers.items():
        found.append(("extra_headers", _HEADERS, request.headers))
    if not _QUERY.items() <= {*request.url.params.multi_items()}:
        found.append(("extra_query", _QUERY, str(request.url)))
    return found
