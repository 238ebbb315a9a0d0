"""The bases of the generated resource classes."""

from __future__ import annotations

from typing import Any, TypeVar

from .client import AsyncBaseClient, SyncClient
from .codec import Drift
from .messages import CallOptions
from .operation import Operation
from .pages import AsyncPages, Page, Token, asking, trail
from .requests import prepare
from .responses import interpret

T = TypeVar("T")


class Resource:
    """A group of operations, as an attribute of a client."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def _call(self, operation: Operation[T], options: CallOptions, /, **arguments: Any) -> T:
        client = self._client
        request = prepare(operation, arguments, options, client._target)
        return interpret(operation, client._exchange(request, operation.title, operation.security), _ignore)

    def _pages(self, operation: Operation[T], options: CallOptions, /, **arguments: Any) -> Page[Any, T]:
        def fetch(token: Token | None) -> T:
            return self._call(operation, options, **asking(operation, arguments, token))

        return Page(fetch(None), trail(operation, arguments), fetch)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


class AsyncResource:
    """A group of operations, as an attribute of an asynchronous client."""

    def __init__(self, client: AsyncBaseClient) -> None:
        self._client = client

    async def _call(self, operation: Operation[T], options: CallOptions, /, **arguments: Any) -> T:
        client = self._client
        request = prepare(operation, arguments, options, client._target)
        return interpret(operation, await client._exchange(request, operation.title, operation.security), _ignore)

    def _pages(self, operation: Operation[T], options: CallOptions, /, **arguments: Any) -> AsyncPages[Any, T]:
        async def fetch(token: Token | None) -> T:
            return await self._call(operation, options, **asking(operation, arguments, token))

        return AsyncPages(trail(operation, arguments), fetch)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


def _ignore(drift: Drift) -> None:
    """Answers that differ from the document are read as far as they go."""
