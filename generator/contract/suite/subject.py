"""What the suite is about, as a JSON file: a document with its overlays, a package, and what settings tell of both.

{"spec": PATH, "overlays": [PATH…], "package": PATH, "contradictions": {POINTER: REASON…} or null, "conventions": {…}}
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..conventions import Conventions
from ..document.raw import RawDocument, Unreadable, read
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
    return opening(json.loads(file.read_text(encoding="utf-8")))


def opening(value: Mapping[str, Any]) -> Subject:
    """What the content of such a file describes. Raises the same."""
    document = _document(value)
    package = Package(Path(value["package"]))
    _belong(document, package, value["spec"])
    pair = Pair(document, package, value["contradictions"], Conventions.from_json(value["conventions"]))
    before = value["earlier"]
    chosen = everything if before is None else reached(_document(before), Path(before["package"]), pair)
    return Subject(pair, chosen)


def _document(value: Any) -> RawDocument:
    return _usable(Path(value["spec"]), [Path(path) for path in value["overlays"]])


def _usable(spec: Path, overlays: Sequence[Path]) -> RawDocument:
    document = read(spec, overlays)
    value = document.value
    if not isinstance(value, dict) or not str(value.get("openapi", "")).startswith("3."):
        raise Unreadable(f"{spec} is no OpenAPI 3 document")
    try:
        for needed in ("operations", "schemas", "requested", "answered"):
            getattr(document, needed)
    except Unreadable:
        raise
    except Exception as problem:
        reason = f"{type(problem).__name__}: {problem}"
        raise Unreadable(f"{spec} is no valid document ({reason}); `provgen validate` tells what is wrong") from problem
    return document


def _belong(document: RawDocument, package: Package, spec: str) -> None:
    pointers = set(package.symbols.values())
    there = [pointer for pointer in pointers if _has(document, pointer)]
    if len(there) < _LEAST * len(pointers):
        raise Strangers(
            f"{package.folder} was not made from {spec}: of {len(pointers)} places of a document that its MANIFEST.json names, "
            f"{len(there)} are there"
        )


def _has(document: RawDocument, pointer: str) -> bool:
    try:
        document.at(pointer)
    except Unreadable:
        return False
    return True
