"""Hand edits of a copy, kept when it is renewed: a three-way merge of each edited file, by git.

git is what the people who edit have anyway, and nobody's merge is better known; without it, edits of files that change are conflicts.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, Severity
from generator.package import verify
from generator.package.fileset import FileSet, merge
from generator.package.verify import Drift, Tree

_OURS = (verify.MANIFEST, verify.ORIGINALS)
"""What no hand edits: it is written anew."""

_TIMEOUT = 60.0
"""Seconds that a merge may take."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The new files with the edits in them; `notes` tell of each edit, `conflicts` why some cannot be kept."""

    files: FileSet
    notes: tuple[Diagnostic, ...] = ()
    conflicts: tuple[Diagnostic, ...] = ()
    edited: bool = False


@dataclass(frozen=True, slots=True)
class _Edit:
    """A file as it was written, as it is and as it is to be; None: not there. `where` is its path in messages."""

    path: str
    where: str
    before: bytes | None
    now: bytes
    new: bytes | None


def merge_edits(tree: Tree, written: dict[str, str], new: FileSet, where: str, version: str) -> Merged:
    """Keep the edits of a tree, whose manifest lists the hashes `written`, in the files that are to replace it.

    `where` is the folder of the copy in messages, `version` that of the new files.
    """
    drift, before = verify.departure(written, tree), verify.originals(tree, written)
    edits = [it for it in _edits(tree, drift, before, new, where) if it.now != it.new]
    kept: dict[str, bytes] = {}
    conflicts = [_conflict(f"{where}/{path}", "is not a regular file") for path in tree.foreign]
    for it in edits:
        found = _kept(it, version)
        if isinstance(found, Diagnostic):
            conflicts.append(found)
        else:
            kept[it.path] = found
    notes = [_note("edit-kept", f"{where}/{path}: your edit is kept") for path in sorted(kept)]
    notes += [_note("file-back", f"{where}/{path} was missing") for path in drift.missing if path in new]
    files = merge({path: content for path, content in new.items() if path not in kept}, kept)
    return Merged(files, tuple(notes), tuple(conflicts), bool(kept))


def _edits(tree: Tree, drift: Drift, before: FileSet, new: FileSet, where: str) -> Iterator[_Edit]:
    for path in drift.paths:
        if path in tree.files and path not in _OURS:
            original = before.get(path) if path in drift.edited else None
            yield _Edit(path, f"{where}/{path}", original, tree.files[path], new.get(path))


def _kept(edit: _Edit, version: str) -> bytes | Diagnostic:
    """The content that has both an edit and what is new."""
    added = edit.before is None
    if edit.new is None:
        return edit.now if added else _conflict(edit.where, f"was edited, and {version} has no such file")
    if added:
        return _conflict(edit.where, f"is not what was written, and what {version} has there cannot be merged with it")
    assert edit.before is not None
    if edit.new == edit.before:
        return edit.now
    merged = three_way(edit.before, edit.now, edit.new)
    return (
        merged
        if isinstance(merged, bytes)
        else _conflict(edit.where, f"was edited where {version} changes it: {merged}")
    )


def three_way(before: bytes, one: bytes, other: bytes) -> bytes | str:
    """Both edits of a text, or why that cannot be."""
    with tempfile.TemporaryDirectory(prefix="provgen-merge-") as folder:
        files = {"edited": one, "original": before, "new": other}
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        command = ["git", "merge-file", "--stdout", "--quiet", *files]
        try:
            done = subprocess.run(command, cwd=folder, capture_output=True, timeout=_TIMEOUT, check=False)
        except OSError:
            return "git, which merges, is not installed"
        except subprocess.TimeoutExpired:
            return f"git merge-file took over {_TIMEOUT:g} seconds"
    if done.returncode == 0:
        return done.stdout
    # git counts conflicts in its exit code, up to 127, and has larger ones for errors.
    return _places(done.stdout) if done.returncode < 128 else "git cannot merge it; it may be no text"


def _places(merged: bytes) -> str:
    found = [line for line, text in enumerate(_without_theirs(merged), 1) if text.startswith(b"<<<<<<< ")]
    marks = [line - before for before, line in enumerate(found)]
    return f"line{'s' if len(marks) > 1 else ''} {', '.join(map(str, marks))}"


def _without_theirs(merged: bytes) -> Iterator[bytes]:
    """The lines as the edited file has them, with a line for each place of a conflict before its first."""
    theirs = False
    for line in merged.split(b"\n"):
        if line.startswith(b"======="):
            theirs = True
        elif line.startswith(b">>>>>>> "):
            theirs = False
        elif not theirs:
            yield line


def _conflict(where: str, why: str) -> Diagnostic:
    hint = "nothing was changed; take the edit back (`--status` shows it as a patch), or give --force to lose it"
    return Diagnostic("edit-conflict", f"{where} {why}", hint=hint)


def _note(code: str, message: str) -> Diagnostic:
    return Diagnostic(code, message, Severity.INFO)
