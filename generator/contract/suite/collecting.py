"""What the tests of the suite are made of: each is one check, held against one operation, one schema, one message or the whole."""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from .. import checks
from ..checks import events, schemas
from ..findings import Excluded, Finding, Outcome, pointer_name
from ..pair import Pair
from .choosing import Chosen, everything

SHOWN = 3
"""How many findings of one test are printed; all are kept."""


@dataclass(frozen=True)
class Thing:
    """What a test is about: an operation, a schema, an event or the package, by name and pointer."""

    kind: str
    name: str
    pointer: str


Hold = Callable[..., None]
"""Called with a thing, a check, and the check's arguments."""


def parametrize(metafunc: pytest.Metafunc, pair: Pair, chosen: Chosen = everything) -> None:
    """One test for each check and each chosen thing that it is about, by the arguments that a test function has."""
    wanted = metafunc.fixturenames
    if "operation" in wanted:
        metafunc.parametrize(
            "operation", [it for it in pair.document.operations if chosen(it.pointer)], ids=lambda it: it.id
        )
        metafunc.parametrize("check", checks.OF_OPERATIONS, ids=_name)
    elif "schema" in wanted:
        found = {it: pair.package.models.get(it) or pointer_name(it) for it in schemas.pointers(pair) if chosen(it)}
        metafunc.parametrize("schema", list(found), ids=list(found.values()))
        metafunc.parametrize("check", checks.OF_SCHEMAS, ids=_name)
    elif "event" in wanted:
        metafunc.parametrize(
            "event", [it for it in events.pointers(pair) if chosen(it)], ids=lambda it: events.name(pair, it)
        )
        metafunc.parametrize("check", checks.OF_EVENTS, ids=_name)
    elif "check" in wanted:
        metafunc.parametrize("check", checks.OF_ALL, ids=_name)


def _name(check: Any) -> str:
    return f"{check.__module__.rpartition('.')[2]}.{check.__name__}"


@pytest.fixture
def hold(record_property: Callable[[str, object], None]) -> Hold:
    """Takes what a check yields: the test fails with the findings, and keeps what could not be held."""

    def hold(thing: Thing, check: Callable[..., Outcome], *arguments: Any) -> None:
        findings: list[Finding] = []
        try:
            for one in check(*arguments):
                if isinstance(one, Excluded):
                    record_property("excluded", _as_json(one))
                else:
                    findings.append(one)
        except Exception as problem:
            frame = traceback.extract_tb(problem.__traceback__)[-1]
            got = f"{type(problem).__name__}: {problem} ({frame.name}, line {frame.lineno})"
            findings.append(Finding(thing.name, thing.pointer, "a check that comes to its end", got))
        for finding in findings:
            record_property("findings", _as_json(finding))
        if findings:
            record_property("departures", json.dumps({**vars(thing), "check": _name(check)}))
            pytest.fail(_shown(findings), pytrace=False)

    return hold


def _shown(findings: list[Finding]) -> str:
    """The first of what differs; what many calls have in common is said once."""
    told = list({(it.pointer, str(it.expected), str(it.got)): str(it) for it in reversed(findings)}.values())[::-1]
    more = [f"… and {len(findings) - SHOWN} more"] if len(told) > SHOWN else []
    return "\n".join([*told[:SHOWN], *more])


def _as_json(one: Finding | Excluded) -> str:
    return json.dumps({key: value if isinstance(value, str) else repr(value) for key, value in vars(one).items()})
