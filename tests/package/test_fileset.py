"""The in-memory package: merging, hashing, comparing."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.diagnostics import ProvgenError
from generator.package.fileset import compare, digest, merge, tree_hash, unified_diff


def test_merge_joins_sorts_and_encodes() -> None:
    merged = merge({"b.py": "x = 'é'\n"}, {"a/c.py": b"\x00"})
    assert list(merged.items()) == [("a/c.py", b"\x00"), ("b.py", "x = 'é'\n".encode())]


@pytest.mark.parametrize(
    "paths",
    [
        ["a.py", "A.py"],
        ["models/x.py", "Models/x.py"],
        ["models", "models/x.py"],
        ["models/x.py", "models"],
        ["straße.py", "STRASSE.py"],
    ],
)
def test_merge_refuses_two_that_want_one_place(paths: list[str]) -> None:
    with pytest.raises(ProvgenError) as caught:
        merge(dict.fromkeys(paths, b""))
    assert [d.code for d in caught.value.diagnostics] == ["output-path"]
    assert all(repr(path) in caught.value.diagnostics[0].message for path in paths)


def test_merge_refuses_the_same_path_in_two_parts() -> None:
    with pytest.raises(ProvgenError, match="want the same place"):
        merge({"a.py": b"1"}, {"a.py": b"1"})


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../x.py",
        "a/../b.py",
        "a//b.py",
        "./a.py",
        "a/",
        "a\\b.py",
        "C:x.py",
        "a\n.py",
        "a\0.py",
        "a.",
        "a /b",
        "..",
        "a/.",
    ],
)
def test_merge_refuses_paths_that_leave_or_do_not_travel(path: str) -> None:
    with pytest.raises(ProvgenError) as caught:
        merge({path: b""})
    assert {d.code for d in caught.value.diagnostics} == {"output-path"}


def test_merge_reports_every_problem_at_once() -> None:
    with pytest.raises(ProvgenError) as caught:
        merge({"/a": b"", "../b": b"", "x.py": b"", "X.py": b""})
    assert len(caught.value.diagnostics) == 3


def test_tree_hash_depends_on_content_alone_not_on_order() -> None:
    files = {f"{name}.py": name.encode() for name in "abcdefgh"}
    shuffled = list(files.items())
    random.Random(3).shuffle(shuffled)
    assert tree_hash(dict(shuffled)) == tree_hash(files)


def test_tree_hash_separates_trees_whose_bytes_run_together_alike() -> None:
    trees = [{"a": b"bc"}, {"ab": b"c"}, {"a": b"b", "c": b""}, {"a": b"", "bc": b""}, {"a": b"bd"}, {}]
    assert len({tree_hash(tree) for tree in trees}) == len(trees)


def test_tree_hash_is_the_documented_sequence() -> None:
    assert tree_hash({"b": b"22", "a": b"1"}) == digest(b"provgen tree 1\n2\n1\na1\n11\nb2\n22")


def test_compare_names_each_kind() -> None:
    result = compare({"same": b"1", "edit": b"1", "gone": b"1"}, {"same": b"1", "edit": b"2", "new": b"1"})
    assert (result.added, result.changed, result.removed, result.unchanged) == (
        ("new",),
        ("edit",),
        ("gone",),
        ("same",),
    )
    assert not result.empty
    assert compare({"a": b""}, {"a": b""}).empty


def test_unified_diff_is_empty_for_equal_sets() -> None:
    assert unified_diff({"a": b"1\n"}, {"a": b"1\n"}) == ""


def test_unified_diff_shows_edits_additions_and_removals_in_order() -> None:
    text = unified_diff({"b": b"1\n2\n", "c": b"x\n"}, {"a": b"new", "b": b"1\n3\n"})
    assert text.splitlines() == [
        "--- /dev/null",
        "+++ b/a",
        "@@ -0,0 +1 @@",
        "+new",
        "\\ No newline at end of file",
        "--- a/b",
        "+++ b/b",
        "@@ -1,2 +1,2 @@",
        " 1",
        "-2",
        "+3",
        "--- a/c",
        "+++ /dev/null",
        "@@ -1 +0,0 @@",
        "-x",
    ]


def test_unified_diff_names_an_empty_file() -> None:
    assert unified_diff({}, {"py.typed": b""}) == "--- /dev/null\n+++ b/py.typed\n"


def test_unified_diff_can_be_applied(tmp_path: Path) -> None:
    patch = shutil.which("patch")
    old = {"a.py": b"1\n2\n3\n", "b.py": b"x\x0cy\r\nz"}
    new = {"a.py": b"1\n3\n4\n", "b.py": b"x\x0cy\r\nw\n"}
    for path, content in old.items():
        (tmp_path / path).write_bytes(content)
    diff = unified_diff(old, new).encode()
    assert patch, "the tool `patch` is part of every development machine"
    subprocess.run([patch, "-p1", "--binary"], input=diff, cwd=tmp_path, check=True, capture_output=True)
    assert {path: (tmp_path / path).read_bytes() for path in old} == new
