"""Every feature is served as the README says: `make support`. With UPDATE_CASES=1 the README says what is served."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.rendered import ROOT
from tests.support.areas import CASES, Area, tried
from tests.support.page import page, replaced

README = ROOT / "README.md"

NAMES = ("schemas", "schemas_3_0", "parameters", "bodies", "responses", "messages", "access", "files")


@pytest.fixture(scope="module")
def areas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Area]:
    return {name: tried(CASES / name, tmp_path_factory.mktemp(name)) for name in NAMES}


def test_every_folder_is_an_area() -> None:
    assert sorted(NAMES) == sorted(path.name for path in CASES.iterdir())


def test_every_client_keeps_its_contract(areas: dict[str, Area]) -> None:
    assert {name: area.verdict.departures for name, area in areas.items()} == dict.fromkeys(NAMES, ())


def test_the_readme_lists_what_is_served(areas: dict[str, Area]) -> None:
    readme = README.read_text("utf-8")
    expected = replaced(readme, page(areas[name] for name in NAMES))
    if os.environ.get("UPDATE_CASES"):
        README.write_text(expected, encoding="utf-8")
    else:
        assert readme == expected


def test_a_document_that_is_not_served_as_a_whole_is_noticed(tmp_path: Path) -> None:
    """The page is made of what happens: a limit that comes up is in it."""
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / "openapi.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: Odd, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    Odd:\n"
        "      x-feature: links\n      type: object\n      properties: {a: {type: string, format: email}}\n"
    )
    assert tried(folder, tmp_path).features["links"]
