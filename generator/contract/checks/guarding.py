"""Checks that come to their end whatever a document has."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from ..document.raw import RawOperation, Unreadable
from ..findings import Excluded, Outcome
from ..instances.values import NoInstance
from ..pair import Pair
from ..python.classes import Unnamed

Thing = TypeVar("Thing", RawOperation, str)


def guarded(check: Callable[[Pair, Thing], Outcome]) -> Callable[[Pair, Thing], Outcome]:
    """A check that leaves out what cannot be read, has no value or no class, and says so."""

    @wraps(check)
    def held(pair: Pair, thing: Thing) -> Outcome:
        subject, pointer = (thing, thing) if isinstance(thing, str) else (thing.id, thing.pointer)
        try:
            yield from check(pair, thing)
        except (NoInstance, Unreadable, Unnamed) as problem:
            yield Excluded(subject, pointer, str(problem))

    return held
