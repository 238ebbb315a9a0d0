"""Types, null, format, enum and const."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from generator.changes.findings import Finding
from generator.changes.schemas.numbers import same, strict
from generator.changes.schemas.similar import best_pairs, names_alike
from generator.changes.schemas.steps import Pairing
from generator.changes.schemas.views import TYPES, Said, View

_WIDER_FORMATS = {("int32", "int64"), ("float", "double"), ("date", "date-time")}
_INTEGERS = frozenset({"int32", "int64"})
_SIZES = frozenset({"int32", "int64", "float", "double"})


def type_words(kinds: frozenset[str]) -> str:
    """Types as a document writes them."""
    if kinds == TYPES:
        return "anything"
    if "fraction" in kinds:
        kinds = kinds - {"fraction", "integer"} | {"number"}
    return " or ".join(sorted(kinds)) or "nothing"


def compare_types(pairing: Pairing) -> Generator[Finding, None, bool]:
    """What differs in types, null and format; returns whether the rest can be compared: some type is common to both."""
    old, new = pairing.old, pairing.new
    yield from _compare_null(pairing)
    ours, theirs = pairing.types
    if ours != theirs:
        before, after = Said(type_words(ours), old.typed), Said(type_words(theirs), new.typed)
        yield pairing.finding(_type_rule(pairing), before, after)
    yield from _compare_format(pairing)
    return bool(pairing.common)


def _type_rule(pairing: Pairing) -> str:
    old, new = pairing.types
    if old < new:
        return "type-generalized" if new - old == {"fraction"} or new == TYPES else "list-of-types-widened"
    if new < old:
        return "type-specialized" if old - new == {"fraction"} or old == TYPES else "list-of-types-narrowed"
    if old <= _SCALARS and _is_any_text(pairing.new):
        return "type-became-text"
    if old <= _SCALARS and new == {"array"} and pairing.new.items is not None:
        items = pairing.new_views.view(pairing.new.items)
        if old <= items.types or _is_any_text(items):
            return "type-became-list"
    return "type-changed"


_SCALARS = frozenset({"boolean", "integer", "fraction", "string"})


def _is_any_text(view: View) -> bool:
    return view.types == {"string"} and not view.said and view.values is None


def _compare_null(pairing: Pairing) -> Iterator[Finding]:
    old, new = pairing.old, pairing.new
    # Where any type goes, null goes with it.
    ours, theirs = pairing.types
    if old.null == new.null or TYPES in (ours, theirs) and ours != theirs:
        return
    rule = "became-nullable" if new.null else "became-not-nullable"
    yield pairing.finding(rule, Said(_with_null(old), old.nulled), Said(_with_null(new), new.nulled))


def _with_null(view: View) -> str:
    return "null allowed" if view.null else "null refused"


def _compare_format(pairing: Pairing) -> Iterator[Finding]:
    old, new = pairing.old.said.get("format"), pairing.new.said.get("format")
    if not pairing.concerns("string", "integer", "fraction"):
        return
    if old is None and new is not None:
        yield pairing.finding("number-size-set" if new.value in _SIZES else "format-added", None, new)
    elif old is not None and new is None:
        yield pairing.finding("number-size-unset" if old.value in _SIZES else "format-removed", old, None)
    elif old is not None and new is not None and old.value != new.value:
        yield pairing.finding(_format_rule(old.value, new.value), old, new)


def _format_rule(old: str, new: str) -> str:
    integers = {old, new} == _INTEGERS
    if (old, new) in _WIDER_FORMATS:
        return "integer-size-increased" if integers else "format-generalized"
    if (new, old) in _WIDER_FORMATS:
        return "integer-size-decreased" if integers else "format-specialized"
    return "format-changed"


def compare_values(pairing: Pairing) -> Iterator[Finding]:
    """What differs in `enum` and `const`."""
    old, new = pairing.old.values, pairing.new.values
    if old is None and new is not None:
        yield pairing.finding("const-added" if _single(new) else "became-enum", None, new)
    elif old is not None and new is None:
        yield pairing.finding("const-removed" if _single(old) else "enum-removed", old, None)
    elif old is not None and new is not None:
        if _single(old) and _single(new):
            if not same(old.value[0], new.value[0]):
                yield pairing.finding("const-changed", old, new)
        else:
            yield from _compare_enum(pairing, old, new)
    yield from _compare_extensible(pairing)


def _single(said: Said) -> bool:
    return len(said.value) == 1 and said.pointer.endswith("/const")


def _compare_enum(pairing: Pairing, old: Said, new: Said) -> Iterator[Finding]:
    ours, theirs = {strict(it): it for it in old.value}, {strict(it): it for it in new.value}
    gone = [value for key, value in sorted(ours.items()) if key not in theirs]
    fresh = [value for key, value in sorted(theirs.items()) if key not in ours]
    renamed = best_pairs(gone, fresh, _alike, least=0.8)
    for before, after, confidence in renamed:
        subject = f"{shown(before)} → {shown(after)}"
        yield pairing.finding(
            "enum-value-renamed", Said(before, old.pointer), Said(after, new.pointer), subject, confidence=confidence
        )
    for value in gone:
        if not any(value is it[0] for it in renamed):
            yield pairing.finding("enum-value-removed", Said(value, old.pointer), None, shown(value))
    for value in fresh:
        if not any(value is it[1] for it in renamed):
            yield pairing.finding("enum-value-added", None, Said(value, new.pointer), shown(value))


def _alike(left: object, right: object) -> float:
    return names_alike(left, right) if isinstance(left, str) and isinstance(right, str) else 0.0


def shown(value: object) -> str:
    """A value as reports name it: texts without quotation marks."""
    return value if isinstance(value, str) else strict(value)


def _compare_extensible(pairing: Pairing) -> Iterator[Finding]:
    """`x-extensible-enum`, a list of known values that may grow (a convention of Zalando's guidelines, rule 112)."""
    old, new = (view.extensions.get("x-extensible-enum") for view in (pairing.old, pairing.new))
    if old is None or new is None or not isinstance(old.value, list) or not isinstance(new.value, list):
        return
    known = {strict(it) for it in new.value}
    for value in old.value:
        if strict(value) not in known:
            yield pairing.finding("extensible-enum-value-removed", Said(value, old.pointer), None, shown(value))
