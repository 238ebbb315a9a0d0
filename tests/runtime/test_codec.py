from __future__ import annotations

import copy
import json
import pickle
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Annotated, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import Field, ValidationError
from runtime.codec import Codec, Drift
from runtime.errors import DecodeError, InvalidRequestError
from runtime.models import ABSENT, Model, Nullable, OneOf, ReadOnly, Unique, Unknown, WriteOnly
from runtime.unset import UNSET
from runtime.values import OpenStrEnum

from tests.runtime import models as m

THING: Codec[m.Thing] = Codec(m.Thing)
MINIMAL: dict[str, Any] = {"displayName": "a", "state": "ACTIVE"}


def decode(value: Any, type_: Any = m.Thing) -> tuple[Any, list[Drift]]:
    drifts: list[Drift] = []
    return Codec(type_).decode(json.dumps(value).encode(), drifts.append), drifts


def told(drifts: list[Drift]) -> list[str]:
    return [drift.pointer for drift in drifts]


def refused(value: Any, type_: Any = m.Thing) -> str:
    with pytest.raises(InvalidRequestError) as found:
        Codec(type_).encode(value)
    with pytest.raises(InvalidRequestError):
        Codec(type_).to_wire(value)
    return str(found.value)


def strictly_equal(one: Any, other: Any) -> bool:
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


# ── what is read ────────────────────────────────────────────────────────────────────────────────────────────────────

TEXT = st.text(st.characters(codec="utf-8"), max_size=8)
SCALAR = (
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False) | TEXT
)
JSON = st.recursive(
    SCALAR, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=12
)
NAMES = st.sampled_from(
    [
        "displayName",
        "state",
        "states",
        "level",
        "mixed",
        "count",
        "wholeNumber",
        "when",
        "days",
        "note",
        "word",
        "flags",
    ]
    + ["pet", "loose", "closed", "labels", "many", "any", "json", "parent", "id", "secret", "undeclared"]
)
LIKELY = st.sampled_from(
    [
        "ACTIVE",
        "",
        "NEW",
        1,
        2,
        1.5,
        True,
        None,
        "2024-01-02T03:04:05Z",
        "2024-01-02T03:04:05.000+01:00",
        "2024-01-02",
        [],
        {},
    ]
    + [
        ["ACTIVE"],
        ["ACTIVE", "ACTIVE", 5],
        {"petType": "ACTIVE", "lives": 9},
        {"petType": "", "z": None},
        {"petType": "new"},
    ]
    + [
        {"a": "1"},
        {"a": "1", "b": "x"},
        [{"a": "1"}, {}],
        {"x": 1},
        {"x": 1, "z": 2},
        {"a": "t", "n": 4, "o": "p"},
        ["2024-01-02"],
    ]
)
THINGS = st.dictionaries(NAMES, LIKELY | JSON, max_size=12).map(lambda more: {**MINIMAL, **more})
NESTED = st.recursive(
    THINGS, lambda inner: st.tuples(THINGS, inner).map(lambda p: {**p[0], "parent": p[1]}), max_leaves=3
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(NESTED)
def test_things_go_back_as_they_came(value: dict[str, Any]) -> None:
    found, _ = decode(value)
    assert strictly_equal(found.to_wire(), value)
    sent = json.loads(THING.encode(found))
    assert strictly_equal(sent, without_read_only(value))


def without_read_only(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    kept = {key: one for key, one in value.items() if key != "id"}
    return {**kept, "parent": without_read_only(kept["parent"])} if "parent" in kept else kept


@settings(max_examples=200, deadline=None)
@given(JSON, st.sampled_from(m.ALL))
def test_no_json_is_too_odd_to_be_read(value: Any, type_: Any) -> None:
    found, _ = decode(value, type_)
    assert strictly_equal(found.to_wire() if isinstance(found, Model) else Codec(Any).to_wire(found), value)


@settings(max_examples=200, deadline=None)
@given(THINGS)
def test_both_ways_to_read_agree(value: dict[str, Any]) -> None:
    found, drifts = decode(value)
    assert THING._drifted(value, None) == found
    assert bool(drifts) == bool(_refusals(value))


def _refusals(value: dict[str, Any]) -> str:
    try:
        THING.to_wire({**value, "id": UNSET})
    except InvalidRequestError as found:
        return str(found)
    drifts = decode({"displayName": "a", "state": "ACTIVE", **({"id": value["id"]} if "id" in value else {})})[1]
    return "; ".join(map(str, drifts))


@pytest.mark.parametrize(
    "text",
    ["2024-01-02T03:04:05Z", "2024-01-02T03:04:05.1Z", "2024-01-02T03:04:05.120Z", "2024-01-02T03:04:05.000Z"]
    + ["2024-01-02T03:04:05.123456789Z", "2024-01-02T03:04:05", "2024-01-02t03:04:05z", "2024-01-02 03:04+01:00"]
    + ["2024-01-02T03:04:05.123456Z", "2024-01-02T03:04:05.100000Z", "2024-01-02T03:04:05-00:00"],
)
def test_date_times_keep_their_text(text: str) -> None:
    found, drifts = decode({**MINIMAL, "when": text})
    assert not drifts and isinstance(found.when, datetime)
    for twin in (found, pickle.loads(pickle.dumps(found)), copy.deepcopy(found)):
        assert twin.to_wire()["when"] == text
        assert json.loads(THING.encode(twin))["when"] == text
        assert twin.when == found.when


def test_a_computed_date_time_is_written_anew() -> None:
    found, _ = decode({**MINIMAL, "when": "2024-01-02T03:04:05.000Z"})
    found.when += timedelta(milliseconds=1500)
    assert found.to_wire()["when"] == "2024-01-02T03:04:06.500Z"
    found.when = datetime(2024, 1, 2, tzinfo=timezone(timedelta(hours=1)))
    found.days = [date(2024, 1, 2)]
    assert json.loads(THING.encode(found))["when"] == "2024-01-02T00:00:00+01:00"


@pytest.mark.parametrize("value", ["2024-13-01T00:00:00Z", "1700000000", 5, "2024-01-02", "12:00"])
def test_what_is_no_date_time_stays_as_it_is(value: Any) -> None:
    found, drifts = decode({**MINIMAL, "when": value})
    assert found.when == value and told(drifts) == ["/when"]


def test_numbers_stay_what_they_are() -> None:
    found, drifts = decode({**MINIMAL, "count": 15, "mixed": 0.5})
    assert type(found.count) is int and found.mixed is m.Mixed.HALF and not drifts
    assert type(decode({**MINIMAL, "count": 15.0})[0].count) is float


@pytest.mark.parametrize(
    ("value", "is_told"), [(15.0, False), (-3.0, False), (15.5, True), (1e999, True), (True, True)]
)
def test_whole_numbers_are_integers_however_they_are_written(value: Any, is_told: bool) -> None:
    found, drifts = decode({"a": value}, dict[str, int])
    assert strictly_equal(found, {"a": value}) and told(drifts) == ["/a"] * is_told
    _, drifts = decode([value], list[Annotated[int, Field(le=20)]])
    assert told(drifts) == ["/0"] * is_told


def test_whole_numbers_are_held_to_their_limits() -> None:
    assert told(decode([30.0], list[Annotated[int, Field(le=20)]])[1]) == ["/0"]


def test_unlisted_values_are_of_the_enum() -> None:
    found, drifts = decode({**MINIMAL, "state": "NEW", "states": ["NEW", "ACTIVE"], "level": 9, "mixed": "new"})
    assert found.state == "NEW" and f"{found.state} {found.level}" == "NEW 9"
    assert isinstance(found.state, m.State) and not found.state.is_known and found.states[1] is m.State.ACTIVE
    assert told(drifts) == ["/state", "/states/0", "/level", "/mixed"]
    assert [drift.got for drift in drifts] == ["NEW", "NEW", 9, "new"]
    assert list(m.State) == [m.State.ACTIVE, m.State.EMPTY]
    assert pickle.loads(pickle.dumps(found.state)) == "NEW"
    assert json.loads(THING.encode(pickle.loads(pickle.dumps(found))))["state"] == "NEW"


def test_what_python_takes_for_a_listed_number_stays_as_it_came() -> None:
    for value, pointers in ((True, ["/level"]), (1.0, [])):
        found, drifts = decode({**MINIMAL, "level": value})
        assert strictly_equal(found.to_wire(), {**MINIMAL, "level": value}) and told(drifts) == pointers


def test_listed_values_are_written_by_pydantic_too() -> None:
    found, _ = decode({**MINIMAL, "level": 2})
    assert found.model_dump(exclude_unset=True, by_alias=True)["state"] is m.State.ACTIVE
    assert found.model_dump_json(exclude_unset=True, by_alias=True) == json.dumps(
        {"displayName": "a", "state": "ACTIVE", "level": 2}, separators=(",", ":")
    )


def test_drift_says_where_and_what() -> None:
    value = {
        "state": 5,
        "pet": {"petType": "ACTIVE", "lives": "x"},
        "note": "A",
        "parent": None,
        "closed": {"x": 1, "~/": 2},
    }
    found, drifts = decode(value)
    assert [(drift.pointer, drift.expected, repr(drift.got)) for drift in drifts] == [
        ("/displayName", "a value", "nothing"),
        ("/state", "one of 'ACTIVE', ''", "5"),
        ("/note", "text that matches '^[a-z]*$'", "'A'"),
        ("/pet/lives", "a valid integer", "'x'"),
        ("/closed/~0~1", "no such property", "2"),
        ("/parent", "an object", "None"),
    ]
    assert found.display_name is None and found.pet.lives == "x" and "display_name" not in found.model_fields_set
    assert str(drifts[0]) == "/displayName: expected a value, got nothing"


def test_one_bad_item_does_not_kill_a_list() -> None:
    found, drifts = decode([{"a": "1"}, {"a": 2}, "x", {"a": "3"}], list[m.Small])
    assert [getattr(item, "a", item) for item in found] == ["1", 2, "x", "3"]
    assert told(drifts) == ["/1/a", "/2"]


@pytest.mark.parametrize("content", [b"", b"{", b"<html>", b"\xff\xfe", b"[" * 100_000, b'{"a":1}x'])
def test_what_is_no_json_is_an_error(content: bytes) -> None:
    with pytest.raises(DecodeError):
        THING.decode(content)


def test_reading_what_drifts_is_linear() -> None:
    def steps(count: int) -> int:
        value = [{**MINIMAL, "state": "NEW", "loose": [{"a": "1"}, {"b": 2}]}] * count
        content = json.dumps(value).encode()
        codec: Codec[Any] = Codec(list[m.Thing])
        codec.decode(content)
        return calls_of(lambda: codec.decode(content))

    assert 0 < steps(400) < 11 * steps(40)


def calls_of(call: Callable[[], object]) -> int:
    """How many functions are called, Python's and C's."""
    counted = 0

    def count(frame: Any, event: str, argument: Any) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        call()
    finally:
        sys.setprofile(None)
    return counted


# ── unions ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"petType": "ACTIVE", "lives": 9}, m.Cat),
        ({"petType": "", "lives": 9}, m.Dog),
        ({"petType": "NEW", "lives": 9}, Unknown),
        ({"petType": None, "lives": 9}, m.Cat),
        ({"lives": 9, "barks": True}, Unknown),
    ],
)
def test_the_tag_decides(value: Any, kind: type[Model]) -> None:
    found, _ = decode(value, m.Pet)
    assert type(found) is kind and found.to_wire() == value


def test_an_unlisted_tag_where_null_is_allowed_as_well() -> None:
    value = {"petType": "NEW", "lives": 9}
    found, drifts = decode(value, Annotated[m.Pet | None, "required"])
    assert type(found) is Unknown and found.to_wire() == value
    assert [it.expected for it in drifts] == ["one of Cat, Dog"]
    assert decode(None, Annotated[m.Pet | None, "required"]) == (None, [])


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"a": "1"}, m.Small),
        ({"a": "1", "z": 1}, m.Small),
        ({"a": "1", "b": "ACTIVE"}, m.Large),
        ({"a": "1", "b": "NEW"}, m.Small),
        ({"b": "ACTIVE"}, Unknown),
        ([{"a": "1"}], list),
        ("x", str),
        (5, int),
    ],
)
def test_the_best_match_wins(value: Any, kind: type) -> None:
    found, _ = decode(value, m.Loose)
    assert type(found) is kind


def test_choices_that_look_alike_are_told_apart_by_what_is_inside() -> None:
    class One(Model):
        items: list[int]

    class Two(Model):
        items: list[str]

    found, drifts = decode({"items": ["x"]}, Annotated[One | Two | Unknown, OneOf(One, Two)])
    assert type(found) is Two and not drifts


def test_unions_take_instances_and_mappings() -> None:
    for pet, kind in (
        ({"pet_type": "ACTIVE", "lives": 1}, m.Cat),
        (m.Dog(pet_type=""), m.Dog),
        ({"petType": "?"}, Unknown),
    ):
        given: Any = {**MINIMAL, "pet": pet}
        assert type(m.Thing(**given).pet) is kind


# ── what is written ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"displayName": "x" * 21}, "displayName: expected at most 20 characters, got"),
        ({"displayName": UNSET}, "displayName: expected a value, got UNSET"),
        ({"state": "NEW"}, "state: expected one of 'ACTIVE', '', got 'NEW'"),
        ({"states": []}, "states: expected at least 1 item, got []"),
        ({"states": ["ACTIVE", "ACTIVE"]}, "states: expected items that are all different"),
        ({"count": 101}, "count: expected less than or equal to 100.5, got 101"),
        ({"count": 1.3}, "count: expected a multiple of 0.5, got 1.3"),
        ({"count": "5"}, "count: expected a valid number, got '5'"),
        ({"count": float("nan")}, "count: expected a finite number, got nan"),
        ({"whole": True}, "wholeNumber: expected a valid integer, got True"),
        ({"when": "soon"}, "when: expected a date-time such as 2030-01-31T12:00:00Z, got 'soon'"),
        ({"days": ["x"]}, "days[0]: expected a date such as 2030-01-31, got 'x'"),
        ({"word": "xyz"}, "word: expected text that matches"),
        ({"whole": None}, "wholeNumber: expected a valid integer, got None"),
        ({"closed": {"x": 1, "z": 2}}, "closed.z: expected no such property, got 2"),
        ({"labels": {"n": -1}}, "labels.n: expected greater than or equal to 0, got -1"),
        ({"pet": {"petType": "NEW"}}, "pet: expected one of Cat, Dog, got {'petType': 'NEW'}"),
        ({"display_name": "b"}, "displayName: expected one value, not two under both its names, got 'b'"),
        ({"any": {1, object}}, "any[0]: expected a JSON value"),
        ({"any": {5: 6}}, "any: expected names that are strings, got 5"),
    ],
)
def test_what_breaks_the_document_is_not_sent(more: dict[str, Any], problem: str) -> None:
    assert problem in refused({**MINIMAL, **more}) or "any[" in problem


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(InvalidRequestError) as found:
        Codec(m.Request).encode({"name": "", "nested": {"y": 5}, "more": 1})
    assert [problem.where for problem in found.value.problems] == ["name", "nested.x", "nested.y", "more"]


def test_values_that_were_made_wrong_later_are_caught() -> None:
    thing = m.Thing(display_name="a", state="ACTIVE", states=["ACTIVE"])
    assert thing.states is not None
    thing.states.append(5)  # type: ignore[arg-type]
    assert "states[1]: expected one of 'ACTIVE', '', got 5" in refused(thing)


def test_absent_and_null_are_different() -> None:
    assert json.loads(THING.encode(m.Thing(display_name="a", state="ACTIVE"))) == MINIMAL
    assert json.loads(THING.encode(m.Thing(display_name="a", state="ACTIVE", note=None))) == {**MINIMAL, "note": None}
    assert "wholeNumber" in refused(m.Thing(display_name="a", state="ACTIVE", whole=None))


def test_mappings_take_both_names_and_all_values() -> None:
    value = {
        "display_name": "a",
        "state": m.State.ACTIVE,
        "states": ("ACTIVE",),
        "when": datetime(2024, 1, 2),
        "pet": {"pet_type": "ACTIVE", "lives": 9},
        "parent": m.Thing(display_name="b", state="ACTIVE", id="x"),
        "id": "read-only",
        "note": UNSET,
    }
    expected = {
        "displayName": "a",
        "state": "ACTIVE",
        "states": ["ACTIVE"],
        "when": "2024-01-02T00:00:00",
        "pet": {"petType": "ACTIVE", "lives": 9},
        "parent": {"displayName": "b", "state": "ACTIVE"},
    }
    assert json.loads(THING.encode(value)) == THING.to_wire(value) == expected


def test_what_only_the_client_sends_is_asked_for() -> None:
    class Account(Model):
        password: Annotated[WriteOnly[str], Field(alias="pass")] = ABSENT

    assert refused(Account(), Account) == "pass: expected a value, got UNSET"
    assert Codec(list[Account]).to_wire([{"password": "x"}]) == [{"pass": "x"}]


def test_what_only_the_server_sends_is_missed() -> None:
    class Account(Model):
        id: ReadOnly[str] = ABSENT
        closed: Annotated[ReadOnly[Nullable[str]], Field(alias="closedAt")] = ABSENT
        password: WriteOnly[str] = ABSENT

    class Accounts(Model):
        by_name: dict[str, Account | None] | None = None
        all: list[Account]

    codec: Codec[Any] = Codec(Accounts)
    assert codec.to_wire({"all": [{"password": "x"}]}) == {"all": [{"password": "x"}]}
    for other in ({}, {"by_name": 7}):
        drifts: list[Drift] = []
        content = {"all": [{"id": "a", "closedAt": None}, {"closedAt": None}], "by_name": {"a/b": {"id": "c"}}, **other}
        found = codec.decode(json.dumps(content).encode(), drifts.append)
        assert [it.id for it in found.all] == ["a", None] and found.all[1].model_fields_set == {"closed"}
        told = [str(it) for it in drifts if it.expected == "a value"]
        assert sorted(told) == sorted(
            ["/all/1/id: expected a value, got nothing"]
            + ([] if other else ["/by_name/a~1b/closedAt: expected a value, got nothing"])
        )


def test_variants_that_differ_within_a_property() -> None:
    class Reason(OpenStrEnum):
        OLD = "OLD"

    class Because(OpenStrEnum):
        NEW = "NEW"

    class Of(Model):
        reason: Reason | str

    class For(Model):
        reason: Because | str

    class Short(Model):
        held: Of

    class Long(Model):
        held: For

    codec: Codec[Any] = Codec(Annotated[Short | Long | Unknown, OneOf(Short, Long)])
    for word, cls in (("OLD", Short), ("NEW", Long)):
        value = {"held": {"reason": word}}
        drifts: list[Drift] = []
        assert type(codec.decode(json.dumps(value).encode(), drifts.append)) is cls and not drifts
        assert codec.to_wire(value) == json.loads(codec.encode(value)) == value


def test_a_property_called_like_a_field_is_not_the_field() -> None:
    value = {**MINIMAL, "display_name": 7, "whole": "x"}
    found, drifts = decode(value)
    assert found.display_name == "a" and found.whole is None and not drifts
    assert found.to_wire() == value


def test_what_the_server_sent_may_be_sent_back_until_it_is_touched() -> None:
    found, _ = decode({**MINIMAL, "whole": 1, "closed": {"x": 1, "z": 2}, "note": "ÄÖ", "pet": {"petType": "?"}})
    for twin in (found, copy.copy(found), copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
        assert json.loads(THING.encode(twin)) == found.to_wire()
    found.closed.z = 3
    found.pet.petType = "!"
    problems = refused(found)
    assert "closed.z" in problems and "pet:" in problems and "note" not in problems


def test_binary_parts_stay_bytes() -> None:
    class Upload(Model):
        file: bytes
        name: Annotated[str, Field(max_length=3)]

    assert Codec(Upload).to_wire({"file": b"\xff", "name": "a"}) == {"file": b"\xff", "name": "a"}
    with pytest.raises(InvalidRequestError, match="name"):
        Codec(Upload).to_wire({"file": b"\xff", "name": "abcd"})


def test_binary_parts_of_json_are_texts_of_their_bytes() -> None:
    class Upload(Model):
        file: bytes
        size: int

    found, drifts = decode({"file": "Ä", "size": "many"}, Upload)
    assert found.file == "Ä".encode() and told(drifts) == ["/size"]
    assert json.loads(Codec(Upload).encode({"file": "Ä", "size": 1})) == {"file": "Ä", "size": 1}
    with pytest.raises(ValueError, match="utf-8"):  # of which `bodies.encode` makes a refusal
        Codec(Upload).encode({"file": b"\xff", "size": 1})


def test_parameters() -> None:
    assert Codec(Annotated[float, Field(ge=1, le=15)]).to_wire(3) == 3
    assert Codec(list[m.State | str]).to_wire(["ACTIVE"]) == ["ACTIVE"]
    with pytest.raises(InvalidRequestError, match=r"^\[0\]: expected one of"):
        Codec(list[m.State | str]).to_wire(["NEW"])
    with pytest.raises(InvalidRequestError, match="^expected less than or equal to 15, got 16$"):
        Codec(Annotated[float, Field(ge=1, le=15)]).to_wire(16)


def test_lone_surrogates_are_json_too() -> None:
    found, drifts = decode({**MINIMAL, "any": "\ud800"})
    assert found.any == "\ud800" and not drifts
    assert json.loads(THING.encode(found)) == {**MINIMAL, "any": "\ud800"}


def test_what_contains_itself_is_refused() -> None:
    loop: list[Any] = []
    loop.append(loop)
    with pytest.raises(InvalidRequestError, match="contains itself"):
        THING.encode({**MINIMAL, "any": loop})


# ── models in Python ────────────────────────────────────────────────────────────────────────────────────────────────


def test_constructors_check_types() -> None:
    with pytest.raises(ValidationError):
        m.Thing(display_name=5, state="ACTIVE")  # type: ignore[arg-type]
    with pytest.raises(ValidationError):
        m.Request(name="a", more=1)  # type: ignore[call-arg]
    thing = m.Thing(displayName="a", state="NEW")  # type: ignore[call-arg]
    with pytest.raises(ValidationError):
        thing.whole = "5"  # type: ignore[assignment]
    thing.state = "ACTIVE"
    assert thing.state is m.State.ACTIVE
    assert thing == m.Thing(display_name="a", state="ACTIVE")


def test_json_of_pydantic_itself_is_the_same() -> None:
    value = {**MINIMAL, "when": "2024-01-02T03:04:05.000Z", "days": ["2024-01-02"], "mixed": 0.5, "count": 3}
    found, _ = decode(value)
    assert json.loads(found.model_dump_json(by_alias=True, exclude_unset=True)) == value


def test_an_enum_by_itself_is_open_too() -> None:
    for type_ in (m.State, dict[str, m.State], m.Level, m.Mixed):
        found, drifts = decode({"k": "NEW"} if type_ == dict[str, m.State] else 7 if type_ is m.Level else "NEW", type_)
        assert len(drifts) == 1 and Codec(type_).to_wire(found)


@pytest.mark.parametrize(
    ("items", "different"),
    [
        ([1, True], True),
        ([1, 1.0], False),
        ([{"a": 1, "b": 2}, {"b": 2, "a": 1}], False),
        ([{"a": 1}, {"a": 2}], True),
        (["a", "a"], False),
    ],
)
def test_unique_items(items: list[Any], different: bool) -> None:
    drifts = decode(items, Annotated[list[Any], Unique()])[1]
    assert [drift.expected for drift in drifts] == ([] if different else ["items that are all different"])
