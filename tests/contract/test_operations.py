"""Every operation of the document, in both clients: it exists, it is declared as it should be, it sends what it should."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from generator.contract import calls, checks
from generator.contract.calls import Pair
from generator.contract.checks import Finding
from generator.contract.raw import RawOperation
from tests.contract.committed import DOCUMENT, PAIR

CHECKS: list[Callable[[Pair, RawOperation], Iterator[Finding]]] = [
    checks.exists,
    checks.signature,
    checks.requests,
    checks.refusals,
    checks.responses,
    checks.problems,
]


@pytest.mark.parametrize("operation", DOCUMENT.operations, ids=lambda it: it.id)
@pytest.mark.parametrize("check", CHECKS, ids=lambda it: it.__name__)
def test_operation(check: Callable[[Pair, RawOperation], Iterator[Finding]], operation: RawOperation) -> None:
    found = list(check(PAIR, operation))
    assert not found, "\n".join(map(str, found[:3]))


def test_nothing_is_left_over() -> None:
    assert [str(it) for it in checks.left_over(PAIR)] == []


def test_calls_are_many_enough_to_mean_something() -> None:
    made = [calls.calls(PAIR, it) for it in DOCUMENT.operations]
    wrong = [calls.wrong_calls(PAIR, it) for it in DOCUMENT.operations]
    assert min(map(len, made)) >= 2
    assert sum(map(len, made)) > 1000
    assert sum(map(len, wrong)) > 1000
