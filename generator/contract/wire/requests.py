"""The HTTP request that the document asks for, and how one that was sent differs from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from ..document.raw import RawOperation
from .bodies import Difference, same
from .media import unasked
from .security import Credentials
from .styles import in_header, in_path, in_query

__all__ = ["NOTHING", "Arguments", "Expected", "accepted", "differences", "expected", "same"]

NOTHING: Any = object()
"""The body of a request that has none."""

_PORTS = {"http": ":80", "https": ":443"}
Arguments = Mapping[tuple[str, str], Any]
"""Values of parameters by location and name, as the document calls them."""


@dataclass(frozen=True)
class Expected:
    """What should reach the server, but for the body. `query` are the encoded pairs; `headers` those that the document decides."""

    method: str
    url: str
    query: tuple[str, ...]
    headers: Mapping[str, str]


def expected(operation: RawOperation, arguments: Arguments, by: Credentials | None) -> Expected:
    """The request for an operation, authenticated by one of its alternatives."""
    given = {name.lower(): value for name, value in by.headers.items()} if by else {}
    path, _, fixed = operation.path.partition("?")
    path = "/".join(quote(part, safe="{}%:@!$&'()*+,;=") for part in path.split("/"))
    query, headers, cookies = [fixed] if fixed else [], {}, []
    for parameter in operation.parameters:
        value = arguments.get((parameter.location, parameter.name), NOTHING)
        if value is NOTHING:
            continue
        if parameter.location == "path":
            path = path.replace(quote(f"{{{parameter.name}}}", safe="{}"), in_path(parameter, value))
        elif parameter.location == "query":
            query += in_query(parameter, value)
        elif parameter.location == "header":
            headers[parameter.name.lower()] = in_header(parameter, value)
        else:
            cookies += in_query(parameter, value)
    headers |= {"cookie": "; ".join(cookies)} if cookies else {}
    joined = [it for it in (headers.get("cookie"), given.get("cookie")) if it]
    headers |= {**given, **({"cookie": "; ".join(joined)} if joined else {})}
    return Expected(operation.method, operation.server + path, (*query, *(by.query if by else ())), headers)


def accepted(operation: RawOperation) -> set[str]:
    """The media types that the operation's successes have, streams where there is nothing else."""
    successes = [contents for status, contents in operation.responses.items() if status[0] in "23d"]
    return {content.media_type for contents in successes for content in unasked(contents)}


def differences(wanted: Expected, request: Any, accepts: Set[str]) -> Iterator[Difference]:
    """Where a request that was sent is not what it should be: what, expected, got. Bodies are not looked at."""
    url, _, query = str(request.url).partition("?")
    sent = [pair for pair in query.split("&") if pair]
    if request.method != wanted.method:
        yield "method", wanted.method, request.method
    if url != _usual(wanted.url):
        yield "URL", wanted.url, url
    if _by_name(sent) != _by_name(wanted.query):
        yield "query", "&".join(wanted.query), query
    for name, value in wanted.headers.items():
        got = request.headers.get(name)
        is_cookie = name == "cookie"  # cookies, like pairs of a query, have no order
        if got != value and not (is_cookie and got and _by_name(got.split("; ")) == _by_name(value.split("; "))):
            yield f"header {name}", value, got
    for name in ("authorization", "cookie"):
        if name not in wanted.headers and name in request.headers:
            yield f"header {name}", None, request.headers[name]
    offered = {it.partition(";")[0].strip() for it in request.headers.get("accept", "").split(",")}
    if not {it.partition(";")[0].strip() for it in accepts} <= offered and "*/*" not in offered:
        yield "header accept", sorted(accepts), request.headers.get("accept")


def _usual(url: str) -> str:
    """A URL without the port that its scheme has anyway (RFC 3986, section 6.2.3)."""
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.removesuffix(_PORTS.get(scheme, ' '))}{slash}{path}"


def _by_name(pairs: Sequence[str]) -> dict[str, list[str]]:
    """The pairs by name: order counts among those of one name only."""
    found: dict[str, list[str]] = {}
    for pair in pairs:
        found.setdefault(pair.partition("=")[0], []).append(pair)
    return found
