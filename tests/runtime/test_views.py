"""Whole responses, clients with other options, and calls that the document does not have."""

from __future__ import annotations

import copy
import pickle
from collections.abc import AsyncIterator, Iterator
from typing import Any

import anyio
import httpx
import pytest
from runtime.client import AsyncBaseClient, SyncClient
from runtime.configuration import Secrets
from runtime.errors import APIConnectionError, APIStatusError, DecodeError, InvalidRequestError, NotFoundError
from runtime.messages import CallOptions
from runtime.models import Model
from runtime.operation import Operation, Paging, json_response, response
from runtime.pages import AsyncPages, Page
from runtime.parameters import query
from runtime.resource import AsyncResource, Resource, Views
from runtime.views import viewed, viewed_async

from tests.runtime.conftest import Call
from tests.runtime.sample import GET, async_client, sync_client


class Thing(Model):
    id: str


class Things(Model):
    items: list[Thing]
    next: str | None = None


GET_THING: Operation[Thing] = Operation("get_thing", "GET /thing", responses=(json_response("200", Thing),))
LIST: Operation[Things] = Operation(
    "list_things",
    "GET /things",
    parameters=(query("token", "token", str),),
    responses=(json_response("200", Things),),
    paging=Paging("token", ("next",), ("items",)),
)


class Shelf(Resource["ShelfViews"]):
    def get_thing(self, **options: Any) -> Thing:
        return self._call(GET_THING, options)

    def list_things(self, token: str | None = None, **options: Any) -> Page[Thing, Things]:
        return self._pages(LIST, options, token=token)


class ShelfViews(Views, of=Shelf):
    def __init__(self, resource: Shelf) -> None:
        self.get_thing = viewed(resource.get_thing)
        self.list_things = viewed(resource.list_things)


class AsyncShelf(AsyncResource["AsyncShelfViews"]):
    async def get_thing(self, **options: Any) -> Thing:
        return await self._call(GET_THING, options)

    def list_things(self, token: str | None = None, **options: Any) -> AsyncPages[Thing, Things]:
        return self._pages(LIST, options, token=token)


class AsyncShelfViews(Views, of=AsyncShelf):
    def __init__(self, resource: AsyncShelf) -> None:
        self.get_thing = viewed_async(resource.get_thing)
        self.list_things = viewed_async(resource.list_things)


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body in pieces that knows whether it was closed."""

    def __init__(self, *pieces: bytes | Exception) -> None:
        self.pieces, self.closed, self.given = pieces, False, 0

    def _each(self) -> Iterator[bytes]:
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            self.given += 1
            yield piece

    def __iter__(self) -> Iterator[bytes]:
        return self._each()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._each():
            yield piece

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


HEADERS = {"Content-Type": "application/json", "X-Request-Id": "r-1"}


def answers(*events: httpx.Response) -> Any:
    left = list(events)
    return lambda request: left.pop(0) if left else httpx.Response(500)


def thing(**more: Any) -> httpx.Response:
    return httpx.Response(200, headers=HEADERS, json={"id": "a"}, **more)


def test_a_raw_response() -> None:
    with sync_client(answers(httpx.Response(503), thing())) as client:
        found = Shelf(client).with_raw_response.get_thing()
        assert (found.status_code, found.request_id, found.content) == (200, "r-1", b'{"id":"a"}')
        assert found.headers["CONTENT-TYPE"] == "application/json"
        assert found.text == '{"id":"a"}' and found.json() == {"id": "a"} and found.parse() == Thing(id="a")
        assert list(found.iter_bytes()) == [b'{"id":"a"}'] and list(found.iter_lines()) == ['{"id":"a"}']
        assert [attempt.reason for attempt in found.attempts] == ["503 Service Unavailable"]
        assert isinstance(found.http_response, httpx.Response) and found.http_response.is_closed
        assert repr(found) == "<Response get_thing: GET /thing: 200>"


def test_an_asynchronous_raw_response() -> None:
    async def main() -> None:
        async with async_client(answers(thing())) as client:
            found = await AsyncShelf(client).with_raw_response.get_thing()
            assert (found.status_code, found.content, found.parse()) == (200, b'{"id":"a"}', Thing(id="a"))
            assert [piece async for piece in found.iter_bytes()] == [b'{"id":"a"}']
            assert [line async for line in found.iter_lines()] == ['{"id":"a"}']

    anyio.run(main)


def test_views_raise_the_errors_that_methods_raise() -> None:
    with sync_client(lambda request: httpx.Response(404, json={"message": "gone"})) as client:
        with pytest.raises(NotFoundError, match="get_thing: GET /thing: 404 Not Found: gone"):
            Shelf(client).with_raw_response.get_thing()
        body = Body(b'{"message": "gone"}')
    with (
        sync_client(answers(httpx.Response(404, stream=body))) as client,
        pytest.raises(NotFoundError, match="gone"),
        Shelf(client).with_streaming_response.get_thing(),
    ):
        pytest.fail("an error is no response")
    assert body.closed


def test_what_cannot_be_parsed_is_said_when_it_is_parsed() -> None:
    with sync_client(answers(httpx.Response(200, text="<html>"))) as client:
        found = Shelf(client).with_raw_response.get_thing()
    with pytest.raises(DecodeError, match="get_thing: GET /thing: 200: cannot read the body") as caught:
        found.parse()
    assert caught.value.request is not None and caught.value.excerpt == "<html>"


def test_a_streamed_response_is_sent_on_entering_and_closed_on_leaving() -> None:
    body = Body(b'{"id":', b'"a"}', b"\n\n")
    sent: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, headers=HEADERS, stream=body)

    with sync_client(handler) as client:
        made = Shelf(client).with_streaming_response.get_thing()
        with pytest.raises(RuntimeError, match="not sent yet: open the response by `with"):
            _ = made.status_code
        assert sent == [] and repr(made) == "<Response get_thing: GET /thing: not sent>"
        with made as found:
            assert found.status_code == 200 and body.given == 0
            with pytest.raises(RuntimeError, match="not read yet"):
                _ = found.content
            assert next(found.iter_bytes()) == b'{"id":' and not body.closed
        assert body.closed and body.given == 1


def test_a_streamed_response_that_is_read() -> None:
    with (
        sync_client(answers(httpx.Response(200, headers=HEADERS, stream=Body(b'{"id":', b'"a"}')))) as client,
        Shelf(client).with_streaming_response.get_thing() as found,
    ):
        assert found.parse() == Thing(id="a") and found.read() == b'{"id":"a"}'
    lines = Body(b"one\ntw", b"o\r\nthree")
    with (
        sync_client(answers(httpx.Response(200, stream=lines))) as client,
        Shelf(client).with_streaming_response.get_thing() as found,
    ):
        assert list(found.iter_lines()) == ["one", "two", "three"]


def test_a_stream_that_breaks_is_a_connection_error_and_closed() -> None:
    body = Body(b"x", httpx.ReadError("cut"))
    with (
        sync_client(answers(httpx.Response(200, stream=body))) as client,
        pytest.raises(APIConnectionError, match="get_thing: GET /thing: ReadError: cut"),
        Shelf(client).with_streaming_response.get_thing() as found,
    ):
        found.read()
    assert body.closed


def test_asynchronous_streams() -> None:
    body, lines = Body(b'{"id":', b'"a"}'), Body(b"one\ntw", b"o")
    broken, awaited = Body(b"x", httpx.ReadError("cut")), Body(b'{"id":"a"}')

    async def main() -> None:
        streams = [httpx.Response(200, headers=HEADERS, stream=it) for it in (body, lines, broken, awaited)]
        async with async_client(answers(*streams)) as client:
            shelf = AsyncShelf(client).with_streaming_response
            async with shelf.get_thing() as found:
                assert found.status_code == 200 and body.given == 0
                with pytest.raises(RuntimeError, match="not read yet"):
                    found.parse()
                assert await found.read() == b'{"id":"a"}' and found.parse() == Thing(id="a")
            async with shelf.get_thing() as found:
                assert [line async for line in found.iter_lines()] == ["one", "two"]
            with pytest.raises(APIConnectionError, match="ReadError: cut"):
                async with shelf.get_thing() as found:
                    await found.read()
            assert (await shelf.get_thing()).parse() == Thing(id="a")

    anyio.run(main)
    assert body.closed and lines.closed and broken.closed and awaited.closed


PAGES = [{"items": [{"id": "a"}], "next": "t"}, {"items": [{"id": "b"}]}]


def test_raw_responses_of_lists_hold_pages() -> None:
    with sync_client(answers(*(httpx.Response(200, json=page) for page in PAGES))) as client:
        page = Shelf(client).with_raw_response.list_things().parse()
        assert [it.id for it in page] == ["a", "b"]

    async def main() -> list[str]:
        async with async_client(answers(*(httpx.Response(200, json=page) for page in PAGES))) as client:
            page = (await AsyncShelf(client).with_raw_response.list_things()).parse()
            return [it.id async for it in page]

    assert anyio.run(main) == ["a", "b"]


# --- with_options ---


def echo(request: httpx.Request) -> httpx.Response:
    seen = {name: value for name, value in request.headers.items() if name.startswith("x-")}
    return httpx.Response(200, json={"url": str(request.url), "seen": seen, "timeout": request.extensions["timeout"]})


ANY: Operation[dict[str, Any]] = Operation("any", "GET /any", responses=(json_response("200", dict[str, Any]),))


def called(client: SyncClient, options: CallOptions | None = None) -> dict[str, Any]:
    return Resource[Any](client)._call(ANY, options or {})


def test_options_make_another_client_and_leave_the_first_as_it_was() -> None:
    with sync_client(echo, headers={"X-A": "1"}) as client:
        other = client.with_options(timeout=3, headers={"x-a": "2", "X-B": "3"}, base_url="https://other.example/")
        third = other.with_options(headers={"X-C": "4"})
        assert called(other)["seen"] == {"x-a": "2", "x-b": "3"}
        assert called(other)["url"] == "https://other.example/any"
        assert called(other)["timeout"]["read"] == 3 and other.timeout == 3
        assert called(third)["seen"] == {"x-a": "2", "x-b": "3", "x-c": "4"}
        assert called(client)["seen"] == {"x-a": "1"} and called(client)["timeout"]["read"] == 60
        assert called(client)["url"] == "https://api.example/v1/any"
        assert type(other) is type(client) and other._shared is client._shared
        assert called(other, {"extra_headers": {"X-A": None, "X-B": "5"}})["seen"] == {"x-b": "5"}
        with other:
            pass
        assert called(client)["seen"] == {"x-a": "1"}


def test_a_view_may_have_no_timeout_and_other_retries() -> None:
    with sync_client(lambda request: httpx.Response(503)) as client:
        other = client.with_options(timeout=None, max_retries=1, deadline=1000)
        with pytest.raises(APIStatusError) as caught:
            called(other)
        assert len(caught.value.attempts) == 2 and other.timeout is None


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"max_retries": -1}, "max_retries: expected an integer of at least 0"),
        ({"timeout": "x"}, "timeout: expected seconds"),
        ({"headers": {"X": "a\nb"}}, "headers.X: expected text without control characters"),
        ({"base_url": "/relative"}, "base_url: expected an absolute"),
    ],
)
def test_options_that_make_no_sense(changes: Any, message: str) -> None:
    with sync_client(echo) as client:
        with pytest.raises(InvalidRequestError, match=message):
            client.with_options(**changes)
        with pytest.raises(InvalidRequestError, match=message):
            sync_client(echo, **changes)
        with pytest.raises(TypeError, match=r"with_options\(\) got an unexpected keyword argument: retries"):
            client.with_options(retries=3)  # type: ignore[call-arg]
        with pytest.raises(TypeError, match=r"Client\(\) got an unexpected keyword argument: proxy"):
            sync_client(echo, proxy="x")


def test_http_clients_of_the_wrong_kind_are_refused() -> None:
    with (
        httpx.Client() as http,
        pytest.raises(TypeError, match=r"of an AsyncClient takes a httpx2?\.AsyncClient, not a"),
    ):
        async_client(echo, http_client=http)
    with pytest.raises(TypeError, match=r"http_client= of a Client takes a httpx2?\.Client, not a builtins.str"):
        sync_client(echo, http_client="proxy")


def test_clients_are_neither_pickled_nor_copied() -> None:
    client = sync_client(echo, secrets=Secrets(access_token="hidden"))
    for attempt in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="holds connections and secrets and cannot be pickled"):
            attempt(client)


# --- what the document does not have ---


def request_of(call: str) -> Any:
    """`client.request(…)` in both colours."""

    def synchronous(handler: Any, *args: Any, **kwargs: Any) -> Any:
        with sync_client(handler) as client:
            return client.request(*args, **kwargs)

    def asynchronous(handler: Any, *args: Any, **kwargs: Any) -> Any:
        async def main() -> Any:
            async with async_client(handler) as client:
                return await client.request(*args, **kwargs)

        return anyio.run(main)

    return synchronous if call == "sync" else asynchronous


@pytest.mark.parametrize("colour", ["sync", "async"])
def test_requests_that_the_document_does_not_have(colour: str) -> None:
    request = request_of(colour)

    def handler(asked: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"id": f"{asked.method} {asked.url} {asked.content.decode()}"})

    url = "https://api.example/v1/beta/x"
    assert request(handler, "GET", "/beta/x") == {"id": f"GET {url} "}
    assert request(handler, "get", "beta/x", cast_to=Thing) == Thing(id=f"GET {url} ")
    assert request(handler, "GET", "/beta/x?a=1", extra_query={"b": [2, 3]})["id"] == f"GET {url}?a=1&b=2&b=3 "
    assert request(handler, "POST", "/beta/x", body={"a": 1})["id"] == f'POST {url} {{"a":1}}'
    assert request(handler, "POST", "/beta/x", body=Thing(id="i"))["id"] == f'POST {url} {{"id":"i"}}'
    assert request(handler, "PUT", "/beta/x", body=b"raw", cast_to=dict[str, str])["id"] == f"PUT {url} raw"
    assert request(lambda asked: httpx.Response(200, json=[{"id": "a"}]), "GET", "/x", cast_to=list[Thing]) == [
        Thing(id="a")
    ]
    assert request(lambda asked: httpx.Response(204), "DELETE", "/x") is None
    with pytest.raises(NotFoundError, match="request: GET /nothing: 404"):
        request(lambda asked: httpx.Response(404), "GET", "/nothing")


@pytest.mark.parametrize("path", ["https://evil.example/x", "//evil.example/x"])
def test_credentials_are_not_sent_elsewhere(path: str) -> None:
    with sync_client(echo) as client, pytest.raises(InvalidRequestError, match="a path below the client's base URL"):
        client.request("GET", path)
    with sync_client(echo) as client, pytest.raises(InvalidRequestError, match="method: expected an HTTP method"):
        client.request("GET /x HTTP/1.1\r\n", "/x")


def test_a_base_url_with_a_password_is_refused() -> None:
    with pytest.raises(InvalidRequestError, match="user or password") as caught:
        sync_client(echo, base_url="https://u:hush@api.example")
    assert "hush" not in str(caught.value)


# --- departures from the document ---


def test_departures_are_told(call: Call) -> None:
    told: list[Any] = []
    found = call(lambda request: httpx.Response(200, json={"items": [{"id": 3}]}), LIST, {}, on_drift=told.append)
    assert found.items[0].id == 3
    assert [(it.operation, it.pointer, it.expected, it.got) for it in told] == [
        ("list_things: GET /things", "/items/0/id", "a valid string", 3)
    ]


def test_strict_clients_refuse_departures(call: Call) -> None:
    told: list[Any] = []
    with pytest.raises(DecodeError, match=r"200: items\[0\]\.id: expected a valid string, got 3$") as caught:
        call(
            lambda request: httpx.Response(200, json={"items": [{"id": 3}]}),
            *(LIST, {}),
            strict=True,
            on_drift=told.append,
        )
    assert (caught.value.pointer, caught.value.status_code, len(told)) == ("/items/0/id", 200, 1)


def test_the_async_client_is_not_the_sync_one() -> None:
    assert not issubclass(AsyncBaseClient, SyncClient)
    with sync_client(lambda request: httpx.Response(204)) as client:
        operation: Operation[None] = Operation("none", "GET /", responses=(response("204"),))
        assert Resource[Any](client)._call(operation, {}) is None
    assert GET.paging is None
