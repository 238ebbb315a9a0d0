"""The contract: every operation, every schema, every message, and the package as a whole."""

from __future__ import annotations

from collections.abc import Callable

from ..checks import events
from ..document.raw import RawOperation
from ..findings import Outcome
from ..pair import Pair
from .collecting import Hold, Thing


def test_operation(
    pair: Pair, operation: RawOperation, check: Callable[[Pair, RawOperation], Outcome], hold: Hold
) -> None:
    """In both clients it is declared, sent and read as the document has it."""
    hold(Thing("operation", operation.id, operation.pointer), check, pair, operation)


def test_schema(pair: Pair, schema: str, check: Callable[[Pair, str], Outcome], hold: Hold) -> None:
    """Its class says the same, takes what it allows, refuses what it refuses."""
    hold(Thing("schema", pair.package.models.get(schema, schema), schema), check, pair, schema)


def test_event(pair: Pair, event: str, check: Callable[[Pair, str], Outcome], hold: Hold) -> None:
    """It has its constant, and is read as what it is."""
    hold(Thing("event", events.name(pair, event), event), check, pair, event)


def test_package(pair: Pair, check: Callable[[Pair], Outcome], hold: Hold) -> None:
    """It has nothing that the document does not have."""
    hold(Thing("package", "the package", ""), check, pair)
