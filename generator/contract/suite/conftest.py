"""The suite for any pair: `pytest generator/contract/suite --subject FILE`; see `subject.py` for the file."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from ..pair import Pair
from .collecting import hold, parametrize
from .subject import Subject, opened

__all__ = ["hold"]

_KINDS = {"operation": "operations", "schema": "schemas", "event": "messages", "package": "checks of the whole package"}
_NODE = re.compile(r"::test_(\w+)\[(.*?)-?([a-z_]+\.[a-z_]+)?\]")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of the suite."""
    parser.addoption("--subject", type=Path, required=True, help="what to hold against what")
    parser.addoption("--results", type=Path, help="where to write what came of it, as JSON")


def pytest_configure(config: pytest.Config) -> None:
    """The results are gathered in the process that has the terminal, not in its workers."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Results(config.getoption("--results")))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each check and thing."""
    subject = _subject(metafunc.config)
    parametrize(metafunc, subject.pair, subject.chosen)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test of messages, where a document has none, is no test that was skipped."""
    items[:] = [it for it in items if it.get_closest_marker("skip") is None]


@pytest.fixture(scope="session")
def pair(pytestconfig: pytest.Config) -> Pair:
    """The document and the package."""
    return _subject(pytestconfig).pair


def _subject(config: pytest.Config) -> Subject:
    return opened(config.getoption("--subject"))


class Results:
    """Gathers what the tests tell: `{"tests": n, "departures": […], "findings": […], "excluded": […]}`.

    A departure is a thing and a check that found something in it: `{"kind": "operation", "name": …, "check": …}`.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._tests = 0
        self._departures: list[dict[str, str]] = []
        self._told: dict[str, list[Mapping[str, str]]] = {"findings": [], "excluded": []}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Takes what one test has told."""
        if report.when == "call":
            self._tests += 1
            for kind, value in report.user_properties:
                self._told[kind].append(json.loads(str(value)))
        if report.failed:
            kind, name, check = _NODE.search(report.nodeid + "[-]").groups("")  # type: ignore[union-attr]
            self._departures.append({"kind": kind, "name": name, "check": check})

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Lists what departs, and what was not held, by its reason."""
        kinds = [kind for kind in _KINDS if any(it["kind"] == kind for it in self._departures)]
        for kind in kinds:
            found = [it for it in self._departures if it["kind"] == kind]
            names = dict.fromkeys(it["name"] for it in found)
            terminalreporter.section(f"{_KINDS[kind]} that depart: {len(names)}")
            for name in names:
                failed = ", ".join(it["check"] for it in found if it["name"] == name)
                terminalreporter.line(f"{name}: {failed}".lstrip(": "))
        excluded = self._told["excluded"]
        if excluded:
            terminalreporter.section(f"not held against the package: {len(excluded)}")
        for reason, number in Counter(it["reason"] for it in excluded).most_common():
            one = next(it for it in excluded if it["reason"] == reason)
            terminalreporter.line(f"{number:5} × {reason}; first: {one['subject']} at {one['pointer']}")

    def pytest_sessionfinish(self) -> None:
        """Writes the results."""
        if self._file is not None:
            value = {"tests": self._tests, "departures": self._departures, **self._told}
            self._file.write_text(json.dumps(value), "utf-8")
