"""Items of arrays, and schemas that apply under conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from generator.changes.findings import Finding
from generator.changes.schemas.objects import ANYTHING
from generator.changes.schemas.steps import Pairing
from generator.changes.schemas.views import Condition, Said, View, first, said
from generator.document.shapes import Node

T = TypeVar("T")

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
            yield pairing.finding(rule, None, first(new.prefix[at]), str(at))
        else:
            rule = "prefix-items-cut" if _closed(new) else "prefix-items-removed"
            yield pairing.finding(rule, first(old.prefix[at]), None, str(at))


def _closed(view: View) -> bool:
    return view.items is not None and any(node.value is False for node in view.items)


def _items(view: View) -> Said:
    return first(view.items) if view.items else Said(True, view.pointer)


def _compare_subschema(pairing: Pairing, keyword: str, name: str) -> Iterator[Finding]:
    old, new = pairing.old.subschemas.get(keyword), pairing.new.subschemas.get(keyword)
    if old is None and new is not None:
        yield pairing.finding(f"{name}-added", None, first(new))
    elif old is not None and new is None:
        yield pairing.finding(f"{name}-removed", first(old), None)
    elif old is not None and new is not None:
        pairing.descend(old, new)
        if keyword == "contains" and "maxContains" in pairing.old.said.keys() | pairing.new.said.keys():
            # The more items match, the sooner there are too many.
            pairing.descend(old, new, flips=True)


# ── not, if ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _compare_negated(pairing: Pairing) -> Iterator[Finding]:
    pairs, gone, fresh = _paired(pairing, pairing.old.negated, pairing.new.negated, lambda it: it)
    for before, after in pairs:
        pairing.descend((before,), (after,), flips=True)
    for node in gone:
        yield pairing.finding("not-removed", said(node), None)
    for node in fresh:
        yield pairing.finding("not-added", None, said(node))


def _compare_conditions(pairing: Pairing) -> Iterator[Finding]:
    pairs, gone, fresh = _paired(pairing, pairing.old.conditions, pairing.new.conditions, lambda it: it.test)
    for before, after in pairs:
        yield from _compare_condition(pairing, before, after)
    for condition in gone:
        yield from _whole(pairing, condition, "removed")
    for condition in fresh:
        yield from _whole(pairing, condition, "added")


def _paired(
    pairing: Pairing, old: Sequence[T], new: Sequence[T], schema: Callable[[T], Node]
) -> tuple[list[tuple[T, T]], list[T], list[T]]:
    """Those that belong together, by what their schemas say, else by order; and what is left of both sides."""
    ours = [(pairing.old_digests.of((schema(it),)), it) for it in old]
    theirs = [(pairing.new_digests.of((schema(it),)), it) for it in new]
    waiting: dict[str, list[T]] = {}
    for text, it in theirs:
        waiting.setdefault(text, []).append(it)
    alike = [(it, waiting[text].pop(0)) for text, it in ours if waiting.get(text)]
    left = _without(old, [it for it, _ in alike])
    right = _without(new, [it for _, it in alike])
    both = min(len(left), len(right))
    return [*alike, *zip(left, right)], left[both:], right[both:]


def _without(listed: Sequence[T], taken: Sequence[T]) -> list[T]:
    known = {id(it) for it in taken}
    return [it for it in listed if id(it) not in known]


def _whole(pairing: Pairing, condition: Condition, what: str) -> Iterator[Finding]:
    for name, node in (("if", condition.test), ("then", condition.then), ("else", condition.otherwise)):
        if node is not None:
            whole = said(node)
            yield pairing.finding(f"{name}-{what}", *((None, whole) if what == "added" else (whole, None)))


def _compare_condition(pairing: Pairing, old: Condition, new: Condition) -> Iterator[Finding]:
    pairing.tests.append(((old.test,), (new.test,), pairing.finding("if-changed", said(old.test), said(new.test))))
    for name, before, after in (("then", old.then, new.then), ("else", old.otherwise, new.otherwise)):
        if before is None and after is not None:
            yield pairing.finding(f"{name}-added", None, said(after))
        elif before is not None and after is None:
            yield pairing.finding(f"{name}-removed", said(before), None)
        elif before is not None and after is not None:
            pairing.descend((before,), (after,))
