"""Unions whose variants each have one value of a property: it tells them apart, and whatever else it says is unknown."""

from __future__ import annotations

import json
from typing import Any

from ..document.raw import Unreadable
from ..findings import Finding, Outcome
from ..instances.values import NoInstance
from ..pair import Pair

_UNHEARD = "__unheard__"


def told_apart(pair: Pair, pointer: str) -> Outcome:
    """A variant is known by its tag; an object with a tag that the document does not have is `Unknown`, and is told of."""
    name = pair.package.models.get(pointer)
    if name is None or hasattr(pair.package.symbol(f"models.{name}"), "model_fields"):
        return
    codec = pair.package.submodule("_runtime.codec").Codec(pair.package.symbol(f"models.{name}"))
    for variant, by in _tagged(pair, pointer):
        try:
            value = pair.values.full(variant, "response")
        except (NoInstance, Unreadable):  # which `schemas.accepted` tells of
            continue
        drifts: list[Any] = []
        got = codec.decode(json.dumps({**value, by: _UNHEARD}).encode(), drifts.append)
        if type(got).__name__ != "Unknown" or not drifts:
            subject = f"{name} with another {by} than {value[by]!r}"
            yield Finding(subject, pointer, "an Unknown, and a departure", (got, [str(it) for it in drifts]))


def _tagged(pair: Pair, pointer: str) -> list[tuple[str, str]]:
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
