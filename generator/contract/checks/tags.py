"""Unions whose variants each have one value of a property: it tells them apart, and whatever else it says is unknown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from ..document.raw import Unreadable
from ..findings import Finding, Outcome
from ..instances.values import NoInstance
from ..pair import Pair

_UNHEARD = "__unheard__"


class Tagged(NamedTuple):
    """A variant of a union that is known by a property: name and codec of the union, the property, a value of the variant."""

    name: str
    codec: Any
    by: str
    value: dict[str, Any]


def told_apart(pair: Pair, pointer: str) -> Outcome:
    """A variant is known by its tag; an object with a tag that the document does not have is `Unknown`, and is told of."""
    for name, codec, by, value in _tagged(pair, pointer):
        drifts: list[Any] = []
        got = codec.decode(json.dumps({**value, by: _UNHEARD}).encode(), drifts.append)
        if type(got).__name__ != "Unknown" or not drifts:
            subject = f"{name} with another {by} than {value[by]!r}"
            yield Finding(subject, pointer, "an Unknown, and a departure", (got, [str(it) for it in drifts]))


def kept(pair: Pair, pointer: str) -> Outcome:
    """A variant of which a property has another type is that variant all the same: its tag says so."""
    for name, codec, by, value in _tagged(pair, pointer):
        wanted = type(codec.decode(json.dumps(value).encode(), _ignored))
        for other in [it for it in value if it != by and not isinstance(value[it], (dict, list))][:1]:
            got = codec.decode(json.dumps({**value, other: {}}).encode(), _ignored)
            if type(got) is not wanted:
                yield Finding(f"{name} with another {other}", pointer, wanted.__name__, type(got).__name__)


def _ignored(drift: Any) -> None:
    """A departure is expected, and `told_apart` is about being told of it."""


def _tagged(pair: Pair, pointer: str) -> Iterator[Tagged]:
    """The variants of a union that has a name, but for those that no value is found for: `schemas.accepted` tells of them."""
    name = pair.package.models.get(pointer)
    if name is None or hasattr(pair.package.model(pointer), "model_fields"):
        return
    codec = pair.package.codec(pointer)
    for variant, by in _variants(pair, pointer):
        with suppress(NoInstance, Unreadable):
            yield Tagged(name, codec, by, pair.values.full(variant, "response"))


def _variants(pair: Pair, pointer: str) -> list[tuple[str, str]]:
    """The variants of a union with the property that tells them apart; none where there is no such property, or several.

    Where the document names a discriminator, that is not looked for: `drift.py` is about it.
    """
    variants = pair.values.variants(pointer) if "discriminator" not in pair.values.shape(pointer) else []
    tags = [_constants(pair, it) for it in variants]
    names = {name for name in tags[0] if all(name in it for it in tags)} if len(tags) > 1 else set[str]()
    telling = [name for name in names if len({it[name] for it in tags}) == len(tags)]
    return [(it, telling[0]) for it in variants] if len(telling) == 1 else []


def _constants(pair: Pair, variant: str) -> dict[str, str]:
    """The required properties of an object that have one text for a value."""
    shape = pair.values.shape(variant)
    found: dict[str, str] = {}
    for name in shape["required"] & shape["properties"].keys():
        inner = pair.values.shape(shape["properties"][name])
        values = inner.get("enum", [inner.get("const")])
        if len(values) == 1 and isinstance(values[0], str):
            found[name] = values[0]
    return found
