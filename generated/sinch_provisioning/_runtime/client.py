"""What `Client` and `AsyncClient` are made of: one pure half, and two thin ones that send."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypedDict, TypeVar
from urllib.parse import urlsplit

from .auth import (
    Additions,
    ApiKeyAuth,
    Auth,
    BasicAuth,
    BearerAuth,
    ClientCredentials,
    Plan,
    Scheme,
    Step,
    Steps,
    keyring,
)
from .errors import CredentialsError, InvalidRequestError, Problem
from .messages import Answer, PreparedRequest, Target, with_timeout
from .transport import (
    DEFAULT_TIMEOUT,
    AsyncHttpClient,
    AsyncTransport,
    HttpAuth,
    HttpClient,
    Timeout,
    Transport,
    async_lock,
    authenticates,
    open_async_client,
    open_client,
    send,
    send_async,
)
from .unset import UNSET, Unset

C = TypeVar("C", bound="SyncClient")
A = TypeVar("A", bound="AsyncBaseClient")

AuthArgument = Auth | Sequence[Auth] | Mapping[str, Auth] | HttpAuth
"""What `auth=` takes: credentials, several of them, some for each scheme by its name, or an auth of the HTTP library."""

Security = tuple[tuple[str, ...], ...] | None
"""What an operation requires itself: alternatives, each the names of the schemes that it takes together."""

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
        for name, value in variables.items():
            allowed = self.values.get(name) or (value,)
            if name not in self.variables or value not in allowed:
                expected = f"one of {', '.join(allowed if name in self.variables else self.variables)}"
                raise InvalidRequestError([Problem(f"server variable {name}", expected, value)])
        found = self.template
        for name, value in {**self.variables, **variables}.items():
            found = found.replace(f"{{{name}}}", value)
        return found


@dataclass(frozen=True, slots=True)
class About:
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


class ClientOptions(TypedDict, total=False):
    """The arguments of `Client` besides credentials and parameters."""

    auth: AuthArgument | None
    base_url: str | Server | None
    timeout: TimeoutArgument
    http_client: HttpClient | None
    transport: Transport | None


class AsyncClientOptions(TypedDict, total=False):
    """The arguments of `AsyncClient` besides credentials and parameters."""

    auth: AuthArgument | None
    base_url: str | Server | None
    timeout: TimeoutArgument
    http_client: AsyncHttpClient | None
    transport: AsyncTransport | None


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


class BaseClient:
    """What does not send: where requests go, what they carry, and how they are authenticated."""

    _about: ClassVar[About]
    servers: ClassVar[Mapping[str, Server]] = {}
    """The document's servers, by name."""

    def __init__(
        self, parameters: Mapping[str, Any], secrets: Secrets, auth: AuthArgument | None, base_url: str | Server | None
    ) -> None:
        given = {name: value for name, value in parameters.items() if value is not None}
        agent = {"User-Agent": f"{self._about.name}/{self._about.version}"}
        self._target = Target(self._base_url(base_url), base_url is not None, given, agent)
        held = secrets.auths(self._about)
        if held and auth is not None:
            raise CredentialsError("give either auth= or keys and tokens, not both")
        self._http_auth = auth if isinstance(auth, HttpAuth) else None
        self._keyring = keyring(self._about.schemes, held if auth is None or isinstance(auth, HttpAuth) else auth)
        self._delegated = self._http_auth is not None
        self._plans: dict[Security, Plan] = {}

    @property
    def base_url(self) -> str:
        """Where requests go, without trailing slash."""
        return self._target.base_url

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.base_url}>"

    def _base_url(self, given: str | Server | None) -> str:
        first = next(iter(self.servers.values()), None)
        chosen = first if given is None else given
        url = (chosen.url() if isinstance(chosen, Server) else chosen or "").rstrip("/")
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and parts.netloc and not parts.query and not parts.fragment:
            return url
        if given is None:
            raise InvalidRequestError("the document names no absolute server: pass base_url='https://…'")
        raise InvalidRequestError([Problem("base_url", "an absolute http or https URL without query", given)])

    def _plan(self, operation: str, security: Security) -> Plan:
        """Which credentials an operation gets; `security` is its own requirement, None for the client's."""
        if self._delegated:
            return ()
        wanted = self._about.security if security is None else security
        if wanted not in self._plans:
            try:
                self._plans[wanted] = self._keyring.plan(wanted)
            except CredentialsError as error:
                raise CredentialsError(error.message, operation=operation) from None
        return self._plans[wanted]


class SyncClient(BaseClient):
    """The base of `Client`. Thread safe. Closes the HTTP client it has made itself, not one it was given."""

    def __init__(
        self,
        parameters: Mapping[str, Any],
        secrets: Secrets,
        *,
        auth: AuthArgument | None,
        base_url: str | Server | None,
        timeout: TimeoutArgument,
        http_client: HttpClient | None,
        transport: Transport | None,
    ) -> None:
        super().__init__(parameters, secrets, auth, base_url)
        self._owned = http_client is None
        self._timeout: TimeoutArgument = UNSET if http_client is None else timeout
        self._http = open_client(_or_default(timeout), transport) if http_client is None else http_client
        self._delegated = self._delegated or (not self._keyring.held and authenticates(self._http))

    def close(self) -> None:
        """Closes the connections."""
        if self._owned:
            self._http.close()

    def __enter__(self: C) -> C:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _exchange(self, request: PreparedRequest, operation: str, security: Security) -> Answer:
        """The answer to a request, once it is authenticated as the operation asks for."""
        plan = self._plan(operation, security)
        for auth, scheme in plan:
            found = auth.additions(scheme) or self._fetch(auth, scheme)
            request = request.with_additions(found.headers, found.query)
        return self._send(request, operation, bool(plan))

    def _send(self, request: PreparedRequest, operation: str, authenticated: bool) -> Answer:
        return send(self._http, with_timeout(request, self._timeout), self._http_auth, authenticated, operation)

    def _fetch(self, auth: Auth, scheme: Scheme) -> Additions:
        """What an `Auth` has to fetch. Of many threads one fetches, the others wait and take what it got."""
        with auth.lock or nullcontext():
            return auth.additions(scheme) or self._run(auth.steps(scheme, self.base_url))

    def _run(self, steps: Steps) -> Additions:
        result: Any = None
        try:
            while True:
                result = self._step(steps.send(result))
        except StopIteration as end:
            return _additions(end)

    def _step(self, step: Step) -> Any:
        if isinstance(step, PreparedRequest):
            return self._send(step, "token request", authenticated=True)
        if isinstance(step, Coroutine):
            step.close()
        raise CredentialsError("access_token= is an asynchronous function: it takes an AsyncClient")


class AsyncBaseClient(BaseClient):
    """The base of `AsyncClient`. Closes the HTTP client it has made itself, not one it was given."""

    def __init__(
        self,
        parameters: Mapping[str, Any],
        secrets: Secrets,
        *,
        auth: AuthArgument | None,
        base_url: str | Server | None,
        timeout: TimeoutArgument,
        http_client: AsyncHttpClient | None,
        transport: AsyncTransport | None,
    ) -> None:
        super().__init__(parameters, secrets, auth, base_url)
        self._owned = http_client is None
        self._timeout: TimeoutArgument = UNSET if http_client is None else timeout
        self._http = open_async_client(_or_default(timeout), transport) if http_client is None else http_client
        self._delegated = self._delegated or (not self._keyring.held and authenticates(self._http))
        self._locks: dict[Auth, AbstractAsyncContextManager[Any]] = {}

    async def close(self) -> None:
        """Closes the connections."""
        if self._owned:
            await self._http.aclose()

    async def __aenter__(self: A) -> A:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()

    async def _exchange(self, request: PreparedRequest, operation: str, security: Security) -> Answer:
        """The answer to a request, once it is authenticated as the operation asks for."""
        plan = self._plan(operation, security)
        for auth, scheme in plan:
            found = auth.additions(scheme) or await self._fetch(auth, scheme)
            request = request.with_additions(found.headers, found.query)
        return await self._send(request, operation, bool(plan))

    async def _send(self, request: PreparedRequest, operation: str, authenticated: bool) -> Answer:
        timed = with_timeout(request, self._timeout)
        return await send_async(self._http, timed, self._http_auth, authenticated, operation)

    async def _fetch(self, auth: Auth, scheme: Scheme) -> Additions:
        """What an `Auth` has to fetch. Of many tasks one fetches, the others wait and take what it got."""
        if auth.lock is None:
            return await self._run(auth.steps(scheme, self.base_url))
        lock = self._locks.get(auth) or self._locks.setdefault(auth, async_lock())
        async with lock:
            return auth.additions(scheme) or await self._run(auth.steps(scheme, self.base_url))

    async def _run(self, steps: Steps) -> Additions:
        result: Any = None
        try:
            while True:
                result = await self._step(steps.send(result))
        except StopIteration as end:
            return _additions(end)

    async def _step(self, step: Step) -> Any:
        if isinstance(step, PreparedRequest):
            return await self._send(step, "token request", authenticated=True)
        return await step


def _or_default(timeout: TimeoutArgument) -> Timeout:
    return DEFAULT_TIMEOUT if isinstance(timeout, Unset) else timeout


def _additions(end: StopIteration) -> Additions:
    found: Additions = end.value
    return found
