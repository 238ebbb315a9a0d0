"""What a difference of two clients means to code that uses them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Effect = Literal["breaking", "compatible"]
Kind = Literal["name", "deprecation", "other"]
"""What a difference is about: how something is called, how long it will be there, or what it is."""


@dataclass(frozen=True, slots=True)
class PythonChange:
    """A difference in what callers see of the client.

    `symbol` is the old name, the new one where there was none, inside of the package (see `generator.package.surface`). `old` and
    `new` are the source of it on each side, empty where there is none. `detail` says what happened, and why it is harmless where
    that is not plain. `pointers` are of the parts of both documents that it comes from, empty where there is none; `around` are
    those of what these are used by, such as the body of the operation whose field an argument is. `about` is the value or name in the
    document that is concerned, where several stand in one place.
    """

    symbol: str
    effect: Effect
    detail: str
    old: str
    new: str
    pointers: tuple[str, str]
    around: tuple[str, str] = ("", "")
    about: str = ""
    kind: Kind = "other"


def breaks(changes: Iterable[PythonChange]) -> bool:
    """Whether code that uses the client may have to change."""
    return any(it.effect == "breaking" for it in changes)
