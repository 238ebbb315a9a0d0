"""What holds for every document: order is not seen, pinned names stay."""

from __future__ import annotations

import random

import pytest

from generator.api.build import build
from generator.api.names import Pins
from generator.document.load import Document, read
from generator.settings import NameSettings
from tests.api.describe import describe
from tests.api.documents import CASES, SPEC, case, document, shuffled

NEWEST = SPEC / "1.2.36" / "openapi.yaml"
OLDER = SPEC / "1.2.16" / "openapi.yaml"
RULES = NameSettings(operation=(("^[A-Za-z0-9]+Controller_", ""), ("_v[0-9]+$", "")), error_code="errorCode")


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_a_document_is_not_seen(name: str, seed: int) -> None:
    original, settings = case(name)
    other = document(shuffled(original.value, random.Random(seed)))
    assert describe(build(other, settings, Pins())) == describe(build(original, settings, Pins()))


def test_the_order_of_the_real_document_is_not_seen() -> None:
    original = read(NEWEST)
    other = document(shuffled(original.value, random.Random(1)))
    assert build(other, RULES, Pins()) == build(original, RULES, Pins())


def test_pins_of_an_api_give_the_same_api() -> None:
    api = build(read(NEWEST), RULES, Pins())
    assert build(read(NEWEST), RULES, Pins.from_json(api.pins.to_json())) == api


def test_a_new_release_renames_nothing() -> None:
    old = build(read(OLDER), RULES, Pins())
    new = build(read(NEWEST), RULES, old.pins)
    kept = new.pins
    for table in ("classes", "resources", "methods", "events"):
        before, after = getattr(old.pins, table), getattr(kept, table)
        assert {key: before[key] for key in before.keys() & after.keys()} == {
            key: after[key] for key in before.keys() & after.keys()
        }


@pytest.mark.parametrize("name", ["petstore", "unions", "allof"])
def test_an_added_schema_renames_none(name: str) -> None:
    original, settings = case(name)
    before = build(original, settings, Pins())
    components = {
        **original.value["components"]["schemas"],
        **{f"A{key}": {"type": "object", "properties": {"x": {}}} for key in before.schemas},
    }
    grown = Document(
        {**original.value, "components": {**original.value["components"], "schemas": components}}, "grown.yaml"
    )
    after = build(grown, settings, before.pins)
    assert before.schemas.items() <= after.schemas.items()


def test_a_variant_put_before_another_does_not_take_its_name() -> None:
    def of(*fields: str) -> Document:
        variants = [{"type": "object", "properties": {name: {"type": "string"}}} for name in fields]
        schemas = {"U": {"type": "object", "properties": {"u": {"oneOf": variants}}}}
        return document(
            {
                "openapi": "3.1.0",
                "info": {"title": "t", "version": "1"},
                "paths": {},
                "components": {"schemas": schemas},
            }
        )

    before = build(of("b", "c"), NameSettings(), Pins())
    after = build(of("a", "b", "c"), NameSettings(), before.pins)
    fields = {name: [it.name for it in getattr(schema, "properties", ())] for name, schema in before.schemas.items()}
    assert {name: [it.name for it in getattr(after.schemas[name], "properties", ())] for name in fields} == fields
