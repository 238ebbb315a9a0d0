"""The same client on httpx2: the tests of the one on httpx pass, and it is typed as well."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator import contracting, pipeline
from generator.package.render import runtime_files
from generator.specs import archive
from tests.rendered import ROOT, SPEC, own_settings

LIBRARY = "httpx2"
ALONE = """
import sys

from sinch_provisioning import Client, testing

with Client(project_id="p", access_token="t") as client:
    assert "httpx" not in sys.modules
    with testing.mock_api() as api:
        assert client.webhooks.get_webhook("w/1").id
        assert api.webhooks.get_webhook.last_request.path_params["webhookId"] == "w/1"
"""


def ran(*arguments: str, folder: Path = ROOT) -> str:
    """The output of Python, which must succeed."""
    command = [sys.executable, "-W", "error", *arguments]
    ended = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    if ended.returncode:
        pytest.fail(f"{ended.stdout[-20_000:]}{ended.stderr}", pytrace=False)
    return ended.stdout


def outcome(tests: str, folder: Path) -> str:
    """The output of our tests of a client, or of a runtime, that lies in a folder."""
    options = ["-p", "tests.httpx2.on_httpx2", "-o", f"pythonpath={ROOT} {folder}", "-o", f"cache_dir={folder}/.cache"]
    return ran("-m", "pytest", "-q", *options, tests)


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


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the client of the committed one's document, which the contract of its calls and messages holds."""
    own, folder = own_settings(), tmp_path_factory.mktemp("client")
    shutil.copytree(SPEC, folder / "spec")
    client = replace(own.client, http_library=LIBRARY)
    settings = replace(own, spec=folder / "spec", output=folder / "generated", client=client)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(contracting, "departures", lambda subject, source: [])
        pipeline.regenerate(settings, offline=True, version=archive.read_lock(SPEC).generated)
    # Schemas are held by what does not know the library, and are as they were.
    assert pipeline.contract(settings, None, None, ["-q", "-k", "test_operation or test_event or test_package"]) == 0
    return settings.output


def test_the_tests_of_the_client_pass(client: Path) -> None:
    assert " passed" in outcome("tests/generated", client)


def test_neither_the_client_nor_its_mock_needs_httpx_itself(client: Path) -> None:
    """Nothing is replaced here. (respx stands on httpx, but what it mocks does not.)"""
    ran("-c", ALONE, folder=client)
