"""Plans from types: what the annotations of the generated code say about JSON values."""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache, reduce
from operator import or_
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo
from typing_extensions import TypeAliasType

from .exact import NullMark
from .models import Model, SentBy, absent
from .plans import ANYTHING, Alternatives, AnyOf, Array, Checked, Choice, Later, Map, Object, Plan, Property
from .unions import OneOf
from .values import OpenEnum

_SCALARS: Mapping[Any, str] = {
    str: "string",
    bytes: "string",
    date: "string",
    datetime: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    None: "null",
    type(None): "null",
}


def plan(type_: Any, metadata: Sequence[Any] = ()) -> Plan:
    """The plan of a type as generated code names it. `metadata` are pydantic's limits for it."""
    if get_origin(type_) is Annotated:
        inner, *more = get_args(type_)
        return plan(inner, (*more, *metadata))
    around = next((mark for mark in reversed(metadata) if hasattr(mark, "around")), None)  # the outermost
    if around is not None:
        held: Plan = around.around(plan(type_, [mark for mark in metadata if mark is not around]), type_)
        return held
    one_of = next((mark for mark in metadata if isinstance(mark, OneOf)), None)
    if one_of is not None:
        return Alternatives(one_of)
    if isinstance(type_, TypeAliasType):
        return _named(type_)
    if isinstance(type_, type) and get_origin(type_) is None:
        return _class(type_, metadata)
    return _generic(type_, metadata)


def _class(type_: type, metadata: Sequence[Any]) -> Plan:
    if issubclass(type_, Model):
        holds = getattr(type_, "__holds__", None)
        return holds.around(object_plan(type_), type_) if holds is not None else object_plan(type_)
    if issubclass(type_, OpenEnum):
        return Choice(type_)
    return Checked(_SCALARS[type_], type_, metadata) if type_ in _SCALARS else ANYTHING


def _generic(type_: Any, metadata: Sequence[Any]) -> Plan:
    limits = [mark for mark in metadata if not isinstance(mark, (NullMark, SentBy))]
    origin, arguments = get_origin(type_), get_args(type_)
    if origin is list:
        return Array(plan(arguments[0]), limits)
    if origin is dict:
        return Map(plan(arguments[1]), limits)
    if origin in (Union, types.UnionType):
        return _union(arguments, limits)
    return Checked("null", None) if type_ is None else ANYTHING


def _union(members: Sequence[Any], limits: Sequence[Any]) -> Plan:
    """`State | str` is the open enum; else one of the members."""
    enums = [one for one in members if isinstance(one, type) and issubclass(one, OpenEnum)]
    rest = [one for one in members if one in (None, type(None)) or not enums]
    plans = [plan(one, () if one in (None, type(None)) else limits) for one in (*enums, *rest)]
    return plans[0] if len(plans) == 1 else AnyOf(plans)


@cache
def object_plan(cls: type[Model]) -> Object:
    """The plan of a model class."""
    return Object(cls, _look)


@cache
def _named(alias: Any) -> Plan:
    return Later(lambda: plan(_value(alias)))


def _value(alias: Any) -> Any:
    """What an alias stands for; one that contains itself says it as text."""
    return _resolved(alias.__value__, alias.__module__)


def _look(cls: type[Model]) -> tuple[Sequence[Property], Plan]:
    return tuple(_properties(cls)), _extras(cls)


def _properties(cls: type[Model]) -> Iterator[Property]:
    for name, info in cls.model_fields.items():
        required = info.is_required()
        default = None if required else info.get_default(call_default_factory=True)
        side = next((mark.side for mark in info.metadata if isinstance(mark, SentBy)), "")
        owed = bool(side) and info.default_factory is absent
        yield Property(name, name if info.alias is None else info.alias, _field(info), required, default, side, owed)


def _field(info: FieldInfo) -> Plan:
    """The plan of a field. An optional one is absent, not null, unless it is marked as nullable."""
    marks = [mark for mark in info.metadata if not isinstance(mark, SentBy)]
    if info.is_required() or any(isinstance(mark, NullMark) for mark in marks):
        return plan(info.annotation, marks)
    return plan(_without_null(info.annotation), marks)


def _without_null(annotation: Any) -> Any:
    if get_origin(annotation) not in (Union, types.UnionType):
        return annotation
    return reduce(or_, (part for part in get_args(annotation) if part is not type(None)))


def _extras(cls: type[Model]) -> Plan:
    """The plan of undeclared properties, which a class may annotate."""
    name = "__pydantic_extra__"
    holder = next(base for base in cls.__mro__ if base is Model or name in base.__dict__.get("__annotations__", {}))
    return (
        ANYTHING if holder is Model else plan(get_args(_resolved(holder.__annotations__[name], holder.__module__))[1])
    )


def _resolved(type_: Any, module: str) -> Any:
    """A type with the names in it looked up in a module."""

    def holder() -> None: ...

    holder.__annotations__ = {"type": type_}
    return get_type_hints(holder, vars(sys.modules[module]), include_extras=True)["type"]
