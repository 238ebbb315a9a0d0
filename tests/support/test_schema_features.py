"""What JSON Schema has, feature by feature: one client of all of them imports, is typed and is held by its contract.

Each folder of `tests/cases/schemas` has the schemas of one feature, `Thing` among them. `expected.txt` is what the contract
leaves out, by the reason it gives.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator import cli
from generator.document import load
from tests.golden import agrees
from tests.rendered import ROOT

CASES = ROOT / "tests/cases/schemas"
MANY: dict[str, dict[str, Any]] = {
    "thousand-values": {
        "Thing": {
            "type": "object",
            "properties": {
                "texts": {"type": "string", "enum": [f"value {index}" for index in range(1000)]},
                "numbers": {"type": "integer", "enum": list(range(-500, 500))},
            },
        }
    },
    "many-fields": {
        "Thing": {"type": "object", "properties": {f"field{index}": {"type": "string"} for index in range(300)}}
    },
}
"""Schemas whose size is the point."""


def features() -> dict[str, dict[str, Any]]:
    """The schemas of each feature."""
    return {
        folder.name: load.read(folder / "schemas.yaml").value for folder in sorted(CASES.iterdir()) if folder.is_dir()
    } | MANY


def document() -> dict[str, Any]:
    """One document with the schemas of every feature, and an operation for each that sends and reads its `Thing`."""
    schemas: dict[str, Any] = {}
    paths: dict[str, Any] = {}
    for feature, found in features().items():
        prefix = f"#/components/schemas/{feature}-"
        moved = json.loads(json.dumps(found).replace("#/components/schemas/", prefix))
        schemas |= {f"{feature}-{name}": schema for name, schema in moved.items()}
        content = {"content": {"application/json": {"schema": {"$ref": f"{prefix}Thing"}}}}
        responses = {"200": {"description": "The same", **content}}
        operation = {
            "operationId": f"send-{feature}",
            "tags": ["Features"],
            "requestBody": content,
            "responses": responses,
        }
        paths[f"/{feature}"] = {"post": operation}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Features", "version": "1"},
        "servers": [{"url": "https://features.example"}],
        "tags": [{"name": "Features"}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("features")
    (folder / "openapi.json").write_text(json.dumps(document()), encoding="utf-8")
    options = ["--spec", str(folder / "openapi.json"), "--output", str(folder), "--package", "features"]
    assert cli.run(["generate", *options]) == 0
    return folder


def test_contract(made: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code = cli.run(["contract", "--spec", str(made / "openapi.json"), "--package", str(made / "features")])
    said = capfd.readouterr().out
    assert code == 0, said
    left_out = [line.strip() for line in said.splitlines() if " × " in line]
    assert agrees(CASES / "expected.txt", "\n".join([*sorted(left_out), ""]))


@pytest.mark.parametrize("name", ["assertions.py", "tuples.py"])
def test_few_documents_need_them(name: str, made: Path) -> None:
    assert (made / "features/_runtime" / name).exists()
    assert not (CASES.parents[2] / "generated/sinch_provisioning/_runtime" / name).exists()


def test_types(made: Path) -> None:
    options = ("--strict", "--no-error-summary", "--cache-dir=/dev/null")
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", *options, "features"], cwd=made, capture_output=True, text=True, check=False
    )
    assert (checked.returncode, checked.stdout) == (0, "")
