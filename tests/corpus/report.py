"""The table of a run, and the report of a whole one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tests.corpus.trying import Row

Checks = Mapping[str, Mapping[str, Sequence[str]]]
"""What type checkers have against packages: by checker, then by package."""

_HEAD = (
    *("document", "valid", "operations", "generated", "omitted", "models", "import", "mypy", "pyright", "contract"),
    *("seconds", "MB"),
)


def line(row: Row) -> str:
    """What is printed when a document is done."""
    run, counts = row.run, row.run.counts
    what = f"{row.operations:5} operations {counts.get('operations', 0):5} {counts.get('models', 0):5} models {len(row.omitted):4} omitted"
    times = f"{run.seconds:6.1f} s {run.megabytes:5.0f} MB {row.contract:7.1f} s"
    mark = "WRONG" if any(row.complaints) else "right"
    return f"{row.name:42} {_valid(row):12} {what}  {_held(row):52} {times}  {mark}"


def table(rows: Iterable[Row], checks: Checks, checked: Iterable[str]) -> Iterator[str]:
    """The table, in Markdown, with figures that are the same in each run: times and sizes are upper bounds."""
    known = set(checked)
    yield f"| {' | '.join(_HEAD)} |"
    yield f"|{'---|' * len(_HEAD)}"
    for row in rows:
        yield f"| {' | '.join(_cells(row, checks, row.package in known))} |"


def text(rows: Sequence[Row], checks: Checks) -> str:
    """All of it, in Markdown."""
    return "\n".join(_lines(rows, checks)) + "\n"


def _lines(rows: Sequence[Row], checks: Checks) -> Iterator[str]:
    yield "# What comes of the corpus"
    yield ""
    yield "Made by `make corpus`: a client of each document, the type checkers' word on it, and the contract between the two."
    yield "`lenient` is a document that openapi-spec-validator refuses: it gives so many located errors, and a client with so many"
    yield "corrections; `not valid` is one whose only faults to it are warnings here, such as a default that does not fit its schema: it is taken"
    yield "as it is. `import`: every model is built, and `testing` makes an instance. `seconds` are those of the processor in `generate`,"
    yield "of all its processes, and `MB` is the largest of them; both are upper bounds on a machine with two processors, so that they stay."
    yield ""
    yield from table(rows, checks, [row.package for row in rows])
    yield ""
    yield "## What clients do not have, and why"
    yield ""
    for row in rows:
        if row.omitted:
            yield from (f"### {row.name}", "")
            yield from _grouped((it["message"].partition(" (and in ")[0], it["pointer"]) for it in row.omitted)
            yield ""
    yield "## What was done to documents that are not valid"
    yield ""
    for row in rows:
        if row.lenient:
            yield from (f"### {row.name}", "")
            yield from _grouped(
                (it["message"], it["pointer"]) for it in row.run.found if it["code"] in ("corrected", "skipped")
            )
            yield ""
    yield "## What the contract leaves out, and why"
    yield ""
    for row in rows:
        if row.verdict and row.verdict.excluded:
            yield from (f"### {row.name}", "")
            yield from _grouped((it["reason"], it["pointer"]) for it in row.verdict.excluded)
            yield ""


def _cells(row: Row, checks: Checks, checked: bool) -> Iterator[str]:
    counts = row.run.counts
    yield row.name
    yield _valid(row)
    yield f"{row.operations:,}"
    yield f"{counts.get('operations', 0):,}"
    yield f"{len(row.omitted):,}"
    yield f"{counts.get('models', 0):,}"
    yield "no client" if row.run.code else "WRONG" if "Traceback" in row.testing else "yes"
    for found in checks.values():
        yield "not asked" if not checked else f"{len(found[row.package])} errors" if found.get(row.package) else "clean"
    yield _held(row)
    yield f"{_bound(row.run.seconds, 5)}"
    yield f"{_bound(row.run.megabytes, 100)}"


def _bound(figure: float, least: int) -> int:
    """The next of `least`, 2, 4, 8 … times as much above a figure and a fifth, so that most runs say the same."""
    return int(least * 2 ** max(0, math.ceil(math.log2(max(figure * 1.2, 1) / least))))


def _valid(row: Row) -> str:
    return (
        "valid"
        if row.valid
        else f"lenient, {row.errors} errors, {row.lenient} corrections" if row.errors else "not valid"
    )


def _held(row: Row) -> str:
    if row.verdict is None:
        return "no client" if row.run.code else "WRONG" if row.refusal else "not asked"
    one = row.verdict
    return f"{one.tests:,} tests, {len(one.departures):,} depart, {len(one.excluded):,} left out"


def _grouped(found: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Each reason with how many places it is given for, and the first of them."""
    places: dict[str, list[str]] = {}
    for reason, pointer in found:
        places.setdefault(reason, []).append(pointer)
    for reason, pointers in sorted(places.items(), key=lambda it: (-len(it[1]), it[0])):
        yield f"- {len(pointers)} × {reason}: `{min(pointers) or '/'}`"
