"""Which of the things that are gone are the things that are new, under another name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T")

MAX_COMPARED = 4_000
"""How many pairs are looked at; beyond that nothing is guessed, since that would take a time that grows with the square."""

LIKELY = 0.6
"""The least confidence with which something is called renamed."""

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


def words(name: str) -> list[str]:
    """The words of a name in any spelling, in lower case."""
    return [word.lower() for word in _WORD.findall(name)] or [name]


def names_alike(left: str, right: str) -> float:
    """From 0 to 1: how much two names have in common, by their letters and by their words."""
    ours, theirs = words(left), words(right)
    letters = SequenceMatcher(None, "".join(ours), "".join(theirs)).ratio()
    shared = len(set(ours) & set(theirs)) / max(len(set(ours) | set(theirs)), 1)
    return max(letters, shared)


def best_pairs(
    gone: Sequence[T], new: Sequence[T], likeness: Callable[[T, T], float], least: float = LIKELY
) -> list[tuple[T, T, float]]:
    """The likeliest pairs, each thing in one of them at most; the order of the lists decides between equals."""
    if len(gone) * len(new) > MAX_COMPARED:
        return []
    scored = [(likeness(a, b), -i, -j) for i, a in enumerate(gone) for j, b in enumerate(new)]
    left, right = set(range(len(gone))), set(range(len(new)))
    found = []
    for score, i, j in sorted(scored, reverse=True):
        if score >= least and -i in left and -j in right:
            left.remove(-i)
            right.remove(-j)
            found.append((gone[-i], new[-j], round(score, 2)))
    return found


def jaccard(left: Iterable[str], right: Iterable[str]) -> float:
    """The share of names that two sets have in common; 1 if both are empty."""
    ours, theirs = set(left), set(right)
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0
