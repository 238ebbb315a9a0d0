"""Change reports as commands: which documents, which output, which exit code, and what is committed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator import cli, pipeline, reporting
from generator.cli import changes
from generator.package import manifest
from generator.settings import Settings
from generator.specs import archive
from generator.workers import Pool
from tests.projects import archived, document, encoded, project, snapshot


@pytest.fixture(autouse=True)
def _no_helpers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "pool", lambda: Pool(0))


def older() -> dict[str, Any]:
    return document("1.0.0", cats="listCats")


def newer(version: str = "1.1.0") -> dict[str, Any]:
    found = document(version, dogs="listDogs")
    found["components"]["schemas"]["Pet"]["required"] = []
    return found


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A project with two archived versions, and the same two documents as files; it is the current folder."""
    found = project(tmp_path, older(), newer())
    (tmp_path / "old.json").write_bytes(encoded(older()))
    (tmp_path / "new.json").write_bytes(encoded(newer()))
    monkeypatch.chdir(tmp_path)
    return found


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> Any:
    assert cli.run(["diff", *arguments, "--format", "json"]) == code
    return json.loads(capsys.readouterr().out)


# ── which documents ──


def test_without_arguments_it_is_the_newest_step(here: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    archived(here.root, newer("1.10.0"))
    found = as_json(capsys)
    assert (found["old"]["version"], found["new"]["version"]) == ("1.1.0", "1.10.0")
    assert found["changes"] == []


@pytest.mark.parametrize("names", [("1.0.0", "1.1.0"), ("old.json", "new.json"), ("1.0.0", "new.json")])
def test_versions_and_files_can_be_named(
    here: Settings, capsys: pytest.CaptureFixture[str], names: tuple[str, str]
) -> None:
    found = as_json(capsys, *names)
    assert {it["id"] for it in found["changes"]} >= {"operation-added", "operation-removed", "property-became-optional"}
    assert found["package"] == ("client" if names[0] == "old.json" else "pets_client")


def test_one_document_alone_is_wrong_usage(here: Settings) -> None:
    assert cli.run(["diff", "1.0.0"]) == 2


def test_what_is_neither_file_nor_version_is_told_with_the_versions(
    here: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["diff", "1.0.0", "9.9"]) == 2
    shown = capsys.readouterr()
    assert "9.9:1:1: error[file-not-found]" in shown.err
    assert "those are 1.0.0, 1.1.0" in shown.err
    assert shown.out == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-file"),
        ("[1, 2]", "not-an-object"),
        ("{", "json-syntax"),
        ('{"swagger": "2.0", "paths": {}}', "not-openapi"),
        ('{"hello": 1}', "not-openapi"),
        ('{"openapi": "4.0.0", "paths": {}}', "not-openapi"),
        ('{"openapi": "3.1.0", "info": {}}', "nothing-to-compare"),
        ('{"openapi": "3.1.0", "paths": []}', "nothing-to-compare"),
        ("<html></html>", "not-a-document"),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_document_that_cannot_be_used_is_no_empty_report(
    here: Settings, capsys: pytest.CaptureFixture[str], text: str, code: str, form: str
) -> None:
    (here.root / "wrong.json").write_text(text)
    for names in (("wrong.json", "new.json"), ("old.json", "wrong.json")):
        assert cli.run(["diff", *names, "--format", form]) == 2
        shown = capsys.readouterr()
        assert f"error[{code}]" in shown.err
        assert shown.out == ""


def test_half_of_a_document_is_compared_and_the_rest_told(here: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    broken = newer()
    broken["paths"]["/dogs"]["get"]["responses"] = ["nothing"]
    broken["paths"]["/pets/{petId}"]["get"]["parameters"].append({"$ref": "#/components/parameters/none"})
    (here.root / "half.json").write_bytes(encoded(broken))
    found = as_json(capsys, "old.json", "half.json")
    assert {it["id"] for it in found["changes"]} >= {"operation-added", "property-became-optional"}
    assert found["warnings"]
    assert all(it["line"] for it in found["warnings"])
    assert found["summary"]["python"]["compared"] is False


# ── gates and outputs ──


@pytest.mark.parametrize(
    ("names", "gate", "code"),
    [
        (("1.0.0", "1.1.0"), None, 0),
        (("1.0.0", "1.1.0"), "breaking", 1),
        (("1.0.0", "1.1.0"), "warning", 1),
        (("1.1.0", "1.1.0"), "warning", 0),
    ],
)
def test_a_gate_decides_the_exit_code(here: Settings, names: tuple[str, str], gate: str | None, code: int) -> None:
    assert cli.run(["diff", *names, *(["--fail-on", gate] if gate else [])]) == code


def test_what_is_approved_passes_the_gate(here: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys)
    entries = [
        f'[[approval]]\nfingerprint = "{it["fingerprint"]}"\nreason = "agreed"\nwho = "jo"\n' for it in found["changes"]
    ]
    (here.spec / "approvals.toml").write_text("\n".join(entries))
    assert cli.run(["diff", "--fail-on", "warning"]) == 0
    (here.spec / "approvals.toml").write_text("\n".join(entries[1:]))
    assert cli.run(["diff", "--fail-on", "breaking"]) == 1


def test_wrong_approvals_are_an_error_with_a_place(here: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    (here.spec / "approvals.toml").write_text("[[approval]]\n")
    assert cli.run(["diff"]) == 1
    assert "approvals.toml:1:1: error[invalid-approval]" in capsys.readouterr().err


@pytest.mark.parametrize("form", changes.FORMATS)
def test_every_format_is_the_same_each_time(here: Settings, form: str) -> None:
    for name in ("a", "b"):
        assert cli.run(["diff", "--format", form, "--output", f"out/{name}"]) == 0
    assert Path("out/a").read_bytes() == Path("out/b").read_bytes()
    assert str(here.root) not in Path("out/a").read_text()


def test_an_output_that_cannot_be_written_is_told(here: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["diff", "--output", "pyproject.toml/x"]) == 1
    assert "error[cannot-write]" in capsys.readouterr().err


def test_uses_are_lines_of_that_repository(here: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    shop = here.root / "shop"
    shop.mkdir()
    (shop / "app.py").write_text("from pets_client import Client\n\nprint(Client().pets.list_cats())\n")
    found = as_json(capsys, "--uses", "shop")
    (gone,) = [it for it in found["changes"] if it["id"] == "operation-removed"]
    assert [(it["file"], it["line"], it["symbol"].rpartition(".")[2]) for it in gone["uses"]] == [
        ("app.py", 3, "list_cats")
    ]
    assert found["summary"]["files"] == 1


# ── packages ──


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a generated package of each version, `1.0.0` and `1.1.0`."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "pool", lambda: Pool(0))
        settings = project(folder, older(), newer())
        for version in ("1.0.0", "1.1.0"):
            pipeline.regenerate(settings, version=version)
            shutil.copytree(settings.output / "pets_client", folder / version)
    return folder


def of_packages(made: Path, old: Path) -> set[tuple[str, str]]:
    found = reporting.packages(project(made), old, made / "1.1.0")
    return {(it.id, one.symbol) for it in found.changes for one in it.python}


def test_packages_of_one_toolchain_differ_by_their_documents(made: Path) -> None:
    found = of_packages(made, made / "1.0.0")
    assert ("operation-removed", "resources.pets.PetsResource.list_cats") in found
    assert not [it for it in found if it[0].startswith("toolchain-")]


def test_what_another_toolchain_did_is_told_apart(made: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(made / "1.0.0", other)
    recorded = json.loads((other / manifest.NAME).read_text())
    recorded["surface"]["models.Problem.message"][1] = "bytes"
    (other / manifest.NAME).write_text(json.dumps(recorded))
    found = of_packages(made, other)
    assert {it for it in found if it[0].startswith("toolchain-")} == {
        ("toolchain-model-changed", "models.Problem.message")
    }
    assert found > of_packages(made, made / "1.0.0")


def test_a_folder_that_is_no_package_is_told(here: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["diff", "--package", "spec", "spec"]) == 1
    assert "error[no-package]" in capsys.readouterr().err


def test_a_manifest_without_surface_is_told(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = tmp_path / "old"
    shutil.copytree(made / "1.0.0", old)
    recorded = json.loads((old / manifest.NAME).read_text())
    del recorded["surface"]
    (old / manifest.NAME).write_text(json.dumps(recorded))
    config = ["--config", str(made / "pyproject.toml")]
    assert cli.run(["diff", "--package", str(old), str(made / "1.1.0"), *config]) == 1
    assert "error[no-surface]" in capsys.readouterr().err


# ── committed reports ──


def test_regenerate_writes_the_report_of_the_step_it_makes(made: Path) -> None:
    reports = made / "generated" / "reports"
    names = {path.relative_to(reports).as_posix() for path in reports.rglob("*") if path.is_file()}
    assert names == {
        "CHANGELOG.md",
        *(f"1.1.0/{it}" for it in ("changes.md", "changes.html", "changes.json", "changelog.md")),
    }
    assert "## 1.1.0" in (reports / "CHANGELOG.md").read_text()


def test_report_writes_what_regenerate_wrote(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = snapshot(made / "generated" / "reports")
    assert cli.run(["report", "--config", str(made / "pyproject.toml")]) == 0
    assert "5 files, 0 of them changed" in capsys.readouterr().out
    assert snapshot(made / "generated" / "reports") == before


def test_report_mends_what_was_edited(made: Path, tmp_path: Path) -> None:
    settings = project(tmp_path, older(), newer())
    reporting.write(settings, reporting.all_steps(settings))
    before = snapshot(settings.output)
    (settings.output / "reports" / "1.1.0" / "changes.md").write_text("edited")
    assert reporting.write(settings, reporting.all_steps(settings)) == ["1.1.0/changes.md"]
    assert snapshot(settings.output) == before


def test_a_report_that_cannot_be_made_leaves_the_client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = project(tmp_path, older())
    pipeline.regenerate(settings, offline=True)
    archived(settings.root, newer())
    before = snapshot(settings.output)
    lock = archive.read_lock(settings.spec).generated

    def fails(*_: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(reporting, "step_to", fails)
    with pytest.raises(KeyboardInterrupt):
        pipeline.regenerate(settings, offline=True)
    assert snapshot(settings.output) == before
    assert archive.read_lock(settings.spec).generated == lock
