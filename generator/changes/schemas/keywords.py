"""Keywords of one value: bounds, patterns, and the annotations that callers depend on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from generator.changes.findings import Finding
from generator.changes.schemas.numbers import same
from generator.changes.schemas.steps import Pairing
from generator.changes.schemas.views import BOUNDS, Said

RULE_NAMES = {
    "minimum": "min",
    "maximum": "max",
    "exclusiveMinimum": "exclusive-min",
    "exclusiveMaximum": "exclusive-max",
    "minLength": "min-length",
    "maxLength": "max-length",
    "minItems": "min-items",
    "maxItems": "max-items",
    "minProperties": "min-properties",
    "maxProperties": "max-properties",
    "minContains": "min-contains",
    "maxContains": "max-contains",
}
"""The first part of the names of rules about a bound."""

FROM_ZERO = ("minLength", "minItems", "minProperties")
"""Bounds whose absence is the same as zero (JSON Schema 2020-12, Validation, section 6)."""


def compare_keywords(pairing: Pairing) -> Iterator[Finding]:
    """What differs in bounds, `multipleOf`, `uniqueItems`, `pattern` and the `content…` keywords."""
    for kind, bounds in BOUNDS.items():
        if pairing.concerns(*(("integer", "fraction") if kind == "number" else (kind,))):
            for keyword in bounds:
                yield from _compare_bound(pairing, keyword)
    if pairing.concerns("string"):
        yield from _compare_pattern(pairing)
        yield from _compare_content(pairing)
    if pairing.concerns("integer", "fraction"):
        yield from _compare_multiple(pairing)
    if pairing.concerns("array"):
        yield from _compare_presence(pairing, "uniqueItems", "unique-items")


def _both(pairing: Pairing, keyword: str) -> tuple[Said | None, Said | None]:
    return pairing.old.said.get(keyword), pairing.new.said.get(keyword)


def _compare_bound(pairing: Pairing, keyword: str) -> Iterator[Finding]:
    old, new = _both(pairing, keyword)
    name = RULE_NAMES[keyword]
    if old is None and new is not None and keyword in FROM_ZERO:
        old = Said(0, pairing.old.pointer)
    if keyword in ("minContains", "maxContains") and not _both_contain(pairing):
        return
    if keyword == "minContains" and (old or new):
        old, new = old or Said(1, pairing.old.pointer), new or Said(1, pairing.new.pointer)
    if old is None and new is not None:
        yield pairing.finding(f"{name}-set", None, new)
    elif old is not None and new is None:
        yield pairing.finding(f"{name}-unset", old, None)
    elif old is not None and new is not None and not same(old.value, new.value):
        yield pairing.finding(f"{name}-{'increased' if new.value > old.value else 'decreased'}", old, new)


def _both_contain(pairing: Pairing) -> bool:
    """Whether it can be compared how many items match: one that comes or goes with what it counts is told with that."""
    return all("contains" in it.subschemas for it in (pairing.old, pairing.new))


def _compare_pattern(pairing: Pairing) -> Iterator[Finding]:
    old, new = _both(pairing, "pattern")
    if old is None and new is not None:
        yield pairing.finding("pattern-added", None, new)
    elif old is not None and new is None:
        yield pairing.finding("pattern-removed", old, None)
    elif old is not None and new is not None and old.value != new.value:
        yield pairing.finding("pattern-changed", old, new)


def _compare_content(pairing: Pairing) -> Iterator[Finding]:
    for keyword, name in (("contentEncoding", "content-encoding"), ("contentMediaType", "content-media-type")):
        old, new = _both(pairing, keyword)
        if (old.value if old else None) != (new.value if new else None):
            yield pairing.finding(f"{name}-changed", old, new)


def _compare_multiple(pairing: Pairing) -> Iterator[Finding]:
    old, new = _both(pairing, "multipleOf")
    if old is None or new is None:
        yield from _compare_presence(pairing, "multipleOf", "multiple-of")
    elif not same(old.value, new.value):
        if _divides(old.value, new.value):
            yield pairing.finding("multiple-of-specialized", old, new)
        elif _divides(new.value, old.value):
            yield pairing.finding("multiple-of-generalized", old, new)
        else:
            yield pairing.finding("multiple-of-changed", old, new)


def _divides(step: Any, value: Any) -> bool:
    try:
        return Decimal(str(value)) % Decimal(str(step)) == 0
    except (InvalidOperation, ZeroDivisionError, ValueError):
        return False


def _compare_presence(pairing: Pairing, keyword: str, name: str) -> Iterator[Finding]:
    old, new = _both(pairing, keyword)
    if old is None and new is not None:
        yield pairing.finding(f"{name}-added", None, new)
    elif old is not None and new is None:
        yield pairing.finding(f"{name}-removed", old, None)


# ── annotations ─────────────────────────────────────────────────────────────────────────────────────────────────────


def compare_notes(pairing: Pairing) -> Iterator[Finding]:
    """What differs in `default` and in extensions that the settings name."""
    yield from _compare_default(pairing)
    for name in sorted(pairing.terms.extensions):
        old, new = pairing.old.extensions.get(name), pairing.new.extensions.get(name)
        if old is None or new is None:
            if old is not None or new is not None:
                yield pairing.finding("extension-removed" if new is None else "extension-added", old, new, name)
        elif not same(old.value, new.value):
            yield pairing.finding("extension-changed", old, new, name)


def _compare_default(pairing: Pairing) -> Iterator[Finding]:
    old, new = pairing.old.notes.get("default"), pairing.new.notes.get("default")
    if old is None and new is not None:
        yield pairing.finding("default-value-added", None, new)
    elif old is not None and new is None:
        yield pairing.finding("default-value-removed", old, None)
    elif old is not None and new is not None and not same(old.value, new.value):
        yield pairing.finding("default-value-changed", old, new)
