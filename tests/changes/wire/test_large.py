"""Documents of a size or depth that must not matter. Nothing here is measured, but all of it ends, and soon."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.changes import loading
from generator.changes.causes import Cause, causes
from generator.changes.side import Side
from generator.changes.wire.documents import compare
from generator.document.load import Document
from tests.changes.wire.generated import around

DEEP = 2_000
MANY = 2_000


def _causes(old: Any, new: Any) -> list[Cause]:
    return causes(compare(Side(Document(old, "old")), Side(Document(new, "new"))))


def _rules(old: Any, new: Any) -> list[str]:
    return [it.rule.id for it in _causes(old, new)]


def _chained(first: Any, more: dict[str, Any], version: str = "3.0.3") -> Any:
    document = around(first)
    document["components"]["schemas"].update(more)
    return {**document, "openapi": version}


def _reference(name: str) -> Any:
    return {"$ref": f"#/components/schemas/{name}"}


def _chain(last: Any, link: Any = _reference) -> dict[str, Any]:
    return {f"Link{at}": link(f"Link{at + 1}") for at in range(DEEP)} | {f"Link{DEEP}": last}


@pytest.mark.parametrize(
    "link",
    [
        _reference,
        lambda name: {"allOf": [_reference(name)]},
        lambda name: {"description": "One more.", "oneOf": [_reference(name)]},
        lambda name: {"type": "object", "properties": {"next": _reference(name)}},
        lambda name: {"oneOf": [_reference(name), {"type": "integer"}]},
    ],
    ids=["references", "wrappers", "words", "properties", "choices"],
)
@pytest.mark.parametrize("newer", ["3.0.3", "3.1.0"])
def test_a_long_chain(link: Any, newer: str) -> None:
    old = _chained(_reference("Link0"), _chain({"type": "string", "maxLength": 9}, link))
    new = _chained(_reference("Link0"), _chain({"type": "string", "maxLength": 8}, link), newer)
    assert _rules(old, new) == ["max-length-decreased"]


def test_a_chain_that_bites_its_tail() -> None:
    document = _chained(_reference("Link0"), _chain(_reference("Link0")))
    assert _rules(document, {**copy.deepcopy(document), "openapi": "3.1.0"}) == []


def test_nesting_as_deep_as_documents_may_be() -> None:
    def nested(limit: int) -> Any:
        schema: Any = {"type": "string", "maxLength": limit}
        for _ in range(90):
            schema = {"type": "array", "items": schema}
        return around(schema)

    assert _rules(nested(9), nested(8)) == ["max-length-decreased"]


def _variant(at: int) -> Any:
    return {"type": "object", "required": ["kind"], "properties": {"kind": {"const": f"k{at}"}, f"p{at}": {}}}


@pytest.mark.parametrize(
    "variant",
    [_variant, lambda at: {"type": "string", "maxLength": at}, lambda at: {"type": "object", "title": "Same"}],
    ids=["told apart", "scalars", "alike"],
)
@pytest.mark.parametrize("keyword", ["oneOf", "anyOf", "allOf"])
def test_thousands_of_variants(variant: Any, keyword: str) -> None:
    old = around({keyword: [variant(at) for at in range(MANY)]})
    new = around({keyword: [variant(at) for at in reversed(range(MANY))]})
    assert _rules(old, new) == []
    _causes(old, around({keyword: [variant(at) for at in range(1, MANY + 1)]}))


@pytest.mark.parametrize("keyword", ["enum", "required"])
def test_thousands_of_values(keyword: str) -> None:
    old, new = ([f"v{at}" for at in range(start, MANY + start)] for start in (0, 100))
    assert len(_causes(around({keyword: old}), around({keyword: new}))) in (100, 200)


def test_thousands_of_properties_all_of_them_others() -> None:
    old, new = ({f"{name}{at}": {"type": "string"} for at in range(MANY)} for name in ("old", "new"))
    assert len(_causes(around({"properties": old}), around({"properties": new}))) == 2 * MANY


def _large(limit: int) -> Iterator[tuple[str, Any]]:
    """Paths that come to 10 MB, with two changes in each of some operations."""
    for at in range(2_500):
        properties = {
            f"field{field}": {
                "type": "string",
                "maxLength": limit if at % 25 == field == 0 else 10,
                "description": "x" * 60,
            }
            for field in range(30)
        }
        body = {
            "content": {"application/json": {"schema": {"type": "object", "properties": properties, "title": f"T{at}"}}}
        }
        answer = {"description": "", "content": {"application/json": {"schema": _reference("Thing")}}}
        yield f"/path{at}", {"post": {"operationId": f"call{at}", "requestBody": body, "responses": {"200": answer}}}


def test_ten_megabytes(tmp_path: Path) -> None:
    loaded = []
    for name, limit in (("old.json", 9), ("new.json", 8)):
        document = {**around({"type": "object", "maxProperties": limit}), "paths": dict(_large(limit))}
        path = tmp_path / name
        path.write_text(json.dumps(document), encoding="utf-8")
        assert path.stat().st_size > 9_000_000
        loaded.append(loading.read(path, name).document)
    found = causes(compare(Side(loaded[0]), Side(loaded[1])))
    assert [len(it.wheres) for it in found if it.rule.id == "max-properties-decreased"] == [2_500]
    assert len(found) == 101
