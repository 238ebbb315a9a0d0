"""Is a generated package as it was written? This module answers with the standard library alone, and imports nothing else.

Copies of a client in other repositories carry it, byte for byte. There it is a command, as a module or as a file:

    python -m acme._vendor.client.verify
    python -I -S src/acme/_vendor/client/verify.py

It prints which files were edited, are missing or extra, and the difference from what was written. Exit codes: 0 as written,
1 not so.
"""

from __future__ import annotations

import difflib
import hashlib
import io
import json
import os
import stat
import sys
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FileSet = Mapping[str, bytes]
"""Path relative to the package folder → content."""

MANIFEST = "MANIFEST.json"
"""Holds the SHA-256 of each other file."""

ORIGINALS = "ORIGINALS.zip"
"""Holds all files but these two, as they were written: what edits are told by, and merged with the next version."""

FORMAT = 1
"""The newest format of the manifest that is known here."""

_COMPILED = "__pycache__"


class DamagedError(ValueError):
    """A manifest cannot be read, is damaged, or of a newer format; the text is one line."""


@dataclass(frozen=True, slots=True)
class Tree:
    """What stands in a folder: its regular files, and paths of anything else (links, pipes …), both without caches."""

    files: FileSet
    foreign: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drift:
    """How a folder departs from its manifest: paths, sorted."""

    edited: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether the folder is exactly what the manifest says."""
        return not (self.edited or self.missing or self.extra)

    @property
    def paths(self) -> tuple[str, ...]:
        """All of them, sorted."""
        return tuple(sorted((*self.edited, *self.missing, *self.extra)))


def scan(folder: Path) -> Tree:
    """All files below a folder. Raises `OSError`."""
    files: dict[str, bytes] = {}
    foreign: list[str] = []
    for base, folders, names in os.walk(folder, onerror=_raise):
        folders[:] = sorted(name for name in folders if name != _COMPILED)
        links = [name for name in folders if Path(base, name).is_symlink()]
        for name in [*names, *links]:
            path = Path(base, name)
            if stat.S_ISREG(path.lstat().st_mode):
                files[path.relative_to(folder).as_posix()] = path.read_bytes()
            else:
                foreign.append(path.relative_to(folder).as_posix())
    return Tree(dict(sorted(files.items())), tuple(sorted(foreign)))


def _raise(problem: OSError) -> None:
    raise problem


def digest(content: bytes) -> str:
    """The SHA-256 of `content` in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def departure(written: Mapping[str, str], tree: Tree) -> Drift:
    """How a tree departs from what was written: SHA-256 hashes by path. The manifest itself is not looked at."""
    present = {path: content for path, content in tree.files.items() if path != MANIFEST}
    both = present.keys() & written.keys()
    return Drift(
        edited=tuple(sorted(path for path in both if digest(present[path]) != written[path])),
        missing=tuple(sorted(written.keys() - present.keys())),
        extra=tuple(sorted({*(present.keys() - written.keys()), *tree.foreign})),
    )


def written_of(content: bytes) -> dict[str, str]:
    """The hashes by path that a manifest lists. Raises `DamagedError`."""
    try:
        data = json.loads(content)
        number = data["format"]
        if isinstance(number, int) and number > FORMAT:
            raise DamagedError(
                f"is of format {number}, and formats up to {FORMAT} are known here: take a newer verify.py"
            )
        return {str(path): _text(record["sha256"]) for path, record in data["files"].items()}
    except DamagedError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise DamagedError(f"is damaged: {type(problem).__name__}: {problem}") from None


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} stands where a text should")
    return value


def originals(tree: Tree, written: Mapping[str, str]) -> dict[str, bytes]:
    """The files of a copy as they were written, as far as it has them: those with the hashes that its manifest lists."""
    intact = {path: found for path, found in tree.files.items() if written.get(path) == digest(found)}
    archived = _unpacked(intact.get(ORIGINALS, b""))
    return intact | {path: found for path, found in archived.items() if digest(found) == written.get(path)}


def _unpacked(archive: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            return {name: opened.read(name) for name in opened.namelist()}
    except Exception:  # of one that is damaged, anything may be raised
        return {}


def difference(before: FileSet, tree: Tree, drift: Drift, folder: str = "") -> str:
    """What was done to the originals `before`, as a unified diff; files whose original is not known are left out.

    `folder` is what stands before each path, with a slash at its end.
    """
    after = {**tree.files, **dict.fromkeys(tree.foreign, b"(something else than a file)\n")}
    told = [path for path in drift.paths if path in before or path in drift.extra]
    old, new = ({f"{folder}{path}": files[path] for path in told if path in files} for files in (before, after))
    return unified_diff(old, new)


def unified_diff(old: FileSet, new: FileSet) -> str:
    """The difference as a unified diff, files in order of their paths; empty if there is none."""
    touched = sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path))
    return "".join(line for path in touched for line in _file_diff(path, old.get(path), new.get(path)))


def _file_diff(path: str, old: bytes | None, new: bytes | None) -> Iterator[str]:
    header = ("/dev/null" if old is None else f"a/{path}", "/dev/null" if new is None else f"b/{path}")
    lines = list(difflib.unified_diff(_lines(old), _lines(new), *header))
    # A file that is empty on both sides of an addition or removal has no lines to show.
    for line in lines or [f"--- {header[0]}\n", f"+++ {header[1]}\n"]:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(content: bytes | None) -> list[str]:
    text = (content or b"").decode(errors="replace")
    # Only "\n" separates lines here: str.splitlines would also cut at form feeds and the like.
    return [line + "\n" for line in text.split("\n")[:-1]] + ([last] if (last := text.rpartition("\n")[2]) else [])


def main() -> int:
    """Verify the package that this file lies in, and print what was found. The exit code."""
    folder = Path(__file__).resolve().parent
    # Names and lines of files are shown whatever a terminal can show.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        tree = scan(folder)
        if MANIFEST not in tree.files:
            raise DamagedError("is missing: this is no copy that could be verified")
        written = written_of(tree.files[MANIFEST])
        drift = departure(written, tree)
        shown = difference(originals(tree, written), tree, drift)
    except DamagedError as problem:
        print(f"{folder.name}: {MANIFEST} {problem}", file=sys.stderr)
        return 1
    except OSError as problem:
        print(f"{folder.name}: {problem}", file=sys.stderr)
        return 1
    if drift.empty:
        print(f"{folder.name}: as written ({len(written)} files)")
        return 0
    for kind, paths in (("edited", drift.edited), ("missing", drift.missing), ("extra", drift.extra)):
        for path in paths:
            print(f"{kind + ':':8} {path}")
    print(shown, end="")
    print(f"{folder.name}: {len(drift.paths)} of its files are not as they were written", file=sys.stderr)
    return 1


if __name__ == "__main__":
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read this has enough; Python must not try to write the rest when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)
