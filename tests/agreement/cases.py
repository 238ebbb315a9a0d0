"""One pair of documents, its verdict by another differ, and ours."""

from __future__ import annotations

import json
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import tomli

from generator.changes import loading
from generator.changes.causes import causes
from generator.changes.findings import Level, worst
from generator.changes.side import Side
from generator.changes.wire.documents import compare
from generator.diagnostics import ProvgenError
from tests.agreement.rules import LEVELS

DISAGREEMENTS = Path(__file__).with_name("disagreements.toml")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The worst level of a case by both; `ours` is None if the comparison broke down, which `crash` shows."""

    case: str
    theirs: Level
    ours: Level | None
    crash: str = ""

    @property
    def agrees(self) -> bool:
        """Whether both say the same."""
        return self.ours == self.theirs


def verdicts(folder: Path) -> Iterator[Verdict]:
    """The verdicts on all cases of a folder."""
    for case in sorted(it.parent for it in folder.glob("*/expected.json")):
        said = json.loads((case / "expected.json").read_text(encoding="utf-8"))
        theirs = LEVELS[said["level"].lower()]
        try:
            sides = [Side(loading.read(case / name, name).document) for name in ("old.yaml", "new.yaml")]
            yield Verdict(case.name, theirs, worst(it.level for it in causes(compare(sides[0], sides[1]))))
        except ProvgenError as refused:
            yield Verdict(case.name, theirs, None, str(refused))
        except Exception:  # any breakdown is one, and the other cases are run all the same
            yield Verdict(case.name, theirs, None, traceback.format_exc())


@dataclass(frozen=True, slots=True)
class Known:
    """A disagreement that is meant."""

    ours: Level
    theirs: Level
    reason: str


def known_disagreements() -> Mapping[str, Known]:
    """disagreements.toml, by case."""
    said = tomli.loads(DISAGREEMENTS.read_text(encoding="utf-8"))
    return {case: Known(it["ours"], it["theirs"], it["reason"]) for case, it in said.items()}


def complaints(found: list[Verdict], known: Mapping[str, Known]) -> Iterator[str]:
    """What is wrong with a run: breakdowns, disagreements that nobody explained, explanations that explain nothing."""
    for it in found:
        listed = known.get(it.case)
        if it.ours is None:
            yield f"{it.case} crashed:\n{it.crash}"
        elif it.agrees and listed is not None:
            yield f"{it.case} agrees now: remove it from {DISAGREEMENTS.name}"
        elif not it.agrees and listed is None:
            yield f"{it.case} disagrees and is not in {DISAGREEMENTS.name}"
        elif listed is not None and (listed.ours, listed.theirs) != (it.ours, it.theirs):
            yield f"{it.case} disagrees otherwise than {DISAGREEMENTS.name} says"
    for case in sorted(known.keys() - {it.case for it in found}):
        yield f"{case} is in {DISAGREEMENTS.name}, but there is no such case"
