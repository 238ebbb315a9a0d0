from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from .._runtime.models import Model, Nullable, OneOf, OpenStrEnum, TypeAliasType, Unknown


class CatKind(OpenStrEnum):
    CAT = "cat"
    LION = "lion"


class DogKind(OpenStrEnum):
    DOG = "dog"


class Cat(Model):
    pet_type: Annotated[CatKind | str, Field(alias="petType")]
    lives: int


class Dog(Model):
    pet_type: Annotated[DogKind | str, Field(alias="petType")]
    barks: bool | None = None


class Large(Model):
    a: str
    b: str | None = None


class Owner(Model):
    pet: Pet
    pets: list[Pet] | None = None
    loose: Loose | None = None
    scalar: Scalar | None = None
    tree: Tree | None = None
    json_: Annotated[Json | None, Field(alias="json")] = None
    maybe: Nullable[Pet] = None


class Small(Model):
    a: str


Json = TypeAliasType("Json", "Annotated[str | float | bool | list[Json] | dict[str, Json] | None, OneOf(str | float | bool | None, list[Json], dict[str, Json])]")


Loose: TypeAlias = Annotated[Small | Large | list[Small] | str | Unknown, OneOf(Small, Large, list[Small], str)]


Pet: TypeAlias = Annotated[Cat | Dog | Unknown, OneOf.tagged("petType", {"cat": Cat, "lion": Cat, "dog": Dog})]
"""A pet."""


Scalar: TypeAlias = Annotated[int | Annotated[str, Field(max_length=3)], OneOf(int, Annotated[str, Field(max_length=3)])]


Tree = TypeAliasType("Tree", "list[Tree]")
