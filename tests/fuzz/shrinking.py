"""A finding in as few words as show it."""

from __future__ import annotations

import copy
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from generator.diagnostics import ProvgenError
from generator.document.load import parse
from tests.fuzz.cases import Case, written
from tests.fuzz.values import spots

Same = Callable[[Case], bool]
"""Whether a case still shows the finding."""


def shrunk(made: Case, same: Same, seconds: float = 60.0) -> Case:
    """The case with all taken away that the finding does not need, as far as `seconds` let one come."""
    end = time.monotonic() + seconds
    try:
        value = parse(made.data, made.name).value
        whole = replace(made, data=written(value))
    except (ProvgenError, RecursionError):
        return _shorter(made, same, end)
    return _smaller(whole, value, same, end) if same(whole) else _shorter(made, same, end)


def _smaller(made: Case, value: Any, same: Same, end: float) -> Case:
    """The document without members and items, large ones first, as long as one can go."""
    found = True
    while found:
        found = False
        for pointer in _by_size(value):
            if time.monotonic() > end:
                return made
            attempt = copy.deepcopy(value)
            spot = next((it for it in spots(attempt) if it.pointer == pointer), None)
            if spot is None:
                continue
            del spot.holder[spot.key]
            candidate = replace(made, data=written(attempt))
            if same(candidate):
                made, value, found = candidate, attempt, True
    return made


def _by_size(value: Any) -> list[str]:
    return [it.pointer for it in sorted(spots(value), key=lambda it: -len(json.dumps(it.value)))]


def _shorter(made: Case, same: Same, end: float) -> Case:
    """The bytes without stretches, ever shorter ones."""
    size = max(1, len(made.data) // 2)
    while True:
        for start in _stretches(len(made.data), size):
            if time.monotonic() > end:
                return made
            candidate = replace(made, data=made.data[:start] + made.data[start + size :])
            if same(candidate):
                made = candidate
        if size == 1:
            return made
        size //= 2


def _stretches(length: int, size: int) -> Iterator[int]:
    return iter(range(max(0, length - size), -1, -size))
