"""A part of an API: closed, called as in the whole, and nothing more."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.api.model import Api
from generator.api.schemas import mentioned
from generator.api.selecting import select
from generator.diagnostics import ProvgenError
from generator.document.load import read
from tests.api.documents import SPEC, api_of


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def json_of(name: str) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": ref(name)}}}


def holding(*names: str) -> dict[str, Any]:
    properties: dict[str, Any] = {"id": {"type": "string"}, **{name.lower(): ref(name) for name in names}}
    return {"type": "object", "properties": properties}


def operation(tag: str | None, name: str, **more: Any) -> dict[str, Any]:
    tags = {"tags": [tag]} if tag else {}
    return {"operationId": name, **tags, "responses": {"200": {"description": "", **json_of(name.title())}}, **more}


DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "paths": {
        "/pet": {"get": operation("Pets", "pet")},
        "/toy": {
            "post": operation(
                "Toys",
                "toy",
                requestBody=json_of("Order"),
                callbacks={
                    "made": {"{$request.body#/url}": {"post": {"requestBody": json_of("Made"), "responses": {}}}}
                },
            )
        },
        "/food": {"get": operation(None, "food", parameters=[{"in": "query", "name": "k", "schema": ref("Kind")}])},
    },
    "webhooks": {"closed": {"post": {"requestBody": json_of("Closed"), "responses": {}}}},
    "components": {
        "schemas": {
            "Pet": holding("Owner"),
            "Owner": holding("Pet"),
            "Toy": holding("Maker"),
            "Maker": holding(),
            "Order": holding(),
            "Made": holding("Maker"),
            "Food": holding(),
            "Kind": {"enum": ["dry", "wet"]},
            "Closed": holding(),
            "Unused": holding(),
        }
    },
}


@pytest.mark.parametrize(
    ("wanted", "schemas", "events"),
    [
        (["pets"], {"Pet", "Owner", "Closed"}, 1),
        (["toys"], {"Toy", "Maker", "Order", "Made", "Closed"}, 2),
        (["default"], {"Food", "Kind", "Closed"}, 1),
        (["pets", "default"], {"Pet", "Owner", "Food", "Kind", "Closed"}, 1),
    ],
)
def test_a_part_has_what_it_needs(wanted: list[str], schemas: set[str], events: int) -> None:
    whole = api_of(DOCUMENT)
    part = select(whole, wanted)
    assert [it.name for it in part.resources] == sorted(wanted)
    assert part.schemas.keys() == schemas
    assert len(part.events) == events
    assert all(part.schemas[name] == whole.schemas[name] for name in schemas)
    assert part.pins == whole.pins


def test_nothing_wanted_is_everything() -> None:
    whole = api_of(DOCUMENT)
    assert select(whole, ()) is whole


def test_resources_that_there_are_not_are_all_told() -> None:
    with pytest.raises(ProvgenError) as problem:
        select(api_of(DOCUMENT), ["pet", "toys", "zebras"])
    assert [(it.code, it.hint) for it in problem.value.diagnostics] == [
        ("unknown-resource", "did you mean 'pets'?"),
        ("unknown-resource", "there are: default, pets, toys"),
    ]


def test_omissions_of_other_parts_are_none() -> None:
    value = {**DOCUMENT, "components": {"schemas": {**DOCUMENT["components"]["schemas"]}}}
    value["components"]["schemas"]["Maker"] = {**holding(), "$dynamicRef": "#x"}
    whole = api_of(value)
    assert [it.pointer for it in whole.omissions if it.pointer and "Maker" in it.pointer]
    assert [it for it in select(whole, ["pets"]).omissions if it.pointer and "Maker" in it.pointer] == []
    assert [it for it in select(whole, ["toys"]).omissions if it.pointer and "Maker" in it.pointer]


REAL = read(next(SPEC.glob("1.2.36/openapi.*")))


@pytest.fixture(scope="module")
def real() -> Api:
    return api_of(REAL.value)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_any_part_is_closed(real: Api, data: st.DataObject) -> None:
    names = [it.name for it in real.resources]
    wanted = data.draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    part = select(real, wanted)
    assert all(mentioned(it) <= part.schemas.keys() for it in part.schemas.values())
    assert {it.name for it in part.resources} == set(wanted)
    singles = [select(real, [name]) for name in wanted]
    assert part.schemas.keys() == set().union(*(it.schemas for it in singles)), "a part is the sum of its resources"
