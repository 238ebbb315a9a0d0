"""A line for each document of a run, and the report of a whole one: the same whoever makes it and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tests.corpus.trying import Row


def line(row: Row) -> str:
    """What is printed when a document is done."""
    marks = ("valid" if row.valid else "invalid", "right" if row.right else "WRONG")
    seconds = "".join(f"{it:7.1f} s" for it in row.seconds)
    return f"{row.name:45} {marks[0]:8} {_what(row):45} {_held(row):60}{seconds}  {marks[1]}  {row.testing.splitlines()[-1:]}"


def text(rows: Sequence[Row]) -> str:
    """All of it, in Markdown."""
    return "\n".join(_lines(rows)) + "\n"


def _lines(rows: Sequence[Row]) -> Iterator[str]:
    yield "# What comes of the corpus"
    yield ""
    yield "Made by `make corpus`: a client of each document, and the contract between the two."
    yield ""
    yield "| document | valid | client | contract |"
    yield "|---|---|---|---|"
    for row in rows:
        yield f"| {row.name} | {'yes' if row.valid else 'no'} | {_what(row)} | {_held(row)} |"
    yield ""
    yield "## What the contract leaves out, and why"
    yield ""
    for row in rows:
        if row.verdict and row.verdict.excluded:
            yield f"### {row.name}"
            yield ""
            yield from _excluded(row.verdict.excluded)
            yield ""


def _what(row: Row) -> str:
    """Operations and models, as `generate` tells them, or how many errors there are."""
    told = [it for it in row.output.splitlines() if "operation" in it and "models" in it]
    return told[-1].partition(": ")[2] if told else f"{row.output.count('error[')} errors"


def _held(row: Row) -> str:
    if row.verdict is None:
        return "no client" if row.code else "not asked"
    one = row.verdict
    return f"{one.tests:,} tests, {len(one.departures):,} depart, {len(one.excluded):,} left out"


def _excluded(excluded: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Each reason with how many places it is given for, and the first of them."""
    places: dict[str, list[str]] = {}
    for it in excluded:
        places.setdefault(it["reason"], []).append(it["pointer"])
    for reason, pointers in sorted(places.items(), key=lambda it: (-len(it[1]), it[0])):
        yield f"- {len(pointers)} × {reason}: `{min(pointers) or '/'}`"
