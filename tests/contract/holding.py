"""All that the contract has to say of a pair."""

from __future__ import annotations

from collections.abc import Iterator

from generator.contract.checks import OF_ALL, OF_EVENTS, OF_OPERATIONS, OF_SCHEMAS, events, schemas
from generator.contract.findings import Excluded, Finding
from generator.contract.pair import Pair


def held(pair: Pair) -> Iterator[Finding | Excluded]:
    """What all checks yield."""
    for check in OF_ALL:
        yield from check(pair)
    for pointer in schemas.pointers(pair):
        for of_schema in OF_SCHEMAS:
            yield from of_schema(pair, pointer)
    for pointer in events.pointers(pair):
        for of_event in OF_EVENTS:
            yield from of_event(pair, pointer)
    for one in pair.document.operations:
        for of_operation in OF_OPERATIONS:
            yield from of_operation(pair, one)
