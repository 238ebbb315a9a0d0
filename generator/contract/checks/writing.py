"""What the strict writer takes besides JSON: the names of Python, and what came; and what it does not take."""

from __future__ import annotations

import json
from enum import Enum
from typing import Any

from ..document.raw import Unreadable
from ..findings import Finding, Outcome
from ..instances.values import NoInstance
from ..pair import Pair
from ..wire.bodies import with_bytes
from ..wire.parsed import fields_of
from ..wire.requests import same
from .guarding import guarded
from .schemas import several

_UNDECLARED = "undeclaredByTheDocument"


@guarded
def written(pair: Pair, pointer: str) -> Outcome:
    """Properties are taken by the names of Python too; those that are not declared are refused where others cannot come back."""
    name, cls = pair.package.models.get(pointer), pair.package.model(pointer)
    if name not in pair.usage.sent or not hasattr(cls, "model_fields") or several(pair, pointer):
        return
    is_complete = pair.values.shapes.whole(pointer) is pair.values.shape(pointer)
    value = _full(pair, pointer) if is_complete else None
    if value is None:
        return
    codec = pair.package.codec(pointer)
    wanted = with_bytes(pair, pointer, value)
    yield from _by_names(pair, pointer, codec, cls, wanted)
    if cls.model_config.get("extra") == "forbid":
        try:
            sent = codec.encode({**wanted, _UNDECLARED: 1})
            yield Finding(f"{name} (an undeclared property)", pointer, "a refusal", sent)
        except pair.errors.InvalidRequestError:
            pass


@guarded
def chosen(pair: Pair, pointer: str) -> Outcome:
    """What is one variant of a union is taken by the names that this one has in Python."""
    name, union = pair.package.models.get(pointer), pair.package.model(pointer)
    if name not in pair.usage.sent or isinstance(union, type):
        return
    codec, variants = pair.package.codec(pointer), pair.values.variants(pointer)
    for variant in variants:
        cls, value = pair.package.model(pair.annotations.classes.home(variant)[0]), _full(pair, variant)
        value = pair.values.maker.tagged(pair.values.shape(pointer), variant, value, "request")
        fitting = [it for it in variants if pair.values.valid(it, "request", value)]
        is_it_alone = fitting == [variant] and pair.values.is_plain(pointer, "request", value)
        if hasattr(cls, "model_fields") and isinstance(value, dict) and is_it_alone:
            yield from _by_names(pair, variant, codec, cls, with_bytes(pair, variant, value))


def _full(pair: Pair, pointer: str) -> Any:
    try:
        return pair.values.full(pointer, "request")
    except (NoInstance, Unreadable):  # which `schemas.accepted` tells of
        return None


def _by_names(pair: Pair, pointer: str, codec: Any, cls: Any, wanted: dict[str, Any]) -> Outcome:
    """What is written of an object whose properties have the names of Python, unless one is that of another property."""
    fields = fields_of(cls)
    in_python = {fields.get(key, key): one for key, one in wanted.items()}
    if len(in_python) == len(wanted) and not (in_python.keys() - wanted.keys()) & fields.keys():
        try:
            sent = codec.to_wire(in_python)
        except pair.errors.InvalidRequestError as problem:
            sent = str(problem)
        if not same(sent, wanted):
            yield Finding(f"{cls.__name__} (by its names in Python)", pointer, wanted, sent)


@guarded
def assigned(pair: Pair, pointer: str) -> Outcome:
    """An attribute that is an enum of texts takes them as they are, and those of a newer document."""
    name, cls, shape = pair.package.models.get(pointer), pair.package.model(pointer), pair.values.shape(pointer)
    if name not in pair.usage.sent or not hasattr(cls, "model_fields"):
        return
    attributes = fields_of(cls)
    for wire, place in shape["properties"].items():
        attribute = attributes.get(wire)
        listed = pair.values.shape(place).get("enum", ()) if not shape["also"].get(wire) else ()
        if attribute is not None and listed and all(isinstance(it, str) for it in listed):
            made = cls.model_construct()
            for text in (listed[0], _UNDECLARED):
                try:
                    setattr(made, attribute, text)
                except Exception as problem:
                    yield Finding(
                        f"{name}.{attribute} = {text!r}", place, "taken", f"{type(problem).__name__}: {problem}"
                    )


@guarded
def returned(pair: Pair, pointer: str) -> Outcome:
    """A value that an enum does not list is refused, unless it came like this."""
    name, cls = pair.package.models.get(pointer), pair.package.model(pointer)
    if not isinstance(cls, type) or not issubclass(cls, Enum):
        return
    codec = pair.package.codec(pointer)
    for case in pair.values.refused(pointer, "response"):
        got = codec.decode(json.dumps(case.value).encode())
        if isinstance(got, cls):
            for sent, wanted in ((got, case.value), (case.value, None)):
                try:
                    there = json.loads(codec.encode(sent))
                except pair.errors.InvalidRequestError:
                    there = None
                if there != wanted:
                    yield Finding(f"{name} ({case.label}) is sent back", pointer, wanted or "a refusal", there)


@guarded
def unchanged(pair: Pair, pointer: str) -> Outcome:
    """Numbers that were read go back as they were written: 1 is not 1.0 to those who print it."""
    name, cls = pair.package.models.get(pointer), pair.package.model(pointer)
    if name not in pair.usage.read or not hasattr(cls, "model_fields"):
        return
    try:
        value = pair.values.full(pointer, "response")
    except (NoInstance, Unreadable):  # which `schemas.accepted` tells of
        return
    got = pair.package.codec(pointer).decode(json.dumps(value).encode())
    if json.dumps(got.to_wire(), sort_keys=True, default=bytes.decode) != json.dumps(value, sort_keys=True):
        yield Finding(f"{name}: its numbers", pointer, value, got.to_wire())
