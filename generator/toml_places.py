"""Where the keys of a TOML text stand: the standard parser tells values but no lines.

Only texts that the parser accepted are scanned, so the scanner need not check anything. Keys inside inline tables are
reported at the key that holds the table.
"""

from __future__ import annotations

import re
from collections import Counter

KeyPath = tuple[str, ...]

_KEY = re.compile(r"""[ \t]*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))[ \t]*(\.)?""")
_TOKEN = re.compile(
    r'''"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\#[^\n]*|[\[{]|[\]}]|\n|[^"'\#\[\]{}\n]+''',
    re.DOTALL,
)
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class Places:
    """The line and column (from 1) of every key and table header of a TOML text.

    The tables of an array of tables go by their number: `("a", "0", "b")`.
    """

    def __init__(self, text: str) -> None:
        self._places = _scan(text)

    def of(self, path: KeyPath) -> tuple[int, int]:
        """The place of the key, or of the nearest table around it, or the start of the file."""
        while path and path not in self._places:
            path = path[:-1]
        return self._places.get(path, (1, 1))


def syntax_error_place(problem: ValueError, text: str) -> tuple[str, int, int]:
    """The message of a TOML syntax error without its place, and the place: line and column from 1."""
    message = str(problem)
    found = _PLACE.search(message)
    if found is None:
        return message, 1, 1
    if found[1]:
        return message[: found.start()], int(found[1]), int(found[2])
    lines = text.split("\n")
    return message[: found.start()], len(lines), len(lines[-1]) + 1


def _scan(text: str) -> dict[KeyPath, tuple[int, int]]:
    places: dict[KeyPath, tuple[int, int]] = {}
    table: KeyPath = ()
    numbers: Counter[KeyPath] = Counter()
    for line, col, statement in _statements(text):
        if statement.startswith("["):
            table = _key(statement, len(statement) - len(statement.lstrip("[ \t")))
            if statement.startswith("[["):
                numbers[table] += 1
                places.setdefault(table, (line, col))
                table = (*table, str(numbers[table] - 1))
            path = table
        else:
            path = (*table, *_key(statement, 0))
        for depth in range(1, len(path) + 1):
            places.setdefault(path[:depth], (line, col))
        places[path] = (line, col)
    return places


def _statements(text: str) -> list[tuple[int, int, str]]:
    """Every table header and every `key = value` with the line and column where it starts."""
    found: list[tuple[int, int, str]] = []
    line, begin, depth, fresh = 1, 0, 0, True
    for token in _TOKEN.finditer(text):
        piece = token[0]
        if fresh and piece.strip() and not piece.startswith("#"):
            at = token.start() + len(piece) - len(piece.lstrip())
            found.append((line, at - begin + 1, text[at : _line_end(text, at)]))
            fresh = False
        if piece in "[{":
            depth += 1
        elif piece in "]}":
            depth -= 1
        elif piece == "\n" and depth == 0:
            fresh = True
        if "\n" in piece:
            line += piece.count("\n")
            begin = token.start() + piece.rindex("\n") + 1
    return found


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _key(statement: str, start: int) -> KeyPath:
    parts: list[str] = []
    while found := _KEY.match(statement, start):
        parts.append(next(part for part in found.groups()[:3] if part is not None))
        start = found.end()
        if not found[4]:
            break
    return tuple(parts)
