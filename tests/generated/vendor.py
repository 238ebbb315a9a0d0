"""The vendor on loopback: a real HTTP server that answers every operation with the document's own example."""

from __future__ import annotations

import base64
import contextlib
import json
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TOKEN = "token-of-the-vendor"
KEY = ("key-id", "key-secret")


@dataclass(frozen=True)
class Call:
    """An operation of the raw document with an example of its request and of its success."""

    key: str
    method: str
    path: str
    body: Any
    status: int
    answer: Any

    @property
    def variables(self) -> list[str]:
        return re.findall(r"\{([^}]*)\}", self.path)


@dataclass
class Vendor:
    """What the server saw: (method, path, headers, body) of each request. `url` is its address."""

    url: str = ""
    seen: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)


def calls(document: Any) -> list[Call]:
    """Every operation of a document, straight from its raw value."""
    return [
        _call(method, path, operation)
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if method in ("get", "put", "post", "delete", "patch")
    ]


def _call(method: str, path: str, operation: Any) -> Call:
    status = min(status for status in operation["responses"] if status.startswith("2"))
    body = _example(operation.get("requestBody", {}))
    return Call(
        f"{method.upper()} {path}", method.upper(), path, body, int(status), _example(operation["responses"][status])
    )


def _example(holder: Any) -> Any:
    """The first example of a body; None where there is no body."""
    media = holder.get("content", {}).get("application/json", {})
    if "example" in media:
        return media["example"]
    return next((example["value"] for example in media.get("examples", {}).values()), None)


@contextlib.contextmanager
def serving(document: Any) -> Iterator[Vendor]:
    """The server, for as long as the context lasts; its token endpoint is `/oauth2/token`."""
    vendor = Vendor()
    known = [
        (call, re.compile(re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(call.path)) + "$")) for call in calls(document)
    ]

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _serve(self) -> None:
            content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            path = self.path.partition("?")[0]
            vendor.seen.append((self.command, self.path, dict(self.headers.items()), content))
            if path == "/oauth2/token":
                self._token()
            elif self.headers.get("Authorization") not in (f"Bearer {TOKEN}", _basic()):
                self._answer(
                    401, {"errorCode": "unauthorized_error", "message": "Who are you?", "resolution": "Say so."}
                )
            else:
                self._operation(path)

        def _token(self) -> None:
            right = self.headers.get("Authorization") == _basic()
            self._answer(200 if right else 401, {"access_token": TOKEN, "expires_in": 3600, "token_type": "bearer"})

        def _operation(self, path: str) -> None:
            found = next((call for call, pattern in known if call.method == self.command and pattern.match(path)), None)
            if found is None:
                self._answer(404, {"errorCode": "not_found", "message": "No such thing.", "resolution": "Look again."})
            else:
                self._answer(found.status, found.answer)

        def _answer(self, status: int, value: Any) -> None:
            content = b"" if value is None else json.dumps(value).encode()
            self.send_response(status)
            if value is not None:
                self.send_header("Content-Type", "application/json; charset=utf-8")
            if status != 204:
                self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_PUT = do_POST = do_DELETE = do_PATCH = _serve

        def log_message(self, format: str, *args: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    vendor.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield vendor
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _basic() -> str:
    return "Basic " + base64.b64encode(":".join(KEY).encode()).decode()
