"""The messages that the API sends: callbacks and webhooks. Each has its constant, and is read as what it is."""

from __future__ import annotations

import ast
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple, get_args

from ..document.items import METHODS
from ..document.raw import RawContent, join, tokens
from ..findings import Excluded, Finding, Outcome
from ..instances.values import Case
from ..pair import Pair
from ..wire import telling
from ..wire.departures import Departure, departures, misheld
from ..wire.media import kind
from ..wire.parsed import misread, unequal
from ..wire.successes import cases

_UNHEARD = "__unheard__"


class Message(NamedTuple):
    """A message of the document. `keys` are the names of it, one for each that refers to it; `expression` says where a callback
    is sent; None for a webhook.
    """

    pointer: str
    keys: tuple[str, ...]
    method: str
    expression: str | None


def messages(pair: Pair) -> dict[str, Message]:
    """All messages by the pointers of the operations that they are; each node once, however many refer to it."""
    document, homes = pair.document, []
    for operation in document.operations:
        for name in operation.value.get("callbacks", {}):
            place, callback = document.follow(join(operation.pointer, "callbacks", name))
            homes += [(join(place, it), name, it) for it in callback if not it.startswith("x-")]
    homes += [(join("/webhooks", name), name, None) for name in document.value.get("webhooks", {})]
    found: dict[str, Message] = {}
    for home, key, expression in homes:
        place, item = document.follow(home)
        for method in METHODS:
            if method in item:
                pointer = join(place, method)
                keys = found[pointer].keys if pointer in found else ()
                found[pointer] = Message(pointer, (*keys, key), method.upper(), expression)
    return found


def pointers(pair: Pair) -> list[str]:
    """The pointers of all messages."""
    return list(messages(pair))


def bodies(pair: Pair, pointer: str) -> tuple[RawContent, ...]:
    """What the body of a message may be; the document has it as the request body of the operation at `pointer`."""
    at = join(pointer, "requestBody")
    if "requestBody" not in pair.document.at(pointer):
        return ()
    return pair.document.contents(*pair.document.follow(at))


def name(pair: Pair, pointer: str) -> str:
    """What tests call a message: its operation and its own name; expression and method where there are several."""
    *home, method = tokens(pointer)
    shown = [method.upper()] if sum(it in pair.document.at(join("", *home)) for it in METHODS) > 1 else []
    if home[0] != "paths":
        return " ".join([*home[1:], *shown])
    operation, callback = pair.document.at(join("", *home[:3])), pair.document.at(join("", *home[:5]))
    expression = [home[5]] if sum(not it.startswith("x-") for it in callback) > 1 else []
    return " ".join([operation.get("operationId") or f"{home[2].upper()} {home[1]}", home[4], *expression, *shown])


# Constants


def _constant(pair: Pair, pointer: str) -> str | None:
    """The name of the constant of a message."""
    found = (name for name, place in pair.package.symbols.items() if name.startswith("events.") and place == pointer)
    return next((name.removeprefix("events.") for name in found), None)


def declared(pair: Pair, pointer: str) -> Outcome:
    """A message has its constant, which knows its name, method, runtime expression, types and model."""
    constant, message = _constant(pair, pointer), messages(pair)[pointer]
    if constant is None:
        yield Finding(message.keys[0], pointer, "a constant in `events`", "none")
        return
    event = getattr(pair.package.submodule("events"), constant, None)
    schema = _schema(pair, pointer)
    model = pair.package.symbol(f"models.{pair.model(schema)}") if pair.model(schema) else None
    facts: dict[str, Any] = {
        "method": message.method,
        "expression": message.expression,
        "name": constant,
        "types": told(pair).types.get(pointer, frozenset()),
    }
    if getattr(event, "key", None) not in message.keys:
        yield Finding(f"events.{constant}.key", pointer, message.keys, getattr(event, "key", None))
    if isinstance(model, type):
        facts["body"] = model
    for what, wanted in facts.items():
        got = getattr(event, what, None)
        if wanted != (frozenset(got or ()) if what == "types" else got):
            yield Finding(f"events.{constant}.{what}", pointer, wanted, got)


def _schema(pair: Pair, pointer: str) -> str | None:
    """The schema of a message's body, if that is JSON."""
    contents = bodies(pair, pointer)[:1]
    return contents[0].schema if contents and kind(pair, contents[0]) == "json" else None


def told(pair: Pair) -> telling.Telling:
    """How messages are told apart."""
    found = {pointer: bodies(pair, pointer) for pointer in messages(pair)}
    return telling.telling(pair, {pointer: contents[0] for pointer, contents in found.items() if contents})


def complete(pair: Pair) -> Outcome:
    """Every constant stands for a message; `EVENTS` has all of them, `AnyEvent` every model that `parse` may return."""
    known, listed = messages(pair), {it: at for it, at in pair.package.symbols.items() if it.startswith("events.")}
    for symbol, pointer in listed.items():
        if pointer not in known:
            yield Finding(symbol, pointer, "a message of the document", "none")
    if not listed:
        return
    module = pair.package.submodule("events")
    names = {it.removeprefix("events.") for it in listed}
    twice = [name for name, times in _assigned(pair).items() if times > 1]
    if twice:
        yield Finding("events", "", "each constant once", twice)
    defined = {it for it, value in vars(module).items() if type(value).__name__ == "Event"}
    if not names == defined == set(module.EVENTS):
        yield Finding("events.EVENTS", "", sorted(names), sorted(defined ^ names) + sorted(names ^ set(module.EVENTS)))
    by = told(pair).by
    if (by is not None) != hasattr(module, "READER"):
        yield Finding("webhooks.parse", "", "there" if by else "not there: nothing tells messages apart", dir(module))
    elif by is not None:
        wanted = {event.body for event in module.EVENTS.values() if event.types and event.body is not None}
        wanted.add(pair.package.submodule("webhooks").UnknownEvent)
        if not wanted <= set(get_args(module.AnyEvent)):
            yield Finding("events.AnyEvent", "", wanted, module.AnyEvent)
        if module.READER.by != by:
            yield Finding("events.READER", "", f"by {by}", module.READER.by)


def _assigned(pair: Pair) -> Counter[str]:
    """How often names get a value in the module of the constants."""
    body = ast.parse((pair.package.folder / "events.py").read_bytes()).body
    targets = (
        it.targets[0] if isinstance(it, ast.Assign) else it.target
        for it in body
        if isinstance(it, (ast.Assign, ast.AnnAssign))
    )
    return Counter(it.id for it in targets if isinstance(it, ast.Name))


# Reading


def read(pair: Pair, pointer: str) -> Outcome:
    """Examples and generated instances are read by their constant, and by `webhooks.parse`, and go back unchanged."""
    for content, found in _found(pair, pointer):
        if not found:
            yield Excluded(pointer, content.pointer, "no value was found that its schema allows")
        for parse in _parsers(pair, pointer):
            for number, case in enumerate(found):
                raw = json.dumps(case.value)
                ways = (
                    [raw.encode(), raw, case.value] if number == 0 and isinstance(case.value, dict) else [raw.encode()]
                )
                for way in ways:
                    yield from _read(pair, parse, content, case, way)


def _found(pair: Pair, pointer: str) -> Iterator[tuple[RawContent, list[Case]]]:
    """The body of a message, if it is JSON, with values that say which message they are."""
    by, types = told(pair)
    for content in bodies(pair, pointer)[:1]:
        if kind(pair, content) == "json":
            values = sorted(types.get(pointer, ()))
            yield content, [_of_type(pair, content, case, by, values) for case in cases(pair, content)]


def _of_type(pair: Pair, content: RawContent, case: Case, by: str | None, values: list[str]) -> Case:
    """A value that says which message it is: where the schema lets any text pass, one that tells."""
    if by is None or not values or not isinstance(case.value, dict) or case.value.get(by) in values:
        return case
    value = {**case.value, by: values[0]}
    allowed = content.schema is None or pair.values.valid(content.schema, "response", value)
    return Case(case.label, value) if allowed else case


class Parser(NamedTuple):
    """A way to read a message. `models`: the classes that it may turn out to be, where that is known."""

    name: str
    parse: Callable[..., Any]
    models: tuple[type, ...]


def _parsers(pair: Pair, pointer: str) -> Iterator[Parser]:
    """The constant's own `parse`, and that of the module `webhooks`, where something tells the message apart."""
    constant, types = _constant(pair, pointer), told(pair).types.get(pointer, frozenset())
    if constant is None:
        return
    module = pair.package.submodule("events")
    event = getattr(module, constant)
    yield Parser(f"events.{constant}.parse", event.parse, (event.body,) if event.body else ())
    if types:
        twins = [it for it in module.EVENTS.values() if types & set(it.types)]
        known = tuple({it.body for it in twins if it.body}) if all(it.body for it in twins) else ()
        yield Parser("webhooks.parse", pair.package.submodule("webhooks").parse, known)


def _read(pair: Pair, parser: Parser, content: RawContent, case: Case, way: Any) -> Outcome:
    subject, drifts = f"{parser.name} ({case.label}, {type(way).__name__})", list[Any]()
    try:
        got = parser.parse(way, on_drift=drifts.append)
    except Exception as problem:
        yield Finding(subject, content.pointer, case.value, f"{type(problem).__name__}: {problem}")
        return
    # Events that share a type may have several models: which of them fits best is not the document's to say.
    schema = content.schema if len(parser.models) < 2 else None
    yield from (Finding(subject, content.pointer + at, *it) for at, *it in misread(pair, schema, got, case.value))
    if drifts:
        yield Finding(subject, content.pointer, f"no departure: {case.value}", [str(it) for it in drifts])
    if parser.models and not isinstance(got, parser.models):
        yield Finding(subject, content.pointer, [it.__name__ for it in parser.models], type(got).__name__)


# What departs from the document


def drifted(pair: Pair, pointer: str) -> Outcome:
    """A message that departs from the document is kept as it came, and told of."""
    for content in bodies(pair, pointer)[:1]:
        if kind(pair, content) != "json":
            yield Excluded(pointer, content.pointer, f"a message in {content.media_type} is not read")
            continue
        parsers, how = list(_parsers(pair, pointer)), told(pair)
        for one in departures(pair, pointer, content):
            if isinstance(one, Excluded):
                yield one
                continue
            for parser in parsers:
                still = one if parser.name != "webhooks.parse" else _still_told(how, pointer, one, parser)
                if still is not None:
                    yield from _kept(pair, parser, still)


def _still_told(how: telling.Telling, pointer: str, one: Departure, parser: Parser) -> Departure | None:
    """An edited body that still says which message it is; None where it cannot, or where another model may fit better."""
    (by, types), body, edit = how, one.edit.body, one.edit
    if (
        not isinstance(body, dict)
        or not one.refused
        or not edit.certain
        or edit.at == f"/{by}"
        or len(parser.models) != 1
    ):
        return None
    right = body if body.get(by) in types[pointer] else {**body, str(by): min(types[pointer])}
    return one._replace(edit=replace(edit, body=right))


def _kept(pair: Pair, parser: Parser, one: Departure) -> Outcome:
    subject, drifts = f"{parser.name} ({one.edit.label})", list[Any]()
    try:
        got = parser.parse(json.dumps(one.edit.body).encode(), on_drift=drifts.append)
    except Exception as problem:
        yield Finding(subject, one.content.pointer, f"read: {one.edit.body}", f"{type(problem).__name__}: {problem}")
        return
    yield from (Finding(subject, one.content.pointer + at, *it) for at, *it in misheld(pair, one, got, drifts))


def unknown(pair: Pair) -> Outcome:
    """A message of an unknown type is an `UnknownEvent` with all its data; what is no JSON object is an error."""
    by = told(pair).by
    if by is None:
        return
    module, errors = pair.package.submodule("webhooks"), pair.errors
    for start in ({by: _UNHEARD}, {}, {by: 17}, {by: None}):
        body, drifts = {**start, "payload": {"a": [1, None]}}, list[Any]()
        got = module.parse(json.dumps(body).encode(), on_drift=drifts.append)
        wanted = _UNHEARD if start.get(by) == _UNHEARD else None
        if type(got).__name__ != "UnknownEvent" or not isinstance(got, module.UnknownEvent) or got.type != wanted:
            yield Finding("webhooks.parse", "", f"an UnknownEvent of type {wanted}: {body}", repr(got))
        yield from (Finding("webhooks.parse", at, *it) for at, *it in unequal(got, body))
        if [it.pointer for it in drifts] != [f"/{by}"]:
            yield Finding("webhooks.parse", "", f"one departure at /{by}", [str(it) for it in drifts])
    for raw in (b"", b"{", b"[1]", b'"text"', b"null", b"\xff"):
        try:
            yield Finding("webhooks.parse", "", f"DecodeError for {raw!r}", module.parse(raw))
        except errors.DecodeError as problem:
            if "\n" in str(problem):
                yield Finding("webhooks.parse", "", "one line", str(problem))
        except Exception as problem:
            yield Finding("webhooks.parse", "", f"DecodeError for {raw!r}", f"{type(problem).__name__}: {problem}")
