"""What `Client` and `AsyncClient` are made of: one pure half, and two thin ones that do what `exchange` asks for."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Coroutine, Generator, Mapping
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, overload
from urllib.parse import urlsplit

from .auth import (
    TOKEN_REQUEST,
    Auth,
    Keyring,
    Plan,
    keyring,
)
from .configuration import (
    About,
    AsyncClientOptions,
    ClientOptions,
    Secrets,
    Server,
    Settings,
    TimeoutArgument,
    ViewOptions,
    changed,
    check_settings,
)
from .errors import APIError, CredentialsError, DecodeError, InvalidRequestError, Problem, excerpt, field_name
from .exchange import Call, Fetch, Send, Sleep, Step, exchange
from .logs import configure, tell_drift
from .messages import Answer, CallOptions, PreparedRequest, Target
from .retries import Clock
from .transport import (
    HttpAuth,
    Timeout,
    async_http_client,
    async_lock,
    authenticates,
    http_client,
    send,
    send_async,
    sleep,
)
from .unset import UNSET, Unset

if TYPE_CHECKING:
    from typing_extensions import Self, Unpack

    from .reading import Drift

R = TypeVar("R")
T = TypeVar("T")

Security = tuple[tuple[str, ...], ...] | None
"""What an operation requires itself: alternatives, each the names of the schemes that it takes together."""


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
        made: Callable[[Any, Any], Any],
    ) -> None:
        unknown = options.keys() - self._names
        if unknown:
            raise TypeError(f"{type(self).__name__}() got an unexpected keyword argument: {', '.join(sorted(unknown))}")
        check_settings(options)
        given = {name: value for name, value in parameters.items() if value is not None}
        agent = {"User-Agent": f"{self._about.name}/{self._about.version}"}
        auth, base_url, http = options.get("auth"), options.get("base_url"), options.get("http_client")
        target = Target(self._base_url(base_url), base_url is not None, given, agent)
        self._settings = changed(Settings(target), options)
        held = secrets.auths(self._about)
        if held and auth is not None:
            raise CredentialsError("give either auth= or keys and tokens, not both")
        http_auth = auth if isinstance(auth, HttpAuth) else None
        keys = keyring(self._about.schemes, held if auth is None or isinstance(auth, HttpAuth) else auth)
        self._owned = http is None
        http = made(http, options.get("transport"))
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
        settings = changed(self._settings, changes)
        base_url = changes.get("base_url")
        if base_url is not None:
            target = settings.target._replace(base_url=self._base_url(base_url), chosen=True)
            settings = settings._replace(target=target)
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
        named = self.servers.get(given, given) if isinstance(given, str) else given
        chosen = first if named is None else named
        url = (chosen.url() if isinstance(chosen, Server) else chosen or "").rstrip("/")
        parts = urlsplit(url)
        if "@" in parts.netloc:
            raise InvalidRequestError("base_url has a user or password in it: pass auth=BasicAuth(…) instead")
        if parts.scheme in ("http", "https") and parts.netloc and not parts.query and not parts.fragment:
            return url
        if given is None:
            raise InvalidRequestError("the document names no absolute server: pass base_url='https://…'")
        names = "".join(f", or {name!r}" for name in self.servers)
        raise InvalidRequestError([Problem("base_url", f"an absolute http or https URL without query{names}", given)])

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

    def _token_request(self, request: PreparedRequest, until: float | None) -> Send:
        return Send(request._replace(timeout=self._settings.target.timeout), TOKEN_REQUEST, True, until=until)

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
        self._open(parameters, secrets, options, http_client)

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
        from . import calls, requests  # with them comes pydantic, which clients do not need before they call

        return calls.value(self, requests.undocumented(method, path, cast_to, body), options, {"body": body})

    def _exchange(self, call: Call) -> Answer:
        """The answer to a call, whatever its status. Raises `APIConnectionError` if none arrives."""
        return self._run(exchange(call, self._shared.clock))

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
            return send(shared.http, self._token_request(step, until), shared.http_auth, shared.clock)
        if isinstance(step, Coroutine):
            step.close()
        raise CredentialsError("access_token= is an asynchronous function: it takes an AsyncClient")


class AsyncBaseClient(BaseClient):
    """The base of `AsyncClient`. Closes the HTTP client it has made itself, not one it was given."""

    _names = frozenset(AsyncClientOptions.__annotations__)

    def __init__(self, parameters: Mapping[str, Any], secrets: Secrets, options: AsyncClientOptions) -> None:
        self._open(parameters, secrets, options, async_http_client)

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
        from . import calls, requests

        return await calls.value_async(
            self, requests.undocumented(method, path, cast_to, body), options, {"body": body}
        )

    async def _exchange(self, call: Call) -> Answer:
        """The answer to a call, whatever its status. Raises `APIConnectionError` if none arrives."""
        return await self._run(exchange(call, self._shared.clock))

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
            return await send_async(shared.http, self._token_request(step, until), shared.http_auth, shared.clock)
        return await step

    def _lock(self, auth: Auth) -> AbstractAsyncContextManager[Any]:
        locks = self._shared.locks
        if auth.lock is None:
            return nullcontext()
        return locks.get(auth) or locks.setdefault(auth, async_lock())
