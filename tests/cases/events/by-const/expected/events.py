"""The messages that the API sends to you, each with its `parse`, and `EVENTS`, the table of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._runtime.event import Event
from ._runtime.webhooks import Reader, UnknownEvent
from .models.events import Born, Moved

pet_born = Event("petBorn", Born, ("pet.born",))
"""A pet is born. Sent once."""
pet_moved = Event("petMoved", Moved, ("pet.fled", "pet.moved"))
"""The body of the message petMoved."""
pet_moved_again = Event("petMovedAgain", Moved, ("pet.fled", "pet.moved"), method="PUT")
"""A pet has moved once more, which this text says at such length that one line cannot hold all of what there is."""

EVENTS: Mapping[str, Event[Any]] = Event.table(__name__)
"""All events by name."""
READER = Reader(EVENTS.values(), "event")
"""Reads any of them."""
AnyEvent = Born | Moved | UnknownEvent
"""What any of them may be."""
