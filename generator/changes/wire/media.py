"""Bodies: media types with their schemas and encodings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.changes.schemas.numbers import same
from generator.changes.side import Side
from generator.changes.wire.hits import Found, Hit, Meeting, Where, field, hit, schemas
from generator.document.shapes import Node

Contents = dict[str, tuple[str, Node]]


def compare_contents(meeting: Meeting, old: Node, new: Node, where: Where, owner: str) -> Found:
    """What differs in the `content` of two objects of a kind, `owner`, which begins the names of rules."""
    ours, theirs = _contents(meeting.old, old), _contents(meeting.new, new)
    gone = [key for key in sorted(ours) if key not in theirs]
    fresh = [key for key in sorted(theirs) if key not in ours]
    for key in list(gone):
        other = next((it for it in fresh if _akin(key, it)), None)
        if other is not None:
            gone.remove(key)
            fresh.remove(other)
            yield _renamed(where, ours[key], theirs[other], owner)
            yield from _compare(meeting, ours[key][1], theirs[other][1], where)
    for key in gone:
        yield hit(f"{owner}-media-type-removed", where, ours[key][1], None, ours[key][0])
    for key in fresh:
        yield hit(f"{owner}-media-type-added", where, None, theirs[key][1], theirs[key][0])
    for key in sorted(ours.keys() & theirs.keys()):
        yield from _compare(meeting, ours[key][1], theirs[key][1], where)


def _contents(side: Side, holder: Node) -> Contents:
    found = side.members(holder, "content")
    return {_plain(name): (name, node) for name, node in found.items() if isinstance(node.value, dict)}


def _plain(name: str) -> str:
    """A media type without what does not tell it apart: case and spaces (RFC 9110, section 8.3.1)."""
    return ";".join(part.strip().lower() for part in name.split(";"))


def _akin(old: str, new: str) -> bool:
    """Whether one is the other, only said more exactly: with parameters, with a structured suffix, or without a range."""
    ours, theirs = old.partition(";")[0], new.partition(";")[0]
    return ours == theirs or _suffix(ours) == _suffix(theirs) or "*" in ours + theirs and _covers(ours, theirs)


def _suffix(name: str) -> str:
    """`application/problem+json` is JSON of a kind (RFC 6838, section 4.2.8)."""
    kind, _, subtype = name.partition("/")
    return f"{kind}/{subtype.rpartition('+')[2]}"


def _covers(ours: str, theirs: str) -> bool:
    return any(
        wide == "*/*" or wide.endswith("/*") and narrow.startswith(wide[:-1])
        for wide, narrow in ((ours, theirs), (theirs, ours))
    )


def _renamed(where: Where, old: tuple[str, Node], new: tuple[str, Node], owner: str) -> Hit:
    before, after = _plain(old[0]), _plain(new[0])
    if _is_part(before, after):
        rule = "specialized"
    elif _is_part(after, before):
        rule = "generalized"
    else:
        rule = "changed"
    ours, theirs = Node(old[0], old[1].pointer), Node(new[0], new[1].pointer)
    return hit(f"{owner}-media-type-name-{rule}", where, ours, theirs, f"{old[0]} → {new[0]}")


def _is_part(wide: str, narrow: str) -> bool:
    """Whether everything of the type `narrow` is of the type `wide`."""
    ours, theirs = wide.partition(";")[0], narrow.partition(";")[0]
    if "*" in ours:
        return _covers(ours, theirs)
    if ours != theirs:
        return _suffix(theirs) == ours
    return set(wide.split(";")[1:]) < set(narrow.split(";")[1:])


def _compare(meeting: Meeting, old: Node, new: Node, where: Where) -> Found:
    before, after = meeting.old.schema(old, "schema"), meeting.new.schema(new, "schema")
    if before is None and after is not None:
        yield hit("media-type-schema-added", where, None, after, where.words)
    elif before is not None and after is None:
        yield hit("media-type-schema-removed", where, before, None, where.words)
    else:
        yield from schemas(meeting, old, new, where)
    if before is not None and after is not None:
        yield from _compare_encoding(meeting, old, new, where)


def _compare_encoding(meeting: Meeting, old: Node, new: Node, where: Where) -> Iterator[Hit]:
    ours, theirs = meeting.old.members(old, "encoding"), meeting.new.members(new, "encoding")
    for name in sorted(ours.keys() | theirs.keys()):
        before, after = ours.get(name), theirs.get(name)
        for keyword, default in (("contentType", None), ("style", None), ("explode", None), ("allowReserved", False)):
            values = [_encoding(it, keyword, default) for it in (before, after)]
            if not same(*values):
                sides = [field(it, keyword, default) if it is not None else None for it in (before, after)]
                yield hit("encoding-changed", where, sides[0], sides[1], f"{name}: {keyword}")


def _encoding(node: Node | None, keyword: str, default: Any) -> Any:
    value = node.value if node is not None and isinstance(node.value, dict) else {}
    if keyword == "explode":
        # Meaningless without a style of its own, and the same as `style: form` without any.
        return value.get("explode", value.get("style", "form") == "form")
    return value.get(keyword, "form" if keyword == "style" and "explode" in value else default)
