from __future__ import annotations

from .._runtime.models import Model, Nullable, OpenEnum, OpenIntEnum, OpenStrEnum


class Level(OpenIntEnum):
    VALUE_1 = 1
    MINUS_2 = -2


class Mixed(OpenEnum):
    AUTO = "auto"
    VALUE_1 = 1
    VALUE_1_5 = 1.5
    TRUE = True


class State(OpenStrEnum):
    """Where it is."""

    ACTIVE = "ACTIVE"
    EMPTY = ""
    QUOTED = 'it\'s "x"'
    NONE = "None"


class Uses(Model):
    state: State | str
    maybe: Nullable[State | str] = State.ACTIVE
    levels: list[Level | int] | None = None
    by_name: dict[str, Mixed | str | float | bool] | None = None
