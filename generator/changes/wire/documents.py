"""Two whole documents, compared on the wire."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.changes import lifecycle
from generator.changes.schemas.comparing import Comparison
from generator.changes.schemas.steps import Terms
from generator.changes.side import Side
from generator.changes.wire.hits import Found, Hit, Meeting, OperationRef, Root, Where, hit
from generator.changes.wire.operations import (
    Matched,
    Operation,
    compare_messages,
    compare_operation,
    match,
    operations_of,
    removed,
)
from generator.changes.wire.security import alternatives, compare_scheme, renamed_schemes, requirements, schemes_of
from generator.document.shapes import Node

NOWHERE = OperationRef("", "", None, "")
"""Stands for the operation of what concerns none."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a comparison takes besides the documents: extensions that mean something, and how long things must stay.

    `tags` None: all operations are compared; else those whose first tag is one of them (`default` stands for none).
    """

    extensions: frozenset[str] = frozenset()
    policy: lifecycle.Policy = lifecycle.Policy()
    tags: frozenset[str] | None = None

    def wanted(self, operations: Iterable[Operation]) -> list[Operation]:
        """Those that are compared."""
        return [it for it in operations if self.tags is None or (it.tags or ["default"])[0] in self.tags]


@dataclass(frozen=True, slots=True)
class Compared:
    """All that was found: `hits`, the pairs of schemas with the `roots` from which they are used, and who is who."""

    old: Side
    new: Side
    hits: tuple[Hit, ...]
    roots: tuple[Root, ...]
    schemas: Comparison
    operations: Matched


def compare(old: Side, new: Side, options: Options = Options()) -> Compared:
    """What differs in two documents."""
    schemas = Comparison(old, new, Terms(options.extensions, options.policy))
    matched = match(options.wanted(operations_of(old)), options.wanted(operations_of(new)))
    found = list(_found(old, new, schemas, matched, options))
    schemas.settle()
    hits = tuple(it for it in found if isinstance(it, Hit))
    roots = tuple(it for it in found if isinstance(it, Root))
    return Compared(old, new, hits, roots, schemas, matched)


def _found(old: Side, new: Side, schemas: Comparison, matched: Matched, options: Options) -> Found:
    renamed = renamed_schemes(old.components("securitySchemes"), new.components("securitySchemes"))

    def meeting(operation: OperationRef) -> Meeting:
        return Meeting(old, new, schemas, options.policy, operation, renamed)

    for before, after in matched.same:
        yield from compare_operation(meeting(_as_relied_upon(before, after)), before, after)
    for before, after, confidence in matched.moved:
        where = Where(after.ref, "request", "operation", "operation")
        subject = f"{before.ref.label} → {after.ref.label}"
        yield hit("operation-moved", where, before.node, after.node, subject, confidence=confidence)
        yield from compare_operation(meeting(_as_relied_upon(before, after)), before, after)
    for it in matched.gone:
        where = Where(it.ref, "request", "operation", "operation")
        yield hit(removed(it, options.policy), where, it.node, None, it.ref.label)
    for it in matched.fresh:
        where = Where(it.ref, "request", "operation", "operation")
        yield hit("operation-added", where, None, it.node, it.ref.label)
    yield from _webhooks(old, new, meeting(NOWHERE))
    yield from _schemes(old, new, matched, renamed)
    yield from _components(old, new, schemas)


def _as_relied_upon(old: Operation, new: Operation) -> OperationRef:
    """The new operation, as stable as the old one was said to be: that is what its callers relied upon."""
    return replace(new.ref, stability=old.ref.stability)


def _webhooks(old: Side, new: Side, meeting: Meeting) -> Found:
    ours, theirs = old.members(old.root, "webhooks"), new.members(new.root, "webhooks")
    for name in sorted(ours.keys() | theirs.keys()):
        before, after = ours.get(name), theirs.get(name)
        node = after or before
        assert node is not None
        operation = OperationRef("WEBHOOK", name, None, node.pointer)
        where = Where(operation, "response", "webhook", f"webhook {name}")
        if after is None:
            yield hit("webhook-removed", where, before, None, name)
        elif before is None:
            yield hit("webhook-added", where, None, after, name)
        else:
            inner = replace(meeting, operation=operation)
            yield from compare_messages(inner, f"webhook {name}", (name, before), (name, after))


# ── components that operations use by name ──────────────────────────────────────────────────────────────────────────


def _schemes(old: Side, new: Side, matched: Matched, renamed: Mapping[str, str]) -> Iterator[Hit]:
    ours, theirs = old.components("securitySchemes"), new.components("securitySchemes")
    users = _users(old, new, [(a, b) for a, b in matched.same] + [(a, b) for a, b, _ in matched.moved])
    for name in sorted(ours):
        other = renamed.get(name, name)
        wheres = users.get(name) or [Where(NOWHERE, "request", "security", "security schemes")]
        for where in wheres:
            if other not in theirs:
                yield hit("security-scheme-removed", where, ours[name], None, name)
            elif other != name:
                yield hit("security-scheme-renamed", where, ours[name], theirs[other], f"{name} → {other}")
            else:
                yield from compare_scheme(where, name, ours[name], theirs[name])
    for name in sorted(theirs.keys() - ours.keys() - set(renamed.values())):
        where = Where(NOWHERE, "request", "security", "security schemes")
        yield hit("security-scheme-added", where, None, theirs[name], name)


def _users(old: Side, new: Side, pairs: Iterable[tuple[Operation, Operation]]) -> Mapping[str, list[Where]]:
    """The operations that name each scheme, by their new selves."""
    found: dict[str, list[Where]] = {}
    for before, after in pairs:
        for name in sorted({name for it in alternatives(requirements(old, before.node)) for name in schemes_of(it)}):
            found.setdefault(name, []).append(Where(after.ref, "request", "security", "security"))
    return found


def _components(old: Side, new: Side, schemas: Comparison) -> Found:
    """Schemas that came and went by name; those that nothing uses are compared as well, and concern no operation."""
    ours, theirs = _schemas(old), _schemas(new)
    met = {pair.names for pair in schemas.pairs.values() if pair.names}
    renamed: dict[str, str] = {}
    for left, right in sorted(met):
        before, after = _component(left), _component(right)
        if before and after and before not in theirs and after not in ours:
            renamed.setdefault(before, after)
    where = Where(NOWHERE, "response", "operation", "components")
    for name in sorted(ours):
        if name in theirs:
            yield Root(schemas.pair((ours[name],), (theirs[name],)), where)
        elif name in renamed:
            other = renamed[name]
            yield hit("schema-renamed", where, ours[name], theirs[other], f"{name} → {other}", confidence=0.9)
        else:
            yield hit("schema-removed", where, ours[name], None, name)
    for name in sorted(theirs.keys() - ours.keys() - set(renamed.values())):
        yield hit("schema-added", where, None, theirs[name], name)


def _schemas(side: Side) -> dict[str, Node]:
    holder = side.child(side.root, "components")
    found = side.mapping(holder, "schemas") if holder else {}
    return {name: holder.child("schemas", name) for name in found if isinstance(name, str)} if holder else {}


def _component(pointer: str) -> str:
    """The name of the component at a pointer; empty if it is none."""
    head = "/components/schemas/"
    return pointer[len(head) :].replace("~1", "/").replace("~0", "~") if pointer.startswith(head) else ""
