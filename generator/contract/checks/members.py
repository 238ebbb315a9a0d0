"""The names of what enums list."""

from __future__ import annotations

from enum import Enum
from typing import Any

from ..findings import Finding, Outcome
from ..pair import Pair
from ..python.package import plain


def named(pair: Pair, pointer: str) -> Outcome:
    """Each member of an enum is called like its value."""
    name = pair.package.models.get(pointer)
    cls: Any = pair.package.symbol(f"models.{name}") if name is not None else None
    if not isinstance(cls, type) or not issubclass(cls, Enum):
        return
    for it in cls:
        if plain(str(it.value)) not in plain(it.name):
            yield Finding(f"{name}.{it.name}", pointer, f"a member called like {it.value!r}", it.name)
