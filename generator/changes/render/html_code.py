"""Code and values as the HTML page shows them: lines of a document, two versions of a signature, a JSON value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from generator.changes.report import Excerpt, Place

Kind = Literal["same", "other", "break"]

MAX_LINE = 400
"""How much of a line is shown, in characters: a document may stand on one line."""

MAX_VALUE = 4_000
"""How much of a value is shown, in characters of its JSON."""

_ONE_LINE = 80
_MAX_COMPARED = 4_000
_TOKEN = re.compile(r"\w+|\n|[^\S\n]+|.")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of code: the same on both sides, other than on the other side, or the end of a line."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an excerpt. `marked` is the one that matters."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """Some lines of a document; `first` is the number of the first, `digits` how long the longest number is."""

    first: int
    digits: int
    lines: tuple[Line, ...]


def pieces(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both sides cut where they begin and cease to differ. A side without a counterpart is one piece."""
    if not old or not new or len(old) + len(new) > _MAX_COMPARED:
        return tuple(_lines([(old, "same")])), tuple(_lines([(new, "same")]))
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return (
        tuple(_lines(("".join(before[i:j]), _kind(tag)) for tag, i, j, _, _ in blocks)),
        tuple(_lines(("".join(after[i:j]), _kind(tag)) for tag, _, _, i, j in blocks)),
    )


def _kind(tag: str) -> Kind:
    return "same" if tag == "equal" else "other"


def _lines(parts: Iterable[tuple[str, Kind]]) -> Iterator[Piece]:
    """The parts without those that are empty, line breaks as pieces of their own."""
    for text, kind in parts:
        for at, line in enumerate(text.split("\n")):
            if at:
                yield Piece("break", "")
            if line:
                yield Piece(kind, line)


def value_lines(value: Any) -> tuple[str, ...]:
    """A value as JSON, on one line if it is short; what is too long is cut, and that is said."""
    short = json.dumps(value, ensure_ascii=False, default=str)
    text = short if len(short) <= _ONE_LINE else json.dumps(value, ensure_ascii=False, indent=2, default=str)
    if len(text) <= MAX_VALUE:
        return tuple(text.split("\n"))
    return (*text[:MAX_VALUE].split("\n"), f"… and {len(text) - MAX_VALUE:,} characters more")


def excerpt_lines(place: Place) -> Lines | None:
    """The lines around a place, without the indentation that all of them have."""
    excerpt = place.excerpt
    if excerpt is None or not excerpt.lines:
        return None
    column = place.location.col - 1 if place.location else 0
    cut = _common_indent(excerpt.lines)
    last = excerpt.first + len(excerpt.lines) - 1
    return Lines(excerpt.first, len(str(last)), tuple(_excerpt(excerpt, cut, max(column - cut, 0))))


def _excerpt(excerpt: Excerpt, cut: int, column: int) -> Iterator[Line]:
    for number, text in enumerate(excerpt.lines, excerpt.first):
        marked = number == excerpt.marked
        yield Line(_window(text[cut:].rstrip("\r\n"), column if marked else 0), marked)


def _window(text: str, column: int) -> str:
    """The part of a line that can be shown, with the column in it."""
    if len(text) <= MAX_LINE:
        return text
    start = max(0, min(column - MAX_LINE // 4, len(text) - MAX_LINE))
    shown = text[start : start + MAX_LINE]
    return ("… " if start else "") + shown + (" …" if start + MAX_LINE < len(text) else "")


def _common_indent(lines: Sequence[str]) -> int:
    return min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
