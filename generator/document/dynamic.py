"""Dynamic references where just one schema can be meant: they are references like any other.

JSON Schema Core 2020-12, 8.2.3.2: `$dynamicRef` leads to the outermost `$dynamicAnchor` of its name that a value came by, so that
it depends on the way only where there are several of them. Without any, it leads to an `$anchor` like `$ref`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.document.grammar import field
from generator.document.load import Document
from generator.document.places import Tokens
from generator.document.pointers import join

DYNAMIC = "$dynamicRef"

_ANCHORS = ("$dynamicAnchor", "$anchor")


def followed(document: Document) -> Document:
    """A bundled document with `$ref` in place of each `$dynamicRef` that leads to one schema; the same if there is none."""
    if str(document.value.get("openapi")).startswith("3.0"):
        return document
    schemas = [(tokens, node) for tokens, node in _schemas(document.value) if node.keys() & {DYNAMIC, *_ANCHORS}]
    value = document.value
    for tokens, node in schemas:
        target = _target(node, schemas) if "$ref" not in node else None
        if target is not None:
            value = _referring(value, tokens, "#" + join("", *target).replace("%", "%25"))
    return document if value is document.value else replace(document, value=value)


def _target(node: dict[str, Any], schemas: list[tuple[Tokens, dict[str, Any]]]) -> Tokens | None:
    """What a dynamic reference leads to, wherever a value came from; None if that is not one schema."""
    reference = node.get(DYNAMIC)
    name = reference.rpartition("#")[2] if isinstance(reference, str) else ""
    for key in _ANCHORS if name else ():
        found = [tokens for tokens, schema in schemas if schema.get(key) == name]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _schemas(root: Any) -> Iterator[tuple[Tokens, dict[str, Any]]]:
    """Every schema of a document, and where it stands."""
    waiting: list[tuple[Any, str, Tokens]] = [(root, "openapi", ())]
    while waiting:
        node, kind, tokens = waiting.pop()
        if isinstance(node, list):
            waiting += [(item, kind, (*tokens, str(index))) for index, item in enumerate(node)]
        elif isinstance(node, dict):
            if kind == "schema":
                yield tokens, node
            inner = ((name, field(kind, name)) for name in node)
            waiting += [(node[name], known, (*tokens, name)) for name, known in inner if known is not None]


def _referring(value: Any, tokens: Tokens, reference: str) -> Any:
    """A copy of a value in which the node at `tokens` has a reference in place of its dynamic one."""
    if not tokens:
        return {"$ref" if name == DYNAMIC else name: reference if name == DYNAMIC else it for name, it in value.items()}
    first, rest = tokens[0], tokens[1:]
    if isinstance(value, list):
        return [_referring(it, rest, reference) if str(at) == first else it for at, it in enumerate(value)]
    return {**value, first: _referring(value[first], rest, reference)}
