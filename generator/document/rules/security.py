"""How a client gets to the API and in: servers and security schemes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.diagnostics import Severity
from generator.document.findings import Finding, listed, quoted, shown
from generator.document.pointers import join
from generator.document.walk import Site, Survey

_SCHEMES = {"basic", "bearer"}


def _schemes(survey: Survey) -> Mapping[str, Any]:
    components = survey.value.get("components")
    schemes = components.get("securitySchemes") if isinstance(components, dict) else None
    if not isinstance(schemes, dict):
        return {}
    return {name: survey.resolve(scheme, "")[0] for name, scheme in schemes.items()}


def _requirements(site: Site) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The security requirements of the document or of an operation, each with its pointer."""
    requirements = site.value.get("security")
    for index, requirement in enumerate(requirements if isinstance(requirements, list) else ()):
        if isinstance(requirement, dict):
            yield join(site.pointer, "security", index), requirement


def undeclared_scheme(site: Site, survey: Survey) -> Iterator[Finding]:
    """A security requirement that names a scheme that the components do not have."""
    schemes = _schemes(survey)
    for pointer, requirement in _requirements(site):
        for name in requirement:
            if name not in schemes:
                message = f"the security scheme {quoted(name)} is not declared"
                known = listed(map(quoted, schemes), "and") if schemes else "none"
                hint = f"declared under components/securitySchemes: {known}"
                yield Finding("undeclared-security-scheme", message, join(pointer, name), hint, cause=name)


def undeclared_scope(site: Site, survey: Survey) -> Iterator[Finding]:
    """A security requirement that asks for a scope that no flow of its OAuth2 scheme has."""
    schemes = _schemes(survey)
    for pointer, requirement in _requirements(site):
        for name, scopes in requirement.items():
            known = _scopes(schemes.get(name))
            for scope in scopes if isinstance(scopes, list) and known is not None else ():
                if scope not in (known or ()):
                    message = f"the scheme {quoted(name)} has no scope {shown(scope)}"
                    at = join(pointer, name)
                    hint = f"its scopes are {listed(map(shown, known or ()), 'and')}"
                    yield Finding("undeclared-scope", message, at, hint, Severity.WARNING, (name, str(scope)))


def _scopes(scheme: Any) -> list[Any] | None:
    """All scopes of the flows of an OAuth2 scheme; None if it is no such scheme."""
    flows = scheme.get("flows") if isinstance(scheme, dict) and scheme.get("type") == "oauth2" else None
    if not isinstance(flows, dict):
        return None
    found = [flow.get("scopes") for flow in flows.values() if isinstance(flow, dict)]
    return [scope for scopes in found if isinstance(scopes, dict) for scope in scopes]


def fighting_schemes(site: Site, survey: Survey) -> Iterator[Finding]:
    """One requirement with several schemes of which two write the same header: no request can satisfy it."""
    schemes = _schemes(survey)
    for pointer, requirement in _requirements(site):
        headers: dict[str, list[str]] = {}
        for name in requirement:
            header = _header(schemes.get(name))
            if header:
                headers.setdefault(header, []).append(name)
        for header, names in headers.items():
            if len(names) > 1:
                who = listed(map(quoted, names), "and")
                message = f"this requirement demands {who} at once, and each writes the {header.title()} header"
                hint = "if any one of them suffices, make each a requirement of its own in the list (in an overlay)"
                cause = (header, *names)
                yield Finding("fighting-security-schemes", message, pointer, hint, Severity.WARNING, cause)


def _header(scheme: Any) -> str | None:
    """The header that a security scheme writes, in lower case."""
    if not isinstance(scheme, dict):
        return None
    if scheme.get("type") in ("http", "oauth2", "openIdConnect"):
        return "authorization"
    return str(scheme.get("name")).lower() if scheme.get("type") == "apiKey" and scheme.get("in") == "header" else None


def unsupported_scheme(site: Site, survey: Survey) -> Iterator[Finding]:
    """A security scheme that the client cannot follow by itself."""
    kind, scheme = site.value.get("type"), str(site.value.get("scheme")).lower()
    hint = "pass an authentication object of your own to the client"
    if kind in ("mutualTLS", "openIdConnect"):
        message = f"the client does not do {kind} authentication ({quoted(site.name)})"
    elif kind == "http" and scheme not in _SCHEMES:
        message = f"the client does not do the HTTP authentication {quoted(scheme)} ({quoted(site.name)})"
    elif (
        kind == "oauth2"
        and isinstance(site.value.get("flows"), dict)
        and "clientCredentials" not in site.value["flows"]
    ):
        message = f"the client cannot get tokens for {quoted(site.name)}, which has no client-credentials flow"
        hint = "get a token elsewhere and pass it as a bearer token"
    else:
        return
    yield Finding("unsupported-security", message, site.pointer, hint, Severity.WARNING)


_VARIABLE = re.compile(r"\{([^{}]*)\}")


def server_url(site: Site, survey: Survey) -> Iterator[Finding]:
    """A server that calls cannot be sent to as it stands."""
    url = site.value.get("url")
    if not isinstance(url, str):
        return
    at = join(site.pointer, "url")
    variables = site.value.get("variables")
    declared = variables if isinstance(variables, dict) else {}
    for name in dict.fromkeys(_VARIABLE.findall(url)):
        if name not in declared:
            message = f"the server {quoted(url)} has a variable {quoted(name)} that is not declared"
            yield Finding(
                "server-variable", message, at, f"declare `variables: {name}: default: …`", Severity.WARNING, url
            )
    scheme, colon, _ = url.partition("://")
    if colon and "{" not in scheme and scheme.lower() not in ("http", "https"):
        message = f"the server {quoted(url)} is not reached by http or https"
        yield Finding("server-url", message, at, "pass `base_url` to the client", Severity.WARNING, url)
    elif not colon and not url.startswith("{"):
        message = f"the server {quoted(url)} is not a full URL, so calls need a `base_url`"
        yield Finding("server-url", message, at, "write it with https:// and host", Severity.WARNING, url)


def server_variables(site: Site, survey: Survey) -> Iterator[Finding]:
    """A server variable that does not occur in the URL, or whose default is none of its values."""
    url, variables = site.value.get("url"), site.value.get("variables")
    for name, variable in variables.items() if isinstance(variables, dict) else ():
        at = join(site.pointer, "variables", name)
        if isinstance(url, str) and "{" + name + "}" not in url:
            message = f"the server variable {quoted(name)} is not in the URL {quoted(url)}"
            yield Finding("server-variable", message, at, None, Severity.WARNING)
        values = variable.get("enum") if isinstance(variable, dict) else None
        if isinstance(values, list) and values and variable.get("default") not in values:
            message = f"the default {shown(variable.get('default'))} of {quoted(name)} is none of its values"
            yield Finding("server-variable", message, join(at, "default"), None, Severity.WARNING)


def missing_servers(site: Site, survey: Survey) -> Iterator[Finding]:
    """A document without servers: the client has no address to call."""
    if not site.value.get("servers") and site.value.get("paths"):
        message = "the document names no server, so the client needs a `base_url`"
        yield Finding("missing-servers", message, site.pointer, "add `servers` in an overlay", Severity.WARNING)
