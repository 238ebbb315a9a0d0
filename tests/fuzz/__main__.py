"""Tries mutated documents, tells what must not be so, and writes each finding in a small form: `make fuzz`.

Exits with 1 if there is a finding. `--case` tries a single one, by its number, and prints it.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.fuzz.cases import Case, case
from tests.fuzz.judging import Efforts
from tests.fuzz.running import Finding, Tally, judged, run
from tests.fuzz.shrinking import shrunk

QUICK = Efforts(render=0.03, lenient=0.1, generate=0.0006)
"""What CI has time for."""

THOROUGH = Efforts(render=0.5, lenient=0.5, generate=0.02)


def main() -> int:
    """Fuzz."""
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another seed gives other cases (1)")
    parser.add_argument("--minutes", type=float, default=10, help="how long to go on (10)")
    parser.add_argument("--case", type=int, metavar="NUMBER", help="this one alone")
    parser.add_argument(
        "--corpus", action="store_true", help="mutate the documents of ../shared/corpus too: other cases"
    )
    parser.add_argument(
        "--findings", type=Path, default=Path(".fuzz"), metavar="FOLDER", help="gets the documents (.fuzz)"
    )
    options = parser.parse_args()
    if options.case is not None:
        return _one(case(options.seed, options.case, options.corpus))
    print(f"seed {options.seed}", flush=True)
    tally = run(options.seed, _until(options.minutes), THOROUGH, corpus=options.corpus)
    print(told(tally))
    for finding in firsts(tally):
        made = case(options.seed, finding.number, options.corpus)
        small = shrunk(made, lambda it: judged(it, THOROUGH).finding == finding.what)  # noqa: B023
        folder = options.findings / f"{options.seed}-{finding.number}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / small.name).write_bytes(small.data)
        (folder / "finding.txt").write_text(f"{finding.what}\n{made.origin}\n\n{finding.detail}", encoding="utf-8")
        corpus = " --corpus" if options.corpus else ""
        print(f"{finding.what}\n    {folder / small.name}\n    --seed {options.seed} --case {finding.number}{corpus}")
    return 1 if tally.findings else 0


def told(tally: Tally) -> str:
    """How many cases there were, where they ended, what the stages took, and the number of findings."""
    lines = [f"{tally.cases} cases, {len(tally.findings)} findings"]
    lines += [f"  ended at {name}: {count}" for name, count in tally.ended.most_common()]
    lines += [
        f"  {name}: {tally.times[name]} times, {1000 * total / tally.times[name]:.1f} ms each"
        for name, total in tally.seconds.items()
    ]
    return "\n".join(lines)


def firsts(tally: Tally) -> list[Finding]:
    """One case of each finding, that with the lowest number."""
    found = {finding.what: finding for finding in sorted(tally.findings, key=lambda it: -it.number)}
    return sorted(found.values(), key=lambda it: it.number)


def _until(minutes: float) -> Iterator[int]:
    end = time.monotonic() + 60 * minutes
    return itertools.takewhile(lambda _: time.monotonic() < end, itertools.count())


def _one(made: Case) -> int:
    verdict = judged(made, Efforts(render=1, lenient=1, generate=1))
    print(f"{made.origin} as {made.name}:\n{made.data!r}\n\nended at {verdict.ended}")
    print(verdict.finding or "as it should", verdict.detail, sep="\n")
    return 1 if verdict.finding else 0


if __name__ == "__main__":
    sys.exit(main())
