"""Where the nodes of a document stand in the files it came from.

A reader builds, only when somebody asks, a tree of offsets that has the shape of the document: `Places`. A stage that
moves or inserts nodes adds `Grafts`, so that a node is still found in the file in which a person wrote it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Protocol

from generator.diagnostics import Location

Tokens = tuple[str, ...]
"""A JSON pointer taken apart."""

Children = Mapping[str, "Entry"] | list["Entry"]
Entry = int | tuple[int, Children]
"""The offset, in characters, of a node: of its key in a mapping. Of a mapping or list also its children's entries."""

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Origin(Protocol):
    """Knows the place of every node of one document."""

    def find(self, tokens: Tokens) -> Location | None:
        """The place of the node, which must exist; None if nobody knows."""


class Text:
    """The text of a file, in which offsets (characters from 0) become lines and columns (from 1)."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    def location(self, offset: int) -> Location:
        """The line and column of the character at `offset`."""
        line = bisect_right(self._line_starts, offset)
        return Location(self.name, line, offset - self._line_starts[line - 1] + 1)


class FileOrigin:
    """The origin of a document that was read from one text; `index` makes its places at the first question."""

    def __init__(self, text: Text, index: Callable[[str], Entry]) -> None:
        self._text = text
        self._index = index

    @cached_property
    def _places(self) -> Entry:
        return self._index(self._text.text)

    def find(self, tokens: Tokens) -> Location | None:
        """The place of the node, or of its nearest parent that has one."""
        return self._text.location(offset_of(self._places, tokens))


def offset_of(places: Entry, tokens: Tokens) -> int:
    """The offset of the node at `tokens`, or of its nearest parent that is in `places`."""
    entry = places
    for token in tokens:
        if isinstance(entry, int):
            break
        children = entry[1]
        try:
            entry = children[int(token)] if isinstance(children, list) else children[token]
        except (LookupError, ValueError):
            break
    return entry if isinstance(entry, int) else entry[0]


class GraftedOrigin:
    """The origin of a document that was made from another one by putting nodes of any origin into it."""

    def __init__(self, base: Origin | None, grafts: Iterable[tuple[Tokens, Origin | None, Tokens]]) -> None:
        self._base = base
        self._grafts = {at: (origin, source) for at, origin, source in grafts}

    def find(self, tokens: Tokens) -> Location | None:
        """The place of the node in the file it was taken from: the deepest graft above it decides."""
        for length in range(len(tokens), -1, -1):
            graft = self._grafts.get(tokens[:length])
            if graft is not None:
                origin, source = graft
                return origin.find(source + tokens[length:]) if origin else None
        return self._base.find(tokens) if self._base else None
