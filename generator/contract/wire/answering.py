"""A method that is called again and again with the same arguments, each time answered with what a check wants to see read."""

from __future__ import annotations

import asyncio
import json
import warnings
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..document.raw import RawOperation
from ..findings import Excluded, Outcome
from ..instances.values import NoInstance
from ..pair import Pair
from ..python.package import Method
from .calls import Call, calls, given

REQUEST_ID = "contract-1"
"""What the server calls each request, in the header `x-request-id`."""


@dataclass(frozen=True)
class Reply:
    """An answer of the server. `media_type` None: no header says what `content` is."""

    status: int
    content: bytes = b""
    media_type: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    pieces: bool = False
    """Whether `content` comes byte by byte."""

    @classmethod
    def json(cls, status: int, value: Any, media_type: str = "application/json") -> Reply:
        """An answer that is JSON."""
        return cls(status, json.dumps(value).encode(), media_type)


class Caller:
    """A method of one client, with arguments that the document allows; `options` are the client's.

    `drifts` are the departures that the client has told of since the last answer.
    """

    def __init__(self, pair: Pair, operation: RawOperation, method: Method, call: Call, **options: Any) -> None:
        self.pair, self.operation, self.method = pair, operation, method
        self.drifts: list[Any] = []
        of_client, self._keywords = given(pair, operation, method, call)
        module, http = pair.package.module, pair.package.http
        cls = module.AsyncClient if method.is_async else module.Client
        self._reply = Reply(200)
        self._response: Any = None
        self._client: Any = cls(
            **of_client,
            auth=module.NoAuth(),
            base_url="https://contract.example",
            transport=http.MockTransport(self._respond),
            max_retries=0,
            on_drift=self.drifts.append,
            **options,
        )
        self._loop = asyncio.new_event_loop() if method.is_async else None

    def __enter__(self) -> Caller:
        return self

    def __exit__(self, *exception: object) -> None:
        if self._loop is None:
            self._client.close()
        else:
            self._loop.run_until_complete(self._client.__aexit__(None, None, None))
            self._loop.close()

    def __str__(self) -> str:
        return self.method.symbol

    def answered(self, reply: Reply) -> Any:
        """What the method returns of an answer; of a page, the whole body, of a stream, its items."""
        return self.items_of(body_of(self._called(getattr(self._client, self.method.resource), reply)))

    def items_of(self, got: Any) -> Any:
        """The items of what is a stream, in a list; anything else as it is."""
        if type(got).__name__ not in ("Stream", "AsyncStream"):
            return got
        return list(got) if self._loop is None else self._loop.run_until_complete(_all(got))

    @property
    def is_closed(self) -> bool:
        """Whether the client is done with the last answer."""
        return self._response is None or bool(self._response.is_closed)

    def viewed(self, reply: Reply) -> Any:
        """The whole response that the method of the raw view returns."""
        return self._called(getattr(self._client, self.method.resource).with_raw_response, reply)

    def refused(self) -> str:
        """Why the call is refused before anything is sent, if it is: `sending.py` is about that."""
        try:
            self.viewed(Reply(204))
        except self.pair.errors.InvalidRequestError as problem:
            return str(problem)
        return ""

    def _called(self, resource: Any, reply: Reply) -> Any:
        self._reply = reply
        self.drifts.clear()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of what the document deprecates
            found = getattr(resource, self.method.name)(**self._keywords)
            return found if self._loop is None else self._loop.run_until_complete(_awaited(found))

    def _respond(self, request: Any) -> Any:
        reply = self._reply
        kind = {} if reply.media_type is None else {"content-type": reply.media_type}
        headers = {"x-request-id": REQUEST_ID, **kind, **reply.headers}
        content: Any = reply.content
        if reply.pieces:
            content = _pieces(content) if self._loop is None else _pieces_async(content)
        self._response = self.pair.package.http.Response(reply.status, headers=headers, content=content)
        return self._response


async def _awaited(found: Any) -> Any:
    return await found


async def _all(found: Any) -> list[Any]:
    return [it async for it in found]


def _pieces(content: bytes) -> Iterator[bytes]:
    return (content[at : at + 1] for at in range(len(content)))


async def _pieces_async(content: bytes) -> AsyncIterator[bytes]:
    for piece in _pieces(content):
        yield piece


def body_of(got: Any) -> Any:
    """What was read; of a page, the whole body."""
    return got.body if type(got).__name__ in ("Page", "AsyncPage") else got


def with_each(
    pair: Pair, operation: RawOperation, check: Callable[[Caller], Outcome], accept: str | None = None, **options: Any
) -> Outcome:
    """What a check yields for each method of an operation that asks for a media type; `options` are those of the clients."""
    try:
        call = replace(calls(pair, operation, 0)[0], accept=accept)
    except NoInstance as problem:
        yield Excluded(operation.id, operation.pointer, f"it cannot be called: {problem}")
        return
    for method in pair.methods(operation):
        with Caller(pair, operation, method, call, **options) as caller:
            refused = caller.refused()
            if refused:
                yield Excluded(str(caller), operation.pointer, f"it cannot be called: {refused}")
            else:
                yield from check(caller)
