"""Makes a client of every document of a folder, holds it against the document, and prints a table: `make corpus`.

Every document must give a package that has a method for each operation, imports with every model built, makes a valid instance of
every model that has a sample, answers by itself, keeps the contract, and is clean to mypy (strict) and pyright. One that
openapi-spec-validator refuses gives located errors first and is generated with --lenient. Exits with 1 if a document does otherwise.
A run over all of the usual folder writes report.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.corpus import report
from tests.corpus.checking import checked
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
        help="hold only documents of so few operations against their clients, and show only those clients to type checkers",
    )
    parser.add_argument("--size", type=int, metavar="BYTES", help="only documents that are no larger")
    options = parser.parse_args()
    every = [path for path in options.folder.iterdir() if path.suffix in (".yaml", ".yml", ".json")]
    every.sort(key=lambda path: (path.stat().st_size, path.name))
    documents = [it for it in every if not options.only or any(name in it.name for name in options.only)]
    documents = [it for it in documents if options.size is None or it.stat().st_size <= options.size]
    rows = []
    with tempfile.TemporaryDirectory(prefix="provgen-corpus-") as output:
        for document in documents:
            rows.append(tried(document, Path(output), options.contract))
            print(report.line(rows[-1]), flush=True)
        asked = [row.package for row in rows if row.verdict is not None]
        checks = checked(Path(output), asked)
    print("", *report.table(rows, checks, asked), sep="\n")
    said = {
        row.name: [*row.complaints, *(it for found in checks.values() for it in found.get(row.package, ()))]
        for row in rows
    }
    wrong = {name: complaints for name, complaints in said.items() if complaints}
    for name, complaints in wrong.items():
        print(f"\n{name} is WRONG", *complaints, sep="\n")
    if documents == every and options.folder == USUAL and options.contract is None:
        REPORT.write_text(report.text(sorted(rows, key=lambda row: row.name), checks), encoding="utf-8")
    print(f"{len(documents)} documents, {len(wrong)} wrong")
    return 1 if wrong or not documents else 0


if __name__ == "__main__":
    sys.exit(main())
