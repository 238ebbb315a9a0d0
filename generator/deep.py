"""Room for recursion: documents nest and refer to one another more deeply than Python's usual limit lets us follow."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

FRAMES = 100_000
"""How many calls may be inside of one another."""

STACK = 512 * 1024 * 1024
"""Bytes of stack for them, of which the system only gives what is used. Before Python 3.11 each call takes some."""


def deep(function: Callable[[], T]) -> T:
    """What `function` returns or raises, run where it may recurse deeply. Raises RecursionError all the same if it is endless."""
    found: list[T] = []
    raised: list[BaseException] = []

    def run() -> None:
        try:
            found.append(function())
        except BaseException as error:
            raised.append(error)

    limit, size = sys.getrecursionlimit(), threading.stack_size(STACK)
    sys.setrecursionlimit(max(limit, FRAMES))
    try:
        thread = threading.Thread(target=run, daemon=True)  # an interrupt of the caller does not wait for it
        thread.start()
        thread.join()
    finally:
        threading.stack_size(size)
        sys.setrecursionlimit(limit)
    if raised:
        raise raised[0]
    return found[0]
