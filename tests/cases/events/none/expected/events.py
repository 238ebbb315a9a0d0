"""The messages that the API sends to you, each with its `parse`, and `EVENTS`, the table of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._runtime.event import Event

EVENTS: Mapping[str, Event[Any]] = Event.table(__name__)
"""All events by name."""
