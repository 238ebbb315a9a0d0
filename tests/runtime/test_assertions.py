"""What types cannot say is held as JSON Schema says it: an independent validator is the judge."""

from __future__ import annotations

import json
from typing import Annotated, Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from runtime.assertions import AssertedModel, Holds
from runtime.codec import Codec, Drift
from runtime.errors import InvalidRequestError
from runtime.models import ClosedModel, Model

NAMES = st.sampled_from(["a", "b", "ab", "c1"])
SCALARS = st.one_of(
    st.none(), st.booleans(), st.sampled_from([0, 1, 1.0, 1.5, -2, 3, 10]), st.sampled_from(["", "a", "ab", "1"])
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(NAMES, inner, max_size=4)),
    max_leaves=8,
)
PATTERNS = st.sampled_from(["^a", "b$", "[0-9]", "."])
SIZES = st.integers(0, 3)
KINDS = st.sampled_from(["null", "boolean", "integer", "number", "string", "array", "object"])
REFERENCES = st.sampled_from([{"$ref": "#/$defs/one"}, {"$ref": "#/$defs/two"}])


def _said(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Schemas of a few keywords each, whose parts are `inner`."""
    some, named = st.lists(inner, min_size=1, max_size=3), st.dictionaries(NAMES, inner, max_size=3)
    keywords: dict[str, st.SearchStrategy[Any]] = {
        **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"), SIZES),
        **dict.fromkeys(
            ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), st.sampled_from([0, 1, 1.5, 3])
        ),
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), some),
        **dict.fromkeys(("not", "if", "then", "else", "items", "contains", "propertyNames"), inner),
        **dict.fromkeys(("additionalProperties", "unevaluatedProperties", "unevaluatedItems"), inner),
        **dict.fromkeys(("properties", "dependentSchemas"), named),
        "minContains": SIZES,
        "maxContains": SIZES,
        "patternProperties": st.dictionaries(PATTERNS, inner, max_size=2),
        "required": st.lists(NAMES, unique=True, max_size=2),
        "dependentRequired": st.dictionaries(NAMES, st.lists(NAMES, unique=True, max_size=2), max_size=2),
        "type": st.one_of(KINDS, st.lists(KINDS, unique=True, min_size=1, max_size=3)),
        "enum": st.lists(VALUES, min_size=1, max_size=3),
        "const": VALUES,
        "pattern": PATTERNS,
        "multipleOf": st.sampled_from([1, 2, 0.5, 0.1]),
        "uniqueItems": st.booleans(),
    }
    chosen = st.lists(st.sampled_from(sorted(keywords)), unique=True, min_size=1, max_size=4)
    return chosen.flatmap(lambda keys: st.fixed_dictionaries({key: keywords[key] for key in keys}))


SCHEMAS = st.recursive(st.one_of(st.booleans(), REFERENCES), _said, max_leaves=6)


@given(schema=_said(SCHEMAS), one=SCHEMAS, two=SCHEMAS, values=st.lists(VALUES, min_size=1, max_size=5))
@settings(max_examples=300, deadline=None)
def test_schemas_allow_what_they_allow_elsewhere(schema: Any, one: Any, two: Any, values: list[Any]) -> None:
    # Definitions that lead to themselves within one value mean nothing, and the judge does not end there.
    defined = {"one": one, "two": two}
    if _circles(defined):
        return
    whole = {**schema, "$defs": defined}
    judge, holds = jsonschema_rs.Draft202012Validator(whole), Holds(whole)
    for value in values:
        assert (holds.problems(value) == []) == judge.is_valid(value), (whole, value)


@pytest.mark.parametrize("format_", ["date", "date-time"])
@pytest.mark.parametrize(
    "value", ["2030-01-31", "2030-02-31", "2030-01-31T12:00:00Z", "2030-01-31T25:00:00Z", "a", "", 1]
)
def test_dates_are_what_they_are_elsewhere(format_: str, value: Any) -> None:
    schema = {"if": {"format": format_}, "then": False}
    judge = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
    assert (Holds(schema).problems(value) == []) == judge.is_valid(value)


def _circles(defined: dict[str, Any]) -> bool:
    def reached(schema: Any) -> set[str]:
        if isinstance(schema, list):
            return set().union(*map(reached, schema))
        if not isinstance(schema, dict):
            return set()
        own = {schema["$ref"].rpartition("/")[2]} if "$ref" in schema else set()
        return own.union(*(reached(one) for one in schema.values()))

    one, two = reached(defined["one"]), reached(defined["two"])
    return "one" in one or "two" in two or "two" in one and "one" in two


# ── in models and types ─────────────────────────────────────────────────────────────────────────────────────────────


class Card(AssertedModel, ClosedModel):
    __holds__ = Holds({"dependentRequired": {"number": ["cvc"]}, "minProperties": 1})
    number: str | None = None
    cvc: str | None = None


class Order(Model):
    card: Card | None = None
    labels: Annotated[dict[str, str], Holds({"propertyNames": {"pattern": "^[a-z]+\\Z"}})] | None = None
    others: list[Order] | None = None


CODEC: Codec[Order] = Codec(Order)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"card": {"number": "1"}}, "card.cvc: expected a value, because there is number, got UNSET"),
        (Order(card=Card()), "card: expected minProperties 1, got {}"),
        ({"labels": {"A": "b"}}, """labels.A: expected propertyNames {"pattern": "^[a-z]+\\\\Z"}, got 'A'"""),
        ({"others": [{"card": {"number": "1"}}]}, "others[0].card.cvc: expected a value"),
    ],
)
def test_what_does_not_hold_is_refused(value: Any, said: str) -> None:
    for write in (CODEC.encode, CODEC.to_wire):
        with pytest.raises(InvalidRequestError) as found:
            write(value)
        assert said in str(found.value)


def test_fields_are_set_one_after_another() -> None:
    card = Card(number="1")
    card.cvc = "2"
    assert CODEC.to_wire(Order(card=card)) == {"card": {"number": "1", "cvc": "2"}}


def test_what_came_is_kept_told_and_goes_back() -> None:
    came = {"card": {"number": "1"}, "labels": {"A": "b"}}
    drifts: list[Drift] = []
    found = CODEC.decode(json.dumps(came).encode(), drifts.append)
    assert [drift.pointer for drift in drifts] == ["/card/cvc", "/labels/A"]
    assert isinstance(found.card, Card)
    assert CODEC.to_wire(found) == came
    found.card.number = "2"
    with pytest.raises(InvalidRequestError):
        CODEC.encode(found)
