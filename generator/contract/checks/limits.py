"""The limits of schemas, as classes have them: each is where the document has it, and there are no others."""

from __future__ import annotations

import ast
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from ..document.dialect import is_pattern
from ..document.shapes import Shape, places, types
from ..findings import Finding, Outcome
from ..pair import Pair
from ..python.annotations import named_in
from ..python.attributes import written_in
from ..python.classes import Unnamed
from ..wire.parsed import fields_of
from .guarding import guarded
from .schemas import mixed

Limit = tuple[str, str]
"""What pydantic calls a limit, and what it is set to."""

_NUMBERS = {
    "minimum": "ge",
    "exclusiveMinimum": "gt",
    "maximum": "le",
    "exclusiveMaximum": "lt",
    "multipleOf": "multiple_of",
}
_CALLED: Mapping[str, Mapping[str, str]] = {
    "string": {"minLength": "min_length", "maxLength": "max_length", "pattern": "pattern"},
    "integer": _NUMBERS,
    "number": _NUMBERS,
    "array": {"minItems": "min_length", "maxItems": "max_length", "uniqueItems": "Unique"},
    "object": {"minProperties": "min_length", "maxProperties": "max_length"},
}
"""What pydantic calls the keywords of each JSON type; `Unique` is the runtime's own."""
_NAMES = frozenset(name for names in _CALLED.values() for name in names.values())
_ROUNDED: Mapping[str, Any] = {
    "minimum": math.ceil,
    "maximum": math.floor,
    "exclusiveMinimum": math.floor,
    "exclusiveMaximum": math.ceil,
}
"""Which integers the bounds of integers are."""
_FINEST = 1e-8
"""Pydantic takes a number for a multiple that is off by a tenth of this."""
_TRANSLATED = re.compile(r"[\\&~]|\(\?[<=!]")
"""What patterns of JSON Schema and of pydantic write differently."""


@guarded
def limited(pair: Pair, pointer: str) -> Outcome:
    """Each attribute, and each name that stands for a list, a map or a plain value, has the limits of its schema."""
    name, cls = pair.package.models.get(pointer), pair.package.model(pointer)
    if name is None:
        return
    shape, written = pair.values.shape(pointer), written_in(pair.package)
    if hasattr(cls, "model_fields"):
        attributes = fields_of(cls)
        for wire, place in shape["properties"].items():
            source = written.get(f"{name}.{attributes.get(wire)}")
            one = not shape["also"].get(wire) and "several" not in pair.values.shape(place)
            if source is not None and one:
                limits = Counter(_limits(pair, place, named_in(source)))
                yield from _compared(f"{name}.{attributes[wire]}", place, limits, source)
    elif not shape["choices"] and name in written and not mixed(pair, pointer) and "several" not in shape:
        yield from _compared(name, pointer, Counter(_own(pair, shape, named_in(written[name]))), written[name])


def _compared(subject: str, pointer: str, wanted: Counter[Limit], source: str) -> Outcome:
    got = Counter(_set(source))
    if any(name == "pattern" and not is_pattern(value) for name, value in wanted):
        got, wanted = (Counter(it for it in limits.elements() if it[0] != "pattern") for limits in (got, wanted))
    if any(_TRANSLATED.search(value) for _, value in wanted):
        got, wanted = _without_patterns(got), _without_patterns(wanted)
    if got != wanted:
        yield Finding(f"{subject}: limits", pointer, _shown(wanted - got) or "no more", _shown(got - wanted) or "fewer")


def _without_patterns(limits: Counter[Limit]) -> Counter[Limit]:
    """The limits, of patterns only that there are some."""
    return Counter((name, "" if name == "pattern" else value) for name, value in limits.elements())


def _shown(limits: Counter[Limit]) -> str:
    return ", ".join(sorted(f"{name}={value}" for name, value in limits.elements()))


def _set(source: str) -> Iterator[Limit]:
    """The limits that stand in an annotation; what tells the variants of a union apart repeats them."""
    waiting: list[ast.AST] = [ast.parse(source, mode="eval")]
    while waiting:
        node = waiting.pop()
        called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
        if called == "Unique":
            yield _limit("Unique", True)
        elif isinstance(node, ast.Call) and called == "Field":
            yield from (_limit(it.arg, _value(it.value)) for it in node.keywords if it.arg in _NAMES)
        elif not called.startswith("OneOf"):
            waiting += ast.iter_child_nodes(node)


def _value(node: ast.expr) -> Any:
    """What a limit is set to; of a pattern for Python's engine, the text that it searches for."""
    return ast.literal_eval(node.args[0] if isinstance(node, ast.Call) else node)


def _limit(name: str | None, value: Any) -> Limit:
    return str(name), value if isinstance(value, str) else f"{value:.17g}"


def _limits(pair: Pair, place: str, named: frozenset[str]) -> Iterator[Limit]:
    """The limits of what an attribute is, its items and variants included, up to those that have a class of the `named`."""
    home, _ = pair.annotations.classes.home(place)
    if not _is_class(pair, home, named):
        yield from _own(pair, pair.values.shape(place), named)


def _is_class(pair: Pair, home: str, named: frozenset[str]) -> bool:
    try:
        return pair.annotations.classes.name(home, named) in named
    except Unnamed:
        return False


def _step(shape: Shape, kind: str) -> Any:
    """What pydantic can look at of `multipleOf`: of n/d the integers are those of n; what is finer is looked at elsewhere."""
    step = shape.get("multipleOf", 1)
    if kind == "number":
        return shape.get("multipleOf") if step >= _FINEST else None
    whole = Fraction(str(step)).numerator
    return whole if whole > 1 or shape.get("multipleOf") == 1 else None


def _own(pair: Pair, shape: Shape, named: frozenset[str]) -> Iterator[Limit]:
    if {"enum", "const"} & shape.keys():
        return
    for choice in shape["choices"]:
        if not any(types(pair.values.shape(it)) == ["anything"] for it in choice):
            for variant in choice:
                yield from _limits(pair, variant, named)
    inside = places(shape)
    for place in inside:
        yield from _limits(pair, place, named)
    for kind in types(shape):
        if kind == "array" and inside:
            continue  # a tuple has as many items as places; that no two are equal is looked at with what types do not say
        if kind == "string" and shape.get("format") in ("date", "date-time", "binary"):
            continue
        if kind == "integer" and "number" in types(shape):
            continue  # which every integer is
        for keyword, name in _CALLED.get(kind, {}).items():
            value = _step(shape, kind) if keyword == "multipleOf" else shape.get(keyword)
            if kind == "integer" and keyword in _ROUNDED and value is not None:
                value = _ROUNDED[keyword](value)
            if value is not None and value is not False:
                yield _limit(name, value)
    for key in ("items", "additionalProperties"):
        if isinstance(shape.get(key), str) and not (inside and key == "items"):
            yield from _limits(pair, shape[key], named)
