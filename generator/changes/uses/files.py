"""The Python files of a repository, without what is not its own code: environments, builds, copies of the client."""

from __future__ import annotations

import ast
import io
import json
import os
import re
import tokenize
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.changes.uses.findings import Unfollowed

MAX_SIZE = 4_000_000
"""Bytes. A larger file is data, not code that somebody has written."""

_SKIPPED = frozenset({"venv", "node_modules", "__pycache__", "site-packages", "eggs"})
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
_BUILT = frozenset({"build", "dist"})


@dataclass(frozen=True)
class SourceFile:
    """A Python file: where it is, its name relative to the root, and its text once it is read."""

    path: Path
    name: str
    text: str = ""

    @cached_property
    def lines(self) -> list[str]:
        """The lines as Python counts them."""
        return re.split(r"\r\n|\r|\n", self.text)


def parsed(text: str) -> ast.Module:
    """The syntax tree of Python code. Raises ValueError with a message on one line if there is none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Python thinks of somebody's escapes is no business of ours
            return ast.parse(text)
    except SyntaxError as wrong:
        raise ValueError(f"line {wrong.lineno or 1} is not valid Python: {wrong.msg}") from None
    except (RecursionError, MemoryError):
        raise ValueError("nested too deeply to be read") from None


@dataclass(frozen=True, slots=True)
class Tree:
    """The files below a root, and what could not be read. `copies` are folders that hold the client itself."""

    files: tuple[SourceFile, ...]
    copies: tuple[str, ...]
    unread: tuple[Unfollowed, ...]


@dataclass(slots=True)
class _Walk:
    package: str
    paths: list[tuple[str, Path]] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)
    unread: list[Unfollowed] = field(default_factory=list)


def tree_of(root: Path, package: str) -> Tree:
    """The Python files below a folder, or a single file, in the order of their names. Raises nothing for what it meets."""
    walk = _Walk(package)
    if os.path.isdir(root):  # noqa: PTH112 - Path raises where the folder above may not be entered
        _folder(root, "", walk)
    else:
        walk.paths.append((_shown(root.name), root))
    files = []
    for name, path in sorted(walk.paths):
        try:
            files.append(SourceFile(path, name, read(path)))
        except ValueError as why:
            files.append(SourceFile(path, name))
            walk.unread.append(Unfollowed(name, 1, 1, str(why)))
    return Tree(tuple(files), tuple(sorted(walk.copies)), tuple(walk.unread))


def read(path: Path) -> str:
    """The text of a file, in the encoding that it names. Raises ValueError if it cannot be read as text."""
    try:
        if path.stat().st_size > MAX_SIZE:
            raise ValueError(f"larger than {MAX_SIZE // 1_000_000} MB")
        content = path.read_bytes()
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
        return content.decode(encoding)
    except OSError as wrong:
        raise ValueError(f"cannot be read: {wrong.strerror or wrong}") from None
    except (SyntaxError, UnicodeDecodeError, LookupError):
        raise ValueError("not readable as text") from None


def _folder(root: Path, start: str, walk: _Walk) -> None:
    """Links to folders are not followed: they lead to code that is elsewhere, or round in circles."""
    waiting = [(root, start)]
    while waiting:
        folder, prefix = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda it: it.name)
        except OSError as wrong:
            walk.unread.append(Unfollowed(prefix.rstrip("/") or ".", 1, 1, f"cannot be read: {wrong.strerror}"))
            continue
        if _is_copy(folder, {it.name for it in entries}, walk.package):
            walk.copies.append(prefix.rstrip("/"))
            continue
        for it in entries:
            if it.is_dir(follow_symlinks=False):
                if not _is_foreign(Path(it.path)):
                    waiting.append((Path(it.path), f"{prefix}{_shown(it.name)}/"))
            elif it.name.endswith(".py") and _is_code(it):
                walk.paths.append((prefix + _shown(it.name), Path(it.path)))


def _shown(name: str) -> str:
    """A name of a file as a text that can be written anywhere."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _is_code(entry: os.DirEntry[str]) -> bool:
    """Whether it is a file, or a link that ought to be one: a broken link is told of, a pipe is left alone."""
    try:
        return entry.is_file() or (entry.is_symlink() and not _exists(Path(entry.path)))
    except OSError:
        return True  # a link to itself: reading it tells


def _is_foreign(folder: Path) -> bool:
    name = folder.name
    if name.startswith(".") or name in _SKIPPED or name.endswith((".egg-info", ".egg")):
        return True
    if name in _BUILT:
        return not _exists(folder / "__init__.py")
    return _exists(folder / "pyvenv.cfg")


def _exists(path: Path) -> bool:
    return os.path.exists(path)  # noqa: PTH110 - Path raises where the folder may not be entered


def _is_copy(folder: Path, names: set[str], package: str) -> bool:
    """Whether a folder is the client itself, which is not one of its own users."""
    if {"_runtime", "client.py"} <= names:
        return True
    if "MANIFEST.json" not in names:
        return False
    try:
        found = json.loads((folder / "MANIFEST.json").read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.get("package") == package


def imports_of(tree: ast.Module) -> Iterator[ast.Import | ast.ImportFrom]:
    """All imports of a module, wherever they stand."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield node
        for name in _BLOCKS:  # no statement is inside of an expression
            waiting += getattr(node, name, ())
