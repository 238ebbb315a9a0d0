"""Servers that do what they should not, over real sockets: each ends in a clear exception, none hangs or leaks."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from runtime.errors import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    DecodeError,
    InternalServerError,
)
from runtime.models import Model
from runtime.operation import Operation, json_response, response

from tests.runtime.conftest import Call

LIMIT = 20.0
"""Seconds that a phase may take, on a machine that does other things as well. None gets near it."""


class Thing(Model):
    id: str


THING: Operation[Thing] = Operation(
    "get_thing", "GET /thing", responses=(json_response("200", Thing), json_response("404", Thing), response("204"))
)


class Server:
    """Sends the same bytes to everyone, then closes or stays silent."""

    def __init__(self, sent: bytes, silent: bool = False) -> None:
        self.sent, self.silent = sent, silent
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listening.getsockname()[1]}"
        self.connections: list[socket.socket] = []
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self) -> None:
        while True:
            try:
                connection, _ = self.listening.accept()
            except OSError:
                return
            self.connections.append(connection)
            connection.recv(65536)
            connection.sendall(self.sent)
            if not self.silent:
                connection.close()

    def close(self) -> None:
        self.listening.shutdown(socket.SHUT_RDWR)
        self.listening.close()
        self.thread.join(timeout=10)
        for connection in self.connections:
            connection.close()


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    made: list[Server] = []

    def server(sent: bytes, silent: bool = False) -> Server:
        made.append(Server(sent, silent))
        return made[-1]

    yield server
    for server_ in made:
        server_.close()


def http(body: bytes, status: str = "200 OK", *headers: str, length: int | None = None) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


JSON = "Content-Type: application/json"


@pytest.mark.parametrize(
    ("sent", "kind", "message"),
    [
        (http(b'{"id": "a', "200 OK", JSON), DecodeError, r"200: cannot read the body \(application/json\): not JSON"),
        (http(b'{"id": "abc"}', "200 OK", JSON, length=500), APIConnectionError, "RemoteProtocolError"),
        (http(b"<html>busy</html>", "200 OK", "Content-Type: text/html"), DecodeError, r"\(text/html\): not JSON"),
        (http(b"", "200 OK", JSON), DecodeError, "200: the body is empty where the document promises one"),
        (http(b"\xff\xfe\x00", "200 OK", JSON), DecodeError, "not JSON"),
        (http(b"[" * 100_000, "200 OK", JSON), DecodeError, "not JSON|nested too deeply"),
        (http(b"nonsense", "200 OK", JSON, "Content-Encoding: gzip"), DecodeError, "DecodingError"),
        (
            http(b"<html>x</html>", "502 Bad Gateway", "Content-Type: text/html"),
            InternalServerError,
            "502 .*an HTML page",
        ),
        (http(b"", "520 ", JSON), InternalServerError, "get_thing: GET /thing: 520"),
        (http(b'{"id": 3}', "404 Not Found", JSON), APIStatusError, "404 Not Found"),
        (http(b"", "302 Found", "Location: /thing"), APIStatusError, "302 Found"),
        (http(b"", "999 Odd", JSON), InternalServerError, "999"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", APIConnectionError, "RemoteProtocolError"),
        (b"", APIConnectionError, "RemoteProtocolError: Server disconnected"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", APIConnectionError, "RemoteProtocolError"),
        (b"HTTP/1.1 200 OK\r\nBad Header\r\n\r\n", APIConnectionError, "RemoteProtocolError"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000, APIConnectionError, "RemoteProtocolError"),
    ],
)
def test_misbehaviour(
    call: Call, serve: Callable[..., Server], sent: bytes, kind: type[APIError], message: str
) -> None:
    server = serve(sent)
    with pytest.raises(kind, match=message) as caught:
        call(None, THING, {}, {"max_retries": 0}, base_url=server.url, real=True, timeout=LIMIT)
    error = caught.value
    assert error.operation == "get_thing: GET /thing" and "\n" not in str(error) and len(str(error)) < 600
    assert error.request is not None and error.request.url == f"{server.url}/thing"


def test_a_204_with_a_body_is_no_content(call: Call, serve: Callable[..., Server]) -> None:
    found = call(None, THING, {}, base_url=serve(http(b'{"id": 1}', "204 No Content")).url, real=True, timeout=LIMIT)
    assert found is None


def test_a_wrong_shape_arrives_as_it_is_and_is_told(call: Call, serve: Callable[..., Server]) -> None:
    told: list[Any] = []
    url = serve(http(b'["a", "b"]', "200 OK", JSON)).url
    assert call(None, THING, {}, base_url=url, real=True, on_drift=told.append) == ["a", "b"]
    assert [(it.pointer, it.expected) for it in told] == [("", "an object")]


@pytest.mark.parametrize("sent", [b"", b"HTTP/1.1 200 OK\r\n", http(b'{"id"', "200 OK", JSON, length=100)])
def test_silence_ends_in_a_timeout(call: Call, serve: Callable[..., Server], sent: bytes) -> None:
    limits = httpx.Timeout(LIMIT, read=0.05)
    with pytest.raises(APITimeoutError, match="ReadTimeout"):
        call(None, THING, {}, {"max_retries": 0}, base_url=serve(sent, True).url, real=True, timeout=limits)


def test_redirects_without_end_when_the_http_client_follows_them(serve: Callable[..., Server]) -> None:
    from tests.runtime.sample import execute, sync_client

    server = serve(http(b"", "302 Found", "Location: /thing", "Connection: close"))
    with (
        httpx.Client(follow_redirects=True, timeout=LIMIT) as own,
        sync_client(lambda request: httpx.Response(500), http_client=own, base_url=server.url) as client,
        pytest.raises(APIConnectionError, match="TooManyRedirects"),
    ):
        execute(client, THING, {}, {})
