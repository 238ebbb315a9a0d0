"""What a schema takes in: by reference, by `allOf`, and by choices that leave no choice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.changes.schemas.views import NOTES
from generator.changes.side import Side
from generator.document.shapes import Node

_WORDS = frozenset(
    {"title", "description", "example", "examples", "externalDocs", "xml"}
    | {"$comment", "$id", "$schema", "$anchor", "$defs", "definitions"}
)
CHOICES = ("oneOf", "anyOf")
_MEANT = (*NOTES, "nullable")
_BESIDE = _WORDS | {"$ref", "allOf", *CHOICES, *_MEANT, "discriminator"}


def variants(node: Node, keyword: str) -> list[Node]:
    """The schemas in a list of schemas; none if it is no list."""
    found = node.value.get(keyword)
    return [node.child(keyword, at) for at in range(len(found))] if isinstance(found, list) else []


def chosen(node: Node, keyword: str) -> list[Node]:
    """The variants of a choice, null left out."""
    return [it for it in variants(node, keyword) if not is_only_null(it.value)]


def is_only_null(value: Any) -> bool:
    """Whether a schema allows null and nothing else."""
    return isinstance(value, dict) and (
        value.get("type") in ("null", ["null"])
        or value.get("enum") == [None]
        or ("const" in value and value["const"] is None)
    )


def stands_for(side: Side, node: Node) -> Node | None:
    """The one schema that `node` is another writing of: it refers to it, or wraps it, and says no more than words."""
    if not isinstance(node.value, dict):
        return None
    bearing = [key for key in node.value if key not in _WORDS]
    if "$ref" in bearing:
        ignored = side.legacy and not any(key in bearing for key in _MEANT)
        return side.target(node) if ignored or bearing == ["$ref"] else None
    if len(bearing) == 1 and bearing[0] in ("allOf", *CHOICES):
        inside = variants(node, bearing[0])
        return inside[0] if len(inside) == 1 else None
    return None


def whole(side: Side, node: Node) -> Node:
    """`node`, or what it is another writing of."""
    seen: set[str] = set()
    while node.pointer not in seen and (inside := stands_for(side, node)) is not None:
        seen.add(node.pointer)
        node = inside
    return node


def says_nothing(node: Node) -> bool:
    """Whether a schema allows everything, and has no more than words."""
    return node.value is True or isinstance(node.value, dict) and not node.value.keys() - _WORDS


def leads_to(side: Side, node: Node) -> Node | None:
    """The one schema that `node` points or adds a few words to: what it allows is that one's, null and annotations apart."""
    if not isinstance(node.value, dict):
        return None
    target = side.target(node)
    if target is not None and side.legacy:
        return target
    if any(key not in _BESIDE and not key.startswith("x-") for key in node.value):
        return None
    inside = [*([target] if target is not None else []), *_taken_in(node)]
    return inside[0] if len(inside) == 1 else None


def below(side: Side, node: Node) -> list[Node]:
    """The schemas that must be known before it is known what `node` allows: those it takes in, and its variants."""
    if not isinstance(node.value, dict):
        return []
    target = side.target(node)
    if target is not None and side.legacy:
        return [target]
    listed = [it for keyword in ("allOf", *CHOICES) for it in variants(node, keyword)]
    return [target, *listed] if target is not None else listed


def parts_of(side: Side, nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes and what they take in, each once."""
    seen: set[str] = set()
    for node in nodes:
        waiting = [node]
        while waiting:
            it = waiting.pop()
            if it.pointer in seen:
                continue
            seen.add(it.pointer)
            target = side.target(it)
            if target is not None:
                waiting.append(target)
            if target is not None and side.legacy:
                # Nothing beside a reference counts in 3.0, but what everybody writes there is meant all the same.
                yield Node({key: it.value[key] for key in _MEANT if key in it.value}, it.pointer)
            else:
                yield it
                waiting += reversed(list(_taken_in(it)))


def _taken_in(node: Node) -> Iterator[Node]:
    if isinstance(node.value, dict):
        yield from variants(node, "allOf")
        for keyword in CHOICES:
            kept = chosen(node, keyword)
            if len(kept) == 1:
                yield kept[0]
