"""One part of a schema, read into a view: 3.0's words become 2020-12's, and what several parts say is put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from math import lcm
from typing import Any

from generator.changes.schemas.numbers import same, strict
from generator.changes.schemas.parts import CHOICES, chosen, variants
from generator.changes.schemas.views import BOUNDS, NOTES, TYPES, Choice, Condition, Said, View
from generator.changes.side import Side
from generator.document.shapes import TIGHTEST, Node

_ATOMS = {"number": ("integer", "fraction")}
_TEXTS = ("pattern", "contentEncoding", "contentMediaType", "format")
_SUBSCHEMAS = ("contains", "unevaluatedItems", "propertyNames", "unevaluatedProperties", "contentSchema")


def add(view: View, part: Node, side: Side) -> None:
    """Read a part into a view."""
    value = part.value
    if value is False:
        view.types, view.typed = frozenset(), part.pointer
    if not isinstance(value, dict):
        return
    if "$ref" in value and side.target(part) is None:
        view.unresolved = str(value["$ref"])
    _add_types(view, part)
    _add_values(view, part)
    for keyword, limit in _limits(value):
        tighten(view, keyword, Said(limit, f"{part.pointer}/{keyword}"))
    _add_object(view, part)
    _add_array(view, part)
    _add_logic(view, part)
    for key in NOTES:
        if key in value and key not in view.notes:
            view.notes[key] = Said(value[key], f"{part.pointer}/{key}")
    for key in value:
        if key.startswith("x-") and key not in view.extensions:
            view.extensions[key] = Said(value[key], f"{part.pointer}/{key}")


def _add_types(view: View, part: Node) -> None:
    declared = part.value.get("type")
    if declared is None:
        return
    named = declared if isinstance(declared, list) else [declared]
    atoms = [atom for kind in named if isinstance(kind, str) for atom in _ATOMS.get(kind, (kind,))]
    known = frozenset(atoms) & TYPES
    if known or "null" in atoms:
        view.types &= known
        view.typed = part.pointer


def _add_values(view: View, part: Node) -> None:
    listed = part.value.get("enum")
    if isinstance(listed, list):
        _keep_values(view, listed, f"{part.pointer}/enum")
    if "const" in part.value:
        _keep_values(view, [part.value["const"]], f"{part.pointer}/const")


def _keep_values(view: View, listed: list[Any], pointer: str) -> None:
    found = {strict(it): it for it in listed if it is not None}
    if not found:
        view.types, view.typed = frozenset(), pointer
        return
    if view.values is not None:
        found = {key: it for it in view.values.value if (key := strict(it)) in found}
    view.values = Said(list(found.values()), pointer)


# ── keywords of one value ───────────────────────────────────────────────────────────────────────────────────────────


def _limits(value: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The constraints of one value; 3.0's exclusive bounds, which are yes or no, become numbers."""
    for kind, keywords in BOUNDS.items():
        for keyword in keywords:
            exclusive = "exclusive" + keyword.capitalize()
            if _is_number(value.get(keyword)):
                strictly = kind == "number" and value.get(exclusive) is True
                yield (exclusive if strictly else keyword), value[keyword]
    for keyword in _TEXTS:
        if isinstance(value.get(keyword), str):
            yield keyword, value[keyword]
    if isinstance(value.get("uniqueItems"), bool):
        yield "uniqueItems", value["uniqueItems"]
    if _is_number(value.get("multipleOf")) and value["multipleOf"] > 0:
        yield "multipleOf", value["multipleOf"]


def _is_number(value: Any) -> bool:
    # Neither is a limit: nothing is, and nothing is not, beyond what is no number.
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value == value


def tighten(view: View, keyword: str, said: Said) -> None:
    """Have a view keep to a limit besides those it has."""
    known = view.said.get(keyword)
    if known is None:
        view.said[keyword] = said
        return
    both = _both(keyword, known.value, said.value)
    view.said[keyword] = known if same(both, known.value) else Said(both, said.pointer)


def _both(keyword: str, left: Any, right: Any) -> Any:
    """What says as much as two values of a keyword together."""
    if keyword in TIGHTEST:
        return TIGHTEST[keyword](left, right)
    if keyword == "minContains":
        return max(left, right)
    if keyword == "maxContains":
        return min(left, right)
    if keyword == "uniqueItems":
        return left or right
    if keyword == "multipleOf":
        return _common_multiple(left, right)
    return " and ".join(sorted({*left.split(" and "), right}))


def _common_multiple(left: Any, right: Any) -> Any:
    try:
        ours, theirs = Decimal(str(left)), Decimal(str(right))
        scale = Decimal(10) ** max(0, *(-int(it.as_tuple().exponent) for it in (ours, theirs)))
        both = Decimal(lcm(int(ours * scale), int(theirs * scale))) / scale
    except (InvalidOperation, ValueError, OverflowError):
        return max(left, right)
    return int(both) if both == both.to_integral_value() else float(both)


# ── keywords with schemas ───────────────────────────────────────────────────────────────────────────────────────────


def _add_object(view: View, part: Node) -> None:
    for keyword, found in (
        ("properties", view.properties),
        ("patternProperties", view.patterned),
        ("dependentSchemas", view.dependent_schemas),
    ):
        for name in _names(part, keyword):
            found[name] = (*found.get(name, ()), part.child(keyword, name))
    required = part.value.get("required")
    for at, name in enumerate(required if isinstance(required, list) else ()):
        if isinstance(name, str) and name:
            view.required.setdefault(name, f"{part.pointer}/required/{at}")
    if isinstance(part.value.get("additionalProperties"), (dict, bool)):
        view.additional = (*(view.additional or ()), part.child("additionalProperties"))
    for name in _names(part, "dependentRequired"):
        child = part.child("dependentRequired", name)
        listed = [*map(str, child.value)] if isinstance(child.value, list) else []
        known = view.dependent_required[name].value if name in view.dependent_required else []
        view.dependent_required[name] = Said(sorted({*known, *listed}), child.pointer)


def _names(part: Node, keyword: str) -> list[str]:
    found = part.value.get(keyword)
    return list(found) if isinstance(found, dict) else []


def _add_array(view: View, part: Node) -> None:
    if isinstance(part.value.get("items"), (dict, bool)):
        view.items = (*(view.items or ()), part.child("items"))
    for at, node in enumerate(variants(part, "prefixItems")):
        view.prefix[at] = (*view.prefix.get(at, ()), node)


def _add_logic(view: View, part: Node) -> None:
    for keyword in _SUBSCHEMAS:
        if _schema(part, keyword):
            view.subschemas[keyword] = (*view.subschemas.get(keyword, ()), part.child(keyword))
    if _schema(part, "not"):
        view.negated.append(part.child("not"))
    if _schema(part, "if"):
        branches = [_schema(part, key) for key in ("then", "else")]
        view.conditions.append(Condition(part.child("if"), branches[0], branches[1]))
    for keyword in CHOICES:
        kept = chosen(part, keyword)
        if not kept and variants(part, keyword):
            view.types, view.typed = frozenset(), part.pointer
        if len(kept) > 1:
            view.choices.append(Choice(keyword, tuple((it,) for it in kept), f"{part.pointer}/{keyword}"))
    if isinstance(part.value.get("discriminator"), dict):
        view.discriminator = Said(part.value["discriminator"], f"{part.pointer}/discriminator")


def _schema(part: Node, keyword: str) -> Node | None:
    return part.child(keyword) if isinstance(part.value.get(keyword), (dict, bool)) else None
