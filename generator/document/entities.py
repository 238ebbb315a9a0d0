"""What canonical schemas are hoisted to: entities without names, where they stand, and what tells one from another."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from generator.document import pointers
from generator.document.canonical import gather_references, strip

SIDES = ("readOnly", "writeOnly")
"""What says who alone sends a property."""

Kind = Literal["object", "enum", "union", "alias"]


@dataclass(frozen=True, slots=True)
class Context:
    """Where a schema stands, in words: the raw material of a name. `error`: inside the body of an error response."""

    parts: tuple[str, ...]
    error: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(self.parts)

    def inside(self, *parts: str) -> Context:
        """The context of a schema inside this one."""
        return Context((*self.parts, *parts), self.error)


@dataclass(frozen=True, slots=True)
class Member:
    """A property of an object entity, before it has a Python name."""

    wire: str
    schema: dict[str, Any]
    required: bool
    pointer: str


class Tags(NamedTuple):
    """How the variants of a union are told apart: the property `by`, and the key of the variant for each of its values.

    `mapping` is what the document says itself, `implied` follows from how the others are called where they are listed.
    A variant that is no entity has the key `key_of` it.
    """

    by: str | None = None
    mapping: Mapping[str, str] = {}
    implied: Mapping[str, str] = {}


@dataclass(slots=True)
class Entity:
    """An object, enum, union or recursive alias. `key` is its pointer (component) or a digest of its content (inline).

    `component`: the document names it. `mixed`: its variants stand one by one and no place stands for it, as long as none is
    found that says the same. `undeclared` are properties that are required all the same. `asserts` is what types do not say
    of it. `titles`, `contexts` and `pointers` gather every place where an inline schema stands.
    """

    kind: Kind
    key: str
    component: bool
    notes: dict[str, Any]
    members: tuple[Member, ...] = ()
    additional: Any = True
    additional_declared: bool = False
    undeclared: frozenset[str] = frozenset()
    values: tuple[Any, ...] = ()
    variants: tuple[dict[str, Any], ...] = ()
    tags: Tags = field(default_factory=Tags)
    schema: dict[str, Any] = field(default_factory=dict)
    asserts: dict[str, Any] = field(default_factory=dict)
    titles: set[str] = field(default_factory=set)
    contexts: set[Context] = field(default_factory=set)
    pointers: set[str] = field(default_factory=set)
    mixed: bool = False

    def references(self) -> set[str]:
        """The keys of the entities that this one mentions directly."""
        found: set[str] = set()
        parts: list[Any] = [member.schema for member in self.members]
        for part in (*parts, self.additional, *self.variants, self.schema):
            gather_references(part, found)
        return found


def is_named(pointer: str) -> bool:
    """Whether the document gives what stands there a name, as `components` and `$defs` do."""
    tokens = pointers.split(pointer)
    return len(tokens) == 3 and tokens[0] == "components" or tokens[-2:-1] in (("$defs",), ("definitions",))


def context_of(pointer: str) -> Context:
    """The naming context of something that is reached by reference."""
    tokens = pointers.split(pointer)
    structural = {
        "components",
        "schemas",
        "properties",
        "items",
        "$defs",
        "definitions",
        "allOf",
        "content",
        "schema",
        "paths",
    }
    return Context(tuple(token for token in tokens if token not in structural) or tokens)


def _sides(member: Member) -> list[str]:
    return [side for side in SIDES if member.schema.get(side) is True]


def content(entity: Entity) -> Any:
    """What tells an inline entity from another: everything but annotations that decide nothing about what is sent."""
    members = [[it.wire, strip(it.schema), it.required, *_sides(it)] for it in entity.members]
    variants = [strip(variant) for variant in entity.variants]
    return [
        members,
        strip(entity.additional),
        list(entity.values),
        variants,
        entity.tags.by,
        dict(entity.tags.mapping),
        *([entity.asserts] if entity.asserts else []),
    ]


def key_of(variant: Mapping[str, Any]) -> str:
    """The key of a variant of a union: its entity's, or of what is no entity a digest of what it says."""
    return str(variant.get("$ref") or digest(strip(variant)))


def digest(content: Any) -> str:
    """The key of what is inline: pins of the lock hold it, so that it must not change."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:32]
