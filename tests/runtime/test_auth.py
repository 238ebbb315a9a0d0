"""Credentials: what each adds, which one an operation gets, how tokens are fetched, and that nothing shows a secret."""

from __future__ import annotations

import base64
import pickle
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest
from runtime.auth import ApiKeyAuth, Auth, BasicAuth, BearerAuth, ClientCredentials, NoAuth, keyring
from runtime.client import AsyncBaseClient
from runtime.configuration import Secrets
from runtime.errors import APIConnectionError, AuthenticationError, CredentialsError, DecodeError
from runtime.operation import Operation, response

from tests.runtime.sample import (
    BASIC,
    COOKIE_KEY,
    GRANT,
    KEY,
    QUERY_KEY,
    SCHEMES,
    async_client,
    execute,
    execute_async,
    sync_client,
)

PING: Operation[None] = Operation("ping", "GET /ping", responses=(response("200"),))
SECRET = "s3cr3t-value"


class Server:
    """Counts tokens and keeps the requests that are not for tokens."""

    def __init__(self, lifetime: Any = 100) -> None:
        self.tokens = 0
        self.token_requests: list[httpx.Request] = []
        self.requests: list[httpx.Request] = []
        self.lifetime = lifetime

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path != "/token":
            self.requests.append(request)
            return httpx.Response(200)
        self.tokens += 1
        self.token_requests.append(request)
        return httpx.Response(200, json={"access_token": f"t{self.tokens}", "expires_in": self.lifetime})


def sent(
    auth: Any = None, security: Any = None, secrets: Secrets | None = None, operation: Operation[Any] = PING
) -> httpx.Request:
    server = Server()
    with sync_client(server, security, secrets, auth=auth) as client:
        execute(client, operation, {}, {})
    return server.requests[-1]


@pytest.mark.parametrize(
    ("auth", "scheme", "header", "value"),
    [
        (BasicAuth("ü", "p:w"), "Basic", "authorization", "Basic " + base64.b64encode("ü:p:w".encode()).decode()),
        (BearerAuth("abc"), "Bearer", "authorization", "Bearer abc"),
        (BearerAuth("abc"), "Grant", "authorization", "Bearer abc"),
        (BearerAuth(lambda: "made"), "Bearer", "authorization", "Bearer made"),
        (ClientCredentials("id", "x"), "Grant", "authorization", "Bearer t1"),
        (ApiKeyAuth("abc"), "Key", "x-key", "abc"),
        (ApiKeyAuth("abc"), "CookieKey", "cookie", "session=abc"),
        (ApiKeyAuth("abc", name="X-Other"), "Key", "x-other", "abc"),
    ],
)
def test_each_kind_of_credential(auth: Auth, scheme: str, header: str, value: str) -> None:
    assert sent(auth, ((scheme,),)).headers[header] == value


def test_an_api_key_in_the_query_is_encoded() -> None:
    assert sent(ApiKeyAuth("a&b"), (("QueryKey",),)).url.query == b"app%20key=a%26b"


def test_the_first_alternative_that_can_be_met_is_taken() -> None:
    security = (("Basic",), ("Key", "Bearer"), ("Grant",))
    request = sent([BearerAuth("b"), ApiKeyAuth("k")], security)
    assert (request.headers["authorization"], request.headers["x-key"]) == ("Bearer b", "k")
    assert sent(BearerAuth("b"), security).headers["authorization"] == "Bearer b"


def test_credentials_for_schemes_by_name() -> None:
    auth = {"QueryKey": ApiKeyAuth("q"), "Key": ApiKeyAuth("k")}
    request = sent(auth, (("Key", "QueryKey"),))
    assert (request.headers["x-key"], request.url.query) == ("k", b"app%20key=q")


@pytest.mark.parametrize(
    ("auth", "security", "text"),
    [
        (
            None,
            (("Basic",), ("Key", "Bearer")),
            "ping: GET /ping: needs Basic (basic) or Key (apiKey) and Bearer (bearer); the client holds none",
        ),
        (BearerAuth(SECRET), (("Basic",),), "needs Basic (basic); the client holds BearerAuth('***')"),
        ([BasicAuth("u", SECRET), BearerAuth(SECRET)], (("Basic", "Bearer"),), "asks for Basic and Bearer at once"),
        (BearerAuth(SECRET), (("Missing",),), "Missing (which the document does not define)"),
    ],
)
def test_what_cannot_be_met_is_refused_before_sending(auth: Any, security: Any, text: str) -> None:
    server = Server()
    with sync_client(server, security, auth=auth) as client, pytest.raises(CredentialsError) as caught:
        execute(client, PING, {}, {})
    assert text in str(caught.value)
    assert SECRET not in str(caught.value) + repr(caught.value)
    assert server.requests == []


def test_what_an_operation_asks_for_itself_counts() -> None:
    free: Operation[None] = Operation("free", "GET /free", responses=(response("200"),), security=())
    either: Operation[None] = Operation("either", "GET /e", responses=(response("200"),), security=((), ("Basic",)))
    assert "authorization" not in sent(BasicAuth("u", "p"), (("Basic",),), operation=free).headers
    assert "authorization" not in sent(None, (("Basic",),), operation=either).headers
    assert "authorization" in sent(BasicAuth("u", "p"), (("Basic",),), operation=either).headers


def test_a_document_that_asks_for_nothing() -> None:
    assert "authorization" not in sent(None, None).headers
    assert sent(BearerAuth("b"), None).headers["authorization"] == "Bearer b"
    assert sent(ApiKeyAuth("k"), None).headers["x-key"] == "k"


def test_no_auth_satisfies_anything() -> None:
    assert "authorization" not in sent(NoAuth(), (("Basic", "Key"),)).headers


def test_an_auth_of_the_http_library_is_left_to_it() -> None:
    assert sent(httpx.BasicAuth("u", "p"), (("Key",),)).headers["authorization"].startswith("Basic ")


def test_an_injected_client_that_authenticates_itself() -> None:
    server = Server()
    http_client = httpx.Client(transport=httpx.MockTransport(server), auth=("u", "p"))
    with http_client, sync_client(server, (("Key",),), http_client=http_client) as client:
        execute(client, PING, {}, {})
    assert server.requests[0].headers["authorization"].startswith("Basic ")


@pytest.mark.parametrize(
    ("secrets", "kind"),
    [
        (Secrets(access_token="t"), BearerAuth),
        (Secrets(api_key="k"), ApiKeyAuth),
        (Secrets(key_id="i", key_secret="s"), ClientCredentials),
    ],
)
def test_arguments_of_the_client_become_credentials(secrets: Secrets, kind: type[Auth]) -> None:
    with sync_client(Server(), secrets=secrets) as client:
        assert [type(auth) for _, auth in client._shared.keyring.held] == [kind]


def test_contradicting_arguments_are_refused() -> None:
    with pytest.raises(CredentialsError, match="go together"):
        sync_client(Server(), secrets=Secrets(key_id="i"))
    with pytest.raises(CredentialsError, match="not both"):
        sync_client(Server(), secrets=Secrets(api_key="i"), auth=NoAuth())
    with pytest.raises(CredentialsError, match="not str"):
        keyring(SCHEMES, "token")  # type: ignore[arg-type]
    with pytest.raises(CredentialsError, match="names 'Nope'; the document has Basic, "):
        keyring(SCHEMES, {"Nope": NoAuth()})


def test_the_token_request() -> None:
    server = Server()
    auth = ClientCredentials("id", SECRET, scopes=["a", "b"])
    with sync_client(server, (("Grant",),), auth=auth) as client:
        execute(client, PING, {}, {})
    request = server.token_requests[0]
    assert (request.method, str(request.url)) == ("POST", "https://auth.example/token")
    assert request.headers["authorization"] == "Basic " + base64.b64encode(f"id:{SECRET}".encode()).decode()
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert request.content == b"grant_type=client_credentials&scope=a+b"


def test_a_relative_token_url_belongs_to_the_servers_host() -> None:
    server = Server()
    with sync_client(server, (("Grant",),), auth=ClientCredentials("id", "s", token_url="/token")) as client:
        execute(client, PING, {}, {})
    assert str(server.token_requests[0].url) == "https://api.example/token"


class Clock:
    """Seconds that only tests move."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("lifetime", "still", "over"),
    [(100, 49.0, 51.0), ("100", 49.0, 51.0), (10, 4.0, 6.0), (1000, 939.0, 941.0), (None, 3539.0, 3541.0)],
)
def test_a_token_is_used_until_shortly_before_it_expires(lifetime: Any, still: float, over: float) -> None:
    server, clock = Server(lifetime), Clock()
    with sync_client(server, (("Grant",),), auth=ClientCredentials("id", "s", clock=clock)) as client:
        for moment in (0.0, still, over, over):
            clock.now = 1000.0 + moment
            execute(client, PING, {}, {})
    assert [request.headers["authorization"] for request in server.requests] == [
        "Bearer t1",
        "Bearer t1",
        "Bearer t2",
        "Bearer t2",
    ]


def test_a_refused_token_is_forgotten_unless_another_one_has_been_fetched() -> None:
    server, auth = Server(), ClientCredentials("id", "s")
    with sync_client(server, (("Grant",),), auth=auth) as client:
        execute(client, PING, {}, {})
        first = auth.additions(GRANT)
        assert first is not None and auth.forget(first)
        execute(client, PING, {}, {})
        assert server.tokens == 2
        assert auth.forget(first)
        execute(client, PING, {}, {})
    assert server.tokens == 2


def test_many_threads_fetch_one_token() -> None:
    server = Server()
    barrier = threading.Barrier(20)

    def call(client: Any) -> None:
        barrier.wait(timeout=30)
        execute(client, PING, {}, {})

    with (
        sync_client(server, (("Grant",),), auth=ClientCredentials("id", "s")) as client,
        ThreadPoolExecutor(20) as pool,
    ):
        list(pool.map(call, [client] * 20))
    assert (server.tokens, len(server.requests)) == (1, 20)


def run(backend: str, main: Callable[[], Any]) -> None:
    anyio.run(main, backend=backend)


def test_many_tasks_fetch_one_token() -> None:
    server = Server()

    async def handler(request: httpx.Request) -> httpx.Response:
        await anyio.lowlevel.checkpoint()
        return server(request)

    async def ping(client: AsyncBaseClient) -> None:
        await execute_async(client, PING, {}, {})

    async def main() -> None:
        async with (
            async_client(handler, (("Grant",),), auth=ClientCredentials("id", "s")) as client,
            anyio.create_task_group() as tasks,
        ):
            for _ in range(200):
                tasks.start_soon(ping, client)

    run("asyncio", main)
    assert (server.tokens, len(server.requests)) == (1, 200)


def test_tokens_of_functions() -> None:
    made = iter("abc")

    async def token() -> str:
        return next(made)

    server = Server()

    async def main() -> None:
        async with async_client(server, (("Bearer",),), auth=BearerAuth(token)) as client:
            await execute_async(client, PING, {}, {})
            await execute_async(client, PING, {}, {})

    run("asyncio", main)
    assert [request.headers["authorization"] for request in server.requests] == ["Bearer a", "Bearer b"]
    with (
        sync_client(server, (("Bearer",),), auth=BearerAuth(token)) as client,
        pytest.raises(CredentialsError, match="AsyncClient"),
    ):
        execute(client, PING, {}, {})


@pytest.mark.parametrize(
    ("answer", "kind", "text"),
    [
        (
            httpx.Response(401, json={"error": "invalid_client"}),
            AuthenticationError,
            "token request: 401 Unauthorized: invalid_client",
        ),
        (httpx.Response(200, text="<html>"), DecodeError, "has no access_token"),
        (httpx.Response(200, json={"access_token": ""}), DecodeError, "has no access_token"),
        (httpx.Response(200, json={"access_token": "t", "expires_in": "soon"}), DecodeError, "has no access_token"),
        (httpx.Response(200, json=[1]), DecodeError, "has no access_token"),
        (httpx.ConnectError("refused"), APIConnectionError, "token request: ConnectError: refused"),
    ],
)
def test_a_token_that_does_not_come(answer: Any, kind: type[Exception], text: str) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if isinstance(answer, Exception):
            raise answer
        return answer  # type: ignore[no-any-return]

    with (
        sync_client(handler, (("Grant",),), auth=ClientCredentials("id", SECRET)) as client,
        pytest.raises(kind) as caught,
    ):
        execute(client, PING, {}, {})
    assert text in str(caught.value)
    assert SECRET not in f"{caught.value!s}{caught.value!r}{vars(caught.value)}"


@pytest.mark.parametrize(
    "holder",
    [
        BasicAuth("u", SECRET),
        BearerAuth(SECRET),
        ApiKeyAuth(SECRET),
        ClientCredentials("i", SECRET),
        Secrets(key_id="i", key_secret=SECRET, access_token=SECRET, api_key=SECRET),
        BasicAuth("u", SECRET).additions(BASIC),
        ApiKeyAuth(SECRET).additions(KEY),
        ApiKeyAuth(SECRET).additions(QUERY_KEY),
        ApiKeyAuth(SECRET).additions(COOKIE_KEY),
    ],
)
def test_no_repr_shows_a_secret(holder: object) -> None:
    assert SECRET not in repr(holder) + str(holder)


@pytest.mark.parametrize("bad", [f"{SECRET}\n", f" {SECRET}", f"{SECRET}\r\nX-Evil: 1", f"{SECRET}\0", ""])
def test_secrets_that_no_header_can_carry(bad: str) -> None:
    made: list[Callable[[], Any]] = [
        lambda: BearerAuth(bad),
        lambda: ApiKeyAuth(bad),
        lambda: sent(BearerAuth(lambda: bad), (("Bearer",),)),
    ]
    for make in made:
        with pytest.raises(CredentialsError) as caught:
            make()
        assert SECRET not in str(caught.value)


def test_complaints_of_the_http_library_about_headers_are_not_repeated() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        raise httpx.LocalProtocolError(f"Illegal header value b'{SECRET}'")

    with sync_client(handler) as client, pytest.raises(APIConnectionError) as caught:
        execute(client, PING, {}, {})
    assert str(caught.value) == "ping: GET /ping: LocalProtocolError"
    assert caught.value.__cause__ is None


def test_credentials_are_not_pickled() -> None:
    with pytest.raises(TypeError, match="holds secrets"):
        pickle.dumps(BearerAuth(SECRET))
