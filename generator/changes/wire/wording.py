"""Edits of words alone outside of schemas: how many objects of a document say the same in other words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.document import grammar

WORDS = (
    "summary",
    "description",
    "title",
    "example",
    "examples",
    "externalDocs",
    "x-summary",
    "termsOfService",
    "contact",
)
"""Fields that say nothing about what may be sent or may come."""

_MAPS = ("paths", "responses", "callback")
"""Objects whose fields are named by the document, as those of `{…}` are."""

_BY_NAME = {"tags": ("name",), "servers": ("url",), "parameters": ("in", "name")}
"""Lists whose order says nothing, and what tells their items apart."""


def reworded(old: Any, new: Any) -> int:
    """How many objects that stand in the same place in both documents differ in words; schemas are counted where they are compared."""
    count = 0
    waiting = [(old, new, "openapi")]
    while waiting:
        before, after, kind = waiting.pop()
        if not isinstance(before, dict) or not isinstance(after, dict):
            continue
        named_by_the_document = kind.startswith("{") or kind in _MAPS
        count += not named_by_the_document and _words(before) != _words(after)
        for name in before.keys() & after.keys():
            below = _kind(kind, name)
            if below is not None and "schema" not in below:
                waiting += [(ours, theirs, below) for ours, theirs in _pairs(name, before[name], after[name])]
    return count


def _kind(kind: str, name: str) -> str | None:
    """The kind of what a field holds. What nothing refers to is not in the grammar of references."""
    return grammar.field(kind, name) or (name if name in ("info", "tags", "servers") and kind in _WITH_MORE else None)


_WITH_MORE = ("openapi", "pathItem", "operation")


def _words(value: dict[str, Any]) -> list[Any]:
    return [value.get(name) for name in WORDS]


def _pairs(name: str, old: Any, new: Any) -> Iterator[tuple[Any, Any]]:
    """The values of a field, or the items of two lists that are the same thing."""
    if not isinstance(old, list) or not isinstance(new, list):
        yield old, new
        return
    keys = _BY_NAME.get(name, ())
    known = {_identity(it, keys): it for it in new if isinstance(it, dict)}
    for it in old:
        if isinstance(it, dict) and _identity(it, keys) in known:
            yield it, known[_identity(it, keys)]


def _identity(value: dict[str, Any], keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(value.get(key)) for key in keys)
