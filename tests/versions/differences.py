"""Whether a place of two documents means something else on the wire: words aside."""

from __future__ import annotations

from typing import Any

from generator.contract.document.raw import RawDocument
from generator.contract.document.reach import footprint

_WORDS = {"description", "summary", "externalDocs", "example", "examples", "title", "tags"}


def differ(old: RawDocument, new: RawDocument, pointer: str) -> bool:
    """Whether the place is not in both documents, or does not lead to the same there. Pointers are names in Python too."""
    return bool(_meaning(old, pointer) != _meaning(new, pointer))


def _meaning(document: RawDocument, pointer: str) -> Any:
    return {place: _wordless(node, False) for place, node in footprint(document, pointer).items()}


def _wordless(node: Any, named: bool) -> Any:
    """`named`: the keys of a mapping are names, not keywords."""
    if isinstance(node, dict):
        kept = {key: value for key, value in node.items() if named or key not in _WORDS}
        return {key: _wordless(value, key == "properties" and not named) for key, value in kept.items()}
    return [_wordless(value, False) for value in node] if isinstance(node, list) else node
