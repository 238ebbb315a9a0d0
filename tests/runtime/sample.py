"""A small client made by hand of the runtime's pieces, as generated code makes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

import httpx
from pydantic import Field
from runtime import responses
from runtime.auth import Scheme
from runtime.client import AsyncBaseClient, SyncClient
from runtime.codec import OnDrift
from runtime.configuration import About, Secrets, Server
from runtime.messages import Answer, CallOptions, Target
from runtime.operation import Operation, json_response, response
from runtime.parameters import path, query
from runtime.resource import AsyncResource, Resource
from runtime.retries import Clock

BASIC = Scheme("Basic", "http", scheme="basic")
BEARER = Scheme("Bearer", "http", scheme="bearer")
GRANT = Scheme("Grant", "oauth2", token_url="https://auth.example/token")
KEY = Scheme("Key", "apiKey", location="header", parameter="X-Key")
QUERY_KEY = Scheme("QueryKey", "apiKey", location="query", parameter="app key")
COOKIE_KEY = Scheme("CookieKey", "apiKey", location="cookie", parameter="session")
SCHEMES = (BASIC, BEARER, GRANT, KEY, QUERY_KEY, COOKIE_KEY)

IMPATIENT = Clock(sleep=lambda seconds: None)
"""A clock on which nobody waits."""

TARGET = Target("https://api.example/v1")

GET: Operation[dict[str, Any]] = Operation(
    "get_thing",
    "GET /projects/{projectId}/things/{thingId}",
    parameters=(
        path("project_id", "projectId", str),
        path("thing_id", "thingId", str),
        query("page_size", "pageSize", Annotated[int, Field(ge=1, le=15)]),
    ),
    responses=(json_response("200", dict[str, Any]), json_response("404", dict[str, Any]), response("204")),
)

T = TypeVar("T")

Handler = Callable[[httpx.Request], httpx.Response]


def about(security: tuple[tuple[str, ...], ...] | None, key_scheme: str | None = "Grant") -> About:
    return About("sample", "1.0", "SAMPLE", ("project_id",), SCHEMES, security, key_scheme)


def sync_client(
    handler: Handler,
    security: tuple[tuple[str, ...], ...] | None = None,
    secrets: Secrets | None = None,
    real: bool = False,
    **options: Any,
) -> SyncClient:
    """A client whose requests `handler` answers, or, if `real`, a server."""

    class Client(SyncClient):
        _about = about(security)
        servers = {"production": Server("https://api.example/v1")}

    given: Any = {"clock": IMPATIENT, "transport": None if real else httpx.MockTransport(handler), **options}
    return Client({"projectId": "p1"}, secrets or Secrets(), given)


def async_client(
    handler: Callable[[httpx.Request], Any],
    security: tuple[tuple[str, ...], ...] | None = None,
    secrets: Secrets | None = None,
    real: bool = False,
    **options: Any,
) -> AsyncBaseClient:
    """The asynchronous counterpart of `sync_client`."""

    class Client(AsyncBaseClient):
        _about = about(security)
        servers = {"production": Server("https://api.example/v1")}

    given: Any = {"clock": IMPATIENT, "transport": None if real else httpx.MockTransport(handler), **options}
    return Client({"projectId": "p1"}, secrets or Secrets(), given)


def execute(client: SyncClient, operation: Operation[T], arguments: dict[str, Any], options: CallOptions) -> T:
    """Calls an operation as a method of a resource does."""
    return Resource[Any](client)._call(operation, options, **arguments)


async def execute_async(
    client: AsyncBaseClient, operation: Operation[T], arguments: dict[str, Any], options: CallOptions
) -> T:
    """The asynchronous counterpart of `execute`."""
    return await AsyncResource[Any](client)._call(operation, options, **arguments)


def interpret(operation: Operation[T], answer: Answer, on_drift: OnDrift) -> T:
    """What a method returns or raises that gets this answer."""
    responses.check(operation, answer)
    return responses.value(operation, answer, on_drift)
