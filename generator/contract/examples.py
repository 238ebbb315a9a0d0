"""The document's examples against their own schemas: what contradicts is listed with a reason, what is listed contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from . import events
from .dialect import Direction
from .findings import Excluded, Finding, Outcome
from .pair import Pair
from .raw import RawContent, RawOperation

_SHORTEST = 20


def followed(pair: Pair, operation: RawOperation) -> Outcome:
    """Every example of an operation follows its schema, or is listed."""
    for direction, content in _bodies(operation):
        yield from _contradictions(pair, operation.id, direction, content)


def _contradictions(pair: Pair, subject: str, direction: Direction, content: RawContent) -> Outcome:
    """Where the examples of a body are not what its schema allows."""
    if content.schema is None:
        return
    for pointer, value in content.examples.items():
        why = pair.values.why(content.schema, direction, value)
        if why and pair.contradictions is None:
            yield Excluded(subject, pointer, f"the example contradicts its schema: {why}")
        elif why and pointer not in (pair.contradictions or {}):
            yield Finding(subject, pointer, "an example that follows its schema, or is listed as contradicting it", why)


def of_event(pair: Pair, pointer: str) -> Outcome:
    """Every example of a message follows its schema, or is listed."""
    for content in events.bodies(pair, pointer):
        yield from _contradictions(pair, pointer, "response", content)


def listed(pair: Pair) -> Outcome:
    """Every listed example is there, contradicts its schema, and has a reason."""
    known = {at: (direction, content) for direction, content in _all(pair) for at in content.examples}
    for pointer, reason in (pair.contradictions or {}).items():
        subject = "a listed contradiction"
        if pointer not in known:
            yield Finding(subject, pointer, "an example of the document", "none: take the entry out")
            continue
        direction, content = known[pointer]
        if not content.schema or pair.values.valid(content.schema, direction, content.examples[pointer]):
            yield Finding(subject, pointer, "an example that contradicts its schema", "it follows: take the entry out")
        if len(reason) < _SHORTEST:
            yield Finding(subject, pointer, "a reason in a sentence", reason)


def _all(pair: Pair) -> Iterator[tuple[Direction, RawContent]]:
    for operation in pair.document.operations:
        yield from _bodies(operation)
    yield from (("response", content) for pointer in events.pointers(pair) for content in events.bodies(pair, pointer))


def _bodies(operation: RawOperation) -> Iterator[tuple[Direction, RawContent]]:
    yield from (("request", content) for content in operation.bodies)
    yield from (("response", content) for contents in operation.responses.values() for content in contents)
