"""What the suite is about, as a JSON file: a document, a package, and what settings tell of both.

{"name": TEXT, "document": {…}, "package": PATH, "contradictions": {POINTER: REASON…} or null, "conventions": {…},
"earlier": {"name": TEXT, "document": {…}, "package": PATH} or null}

The document has its overlays; a path is relative to the folder of the file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..conventions import Conventions
from ..document.raw import RawDocument, Unreadable, whole
from ..pair import Pair
from ..python.package import Package
from .choosing import Chosen, everything, reached

_LEAST = 0.5
"""The share of what a package says it was made from that the document must have."""


class Strangers(Exception):
    """The package was made from another document."""


@dataclass(frozen=True)
class Subject:
    """The pair, and which of its operations, schemas and messages are tested."""

    pair: Pair
    chosen: Chosen


@cache
def opened(file: Path) -> Subject:
    """What a file describes, opened once in a process. Raises `Unreadable`, `NotAPackage`, or `Strangers`."""
    return opening(json.loads(file.read_text(encoding="utf-8")), file.parent)


def opening(value: Mapping[str, Any], folder: Path = Path()) -> Subject:
    """What the content of such a file in `folder` describes. Raises the same."""
    document = _document(value)
    package = Package((folder / value["package"]).resolve())
    _belong(document, package, value["name"])
    part = document if package.tags is None else RawDocument(document.value, package.tags)
    pair = Pair(part, package, value["contradictions"], Conventions.from_json(value["conventions"]))
    before = value["earlier"]
    chosen = everything if before is None else reached(_document(before), folder / before["package"], pair)
    return Subject(pair, chosen)


def _document(value: Mapping[str, Any]) -> RawDocument:
    return _usable(value["document"], value["name"])


def _usable(value: Any, name: str) -> RawDocument:
    if not isinstance(value, dict) or not str(value.get("openapi", "")).startswith("3."):
        raise Unreadable(f"{name} is no OpenAPI 3 document")
    document = whole(value, name)
    try:
        for needed in ("operations", "schemas", "requested", "answered"):
            getattr(document, needed)
    except Unreadable:
        raise
    except Exception as problem:
        reason = f"{type(problem).__name__}: {problem}"
        raise Unreadable(f"{name} is no valid document ({reason}); `provgen validate` tells what is wrong") from problem
    return document


def _belong(document: RawDocument, package: Package, name: str) -> None:
    pointers = set(package.symbols.values())
    there = [pointer for pointer in pointers if _has(document, pointer)]
    if len(there) < _LEAST * len(pointers):
        raise Strangers(
            f"{package.folder} was not made from {name}: of {len(pointers)} places of a document that its MANIFEST.json names, "
            f"{len(there)} are there"
        )


def _has(document: RawDocument, pointer: str) -> bool:
    try:
        document.at(pointer)
    except Unreadable:
        return False
    return True
