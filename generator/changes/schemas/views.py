"""A schema as the set of values it allows, however it is written: what a view holds.

`generator.changes.schemas.reading` makes views. Two schemas with equal views allow the same values, whichever way they are written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from generator.document.shapes import Conjunction, Node

TYPES = frozenset({"boolean", "object", "array", "string", "integer", "fraction"})
"""The JSON types without null; a number is an integer or a fraction, so that sets of types can be compared."""

BOUNDS = {
    "string": ("minLength", "maxLength"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
    "array": ("minItems", "maxItems", "minContains", "maxContains"),
    "object": ("minProperties", "maxProperties"),
}
"""The keywords that bound a size, by the JSON type they are about (JSON Schema 2020-12, Validation, section 6)."""

NOTES = ("default", "deprecated", "readOnly", "writeOnly")
"""Annotations that mean something to callers."""


@dataclass(frozen=True, slots=True)
class Said:
    """A value that a keyword has, and the pointer of the keyword."""

    value: Any
    pointer: str


def said(node: Node) -> Said:
    """What stands at a node."""
    return Said(node.value, node.pointer)


def first(nodes: Conjunction) -> Said:
    """What stands at the first node of a conjunction, which is the one that reports point to."""
    return said(nodes[0])


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

    `types` are those of `TYPES` that it allows, choices apart; `possible` are those that its choices leave. `null` tells whether null
    is allowed as well. `values` is the enum, `const` included. `said` are keywords with one value. Schemas below are conjunctions:
    all of them hold. `nodes` is the conjunction itself. `additional` None: anything goes. `unresolved` is a reference that leads nowhere, if there is one.

    `pointer` is where it is written, behind references and wrappers; `typed` where its types are, and `nulled` where null is decided.
    `names` are the components that were looked through: the outermost and the innermost, or the only one.
    """

    nodes: Conjunction
    pointer: str
    typed: str = ""
    nulled: str = ""
    names: tuple[str, ...] = ()
    types: frozenset[str] = TYPES
    possible: frozenset[str] = TYPES
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

    @property
    def one_sided(self) -> frozenset[Literal["request", "response"]]:
        """The directions that it has no part in: what the API alone sends is in no request, and the other way round."""
        words: dict[Literal["request", "response"], str] = {"request": "readOnly", "response": "writeOnly"}
        return frozenset(direction for direction, word in words.items() if self._is_noted(word))

    def _is_noted(self, name: str) -> bool:
        return name in self.notes and self.notes[name].value is True

    @property
    def closed(self) -> bool:
        """Whether undeclared properties are refused."""
        return self.additional is not None and any(node.value is False for node in self.additional)

    @property
    def bare(self) -> bool:
        """Whether it says nothing about values but by types and choices."""
        parts = (self.said, self.properties, self.required, self.patterned, self.prefix, self.subschemas)
        more = (self.dependent_required, self.dependent_schemas, self.negated, self.conditions, self.values, self.items)
        return not any(parts) and not any(more) and self.additional is None


def atoms_of(value: Any) -> tuple[str, ...]:
    """The type of a JSON value, as `TYPES` has it; null has none."""
    if isinstance(value, bool):
        return ("boolean",)
    if isinstance(value, int) or isinstance(value, float) and value.is_integer():
        return ("integer",)
    kinds: dict[type, str] = {float: "fraction", str: "string", list: "array", dict: "object"}
    return (kinds[type(value)],) if type(value) in kinds else ()
