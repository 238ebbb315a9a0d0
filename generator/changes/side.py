"""One of the two documents that are compared, read as far as it can be understood.

Nothing here raises for what a document says: a reference that leads nowhere stays a reference, and what has the wrong type for
its place is as if it were not there. Both are told as warnings, once each.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from generator.diagnostics import Diagnostic, Severity
from generator.document import pointers
from generator.document.load import Document
from generator.document.shapes import Node

ABSENT = Node({}, "")
"""What stands for a schema that is not there: it allows everything."""

_EXTENDED = frozenset({"paths", "responses"})
"""The fields that hold an object with extensions, not a map of names."""


class Side:
    """A document with its references. `legacy` tells OpenAPI 3.0, where nothing beside a `$ref` counts."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.root = Node(document.value, "")
        self.legacy = not str(document.value.get("openapi", "")).startswith("3.1")
        self._warnings: dict[tuple[str, str], Diagnostic] = {}
        self._targets: dict[str, Node | None] = {}

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """What could not be understood so far, by pointer."""
        return tuple(found for _, found in sorted(self._warnings.items()))

    def warn(self, code: str, message: str, pointer: str) -> None:
        """Note that something is not understood."""
        if (code, pointer) not in self._warnings:
            place = self.document.locate(pointer)
            self._warnings[code, pointer] = Diagnostic(code, message, Severity.WARNING, pointer, place)

    # ── nodes ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def target(self, node: Node) -> Node | None:
        """What a reference refers to; None if `node` is no reference, or one that leads nowhere."""
        reference = node.value.get("$ref") if isinstance(node.value, dict) else None
        if not isinstance(reference, str):
            return None
        if reference not in self._targets:
            self._targets[reference] = self._resolved(reference)
        found = self._targets[reference]
        if found is None:
            self.warn(
                "dangling-reference", f"{reference!r} leads nowhere; it is compared as it is written", node.pointer
            )
        return found

    def _resolved(self, reference: str) -> Node | None:
        try:
            pointer = unquote(reference[1:]) if reference.startswith("#") else None
            # Joined anew: a pointer can be written in several ways, and pairs of schemas are known by theirs.
            return None if pointer is None else self._at(pointers.join("", *pointers.split(pointer)))
        except (LookupError, ValueError):
            return None

    def _at(self, pointer: str) -> Node:
        return Node(pointers.resolve(self.document.value, pointer), pointer)

    def has(self, pointer: str) -> bool:
        """Whether there is something at a pointer."""
        try:
            self._at(pointer)
        except (LookupError, ValueError):
            return False
        return True

    def follow(self, node: Node) -> Node:
        """`node`, or what its references finally lead to."""
        seen = {node.pointer}
        while (target := self.target(node)) is not None and target.pointer not in seen:
            seen.add(target.pointer)
            node = target
        return node

    def members(self, node: Node, field: str) -> dict[str, Node]:
        """The members of the object in a field of `node`, references followed; empty if there is none.

        Extensions are none of them. Most such objects know none: there `x-request-id` is the name of a header, for example.
        """
        value = self.mapping(node, field)
        below = pointers.join(node.pointer, field)
        return {
            str(name): self.follow(Node(member, pointers.join(below, name)))
            for name, member in value.items()
            if field not in _EXTENDED or not str(name).startswith("x-")
        }

    def mapping(self, node: Node, field: str) -> Mapping[str, Any]:
        """The object in a field of `node`; empty if there is none."""
        value = node.value.get(field) if isinstance(node.value, dict) else None
        if value is not None and not isinstance(value, dict):
            self.warn("wrong-type", f"'{field}' is no object and is passed over", pointers.join(node.pointer, field))
        return value if isinstance(value, dict) else {}

    def items(self, node: Node, field: str) -> list[Node]:
        """The items of the list in a field of `node`, references followed; empty if there is none."""
        value = node.value.get(field) if isinstance(node.value, dict) else None
        if value is not None and not isinstance(value, list):
            self.warn("wrong-type", f"'{field}' is no list and is passed over", pointers.join(node.pointer, field))
        below = pointers.join(node.pointer, field)
        found = value if isinstance(value, list) else []
        return [self.follow(Node(item, pointers.join(below, at))) for at, item in enumerate(found)]

    def child(self, node: Node, field: str) -> Node | None:
        """The object in a field of `node`, its references followed; None if there is none."""
        value = node.value.get(field) if isinstance(node.value, dict) else None
        return self.follow(node.child(field)) if isinstance(value, dict) else None

    def schema(self, node: Node, field: str) -> Node | None:
        """The schema in a field of `node`, as it stands there; None if there is none."""
        value = node.value.get(field) if isinstance(node.value, dict) else None
        return node.child(field) if isinstance(value, (dict, bool)) else None

    def components(self, section: str) -> dict[str, Node]:
        """The components of a section, references followed."""
        holder = self.child(self.root, "components")
        return self.members(holder, section) if holder else {}
