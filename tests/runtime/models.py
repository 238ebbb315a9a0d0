"""Models such as the generator writes, for tests of the runtime."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, TypeAlias

from pydantic import Field
from runtime.models import (
    ClosedModel,
    Model,
    Nullable,
    OneOf,
    OpenEnum,
    OpenIntEnum,
    OpenStrEnum,
    ReadOnly,
    Regex,
    RequestModel,
    TypeAliasType,
    Unique,
    Unknown,
    WriteOnly,
)


class State(OpenStrEnum):
    ACTIVE = "ACTIVE"
    EMPTY = ""


class Level(OpenIntEnum):
    LOW = 1
    HIGH = 2


class Mixed(OpenEnum):
    AUTO = "auto"
    ONE = 1
    HALF = 0.5


class Closed(ClosedModel):
    x: int
    y: Nullable[str] = None


class Request(RequestModel):
    name: Annotated[str, Field(min_length=1, max_length=5)]
    nested: Closed | None = None


class Labels(Model):
    __pydantic_extra__: dict[str, Annotated[int, Field(ge=0)]]  # pyright: ignore[reportIncompatibleVariableOverride]
    a: str | None = None


class Cat(Model):
    pet_type: Annotated[State | str, Field(alias="petType")]
    lives: int


class Dog(Model):
    pet_type: Annotated[State | str, Field(alias="petType")]
    barks: bool | None = None


class Small(Model):
    a: str


class Large(Model):
    a: str
    b: State | str | None = None


Pet: TypeAlias = Annotated[Cat | Dog | Unknown, OneOf.tagged("petType", {"ACTIVE": Cat, "": Dog})]
Loose: TypeAlias = Annotated[Small | Large | list[Small] | str | Unknown, OneOf(Small, Large, list[Small], str)]
Json = TypeAliasType("Json", "Annotated[str | bool | float | None | list[Json] | dict[str, Json], OneOf(str | bool | float | None, list[Json], dict[str, Json])]")  # fmt: skip


class Thing(Model):
    id: ReadOnly[str | None] = None
    secret: WriteOnly[str | None] = None
    display_name: Annotated[str, Field(alias="displayName", max_length=20)]
    state: State | str
    states: Annotated[list[State | str], Field(min_length=1), Unique()] | None = None
    level: Level | int | None = Level.LOW
    mixed: Mixed | str | float | None = None
    count: Annotated[float | None, Field(ge=1, le=100.5, multiple_of=0.5)] = None
    whole: Annotated[int | None, Field(alias="wholeNumber", gt=0)] = None
    when: datetime | None = None
    days: list[date] | None = None
    note: Annotated[Nullable[str], Field(pattern="^[a-z]*$")] = None
    word: Annotated[str | None, Field(pattern=Regex(r"(?s:.*?)(?:^(?!x))"))] = None
    flags: dict[str, bool | None] | None = None
    pet: Pet | None = None
    loose: list[Loose] | None = None
    closed: Closed | None = None
    labels: Labels | None = None
    many: str | Annotated[int, Field(ge=3)] | None = None
    any: Any = None
    json_: Annotated[Json | None, Field(alias="json")] = None
    parent: Thing | None = None


ALL = [
    Closed,
    Request,
    Labels,
    Pet,
    Loose,
    Json,
    Thing,
    list[Thing],
    dict[str, State | str],
    State | str,
    datetime,
    float,
]
