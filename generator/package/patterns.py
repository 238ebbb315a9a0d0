r"""Regular expressions of JSON Schema (ECMA-262) as ones that the client can check.

Pydantic's Rust engine takes most of them; what it does not have (looking ahead and back, back references) goes to
Python's `re`. The two differ from ECMA-262 in details that are written out here: `\d` and `\w` are ASCII, `$` is the end
of the text and not of its last line, `[` inside a class is a character.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from functools import lru_cache

from pydantic_core import SchemaError, SchemaValidator, core_schema

from generator.package.literals import literal

MAX_LENGTH = 2_000
"""Longest pattern that is checked, in characters."""


@dataclass(frozen=True, slots=True)
class PythonPattern:
    """`source` is the Python expression that pydantic's `Field(pattern=…)` takes; `Regex` in it is the runtime's."""

    source: str


@lru_cache(maxsize=4096)
def python_pattern(pattern: str) -> PythonPattern | None:
    """What checks a pattern of the document, or None where neither engine can: it is then documentation only."""
    if len(pattern) > MAX_LENGTH:
        return None
    rust = _translated(pattern, _RUST)
    if _rust_takes(rust):
        return PythonPattern(literal(rust))
    python = f"(?s:.*?)(?:{_translated(pattern, _PYTHON)})"
    if _python_takes(python):
        return PythonPattern(f"Regex({literal(python)})")
    return None


def _rust_takes(pattern: str) -> bool:
    try:
        SchemaValidator(core_schema.str_schema(pattern=pattern))
    except (SchemaError, UnicodeEncodeError):
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
_RUST = {
    **_ESCAPES,
    "group": "(?P<",
    "end": "$",
    "in d": "0-9",
    "in w": "A-Za-z0-9_",
    "in D": "[^0-9]",
    "in W": "[^A-Za-z0-9_]",
}
_PYTHON = {**_ESCAPES, "group": "(?P<", "end": r"\Z", "in d": "0-9", "in w": "A-Za-z0-9_"}


def _translated(pattern: str, forms: dict[str, str]) -> str:
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


def _token(kind: str, found: re.Match[str], inside: bool, forms: dict[str, str]) -> str:
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
