r"""Regular expressions of JSON Schema (ECMA-262) as ones that the client can check.

Pydantic's Rust engine takes most of them; what it does not have (looking ahead and back, back references) goes to
Python's `re`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pydantic_core import SchemaError, SchemaValidator, core_schema

from generator.document.expressions import MAX_LENGTH, RUST, python_expression, translated
from generator.package.literals import literal


@dataclass(frozen=True, slots=True)
class PythonPattern:
    """`source` is the Python expression that pydantic's `Field(pattern=…)` takes; `Regex` in it is the runtime's."""

    source: str


@lru_cache(maxsize=4096)
def python_pattern(pattern: str) -> PythonPattern | None:
    """What checks a pattern of the document, or None where neither engine can: it is then documentation only."""
    if len(pattern) > MAX_LENGTH:
        return None
    rust = translated(pattern, RUST)
    if _rust_takes(rust):
        return PythonPattern(literal(rust))
    python = python_expression(pattern)
    return PythonPattern(f"Regex({literal(f'(?s:.*?)(?:{python})')})") if python is not None else None


def _rust_takes(pattern: str) -> bool:
    try:
        SchemaValidator(core_schema.str_schema(pattern=pattern))
    except (SchemaError, UnicodeEncodeError):
        return False
    return True
