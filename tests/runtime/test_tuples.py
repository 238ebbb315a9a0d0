from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any

import pytest
from pydantic import Field, ValidationError
from runtime.assertions import Holds
from runtime.codec import Codec
from runtime.errors import InvalidRequestError
from runtime.models import Model, Nullable, OneOf, ReadOnly
from runtime.tuples import ByPlace
from typing_extensions import TypeAliasType


class Cat(Model):
    name: Annotated[str, Field(alias="fullName")]
    id: ReadOnly[int | None] = None


class Dog(Model):
    name: Annotated[int, Field(alias="fullName")]


Pair = Annotated[tuple[Cat, Dog], ByPlace()]
Span = Annotated[tuple[date, date | None], ByPlace()]
Either = Annotated[
    Annotated[tuple[str, int], ByPlace()] | Annotated[tuple[int, str], ByPlace()] | str,
    OneOf(Annotated[tuple[str, int], ByPlace()], Annotated[tuple[int, str], ByPlace()], str),
]
Tree = TypeAliasType("Tree", "Annotated[tuple[str, Tree | None], ByPlace()]")


class Box(Model):
    pair: Annotated[Pair, Field(alias="thePair")]
    span: Nullable[Span] = None
    at: Annotated[Annotated[tuple[int, int], ByPlace()], Holds({"uniqueItems": True})] | None = None


def decode(value: Any, type_: Any) -> tuple[Any, list[str]]:
    told: list[str] = []
    return Codec(type_).decode(json.dumps(value).encode(), lambda it: told.append(str(it))), told


def encode(value: Any, type_: Any) -> Any:
    return json.loads(Codec(type_).encode(value))


def refused(value: Any, type_: Any) -> str:
    with pytest.raises(InvalidRequestError) as found:
        Codec(type_).encode(value)
    return str(found.value)


def test_each_item_is_read_by_its_place() -> None:
    found, told = decode([{"fullName": "a"}, {"fullName": 1}], Pair)
    assert (found, told) == ((Cat(name="a"), Dog(name=1)), [])
    assert decode(["2030-01-31", None], Span) == ((date(2030, 1, 31), None), [])
    assert decode(["a", ["b", None]], Tree) == (("a", ("b", None)), [])


def test_a_wrong_item_stays_as_it_came_and_is_told() -> None:
    found, told = decode([{"fullName": "a"}, {"fullName": "b"}], Pair)
    assert [type(it) for it in found] == [Cat, Dog] and found[1].name == "b"
    assert told == ["/1/fullName: expected a valid integer, got 'b'"]
    assert decode(["x", 1], Span) == (
        ("x", 1),
        ["/0: expected a date such as 2030-01-31, got 'x'", "/1: expected null or a string, got 1"],
    )


@pytest.mark.parametrize(
    ("value", "found", "expected"),
    [
        (["2030-01-31"], (date(2030, 1, 31),), "at least 2 items"),
        (["2030-01-31", None, "x", {"a": 1}], (date(2030, 1, 31), None, "x", {"a": 1}), "at most 2 items"),
        ({"a": 1}, {"a": 1}, "an array"),
    ],
)
def test_another_length_is_read_whole_and_told_and_not_written(value: Any, found: Any, expected: str) -> None:
    assert decode(value, Span) == (found, [f"/: expected {expected}, got {value}"])
    assert expected in refused(value, Span)


def test_what_came_like_this_goes_back() -> None:
    raw = {"thePair": [{"fullName": "a"}, {"fullName": 1}, 2], "span": ["x", None]}
    found, told = decode(raw, Box)
    assert len(told) == 2 and encode(found, Box) == raw
    found.span = (date(2030, 1, 31), None)
    assert encode(found, Box) == {**raw, "span": ["2030-01-31", None]}


def test_lists_and_mappings_are_written_too_by_the_names_of_their_places() -> None:
    wanted = [{"fullName": "a"}, {"fullName": 1}]
    for value in (
        [{"name": "a", "id": 1}, {"name": 1}],
        ({"fullName": "a"}, Dog(name=1)),
        (Cat(name="a"), Dog(name=1)),
    ):
        assert encode(value, Pair) == wanted
    assert "[0].fullName" in (problem := refused([{"name": 1}, {"name": "a"}], Pair)) and "[1].fullName" in problem
    assert refused((Dog(name=1), Cat(name="a")), Pair)


def test_models_take_lists_and_nothing_loose() -> None:
    box = Box(pair=[{"name": "a"}, {"name": 1}], span=[date(2030, 1, 31), None])  # type: ignore[arg-type]
    assert box.pair == (Cat(name="a"), Dog(name=1)) and box.span == (date(2030, 1, 31), None)
    for wrong in ([1], ["1", 2], (1, 2, 3), 1, "12"):
        with pytest.raises(ValidationError):
            box.at = wrong  # type: ignore[assignment]


def test_what_else_has_to_hold() -> None:
    assert "uniqueItems" in refused({"pair": [{"name": "a"}, {"name": 1}], "at": [1, 1]}, Box)
    assert "at least 2 items" in refused({"pair": [{"name": "a"}, {"name": 1}], "at": [1]}, Box)


@pytest.mark.parametrize("value", [["a", 1], [1, "a"], "a"])
def test_tuples_are_told_apart_by_their_items(value: Any) -> None:
    found, told = decode(value, Either)
    assert (found, told) == (tuple(value) if isinstance(value, list) else value, [])
    assert encode(found, Either) == value
    assert "[0]" in refused([None, 1], Either)
