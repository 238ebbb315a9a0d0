"""Every archived document keeps its contract with a client of its own, and not with that of another.

The committed client is held against its document by tests/contract.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import contracting, pipeline
from generator.contract.document.raw import RawDocument
from generator.making import Source, overlays_of
from generator.settings import Settings, load_settings
from generator.specs import archive
from tests.documents import read
from tests.versions.differences import differ

ROOT = Path(__file__).parents[2]
SETTINGS = load_settings(ROOT / "pyproject.toml")
COMMITTED = SETTINGS.output / SETTINGS.client.package
VERSIONS = sorted(archive.read_lock(SETTINGS.spec).entries, key=archive.version_key)


def spec(version: str) -> Path:
    return archive.document_path(SETTINGS.spec, archive.find_entry(archive.read_lock(SETTINGS.spec), version))


def raw(version: str) -> RawDocument:
    return read(spec(version), overlays_of(SETTINGS))


OTHERS = [it for it in VERSIONS if spec(it) != contracting.document_of(COMMITTED, SETTINGS)]


@pytest.fixture(scope="module")
def clients(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    """A client of each version, by version."""
    found = dict.fromkeys(VERSIONS, COMMITTED)
    for version in OTHERS:
        folder = tmp_path_factory.mktemp("client")
        settings: Settings = dataclasses.replace(SETTINGS, output=folder)
        source = Source(spec(version), version, overlays_of(settings))
        found[version] = pipeline.generate(source, settings, folder).place
    yield found


def held(version: str, client: Path) -> contracting.Verdict:
    return contracting.verdict(contracting.any_pair(SETTINGS, spec(version), client))


@pytest.mark.parametrize("version", OTHERS)
def test_a_client_keeps_the_contract_of_its_own_document(version: str, clients: dict[str, Path]) -> None:
    verdict = held(version, clients[version])
    assert [it["name"] for it in verdict.departures] == []
    assert [it for it in verdict.excluded if "documentation only" not in it["reason"]] == []
    assert verdict.tests > 1500


def test_an_older_client_departs_in_exactly_what_differs(clients: dict[str, Path]) -> None:
    old, new = raw(VERSIONS[0]), raw(VERSIONS[-1])
    verdict = held(VERSIONS[-1], clients[VERSIONS[0]])
    departs = {
        kind: {it["pointer"] for it in verdict.departures if it["kind"] == kind} for kind in ("operation", "schema")
    }
    operations = {it.pointer for it in new.operations}
    assert departs["operation"] == {it for it in operations if differ(old, new, it)}
    assert departs["schema"] >= {it for it in new.schemas if differ(old, new, it)}
    assert {it for it in departs["schema"] if not differ(old, new, it)} == set()
