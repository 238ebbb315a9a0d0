"""The contract: every operation, every schema, every message, and the package as a whole."""

from __future__ import annotations

from collections.abc import Callable

from ..findings import Outcome
from ..pair import Pair
from ..raw import RawOperation
from .collecting import Hold


def test_operation(
    pair: Pair, operation: RawOperation, check: Callable[[Pair, RawOperation], Outcome], hold: Hold
) -> None:
    """In both clients it is declared, sent and read as the document has it."""
    hold(operation.id, operation.pointer, check(pair, operation))


def test_schema(pair: Pair, schema: str, check: Callable[[Pair, str], Outcome], hold: Hold) -> None:
    """Its class says the same, takes what it allows, refuses what it refuses."""
    hold(schema, schema, check(pair, schema))


def test_event(pair: Pair, event: str, check: Callable[[Pair, str], Outcome], hold: Hold) -> None:
    """It has its constant, and is read as what it is."""
    hold(event, event, check(pair, event))


def test_package(pair: Pair, check: Callable[[Pair], Outcome], hold: Hold) -> None:
    """It has nothing that the document does not have."""
    hold("the package", "", check(pair))
