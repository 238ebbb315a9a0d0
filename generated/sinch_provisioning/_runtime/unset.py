"""`UNSET`: the value of an argument that was not given, where `None` means JSON null."""

from __future__ import annotations

from enum import Enum
from typing import Literal


class Unset(Enum):
    """The type of `UNSET`. False in a condition."""

    UNSET = "UNSET"

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET = Unset.UNSET
"""Not given: the argument is not sent at all."""
