"""Edits of words alone are counted."""

from __future__ import annotations

import copy
from typing import Any

from generator.changes.wire.wording import reworded

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "tags": [{"name": "a", "description": "A"}, {"name": "b", "description": "B"}],
    "paths": {
        "/pets": {
            "get": {
                "summary": "List",
                "parameters": [
                    {"name": "limit", "in": "query", "description": "How many", "schema": {"title": "Limit"}}
                ],
                "responses": {
                    "200": {"description": "Done", "content": {"application/json": {"example": [1], "schema": {}}}}
                },
            }
        }
    },
    "components": {"responses": {"description": {"description": "A response of that name"}}},
}


def edited(*path: Any, to: Any) -> dict[str, Any]:
    found = copy.deepcopy(DOCUMENT)
    node: Any = found
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = to
    return found


def test_the_same_words_are_no_edit() -> None:
    assert reworded(DOCUMENT, copy.deepcopy(DOCUMENT)) == 0


def test_each_object_counts_once() -> None:
    operation = ("paths", "/pets", "get")
    assert reworded(DOCUMENT, edited("info", "title", to="Cats")) == 1
    assert reworded(DOCUMENT, edited(*operation, "summary", to="All")) == 1
    assert reworded(DOCUMENT, edited(*operation, "description", to="All of them")) == 1
    assert reworded(DOCUMENT, edited(*operation, "parameters", 0, "description", to="Most")) == 1
    assert (
        reworded(DOCUMENT, edited(*operation, "responses", "200", "content", "application/json", "example", to=[])) == 1
    )
    assert reworded(DOCUMENT, edited("components", "responses", "description", "description", to="Another")) == 1
    assert reworded(DOCUMENT, edited("tags", 1, "description", to="Bees")) == 1


def test_what_is_more_than_words_is_not_counted_here() -> None:
    assert reworded(DOCUMENT, edited("info", "version", to="2")) == 0
    assert reworded(DOCUMENT, edited("paths", "/pets", "get", "parameters", 0, "schema", "title", to="Most")) == 0
    assert reworded(DOCUMENT, edited("paths", "/cats", to={"get": {"summary": "New"}})) == 0


def test_the_order_of_lists_is_no_edit() -> None:
    assert reworded(DOCUMENT, edited("tags", to=list(reversed(DOCUMENT["tags"])))) == 0


def test_anything_in_the_wrong_place_is_passed_over() -> None:
    for value in (None, 3, "text", [], [1], {"a": 1}):
        for path in (("info",), ("tags",), ("paths",), ("paths", "/pets", "get"), ("components", "responses")):
            reworded(DOCUMENT, edited(*path, to=value))
            reworded(edited(*path, to=value), DOCUMENT)
