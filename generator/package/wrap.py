"""Lays generated code out as black would, where that is simple, so that black finds nothing to do.

Black formats a file twice if the first pass changed it, and searching for the place to break a line is its dearest
work. Lines of generated code are of few kinds: definitions, calls, displays and imports, whose one outer bracket ends
the line. Those are broken here; everything else is left to black, which has the last word in any case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

INDENT = "    "

_TOKEN = re.compile(
    r"""(?=["'\#()\[\]{},\n])(?:(?P<string>(?:\"{3}(?:[^\\]|\\.)*?\"{3}|'{3}(?:[^\\]|\\.)*?'{3}"""
    r"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))|(?P<comment>\#[^\n]*)|(?P<open>[(\[{])|(?P<close>[)\]}])"""
    r"""|(?P<comma>,)|(?P<line>\n))""",
    re.DOTALL,
)
"""Begins with what all tokens begin with, of which there are few: letters, prefixes of strings too, are passed over at once."""

_DEFINITION = re.compile(r"\s*(?:async )?def \w+$")
_CALLEE = re.compile(r"\s*(?:return |await |return await |yield |[\w.]+ ?= ?|\w+: [^=(){}]+ = )?(?:\*{0,2}[\w.]+)?$")
_IMPORT = re.compile(r"( *from [\w.]+ import )(\w+(?:, \w+)+)$")
_DISPLAY = re.compile(r"(?:^|[=(\[{:,]|return|await) *$")
_BEHIND_DEFINITION = re.compile(r"(?: -> [^()]*)?:(?: \.\.\.)?$")
_ANNOTATION = re.compile(r"\s*\w+: \w+$")
_STATEMENT = re.compile(r"\s*(?:async def|return await|await) ")
_OPERATOR = re.compile(r"\b(?:for|if|else|lambda|yield|async|await|and|or|not|in|is)\b|:=")
_UNION = re.compile(r"\s*[\w.]+(?: \| [\w.]+)+,$")
_ASSIGNED = re.compile(r"""(\s*\w+(?:: [^="'#]*(?:"[^"\\]*"[^="'#]*|=[^="'#]*)*)?) = ("[^"\\]*"|[\w.]+)$""")
_ANNOTATED = re.compile(r"""( *\w+: )([^"'#=]+)( = [\w.]+,?)$""")
_INNERMOST = re.compile(r"\[[^\[\]]*\]")
_ALTERNATIVES = re.compile(r"[\w.]+(?: \| [\w.]+)+")
_TYPED_CALL = re.compile(r"""(\w+: \w+\[)([^"'#()=]+)(\] = )(\w+\()$""")
"""The first line of a call whose result is declared to be of a generic class."""

_VALUE = re.compile(r"""(?: = (?:[\w.]+|"[^"\\]*"))?,?$""")


def wrap(source: str, width: int) -> str:
    """`source` with long lines broken and docstrings set apart, where a few simple rules cover them.

    Nothing inside of strings and comments is touched. One line break ends the result.
    """
    text = source.rstrip("\n")
    if text.endswith("\\"):  # the line break that follows belongs to it
        return source.removesuffix("\n") + "\n"
    return "\n".join(wrapped(list(logical_lines(text)), width)) + "\n"


def wrapped(lines: list[str], width: int) -> list[str]:
    """The same of a source's lines; those of one string are one."""
    return [broken for line in _enclosed([*_spaced(lines)], width) for broken in _broken(line, width)]


def _spaced(lines: list[str]) -> Iterator[str]:
    """The lines, with an empty one after the docstring of the module and of each class."""
    for number, line in enumerate(lines):
        yield line
        if line.endswith('"""') and line.lstrip().startswith('"""') and any(lines[number + 1 : number + 2]):
            above = lines[number - 1] if number else "class"
            if above.lstrip().startswith("class"):
                yield ""


def _enclosed(lines: list[str], width: int) -> Iterator[str]:
    """The lines; a call that is declared to be of a generic class is in brackets where there is no room for both on one line."""
    inside = False
    for number, line in enumerate(lines):
        typed = _TYPED_CALL.match(line) if len(line) > width else None
        head = line.removesuffix(typed[4]) if typed else ""
        if typed and len(head) < width and _next_statement(lines, number) == ")":
            inside = True
            yield f"{head}("
            line = typed[4]
        yield f"{INDENT}{line}" if inside and line else line
        if inside and line == ")":
            inside = False
            yield line


def _next_statement(lines: list[str], number: int) -> str:
    """The first line below one that is neither empty nor indented."""
    return next((line for line in lines[number + 1 :] if line[:1] not in ("", " ")), "")


def logical_lines(source: str) -> Iterator[str]:
    """Physical lines, except that a string of several lines is never cut."""
    start = 0
    for token in _TOKEN.finditer(source):
        if token.lastgroup == "line":
            yield source[start : token.start()]
            start = token.end()
    yield source[start:]


@dataclass(frozen=True, slots=True)
class _Outer:
    """The bracket that a line is broken at: what stands before it, in it and behind it, and where its commas are."""

    before: str
    body: str
    behind: str
    parts: tuple[str, ...]
    brackets: str


def _broken(line: str, width: int) -> list[str]:
    if len(line) <= width or "\n" in line:
        return [line]
    if imported := _IMPORT.match(line):
        indent = _indent(line)
        return [f"{imported[1]}(", *(f"{indent}{INDENT}{name}," for name in imported[2].split(", ")), f"{indent})"]
    if _UNION.match(line):
        return line.replace(" | ", f"\n{_indent(line)}| ").split("\n")
    if assigned := _ASSIGNED.match(line):
        head, value = assigned.groups()
        lines = [f"{head} = (", f"{_indent(line)}{INDENT}{value}", f"{_indent(line)})"]
        if len(lines[0]) <= width:
            return lines if len(lines[1]) <= width else [line]
    if annotated := _ANNOTATED.match(line):
        name, annotation, value = annotated.groups()
        inner = f"{_indent(line)}{INDENT}{annotation}"
        if _is_union(annotation) and len(inner) <= width:
            return [f"{name}(", inner, f"{_indent(line)}){value}"]
    if (typed := _TYPED_CALL.match(line)) and len(line.removesuffix(typed[4])) >= width:
        return [typed[1], INDENT + typed[2], typed[3] + typed[4]]
    outer = None if _OPERATOR.search(_without_strings(_STATEMENT.sub("", line))) else _outer_bracket(line)
    return [line] if outer is None else _at_bracket(line, outer, width)


def _is_union(annotation: str) -> bool:
    """Whether the alternatives of an annotation are its own, not those of something in brackets."""
    count = 1
    while count:
        annotation, count = _INNERMOST.subn("", annotation)
    return _ALTERNATIVES.fullmatch(annotation) is not None


def _without_strings(line: str) -> str:
    return _TOKEN.sub(lambda token: "" if token.lastgroup == "string" else token[0], line)


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _at_bracket(line: str, outer: _Outer, width: int) -> list[str]:
    indent = _indent(line)
    opening, closing = outer.brackets[0], outer.brackets[1]
    display = _DISPLAY.search(outer.before) is not None
    first, last = outer.before + opening, indent + closing + outer.behind
    inner = indent + INDENT + outer.body.strip()
    if len(outer.parts) == 1 and _DEFINITION.match(outer.before):
        inner += ","
    if len(inner) <= width and not display and not outer.body.endswith(","):
        return [first, inner, last]
    if len(outer.parts) < 2:
        return [line]
    lines = [broken for part in outer.parts for broken in _broken(f"{indent}{INDENT}{part},", width)]
    return [first, *lines, last]


def _outer_bracket(line: str) -> _Outer | None:
    """The bracket that holds the end of the line, or the whole of an annotation; None where it is not that simple."""
    opened: list[int] = []
    spans: list[tuple[int, int]] = []
    commas: dict[int, list[int]] = {}
    for token in _TOKEN.finditer(line):
        kind, at = token.lastgroup, token.start()
        if kind == "comment" or (kind == "close" and not opened):
            return None
        if kind == "open":
            opened.append(at)
        elif kind == "close":
            begin = opened.pop()
            if not opened:
                spans.append((begin, at))
        elif kind == "comma" and len(opened) == 1:
            commas.setdefault(opened[0], []).append(at)
    if opened or not spans:
        return None
    candidates = (_outer(line, span, commas.get(span[0], [])) for span in (spans[0], spans[-1]))
    return next((outer for outer in candidates if _is_simple(outer)), None)


def _outer(line: str, span: tuple[int, int], commas: list[int]) -> _Outer:
    begin, end = span
    cuts = [begin, *commas, end]
    parts = [line[left + 1 : right].strip() for left, right in zip(cuts, cuts[1:], strict=False)]
    members = tuple(parts if parts[-1] else parts[:-1])
    return _Outer(line[:begin], line[begin + 1 : end], line[end + 1 :], members, line[begin] + line[end])


def _is_simple(outer: _Outer) -> bool:
    if _DEFINITION.match(outer.before):
        return _BEHIND_DEFINITION.match(outer.behind) is not None
    if outer.brackets == "[]" and _ANNOTATION.match(outer.before):
        return _VALUE.match(outer.behind) is not None
    return _CALLEE.match(outer.before) is not None and outer.behind in ("", ",")
