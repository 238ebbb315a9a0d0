"""Edit copies of the generated package and of the document, and hold each against the contract; exit with 1 if one is not noticed.

Every mutant runs in a process of its own, first against the checks of what it edits, then against all of them, up to the first
finding. A complete run writes report.md.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.contract.committed import PAIR
from tests.mutants import equivalents, report, running, trying
from tests.mutants.every import KINDS
from tests.mutants.mutant import Mutant, nothing
from tests.mutants.trying import Verdict

REPORT = Path(__file__).with_name("report.md")


def main() -> int:
    """Run the mutants."""
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("--only", choices=sorted(it.name for it in KINDS), action="append", metavar="KIND")
    parser.add_argument("-k", metavar="TEXT", default="", help="only mutants whose id has this text")
    parser.add_argument("--list", action="store_true", help="print the ids of the mutants, and run none")
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, help="processes at a time (default: one for each core)"
    )
    parser.add_argument("--near", action="store_true", help="try only the checks of what is edited and of what uses it")
    parser.add_argument("--most", type=int, help="so many mutants of each kind at most (default: what each kind says)")
    parser.add_argument("--verbose", action="store_true", help="print what noticed each mutant")
    options = parser.parse_args()
    reasons = equivalents.listed()
    with running.copied(PAIR.package.folder) as package:
        pair = dataclasses.replace(PAIR, package=package)
        every = [it for kind in KINDS for it in kind.mutants(pair, options.most)]
        wanted = [it for it in every if options.k in it.id and (not options.only or it.kind in options.only)]
        if options.list:
            print(*(it.id for it in wanted), sep="\n")
            return 0
        reach = trying.Reach(trying.users(pair.document), not options.near)
        complete = len(wanted) == len(every) and options.most is None and not options.near
        progress = _Progress(len(wanted) + complete, options.verbose)
        first = sorted(wanted, key=lambda it: it.id not in reasons)  # they take longest
        unedited = [nothing(pair)] if complete else []
        verdicts = running.run([*unedited, *first], pair, reach, options.jobs, progress.told)
    tried = [(it, verdicts[it.id]) for it in wanted]
    if complete:
        REPORT.write_text(report.text(KINDS, tried, reasons), encoding="utf-8")
    wrong = [*equivalents.problems(reasons, {it.id for it in every}, verdicts), *_unedited(unedited, verdicts)]
    print(*wrong, report.score(tried, reasons), sep="\n")
    return 1 if wrong or any(not verdict.caught and it.id not in reasons for it, verdict in tried) else 0


def _unedited(mutants: Sequence[Mutant], verdicts: Mapping[str, Verdict]) -> list[str]:
    """Whether there are findings without any edit, which would make every mutant look noticed."""
    found = [verdicts[it.id] for it in mutants]
    return [f"without any edit: {it.by}: {it.why}" for it in found if it.caught]


class _Progress:
    """Tells how far the run is, and of each mutant that nothing has noticed."""

    def __init__(self, total: int, verbose: bool) -> None:
        self.total, self.done, self.verbose = total, 0, verbose

    def told(self, mutant: Mutant, verdict: Verdict) -> None:
        """See `running.run`."""
        self.done += 1
        if not verdict.caught:
            print(f"NOT NOTICED: {mutant.id}", flush=True)
        elif self.verbose:
            why = verdict.why.replace("\n", "\n    ")
            print(f"{mutant.id}: {verdict.outcome} {verdict.by}\n    {why}", flush=True)
        if self.done % 50 == 0 or self.done == self.total:
            print(f"{self.done} of {self.total}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
