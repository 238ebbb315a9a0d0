"""The messages that the API sends to you, each with its `parse`, and `EVENTS`, the table of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._runtime.event import Event
from .models.events import PetsAddedEvent

pets_added = Event("Added", PetsAddedEvent, expression="{$request.query.url}")
"""The body of the message Added."""

EVENTS: Mapping[str, Event[Any]] = Event.table(__name__)
"""All events by name."""
