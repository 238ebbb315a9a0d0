"""Writing what is to be sent: exactly what was read or set, checked before it leaves."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from enum import Enum
from typing import Any

from .errors import Problem
from .models import Model, received
from .planning import object_plan
from .plans import ANYTHING, MISSING, Array, Map, Object, Plan
from .reading import tokens
from .unset import UNSET
from .values import OpenEnum, date_time_text, is_received

Path = tuple[str | int, ...]


class Unwritable(Exception):
    """A value that JSON does not have, or one that is given twice."""

    def __init__(self, path: Path, expected: str, got: Any) -> None:
        self.problem = Problem(field_path(path), expected, got)
        super().__init__(str(self.problem))


def wire(value: Any, plan: Plan = ANYTHING, *, sending: bool = False, path: Path = ()) -> Any:
    """The JSON value of a Python value; bytes stay bytes.

    Of a model that is what was read or set, by JSON names. The keys of mappings are translated where `plan` knows them.
    `sending` leaves out what only the server sends.
    """
    kind = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, Model):
        return _model(value, sending, path)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float):
        return _finite(value, path)
    if isinstance(value, (str, int, bytes)):
        return value
    if isinstance(value, date):
        return date_time_text(value) if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, Mapping):
        return _mapping(value, plan.chosen(value), sending, path)
    if isinstance(value, (Sequence, AbstractSet)):
        return _array(value, plan.chosen(value), sending, path)
    raise Unwritable(path, "a JSON value", value)


_PLAIN = frozenset({str, int, bool, type(None)})


def _finite(value: float, path: Path) -> float:
    if not math.isfinite(value):
        raise Unwritable(path, "a finite number", value)
    return value


def _model(value: Model, sending: bool, path: Path) -> dict[str, Any]:
    shape, given, fields = object_plan(type(value)), value.model_fields_set, value.__dict__
    extra = value.model_extra or {}
    found: dict[str, Any] = {}
    for p in shape.by_wire.values():
        if p.name in given and not (sending and p.side == "server") and not _shadowed(p.name, fields, extra, p.default):
            found[p.wire] = wire(fields[p.name], p.plan, sending=sending, path=(*path, p.wire))
    for key, one in extra.items():
        if one is not UNSET:
            found[key] = wire(one, shape.extras, sending=sending, path=(*path, key))
    return found


def _shadowed(name: str, fields: Mapping[str, Any], extra: Mapping[str, Any], default: Any) -> bool:
    """Whether an undeclared property of this Python name, and not the field, is what pydantic counts as set."""
    return name in extra and fields[name] is default


def _mapping(value: Mapping[Any, Any], plan: Plan, sending: bool, path: Path) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, one in value.items():
        if one is UNSET:
            continue
        if not isinstance(key, str):
            raise Unwritable(path, "names that are strings", key)
        name, below, side = _named(plan, key)
        if name in found:
            raise Unwritable((*path, name), "one value, not two under both its names", one)
        if not (sending and side == "server"):
            found[name] = wire(one, below, sending=sending, path=(*path, name))
    return found


def _named(plan: Plan, key: str) -> tuple[str, Plan, str]:
    """The JSON name of a key, the plan of its value, and who alone sends it."""
    if isinstance(plan, Object):
        declared = plan.property_named(key)
        return (declared.wire, declared.plan, declared.side) if declared else (key, plan.extras, "")
    return key, plan.values if isinstance(plan, Map) else ANYTHING, ""


def _array(value: Any, plan: Plan, sending: bool, path: Path) -> list[Any]:
    items = plan.each(len(value)) if isinstance(plan, Array) else [ANYTHING] * len(value)
    return [wire(one, it, sending=sending, path=(*path, at)) for at, (it, one) in enumerate(zip(items, value))]


def problems(plan: Plan, value: Any, sent: Any) -> list[Problem]:
    """What is wrong with the JSON value `sent`, which stands for `value`; not what the server itself sent like this."""
    found: list[tuple[Path, str, Any]] = []
    plan.read(sent, (), lambda place, expected, got: found.append((tokens(place), expected, got)))
    if not found:
        return []
    excused = set(_excused(value, sent, ()))
    wrong = [entry for entry in found if not any(entry[0][:end] in excused for end in range(len(entry[0]) + 1))]
    return [Problem(field_path(path), expected, UNSET if got is MISSING else got) for path, expected, got in wrong]


def _excused(value: Any, sent: Any, path: Path) -> Iterator[Path]:
    """Where `value` holds, untouched, what the server sent although it does not match the document."""
    if isinstance(value, Model):
        yield from _excused_model(value, sent, path)
    elif isinstance(value, OpenEnum) and is_received(value):
        yield path
    elif isinstance(value, Mapping) and isinstance(sent, dict):
        for key, one in value.items():
            yield from _excused(one, sent.get(key), (*path, key))
    elif isinstance(value, (list, tuple)) and isinstance(sent, list):
        for index, one in enumerate(value):
            yield from _excused(one, sent[index], (*path, index))


def _excused_model(value: Model, sent: Any, path: Path) -> Iterator[Path]:
    raw = received(value)
    if raw.get("", MISSING) == sent:
        yield path
    names = {p.name: p.wire for p in object_plan(type(value)).by_wire.values()}
    for name, one in (*value.__dict__.items(), *(value.model_extra or {}).items()):
        key = names.get(name, name)
        if key in sent and key in raw and raw[key] == sent[key]:
            yield (*path, key)
        elif key in sent:
            yield from _excused(one, sent[key], (*path, key))


def field_path(path: Path) -> str:
    """`details.buttons[0].url`."""
    text = "".join(f"[{token}]" if isinstance(token, int) else f".{token}" for token in path)
    return text.removeprefix(".")
