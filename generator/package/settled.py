"""The shapes of statements: what tells that black leaves them alone, once it left others alone that are of the same shape.

What black does with statements whose lines all fit depends on their shape: with other names and texts they are laid out
alike. Generated code is of few shapes, so it is enough to have black print a short example of each. What might depend
on more than the shape has no examples:

- a line that is too long, but for docstrings, counted in bytes, which are never fewer than the columns that black counts;
- a bracket over more than three lines with no comma after its last member: how black breaks it is a matter of lengths;
- comments, texts and docstrings that black may print otherwise, and whatever else the expressions below do not cover.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from generator.package.wrap import INDENT

_LINE = r'(?=\S)[^"\\\n]*(?:(?:"(?!"")|\\[^\s"NUux])[^"\\\n]*)*(?<=\S)'
_DOCSTRING = (
    rf'^(?P<indent> *)"""(?!"){_LINE}'
    rf'(?:\n\n?(?P=indent){_LINE}(?:\n\n?(?P=indent) *{_LINE})*(?:\n(?P=indent))?)?"""$'
)
_STRING = r"""(?<!["'\w])(?:"(?:[^"\\\n]|\\[\\nrt])*"|'[^'"\\\n]*"[^'\\\n]*')(?!["'])"""
_TEXT = re.compile(f"{_DOCSTRING}|{_STRING}", re.MULTILINE)
_NAME = re.compile(rf"\b(?!(?:{'|'.join((*keyword.kwlist, *keyword.softkwlist))})\b)[^\W\d]\w*")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_UNKNOWN = re.compile(r"[\"'\\#]")
_DOCUMENTED = '"""x"""'

_NUMBER = re.compile(r"(?<![\w.])(?:0|[1-9]\d*)(?:\.\d+)?(?![\w.])")
_SIGNATURE = re.compile(r"^ *(?:async )?def x\([^()]*\).*:", re.MULTILINE)
_TYPE = re.compile(r"x\[(?:x|None)(?:, (?:x|None))*\]|x(?: \| (?:x|None))+")
_RUN = re.compile(r"(\*{0,2}x(?:: x| ?= ?x|: x = x)?, )\1+")
"""Members of the same shape on one line, of which it makes no difference how many they are."""

_DOTTED = r"x(?:\.x)*"
_HEAD = re.compile(
    rf"(?:async )?def x\(|from \.*(?:{_DOTTED})? import \(|x: x\["
    rf'|x: \(|(?:{_DOTTED}(?:: [^=()]+)? = |return |await |return await |x=|"": )?\*{{0,2}}(?:{_DOTTED})?[(\[{{]'
)
"""How a line begins a bracket that black breaks whatever is in it, as long as a comma follows the last of its members."""

_ENCLOSING = re.compile(r"x: x\[[^()=]+\] = \(")
_TAIL = re.compile(rf"[)\]}}],?|\)(?: -> .*)?:(?: \.\.\.)?|[)\]] = (?:{_DOTTED}|\"\"|None|True|False|-?\d+),?")
_HUGGED = re.compile(
    r"^( *\S.*[(\[{])\n +(\S.*[^,\n])\n *(\)(?: ->.*)?:.*|\) = .*|\] = (?=\w+\($)|[)\]}],?)", re.MULTILINE
)
"""A bracket over three lines with no comma after its last member."""

_ENCLOSED = re.compile(r"^(\S.*\] = )\(\n +(\w+\()$", re.MULTILINE)
"""A call in brackets, because there is no room for it behind its declaration."""

_NEEDLESS = 2
"""The columns of brackets that black takes away where what is in them fits."""

_NAMED = re.compile(r'\bx\b|""')
_FIELDS = re.compile(
    r"^(?P<indent> *)x = 1\n(?:(?P=indent)\"{3}x\"{3}\n)?(?:(?P=indent)x = 1\n(?:(?P=indent)\"{3}x\"{3}\n)?)+",
    re.MULTILINE,
)
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_LONG = 90
_DEFINED = re.compile(r"(?:async )?(def|class) x\b")
_FLOW = re.compile(r"(return|raise)\b")
_SIMPLE = re.compile(r"(?:await )?x\b")


@dataclass(frozen=True, slots=True)
class _Statement:
    """The shape of a statement: the empty lines before it, and its lines, without the indentation of the first."""

    gap: int
    indent: str
    lines: tuple[str, ...]


def examples(text: str, head: str, width: int) -> Sequence[str]:
    """Short sources: if black leaves each of them alone, it leaves the statements of `text` alone; empty if none can tell.

    The statements stand below the line `head`, which may be empty, and are printed in lines of `width` columns.
    """
    if _CONTROL.search(text) or (_is_wider(text, width) and _is_wider(_TEXT.sub(_last_line, text), width)):
        return ()
    if any(not it[0].isascii() or sum(map(len, it.groups())) <= width + _NEEDLESS for it in _HUGGED.finditer(text)):
        return ()
    if any(sum(map(len, it.groups())) <= width for it in _ENCLOSED.finditer(text)):
        return ()
    return _examples(_shape(text), head)


def _shape(text: str) -> str:
    named = _NUMBER.sub("0", _NAME.sub("x", _TEXT.sub(_shortened, text)))
    return _RUN.sub(r"\1\1", _SIGNATURE.sub(_with_plain_types, named))


def _with_plain_types(signature: re.Match[str]) -> str:
    """A signature whose types are names: black breaks it at its own bracket, whatever the types are."""
    text, count = signature[0], 1
    while count:
        text, count = _TYPE.subn("x", text)
    return text


def _is_wider(text: str, width: int) -> bool:
    return any(len(line.encode()) > width for line in text.split("\n"))


def _last_line(text: re.Match[str]) -> str:
    return text[0].rpartition("\n")[2]


def _shortened(text: re.Match[str]) -> str:
    return '""' if text["indent"] is None else text["indent"] + _DOCUMENTED


@cache
def _examples(shape: str, head: str) -> Sequence[str]:
    if _UNKNOWN.search(shape.replace(_DOCUMENTED, "").replace('""', "")):
        return ()
    statements = list(_statements(shape.split("\n")))
    alone, outline = [_alone(it) for it in statements], [_outline(it) for it in statements]
    if not all(alone) or not all(outline):
        return ()
    return tuple({head + _without_runs(outline), *chain.from_iterable(alone)})


def _statements(lines: Iterable[str]) -> Iterator[_Statement]:
    gap, depth, taken = 0, 0, list[str]()
    for line in lines:
        if not line and not taken:
            gap += 1
            continue
        taken.append(line)
        depth += _depth(line)
        if not depth:
            indent = taken[0][: len(taken[0]) - len(taken[0].lstrip(" "))]
            yield _Statement(gap, indent, tuple(it.removeprefix(indent) for it in taken))
            gap, taken = 0, []
    if taken or gap:
        yield _Statement(gap, "", ("",))  # of which there is no example


def _depth(line: str) -> int:
    return sum(map(line.count, "([{")) - sum(map(line.count, ")]}"))


# ── a statement by itself ───────────────────────────────────────────────────────────────────────────────────────────


def _alone(statement: _Statement) -> Sequence[str]:
    """Sources with the statement and what it cannot do without, and with each member of its brackets; empty if unknown."""
    if len(statement.lines) > 1:
        bracket = _bracket(statement.lines)
        return () if bracket is None else (_complete("\n".join(bracket.lines)), *bracket.members)
    source = "".join(statement.lines)
    return () if not source or (source.startswith('""') and source != _DOCUMENTED) else (_complete(source),)


def _complete(source: str) -> str:
    if source.startswith("@"):
        return f"{source}\ndef x(): ...\n"
    return f"{source}\n{INDENT}pass\n" if source.endswith(":") else f"{source}\n"


@dataclass(frozen=True, slots=True)
class _Bracket:
    """A bracket over several lines: with the simplest members, as many as make a difference; and sources with its own."""

    lines: list[str]
    members: list[str]


def _bracket(lines: Sequence[str]) -> _Bracket | None:
    """The bracket from its first line to its last; None if black might break it in another way."""
    head, tail = lines[0], lines[-1]
    if typed := _typed_call(lines):
        return typed
    if not (_HEAD.fullmatch(head) and _TAIL.fullmatch(tail) and _depth(tail) == -1):
        return None
    if len(lines) == 3 and not lines[1].endswith(","):
        return _Bracket([_lengthened(head), INDENT + _lengthened(lines[1].lstrip()), tail], [])
    members = list(_members(lines[1:-1]))
    if not members or not all(it and it[-1].endswith(",") and all(map(_is_indented, it)) for it in members):
        return None
    sources = [_sources(head, it) for it in dict.fromkeys(members)]
    simplest = INDENT + ('"": "",' if head.endswith("{") and ": " in members[0][0] else "x,")
    count = min(2, len(members))
    return (
        _Bracket([head, *[simplest] * count, tail], [it for found in sources for it in found]) if all(sources) else None
    )


def _typed_call(lines: Sequence[str]) -> _Bracket | None:
    """The same of a call that is declared to be of a generic class, where there is no room for the one or the other."""
    if lines[0] == "x: x[" and lines[2] == "] = x(":
        members = lines[3:]
        room = [_lengthened(lines[0]), INDENT + _lengthened(lines[1].lstrip()), lines[2], *[f"{INDENT}x,"] * 2, ")"]
    elif _ENCLOSING.fullmatch(lines[0]) and lines[1] == f"{INDENT}x(" and lines[-2] == f"{INDENT})":
        members = [line.removeprefix(INDENT) for line in lines[2:-1]]
        room = [_lengthened(lines[0]), INDENT + _lengthened("x("), *[f"{INDENT * 2}x,"] * 2, f"{INDENT})", ")"]
    else:
        return None
    call = _bracket(["x = x(", *members])
    return None if call is None else _Bracket(room, call.members)


def _is_indented(line: str) -> bool:
    return line.startswith(INDENT)


def _sources(head: str, member: Sequence[str]) -> Sequence[str]:
    """Sources with a member in a bracket like the one that begins with `head`, and those of its own members."""
    if len(member) == 1:
        return (_within(head, member),)
    bracket = _bracket([line.removeprefix(INDENT) for line in member])
    return () if bracket is None else (_within(head, [INDENT + it for it in bracket.lines]), *bracket.members)


def _within(head: str, member: Sequence[str]) -> str:
    if "def " in head or head.startswith("from "):
        first, last = ("def x(", "): ...") if "def " in head else ("from x import (", ")")
        lines = [first, f"{INDENT}x,", *member, *([f"{INDENT}x,"] if member[0].strip() in ("*,", "/,") else []), last]
    else:
        opening = head[-1]
        first = f"x = {'x' if re.search(r'x.$', head) else ''}{opening}"
        lines = [first, *member, *member, _CLOSING[opening]]
    return "\n".join(lines) + "\n"


def _members(lines: Sequence[str]) -> Iterator[tuple[str, ...]]:
    depth, taken = 0, list[str]()
    for line in lines:
        taken.append(line)
        depth += _depth(line)
        if not depth:
            yield tuple(taken)
            taken = []
    if taken:
        yield ()


def _lengthened(line: str) -> str:
    """A line so long that with another one it would be too long."""
    return _NAMED.sub(lambda it: it[0][:-1] + "x" * (_LONG - len(line)) + it[0][-1], line, count=1)


# ── statements one below the other ──────────────────────────────────────────────────────────────────────────────────


def _outline(statement: _Statement) -> str:
    """A statement as far as lines above and below it matter; empty if it is not known how far."""
    kind = _kind(statement.lines[0], statement.lines[-1], len(statement.lines) == 1)
    return "\n" * statement.gap + statement.indent + kind + "\n" if kind else ""


def _kind(first: str, last: str, alone: bool) -> str:
    if defined := _DEFINED.match(first):
        return f"{defined[1]} x{'()' if defined[1] == 'def' else ''}:{' ...' if last.endswith('...') else ''}"
    if first.startswith(("from ", "import ")):
        return "import x"
    if first.startswith("@"):
        return "@x"
    if flow := _FLOW.match(first):
        return flow[1]
    if _SIMPLE.match(first):
        return "x = 1"
    return first if alone else ""


def _without_runs(outline: Sequence[str]) -> str:
    """The outline with few of the lines that are the same one below the other, or fields with and without docstrings."""
    kept = [line for at, line in enumerate(outline) if at < 2 or not line == outline[at - 1] == outline[at - 2]]
    return _FIELDS.sub(_fields, "".join(kept))


def _fields(run: re.Match[str]) -> str:
    """Fields with all that may follow one another in a run of fields, and its end."""
    field, documented = f"{run['indent']}x = 1\n", f"{run['indent']}{_DOCUMENTED}\n"
    return field * 2 + documented + field + (documented if run[0].endswith(documented) else "")
