"""Renews the table of what black leaves alone (`generator/package/printed.py`): by what the clients of many documents ask it.

`python -m tests.shapes [FOLDER or FILE …]`: other documents than those of ../shared/corpus, with the archived ones and the
project's own cases in any case. Documents that no client can be made of are passed over.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator import making
from generator.diagnostics import ProvgenError
from generator.making import Source
from generator.package import printed
from generator.settings import default_settings
from generator.workers import Pool

ROOT = Path(__file__).parents[2]
OWN = (ROOT / "spec", ROOT / "tests" / "support" / "small", ROOT / "tests" / "cases" / "support")
CORPUS = ROOT.parent / "shared" / "corpus"


def main(arguments: Sequence[str]) -> None:
    """Make the clients, write the table, and say how many of its sources are new."""
    before = printed.TABLE.read_text("utf-8") if printed.TABLE.is_file() else ""
    for path in _documents([*OWN, *(map(Path, arguments) if arguments else [CORPUS])]):
        print(path.name)
        _make(path)
    printed.TABLE.write_text(printed.render_table(printed.left_alone()), "utf-8")
    new = {*printed.TABLE.read_text("utf-8").splitlines()} - {*before.splitlines()}
    print(f"{len(printed.left_alone())} sources, {len(new)} of them new")


def _documents(places: Sequence[Path]) -> Iterator[Path]:
    for place in places:
        if place.is_file():
            yield place
        else:
            yield from sorted(it for it in place.rglob("*") if it.suffix in (".yaml", ".yml", ".json"))


def _make(path: Path) -> None:
    with Pool(0) as pool:  # what is asked here is remembered here
        try:
            making.make(Source(path, path.name, lenient=True), default_settings("client"), {}, making.Earlier(), pool)
        except ProvgenError as problem:
            print(f"  {problem.diagnostics[0].message}")


if __name__ == "__main__":
    main(sys.argv[1:])
