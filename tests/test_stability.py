"""The same meaning gives the same bytes; a small change of the document is a small change of the package."""

from __future__ import annotations

import difflib
import os
import random
import subprocess
import sys
from typing import Any

import pytest

from generator.document.load import Document, read
from tests.api.documents import document, shuffled
from tests.rendered import ROOT, SPEC, own_settings, rendered

NEWEST = SPEC / "1.2.36" / "openapi.yaml"

_DIGEST = """
import hashlib, json
from generator.document.load import read
from tests.rendered import SPEC, own_settings, rendered
files, pins = rendered(read(SPEC / "1.2.36" / "openapi.yaml"), own_settings())
print(hashlib.sha256(json.dumps([files, pins.to_json()]).encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def original() -> tuple[Document, dict[str, str]]:
    value = read(NEWEST)
    return value, rendered(value, own_settings())[0]


@pytest.mark.parametrize("seed", [1, 2])
def test_another_order_of_the_document_changes_no_byte(original: tuple[Document, dict[str, str]], seed: int) -> None:
    """Paths, components, properties, everything in an object: permuted."""
    other = document(shuffled(original[0].value, random.Random(seed)))
    assert rendered(other, own_settings())[0] == original[1]


def test_the_hash_seed_changes_no_byte() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", _DIGEST],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_an_inserted_operation_changes_its_own_lines_only(original: tuple[Document, dict[str, str]]) -> None:
    before, files = original
    path = "/v1/projects/{projectId}/webhooks/{webhookId}"
    operation: dict[str, Any] = {
        **before.value["paths"][path]["get"],
        "operationId": "WebhookController_inspectWebhook_v1",
    }
    paths = {f"{path}/inspect": {"get": operation}, **before.value["paths"]}
    pins = rendered(before, own_settings())[1]
    after = rendered(Document({**before.value, "paths": paths}, "grown.yaml"), own_settings(), pins)[0]
    changed = {path for path in after if after[path] != files.get(path)}
    assert changed == {"resources/webhooks.py", "API.md", "testing/__init__.py", "testing/samples.json"}
    for path in changed:
        removed, added = _difference(files[path], after[path])
        assert removed == []
        assert added
        assert any("inspect" in line for line in added)


def test_a_new_property_changes_its_own_lines_only(original: tuple[Document, dict[str, str]]) -> None:
    before, files = original
    schemas = before.value["components"]["schemas"]
    changed = {**schemas["WebhookWebhookDto"]}
    changed["properties"] = {"aNewOne": {"type": "string", "description": "New."}, **changed["properties"]}
    components = {**before.value["components"], "schemas": {**schemas, "WebhookWebhookDto": changed}}
    after = rendered(Document({**before.value, "components": components}, "grown.yaml"), own_settings())[0]
    data = "testing/samples.json"
    assert {path for path in after if after[path] != files.get(path)} == {"models/webhooks.py", data}
    assert all("aNewOne" in line for line in _difference(files[data], after[data])[1])
    removed, added = _difference(files["models/webhooks.py"], after["models/webhooks.py"])
    assert (removed, len(added)) == ([], 2)


def _difference(before: str, after: str) -> tuple[list[str], list[str]]:
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))[2:]
    return [line for line in lines if line.startswith("-")], [line for line in lines if line.startswith("+")]
