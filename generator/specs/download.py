"""One document from an address: bounded in size and time, redirected to https only, whole or not at all.

httpx is imported when something is downloaded, not when this module is.
"""

from __future__ import annotations

import ipaddress
import time
import zlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from generator.diagnostics import Diagnostic, ProvgenError, error

if TYPE_CHECKING:
    import httpx

MAX_BYTES = 50_000_000
MAX_REDIRECTS = 5
MAX_HEADER = 512
REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a download may cost: bytes after decompression, seconds to connect, between two reads, and in all."""

    size: int = MAX_BYTES
    connect: float = 10.0
    read: float = 30.0
    total: float = 300.0


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of a document it sent, to ask it later whether that has changed."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Download:
    """A whole body with its media type (lower case, without parameters, may be empty) and validators."""

    data: bytes
    media_type: str
    validators: Validators


class UnreachableError(ProvgenError):
    """The address could not be reached at all: a run may go on with what is archived."""


def display_url(url: str) -> str:
    """The address without user, password, fragment and the values of its query: fit for messages and the lock."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "(malformed address)"
    host = f"[{host}]" if ":" in host else host
    query = "&".join(_without_value(item) for item in parts.query.split("&"))
    return urlunsplit((parts.scheme, host + port, parts.path, query, ""))


def download(url: str, known: Validators | None = None, limits: Limits | None = None) -> Download | None:
    """The document at `url`; None where the server says that the `known` one is still it. Raises `ProvgenError`.

    `url` is https; http is for servers on this machine (loopback) only, and so are redirects to http.
    """
    import httpx

    limits = limits or Limits()
    timeout = httpx.Timeout(limits.read, connect=limits.connect)
    _check_scheme(url)
    try:
        with httpx.Client(timeout=timeout, follow_redirects=False) as client:
            return _follow(client, url, _headers(known), limits)
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError) as problem:
        message = f"{display_url(url)} cannot be reached: {_reason(problem)}"
        hint = "Is there a network? `--url` takes another address or a file."
        raise UnreachableError([Diagnostic("unreachable", message, hint=hint)]) from None
    except httpx.TimeoutException:
        raise _failed(url, "timeout", f"did not answer within {limits.read:g} seconds") from None
    except (httpx.RemoteProtocolError, httpx.ReadError) as problem:
        raise _failed(url, "truncated-body", f"broke off: {_reason(problem)}", "Try again.") from None
    except httpx.InvalidURL as problem:
        raise _failed(url, "invalid-address", f"is not an address: {_reason(problem)}") from None
    except (httpx.HTTPError, ImportError, ValueError) as problem:
        # The last two: a proxy in the environment that httpx cannot use, a host name that cannot be written.
        raise _failed(url, "download-failed", f"could not be downloaded: {_reason(problem)}") from None


def _follow(client: httpx.Client, url: str, headers: Mapping[str, str], limits: Limits) -> Download | None:
    local = _is_local_http(url)
    target = url
    deadline = time.monotonic() + limits.total
    for _ in range(MAX_REDIRECTS + 1):
        with _open(client, target, headers) as response:
            if response.status_code not in REDIRECTS:
                return _answer(
                    response, target, "If-None-Match" in headers or "If-Modified-Since" in headers, limits, deadline
                )
            target = _redirect_target(response, url, local)
    raise _failed(url, "too-many-redirects", f"was redirected more than {MAX_REDIRECTS} times")


def _open(client: httpx.Client, url: str, headers: Mapping[str, str]) -> AbstractContextManager[httpx.Response]:
    return client.stream("GET", url, headers=dict(headers))


def _headers(known: Validators | None) -> dict[str, str]:
    # One layer of gzip can be bounded while it is unpacked; other encodings are not asked for.
    headers = {"Accept": "application/yaml, application/json, text/yaml, */*;q=0.5", "Accept-Encoding": "gzip"}
    if known and _plain(known.etag):
        headers["If-None-Match"] = known.etag or ""
    if known and _plain(known.last_modified):
        headers["If-Modified-Since"] = known.last_modified or ""
    return headers


def _redirect_target(response: httpx.Response, url: str, local: bool) -> str:
    location = response.headers.get("location", "")
    if not location:
        raise _failed(url, "bad-redirect", "was redirected to nowhere: the answer has no Location")
    target = str(response.url.join(location))
    if urlsplit(target).scheme == "https" or (local and _is_local_http(target)):
        return target
    hint = "Only https is followed: what is generated from the document is code that you will run."
    raise _failed(url, "insecure-redirect", f"is redirected to {display_url(target)}", hint)


def _answer(response: httpx.Response, url: str, conditional: bool, limits: Limits, deadline: float) -> Download | None:
    status = response.status_code
    if status == 304 and conditional:
        return None
    if status != 200:
        raise _failed(url, "http-error", f"answered {status} {response.reason_phrase}".rstrip(), _status_hint(status))
    validators = Validators(_plain(response.headers.get("etag")), _plain(response.headers.get("last-modified")))
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Download(_body(response, url, limits, deadline), media_type, validators)


def _body(response: httpx.Response, url: str, limits: Limits, deadline: float) -> bytes:
    unpack = _unpacker(response, url)
    parts: list[bytes] = []
    size = 0
    for chunk in response.iter_raw():
        part = unpack.feed(chunk, limits.size - size + 1)
        size += len(part)
        parts.append(part)
        if size > limits.size:
            raise _failed(url, "too-large", f"is larger than {limits.size:,} bytes", "Is it the right address?")
        if time.monotonic() > deadline:
            raise _failed(url, "timeout", f"took longer than {limits.total:g} seconds")
    if not unpack.whole():
        raise _failed(url, "truncated-body", "has a compressed body that is not whole", "Try again.")
    return b"".join(parts)


@dataclass(frozen=True, slots=True)
class _Unpacker:
    """Turns chunks as sent into chunks of the document, at most so many bytes at once."""

    feed: Callable[[bytes, int], bytes]
    whole: Callable[[], bool]


def _unpacker(response: httpx.Response, url: str) -> _Unpacker:
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("", "identity"):
        return _Unpacker(lambda chunk, most: chunk, lambda: True)
    if encoding not in ("gzip", "x-gzip"):
        raise _failed(
            url, "unsupported-encoding", f"is sent with the content encoding {encoding[:40]!r}, not asked for"
        )
    stream = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)

    def feed(chunk: bytes, most: int) -> bytes:
        try:
            return stream.decompress(chunk, most)
        except zlib.error:
            raise _failed(url, "truncated-body", "has a damaged compressed body", "Try again.") from None

    return _Unpacker(feed, lambda: stream.eof and not stream.unused_data)


def _check_scheme(url: str) -> None:
    try:
        parts = urlsplit(url)
        fine = bool(parts.hostname) and (parts.scheme == "https" or _is_local_http(url))
    except ValueError:
        raise error("invalid-address", f"{url[:200]!r} is not an address") from None
    if not fine:
        message = f"{display_url(url)} is not an https address"
        hint = "https://… or the path of a file. http:// is for servers on this machine only."
        raise error("invalid-address", message, hint=hint)


def _is_local_http(url: str) -> bool:
    parts = urlsplit(url)
    if parts.scheme != "http" or not parts.hostname:
        return False
    if parts.hostname == "localhost":
        return True
    try:
        return ipaddress.ip_address(parts.hostname).is_loopback
    except ValueError:
        return False


def _without_value(item: str) -> str:
    name, equals, _ = item.partition("=")
    return f"{name}=***" if equals else name


def _plain(value: str | None) -> str | None:
    # The value goes into the lock and back into a request; an odd one only costs a full download.
    if not value or len(value) > MAX_HEADER or not (value.isascii() and value.isprintable()):
        return None
    return value


def _status_hint(status: int) -> str | None:
    if status in (401, 403):
        return "The address needs a permission that this request does not have."
    if status in (404, 410):
        return "Has the document moved? `--url` takes another address, [tool.provgen] url makes it last."
    if status == 429 or status >= 500:
        return "The server's trouble; try again later."
    return None


def _reason(problem: Exception) -> str:
    return str(problem) or type(problem).__name__


def _failed(url: str, code: str, message: str, hint: str | None = None) -> ProvgenError:
    return error(code, f"{display_url(url)} {message}", hint=hint)
