"""The archives in environments of their own, with the lowest and with the newest libraries that their metadata allow.

What is installed comes from the package index; the lowest versions are read from the wheel, so that a bound is always
what was tried.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import pytest
from packaging.metadata import Metadata
from packaging.requirements import Requirement
from packaging.version import Version

from generator import distribution
from tests.rendered import own_settings

ALONE = """
from importlib.metadata import distributions

from sinch_provisioning import Client, testing, webhooks

Client(project_id="p", access_token="t").close()
try:
    testing.mock_api()
except ImportError as missing:
    assert "respx" in str(missing)
    print(*sorted(it.name for it in distributions()))
"""
SMOKE = Path(__file__).parent / "smoke.py"


@dataclass(frozen=True)
class Environment:
    """An empty environment. Nothing of the one that runs the tests, or of this repository, can be imported in it."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"

    def install(self, *wanted: str) -> None:
        # pip of the environment that runs the tests: a new one would take seconds to install.
        pip = [sys.executable, "-m", "pip", "--python", str(self.python), "--disable-pip-version-check"]
        ran(*pip, "install", "--quiet", "--no-compile", *wanted)

    def smoke(self) -> dict[str, Version]:
        """The versions of the libraries that the smoke program has run with."""
        printed = ran(str(self.python), "-I", "-B", "-W", "error", str(SMOKE), folder=self.folder)
        return {name: Version(text) for name, text in json.loads(printed).items()}


def ran(*command: str, folder: Path | None = None) -> str:
    """The output of a program, which must succeed."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    ended = subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)
    if ended.returncode:
        pytest.fail(f"{ended.stdout[-20_000:]}{ended.stderr[-20_000:]}", pytrace=False)
    return ended.stdout


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The source distribution and the wheel of the committed client."""
    source, wheel = distribution.build(own_settings(), tmp_path_factory.mktemp("archives")).files
    return source, wheel


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    venv.create(tmp_path / "env", symlinks=sys.platform != "win32")
    return Environment(tmp_path / "env")


def required(wheel: Path) -> list[Requirement]:
    with zipfile.ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        return Metadata.from_email(archive.read(name)).requires_dist or []


def lowest(wheel: Path) -> dict[str, Version]:
    """The lowest version of each library that a wheel asks for."""
    bounds = {it.name: [one.version for one in it.specifier if one.operator == ">="] for it in required(wheel)}
    return {name: Version(version) for name, [version] in bounds.items()}


def test_the_lowest_libraries(archives: tuple[Path, Path], environment: Environment) -> None:
    bounds = lowest(archives[1])
    assert bounds.keys() == {"httpx", "pydantic", "respx"}
    environment.install(f"{archives[1]}[testing]", *(f"{name}=={version}" for name, version in bounds.items()))
    assert environment.smoke() == bounds


def test_the_newest_libraries(archives: tuple[Path, Path], environment: Environment) -> None:
    environment.install(str(archives[1]))
    names = ran(str(environment.python), "-I", "-B", "-W", "error", "-c", ALONE, folder=environment.folder).split()
    assert {"httpx", "pydantic", "sinch-provisioning-client"} <= set(names)
    assert "respx" not in names
    environment.install(f"{archives[1]}[testing]")
    for name, found in environment.smoke().items():
        assert found >= Version(metadata.version(name)), name


def test_the_source_distribution(archives: tuple[Path, Path], environment: Environment) -> None:
    environment.install(f"{archives[0]}[testing]")
    assert environment.smoke()
