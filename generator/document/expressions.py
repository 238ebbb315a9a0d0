r"""Regular expressions of JSON Schema (ECMA-262) in the words of other engines.

They differ in details that are written out here: `\d` and `\w` are ASCII, `$` is the end of the text and not of its last
line, `[` inside a class is a character.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from functools import lru_cache

MAX_LENGTH = 2_000
"""Longest pattern that is checked, in characters."""


@lru_cache(maxsize=4096)
def python_expression(pattern: str) -> str | None:
    """What Python's `re.search` finds where the pattern matches; None where Python does not understand it."""
    found = translated(pattern, PYTHON)
    return found if len(pattern) <= MAX_LENGTH and _python_takes(f"(?:{found})") else None


@lru_cache(maxsize=10_000)
def is_python(pattern: str) -> bool:
    """Whether Python understands a pattern as it stands, whatever it may mean by it some day (of which it warns)."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return False
    return True


def _python_takes(pattern: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(pattern)
    except (re.error, Warning, OverflowError, RecursionError):
        return False
    return True


_TOKEN = re.compile(
    r"\\u\{(?P<code>[0-9A-Fa-f]{1,6})\}|\\u(?P<unit>[0-9A-Fa-f]{4})|\\(?P<escape>.)"
    r"|(?P<group>\(\?<(?![=!]))|(?P<open>\[\^?\]?)|(?P<close>\])|(?P<end>\$)|(?P<set>[&~])",
    re.DOTALL,
)

_ESCAPES = {"d": "[0-9]", "w": "[A-Za-z0-9_]", "D": "[^0-9]", "W": "[^A-Za-z0-9_]", "/": "/"}
RUST: Mapping[str, str] = {
    **_ESCAPES,
    "group": "(?P<",
    "end": "$",
    "in d": "0-9",
    "in w": "A-Za-z0-9_",
    "in D": "[^0-9]",
    "in W": "[^A-Za-z0-9_]",
}
PYTHON: Mapping[str, str] = {**_ESCAPES, "group": "(?P<", "end": r"\Z", "in d": "0-9", "in w": "A-Za-z0-9_"}


def translated(pattern: str, forms: Mapping[str, str]) -> str:
    """A pattern in the words of an engine, `RUST` or `PYTHON`."""
    inside = False
    parts: list[str] = []
    position = 0
    for found in _TOKEN.finditer(pattern):
        parts.append(pattern[position : found.start()])
        position = found.end()
        kind, text = found.lastgroup, found.group()
        if kind == "open":
            parts.append(rf"\{text}" if inside else text)
            inside = True
        elif kind == "close":
            parts.append(text)
            inside = False
        else:
            parts.append(_token(kind or "", found, inside, forms))
    return "".join([*parts, pattern[position:]])


def _token(kind: str, found: re.Match[str], inside: bool, forms: Mapping[str, str]) -> str:
    text = found.group()
    if kind in ("code", "unit"):
        point = int(found[kind], 16)
        return re.escape(chr(point)) if point <= 0x10FFFF else text
    if kind == "escape":
        key = found["escape"]
        return forms.get(f"in {key}" if inside else key, "/" if key == "/" else text)
    if kind == "set":
        return rf"\{text}" if inside else text
    return text if inside else forms[kind]
