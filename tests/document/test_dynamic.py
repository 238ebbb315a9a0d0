"""Dynamic references of which it is clear what they mean are references."""

from __future__ import annotations

from typing import Any

import pytest

from generator.document.dynamic import followed
from generator.document.load import Document


def _document(version: str = "3.1.0", **schemas: Any) -> Document:
    return Document({"openapi": version, "components": {"schemas": schemas}}, "api.yaml")


def _schemas(document: Document) -> Any:
    return followed(document).value["components"]["schemas"]


@pytest.mark.parametrize("anchor", ["$dynamicAnchor", "$anchor"])
def test_one_anchor_is_meant_wherever_a_value_comes_from(anchor: str) -> None:
    tree = {anchor: "node", "properties": {"a/b": {"description": "x", "$dynamicRef": "#node"}}}
    reference = {"description": "x", "$ref": "#/components/schemas/Tree"}
    assert _schemas(_document(Tree=tree)) == {"Tree": {**tree, "properties": {"a/b": reference}}}


def test_a_dynamic_anchor_goes_before_others() -> None:
    schemas: dict[str, Any] = {
        "A": {"$anchor": "it"},
        "B": {"items": {"$dynamicAnchor": "it"}},
        "C": {"anyOf": [{"$dynamicRef": "#it"}]},
    }
    assert _schemas(_document("3.1.0", **schemas))["C"] == {"anyOf": [{"$ref": "#/components/schemas/B/items"}]}


def test_one_of_several_stays() -> None:
    document = _document(A={"$dynamicAnchor": "it"}, B={"$dynamicAnchor": "it"}, C={"$dynamicRef": "#it"})
    assert followed(document) is document


@pytest.mark.parametrize("reference", ["#nowhere", "#", "", 1, None])
def test_what_leads_nowhere_stays(reference: object) -> None:
    document = _document(A={"$dynamicRef": reference, "$anchor": "it"})
    assert followed(document) is document


def test_data_has_no_references() -> None:
    data = {"$dynamicRef": "#it"}
    document = _document(A={"$dynamicAnchor": "it", "default": data, "enum": [data], "x-more": data})
    assert followed(document) is document


def test_what_stands_beside_a_reference_stays() -> None:
    document = _document(A={"$dynamicAnchor": "it"}, B={"$ref": "#/components/schemas/A", "$dynamicRef": "#it"})
    assert followed(document) is document


def test_openapi_3_0_has_none() -> None:
    document = _document("3.0.3", A={"$dynamicAnchor": "it", "items": {"$dynamicRef": "#it"}})
    assert followed(document) is document
