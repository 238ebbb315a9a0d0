"""Writing: all or nothing, one at a time, and nothing of the user's is lost."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, ProvgenError, Severity
from generator.package import atomic, manifest, write
from generator.package.fileset import FileSet
from generator.package.manifest import Inputs

ROOT = Path(__file__).parents[2]


def package(**modules: str) -> FileSet:
    files = {f"{name.replace('__', '/')}.py": text.encode() for name, text in modules.items()}
    made = manifest.build("p", "t", "1", Inputs("", (), "", "", {}, "", "", {}), files, {}, {}, {})
    return files | {manifest.NAME: manifest.render(made)}


OLD = package(a="1\n", models__b="1\n", gone="1\n")
NEW = package(a="2\n", models__b="1\n", models__c="new\n")


def update(folder: Path, files: FileSet, *, force: bool = False) -> list[Diagnostic]:
    with write.locked(folder) as place:
        return write.replace(place, files, lambda staged: [], force=force)


def content(folder: Path) -> FileSet | None:
    tree = write.read_tree(folder)
    return tree.files if tree else None


def codes(error: pytest.ExceptionInfo[ProvgenError]) -> list[str]:
    return [d.code for d in error.value.diagnostics]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "out" / "package"
    update(folder, OLD)
    return folder


@pytest.fixture(params=["exchange", "renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "renames":
        monkeypatch.setattr(atomic, "exchange", lambda one, other: False)


def siblings(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir() if path != folder)


def test_a_first_package_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b" / "package"
    assert update(folder, OLD) == []
    assert content(folder) == OLD
    assert siblings(folder) == []


@pytest.mark.usefixtures("way")
def test_a_package_is_replaced_as_a_whole(target: Path) -> None:
    update(target, NEW)
    assert content(target) == NEW
    assert siblings(target) == []


@pytest.mark.usefixtures("way")
def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    update(tmp_path / "package", NEW)
    assert content(tmp_path / "package") == NEW


def test_files_get_the_usual_rights(target: Path) -> None:
    usual = target.parent / "usual"
    usual.mkdir()
    (usual / "file").touch()
    assert target.stat().st_mode == usual.stat().st_mode
    assert (target / "a.py").stat().st_mode == (usual / "file").stat().st_mode


def test_caches_are_neither_read_nor_minded(target: Path) -> None:
    (target / "__pycache__").mkdir()
    (target / "__pycache__" / "a.cpython-311.pyc").write_bytes(b"x")
    assert content(target) == OLD
    update(target, NEW)
    assert not (target / "__pycache__").exists()


def test_edited_and_added_files_are_refused_with_their_names(target: Path) -> None:
    (target / "a.py").write_text("mine\n")
    (target / "models" / "mine.py").write_text("mine\n")
    (target / "link").symlink_to("a.py")
    before = content(target)
    with pytest.raises(ProvgenError) as caught:
        update(target, NEW)
    assert codes(caught) == ["hand-written-file"] * 3
    for name, diagnostic in zip(("a.py", "models/mine.py", "link"), caught.value.diagnostics, strict=True):
        assert str(target / name) in diagnostic.message
        assert diagnostic.hint and "--force" in diagnostic.hint
    assert content(target) == before
    assert siblings(target) == []


def test_force_overwrites_edits(target: Path) -> None:
    (target / "a.py").write_text("mine\n")
    (target / "mine.py").write_text("mine\n")
    update(target, NEW, force=True)
    assert content(target) == NEW


def test_edits_that_are_what_comes_anyway_are_no_loss(target: Path) -> None:
    (target / "a.py").write_bytes(NEW["a.py"])
    (target / "models" / "c.py").write_bytes(NEW["models/c.py"])
    update(target, NEW)
    assert content(target) == NEW


def test_missing_files_are_no_loss(target: Path) -> None:
    (target / "gone.py").unlink()
    (target / "a.py").unlink()
    update(target, NEW)
    assert content(target) == NEW


@pytest.mark.parametrize("files", [{"notes.txt": b"x"}, {"__init__.py": b""}, {"sub/deep.txt": b""}])
def test_a_folder_that_is_not_ours_is_refused(tmp_path: Path, files: FileSet) -> None:
    folder = tmp_path / "package"
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    for attempt in (lambda: update(folder, NEW), lambda: write.refuse_foreign(folder)):
        with pytest.raises(ProvgenError) as caught:
            attempt()
        assert codes(caught) == ["foreign-folder"]
    assert content(folder) == files
    update(folder, NEW, force=True)
    assert content(folder) == NEW


def test_a_damaged_manifest_is_refused_but_for_force(target: Path) -> None:
    (target / manifest.NAME).write_text("<<<<<<< ours\n")
    with pytest.raises(ProvgenError) as caught:
        update(target, NEW)
    assert codes(caught) == ["manifest-damaged"]
    update(target, NEW, force=True)
    assert content(target) == NEW


@pytest.mark.parametrize("below", ["", "package"])
def test_a_file_in_the_way_is_told(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text("mine")
    folder = tmp_path / "file" / below if below else tmp_path / "file"
    for force in (False, True):
        with pytest.raises(ProvgenError) as caught:
            update(folder, NEW, force=force)
        assert codes(caught) == (["cannot-write"] if below else ["not-a-folder"])
    assert (tmp_path / "file").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_links_above_and_at_the_folder_are_followed(target: Path, tmp_path: Path) -> None:
    (tmp_path / "above").symlink_to(target.parent)
    (tmp_path / "at").symlink_to(target)
    update(tmp_path / "above" / "package", NEW)
    assert content(target) == NEW
    update(tmp_path / "at", OLD)
    assert content(target) == OLD
    assert (tmp_path / "at").is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["above", "at", "out"]


def test_a_link_to_nowhere_gets_its_folder(tmp_path: Path) -> None:
    (tmp_path / "package").symlink_to(tmp_path / "elsewhere" / "real")
    update(tmp_path / "package", NEW)
    assert content(tmp_path / "elsewhere" / "real") == NEW


def test_an_error_found_in_the_staged_copy_leaves_the_old_tree(target: Path) -> None:
    seen: list[FileSet | None] = []

    def inspect(staged: Path) -> list[Diagnostic]:
        seen.append(content(staged))
        return [Diagnostic("import-failed", "no")]

    with pytest.raises(ProvgenError, match="import-failed"), write.locked(target) as place:
        write.replace(place, NEW, inspect)
    assert seen == [NEW]
    assert content(target) == OLD
    assert siblings(target) == []


def test_warnings_of_the_inspection_are_passed_on(target: Path) -> None:
    warning = Diagnostic("odd", "but fine", Severity.WARNING)
    with write.locked(target) as place:
        assert write.replace(place, NEW, lambda staged: [warning]) == [warning]
    assert content(target) == NEW


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
@pytest.mark.parametrize("call", ["mkdir", "write_bytes", "rename"])
def test_a_failing_disk_leaves_the_old_tree(
    target: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    real, calls = getattr(Path, call), []

    def fail_later(self: Path, *arguments: object, **options: object) -> object:
        calls.append(self)
        if len(calls) >= 2:
            raise OSError(number, os.strerror(number), str(self))
        return real(self, *arguments, **options)

    monkeypatch.setattr(Path, call, fail_later)
    monkeypatch.setattr(atomic, "exchange", lambda one, other: False)
    with pytest.raises(ProvgenError) as caught:
        update(target, NEW)
    monkeypatch.undo()
    assert codes(caught) == ["cannot-write"]
    assert os.strerror(number) in caught.value.diagnostics[0].message
    update(target, OLD)
    assert content(target) == OLD
    assert siblings(target) == []


def test_an_exchange_that_fails_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(one: Path, other: Path) -> bool:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))

    monkeypatch.setattr(atomic, "exchange", fail)
    with pytest.raises(ProvgenError, match="busy"):
        update(target, NEW)
    assert content(target) == OLD
    assert siblings(target) == []


def test_a_read_only_parent_is_told(target: Path) -> None:
    script = f"""
import os, sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from tests.package.test_write import *
target = Path({str(target)!r})
os.chmod(target.parent, 0o555)
if os.getuid() == 0:
    os.chmod(target.parent.parent, 0o755); os.seteuid(65534)
try:
    update(target, NEW)
except ProvgenError as problem:
    print(problem)
"""
    for above in target.parents:
        if above.stat().st_uid == os.getuid() and above != Path("/"):
            above.chmod(above.stat().st_mode | 0o055)
        if above.name.startswith("pytest-of"):
            break
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "cannot-write" in result.stdout and "Permission denied" in result.stdout
    target.parent.chmod(0o755)
    assert content(target) == OLD


def test_what_an_interrupted_run_left_is_cleared_away(target: Path) -> None:
    for name in (".package.provgen-new", ".package.provgen-old"):
        (target.parent / name / "deep").mkdir(parents=True)
        (target.parent / name / "deep" / "file").touch()
    (target.parent / ".package.provgen-lock").touch()
    with write.locked(target):
        assert content(target) == OLD
    assert siblings(target) == []


def test_a_tree_lost_between_two_renames_comes_back(target: Path) -> None:
    target.rename(target.parent / ".package.provgen-old")
    (target.parent / ".package.provgen-new").mkdir()
    with write.locked(target):
        assert content(target) == OLD
    assert siblings(target) == []


def test_ctrl_c_in_the_swap_leaves_a_whole_tree(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = Path.rename, []

    def interrupt(self: Path, to: Path) -> Path:
        calls.append(self)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(self, to)

    monkeypatch.setattr(Path, "rename", interrupt)
    monkeypatch.setattr(atomic, "exchange", lambda one, other: False)
    with pytest.raises(KeyboardInterrupt):
        update(target, NEW)
    monkeypatch.undo()
    assert content(target) == OLD
    assert siblings(target) == []


def test_two_runs_do_not_meet(target: Path) -> None:
    order: list[str] = []

    def slow(staged: Path) -> list[Diagnostic]:
        order.append("first in")
        time.sleep(0.4)
        order.append("first out")
        return []

    def first() -> None:
        with write.locked(target) as place:
            write.replace(place, NEW, slow)

    thread = threading.Thread(target=first)
    thread.start()
    while not order:
        time.sleep(0.01)
    with write.locked(target):
        order.append("second")
        assert content(target) == NEW
    thread.join()
    assert order == ["first in", "first out", "second"]
    assert siblings(target) == []


def test_a_run_that_never_ends_is_told_about(target: Path) -> None:
    with write.locked(target), pytest.raises(ProvgenError) as caught, write.locked(target, wait=0.1):
        pass
    assert codes(caught) == ["busy"]


def test_many_writers_leave_one_whole_tree(tmp_path: Path) -> None:
    script = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from tests.package.test_write import *
for turn in range(15):
    update(Path({str(tmp_path / "package")!r}), package(**{{f"m{{n}}": sys.argv[1] for n in range(20)}}))
"""
    runs = [subprocess.Popen([sys.executable, "-c", script, name], stderr=subprocess.PIPE) for name in "xyz"]
    errors = [run.communicate()[1] for run in runs]
    assert errors == [b"", b"", b""]
    found = content(tmp_path / "package")
    assert found is not None and len({data for path, data in found.items() if path.endswith(".py")}) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["package"]


@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_a_kill_at_any_step_leaves_the_old_or_the_new_tree(tmp_path: Path, way: str) -> None:
    script = Path(__file__).with_name("kill_writer.py")
    result = subprocess.run(
        [sys.executable, str(script), str(tmp_path), way], capture_output=True, text=True, check=False
    )
    assert result.stderr == ""
    assert all(int(steps) > 15 for steps in result.stdout.split())
    assert len(result.stdout.split()) == 2


def test_folders_are_exchanged_in_one_step_on_linux(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert atomic.exchange(tmp_path / "a", tmp_path / "b") == (sys.platform in ("linux", "darwin"))
    assert (tmp_path / "a" / "b").exists() and (tmp_path / "b" / "a").exists()
    with pytest.raises(FileNotFoundError):
        atomic.exchange(tmp_path / "a", tmp_path / "nowhere")
