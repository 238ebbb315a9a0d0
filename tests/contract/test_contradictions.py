"""The document's examples against their own schemas: what contradicts is listed, what is listed contradicts."""

from __future__ import annotations

import pytest

from generator.contract.dialect import Direction
from generator.contract.raw import RawContent, RawOperation
from tests.contract.committed import DOCUMENT, PAIR, contradictions

LISTED = contradictions()


def _bodies(operation: RawOperation) -> list[tuple[Direction, RawContent]]:
    answers: list[tuple[Direction, RawContent]] = [
        ("response", content) for contents in operation.responses.values() for content in contents
    ]
    return [*(("request", content) for content in operation.bodies), *answers]


@pytest.mark.parametrize("operation", DOCUMENT.operations, ids=lambda it: it.id)
def test_examples_follow_their_schema_unless_listed(operation: RawOperation) -> None:
    for direction, content in _bodies(operation):
        for pointer, value in content.examples.items() if content.schema else ():
            assert content.schema is not None
            why = PAIR.values.why(content.schema, direction, value)
            assert bool(why) == (pointer in LISTED), f"{pointer}: {why or 'listed, but it follows its schema'}"


def test_what_is_listed_is_there_and_has_a_reason() -> None:
    known = {at for it in DOCUMENT.operations for _, content in _bodies(it) for at in content.examples}
    assert set(LISTED) <= known
    assert all(len(reason) > 20 for reason in LISTED.values())
