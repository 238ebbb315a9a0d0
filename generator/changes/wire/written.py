"""How a parameter or a header is written: by style, or as a media type; and what its value may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.changes.schemas.reading import Views
from generator.changes.schemas.views import TYPES
from generator.changes.side import ABSENT
from generator.changes.wire.hits import Found, Hit, Meeting, Where, hit, schemas
from generator.changes.wire.media import compare_contents
from generator.document.shapes import Node

STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
"""The places of parameters, and the style that each has unless another is said."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation, or a header of an answer, whose place is "header"."""

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


def compare_written(meeting: Meeting, old: Parameter, new: Parameter, where: Where, owner: str, subject: str) -> Found:
    """What differs in how values are written and in what they may be. `owner`, a kind, begins the names of rules."""
    as_media = [isinstance(it.node.value.get("content"), dict) for it in (old, new)]
    if all(as_media):
        yield from compare_contents(meeting, old.node, new.node, where, owner)
    elif any(as_media):
        yield hit(f"{owner}-content-changed", where, old.node, new.node, subject)
    else:
        yield from _compare_style(meeting, old, new, hit_at=(where, f"{owner}-style-changed", subject))
        yield from schemas(meeting, old.node, new.node, where)


def _compare_style(meeting: Meeting, old: Parameter, new: Parameter, hit_at: tuple[Where, str, str]) -> Iterator[Hit]:
    where, rule, subject = hit_at
    if old.node.value == new.node.value:
        return
    kinds = {_kind(meeting.schemas.old, old), _kind(meeting.schemas.new, new)}
    # A change of the type is told as such: how lists are written matters to lists alone.
    if len(kinds) == 1:
        kind = kinds.pop()
        before, after = (Node(_written(it, kind), it.node.pointer) for it in (old, new))
        if before.value != after.value:
            yield hit(rule, where, before, after, subject)


def _kind(views: Views, it: Parameter) -> str:
    types = views.view((views.side.schema(it.node, "schema") or ABSENT,)).possible
    if types == TYPES or not types & {"object", "array"}:
        return "scalar"
    return "object" if "object" in types else "array"


def _written(it: Parameter, kind: str) -> str:
    """How values of a kind are written: what style and explode come to."""
    style = it.node.value.get("style")
    style = style if isinstance(style, str) else STYLES[it.location]
    explode = it.node.value.get("explode")
    explode = explode if isinstance(explode, bool) else style == "form"
    if kind == "scalar":
        return style if style in ("label", "matrix") else "plain"
    if kind == "array" and style == "simple":
        return style
    return f"{style}, {'exploded' if explode else 'joined'}"
