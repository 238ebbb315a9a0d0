"""What a caller reads of an operation: its docstring says what the document says, word for word, markup left out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..document.raw import RawOperation, RawParameter, Unreadable
from ..document.shapes import Shape, places, types
from ..findings import Excluded, Finding, Outcome
from ..pair import Pair
from ..python.classes import Unnamed
from ..python.naming import Place
from ..python.package import Argument, Method
from ..wire.calls import arguments, is_of_client
from ..wire.choices import choosers
from ..wire.paged import paged
from .signatures import place_of_field
from .statuses import class_of

_TAG = re.compile(r"<!--.*?-->|<(script|style|template)\b.*?</\1\s*>|</?[a-zA-Z][^<>]*>", re.DOTALL)
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|img|kbd|small|span|strong|sub|sup|u|s)\b[^<>]*>", re.IGNORECASE)
"""Tags that part no words: `CO<sub>2</sub>`."""
_BREAK = re.compile(r"\n\s*\n|</?(?:p|br|div|li|ul|ol|tr|table|h[1-6]|pre|blockquote|hr)\b", re.IGNORECASE)
_CERTAIN = 110
"""Letters of a text about an argument that are there in any case; a long one is cut somewhere behind them."""
_OF_NUMBERS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_LIMITS = {
    "string": ("minLength", "maxLength"),
    "integer": _OF_NUMBERS,
    "number": _OF_NUMBERS,
    "array": ("minItems", "maxItems"),
}
_RAISED = re.compile(r"(?:^|\), )(\w+) \((\d\d\d|[1-5]XX|default)\b", re.IGNORECASE)


class Doc(NamedTuple):
    """A docstring in its parts: the purpose, what is said of arguments, and the lines at its end by their headings."""

    purpose: str
    arguments: Mapping[str, str]
    ends: Mapping[str, str]


class Told(NamedTuple):
    """What the document says of an argument: texts, any of which may stand for it, and the limits of its values."""

    texts: Sequence[str]
    deprecated: bool
    limits: Mapping[str, Any]


Problem = tuple[str, Any, Any] | Excluded
"""Where (a pointer), what is expected, what is there; or what is not held."""


def documented(pair: Pair, operation: RawOperation) -> Outcome:
    """The docstring has summary, description, the arguments with their texts, the errors, the request, what is deprecated."""
    for method in pair.methods(operation):
        doc = _parsed(method.doc)
        for problem in (
            *_purpose(operation, pair.document.at(operation.pointer.rpartition("/")[0]), doc),
            *_arguments(pair, operation, method, doc),
            *_ends(pair, operation, doc),
        ):
            yield problem if isinstance(problem, Excluded) else Finding(f"{method.symbol}: docstring", *problem)


def _parsed(doc: str) -> Doc:
    *before, last = doc.split("\n\n")
    arguments = before.pop() if before and before[-1].startswith("Args:\n") else ""
    return Doc("\n\n".join(before), _entries(arguments), _headed(last))


def _entries(block: str) -> dict[str, str]:
    """The entries of `Args`: a name with its text, which goes on in lines that are further indented."""
    found: dict[str, str] = {}
    name = ""
    for line in block.splitlines()[1:]:
        entry = re.match(r"    (\w+):(?: (.*))?$", line)
        if entry is not None:
            name = entry[1]
            found[name] = entry[2] or ""
        else:
            found[name] = f"{found.get(name, '')} {line.strip()}".strip()
    return found


def _headed(block: str) -> dict[str, str]:
    """The lines at the end: `Raises`, `HTTP` and what follows each."""
    parts = re.split(r"^(Returns|Raises|HTTP):", block, flags=re.MULTILINE)
    return {heading: " ".join(text.split()) for heading, text in zip(parts[1::2], parts[2::2])}


def words(text: str) -> list[str]:
    """The words of a text, without markup."""
    return re.findall(r"[^\W_]+", _without_tags(html.unescape(text)))


def _without_tags(text: str) -> str:
    return _TAG.sub(" ", _INLINE.sub("", text))


# Purpose


def _purpose(operation: RawOperation, item: Mapping[str, Any], doc: Doc) -> Iterator[Problem]:
    summary, description = (_text(operation.value, key) or _text(item, key) for key in ("summary", "description"))
    both, got = [*words(summary), *words(description)], words(doc.purpose)
    wanted = both or ([] if operation.deprecated else words(f"{operation.method} {operation.path}"))
    begins = " ".join(words(description)).startswith(" ".join(words(summary)))  # with markup left out
    ways = [wanted, words(description)] if begins and description else [wanted]
    marked = [[*way, "Deprecated"] if operation.deprecated else way for way in ways]
    if got not in marked:
        begun = doc.purpose.rstrip().endswith("Deprecated.")
        if operation.deprecated != begun:
            yield operation.pointer, "Deprecated." if operation.deprecated else "nothing deprecated", doc.purpose
        else:
            yield operation.pointer, " ".join(marked[0]), " ".join(got) or "no docstring"


def _text(value: Mapping[str, Any], key: str) -> str:
    found = value.get(key)
    return found.strip() if isinstance(found, str) else ""


# Arguments


def _arguments(pair: Pair, operation: RawOperation, method: Method, doc: Doc) -> Iterator[Problem]:
    known = {"body"} if operation.bodies else set()
    for name in choosers(operation):
        known.add(name)
        if name not in doc.arguments:
            yield operation.pointer, f"a text about {name}", "no text"
    for (location, name), argument in _known(pair, operation, method).items():
        known.add(argument.name)
        if location == "body":
            yield from _field(pair, operation, name, argument, doc)
        elif not is_of_client(pair, argument):
            parameter = next(it for it in operation.parameters if (it.location, it.name) == (location, name))
            yield from _note(doc, argument.name, parameter.pointer, _of_parameter(pair, parameter))
    if operation.bodies:
        place, body = pair.document.follow(f"{operation.pointer}/requestBody")
        yield from _note(doc, "body", place, Told([_text(body, "description")], False, {}))
    over = sorted(doc.arguments.keys() - known)
    if over:
        yield operation.pointer, f"texts about {sorted(known)}", f"about {over}"


def _known(pair: Pair, operation: RawOperation, method: Method) -> Mapping[Place, Argument]:
    """The arguments of all ways to call a method by what they stand for."""
    return {place: it for one in method.signatures for place, it in arguments(pair, operation, one).items()}


def _field(pair: Pair, operation: RawOperation, name: str, argument: Argument, doc: Doc) -> Iterator[Problem]:
    """What is wrong with the text about a field of the body."""
    place = place_of_field(pair, operation, name)
    found = list(_note(doc, argument.name, place, _of_schema(pair, place)))
    elsewhere = _elsewhere(pair, operation, name) if found else None
    if elsewhere is not None and not list(_note(doc, argument.name, elsewhere, _of_schema(pair, elsewhere))):
        reason = "the text about it is that of another place where the same schema is written"
        yield Excluded(f"{operation.id}: {argument.name}", place, reason)
    else:
        yield from found


def _elsewhere(pair: Pair, operation: RawOperation, name: str) -> str | None:
    """The place of a field in the schema that the class of the body was made from, where that is written several times."""
    home = pair.annotations.home(operation.bodies[0].schema or "")
    if pair.annotations.classes.is_class(home):
        return None
    try:
        symbol = f"models.{pair.annotations.classes.name(home, frozenset())}"
    except Unnamed:
        return None
    place: str | None = pair.values.shape(pair.package.symbols[symbol])["properties"].get(name)
    return place


def _of_parameter(pair: Pair, parameter: RawParameter) -> Told:
    own = _text(pair.document.at(parameter.pointer), "description")
    told = _of_schema(pair, parameter.schema)
    return told._replace(texts=[own] if own else told.texts, deprecated=parameter.deprecated or told.deprecated)


def _of_schema(pair: Pair, place: str) -> Told:
    """What a schema says itself, and what that says which it stands for, unless that is a class with texts of its own."""
    try:
        trail = [it for it, _ in pair.annotations.classes.trail(place)]
    except (Unreadable, Unnamed):
        return Told([], False, {})
    is_class = pair.annotations.classes.is_class
    own = [(pair.document.at(it), is_class(it)) for it in trail if it == place or not is_class(it)]
    # What parts of a class say, the class says.
    said = [it for found, is_whole in own for it in (found, *(() if is_whole else _parts(found)))]
    schemas = [it for it in said if isinstance(it, dict)]
    texts = [text for text in (_text(it, "description") for it in schemas) if text]
    limits = {} if is_class(trail[-1]) else _limits(pair.values.shape(trail[-1]))
    return Told(texts, any(it.get("deprecated") is True for it in schemas), limits)


def _limits(shape: Shape) -> dict[str, Any]:
    """The limits that a schema sets to values of its types. How long a tuple is, its type says; of listed values, the list."""
    listed = {"enum", "const"} & shape.keys()
    kinds = [] if listed else [it for it in types(shape) if it != "array" or not places(shape)]
    keys = [key for kind in kinds for key in _LIMITS.get(kind, ())]
    return {key: shape[key] for key in keys if shape.get(key) is not None}


def _parts(schema: Any) -> Sequence[Any]:
    """What a schema takes in: a description may stand in a part of its own, beside a reference."""
    parts = schema.get("allOf") if isinstance(schema, dict) else None
    return parts if isinstance(parts, list) else ()


def _note(doc: Doc, name: str, pointer: str, told: Told) -> Iterator[Problem]:
    """What is wrong with the text about an argument."""
    text = doc.arguments.get(name, "no text")
    got = words(text)
    wanted = [_beginning(it) for it in told.texts if it]
    if told.deprecated != (got[:1] == ["Deprecated"]) and ["Deprecated"] not in [it[:1] for it in wanted]:
        yield pointer, f"{name}: {'deprecated' if told.deprecated else 'not deprecated'}", text
    elif wanted and not any(got[told.deprecated :][: len(it)] == it for it in wanted):
        yield pointer, f"{name}: {' '.join(wanted[0])}", text
    for key, limit in told.limits.items():
        if not re.search(rf"(?<![\d.]){re.escape(str(limit))}(?![\d.]*\d)", text):
            yield pointer, f"{name}: {key} {limit}", text


def _beginning(text: str) -> list[str]:
    """The words that a text about an argument begins with."""
    paragraph = _BREAK.split(text.strip(), maxsplit=1)[0]
    shown = " ".join(_without_tags(html.unescape(paragraph)).split())  # before it is cut, which would leave half a tag
    return words(shown) if len(shown) <= _CERTAIN else words(shown[:_CERTAIN])[:-1]


# Ends


def _ends(pair: Pair, operation: RawOperation, doc: Doc) -> Iterator[Problem]:
    line = " ".join(f"{operation.method} {operation.path}".split())
    if doc.ends.get("HTTP") != line:
        yield operation.pointer, f"HTTP: {line}", doc.ends.get("HTTP", "no such line")
    wanted = {(class_of(_number(status)), status) for status in operation.responses if status[0] not in "123"}
    got = set(_RAISED.findall(doc.ends.get("Raises", "")))
    if got != wanted:
        yield operation.pointer, f"Raises: {sorted(wanted)}", sorted(got)
    pages = paged(pair, operation) is not None
    if pages != ("Returns" in doc.ends):
        yield operation.pointer, f"Returns: {'a page' if pages else 'not told'}", doc.ends.get("Returns", "not told")


def _number(status: str) -> int:
    """A status that is one of those that the document means: 499 of `4XX`."""
    return int(re.sub(r"\D", "9", status)) if status[0].isdigit() else 0
