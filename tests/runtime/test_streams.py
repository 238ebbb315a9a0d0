"""Bodies that are streams: what the parsers make of bytes in any pieces, and streams of both clients."""

from __future__ import annotations

import contextlib
import json
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from itertools import islice
from typing import Any

import anyio
import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime.errors import APIConnectionError, APITimeoutError, DecodeError, NotFoundError
from runtime.models import Model
from runtime.operation import Operation, json_response, response
from runtime.reading import Drift
from runtime.resource import AsyncResource, Resource, Views
from runtime.streams import (
    AsyncStream,
    EventParser,
    LineParser,
    Parser,
    SequenceParser,
    ServerSentEvent,
    Stream,
    events,
    lines,
    sequence,
)
from runtime.views import viewed, viewed_async

from tests.runtime.sample import async_client, sync_client


class Step(Model):
    number: int
    note: str | None = None


WATCH: Operation[Any] = Operation(
    "watch", "GET /watch", responses=(response("200", events("text/event-stream", Step)), json_response("202", Step))
)
TALK: Operation[Any] = Operation("talk", "GET /talk", responses=(response("200", events("text/event-stream")),))
EXPORT: Operation[Any] = Operation(
    "export", "GET /export", responses=(response("200", lines("application/x-ndjson", Step)),)
)
RECORDS: Operation[Any] = Operation(
    "records", "GET /records", responses=(response("200", sequence("application/json-seq", Step)),)
)


class Feed(Resource["FeedViews"]):
    def watch(self, **options: Any) -> Stream[ServerSentEvent[Step]]:
        return Stream.of(self, WATCH, options)

    def talk(self, **options: Any) -> Stream[ServerSentEvent[str]]:
        return Stream.of(self, TALK, options)

    def export(self, **options: Any) -> Stream[Step]:
        return Stream.of(self, EXPORT, options)

    def records(self, **options: Any) -> Stream[Step]:
        return Stream.of(self, RECORDS, options)


class FeedViews(Views, of=Feed):
    def __init__(self, resource: Feed) -> None:
        self.watch = viewed(resource.watch)
        self.export = viewed(resource.export)


class AsyncFeed(AsyncResource["AsyncFeedViews"]):
    async def watch(self, **options: Any) -> AsyncStream[ServerSentEvent[Step]]:
        return await AsyncStream.of(self, WATCH, options)

    async def talk(self, **options: Any) -> AsyncStream[ServerSentEvent[str]]:
        return await AsyncStream.of(self, TALK, options)

    async def export(self, **options: Any) -> AsyncStream[Step]:
        return await AsyncStream.of(self, EXPORT, options)

    async def records(self, **options: Any) -> AsyncStream[Step]:
        return await AsyncStream.of(self, RECORDS, options)


class AsyncFeedViews(Views, of=AsyncFeed):
    def __init__(self, resource: AsyncFeed) -> None:
        self.watch = viewed_async(resource.watch)
        self.export = viewed_async(resource.export)


class Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body in pieces that knows how many were taken and whether it was closed."""

    def __init__(self, pieces: Iterable[bytes | Exception]) -> None:
        self.pieces, self.closed, self.given = pieces, 0, 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            self.given += 1
            yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in iter(self):
            yield piece

    def close(self) -> None:
        self.closed += 1

    async def aclose(self) -> None:
        self.closed += 1


def served(body: Pieces, media_type: str = "text/event-stream", status: int = 200) -> httpx.Response:
    return httpx.Response(status, headers={"Content-Type": media_type}, stream=body)


Taken = Callable[..., list[Any]]


@pytest.fixture(params=["sync", "async"])
def take(request: pytest.FixtureRequest) -> Taken:
    """Calls a method and gives its items, `most` at most; the stream is left by `with`."""

    def synchronous(answer: httpx.Response, name: str, most: int = 99, **options: Any) -> list[Any]:
        with (
            sync_client(lambda request: answer, max_retries=0, **options) as client,
            getattr(Feed(client), name)() as found,
        ):
            return list(islice(found, most))

    def asynchronous(answer: httpx.Response, name: str, most: int = 99, **options: Any) -> list[Any]:
        async def main() -> list[Any]:
            taken: list[Any] = []
            async with (
                async_client(lambda request: answer, max_retries=0, **options) as client,
                await getattr(AsyncFeed(client), name)() as found,
            ):
                async for item in found:
                    taken.append(item)
                    if len(taken) == most:
                        break
            return taken

        return anyio.run(main)

    return synchronous if request.param == "sync" else asynchronous


# ── parsers ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def parsed(parser: Parser, *pieces: bytes) -> list[Any]:
    found = [item for piece in pieces for item in parser.feed(piece)]
    return [*found, *parser.end()]


def event(data: str, event: str = "message", id: str = "", retry: int | None = None) -> ServerSentEvent[str]:
    return ServerSentEvent(event, data, id, retry)


@pytest.mark.parametrize(
    "body, found",
    [
        ("data: a\n\n", [event("a")]),
        ("data:a\r\rdata:  b\r\n\r\ndata\n\n", [event("a"), event(" b"), event("")]),
        ("data: YHOO\ndata: +2\ndata: 10\n\n", [event("YHOO\n+2\n10")]),
        (": comment\n\ndata: a\nid: 1\n\ndata:b\nid\n\n", [event("a", id="1"), event("b")]),
        ("id: 7\n\ndata: a\n\nid: 8\0\ndata: b\n\n", [event("a", id="7"), event("b", id="7")]),
        ("event: add\ndata: 1\n\ndata: 2\n\nevent: x\n\ndata: 3\n\n", [event("1", "add"), event("2"), event("3")]),
        ("retry: 10\n\ndata: a\n\nretry: 1s\nretry:\ndata: b\n\n", [event("a", retry=10), event("b", retry=10)]),
        ("\ufeffdata: a\n\n\ufeffdata: b\n\n", [event("a")]),
        ("data: a\n\ndata: unfinished\n", [event("a")]),
        ("data: a\u2028b\x0b\u0085\n\n", [event("a\u2028b\x0b\u0085")]),
        ("Data: a\nunknown: 1\n data: b\n\n", []),
        ("data:\ndata:\n\n", [event("\n")]),
        ("", []),
    ],
)
def test_events_as_the_standard_has_them(body: str, found: list[Any]) -> None:
    assert parsed(EventParser(), body.encode()) == found
    assert parsed(EventParser(), *(bytes([it]) for it in body.encode())) == found


def test_what_is_no_utf_8_is_replaced() -> None:
    assert parsed(EventParser(), b"data: \xff\n\n") == [event("\ufffd")]


@pytest.mark.parametrize(
    "body, found",
    [
        (b"1\n2\r\n\n \n3", [b"1", b"2", b"3"]),
        (b'\xef\xbb\xbf{"a":\r1}\n', [b'{"a":\r1}']),
        (b"", []),
    ],
)
def test_lines(body: bytes, found: list[bytes]) -> None:
    assert parsed(LineParser(), body) == found
    assert parsed(LineParser(), *(bytes([it]) for it in body)) == found


@pytest.mark.parametrize(
    "body, found",
    [
        (b"\x1e1\n\x1e2\n", [b"1", b"2"]),
        (b'\x1e{\n"a": 1\n}\n\x1e\x1e3', [b'{\n"a": 1\n}', b"3"]),
        (b'\x1e\n{"a": 1}\n\x1etr\x1etrue\n', [b'{"a": 1}', b"tr", b"true"]),
        (b"", []),
    ],
)
def test_sequences(body: bytes, found: list[bytes]) -> None:
    assert parsed(SequenceParser(), body) == found
    assert parsed(SequenceParser(), *(bytes([it]) for it in body)) == found


def test_a_value_of_one_line_does_not_wait_for_the_next() -> None:
    assert list(SequenceParser().feed(b"\x1e[1]\n")) == [b"[1]"]
    assert list(EventParser().feed(b"data: 1\r\r")) == [event("1")]


ALPHABET = st.sampled_from(
    [b"\r", b"\n", b"\r\n", b"\n\n", b"data: ", b"data:1", b"id: 1", b"id:\0", b"event:a", b"retry:1", b":", b" "]
    + [b"\xef\xbb\xbf", b"\xef", b"\xc3\xa9", b"\x1e", b"[", b"]", b"1", b'"']
)


@pytest.mark.parametrize("parser", [EventParser, LineParser, SequenceParser])
@given(st.lists(ALPHABET).map(b"".join), st.lists(st.integers(0, 60)))
def test_pieces_make_no_difference(parser: Callable[[], Parser], body: bytes, cuts: list[int]) -> None:
    ends = sorted({min(it, len(body)) for it in cuts} | {0, len(body)})
    pieces = [body[start:end] for start, end in zip(ends, ends[1:])]
    assert parsed(parser(), *pieces) == parsed(parser(), body)


@given(st.lists(st.text().filter(lambda it: "\r" not in it and it.isprintable()), min_size=1))
def test_what_a_server_writes_is_read(texts: list[str]) -> None:
    body = "".join(f"data: {text}\n\n" for text in texts)
    assert [it.data for it in parsed(EventParser(), body.encode())] == texts


# ── streams ─────────────────────────────────────────────────────────────────────────────────────────────────────────

STEPS = b'event: step\nid: 1\ndata: {"number": 1}\n\ndata: {"number": 2,\ndata: "note": "\xc3\xa9"}\n\n'


def test_events_cut_anywhere(take: Taken) -> None:
    wanted = [
        ServerSentEvent("step", Step(number=1), "1", None),
        ServerSentEvent("message", Step(number=2, note="é"), "1", None),
    ]
    for at in range(len(STEPS) + 1):
        body = Pieces([STEPS[:at], STEPS[at:]])
        assert take(served(body), "watch") == wanted and body.closed
    body = Pieces([bytes([it]) for it in STEPS])
    assert take(served(body), "watch") == wanted and body.closed


def test_lines_and_sequences_and_texts(take: Taken) -> None:
    steps = [Step(number=1), Step(number=2)]
    body = Pieces([b'{"number"', b': 1}\n{"number": 2}'])
    assert take(served(body, "application/x-ndjson"), "export") == steps and body.closed
    body = Pieces([b'\x1e{"number": 1}\n\x1e{\n"num', b'ber": 2}\n'])
    assert take(served(body, "application/json-seq"), "records") == steps and body.closed
    body = Pieces([b"data: [DONE]\n\ndata: {\n\n"])
    assert [it.data for it in take(served(body), "talk")] == ["[DONE]", "{"]


def test_done_ends_a_stream(take: Taken) -> None:
    body = Pieces([b'data: {"number": 1}\n\ndata: [DONE]\n\ndata: {"number": 2}\n\n', b"data: never\n\n"])
    assert [it.data for it in take(served(body), "watch")] == [Step(number=1)]
    assert body.given == 1 and body.closed


def test_items_come_before_the_body_ends_and_leaving_closes(take: Taken) -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b'data: {"number": 1}\n\n'

    body = Pieces(endless())
    assert len(take(served(body), "watch", most=3)) == 3
    assert body.given <= 4 and body.closed


def test_what_does_not_match_is_told_and_kept(take: Taken) -> None:
    drifts: list[Drift] = []
    body = Pieces([b'data: {"number": "x", "more": 1}\n\n'])
    (found,) = take(served(body), "watch", on_drift=drifts.append)
    assert found.data.number == "x" and found.data.to_wire() == {"number": "x", "more": 1}
    assert [(it.pointer, it.operation) for it in drifts] == [("/number", "watch: GET /watch")]
    with pytest.raises(DecodeError, match="item 1 of the stream") as caught:
        take(served(Pieces([b'data: {"number": "x"}\n\n'])), "watch", strict=True)
    assert caught.value.pointer == "/number" and caught.value.status_code == 200


def test_an_item_that_is_no_json_is_an_error_that_names_it(take: Taken) -> None:
    body = Pieces([b'data: {"number": 1}\n\ndata: {"numb\n\n', b"data: 1\n\n"])
    with pytest.raises(
        DecodeError, match=r"watch: GET /watch: 200: cannot read item 2 of the stream: .*numb"
    ) as caught:
        take(served(body), "watch")
    assert caught.value.body == b'{"numb' and "\n" not in str(caught.value) and body.closed


@pytest.mark.parametrize("media_type", ["application/json", "text/html; charset=utf-8", "application/problem+json"])
def test_an_answer_that_is_no_stream_is_an_error(take: Taken, media_type: str) -> None:
    body = Pieces([b'{"number": 1}'])
    with pytest.raises(DecodeError, match="200: expected text/event-stream, got .*number") as caught:
        take(served(body, media_type), "watch")
    assert body.closed and caught.value.body == b'{"number": 1}' and caught.value.request is not None


def test_a_stream_without_its_media_type_is_one_all_the_same(take: Taken) -> None:
    assert len(take(httpx.Response(200, stream=Pieces([STEPS])), "watch")) == 2
    assert len(take(served(Pieces([STEPS]), "text/plain"), "watch")) == 2
    assert len(take(served(Pieces([STEPS]), status=299), "talk")) == 2
    assert take(served(Pieces([b'{"number": 1}\n']), "application/json"), "export") == [Step(number=1)]


def test_errors_are_raised_before_there_is_a_stream(take: Taken) -> None:
    body = Pieces([b'{"message": ', b'"gone"}'])
    with pytest.raises(NotFoundError, match="watch: GET /watch: 404 Not Found: gone"):
        take(served(body, "application/json", 404), "watch")
    assert body.closed
    body = Pieces([b"moved"])
    with pytest.raises(Exception, match="307"):
        take(served(body, "text/plain", 307), "watch")
    assert body.closed


@pytest.mark.parametrize(
    "broken, error", [(httpx.ReadError("cut"), APIConnectionError), (httpx.ReadTimeout("late"), APITimeoutError)]
)
def test_a_stream_that_breaks(take: Taken, broken: Exception, error: type[Exception]) -> None:
    body = Pieces([b'{"number": 1}\n{"number": 2}', broken])
    with pytest.raises(error, match="export: GET /export: Read"):
        take(served(body, "application/x-ndjson"), "export")
    assert body.closed


def test_the_head_is_asked_for_again_but_the_body_is_not() -> None:
    left = [httpx.Response(503), served(Pieces([STEPS, httpx.ReadError("cut")]))]
    with sync_client(lambda request: left.pop(0)) as client, pytest.raises(APIConnectionError, match="cut"):
        assert len(list(Feed(client).watch())) == 2
    assert left == []


def test_another_success_is_read_as_a_whole() -> None:
    body = Pieces([b'{"numb', b'er": 3}'])
    with sync_client(lambda request: served(body, "application/json", 202)) as client:
        found: Any = Feed(client).watch()
    assert found == Step(number=3) and body.closed


def test_a_stream_that_is_closed_or_at_its_end_gives_nothing() -> None:
    body = Pieces([STEPS])
    with sync_client(lambda request: served(body)) as client:
        found = Feed(client).watch()
        assert next(found).event == "step" and not body.closed
        assert found.headers["content-type"] == "text/event-stream"
        assert repr(found) == "<Stream watch: GET /watch>"
        found.close()
        assert body.closed and list(found) == []


def test_an_asynchronous_stream_that_is_closed_gives_nothing() -> None:
    body = Pieces([STEPS])

    async def main() -> None:
        async with async_client(lambda request: served(body)) as client:
            found = await AsyncFeed(client).watch()
            assert (await anext(found)).event == "step" and not body.closed
            assert found.headers["content-type"] == "text/event-stream"
            assert repr(found) == "<AsyncStream watch: GET /watch>"
            await found.close()
            assert body.closed and [it async for it in found] == []

    anyio.run(main)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_cancelling_closes(backend: str) -> None:
    class Waiting(Pieces):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            yield STEPS
            reached.set()
            await anyio.sleep_forever()

    async def read(found: AsyncStream[Any]) -> None:
        async for _ in found:
            pass

    async def main() -> None:
        async with async_client(lambda request: served(body)) as client:
            found = await AsyncFeed(client).watch()
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(read, found)
                await reached.wait()
                tasks.cancel_scope.cancel()
            assert body.closed and [it async for it in found] == []

    body, reached = Waiting([]), anyio.Event()
    with contextlib.suppress(TimeoutError):
        anyio.run(main, backend=backend)
    assert body.closed


# ── views ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_views_of_a_stream() -> None:
    with sync_client(lambda request: served(Pieces([STEPS]))) as client:
        raw = Feed(client).with_raw_response.watch()
        assert raw.content == STEPS and [it.data.number for it in raw.parse()] == [1, 2]
        assert [it.data.number for it in raw.parse()] == [1, 2]
        with Feed(client).with_streaming_response.watch() as response:
            assert list(response.iter_lines())[0] == "event: step"
        with Feed(client).with_streaming_response.watch() as response:
            assert len(list(response.parse())) == 2


def test_views_of_an_asynchronous_stream() -> None:
    async def main() -> None:
        async with async_client(lambda request: served(Pieces([STEPS]))) as client:
            raw = await AsyncFeed(client).with_raw_response.watch()
            assert [it.data.number async for it in raw.parse()] == [1, 2]
            async with AsyncFeed(client).with_streaming_response.watch() as response:
                assert [it async for it in response.iter_bytes()] == [STEPS]

    anyio.run(main)


def test_the_server_is_asked_for_a_stream() -> None:
    asked: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers["Accept"])
        return served(Pieces([json.dumps({"number": 1}).encode()]), "application/x-ndjson")

    with sync_client(handler) as client:
        assert list(Feed(client).export()) == [Step(number=1)]
    assert asked == ["application/x-ndjson"]
