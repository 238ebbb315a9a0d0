"""What callers may say besides the arguments of an operation: checked before anything is sent."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from .errors import InvalidRequestError, Problem
from .messages import CallOptions

if TYPE_CHECKING:
    from .operation import Operation


def check_options(operation: Operation[Any], options: Mapping[str, Any]) -> None:
    """Raises `InvalidRequestError` for options that make no sense, TypeError for those that there are not."""
    unknown = options.keys() - CallOptions.__annotations__.keys()
    if unknown:
        raise TypeError(f"{operation.name}() got an unexpected keyword argument: {', '.join(sorted(unknown))}")
    problems = [*limit_problems(options), *_extra_problems(options)]
    if problems:
        raise InvalidRequestError(problems, operation=operation.title)


def told_apart(
    operation: Operation[Any], given: Mapping[str, Any], arguments: dict[str, Any]
) -> tuple[CallOptions, dict[str, Any]]:
    """The options of a call and its arguments, where some of these are among what was `given` by keyword."""
    found = {name: given[name] for name in given if name in operation.arguments} if given else {}
    options: Any = {name: given[name] for name in given if name not in found} if found else given
    return options, {**found, **arguments} if found else arguments


def _extra_problems(options: Mapping[str, Any]) -> Iterator[Problem]:
    for name, value in options.items():
        if name.startswith("extra_") and not isinstance(value, Mapping):
            yield Problem(name, "a mapping", value)
    yield from header_problems("extra_headers", options.get("extra_headers"))
    key = options.get("idempotency_key", "-")
    if not isinstance(key, str) or not key or not key.isprintable():
        yield Problem("idempotency_key", "printable text", key)


def header_problems(where: str, headers: object) -> Iterator[Problem]:
    """What is wrong with headers that a caller gave: names and values are text on one line, None takes one away."""
    for name, value in headers.items() if isinstance(headers, Mapping) else ():
        if not isinstance(name, str) or not _HEADER_NAME.fullmatch(name):
            yield Problem(where, "names of headers", name)
        elif value is not None and not (isinstance(value, str) and is_header_value(value)):
            yield Problem(f"{where}.{name}", "text without control characters", value)


def is_header_value(text: str) -> bool:
    """Whether a header can have this value: no control characters but tabs."""
    return not any(ord(char) < 32 and char != "\t" or ord(char) == 127 for char in text) and is_encodable(text)


_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def limit_problems(options: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong with the limits among the options of a call or a client."""
    retries, deadline, timeout = options.get("max_retries", 0), options.get("deadline"), options.get("timeout")
    if not isinstance(retries, int) or isinstance(retries, bool) or retries < 0:
        yield Problem("max_retries", "an integer of at least 0", retries)
    if deadline is not None and not _is_duration(deadline):
        yield Problem("deadline", "seconds, more than 0, or None", deadline)
    if isinstance(timeout, (str, bytes, bool)) or isinstance(timeout, (int, float)) and not _is_duration(timeout):
        yield Problem("timeout", "seconds, more than 0, None, or a timeout of the HTTP library", timeout)


def _is_duration(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value < math.inf


def is_encodable(text: str) -> bool:
    """Whether a text has no lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def with_extra(headers: dict[str, str], extra: Mapping[str, str | None] | None) -> dict[str, str]:
    """`headers` with `extra` in place of those of the same name, whatever the case; None takes one away."""
    if not extra:
        return headers
    replaced = {name.lower() for name in extra}
    kept = {name: value for name, value in headers.items() if name.lower() not in replaced}
    return {**kept, **{name: value for name, value in extra.items() if value is not None}}
