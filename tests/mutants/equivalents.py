"""The mutants that are no mutants: listed in a file, each with the reason why nobody could tell the difference."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import tomli

from tests.mutants.trying import Verdict

FILE = Path(__file__).with_name("equivalents.toml")
_SHORTEST = 40


def listed() -> Mapping[str, str]:
    """Reasons by id. Raises ValueError for an entry without a reason, or one that is there twice."""
    found: dict[str, str] = {}
    for entry in tomli.loads(FILE.read_text(encoding="utf-8")).get("equivalent", []):
        if entry["id"] in found:
            raise ValueError(f"{entry['id']} is listed twice")
        if len(entry["reason"]) < _SHORTEST:
            raise ValueError(f"{entry['id']}: a reason says why nobody could tell the difference")
        found[entry["id"]] = entry["reason"]
    return found


def problems(reasons: Mapping[str, str], made: Collection[str], verdicts: Mapping[str, Verdict]) -> Iterator[str]:
    """What is wrong with the list, of the mutants that were `made` and of what came of them."""
    for name in reasons:
        if name not in made:
            yield f"{name} is listed as equivalent, but there is no such mutant"
        elif name in verdicts and verdicts[name].caught:
            yield f"{name} is listed as equivalent, but {verdicts[name].by or verdicts[name].outcome} notices it"
