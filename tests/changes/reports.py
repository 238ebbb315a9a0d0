"""Reports made by hand, for the tests of what is written of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.changes.python.effects import PythonChange
from generator.changes.report import Approval, Change, DocumentInfo, Excerpt, Place, Reached, Report, Witness
from generator.changes.uses.findings import Unfollowed, Use
from generator.diagnostics import Diagnostic, Location, Severity

HOSTILE = "</script><img src=x onerror=alert(1)>`|*_[a](b)\x1b[31m\u202e\n::error::'\"&<!-- @everyone #1 \\"
"""A text that would act on a page, a terminal, a table, a log of commands, or people."""


def place(side: str = "new", line: int = 7, pointer: str = "/components/schemas/Pet/properties/name") -> Place:
    """A place with an excerpt."""
    excerpt = Excerpt(line - 1, line, ("    before:", "    the line: that matters", "    after:"))
    return Place(pointer, Location(f"{side}.yaml", line, 5), {"type": "string"}, excerpt)


def change(**more: Any) -> Change:
    """A change that breaks on both layers, unless told otherwise."""
    plain = Change(
        id="property-removed",
        severity="warning",
        verdict="breaking",
        fingerprint="0123456789ab",
        title="Pet.name is gone",
        explanation="It may be refused.",
        advice="Do without it.",
        directions={"response": "warning"},
        pointer="/components/schemas/Pet/properties/name",
        old=place("old"),
        new=None,
        elsewhere=(),
        reached=(Reached("GET", "/pets/{petId}", "getPet", "response", "200 response", "warning", "pets"),),
        python=(
            PythonChange("models.Pet.name", "breaking", "the field is gone", "name: str | None = None", "", ("", "")),
        ),
        uses=(),
        witness=None,
        confidence=None,
        approval=None,
    )
    return replace(plain, **more)


def info(**more: Any) -> Change:
    """A change that asks for nothing."""
    plain = change(
        id="property-added",
        severity="info",
        verdict="info",
        fingerprint="aaaaaaaaaaaa",
        title="Pet.age is new",
        advice="",
        directions={"response": "info"},
        old=None,
        new=place(),
        python=(
            PythonChange("models.Pet.age", "compatible", "the field is new", "", "age: int | None = None", ("", "")),
        ),
    )
    return replace(plain, **more)


def report(*changes: Change, **more: Any) -> Report:
    """A report of the changes."""
    plain = Report(
        package="pets",
        old=DocumentInfo("1.0", "old.yaml", "0" * 64),
        new=DocumentInfo("1.1", "new.yaml", "1" * 64),
        changes=changes,
        bump="major" if changes else "none",
        bump_reasons=tuple(it.title for it in changes),
        reworded=0,
        files=None,
        unfollowed=(),
        stale=(),
        warnings=(),
        python_layer=True,
    )
    return replace(plain, **more)


def hostile() -> Report:
    """A report in which every text of the document, and of the people who approve, is `HOSTILE`."""
    spot = Place(HOSTILE, Location(HOSTILE, 1, 1), HOSTILE, Excerpt(1, 1, (HOSTILE,)))
    effect = PythonChange(f"models.{HOSTILE}", "breaking", HOSTILE, HOSTILE, HOSTILE, ("", ""))
    approval = Approval("bbbbbbbbbbbb", HOSTILE, HOSTILE, HOSTILE)
    one = change(
        title=HOSTILE,
        explanation=HOSTILE,
        advice=HOSTILE,
        pointer=HOSTILE,
        old=spot,
        new=spot,
        elsewhere=(HOSTILE,),
        reached=(Reached("GET", HOSTILE, HOSTILE, "response", HOSTILE, "warning", HOSTILE),),
        python=(effect,),
        uses=(Use(HOSTILE, 1, 1, f"models.{HOSTILE}", "field"),),
        witness=Witness(HOSTILE, "new"),
    )
    approved = replace(one, fingerprint="bbbbbbbbbbbb", approval=approval)
    quiet = replace(one, fingerprint="cccccccccccc", verdict="info", severity="info")
    return report(
        one,
        approved,
        quiet,
        old=DocumentInfo(HOSTILE, HOSTILE, "0" * 64),
        new=DocumentInfo(HOSTILE, HOSTILE, "1" * 64),
        files=1,
        unfollowed=(Unfollowed(HOSTILE, 1, 1, HOSTILE),),
        stale=(approval,),
        warnings=(Diagnostic("code", HOSTILE, Severity.WARNING, HOSTILE, Location(HOSTILE, 1, 1), HOSTILE),),
    )
