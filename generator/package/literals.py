"""Strings and values of the document as Python source: literals, docstrings and comments that cannot become code."""

from __future__ import annotations

import math
import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

WIDTH = 120
"""Longest line of a docstring, in characters, indentation included; longer ones are wrapped at spaces."""

_HANGING = re.compile(r"    \w+: |Raises: |Returns: ")
"""How the lines begin that hang over when they are wrapped: entries of lists, and paragraphs with a heading."""


def literal(value: Any) -> str:
    """`value`, which is JSON-like, as a Python expression that yields an equal value."""
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{literal(key)}: {literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(literal(item) for item in value) + "]"
    if isinstance(value, float) and not math.isfinite(value):
        return f'float("{value}")'
    return repr(value)


def _string(text: str) -> str:
    """A string literal of ASCII and printable letters, in double quotes where that needs no escapes, as black has it."""
    quoted = repr(text) if text.isprintable() else ascii(text)
    if quoted[0] == "'" and '"' not in quoted:
        return f'"{quoted[1:-1]}"' if "\\'" not in quoted else quoted
    return quoted


def docstring(text: str, indent: str = "    ") -> str:
    """`text` as a docstring with its indentation and line end, or nothing where `text` is blank."""
    width = WIDTH - len(indent)
    raw = [_plain(line).rstrip() for line in text.strip().splitlines()]
    if not raw:
        return ""
    room = width - 7 if len(raw) == 1 and len(raw[0]) <= width - 3 else width - 3
    lines = [*_wrapped(raw[0], room), *(line for one in raw[1:] for line in _wrapped(one, width))]
    body = "\n".join([lines[0], *((indent + line if line else "") for line in lines[1:])])
    end = f"\n{indent}" if len(lines) > 1 and len(lines[-1]) > width - 4 else " " * body.endswith('"')
    return f'{indent}"""{body}{end}"""\n'


def _plain(line: str) -> str:
    """`line` without what ends or changes a docstring: backslashes and triple quotes are escaped, controls dropped."""
    line = line.replace("\t", "    ").replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return line if line.isprintable() else "".join(char if char.isprintable() else " " for char in line)


def _wrapped(line: str, width: int) -> list[str]:
    if len(line) <= width:
        return [line]
    indent = line[: len(line) - len(line.lstrip())] + "    " * bool(_HANGING.match(line))
    return textwrap.wrap(
        line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False, replace_whitespace=False
    ) or [""]
