from __future__ import annotations

from generator.changes.uses.types import value_of
from generator.changes.uses.values import NOTHING, External, ListOf, TupleOf, Value, just


def named(name: str) -> Value:
    return just(External(name)) if name.istitle() else NOTHING


def test_a_tuple_has_something_else_at_each_place() -> None:
    cat, dog = named("Cat"), named("Dog")
    assert value_of("tuple[Cat, str, list[Dog] | None] | None", named) == just(
        TupleOf((cat, NOTHING, just(ListOf(dog))))
    )
    assert value_of("list[Cat | Dog]", named) == just(ListOf(cat | dog))
