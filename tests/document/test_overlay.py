from __future__ import annotations

import copy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import ProvgenError
from generator.document.load import Document, read
from generator.document.overlay import apply
from tests.document.folders import check_diagnostics, check_value, folders


def read_case(case: Path) -> tuple[Document, list[Document]]:
    document = next(case.glob("document.*"))
    overlays = sorted(case.glob("overlay*"))
    return read(document, document.name), [read(path, path.name) for path in overlays]


@pytest.mark.parametrize("case", folders("overlay"), ids=lambda case: case.name)
def test_case(case: Path) -> None:
    document, overlays = read_case(case)
    before = copy.deepcopy((document.value, [overlay.value for overlay in overlays]))
    try:
        result, warnings = apply(document, overlays)
    except ProvgenError as problem:
        check_diagnostics(problem.diagnostics, case)
    else:
        check_diagnostics(warnings, case)
        check_value(result, case)
    assert (document.value, [overlay.value for overlay in overlays]) == before


def overlay(*actions: dict[str, Any]) -> Document:
    value = {"overlay": "1.0.0", "info": {"title": "t", "version": "1"}}
    return Document({**value, "actions": [{"description": "why", **action} for action in actions]}, "overlay")


def test_what_is_not_touched_is_shared() -> None:
    document = Document({"a": {"b": {}}, "c": {"d": [1]}}, "api")
    result, _ = apply(document, [overlay({"target": "$.a.b", "update": {"x": 1}})])
    assert result.value == {"a": {"b": {"x": 1}}, "c": {"d": [1]}}
    assert result.value["c"] is document.value["c"]


def test_one_update_in_two_places_stays_two_values() -> None:
    document = Document({"a": {}, "b": {}}, "api")
    both = {"target": "$.*", "update": {"list": [1], "map": {}}}
    one = {"target": "$.a", "update": {"list": [2], "map": {"x": 1}}}
    result, _ = apply(document, [overlay(both, one)])
    assert result.value == {"a": {"list": [1, 2], "map": {"x": 1}}, "b": {"list": [1], "map": {}}}


def test_a_node_shared_by_aliases_is_changed_only_where_it_is_targeted() -> None:
    shared: dict[str, Any] = {"x": 1}
    result, _ = apply(Document({"a": shared, "b": shared}, "api"), [overlay({"target": "$.a", "update": {"y": 2}})])
    assert result.value == {"a": {"x": 1, "y": 2}, "b": {"x": 1}}


def test_without_overlays_nothing_happens_and_jsonpath_is_not_imported() -> None:
    document = Document({"a": 1}, "api")
    assert apply(document, []) == (document, [])
    code = "import sys, generator.document.overlay; sys.exit('jsonpath' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False).returncode == 0


@given(st.lists(st.integers(0, 9), min_size=1), st.integers(0, 9))
def test_removed_items_leave_the_others_located(items: list[int], bad: int) -> None:
    from generator.document.load import parse

    text = "items:\n" + "".join(f"  - {{n: {item}}}\n" for item in items)
    result, _ = apply(parse(text.encode(), "api"), [overlay({"target": f"$.items[?@.n == {bad}]", "remove": True})])
    kept = [line for line, item in enumerate(items, 2) if item != bad]
    places = [result.locate(f"/items/{index}/n") for index in range(len(kept))]
    assert [place.line for place in places if place] == kept


def test_deep_documents_can_be_searched() -> None:
    value: dict[str, Any] = {"leaf": {"x": 1}}
    for _ in range(197):
        value = {"a": value}
    result, warnings = apply(Document(value, "api"), [overlay({"target": "$..leaf", "update": {"y": 2}})])
    assert not warnings
    assert "'y': 2" in str(result.value)
