"""The archive: versions in order, a lock that is read back as written, documents that are what the lock says."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, ProvgenError, Severity
from generator.specs.archive import (
    Entry,
    Lock,
    check_version,
    document_path,
    find_entry,
    newest,
    parse_lock,
    read_document,
    read_lock,
    render_lock,
    sha256,
    store,
    updating,
    verify,
    version_key,
    write_atomic,
    write_lock,
)

ROOT = Path(__file__).parents[2]
HASH = "0" * 64


def entry(version: str, data: bytes = b"", date: str | None = None, file: str = "openapi.yaml") -> Entry:
    return Entry(version, file, sha256(data), len(data), "published", f"https://a.example/{version}", date)


def lock_of(*entries: Entry) -> Lock:
    return Lock({item.version: item for item in entries})


def problems(data: bytes) -> Diagnostic:
    with pytest.raises(ProvgenError) as caught:
        parse_lock(data, "spec/spec.lock")
    [diagnostic] = caught.value.diagnostics
    return diagnostic


# Versions


def test_versions_are_ordered_by_number() -> None:
    ordered = [
        "1.2",
        "1.2.7",
        "1.2.9",
        "1.2.16",
        "1.2.16+0a1b2c3d",
        "1.2.36",
        "1.2.117",
        "1.3.0-alpha",
        "1.3.0-beta.2",
        "1.3.0-beta.11",
        "1.3.0",
        "1.3.0+ffff0000",
        "1.10.0",
        "2024-01-01",
        "v1",
    ]
    shuffled = list(ordered)
    random.Random(4).shuffle(shuffled)
    assert sorted(shuffled, key=version_key) == ordered


@pytest.mark.parametrize("version", ["1", "1.2.117", "v2", "2024-01-01", "1.2.36+0a1b2c3d", "1.0.0-rc.1", "a" * 64])
def test_fit_versions(version: str) -> None:
    assert check_version(version) == version


@pytest.mark.parametrize(
    "version",
    ["", ".", "..", "1..2", "a/b", "a\\b", "../x", "-1", "+1", ".git", "1.", "1\n", "1 2", "é", "１", "a" * 65, "x\0"]
    + ["overlays", "Overlays", "con", "NUL", "com1", "aux.1", "1.2;rm", "$(x)", "a:b"],
)
def test_unfit_versions(version: str) -> None:
    with pytest.raises(ProvgenError) as caught:
        check_version(version)
    [diagnostic] = caught.value.diagnostics
    assert diagnostic.code == "unfit-version"
    assert len(diagnostic.message) < 200


def test_newest_is_the_highest_and_of_republished_ones_the_latest() -> None:
    assert newest(Lock()) is None
    old, new = entry("1.2.9"), entry("1.2.16")
    assert newest(lock_of(new, old)) == new
    first = entry("1.2.16+ffff0000", date="2026-01-01T00:00:00Z")
    last = entry("1.2.16+00001111", date="2026-01-02T00:00:00Z")
    assert newest(lock_of(last, first, new, old)) == last
    assert newest(lock_of(last, entry("1.2.17"))) == entry("1.2.17")


def test_finding_a_version_that_is_not_there_names_those_that_are() -> None:
    lock = lock_of(entry("1.2.16"), entry("1.2.9"))
    assert find_entry(lock, "1.2.9") == entry("1.2.9")
    with pytest.raises(ProvgenError) as caught:
        find_entry(lock, "1.2.8")
    assert caught.value.diagnostics[0].hint == "Archived: 1.2.9, 1.2.16."


# The lock


def full_lock() -> Lock:
    published = Entry(
        "1.2.9", "openapi.json", HASH, 7, "published", "https://a.example/", "2026-01-02T03:04:05Z", 'W/"é"', "x"
    )
    rebuilt = Entry("1.2.16", "openapi.yaml", "f" * 64, 0, "rebuilt")
    return Lock({"1.2.16": rebuilt, "1.2.9": published}, "1.2.16", {"b": {"z": [1, None], "a": "é"}, "a": True})


def test_lock_is_read_back_as_written() -> None:
    assert parse_lock(render_lock(full_lock()), "spec.lock") == full_lock()


def test_lock_does_not_show_the_order_it_was_made_in() -> None:
    lock = full_lock()
    turned = Lock(
        dict(reversed(list(lock.entries.items()))), lock.generated, {"a": True, "b": {"a": "é", "z": [1, None]}}
    )
    assert render_lock(turned) == render_lock(lock)
    assert list(json.loads(render_lock(lock))["versions"]) == ["1.2.9", "1.2.16"]


def test_lock_says_what_the_format_promises() -> None:
    content = json.loads(render_lock(full_lock()))
    assert content["schema"] == 1
    assert content["generated"] == "1.2.16"
    assert content["versions"]["1.2.16"] == {
        "file": "openapi.yaml",
        "bytes": 0,
        "sha256": "f" * 64,
        "source": "rebuilt",
    }
    assert content["versions"]["1.2.9"]["etag"] == 'W/"é"'


def test_no_lock_is_an_empty_lock(tmp_path: Path) -> None:
    assert read_lock(tmp_path) == Lock()
    assert read_lock(tmp_path / "nowhere") == Lock()


def test_writing_the_same_lock_touches_nothing(tmp_path: Path) -> None:
    write_lock(tmp_path, full_lock())
    before = (tmp_path / "spec.lock").stat()
    write_lock(tmp_path, full_lock())
    after = (tmp_path / "spec.lock").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert read_lock(tmp_path) == full_lock()


def test_lock_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "spec.lock").mkdir()
    with pytest.raises(ProvgenError) as caught:
        read_lock(tmp_path)
    assert caught.value.diagnostics[0].code == "lock-unreadable"


def edited(old: str, new: str) -> bytes:
    text = render_lock(full_lock()).decode()
    assert old in text
    return text.replace(old, new, 1).encode()


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", 1),
        (b"not json", 1),
        (b"[]", 1),
        (b"{}", 1),
        (b'\xff{"schema": 1}', 1),
        (b"[" * 100_000, 1),
        (edited('"schema": 1,', '"schema": 2,'), 2),
        (edited('"schema": 1,\n', ""), 1),
        (edited(' "versions": {', "<<<<<<< ours\n"), 4),
        (edited('"generated": "1.2.16"', '"generated": "1.2.17"'), 3),
        (edited('"1.2.16": {', '"1.2.9": {'), 15),
        (edited('"generated": "1.2.16"', '"generated": null').replace(b'"1.2.16": {', b'"../../x": {'), 15),
        (edited('"source": "rebuilt"', '"source": "found"'), 19),
        (edited('"bytes": 0', '"bytes": "0"'), 17),
        (edited('"bytes": 0', '"bytes": true'), 17),
        (edited('"bytes": 0', '"bytes": -1'), 17),
        (edited("f" * 64, "f" * 63), 18),
        (edited("openapi.yaml", "../../etc/passwd"), 16),
        (edited('"last_modified": "x"', '"last_modified": 3'), 13),
        (edited('"names": {', '"names": [], "x": {'), 22),
    ],
)
def test_damaged_locks_are_located(data: bytes, line: int) -> None:
    diagnostic = problems(data)
    assert diagnostic.location is not None
    assert diagnostic.location.file == "spec/spec.lock"
    assert diagnostic.location.line == line


# Documents


def test_stored_document_is_read_back(tmp_path: Path) -> None:
    lock = store(tmp_path, Lock(generated=None, names={"a": 1}), entry("1.0", b"data"), b"data")
    assert read_lock(tmp_path) == lock
    assert read_document(tmp_path, lock.entries["1.0"]) == b"data"
    assert document_path(tmp_path, lock.entries["1.0"]).stat().st_mode & 0o777 == 0o644
    assert verify(tmp_path, lock) == []


def test_versions_that_differ_in_case_only_are_kept_apart(tmp_path: Path) -> None:
    lock = store(tmp_path, Lock(), entry("1.0-RC", b"a"), b"a")
    with pytest.raises(ProvgenError) as caught:
        store(tmp_path, lock, entry("1.0-rc", b"b"), b"b")
    assert caught.value.diagnostics[0].code == "unfit-version"
    assert read_document(tmp_path, lock.entries["1.0-RC"]) == b"a"


def test_store_takes_no_unfit_version(tmp_path: Path) -> None:
    with pytest.raises(ProvgenError):
        store(tmp_path / "spec", Lock(), entry("../x", b"a"), b"a")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"dat4", b"data\n", b""])
def test_changed_document_is_found(content: bytes, tmp_path: Path) -> None:
    lock = store(tmp_path, Lock(), entry("1.0", b"data"), b"data")
    path = tmp_path / "1.0" / "openapi.yaml"
    path.write_bytes(content)
    [diagnostic] = verify(tmp_path, lock)
    assert (diagnostic.code, diagnostic.severity) == ("archive-changed", Severity.ERROR)
    assert diagnostic.location is not None and diagnostic.location.file == str(path)


def test_missing_and_unknown_documents_are_found(tmp_path: Path) -> None:
    lock = store(tmp_path, Lock(), entry("1.0", b"data"), b"data")
    (tmp_path / "1.0" / "openapi.yaml").rename(tmp_path / "1.0" / "openapi.json")
    missing, stranger = verify(tmp_path, lock)
    assert (missing.code, stranger.code) == ("archive-missing", "archive-stranger")
    assert stranger.severity is Severity.WARNING


def test_places_below_the_current_folder_are_shown_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    [diagnostic] = verify(tmp_path / "spec", lock_of(entry("1.0")))
    assert str(diagnostic.location) == "spec/1.0/openapi.yaml:1:1"


# Writing


def test_two_runs_do_not_write_at_once(tmp_path: Path) -> None:
    with updating(tmp_path) as lock:
        store(tmp_path, lock, entry("1.0", b"data"), b"data")
        with pytest.raises(ProvgenError) as caught, updating(tmp_path, wait=0.1):
            raise AssertionError("both hold the archive")
    assert caught.value.diagnostics[0].code == "archive-busy"
    with updating(tmp_path) as lock:
        assert list(lock.entries) == ["1.0"]
    assert not (tmp_path / ".lock").exists()


def test_what_a_killed_run_left_is_cleared(tmp_path: Path) -> None:
    store(tmp_path, Lock(), entry("1.0", b"data"), b"data")
    (tmp_path / ".spec.lock.x.tmp").write_bytes(b"")
    (tmp_path / "1.0" / ".openapi.yaml.x.tmp").write_bytes(b"")
    with updating(tmp_path):
        assert not [*tmp_path.rglob("*.tmp")]


def test_archive_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "spec").write_bytes(b"a file")
    with pytest.raises(ProvgenError) as caught, updating(tmp_path / "spec"):
        raise AssertionError("nothing to hold")
    assert caught.value.diagnostics[0].code == "cannot-write"


def test_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    write_atomic(path, b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProvgenError) as caught:
        write_atomic(path, b"new")
    assert "No space left" in caught.value.diagnostics[0].message
    assert [item.name for item in tmp_path.iterdir()] == ["file"]
    assert path.read_bytes() == b"old"


def test_write_to_an_impossible_place_is_a_diagnostic(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ProvgenError) as caught:
        write_atomic(tmp_path / "file" / "below", b"")
    assert caught.value.diagnostics[0].code == "cannot-write"


# What this repository archives


def test_committed_archive_is_what_its_lock_says() -> None:
    lock = read_lock(ROOT / "spec")
    assert verify(ROOT / "spec", lock) == []
    assert {"1.2.16", "1.2.36"} <= set(lock.entries)
    assert lock.generated in lock.entries
    assert render_lock(lock) == (ROOT / "spec" / "spec.lock").read_bytes()
