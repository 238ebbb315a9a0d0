"""Documents that nest and refer more deeply than Python follows by itself."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from generator.api.build import build
from generator.api.names import Pins
from generator.deep import deep
from generator.document.load import Document
from generator.settings import NameSettings


def depth(levels: int) -> int:
    return 0 if levels == 0 else 1 + depth(levels - 1)


def test_there_is_room_and_afterwards_all_is_as_before() -> None:
    before = sys.getrecursionlimit()
    assert deep(lambda: depth(20_000)) == 20_000
    assert sys.getrecursionlimit() == before
    with pytest.raises(RecursionError):
        depth(20_000)


def test_errors_come_through() -> None:
    with pytest.raises(ZeroDivisionError):
        deep(lambda: 1 // 0)
    with pytest.raises(KeyboardInterrupt):
        deep(interrupted)
    with pytest.raises(RecursionError):
        deep(lambda: depth(1_000_000))


def interrupted() -> None:
    raise KeyboardInterrupt


def document(schemas: dict[str, Any]) -> Document:
    info = {"title": "t", "version": "1"}
    value = {"openapi": "3.1.0", "info": info, "paths": {}, "components": {"schemas": schemas}}
    return Document(value, "deep.json")


def nested(levels: int, inner: dict[str, Any]) -> dict[str, Any]:
    return inner if levels == 0 else {"type": "array", "items": nested(levels - 1, inner)}


def reference(number: int) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/S{number:03}"}


def test_many_objects_one_inside_of_the_other() -> None:
    last: dict[str, Any] = {"type": "string"}
    schemas = {
        f"S{n:03}": {"type": "object", "properties": {"a": reference(n + 1) if n < 499 else last}} for n in range(500)
    }
    assert len(build(document(schemas), NameSettings(), Pins()).schemas) == 500


def test_arrays_of_arrays_across_components() -> None:
    schemas = {
        f"S{n:03}": nested(40, reference(n + 1) if n < 29 else {"type": "object", "properties": {"a": {}}})
        for n in range(30)
    }
    assert list(build(document(schemas), NameSettings(), Pins()).schemas) == ["S029" + "Item" * 15]
