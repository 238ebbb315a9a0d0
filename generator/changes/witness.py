"""Values that show a break: what one document's schema allows and the other's does not.

Candidates are made from the one schema, and spoilt for the other, by the makers of the contract tests; whether each is allowed, a
JSON Schema validator decides that is not ours (jsonschema-rs).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal
from urllib.parse import unquote

from generator.changes.causes import Cause
from generator.changes.findings import Direction, Level
from generator.changes.report import Witness
from generator.changes.side import Side
from generator.contract.document.raw import RawDocument, Unreadable
from generator.contract.instances.breaking import Breaker
from generator.contract.instances.values import NoInstance, Values
from generator.document import pointers

_AT = "/components/schemas/it"
MAX_CANDIDATES = 400
"""How many values are tried for one break."""

_NOT_JUDGED = (
    "format-",
    "content-",
    "extensible-",
    "integer-size-",
    "default-value-",
    "discriminator-",
    "property-renamed",
)
"""Rules about what validators take for words (JSON Schema 2020-12, Validation, sections 7.2.1 and 8)."""


def witness(cause: Cause, old: Side, new: Side) -> Witness | None:
    """A value that shows a breaking cause about schemas, or why none was found; None for any other cause."""
    directions: list[Direction] = [it for it, level in sorted(cause.levels.items()) if level == "breaking"]
    places = cause.finding.owner
    if not directions or not all(_is_schema(it) for it in places if it) or not any(places):
        return None
    if cause.rule.effect == "none" and not cause.finding.levels:
        return None  # It is about how long values stay, not about which there are.
    if cause.rule.id.startswith(_NOT_JUDGED):
        return Witness(why="validators take this keyword for words: no value shows it")
    if not all(places):
        return Witness(why="one side has no schema there: it allows everything")
    for direction in directions:
        found = _found(direction, (old, places[0]), (new, places[1]))
        if found is not None:
            return found
    return Witness(why="none of the values that were tried is allowed by one side alone")


_IF_SHOWN = ("wrapped-in-one-of",)
"""Rules of which it depends on the alternatives whether anything breaks: where no value shows it, people have to look."""


def settled(cause: Cause, found: Witness | None) -> dict[Direction, Level]:
    """The levels of a cause, once it is known whether some value shows the break."""
    if cause.rule.id in _IF_SHOWN and found is not None and found.accepted_by is None:
        return {it: "warning" if level == "breaking" else level for it, level in cause.levels.items()}
    return dict(cause.levels)


def _is_schema(pointer: str) -> bool:
    tokens = pointers.split(pointer)
    return tokens[:2] == ("components", "schemas") or "schema" in tokens


def _found(direction: Direction, old: tuple[Side, str], new: tuple[Side, str]) -> Witness | None:
    """A request is broken by what was allowed, a response by what is allowed now."""
    accepting: Literal["old", "new"] = "old" if direction == "request" else "new"
    ours, theirs = (Values(_alone(*side)) for side in ((old, new) if accepting == "old" else (new, old)))
    for value in _candidates(ours, theirs, direction):
        try:
            if ours.judge.allows(_AT, direction, value) and not theirs.judge.allows(_AT, direction, value):
                return Witness(value, accepting)
        except Unreadable:
            return None
    return None


def _candidates(ours: Values, theirs: Values, direction: Direction) -> Iterator[Any]:
    """Values of the one schema, then values that break one place of the other."""
    count = 0
    for source in (_cases(ours, direction), _broken(theirs, direction)):
        for value in source:
            count += 1
            if count > MAX_CANDIDATES:
                return
            yield value


def _cases(values: Values, direction: Direction) -> Iterator[Any]:
    try:
        yield from (it.value for it in values.cases(_AT, direction))
    except (NoInstance, Unreadable):
        return


def _broken(values: Values, direction: Direction) -> Iterator[Any]:
    try:
        yield from (value for _, value in Breaker(values.shapes, values.maker).broken(_AT, direction, 1))
    except (NoInstance, Unreadable):
        return


# ── a schema with what it needs, and nothing else ───────────────────────────────────────────────────────────────────


def _alone(side: Side, pointer: str) -> RawDocument:
    """A document of one schema and the components that it reaches: judging takes time for everything that is there."""
    root = side.document.value
    schema = pointers.resolve(root, pointer)
    value: dict[str, Any] = {"openapi": root.get("openapi", "3.1.0"), "paths": {}}
    _put(value, _AT, schema)
    waiting = [schema]
    while waiting:
        for reference in _references(waiting.pop()):
            target = unquote(reference[1:])
            if _put_once(value, target, root):
                waiting.append(pointers.resolve(root, target))
    return RawDocument(value)


def _references(value: Any) -> Iterator[str]:
    waiting = [value]
    while waiting:
        it = waiting.pop()
        if isinstance(it, dict):
            if isinstance(it.get("$ref"), str) and it["$ref"].startswith("#/"):
                yield it["$ref"]
            waiting += it.values()
        elif isinstance(it, list):
            waiting += it


def _put_once(value: dict[str, Any], pointer: str, root: Any) -> bool:
    """Copy a part of `root` to its place; whether it was not there yet."""
    try:
        pointers.resolve(value, pointer)
    except LookupError:
        pass
    else:
        return False
    try:
        _put(value, pointer, pointers.resolve(root, pointer))
    except LookupError:
        return False
    return True


def _put(value: dict[str, Any], pointer: str, content: Any) -> None:
    *above, last = pointers.split(pointer)
    for token in above:
        value = value.setdefault(token, {})
    value[last] = content
