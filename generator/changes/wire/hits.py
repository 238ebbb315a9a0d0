"""What the comparison of operations gives: findings with whom they concern, and where schemas are used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from generator.changes.findings import Direction, Finding, Level
from generator.changes.lifecycle import Policy
from generator.changes.schemas.comparing import Comparison, Key
from generator.changes.schemas.views import Said
from generator.changes.side import ABSENT, Side
from generator.document.shapes import Node

Kind = Literal[
    "operation",
    "parameter",
    "optional parameter",
    "body",
    "response",
    "header",
    "security",
    "servers",
    "callback",
    "webhook",
]


@dataclass(frozen=True, slots=True)
class OperationRef:
    """An operation as reports name it; for a webhook `path` is its name. `stability` is its `x-stability-level`."""

    method: str
    path: str
    operation_id: str | None
    pointer: str
    stability: object = None

    @property
    def label(self) -> str:
        """The operation as people say it: `GET /pets`."""
        return f"{self.method.upper()} {self.path}"


@dataclass(frozen=True, slots=True)
class Where:
    """A part of an operation that something concerns: `words` name it, `direction` says who makes what is there."""

    operation: OperationRef
    direction: Direction
    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding and the part of an operation that it concerns."""

    finding: Finding
    where: Where


@dataclass(frozen=True, slots=True)
class Root:
    """A pair of schemas that stands in a part of an operation."""

    key: Key
    where: Where


Found = Iterator[Hit | Root]


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two operations that are the same one, as they are compared.

    `reversed`: the API calls and its user answers (webhooks, callbacks), so that what is a request there comes from the API.
    `prefix` are the words before those of the parts, such as the name of a callback. `renamed_schemes` leads from the old names of
    security schemes to the new ones, where they differ.
    """

    old: Side
    new: Side
    schemas: Comparison
    policy: Policy
    operation: OperationRef
    renamed_schemes: Mapping[str, str]
    reversed: bool = False
    prefix: str = ""

    @property
    def request(self) -> Direction:
        """The direction of what the operation is sent."""
        return "response" if self.reversed else "request"

    @property
    def response(self) -> Direction:
        """The direction of what it answers."""
        return "request" if self.reversed else "response"

    def where(self, kind: Kind, words: str, direction: Direction) -> Where:
        """A part of the operation."""
        return Where(self.operation, direction, kind, self.prefix + words)

    def over(self, operation: OperationRef, prefix: str) -> Meeting:
        """The meeting of a callback of this operation."""
        return replace(self, operation=operation, reversed=not self.reversed, prefix=prefix)


def hit(
    rule: str,
    where: Where,
    old: Node | Said | None,
    new: Node | Said | None,
    subject: str = "",
    levels: Mapping[Direction, Level] | None = None,
    confidence: float | None = None,
) -> Hit:
    """A finding about objects of operations."""
    before, after = (Said(it.value, it.pointer) if it is not None else None for it in (old, new))
    owner = (before.pointer if before else "", after.pointer if after else "")
    return Hit(Finding(rule, before, after, owner, subject, levels or {}, confidence), where)


def field(node: Node, name: str, default: Any = None) -> Said:
    """The value of a field, at its own place where it is written."""
    if isinstance(node.value, dict) and name in node.value:
        return Said(node.value[name], f"{node.pointer}/{name}")
    return Said(default, node.pointer)


def schemas(meeting: Meeting, old: Node | None, new: Node | None, where: Where) -> Found:
    """The schemas of two objects that are the same one, to be compared; an absent one allows everything."""
    before = meeting.old.schema(old, "schema") if old is not None else None
    after = meeting.new.schema(new, "schema") if new is not None else None
    if before is not None or after is not None:
        yield Root(meeting.schemas.pair((before or ABSENT,), (after or ABSENT,)), where)
