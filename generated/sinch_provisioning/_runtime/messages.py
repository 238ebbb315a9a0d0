"""What passes between the parts of a client: requests and answers, as plain values that import nothing heavy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypedDict
from urllib.parse import urlsplit

from . import redaction
from .unset import UNSET

Pairs = list[tuple[str, str]]
"""Names and values of a query, percent-encoded."""

FormPart = tuple[str, tuple[str | None, bytes, str]]
"""A part of a multipart body: its name, file name, bytes and media type."""


class CallOptions(TypedDict, total=False):
    """What every method takes besides its own arguments.

    `extra_headers` are sent as well (None takes a header away), `extra_query` joins the query string, `extra_body` is
    merged into the top level of a JSON body, unchecked. `timeout` (seconds for each phase of an attempt, or the HTTP
    library's own timeout object), `deadline` (seconds for the whole call, waiting included) and `max_retries` count for
    this call. Giving `max_retries` or an `idempotency_key`, which is sent as a header, allows repeating calls whose
    method alone does not make that safe.
    """

    extra_headers: Mapping[str, str | None]
    extra_query: Mapping[str, Any]
    extra_body: Mapping[str, Any]
    timeout: Any
    deadline: float | None
    max_retries: int
    idempotency_key: str


class Target(NamedTuple):
    """What a client adds to every request: where it goes, its headers, and the parameters given once.

    `arguments` are by the name in the path. `chosen` says that the user gave the base URL: it then counts for
    operations with a server of their own as well. `timeout` UNSET means the HTTP client's own.
    """

    base_url: str
    chosen: bool = False
    arguments: Mapping[str, Any] = MappingProxyType({})
    headers: Mapping[str, str] = MappingProxyType({})
    timeout: Any = UNSET


class PreparedRequest(NamedTuple):
    """A request as it will be sent. `url` is complete and percent-encoded; `timeout` UNSET means the client's.
    `parts` stand for the content of a multipart body of type `parts_type`.

    Its `repr` names method and path only: queries, headers and bodies may hold secrets.
    """

    method: str
    url: str
    headers: Mapping[str, str]
    content: bytes | None = None
    parts: tuple[FormPart, ...] | None = None
    parts_type: str = ""
    timeout: Any = UNSET

    def __repr__(self) -> str:
        return f"<PreparedRequest {self.method} {urlsplit(self.url).path}>"

    def shown(self) -> SentRequest:
        """What errors show of it."""
        content = redaction.text((self.content or b"")[:500].decode("utf-8", "replace"))
        return SentRequest(self.method, redaction.url(self.url), redaction.headers(self.headers), content)

    def with_additions(self, headers: Mapping[str, str], query: Pairs) -> PreparedRequest:
        """The same request with more headers (cookies are joined) and more in its query."""
        merged = {**self.headers, **headers}
        if "Cookie" in self.headers and "Cookie" in headers:
            merged["Cookie"] = f"{self.headers['Cookie']}; {headers['Cookie']}"
        url = with_query(self.url, [joined(query)]) if query else self.url
        return PreparedRequest(self.method, url, merged, self.content, self.parts, self.parts_type, self.timeout)


class SentRequest(NamedTuple):
    """What errors show of a request: no value of anything that is named like a secret. `content` is its beginning."""

    method: str
    url: str
    headers: Mapping[str, str]
    content: str = ""


class Attempt(NamedTuple):
    """One of the times that a call was sent.

    `reason` says what came of it ("503 Service Unavailable", "ReadTimeout"), `delay` how many seconds were waited
    before the next one, `stopped` why there was none.
    """

    reason: str
    delay: float | None = None
    stopped: str = ""


class Answer(NamedTuple):
    """What the server sent. Header names are case-insensitive.

    `response` is the HTTP library's own; where it is still to be read, `content` is empty. `attempts` are those that
    came before or led nowhere, empty for a success at once.
    """

    status: int
    reason: str
    headers: Mapping[str, str]
    content: bytes
    response: Any = None
    attempts: tuple[Attempt, ...] = ()

    @property
    def content_type(self) -> str:
        """The media type, lower case, without parameters; empty if the server names none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def text(self) -> str:
        """The body as text, in the charset that the server names or UTF-8; what does not fit is replaced."""
        try:
            return self.content.decode(charset_of(self.headers.get("content-type", "")) or "utf-8", "replace")
        except LookupError:
            return self.content.decode("utf-8", "replace")


def charset_of(content_type: str) -> str:
    """The charset that a media type names, in lower case; empty if it names none."""
    return content_type.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")


def joined(found: Pairs) -> str:
    """`a=1&b=2`."""
    return "&".join(f"{name}={value}" for name, value in found)


def with_query(url: str, queries: Iterable[str]) -> str:
    """`url` with more in its query; what is to be added is encoded already."""
    given = "&".join(query for query in queries if query)
    if not given:
        return url
    return f"{url}{'&' if '?' in url else '?'}{given}"
