"""Every schema: its class says the same, takes what it allows, refuses what it refuses."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from generator.contract import schemas
from generator.contract.calls import Pair
from generator.contract.checks import Finding
from tests.contract.committed import PAIR

CHECKS: list[Callable[[Pair, str], Iterator[Finding]]] = [schemas.declared, schemas.accepted, schemas.refused]
NAMES = {it: PAIR.package.models.get(it, it.rpartition("/")[2]) for it in schemas.pointers(PAIR)}


@pytest.mark.parametrize("pointer", NAMES, ids=list(NAMES.values()))
@pytest.mark.parametrize("check", CHECKS, ids=lambda it: it.__name__)
def test_schema(check: Callable[[Pair, str], Iterator[Finding]], pointer: str) -> None:
    found = list(check(PAIR, pointer))
    assert not found, "\n".join(map(str, found[:3]))


def test_symbols() -> None:
    assert [str(it) for it in schemas.symbols(PAIR)] == []


def test_schemas_are_held_against_many_values() -> None:
    sent = [it for it in NAMES if it in PAIR.document.requested]
    assert len(sent) > 100
    assert sum(len(PAIR.values.refused(it, "request")) for it in sent) > 1000
