"""Which tests an edit can make fail: those of what it reaches, in the document or in the package.

A package that was swapped in kept the contract then. What means the same as in its document, and has the same code, keeps it still.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from ..document import reach
from ..document.raw import RawDocument
from ..pair import Pair

Chosen = Callable[[str], bool]
"""Whether the operation, schema or message at a pointer is tested."""

_UNTESTED = ("testing/", "API.md", "README.md", "MANIFEST.json", "models/__init__.py")
"""Files that no test of one operation or schema depends on."""

_VERSIONED = (("__init__.py", '__version__ = "{}"'), ("client.py", ", version {}."), ("client.py", '    "{}",\n'))
"""Where the package tells the version of its document, and how."""


def everything(pointer: str) -> bool:
    """Choose all tests."""
    return True


def reached(old: RawDocument, package: Path, pair: Pair) -> Chosen:
    """Chooses the operations, schemas and messages that differ from those of an `old` document and its `package`."""
    edited = _edited(_files(package), _files(pair.package.folder))
    if any(not name.startswith(("resources/", "models/")) for name in edited):
        return everything
    code = frozenset(_pointers(pair, edited))
    before, now = _footprints(old), _footprints(pair.document)

    def differs(pointer: str) -> bool:
        means = now(pointer)
        return not code.isdisjoint(means) or means != before(pointer)

    return differs


def _footprints(document: RawDocument) -> Callable[[str], reach.Footprint]:
    operations = {it.pointer: it for it in document.operations}

    def footprint(pointer: str) -> reach.Footprint:
        own = operations.get(pointer)
        return reach.footprint(document, pointer) if own is None else reach.of_operation(document, own)

    return footprint


def _edited(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> set[str]:
    """The files that are not the same in both, by path."""
    names = before.keys() | after.keys()
    return {it for it in names if before.get(it) != after.get(it) and not it.startswith(_UNTESTED)}


def _files(folder: Path) -> dict[str, bytes]:
    """The files of a package by path. Where they only name the version, which every release changes, it is left out."""
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    version = json.loads(found["MANIFEST.json"])["version"]
    for name, phrase in _VERSIONED:
        found[name] = found[name].replace(phrase.format(version).encode(), b"")
    return found


def _pointers(pair: Pair, edited: set[str]) -> Iterator[str]:
    """The places of the document whose code is in files."""
    symbols = pair.package.symbols
    for name in edited:
        file = pair.package.folder / name
        if name.startswith("resources/"):
            yield from (it for symbol, it in symbols.items() if symbol.startswith(f"resources.{file.stem}."))
        elif file.is_file():
            yield from (it for owner in _defined(file) if (it := symbols.get(f"models.{owner}")))


def _defined(file: Path) -> Iterator[str]:
    for node in ast.parse(file.read_bytes()).body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
