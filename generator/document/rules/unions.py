"""Unions that a client cannot take apart, and discriminators that do not discriminate."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from generator.diagnostics import Severity
from generator.document.findings import Finding, listed, quoted
from generator.document.pointers import join
from generator.document.rules.schemas import bare, types_of
from generator.document.walk import Site, Survey

_MAX_VARIANTS = 100
_MAX_DEPTH = 20


@dataclass(frozen=True)
class Shape:
    """What can tell the values of a schema from those of another: property schemas and which of them are required.

    `closed`: it forbids further properties. `composed`: a union within it may declare further properties.
    """

    name: str
    kinds: frozenset[str]
    properties: Mapping[str, Any]
    required: frozenset[str]
    closed: bool
    composed: bool


def ambiguous_union(site: Site, survey: Survey) -> Iterator[Finding]:
    """A union of different objects that nothing tells apart.

    Two objects can be told apart by a property that both require with values of which none is the same (enum, const,
    type), or by each requiring a property that the other does not declare. Objects that differ in their documentation
    alone need not be told apart.
    """
    for keyword in ("oneOf", "anyOf"):
        variants = _variants(site, keyword)
        if len(variants) < 2 or _tag(site.value):
            continue
        shapes = [shape_of(variant, join(site.pointer, keyword, index), survey) for index, variant in variants]
        different = list({essence(shape): shape for shape in reversed(shapes)}.values())[::-1]
        overlaps = [pair for pair in combinations(different[:_MAX_VARIANTS], 2) if _overlap(*pair, survey)]
        if overlaps:
            names = list(dict.fromkeys(shape.name for pair in overlaps for shape in pair))
            message = f"{listed(map(quoted, names), 'and')} of this {keyword} cannot be told apart for certain"
            pointer = join(site.pointer, keyword)
            yield Finding(
                "ambiguous-union", message, pointer, _advice(overlaps, survey), Severity.WARNING, tuple(names)
            )


def _advice(overlaps: list[tuple[Shape, Shape]], survey: Survey) -> str:
    """How to make the pairs of variants different."""
    telling = set.intersection(*(set(_telling(*pair, survey)) for pair in overlaps))
    if telling:
        return f"require {quoted(min(telling))}, whose values differ; until then the best match wins"
    return "a discriminator, or a required property with other values in each, would do; until then the best match wins"


def _telling(one: Shape, other: Shape, survey: Survey) -> Iterator[str]:
    """The properties whose values differ, required or not."""
    both = one.properties.keys() & other.properties.keys()
    return (name for name in both if _disjoint(one.properties[name], other.properties[name], survey))


def essence(shape: Shape) -> str:
    """What a shape demands of values, as text: equal for shapes that differ in their documentation alone."""
    parts = [sorted(shape.kinds), sorted(shape.required), shape.closed, bare(shape.properties, named=True)]
    return json.dumps(parts, sort_keys=True, default=str)


def _variants(site: Site, keyword: str) -> list[tuple[int, Mapping[str, Any]]]:
    nodes = site.value.get(keyword)
    found = [
        (index, node) for index, node in enumerate(nodes if isinstance(nodes, list) else ()) if isinstance(node, dict)
    ]
    return [(index, node) for index, node in found if types_of(node) != ("null",)]


def _tag(schema: Mapping[str, Any]) -> str | None:
    """The name of the discriminator property that a schema declares."""
    discriminator = schema.get("discriminator")
    name = discriminator.get("propertyName") if isinstance(discriminator, dict) else None
    return name if isinstance(name, str) else None


def shape_of(schema: Any, pointer: str, survey: Survey) -> Shape:
    """The shape of a schema with everything that its `allOf` and references add."""
    properties: dict[str, Any] = {}
    required: set[str] = set()
    kinds: set[str] = set()
    closed = composed = False
    title = None
    waiting, seen = [(schema, pointer, 0)], set()
    _, target = survey.resolve(schema, pointer)
    while waiting:
        node, at, depth = waiting.pop()
        node, at = survey.resolve(node, at)
        if not isinstance(node, dict) or at in seen or depth > _MAX_DEPTH:
            continue
        seen.add(at)
        title = title or node.get("title")
        declared, names = node.get("properties"), node.get("required")
        properties = {**(declared if isinstance(declared, dict) else {}), **properties}
        required.update(name for name in names if isinstance(name, str)) if isinstance(names, list) else None
        kinds.update(types_of(node) or (("object",) if declared else ()))
        closed = closed or node.get("additionalProperties") is False
        composed = composed or "oneOf" in node or "anyOf" in node
        members = node.get("allOf")
        parts = members if isinstance(members, list) else []
        waiting += [(member, join(at, "allOf", index), depth + 1) for index, member in enumerate(parts)]
    name = (
        target.rpartition("/")[2]
        if target != pointer
        else str(title or f"variant {int(pointer.rpartition('/')[2]) + 1}")
    )
    return Shape(name, frozenset(kinds) - {"null"}, properties, frozenset(required), closed, composed)


def _overlap(one: Shape, other: Shape, survey: Survey) -> bool:
    """Whether an object can be of both shapes, as far as a client can see."""
    if one.kinds != {"object"} or other.kinds != {"object"}:
        return False
    if any(
        _disjoint(one.properties.get(name), other.properties.get(name), survey)
        for name in one.required & other.required
    ):
        return False
    foreign = one.required - other.properties.keys(), other.required - one.properties.keys()
    return not (foreign[0] and (foreign[1] or other.closed) or foreign[1] and one.closed)


def _disjoint(one: Any, other: Any, survey: Survey) -> bool:
    """Whether no value is of both schemas, by their enum, const or type."""
    first, second = survey.resolve(one, "")[0], survey.resolve(other, "")[0]
    if not isinstance(first, dict) or not isinstance(second, dict):
        return False
    values = values_of(first), values_of(second)
    if values[0] is not None and values[1] is not None:
        return values[0].isdisjoint(values[1])
    kinds = set(types_of(first)), set(types_of(second))
    numeric = {"integer", "number"}
    return (
        bool(kinds[0] and kinds[1])
        and kinds[0].isdisjoint(kinds[1])
        and not (kinds[0] & numeric and kinds[1] & numeric)
    )


def values_of(schema: Mapping[str, Any]) -> frozenset[str] | None:
    """The values that a schema lists, each as JSON; None if it does not list them."""
    if "const" in schema:
        return frozenset([json.dumps(schema["const"], sort_keys=True)])
    values = schema.get("enum")
    return frozenset(json.dumps(value, sort_keys=True) for value in values) if isinstance(values, list) else None


def discriminator_property(site: Site, survey: Survey) -> Iterator[Finding]:
    """A discriminator whose property variants do not declare or do not require: they cannot be recognised by it."""
    tag = _tag(site.value)
    if tag is None:
        return
    places = [
        (index, variant, keyword) for keyword in ("oneOf", "anyOf") for index, variant in _variants(site, keyword)
    ]
    shapes = [shape_of(variant, join(site.pointer, keyword, index), survey) for index, variant, keyword in places]
    undeclared = [shape.name for shape in shapes if tag not in shape.properties and not shape.composed]
    optional = [shape.name for shape in shapes if tag in shape.properties and tag not in shape.required]
    for names, lack in ((undeclared, "declare"), (optional, "require")):
        if names:
            verb = "does" if len(names) == 1 else "do"
            message = f"{listed(map(quoted, names), 'and')} {verb} not {lack} the discriminator property {quoted(tag)}"
            hint = "declare and require it in every variant, so that the variant can be recognised"
            pointer = join(site.pointer, "discriminator", "propertyName")
            yield Finding("discriminator-property", message, pointer, hint, Severity.WARNING, (tag, lack, *names))


def discriminator_mapping(site: Site, survey: Survey) -> Iterator[Finding]:
    """A discriminator value that leads to a schema that is not there (in a union: an error), or is no variant of the union."""
    discriminator = site.value.get("discriminator")
    mapping = discriminator.get("mapping") if isinstance(discriminator, dict) else None
    variants = [
        survey.resolve(variant, join(site.pointer, keyword, index))[1]
        for keyword in ("oneOf", "anyOf")
        for index, variant in _variants(site, keyword)
    ]
    for value, reference in mapping.items() if isinstance(mapping, dict) else ():
        if not isinstance(reference, str):
            continue
        at = join(site.pointer, "discriminator", "mapping", value)
        target = reference[1:] if reference.startswith("#/") else join("/components/schemas", reference)
        node, target = survey.resolve(survey.at(target), target)
        if not isinstance(node, dict):
            message = (
                f"the discriminator value {quoted(value)} leads to {quoted(reference)}, which is not in the document"
            )
            severity = Severity.ERROR if variants else Severity.WARNING
            yield Finding("discriminator-mapping", message, at, "correct the reference, or remove the value", severity)
        elif variants and target not in variants:
            message = f"the discriminator value {quoted(value)} leads to {quoted(reference)}, which is no variant of this union"
            yield Finding(
                "discriminator-mapping", message, at, "add it to the union, or remove the value", Severity.WARNING
            )
