"""Calls of an operation: with arguments that the document allows, and with such that it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..document.dialect import Direction
from ..document.raw import RawContent, RawOperation, RawParameter, Unreadable
from ..findings import Excluded
from ..instances.values import Case, NoInstance
from ..pair import Pair
from ..python.naming import Place, assigned
from ..python.package import Argument, Method, Signature
from . import bodies
from .choices import choosers
from .requests import NOTHING

_NOT_IN_PATHS: tuple[Any, ...] = ("", ".", "..", [], {})
"""Values that leave nothing in a path, or lead elsewhere."""


@dataclass(frozen=True)
class Call:
    """Arguments of an operation, as the document has them. `fields`: the body is given as keyword arguments.

    `content` is what the body is chosen to be, None for the preferred one; `accept` the media type that is asked for.
    """

    label: str
    arguments: Mapping[tuple[str, str], Any] = field(default_factory=dict)
    body: Any = NOTHING
    fields: bool = False
    content: RawContent | None = None
    accept: str | None = None

    @property
    def content_type(self) -> str | None:
        """The media type that the caller names for the body: of a range, one that is in it."""
        name = None if self.content is None else self.content.media_type
        return name and name.replace("*/*", "application/*").replace("*", "x-contract")


def calls(pair: Pair, operation: RawOperation, reach: int = 2) -> list[Call]:
    """Calls with minimal, full and boundary arguments, and with the examples of the body.

    There is one at least. Raises `NoInstance` where something that is required has no value.
    """
    choices = {(it.location, it.name): _choices(pair, it) for it in operation.parameters}
    some = {key: cases for key, cases in choices.items() if cases}
    required = {(it.location, it.name) for it in operation.parameters if it.required}
    if required - some.keys():
        raise NoInstance(f"no value was found for {sorted(required - some.keys())[0][1]}")
    least = {key: cases[0].value for key, cases in some.items() if key in required}
    most = {key: cases[min(1, len(cases) - 1)].value for key, cases in some.items()}
    found_bodies = _bodies(pair, operation, operation.bodies[0], reach) if operation.bodies else []
    smallest = found_bodies[0].value if found_bodies and operation.body_required else NOTHING
    largest = found_bodies[min(1, len(found_bodies) - 1)].value if found_bodies else NOTHING
    found = [Call("minimal", least, smallest), Call("full", most, largest)]
    for key, cases in some.items():
        found += [Call(f"{key[1]}: {case.label}", {**least, key: case.value}, smallest) for case in cases]
    found += [Call(f"body {case.label}", least, case.value) for case in found_bodies]
    if body_fields(pair, operation):
        found += [Call(f"fields of {case.label}", most, case.value, True) for case in found_bodies[:2] if case.value]
    for content in operation.bodies[1:]:
        cases = _bodies(pair, operation, content, reach)
        found += [Call(f"{content.media_type} {it.label}", least, it.value, content=content) for it in cases]
    return found


def _choices(pair: Pair, parameter: RawParameter) -> list[Case]:
    """What a parameter may be. None is an argument that is not given."""
    try:
        cases = pair.values.cases(parameter.schema, "request")
    except (NoInstance, Unreadable):
        return []
    return [case for case in cases if case.value is not None and not _is_unsendable(parameter, case.value)]


def _is_unsendable(parameter: RawParameter, value: Any) -> bool:
    """Whether HTTP has no form for a value where a parameter stands."""
    if parameter.location == "path":
        empty = isinstance(value, list) and "" in value
        return empty or any(value == it and type(value) is type(it) for it in _NOT_IN_PATHS)
    return parameter.location == "header" and not _is_of_headers(value)


def _is_of_headers(value: Any) -> bool:
    if isinstance(value, (dict, list)):
        return all(map(_is_of_headers, [*value, *value.values()] if isinstance(value, dict) else value))
    return not isinstance(value, str) or (value.isascii() and value.isprintable() and value == value.strip())


def _bodies(pair: Pair, operation: RawOperation, content: RawContent, reach: int) -> list[Case]:
    try:
        made = bodies.cases(pair, content, reach)
    except (NoInstance, Unreadable):
        if operation.body_required and content is operation.bodies[0]:
            raise
        made = []
    as_value = bodies.kind(pair, content) in ("json", "form", "multipart")
    return [*made, *(examples(pair, content, "request") if as_value else [])]


def left_out(pair: Pair, operation: RawOperation) -> Iterator[Excluded]:
    """What of a request is not held against the package."""
    for parameter in operation.parameters:
        if not _choices(pair, parameter):
            yield Excluded(operation.id, parameter.pointer, f"no value was found for the parameter {parameter.name}")
    yield from bodies.left_out(pair, operation)
    for content in operation.bodies:
        yield from _unusual(pair, operation, content, "request")
    for contents in operation.responses.values():
        for content in contents:
            yield from _unusual(pair, operation, content, "response")


def examples(pair: Pair, content: RawContent, direction: Direction) -> list[Case]:
    """The examples of a body that clients promise to take.

    Not those that contradict their schema, which `examples.py` is about, nor those that `left_out` names.
    """
    schema = content.schema
    return [
        Case(f"example {at}", value)
        for at, value in content.examples.items()
        if schema is None or pair.values.is_plain(schema, direction, value)
    ]


def _unusual(pair: Pair, operation: RawOperation, content: RawContent, direction: Direction) -> Iterator[Excluded]:
    """The examples of a body that its schema allows and clients do not promise to take."""
    schema = content.schema
    if schema is None:
        return
    for at, value in content.examples.items():
        if pair.values.valid(schema, direction, value) and not pair.values.is_plain(schema, direction, value):
            more = "properties that are not declared, " if direction == "request" else ""
            telling = "a tag that names none of the variants it is, or a type that its schema only implies"
            yield Excluded(operation.id, at, f"the example has {more}{telling}")


def wrong_calls(pair: Pair, operation: RawOperation) -> list[Call]:
    """Calls of which one argument breaks one rule. Raises `NoInstance` where there is no right one."""
    found = []
    good = calls(pair, operation, 0)[0]
    for parameter in operation.parameters:
        key = (parameter.location, parameter.name)
        cases = [*_refused(pair, parameter), *_misleading(operation, parameter)]
        found += [
            Call(f"{parameter.name}: {case.label}", {**good.arguments, key: case.value}, good.body) for case in cases
        ]
    for content in operation.bodies:
        cases, other = bodies.refused(pair, content), None if content is operation.bodies[0] else content
        found += [Call(f"body {case.label}", good.arguments, case.value, content=other) for case in cases]
    return found


def _refused(pair: Pair, parameter: RawParameter) -> list[Case]:
    try:
        cases = pair.values.refused(parameter.schema, "request")
    except Unreadable:
        return []
    return [case for case in cases if case.value is not None]


def _misleading(operation: RawOperation, parameter: RawParameter) -> list[Case]:
    """Values of a parameter that would make another path."""
    if parameter.location != "path" or parameter.style != "simple" or parameter.content is not None:
        return []
    whole = f"{{{parameter.name}}}" in operation.path.partition("?")[0].split("/")
    return [Case("empty", ""), *([Case("dot", "."), Case("dots", "..")] if whole else [])]


# How a call is made


def given(pair: Pair, operation: RawOperation, method: Method, call: Call) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a call is made with: options of the client, keyword arguments of the method."""
    one = _way(method, call)
    known = arguments(pair, operation, one)
    schemas = {(it.location, it.name): it.schema for it in operation.parameters}
    options: dict[str, Any] = {}
    keywords: dict[str, Any] = {}
    for place, value in call.arguments.items():
        argument = known.get(place)
        if argument is not None:
            with_client = call.label == "minimal" and is_of_client(pair, argument)
            (options if with_client else keywords)[argument.name] = bodies.with_bytes(pair, schemas[place], value)
    chosen = {"content_type": call.content_type, "accept": call.accept}
    keywords |= {name: value for name, value in chosen.items() if value is not None}
    if call.body is not NOTHING:
        body = bodies.given(pair, call.content or operation.bodies[0], call.body)
        fields = ((known.get(("body", name)), name, value) for name, value in body.items()) if call.fields else ()
        keywords |= {it.name if it else name: value for it, name, value in fields} if call.fields else {"body": body}
    return options, keywords


def arguments(pair: Pair, operation: RawOperation, one: Signature) -> Mapping[Place, Argument]:
    """The arguments of a signature by what they stand for; those for fields of the body where it has no `body`.

    Those that choose media types stand for nothing, nor does `body`, which is the body whole.
    """
    apart = {*choosers(operation), "body"}
    places = [(it.location, it.name) for it in operation.parameters]
    if not any(it.name == "body" for it in one.arguments):
        places += [("body", name) for name in body_fields(pair, operation)]
    return assigned(replace(one, arguments=tuple(it for it in one.arguments if it.name not in apart)), places)


def _way(method: Method, call: Call) -> Signature:
    """The signature that a call is made by."""
    for one in method.signatures:
        if any(it.name == "body" for it in one.arguments) != (call.fields or call.body is NOTHING):
            return one
    return method.signatures[0]


def body_fields(pair: Pair, operation: RawOperation) -> dict[str, bool]:
    """The properties of the body that may be sent, and whether they are required; none for one that is no object."""
    content = operation.bodies[0] if operation.bodies else None
    if content is None or content.schema is None or bodies.kind(pair, content) in ("text", "bytes"):
        return {}
    if not pair.annotations.is_object(content.schema):
        return {}
    shape = pair.values.shape(pair.annotations.home(content.schema))
    return {name: name in shape["required"] for name in pair.values.shapes.sent_properties(shape, "request")}


def argument_of(one: Signature, parameter: RawParameter) -> Argument | None:
    """The argument that stands for a parameter, seen by itself: `arguments` knows the others too."""
    place = (parameter.location, parameter.name)
    return assigned(one, [place]).get(place)


def is_of_client(pair: Pair, argument: Argument) -> bool:
    """Whether an argument may be given to the client instead."""
    return argument.name in pair.package.client_parameters
