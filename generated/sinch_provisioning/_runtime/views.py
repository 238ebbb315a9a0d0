"""Whole responses, in place of the values that methods return: status, headers, and the body as it came.

`with_raw_response` has read the body when the method returns. `with_streaming_response` sends when `with … as response`
(or `async with`) is entered, leaves the body to be read piece by piece, and closes the connection at the end.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, cast

from .errors import request_id
from .messages import Answer, Attempt
from .transport import guarded, guarded_async

if TYPE_CHECKING:
    from typing_extensions import Self

P = ParamSpec("P")
T = TypeVar("T")
U = TypeVar("U")


class _Whole(Generic[T]):
    """What both colours of response have.

    `decode` makes the method's value of the answer. `answer` is None until the request is sent, `content` until the
    body is read.
    """

    def __init__(
        self,
        operation: str,
        decode: Callable[[Answer], T],
        answer: Answer | None = None,
        content: bytes | None = None,
    ) -> None:
        self.operation = operation
        self._decode = decode
        self._answer = answer
        self._content = content

    @property
    def answer(self) -> Answer:
        """What the server sent, as the client's other parts see it."""
        if self._answer is None:
            raise RuntimeError(f"{self.operation}: not sent yet: open the response by `with … as response:`")
        return self._answer

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.answer.status

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers; their names are case-insensitive."""
        return self.answer.headers

    @property
    def request_id(self) -> str | None:
        """What the server calls this request, for its support."""
        return request_id(self.headers)

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """The attempts that failed before this one."""
        return self.answer.attempts

    @property
    def http_response(self) -> Any:
        """The HTTP library's own response."""
        return self.answer.response

    @property
    def content(self) -> bytes:
        """The body's bytes."""
        if self._content is None:
            raise RuntimeError(f"{self.operation}: the body is not read yet: call read() first")
        return self._content

    @property
    def text(self) -> str:
        """The body as text, in the charset that the server names or UTF-8."""
        return self._read_answer.text

    def json(self) -> Any:
        """The body as a JSON value. Raises ValueError if it is none."""
        return json.loads(self.content)

    def parse(self) -> T:
        """What the method itself would have returned. Raises `DecodeError` for what cannot be read."""
        return self._decode(self._read_answer)

    @property
    def _read_answer(self) -> Answer:
        found = self.answer
        return Answer(found.status, found.reason, found.headers, self.content, found.response, found.attempts)

    def __repr__(self) -> str:
        status = "not sent" if self._answer is None else self._answer.status
        return f"<{type(self).__name__} {self.operation}: {status}>"


class Response(_Whole[T]):
    """The response to a call. `parse()` gives what the method itself would have returned."""

    def __init__(
        self,
        operation: str,
        decode: Callable[[Answer], T],
        answer: Answer | None = None,
        content: bytes | None = None,
        send: Callable[[], Answer] | None = None,
    ) -> None:
        super().__init__(operation, decode, answer, content)
        self._send = send

    def read(self) -> bytes:
        """The whole body, read now if it has not been."""
        if self._content is None:
            self._content = b"".join(self.iter_bytes())
        return self._content

    def iter_bytes(self) -> Iterator[bytes]:
        """The body, piece by piece as it arrives."""
        return iter([self._content]) if self._content is not None else self._pieces("iter_bytes")

    def iter_lines(self) -> Iterator[str]:
        """The body as lines of text, as they arrive."""
        return iter(self.text.splitlines()) if self._content is not None else self._pieces("iter_lines")

    def _pieces(self, name: str) -> Iterator[Any]:
        return guarded(getattr(self.answer.response, name)(), self.operation)

    def parse(self) -> T:  # noqa: D102
        self.read()
        return super().parse()

    def close(self) -> None:
        """Gives the connection back, whether or not the body was read."""
        if self._answer is not None:
            self._answer.response.close()

    def __enter__(self) -> Self:
        if self._send is not None and self._answer is None:
            self._answer = self._send()
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def then(self, function: Callable[[T], U]) -> Response[U]:
        """The same response, with `function` applied to what `parse()` gives."""
        decode = self._decode
        return Response(
            self.operation, lambda answer: function(decode(answer)), self._answer, self._content, self._send
        )


class AsyncResponse(_Whole[T]):
    """The response to a call. `parse()` gives what the method itself would have returned."""

    async def read(self) -> bytes:
        """The whole body, read now if it has not been; `parse()`, `text` and `content` need that."""
        if self._content is None:
            self._content = b"".join([piece async for piece in self._pieces("aiter_bytes")])
        return self._content

    async def iter_bytes(self) -> AsyncIterator[bytes]:
        """The body, piece by piece as it arrives."""
        if self._content is not None:
            yield self._content
        else:
            async for piece in self._pieces("aiter_bytes"):
                yield piece

    async def iter_lines(self) -> AsyncIterator[str]:
        """The body as lines of text, as they arrive."""
        if self._content is not None:
            for line in self.text.splitlines():
                yield line
        else:
            async for line in self._pieces("aiter_lines"):
                yield line

    def _pieces(self, name: str) -> AsyncIterator[Any]:
        return guarded_async(getattr(self.answer.response, name)(), self.operation)

    async def close(self) -> None:
        """Gives the connection back, whether or not the body was read."""
        await self.answer.response.aclose()

    def then(self, function: Callable[[T], U]) -> AsyncResponse[U]:
        """The same response, with `function` applied to what `parse()` gives."""
        decode = self._decode
        return AsyncResponse(self.operation, lambda answer: function(decode(answer)), self._answer, self._content)


class AsyncCall(Generic[T]):
    """A call of an asynchronous view: await it for a raw response, `async with` it for a streamed one."""

    def __init__(self, made: Awaitable[AsyncResponse[T]]) -> None:
        self._made = made
        self._response: AsyncResponse[T] | None = None

    def __await__(self) -> Generator[Any, None, AsyncResponse[T]]:
        return self._whole().__await__()

    async def _whole(self) -> AsyncResponse[T]:
        async with self as response:
            await response.read()
            return response

    async def __aenter__(self) -> AsyncResponse[T]:
        self._response = await self._made
        return self._response

    async def __aexit__(self, *exception: object) -> None:
        if self._response is not None:
            await self._response.close()


def viewed(method: Callable[P, T]) -> Callable[P, Response[T]]:
    """A method of a resource whose calls return responses, with the type that says so."""
    return cast("Callable[P, Response[T]]", method)


def viewed_async(method: Callable[P, Awaitable[T]]) -> Callable[P, AsyncCall[T]]:
    """The asynchronous counterpart of `viewed`."""

    def call(*args: P.args, **kwargs: P.kwargs) -> AsyncCall[T]:
        return AsyncCall(cast("Awaitable[AsyncResponse[T]]", method(*args, **kwargs)))

    call.__doc__ = method.__doc__
    return call
