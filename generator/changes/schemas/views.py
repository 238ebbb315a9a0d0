"""A schema as the set of values it allows, however it is written.

`Views.view` reads a *conjunction* (schemas that must all hold, mostly one) into a `View`: references, `allOf` and one-variant
choices are put in place, 3.0's words become 2020-12's, what says nothing (`minLength: 0`, `uniqueItems: false`, a limit of
strings on an integer) is left out. Two schemas with equal views allow the same values, whichever way they are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.changes.schemas.numbers import same, strict
from generator.changes.side import Side
from generator.document.shapes import TIGHTEST, Conjunction, Node

TYPES = frozenset({"boolean", "object", "array", "string", "integer", "fraction"})
"""The JSON types without null; a number is an integer or a fraction, so that sets of types can be compared."""

_ATOMS = {"number": ("integer", "fraction")}

BOUNDS = {
    "string": ("minLength", "maxLength"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
    "array": ("minItems", "maxItems", "minContains", "maxContains"),
    "object": ("minProperties", "maxProperties"),
}
"""The keywords that bound a size, by the JSON type they are about (JSON Schema 2020-12, Validation, section 6)."""

_PLAIN = {
    "string": ("pattern", "contentEncoding", "contentMediaType"),
    "number": ("multipleOf",),
    "array": ("uniqueItems",),
    "object": (),
}
"""The other keywords of one value, by type."""

_SUBSCHEMAS = {
    "array": ("contains", "unevaluatedItems"),
    "object": ("propertyNames", "unevaluatedProperties"),
    "string": ("contentSchema",),
}
_TRIVIAL: Mapping[str, tuple[Any, ...]] = {
    "minLength": (0,),
    "minItems": (0,),
    "minProperties": (0,),
    "minContains": (1,),
    "uniqueItems": (False,),
    "pattern": ("", ".*", "^.*$"),
}
NOTES = ("default", "deprecated", "readOnly", "writeOnly")
"""Annotations that mean something to callers."""


@dataclass(frozen=True, slots=True)
class Said:
    """A value that a keyword has, and the pointer of the keyword."""

    value: Any
    pointer: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A `oneOf` or `anyOf` of more than one variant, null left out."""

    keyword: str
    variants: tuple[Conjunction, ...]
    pointer: str


@dataclass(frozen=True, slots=True)
class Condition:
    """An `if` with what then holds, or else; None where the branch is absent."""

    test: Node
    then: Node | None
    otherwise: Node | None


@dataclass(slots=True)
class View:
    """What a conjunction allows.

    `types` are those of `TYPES` that it allows, `null` whether null is allowed as well. `values` is the enum, `const` included.
    `said` are keywords with one value. Schemas below are conjunctions: all of them hold. `additional` None: anything goes.
    `nodes` is the conjunction, `names` are the components that were looked through, outermost first.
    """

    nodes: Conjunction
    names: tuple[str, ...] = ()
    types: frozenset[str] = TYPES
    null: bool = True
    values: Said | None = None
    said: dict[str, Said] = field(default_factory=dict)
    notes: dict[str, Said] = field(default_factory=dict)
    extensions: dict[str, Said] = field(default_factory=dict)
    properties: dict[str, Conjunction] = field(default_factory=dict)
    required: dict[str, str] = field(default_factory=dict)
    patterned: dict[str, Conjunction] = field(default_factory=dict)
    additional: Conjunction | None = None
    items: Conjunction | None = None
    prefix: dict[int, Conjunction] = field(default_factory=dict)
    subschemas: dict[str, Conjunction] = field(default_factory=dict)
    dependent_required: dict[str, Said] = field(default_factory=dict)
    dependent_schemas: dict[str, Conjunction] = field(default_factory=dict)
    negated: list[Node] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    discriminator: Said | None = None
    unresolved: str = ""
    """The reference that leads nowhere, if there is one."""

    @property
    def pointer(self) -> str:
        """Where the conjunction stands."""
        return self.nodes[0].pointer

    @property
    def closed(self) -> bool:
        """Whether undeclared properties are refused."""
        return self.additional is not None and any(node.value is False for node in self.additional)

    @property
    def bare(self) -> bool:
        """Whether it says nothing about values but by its choices."""
        parts = (self.said, self.properties, self.required, self.patterned, self.prefix, self.subschemas)
        more = (self.dependent_required, self.dependent_schemas, self.negated, self.conditions, self.values, self.items)
        return not any(parts) and not any(more) and self.additional is None


class Views:
    """The views of one document's schemas."""

    def __init__(self, side: Side) -> None:
        self.side = side
        self._views: dict[tuple[str, ...], View] = {}

    def view(self, nodes: Conjunction) -> View:
        """The view of a conjunction."""
        key = tuple(node.pointer for node in nodes)
        if key not in self._views or not all(key):
            self._views[key] = self._made(nodes)
        return self._views[key]

    def _made(self, nodes: Conjunction) -> View:
        parts = _Parts(self.side)
        names: list[str] = []
        view = View(nodes)
        nulls = []
        for node in nodes:
            nulls.append(parts.allow_null(node))
            for part in parts.of(node, names):
                _add(view, part, self.side)
        view.names = tuple(dict.fromkeys(names))
        view.null = view.null and all(nulls)
        _imply(view)
        self._merge_scalars(view)
        _tidy(view)
        return view

    def _merge_scalars(self, view: View) -> None:
        """A choice between scalars of different types says no more than a list of types."""
        for choice in list(view.choices):
            variants = [self.view(variant) for variant in choice.variants]
            if not all(_is_scalar(variant) for variant in variants) or _overlap(variants):
                continue
            view.choices.remove(choice)
            view.types &= frozenset().union(*(variant.types for variant in variants))
            for variant in variants:
                for keyword, said in variant.said.items():
                    _tighten(view, keyword, said)


def _is_scalar(view: View) -> bool:
    plain = not (view.choices or view.negated or view.conditions or view.values or view.unresolved or view.names)
    return plain and bool(view.types) and not view.types & {"object", "array"}


def _overlap(views: Iterable[View]) -> bool:
    seen: set[str] = set()
    for view in views:
        if seen & view.types:
            return True
        seen |= view.types
    return False


class _Parts:
    """The schemas that a node takes in: by reference, `allOf`, and choices that leave no choice."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self.seen: dict[str, Node] = {}

    def of(self, node: Node, names: list[str]) -> Iterator[Node]:
        """`node` and what it takes in, each once; the pointers of components met are added to `names`."""
        if node.pointer in self.seen:
            return
        self.seen[node.pointer] = node
        value = node.value
        if not isinstance(value, dict):
            yield node
            return
        target = self._side.target(node)
        if target is not None:
            names.append(target.pointer)
        if target is None or not self._side.legacy:
            yield node
            for member in _variants(node, "allOf"):
                yield from self.of(member, names)
            for keyword in ("oneOf", "anyOf"):
                kept = [it for it in _variants(node, keyword) if not is_only_null(it.value)]
                if len(kept) == 1:
                    yield from self.of(kept[0], names)
        else:
            yield Node({key: value[key] for key in (*NOTES, "nullable") if key in value}, node.pointer)
        if target is not None:
            yield from self.of(target, names)

    def allow_null(self, node: Node, trail: frozenset[str] = frozenset()) -> bool:
        """Whether a schema lets a value be null. In 3.0's words, `nullable` beside anything else prevails."""
        value = node.value
        if not isinstance(value, dict):
            return value is not False
        if value.get("nullable") is True:
            return True
        if node.pointer in trail:
            return True
        trail |= {node.pointer}
        target = self._side.target(node)
        if target is not None and self._side.legacy:
            return self.allow_null(target, trail)
        said = [target] if target is not None else []
        said += _variants(node, "allOf")
        choices = [_variants(node, keyword) for keyword in ("oneOf", "anyOf")]
        return (
            _type_allows_null(value)
            and all(self.allow_null(it, trail) for it in said)
            and all(any(self.allow_null(it, trail) for it in variants) for variants in choices if variants)
        )


def _type_allows_null(value: Mapping[str, Any]) -> bool:
    declared, values = value.get("type"), value.get("enum")
    if "const" in value and value["const"] is not None:
        return False
    if isinstance(values, list) and None not in values:
        return False
    if isinstance(declared, list):
        return "null" in declared
    if declared is None:
        return True
    return bool(declared == "null")


def _variants(node: Node, keyword: str) -> list[Node]:
    found = node.value.get(keyword)
    return [node.child(keyword, at) for at in range(len(found))] if isinstance(found, list) else []


def is_only_null(value: Any) -> bool:
    """Whether a schema allows null and nothing else."""
    return isinstance(value, dict) and (
        value.get("type") in ("null", ["null"])
        or value.get("enum") == [None]
        or ("const" in value and value["const"] is None)
    )


# ── taking in what a part says ──────────────────────────────────────────────────────────────────────────────────────


def _add(view: View, part: Node, side: Side) -> None:
    value = part.value
    if value is False:
        view.types, view.null = frozenset(), False
    if not isinstance(value, dict):
        return
    if "$ref" in value and side.target(part) is None:
        view.unresolved = str(value["$ref"])
    _add_types(view, value)
    _add_values(view, part)
    _add_limits(view, part)
    _add_object(view, part)
    _add_array(view, part)
    _add_logic(view, part)
    for key in NOTES:
        if key in value and key not in view.notes:
            view.notes[key] = Said(value[key], f"{part.pointer}/{key}")
    for key in value:
        if key.startswith("x-") and key not in view.extensions:
            view.extensions[key] = Said(value[key], f"{part.pointer}/{key}")


def _add_types(view: View, value: Mapping[str, Any]) -> None:
    declared = value.get("type")
    if declared is None:
        return
    named = declared if isinstance(declared, list) else [declared]
    atoms = [atom for kind in named if isinstance(kind, str) for atom in _ATOMS.get(kind, (kind,))]
    known = frozenset(atoms) & TYPES
    if known or "null" in atoms:
        view.types &= known


def _add_values(view: View, part: Node) -> None:
    value = part.value
    keyword = "enum" if isinstance(value.get("enum"), list) else "const" if "const" in value else None
    if keyword is None:
        return
    listed = value["enum"] if keyword == "enum" else [value["const"]]
    found = [it for it in listed if it is not None]
    if not found:
        view.types = frozenset()
        return
    known = view.values
    both = found if known is None else [it for it in known.value if strict(it) in {strict(other) for other in found}]
    view.values = Said(list({strict(it): it for it in both}.values()), f"{part.pointer}/{keyword}")


def _add_limits(view: View, part: Node) -> None:
    for keyword, limit in _limits(part.value):
        _tighten(view, keyword, Said(limit, f"{part.pointer}/{keyword}"))


def _tighten(view: View, keyword: str, said: Said) -> None:
    known, tightest = view.said.get(keyword), TIGHTEST.get(keyword)
    if known is None or tightest is None or not same(tightest(known.value, said.value), known.value):
        view.said[keyword] = said


def _limits(value: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The constraints of one value; 3.0's exclusive bounds, which are yes or no, become numbers."""
    for kind, keywords in BOUNDS.items():
        for keyword in keywords:
            found = value.get(keyword)
            exclusive = value.get("exclusive" + keyword.capitalize())
            if isinstance(found, (int, float)) and not isinstance(found, bool):
                yield ("exclusive" + keyword.capitalize() if kind == "number" and exclusive is True else keyword), found
    for keywords in _PLAIN.values():
        yield from ((keyword, value[keyword]) for keyword in keywords if keyword in value)
    if isinstance(value.get("format"), str):
        yield "format", value["format"]


def _add_object(view: View, part: Node) -> None:
    for keyword, found in (("properties", view.properties), ("patternProperties", view.patterned)):
        for name in _names(part, keyword):
            known = found.get(name, ())
            child = part.child(keyword, name)
            found[name] = known if any(it.pointer == child.pointer for it in known) else (*known, child)
    required = part.value.get("required")
    for at, name in enumerate(required if isinstance(required, list) else ()):
        if isinstance(name, str) and name:
            view.required.setdefault(name, f"{part.pointer}/required/{at}")
    additional = part.value.get("additionalProperties")
    if isinstance(additional, (dict, bool)):
        view.additional = (*(view.additional or ()), part.child("additionalProperties"))
    for name in _names(part, "dependentSchemas"):
        view.dependent_schemas[name] = (*view.dependent_schemas.get(name, ()), part.child("dependentSchemas", name))
    for name in _names(part, "dependentRequired"):
        said = part.child("dependentRequired", name)
        view.dependent_required[name] = Said(sorted(map(str, _list(said.value))), said.pointer)


def _add_array(view: View, part: Node) -> None:
    if isinstance(part.value.get("items"), (dict, bool)):
        view.items = (*(view.items or ()), part.child("items"))
    for at, node in enumerate(_variants(part, "prefixItems")):
        view.prefix[at] = (*view.prefix.get(at, ()), node)


def _add_logic(view: View, part: Node) -> None:
    value = part.value
    for keywords in _SUBSCHEMAS.values():
        for keyword in keywords:
            if isinstance(value.get(keyword), (dict, bool)):
                view.subschemas[keyword] = (*view.subschemas.get(keyword, ()), part.child(keyword))
    if isinstance(value.get("not"), (dict, bool)):
        view.negated.append(part.child("not"))
    if isinstance(value.get("if"), (dict, bool)):
        branches = [part.child(key) if isinstance(value.get(key), (dict, bool)) else None for key in ("then", "else")]
        view.conditions.append(Condition(part.child("if"), branches[0], branches[1]))
    for keyword in ("oneOf", "anyOf"):
        kept = [it for it in _variants(part, keyword) if not is_only_null(it.value)]
        if len(kept) > 1:
            view.choices.append(Choice(keyword, tuple((it,) for it in kept), f"{part.pointer}/{keyword}"))
    if isinstance(value.get("discriminator"), dict):
        view.discriminator = Said(value["discriminator"], f"{part.pointer}/discriminator")


def _names(part: Node, keyword: str) -> list[str]:
    found = part.value.get(keyword)
    return list(found) if isinstance(found, dict) else []


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


# ── leaving out what says nothing ───────────────────────────────────────────────────────────────────────────────────


def _imply(view: View) -> None:
    """The types that listed values have, where nobody wrote them down."""
    if view.types == TYPES and view.values is not None:
        view.types = frozenset(atom for value in view.values.value for atom in atoms_of(value))


def atoms_of(value: Any) -> tuple[str, ...]:
    """The type of a JSON value, as `TYPES` has it."""
    if isinstance(value, bool):
        return ("boolean",)
    if isinstance(value, (int, float)):
        return ("integer",) if float(value).is_integer() else ("fraction",)
    kinds: dict[type, str] = {str: "string", list: "array", dict: "object"}
    return (kinds[type(value)],) if type(value) in kinds else ()


def _tidy(view: View) -> None:
    if view.values is not None:
        fitting = [value for value in view.values.value if set(atoms_of(value)) & view.types]
        view.values = Said(fitting, view.values.pointer)
        view.types &= frozenset(atom for value in fitting for atom in atoms_of(value))
        if view.types == {"boolean"} and len(fitting) == 2:
            view.values = None
    for keyword, trivial in _TRIVIAL.items():
        if keyword in view.said and any(same(view.said[keyword].value, it) for it in trivial):
            del view.said[keyword]
    _tidy_bounds(view)
    if "contains" not in view.subschemas:
        view.said.pop("minContains", None)
        view.said.pop("maxContains", None)
    if view.additional is not None and all(node.value in (True, {}) for node in view.additional):
        view.additional = None
    view.subschemas = {
        key: nodes for key, nodes in view.subschemas.items() if any(it.value is not True for it in nodes)
    }


def _tidy_bounds(view: View) -> None:
    """Of an inclusive and an exclusive bound, the one that the other makes idle says nothing."""
    for inclusive, exclusive, sign in (("minimum", "exclusiveMinimum", 1), ("maximum", "exclusiveMaximum", -1)):
        if inclusive in view.said and exclusive in view.said:
            within = sign * view.said[inclusive].value > sign * view.said[exclusive].value
            del view.said[exclusive if within else inclusive]
