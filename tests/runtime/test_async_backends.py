"""The asynchronous client under each event loop that there is: calls, one token for many, and being cancelled anywhere.

Nothing here waits for time to pass: each side says when it has come to a point, and the other waits for that.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest
from anyio.abc import ByteStream, SocketAttribute
from runtime.auth import BearerAuth, ClientCredentials
from runtime.client import AsyncBaseClient
from runtime.errors import APITimeoutError
from runtime.operation import Operation, json_response
from runtime.retries import Clock

from tests.runtime.sample import async_client, execute_async
from tests.runtime.test_views import PAGES, AsyncShelf

BACKENDS = ("asyncio", "trio")
PATIENCE = 60.0
"""Seconds after which a test is taken to hang."""

PING: Operation[dict[str, Any]] = Operation("ping", "GET /ping", responses=(json_response("200", dict[str, Any]),))
GRANT = (("Grant",),)
PONG = {"pong": True}

Run = Callable[[Callable[[], Awaitable[None]]], None]


@pytest.fixture(params=BACKENDS)
def run(request: pytest.FixtureRequest) -> Run:
    """Runs a coroutine function under an event loop."""

    async def bounded(main: Callable[[], Awaitable[None]]) -> None:
        with anyio.fail_after(PATIENCE):
            await main()

    return lambda main: anyio.run(bounded, main, backend=request.param)


async def ping(client: AsyncBaseClient) -> dict[str, Any]:
    return await execute_async(client, PING, {}, {})


async def cancelled(call: Callable[[], Coroutine[Any, Any, Any]], reached: anyio.Event) -> None:
    """Makes a call and cancels it when it has come to where it is to be cancelled."""
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(call)
        await reached.wait()
        tasks.cancel_scope.cancel()


class TokenServer:
    """Grants a token for an hour and answers who has the newest. `reached` is set when it has been asked for a token."""

    def __init__(self, hangs: int = 0) -> None:
        self.tokens = self.calls = 0
        self.hangs = hangs
        self.reached = anyio.Event()

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        await anyio.lowlevel.checkpoint()
        if request.url.path == "/token":
            self.tokens += 1
            self.reached.set()
            if self.tokens <= self.hangs:
                await anyio.sleep_forever()
            return httpx.Response(200, json={"access_token": f"t{self.tokens}", "expires_in": 3600})
        self.calls += 1
        right = request.headers["authorization"] == f"Bearer t{self.tokens}"
        return httpx.Response(200 if right else 401, json=PONG)


class Body(httpx.AsyncByteStream):
    """A body that does not end. `reached` is set when its first piece has been taken."""

    def __init__(self) -> None:
        self.reached = anyio.Event()
        self.closed = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b"{"
        self.reached.set()
        await anyio.sleep_forever()

    async def aclose(self) -> None:
        self.closed = True


class Halfway:
    """A real server, which stops after `part` of its first answer. `left` is set when the client has gone away then."""

    def __init__(self, part: bytes) -> None:
        self.part = part
        self.connections = 0
        self.reached = anyio.Event()
        self.left = anyio.Event()

    @contextlib.asynccontextmanager
    async def serving(self) -> AsyncIterator[str]:
        async with (
            await anyio.create_tcp_listener(local_host="127.0.0.1") as listener,
            anyio.create_task_group() as tasks,
        ):
            tasks.start_soon(listener.serve, self._serve)
            yield f"http://127.0.0.1:{listener.extra(SocketAttribute.local_port)}"
            tasks.cancel_scope.cancel()

    async def _serve(self, stream: ByteStream) -> None:
        self.connections += 1
        async with stream:
            with contextlib.suppress(anyio.EndOfStream, anyio.BrokenResourceError):
                while True:
                    await self._answer(stream)
            self.left.set()

    async def _answer(self, stream: ByteStream) -> None:
        request = b""
        while not request.endswith(b"\r\n\r\n"):
            request += await stream.receive()
        if self.reached.is_set():
            await stream.send(ANSWER)
        else:
            await stream.send(self.part)
            self.reached.set()


CONTENT = json.dumps(PONG).encode()
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(CONTENT), CONTENT)


def one_connection() -> httpx.AsyncClient:
    """With a single connection, so that one that is not given back is missed."""
    return httpx.AsyncClient(limits=httpx.Limits(max_connections=1), timeout=httpx.Timeout(PATIENCE, pool=5.0))


def connected(url: str, **options: Any) -> AsyncBaseClient:
    """A client of a real server."""
    return async_client(lambda request: None, real=True, base_url=url, **options)


def test_calls_over_a_socket(run: Run) -> None:
    async def main() -> None:
        server = Halfway(ANSWER)
        async with (
            server.serving() as url,
            one_connection() as http,
            connected(url, http_client=http) as client,
        ):
            assert [await ping(client) for _ in range(3)] == [PONG] * 3
        assert server.connections == 1

    run(main)


def test_many_calls_at_once_share_what_connections_there_are(run: Run) -> None:
    async def main() -> None:
        server = Halfway(ANSWER)
        async with (
            server.serving() as url,
            httpx.AsyncClient(limits=httpx.Limits(max_connections=4)) as http,
            connected(url, http_client=http) as client,
            anyio.create_task_group() as tasks,
        ):
            for _ in range(50):
                tasks.start_soon(ping, client)
        assert 1 <= server.connections <= 4

    run(main)


def test_pages(run: Run) -> None:
    left = [httpx.Response(200, json=page) for page in PAGES]

    async def main() -> None:
        async with async_client(lambda request: left.pop(0)) as client:
            assert [it.id async for it in AsyncShelf(client).list_things()] == ["a", "b"]

    run(main)


def test_a_retry_waits_by_itself(run: Run) -> None:
    """On the real clock, for a time that the server says is nothing."""
    left = [httpx.Response(503, headers={"Retry-After": "0"}), httpx.Response(200, json=PONG)]

    async def main() -> None:
        async with async_client(lambda request: left.pop(0), clock=Clock()) as client:
            assert await ping(client) == PONG

    run(main)


def test_a_token_of_an_asynchronous_function(run: Run) -> None:
    async def token() -> str:
        await anyio.lowlevel.checkpoint()
        return "t0"

    async def main() -> None:
        async with async_client(TokenServer(), (("Bearer",),), auth=BearerAuth(token)) as client:
            assert await ping(client) == PONG

    run(main)


def test_many_tasks_with_a_token_that_has_expired_fetch_one(run: Run) -> None:
    now = [0.0]

    async def main() -> None:
        server, auth = TokenServer(), ClientCredentials("id", "secret", clock=lambda: now[0])
        async with async_client(server, GRANT, auth=auth) as client:
            await ping(client)
            now[0] = 4000.0
            async with anyio.create_task_group() as tasks:
                for _ in range(200):
                    tasks.start_soon(ping, client)
        assert (server.tokens, server.calls) == (2, 201)

    run(main)


def test_many_tasks_with_a_token_that_is_refused_fetch_one(run: Run) -> None:
    async def main() -> None:
        server = TokenServer()
        async with async_client(server, GRANT, auth=ClientCredentials("id", "secret")) as client:
            await ping(client)
            await server(httpx.Request("POST", "https://auth.example/token"))  # somebody else's is the newest now
            async with anyio.create_task_group() as tasks:
                for _ in range(200):
                    tasks.start_soon(ping, client)
        assert server.tokens == 3

    run(main)


def test_who_is_cancelled_while_fetching_a_token_leaves_that_to_the_next(run: Run) -> None:
    async def main() -> None:
        server = TokenServer(hangs=1)
        async with (
            async_client(server, GRANT, auth=ClientCredentials("id", "secret")) as client,
            anyio.create_task_group() as others,
        ):

            async def first() -> None:
                await ping(client)

            async def then() -> None:
                await server.reached.wait()
                for _ in range(20):
                    others.start_soon(ping, client)
                await anyio.lowlevel.checkpoint()

            others.start_soon(then)
            await cancelled(first, server.reached)
        assert (server.tokens, server.calls) == (2, 20)

    run(main)


@pytest.mark.parametrize(
    "part",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent",
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
        b"HTTP/1.1 500 Internal Server Error\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
    ],
    ids=["before the answer", "in its headers", "in its body", "in the body of an error"],
)
@pytest.mark.parametrize("options", [{}, {"deadline": PATIENCE}], ids=["", "with a deadline"])
def test_a_call_that_is_cancelled_gives_its_connection_back(run: Run, part: bytes, options: dict[str, Any]) -> None:
    async def main() -> None:
        server = Halfway(part)
        async with (
            server.serving() as url,
            one_connection() as http,
            connected(url, http_client=http, **options) as client,
        ):
            await cancelled(lambda: ping(client), server.reached)
            await server.left.wait()
            assert [await ping(client) for _ in range(2)] == [PONG] * 2
        assert server.connections == 2

    run(main)


@pytest.mark.parametrize("options", [{}, {"deadline": PATIENCE}], ids=["", "with a deadline"])
def test_a_call_that_is_cancelled_closes_its_response(run: Run, options: dict[str, Any]) -> None:
    async def main() -> None:
        body = Body()
        left = [httpx.Response(200, stream=body), httpx.Response(200, json=PONG)]
        async with async_client(lambda request: left.pop(0), **options) as client:
            await cancelled(lambda: ping(client), body.reached)
            assert body.closed
            assert await ping(client) == PONG

    run(main)


def test_a_streamed_response_is_closed_when_its_reader_is_cancelled(run: Run) -> None:
    async def main() -> None:
        body = Body()
        left = [httpx.Response(200, stream=body), httpx.Response(200, json={"id": "a"})]
        async with async_client(lambda request: left.pop(0)) as client:

            async def read() -> None:
                async with AsyncShelf(client).with_streaming_response.get_thing() as found:
                    async for _ in found.iter_bytes():
                        pass

            await cancelled(read, body.reached)
            assert body.closed
            assert (await AsyncShelf(client).get_thing()).id == "a"

    run(main)


def test_a_call_can_be_cancelled_while_it_waits_to_be_repeated(run: Run) -> None:
    async def main() -> None:
        asleep = anyio.Event()

        async def sleep(seconds: float) -> None:
            asleep.set()
            await anyio.sleep_forever()

        left = [httpx.Response(503), httpx.Response(200, json=PONG)]
        async with async_client(lambda request: left.pop(0), clock=Clock(sleep=sleep)) as client:
            await cancelled(lambda: ping(client), asleep)
            assert len(left) == 1
            assert await ping(client) == PONG

    run(main)


def test_a_wait_of_the_real_clock_can_be_cancelled(run: Run) -> None:
    async def main() -> None:
        answered = anyio.Event()

        def handler(request: httpx.Request) -> httpx.Response:
            answered.set()
            return httpx.Response(503, headers={"Retry-After": "10"})

        async with async_client(handler, clock=Clock()) as client:
            with anyio.fail_after(5):
                await cancelled(lambda: ping(client), answered)

    run(main)


def test_a_limit_of_the_event_loop_is_not_ours(run: Run) -> None:
    """Who sets a limit on a block gets the error of that limit, not one that a retry would swallow."""

    async def main() -> None:
        server = Halfway(b"")

        async def end(limit: anyio.CancelScope) -> None:
            await server.reached.wait()
            limit.deadline = anyio.current_time()

        async with server.serving() as url, connected(url) as client, anyio.create_task_group() as tasks:
            with pytest.raises(TimeoutError), anyio.fail_after(PATIENCE) as limit:
                tasks.start_soon(end, limit)
                await ping(client)

    run(main)


def test_a_timeout_is_an_error_of_the_client(run: Run) -> None:
    async def main() -> None:
        server = Halfway(b"")
        async with server.serving() as url, connected(url, max_retries=0) as client:
            with pytest.raises(APITimeoutError, match="ReadTimeout"):
                await execute_async(client, PING, {}, {"timeout": httpx.Timeout(PATIENCE, read=0.01)})
            await server.left.wait()
            assert await ping(client) == PONG

    run(main)
