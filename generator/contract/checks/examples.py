"""The document's examples against their own schemas: what contradicts is listed with a reason, what is listed contradicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ..document.dialect import Direction
from ..document.raw import RawContent, RawOperation, join
from ..findings import Excluded, Finding, Outcome
from ..pair import Pair
from . import events

_SHORTEST = 20
"""Characters of a reason that says anything."""


class Example(NamedTuple):
    """An example: where it is, its schema, and the directions in which that is used: it has to follow it in one of them."""

    pointer: str
    value: Any
    schema: str
    directions: Sequence[Direction]


def followed(pair: Pair, operation: RawOperation) -> Outcome:
    """Every example of an operation, of its parameters and of schemas in it follows its schema, or is listed."""
    yield from _contradictions(pair, operation.id, _of_operation(pair, operation))


def of_event(pair: Pair, pointer: str) -> Outcome:
    """Every example of a message follows its schema, or is listed."""
    yield from _contradictions(pair, pointer, _of_event(pair, pointer))


def of_schema(pair: Pair, pointer: str) -> Outcome:
    """Every example in a named schema follows it, or is listed."""
    yield from _contradictions(pair, pointer, _of_schema(pair, pointer))


def _contradictions(pair: Pair, subject: str, examples: Iterator[Example]) -> Outcome:
    """Where examples are not what their schema allows."""
    for one in examples:
        why = _why(pair, one)
        if why and pair.contradictions is None:
            yield Excluded(subject, one.pointer, f"the example contradicts its schema: {why}")
        elif why and one.pointer not in (pair.contradictions or {}):
            wanted = "an example that follows its schema, or is listed as contradicting it"
            yield Finding(subject, one.pointer, wanted, why)


def _why(pair: Pair, one: Example) -> str:
    """What the schema of an example has against it in every direction; empty if it has nothing."""
    found = [pair.values.why(one.schema, direction, one.value) for direction in one.directions]
    return found[0] if all(found) else ""


def listed(pair: Pair) -> Outcome:
    """Every listed example is there, contradicts its schema, and has a reason."""
    pair = pair.undivided
    known = {one.pointer: one for one in _all(pair)} if pair.contradictions else {}
    for pointer, reason in (pair.contradictions or {}).items():
        subject = "a listed contradiction"
        if pointer not in known:
            yield Finding(subject, pointer, "an example of the document", "none: take the entry out")
        elif not _why(pair, known[pointer]):
            yield Finding(subject, pointer, "an example that contradicts its schema", "it follows: take the entry out")
        if len(reason) < _SHORTEST:
            yield Finding(subject, pointer, "a reason in a sentence", reason)


# Where examples are


def _all(pair: Pair) -> Iterator[Example]:
    for operation in pair.document.operations:
        yield from _of_operation(pair, operation)
    for pointer in events.pointers(pair):
        yield from _of_event(pair, pointer)
    for pointer in pair.document.schemas:
        yield from _of_schema(pair, pointer)


def _of_operation(pair: Pair, operation: RawOperation) -> Iterator[Example]:
    for parameter in operation.parameters:
        yield from _beside(pair, parameter.pointer, parameter.schema, ("request",))
        yield from _inside(pair, parameter.schema, ("request",))
    for content in operation.bodies:
        yield from _of_content(pair, content, "request")
    for contents in operation.responses.values():
        for content in contents:
            yield from _of_content(pair, content, "response")


def _of_event(pair: Pair, pointer: str) -> Iterator[Example]:
    for content in events.bodies(pair, pointer):
        yield from _of_content(pair, content, "response")


def _of_content(pair: Pair, content: RawContent, direction: Direction) -> Iterator[Example]:
    if content.schema is not None:
        yield from (Example(at, value, content.schema, (direction,)) for at, value in content.examples.items())
        yield from _inside(pair, content.schema, (direction,))


def _of_schema(pair: Pair, pointer: str) -> Iterator[Example]:
    if pointer in pair.document.schemas:
        used: list[Direction] = ["request"] if pointer in pair.document.requested else []
        yield from _inside(
            pair, pointer, [*used, "response"] if pointer in pair.document.answered else used or ["response"]
        )


def _inside(pair: Pair, schema: str, directions: Sequence[Direction]) -> Iterator[Example]:
    """The examples in a schema and in all schemas that are written in it; references are not followed."""
    for place in pair.values.shapes.below(schema):
        node = pair.document.at(place)
        if isinstance(node, dict) and not (pair.document.is_30 and "$ref" in node):
            if "example" in node:
                yield Example(join(place, "example"), node["example"], place, directions)
            more = node.get("examples")
            for index, value in enumerate(more if isinstance(more, list) else ()):
                yield Example(join(place, "examples", str(index)), value, place, directions)


def _beside(pair: Pair, pointer: str, schema: str, directions: Sequence[Direction]) -> Iterator[Example]:
    """The examples that a parameter has beside its schema."""
    node = pair.document.at(pointer)
    if "example" in node:
        yield Example(join(pointer, "example"), node["example"], schema, directions)
    for name in node.get("examples", {}):
        place, example = pair.document.follow(join(pointer, "examples", name))
        if isinstance(example, dict) and "value" in example:
            yield Example(join(place, "value"), example["value"], schema, directions)
