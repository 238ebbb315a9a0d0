"""What schemas say, as texts that are compared to find out which variant is which: by meaning, whatever the writing.

A digest looks a few levels down and no further, so that recursion ends: two schemas with the same digest are likely one, and may
yet differ below.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from generator.changes.schemas.numbers import strict
from generator.changes.schemas.reading import Views
from generator.changes.schemas.views import View
from generator.document.shapes import Conjunction, Node

LEVELS = 4
"""How many levels down a digest looks."""


class Digests:
    """The digests of one document's schemas."""

    def __init__(self, views: Views) -> None:
        self._views = views
        self._known: dict[tuple[tuple[str, ...], int], str] = {}

    def of(self, nodes: Conjunction) -> str:
        """The digest of a schema."""
        return self._short(nodes, LEVELS)

    def _short(self, nodes: Conjunction, levels: int) -> str:
        """What stands for a schema below: a text, so short that digests stay short."""
        if levels == 0:
            return ""
        key = (tuple(node.pointer for node in nodes), levels)
        if key not in self._known:
            text = self._said(self._views.view(nodes), levels)
            self._known[key] = hashlib.sha256(text.encode()).hexdigest()[:16]
        return self._known[key]

    def _said(self, view: View, levels: int) -> str:
        def named(found: dict[Any, Conjunction]) -> dict[str, Any]:
            return {str(name): self._short(nodes, levels - 1) for name, nodes in found.items()}

        def listed(found: Iterable[Conjunction]) -> list[Any]:
            return sorted(self._short(nodes, levels - 1) for nodes in found)

        def one(node: Node | None) -> Any:
            return None if node is None else self._short((node,), levels - 1)

        return strict(
            {
                "types": [*sorted(view.types), view.null],
                "values": None if view.values is None else sorted(strict(it) for it in view.values.value),
                "said": {keyword: it.value for keyword, it in view.said.items()},
                "properties": named(view.properties),
                "required": sorted(view.required),
                "patterned": named(view.patterned),
                "additional": None if view.additional is None else self._short(view.additional, levels - 1),
                "items": None if view.items is None else self._short(view.items, levels - 1),
                "prefix": named(view.prefix),
                "subschemas": named(view.subschemas),
                "dependents": [
                    {k: it.value for k, it in view.dependent_required.items()},
                    named(view.dependent_schemas),
                ],
                "not": listed((node,) for node in view.negated),
                "if": sorted(strict([one(it.test), one(it.then), one(it.otherwise)]) for it in view.conditions),
                "choices": sorted(strict([it.keyword, listed(it.variants)]) for it in view.choices),
                "unresolved": view.unresolved,
            }
        )
