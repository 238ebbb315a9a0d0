"""Hand edits and a new version, put together."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.package import verify
from generator.package.fileset import digest
from generator.package.verify import Tree
from generator.vendoring.merging import Merged, merge_edits, three_way

BEFORE = b"one\ntwo\nthree\nfour\nfive\n"


def merged(before: Mapping[str, bytes], now: Mapping[str, bytes], new: Mapping[str, bytes]) -> Merged:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for path, data in before.items():
            archive.writestr(path, data)
    whole = {**before, verify.ORIGINALS: content.getvalue()}
    written = {path: digest(data) for path, data in whole.items()}
    return merge_edits(Tree({**now, verify.ORIGINALS: content.getvalue()}), written, new, "copy", "2.0")


def told(found: Merged) -> list[str]:
    return [it.message for it in found.conflicts]


def test_without_edits_the_new_files_are_taken() -> None:
    found = merged({"a": b"1"}, {"a": b"1"}, {"a": b"2", "b": b"3"})
    assert found == Merged({"a": b"2", "b": b"3"})


def test_an_edit_of_what_stays_is_kept() -> None:
    found = merged({"a": b"1"}, {"a": b"mine"}, {"a": b"1"})
    assert (found.files, found.edited, told(found)) == ({"a": b"mine"}, True, [])


def test_edits_of_other_lines_are_put_together() -> None:
    found = merged({"a": BEFORE}, {"a": BEFORE.replace(b"one", b"1")}, {"a": BEFORE.replace(b"five", b"5")})
    assert found.files == {"a": b"1\ntwo\nthree\nfour\n5\n"}


def test_an_edit_that_the_new_version_has_too_is_none() -> None:
    found = merged({"a": b"1"}, {"a": b"2"}, {"a": b"2"})
    assert found == Merged({"a": b"2"})


def test_what_cannot_be_kept_is_listed() -> None:
    text = BEFORE + b"more\n" * 20 + b"last\n"
    edited = text.replace(b"two", b"zwei").replace(b"last", b"zuletzt")
    new = text.replace(b"two", b"deux").replace(b"last", b"dernier")
    before = {"a": text, "gone": b"1", "same": b"1", "binary": b"\0\1"}
    now = {"a": edited, "gone": b"2", "same": b"1", "added": b"mine", "binary": b"\0\2"}
    found = merged(before, now, {"a": new, "same": b"1", "added": b"theirs", "binary": b"\0\3"})
    assert told(found) == [
        "copy/a was edited where 2.0 changes it: lines 2, 26",
        "copy/added is not what was written, and what 2.0 has there cannot be merged with it",
        "copy/binary was edited where 2.0 changes it: git cannot merge it; it may be no text",
        "copy/gone was edited, and 2.0 has no such file",
    ]


def test_files_that_were_added_stay_and_missing_ones_come_back() -> None:
    found = merged({"a": b"1", "b": b"1"}, {"a": b"1", "mine": b"x"}, {"a": b"2", "b": b"2"})
    assert found.files == {"a": b"2", "b": b"2", "mine": b"x"}
    assert [it.message for it in found.notes] == ["copy/mine: your edit is kept", "copy/b was missing"]


def test_a_link_is_a_conflict() -> None:
    found = merge_edits(Tree({}, ("link",)), {}, {"a": b"1"}, "copy", "2.0")
    assert told(found) == ["copy/link is not a regular file"]


def test_without_originals_edits_cannot_be_merged() -> None:
    tree = Tree({"a": b"mine", "b": b"1"})
    found = merge_edits(tree, {"a": digest(b"1"), "b": digest(b"1")}, {"a": b"2", "b": b"2"}, "copy", "2.0")
    assert told(found) == ["copy/a is not what was written, and what 2.0 has there cannot be merged with it"]


def test_without_git_edits_cannot_be_merged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert three_way(b"1\n", b"2\n", b"3\n") == "git, which merges, is not installed"


def test_git_that_takes_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("git", 60)

    monkeypatch.setattr(subprocess, "run", hang)
    assert three_way(b"1\n", b"2\n", b"3\n") == "git merge-file took over 60 seconds"


lines = st.lists(st.sampled_from([b"a", b"b", b"c", b"d"]), max_size=6).map(
    lambda it: b"".join(line + b"\n" for line in it)
)


@settings(max_examples=40, deadline=None)
@given(lines, lines)
def test_one_sided_edits_always_merge(before: bytes, after: bytes) -> None:
    assert three_way(before, after, before) == after
    assert three_way(before, before, after) == after
    assert three_way(before, after, after) == after
