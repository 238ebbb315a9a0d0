"""The names of what enums list."""

from __future__ import annotations

from collections import Counter
from enum import Enum

from ..findings import Finding, Outcome
from ..pair import Pair
from ..python.naming import is_called
from ..python.package import plain


def named(pair: Pair, pointer: str) -> Outcome:
    """Each member of an enum is called like its value; where several are alike, signs may be spelled out."""
    name, cls = pair.package.models.get(pointer), pair.package.model(pointer)
    if not isinstance(cls, type) or not issubclass(cls, Enum):
        return
    alike = Counter(plain(str(it.value)) for it in cls)
    for it in cls:
        spelled = str(it.value)
        if not isinstance(it.value, str):
            spelled = spelled.replace("-", "minus").replace(".", "dot")
        among_alike = alike[plain(str(it.value))] > 1
        if plain(spelled) not in plain(it.name) and not is_called(it.name, spelled, among_alike):
            yield Finding(f"{name}.{it.name}", pointer, f"a member called like {it.value!r}", it.name)
