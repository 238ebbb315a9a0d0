"""What stands in the place of the network: a respx router that gives one answer, and a client of the package that is connected to it."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Mapping
from typing import Any

import httpx
import respx
from respx.patterns import M

from ..pair import Pair
from ..python.package import Method
from .security import GRANTED, Credentials

_TOKEN = {"access_token": GRANTED, "token_type": "bearer", "expires_in": 3600}


class Server:
    """Gives one answer to all requests, and tokens to those that ask `token_url` for them.

    An operation may stand at the same address: a request that comes with a token does not ask for one.
    """

    def __init__(self, status: int, content: bytes, media_type: str | None, token_url: str | None) -> None:
        self._router = respx.Router(assert_all_called=False)
        self._tokens = self._router.route(_asks(token_url)).respond(json=_TOKEN) if token_url else None
        headers = {} if media_type is None else {"content-type": media_type}
        self._api = self._router.route().respond(status, headers=headers, content=content)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """The answer."""
        return self._router.handler(request)

    @property
    def requests(self) -> list[httpx.Request]:
        """What the API was asked since the last `forget`."""
        return [it.request for it in self._api.calls]

    @property
    def token_requests(self) -> list[httpx.Request]:
        """What the token server was asked since then."""
        return [it.request for it in self._tokens.calls] if self._tokens else []

    def forget(self) -> None:
        """Forget what was asked."""
        self._router.reset()


def _asks(token_url: str) -> Any:
    """What requests for a token are like, to respx."""
    return M(method="POST", url=token_url) & ~M(headers={"Authorization": f"Bearer {GRANTED}"})


class Connection:
    """A client of the package, synchronous or not as a method is, that is connected to a server. `options` are the client's."""

    def __init__(
        self, pair: Pair, method: Method, server: Server, by: Credentials | None, options: Mapping[str, Any]
    ) -> None:
        module, http = pair.package.module, pair.package.http
        base_url = {"base_url": pair.document.base_url} if pair.document.wants_base_url else {}
        given = {**base_url, "max_retries": 0, **(by.options if by else {}), **options}
        made = module.AsyncClient if method.is_async else module.Client
        self._method = method
        self._client: Any = made(transport=http.MockTransport(_adapted(http, server)), **given)
        self._loop = asyncio.new_event_loop() if method.is_async else None

    def __enter__(self) -> Connection:
        return self

    def __exit__(self, *exception: object) -> None:
        if self._loop is None:
            self._client.close()
        else:
            self._loop.run_until_complete(self._client.close())
            self._loop.close()

    def call(self, keywords: Mapping[str, Any], **options: Any) -> Any:
        """What the method returns; `options` are those of a copy of the client, which is asked in its place."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of what the document deprecates
            client = self._client.with_options(**options) if options else self._client
            found = getattr(getattr(client, self._method.resource), self._method.name)(**keywords)
            return found if self._loop is None else self._loop.run_until_complete(_awaited(found))


async def _awaited(found: Any) -> Any:
    return await found


def _adapted(http: Any, server: Server) -> Any:
    """A handler for the HTTP library that the package is built on: respx knows httpx only."""
    if http is httpx:
        return server

    def handler(request: Any) -> Any:
        answer = server(
            httpx.Request(
                request.method, str(request.url), headers=list(request.headers.multi_items()), content=request.content
            )
        )
        return http.Response(answer.status_code, headers=answer.headers.multi_items(), content=answer.content)

    return handler
