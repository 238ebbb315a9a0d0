"""The suite, on the committed pair."""

from __future__ import annotations

import pytest

from generator.contract.pair import Pair
from generator.contract.suite import collecting
from tests.contract.committed import PAIR

hold = collecting.hold


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if metafunc.definition.path.name == "test_committed.py":
        collecting.parametrize(metafunc, PAIR)


@pytest.fixture(scope="session")
def pair() -> Pair:
    return PAIR
