"""Schemas that mean one another so many times over that to try a value against them would take forever.

Thirty schemas, each of which is any of two references to the next one, are a page of text and a billion alternatives.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.document.findings import Finding
from generator.document.limits import MAX_PARTS
from generator.document.walk import Survey

_MANY = ("allOf", "anyOf", "oneOf")
_ONE = ("not", "if", "then", "else")


def too_heavy(survey: Survey) -> Iterator[Finding]:
    """The schemas that are more than `MAX_PARTS` schemas of one and the same value, with references written out.

    Of schemas that are so because of another one, only that one is told.
    """
    weights: dict[int, int] = {}
    for site in survey.by_kind["schema"]:
        _weigh(site.value, survey, weights)
        if weights[id(site.value)] > MAX_PARTS and all(
            weights.get(id(part), 0) <= MAX_PARTS for part in _parts(site.value, survey)
        ):
            message = f"with its references put in place this is more than {MAX_PARTS:,} schemas of one value"
            yield Finding("too-large", message, site.pointer, "let the alternatives share fewer references")


def _weigh(start: Any, survey: Survey, weights: dict[int, int]) -> None:
    """Note of `start`, and of all that it takes in, how many schemas it is. What takes itself in counts once."""
    waiting = [(start, False)]
    begun: set[int] = set()
    while waiting:
        node, entered = waiting.pop()
        if entered:
            weights[id(node)] = 1 + sum(weights.get(id(part), 0) for part in _parts(node, survey))
        elif id(node) not in weights and id(node) not in begun:
            begun.add(id(node))
            waiting.append((node, True))
            waiting += [(part, False) for part in _parts(node, survey)]


def _parts(node: Any, survey: Survey) -> list[Any]:
    """The schemas that judge the same value as `node` does."""
    if not isinstance(node, dict):
        return []
    reference = node.get("$ref")
    found = [survey.at(reference[1:])] if isinstance(reference, str) and reference.startswith("#/") else []
    found += [item for key in _MANY if isinstance(node.get(key), list) for item in node[key]]
    found += [node[key] for key in _ONE if key in node]
    return [part for part in found if isinstance(part, dict)]
