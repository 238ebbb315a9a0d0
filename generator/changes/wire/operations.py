"""Operations: which of the one document is which of the other, and what differs in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.changes import lifecycle
from generator.changes.schemas.similar import best_pairs, jaccard, names_alike
from generator.changes.side import Side
from generator.changes.wire.bodies import compare_request, compare_responses
from generator.changes.wire.hits import Found, Hit, Meeting, OperationRef, hit
from generator.changes.wire.identity import METHODS
from generator.changes.wire.parameters import compare_parameters, effective
from generator.changes.wire.security import compare_security, requirements
from generator.changes.wire.servers import compare_servers, servers_of
from generator.document.shapes import Node

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation with the path item it is in."""

    method: str
    path: str
    item: Node
    node: Node

    @property
    def shape(self) -> str:
        """The path without the names of its parameters."""
        return _PLACEHOLDER.sub("{}", self.path)

    @property
    def placeholders(self) -> list[str]:
        """The names of the path's parameters, in order."""
        return _PLACEHOLDER.findall(self.path)

    @property
    def operation_id(self) -> str | None:
        """Its `operationId`."""
        found = self.node.value.get("operationId")
        return found if isinstance(found, str) else None

    @property
    def tags(self) -> list[str]:
        """The names of its tags."""
        found = self.node.value.get("tags")
        return [it for it in found if isinstance(it, str)] if isinstance(found, list) else []

    @property
    def ref(self) -> OperationRef:
        """The operation as reports name it."""
        stability = self.node.value.get("x-stability-level")
        return OperationRef(self.method.upper(), self.path, self.operation_id, self.node.pointer, stability)


def operations_in(side: Side, path: str, item: Node) -> Iterator[Operation]:
    """The operations of a path item."""
    for method in METHODS:
        if isinstance(item.value, dict) and isinstance(item.value.get(method), dict):
            yield Operation(method, path, item, item.child(method))


def operations_of(side: Side) -> list[Operation]:
    """All operations under `paths`."""
    return [it for path, item in side.members(side.root, "paths").items() for it in operations_in(side, path, item)]


@dataclass(frozen=True, slots=True)
class Matched:
    """Operations of both documents: `same` and `moved` (with a confidence) pairs, and those of one side alone."""

    same: list[tuple[Operation, Operation]]
    moved: list[tuple[Operation, Operation, float]]
    gone: list[Operation]
    fresh: list[Operation]


def match(old: list[Operation], new: list[Operation]) -> Matched:
    """Which operation is which: by method and path, whatever its parameters are called; then by `operationId`; then by likeness."""
    exact = {(it.method, it.path): it for it in new}
    same = [(it, exact.pop((it.method, it.path))) for it in old if (it.method, it.path) in exact]
    done = {it.node.pointer for it, _ in same}
    shapes = {(it.method, it.shape): it for it in exact.values()}
    for it in old:
        if it.node.pointer not in done and (it.method, it.shape) in shapes:
            same.append((it, shapes.pop((it.method, it.shape))))
    left = _without(old, [it for it, _ in same])
    right = _without(new, [it for _, it in same])
    moved = [(a, b, 0.95) for a, b in _by_id(left, right)]
    left, right = _without(left, [it[0] for it in moved]), _without(right, [it[1] for it in moved])
    moved += best_pairs(left, right, _likeness, least=0.75)
    gone, fresh = _without(left, [it[0] for it in moved]), _without(right, [it[1] for it in moved])
    return Matched(same, moved, gone, fresh)


def _without(operations: list[Operation], taken: list[Operation]) -> list[Operation]:
    known = {it.node.pointer for it in taken}
    return [it for it in operations if it.node.pointer not in known]


def _by_id(old: list[Operation], new: list[Operation]) -> Iterator[tuple[Operation, Operation]]:
    ids = {it.operation_id: it for it in new if it.operation_id}
    for it in old:
        if it.operation_id and it.operation_id in ids:
            yield it, ids.pop(it.operation_id)


def _likeness(old: Operation, new: Operation) -> float:
    """How likely one operation is the other: by the words of the path, the name, and what it is made of."""
    if old.method != new.method or len(old.placeholders) != len(new.placeholders):
        return 0.0
    paths = jaccard(_segments(old.shape), _segments(new.shape))
    names = names_alike(old.operation_id, new.operation_id) if old.operation_id and new.operation_id else paths
    parts = [{key for key in it.node.value if not key.startswith("x-")} for it in (old, new)]
    return 0.45 * paths + 0.35 * names + 0.2 * jaccard(*parts)


def _segments(path: str) -> list[str]:
    return [segment for segment in path.split("/") if segment and segment != "{}"]


def compare_operation(meeting: Meeting, old: Operation, new: Operation) -> Found:
    """What differs in two operations that are the same one."""
    yield from _compare_names(meeting, old, new)
    where = meeting.where("operation", "operation", meeting.request)
    lives = [lifecycle.of_object(it.node.value) for it in (old, new)]
    for found in lifecycle.compare(lives[0], lives[1], meeting.policy):
        yield hit(f"operation-{found}", where, old.node, new.node)
    renamed = dict(zip(old.placeholders, new.placeholders)) if old.shape == new.shape else {}
    ours, theirs = effective(meeting.old, old.item, old.node), effective(meeting.new, new.item, new.node)
    yield from compare_parameters(meeting, ours, theirs, renamed)
    yield from compare_request(meeting, old.node, new.node)
    yield from compare_responses(meeting, old.node, new.node)
    if not meeting.reversed:
        yield from _compare_access(meeting, old, new)
    yield from _compare_callbacks(meeting, old, new)


def _compare_access(meeting: Meeting, old: Operation, new: Operation) -> Found:
    asked = (requirements(meeting.old, old.node), requirements(meeting.new, new.node))
    yield from compare_security(meeting, *asked)
    places = (servers_of(meeting.old, old.item, old.node), servers_of(meeting.new, new.item, new.node))
    yield from compare_servers(meeting, *places)


def _compare_names(meeting: Meeting, old: Operation, new: Operation) -> Iterator[Hit]:
    where = meeting.where("operation", "operation", meeting.request)
    ours, theirs = old.operation_id, new.operation_id
    if ours != theirs:
        rule = (
            "operation-id-added"
            if ours is None
            else "operation-id-removed" if theirs is None else "operation-id-changed"
        )
        subject = " → ".join(it for it in (ours, theirs) if it is not None)
        yield hit(rule, where, _at(old.node, "operationId"), _at(new.node, "operationId"), subject)
    gone = [tag for tag in old.tags if tag not in new.tags]
    fresh = [tag for tag in new.tags if tag not in old.tags]
    if len(gone) == len(fresh) == 1:
        tags = _at(old.node, "tags"), _at(new.node, "tags")
        yield hit("tag-changed", where, *tags, f"{gone[0]} → {fresh[0]}")
        return
    if not gone and not fresh and old.tags[:1] != new.tags[:1]:
        # Clients call the group of an operation after its first tag.
        tags = _at(old.node, "tags"), _at(new.node, "tags")
        yield hit("first-tag-changed", where, *tags, f"{old.tags[0]} → {new.tags[0]}")
    for tag in gone:
        yield hit("tag-removed", where, _at(old.node, "tags"), None, tag)
    for tag in fresh:
        yield hit("tag-added", where, None, _at(new.node, "tags"), tag)


def _at(node: Node, name: str) -> Node | None:
    return node.child(name) if name in node.value else None


# ── callbacks ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _compare_callbacks(meeting: Meeting, old: Operation, new: Operation) -> Found:
    ours, theirs = meeting.old.members(old.node, "callbacks"), meeting.new.members(new.node, "callbacks")
    for name in sorted(ours.keys() | theirs.keys()):
        before, after = ours.get(name), theirs.get(name)
        where = meeting.where("callback", f"callback {name}", meeting.response)
        if after is None:
            yield hit("callback-removed", where, before, None, name)
        elif before is None:
            yield hit("callback-added", where, None, after, name)
        else:
            yield from _compare_callback(meeting, name, before, after)


def _compare_callback(meeting: Meeting, name: str, old: Node, new: Node) -> Found:
    where = meeting.where("callback", f"callback {name}", meeting.response)
    ours, theirs = _expressions(meeting.old, old), _expressions(meeting.new, new)
    gone, fresh = [it for it in ours if it not in theirs], [it for it in theirs if it not in ours]
    pairs = [(it, it) for it in ours if it in theirs]
    if len(gone) == len(fresh) == 1:
        pairs.append((gone[0], fresh[0]))
        subject = f"{name}: {gone[0]} → {fresh[0]}"
        yield hit("callback-expression-changed", where, ours[gone[0]], theirs[fresh[0]], subject)
    else:
        for expression in gone:
            yield hit("callback-removed", where, ours[expression], None, f"{name}: {expression}")
        for expression in fresh:
            yield hit("callback-added", where, None, theirs[expression], f"{name}: {expression}")
    for before, after in pairs:
        yield from compare_messages(meeting, f"callback {name}", (before, ours[before]), (after, theirs[after]))


def _expressions(side: Side, callback: Node) -> dict[str, Node]:
    value = callback.value if isinstance(callback.value, dict) else {}
    return {key: side.follow(callback.child(key)) for key in value if not key.startswith("x-")}


def compare_messages(meeting: Meeting, name: str, old: tuple[str, Node], new: tuple[str, Node]) -> Found:
    """What differs in what the API sends: the operations of a webhook's or callback's path item."""
    ours = {it.method: it for it in operations_in(meeting.old, old[0], old[1])}
    theirs = {it.method: it for it in operations_in(meeting.new, new[0], new[1])}
    for method in sorted(ours.keys() | theirs.keys()):
        before, after = ours.get(method), theirs.get(method)
        where = meeting.where("callback", name, meeting.response)
        if after is None and before is not None:
            yield hit("message-removed", where, before.node, None, f"{method.upper()} {name}")
        elif before is None and after is not None:
            yield hit("message-added", where, None, after.node, f"{method.upper()} {name}")
        elif before is not None and after is not None:
            inner = meeting.over(meeting.operation, f"{name}: ")
            yield from compare_operation(inner, before, after)


def removed(old: Operation, policy: lifecycle.Policy) -> str:
    """The rule for an operation that is gone."""
    return f"operation-{lifecycle.removed(lifecycle.of_object(old.node.value), policy)}"
