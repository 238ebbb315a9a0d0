from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import Field

from .._runtime.models import ABSENT, ClosedModel, Model, Nullable, ReadOnly, Regex, RequestModel, Unique, WriteOnly


class Both(Model):
    id: ReadOnly[str] = ABSENT
    secret: WriteOnly[str] = ABSENT
    self_: Annotated[Both | None, Field(alias="self")]
    children: list[Both] | None = None


class Closed(ClosedModel):
    x: int


class Empty(Model):
    """Nothing is declared."""


class Labels(Model):
    __pydantic_extra__: dict[str, Annotated[int, Field(ge=0)]]  # pyright: ignore[reportIncompatibleVariableOverride]
    a: str | None = None


class Longer(Model):
    __pydantic_extra__: (  # pyright: ignore[reportIncompatibleVariableOverride]
        dict[str, Annotated[int, Field(ge=1000000, le=2000000, multiple_of=5)]]
    )


class Order(RequestModel):
    """Deprecated.

    What is ordered.

    A second paragraph.

    Example: `{"plusFriendId": "@acme"}`"""
    plus_friend_id: Annotated[str, Field(alias="plusFriendId", max_length=5, min_length=1, pattern="^@[A-Za-z0-9_]+$", examples=["@a"])]
    """Who."""
    note: str | None
    class_: Annotated[Nullable[str], Field(alias="class")] = None
    """Format: email."""
    list_: Annotated[Annotated[list[Annotated[str, Field(min_length=1)]], Field(min_length=1), Unique()] | None, Field(alias="list")] = None
    count: Annotated[int | None, Field(ge=1, lt=7, multiple_of=2)] = 2
    ratio: Annotated[float | None, Field(le=1.5)] = None
    """Two
    lines."""
    password: Annotated[str | None, Field(pattern=Regex("(?s:.*?)(?:^(?=.*[A-Z]).+\\Z)"))] = None
    odd: str | None = None
    """Pattern, not checked: ("""
    map: Annotated[dict[str, str | None] | None, Field(max_length=3)] = None
    many: str | Annotated[int, Field(ge=3)] | None = None
    any: Any = None
    when: datetime | None = None
    day: date | None = None
    """Default: "2030-01-31" """
    file: bytes | None = None
    old: Annotated[bool | None, Field(deprecated=True)] = True
