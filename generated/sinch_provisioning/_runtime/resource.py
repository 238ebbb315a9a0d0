"""The bases of the generated resource classes and of their views."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any, ClassVar, Generic, TypeVar

from . import calls
from .client import AsyncBaseClient, SyncClient
from .messages import Answer, CallOptions
from .operation import Operation
from .options import told_apart
from .pages import AsyncPage, AsyncPages, Page, Token, asking, trail
from .views import AsyncResponse, Response

T = TypeVar("T")
V = TypeVar("V")

View = Callable[[SyncClient, Operation[Any], CallOptions, Mapping[str, Any]], Response[Any]]
"""Makes a call of an operation and returns its whole response."""

AsyncView = Callable[[AsyncBaseClient, Operation[Any], CallOptions, Mapping[str, Any]], Awaitable[AsyncResponse[Any]]]
"""The asynchronous counterpart of `View`."""


class Resource(Generic[V]):
    """A group of operations, as an attribute of a client. `V` is the class of its views."""

    _views: ClassVar[Callable[[Any], Any]]

    def __init__(self, client: SyncClient, view: View | None = None) -> None:
        self._client = client
        self._view = view

    @property
    def with_raw_response(self) -> V:
        """The same methods, returning the whole response: status, headers, body, and `parse()`."""
        found: V = type(self)._views(type(self)(self._client, _raw))
        return found

    @property
    def with_streaming_response(self) -> V:
        """The same methods, returning a response that is opened by `with` and whose body is read piece by piece."""
        found: V = type(self)._views(type(self)(self._client, _streaming))
        return found

    def _call(self, operation: Operation[T], given: Mapping[str, Any], /, **arguments: Any) -> T:
        """`given` is all that came by keyword: options, and arguments where a method is called in two ways."""
        options, arguments = told_apart(operation, given, arguments)
        found: Any = (self._view or calls.value)(self._client, operation, options, arguments)
        return found  # type: ignore[no-any-return]

    def _pages(self, operation: Operation[T], given: Mapping[str, Any], /, **arguments: Any) -> Page[Any, T]:
        options, arguments = told_apart(operation, given, arguments)

        def fetch(token: Token | None) -> T:
            return calls.value(self._client, operation, options, asking(operation, arguments, token))

        def page(body: T) -> Page[Any, T]:
            return Page(body, trail(operation, arguments), fetch)

        found: Any = self._call(operation, options, **arguments)
        return page(found) if self._view is None else found.then(page)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


class AsyncResource(Generic[V]):
    """A group of operations, as an attribute of an asynchronous client. `V` is the class of its views."""

    _views: ClassVar[Callable[[Any], Any]]

    def __init__(self, client: AsyncBaseClient, view: AsyncView | None = None) -> None:
        self._client = client
        self._view = view

    @property
    def with_raw_response(self) -> V:
        """The same methods, returning the whole response: status, headers, body, and `parse()`."""
        found: V = type(self)._views(type(self)(self._client, partial(_response, False)))
        return found

    @property
    def with_streaming_response(self) -> V:
        """The same methods, to be used by `async with`: the body of the response is read piece by piece."""
        found: V = type(self)._views(type(self)(self._client, partial(_response, True)))
        return found

    async def _call(self, operation: Operation[T], given: Mapping[str, Any], /, **arguments: Any) -> T:
        options, arguments = told_apart(operation, given, arguments)
        found: Any = await (self._view or calls.value_async)(self._client, operation, options, arguments)
        return found  # type: ignore[no-any-return]

    def _pages(self, operation: Operation[T], given: Mapping[str, Any], /, **arguments: Any) -> AsyncPages[Any, T]:
        options, arguments = told_apart(operation, given, arguments)

        async def fetch(token: Token | None) -> T:
            return await calls.value_async(self._client, operation, options, asking(operation, arguments, token))

        async def viewed() -> AsyncResponse[AsyncPage[Any, T]]:
            response: Any = await self._call(operation, options, **arguments)
            found: AsyncResponse[AsyncPage[Any, T]] = response.then(
                lambda body: AsyncPage(body, trail(operation, arguments), fetch)
            )
            return found

        found: Any = AsyncPages(trail(operation, arguments), fetch) if self._view is None else viewed()
        return found  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


class Views:
    """The methods of a resource as they are in its views."""

    def __init_subclass__(cls, of: type[Resource[Any]] | type[AsyncResource[Any]]) -> None:
        of._views = cls


def _raw(
    client: SyncClient, operation: Operation[Any], options: CallOptions, arguments: Mapping[str, Any]
) -> Response[Any]:
    call = calls.prepared(client, operation, options, arguments)
    answer = calls.answer(client, operation, call)
    return Response(call.operation, partial(calls.decoded, client, operation, call), answer, answer.content)


def _streaming(
    client: SyncClient, operation: Operation[Any], options: CallOptions, arguments: Mapping[str, Any]
) -> Response[Any]:
    call = calls.prepared(client, operation, options, arguments, _is_left)
    decode, send = partial(calls.decoded, client, operation, call), partial(calls.answer, client, operation, call)
    return Response(call.operation, decode, send=send)


def _is_left(answer: Answer) -> bool:
    return answer.status < 400


async def _response(
    stream: bool,
    client: AsyncBaseClient,
    operation: Operation[Any],
    options: CallOptions,
    arguments: Mapping[str, Any],
) -> AsyncResponse[Any]:
    call = calls.prepared(client, operation, options, arguments, _is_left if stream else None)
    answer = await calls.answer_async(client, operation, call)
    content = None if stream else answer.content
    return AsyncResponse(call.operation, partial(calls.decoded, client, operation, call), answer, content)
