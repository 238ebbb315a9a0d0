from __future__ import annotations

from .._runtime.models import Model, OpenStrEnum


class State(OpenStrEnum):
    A = "A"


class Page(Model):
    total: float | None = None
