from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from .._runtime.models import OneOf, TypeAliasType


First = TypeAliasType("First", "Annotated[str | list[Second], OneOf(str, list[Second])]",  # pyright: ignore[reportUnboundVariable]
)


Later: TypeAlias = Annotated[str | list[str], OneOf(str, list[str])]


Listed = TypeAliasType("Listed", "Annotated[list[Item], Field(max_length=3)]")


Second = TypeAliasType("Second", "Annotated[int | list[First], OneOf(int, list[First])]",  # pyright: ignore[reportUnboundVariable]
)


Item = TypeAliasType("Item", "Annotated[int | Listed | Later, OneOf(int, Listed, Later)]",  # pyright: ignore[reportUnboundVariable]
)
