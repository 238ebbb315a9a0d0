"""Packages of documents whose answers are streams: what their methods return, what is in them, and their mock."""

from __future__ import annotations

import importlib
import inspect
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import cli

DOCUMENT = Path(__file__).parents[1] / "cases" / "streams" / "openapi.yaml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the package `streamed` is."""
    found = tmp_path_factory.mktemp("streams")
    assert cli.run(["generate", "--spec", str(DOCUMENT), "--output", str(found), "--package", "streamed"]) == 0
    return found


@pytest.fixture(scope="module")
def package(folder: Path) -> Iterator[Any]:
    sys.path.insert(0, str(folder))
    try:
        yield importlib.import_module("streamed")
    finally:
        sys.path.remove(str(folder))
        for name in [name for name in sys.modules if name.partition(".")[0] == "streamed"]:
            del sys.modules[name]


RETURNED = {
    "complete": "Any",
    "dump": "Stream[Any]",
    "export_steps": "Stream[Step] | Problem",
    "read_log": "Stream[ServerSentEvent[str]]",
    "read_names": "Stream[str]",
    "read_news": "Stream[ServerSentEvent[str]]",
    "read_records": "Stream[RunsReadRecordsResponseItem]",
    "watch_run": "Stream[ServerSentEvent[Step]]",
}


def test_what_methods_return(package: Any) -> None:
    module = importlib.import_module("streamed.resources.runs")
    for cls, wanted in ((module.RunsResource, "Stream["), (module.AsyncRunsResource, "AsyncStream[")):
        found = {name: inspect.signature(getattr(cls, name)).return_annotation for name in RETURNED}
        assert found == {name: text.replace("Stream[", wanted) for name, text in RETURNED.items()}
    assert package.Stream.__module__ == "streamed._runtime.streams"


def test_a_stream_is_asked_for_where_there_is_nothing_else(package: Any) -> None:
    module = importlib.import_module("streamed.resources.runs")
    choosing = importlib.import_module("streamed._runtime.choosing").choosing
    assert choosing(module._COMPLETE).accept == "application/json"
    assert module._WATCH_RUN.accept == "text/event-stream, application/json"


def test_a_mock_answers_with_items(package: Any, folder: Path) -> None:
    testing = importlib.import_module("streamed.testing")
    step = package.models.Step
    with testing.mock_api() as api, package.Client() as client:
        with client.runs.watch_run("1") as found:
            assert [it.data for it in found] == [step(number=1, state="running")] * 2
        assert [it.data for it in client.runs.read_log()] == ["text", "text"]
        assert all(type(it).__name__ == "Step" for it in client.runs.read_records())
        api.runs.watch_run.returns([step(number=7), {"number": 8}])
        assert [it.data.number for it in client.runs.watch_run("1")] == [7, 8]
        api.runs.read_names.returns(["a", "b"])
        assert list(client.runs.read_names()) == ["a", "b"]
        api.runs.read_log.returns(["a", "b"])
        assert [it.data for it in client.runs.read_log()] == ["a", "b"]
        api.runs.export_steps.returns(b'{"number": 9}')
        assert list(client.runs.export_steps({})) == [step(number=9)]


def test_the_readme_shows_a_stream_that_runs(package: Any, folder: Path) -> None:
    text = (folder / "streamed" / "README.md").read_text("utf-8")
    source = text.partition("## Streams")[2].partition("```python\n")[2].partition("```")[0]
    testing = importlib.import_module("streamed.testing")
    with testing.mock_api():
        exec(compile(source, "README.md", "exec"), {})
    assert "`ServerSentEvent` has" in (folder / "streamed" / "API.md").read_text("utf-8")


def test_type_checkers_accept_it(folder: Path) -> None:
    (folder / "use.py").write_text(
        "from streamed import AsyncClient, Client\n"
        "from streamed.models import Step\n"
        "def use(client: Client) -> list[Step]:\n"
        "    with client.runs.watch_run('1') as found:\n"
        "        return [event.data for event in found]\n"
        "async def use_async(client: AsyncClient) -> list[Step]:\n"
        "    async with await client.runs.watch_run('1') as found:\n"
        "        return [event.data async for event in found]\n"
        "def raw(client: Client) -> list[Step]:\n"
        "    return [event.data for event in client.runs.with_raw_response.watch_run('1').parse()]\n"
    )
    for command in (
        ["mypy", "--strict", "--cache-dir=/dev/null", "streamed", "use.py"],
        ["pyright", "--pythonpath", sys.executable, "streamed", "use.py"],
    ):
        done = subprocess.run([sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


def test_a_package_without_streams_has_nothing_of_them(tmp_path: Path) -> None:
    text = DOCUMENT.read_text("utf-8")
    text = text.replace("title: Streams", "title: Runs")
    step = "{schema: {$ref: '#/components/schemas/Step'}}"
    plain = f"paths:\n  /step:\n    get: {{responses: {{'200': {{description: One., content: {{application/json: {step}}}}}}}}}\n"
    (tmp_path / "a.yaml").write_text(text[: text.index("paths:")] + plain + text[text.index("components:") :])
    given = ["generate", "--spec", str(tmp_path / "a.yaml"), "--output", str(tmp_path), "--package", "plain"]
    assert cli.run(given) == 0
    assert not (tmp_path / "plain" / "_runtime" / "streams.py").exists()
    for file in (tmp_path / "plain").rglob("*"):
        if file.suffix in (".md", ".py") and "_runtime" not in file.parts:
            assert "Stream" not in file.read_text("utf-8"), file
