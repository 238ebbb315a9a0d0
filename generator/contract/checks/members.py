"""The names of what enums list."""

from __future__ import annotations

from enum import Enum

from ..findings import Finding, Outcome
from ..pair import Pair
from ..python.package import plain


def named(pair: Pair, pointer: str) -> Outcome:
    """Each member of an enum is called like its value."""
    name, cls = pair.package.models.get(pointer), pair.package.model(pointer)
    if not isinstance(cls, type) or not issubclass(cls, Enum):
        return
    for it in cls:
        spelled = str(it.value)
        if not isinstance(it.value, str):
            spelled = spelled.replace("-", "minus").replace(".", "dot")
        if plain(spelled) not in plain(it.name):
            yield Finding(f"{name}.{it.name}", pointer, f"a member called like {it.value!r}", it.name)
