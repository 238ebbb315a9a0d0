"""What holds for all tests."""

from __future__ import annotations

import gc
import sys

import pytest
from hypothesis import settings

# How long an example takes says more about the machine than about the code; `make bench` measures.
settings.register_profile("provgen", deadline=None)
settings.load_profile("provgen")


def pytest_collection_finish() -> None:
    """What is there now stays to the end: searching it for garbage, again and again, would take an eighth of the time."""
    gc.collect()
    gc.freeze()


# httpx2 is not there for older ones.
collect_ignore = [] if sys.version_info >= (3, 11) else ["httpx2/test_httpx2.py", "httpx2/test_runtime.py"]


@pytest.fixture
def without_contract(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packages are swapped in unheld, in a second less each: of tests about other things, which tests/test_contracting is not."""
    monkeypatch.setattr("generator.contracting.departures", lambda subject, source: [])
