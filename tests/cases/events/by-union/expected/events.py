"""The messages that the API sends to you, each with its `parse`, and `EVENTS`, the table of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._runtime.codec import Codec
from ._runtime.event import Event
from ._runtime.webhooks import Reader, UnknownEvent
from .models.events import Born, ChangedEvent

changed: Event[ChangedEvent] = Event("changed", codec=Codec(ChangedEvent), types=("pet.born", "pet.fled", "pet.moved"))
"""The body of the message changed."""
list_: Event[list[Born]] = Event("list", codec=Codec(list[Born]))
"""The body of the message list."""

EVENTS: Mapping[str, Event[Any]] = Event.table(__name__)
"""All events by name."""
READER = Reader(EVENTS.values(), "event")
"""Reads any of them."""
AnyEvent = ChangedEvent | UnknownEvent
"""What any of them may be."""
