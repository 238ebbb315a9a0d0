"""What the generated code says of an operation: values only, which `requests` and `responses` work from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, Literal, TypeVar
from urllib.parse import quote

from .codec import Codec
from .parameters import Parameter

T_co = TypeVar("T_co", covariant=True)

Kind = Literal["json", "form", "multipart", "text", "binary"]

PATH_LITERAL = "%:@!$&'()*+,;="
"""Characters that a path template may hold besides unreserved ones (RFC 3986 pchar, and what is encoded already)."""


def kind_of(media_type: str) -> Kind:
    """How bodies of a media type are written and read."""
    essence = media_type.partition(";")[0].strip().lower()
    if essence in ("application/json", "*/*", "application/*", "text/json") or essence.endswith("+json"):
        return "json"
    if essence == "application/x-www-form-urlencoded":
        return "form"
    if essence.startswith("multipart/"):
        return "multipart"
    if essence.startswith("text/") or essence == "application/xml" or essence.endswith("+xml"):
        return "text"
    return "binary"


def ranges_of(essence: str) -> tuple[str, ...]:
    """A media type and the ranges that it is in, the narrowest first: also `application/*+json`, which some documents have."""
    kind, _, name = essence.partition("/")
    return (essence, f"{kind}/*+{name.rpartition('+')[2]}", f"{kind}/*", "*/*")


@dataclass(frozen=True, slots=True)
class Part:
    """How one property of a form or multipart body is written (OpenAPI's Encoding Object)."""

    style: str = "form"
    explode: bool = True
    reserved: bool = False
    content_type: str | None = None
    file: bool = False
    styled: bool = False
    """Whether the document names a style: it then counts, else the content type does."""


@dataclass(frozen=True, slots=True)
class Content:
    """A representation of a body. `codec` is None where its bytes or text are taken and given as they are.

    `parts` describes properties, by JSON name, of form and multipart bodies that are not written in the default way.
    `opener` makes a stream of an operation's answer, and what drift is told to; None: the body is read as a whole.
    """

    media_type: str
    codec: Codec[Any] | None = None
    parts: Mapping[str, Part] = field(default_factory=dict)
    opener: Callable[[Operation[Any], Any, Callable[[Any], None]], Any] | None = None

    @property
    def kind(self) -> Kind:
        """How it is written and read."""
        kind = kind_of(self.media_type)
        if self.codec is None or self.opener:
            return "binary" if self.opener or kind == "json" else kind
        return "json" if kind in ("text", "binary") else kind  # of a range, the caller has named it


@dataclass(frozen=True, slots=True)
class Body:
    """A request body, which may also be sent as one of `others`. `fields` are keyword arguments for it: argument → JSON name."""

    content: Content
    required: bool = True
    fields: Mapping[str, str] = field(default_factory=dict)
    others: tuple[Content, ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    """What one or more statuses mean: "200", "400 401", "4XX" or "default". No `contents`: no body."""

    status: str
    contents: tuple[Content, ...] = ()


def content(media_type: str, type_: Any = None, parts: Mapping[str, Part] | None = None) -> Content:
    """A representation of a body of which `type_` is read or written; without it, bytes or text as they are."""
    return Content(media_type, None if type_ is None else Codec(type_), parts or {})


def body(
    of: Content, fields: Mapping[str, str] | None = None, required: bool = True, others: tuple[Content, ...] = ()
) -> Body:
    """A request body; `fields` are the keyword arguments that may stand for it: argument → JSON name."""
    return Body(of, required, fields or {}, others)


def response(status: str, *contents: Content) -> Response:
    """What one status means, or several with spaces between them."""
    return Response(status, contents)


def json_body(type_: Any, fields: Mapping[str, str] | None = None, required: bool = True) -> Body:
    """A request body in JSON."""
    return Body(Content("application/json", Codec(type_)), required, fields or {})


def json_response(status: str, type_: Any) -> Response:
    """A response in JSON, for one status or several with spaces between them."""
    return Response(status, (Content("application/json", Codec(type_)),))


part = Part
"""The same by a name that no model has."""


@dataclass(frozen=True, slots=True)
class Paging:
    """How an operation hands out its list page by page.

    `argument` is the Python name of the argument that takes a page's token, `next` the way (Python attributes) from the
    body to the token of the page that follows, `items` the way to the list. `kind` is what the argument takes.
    """

    argument: str
    next: tuple[str, ...]
    items: tuple[str, ...]
    kind: type[str] | type[int] = str


Token = str | int
"""A piece of a path segment, or of a path's query: a literal, percent-encoded, or the index of a parameter."""


Located = tuple[tuple[int, Parameter], ...]
"""Parameters with their indexes among all of an operation."""


@dataclass(frozen=True)
class Operation(Generic[T_co]):
    """One operation of the API; `T_co` is what its success is decoded to.

    `line` is its method and the document's template of its path: `"GET /v1/webhooks/{id}"`. `security` holds the names
    of the schemes that an alternative asks for, one tuple for each alternative; None: the client's own. `server`
    replaces the client's base URL where the document gives the operation a server of its own. `paging` is set where its
    list comes page by page. `asked` is the `Accept` header of a call that chooses.
    """

    name: str
    line: str
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    responses: tuple[Response, ...] = ()
    security: tuple[tuple[str, ...], ...] | None = None
    server: str | None = None
    paging: Paging | None = None
    asked: str = ""

    @cached_property
    def method(self) -> str:
        """The HTTP method, in capitals."""
        return self.line.partition(" ")[0]

    @cached_property
    def path(self) -> str:
        """The document's template of the path."""
        return self.line.partition(" ")[2]

    @cached_property
    def arguments(self) -> frozenset[str]:
        """The Python names of everything that it takes."""
        return frozenset({it.name for it in self.parameters} | {"body", *(self.body.fields if self.body else ())})

    @cached_property
    def title(self) -> str:
        """What messages call it: `"get_webhook: GET /v1/webhooks/{id}"`."""
        return f"{self.name}: {self.line}"

    @cached_property
    def path_pieces(self) -> tuple[str | tuple[Token, ...], ...]:
        """The path: percent-encoded literals, and between them segments with parameters in them."""
        pieces: list[str | tuple[Token, ...]] = [""]
        for segment in self.path.partition("?")[0].lstrip("/").split("/"):
            tokens = self._tokens(segment)
            literal = f"{pieces.pop()}/" if isinstance(pieces[-1], str) else "/"
            texts = [token for token in tokens if isinstance(token, str)]
            pieces += [literal + "".join(texts)] if len(texts) == len(tokens) else [literal, tokens]
        return tuple(pieces)

    @cached_property
    def located(self) -> Mapping[str, Located]:
        """The parameters with their indexes, by location."""
        numbered = list(enumerate(self.parameters))
        return {
            place: tuple((n, p) for n, p in numbered if p.location == place)
            for place in ("path", "query", "header", "cookie")
        }

    @cached_property
    def fixed_query(self) -> tuple[Token, ...]:
        """The query string that the path template itself holds; empty for a path that is only a path."""
        return self._tokens(self.path.partition("?")[2])

    def _tokens(self, text: str) -> tuple[Token, ...]:
        index = {p.wire: n for n, p in enumerate(self.parameters) if p.location == "path"}
        pieces = re.split(r"\{([^{}]*)\}", text)
        found = [_variable(p, index) if n % 2 else quote(p, safe=PATH_LITERAL + "/?") for n, p in enumerate(pieces)]
        return tuple(token for token in found if token != "")

    @cached_property
    def accept(self) -> str:
        """The `Accept` header: every media type that the document's responses have, successes first."""
        ordered = sorted(self.responses, key=lambda it: not is_success(it.status))
        names = [content.media_type for it in ordered for content in it.contents]
        return self.asked or ", ".join(dict.fromkeys(names)) or "*/*"

    @cached_property
    def by_status(self) -> Mapping[str, Response]:
        """The responses by status as the document writes it, ranges in upper case."""
        return {status.upper(): it for it in self.responses for status in it.status.split()}

    def response(self, status: int) -> Response | None:
        """What the document says of a status: itself, else its range, else the default."""
        known = self.by_status
        return known.get(str(status)) or known.get(f"{status // 100}XX") or self._default(status)

    @cached_property
    def json_codecs(self) -> Mapping[int, Codec[Any]]:
        """How the bodies of statuses are read that can only be JSON."""
        sole = {name: it.contents[0] for name, it in self.by_status.items() if len(it.contents) == 1}
        found = {name: it.codec for name, it in sole.items() if name.isdigit() and it.kind == "json"}
        return {int(name): codec for name, codec in found.items() if codec is not None and self.has_body(int(name))}

    def has_body(self, status: int) -> bool:
        """Whether an answer of this status may have a body (RFC 9110, section 6.4.1)."""
        return self.method != "HEAD" and status not in (204, 205, 304)

    @cached_property
    def success(self) -> Response | None:
        """What stands for a success that the document does not list: the only kind of body that its successes have."""
        found = [it for it in self.responses if is_success(it.status.split()[0]) and it.contents]
        return found[0] if len(found) == 1 else None

    def _default(self, status: int) -> Response | None:
        """The default response; where successes are listed, it is about errors."""
        listed = any(is_success(name) for name in self.by_status)
        return None if listed and status < 400 else self.by_status.get("DEFAULT")


def is_success(status: str) -> bool:
    """Whether a status of the document is a success: "200", "2XX", "304"; the default is not."""
    return status[:1] in ("1", "2", "3")


def _variable(name: str, index: Mapping[str, int]) -> Token:
    """The parameter that a template names, also as RFC 6570 writes it (`{.name*}`, `{;name}`)."""
    bare = name if name in index else name.lstrip(".;").rstrip("*")
    return index[bare] if bare in index else quote(f"{{{name}}}", safe=PATH_LITERAL)
