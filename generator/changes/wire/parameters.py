"""Parameters, and headers, which are parameters of answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.changes import lifecycle
from generator.changes.findings import Direction, Level
from generator.changes.schemas.similar import best_pairs, names_alike
from generator.changes.schemas.views import TYPES, Views
from generator.changes.side import ABSENT, Side
from generator.changes.wire.hits import Found, Hit, Meeting, Where, field, hit, schemas
from generator.changes.wire.media import compare_contents
from generator.document.shapes import Node

_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
_IGNORED = frozenset({"accept", "content-type", "authorization"})
"""Header parameters that say nothing (OpenAPI 3.1, section 4.8.12.1)."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation."""

    name: str
    location: str
    node: Node

    @property
    def key(self) -> tuple[str, str]:
        """What tells it apart; names of headers do not distinguish case."""
        return self.location, self.name.lower() if self.location == "header" else self.name

    @property
    def required(self) -> bool:
        """Whether it must be sent."""
        return self.location == "path" or self.node.value.get("required") is True

    @property
    def words(self) -> str:
        """The parameter as people say it."""
        return f"{self.location} parameter {self.name}"


def effective(side: Side, path: Node, operation: Node) -> dict[tuple[str, str], Parameter]:
    """The parameters of an operation with those of its path, which it may override."""
    found: dict[tuple[str, str], Parameter] = {}
    for node in (*side.items(path, "parameters"), *side.items(operation, "parameters")):
        value = node.value
        if not isinstance(value, dict) or not isinstance(value.get("name"), str) or value.get("in") not in _STYLES:
            side.warn("no-parameter", "this is no parameter and is passed over", node.pointer)
            continue
        it = Parameter(value["name"], value["in"], node)
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
        yield from _compare_schema(meeting, before, after)
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
    yield from _compare_schema(meeting, old, new)


def _compare_schema(meeting: Meeting, old: Parameter, new: Parameter) -> Found:
    where = _where(meeting, new)
    contents = [it.node.value.get("content") for it in (old, new)]
    if any(isinstance(it, dict) for it in contents):
        if all(isinstance(it, dict) for it in contents):
            yield from compare_contents(meeting, old.node, new.node, where, "parameter")
        else:
            yield hit("parameter-content-changed", where, old.node, new.node, new.words)
        return
    yield from _compare_style(meeting, old, new, where)
    yield from schemas(meeting, old.node, new.node, where)


def _compare_style(meeting: Meeting, old: Parameter, new: Parameter, where: Where) -> Iterator[Hit]:
    ours, theirs = meeting.schemas.old, meeting.schemas.new
    kinds = {_written_kind(ours, old), _written_kind(theirs, new)}
    written = [_written(it, kind) for it in (old, new) for kind in sorted(kinds)]
    # A change of the type is told as such: how lists are written matters to both alone.
    if len(kinds) == 1 and written[0] != written[1]:
        before, after = Node(written[0], old.node.pointer), Node(written[1], new.node.pointer)
        yield hit("parameter-style-changed", where, before, after, new.words)
    for name in ("allowReserved", "allowEmptyValue"):
        flags = [it.node.value.get(name) is True for it in (old, new)]
        if flags[0] != flags[1]:
            word = {"allowReserved": "reserved", "allowEmptyValue": "empty-value"}[name]
            rule = f"parameter-{word}-allowed" if flags[1] else f"parameter-{word}-refused"
            yield hit(rule, where, field(old.node, name, False), field(new.node, name, False), new.words)


def _written_kind(views: Views, it: Parameter) -> str:
    types = views.view((views.side.schema(it.node, "schema") or ABSENT,)).types
    if types == TYPES or not types & {"object", "array"}:
        return "scalar"
    return "object" if "object" in types else "array"


def _written(it: Parameter, kind: str) -> str:
    """How values of a kind are written: what style and explode come to."""
    style = it.node.value.get("style")
    style = style if isinstance(style, str) else _STYLES[it.location]
    explode = it.node.value.get("explode")
    explode = explode if isinstance(explode, bool) else style == "form"
    if kind == "scalar":
        return style if style in ("label", "matrix") else "plain"
    if kind == "array" and style == "simple":
        return style
    return f"{style}, {'exploded' if explode else 'joined'}"


# ── headers of answers ──────────────────────────────────────────────────────────────────────────────────────────────


def compare_headers(meeting: Meeting, old: Node, new: Node, status: str) -> Found:
    """What differs in the headers of an answer."""
    ours, theirs = _headers(meeting.old, old), _headers(meeting.new, new)
    for key in sorted(ours.keys() | theirs.keys()):
        before, after = ours.get(key), theirs.get(key)
        name = (before or after or ("",))[0]
        where = meeting.where("header", f"header {name} of the {status} response", meeting.response)
        if after is None and before is not None:
            rule = "required-header-removed" if before[1].value.get("required") is True else "header-removed"
            yield hit(rule, where, before[1], None, name)
        elif before is None and after is not None:
            yield hit("header-added", where, None, after[1], name)
        elif before is not None and after is not None:
            yield from _compare_header(meeting, before[1], after[1], where, name)


def _headers(side: Side, response: Node) -> dict[str, tuple[str, Node]]:
    found = side.members(response, "headers")
    named = {name.lower(): (name, node) for name, node in found.items() if isinstance(node.value, dict)}
    return {key: it for key, it in named.items() if key != "content-type"}


def _compare_header(meeting: Meeting, old: Node, new: Node, where: Where, name: str) -> Found:
    needed = [it.value.get("required") is True for it in (old, new)]
    if needed[0] != needed[1]:
        rule = "header-became-required" if needed[1] else "header-became-optional"
        yield hit(rule, where, field(old, "required", False), field(new, "required", False), name)
    for found in lifecycle.compare(lifecycle.of_object(old.value), lifecycle.of_object(new.value)):
        yield hit(f"header-{found}", where, old, new, name)
    if isinstance(old.value.get("content"), dict) and isinstance(new.value.get("content"), dict):
        yield from compare_contents(meeting, old, new, where, "header")
    else:
        yield from schemas(meeting, old, new, where)
