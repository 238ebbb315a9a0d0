"""Examples that contradict their schema are found wherever they stand; the list of those that may is held to be true."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.contract.checks import events, examples
from generator.contract.document.raw import RawDocument
from generator.contract.findings import Excluded, Finding
from generator.contract.pair import Pair
from tests.contract import odd
from tests.contract.committed import PAIR

THING = "/components/schemas/Thing"
BODY = "/paths/~1things/get/responses/2XX/content/application~1json"
PARAMETER = "/paths/~1text/get/parameters/0"
MESSAGE = "/webhooks/lost/post/requestBody/content/application~1json"
REASON = "The vendor counts from one and shows a zero."
PLACES = [
    f"{BODY}/example",
    f"{BODY}/examples/one/value",
    f"{THING}/example",
    f"{THING}/properties/state/examples/0",
    f"{THING}/properties/owner/properties/name/example",
    f"{PARAMETER}/example",
    f"{PARAMETER}/examples/one/value",
    f"{PARAMETER}/schema/example",
    f"{MESSAGE}/example",
    f"{MESSAGE}/schema/properties/reason/example",
]


def with_example(pointer: str, value: Any) -> RawDocument:
    """The odd document with an example at a place."""
    document = copy.deepcopy(odd.DOCUMENT)
    schema = {"name": "n", "in": "query", "schema": {"type": "integer"}}
    document["paths"]["/text"]["get"]["parameters"] = [schema]
    node: Any = document
    names = [it.replace("~1", "/") for it in pointer.split("/")[1:]]
    for name, after in zip(names, names[1:]):
        if isinstance(node, list):
            node = node[int(name)]
        else:
            node = node.setdefault(name, [] if after == "0" else {})
    if isinstance(node, list):
        node.append(value)
    else:
        node[names[-1]] = value
    return RawDocument(document)


def held(document: RawDocument, contradictions: Mapping[str, str] | None) -> list[Finding | Excluded]:
    """What the checks of examples yield."""
    pair = Pair(document, PAIR.package, contradictions)
    found = [it for operation in document.operations for it in examples.followed(pair, operation)]
    found += [it for pointer in events.pointers(pair) for it in examples.of_event(pair, pointer)]
    found += [it for pointer in document.schemas for it in examples.of_schema(pair, pointer)]
    return [*found, *examples.listed(pair)]


@pytest.mark.parametrize("pointer", PLACES)
def test_an_example_that_contradicts(pointer: str) -> None:
    document = with_example(pointer, False)
    (found,) = held(document, {})
    assert isinstance(found, Finding) and found.pointer == pointer
    assert not held(document, {pointer: REASON})
    (excluded,) = held(document, None)
    assert isinstance(excluded, Excluded) and excluded.pointer == pointer


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ({f"{THING}/example": REASON}, "an example that contradicts its schema"),
        ({f"{THING}/examples/7": REASON}, "an example of the document"),
    ],
)
def test_an_entry_that_is_not_true(listed: Mapping[str, str], expected: str) -> None:
    document = with_example(f"{THING}/example", {"id": 1, "state": "NEW"})
    assert not held(document, {})
    assert [it.expected for it in held(document, listed) if isinstance(it, Finding)] == [expected]


def test_a_reason_that_says_nothing() -> None:
    document = with_example(f"{THING}/example", False)
    assert [it.expected for it in held(document, {f"{THING}/example": "wrong"}) if isinstance(it, Finding)] == [
        "a reason in a sentence"
    ]


def test_an_example_needs_to_follow_in_one_direction_only() -> None:
    document = with_example(f"{THING}/properties/id/readOnly", True)
    document.value["components"]["schemas"]["Thing"]["example"] = {"state": "NEW"}
    document.value["paths"]["/text"]["get"]["requestBody"] = {
        "content": {"application/json": {"schema": {"$ref": f"#{THING}"}}}
    }
    assert not held(document, {})


def test_the_committed_list_is_needed() -> None:
    pair = replace(PAIR, contradictions={})
    found = {it.pointer for operation in pair.document.operations for it in examples.followed(pair, operation)}
    found |= {it.pointer for pointer in events.pointers(pair) for it in examples.of_event(pair, pointer)}
    assert PAIR.contradictions is not None and found == PAIR.contradictions.keys()
