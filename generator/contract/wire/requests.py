"""The HTTP request that the document asks for, and how one that was sent differs from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from ..document.raw import RawOperation
from .bodies import Difference, same
from .choices import BODILESS, answering, succeeding
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
    """What should reach the server, but for the body. `query` are the encoded pairs; `headers` those that the document decides.

    `shared` are names in the query that several parameters write, in any order: an object is written as its properties.
    """

    method: str
    url: str
    query: tuple[str, ...]
    headers: Mapping[str, str]
    shared: Set[str] = frozenset()


def expected(operation: RawOperation, arguments: Arguments, by: Credentials | None) -> Expected:
    """The request for an operation, authenticated by one of its alternatives."""
    given = {name.lower(): value for name, value in by.headers.items()} if by else {}
    path, _, fixed = operation.path.partition("?")
    path = "/".join(quote(part, safe="{}%:@!$&'()*+,;=") for part in path.split("/"))
    query, headers, cookies = [it for it in fixed.split("&") if it], {}, []
    shared: set[str] = set()
    for parameter in operation.parameters:
        value = arguments.get((parameter.location, parameter.name), NOTHING)
        if value is NOTHING:
            continue
        if parameter.location == "path":
            path = path.replace(quote(f"{{{parameter.name}}}", safe="{}"), in_path(parameter, value))
            query = [it.replace(f"{{{parameter.name}}}", in_path(parameter, value)) for it in query]
        elif parameter.location == "query":
            pairs = in_query(parameter, value)
            shared |= _by_name(pairs).keys() & _by_name(query).keys()
            query += pairs
        elif parameter.location == "header":
            headers[parameter.name.lower()] = in_header(parameter, value)
        else:
            cookies += in_query(parameter, value)
    headers |= {"cookie": "; ".join(cookies)} if cookies else {}
    joined = [it for it in (headers.get("cookie"), given.get("cookie")) if it]
    headers |= {**given, **({"cookie": "; ".join(joined)} if joined else {})}
    return Expected(operation.method, operation.server + path, (*query, *(by.query if by else ())), headers, shared)


def accepted(operation: RawOperation, accept: str | None = None) -> tuple[set[str], set[str]]:
    """The media types that a request must offer to take, and those that it must not; `accept` is the one that is asked for."""
    found = list(succeeding(operation))
    bodily = [operation.responses[name] for name, _ in found if name not in BODILESS]
    usual = {it.media_type for contents in bodily for it in answering(contents, accept)}
    every = {it.media_type for _, contents in found for it in contents}
    errors = {it.media_type for name, them in operation.responses.items() if name[0] not in "123" for it in them}
    wanted = usual if accept is None else {accept}
    return wanted | (errors - every), every - wanted


def differences(wanted: Expected, request: Any, accepts: tuple[Set[str], Set[str]]) -> Iterator[Difference]:
    """Where a request that was sent is not what it should be: what, expected, got. Bodies are not looked at."""
    url, _, query = str(request.url).partition("?")
    sent = [pair for pair in query.split("&") if pair]
    if request.method != wanted.method:
        yield "method", wanted.method, request.method
    if url != _usual(wanted.url):
        yield "URL", wanted.url, url
    if _by_name(sent, wanted.shared) != _by_name(wanted.query, wanted.shared):
        yield "query", "&".join(wanted.query), query
    for name, value in wanted.headers.items():
        got = request.headers.get(name)
        is_cookie = name == "cookie"  # cookies, like pairs of a query, have no order
        if got != value and not (is_cookie and got and _by_name(got.split("; ")) == _by_name(value.split("; "))):
            yield f"header {name}", value, got
    for name in ("authorization", "cookie"):
        if name not in wanted.headers and name in request.headers:
            yield f"header {name}", None, request.headers[name]
    offered = _essences(request.headers.get("accept", "").split(","))
    right, wrong = map(_essences, accepts)
    if not right <= offered and "*/*" not in offered or (wrong - right) & offered:
        yield "header accept", sorted(right), request.headers.get("accept")


def _essences(media_types: Iterable[str]) -> set[str]:
    """Media types without their parameters; a name may list several."""
    return {it.partition(";")[0].strip() for listed in media_types for it in listed.split(",")}


def _usual(url: str) -> str:
    """A URL without the port that its scheme has anyway (RFC 3986, section 6.2.3)."""
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.removesuffix(_PORTS.get(scheme, ' '))}{slash}{path}"


def _by_name(pairs: Sequence[str], shared: Set[str] = frozenset()) -> dict[str, list[str]]:
    """The pairs by name: order counts among those of one name only, unless it is shared."""
    found: dict[str, list[str]] = {}
    for pair in pairs:
        found.setdefault(pair.partition("=")[0], []).append(pair)
    return {name: sorted(them) if name in shared else them for name, them in found.items()}
