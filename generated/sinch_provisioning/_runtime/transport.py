"""The one module that knows the HTTP library: requests go out here, answers and failures come back as our own values."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, aclosing, closing
from typing import Any, TypeVar

import httpx

from .errors import APIConnectionError, APIError, APITimeoutError, DecodeError
from .exchange import Send
from .messages import Answer, PreparedRequest
from .retries import Clock
from .unset import Unset

T = TypeVar("T")

HttpClient = httpx.Client
AsyncHttpClient = httpx.AsyncClient
HttpAuth = httpx.Auth
Transport = httpx.BaseTransport
AsyncTransport = httpx.AsyncBaseTransport
Timeout = float | httpx.Timeout | None

DEFAULT_TIMEOUT = httpx.Timeout(60.0, connect=10.0)
"""Seconds that one phase of a request may take (connecting: 10)."""


def http_client(given: object, transport: Transport | None) -> HttpClient:
    """The client that was given, else a new one. It does not follow redirects, which could carry credentials elsewhere."""
    if given is None:
        return httpx.Client(timeout=DEFAULT_TIMEOUT, transport=transport)
    if isinstance(given, httpx.Client):
        return given
    raise TypeError(f"http_client= of a Client takes a {_name(httpx.Client)}, not a {_name(type(given))}")


def async_http_client(given: object, transport: AsyncTransport | None) -> AsyncHttpClient:
    """The asynchronous counterpart of `http_client`."""
    if given is None:
        return httpx.AsyncClient(timeout=DEFAULT_TIMEOUT, transport=transport)
    if isinstance(given, httpx.AsyncClient):
        return given
    raise TypeError(f"http_client= of an AsyncClient takes a {_name(httpx.AsyncClient)}, not a {_name(type(given))}")


def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def authenticates(client: HttpClient | AsyncHttpClient) -> bool:
    """Whether a client that the user has made authenticates requests itself."""
    return client.auth is not None or "authorization" in client.headers


def send(client: HttpClient, step: Send, auth: HttpAuth | None, clock: Clock) -> Answer:
    """Sends a request and reads its answer, but not a body that is to be streamed.

    Raises `APIConnectionError`, which names the operation, or `DecodeError` for an encoding that is broken.
    """
    try:
        built = _built(client, step, clock)
        if step.until is None and step.stream is None:
            return _answer(client.send(built, auth=_auth(auth, step)))
        response = client.send(built, auth=_auth(auth, step), stream=True)
        if step.stream is not None and step.stream(head := _answer(response, b"")):
            return head
        with closing(response):
            return _answer(response, b"".join(_in_time(chunk, step, clock) for chunk in response.iter_bytes()))
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise failure(error, step.operation) from _cause(error)


async def send_async(client: AsyncHttpClient, step: Send, auth: HttpAuth | None, clock: Clock) -> Answer:
    """The asynchronous counterpart of `send`."""
    try:
        built = _built(client, step, clock)
        if step.until is None and step.stream is None:
            return _answer(await client.send(built, auth=_auth(auth, step)))
        response = await client.send(built, auth=_auth(auth, step), stream=True)
        if step.stream is not None and step.stream(head := _answer(response, b"")):
            return head
        async with aclosing(response):
            return _answer(response, b"".join([_in_time(chunk, step, clock) async for chunk in response.aiter_bytes()]))
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise failure(error, step.operation) from _cause(error)


def guarded(pieces: Iterator[T], operation: str) -> Iterator[T]:
    """The pieces of a body that is being read, and our errors."""
    try:
        yield from pieces
    except (httpx.HTTPError, httpx.StreamError) as error:
        raise failure(error, operation) from error


async def guarded_async(pieces: AsyncIterator[T], operation: str) -> AsyncIterator[T]:
    """The asynchronous counterpart of `guarded`."""
    try:
        async for piece in pieces:
            yield piece
    except (httpx.HTTPError, httpx.StreamError) as error:
        raise failure(error, operation) from error


async def sleep(seconds: float) -> None:
    """Waits, under any event loop that the HTTP library runs on."""
    import anyio  # a dependency of the HTTP library, slow to import and needed by few

    await anyio.sleep(seconds)


def async_lock() -> AbstractAsyncContextManager[Any]:
    """A lock for tasks, under any event loop that the HTTP library runs on."""
    import anyio  # a dependency of the HTTP library, slow to import and needed by few

    return anyio.Lock()


def _built(client: HttpClient | AsyncHttpClient, step: Send, clock: Clock) -> httpx.Request:
    """The library's request, as `client.build_request` makes it, but without merging what we know to be merged."""
    request = step.request
    url = request.url
    if client.params:
        url = f"{url}{'&' if '?' in url else '?'}{client.params}"
    timeout = _timeout(client, request.timeout, None if step.until is None else step.until - clock.monotonic())
    cookies = client.cookies if client.cookies else None
    headers = _headers(client, request.headers)
    given: dict[str, Any] = {"cookies": cookies, "extensions": {"timeout": timeout.as_dict()}}
    if request.parts is not None:
        return _multipart(httpx.Request(request.method, url, headers=headers, files=request.parts, **given), request)
    parsed, content = httpx.URL(url), request.content or b""
    headers = [*_framing(request, parsed, content), *headers]
    # With a stream the library derives nothing from the content, which takes it a third of the time.
    built = httpx.Request(request.method, parsed, headers=headers, stream=httpx.ByteStream(content), **given)
    built.read()
    return built


def _framing(request: PreparedRequest, url: httpx.URL, content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The headers that the library adds by itself to requests without a stream."""
    own = {name.lower() for name in request.headers}
    if "host" not in own:
        yield b"Host", url.netloc
    if "content-length" not in own and (content or request.method in ("POST", "PUT", "PATCH")):
        yield b"Content-Length", b"%d" % len(content)


def _multipart(built: httpx.Request, request: PreparedRequest) -> httpx.Request:
    if request.parts and request.parts_type != "multipart/form-data":
        built.headers["Content-Type"] = built.headers["Content-Type"].replace("multipart/form-data", request.parts_type)
    return built


def _timeout(client: HttpClient | AsyncHttpClient, given: Any, left: float | None) -> httpx.Timeout:
    """The timeout of each phase: what was given, else the client's, but never more than what is `left` of a deadline."""
    found = client.timeout if isinstance(given, Unset) else httpx.Timeout(given)
    if left is None:
        return found
    if left <= 0:
        raise httpx.ReadTimeout("the deadline is over")
    phases = found.as_dict()
    return httpx.Timeout(**{name: left if limit is None else min(limit, left) for name, limit in phases.items()})


def _in_time(chunk: bytes, step: Send, clock: Clock) -> bytes:
    if step.until is not None and clock.monotonic() >= step.until:
        raise httpx.ReadTimeout("the deadline is over")
    return chunk


def _headers(client: HttpClient | AsyncHttpClient, own: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    """Our headers, the last of each name, and the HTTP client's that we do not set. What is not ASCII goes out as UTF-8."""
    found = {name.lower().encode(): (name.encode(), value.encode()) for name, value in own.items()}
    return [*(pair for pair in client.headers.raw if pair[0].lower() not in found), *found.values()]


_NO_AUTH = httpx.Auth()


def _auth(auth: HttpAuth | None, step: Send) -> Any:
    if auth is not None:
        return auth
    return _NO_AUTH if step.authenticated else httpx.USE_CLIENT_DEFAULT


def _answer(response: httpx.Response, content: bytes | None = None) -> Answer:
    body = response.content if content is None else content
    status = response.status_code
    return Answer(status, response.reason_phrase if status >= 300 else "", response.headers, body, response)


def _cause(error: Exception) -> Exception | None:
    """What an error may be chained to: nothing that quotes headers, as complaints about our own request do."""
    return None if isinstance(error, httpx.LocalProtocolError) else error


_PERMANENT = (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.LocalProtocolError, httpx.TooManyRedirects)


def failure(error: Exception, operation: str) -> APIError:
    """Our error for one of the HTTP library's."""
    text = "" if isinstance(error, httpx.LocalProtocolError) else str(error)  # which quotes headers
    message = f"{type(error).__name__}: {text}" if text else type(error).__name__
    if isinstance(error, httpx.DecodingError):
        return DecodeError(message, operation=operation)
    found = (APITimeoutError if isinstance(error, httpx.TimeoutException) else APIConnectionError)(
        message, operation=operation
    )
    found.temporary = not isinstance(error, _PERMANENT)
    return found
