"""What passes between the parts of a client: requests and answers, as plain values that import nothing heavy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypedDict
from urllib.parse import urlsplit

from .unset import UNSET

Pairs = list[tuple[str, str]]
"""Names and values of a query, percent-encoded."""

FormPart = tuple[str, tuple[str | None, bytes, str]]
"""A part of a multipart body: its name, file name, bytes and media type."""


class CallOptions(TypedDict, total=False):
    """What every method takes besides its own arguments.

    `extra_headers` are sent as well (None takes a header away), `extra_query` joins the query string, `extra_body` is
    merged into the top level of a JSON body, unchecked. `timeout` in seconds, or the HTTP library's own timeout object,
    counts for this call.
    """

    extra_headers: Mapping[str, str | None]
    extra_query: Mapping[str, Any]
    extra_body: Mapping[str, Any]
    timeout: Any


@dataclass(frozen=True, slots=True)
class Target:
    """What a client adds to every request: where it goes, its headers, and the parameters given once.

    `arguments` are by the name in the path. `chosen` says that the user gave the base URL: it then counts for operations with a server of their own as well.
    """

    base_url: str
    chosen: bool = False
    arguments: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PreparedRequest:
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

    def with_additions(self, headers: Mapping[str, str], query: Pairs) -> PreparedRequest:
        """The same request with more headers (cookies are joined) and more in its query."""
        merged = {**self.headers, **headers}
        if "Cookie" in self.headers and "Cookie" in headers:
            merged["Cookie"] = f"{self.headers['Cookie']}; {headers['Cookie']}"
        return replace(self, headers=merged, url=with_query(self.url, [joined(query)]))


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server sent. Header names are case-insensitive."""

    status: int
    reason: str
    headers: Mapping[str, str]
    content: bytes

    @property
    def content_type(self) -> str:
        """The media type, lower case, without parameters; empty if the server names none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def text(self) -> str:
        """The body as text, in the charset that the server names or UTF-8; what does not fit is replaced."""
        charset = self.headers.get("content-type", "").lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
        try:
            return self.content.decode(charset or "utf-8", "replace")
        except LookupError:
            return self.content.decode("utf-8", "replace")


def with_timeout(request: PreparedRequest, timeout: Any) -> PreparedRequest:
    """The request with the client's timeout, unless it has its own."""
    return replace(request, timeout=timeout) if request.timeout is UNSET and timeout is not UNSET else request


def joined(found: Pairs) -> str:
    """`a=1&b=2`."""
    return "&".join(f"{name}={value}" for name, value in found)


def with_query(url: str, queries: Iterable[str]) -> str:
    """`url` with more in its query; what is to be added is encoded already."""
    given = "&".join(query for query in queries if query)
    if not given:
        return url
    return f"{url}{'&' if '?' in url else '?'}{given}"
