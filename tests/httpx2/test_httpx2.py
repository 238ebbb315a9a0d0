"""The same client on httpx2: the tests of the one on httpx pass."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator import contracting, pipeline
from generator.specs import archive
from tests.httpx2.running import LIBRARY, outcome, ran
from tests.rendered import SPEC, own_settings

INDIFFERENT = {
    "tests/generated/test_webhooks.py": "nothing is sent: messages are read and signed, by clients that are made there",
    "tests/generated/test_testing.py::test_mypy": "it checks the client on httpx, whatever this process imports",
    "tests/generated/test_testing.py::test_pyright": "likewise",
    "tests/generated/test_testing.py::test_every_model_is_built_sent_and_read_back": "a codec's work, where nothing is sent",
    "tests/generated/test_testing.py::test_samples_are_valid_by_the_raw_document": "samples are data",
}
"""Tests of the client, `make test` has run them, that do the same whatever the HTTP library; each with the reason."""

ALONE = """
import sys

from sinch_provisioning import Client, testing

with Client(project_id="p", access_token="t") as client:
    assert "httpx" not in sys.modules
    with testing.mock_api() as api:
        assert client.webhooks.get_webhook("w/1").id
        assert api.webhooks.get_webhook.last_request.path_params["webhookId"] == "w/1"
"""


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
    left_out = [f"--deselect={it}" for it in INDIFFERENT]
    found = outcome("tests/generated", client, *left_out)
    assert " passed" in found and " deselected" in found


def test_neither_the_client_nor_its_mock_needs_httpx_itself(client: Path) -> None:
    """Nothing is replaced here. (respx stands on httpx, but what it mocks does not.)"""
    ran("-c", ALONE, folder=client)
