"""The one module that knows the HTTP library: requests go out here, answers and failures come back as our own values."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import Any

import httpx

from .errors import APIConnectionError, APITimeoutError
from .messages import Answer, PreparedRequest
from .unset import Unset

HttpClient = httpx.Client
AsyncHttpClient = httpx.AsyncClient
HttpAuth = httpx.Auth
Transport = httpx.BaseTransport
AsyncTransport = httpx.AsyncBaseTransport
Timeout = float | httpx.Timeout | None

DEFAULT_TIMEOUT = httpx.Timeout(60.0, connect=10.0)
"""Seconds that one phase of a request may take (connecting: 10)."""


def open_client(timeout: Timeout, transport: Transport | None) -> HttpClient:
    """A client of the HTTP library. It does not follow redirects, which could carry credentials elsewhere."""
    return httpx.Client(timeout=timeout, transport=transport)


def open_async_client(timeout: Timeout, transport: AsyncTransport | None) -> AsyncHttpClient:
    """The asynchronous counterpart of `open_client`."""
    return httpx.AsyncClient(timeout=timeout, transport=transport)


def authenticates(client: HttpClient | AsyncHttpClient) -> bool:
    """Whether a client that the user has made authenticates requests itself."""
    return client.auth is not None or "authorization" in client.headers


def send(client: HttpClient, request: PreparedRequest, auth: HttpAuth | None, own: bool, operation: str) -> Answer:
    """Sends a request and reads its answer. `own`: the request is authenticated already, or must not be.

    Raises `APIConnectionError`, which names the operation.
    """
    try:
        return _answer(client.send(_built(client, request), auth=_auth(auth, own)))
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise _connection_error(error, operation) from _cause(error)


async def send_async(
    client: AsyncHttpClient, request: PreparedRequest, auth: HttpAuth | None, own: bool, operation: str
) -> Answer:
    """The asynchronous counterpart of `send`."""
    try:
        return _answer(await client.send(_built(client, request), auth=_auth(auth, own)))
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise _connection_error(error, operation) from _cause(error)


def async_lock() -> AbstractAsyncContextManager[Any]:
    """A lock for tasks, under any event loop that the HTTP library runs on."""
    import anyio  # a dependency of the HTTP library, slow to import and needed by few

    return anyio.Lock()


def _built(client: HttpClient | AsyncHttpClient, request: PreparedRequest) -> httpx.Request:
    built = client.build_request(
        request.method,
        request.url,
        headers=_headers(request),
        content=request.content,
        files=request.parts,
        timeout=httpx.USE_CLIENT_DEFAULT if isinstance(request.timeout, Unset) else request.timeout,
    )
    if client.params:  # the library would replace our query by its own
        glue = "&" if "?" in request.url else "?"
        built.url = httpx.URL(f"{request.url}{glue}{client.params}")
    if request.parts is not None and request.parts_type != "multipart/form-data":
        built.headers["Content-Type"] = built.headers["Content-Type"].replace("multipart/form-data", request.parts_type)
    return built


def _headers(request: PreparedRequest) -> dict[str, str] | dict[bytes, bytes]:
    """Headers that are not ASCII go out as UTF-8, which the library does not do."""
    if all(value.isascii() for value in request.headers.values()):
        return dict(request.headers)
    return {name.encode(): value.encode() for name, value in request.headers.items()}


def _auth(auth: HttpAuth | None, own: bool) -> Any:
    return auth if own or auth is not None else httpx.USE_CLIENT_DEFAULT


def _answer(response: httpx.Response) -> Answer:
    return Answer(response.status_code, response.reason_phrase, response.headers, response.content)


def _cause(error: Exception) -> Exception | None:
    """What an error may be chained to: nothing that quotes headers, as complaints about our own request do."""
    return None if isinstance(error, httpx.LocalProtocolError) else error


def _connection_error(error: Exception, operation: str) -> APIConnectionError:
    kind = APITimeoutError if isinstance(error, httpx.TimeoutException) else APIConnectionError
    text = "" if isinstance(error, httpx.LocalProtocolError) else str(error)  # which quotes headers
    return kind(f"{type(error).__name__}: {text}" if text else type(error).__name__, operation=operation)
