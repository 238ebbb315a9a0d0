"""The same client on httpx2: the tests of the one on httpx pass, and it is typed as well."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator import pipeline
from generator.package.render import runtime_files
from generator.specs import archive
from tests.rendered import ROOT, SPEC, own_settings

LIBRARY = "httpx2"


def ran(*arguments: str, folder: Path = ROOT) -> str:
    """The output of a module of Python, which must succeed."""
    command = [sys.executable, "-m", *arguments]
    ended = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    if ended.returncode:
        pytest.fail(f"{ended.stdout[-20_000:]}{ended.stderr}", pytrace=False)
    return ended.stdout


def outcome(tests: str, folder: Path) -> str:
    """The output of our tests of a client, or of a runtime, that lies in a folder."""
    options = ["-p", "tests.package.on_httpx2", "-o", f"pythonpath={ROOT} {folder}", "-o", f"cache_dir={folder}/.cache"]
    return ran("pytest", "-q", *options, tests)


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
    ran("mypy", "--strict", "--config-file=", "--python-version", version, "runtime", folder=runtime.parent)
    ran("pyright", "--pythonpath", sys.executable, "--pythonversion", version, "runtime", folder=runtime.parent)


def test_the_tests_of_the_client_pass(tmp_path: Path) -> None:
    own, output = own_settings(), tmp_path / "generated"
    shutil.copytree(SPEC, tmp_path / "spec")
    client = replace(own.client, http_library=LIBRARY)
    settings = replace(
        own, spec=tmp_path / "spec", overlays=tmp_path / "spec" / "overlays", output=output, client=client
    )
    pipeline.regenerate(settings, offline=True, version=archive.read_lock(SPEC).generated)
    assert "import httpx2 as httpx" in (output / client.package / "_runtime" / "transport.py").read_text("utf-8")
    assert " passed" in outcome("tests/generated", output)
