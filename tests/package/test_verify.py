"""The module that a copy verifies itself with."""

from __future__ import annotations

import ast
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.package import verify
from generator.package.fileset import digest
from generator.package.verify import Drift, Tree, departure, difference, originals, scan, written_of

FILES = {"__init__.py": b"one\n", "models/a.py": b"two\nthree\n", "py.typed": b""}


def zipped(files: Mapping[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return content.getvalue()


def copy(folder: Path, files: Mapping[str, bytes] = FILES) -> Path:
    """A copy that verifies itself."""
    whole = {**files, "verify.py": Path(verify.__file__).read_bytes()}
    whole[verify.ORIGINALS] = zipped(whole)
    manifest = {"format": 1, "files": {path: {"sha256": digest(content)} for path, content in whole.items()}}
    for path, content in {**whole, verify.MANIFEST: json.dumps(manifest).encode()}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def run(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", "-S", "-B", "-W", "error", str(folder / "verify.py")]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def test_it_imports_the_standard_library_alone() -> None:
    tree = ast.parse(Path(verify.__file__).read_text())
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_a_copy_as_written(tmp_path: Path) -> None:
    done = run(copy(tmp_path / "pets"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "pets: as written (5 files)\n", "")


def test_it_runs_as_a_module_too(tmp_path: Path) -> None:
    copy(tmp_path / "acme" / "pets", {"__init__.py": b""})
    command = [sys.executable, "-m", "acme.pets.verify"]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "pets: as written (3 files)\n"), done.stderr
    assert (tmp_path / "acme" / "pets" / "__pycache__").is_dir(), "caches are no edit"
    assert run(tmp_path / "acme" / "pets").returncode == 0


def test_what_departs_is_listed_with_the_difference(tmp_path: Path) -> None:
    folder = copy(tmp_path / "pets")
    (folder / "models/a.py").write_bytes(b"two\n3\n")
    (folder / "py.typed").unlink()
    (folder / "mine.py").write_bytes(b"x = 1\n")
    (folder / "link").symlink_to("mine.py")
    done = run(folder)
    assert done.returncode == 1
    assert done.stdout == (
        "edited:  models/a.py\nmissing: py.typed\nextra:   link\nextra:   mine.py\n"
        "--- /dev/null\n+++ b/link\n@@ -0,0 +1 @@\n+(something else than a file)\n"
        "--- /dev/null\n+++ b/mine.py\n@@ -0,0 +1 @@\n+x = 1\n"
        "--- a/models/a.py\n+++ b/models/a.py\n@@ -1,2 +1,2 @@\n two\n-three\n+3\n"
        "--- a/py.typed\n+++ /dev/null\n"
    )
    assert done.stderr == "pets: 4 of its files are not as they were written\n"


def test_without_originals_it_tells_what_it_can(tmp_path: Path) -> None:
    folder = copy(tmp_path / "pets")
    (folder / verify.ORIGINALS).write_bytes(b"no archive")
    (folder / "__init__.py").write_bytes(b"1\n")
    done = run(folder)
    assert (done.returncode, done.stdout) == (1, "edited:  ORIGINALS.zip\nedited:  __init__.py\n")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "is missing: this is no copy that could be verified"),
        (b"{", "is damaged: JSONDecodeError: "),
        (b"[]", "is damaged: TypeError: "),
        (b"{}", "is damaged: KeyError: 'format'"),
        (b'{"format": 1, "files": {"a": {"sha256": 7}}}', "is damaged: TypeError: 7 stands where a text should"),
        (b'{"format": 2, "files": {}}', "is of format 2, and formats up to 1 are known here: take a newer verify.py"),
        (b"\xff\xfe", "is damaged: "),
        (b"[" * 100_000, "is damaged: RecursionError: "),
    ],
)
def test_a_manifest_that_is_of_no_use(tmp_path: Path, content: bytes | None, told: str) -> None:
    folder = copy(tmp_path / "pets")
    if content is None:
        (folder / verify.MANIFEST).unlink()
    else:
        (folder / verify.MANIFEST).write_bytes(content)
    done = run(folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"pets: MANIFEST.json {told}")
    assert done.stderr.count("\n") == 1


def test_a_folder_that_cannot_be_read_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setattr(verify, "__file__", str(copy_of_nothing(tmp_path) / "verify.py"))
    assert verify.main() == 1


def copy_of_nothing(folder: Path) -> Path:
    (folder / "a").write_text("")
    return folder


def test_a_reader_that_has_enough_is_no_error(tmp_path: Path) -> None:
    folder = copy(tmp_path / "pets")
    (folder / "mine.py").write_bytes(b"x = 1\n" * 100_000)
    command = f"{sys.executable} -I -S {folder / 'verify.py'} | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "extra:   mine.py\n")
    assert "Traceback" not in done.stderr


contents = st.dictionaries(st.sampled_from(["a.py", "b/c.py", "d", "e/f/g"]), st.binary(max_size=4), max_size=4)


@given(contents, contents)
def test_nothing_departs_exactly_if_nothing_differs(before: dict[str, bytes], after: dict[str, bytes]) -> None:
    written = {path: digest(content) for path, content in before.items()}
    drift = departure(written, Tree(after))
    assert drift.empty == (before == after)
    assert drift.paths == tuple(sorted({*drift.edited, *drift.missing, *drift.extra}))
    assert set(drift.edited) == {path for path in before.keys() & after.keys() if before[path] != after[path]}
    archived = {**after, verify.ORIGINALS: zipped(before)}
    written[verify.ORIGINALS] = digest(archived[verify.ORIGINALS])
    found = originals(Tree(archived), written)
    assert {path: found[path] for path in before} == before
    assert bool(difference(found, Tree(after), drift)) == (not drift.empty)


def test_originals_that_are_none_are_not_believed() -> None:
    written = {"a.py": digest(b"right"), verify.ORIGINALS: ""}
    content = zipped({"a.py": b"wrong", "../b.py": b"right"})
    written[verify.ORIGINALS] = digest(content)
    assert originals(Tree({"a.py": b"other", verify.ORIGINALS: content}), written).keys() == {verify.ORIGINALS}


def test_an_archive_that_is_none_is_no_trouble() -> None:
    """Only somebody who edits the manifest as well can bring verify to open it."""
    for content in (
        b"",
        b"PK",
        zipped({"a.py": b"right" * 99})[:-30],
        zipped({"a.py": b"right" * 99}).replace(b"right", b"wrong"),
    ):
        tree = Tree({"a.py": b"other", verify.ORIGINALS: content})
        written = {"a.py": digest(b"right"), verify.ORIGINALS: digest(content)}
        assert originals(tree, written).keys() == {verify.ORIGINALS}


def test_foreign_things_are_extra(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("nowhere")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c").write_bytes(b"1")
    (tmp_path / "d").symlink_to("b")
    tree = scan(tmp_path)
    assert tree == Tree({"b/c": b"1"}, ("a", "d"))
    assert departure({}, tree) == Drift((), (), ("a", "b/c", "d"))


def test_hashes_of_a_real_manifest() -> None:
    folder = Path(__file__).parents[2] / "generated" / "sinch_provisioning"
    tree = scan(folder)
    written = written_of(tree.files[verify.MANIFEST])
    assert len(written) > 50
    assert departure(written, tree).empty
