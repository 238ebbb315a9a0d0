"""Bodies that are streams: server-sent events and JSON values, one after another, handed out while they arrive.

The parsers are pure: they are fed the bytes of a body, in whatever pieces, and give what has come to its end. `Stream`
and `AsyncStream` feed them; `events`, `lines` and `sequence` say in an operation that its content is such a body.
"""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from . import calls, redaction, responses
from .client import AsyncBaseClient, SyncClient
from .codec import Codec, Drift, OnDrift
from .errors import DecodeError, excerpt
from .messages import Answer, CallOptions
from .operation import Content, Operation, kind_of
from .resource import AsyncResource, Resource
from .transport import guarded, guarded_async

if TYPE_CHECKING:
    from typing_extensions import Self

T = TypeVar("T")
U = TypeVar("U")

DONE = "[DONE]"
"""What many APIs send as the data of a last event, though it is no JSON. Where data is text, it is text."""

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class ServerSentEvent(Generic[T]):
    """A server-sent event, as section 9.2 of the WHATWG HTML standard has it.

    `event` is its type, "message" where the server names none; `data` its lines of data, joined, and read as JSON where
    the document promises that. `id` is the last id that the server has sent, with this event or before it, and `retry`
    the milliseconds to wait before connecting again that it has last asked for; None if it never did.

    An event whose data is `[DONE]` where JSON is promised ends the stream and is not handed out: a convention of many
    APIs.
    """

    event: str
    data: T
    id: str = ""
    retry: int | None = None


# ── parsing ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class Parser(Protocol):
    """Makes events or JSON texts of a body that comes in pieces."""

    def feed(self, piece: bytes) -> Iterator[Any]:
        """What this piece ends."""
        ...

    def end(self) -> Iterator[Any]:
        """What the end of the body ends."""
        ...


class _Lines:
    """Lines of bytes that end with CR, LF or both, without these and without the mark of the byte order."""

    def __init__(self) -> None:
        self._begun: list[bytes] = []
        self._after_cr = False
        self._first = True

    def feed(self, piece: bytes) -> Iterator[bytes]:
        if self._after_cr and piece:
            piece, self._after_cr = piece.removeprefix(b"\n"), False
        *whole, rest = re.split(rb"\r\n|\r|\n", piece)
        self._after_cr = self._after_cr or piece.endswith(b"\r")
        for line in whole:
            self._begun.append(line)
            yield self.end()
        self._begun += [rest] if rest else []

    def end(self) -> bytes:
        """The line that has begun."""
        line = b"".join(self._begun)
        self._begun.clear()
        if self._first:
            line, self._first = line.removeprefix(_BOM), False
        return line


class EventParser:
    """Server-sent events, their data as text. An event that the body does not finish is dropped."""

    def __init__(self) -> None:
        self._lines = _Lines()
        self._event = self._id = ""
        self._data: list[str] = []
        self._retry: int | None = None

    def feed(self, piece: bytes) -> Iterator[ServerSentEvent[str]]:
        """The events that this piece ends."""
        for line in self._lines.feed(piece):
            if line:
                self._take(line.decode("utf-8", "replace"))
                continue
            if self._data:
                yield ServerSentEvent(self._event or "message", "\n".join(self._data), self._id, self._retry)
            self._event, self._data = "", []

    def end(self) -> Iterator[ServerSentEvent[str]]:
        """Nothing."""
        return iter(())

    def _take(self, line: str) -> None:
        """A line of an event; one that begins with a colon is a comment and names no field."""
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if field == "data":
            self._data.append(value)
        elif field == "event":
            self._event = value
        elif field == "id" and "\0" not in value:
            self._id = value
        elif field == "retry" and re.fullmatch("[0-9]{1,18}", value):
            self._retry = int(value)


class LineParser:
    """JSON texts of which each has a line of its own. Empty lines are nothing; the last line need not end."""

    def __init__(self) -> None:
        self._begun: list[bytes] = []

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """The texts that this piece ends."""
        first, *others = piece.split(b"\n")
        self._begun.append(first)
        for line in others:
            yield from self.end()
            self._begun.append(line)

    def end(self) -> Iterator[bytes]:
        """The text that has begun."""
        text = b"".join(self._begun).strip().removeprefix(_BOM)
        self._begun.clear()
        if text:
            yield text


class SequenceParser(LineParser):
    """JSON texts that each begin with a record separator (RFC 7464).

    A text ends with its first line if that is one, so that it need not wait for the next; else before the separator.
    """

    _is_long = False

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """The texts that this piece ends."""
        for part in re.split(rb"(\x1e|\n)", piece):
            self._begun.append(part.strip(b"\x1e"))
            if part == b"\x1e":
                yield from self.end()
            elif part == b"\n" and not self._is_long and (line := b"".join(self._begun)).strip():
                if _is_json(line):
                    yield from self.end()
                else:  # which is not asked again, as it would be once for each line
                    self._is_long = True

    def end(self) -> Iterator[bytes]:
        """The text that has begun."""
        self._is_long = False
        return super().end()


def _is_json(text: bytes) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def framed(items: Iterable[Any], before: str, after: str) -> str:
    """A stream of JSON values, for tests: each between two texts. The data of an event may be text."""
    texts = (it if isinstance(it, str) and before == "data: " else json.dumps(it) for it in items)
    return "".join(f"{before}{text}{after}" for text in texts)


# ── contents of operations ──────────────────────────────────────────────────────────────────────────────────────────


def events(media_type: str, type_: Any = None) -> Content:
    """Server-sent events whose data is JSON of which `type_` is read; without it, text."""
    return _content(media_type, EventParser, None if type_ is None else Codec(type_))


def lines(media_type: str, type_: Any) -> Content:
    """JSON of which `type_` is read, again and again, each on a line of its own."""
    return _content(media_type, LineParser, Codec(type_))


def sequence(media_type: str, type_: Any) -> Content:
    """JSON of which `type_` is read, again and again, each after a record separator (RFC 7464)."""
    return _content(media_type, SequenceParser, Codec(type_))


def _content(media_type: str, parser: Callable[[], Parser], codec: Codec[Any] | None) -> Content:
    def opened(operation: Operation[Any], answer: Answer, on_drift: OnDrift) -> Body:
        if _is_another(media_type, answer):
            shown = excerpt(redaction.text(answer.text[:200]))
            raise DecodeError(
                f"{answer.status}: expected {media_type}, got {answer.content_type}: {shown}",
                status_code=answer.status,
                headers=answer.headers,
                body=answer.content,
                operation=operation.title,
            )
        return Body(parser(), codec, operation, answer, on_drift)

    return Content(media_type, codec, opener=opened)


def _is_another(media_type: str, answer: Answer) -> bool:
    """Whether an answer says that it is no stream. Of a page or an object a parser of events would make nothing."""
    said = answer.content_type
    return media_type.startswith("text/event-stream") and (
        said == "text/html" or bool(said) and kind_of(said) == "json"
    )


class Body:
    """The body of an answer that is a stream: fed with its pieces, it gives its items."""

    def __init__(
        self, parser: Parser, codec: Codec[Any] | None, operation: Operation[Any], answer: Answer, on_drift: OnDrift
    ) -> None:
        self.title, self.answer = operation.title, answer
        self.done = False
        self._parser, self._codec, self._on_drift = parser, codec, on_drift
        self._number = 0

    def feed(self, piece: bytes) -> Iterator[Any]:
        """The items that this piece ends. Raises `DecodeError` for one that cannot be read."""
        return self._items(self._parser.feed(piece))

    def end(self) -> Iterator[Any]:
        """The items that the end of the body ends."""
        return self._items(self._parser.end())

    def _items(self, found: Iterator[Any]) -> Iterator[Any]:
        for one in found:
            self._number += 1
            if not isinstance(one, ServerSentEvent):
                yield self._value(one)
            elif self._codec is None:
                yield one
            elif one.data == DONE:
                self.done = True
                return
            else:
                yield ServerSentEvent(one.event, self._value(one.data.encode()), one.id, one.retry)

    def _value(self, content: bytes) -> Any:
        assert self._codec is not None
        try:
            return self._codec.decode(content, self._told)
        except (DecodeError, ValueError) as cause:
            why = cause.message if isinstance(cause, DecodeError) else str(cause)
            shown = excerpt(redaction.text(content[:200].decode("utf-8", "replace")))
            raise DecodeError(
                f"{self.answer.status}: cannot read item {self._number} of the stream: {why}: {shown}",
                status_code=self.answer.status,
                headers=self.answer.headers,
                body=content,
                pointer=cause.pointer if isinstance(cause, DecodeError) else "",
                operation=self.title,
            ) from cause

    def _told(self, drift: Drift) -> None:
        self._on_drift(replace(drift, operation=self.title))


# ── what methods return ─────────────────────────────────────────────────────────────────────────────────────────────


class Stream(Iterator[T]):
    """The items of a body, read while they arrive: an iterator that is used once.

    The connection is closed when the stream ends, fails, or its `with` block is left. Raises `APIConnectionError` if
    the connection breaks, `DecodeError` for an item that cannot be read; a stream is not resumed.
    """

    def __init__(self, body: Body, pieces: Iterable[bytes]) -> None:
        self._body = body
        self._items = self._read(pieces)

    @staticmethod
    def of(resource: Resource[Any], operation: Operation[U], given: Mapping[str, Any], /, **arguments: Any) -> U:
        """Calls an operation whose success is a stream, or may be; `given` and `arguments` as for `Resource._call`."""
        if resource._view is None:
            return type(resource)(resource._client, _sent)._call(operation, given, **arguments)
        response: Any = resource._call(operation, given, **arguments)
        found: U = response.then(lambda body: Stream(body, [body.answer.content]) if isinstance(body, Body) else body)
        return found

    def _read(self, pieces: Iterable[bytes]) -> Iterator[T]:
        for piece in pieces:
            yield from self._body.feed(piece)
            if self._body.done:
                return
        yield from self._body.end()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        try:
            return next(self._items)
        except BaseException:  # of the end, too
            self.close()
            raise

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response; their names are case-insensitive."""
        return self._body.answer.headers

    def close(self) -> None:
        """Gives the connection back; nothing more arrives."""
        self._items = iter(())
        self._body.answer.response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Stream {self._body.title}>"


class AsyncStream(AsyncIterator[T]):
    """The items of a body, read while they arrive: an asynchronous iterator that is used once.

    The connection is closed when the stream ends, fails, is cancelled, or its `async with` block is left. Raises
    `APIConnectionError` if the connection breaks, `DecodeError` for an item that cannot be read; a stream is not resumed.
    """

    def __init__(self, body: Body, pieces: AsyncIterator[bytes]) -> None:
        self._body = body
        self._pieces = pieces
        self._items: Iterator[T] = iter(())
        self._ended = False

    @staticmethod
    async def of(
        resource: AsyncResource[Any],
        operation: Operation[U] | Operation[Any],
        given: Mapping[str, Any],
        /,
        **arguments: Any,
    ) -> U:
        """The counterpart of `Stream.of`, whose result the operation is typed by: `U` is the method's own."""
        if resource._view is None:
            return await type(resource)(resource._client, _sent_async)._call(operation, given, **arguments)
        response: Any = await resource._call(operation, given, **arguments)
        found: U = response.then(
            lambda body: AsyncStream(body, _one(body.answer.content)) if isinstance(body, Body) else body
        )
        return found

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        try:
            while True:
                for item in self._items:
                    return item
                await self._more()
        except BaseException:  # of the end, too
            await self.close()
            raise

    async def _more(self) -> None:
        """The items of the next piece. Raises StopAsyncIteration where there is none."""
        if self._ended or self._body.done:
            raise StopAsyncIteration
        try:
            self._items = self._body.feed(await anext(self._pieces))
        except StopAsyncIteration:
            self._items, self._ended = self._body.end(), True

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response; their names are case-insensitive."""
        return self._body.answer.headers

    async def close(self) -> None:
        """Gives the connection back; nothing more arrives."""
        self._items, self._ended = iter(()), True
        await self._body.answer.response.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()

    def __repr__(self) -> str:
        return f"<AsyncStream {self._body.title}>"


# ── calls ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _sent(client: SyncClient, operation: Operation[Any], options: CallOptions, arguments: Mapping[str, Any]) -> Any:
    call = calls.prepared(client, operation, options, arguments, partial(_is_stream, operation))
    found = calls.decoded(client, operation, call, calls.answer(client, operation, call))
    if not isinstance(found, Body):
        return found
    return Stream(found, guarded(found.answer.response.iter_bytes(), call.operation))


async def _sent_async(
    client: AsyncBaseClient, operation: Operation[Any], options: CallOptions, arguments: Mapping[str, Any]
) -> Any:
    call = calls.prepared(client, operation, options, arguments, partial(_is_stream, operation))
    found = calls.decoded(client, operation, call, await calls.answer_async(client, operation, call))
    if not isinstance(found, Body):
        return found
    return AsyncStream(found, guarded_async(found.answer.response.aiter_bytes(), call.operation))


async def _one(piece: bytes) -> AsyncIterator[bytes]:
    yield piece


def _is_stream(operation: Operation[Any], answer: Answer) -> bool:
    """Whether an answer, of which only the head has come, is handed out item by item."""
    if not operation.has_body(answer.status) or answer.status >= 300 and operation.response(answer.status) is None:
        return False
    content = responses.representation(operation, answer) if answer.status < 400 else None
    return content is not None and content.opener is not None and not _is_another(content.media_type, answer)
