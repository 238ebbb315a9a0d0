"""The suite for any pair, as a plugin of pytest: `--subject FILE` names it; see `subject.py` for the file.

It is no conftest.py, which pytest would load wherever a copy of the suite lies.
"""

from __future__ import annotations

import gc
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from ..checks import schemas
from ..document import reach
from ..pair import Pair
from .collecting import hold, parametrize
from .subject import Subject, opened

__all__ = ["hold"]

_KINDS = {"operation": "operations", "schema": "schemas", "event": "messages", "package": "checks of the whole package"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of the suite."""
    parser.addoption("--subject", type=Path, required=True, help="what to hold against what")
    parser.addoption("--results", type=Path, help="where to write what came of it, as JSON")


def pytest_configure(config: pytest.Config) -> None:
    """The results are gathered in the process that has the terminal, not in its workers."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Results(config))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each check and thing."""
    subject = _subject(metafunc.config)
    parametrize(metafunc, subject.pair, subject.chosen)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test of messages, where a document has none, is no test that was skipped."""
    items[:] = [it for it in items if it.get_closest_marker("skip") is None]


def pytest_collection_finish() -> None:
    """What is there now stays to the end: searching it for garbage, again and again, would take an eighth of the time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def pair(pytestconfig: pytest.Config) -> Pair:
    """The document and the package."""
    return _subject(pytestconfig).pair


def _subject(config: pytest.Config) -> Subject:
    return opened(config.getoption("--subject"))


class Results:
    """Gathers what the tests tell: `{"tests": n, "departures": […], "findings": […], "excluded": […]}`.

    A departure is a thing and a check that found something in it: `{"kind": "operation", "name": …, "pointer": …, "check": …}`.
    Of an operation or schema that leads to a schema which departs, and does not depart by itself, the check is "schemas".
    """

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._tests = 0
        self._told: dict[str, list[dict[str, str]]] = {"departures": [], "findings": [], "excluded": []}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Takes what one test has told."""
        if report.when == "call":
            self._tests += 1
            for kind, value in report.user_properties:
                self._told[kind].append(json.loads(str(value)))
        elif report.failed:
            self._told["departures"].append({"kind": "package", "name": report.nodeid, "pointer": "", "check": "setup"})

    def pytest_sessionfinish(self) -> None:
        """Writes the results."""
        departures = self._told["departures"]
        departures += _carrying(_subject(self._config).pair, departures)
        file = self._config.getoption("--results")
        if file is not None:
            file.write_text(json.dumps({"tests": self._tests, **self._told}), "utf-8")

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Lists what departs, and what was not held, by its reason."""
        for kind, several in _KINDS.items():
            checks: dict[str, list[str]] = {}
            for it in self._told["departures"]:
                if it["kind"] == kind:
                    checks.setdefault(it["name"], []).append(it["check"])
            if checks:
                terminalreporter.section(f"{several} that depart: {len(checks)}")
            for name, failed in checks.items():
                terminalreporter.line(f"{name}: {', '.join(failed)}")
        excluded = self._told["excluded"]
        if excluded:
            terminalreporter.section(f"not held against the package: {len(excluded)}")
        for reason, number in Counter(it["reason"] for it in excluded).most_common():
            one = next(it for it in excluded if it["reason"] == reason)
            terminalreporter.line(f"{number:5} × {reason}; first: {one['subject']} at {one['pointer']}")


def _carrying(pair: Pair, departures: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    """The operations and schemas that lead to a schema which departs, and do not depart by themselves."""
    wrong = {it["pointer"] for it in departures if it["kind"] == "schema"}
    known = {it["pointer"] for it in departures}
    things = [("operation", it.id, it.pointer) for it in pair.document.operations]
    things += [("schema", pair.package.models.get(it, it), it) for it in schemas.pointers(pair)]
    return [
        {"kind": kind, "name": name, "pointer": pointer, "check": "schemas"}
        for kind, name, pointer in (things if wrong else ())
        if pointer not in known and not wrong.isdisjoint(reach.footprint(pair.document, pointer))
    ]
