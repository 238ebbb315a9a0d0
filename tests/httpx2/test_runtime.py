"""The same runtime on httpx2: the tests of the one on httpx pass, and it is typed as well."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.package.render import runtime_files
from tests.httpx2.running import LIBRARY, outcome, ran


@pytest.fixture
def runtime(tmp_path: Path) -> Path:
    """A folder with the runtime in it."""
    folder = tmp_path / "runtime"
    folder.mkdir()
    for name, content in runtime_files(LIBRARY).items():
        (folder / Path(name).name).write_bytes(content)
    return folder


def test_the_tests_of_the_runtime_pass(runtime: Path) -> None:
    assert " passed" in outcome("tests/runtime", runtime.parent)


def test_the_runtime_is_typed(runtime: Path) -> None:
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    ran("-m", "mypy", "--strict", "--config-file=", "--python-version", version, "runtime", folder=runtime.parent)
    ran("-m", "pyright", "--pythonpath", sys.executable, "--pythonversion", version, "runtime", folder=runtime.parent)
