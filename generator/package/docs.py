"""What a method says of itself: prose of the document as plain text, limits in words, errors by status.

Everything here is text; `literals.docstring` makes source of it, `markdown` the reference page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from generator.api.model import EnumSchema, JsonSchema, Operation, Response, Schema
from generator.package.literals import literal

MAX_NOTE = 240
"""Longest text about one argument, in characters; the models hold the whole."""

MAX_VALUES = 12
"""Most values of an enum that are listed with an argument."""

ERROR_CLASSES: Mapping[str, str] = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "412": "PreconditionFailedError",
    "422": "UnprocessableEntityError",
    "424": "FailedDependencyError",
    "429": "RateLimitError",
}
"""The runtime's class for a status, as in its `errors` module; other 5xx are `InternalServerError`."""

_BLOCKS = frozenset(
    {"p", "br", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "hr"}
)
_CELLS = frozenset({"td", "th"})
_HIDDEN = frozenset({"script", "style", "template"})


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self._hidden += tag in _HIDDEN
        if tag in _BLOCKS:
            self.pieces.append("\n- " if tag == "li" else "\n")
        elif tag in _CELLS:
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _HIDDEN and self._hidden > 0
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data)


def plain(text: str) -> str:
    """Prose without HTML, indentation and empty lines at its ends; paragraphs stay apart by one empty line."""
    if "<" in text or "&" in text:
        text = _without_tags(text)
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _without_tags(text: str) -> str:
    """`text` without known markup; `<placeholders>` of prose, which no closing tag or attribute gives away, stay."""
    marked = re.sub(r"<(?!/?(?:[a-zA-Z][a-zA-Z0-9]*)(?:\s+[^<>=]+=[^<>]*)?\s*/?>|!--)", "&lt;", text)
    marked = re.sub(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)", _kept, marked)
    parser = _Text()
    parser.feed(marked)
    parser.close()
    return "".join(parser.pieces)


_TAGS = (
    _BLOCKS
    | _CELLS
    | _HIDDEN
    | frozenset("a abbr b code em i img kbd small span strong sub sup thead tbody u s".split())
)


def _kept(match: re.Match[str]) -> str:
    return match[0] if match[2].lower() in _TAGS else f"&lt;{match[1]}{match[2]}"


def sentence(text: str) -> str:
    """The first paragraph of some prose on one line, cut at a sentence or a word if it is long."""
    line = " ".join(plain(text).partition("\n\n")[0].split())
    if len(line) <= MAX_NOTE:
        return line
    head = line[:MAX_NOTE]
    stop = max(head.rfind(". "), head.rfind("; "))
    return head[: stop + 1] if stop > MAX_NOTE // 2 else f"{head.rpartition(' ')[0] or head} …"


_BOUNDS = (
    ("minLength", "at least {} characters"),
    ("maxLength", "at most {} characters"),
    ("minimum", "at least {}"),
    ("exclusiveMinimum", "more than {}"),
    ("maximum", "at most {}"),
    ("exclusiveMaximum", "less than {}"),
    ("multipleOf", "a multiple of {}"),
    ("minItems", "at least {} items"),
    ("maxItems", "at most {} items"),
    ("minProperties", "at least {} entries"),
    ("maxProperties", "at most {} entries"),
    ("pattern", "matching {}"),
)


def limits(schema: JsonSchema, schemas: Mapping[str, Schema]) -> str:
    """The limits of a schema in words: `at least 1; at most 100; default 20`. Empty if it has none."""
    found = [_bound(words, schema[key]) for key, words in _BOUNDS if schema.get(key) is not None]
    if schema.get("uniqueItems") is True:
        found.append("no item twice")
    items = schema.get("items")
    found += [f"one of {values}" for values in _values(schema, schemas)]
    if isinstance(items, Mapping):
        found += [f"items {inner}" for inner in [limits(items, schemas)] if inner]
    if schema.get("default") is not None:
        found.append(f"default {_shown(schema['default'])}")
    return "; ".join(found)


def _bound(words: str, value: Any) -> str:
    text = words.format(_shown(value))
    return text.replace("entries", "entry").removesuffix("s") if value == 1 else text


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else literal(value)
    return text if len(text) <= MAX_NOTE else f"{text[:MAX_NOTE]}…"


def _values(schema: JsonSchema, schemas: Mapping[str, Schema]) -> Iterator[str]:
    named = schemas.get(schema.get("$ref", ""))
    if isinstance(named, EnumSchema) and len(named.members) <= MAX_VALUES:
        yield ", ".join(_shown(member.value) for member in named.members)


def note(
    name: str, description: str, schema: JsonSchema, schemas: Mapping[str, Schema], deprecated: bool = False
) -> str:
    """The line about an argument: `page_size: How many to return (at most 100).`"""
    text = sentence(description).rstrip(".")
    words = limits(schema, schemas)
    about = f"{text} ({words})" if text and words else text or words
    return f"{name}: {'Deprecated. ' if deprecated else ''}{about}." if about or deprecated else ""


def error_class(status: str) -> str:
    """The runtime's class for a status of the document."""
    return ERROR_CLASSES.get(status, "InternalServerError" if status.startswith("5") else "APIStatusError")


def raises(responses: Iterable[Response]) -> list[tuple[str, str]]:
    """The errors that an operation declares: class, and status with its codes or what the document says of it."""
    return [(error_class(it.status), f"{it.status}{_told(it)}") for it in responses if not it.is_success]


def _told(response: Response) -> str:
    if response.error_codes:
        return f" {', '.join(response.error_codes)}"
    text = sentence(response.description)
    return f" {text}" if text else ""


def purpose(operation: Operation) -> str:
    """The summary and the description of an operation, as paragraphs of plain text."""
    parts = [plain(operation.summary), plain(operation.description)]
    if parts[0] and parts[1].startswith(parts[0]):
        parts = parts[1:]
    found = [part for part in parts if part]
    return "\n\n".join([*found, *(["Deprecated."] if operation.deprecated else [])])


PAGES = "a page; iterating over it goes on through the items of all pages that follow."
"""What a method returns that lists."""


CHOOSING = {
    "content_type": "The media type that the body is sent in; the preferred one unless it is named",
    "accept": "The media type that is asked for; any that is no stream unless it is named",
}
"""What is said of the arguments that choose media types."""


def method_text(operation: Operation, arguments: Iterable[str], pages: bool) -> str:
    """The whole docstring of a method: purpose, arguments, what comes of it, and the HTTP line.

    `pages`: the method returns a page of a list.
    """
    line = f"{operation.method} {operation.path}"
    failures = ", ".join(f"{name} ({text})" for name, text in raises(operation.responses))
    ends = [f"Returns: {PAGES}"] if pages else []
    ends += [f"Raises: {failures}."] if failures else []
    blocks = [purpose(operation) or line, section("Args", arguments), "\n".join([*ends, f"HTTP: {line}"])]
    return "\n\n".join(block for block in blocks if block)


def section(title: str, lines: Iterable[str]) -> str:
    """A headed list of a docstring; empty where there are no lines."""
    found = [f"    {line}" for line in lines if line]
    return "\n".join([f"{title}:", *found]) if found else ""


_SPECIAL = re.compile(r"([\\`*{}\[\]<>()#+!|~&$]|(?<![a-zA-Z0-9])_|_(?![a-zA-Z0-9]))")


def markdown(text: str) -> str:
    """`text` on one line, with nothing in it that Markdown or HTML gives a meaning."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    escaped = _SPECIAL.sub(r"\\\1", line)
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-=>])", r"\\\1", escaped))


def code(text: str) -> str:
    """`text` as inline code of Markdown, whatever backticks it holds."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    longest = max((len(run) for run in re.findall(r"`+", line)), default=0)
    ticks = "`" * (longest + 1)
    padding = " " if line.startswith("`") or line.endswith("`") or not line else ""
    return f"{ticks}{padding}{line}{padding}{ticks}"
