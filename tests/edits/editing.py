"""Edits of packages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

from generator.contract.checks import sending
from generator.contract.document.raw import RawOperation
from generator.contract.findings import Outcome
from generator.contract.pair import Pair
from generator.contract.python.package import Package

Check = Callable[[Pair, RawOperation], Outcome]


class Edit(NamedTuple):
    """A change of one file that turns a package wrong, the operation that shows it, the check that finds it."""

    file: str
    old: str
    new: str
    operation: str
    check: Check = sending.requests


class Edited(Protocol):
    """What the fixture `edited` is: file, text, and what is written in its place."""

    def __call__(self, file: str, old: str, new: str, base: Path = ...) -> Package: ...  # noqa: D102
