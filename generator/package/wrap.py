"""Lays generated code out as black would, where that is simple, so that black finds nothing to do.

Black formats a file twice if the first pass changed it, and searching for the place to break a line is its dearest
work. Lines of generated code are of few kinds: definitions, calls, displays and imports, whose one outer bracket ends
the line. Those are broken here; everything else is left to black, which has the last word in any case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

INDENT = "    "

_TOKEN = re.compile(
    r"""(?P<string>[rbfuRBFU]{0,2}(?:\"{3}(?:[^\\]|\\.)*?\"{3}|'{3}(?:[^\\]|\\.)*?'{3}"""
    r"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))|(?P<comment>\#[^\n]*)|(?P<open>[(\[{])|(?P<close>[)\]}])"""
    r"""|(?P<comma>,)|(?P<line>\n)""",
    re.DOTALL,
)
_DEFINITION = re.compile(r"\s*(?:async )?def \w+$")
_CALLEE = re.compile(r"\s*(?:return |await |return await |yield |\w+ ?= ?|\w+: [^=(){}]+ = )?(?:\*{0,2}[\w.]+)?$")
_IMPORT = re.compile(r"(from [\w.]+ import )(\w+(?:, \w+)+)$")
_ATOM = re.compile(r"(?:^|[=(\[{:,]|return|await) *$")
_TAIL = re.compile(r",?$|:$| -> [^()]*:(?: \.\.\.)?$|: \.\.\.$")


def wrap(source: str, width: int) -> str:
    """`source` with long lines broken and docstrings set apart, where a few simple rules cover them.

    Nothing inside of strings and comments is touched. One line break ends the result.
    """
    lines = _spaced(list(_logical_lines(source.rstrip("\n"))))
    return "\n".join(broken for line in lines for broken in _broken(line, width)) + "\n"


def _spaced(lines: list[str]) -> Iterator[str]:
    """The lines, with an empty one after the docstring of the module and of each class."""
    for number, line in enumerate(lines):
        yield line
        if line.endswith('"""') and line.lstrip().startswith('"""') and any(lines[number + 1 : number + 2]):
            above = lines[number - 1] if number else "class"
            if above.lstrip().startswith("class"):
                yield ""


def _logical_lines(source: str) -> Iterator[str]:
    """Physical lines, except that a string of several lines is never cut."""
    start = 0
    for token in _TOKEN.finditer(source):
        if token.lastgroup == "line":
            yield source[start : token.start()]
            start = token.end()
    yield source[start:]


def _broken(line: str, width: int) -> list[str]:
    if len(line) <= width or "\n" in line:
        return [line]
    if imported := _IMPORT.match(line):
        return [f"{imported[1]}(", *(f"{INDENT}{name}," for name in imported[2].split(", ")), ")"]
    outer = _outer_bracket(line)
    if outer is None:
        return [line]
    begin, end, commas = outer
    head, body, tail = line[: begin + 1], line[begin + 1 : end], line[end:]
    indent = line[: len(line) - len(line.lstrip())]
    inner = f"{indent}{INDENT}{body.strip()}"
    if not commas and _DEFINITION.match(line[:begin]):
        inner += ","
    if len(inner) <= width and not _is_display(line, begin) and not body.endswith(","):
        return [head, inner, indent + tail]
    parts = _parts(line, begin, end, commas)
    if len(parts) < 2 and _is_display(line, begin):
        return [line]
    lines = [broken for part in parts for broken in _broken(f"{indent}{INDENT}{part},", width)]
    return [head, *lines, indent + tail]


def _outer_bracket(line: str) -> tuple[int, int, list[int]] | None:
    """Where the bracket that holds the end of the line begins and ends, and its own commas; None if it is not simple."""
    opened: list[int] = []
    spans: list[tuple[int, int]] = []
    commas: dict[int, list[int]] = {}
    for token in _TOKEN.finditer(line):
        kind, at = token.lastgroup, token.start()
        if kind == "comment":
            return None
        if kind == "open":
            opened.append(at)
        elif kind == "close" and opened:
            begin = opened.pop()
            if not opened:
                spans.append((begin, at))
        elif kind == "close":
            return None
        elif kind == "comma" and len(opened) == 1:
            commas.setdefault(opened[0], []).append(at)
    return _simple(line, spans, commas) if spans and not opened else None


def _simple(line: str, spans: list[tuple[int, int]], commas: dict[int, list[int]]) -> tuple[int, int, list[int]] | None:
    definition = _DEFINITION.match(line[: spans[0][0]]) is not None
    begin, end = spans[0] if definition else spans[-1]
    if not (definition or _CALLEE.match(line[:begin])) or not _TAIL.match(line[end + 1 :]):
        return None
    return begin, end, commas.get(begin, [])


def _is_display(line: str, begin: int) -> bool:
    """Whether the bracket is a tuple, list or dict, which black prints with one member a line."""
    return _ATOM.search(line[:begin]) is not None


def _parts(line: str, begin: int, end: int, commas: list[int]) -> list[str]:
    cuts = [begin, *commas, end]
    parts = [line[left + 1 : right].strip() for left, right in zip(cuts, cuts[1:], strict=False)]
    return parts if parts[-1] else parts[:-1]
