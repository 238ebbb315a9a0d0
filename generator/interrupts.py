"""Ctrl-C is obeyed, also where Python loses it.

Python raises KeyboardInterrupt wherever the main thread happens to be. In what nobody called (a weak reference's callback, of
which the import system has some) such an exception goes no further: see "Note on Signal Handlers and Exceptions" in the
documentation of `signal`. So it is remembered as well, and asked for once more before anything is swapped in.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

_heard: list[int] = []


@contextlib.contextmanager
def remembered() -> Iterator[None]:
    """Interrupts in here are remembered. Does nothing in other threads, or where somebody handles them by other means."""
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, _hear)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        _heard.clear()


def obey() -> None:
    """Raises KeyboardInterrupt if there was one that went no further."""
    if _heard:
        raise KeyboardInterrupt


def _hear(number: int, frame: FrameType | None) -> None:
    _heard.append(number)
    signal.default_int_handler(number, frame)
