"""What a place of a document leads to: how far an edit of the document reaches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .items import METHODS
from .raw import RawDocument, RawOperation, Unreadable, join

Footprint = Mapping[str, Any]
"""The node of a place, and all nodes that references lead to from there, by pointer."""


def footprint(document: RawDocument, pointer: str) -> Footprint:
    """Everything that decides what the node at `pointer` means; a reference that leads nowhere decides nothing."""
    found: dict[str, Any] = {}
    waiting = [pointer]
    while waiting:
        place = waiting.pop()
        if place not in found:
            try:
                found[place] = document.at(place)
                waiting += [target for it in _referring(place, found[place]) if (target := document.target(it))]
            except Unreadable:
                continue
    return found


def of_operation(document: RawDocument, operation: RawOperation) -> Footprint:
    """The same of an operation: what its path and the whole document say counts for it as well."""
    own = footprint(document, operation.pointer)
    home = operation.pointer.rpartition("/")[0]
    shared = {key: footprint(document, join(home, key)) for key in document.at(home) if key not in METHODS}
    return {**own, **{join(home, key): value for key, value in shared.items()}, "": _general(document)}


def _general(document: RawDocument) -> Mapping[str, Any]:
    """What is said once for all operations."""
    schemes = document.value.get("components", {}).get("securitySchemes")
    return {"securitySchemes": schemes, **{key: document.value.get(key) for key in ("openapi", "servers", "security")}}


def _referring(pointer: str, node: Any) -> Iterator[str]:
    """The pointers of all references within a node."""
    waiting = [(pointer, node)]
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, dict):
            if isinstance(value.get("$ref"), str):
                yield place
            waiting += [(join(place, str(key)), item) for key, item in value.items()]
        elif isinstance(value, list):
            waiting += [(join(place, str(index)), item) for index, item in enumerate(value)]
