"""The contract of the committed pair: `provgen contract` runs the same tests on any other."""

from __future__ import annotations

from generator.contract.suite.tests import test_event, test_operation, test_package, test_schema
from generator.contract.wire import calls
from tests.contract.committed import DOCUMENT, PAIR

__all__ = ["test_event", "test_operation", "test_package", "test_schema"]


def test_calls_are_many_enough_to_mean_something() -> None:
    made = [calls.calls(PAIR, it) for it in DOCUMENT.operations]
    wrong = [calls.wrong_calls(PAIR, it) for it in DOCUMENT.operations]
    assert min(map(len, made)) >= 2
    assert sum(map(len, made)) > 1000
    assert sum(map(len, wrong)) > 1000


def test_schemas_are_held_against_many_values() -> None:
    sent = [it for it in PAIR.package.models if it in PAIR.document.requested]
    assert len(sent) > 100
    assert sum(len(PAIR.values.refused(it, "request")) for it in sent) > 1000
