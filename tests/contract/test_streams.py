"""Streams are held against the document: item by item, in both colours; a package that reads them wrongly departs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import cli
from tests.package.test_streams import DOCUMENT


def _made(folder: Path, version: str) -> Path:
    """A folder with a document and its package."""
    text = DOCUMENT.read_text("utf-8").replace("openapi: 3.1.0", f"openapi: {version}")
    (folder / "openapi.yaml").write_text(text, "utf-8")
    assert cli.run(["generate", *_given(folder)[:2], "--output", str(folder), "--package", "streamed"]) == 0
    return folder


def _given(folder: Path) -> list[str]:
    return ["--spec", str(folder / "openapi.yaml"), "--package", str(folder / "streamed")]


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_streams_hold(version: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["contract", *_given(_made(tmp_path, version))]) == 0
    out = capfd.readouterr().out
    assert " passed" in out
    assert " × " not in out  # nothing is left out


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _made(tmp_path_factory.mktemp("streams"), "3.1.0")


MISTAKES = {
    'self._event, self._data = "", []': 'self._event = self._id = ""\n            self._data = []',
    "self._on_drift(replace(drift, operation=self.title))": "pass",
    "        self._body.answer.response.close()": "        pass",
    "        await self._body.answer.response.aclose()": "        pass",
    "        yield from self._body.end()": "        return",
    "body=content,": "body=b'',",
}
"""What is wrong in the runtime, by what it stands in place of."""


@pytest.mark.parametrize("right", MISTAKES)
def test_a_mistake_departs(made: Path, right: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(made, tmp_path / "p", ignore=shutil.ignore_patterns("__pycache__"))
    module = tmp_path / "p" / "streamed" / "_runtime" / "streams.py"
    text = module.read_text("utf-8")
    assert right in text
    module.write_text(text.replace(right, MISTAKES[right]), "utf-8")
    assert cli.run(["contract", *_given(tmp_path / "p"), "-k", "answers or drift"]) == 1
    assert "operations that depart" in capfd.readouterr().out
