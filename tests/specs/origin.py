"""A real HTTP server on this machine, whose answers a test writes itself."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


class Origin:
    """The server as a test sees it: `answers` by path, and the headers of the requests that came."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.port = port
        self.answers: dict[str, Answer] = {}
        self.requests: list[tuple[str, Mapping[str, str]]] = []

    def serve(self, path: str, answer: Answer) -> str:
        """Answers requests of `path` so; the address."""
        self.answers[path.partition("?")[0]] = answer
        return self.url + path


def document(data: bytes, *, status: int = 200, **headers: str) -> Answer:
    """A whole answer. Underscores in header names stand for hyphens."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def redirect(location: str, status: int = 302) -> Answer:
    """An answer that sends the client elsewhere."""
    return document(b"", status=status, Location=location)


def conditional(data: bytes, etag: str, modified: str) -> Answer:
    """The document, or 304 to who has it already."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            document(b"", status=304)(handler)
        else:
            document(data, ETag=etag, Last_Modified=modified)(handler)

    return answer


def broken_off(data: bytes, claimed: int) -> Answer:
    """`data`, where `claimed` bytes were promised; then the connection ends."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(claimed))
        handler.end_headers()
        handler.wfile.write(data)
        handler.close_connection = True

    return answer


@contextmanager
def running() -> Iterator[Origin]:
    """A server for the time of a test."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Without a limit a connection that a client keeps open would keep its thread.
        timeout = 5

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            origin.requests.append((self.path, dict(self.headers.items())))
            origin.answers.get(path, document(b"no such page", status=404))(self)

        def log_message(self, format: str, *args: object) -> None:
            """Tests print nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A client that leaves in the middle of an answer is what some tests are about."""

    with Server(("127.0.0.1", 0), Handler) as server:
        origin = Origin(server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield origin
        finally:
            server.shutdown()
            thread.join()
