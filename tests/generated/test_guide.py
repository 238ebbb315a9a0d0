"""The README of the client: every example in it runs, against the mock of the whole API."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
import respx
import sinch_provisioning
from sinch_provisioning import errors, events, testing

TEXT = (Path(str(sinch_provisioning.__file__)).parent / "README.md").read_text("utf-8")
SECTIONS = dict(section.split("\n", 1) for section in re.split(r"^## ", TEXT, flags=re.M)[1:])
EXAMPLES = {
    title: found[1]
    for title, text in SECTIONS.items()
    if (found := re.search(r"```python\n(.*?)^```", text, re.M | re.S))
}
BLOCKS = re.findall(r"^```python\n(.*?)^```", TEXT, re.M | re.S)


def run(source: str) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": "example"}
    exec(compile(source, "README.md", "exec"), names)
    return names


@pytest.fixture
def api() -> Any:
    with testing.mock_api() as found:
        yield found


def test_every_section_that_should_be_there_has_an_example() -> None:
    wanted = ["The first call", "Lists", "Errors", "Retries, timeouts, options", "Webhooks", "Testing your own code"]
    assert list(EXAMPLES) == wanted
    assert len(BLOCKS) == len(wanted) + 1
    assert {"## Install", "## What you send and what you get"} <= set(TEXT.splitlines())


@pytest.mark.parametrize("source", BLOCKS, ids=range(len(BLOCKS)))
def test_every_example_runs(source: str, capsys: pytest.CaptureFixture[str]) -> None:
    with testing.mock_api() as api:
        api.respx.route(path__regex="/what/the/document").mock(return_value=httpx.Response(200, json={"beta": 1}))
        names = run(source)
    if "print(" in source and "def endpoint" not in source and "problem" not in source:
        assert capsys.readouterr().out.strip()
    for name, value in names.items():
        if name.startswith("test_"):
            value()


def test_the_errors_that_the_example_catches(api: Any, capsys: pytest.CaptureFixture[str]) -> None:
    route = re.search(r"api\.(\w+\.\w+)\.called", EXAMPLES["Testing your own code"])
    assert route is not None
    resource, method = route[1].split(".")
    failing = getattr(getattr(api, resource), method)
    failing.fails(404)
    run(EXAMPLES["Errors"])
    assert capsys.readouterr().out.startswith("404 ")
    failing.fails(403)
    run(EXAMPLES["Errors"])
    assert "403 Forbidden" in capsys.readouterr().out


def test_the_endpoint_of_the_example(capsys: pytest.CaptureFixture[str]) -> None:
    endpoint = run(EXAMPLES["Webhooks"])["endpoint"]
    genuine = testing.delivery(next(iter(events.EVENTS.values())), secret="…")
    assert endpoint(genuine.body, genuine.headers) == 204 and capsys.readouterr().out == ""
    assert endpoint(genuine.body + b" ", genuine.headers) == 401
    other = b'{"type": "SOMETHING_NEW", "payload": {}}'
    assert endpoint(other, sinch_provisioning.webhooks.sign(other, "…")) == 204
    assert capsys.readouterr().out == "SOMETHING_NEW\n"


def test_lists_go_on_with_the_pages_that_follow() -> None:
    call = re.search(r"for item in client\.(\w+)\.(\w+)\(\)", EXAMPLES["Lists"])
    assert call is not None
    with testing.mock_api() as api:
        route = getattr(getattr(api, call[1]), call[2])
        first, last = testing.sample(route_body(call[1], call[2])), testing.sample(route_body(call[1], call[2]))
        items = next(name for name, value in first.items() if isinstance(value, list))
        first["nextPageToken"] = "two"
        last.pop("nextPageToken", None)
        route.respx.mock(side_effect=[httpx.Response(200, json=first), httpx.Response(200, json=last)])
        with sinch_provisioning.Client(project_id="p", access_token="t") as client:
            found = list(getattr(getattr(client, call[1]), call[2])())
    assert len(found) == len(first[items]) + len(last[items]) > 1


def route_body(resource: str, method: str) -> Any:
    module = sys.modules[f"sinch_provisioning.resources.{resource}"]
    return getattr(module, f"_{method.upper()}").by_status["200"].contents[0].codec.type


def test_nothing_leaves_the_mock(api: Any) -> None:
    with (
        pytest.raises((errors.APIConnectionError, respx.models.AllMockedAssertionError)),
        sinch_provisioning.Client(project_id="p", access_token="t") as client,
    ):
        client.request("GET", "/elsewhere", max_retries=0)
