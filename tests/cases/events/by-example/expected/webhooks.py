"""Messages from the API: `parse` reads one, whatever event it is, `verify` tells whether it is genuine, `receive` does
both.

For example:

    match webhooks.receive(body, headers, secret):
        case models.PetsAddedEvent(type="ADDED"):
            ...
        case webhooks.UnknownEvent(type=kind):
            ..."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ._runtime.signatures import Body, Headers, Secret, Signing

if TYPE_CHECKING:
    from ._runtime.codec import OnDrift
    from ._runtime.event import EventBody
    from ._runtime.webhooks import UnknownEvent
    from .events import AnyEvent

__all__ = ["AnyEvent", "SIGNING", "UnknownEvent", "parse", "receive", "sign", "verify"]

SIGNING = Signing(
    "x-signature",
    "{body}.{nonce}.{timestamp}",
    {"HmacSHA256": "sha256"},
    algorithm="x-algorithm",
    nonce="x-nonce",
    timestamp="x-timestamp",
)
"""How messages are signed. The shop's other messages are signed like this."""

verify = SIGNING.verify
sign = SIGNING.sign


def parse(body: EventBody, headers: Headers | None = None, *, on_drift: OnDrift | None = None) -> AnyEvent:
    """The message out of its body, raw or parsed, as the model of its event, which its property 'type' tells.

    Where events share a value, it is the model that fits best; a message with another value is an `UnknownEvent`. What
    does not match the document is kept as it is and told to `on_drift`. Raises `DecodeError`, which shows `headers`, if
    the body is no JSON object.

    Nothing tells when these are meant: pets_text, pets_untold."""
    from .events import READER

    found: AnyEvent = READER.read(body, headers, on_drift)
    return found


def receive(
    body: Body,
    headers: Headers,
    secret: Secret,
    *,
    tolerance: float = 300,
    seen: Callable[[str], bool] | None = None,
    on_drift: OnDrift | None = None,
) -> AnyEvent:
    """What `parse` returns of a message that `verify` lets pass."""
    verify(body, headers, secret, tolerance=tolerance, seen=seen)
    return parse(body, headers, on_drift=on_drift)


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """The types of messages, which need the models."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from . import events

        return getattr(events, name)
