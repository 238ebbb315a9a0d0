"""Sources of the generated package with the places of their syntax, and edits of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import accumulate
from typing import NamedTuple, TypeVar

NodeT = TypeVar("NodeT", bound=ast.AST)


class Edit(NamedTuple):
    """The bytes from `start` to `end` replaced by a text."""

    start: int
    end: int
    text: str


class Change(NamedTuple):
    """What makes one mutant of a source: what is edited, as people call it, the symbol of the manifest that it belongs to, how."""

    place: str
    symbol: str
    edits: tuple[Edit, ...]


class Source:
    """A Python file of the package. `file` is its path in the package."""

    def __init__(self, file: str, data: bytes) -> None:
        self.file = file
        self.data = data
        self.tree = ast.parse(data)
        self._lines = [0, *accumulate(len(line) for line in data.splitlines(keepends=True))]

    @property
    def stem(self) -> str:
        """The module's own name."""
        return self.file.rpartition("/")[2].removesuffix(".py")

    @cached_property
    def defined(self) -> frozenset[str]:
        """The names of classes and annotated variables."""
        classes = {it.name for it in self.tree.body if isinstance(it, ast.ClassDef)}
        return frozenset(classes | {ast.unparse(it.target) for it in self.tree.body if isinstance(it, ast.AnnAssign)})

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Where a node begins and ends, in bytes."""
        place: ast.expr = node  # type: ignore[assignment]  # whatever has a place has it like an expression
        assert place.end_lineno is not None and place.end_col_offset is not None
        return self.offset(place.lineno, place.col_offset), self.offset(place.end_lineno, place.end_col_offset)

    def offset(self, line: int, column: int) -> int:
        """The byte at a line, from 1 on, and a column, in bytes."""
        return self._lines[line - 1] + column

    def text(self, node: ast.AST) -> str:
        """The source of a node."""
        start, end = self.span(node)
        return self.data[start:end].decode()

    def replace(self, node: ast.AST, text: str) -> Edit:
        """A node replaced by a text."""
        return Edit(*self.span(node), text)

    def inside(self, node: ast.AST, old: str, new: str) -> Edit:
        """The first `old` in a node replaced by `new`."""
        start, _ = self.span(node)
        at = self.text(node).encode().index(old.encode())
        return Edit(start + at, start + at + len(old.encode()), new)

    def before(self, node: ast.AST, text: str) -> Edit:
        """A text before a node."""
        start, _ = self.span(node)
        return Edit(start, start, text)

    def after(self, node: ast.AST, text: str) -> Edit:
        """A text behind a node."""
        _, end = self.span(node)
        return Edit(end, end, text)

    def without(self, node: ast.AST, among: Sequence[ast.AST]) -> Edit:
        """One of several nodes that commas part taken out, with one comma."""
        index = next(number for number, it in enumerate(among) if it is node)
        start, end = self.span(node)
        if index + 1 < len(among):
            return Edit(start, self.span(among[index + 1])[0], "")
        return Edit(self.span(among[index - 1])[1] if index else start, end, "")

    def swapped(self, one: ast.AST, other: ast.AST) -> tuple[Edit, Edit]:
        """Two nodes in each other's place."""
        return self.replace(one, self.text(other)), self.replace(other, self.text(one))

    def edited(self, edits: Sequence[Edit]) -> bytes:
        """The file with edits made, none of which touches another."""
        data = self.data
        for start, end, text in sorted(edits, reverse=True):
            data = data[:start] + text.encode() + data[end:]
        return data

    def imported(self, module: str, name: str) -> tuple[Edit, ...]:
        """What imports a name from a module that others are imported from already; nothing if it is there."""
        lines = (it for it in self.tree.body if isinstance(it, ast.ImportFrom))
        line = next(it for it in lines if f"{'.' * it.level}{it.module}" == module)
        return () if any(it.name == name for it in line.names) else (self.before(line.names[0], f"{name}, "),)


def found(node: ast.AST, kind: type[NodeT]) -> Iterator[NodeT]:
    """The nodes of a kind below a node, in the order of the source."""
    yield from (it for it in _below(node) if isinstance(it, kind))


@cache
def _below(node: ast.AST) -> tuple[ast.AST, ...]:
    return tuple(sorted(ast.walk(node), key=lambda it: (getattr(it, "lineno", 0), getattr(it, "col_offset", 0))))


def called(node: ast.AST | None) -> str:
    """The name of what a call calls, or ""."""
    return ast.unparse(node.func) if isinstance(node, ast.Call) else ""


def keyword(call: ast.Call | None, name: str) -> ast.keyword | None:
    """The keyword argument of a call that has this name."""
    return next((it for it in call.keywords if it.arg == name), None) if call else None


def value(call: ast.Call | None, name: str) -> ast.expr | None:
    """The value of a keyword argument."""
    one = keyword(call, name)
    return one.value if one else None


def literal(node: ast.AST | None) -> str:
    """The text of a string literal, or ""."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def pairs_of(node: ast.AST | None) -> list[tuple[ast.Constant, ast.expr]]:
    """The keys and values of a dict display whose keys are literals."""
    if not isinstance(node, ast.Dict):
        return []
    return [(key, one) for key, one in zip(node.keys, node.values) if isinstance(key, ast.Constant)]


def line_changes(old: bytes, new: bytes) -> tuple[str, str]:
    """The lines in which two texts differ, of the one and of the other."""
    before, after = old.decode().splitlines(), new.decode().splitlines()
    least = min(len(before), len(after))
    head = next((at for at in range(least) if before[at] != after[at]), least)
    left = least - head
    tail = next((at for at in range(left) if before[-1 - at] != after[-1 - at]), left)
    return "\n".join(before[head : len(before) - tail]), "\n".join(after[head : len(after) - tail])
