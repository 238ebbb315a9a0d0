"""Clients of small documents, each with something that real ones have: made, imported with all models, held by the contract."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import cli
from generator.contract.findings import Finding
from generator.contract.pair import Pair
from generator.contract.python.package import Package
from tests.contract.holding import held
from tests.documents import read

DOCUMENTS = sorted(Path(__file__).with_name("small").glob("*.yaml"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda it: it.stem)
def test_the_client_keeps_the_contract(document: Path, tmp_path: Path) -> None:
    arguments = ["--spec", str(document), "--output", str(tmp_path), "--package", document.stem]
    assert cli.run(["generate", *arguments]) == 0
    pair = Pair(read(document), Package(tmp_path / document.stem))
    assert [it for it in held(pair) if isinstance(it, Finding)] == []
