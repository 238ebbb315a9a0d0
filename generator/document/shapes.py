"""What a schema says, all its parts taken together.

A schema of OpenAPI 3.0 or 3.1 says things in many places: beside a reference, in the members of `allOf`, in
3.0's words or in 2020-12's. `collect` reads a *conjunction* (nodes that must all hold) into one `Shape`, and
`unwrap` finds the one thing that a wrapper such as `allOf: [$ref]` stands for. Neither names or copies anything.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from generator.diagnostics import error
from generator.document import pointers

ANNOTATIONS = ("description", "default", "examples", "deprecated", "readOnly", "writeOnly", "format")
"""Keywords that may stand beside a canonical reference (`format` says nothing there and is dropped on the way)."""

LIMITS = {
    "string": ("minLength", "maxLength", "pattern", "format", "contentEncoding", "contentMediaType"),
    "integer": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format"),
    "array": ("minItems", "maxItems", "uniqueItems"),
    "object": ("minProperties", "maxProperties"),
    "boolean": (),
    "null": (),
}
"""The constraints that apply to each JSON type (JSON Schema 2020-12, Validation, section 6)."""

LIMITING = frozenset(key for keys in LIMITS.values() for key in keys)
"""All of these."""

COUNTS = frozenset({"minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"})
MAX_COUNT = 2**63 - 1
"""Nothing has more characters, items or properties than this: a larger bound says the same."""

BOUNDS = frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"})
MAX_BOUND = int(sys.float_info.max)
"""No number is farther from zero than this, neither to JSON as it is exchanged (RFC 8259, section 6) nor to Python's floats."""

TIGHTEST = {
    "minLength": max,
    "minimum": max,
    "exclusiveMinimum": max,
    "minItems": max,
    "minProperties": max,
    "maxLength": min,
    "maximum": min,
    "exclusiveMaximum": min,
    "maxItems": min,
    "maxProperties": min,
}
"""How two values of a constraint are combined when both must hold."""

BY_THEMSELVES = frozenset({"pattern", "multipleOf"})
"""Constraints that are not combined: of two values, types hold the first, and assertions hold the other. Of others, one stands."""

NOT_SHAPING = frozenset(
    {"title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "nullable"}
    | {"externalDocs", "xml", "$comment", "$id", "$schema", "$anchor", "$defs", "definitions", "discriminator"}
)
"""Keywords beside which a wrapper is still only a wrapper."""

_SAYING_LITTLE = NOT_SHAPING | {"type", "format"}

UNSUPPORTED = (
    "dependencies",
    "$dynamicRef",
)
"""Keywords that shape data and that the client does not enforce; each use is a listed omission."""

ASSERTED = frozenset(
    {"not", "if", "dependentSchemas", "dependentRequired", "unevaluatedProperties", "unevaluatedItems"}
    | {"propertyNames", "contains", "patternProperties", "prefixItems"}
)
"""Keywords that types do not hold: assertions do (`generator.document.asserted`)."""


@dataclass(frozen=True, slots=True)
class Node:
    """A schema of the document and where it stands."""

    value: Any
    pointer: str

    def child(self, *tokens: str | int) -> Node:
        """The node below this one at `tokens`."""
        value = self.value
        for token in tokens:
            value = value[token]
        return Node(value, pointers.join(self.pointer, *tokens))


Conjunction = tuple[Node, ...]
"""Schemas that must all hold; mostly just one."""


Scalar = tuple[tuple[str, Any], ...]
"""What a schema says that says no more than the type of a scalar and its format: most schemas do, and few differ."""

_SCALARS = frozenset({"string", "integer", "number", "boolean"})
_SHAPING_SCALARS = ("type", "format", "nullable")


def scalar_of(value: Any) -> Scalar | None:
    """What a schema of a scalar says besides annotations; None if it is none, or says more of it."""
    kind = value.get("type") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in _SCALARS:
        return None
    if any(key not in _SAYING_LITTLE and not key.startswith("x-") for key in value):
        return None
    said = tuple((key, value[key]) for key in _SHAPING_SCALARS if key in value)
    return said if all(isinstance(it, (str, bool)) for _, it in said) else None


@dataclass(frozen=True, slots=True)
class Choice:
    """A `oneOf` or `anyOf` (its `keyword`), without its null variants."""

    keyword: str
    variants: tuple[Node, ...]
    discriminator: Mapping[str, Any] | None


@dataclass(slots=True)
class Shape:
    """What a conjunction says. `types` None: any type. `values` None: no enum. `nullable` is kept apart from `types`."""

    types: frozenset[str] | None = None
    nullable: bool = False
    values: list[Any] | None = None
    properties: dict[str, list[Node]] = field(default_factory=dict)
    required: set[str] = field(default_factory=set)
    additional: list[Node] = field(default_factory=list)
    """The schemas that say `additionalProperties`: each means the properties that it does not declare itself."""
    patterned: list[Node] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)
    prefix: list[Node] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    limits: dict[str, Any] = field(default_factory=dict)
    further: list[Mapping[str, Any]] = field(default_factory=list)
    """Limits beside others of the same keyword, of which types hold one."""
    unsupported: list[str] = field(default_factory=list)
    asserting: list[Node] = field(default_factory=list)
    """The schemas that say something of `ASSERTED`."""
    asserted: list[Mapping[str, Any]] = field(default_factory=list)
    """What the schemas say that types do not, as soon as it is known."""

    @property
    def structured(self) -> bool:
        """Whether it says anything about the data besides its choices."""
        parts = (self.properties, self.required, self.additional, self.items, self.prefix, self.limits)
        return any(parts) or bool(self.patterned) or self.values is not None


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """What a wrapper stands for: the conjunction, the component it was reached by (a pointer), and what was said on the way."""

    nodes: Conjunction
    component: str | None
    notes: Mapping[str, Any]
    nullable: bool


class Reader:
    """Reads the schemas of one document. `version` is the OpenAPI version, "3.0" or "3.1"."""

    def __init__(self, root: Any, version: str) -> None:
        self._root = root
        self._legacy = version.startswith("3.0")

    @property
    def is_legacy(self) -> bool:
        """Whether nothing counts that stands beside a reference."""
        return self._legacy

    def node(self, pointer: str) -> Node:
        """The node at `pointer`."""
        return Node(pointers.resolve(self._root, pointer), pointer)

    def reference(self, node: Node) -> str | None:
        """The pointer that a node refers to, if it is a reference (`bundle` has made every reference local)."""
        ref = node.value.get("$ref") if isinstance(node.value, dict) else None
        return pointers.join("", *pointers.split(unquote(ref[1:]))) if isinstance(ref, str) else None

    def follow(self, node: Node) -> Node:
        """`node` itself or, if it is a reference, what it finally refers to."""
        seen: set[str] = set()
        while (target := self.reference(node)) is not None:
            if target in seen:
                raise error("reference-cycle", f"'{target}' refers to itself", pointer=node.pointer)
            seen.add(target)
            node = self.node(target)
        return node

    def unwrap(self, nodes: Conjunction) -> Unwrapped:
        """Look through references and one-member wrappers as long as nothing but annotations stands beside them.

        A part of several that says `nullable` alone allows nothing: without `type` it has no effect (OpenAPI 3.0.3,
        clarified by its proposal 2019-10-31), and all parts must hold.
        """
        notes: dict[str, Any] = {}
        nullable = False
        while len(bearing := [node for node in nodes if self.says_more(node)]) == 1:
            for node in nodes:
                notes = {**self.notes(node), **notes}
            nullable = nullable or self._says_nullable(bearing[0])
            inner = self._inside(bearing[0])
            if inner is None:
                return Unwrapped((bearing[0],), None, notes, nullable)
            nodes, target, null = inner
            nullable = nullable or null
            if target is not None:
                return Unwrapped(nodes, target, notes, nullable)
        return (self._same(bearing, notes, nullable) if bearing else None) or Unwrapped(nodes, None, notes, nullable)

    def _same(self, nodes: Sequence[Node], notes: Mapping[str, Any], nullable: bool) -> Unwrapped | None:
        """The one component that several schemas which must all hold stand for, or offer among others: A and (A or B) is A."""
        each = [self.unwrap((node,)) for node in nodes]
        components = {it.component for it in each if it.component is not None}
        if len(components) != 1:
            return None
        target, nulls = components.pop(), [it.nullable for it in each if it.component is not None]
        for one in (it for it in each if it.component is None):
            offered, null = self._offered(one.nodes)
            if target not in offered:
                return None
            nulls.append(null or one.nullable)
        for one in each:
            notes = {**one.notes, **notes}
        return Unwrapped((self.node(target),), target, notes, nullable or all(nulls))

    def _offered(self, nodes: Conjunction) -> tuple[set[str], bool]:
        """The components among the alternatives of a schema that says nothing else, and whether null is one of them."""
        for keyword in ("oneOf", "anyOf"):
            if len(nodes) == 1 and isinstance(nodes[0].value.get(keyword), list) and self._bare(nodes[0], keyword):
                kept, null = self._without_null(nodes[0], keyword)
                return {found for it in kept if (found := self.unwrap((it,)).component) is not None}, null
        return set(), False

    def _inside(self, node: Node) -> tuple[Conjunction, str | None, bool] | None:
        """What the wrapper `node` holds: nodes, the component it refers to, whether null is added. None: no wrapper."""
        target = self.reference(node)
        if target is not None:
            return ((self.node(target),), target, False) if self._legacy or self._bare(node, "$ref") else None
        value = node.value
        if not isinstance(value, dict):
            return None
        if isinstance(value.get("allOf"), list) and self._bare(node, "allOf"):
            return tuple(node.child("allOf", index) for index in range(len(value["allOf"]))), None, False
        for keyword in ("oneOf", "anyOf"):
            if isinstance(value.get(keyword), list) and self._bare(node, keyword):
                kept, null = self._without_null(node, keyword)
                return (tuple(kept), None, null) if len(kept) == 1 else None
        return None

    def _bare(self, node: Node, keyword: str) -> bool:
        beside = {key for key in node.value if key not in NOT_SHAPING and not key.startswith("x-")} - {keyword}
        return not beside or (beside == {"type"} and node.value["type"] == "object" and keyword != "$ref")

    def says_more(self, node: Node) -> bool:
        """Whether a schema says more of the data than annotations do."""
        if not isinstance(node.value, dict):
            return node.value is False
        return any(key not in NOT_SHAPING and not key.startswith("x-") for key in node.value)

    def _without_null(self, node: Node, keyword: str) -> tuple[list[Node], bool]:
        variants = [node.child(keyword, index) for index in range(len(node.value[keyword]))]
        bearing = [variant for variant in variants if variant.value is not False] or variants
        kept = [variant for variant in bearing if not _only_null(variant.value)]
        return kept, len(kept) < len(bearing)

    def notes(self, node: Node) -> dict[str, Any]:
        """The annotations of a node, in 2020-12's words."""
        if not isinstance(node.value, dict):
            return {}
        found = {key: node.value[key] for key in ANNOTATIONS if key in node.value and key != "format"}
        if not isinstance(found.get("examples", []), list):
            del found["examples"]
        if "example" in node.value:
            found["examples"] = [node.value["example"], *found.get("examples", [])]
        return found

    def _says_nullable(self, node: Node) -> bool:
        return isinstance(node.value, dict) and node.value.get("nullable") is True

    def collect(self, nodes: Conjunction) -> tuple[Shape, dict[str, Any]]:
        """Everything that a conjunction says, and its annotations (the outermost win)."""
        shape = Shape()
        notes: dict[str, Any] = {}
        allowed: list[bool] = []
        for one in nodes:
            nulls: list[bool] = []
            for node in self._parts((one,), (), set()):
                notes = {**self.notes(node), **notes}
                if isinstance(node.value, dict):
                    self._add(shape, node, nulls)
            if nulls or self._says_nullable(one) or len(nodes) > 1 and self._never_null(one):
                allowed.append(self._says_nullable(one) or bool(nulls) and all(nulls))
        shape.nullable = bool(allowed) and all(allowed)
        shape.choices = _needed(shape.choices)
        return shape, notes

    def _never_null(self, node: Node) -> bool:
        """Whether a schema offers alternatives each of which names its types, null not among them."""
        for keyword in ("oneOf", "anyOf"):
            if isinstance(node.value, dict) and isinstance(node.value.get(keyword), list):
                variants = [self.follow(node.child(keyword, at)).value for at in range(len(node.value[keyword]))]
                return all((types := named_types(it)) and "null" not in types for it in variants)
        return False

    def _parts(self, nodes: Conjunction, trail: tuple[str, ...], taken: set[str]) -> Iterator[Node]:
        """The nodes and, after each, those it takes in by reference or allOf; what is taken in twice says nothing more."""
        for node in nodes:
            yield node
            target = self.reference(node)
            if target is not None:
                if target in trail:
                    raise error(
                        "allof-cycle",
                        f"'{target}' takes itself in through allOf",
                        pointer=node.pointer,
                        hint="an object cannot contain all of itself; remove one of the references",
                    )
                if target not in taken:
                    taken.add(target)
                    yield from self._parts((self.node(target),), (*trail, target), taken)
            if (
                isinstance(node.value, dict)
                and isinstance(node.value.get("allOf"), list)
                and (target is None or not self._legacy)
            ):
                members = tuple(node.child("allOf", i) for i in range(len(node.value["allOf"])))
                yield from self._parts(members, trail, taken)

    def _add(self, shape: Shape, node: Node, nulls: list[bool]) -> None:
        value: dict[str, Any] = node.value
        if "$ref" in value and self._legacy:
            return
        self._add_type(shape, value, nulls)
        if isinstance(value.get("enum"), list) or "const" in value:
            _add_values(shape, value["enum"] if isinstance(value.get("enum"), list) else [value["const"]], nulls)
        if isinstance(value.get("properties"), dict):
            for name in value["properties"]:
                known, child = shape.properties.setdefault(name, []), node.child("properties", name)
                if all(it.pointer != child.pointer for it in known):  # what is taken in twice says nothing more
                    known.append(child)
        shape.required.update(name for name in _list(value.get("required")) if isinstance(name, str))
        if "additionalProperties" in value:
            shape.additional.append(node)
        for name in value.get("patternProperties", {}):
            shape.patterned.append(node.child("patternProperties", name))
        if "items" in value:
            shape.items.append(node.child("items"))
        shape.prefix.extend(node.child("prefixItems", index) for index in range(len(_list(value.get("prefixItems")))))
        for keyword in ("oneOf", "anyOf"):
            if isinstance(value.get(keyword), list) and value[keyword]:
                kept, null = self._without_null(node, keyword)
                nulls.extend([True] * null)
                if not kept:  # null is all that there is to choose
                    shape.types = frozenset()
                discriminator = value.get("discriminator")
                shape.choices.append(
                    Choice(keyword, tuple(kept), discriminator if isinstance(discriminator, dict) else None)
                )
        _add_limits(shape, modern_limits(value))
        shape.asserting.extend([node] if ASSERTED & value.keys() else [])
        shape.unsupported.extend(pointers.join(node.pointer, key) for key in UNSUPPORTED if key in value)

    def _add_type(self, shape: Shape, value: Mapping[str, Any], nulls: list[bool]) -> None:
        if value.get("type") is None:
            return
        types = named_types(value)
        nulls.append("null" in types)
        kinds = types - {"null"}
        shape.types = kinds if shape.types is None else common_types(shape.types, kinds)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _needed(choices: Sequence[Choice]) -> list[Choice]:
    """The choices but those that allow all that another one does: A or B, and A or B or C, is A or B."""
    kept: list[Choice] = []
    for one in sorted(choices, key=lambda it: len(it.variants)):
        offered = [it.value for it in one.variants]
        if not any(it.variants and all(variant.value in offered for variant in it.variants) for it in kept):
            kept.append(one)
    return [one for one in choices if one in kept]


def _only_null(value: Any) -> bool:
    return isinstance(value, dict) and (
        value.get("type") in ("null", ["null"]) or value.get("enum") == [None] or value.get("const", 0) is None
    )


def named_types(value: Any) -> frozenset[str]:
    """The types that a schema names, null among them where it says so; none if it names none."""
    declared = value.get("type") if isinstance(value, dict) else None
    # A reference may lead to what is no schema, of which nobody has checked that its types are texts.
    said = [kind for kind in (declared if isinstance(declared, list) else [declared]) if isinstance(kind, str)]
    types = frozenset(kind for kind in said if kind in LIMITS)
    return types | {"null"} if types and value.get("nullable") is True else types


def common_types(left: frozenset[str], right: frozenset[str]) -> frozenset[str]:
    """The types that both allow; an integer is a number."""
    both = left & right
    if "integer" in left | right and "number" in left | right:
        both |= {"integer"}
    return both


def _add_values(shape: Shape, values: list[Any], nulls: list[bool]) -> None:
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        nulls.append(True)
    shape.values = known if shape.values is None else [value for value in shape.values if _among(value, known)]


def _among(value: Any, values: list[Any]) -> bool:
    return any(type(value) is type(other) and value == other for other in values)


def _add_limits(shape: Shape, limits: Mapping[str, Any]) -> None:
    for key, limit in limits.items():
        known = shape.limits.get(key)
        if key in BY_THEMSELVES and known is not None and known != limit:
            shape.further.append({key: limit})
        else:
            shape.limits[key] = limit if known is None or key not in TIGHTEST else TIGHTEST[key](known, limit)


def both(left: Shape, right: Shape) -> Shape:
    """Two shapes that must both hold; the choices of `left` are dropped, they have been distributed."""
    found = Shape(
        types=(
            right.types
            if left.types is None
            else left.types if right.types is None else common_types(left.types, right.types)
        ),
        nullable=left.nullable and right.nullable,
        values=left.values,
        properties={
            name: [*left.properties.get(name, []), *right.properties.get(name, [])]
            for name in {**left.properties, **right.properties}
        },
        required=left.required | right.required,
        additional=[*left.additional, *right.additional],
        patterned=[*left.patterned, *right.patterned],
        items=[*left.items, *right.items],
        prefix=[*left.prefix, *right.prefix],
        choices=right.choices,
        limits=dict(left.limits),
        asserted=[*left.asserted, *(it for it in right.asserted if it not in left.asserted)],
    )
    if right.values is not None:
        _add_values(found, right.values, [])
    _add_limits(found, right.limits)
    return found


def modern_limits(value: Mapping[str, Any]) -> dict[str, Any]:
    """The constraints of a schema; 3.0's boolean exclusive bounds become numbers."""
    if not LIMITING & value.keys():
        return {}
    limits = {key: value[key] for keys in LIMITS.values() for key in keys if key in value}
    for keys, most in ((COUNTS, MAX_COUNT), (BOUNDS, MAX_BOUND)):
        for key in keys & limits.keys():
            if isinstance(limits[key], (int, float)) and abs(limits[key]) > most:
                limits[key] = most if limits[key] > 0 else -most
    for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if limits.get(exclusive) is True and bound in limits:
            limits[exclusive] = limits.pop(bound)
        elif isinstance(limits.get(exclusive), bool):
            del limits[exclusive]
    return limits
