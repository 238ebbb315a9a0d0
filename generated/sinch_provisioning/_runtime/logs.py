"""What the client tells of its calls, to the logger that has the package's name.

One line for each attempt (INFO), bodies at DEBUG, departures from the document (WARNING, each kind once for a client).
Records carry the names of OpenTelemetry's HTTP conventions in `extra`. Nothing secret is in them.
"""

from __future__ import annotations

import logging
import os
import re
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from . import redaction
from .messages import Answer

if TYPE_CHECKING:
    from .errors import APIError
    from .messages import PreparedRequest
    from .reading import Drift

logger = logging.getLogger(__name__.removesuffix("._runtime.logs"))
logger.addHandler(logging.NullHandler())

_SHOWN = 4000
"""Characters of a body that are logged."""

_KINDS = 1000
"""How many kinds of departures a client remembers: keys of maps are in their pointers, and there may be any."""


def configure(variable: str) -> None:
    """Log to standard error at the level that an environment variable names ("debug", "info", …), if it is set."""
    level = logging.getLevelName(os.environ.get(variable, "").strip().upper())
    if not isinstance(level, int):
        return
    logger.setLevel(level)
    if not any(type(handler) is logging.StreamHandler for handler in logger.handlers):
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logger.addHandler(handler)


def tell_attempt(
    request: PreparedRequest, operation: str, number: int, seconds: float, outcome: Answer | APIError
) -> None:
    """An attempt and what came of it; `outcome` is an answer or the exception there was instead."""
    if not logger.isEnabledFor(logging.INFO):
        return
    status = outcome.status if isinstance(outcome, Answer) else None
    address = redaction.url(request.url)
    result = str(status) if status is not None else type(outcome).__name__
    extra = {
        "operation": operation,
        "http.request.method": request.method,
        "url.full": address,
        "url.template": operation.rpartition(" ")[2],
        "server.address": urlsplit(request.url).hostname,
        "http.response.status_code": status,
        "http.request.resend_count": number - 1,
        "http.client.request.duration": seconds,
        "error.type": None if status is not None and status < 400 else result,
    }
    line = "%s %s: %s in %.0f ms, attempt %d"
    logger.info(line, request.method, address, result, seconds * 1000, number, extra=extra)
    if logger.isEnabledFor(logging.DEBUG):
        _tell_bodies(request, outcome)


def _tell_bodies(request: PreparedRequest, outcome: Answer | APIError) -> None:
    logger.debug("request headers %s, body %s", redaction.headers(request.headers), _shown(request.content or b""))
    if isinstance(outcome, Answer):
        logger.debug("answer headers %s, body %s", redaction.headers(outcome.headers), _shown(outcome.content))


def _shown(content: bytes) -> str:
    text = redaction.text(content[:_SHOWN].decode("utf-8", "replace"))
    return f"{text}… ({len(content)} bytes)" if len(content) > _SHOWN else text or "empty"


def tell_drift(drift: Drift, told: set[tuple[object, ...]]) -> None:
    """A departure from the document, unless one of its kind is in `told`; then at DEBUG."""
    kind = (drift.operation, re.sub(r"/\d+", "/*", drift.pointer), drift.expected)
    new = kind not in told and len(told) < _KINDS
    level = logging.WARNING if new else logging.DEBUG
    if new:
        told.add(kind)
    if logger.isEnabledFor(level):
        hidden = redaction.is_secret(drift.pointer)
        got = redaction.HIDDEN if hidden else redaction.text(repr(drift.got))[:200]
        extra = {"operation": drift.operation, "pointer": drift.pointer, "expected": drift.expected, "got": got}
        line = "%s: the answer differs from the document at %s: expected %s, got %s"
        logger.log(level, line, drift.operation, drift.pointer or "/", drift.expected, got, extra=extra)
