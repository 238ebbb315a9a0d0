"""A copy from its first day to its renewal, and what stands against it."""

from __future__ import annotations

import dataclasses
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.diagnostics import ProvgenError
from generator.package import manifest, verify
from generator.settings import Settings
from generator.vendoring import commands, places, record
from generator.vendoring.commands import Options
from generator.vendoring.places import Target
from tests.projects import snapshot
from tests.vendoring.conftest import PACKAGE

pytestmark = pytest.mark.usefixtures("without_contract")

Codes = set[str]


def copy_in(repository: Path) -> Path:
    return repository / "src" / "acme" / "_vendor" / "pets_client"


def codes(problem: pytest.ExceptionInfo[ProvgenError]) -> Codes:
    return {it.code for it in problem.value.diagnostics}


def update(toolchain: Settings, repository: Path, force: bool = False) -> commands.Done:
    (found,) = commands.copies(repository)
    return commands.renew(commands.renewal(toolchain, found, force=force))


# ── the first time ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_committed_client_is_copied_byte_for_byte(toolchain: Settings, repository: Path) -> None:
    before = snapshot(repository)
    done = commands.vendor(toolchain, places.target(repository, PACKAGE), Options())
    made, copied = snapshot(toolchain.output / "pets_client"), snapshot(copy_in(repository))
    beside = {"VENDORED.md", ".gitattributes", "verify.py", verify.ORIGINALS}
    assert {path: copied[path] for path in made if path != manifest.NAME} == {
        path: content for path, content in made.items() if path != manifest.NAME
    }
    assert copied.keys() == made.keys() | beside
    assert done.version == "1.1.0"
    assert len(done.difference.added) == len(copied)
    after = snapshot(repository)
    assert {path: after[path] for path in before} == before, "nothing else is touched"
    others = after.keys() - before.keys() - {f"src/acme/_vendor/pets_client/{path}" for path in copied}
    assert others == {"vendor.toml", "src/acme/_vendor/__init__.py"}
    assert after["src/acme/_vendor/__init__.py"] == b""


def test_an_older_version_is_made_of_its_document(vendored: Path) -> None:
    assert b"age" in snapshot(copy_in(vendored))["models/pets.py"]
    (entry,) = record.read(vendored).entries
    assert (entry.name, entry.source, entry.version, entry.client) == (PACKAGE, "src", "1.0.0", "pets_client")


def test_doing_it_again_changes_nothing(toolchain: Settings, vendored: Path) -> None:
    before = snapshot(vendored)
    done = commands.vendor(toolchain, places.target(vendored, PACKAGE), Options("1.0.0"))
    assert done.difference.empty
    assert snapshot(vendored) == before


def test_a_part_has_what_it_needs(toolchain: Settings, repository: Path) -> None:
    options = Options("1.0.0", ("shops",), testing=False)
    commands.vendor(toolchain, places.target(repository, PACKAGE), options)
    copied = snapshot(copy_in(repository))
    assert "resources/pets.py" not in copied
    assert not any(path.startswith("testing/") or "mocking" in path for path in copied)
    assert b"class Pet" not in b"".join(copied.values())
    (entry,) = record.read(repository).entries
    assert (entry.resources, entry.testing) == (("shops",), False)
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from acme._vendor import pets_client as p\n"
        "print([it for it in dir(p) if it in ('testing', 'models', 'Client')], dir(p.models))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-W", "error", "-c", code, str(repository / "src")], capture_output=True, text=True
    )
    assert done.stdout == "['Client', 'models'] ['Problem', 'Shop']\n", done.stderr


def test_the_last_part_of_the_name_may_be_another(toolchain: Settings, repository: Path) -> None:
    commands.vendor(toolchain, places.target(repository, "acme.pets"), Options("1.0.0", ("shops",)))
    folder = repository / "src" / "acme" / "pets"
    assert manifest.parse((folder / manifest.NAME).read_bytes()).package == "pets"
    assert "from pets import Client" in (folder / "README.md").read_text()
    (found,) = commands.copies(repository)
    assert (found.drift.empty, found.forged, found.edits) == (True, False, "")


def test_a_resource_that_there_is_not(toolchain: Settings, repository: Path) -> None:
    before = snapshot(repository)
    with pytest.raises(ProvgenError, match="no resource 'shop'") as problem:
        commands.vendor(toolchain, places.target(repository, PACKAGE), Options("1.0.0", ("shop",)))
    assert problem.value.diagnostics[0].hint == "did you mean 'shops'?"
    assert snapshot(repository) == before


def test_a_version_that_is_not_archived(toolchain: Settings, repository: Path) -> None:
    with pytest.raises(ProvgenError, match="9.9.9"):
        commands.vendor(toolchain, places.target(repository, PACKAGE), Options("9.9.9"))
    assert not (repository / "src" / "acme" / "_vendor").exists()


def test_a_client_that_was_edited_is_not_copied(toolchain: Settings, repository: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(toolchain.root, tmp_path / "toolchain"))
    settings = dataclasses.replace(toolchain, root=project, spec=project / "spec", output=project / "generated")
    (project / "generated" / "pets_client" / "client.py").write_text("mine\n")
    with pytest.raises(ProvgenError, match="client.py was edited"):
        commands.vendor(settings, places.target(repository, PACKAGE), Options())


def test_licences_come_along(toolchain: Settings, repository: Path, tmp_path: Path) -> None:
    (tmp_path / "LICENSE").write_text("Do as you like.\n")
    distribution = dataclasses.replace(toolchain.distribution, license_files=("LICENSE",))
    settings = dataclasses.replace(toolchain, root=tmp_path, distribution=distribution)
    commands.vendor(settings, places.target(repository, PACKAGE), Options())
    assert (copy_in(repository) / "LICENSE").read_text() == "Do as you like.\n"
    assert commands.copies(repository)[0].drift.empty


# ── what stands against it ──────────────────────────────────────────────────────────────────────────────────────────


def test_files_of_others_are_not_written_over(toolchain: Settings, repository: Path) -> None:
    folder = copy_in(repository)
    folder.mkdir(parents=True)
    for number in range(30):
        (folder / f"mine{number:02}.py").write_text("x\n")
    before = snapshot(repository)
    with pytest.raises(ProvgenError) as problem:
        commands.vendor(toolchain, places.target(repository, PACKAGE), Options())
    assert codes(problem) == {"foreign-folder"}
    assert "mine00.py, mine01.py" in str(problem.value)
    assert "… and 10 more" in str(problem.value)
    assert snapshot(repository) == before
    commands.vendor(toolchain, places.target(repository, PACKAGE), Options(), force=True)
    assert not (folder / "mine00.py").exists()


def test_edits_are_not_written_over(toolchain: Settings, vendored: Path) -> None:
    (copy_in(vendored) / "client.py").write_text("mine\n")
    (copy_in(vendored) / "new.py").write_text("mine\n")
    before = snapshot(vendored)
    with pytest.raises(ProvgenError) as problem:
        commands.vendor(toolchain, places.target(vendored, PACKAGE), Options())
    assert [Path(it.message.partition(" ")[0]).name for it in problem.value.diagnostics] == ["client.py", "new.py"]
    assert "--update" in str(problem.value.diagnostics[0].hint)
    assert snapshot(vendored) == before


def test_another_client_is_not_written_over(toolchain: Settings, vendored: Path) -> None:
    file = copy_in(vendored) / manifest.NAME
    file.write_bytes(file.read_bytes().replace(b'"title": "Pets"', b'"title": "Plants"'))
    with pytest.raises(ProvgenError, match="holds another client: Plants") as problem:
        commands.vendor(toolchain, places.target(vendored, PACKAGE), Options())
    assert codes(problem) == {"another-client"}


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"{", "manifest-damaged"), (b'{"format": 99}', "manifest-newer"), (b"[]", "manifest-damaged")],
)
def test_a_manifest_that_is_of_no_use(toolchain: Settings, vendored: Path, content: bytes, code: str) -> None:
    (copy_in(vendored) / manifest.NAME).write_bytes(content)
    before = snapshot(vendored)
    with pytest.raises(ProvgenError) as problem:
        commands.vendor(toolchain, places.target(vendored, PACKAGE), Options())
    assert codes(problem) == {code}
    with pytest.raises(ProvgenError) as problem:
        commands.copies(vendored)
    assert codes(problem) == {code}
    assert snapshot(vendored) == before


def test_a_copy_that_is_gone(vendored: Path) -> None:
    shutil.rmtree(copy_in(vendored))
    with pytest.raises(ProvgenError, match="holds no copy") as problem:
        commands.copies(vendored)
    assert codes(problem) == {"copy-missing"}


def test_nothing_is_recorded(repository: Path) -> None:
    with pytest.raises(ProvgenError, match="no copy is recorded"):
        commands.copies(repository)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("source", ".."),
        ("source", "/"),
        ("source", "../other"),
        ("name", "..x"),
        ("name", "acme/x"),
        ("name", "json.x"),
    ],
)
def test_a_record_that_names_another_place(vendored: Path, key: str, value: str) -> None:
    known = record.read(vendored)
    (entry,) = known.entries
    file = vendored / "vendor.toml"
    file.write_text(file.read_text().replace(f'{key} = "{getattr(entry, key)}"', f'{key} = "{value}"'))
    before = snapshot(vendored)
    with pytest.raises(ProvgenError) as problem:
        commands.copies(vendored)
    assert codes(problem) <= {"outside", "no-source", "invalid-package-name", "shadows-library"}
    assert snapshot(vendored) == before


# ── check and status ────────────────────────────────────────────────────────────────────────────────────────────────


def test_edits_are_found_as_a_patch(vendored: Path) -> None:
    folder = copy_in(vendored)
    (folder / "client.py").write_bytes((folder / "client.py").read_bytes().replace(b"start here", b"begin here"))
    (folder / "mine.py").write_text("x = 1\n")
    (folder / "py.typed").unlink()
    (found,) = commands.copies(vendored)
    assert found.drift == verify.Drift(("client.py",), ("py.typed",), ("mine.py",))
    after = snapshot(vendored)
    patch = vendored / "edits.patch"
    patch.write_text(found.edits)
    command = ["git", "apply", "--reverse", "--unsafe-paths", str(patch)]
    subprocess.run(command, cwd=vendored, check=True, capture_output=True)
    patch.unlink()
    (found,) = commands.copies(vendored)
    assert found.drift.edited == found.drift.extra == ()
    assert snapshot(vendored) != after


def test_a_manifest_that_was_edited_together_with_a_file_is_found(vendored: Path) -> None:
    folder = copy_in(vendored)
    content = b"# mine\n" + (folder / "errors.py").read_bytes()
    old, new = verify.digest((folder / "errors.py").read_bytes()), verify.digest(content)
    (folder / "errors.py").write_bytes(content)
    file = folder / manifest.NAME
    made = manifest.parse(file.read_bytes().replace(old.encode(), new.encode()))
    file.write_bytes(manifest.render(dataclasses.replace(made, tree="0" * 64)))
    (found,) = commands.copies(vendored)
    assert found.drift.empty
    assert found.forged


def test_how_far_it_is_behind(toolchain: Settings, vendored: Path) -> None:
    (found,) = commands.copies(vendored)
    assert commands.status(toolchain, found).newer == ("1.1.0",)
    update(toolchain, vendored)
    (found,) = commands.copies(vendored)
    assert commands.status(toolchain, found).newer == ()


def test_a_document_of_elsewhere(toolchain: Settings, vendored: Path) -> None:
    (found,) = commands.copies(vendored)
    inputs = dataclasses.replace(found.manifest.inputs, document="0" * 64)
    strange = dataclasses.replace(found, manifest=dataclasses.replace(found.manifest, inputs=inputs))
    assert commands.status(toolchain, strange).newer is None
    renewal = commands.renewal(toolchain, strange)
    assert renewal.report is None
    assert [it.code for it in renewal.told] == ["no-report"]


# ── renewing ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_renewing_tells_first_and_writes_then(toolchain: Settings, vendored: Path) -> None:
    before = snapshot(vendored)
    (found,) = commands.copies(vendored)
    renewal = commands.renewal(toolchain, found)
    assert snapshot(vendored) == before
    assert renewal.report is not None
    (change,) = (it for it in renewal.report.changes if it.id == "property-removed")
    assert [(it.file, it.line) for it in change.uses] == [("src/acme/app.py", 5)]
    done = commands.renew(renewal)
    assert set(done.difference.changed) >= {"models/pets.py", "MANIFEST.json"}
    assert snapshot(copy_in(vendored))["resources/pets.py"]
    (entry,) = record.read(vendored).entries
    assert entry.version == "1.1.0"
    (found,) = commands.copies(vendored)
    assert (found.drift.empty, found.forged) == (True, False)


def test_a_renewed_copy_is_a_fresh_one(toolchain: Settings, vendored: Path, tmp_path: Path) -> None:
    update(toolchain, vendored)
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    commands.vendor(toolchain, places.target(fresh, PACKAGE), Options())
    assert snapshot(fresh / "acme") == {
        path: content for path, content in snapshot(vendored / "src" / "acme").items() if path != "app.py"
    } | {"__init__.py": b""}


def test_the_same_version_again_is_nothing_to_do(toolchain: Settings, vendored: Path) -> None:
    update(toolchain, vendored)
    before = snapshot(vendored)
    (found,) = commands.copies(vendored)
    renewal = commands.renewal(toolchain, found)
    assert (renewal.report, renewal.placing.difference.empty) == (None, True)
    assert commands.renew(renewal).difference.empty
    assert snapshot(vendored) == before


def test_options_are_those_of_the_record(toolchain: Settings, repository: Path) -> None:
    options = Options("1.0.0", ("shops",), testing=False, contract=True)
    commands.vendor(toolchain, places.target(repository, PACKAGE), options)
    (found,) = commands.copies(repository)
    renewal = commands.renewal(toolchain, found)
    assert renewal.report is not None
    assert {it.id for it in renewal.report.changes} == {"property-added"}, "pets concern nobody here"
    commands.renew(renewal)
    copied = snapshot(copy_in(repository))
    assert b"street" in copied["models/shops.py"]
    assert "contract/suite/tests.py" in copied
    assert "resources/pets.py" not in copied
    assert not any(path.startswith("testing/") for path in copied)


def test_edits_are_merged(toolchain: Settings, vendored: Path) -> None:
    folder = copy_in(vendored)
    model = (folder / "models/pets.py").read_bytes()
    (folder / "models/pets.py").write_bytes(model + b"\n\n# mine\n")
    (folder / "errors.py").write_bytes((folder / "errors.py").read_bytes() + b"# mine too\n")
    (folder / "mine.py").write_text("x = 1\n")
    (folder / "py.typed").unlink()
    done = update(toolchain, vendored)
    assert [
        (it.code, it.message.partition(" ")[0].partition(":")[0].rpartition("pets_client/")[2])
        for it in done.diagnostics
    ] == [
        ("edit-kept", "errors.py"),
        ("edit-kept", "mine.py"),
        ("edit-kept", "models/pets.py"),
        ("file-back", "py.typed"),
    ]
    copied = snapshot(folder)
    assert copied["models/pets.py"].endswith(b"# mine\n")
    assert b"age" not in copied["models/pets.py"]
    assert copied["errors.py"].endswith(b"# mine too\n")
    (found,) = commands.copies(vendored)
    assert found.drift == verify.Drift(("errors.py", "models/pets.py"), (), ("mine.py",)), "they are edits still"


def test_edits_that_cannot_be_merged_stop_everything(toolchain: Settings, vendored: Path) -> None:
    folder = copy_in(vendored)
    model = (folder / "models/pets.py").read_text()
    lines = model.splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines, 1) if "age" in line)
    (folder / "models/pets.py").write_text(model.replace(lines[at - 1], "    age: float\n"))
    before = snapshot(vendored)
    with pytest.raises(ProvgenError) as problem:
        update(toolchain, vendored)
    (only,) = problem.value.diagnostics
    assert only.code == "edit-conflict"
    assert f"was edited where 1.1.0 changes it: line {at}" in only.message
    assert snapshot(vendored) == before
    done = update(toolchain, vendored, force=True)
    assert [it.code for it in done.diagnostics] == ["edit-lost"]
    (found,) = commands.copies(vendored)
    assert found.drift.empty


def test_edits_that_break_the_client_stop_everything(toolchain: Settings, vendored: Path) -> None:
    (copy_in(vendored) / "errors.py").write_text("import nothing_like_this\n")
    before = snapshot(vendored)
    with pytest.raises(ProvgenError, match="with the edits"):
        update(toolchain, vendored)
    assert snapshot(vendored) == before


def test_others_that_write_meanwhile_are_not_written_over(toolchain: Settings, vendored: Path) -> None:
    (found,) = commands.copies(vendored)
    renewal = commands.renewal(toolchain, found)
    (copy_in(vendored) / "late.py").write_text("x = 1\n")
    before = snapshot(vendored)
    with pytest.raises(ProvgenError, match="was changed meanwhile"):
        commands.renew(renewal)
    assert snapshot(vendored) == before


def test_a_record_that_cannot_be_written_takes_everything_back(
    toolchain: Settings, vendored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (found,) = commands.copies(vendored)
    renewal = commands.renewal(toolchain, found)
    before = snapshot(vendored)

    def refuse(self: Path, other: Path) -> Path:
        raise FileExistsError(17, "File exists", str(other))

    # A file system that renames over nothing.
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ProvgenError, match="cannot be written: File exists") as problem:
        commands.renew(renewal)
    assert str(problem.value.diagnostics[0].location).endswith("vendor.toml:1:1")
    assert snapshot(vendored) == before


def test_a_first_copy_that_fails_leaves_nothing(
    toolchain: Settings, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot(repository)
    real = Path.touch

    def interrupt(self: Path, mode: int = 0o666, exist_ok: bool = True) -> None:
        real(self, mode, exist_ok)
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "touch", interrupt)
    with pytest.raises(KeyboardInterrupt):
        commands.vendor(toolchain, places.target(repository, "new.deep.pets_client"), Options())
    assert snapshot(repository) == before


def test_what_git_ignores_is_told(toolchain: Settings, repository: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(repository)], check=True)
    (repository / ".gitignore").write_text("models/\n")
    done = commands.vendor(toolchain, places.target(repository, PACKAGE), Options())
    (only,) = done.diagnostics
    assert only.code == "ignored-files"
    assert "src/acme/_vendor/pets_client/models/__init__.py" in only.message


def test_where_the_record_is_in_pyproject(toolchain: Settings, repository: Path) -> None:
    (repository / "pyproject.toml").write_text("# ours\n[tool.provgen.vendor]\n[tool.other]\nx = 1\n")
    commands.vendor(toolchain, places.target(repository, PACKAGE), Options())
    assert not (repository / "vendor.toml").exists()
    text = (repository / "pyproject.toml").read_text()
    assert text.startswith("# ours\n")
    assert "x = 1" in text
    assert commands.copies(repository)[0].drift.empty


def test_two_clients_in_one_repository(toolchain: Settings, vendored: Path) -> None:
    commands.vendor(toolchain, places.target(vendored, "acme.second.pets_client"), Options())
    assert [it.manifest.version for it in commands.copies(vendored)] == ["1.0.0", "1.1.0"]
    (only,) = commands.copies(vendored, PACKAGE)
    assert only.entry.version == "1.0.0"


def test_a_copy_knows_where_it_is(target: Target) -> None:
    note = (target.folder / "VENDORED.md").read_text()
    assert f"python -m {PACKAGE}.verify" in note
    assert "1.0.0" in note
