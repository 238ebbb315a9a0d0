"""When a call is sent again, and after how long: pure.

Connection errors, timeouts, 408, 429 and 5xx are taken to pass. A call is repeated where its method makes that safe
(RFC 9110, section 9.2.2), or where the caller says so. The delay is what the server asks for in `Retry-After`, else
random between nothing and a limit that doubles ("full jitter").
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple

MAX_RETRIES = 3
"""How often a call is repeated where nothing else is said."""

MAX_DELAY = 10.0
"""Seconds that are waited at most before an attempt, whatever the server asks for."""

_FIRST_DELAY = 0.5
_REPEATABLE = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PUT", "TRACE"})


class Clock(NamedTuple):
    """Where time and chance come from, for tests to replace.

    `monotonic` yields seconds that never go back, `time` seconds since 1970, `random` a number from 0 to 1. `sleep`
    waits some seconds, and may return an awaitable in an asynchronous client; None: the real thing.
    """

    monotonic: Callable[[], float] = time.monotonic
    time: Callable[[], float] = time.time
    random: Callable[[], float] = random.random
    sleep: Callable[[float], Any] | None = None


def is_repeatable(method: str) -> bool:
    """Whether sending a request twice does what sending it once does."""
    return method in _REPEATABLE


def is_temporary(status: int) -> bool:
    """Whether the same request may succeed later."""
    return status in (408, 429) or status >= 500


def delay_before(retry: int, headers: Mapping[str, str], clock: Clock) -> float:
    """Seconds to wait before retry 1, 2, …, given the headers of the last answer."""
    asked = _asked_for(headers, clock)
    if asked is not None:
        return min(max(asked, 0.0), MAX_DELAY)
    return clock.random() * min(_FIRST_DELAY * 2.0 ** (retry - 1), MAX_DELAY)


def _asked_for(headers: Mapping[str, str], clock: Clock) -> float | None:
    """The seconds that the server asks to wait: `retry-after-ms`, else `Retry-After` in seconds or as a date."""
    milliseconds = _number(headers.get("retry-after-ms", ""))
    if milliseconds is not None:
        return milliseconds / 1000
    text = headers.get("retry-after", "")
    seconds = _number(text)
    return seconds if seconds is not None else _until(text, clock)


def _number(text: str) -> float | None:
    try:
        found = float(text)
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def _until(date: str, clock: Clock) -> float | None:
    try:
        return parsedate_to_datetime(date).timestamp() - clock.time()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
