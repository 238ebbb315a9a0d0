"""Every request that the committed client sends is one that the document describes, in the eyes of somebody else.

`make test-oracle` runs this; it needs node.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import tomli
from sinch_provisioning import AsyncClient, BearerAuth, Client, errors

from generator.api.model import Operation
from tests.generated.examples import DOCUMENT, Arguments, full, least, operations
from tests.oracle.judge import AsyncRecorder, Finding, Recorder, Verdict, judging, verdict
from tests.oracle.mutants import SEEN, UNSEEN, Maker

CALLS = {
    f"{key} ({arguments.label})": (operation, arguments)
    for key, operation in operations().items()
    for arguments in (least(operation), *full(operation))
}
FAULTS: dict[str, dict[str, Any]] = tomli.loads((Path(__file__).parent / "faults.toml").read_text("utf-8"))
TOKEN = BearerAuth("token")


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with judging(DOCUMENT.value, tmp_path_factory.mktemp("judge")) as url:
        yield url


def sent(operation: Operation, arguments: Arguments, judge: str) -> Verdict:
    """What the judge says of a call."""
    recorder = Recorder()
    with Client(auth=TOKEN, base_url=judge, transport=recorder) as client, contextlib.suppress(errors.APIStatusError):
        getattr(getattr(client, operation.resource), operation.name)(**arguments.values)
    (found,) = recorder.verdicts
    return found


async def sent_async(operation: Operation, arguments: Arguments, judge: str) -> Verdict:
    """The asynchronous counterpart of `sent`."""
    recorder = AsyncRecorder()
    async with AsyncClient(auth=TOKEN, base_url=judge, transport=recorder) as client:
        with contextlib.suppress(errors.APIStatusError):
            await getattr(getattr(client, operation.resource), operation.name)(**arguments.values)
    (found,) = recorder.verdicts
    return found


def complaint(call: str, path: str, found: Verdict) -> str | None:
    """What is wrong with a request, or with the list of what the judge gets wrong; None if all is well."""
    listed = FAULTS["refused"].get(call, {}).get("finding")
    if listed is None:
        return None if found.accepted and found.matched == path else f"{call}: {found}"
    if [f"{finding.code} {finding.place}" for finding in found.findings] == [listed]:
        return None
    return f"{call}: faults.toml expects {listed}, which is not what happens any more: {found}"


@pytest.mark.parametrize("call", CALLS)
def test_request(call: str, judge: str) -> None:
    operation, arguments = CALLS[call]
    wrong = complaint(call, operation.path, sent(operation, arguments, judge))
    if wrong is not None:
        pytest.fail(wrong, pytrace=False)


@pytest.mark.parametrize("call", CALLS)
def test_request_async(call: str, judge: str) -> None:
    operation, arguments = CALLS[call]
    wrong = complaint(call, operation.path, asyncio.run(sent_async(operation, arguments, judge)))
    if wrong is not None:
        pytest.fail(wrong, pytrace=False)


@pytest.fixture(scope="module")
def right(judge: str) -> list[tuple[Operation, httpx.Request]]:
    """A right request for each example that the document has."""
    calls = [(operation, arguments) for operation in operations().values() for arguments in full(operation)]
    return [(operation, sent(operation, arguments, judge).request) for operation, arguments in calls]


def judged(make: Maker, right: list[tuple[Operation, httpx.Request]]) -> list[Verdict]:
    """The verdicts on the wrong requests that `make` makes. Each goes over a connection of its own: some break it."""
    with httpx.Client(limits=httpx.Limits(max_keepalive_connections=0)) as client:
        wrong = [request for operation, given in right for request in make(operation, given)]
        return [verdict(request, client.send(request)) for request in wrong]


@pytest.mark.parametrize("kind", SEEN)
def test_the_judge_refuses_wrong(kind: str, right: list[tuple[Operation, httpx.Request]]) -> None:
    verdicts = judged(SEEN[kind], right)
    assert verdicts
    for found in verdicts:
        assert not found.accepted, found


def test_what_the_judge_does_not_see_is_listed() -> None:
    assert FAULTS.keys() == {"unseen", "refused"}
    assert FAULTS["unseen"].keys() == UNSEEN.keys()
    assert FAULTS["refused"].keys() <= CALLS.keys()
    assert all(fault["reason"] for fault in FAULTS["refused"].values())


@pytest.mark.parametrize("kind", UNSEEN)
def test_the_judge_does_not_see(kind: str, right: list[tuple[Operation, httpx.Request]]) -> None:
    verdicts = judged(UNSEEN[kind], right)
    assert verdicts
    for found in verdicts:
        assert found.accepted, f"take it off faults.toml: {found}"


CALL = "GET /pets (least)"
ACCEPTED = Verdict(httpx.Request("GET", "http://judge/pets?a=1"), 200, "/pets", ())
REFUSED = Verdict(ACCEPTED.request, 400, None, (Finding("E3003", "query.a", "Expected type boolean"),))


def test_a_refusal_is_told_with_what_was_said_and_sent() -> None:
    told = complaint(CALL, "/pets", REFUSED)
    assert told is not None
    for part in (CALL, "400", "E3003 query.a: Expected type boolean", "GET /pets?a=1", "host: judge"):
        assert part in told
    assert complaint(CALL, "/pets", ACCEPTED) is None
    assert complaint(CALL, "/{kind}", ACCEPTED) is not None


def test_a_listed_fault_is_excused_as_long_as_it_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FAULTS["refused"], CALL, {"finding": "E3003 query.a", "reason": "…"})
    assert complaint(CALL, "/pets", REFUSED) is None
    assert "not what happens any more" in str(complaint(CALL, "/pets", ACCEPTED))
