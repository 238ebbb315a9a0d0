"""The clients: construction, sending, closing; over mock transports and over a real socket."""

from __future__ import annotations

import base64
import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
import runtime
from runtime.auth import ApiKeyAuth, Auth, BasicAuth, BearerAuth, ClientCredentials
from runtime.configuration import Secrets, Server, environment
from runtime.errors import (
    APIConnectionError,
    APITimeoutError,
    CredentialsError,
    DecodeError,
    InternalServerError,
    InvalidRequestError,
    NotFoundError,
)
from runtime.operation import Operation, json_response, response
from runtime.parameters import header, query
from runtime.resource import AsyncResource, Resource
from runtime.unset import UNSET, Unset

from tests.runtime.conftest import Call
from tests.runtime.sample import GET, about, async_client, execute, sync_client


def ok(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"url": str(request.url), "timeout": request.extensions["timeout"]["read"]})


def test_a_call(call: Call) -> None:
    found = call(ok, GET, {"thing_id": "a/b", "page_size": 2})
    assert found["url"] == "https://api.example/v1/projects/p1/things/a%2Fb?pageSize=2"


def test_errors_are_raised(call: Call) -> None:
    with pytest.raises(NotFoundError, match="get_thing: .*: 404 Not Found: gone"):
        call(lambda request: httpx.Response(404, json={"message": "gone"}), GET, {"thing_id": "t"})
    with pytest.raises(InternalServerError, match="520: an HTML page"):
        call(lambda request: httpx.Response(520, html="<html></html>"), GET, {"thing_id": "t"})


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (httpx.ConnectTimeout("slow"), APITimeoutError),
        (httpx.ReadTimeout("slow"), APITimeoutError),
        (httpx.PoolTimeout("slow"), APITimeoutError),
        (httpx.ConnectError("no"), APIConnectionError),
        (httpx.RemoteProtocolError("no"), APIConnectionError),
        (httpx.TooManyRedirects("no"), APIConnectionError),
    ],
)
def test_failures_to_connect(call: Call, error: Exception, kind: type[Exception]) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        raise error

    with pytest.raises(APIConnectionError, match=f"get_thing: GET .*: {type(error).__name__}: {error}") as caught:
        call(handler, GET, {"thing_id": "t"})
    assert type(caught.value) is kind
    assert caught.value.__cause__ is error


def test_a_broken_content_encoding_is_no_failure_to_connect(call: Call) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"Content-Encoding": "gzip"}, stream=httpx.ByteStream(b"no gzip"))

    with pytest.raises(DecodeError, match="get_thing: GET .*: DecodingError"):
        call(handler, GET, {"thing_id": "t"})


def test_a_url_that_is_too_long_is_no_traceback_of_the_library(call: Call) -> None:
    with pytest.raises(APIConnectionError, match="InvalidURL"):
        call(ok, GET, {"thing_id": "t" * 70_000})


def test_timeouts(call: Call) -> None:
    assert call(ok, GET, {"thing_id": "t"})["timeout"] == 60.0
    assert call(ok, GET, {"thing_id": "t"}, timeout=7)["timeout"] == 7
    assert call(ok, GET, {"thing_id": "t"}, timeout=None)["timeout"] is None
    assert call(ok, GET, {"thing_id": "t"}, {"timeout": 3}, timeout=7)["timeout"] == 3
    assert call(ok, GET, {"thing_id": "t"}, {"timeout": None}, timeout=7)["timeout"] is None
    assert call(ok, GET, {"thing_id": "t"}, timeout=httpx.Timeout(9, read=8))["timeout"] == 8


def test_redirects_are_not_followed(call: Call) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(307, headers={"Location": "https://evil.example/"})

    with pytest.raises(Exception, match="307 Temporary Redirect"):
        call(handler, GET, {"thing_id": "t"})


@pytest.mark.parametrize(
    "base", ["https://x.example/", "https://x.example//", Server("https://{host}.example/", "", {"host": "x"})]
)
def test_base_urls(call: Call, base: Any) -> None:
    assert call(ok, GET, {"thing_id": "t"}, base_url=base)["url"] == "https://x.example/projects/p1/things/t"


def test_servers_are_chosen_by_name(call: Call) -> None:
    assert call(ok, GET, {"thing_id": "t"}, base_url="production")["url"].startswith("https://api.example/v1/")
    with pytest.raises(InvalidRequestError, match="without query, or 'production', got 'staging'"):
        sync_client(ok, base_url="staging")


@pytest.mark.parametrize("base", ["", "x.example", "/v1", "ftp://x.example", "https://", "https://x.example?a=1"])
def test_base_urls_must_be_absolute(base: str) -> None:
    with pytest.raises(InvalidRequestError, match="base_url"):
        sync_client(ok, base_url=base)


def test_servers_with_variables() -> None:
    server = Server("https://{region}.example/{v}", "", {"region": "eu", "v": "1"}, {"region": ("eu", "us")})
    assert server.url() == "https://eu.example/1"
    assert server.url(region="us", v="{region}") == "https://us.example/{region}"
    with pytest.raises(InvalidRequestError, match="region: expected one of eu, us, got 'mars'"):
        server.url(region="mars")
    with pytest.raises(InvalidRequestError, match="planet: expected one of region, v"):
        server.url(planet="mars")


def test_the_agent_is_the_package() -> None:
    with sync_client(lambda request: httpx.Response(200, json={"agent": request.headers["user-agent"]})) as client:
        assert execute(client, GET, {"thing_id": "t"}, {}) == {"agent": "sample/1.0"}


def test_headers_that_are_not_ascii_go_out_as_utf8() -> None:
    operation: Operation[Any] = Operation(
        "get", "GET /", parameters=(header("h", "X-H", str),), responses=(json_response("200", str),)
    )

    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=request.headers.raw[-1][1].decode("utf-8"))

    with sync_client(handler) as client:
        assert execute(client, operation, {"h": "é"}, {}) == "é"


def test_an_injected_http_client_keeps_its_own_settings_and_stays_open() -> None:
    http_client = httpx.Client(transport=httpx.MockTransport(ok), params={"tenant": "a"}, timeout=4)
    with sync_client(ok, http_client=http_client) as client:
        found = execute(client, GET, {"thing_id": "a/b", "page_size": 2}, {})
    assert found == {"url": "https://api.example/v1/projects/p1/things/a%2Fb?pageSize=2&tenant=a", "timeout": 4}
    assert not http_client.is_closed
    with sync_client(ok, http_client=http_client, timeout=5) as client:
        assert execute(client, GET, {"thing_id": "t"}, {})["timeout"] == 5
    http_client.close()


def test_own_http_clients_are_closed() -> None:
    with sync_client(ok) as client:
        pass
    assert client._shared.http.is_closed

    async def main() -> None:
        async with async_client(ok) as client:
            pass
        assert client._shared.http.is_closed

    anyio.run(main)


def test_reprs_show_where_requests_go_and_nothing_else() -> None:
    with sync_client(ok, secrets=Secrets(access_token="hidden")) as client:
        assert repr(client) == "<Client https://api.example/v1>"
        assert repr(Resource(client)) == "<Resource of <Client https://api.example/v1>>"
    assert repr(AsyncResource(async_client(ok))) == "<AsyncResource of <Client https://api.example/v1>>"


def test_resources_call_through_their_client() -> None:
    with sync_client(ok) as client:
        assert Resource(client)._call(GET, {}, thing_id="t")["url"].endswith("/t")

    async def main() -> Any:
        async with async_client(ok) as client:
            return await AsyncResource(client)._call(GET, {}, thing_id="t")

    assert anyio.run(main)["url"].endswith("/t")


def test_unset_is_false_and_says_what_it_is() -> None:
    assert not UNSET and repr(UNSET) == "UNSET" and UNSET is Unset.UNSET


SECURITY = (("Basic",), ("Grant",))
NAMES = ("key_id", "key_secret", "access_token")


def test_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PROJECT_ID", "KEY_ID", "KEY_SECRET", "ACCESS_TOKEN"):
        monkeypatch.delenv(f"SAMPLE_{name}", raising=False)
    with pytest.raises(CredentialsError, match="SAMPLE_KEY_ID, SAMPLE_KEY_SECRET, SAMPLE_ACCESS_TOKEN"):
        environment(about(SECURITY), NAMES, {})
    assert environment(about(None), NAMES, {}) == {}
    assert environment(about(SECURITY), NAMES, {"auth": 1}) == {"auth": 1}
    monkeypatch.setenv("SAMPLE_PROJECT_ID", "p")
    monkeypatch.setenv("SAMPLE_KEY_ID", "i")
    monkeypatch.setenv("SAMPLE_KEY_SECRET", "s")
    assert environment(about(SECURITY), NAMES, {"timeout": 3}) == {
        "project_id": "p",
        "key_id": "i",
        "key_secret": "s",
        "timeout": 3,
    }
    assert environment(about(SECURITY), NAMES, {"auth": 1}) == {"project_id": "p", "auth": 1}
    monkeypatch.setenv("SAMPLE_ACCESS_TOKEN", "t")
    assert environment(about(SECURITY), NAMES, {}) == {"project_id": "p", "access_token": "t"}


def test_one_module_imports_the_http_library() -> None:
    folder = Path(str(runtime.__file__)).parent
    importing = [
        path.name
        for path in folder.glob("*.py")
        if re.search(r"^\s*(import|from) (httpx|httpcore|anyio)", path.read_text("utf-8"), re.M)
    ]
    assert importing == ["transport.py"]


# --- over a real socket ---


class Handler(BaseHTTPRequestHandler):
    """Answers with what it was asked, and with tokens."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.reply({"line": self.requestline, "headers": {name.lower(): value for name, value in self.headers.items()}})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        granted = body == b"grant_type=client_credentials" and self.headers["authorization"] == basic("id", "secret")
        self.reply({"access_token": "granted", "expires_in": 60} if granted else {"error": "invalid_client"})

    def reply(self, value: Any) -> None:
        content = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Tests are silent."""


def basic(username: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{username}:{password}".encode()).decode()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_address[1]}"
        listening.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("auth", "security", "name", "value"),
    [
        (BasicAuth("u", "p"), (("Basic",),), "authorization", basic("u", "p")),
        (BearerAuth("b"), (("Bearer",),), "authorization", "Bearer b"),
        (ApiKeyAuth("k"), (("Key",),), "x-key", "k"),
        (ClientCredentials("id", "secret", token_url="/token"), (("Grant",),), "authorization", "Bearer granted"),
    ],
)
def test_every_kind_of_authentication_over_loopback(
    server: str, call: Call, auth: Auth, security: Any, name: str, value: str
) -> None:
    found = call(
        ok, GET, {"thing_id": "a/b c%2F"}, security=security, auth=auth, base_url=server, http_client=None, real=True
    )
    assert found["line"] == "GET /projects/p1/things/a%2Fb%20c%252F HTTP/1.1"
    assert found["headers"][name] == value


def test_what_reaches_the_wire_is_what_was_prepared(server: str, call: Call) -> None:
    operation: Operation[Any] = Operation(
        "find",
        "GET /a/%2E%2E/b",
        parameters=(query("q", "q[]", list[str]), query("r", "r", str, reserved=True)),
        responses=(json_response("200", dict[str, Any]), response("204")),
    )
    found = call(ok, operation, {"q": ["a+b", "é/?#&=", "%41"], "r": "x/y:z"}, base_url=server, real=True)
    assert found["line"] == "GET /a/%2E%2E/b?q%5B%5D=a%2Bb&q%5B%5D=%C3%A9%2F%3F%23%26%3D&q%5B%5D=%2541&r=x/y:z HTTP/1.1"


def test_nobody_listens(call: Call) -> None:
    with pytest.raises(APIConnectionError, match="ConnectError"):
        call(ok, GET, {"thing_id": "t"}, base_url="http://127.0.0.1:1", real=True)
