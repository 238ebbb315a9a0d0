"""The bases of the generated resource classes."""

from __future__ import annotations

from typing import Any, TypeVar

from .client import AsyncBaseClient, SyncClient
from .operation import Operation
from .requests import CallOptions

T = TypeVar("T")


class Resource:
    """A group of operations, as an attribute of a client."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def _call(self, operation: Operation[T], options: CallOptions, /, **arguments: Any) -> T:
        return self._client._execute(operation, arguments, options)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


class AsyncResource:
    """A group of operations, as an attribute of an asynchronous client."""

    def __init__(self, client: AsyncBaseClient) -> None:
        self._client = client

    async def _call(self, operation: Operation[T], options: CallOptions, /, **arguments: Any) -> T:
        return await self._client._execute(operation, arguments, options)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"
