"""What a search finds: places where a repository uses the client, and places where the search lost its trail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

How = Literal[
    "import", "construct", "resource", "call", "argument", "field", "member", "annotation", "except", "reference"
]  # fmt: skip
"""In which way a symbol is used."""


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """A place that uses a symbol of a `Surface`. `file` is relative to the root, `line` and `col` count from 1."""

    file: str
    line: int
    col: int
    symbol: str
    how: How


@dataclass(frozen=True, slots=True, order=True)
class Unfollowed:
    """A place behind which uses may be that were not found, and why."""

    file: str
    line: int
    col: int
    reason: str


@dataclass(frozen=True, slots=True)
class Uses:
    """All uses in a repository, in the order of their places, each once. `files` is how many Python files there are."""

    uses: tuple[Use, ...]
    unfollowed: tuple[Unfollowed, ...]
    files: int
