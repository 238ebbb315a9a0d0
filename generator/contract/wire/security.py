"""How operations are authenticated: what a client is given for each alternative, and what must reach the server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote, urljoin

from ..document.raw import RawDocument, RawOperation, join
from ..findings import Excluded
from ..python.package import Package

_SECRET = "contract"
BASIC = "Basic bWU6cGFzcw=="
"""What becomes of the keys, or of name and password, that clients are given."""
GRANTED = "of-the-flow"
"""The token that the server hands out."""


@dataclass(frozen=True)
class Credentials:
    """What authenticates requests by one alternative: arguments of the client, and what must come of them.

    `query` are encoded pairs. `token_url`: where a token must be asked for first.
    """

    name: str
    options: Mapping[str, Any]
    headers: Mapping[str, str] = field(default_factory=dict)
    query: tuple[str, ...] = ()
    token_url: str | None = None


def credentials(document: RawDocument, operation: RawOperation, package: Package) -> list[Credentials]:
    """One for each alternative that a client can meet; for one that asks for nothing, no credentials at all."""
    return [it for it in _alternatives(document, operation, package) if isinstance(it, Credentials)]


def unmet(document: RawDocument, operation: RawOperation, package: Package) -> list[Excluded]:
    """The alternatives that a client cannot meet."""
    return [it for it in _alternatives(document, operation, package) if isinstance(it, Excluded)]


def by_name(document: RawDocument, package: Package) -> Iterator[Credentials]:
    """One for each scheme of the document that a client can meet, held for that scheme alone."""
    for name in document.value.get("components", {}).get("securitySchemes", {}):
        one = _single(document, name, package)
        if isinstance(one, Credentials):
            yield replace(one, options={"auth": {name: _auth(document, name, package)}})


def strangers(document: RawDocument, operation: RawOperation, package: Package) -> Iterator[Credentials]:
    """One for each kind of credentials that serves no scheme which an operation names; none for one that asks for nothing."""
    if is_open(operation):
        return
    module = package.module
    kinds = {_kind(_scheme(document, name) or {}) for alternative in operation.security for name in alternative}
    for kind, auth in {
        "basic": module.BasicAuth("me", "pass"),
        "bearer": module.BearerAuth(_SECRET),
        "key": module.ApiKeyAuth(_SECRET),
    }.items():
        if kind not in kinds:
            yield Credentials(f"a scheme of another kind: {kind}", {"auth": auth})


def _kind(scheme: Mapping[str, Any]) -> str:
    """The kind of credentials that serve a scheme; "" for one that none do."""
    if scheme.get("type") == "http":
        return str(scheme.get("scheme", "")).lower()
    return {"apiKey": "key", "oauth2": "bearer", "openIdConnect": "bearer"}.get(str(scheme.get("type")), "")


def is_open(operation: RawOperation) -> bool:
    """Whether an operation may be called without credentials."""
    return not operation.security or any(not it for it in operation.security)


def _alternatives(document: RawDocument, operation: RawOperation, package: Package) -> Iterator[Credentials | Excluded]:
    for index, alternative in enumerate(operation.security):
        found = [_single(document, name, package) for name in alternative]
        met = [it for it in found if isinstance(it, Credentials)]
        if len(met) == len(found):
            together = _together(document, met, package)
            if together is not None:
                yield together
                continue
        reasons = [it for it in found if isinstance(it, str)] or ["its schemes write to the same place of a request"]
        yield Excluded(operation.id, join(operation.pointer, "security", str(index)), "; ".join(reasons))


def _together(document: RawDocument, single: list[Credentials], package: Package) -> Credentials | None:
    """The credentials of an alternative; None if no request can carry them all."""
    if not single:
        return Credentials("nothing", {"auth": package.module.NoAuth()})
    if len(single) == 1:
        return single[0]
    places = [place for it in single for place in _places(it)]
    if len({*places}) < len(places):
        return None
    auth = {it.name: _auth(document, it.name, package) for it in single}
    headers: dict[str, str] = {}
    for it in single:
        for name, value in it.headers.items():
            headers[name] = f"{headers[name]}; {value}" if name in headers else value
    token_url = next((it.token_url for it in single if it.token_url), None)
    return Credentials(
        " and ".join(auth), {"auth": auth}, headers, tuple(pair for it in single for pair in it.query), token_url
    )


def _places(one: Credentials) -> list[str]:
    """Where credentials go; cookies stand side by side."""
    cookies = [it.partition("=")[0] for it in (one.headers.get("Cookie"),) if it]
    return [
        *(name.lower() for name in one.headers if name != "Cookie"),
        *cookies,
        *(it.partition("=")[0] for it in one.query),
    ]


def _scheme(document: RawDocument, name: str) -> Mapping[str, Any] | None:
    schemes = document.value.get("components", {}).get("securitySchemes", {})
    return document.follow(join("/components/securitySchemes", name))[1] if name in schemes else None


def _single(document: RawDocument, name: str, package: Package) -> Credentials | str:
    """The credentials of one scheme, or why there are none."""
    scheme = _scheme(document, name)
    if scheme is None:
        return f"the document defines no security scheme {name}"
    kind, how = scheme.get("type"), str(scheme.get("scheme", "")).lower()
    if kind == "apiKey":
        return _key(document, name, scheme, package)
    if (kind, how) == ("http", "basic"):
        return Credentials(name, {"auth": package.module.BasicAuth("me", "pass")}, {"Authorization": BASIC})
    token_url = scheme.get("flows", {}).get("clientCredentials", {}).get("tokenUrl") if kind == "oauth2" else None
    if token_url:
        keys = (
            {"key_id": "me", "key_secret": "pass"}
            if _grants(document) == 1
            else {"auth": _auth(document, name, package)}
        )
        url = urljoin(f"{document.base_url}/", token_url)
        return Credentials(name, keys, {"Authorization": f"Bearer {GRANTED}"}, token_url=url)
    if kind in ("oauth2", "openIdConnect") or (kind, how) == ("http", "bearer"):
        return Credentials(name, {"access_token": _SECRET}, {"Authorization": f"Bearer {_SECRET}"})
    return f"the client has no credentials for {kind} {how}".rstrip()


def _keys(document: RawDocument) -> int:
    """How many schemes take a key; of several, a client must be told which one it is for."""
    schemes = [_scheme(document, it) or {} for it in document.value.get("components", {}).get("securitySchemes", {})]
    return sum(it.get("type") == "apiKey" for it in schemes)


def _grants(document: RawDocument) -> int:
    """How many schemes hand out tokens for keys; those of the only one are arguments of the client."""
    schemes = [_scheme(document, it) or {} for it in document.value.get("components", {}).get("securitySchemes", {})]
    return sum("clientCredentials" in it.get("flows", {}) for it in schemes)


def _key(document: RawDocument, name: str, scheme: Mapping[str, Any], package: Package) -> Credentials:
    auth = package.module.ApiKeyAuth(_SECRET)
    options = {"auth": auth if _keys(document) == 1 else {name: auth}}
    place, parameter = scheme.get("in"), scheme["name"]
    if place == "query":
        return Credentials(name, options, query=(f"{quote(parameter, safe='')}={_SECRET}",))
    return Credentials(
        name, options, {"Cookie": f"{parameter}={_SECRET}"} if place == "cookie" else {parameter: _SECRET}
    )


def _auth(document: RawDocument, name: str, package: Package) -> Any:
    """What a client is given for one scheme among others."""
    scheme = _scheme(document, name) or {}
    if scheme.get("type") == "apiKey":
        return package.module.ApiKeyAuth(_SECRET)
    if scheme.get("type") == "http" and str(scheme.get("scheme")).lower() == "basic":
        return package.module.BasicAuth("me", "pass")
    if scheme.get("flows", {}).get("clientCredentials"):
        return package.module.ClientCredentials("me", "pass")
    return package.module.BearerAuth(_SECRET)
