"""The view of the client's own modules: what it is constructed with, where it goes, how it authenticates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.api import names
from generator.api.model import Api, SecurityScheme, Server
from generator.diagnostics import Diagnostic, ProvgenError
from generator.package import docs, types
from generator.package.literals import literal
from generator.package.source import Imports, tuple_text
from generator.settings import ClientSettings

OPTIONS = (
    *("auth", "base_url", "timeout", "max_retries", "deadline", "headers", "on_drift", "strict"),
    *("http_client", "transport", "clock", "options"),
)
"""The arguments that every client has."""

BEARERS = ("oauth2", "openIdConnect")
"""Types of security schemes that take a bearer token."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A resource of the client: its attribute, module and class."""

    name: str
    class_name: str
    text: str


@dataclass(frozen=True, slots=True)
class ClientView:
    """`client.py`. `parameters` are declarations, `given` the mapping of their values by name in HTTP."""

    title: str
    text: str
    imports: str
    resources: tuple[Entry, ...]
    signature: str
    given: str
    secrets: tuple[str, ...]
    arguments: str
    servers: tuple[str, ...]
    about: tuple[str, ...]
    from_env: str


def client_view(api: Api, settings: ClientSettings) -> ClientView:
    """The view of an API's client."""
    _check(api)
    imports = Imports(api.schemas, ".")
    secrets = secrets_of(api.security_schemes)
    parameters = [(it, types.argument(it.schema, api.schemas)) for it in api.client_parameters]
    imports.add(*(found for _, found in parameters))
    python_names = [it.name for it in api.client_parameters]
    declared = [f"{it.name}: {found.text} | None = None" for it, found in parameters]
    declared += [f"{name}: {_SECRET_TYPES.get(name, 'str')} | None = None" for name in secrets]
    return ClientView(
        title=docs.plain(api.title).replace("\n", " ") or settings.package,
        text="\n\n".join(_text(api, secrets, settings)),
        imports=imports.text(),
        resources=tuple(
            Entry(it.name, it.class_name, docs.sentence(it.description) or f"Operations on {it.tag}.")
            for it in api.resources
        ),
        signature=", ".join(["self", *(["*"] if declared else []), *declared]),
        given="{" + ", ".join(f"{literal(it.wire)}: {it.name}" for it in api.client_parameters) + "}",
        secrets=secrets,
        arguments=", ".join(f"{name}={name}" for name in secrets),
        servers=tuple(_servers(api.servers)),
        about=tuple(_about(api, settings)),
        from_env=_from_env([*python_names, *secrets], settings.environment),
    )


_SECRET_TYPES = {"access_token": "TokenArgument"}


def _check(api: Api) -> None:
    taken = {*OPTIONS, "key_id", "key_secret", "access_token", "api_key"}
    found = [
        Diagnostic("client-parameter-name", f"{it.name!r} is an argument of every client", pointer=it.pointer)
        for it in api.client_parameters
        if it.name in taken
    ]
    if found:
        raise ProvgenError(found)


def secrets_of(schemes: Iterable[SecurityScheme]) -> tuple[str, ...]:
    """The constructor's arguments for credentials, as the document has schemes for them."""
    found = list(schemes)
    keys = any(_is_basic(it) or _is_grant(it) for it in found)
    tokens = any(it.type in BEARERS or it.type == "http" and it.scheme == "bearer" for it in found)
    api_keys = sum(it.type == "apiKey" for it in found)
    return (
        *(("key_id", "key_secret") if keys else ()),
        *(("access_token",) if tokens else ()),
        *(("api_key",) if api_keys == 1 else ()),
    )


def _is_basic(scheme: SecurityScheme) -> bool:
    return scheme.type == "http" and (scheme.scheme or "").lower() == "basic"


def _is_grant(scheme: SecurityScheme) -> bool:
    return scheme.type == "oauth2" and scheme.token_url is not None


def key_scheme(api: Api, settings: ClientSettings) -> SecurityScheme | None:
    """The scheme that a key id and its secret are for: the setting's, else client credentials, else basic."""
    schemes = api.security_schemes
    if settings.credentials is not None:
        named = next((it for it in schemes if it.name == settings.credentials), None)
        if named is None or not (_is_basic(named) or _is_grant(named)):
            text = f"credentials names {settings.credentials!r}, which is no basic or client-credentials scheme of the document"
            raise ProvgenError([Diagnostic("unknown-credentials-scheme", text)])
        return named
    grants = [it for it in schemes if _is_grant(it)]
    return next(iter([*grants, *(it for it in schemes if _is_basic(it))]), None)


def _text(api: Api, secrets: tuple[str, ...], settings: ClientSettings) -> Iterable[str]:
    yield f"The client of {docs.plain(api.title).replace(chr(10), ' ') or settings.package}, version {api.version}."
    lines = [
        docs.note(it.name, it.description, it.schema, api.schemas) or f"{it.name}: {it.wire}."
        for it in api.client_parameters
    ]
    lines += [_SECRET_NOTES[name] for name in secrets]
    lines += _OPTION_NOTES
    yield docs.section("Args", lines)


def _from_env(arguments: list[str], prefix: str) -> str:
    if not arguments:
        return "A client with `options`; this API has nothing that is read from environment variables."
    variables = ", ".join(f"{prefix}_{name.upper()}" for name in arguments)
    return f"A client whose arguments are read from environment variables: {variables}."


_SECRET_NOTES = {
    "key_id": "key_id: Key or user name.",
    "key_secret": "key_secret: Secret or password that belongs to it.",
    "access_token": "access_token: Bearer token, or a function that yields one for each request.",
    "api_key": "api_key: API key.",
}

_OPTION_NOTES = [
    "auth: Other credentials: BasicAuth, BearerAuth, ApiKeyAuth, ClientCredentials, NoAuth; several, or some by scheme.",
    "base_url: Where requests go: a URL, or one of `servers` or its name. The document's first server by default.",
    "timeout: Seconds for each phase of an attempt (60, connecting 10), None for no limit.",
    "deadline: Seconds for a whole call with all its attempts; none by default.",
    "max_retries: How often a call is repeated, if that is safe, after what may pass (3).",
    "headers: Sent with every request.",
    "on_drift: Called with each departure of an answer from the document.",
    "strict: Whether such departures are errors.",
    "http_client: An HTTP client of your own, with proxies or hooks; it is not closed with this one.",
    "transport: A transport of the HTTP library, for tests.",
    "clock: Where time and chance come from, for tests.",
]


def _servers(servers: Iterable[Server]) -> Iterable[str]:
    found = list(servers)
    keys = names.assign({it.url: _server_wishes(it) for it in found})
    for server in {it.url: it for it in found}.values():
        given = [literal(server.url)]
        if server.description or server.variables:
            given.append(literal(" ".join(docs.plain(server.description).split())))
        if server.variables:
            given.append(literal({it.name: it.default for it in server.variables}))
            limited = ", ".join(f"{literal(it.name)}: {_texts(it.values)}" for it in server.variables if it.values)
            given += [f"{{{limited}}}"] if limited else []
        yield f"{literal(keys[server.url])}: Server({', '.join(given)})"


def _server_wishes(server: Server) -> tuple[str, ...]:
    host = urlsplit(server.url).netloc.partition(":")[0]
    return tuple(name for name in (_slug(server.description), _slug(host), "server") if name)


def _slug(text: str) -> str:
    return names.snake(docs.plain(text)[:40])


def _texts(values: Iterable[str]) -> str:
    return tuple_text(literal(value) for value in values)


def _about(api: Api, settings: ClientSettings) -> Iterable[str]:
    yield literal(settings.package)
    yield literal(api.version)
    yield literal(settings.environment)
    if api.client_parameters:
        yield f"parameters={_texts(it.name for it in api.client_parameters)}"
    if api.security_schemes:
        schemes = [f"Scheme({', '.join(_scheme(it))})" for it in api.security_schemes]
        yield f"schemes={tuple_text(schemes)}"
    if api.security:
        yield f"security={tuple_text(map(_texts, api.security))}"
    scheme = key_scheme(api, settings)
    if scheme is not None:
        yield f"key_scheme={literal(scheme.name)}"


def _scheme(scheme: SecurityScheme) -> Iterable[str]:
    yield literal(scheme.name)
    yield literal(scheme.type)
    fields = {
        "scheme": (scheme.scheme or "").lower(),
        "location": scheme.location or "",
        "parameter": scheme.parameter or "",
        "token_url": scheme.token_url or "",
    }
    yield from (f"{name}={literal(value)}" for name, value in fields.items() if value)
