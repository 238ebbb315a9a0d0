"""Edits of packages."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from generator.contract.python.package import Package


class Edited(Protocol):
    """What the fixture `edited` is: file, text, and what is written in its place."""

    def __call__(self, file: str, old: str, new: str, base: Path = ...) -> Package: ...  # noqa: D102
