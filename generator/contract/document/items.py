"""Path items where they are used: a document may refer to them, but it is the place of the reference that has the operations."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from .dialect import resolved

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

Items = dict[str, Any]
"""Path items, or references to some, by path, name or expression."""


def in_place(document: Any) -> Any:
    """A document in which no path item is a reference, unless it leads nowhere or to itself; the same if it is so already."""
    if not any(_refers(item) for items in _holders(document) for item in items.values()):
        return document
    found = copy.deepcopy(document)
    for items in list(_holders(found)):
        items.update({name: _followed(found, item) for name, item in items.items()})
    return found


def _holders(document: Any) -> Iterator[Items]:
    """All that holds path items: paths, webhooks, what is named, and the callbacks of all operations in them."""
    components = _part(document, "components")
    holders = [_part(document, "paths"), _part(document, "webhooks"), _part(components, "pathItems")]
    holders += _part(components, "callbacks").values()
    while holders:
        holder = holders.pop()
        if isinstance(holder, dict) and not _refers(holder):
            yield holder
            operations = (_part(item, method) for item in holder.values() for method in METHODS)
            holders += [it for operation in operations for it in _part(operation, "callbacks").values()]


def _part(node: Any, name: str) -> dict[str, Any]:
    found = node.get(name) if isinstance(node, dict) else None
    return found if isinstance(found, dict) else {}


def _refers(node: Any) -> bool:
    return isinstance(node, dict) and isinstance(node.get("$ref"), str)


def _followed(document: Any, item: Any) -> Any:
    seen: list[Any] = []
    while _refers(item) and item not in seen:
        seen.append(item)
        item = resolved(document, item["$ref"])
    return seen[0] if seen and (item is None or _refers(item)) else item
