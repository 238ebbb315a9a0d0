"""What differs between two documents, words aside: the operations, and the schemas, that mean something else on the wire."""

from __future__ import annotations

import json
from typing import Any

from generator.contract.raw import RawDocument, join

_WORDS = {"description", "summary", "externalDocs", "example", "examples", "title", "tags"}


def operations(old: RawDocument, new: RawDocument) -> set[str]:
    """The operations of `new`, by pointer, that `old` has not, or that lead to something else there."""
    known = {it.pointer for it in old.operations}
    return {it.pointer for it in new.operations if it.pointer not in known or _differ(old, new, it.pointer)}


def schemas(old: RawDocument, new: RawDocument) -> set[str]:
    """The named schemas of `new`, by pointer, that `old` has not, or that lead to something else there."""
    known = set(old.schemas)
    return {it for it in new.schemas if it not in known or _differ(old, new, it)}


def _differ(old: RawDocument, new: RawDocument, pointer: str) -> bool:
    return _unfolded(old, pointer) != _unfolded(new, pointer)


def _unfolded(document: RawDocument, pointer: str) -> str:
    """All that a place leads to, as one text; a place that is on the way to itself is named by its pointer."""
    return json.dumps(_node(document, pointer, document.at(pointer), False, ()), sort_keys=True)


def _node(document: RawDocument, pointer: str, node: Any, named: bool, way: tuple[str, ...]) -> Any:
    """`named`: the keys of this mapping are names, not keywords."""
    if isinstance(node, dict) and isinstance(node.get("$ref"), str) and not named:
        place, target = document.follow(pointer)
        return place if place in way else _node(document, place, target, False, (*way, place))
    if isinstance(node, dict):
        return {
            key: _node(document, join(pointer, key), value, key == "properties" and not named, way)
            for key, value in node.items()
            if named or key not in _WORDS
        }
    if isinstance(node, list):
        return [_node(document, join(pointer, str(index)), value, False, way) for index, value in enumerate(node)]
    return node
