"""Credentials, and which of them an operation gets.

An `Auth` says which of the document's security schemes it serves and what it adds to a request. Most know that at
once; the others fetch it in `steps`, a generator that yields requests to send (and is sent their answers) or things to
await, so that one body serves both clients. No `repr` shows a secret, and credentials refuse to be pickled.
"""

from __future__ import annotations

import base64
import json
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode, urljoin

from .errors import APIError, CredentialsError, DecodeError
from .messages import Answer, Pairs, PreparedRequest


class Scheme(NamedTuple):
    """A security scheme of the document; `location` and `parameter` are an API key's, `token_url` is OAuth2's."""

    name: str
    type: str
    scheme: str = ""
    location: str = ""
    parameter: str = ""
    token_url: str = ""


@dataclass(frozen=True, slots=True)
class Additions:
    """What authentication adds to a request; the query is percent-encoded."""

    headers: Mapping[str, str] = field(default_factory=dict)
    query: Pairs = field(default_factory=list)

    def __repr__(self) -> str:
        return "<Additions>"


Step = PreparedRequest | Awaitable[Any]
Steps = Generator[Step, Any, Additions]


class Auth(ABC):
    """A way to authenticate."""

    lock: threading.Lock | None = None
    """Held while `steps` run, so that callers who wait for it find what the first one has fetched."""

    @abstractmethod
    def serves(self, scheme: Scheme) -> bool:
        """Whether this satisfies a security scheme."""

    @abstractmethod
    def additions(self, scheme: Scheme) -> Additions | None:
        """What to add to a request now; None: it must be fetched first, by `steps`."""

    def steps(self, scheme: Scheme, base_url: str) -> Steps:
        """Fetches what to add. Yields requests to send or awaitables, is sent what came of them."""
        yield from ()
        return self.additions(scheme) or Additions()

    def forget(self, refused: Additions) -> bool:
        """Drops what the server has refused; whether asking again for it may help."""
        return False

    def writes(self, scheme: Scheme) -> tuple[str, str]:
        """Where the credential goes, such as `("header", "authorization")`: two cannot go to the same place."""
        return ("header", "authorization")

    def __reduce__(self) -> Any:
        raise TypeError(f"{type(self).__name__} holds secrets and cannot be pickled or copied")


class NoAuth(Auth):
    """Sends nothing, whatever the document asks for."""

    def serves(self, scheme: Scheme) -> bool:  # noqa: D102
        return True

    def additions(self, scheme: Scheme) -> Additions:  # noqa: D102
        return Additions()

    def writes(self, scheme: Scheme) -> tuple[str, str]:  # noqa: D102
        return ("nothing", scheme.name)

    def __repr__(self) -> str:
        return "NoAuth()"


class BasicAuth(Auth):
    """HTTP Basic authentication with a user name (or key id) and a password (or key secret)."""

    def __init__(self, username: str, password: str) -> None:
        self.username = username
        self._additions = Additions({"Authorization": basic(username, password)})

    def serves(self, scheme: Scheme) -> bool:  # noqa: D102
        return scheme.type == "http" and scheme.scheme == "basic"

    def additions(self, scheme: Scheme) -> Additions:  # noqa: D102
        return self._additions

    def __repr__(self) -> str:
        return f"BasicAuth({self.username!r}, '***')"


class BearerAuth(Auth):
    """A bearer token: a string, or a function that is called for each request and returns one (or an awaitable of one)."""

    def __init__(self, token: str | Callable[[], str | Awaitable[str]]) -> None:
        self._token = token
        self._additions = _bearer(token) if isinstance(token, str) else None

    def serves(self, scheme: Scheme) -> bool:  # noqa: D102
        return scheme.type in ("oauth2", "openIdConnect") or (scheme.type == "http" and scheme.scheme == "bearer")

    def additions(self, scheme: Scheme) -> Additions | None:  # noqa: D102
        return self._additions

    def steps(self, scheme: Scheme, base_url: str) -> Steps:  # noqa: D102
        token = self._token if isinstance(self._token, str) else self._token()
        if not isinstance(token, str):
            token = yield token
        return _bearer(token)

    def forget(self, refused: Additions) -> bool:  # noqa: D102
        return self._additions is None

    def __repr__(self) -> str:
        return "BearerAuth('***')"


class ApiKeyAuth(Auth):
    """An API key. Where it goes is the document's to say; `name` and `location` ("header", "query", "cookie") override it."""

    def __init__(self, key: str, *, name: str | None = None, location: str | None = None) -> None:
        self._key = _headerable(key, "API key")
        self._name = name
        self._location = location

    def serves(self, scheme: Scheme) -> bool:  # noqa: D102
        return scheme.type == "apiKey"

    def additions(self, scheme: Scheme) -> Additions:  # noqa: D102
        location, name = self._place(scheme)
        if location == "query":
            return Additions(query=[(quote(name, safe=""), quote(self._key, safe=""))])
        if location == "cookie":
            return Additions({"Cookie": f"{name}={self._key}"})
        return Additions({name: self._key})

    def writes(self, scheme: Scheme) -> tuple[str, str]:  # noqa: D102
        location, name = self._place(scheme)
        return (location, name.lower() if location == "header" else name)

    def _place(self, scheme: Scheme) -> tuple[str, str]:
        return self._location or scheme.location or "header", self._name or scheme.parameter or "X-API-Key"

    def __repr__(self) -> str:
        return "ApiKeyAuth('***')"


class ClientCredentials(Auth):
    """OAuth2's client-credentials grant: a token is fetched when first needed and again `leeway` seconds before it expires.

    The token request names the client by HTTP Basic authentication. `token_url` defaults to the document's. `clock`
    yields seconds that never go back. May be shared by clients and threads.
    """

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        *,
        token_url: str | None = None,
        scopes: Iterable[str] = (),
        leeway: float = 60.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.client_id = client_id
        self.lock = threading.Lock()
        self._secret = client_secret
        self._token_url = token_url
        self._scopes = tuple(scopes)
        self._leeway = leeway
        self._clock = clock
        self._held: tuple[Additions, float] | None = None

    def serves(self, scheme: Scheme) -> bool:  # noqa: D102
        bearer = scheme.type == "http" and scheme.scheme == "bearer" and bool(self._token_url)
        return bearer or (scheme.type in ("oauth2", "openIdConnect") and bool(self._token_url or scheme.token_url))

    def additions(self, scheme: Scheme) -> Additions | None:  # noqa: D102
        held = self._held
        return held[0] if held is not None and self._clock() < held[1] else None

    def steps(self, scheme: Scheme, base_url: str) -> Steps:  # noqa: D102
        request = self._token_request(urljoin(f"{base_url}/", self._token_url or scheme.token_url))
        answer: Answer = yield request
        try:
            token, lifetime = _granted(answer)
        except APIError as error:
            error.request = request.shown()
            raise
        found = _bearer(token)
        self._held = (found, self._clock() + lifetime - min(self._leeway, lifetime / 2))
        return found

    def forget(self, refused: Additions) -> bool:
        """Drops the token, unless another one has been fetched since, so that the next request does."""
        held = self._held
        if held is not None and held[0] is refused:
            self._held = None
        return True

    def _token_request(self, url: str) -> PreparedRequest:
        form = {"grant_type": "client_credentials"}
        if self._scopes:
            form["scope"] = " ".join(self._scopes)
        headers = {
            "Authorization": basic(self.client_id, self._secret),
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        return PreparedRequest("POST", url, headers, urlencode(form).encode())

    def __repr__(self) -> str:
        return f"ClientCredentials({self.client_id!r}, '***')"


def basic(username: str, password: str) -> str:
    """The value of an `Authorization` header of HTTP Basic authentication, in UTF-8."""
    return "Basic " + base64.b64encode(f"{username}:{password}".encode()).decode()


def _bearer(token: str) -> Additions:
    return Additions({"Authorization": f"Bearer {_headerable(token, 'token')}"})


def _headerable(secret: str, what: str) -> str:
    """`secret` if a header can carry it; the HTTP library would quote it in its complaint."""
    if not isinstance(secret, str) or secret != secret.strip() or not secret.isprintable() or not secret:
        raise CredentialsError(f"the {what} is empty, no text, or has spaces around it or control characters in it")
    return secret


_LIFETIME = 3600.0
"""Seconds that a token is taken to live where the server does not say."""

TOKEN_REQUEST = "token request"
"""What messages call it."""


def _granted(answer: Answer) -> tuple[str, float]:
    """The token and its lifetime in seconds. Raises `APIStatusError` if it was refused, `DecodeError` for nonsense."""
    if answer.status >= 300:
        from .responses import failure  # imports what clients need for calls only

        raise failure(answer, None, TOKEN_REQUEST)
    try:
        value = json.loads(answer.content)
        token, lifetime = value["access_token"], float(value.get("expires_in") or _LIFETIME)
    except (ValueError, LookupError, TypeError, AttributeError):
        token, lifetime = None, 0.0
    if not isinstance(token, str) or not token:
        message = f"{answer.status}: the answer ({answer.content_type or 'no media type'}) has no access_token"
        raise DecodeError(message, status_code=answer.status, headers=answer.headers, operation=TOKEN_REQUEST)
    return token, lifetime


Requirements = Sequence[tuple[str, ...]]
"""The alternatives of a security requirement, each the names of the schemes that it takes together."""

Plan = tuple[tuple[Auth, Scheme], ...]
"""Which credential serves which scheme of the alternative that was chosen."""

UNSTATED = Scheme("", "unstated")
"""Stands for the scheme where the document has none and the user gives credentials all the same."""


@dataclass(frozen=True, slots=True)
class Keyring:
    """The credentials that a client holds, each for any scheme that it serves or (by name) for one."""

    schemes: Mapping[str, Scheme]
    held: tuple[tuple[str | None, Auth], ...] = ()

    def plan(self, requirements: Requirements | None) -> Plan:
        """What to authenticate with: the first alternative that the held credentials satisfy.

        None (the document says nothing): whatever is held. Raises `CredentialsError` if no alternative can be met.
        """
        if requirements is None:
            return tuple((auth, self._guess(name, auth)) for name, auth in self.held)
        plans = [plan for plan in (self._serve(names) for names in requirements) if plan is not None]
        met = next((plan for plan in plans if plan and not _clash(plan)), None)
        if met is not None or not requirements or () in requirements:
            return met or ()
        raise CredentialsError(self._refusal(requirements, plans))

    def _guess(self, name: str | None, auth: Auth) -> Scheme:
        if name is not None and name in self.schemes:
            return self.schemes[name]
        return next((scheme for scheme in self.schemes.values() if auth.serves(scheme)), UNSTATED)

    def _serve(self, names: tuple[str, ...]) -> Plan | None:
        """A held credential for each of the schemes, or None."""
        found = [(self._holder(self.schemes[name]), self.schemes[name]) for name in names if name in self.schemes]
        plan = tuple((auth, scheme) for auth, scheme in found if auth is not None)
        return plan if len(plan) == len(names) else None

    def _holder(self, scheme: Scheme) -> Auth | None:
        named = (auth for name, auth in self.held if name == scheme.name)
        free = (auth for name, auth in self.held if name is None and auth.serves(scheme))
        return next(named, None) or next(free, None)

    def _refusal(self, requirements: Requirements, plans: Sequence[Plan]) -> str:
        clash = next((found for found in map(_clash, plans) if found), None)
        if clash is not None:
            return f"the document asks for {clash} at once, but both go to the same place: no request can carry both"
        wanted = " or ".join(" and ".join(_described(self.schemes, name) for name in names) for names in requirements)
        holds = ", ".join(repr(auth) for _, auth in self.held) or "none"
        return f"needs {wanted}; the client holds {holds}"


def _clash(plan: Plan) -> str | None:
    """The two schemes of a plan that write to the same place, if there are such."""
    seen: dict[tuple[str, str], str] = {}
    for auth, scheme in plan:
        place = auth.writes(scheme)
        if place in seen:
            return f"{seen[place]} and {scheme.name}"
        seen[place] = scheme.name
    return None


def _described(schemes: Mapping[str, Scheme], name: str) -> str:
    scheme = schemes.get(name)
    if scheme is None:
        return f"{name} (which the document does not define)"
    return f"{name} ({scheme.scheme or scheme.type})"


def keyring(schemes: Sequence[Scheme], auth: Auth | Sequence[Auth] | Mapping[str, Auth] | None) -> Keyring:
    """The keyring for what a user passes as `auth=`. Raises `CredentialsError` for anything else."""
    known = {scheme.name: scheme for scheme in schemes}
    held: list[tuple[str | None, Auth]]
    if auth is None:
        held = []
    elif isinstance(auth, Auth):
        held = [(None, auth)]
    elif isinstance(auth, Mapping):
        held = list(auth.items())
    else:
        held = [(None, item) for item in auth]
    wrong = [item for _, item in held if not isinstance(item, Auth)]
    unknown = [name for name, _ in held if name is not None and name not in known]
    if wrong:
        raise CredentialsError(f"auth= takes BasicAuth, BearerAuth, ApiKeyAuth, …, not {type(wrong[0]).__name__}")
    if unknown:
        raise CredentialsError(
            f"auth= names {unknown[0]!r}; the document has {', '.join(known) or 'no security schemes'}"
        )
    return Keyring(known, tuple(held))
