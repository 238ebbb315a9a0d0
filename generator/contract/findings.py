"""What a check yields: where the package departs from the document, and what could not be held against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_SHOWN = 600


@dataclass(frozen=True)
class Finding:
    """Something in which the package departs from the document."""

    subject: str
    pointer: str
    expected: Any
    got: Any

    def __str__(self) -> str:
        lines = (self.subject, f"  at       {self.pointer}", f"  expected {short(self.expected)}")
        return "\n".join([*lines, f"  got      {short(self.got)}"])


def short(value: Any) -> str:
    """A value as a message shows it: of a long one, its beginning and its end."""
    shown = value if isinstance(value, str) else repr(value)
    return shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN // 2]} … {shown[-_SHOWN // 2 :]}"


@dataclass(frozen=True)
class Excluded:
    """Something of the document that is not held against the package, and why."""

    subject: str
    pointer: str
    reason: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.reason}\n  at       {self.pointer}"


Outcome = Iterator[Finding | Excluded]
"""What a check yields."""


def pointer_name(pointer: str) -> str:
    """The last name of a pointer."""
    return pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
