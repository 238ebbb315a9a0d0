from __future__ import annotations

from .._runtime.models import Model
from .shared import Page, State


class Things(Model):
    page: Page
    state: State | str
    """Default: "A" """
    other: State | str | None = State.A
