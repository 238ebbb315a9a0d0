"""`tests/cases/lenient/`: a document, what is done to it (`expected.txt`), and as an overlay (`overlay.json`)."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Severity
from generator.document import load, overlay
from generator.document.corrections import Corrected, correct, remaining
from generator.document.load import Document
from generator.document.refs import bundle_leniently
from tests.document.folders import CASES, check_diagnostics, folders
from tests.golden import agrees

INVALID = [case for case in folders("validate") if not case.name.startswith("version-")]


def corrected(document: Document) -> Corrected:
    return correct(*bundle_leniently(document, None))


def holds(document: Document) -> Corrected:
    """The corrections of a document, with what must be true of any: no error is left, the overlay does the same, and once is enough."""
    before = copy.deepcopy(document.value)
    found = corrected(document)
    assert document.value == before
    assert [it for it in remaining(found.document) if it.severity is Severity.ERROR] == []
    drafted, warnings = overlay.apply(
        bundle_leniently(document, None)[0], [load.parse(found.overlay(), "overlay.json")]
    )
    assert (drafted.value, warnings) == (found.document.value, [])
    assert corrected(found.document) == Corrected(found.document)
    assert corrected(document) == found
    return found


@pytest.mark.parametrize("case", folders("lenient"), ids=lambda case: case.name)
def test_case(case: Path) -> None:
    found = holds(load.read(case / "openapi.yaml", "openapi.yaml"))
    check_diagnostics(found.diagnostics, case)
    assert agrees(case / "overlay.json", found.overlay().decode() if found.actions else "")


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.name)
def test_documents_of_other_cases(case: Path) -> None:
    document = load.read(next(case.glob("openapi.*")))
    wrong = [it for it in remaining(document) if it.severity is Severity.ERROR]
    assert bool(holds(document).actions) == bool(wrong)


@pytest.mark.parametrize("case", folders("fuzz"), ids=lambda case: case.name)
def test_documents_that_fuzzing_found(case: Path) -> None:
    """What is refused because nobody could ever try a value against it is not tried here either."""
    holds(load.read(next(case.glob("document.*"))))


ODD = st.sampled_from(
    [None, 0, -1.5, True, "", "x", [], [0], {}, {"a": 0}, {"$ref": "#/gone"}, {"$ref": "#/components/schemas/Pet"}]
)
WHOLE = load.read(CASES / "lenient" / "fields" / "openapi.yaml")


@st.composite
def mutated(draw: st.DrawFn) -> Document:
    """A document with other values in a few places."""
    value = copy.deepcopy(WHOLE.value)
    for _ in range(draw(st.integers(1, 4))):
        holder: Any = None
        key: Any = None
        node = value
        for _ in range(draw(st.integers(1, 12))):
            keys = list(node) if isinstance(node, dict) else list(range(len(node)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if not isinstance(node[key], (dict, list)):
                break
            holder, node = node, node[key]
        if holder is not None and key in (holder if isinstance(holder, dict) else range(len(holder))):
            holder[key] = draw(ODD)
    value["openapi"] = "3.0.3"
    return Document(value, "api")


@settings(max_examples=150, deadline=None)
@given(mutated())
def test_whatever_stands_in_a_document(document: Document) -> None:
    holds(document)


def test_a_document_of_another_version_is_left_alone() -> None:
    document = Document({"swagger": "2.0"}, "api")
    assert correct(document) == Corrected(document)
