"""Headers of answers."""

from __future__ import annotations

from generator.changes import lifecycle
from generator.changes.side import Side
from generator.changes.wire.hits import Found, Meeting, Where, field, hit
from generator.changes.wire.written import Parameter, compare_written
from generator.document.shapes import Node


def compare_headers(meeting: Meeting, old: Node, new: Node, status: str) -> Found:
    """What differs in the headers of an answer."""
    ours, theirs = _headers(meeting.old, old), _headers(meeting.new, new)
    for key in sorted(ours.keys() | theirs.keys()):
        before, after = ours.get(key), theirs.get(key)
        name = next(it.name for it in (before, after) if it is not None)
        where = meeting.where("header", f"header {name} of the {status} response", meeting.response)
        if after is None and before is not None:
            yield hit(
                "required-header-removed" if before.required else "header-removed", where, before.node, None, name
            )
        elif before is None and after is not None:
            yield hit("header-added", where, None, after.node, name)
        elif before is not None and after is not None:
            yield from _compare(meeting, before, after, where)


def _headers(side: Side, response: Node) -> dict[str, Parameter]:
    """The headers by their names in lower case. `Content-Type` is said by the media types (OpenAPI 3.1, section 4.8.17)."""
    found = [Parameter(name, "header", node) for name, node in side.members(response, "headers").items()]
    named = {it.name.lower(): it for it in found if isinstance(it.node.value, dict)}
    return {key: it for key, it in named.items() if key != "content-type"}


def _compare(meeting: Meeting, old: Parameter, new: Parameter, where: Where) -> Found:
    if old.required != new.required:
        rule = "header-became-required" if new.required else "header-became-optional"
        yield hit(rule, where, field(old.node, "required", False), field(new.node, "required", False), old.name)
    lives = [lifecycle.of_object(it.node.value) for it in (old, new)]
    for found in lifecycle.compare(lives[0], lives[1], meeting.policy):
        yield hit(f"header-{found}", where, old.node, new.node, old.name)
    yield from compare_written(meeting, old, new, where, "header", old.name)
