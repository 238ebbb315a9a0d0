"""Makes a client of every document of a folder, holds it against the document, and prints a table: `make corpus`.

A document that openapi-spec-validator accepts must give a package that imports with every model built, makes a valid instance
of every model that has a sample, answers by itself, and keeps the contract; any other may give located errors instead. Exits
with 1 if a document does otherwise. A run over all of the usual folder writes report.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.corpus import report
from tests.corpus.trying import tried

USUAL = Path("../shared/corpus")
REPORT = Path(__file__).with_name("report.md")


def main() -> int:
    """Run the corpus."""
    parser = argparse.ArgumentParser(prog="make corpus", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=USUAL)
    parser.add_argument("--only", action="append", metavar="NAME", help="only documents whose name has this in it")
    parser.add_argument(
        "--contract",
        type=int,
        default=None,
        metavar="N",
        help="hold only documents of so few operations against their clients",
    )
    options = parser.parse_args()
    every = sorted(path for path in options.folder.iterdir() if path.suffix in (".yaml", ".yml", ".json"))
    documents = [it for it in every if not options.only or any(name in it.name for name in options.only)]
    rows = []
    with tempfile.TemporaryDirectory(prefix="provgen-corpus-") as output:
        for document in documents:
            rows.append(tried(document, Path(output), options.contract))
            print(report.line(rows[-1]), flush=True)
    wrong = [row for row in rows if not row.right]
    for row in wrong:
        print(f"\n{row.name} is WRONG", *row.complaints, sep="\n")
    if documents == every and options.folder == USUAL and options.contract is None:
        REPORT.write_text(report.text(rows), encoding="utf-8")
    print(f"{len(documents)} documents, {len(wrong)} wrong")
    return 1 if wrong or not documents else 0


if __name__ == "__main__":
    sys.exit(main())
