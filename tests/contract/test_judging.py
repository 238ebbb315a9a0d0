"""What a schema allows depends on who sends it."""

from __future__ import annotations

import pytest

from generator.contract.document.dialect import Direction
from generator.contract.document.judging import Judge
from generator.contract.document.raw import RawDocument

_SERVERS = {"type": "string", "readOnly": True}
_TEXT = {"type": "string"}
DOCUMENT = {
    "openapi": "3.0.3",
    "components": {
        "schemas": {
            "Cat": {"type": "object", "required": ["cat"], "properties": {"cat": _SERVERS, "name": _TEXT}},
            "Dog": {
                "allOf": [
                    {"type": "object", "properties": {"dog": _SERVERS, "name": _TEXT}},
                    {"type": "object", "required": ["dog"]},
                ]
            },
            "Pet": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]},
            "Named": {"type": "object", "properties": {"oneOf": True}, "example": {"oneOf": 1}},
            "Fish": {"oneOf": [{"type": "object", "properties": {"name": _TEXT}}, {"type": "object"}]},
        }
    },
}


@pytest.mark.parametrize(
    ("name", "value", "directions"),
    [
        ("Pet", {"name": "a"}, ["request"]),  # of either, as long as the server has not said more
        ("Pet", {"cat": "a"}, ["request", "response"]),
        ("Pet", {"cat": "a", "dog": "b"}, ["request"]),
        ("Fish", {"name": "a"}, []),
        ("Named", {"oneOf": 1}, ["request", "response"]),
    ],
)
def test_what_the_server_adds_tells_variants_of_answers_apart(
    name: str, value: object, directions: list[Direction]
) -> None:
    judge = Judge(RawDocument(DOCUMENT))
    sides: tuple[Direction, ...] = ("request", "response")
    assert [it for it in sides if judge.allows(f"/components/schemas/{name}", it, value)] == directions
