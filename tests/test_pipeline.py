"""The commands as wholes: what they write, what they leave alone, what they refuse."""

from __future__ import annotations

import ast
import dataclasses
import hashlib
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.diagnostics import Diagnostic, ProvgenError, Severity
from generator.making import Source
from generator.package import format as formatting
from generator.package import importing, inputs, manifest
from generator.package.format import Formatter
from generator.settings import Settings, default_settings
from generator.specs import archive
from generator.workers import Job, Pool
from tests.projects import SETTINGS, archived, document, encoded, project, snapshot

pytestmark = pytest.mark.usefixtures("without_contract")

ONE, TWO = document("1.0.0"), document("1.1.0", dogs="listDogs")


@pytest.fixture(autouse=True)
def _no_helpers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small documents are done sooner than a helper starts."""
    monkeypatch.setattr(pipeline, "pool", lambda: Pool(0))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose client is made from its newest document."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "pool", lambda: Pool(0))
        pipeline.regenerate(project(folder, ONE, TWO), offline=True)
    return folder


@pytest.fixture
def settings(made: Path, tmp_path: Path) -> Settings:
    """A copy of that project."""
    shutil.copytree(made, tmp_path / "p", ignore=shutil.ignore_patterns("__pycache__"))
    return project(tmp_path / "p")


def client(settings: Settings) -> Path:
    return settings.output / settings.client.package


def codes(error: pytest.ExceptionInfo[ProvgenError]) -> list[str]:
    return [d.code for d in error.value.diagnostics]


def methods(folder: Path, class_name: str) -> set[str]:
    tree = ast.parse((folder / "resources" / "pets.py").read_text())
    (found,) = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == class_name]
    return {node.name for node in found.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))}


class Stages:
    def __init__(self) -> None:
        self.seen: list[str] = []

    def __call__(self, stage: str) -> None:
        self.seen.append(stage)


# ── generate ──


@pytest.fixture
def source(tmp_path: Path) -> Source:
    path = tmp_path / "pets.json"
    path.write_bytes(encoded(ONE))
    return Source(path, "pets.json")


def test_generate_writes_a_package_that_can_be_imported(source: Source, tmp_path: Path) -> None:
    stages = Stages()
    outcome = pipeline.generate(source, default_settings("pets"), tmp_path / "out", progress=stages)
    assert (outcome.operations, outcome.version) == (1, "1.0.0")
    assert set(outcome.difference.added) == set(snapshot(tmp_path / "out" / "pets"))
    assert stages.seen == ["read", "name", "models", "validate", "operations", "format", "import", "swap"]
    code = "import pets; print(pets.Client.__name__, pets.models.Pet(name='x').name)"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path / "out", capture_output=True, text=True, check=True
    )
    assert result.stdout == "Client x\n"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["pets"]


def test_generate_gives_the_same_bytes_anywhere_and_with_helpers(
    source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.generate(source, default_settings("pets"), tmp_path / "a")
    monkeypatch.setattr(pipeline, "pool", lambda: Pool(2))
    elsewhere = tmp_path / "else where"
    elsewhere.mkdir()
    shutil.copy(source.path, elsewhere / "other name.json")
    monkeypatch.chdir(elsewhere)
    pipeline.generate(Source(elsewhere / "other name.json", "x"), default_settings("pets"), elsewhere / "b")
    assert snapshot(tmp_path / "a") == snapshot(elsewhere / "b")


def test_the_manifest_says_what_the_package_was_made_from(source: Source, tmp_path: Path) -> None:
    pipeline.generate(source, default_settings("pets"), tmp_path)
    folder = tmp_path / "pets"
    written = manifest.parse((folder / manifest.NAME).read_bytes())
    assert manifest.verify(written, snapshot(folder)).empty
    assert written.inputs.document == archive.sha256(encoded(ONE))
    assert set(written.inputs.engines) == {"black", "datamodel-code-generator", "jinja2"}
    assert written.symbols["models.Pet"] == "/components/schemas/Pet"
    assert written.symbols["resources.pets.PetsResource.get_pet"] == "/paths/~1pets~1{petId}/get"
    assert written.symbols["resources.pets.AsyncPetsResource.get_pet"] == "/paths/~1pets~1{petId}/get"
    assert str(tmp_path) not in (folder / manifest.NAME).read_text()


def test_every_symbol_of_the_manifest_is_there(source: Source, tmp_path: Path) -> None:
    with_event = document()
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}
    with_event["webhooks"] = {"petBorn": {"post": {"requestBody": body, "responses": {"204": {"description": "ok"}}}}}
    source.path.write_bytes(encoded(with_event))
    pipeline.generate(source, default_settings("pets"), tmp_path / "out")
    symbols = manifest.parse((tmp_path / "out" / "pets" / manifest.NAME).read_bytes()).symbols
    assert any(symbol.startswith("events.") for symbol in symbols)
    assert "models.Pet.name" in symbols
    code = (
        "import sys, importlib, functools, json\n"
        "def member(owner, name):\n"
        "    fields = getattr(owner, 'model_fields', {})\n"
        "    return fields[name] if name in fields else getattr(owner, name)\n"
        "for symbol in json.loads(sys.argv[1]):\n"
        "    module, *names = symbol.split('.')\n"
        "    if module == 'resources': module += '.' + names.pop(0)\n"
        "    functools.reduce(member, names, importlib.import_module('pets.' + module))\n"
    )
    subprocess.run([sys.executable, "-c", code, json.dumps(list(symbols))], cwd=tmp_path / "out", check=True)


def test_generate_twice_changes_nothing_and_formats_nothing(source: Source, tmp_path: Path) -> None:
    pipeline.generate(source, default_settings("pets"), tmp_path)
    inodes = {path: path.stat().st_ino for path in (tmp_path / "pets").rglob("*")}
    outcome = pipeline.generate(source, default_settings("pets"), tmp_path)
    assert outcome.difference.empty
    assert outcome.formatted == 0
    assert {path: path.stat().st_ino for path in (tmp_path / "pets").rglob("*")} == inodes


def test_generate_refuses_a_folder_of_the_users_before_any_work(source: Source, tmp_path: Path) -> None:
    (tmp_path / "pets").mkdir()
    (tmp_path / "pets" / "mine.py").write_text("mine")
    stages = Stages()
    with pytest.raises(ProvgenError) as caught:
        pipeline.generate(source, default_settings("pets"), tmp_path, progress=stages)
    assert codes(caught) == ["foreign-folder"]
    assert stages.seen == []
    pipeline.generate(source, default_settings("pets"), tmp_path, force=True)
    assert not (tmp_path / "pets" / "mine.py").exists()


@pytest.mark.parametrize("damage", ["paths", "info", "reference"])
@pytest.mark.parametrize("helpers", [0, 1])
def test_an_invalid_document_changes_nothing(
    source: Source, tmp_path: Path, damage: str, helpers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "pool", lambda: Pool(helpers))
    value: dict[str, Any] = document()
    if damage == "reference":
        value["components"]["schemas"]["Pet"]["properties"]["name"] = {"$ref": "#/components/schemas/Nobody"}
    elif damage == "paths":
        value["paths"]["/pets/{petId}"]["get"]["responses"] = 3
    else:
        del value["info"]["title"]
    source.path.write_bytes(encoded(value))
    before = snapshot(tmp_path)
    with pytest.raises(ProvgenError) as caught:
        pipeline.generate(source, default_settings("pets"), tmp_path / "out")
    assert all(d.location and d.location.file == "pets.json" for d in caught.value.diagnostics)
    assert snapshot(tmp_path) == before
    assert not (tmp_path / "out").exists()


def test_a_stage_that_fails_on_an_invalid_document_does_not_hide_what_is_wrong_with_it(
    source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.api import build

    def stumble(*_: object) -> None:
        raise RecursionError("oh")

    monkeypatch.setattr(build, "build", stumble)
    with pytest.raises(RecursionError):
        pipeline.generate(source, default_settings("pets"), tmp_path)
    value = document()
    del value["info"]["title"]
    source.path.write_bytes(encoded(value))
    with pytest.raises(ProvgenError):
        pipeline.generate(source, default_settings("pets"), tmp_path)


# ── regenerate ──


def test_regenerate_makes_the_newest_and_records_it(settings: Settings) -> None:
    lock = archive.read_lock(settings.spec)
    assert lock.generated == "1.1.0"
    assert lock.names["resources"]
    assert methods(client(settings), "PetsResource") == {"get_pet", "list_dogs"}


def test_regenerate_with_nothing_changed_does_nothing(settings: Settings) -> None:
    before, stages = snapshot(settings.root), Stages()
    outcome = pipeline.regenerate(settings, offline=True, progress=stages)
    assert outcome.difference.empty and outcome.difference.unchanged
    assert stages.seen == []
    assert snapshot(settings.root) == before


def test_doing_nothing_needs_no_heavy_library(settings: Settings) -> None:
    code = (
        "import sys; from pathlib import Path; from generator import pipeline; from generator.settings import load_settings\n"
        "assert not pipeline.regenerate(load_settings(Path(sys.argv[1])), offline=True).operations\n"
        "heavy = {'black', 'datamodel_code_generator', 'openapi_spec_validator', 'jinja2', 'httpx', 'pydantic', 'yaml'}\n"
        "sys.exit(', '.join(heavy & sys.modules.keys()) or 0)"
    )
    subprocess.run([sys.executable, "-c", code, str(settings.root / "pyproject.toml")], check=True)


def test_regenerate_can_go_back_and_forth(settings: Settings) -> None:
    before = snapshot(settings.root)
    outcome = pipeline.regenerate(settings, version="1.0.0")
    assert outcome.version == "1.0.0"
    assert methods(client(settings), "AsyncPetsResource") == {"get_pet"}
    assert archive.read_lock(settings.spec).generated == "1.0.0"
    pipeline.regenerate(settings, offline=True)
    assert snapshot(settings.root) == before


def test_regenerate_formats_only_what_changed(settings: Settings) -> None:
    archived(settings.root, document("1.2.0", dogs="listDogs", cats="listCats"))
    outcome = pipeline.regenerate(settings, offline=True)
    assert "resources/pets.py" in outcome.difference.changed
    assert "models/__init__.py" in outcome.difference.unchanged
    assert 0 < outcome.formatted < len(outcome.difference.unchanged)


def test_models_are_not_rendered_again_from_the_same_schemas(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.package import models

    calls: list[set[str]] = []
    real = models.order

    def counted(api: Any, modules: set[str]) -> models.Order:
        calls.append(modules)
        return real(api, modules)

    monkeypatch.setattr(models, "order", counted)
    newer = document("1.2.0", dogs="listDogs", cats="listCats")
    archived(settings.root, newer)
    pipeline.regenerate(settings, offline=True)
    assert calls == []
    made = snapshot(client(settings))
    shutil.rmtree(client(settings))
    pipeline.regenerate(settings, offline=True)
    assert (calls, snapshot(client(settings))) == ([{"pets"}], made)
    newer["components"]["schemas"]["Pet"]["properties"]["age"]["description"] = "In years."
    archived(settings.root, newer | {"info": {"title": "Pets", "version": "1.3.0"}})
    pipeline.regenerate(settings, offline=True)
    assert calls[1:] == [{"pets"}]
    assert "In years." in "".join(path.read_text() for path in (client(settings) / "models").glob("*.py"))


@pytest.mark.parametrize("is_valid", [True, False])
def test_a_document_from_a_pipe_is_read_once(tmp_path: Path, is_valid: bool) -> None:
    data = encoded(document() if is_valid else {**document(), "paths": 5})
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=(data,))
    writer.start()
    source = Source(tmp_path / "pipe", "pipe")
    if is_valid:
        pipeline.generate(source, default_settings("pets"), tmp_path / "out")
        made = manifest.parse((tmp_path / "out" / "pets" / manifest.NAME).read_bytes())
        assert made.inputs.document == hashlib.sha256(data).hexdigest()
    else:
        with pytest.raises(ProvgenError, match="spec-type"):
            pipeline.generate(source, default_settings("pets"), tmp_path / "out")
    writer.join()


def test_unchanged_files_are_not_formatted_again_on_a_fresh_clone(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    real = formatting.Formatter._begun

    def watched(formatter: Formatter, path: str, source: bytes) -> list[Job[bytes]]:
        seen.append(path)
        return real(formatter, path, source)

    monkeypatch.setattr(formatting.Formatter, "_begun", watched)
    (settings.root / "pyproject.toml").write_text(SETTINGS + '[tool.provgen.client]\nenvironment = "PET"\n')
    outcome = pipeline.regenerate(
        project(settings.root, settings=(settings.root / "pyproject.toml").read_text()), offline=True
    )
    assert outcome.formatted == len(seen) > 0
    assert "resources/pets.py" not in seen


@pytest.mark.parametrize("change", ["settings", "overlay", "document-beside", "lock", "engine"])
def test_a_changed_input_is_noticed(settings: Settings, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stages, text = Stages(), SETTINGS
    if change == "settings":
        text += '[tool.provgen.names]\nclient_parameters = ["petId"]\n'
    elif change == "overlay":
        folder = settings.root / "spec" / "overlays"
        folder.mkdir()
        action = {"target": "$.info", "description": "why", "update": {"description": "Other."}}
        (folder / "a.json").write_text(
            json.dumps({"overlay": "1.0.0", "info": {"title": "t", "version": "1"}, "actions": [action]})
        )
    elif change == "document-beside":
        (settings.spec / "1.1.0" / "schemas.yaml").write_text("a: 1\n")
    elif change == "lock":
        lock = archive.read_lock(settings.spec)
        archive.write_lock(settings.spec, lock.with_generated("1.0.0", lock.names))
    else:
        other = dataclasses.replace(inputs.code(), engines=dict.fromkeys(inputs.ENGINES, "0.0.0"))
        monkeypatch.setattr(inputs, "code", lambda: other)
        monkeypatch.setattr(pipeline, "black_version", lambda: "0.0.0")
    pipeline.regenerate(project(settings.root, settings=text), offline=True, progress=stages)
    assert "swap" in stages.seen or change in ("document-beside", "lock")
    assert "format" in stages.seen
    assert archive.read_lock(settings.spec).generated == "1.1.0"


def test_edited_and_extra_files_are_refused_and_kept(settings: Settings) -> None:
    (client(settings) / "client.py").write_text("# mine\n")
    (client(settings) / "mine.py").write_text("# mine\n")
    before = snapshot(settings.root)
    with pytest.raises(ProvgenError) as caught:
        pipeline.regenerate(settings, offline=True)
    assert codes(caught) == ["hand-written-file"] * 2
    assert snapshot(settings.root) == before
    pipeline.regenerate(settings, offline=True, force=True)
    assert pipeline.check(settings).clean


def test_missing_files_come_back(settings: Settings) -> None:
    before = snapshot(settings.root)
    (client(settings) / "client.py").unlink()
    outcome = pipeline.regenerate(settings, offline=True)
    assert outcome.difference.added == ("client.py",)
    assert snapshot(settings.root) == before


def test_a_package_that_cannot_be_imported_is_not_swapped_in(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> list[Diagnostic]:
        return [Diagnostic("import-failed", "no")]

    monkeypatch.setattr(importing.Probe, "check", broken)
    before = snapshot(settings.root)
    with pytest.raises(ProvgenError, match="import-failed"):
        pipeline.regenerate(settings, version="1.0.0")
    assert snapshot(settings.root) == before


def test_models_are_built_unless_they_are_those_that_were_built_before(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    extents: list[str] = []

    def watched(self: object, folder: Path, package: str, extent: str) -> list[Diagnostic]:
        extents.append(extent)
        return []

    monkeypatch.setattr(importing.Probe, "check", watched)
    pipeline.regenerate(settings, version="1.0.0")
    newer = document("1.2.0")
    newer["components"]["schemas"]["Pet"]["properties"]["age"]["description"] = "In years."
    archived(settings.root, newer)
    pipeline.regenerate(settings, offline=True)
    shutil.rmtree(client(settings))
    pipeline.regenerate(settings, offline=True)
    assert extents == ["modules", "all", "all"]


def test_a_lock_that_cannot_be_written_takes_the_package_back(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(folder: Path, lock: archive.Lock) -> None:
        raise ProvgenError([Diagnostic("cannot-write", "no space")])

    monkeypatch.setattr(archive, "write_lock", full)
    before = snapshot(settings.root)
    with pytest.raises(ProvgenError, match="no space"):
        pipeline.regenerate(settings, version="1.0.0")
    assert snapshot(settings.root) == before


def test_a_first_package_is_taken_back_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = project(tmp_path / "p", ONE)

    def full(folder: Path, lock: archive.Lock) -> None:
        raise ProvgenError([Diagnostic("cannot-write", "no space")])

    monkeypatch.setattr(archive, "write_lock", full)
    with pytest.raises(ProvgenError, match="no space"):
        pipeline.regenerate(settings, offline=True)
    assert list(settings.output.iterdir()) == []


def test_ctrl_c_at_any_stage_leaves_everything(settings: Settings) -> None:
    before = snapshot(settings.root)
    for stage in ("read", "name", "models", "operations", "validate", "format", "import", "swap"):

        def interrupt(now: str, stage: str = stage) -> None:
            if now == stage:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            pipeline.regenerate(settings, version="1.0.0", progress=interrupt)
        assert snapshot(settings.root) == before, stage


def test_a_run_finishes_what_a_killed_one_began(settings: Settings) -> None:
    after = snapshot(settings.root)
    lock = archive.read_lock(settings.spec)
    # Killed after the swap and before the lock was written …
    archive.write_lock(settings.spec, lock.with_generated("1.0.0", lock.names))
    # … and in the middle of removing the old tree.
    (settings.output / ".pets_client.provgen-new" / "models").mkdir(parents=True)
    pipeline.regenerate(settings, offline=True)
    assert snapshot(settings.root) == after


def test_regenerate_without_any_document_says_so(tmp_path: Path) -> None:
    with pytest.raises(ProvgenError) as caught:
        pipeline.regenerate(project(tmp_path))
    assert codes(caught) == ["nothing-archived"]


def test_an_unknown_version_lists_the_known(settings: Settings) -> None:
    with pytest.raises(ProvgenError) as caught:
        pipeline.regenerate(settings, version="9")
    assert codes(caught) == ["unknown-version"]


def test_an_archived_document_that_was_edited_is_refused(settings: Settings) -> None:
    path = settings.spec / "1.1.0" / "openapi.json"
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(ProvgenError) as caught:
        pipeline.regenerate(settings, offline=True)
    assert codes(caught) == ["archive-changed"]


# ── fetching ──


@pytest.fixture
def published(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "published.json"
    path.write_bytes(encoded(document("1.3.0", cats="listCats")))
    yield path


def test_regenerate_fetches_archives_and_uses_what_is_published(settings: Settings, published: Path) -> None:
    settings = project(settings.root, settings=SETTINGS + f"url = {json.dumps(str(published))}\n")
    stages = Stages()
    outcome = pipeline.regenerate(settings, progress=stages)
    assert outcome.version == "1.3.0"
    assert stages.seen[:2] == ["fetch", "read"]
    assert (settings.spec / "1.3.0" / "openapi.json").read_bytes() == published.read_bytes()
    assert [d.code for d in outcome.diagnostics if d.severity is Severity.INFO] == ["fetched"]
    stages = Stages()
    assert pipeline.regenerate(settings, progress=stages).difference.empty
    assert stages.seen == ["fetch"]


def test_without_network_the_newest_archived_document_is_used_and_a_line_says_so(settings: Settings) -> None:
    settings = project(settings.root, settings=SETTINGS + 'url = "https://127.0.0.1:9/openapi.yaml"\n')
    outcome = pipeline.regenerate(settings)
    (note,) = outcome.diagnostics
    assert (note.code, note.severity) == ("offline", Severity.INFO)
    assert "1.1.0" in note.message


def test_a_published_document_that_is_invalid_leaves_the_client(settings: Settings, published: Path) -> None:
    value = document("1.3.0")
    value["paths"]["/pets/{petId}"]["get"]["responses"] = 3
    published.write_bytes(encoded(value))
    settings = project(settings.root, settings=SETTINGS + f"url = {json.dumps(str(published))}\n")
    before = snapshot(settings.output)
    with pytest.raises(ProvgenError) as caught:
        pipeline.regenerate(settings)
    assert all(d.location and "1.3.0" in d.location.file for d in caught.value.diagnostics)
    assert snapshot(settings.output) == before
    assert archive.read_lock(settings.spec).generated == "1.1.0"


# ── check ──


def test_check_is_clean_after_regenerate_and_writes_nothing(settings: Settings) -> None:
    before, stages = snapshot(settings.root), Stages()
    result = pipeline.check(settings, progress=stages)
    assert result.clean and result.diff == ""
    assert "format" in stages.seen, "check must not believe the manifest"
    assert snapshot(settings.root) == before


def test_check_finds_edited_missing_and_extra_files(settings: Settings) -> None:
    folder = client(settings)
    (folder / "client.py").write_text((folder / "client.py").read_text() + "# edited\n")
    (folder / "py.typed").unlink()
    (folder / "extra.py").write_text("x = 1\n")
    (folder / "link").symlink_to("client.py")
    result = pipeline.check(settings)
    names = [[Path(path).name for path in paths] for paths in (result.difference.changed, result.difference.added)]
    assert names == [["client.py"], ["py.typed"]]
    assert [Path(path).name for path in result.difference.removed] == ["extra.py", "link"]
    assert "-# edited\n" in result.diff and "-x = 1\n" in result.diff


def test_check_is_not_fooled_by_an_edit_that_the_manifest_was_told_of(settings: Settings) -> None:
    folder = client(settings)
    old = (folder / "client.py").read_bytes()
    new = old + b"# edited\n"
    (folder / "client.py").write_bytes(new)
    text = (folder / manifest.NAME).read_text()
    (folder / manifest.NAME).write_text(text.replace(archive.sha256(old), archive.sha256(new)))
    assert not pipeline.check(settings).clean


def test_check_finds_changed_settings_and_names(settings: Settings) -> None:
    changed = project(settings.root, settings=SETTINGS + '[tool.provgen.names]\nclient_parameters = ["petId"]\n')
    assert any(path.endswith("client.py") for path in pipeline.check(changed).difference.changed)
    lock = archive.read_lock(settings.spec)
    archive.write_lock(settings.spec, lock.with_generated("1.1.0", {}))
    assert any(path.endswith("spec.lock") for path in pipeline.check(project(settings.root)).difference.changed)


def test_check_of_an_older_version_says_that_a_newer_is_archived(settings: Settings) -> None:
    pipeline.regenerate(settings, version="1.0.0")
    result = pipeline.check(settings)
    assert result.clean
    assert [d.code for d in result.diagnostics if d.severity is Severity.INFO] == ["newer-archived"]


def test_check_without_a_client_shows_all_of_it(tmp_path: Path) -> None:
    result = pipeline.check(project(tmp_path, ONE))
    assert any(path.endswith("client.py") for path in result.difference.added)


# ── validate, load_api ──


def test_validate_gives_findings_and_raises_for_unreadable_files(source: Source, tmp_path: Path) -> None:
    assert not [d for d in pipeline.validate(source) if d.severity is Severity.ERROR]
    with pytest.raises(ProvgenError):
        pipeline.validate(Source(tmp_path / "nowhere.yaml", "nowhere.yaml"))


def test_load_api_gives_the_api_of_a_valid_document_only(source: Source) -> None:
    from generator.making import load_api

    assert [r.name for r in load_api(source, default_settings("pets")).resources] == ["pets"]
    value = document()
    del value["info"]["title"]
    source.path.write_bytes(encoded(value))
    with pytest.raises(ProvgenError):
        load_api(source, default_settings("pets"))


def test_two_runs_at_once_leave_one_whole_client(settings: Settings) -> None:
    errors: list[BaseException] = []

    def run(version: str) -> None:
        try:
            pipeline.regenerate(settings, version=version)
        except BaseException as problem:
            errors.append(problem)

    threads = [threading.Thread(target=run, args=(version,)) for version in ("1.0.0", "1.1.0")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert pipeline.check(settings).clean
