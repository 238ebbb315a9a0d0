"""What one side alone sends and must send: a class cannot require it, because the other side makes such objects too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from .plans import AnyOf, Array, Later, Map, Object, Plan

Path = tuple[str | int, ...]


def owed(plan: Plan, value: Any, side: str, path: Path = ()) -> Iterator[Path]:
    """Where a property is missing in a JSON value that its sender ("server" or "client") must send."""
    plan = plan.chosen(value)
    if isinstance(plan, Object) and isinstance(value, dict):
        for p in plan.by_wire.values():
            if p.wire in value:
                yield from owed(p.plan, value[p.wire], side, (*path, p.wire))
            elif p.owed and p.side == side:
                yield (*path, p.wire)
    elif isinstance(plan, Array) and isinstance(value, list):
        for index, (item, one) in enumerate(zip(plan.each(len(value)), value)):
            yield from owed(item, one, side, (*path, index))
    elif isinstance(plan, Map) and isinstance(value, dict):
        for key, one in value.items():
            yield from owed(plan.values, one, side, (*path, key))


def owes(plan: Plan, side: str, seen: set[int] | None = None) -> bool:
    """Whether values of `plan` have, anywhere, what this side must send."""
    seen = set() if seen is None else seen
    if id(plan) in seen:
        return False
    seen.add(id(plan))
    if isinstance(plan, Object):
        return any(p.owed and p.side == side or owes(p.plan, side, seen) for p in plan.by_wire.values())
    return any(owes(below, side, seen) for below in _below(plan))


def _below(plan: Plan) -> Sequence[Plan]:
    if isinstance(plan, Later):
        return [plan.plan]
    if isinstance(plan, Array):
        return [plan.item]
    if isinstance(plan, Map):
        return [plan.values]
    one_of = getattr(plan, "one_of", None)
    return plan.choices if isinstance(plan, AnyOf) else one_of.plans if one_of else ()
