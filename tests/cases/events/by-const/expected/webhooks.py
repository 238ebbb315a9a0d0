"""Messages from the API: `parse` reads one, whatever event it is.

For example:

    match webhooks.parse(body):
        case models.Born(event="pet.born"):
            ...
        case webhooks.UnknownEvent(type=kind):
            ..."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime.codec import OnDrift
    from ._runtime.event import EventBody
    from ._runtime.signatures import Headers
    from ._runtime.webhooks import UnknownEvent
    from .events import AnyEvent

__all__ = ["AnyEvent", "UnknownEvent", "parse"]


def parse(body: EventBody, headers: Headers | None = None, *, on_drift: OnDrift | None = None) -> AnyEvent:
    """The message out of its body, raw or parsed, as the model of its event, which its property 'event' tells.

    Where events share a value, it is the model that fits best; a message with another value is an `UnknownEvent`. What
    does not match the document is kept as it is and told to `on_drift`. Raises `DecodeError`, which shows `headers`, if
    the body is no JSON object."""
    from .events import READER

    found: AnyEvent = READER.read(body, headers, on_drift)
    return found


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """The types of messages, which need the models."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from . import events

        return getattr(events, name)
