"""What `Client` and `AsyncClient` are made of: one pure half, and two thin ones that do what `exchange` asks for."""

from __future__ import annotations

import os
import time
from collections.abc import Awaitable, Callable, Coroutine, Generator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, ClassVar, TypedDict, TypeVar, overload
from urllib.parse import urlsplit

from .auth import (
    TOKEN_REQUEST,
    ApiKeyAuth,
    Auth,
    BasicAuth,
    BearerAuth,
    ClientCredentials,
    Keyring,
    Plan,
    Scheme,
    keyring,
)
from .codec import Drift, OnDrift
from .errors import APIError, CredentialsError, DecodeError, InvalidRequestError, Problem, excerpt, field_name
from .exchange import Call, Fetch, Send, Sleep, Step, exchange
from .logs import configure, tell_drift
from .messages import Answer, CallOptions, PreparedRequest, Target
from .operation import Operation
from .options import header_problems, limit_problems, with_extra
from .requests import prepare, undocumented
from .responses import check, interpret, value
from .retries import MAX_RETRIES, Clock, is_repeatable
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
    sleep,
)
from .unset import UNSET, Unset

if TYPE_CHECKING:
    from typing_extensions import Self, Unpack

R = TypeVar("R")
T = TypeVar("T")

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
        for name, given in variables.items():
            allowed = self.values.get(name) or (given,)
            if name not in self.variables or given not in allowed:
                expected = f"one of {', '.join(allowed if name in self.variables else self.variables)}"
                raise InvalidRequestError([Problem(f"server variable {name}", expected, given)])
        found = self.template
        for name, given in {**self.variables, **variables}.items():
            found = found.replace(f"{{{name}}}", given)
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


@dataclass(frozen=True, slots=True)
class Settings:
    """What may differ between views of one client."""

    target: Target
    max_retries: int = MAX_RETRIES
    deadline: float | None = None
    on_drift: OnDrift | None = None
    strict: bool = False


@dataclass(slots=True)
class Shared:
    """What all views of a client have in common."""

    http: Any
    http_auth: HttpAuth | None
    keyring: Keyring
    delegated: bool
    clock: Clock
    plans: dict[Security, Plan] = field(default_factory=dict)
    locks: dict[Auth, AbstractAsyncContextManager[Any]] = field(default_factory=dict)
    told: set[tuple[object, ...]] = field(default_factory=set)


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
    """What does not send: where requests go, what they carry, how they are authenticated, what differs is told to whom."""

    _about: ClassVar[About]
    _names: ClassVar[frozenset[str]]
    servers: ClassVar[Mapping[str, Server]] = {}
    """The document's servers, by name."""

    _shared: Shared
    _settings: Settings
    _owned: bool

    def _open(
        self,
        parameters: Mapping[str, Any],
        secrets: Secrets,
        options: Mapping[str, Any],
        open_http: Callable[[Timeout, Any], Any],
    ) -> None:
        unknown = options.keys() - self._names
        if unknown:
            raise TypeError(f"{type(self).__name__}() got an unexpected keyword argument: {', '.join(sorted(unknown))}")
        given = {name: value for name, value in parameters.items() if value is not None}
        agent = {"User-Agent": f"{self._about.name}/{self._about.version}"}
        auth, base_url, http = options.get("auth"), options.get("base_url"), options.get("http_client")
        own: dict[str, Any] = {} if http is None else {"timeout": options.get("timeout", UNSET)}
        target = Target(self._base_url(base_url), base_url is not None, given, agent)
        self._settings = _changed(Settings(target), {**options, "base_url": None, "timeout": UNSET, **own})
        held = secrets.auths(self._about)
        if held and auth is not None:
            raise CredentialsError("give either auth= or keys and tokens, not both")
        http_auth = auth if isinstance(auth, HttpAuth) else None
        keys = keyring(self._about.schemes, held if auth is None or http_auth is not None else auth)
        self._owned = http is None
        timeout = options.get("timeout", UNSET)
        if http is None:
            http = open_http(DEFAULT_TIMEOUT if timeout is UNSET else timeout, options.get("transport"))
        delegated = http_auth is not None or (not keys.held and authenticates(http))
        self._shared = Shared(http, http_auth, keys, delegated, options.get("clock") or Clock())
        configure(f"{self._about.environment}_LOG")

    @property
    def base_url(self) -> str:
        """Where requests go, without trailing slash."""
        return self._settings.target.base_url

    @property
    def timeout(self) -> Timeout:
        """The timeout of calls that do not say their own, as the HTTP library has it."""
        own: TimeoutArgument = self._settings.target.timeout
        found: Timeout = self._shared.http.timeout if isinstance(own, Unset) else own
        return found

    def with_options(self, **changes: Unpack[ViewOptions]) -> Self:
        """A client that differs in some options, and shares connections and credentials with this one.

        `headers` are added to those that there are. Closing is left to the client that was made first.
        """
        unknown = changes.keys() - ViewOptions.__annotations__.keys()
        if unknown:
            raise TypeError(f"with_options() got an unexpected keyword argument: {', '.join(sorted(unknown))}")
        found = object.__new__(type(self))
        settings = _changed(self._settings, changes)
        if changes.get("base_url") is not None:
            url = self._base_url(changes["base_url"])
            settings = replace(settings, target=replace(settings.target, base_url=url, chosen=True))
        found._shared, found._settings, found._owned = self._shared, settings, False
        return found

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.base_url}>"

    def __reduce__(self) -> Any:
        raise TypeError(
            f"{type(self).__name__} holds connections and secrets and cannot be pickled; with_options() copies"
        )

    def _base_url(self, given: str | Server | None) -> str:
        first = next(iter(self.servers.values()), None)
        chosen = first if given is None else given
        url = (chosen.url() if isinstance(chosen, Server) else chosen or "").rstrip("/")
        parts = urlsplit(url)
        if "@" in parts.netloc:
            raise InvalidRequestError("base_url has a user or password in it: pass auth=BasicAuth(…) instead")
        if parts.scheme in ("http", "https") and parts.netloc and not parts.query and not parts.fragment:
            return url
        if given is None:
            raise InvalidRequestError("the document names no absolute server: pass base_url='https://…'")
        raise InvalidRequestError([Problem("base_url", "an absolute http or https URL without query", given)])

    def _plan(self, operation: str, security: Security) -> Plan:
        """Which credentials an operation gets; `security` is its own requirement, None for the client's."""
        shared = self._shared
        if shared.delegated:
            return ()
        wanted = self._about.security if security is None else security
        if wanted not in shared.plans:
            try:
                shared.plans[wanted] = shared.keyring.plan(wanted)
            except CredentialsError as error:
                raise CredentialsError(error.message, operation=operation) from None
        return shared.plans[wanted]

    def _prepare(
        self, operation: Operation[Any], options: CallOptions, arguments: Mapping[str, Any], stream: bool
    ) -> Call:
        """A call that is ready to be made. Raises `InvalidRequestError` for what cannot be sent."""
        settings, request = self._settings, prepare(operation, arguments, options, self._settings.target)
        plan = self._plan(operation.title, operation.security)
        retries = options.get("max_retries", settings.max_retries)
        allowed = is_repeatable(request.method) or "max_retries" in options or "idempotency_key" in options
        refusal = (
            "" if allowed else f"{request.method} is repeated only with idempotency_key= or max_retries= of the call"
        )
        deadline = options.get("deadline", settings.deadline)
        return Call(request, operation.title, plan, bool(plan), retries, refusal, deadline, stream)

    def _decode(self, operation: Operation[T], call: Call, answer: Answer) -> T:
        """What an answer that is a success holds."""
        try:
            return value(operation, answer, self._drifted)
        except APIError as error:
            _name_request(error, call)
            raise

    def _drifted(self, drift: Drift) -> None:
        """Tells of a departure from the document. Raises `DecodeError` if the client is strict."""
        tell_drift(drift, self._shared.told)
        if self._settings.on_drift is not None:
            self._settings.on_drift(drift)
        if self._settings.strict:
            expected = f"{field_name(drift.pointer)}: expected {drift.expected}, got {excerpt(drift.got)}"
            raise DecodeError(expected, pointer=drift.pointer)


class SyncClient(BaseClient):
    """The base of `Client`. Thread safe. Closes the HTTP client it has made itself, not one it was given."""

    _names = frozenset(ClientOptions.__annotations__)

    def __init__(self, parameters: Mapping[str, Any], secrets: Secrets, options: ClientOptions) -> None:
        self._open(parameters, secrets, options, open_client)

    def close(self) -> None:
        """Closes the connections."""
        if self._owned:
            self._shared.http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    @overload
    def request(self, method: str, path: str, *, body: Any = UNSET, **options: Unpack[CallOptions]) -> Any: ...

    @overload
    def request(
        self, method: str, path: str, *, cast_to: type[T], body: Any = UNSET, **options: Unpack[CallOptions]
    ) -> T: ...

    def request(
        self, method: str, path: str, *, cast_to: Any = Any, body: Any = UNSET, **options: Unpack[CallOptions]
    ) -> Any:
        """Calls what the document does not have: a path below the base URL, with the client's credentials and options.

        `body` is sent as JSON, bytes as they are; `extra_query=` makes the query. The answer is read as `cast_to`, a
        model or another type; without it, as what it is.
        """
        return self._call(undocumented(method, path, cast_to, body), options, {"body": body})

    def _call(self, operation: Operation[T], options: CallOptions, arguments: Mapping[str, Any]) -> T:
        """The value that a method returns."""
        call = self._prepare(operation, options, arguments, stream=False)
        try:
            return interpret(operation, self._run(exchange(call, self._shared.clock)), self._drifted)
        except APIError as error:
            _name_request(error, call)
            raise

    def _answer(self, operation: Operation[Any], call: Call) -> Answer:
        """The answer to a call, if it is a success."""
        try:
            answer = self._run(exchange(call, self._shared.clock))
            check(operation, answer)
        except APIError as error:
            _name_request(error, call)
            raise
        return answer

    def _run(self, steps: Generator[Step, Any, R], until: float | None = None) -> R:
        """Does what a generator asks for, until it returns."""
        try:
            step = next(steps)
            while True:
                try:
                    found = self._perform(step, until)
                except APIError as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(found)
        except StopIteration as end:
            result: R = end.value
            return result

    def _perform(self, step: Step, until: float | None) -> Any:
        shared = self._shared
        if isinstance(step, Send):
            return send(shared.http, step, shared.http_auth, shared.clock)
        if isinstance(step, Sleep):
            return (shared.clock.sleep or time.sleep)(step.seconds)
        if isinstance(step, Fetch):
            with step.auth.lock or nullcontext():
                steps = step.auth.steps(step.scheme, self.base_url)
                return step.auth.additions(step.scheme) or self._run(steps, step.until)
        if isinstance(step, PreparedRequest):
            return send(shared.http, Send(step, TOKEN_REQUEST, True, until=until), shared.http_auth, shared.clock)
        if isinstance(step, Coroutine):
            step.close()
        raise CredentialsError("access_token= is an asynchronous function: it takes an AsyncClient")


class AsyncBaseClient(BaseClient):
    """The base of `AsyncClient`. Closes the HTTP client it has made itself, not one it was given."""

    _names = frozenset(AsyncClientOptions.__annotations__)

    def __init__(self, parameters: Mapping[str, Any], secrets: Secrets, options: AsyncClientOptions) -> None:
        self._open(parameters, secrets, options, open_async_client)

    async def close(self) -> None:
        """Closes the connections."""
        if self._owned:
            await self._shared.http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()

    @overload
    async def request(self, method: str, path: str, *, body: Any = UNSET, **options: Unpack[CallOptions]) -> Any: ...

    @overload
    async def request(
        self, method: str, path: str, *, cast_to: type[T], body: Any = UNSET, **options: Unpack[CallOptions]
    ) -> T: ...

    async def request(
        self, method: str, path: str, *, cast_to: Any = Any, body: Any = UNSET, **options: Unpack[CallOptions]
    ) -> Any:
        """Calls what the document does not have: a path below the base URL, with the client's credentials and options.

        `body` is sent as JSON, bytes as they are; `extra_query=` makes the query. The answer is read as `cast_to`, a
        model or another type; without it, as what it is.
        """
        return await self._call(undocumented(method, path, cast_to, body), options, {"body": body})

    async def _call(self, operation: Operation[T], options: CallOptions, arguments: Mapping[str, Any]) -> T:
        """The value that a method returns."""
        call = self._prepare(operation, options, arguments, stream=False)
        try:
            return interpret(operation, await self._run(exchange(call, self._shared.clock)), self._drifted)
        except APIError as error:
            _name_request(error, call)
            raise

    async def _answer(self, operation: Operation[Any], call: Call) -> Answer:
        """The answer to a call, if it is a success."""
        try:
            answer = await self._run(exchange(call, self._shared.clock))
            check(operation, answer)
        except APIError as error:
            _name_request(error, call)
            raise
        return answer

    async def _run(self, steps: Generator[Step, Any, R], until: float | None = None) -> R:
        """Does what a generator asks for, until it returns."""
        try:
            step = next(steps)
            while True:
                try:
                    found = await self._perform(step, until)
                except APIError as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(found)
        except StopIteration as end:
            result: R = end.value
            return result

    async def _perform(self, step: Step, until: float | None) -> Any:
        shared = self._shared
        if isinstance(step, Send):
            return await send_async(shared.http, step, shared.http_auth, shared.clock)
        if isinstance(step, Sleep):
            slept = (shared.clock.sleep or sleep)(step.seconds)
            return await slept if isinstance(slept, Awaitable) else slept
        if isinstance(step, Fetch):
            async with self._lock(step.auth):
                steps = step.auth.steps(step.scheme, self.base_url)
                return step.auth.additions(step.scheme) or await self._run(steps, step.until)
        if isinstance(step, PreparedRequest):
            sent = Send(step, TOKEN_REQUEST, True, until=until)
            return await send_async(shared.http, sent, shared.http_auth, shared.clock)
        return await step

    def _lock(self, auth: Auth) -> AbstractAsyncContextManager[Any]:
        locks = self._shared.locks
        if auth.lock is None:
            return nullcontext()
        return locks.get(auth) or locks.setdefault(auth, async_lock())


def _changed(settings: Settings, changes: Mapping[str, Any]) -> Settings:
    """The settings with some options in place of theirs. Raises `InvalidRequestError` for values that make no sense."""
    headers = changes.get("headers") or {}
    problems = [*limit_problems(changes), *header_problems("headers", headers)]
    if problems:
        raise InvalidRequestError(problems)
    target = replace(settings.target, headers=with_extra({**settings.target.headers}, headers))
    if changes.get("timeout", UNSET) is not UNSET:
        target = replace(target, timeout=changes["timeout"])
    own = {name: changes[name] for name in ("max_retries", "deadline", "on_drift", "strict") if name in changes}
    return replace(settings, target=target, **own)


def _name_request(error: APIError, call: Call) -> None:
    """Adds to an error what the request was that it is about."""
    error.request = error.request or call.request.shown()
