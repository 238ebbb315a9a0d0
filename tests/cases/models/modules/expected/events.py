from __future__ import annotations

from .._runtime.models import Model
from .things import Things


class Event(Model):
    thing: Things | None = None
