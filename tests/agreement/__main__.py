"""Compares pairs of documents of which another differ has said what it thinks: `python -m tests.agreement [FOLDER]`.

Prints a line for each disagreement on the worst level, and the share of agreement. Exits with 1 if fewer than 97 % agree, a
disagreement is not explained in disagreements.toml, one that is explained there is none any longer, or a case crashes. First of
all, rules.toml must say what each of the other differ's checks is here, and why its level is another one where it is.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.agreement import rules
from tests.agreement.cases import complaints, known_disagreements, verdicts

USUAL = Path("../shared/cases/changes")
LEAST = 0.97


def main() -> int:
    """Run all cases."""
    parser = argparse.ArgumentParser(prog="python -m tests.agreement", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=USUAL)
    found = list(verdicts(parser.parse_args().folder))
    known = known_disagreements()
    for it in found:
        if not it.agrees:
            reason = known[it.case].reason if it.case in known else "nobody says why"
            print(f"{it.case}: {it.ours or 'crashed'}, they say {it.theirs}. {reason}")
    checks = rules.checks()
    wrong = [*rules.complaints(rules.table(), checks), *complaints(found, known)]
    print(*wrong, sep="\n", end="\n" if wrong else "")
    share = sum(it.agrees for it in found) / max(len(found), 1)
    print(f"{len(checks)} checks, {len(found)} cases, {share:.1%} agree")
    return 1 if wrong or share < LEAST or not found else 0


if __name__ == "__main__":
    sys.exit(main())
