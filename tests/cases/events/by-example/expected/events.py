"""The messages that the API sends to you, each with its `parse`, and `EVENTS`, the table of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._runtime.event import Event
from ._runtime.webhooks import Reader, UnknownEvent
from .models.events import PetsAddedEvent, PetsSoldEvent, PetsUntoldEvent

_TO = "{$request.body#/url}"
pets_add_pet_added = Event("Added", PetsAddedEvent, ("ADDED", "ADDED_LATE"), _TO)
"""Added."""
pets_put_pet_added = Event("Added", PetsAddedEvent, ("ADDED", "ADDED_LATE"), _TO)
"""Added."""
pets_renamed = Event("Renamed", PetsAddedEvent, ("RENAMED",), _TO)
"""Renamed."""
pets_sold = Event("Sold", PetsSoldEvent, ("ADDED",), "{$request.body#/salesUrl}", "PUT")
"""Sold."""
pets_text: Event[Any] = Event("Text", expression=_TO)
"""The body of the message Text."""
pets_untold = Event("Untold", PetsUntoldEvent, expression=_TO)
"""The body of the message Untold."""

EVENTS: Mapping[str, Event[Any]] = Event.table(__name__)
"""All events by name."""
READER = Reader(EVENTS.values(), "type")
"""Reads any of them."""
AnyEvent = PetsAddedEvent | PetsSoldEvent | UnknownEvent
"""What any of them may be."""
