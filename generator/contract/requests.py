"""The HTTP request that the document asks for, and how one that was sent differs from it.

The styles of OpenAPI are written here a second time, on purpose: from the specification, not from the client's runtime.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from .raw import RawDocument, RawOperation, RawParameter

NOTHING: Any = object()
"""The body of a request that has none."""

Arguments = Mapping[tuple[str, str], Any]
"""Values of parameters by location and name, as the document calls them."""


@dataclass(frozen=True)
class Expected:
    """What should reach the server. `query` are the encoded pairs; `headers` those that the document decides."""

    method: str
    url: str
    query: tuple[str, ...]
    headers: Mapping[str, str]
    media_type: str | None
    body: Any


def expected(operation: RawOperation, arguments: Arguments, body: Any, headers: Mapping[str, str]) -> Expected:
    """The request for an operation. `headers` are those that authenticate it."""
    query: list[str] = []
    found = {name.lower(): value for name, value in headers.items()}
    path = "/".join(quote(part, safe="{}%:@!$&'()*+,;=") for part in operation.path.split("/"))
    for parameter in operation.parameters:
        value = arguments.get((parameter.location, parameter.name), NOTHING)
        if value is NOTHING:
            continue
        if parameter.location == "path":
            path = path.replace(quote(f"{{{parameter.name}}}", safe="{}"), in_path(parameter, value))
        elif parameter.location == "query":
            query += in_query(parameter, value)
        elif parameter.location == "header":
            found[parameter.name.lower()] = _simple(value, parameter.explode, str)
        else:
            found["cookie"] = "; ".join(filter(None, [found.get("cookie"), *in_query(parameter, value)]))
    media_type = None if body is NOTHING else operation.bodies[0].media_type
    return Expected(operation.method, operation.server + path, tuple(query), found, media_type, body)


def accepted(operation: RawOperation) -> set[str]:
    """The media types that the operation's successes have."""
    successes = [contents for status, contents in operation.responses.items() if status[0] in "23d"]
    return {content.media_type for contents in successes for content in contents}


def differences(wanted: Expected, request: Any, accepts: Set[str]) -> Iterator[tuple[str, Any, Any]]:
    """Where a request (of httpx) is not what it should be: what, expected, got."""
    url, _, query = str(request.url).partition("?")
    sent = [pair for pair in query.split("&") if pair]
    if request.method != wanted.method:
        yield "method", wanted.method, request.method
    if url != wanted.url:
        yield "URL", wanted.url, url
    if _by_name(sent) != _by_name(wanted.query):
        yield "query", "&".join(wanted.query), query
    for name, value in wanted.headers.items():
        if request.headers.get(name) != value:
            yield f"header {name}", value, request.headers.get(name)
    if "authorization" not in wanted.headers and "authorization" in request.headers:
        yield "header authorization", None, request.headers["authorization"]
    offered = {it.partition(";")[0].strip() for it in request.headers.get("accept", "").split(",")}
    if not accepts <= offered and "*/*" not in offered:
        yield "header accept", sorted(accepts), request.headers.get("accept")
    yield from _body_differences(wanted, request)


def _body_differences(wanted: Expected, request: Any) -> Iterator[tuple[str, Any, Any]]:
    content_type = request.headers.get("content-type")
    if wanted.body is NOTHING:
        if request.content or content_type is not None:
            yield "body", "none", (content_type, request.content)
        return
    if (content_type or "").partition(";")[0] != (wanted.media_type or "").partition(";")[0]:
        yield "header content-type", wanted.media_type, content_type
    try:
        sent = json.loads(request.content)
    except ValueError:
        yield "body", wanted.body, request.content
        return
    if not same(sent, wanted.body):
        yield "body", wanted.body, sent


def same(left: Any, right: Any) -> bool:
    """Whether two JSON values are one: true is not 1, 1.0 is 1."""
    return json.dumps(_canonical(left), sort_keys=True) == json.dumps(_canonical(right), sort_keys=True)


def _canonical(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _canonical(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_canonical(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _by_name(pairs: Sequence[str]) -> dict[str, list[str]]:
    """The pairs by name: order counts among those of one name only."""
    found: dict[str, list[str]] = {}
    for pair in pairs:
        found.setdefault(pair.partition("=")[0], []).append(pair)
    return found


# Styles


def in_path(parameter: RawParameter, value: Any) -> str:
    """What stands in the path for a value."""
    if parameter.content is not None:
        return _encoded(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    if parameter.style == "label":
        return "." + _simple(value, parameter.explode, _encoded, "." if parameter.explode else ",")
    if parameter.style == "matrix":
        if parameter.explode and isinstance(value, dict):
            return "".join(f";{_encoded(key)}={_encoded(text(item))}" for key, item in value.items())
        values = value if parameter.explode and isinstance(value, list) else [value]
        return "".join(f";{_encoded(parameter.name)}={_simple(item, False, _encoded)}" for item in values)
    return _simple(value, parameter.explode, _encoded)


def in_query(parameter: RawParameter, value: Any) -> list[str]:
    """The encoded pairs that stand in the query, or in the cookie, for a value."""
    name = _encoded(parameter.name)
    encode = _reserved if parameter.reserved else _encoded
    if parameter.content is not None:
        return [f"{name}={encode(json.dumps(value, ensure_ascii=False, separators=(',', ':')))}"]
    if isinstance(value, dict) and parameter.style == "deepObject":
        return [f"{_encoded(f'{parameter.name}[{key}]')}={encode(text(item))}" for key, item in value.items()]
    if isinstance(value, dict) and parameter.explode:
        return [f"{_encoded(key)}={encode(text(item))}" for key, item in value.items()]
    if isinstance(value, list) and parameter.explode:
        return [f"{name}={encode(text(item))}" for item in value]
    if value in ([], {}):
        return []
    glue = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}.get(parameter.style, ",")
    return [f"{name}={_simple(value, False, encode, glue)}"]


def _simple(value: Any, explode: bool, encode: Any, glue: str = ",") -> str:
    if isinstance(value, dict) and explode:
        return glue.join(f"{encode(key)}={encode(text(item))}" for key, item in value.items())
    if isinstance(value, dict):
        return glue.join(encode(text(part)) for pair in value.items() for part in pair)
    return glue.join(encode(text(item)) for item in value) if isinstance(value, list) else str(encode(text(value)))


def text(value: Any) -> str:
    """A single value as text."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _encoded(value: str) -> str:
    return quote(value, safe="")


def _reserved(value: str) -> str:
    return quote(value, safe=":/?@!$'()*,;=")


# Security


@dataclass(frozen=True)
class Credentials:
    """What authenticates requests by one scheme: arguments of the client, headers that must come of them."""

    scheme: str
    options: Mapping[str, Any]
    headers: Mapping[str, str]
    token_url: str | None = None


def credentials(document: RawDocument, operation: RawOperation, package: Any) -> list[Credentials]:
    """One for each alternative that a single scheme suffices for; none for an operation without security."""
    schemes = document.value.get("components", {}).get("securitySchemes", {})
    found = []
    for alternative in operation.security:
        if len(alternative) == 1:
            (name,) = alternative
            one = _credentials(name, schemes.get(name, {}), package)
            found += [one] if one else []
    return found


def _credentials(name: str, scheme: Mapping[str, Any], package: Any) -> Credentials | None:
    kind = (scheme.get("type"), str(scheme.get("scheme", "")).lower())
    if kind == ("http", "bearer"):
        return Credentials(name, {"access_token": "contract"}, {"Authorization": "Bearer contract"})
    if kind == ("http", "basic"):
        return Credentials(name, {"auth": package.BasicAuth("me", "pass")}, {"Authorization": "Basic bWU6cGFzcw=="})
    if kind[0] == "apiKey" and scheme.get("in") == "header":
        return Credentials(name, {"auth": package.ApiKeyAuth("contract")}, {scheme["name"]: "contract"})
    token_url = scheme.get("flows", {}).get("clientCredentials", {}).get("tokenUrl")
    if kind[0] == "oauth2" and token_url:
        options = {"key_id": "me", "key_secret": "pass"}
        return Credentials(name, options, {"Authorization": "Bearer of-the-flow"}, token_url)
    return None
