"""Steady, a mock server that holds every request against an OpenAPI document: started on loopback, and what it says."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer
from typing import IO, Any

import httpx

STEADY = Path(__file__).parents[2] / ".venv" / "oracle" / "node_modules" / "@stdy" / "cli" / "steady.js"
"""Where `make test-oracle` installs it."""

PATIENCE = 60.0
"""Seconds that it may take to start."""


@dataclass(frozen=True, order=True)
class Finding:
    """What the judge has against a request: its code (`steady explain CODE`), the place in the request, and why."""

    code: str
    place: str
    message: str = field(compare=False)

    def __str__(self) -> str:
        return f"{self.code} {self.place}: {self.message}"


@dataclass(frozen=True)
class Verdict:
    """A request as it was sent, and what came of it. `matched` is the path of the document that it was taken for."""

    request: httpx.Request
    status: int
    matched: str | None
    findings: tuple[Finding, ...]

    @property
    def accepted(self) -> bool:
        """Nothing is wrong with the request, by the letter of the document."""
        return self.status < 300 and not self.findings

    def __str__(self) -> str:
        said = "\n".join(f"  {finding}" for finding in self.findings) or "  nothing against it"
        headers = "".join(f"  {name}: {value}\n" for name, value in self.request.headers.items())
        line = f"{self.request.method} {self.request.url.raw_path.decode()}"
        body = self.request.content.decode(errors="replace")
        return f"the judge said {self.status}, matching {self.matched}:\n{said}\nsent was:\n  {line}\n{headers}  {body}"


def verdict(request: httpx.Request, response: httpx.Response) -> Verdict:
    """What the headers of an answer say of its request."""
    headers = response.headers
    findings = (
        Finding(*(headers[f"x-steady-error-{number}-{part}"] for part in ("code", "path", "message")))
        for number in range(1, int(headers["x-steady-error-count"]) + 1)
    )
    return Verdict(request, response.status_code, headers.get("x-steady-matched-path"), tuple(sorted(findings)))


class Recorder(httpx.BaseTransport):
    """Sends what a client sends, and keeps the verdict on each request."""

    def __init__(self) -> None:
        self.verdicts: list[Verdict] = []
        self._inner = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = self._inner.handle_request(request)
        self.verdicts.append(verdict(request, response))
        return response

    def close(self) -> None:
        self._inner.close()


class AsyncRecorder(httpx.AsyncBaseTransport):
    """The asynchronous counterpart of `Recorder`."""

    def __init__(self) -> None:
        self.verdicts: list[Verdict] = []
        self._inner = httpx.AsyncHTTPTransport()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await self._inner.handle_async_request(request)
        self.verdicts.append(verdict(request, response))
        return response

    async def aclose(self) -> None:
        await self._inner.aclose()


@contextlib.contextmanager
def judging(document: Any, folder: Path) -> Iterator[str]:
    """The address of a judge that knows `document`, for as long as the context lasts. `folder` is for its files."""
    described = folder / "openapi.json"
    described.write_text(json.dumps(document), encoding="utf-8")
    port = _free_port()
    # Under CI=true it would choose another format, whose lines are not the ones that `_wait_until_ready` knows.
    printing = ["--quiet", "--no-color", "--log-format", "text"]
    options = ["--host", "127.0.0.1", "--port", str(port), *printing, "--validator-strict-oneof"]
    command = ["node", str(STEADY), *options, str(described)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True) as process:
        assert process.stdout is not None
        try:
            _wait_until_ready(process, process.stdout)
            yield f"http://127.0.0.1:{port}"
        finally:
            _end(process)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _wait_until_ready(process: subprocess.Popen[bytes], output: IO[bytes]) -> None:
    """Reads what it prints until it says that it is ready. Raises RuntimeError with all of that if it never does."""
    timer = Timer(PATIENCE, _end, [process])
    timer.start()
    lines = []
    try:
        for line in output:
            lines.append(line)
            if line.startswith(b"Ready"):
                return
    finally:
        timer.cancel()
    raise RuntimeError(b"".join([b"Steady has not started:\n", *lines]).decode())


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends it with the binary that it runs; both are in a session of their own."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
