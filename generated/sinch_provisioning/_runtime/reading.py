"""Reading what does not match the document: everything is kept, and every departure is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .owing import owed
from .plans import MISSING, Place, Plan


@dataclass(frozen=True, slots=True)
class Drift:
    """A place where a response does not match the document.

    `pointer` is a JSON pointer (RFC 6901) into the response, `expected` says what the document has there, `got` is the
    value that is there: `MISSING`, printed as `nothing`, for a required property that is not. `operation` is what was
    called: `"get_webhook: GET /v1/webhooks/{id}"`.
    """

    pointer: str
    expected: str
    got: Any
    operation: str = ""

    def __str__(self) -> str:
        return f"{self.pointer or '/'}: expected {self.expected}, got {self.got!r}"


OnDrift = Callable[[Drift], None]


def read(plan: Plan, value: Any, on_drift: OnDrift | None) -> Any:
    """The Python value of a JSON value, whatever it is. Values that do not match stay as they are.

    `on_drift` is called once for each departure, in the order of the document's properties, and may raise.
    """

    def report(place: Place, expected: str, got: Any) -> None:
        if on_drift is not None:
            on_drift(Drift(pointer(tokens(place)), expected, got))

    found = plan.read(value, (), report)
    if on_drift is not None:
        missing(plan, value, on_drift)
    return found


def missing(plan: Plan, value: Any, on_drift: OnDrift) -> None:
    """Tells of what only the server sends, must send and has not sent, though nothing else may be wrong."""
    for path in owed(plan, value, "server"):
        on_drift(Drift(pointer(path), "a value", MISSING))


def tokens(place: Place) -> tuple[str | int, ...]:
    """The keys and indexes on the way to a place."""
    found: list[str | int] = []
    while place:
        place, token = place
        found.append(token)
    return tuple(reversed(found))


def pointer(path: tuple[str | int, ...]) -> str:
    """The JSON pointer of a path; empty for the whole value."""
    return "".join("/" + str(token).replace("~", "~0").replace("/", "~1") for token in path)
