"""Messages from the API: `parse` reads one, whatever event it is, `verify` tells whether it is genuine, `receive` does
both.

For example:

    match webhooks.receive(body, headers, secret):
        case models.BundlesBundleDoneEvent(type="BUNDLE_DONE"):
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
    "x-sinch-webhook-signature",
    "{body}.{nonce}.{timestamp}",
    {"HmacSHA256": "sha256"},
    algorithm="x-sinch-webhook-signature-algorithm",
    nonce="x-sinch-webhook-signature-nonce",
    timestamp="x-sinch-webhook-signature-timestamp",
)
"""How messages are signed. The reference of this API names the headers but not what is hashed; this is how the webhooks
of the vendor's other APIs, such as the Conversation API, are signed."""

verify = SIGNING.verify
sign = SIGNING.sign


def parse(body: EventBody, headers: Headers | None = None, *, on_drift: OnDrift | None = None) -> AnyEvent:
    """The message out of its body, raw or parsed, as the model of its event, which its property 'type' tells.

    Where events share a value, it is the model that fits best; a message with another value is an `UnknownEvent`. What
    does not match the document is kept as it is and told to `on_drift`. Raises `DecodeError`, which shows `headers`, if
    the body is no JSON object."""
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
