"""Items of arrays, and schemas that apply under conditions."""

from __future__ import annotations

from collections.abc import Iterator

from generator.changes.findings import Finding
from generator.changes.schemas.numbers import same
from generator.changes.schemas.objects import ANYTHING
from generator.changes.schemas.steps import Pairing
from generator.changes.schemas.views import Condition, Said, View
from generator.document.shapes import Conjunction, Node

_NAMES = {
    "contains": "contains",
    "propertyNames": "property-names",
    "unevaluatedItems": "unevaluated-items",
    "unevaluatedProperties": "unevaluated-properties",
    "contentSchema": "content-schema",
}
_KINDS = {
    "contains": "array",
    "unevaluatedItems": "array",
    "propertyNames": "object",
    "unevaluatedProperties": "object",
    "contentSchema": "string",
}


def compare_logic(pairing: Pairing) -> Iterator[Finding]:
    """What differs in items and in the schemas that apply beside others."""
    if pairing.concerns("array"):
        yield from _compare_items(pairing)
    for keyword, name in _NAMES.items():
        if pairing.concerns(_KINDS[keyword]):
            yield from _compare_subschema(pairing, keyword, name)
    yield from _compare_negated(pairing)
    yield from _compare_conditions(pairing)


def _said(node: Node) -> Said:
    return Said(node.value, node.pointer)


def _first(nodes: Conjunction) -> Said:
    return _said(nodes[0])


# ── arrays ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _compare_items(pairing: Pairing) -> Iterator[Finding]:
    old, new = pairing.old, pairing.new
    if old.items is not None or new.items is not None:
        if _closed(old) != _closed(new):
            closed = _closed(new)
            rule = "more-items-refused" if closed else "more-items-allowed"
            yield pairing.finding(rule, _items(old), _items(new))
        elif not _closed(old):
            pairing.descend(old.items or ANYTHING, new.items or ANYTHING)
    for at in sorted(old.prefix.keys() | new.prefix.keys()):
        if at in old.prefix and at in new.prefix:
            pairing.descend(old.prefix[at], new.prefix[at])
        elif at in new.prefix:
            # Behind a list that was closed one more position is more room, else one more demand.
            rule = "prefix-items-appended" if _closed(old) else "prefix-items-added"
            yield pairing.finding(rule, None, _first(new.prefix[at]), str(at))
        else:
            rule = "prefix-items-cut" if _closed(new) else "prefix-items-removed"
            yield pairing.finding(rule, _first(old.prefix[at]), None, str(at))


def _closed(view: View) -> bool:
    return view.items is not None and any(node.value is False for node in view.items)


def _items(view: View) -> Said:
    return _first(view.items) if view.items else Said(True, view.pointer)


def _compare_subschema(pairing: Pairing, keyword: str, name: str) -> Iterator[Finding]:
    old, new = pairing.old.subschemas.get(keyword), pairing.new.subschemas.get(keyword)
    if old is None and new is not None:
        yield pairing.finding(f"{name}-added", None, _first(new))
    elif old is not None and new is None:
        yield pairing.finding(f"{name}-removed", _first(old), None)
    elif old is not None and new is not None:
        pairing.descend(old, new)


# ── not, if ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _compare_negated(pairing: Pairing) -> Iterator[Finding]:
    old, new = _unmatched(pairing.old.negated, pairing.new.negated)
    for before, after in zip(old, new):
        pairing.descend((before,), (after,), flips=True)
    for node in old[len(new) :]:
        yield pairing.finding("not-removed", _said(node), None)
    for node in new[len(old) :]:
        yield pairing.finding("not-added", None, _said(node))


def _unmatched(old: list[Node], new: list[Node]) -> tuple[list[Node], list[Node]]:
    """Those that are on one side alone, by what they say."""
    left = [node for node in old if not any(same(node.value, other.value) for other in new)]
    right = [node for node in new if not any(same(node.value, other.value) for other in old)]
    return left, right


def _compare_conditions(pairing: Pairing) -> Iterator[Finding]:
    old, new = pairing.old.conditions, pairing.new.conditions
    for before, after in zip(old, new):
        yield from _compare_condition(pairing, before, after)
    for condition in old[len(new) :]:
        yield from _whole(pairing, condition, "removed")
    for condition in new[len(old) :]:
        yield from _whole(pairing, condition, "added")


def _whole(pairing: Pairing, condition: Condition, what: str) -> Iterator[Finding]:
    for name, node in (("if", condition.test), ("then", condition.then), ("else", condition.otherwise)):
        if node is not None:
            found = _said(node)
            yield pairing.finding(f"{name}-{what}", *((None, found) if what == "added" else (found, None)))


def _compare_condition(pairing: Pairing, old: Condition, new: Condition) -> Iterator[Finding]:
    if not same(old.test.value, new.test.value):
        yield pairing.finding("if-changed", _said(old.test), _said(new.test))
    for name, before, after in (("then", old.then, new.then), ("else", old.otherwise, new.otherwise)):
        if before is None and after is not None:
            yield pairing.finding(f"{name}-added", None, _said(after))
        elif before is not None and after is None:
            yield pairing.finding(f"{name}-removed", _said(before), None)
        elif before is not None and after is not None:
            pairing.descend((before,), (after,))
