"""What holds for any two documents.

Documents are generated, see `generated`; ways to write them otherwise are in `rewritten`.
"""

from __future__ import annotations

import copy
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.changes.causes import Cause, causes
from generator.changes.reach import uses
from generator.changes.rules import RULES, Effect
from generator.changes.side import Side
from generator.changes.wire.documents import compare
from generator.document.load import Document, read
from tests.changes.wire.generated import (
    USUAL,
    around,
    documents,
    edited_pairs,
    garbage,
    holders,
    old_schemas,
    schemas,
    values,
)
from tests.changes.wire.rewritten import WAYS, in_newer_words, rewritten, shuffled

NAMES_ALONE = {"schema-added", "schema-removed", "schema-renamed"}
"""What a part is called, where nothing else is another one."""

MIRRORED: dict[Effect, Effect] = {"narrowed": "widened", "widened": "narrowed", "moved": "moved", "none": "none"}


def _side(value: Any) -> Side:
    return Side(Document(value, "document"))


def _causes(old: Any, new: Any) -> list[Cause]:
    return causes(compare(_side(old), _side(new)))


def _told(old: Any, new: Any) -> list[tuple[str, str, str]]:
    found = _causes(old, new)
    return [(it.rule.id, it.finding.subject, it.finding.place) for it in found if it.rule.id not in NAMES_ALONE]


@settings(derandomize=True, max_examples=40)
@given(documents)
def test_a_document_against_itself_has_no_change(document: Any) -> None:
    assert _causes(document, copy.deepcopy(document)) == []


@settings(derandomize=True, max_examples=40)
@given(documents, st.randoms(use_true_random=False))
def test_order_is_no_change(document: Any, random: Random) -> None:
    assert _causes(document, shuffled(document, random)) == []


@settings(derandomize=True, max_examples=100)
@given(documents, st.lists(st.sampled_from(sorted(WAYS)), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_the_same_in_other_words_is_no_change(document: Any, ways: list[str], random: Random) -> None:
    other = rewritten(document, ways, random)
    assert _told(document, other) == []
    assert _told(other, document) == []


@settings(derandomize=True, max_examples=40)
@given(old_schemas, old_schemas, st.randoms(use_true_random=False))
def test_an_older_version_of_openapi_is_no_change(one: Any, other: Any, random: Random) -> None:
    document = {**around({"type": "object", "properties": {"a": one, "b": other}}), "openapi": "3.0.3"}
    assert _told(document, in_newer_words(document, random)) == []
    assert _told(in_newer_words(document, random), document) == []


# ── both directions ─────────────────────────────────────────────────────────────────────────────────────────────────


def _edits(old: Any, new: Any, way_back: bool) -> Counter[tuple[Effect, tuple[str, str]]]:
    """The effects of all findings about schemas, with the schemas that they are about; `way_back`: as seen from there."""
    found: Counter[tuple[Effect, tuple[str, str]]] = Counter()
    for pair in compare(_side(old), _side(new)).schemas.pairs.values():
        for it in pair.findings:
            effect, (before, after) = RULES[it.rule].effect, it.owner
            found[(MIRRORED[effect], (after, before)) if way_back else (effect, (before, after))] += 1
    return found


@settings(derandomize=True, max_examples=100)
@given(st.one_of(st.tuples(schemas, schemas), edited_pairs))
def test_the_way_back_undoes_the_way(pair: tuple[Any, Any]) -> None:
    """What narrows one way widens the other way, in the same schemas; what moves moves, and what does neither does neither."""
    old, new = pair
    assert _edits(around(old), around(new), False) == _edits(around(new), around(old), True)


# ── effects and values ──────────────────────────────────────────────────────────────────────────────────────────────

EITHER = {"property-added", "property-removed"}
"""What the document does not say: a property that is not declared may be refused, passed over, or meant."""


def _effects(old: Any, new: Any) -> set[Effect]:
    compared = compare(_side(around(old)), _side(around(new)))
    reached = uses(compared.schemas, compared.roots)
    found: set[Effect] = set()
    for key, pair in compared.schemas.pairs.items():
        for it in pair.findings:
            effect: Effect = "moved" if it.rule in EITHER else RULES[it.rule].effect
            found |= {MIRRORED[effect] if use.flipped else effect for use in reached.get(key, ())}
    return found


@settings(derandomize=True, max_examples=250)
@given(edited_pairs, st.lists(values, min_size=4, max_size=16))
def test_what_is_said_to_widen_alone_refuses_nothing(pair: tuple[Any, Any], tried: list[Any]) -> None:
    effects = _effects(*pair)
    old, new = (jsonschema_rs.Draft202012Validator(it) for it in pair)
    for value in (*USUAL, *tried):
        before, after = old.is_valid(value), new.is_valid(value)
        if "moved" not in effects and "narrowed" not in effects:
            assert after or not before, f"{value!r} is refused now"
        if "moved" not in effects and "widened" not in effects:
            assert before or not after, f"{value!r} is allowed now"


# ── documents that are none ─────────────────────────────────────────────────────────────────────────────────────────


def _spoilt(document: Any, at: int, junk: Any) -> Any:
    """A copy of a document with something else in place of one of its objects."""
    found = copy.deepcopy(document)
    places = [(holder, key) for holder, key in holders(found) if key != "openapi"]
    holder, key = places[at % len(places)]
    holder[key] = junk
    return found


@settings(derandomize=True, max_examples=50)
@given(documents, st.lists(st.tuples(st.integers(0, 500), garbage), min_size=1, max_size=3))
def test_half_valid_documents_are_compared_all_the_same(document: Any, spoils: list[tuple[int, Any]]) -> None:
    other = document
    for at, junk in spoils:
        other = _spoilt(other, at, junk)
    _causes(document, other)
    _causes(other, document)
    assert _causes(other, copy.deepcopy(other)) == []


# ── the real ones ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("version", ["1.2.16", "1.2.36"])
def test_a_real_document_in_another_order_has_no_change(version: str) -> None:
    document = read(Path("spec") / version / "openapi.yaml").value
    assert _causes(document, shuffled(document, Random(1))) == []


def test_two_real_documents_are_compared_in_a_moment() -> None:
    old, new = (read(Path("spec") / it / "openapi.yaml").value for it in ("1.2.16", "1.2.36"))
    begun = time.perf_counter()
    found = _causes(old, new)
    # It takes a quarter of a second; the machine may have other things to do.
    assert time.perf_counter() - begun < 5
    assert len({(it.rule.id, it.finding.subject, tuple(it.places)) for it in found}) == len(found) > 20
