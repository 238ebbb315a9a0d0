"""Cases that are folders of input and expected output: `expected.json` (a value), `expected.txt` (diagnostics), `places.txt`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.document.load import Document
from tests.golden import agrees

CASES = Path(__file__).parent.parent / "cases"


def folders(room: str) -> list[Path]:
    """The cases of a room, in the order of their names."""
    return sorted(path for path in (CASES / room).iterdir() if path.is_dir())


def rendered(diagnostics: Iterable[Diagnostic]) -> str:
    """Diagnostics as `expected.txt` holds them: one a line, with pointer and hint where they have one."""
    return "".join(
        f"{d.location}: {d.severity.value}[{d.code}] {d.message}"
        + (f" | {d.pointer}" if d.pointer is not None else "")
        + (f" | {d.hint}" if d.hint else "")
        + "\n"
        for d in diagnostics
    )


def check_value(document: Document, case: Path) -> None:
    """Compare a document, and the places of the nodes that `places.txt` lists, with what the case expects."""
    assert document.value == json.loads((case / "expected.json").read_text(encoding="utf-8"))
    places = case / "places.txt"
    for line in places.read_text(encoding="utf-8").splitlines() if places.exists() else ():
        pointer, _, place = line.rpartition(" ")
        found = str(document.locate(pointer))
        assert found == place, f"{pointer} is found at {found} and not at {place}"


def check_diagnostics(diagnostics: Iterable[Diagnostic], case: Path) -> None:
    """Compare diagnostics with those that the case expects; none if it does not say."""
    assert agrees(case / "expected.txt", rendered(diagnostics))
