"""What an operation is sent and what it answers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.changes.schemas.numbers import same
from generator.changes.side import Side
from generator.changes.wire.headers import compare_headers
from generator.changes.wire.hits import Found, Hit, Meeting, field, hit
from generator.changes.wire.media import compare_contents
from generator.document.shapes import Node


def compare_request(meeting: Meeting, old: Node, new: Node) -> Found:
    """What differs in the body that an operation is sent."""
    before, after = meeting.old.child(old, "requestBody"), meeting.new.child(new, "requestBody")
    where = meeting.where("body", "request body", meeting.request)
    if before is None and after is not None:
        rule = "required-body-added" if after.value.get("required") is True else "body-added"
        yield hit(rule, where, None, after)
    elif before is not None and after is None:
        yield hit("body-removed", where, before, None)
    elif before is not None and after is not None:
        needed = [it.value.get("required") is True for it in (before, after)]
        if needed[0] != needed[1]:
            rule = "body-became-required" if needed[1] else "body-became-optional"
            yield hit(rule, where, field(before, "required", False), field(after, "required", False))
        yield from compare_contents(meeting, before, after, where, "body")


def compare_responses(meeting: Meeting, old: Node, new: Node) -> Found:
    """What differs in the answers."""
    ours, theirs = _responses(meeting.old, old), _responses(meeting.new, new)
    for status in sorted(ours.keys() | theirs.keys()):
        before, after = ours.get(status), theirs.get(status)
        where = meeting.where("response", f"{status} response", meeting.response)
        success = "success" if status.startswith("2") else "other"
        if after is None and before is not None:
            yield hit(f"{success}-status-removed", where, before, None, status)
        elif before is None and after is not None:
            yield hit(f"{success}-status-added", where, None, after, status)
        elif before is not None and after is not None:
            yield from compare_headers(meeting, before, after, status)
            yield from compare_contents(meeting, before, after, where, "response")
            yield from _compare_links(meeting, before, after, status)


def _responses(side: Side, operation: Node) -> dict[str, Node]:
    found = side.members(operation, "responses")
    return {
        status.upper() if status[1:].lower() == "xx" else status: it for status, it in found.items() if _is_object(it)
    }


def _is_object(node: Node) -> bool:
    return isinstance(node.value, dict)


def _compare_links(meeting: Meeting, old: Node, new: Node, status: str) -> Iterator[Hit]:
    ours, theirs = meeting.old.members(old, "links"), meeting.new.members(new, "links")
    where = meeting.where("response", f"links of the {status} response", meeting.response)
    for name in sorted(ours.keys() | theirs.keys()):
        before, after = ours.get(name), theirs.get(name)
        if after is None:
            yield hit("link-removed", where, before, None, name)
        elif before is None:
            yield hit("link-added", where, None, after, name)
        elif not same(_wordless(before), _wordless(after)):
            yield hit("link-changed", where, before, after, name)


def _wordless(node: Node) -> object:
    return {k: v for k, v in node.value.items() if k != "description"} if isinstance(node.value, dict) else node.value
