"""Cuts a source where what black does on one side does not depend on the other.

Black formats a text twice if the first pass changed it, and takes one processor for it. Of pieces, most are known to be
left alone (`shapes`), only those that changed are formatted twice, and both processors share one file. Cuts are made where
black would leave the lines as they are: before a class or function with as many empty lines above as black wants, and
between assignments one below the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.package.wrap import logical_lines

_INSIDE = "class _:\n"

_BLOCK = re.compile(r"(?:    )?(?:(?:async def|def|class) \w|@)")
_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*(?:(?:: [^=()]+)? = |: \w+\[$)")
_FIELD = re.compile(r"    [^\W\d]\w*: ")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some statements of a module, or of a class in it; `gap` are the empty lines before them."""

    text: str
    gap: str
    in_class: bool

    @property
    def head(self) -> str:
        """The line that the statements have to stand below; empty if there is none."""
        return _INSIDE if self.in_class else ""

    @property
    def source(self) -> bytes:
        """The statements as a module of their own."""
        return (self.head + self.text + "\n").encode()

    def placed(self, formatted: bytes) -> bytes:
        """What black made of `source`, as it follows the piece before."""
        return self.gap.encode() + formatted.removeprefix(self.head.encode())


def pieces(lines: Sequence[str]) -> list[Piece]:
    """The pieces of a source that is given by its lines, of which those of one string are one.

    The texts and gaps of all, one after the other, are the source.
    """
    found: list[Piece] = []
    start, above = 0, ""
    for number, line in enumerate(lines):
        if number and (empty := _cut(lines, number, above)) is not None:
            found.append(_piece(lines, start, number - empty))
            start = number
        if line[:1] not in _CONTINUED:
            above = line
    return [*found, _piece(lines, start, len(lines))]


@dataclass(frozen=True, slots=True)
class Share:
    """Lines of a source, those of one string being one, and the empty lines before them."""

    lines: list[str]
    gap: str


def shares(source: str, size: int) -> list[Share]:
    """A source in shares of `size` characters and more, before its lines are wrapped: cut before classes and functions alone."""
    lines = list(logical_lines(source.rstrip("\n")))
    found: list[Share] = []
    start = taken = empty = 0
    for number, line in enumerate(lines):
        if taken >= size and (above := _cut(lines, number, "")) is not None:
            found.append(Share(lines[start : number - above], "\n" * empty))
            start, taken, empty = number, 0, above
        taken += len(line) + 1
    return [*found, Share(lines[start:], "\n" * empty)]


def finer(piece: Piece) -> list[Piece]:
    """The pieces of a piece, where it has to be known which of its statements black lays out otherwise.

    A class is cut before its fields, but for the first, and what is overloaded before each further definition.
    """
    lines = list(logical_lines(piece.text))
    cuts = [0, *(number for number in range(1, len(lines)) if _follows(lines[number - 1], lines[number], lines[0]))]
    found = []
    for start, end in zip(cuts, [*cuts[1:], len(lines)], strict=True):
        in_class = piece.in_class if not start else lines[start][:1] == " "
        found.append(Piece("\n".join(lines[start:end]), "" if start else piece.gap, in_class))
    return found


def _follows(above: str, line: str, first: str) -> bool:
    """Whether a line begins a field that stands right below another, or a definition below one that is overloaded."""
    if _FIELD.match(line):
        return first.startswith(("class ", "    ")) and above.startswith("    ") and above[4] not in "#@"
    return above.endswith(": ...") and _BLOCK.match(line) is not None and _indent(line) == _indent(first)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


_CONTINUED = ("", " ", ")", "]", "}")
"""How lines begin that are no statement of the module: empty ones, those of blocks and brackets."""


def _cut(lines: Sequence[str], number: int, above: str) -> int | None:
    """How many empty lines there are at a cut before a line; None where there can be none. `above` began the last statement."""
    line = lines[number]
    if _BLOCK.match(line):
        wanted = 1 if line[0] == " " else 2
        return wanted if _empty_above(lines, number) == wanted and _ends(lines[number - wanted - 1], line) else None
    if lines[number - 1] == ")" and _ASSIGNMENT.match(line) and _ASSIGNMENT.match(above):
        return 0
    return None


def _empty_above(lines: Sequence[str], number: int) -> int:
    return next((count for count in range(3) if lines[number - count - 1]), 3)


def _ends(line: str, following: str) -> bool:
    """Whether a line ends what stands before a class or function: no comment or decorator, and not the head of a class."""
    return not line.lstrip().startswith(("#", "@")) and (following[0] != " " or line[:1] == " ")


def _piece(lines: Sequence[str], start: int, end: int) -> Piece:
    empty = next((count for count in range(3) if not start or lines[start - count - 1]), 3)
    return Piece("\n".join(lines[start:end]), "\n" * empty if start else "", lines[start][:1] == " ")
