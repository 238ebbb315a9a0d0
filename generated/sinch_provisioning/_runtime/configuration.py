"""What a client is constructed with: servers, credentials, options, and what the environment says of them."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict

from .auth import ApiKeyAuth, Auth, BasicAuth, BearerAuth, ClientCredentials, Scheme
from .errors import CredentialsError, InvalidRequestError, Problem
from .messages import Target
from .options import header_problems, limit_problems, with_extra
from .retries import MAX_RETRIES, Clock
from .transport import AsyncHttpClient, AsyncTransport, HttpAuth, HttpClient, Timeout, Transport
from .unset import UNSET, Unset

if TYPE_CHECKING:
    from .reading import OnDrift

AuthArgument = Auth | Sequence[Auth] | Mapping[str, Auth] | HttpAuth
"""What `auth=` takes: credentials, several of them, some for each scheme by its name, or an auth of the HTTP library."""

TokenArgument = str | Callable[[], str | Awaitable[str]]
"""What `access_token=` takes: a token, or a function that yields one for each request."""

TimeoutArgument = Timeout | Unset
"""What `timeout=` takes: seconds, None for no limit, or the HTTP library's own timeout object."""


@dataclass(frozen=True, slots=True)
class Server:
    """A base URL that the document names. `variables` are the defaults of the placeholders in `template`."""

    template: str
    description: str = ""
    variables: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def url(self, **variables: str) -> str:
        """The URL with `variables` in place of its defaults. Raises `InvalidRequestError` for unknown names or values."""
        for name, given in variables.items():
            allowed = self.values.get(name) or (given,)
            if name not in self.variables or given not in allowed:
                expected = f"one of {', '.join(allowed if name in self.variables else self.variables)}"
                raise InvalidRequestError([Problem(f"server variable {name}", expected, given)])
        found = self.template
        for name, given in {**self.variables, **variables}.items():
            found = found.replace(f"{{{name}}}", given)
        return found


class About(NamedTuple):
    """What the generated package says of its API.

    `environment` is the prefix of the variables that `from_env` reads, `parameters` those arguments of the client that
    operations take. `key_scheme` names the scheme that `key_id` and `key_secret` are for; `security` is what operations
    require that do not say it themselves, None where the document says nothing.
    """

    name: str
    version: str
    environment: str
    parameters: tuple[str, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    security: tuple[tuple[str, ...], ...] | None = None
    key_scheme: str | None = None


class ViewOptions(TypedDict, total=False):
    """What `with_options` changes.

    `timeout` is seconds for each phase of an attempt, None for no limit, or the HTTP library's own timeout object;
    `deadline` seconds for a whole call with all its attempts. `max_retries` says how often calls that are safe to repeat
    are repeated. `headers` go with every request. `on_drift` is called with each departure of an answer from the
    document; `strict` makes it an error.
    """

    base_url: str | Server | None
    timeout: TimeoutArgument
    max_retries: int
    deadline: float | None
    headers: Mapping[str, str]
    on_drift: OnDrift | None
    strict: bool


class ClientOptions(ViewOptions, total=False):
    """The arguments of `Client` besides credentials and parameters.

    `auth` are other credentials. `http_client` is an HTTP client of your own, which is not closed with this one,
    `transport` a transport of the HTTP library for the one that is made otherwise. `clock` replaces time and chance.
    """

    auth: AuthArgument | None
    http_client: HttpClient | None
    transport: Transport | None
    clock: Clock


class AsyncClientOptions(ViewOptions, total=False):
    """The arguments of `AsyncClient` besides credentials and parameters, as in `ClientOptions`."""

    auth: AuthArgument | None
    http_client: AsyncHttpClient | None
    transport: AsyncTransport | None
    clock: Clock


class Settings(NamedTuple):
    """What may differ between views of one client."""

    target: Target
    max_retries: int = MAX_RETRIES
    deadline: float | None = None
    on_drift: OnDrift | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Secrets:
    """The credentials among the arguments of a client."""

    key_id: str | None = None
    key_secret: str | None = None
    access_token: TokenArgument | None = None
    api_key: str | None = None

    def __repr__(self) -> str:
        return "<Secrets>"

    def auths(self, about: About) -> list[Auth]:
        """What they stand for. Raises `CredentialsError` for a key id without its secret, or the reverse."""
        found: list[Auth] = []
        if self.access_token is not None:
            found.append(BearerAuth(self.access_token))
        if self.api_key is not None:
            found.append(ApiKeyAuth(self.api_key))
        if self.key_id is not None and self.key_secret is not None:
            scheme = next((scheme for scheme in about.schemes if scheme.name == about.key_scheme), None)
            grants = scheme is not None and scheme.type == "oauth2"
            found.append((ClientCredentials if grants else BasicAuth)(self.key_id, self.key_secret))
        elif self.key_id is not None or self.key_secret is not None:
            raise CredentialsError("key_id and key_secret go together: one of them is missing")
        return found


def environment(about: About, names: Sequence[str], options: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of a client out of environment variables and `options`.

    `names` are the arguments for credentials, which are not read if `options` has an `auth`; an access token goes before
    keys. Raises `CredentialsError` if the document wants credentials and there are none.
    """
    own = options.get("auth") is not None
    variables = {name: f"{about.environment}_{name.upper()}" for name in (*about.parameters, *(() if own else names))}
    found = {name: os.environ[variable] for name, variable in variables.items() if os.environ.get(variable)}
    if "access_token" in found:
        found = {name: value for name, value in found.items() if name not in ("key_id", "key_secret")}
    missing = about.security and names and not found.keys() & set(names)
    if missing and not own and options.get("http_client") is None:
        raise CredentialsError(f"no credentials in the environment: set {', '.join(map(variables.__getitem__, names))}")
    return {**found, **options}


def check_settings(options: Mapping[str, Any]) -> None:
    """Raises `InvalidRequestError` for values that make no sense."""
    problems = [*limit_problems(options), *header_problems("headers", options.get("headers"))]
    if problems:
        raise InvalidRequestError(problems)


def changed(settings: Settings, changes: Mapping[str, Any]) -> Settings:
    """The settings with some options in place of theirs."""
    check_settings(changes)
    target = settings.target._replace(headers=with_extra({**settings.target.headers}, changes.get("headers")))
    if changes.get("timeout", UNSET) is not UNSET:
        target = target._replace(timeout=changes["timeout"])
    own = {name: changes[name] for name in ("max_retries", "deadline", "on_drift", "strict") if name in changes}
    return settings._replace(target=target, **own)
