"""How a schema becomes a view.

A view reads a *conjunction* (schemas that must all hold, mostly one): references, `allOf` and one-variant choices are put in place,
and what says nothing is left out. Nothing here recurses, so a chain of references may be as long as it likes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.changes.schemas.adding import add, tighten
from generator.changes.schemas.parts import CHOICES, below, leads_to, parts_of, stands_for, variants, whole
from generator.changes.schemas.tidying import imply, tidy
from generator.changes.schemas.views import TYPES, View
from generator.changes.side import Side
from generator.document.shapes import Conjunction, Node

_Key = tuple[str, ...]


def _key(nodes: Conjunction) -> _Key:
    return tuple(node.pointer for node in nodes)


class Views:
    """The views of one document's schemas."""

    def __init__(self, side: Side) -> None:
        self.side = side
        self._views: dict[_Key, View] = {}
        self._open: set[_Key] = set()

    def view(self, nodes: Conjunction) -> View:
        """The view of a conjunction. Those of the schemas it takes in are made first."""
        if not all(_key(nodes)):
            return self._made(nodes)
        waiting = [nodes]
        while waiting:
            key = _key(waiting[-1])
            if key not in self._views and key not in self._open:
                self._open.add(key)
                waiting += [it for it in self._needed(waiting[-1]) if not self._known_or_open(it)]
                continue
            top = waiting.pop()
            if key not in self._views:
                self._views[key] = self._made(top)
                self._open.discard(key)
        return self._views[_key(nodes)]

    def _known_or_open(self, nodes: Conjunction) -> bool:
        key = _key(nodes)
        return key in self._views or key in self._open or not all(key)

    def _needed(self, nodes: Conjunction) -> list[Conjunction]:
        first, *others = nodes
        return [(node,) for node in (nodes if others else below(self.side, first))]

    def _ready(self, node: Node) -> View | None:
        """The view of a schema; None if it is in the making, which is so where a schema takes itself in."""
        return self._views.get((node.pointer,))

    def _made(self, nodes: Conjunction) -> View:
        if len(nodes) == 1 and (inside := stands_for(self.side, nodes[0])) is not None:
            inner = self._ready(inside)
            if inner is not None:
                return replace(inner, names=self._names(nodes[0], inside, inner))
        view = View(nodes, nodes[0].pointer)
        for part in parts_of(self.side, nodes):
            add(view, part, self.side)
        self._place(view, nodes)
        view.null = all(self._allows_null(node) for node in nodes)
        imply(view)
        self._merge_plain(view)
        self._look_through(view)
        view.possible = view.types & self._left_by_choices(view)
        tidy(view)
        return view

    def _look_through(self, view: View) -> None:
        """Where it matters whether a schema allows everything or nothing, it counts however it is written."""
        if view.additional is not None:
            view.additional = tuple(whole(self.side, it) for it in view.additional)
        if view.items is not None:
            view.items = tuple(whole(self.side, it) for it in view.items)
        view.subschemas = {key: tuple(whole(self.side, it) for it in nodes) for key, nodes in view.subschemas.items()}

    def _names(self, node: Node, inside: Node, inner: View) -> _Key:
        names = (inside.pointer, *inner.names) if self.side.target(node) is not None else inner.names
        return (names[0], names[-1]) if len(names) > 2 else names

    def _place(self, view: View, nodes: Conjunction) -> None:
        """Where the view is written, and by which names it goes."""
        view.nulled = nodes[0].pointer
        inside = leads_to(self.side, nodes[0]) if len(nodes) == 1 else None
        inner = self._ready(inside) if inside is not None else None
        if inside is not None and inner is not None:
            view.pointer, view.names = inner.pointer, self._names(nodes[0], inside, inner)
            if inner.null == self._allows_null(nodes[0]):
                view.nulled = inner.nulled
        view.typed = view.typed or view.pointer

    # ── null ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _allows_null(self, node: Node) -> bool:
        """Whether a schema lets a value be null.

        `nullable` beside anything else prevails. 3.1 does not know the word, but whoever writes it there means it.
        """
        value = node.value
        if not isinstance(value, dict):
            return value is not False
        if value.get("nullable") is True:
            return True
        target = self.side.target(node)
        if target is not None and self.side.legacy:
            return self._null_below(target)
        taken = [*([target] if target is not None else []), *variants(node, "allOf")]
        choices = [variants(node, keyword) for keyword in CHOICES]
        return (
            _type_allows_null(node)
            and all(self._null_below(it) for it in taken)
            and all(any(self._null_below(it) for it in listed) for listed in choices if listed)
        )

    def _null_below(self, node: Node) -> bool:
        view = self._ready(node)
        return view is None or view.null

    # ── choices ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _merge_plain(self, view: View) -> None:
        """A choice between types that have nothing in common says no more than a list of types."""
        for choice in list(view.choices):
            views = [self._ready(variant[0]) for variant in choice.variants]
            found = [it for it in views if it is not None and _is_plain(it)]
            if len(found) < len(views) or _overlap(found):
                continue
            view.choices.remove(choice)
            view.types &= frozenset().union(*(it.types for it in found))
            view.typed = choice.pointer.rpartition("/")[0]
            for it in found:
                for keyword, limit in it.said.items():
                    tighten(view, keyword, limit)

    def _left_by_choices(self, view: View) -> frozenset[str]:
        left = TYPES
        for choice in view.choices:
            views = [self._ready(variant[0]) for variant in choice.variants]
            left &= frozenset().union(*(TYPES if it is None else it.possible for it in views))
        return left


def _type_allows_null(node: Node) -> bool:
    declared, values = node.value.get("type"), node.value.get("enum")
    if "const" in node.value and node.value["const"] is not None:
        return False
    if isinstance(values, list) and None not in values:
        return False
    if isinstance(declared, list):
        return "null" in declared
    return declared is None or declared == "null"


def _is_plain(view: View) -> bool:
    """Whether a variant says no more than types, and limits that are about one type alone."""
    if view.choices or view.negated or view.conditions or view.values or view.unresolved:
        return False
    return bool(view.types) and (view.bare or not view.types & {"object", "array"})


def _overlap(views: Iterable[View]) -> bool:
    seen: set[str] = set()
    for view in views:
        if seen & view.types:
            return True
        seen |= view.types
    return False
