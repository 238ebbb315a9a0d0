"""A server that hands out a list page by page, and all the ways in which a client goes through the pages."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from ..pair import Pair
from ..python.package import Method

_MOST_REQUESTS = 40
"""How often a server is asked before it takes it for a circle."""


@dataclass
class Server:
    """Answers with pages: JSON bodies by the token that asks for them, None for no token. It keeps what it was asked."""

    http: Any
    parameter: str
    status: int
    media_type: str
    bodies: Mapping[str | None, Any]
    requests: list[Any] = field(default_factory=list)

    def __call__(self, request: Any) -> Any:
        """The page of a token; an error where there is none, and where it is asked without end."""
        self.requests.append(request)
        body = self.bodies.get(token_in(request, self.parameter))
        if body is None or len(self.requests) > _MOST_REQUESTS:
            return self.http.Response(404)
        return self.http.Response(self.status, headers={"content-type": self.media_type}, json=body)


def token_in(request: Any, parameter: str) -> str | None:
    """The token that a request has in its query."""
    return dict(parse_qsl(request.url.query.decode(), keep_blank_values=True)).get(parameter)


class Walked(NamedTuple):
    """What came of going through pages: by each way what it gave, and the requests of the first way.

    Where a way ends with an exception, its name stands for what it gave.
    """

    ways: Mapping[str, Any]
    requests: list[Any]


def walked(
    pair: Pair, method: Method, server: Server, options: Mapping[str, Any], keywords: Mapping[str, Any]
) -> Walked:
    """Call a method, and go through the pages that it returns in all ways. `options` are the client's."""
    package = pair.package
    base_url = {"base_url": pair.document.base_url} if pair.document.wants_base_url else {}
    transport = package.http.MockTransport(server)
    given = {**base_url, **options, "auth": package.module.NoAuth(), "transport": transport, "max_retries": 0}
    if method.is_async:
        return asyncio.run(_in_async(package.module.AsyncClient(**given), method, server, keywords))
    with package.module.Client(**given) as client:
        page = getattr(getattr(client, method.resource), method.name)(**keywords)
        ways: dict[str, Any] = {"items": page.items, "has_next_page()": page.has_next_page()}
        ways["iter(page)"] = _caught(lambda: list(page))
        requests = list(server.requests)
        ways["pages()"] = _caught(lambda: [it.items for it in page.pages()])
        ways["next_page()"] = _caught(lambda: _steps(page))
        return Walked(ways, requests)


async def _in_async(client: Any, method: Method, server: Server, keywords: Mapping[str, Any]) -> Walked:
    async with client:
        call = getattr(getattr(client, method.resource), method.name)
        page = await call(**keywords)
        ways: dict[str, Any] = {"items": page.items, "has_next_page()": page.has_next_page()}
        ways["iter(page)"] = await _caught_async(_all(page))
        requests = list(server.requests)
        ways["pages()"] = await _caught_async(_pages(page))
        ways["next_page()"] = await _caught_async(_steps_async(page))
        ways["iter(call)"] = await _caught_async(_all(call(**keywords)))
        ways["pages() of the call"] = await _caught_async(_pages(call(**keywords)))
        return Walked(ways, requests)


def _steps(page: Any) -> list[Any]:
    """The items of a page and those that follow, step by step, and what comes of one step more."""
    found = [page.items]
    while page.has_next_page():
        page = page.next_page()
        found.append(page.items)
    return [*found, _caught(page.next_page)]


async def _steps_async(page: Any) -> list[Any]:
    found = [page.items]
    while page.has_next_page():
        page = await page.next_page()
        found.append(page.items)
    return [*found, await _caught_async(page.next_page())]


async def _all(pages: Any) -> list[Any]:
    return [it async for it in pages]


async def _pages(pages: Any) -> list[Any]:
    return [it.items async for it in pages.pages()]


def _caught(made: Callable[[], Any]) -> Any:
    """What is made, or the name of the exception."""
    try:
        return made()
    except Exception as problem:
        return type(problem).__name__


async def _caught_async(made: Awaitable[Any]) -> Any:
    try:
        return await made
    except Exception as problem:
        return type(problem).__name__
