"""The examples that are written into inline schemas: equal schemas of several places are one, their examples are not."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from generator.document.shapes import Node, Reader

MAX_DEPTH = 6
"""How deep in a schema examples are looked for."""


def own_example(schema: Any, depth: int = 0) -> Any:
    """The example of a schema as it is written, else what its properties or its first telling variant have; None: nothing.

    References are not followed: what they lead to keeps its examples.
    """
    if not isinstance(schema, dict) or "$ref" in schema or depth > MAX_DEPTH:
        return None
    if "example" in schema:
        return schema["example"]
    listed = _list(schema.get("examples"))
    if listed:
        return listed[0]
    variants = [*_list(schema.get("oneOf")), *_list(schema.get("anyOf"))]
    found = [_of_properties(schema, depth) or None, *(own_example(variant, depth + 1) for variant in variants)]
    return next((value for value in found if value is not None), None)


def _of_properties(schema: dict[str, Any], depth: int) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for part in _list(schema.get("allOf")):
        found = own_example(part, depth + 1)
        merged |= found if isinstance(found, dict) else {}
    properties = schema.get("properties")
    for name, declared in sorted(properties.items()) if isinstance(properties, dict) else ():
        value = own_example(declared, depth + 1)
        merged |= {} if value is None else {name: value}
    return merged


def body_examples(event: Node, reader: Reader) -> dict[str, tuple[str, ...]]:
    """The texts that the body of a callback or webhook gives as examples of its properties, by JSON name, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    body = reader.follow(event.child("requestBody")).value if "requestBody" in event.value else {}
    for media in (body.get("content") or {}).values():
        if isinstance(media.get("schema"), dict):
            _gather(Node(media["schema"], event.pointer), reader, found, 0)
    return {name: tuple(sorted(texts)) for name, texts in sorted(found.items())}


def _gather(node: Node, reader: Reader, found: dict[str, set[str]], depth: int) -> None:
    value = reader.follow(node).value
    if not isinstance(value, dict) or depth > 4:
        return
    for keyword in ("oneOf", "anyOf", "allOf"):
        for variant in value.get(keyword) or ():
            _gather(Node(variant, node.pointer), reader, found, depth + 1)
    for name, declared in (value.get("properties") or {}).items():
        examples = [declared.get("example"), *(declared.get("examples") or ())] if isinstance(declared, dict) else []
        if texts := {text for text in examples if isinstance(text, str)}:
            found[name] |= texts


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
