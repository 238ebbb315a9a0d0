"""Parameters of operations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.changes import lifecycle
from generator.changes.findings import Direction, Level
from generator.changes.schemas.similar import best_pairs, names_alike
from generator.changes.side import Side
from generator.changes.wire.hits import Found, Hit, Meeting, Where, field, hit
from generator.changes.wire.written import STYLES, Parameter, compare_written
from generator.document.shapes import Node

_IGNORED = frozenset({"accept", "content-type", "authorization"})
"""Header parameters that say nothing (OpenAPI 3.1, section 4.8.12.1)."""


def effective(side: Side, path: Node, operation: Node) -> dict[tuple[str, str], Parameter]:
    """The parameters of an operation with those of its path, which it may override."""
    found: dict[tuple[str, str], Parameter] = {}
    for node in (*side.items(path, "parameters"), *side.items(operation, "parameters")):
        value = node.value
        name, location = (value.get("name"), value.get("in")) if isinstance(value, dict) else (None, None)
        if not isinstance(name, str) or not isinstance(location, str) or location not in STYLES:
            side.warn("no-parameter", "this is no parameter and is passed over", node.pointer)
            continue
        it = Parameter(name, location, node)
        if not (it.location == "header" and it.key[1] in _IGNORED):
            found[it.key] = it
    return found


def compare_parameters(
    meeting: Meeting,
    old: Mapping[tuple[str, str], Parameter],
    new: Mapping[tuple[str, str], Parameter],
    renamed: Mapping[str, str],
) -> Found:
    """What differs in parameters. `renamed` leads from names in the old path to those at the same position of the new one."""
    ours = {("path", renamed.get(key[1], key[1])) if key[0] == "path" else key: it for key, it in old.items()}
    gone = [ours[key] for key in sorted(ours) if key not in new]
    fresh = [new[key] for key in sorted(new) if key not in ours]
    for before, after, rule, confidence in _same_by_another_name(gone, fresh):
        gone.remove(before)
        fresh.remove(after)
        level: Level = "breaking" if after.required or rule == "parameter-moved" else "warning"
        subject = f"{before.words} → {after.words}"
        where = _where(meeting, after)
        yield hit(rule, where, before.node, after.node, subject, {"request": level, "response": level}, confidence)
        yield from compare_written(meeting, before, after, where, "parameter", after.words)
    for it in gone:
        yield from _removed(meeting, it)
    for it in fresh:
        rule = "required-parameter-added" if it.required else "parameter-added"
        yield hit(rule, _where(meeting, it), None, it.node, it.words)
    for key in sorted(ours.keys() & new.keys()):
        if ours[key].name != new[key].name and key[0] == "path":
            subject = f"{ours[key].name} → {new[key].name}"
            where = _where(meeting, new[key])
            yield hit("path-parameter-renamed", where, ours[key].node, new[key].node, subject)
        yield from _compare(meeting, ours[key], new[key])


def _where(meeting: Meeting, it: Parameter) -> Where:
    return meeting.where("parameter" if it.required else "optional parameter", it.words, meeting.request)


def _same_by_another_name(
    gone: list[Parameter], fresh: list[Parameter]
) -> list[tuple[Parameter, Parameter, str, float | None]]:
    moved = {(it.name.lower()): it for it in fresh}
    found: list[tuple[Parameter, Parameter, str, float | None]] = []
    for it in gone:
        other = moved.pop(it.name.lower(), None)
        if other is not None:
            found.append((it, other, "parameter-moved", None))
    left = [it for it in gone if all(it is not pair[0] for pair in found)]
    right = [it for it in fresh if all(it is not pair[1] for pair in found)]
    return found + [
        (a, b, "parameter-renamed", score) for a, b, score in best_pairs(left, right, _likeness, least=0.75)
    ]


def _likeness(old: Parameter, new: Parameter) -> float:
    if old.location != new.location or old.node.value.get("schema") != new.node.value.get("schema"):
        return 0.0
    return 0.4 + 0.6 * names_alike(old.name, new.name)


def _removed(meeting: Meeting, it: Parameter) -> Iterator[Hit]:
    life = lifecycle.removed(lifecycle.of_object(it.node.value), meeting.policy)
    levels: Mapping[Direction, Level] = {"response": "breaking"} if it.required and life == "removed" else {}
    yield hit(f"parameter-{life}", _where(meeting, it), it.node, None, it.words, levels)


def _compare(meeting: Meeting, old: Parameter, new: Parameter) -> Found:
    where = _where(meeting, new)
    if old.required != new.required:
        rule = "parameter-became-required" if new.required else "parameter-became-optional"
        yield hit(rule, where, field(old.node, "required", False), field(new.node, "required", False), new.words)
    lives = [lifecycle.of_object(it.node.value) for it in (old, new)]
    for found in lifecycle.compare(lives[0], lives[1], meeting.policy):
        yield hit(f"parameter-{found}", where, old.node, new.node, new.words)
    yield from compare_written(meeting, old, new, where, "parameter", new.words)
    for name, word in (("allowReserved", "reserved"), ("allowEmptyValue", "empty-value")):
        flags = [it.node.value.get(name) is True for it in (old, new)]
        if flags[0] != flags[1]:
            rule = f"parameter-{word}-{'allowed' if flags[1] else 'refused'}"
            yield hit(rule, where, field(old.node, name, False), field(new.node, name, False), new.words)
