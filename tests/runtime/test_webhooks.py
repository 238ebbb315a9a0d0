"""Reading messages: the model of the event that a message says it is, and everything that may arrive instead."""

from __future__ import annotations

import copy
import json
import pickle
import sys
from collections.abc import Iterator
from types import MappingProxyType, ModuleType
from typing import Annotated, Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field
from runtime.codec import Codec, Drift
from runtime.errors import DecodeError
from runtime.event import Event
from runtime.models import Model, OneOf, Unknown
from runtime.webhooks import Reader, UnknownEvent

from tests.runtime.models import State


class Moved(Model):
    kind: str
    state: State | str
    new_place: Annotated[str, Field(alias="newPlace")]


class Told(Model):
    kind: str
    comment: str | None = None


class ToldLong(Model):
    kind: str
    comment: str | None = None
    author: str


class ToldBack(Model):
    kind: str
    answers: int
    author: str


Either: TypeAlias = Annotated[ToldLong | ToldBack | Unknown, OneOf(ToldLong, ToldBack)]

MOVED = Event("Moved", Moved, ("MOVED", "FLED"), "{$request.body#/url}")
TOLD = Event("Told", Told, ("TOLD",))
TOLD_LONG = Event("ToldLong", ToldLong, ("TOLD", "WRITTEN"))
TOLD_AGAIN = Event("ToldAgain", Told, ("TOLD",), method="PUT")
TOLD_BACK = Event("ToldBack", ToldBack, ("WRITTEN",))
EITHER: Event[Either] = Event("Either", codec=Codec(Either), types=("EITHER",))
PING: Event[Any] = Event("Ping")
READER = Reader([MOVED, TOLD, TOLD_LONG, TOLD_AGAIN, TOLD_BACK, EITHER, PING], "kind")

MESSAGE = {"kind": "MOVED", "state": "ACTIVE", "newPlace": "Örebro"}


def read(value: Any) -> tuple[Any, list[str]]:
    """A message, and the pointers of its departures from the document."""
    drifts: list[Drift] = []
    found = READER.read(json.dumps(value).encode(), on_drift=drifts.append)
    assert found.to_wire() == value
    return found, [drift.pointer for drift in drifts]


@pytest.mark.parametrize(
    "body",
    [
        json.dumps(MESSAGE).encode(),
        json.dumps(MESSAGE, ensure_ascii=False),
        bytearray(json.dumps(MESSAGE).encode()),
        memoryview(json.dumps(MESSAGE).encode()),
        MESSAGE,
        MappingProxyType(MESSAGE),
        json.dumps(MESSAGE).encode("utf-8-sig"),
    ],
    ids=lambda it: type(it).__name__,
)
def test_bodies_of_every_kind(body: Any) -> None:
    found = READER.read(body)
    assert type(found) is Moved
    assert (found.state, found.new_place) == (State.ACTIVE, "Örebro")
    assert MOVED.parse(body) == found


def test_an_event_may_have_several_types() -> None:
    assert type(read({**MESSAGE, "kind": "FLED"})[0]) is Moved


def test_branches_by_class_and_type() -> None:
    def answer(value: Any) -> Any:
        match READER.read(value):
            case Moved(kind="FLED", new_place=place):
                return f"fled to {place}"
            case Moved():
                return "moved"
            case UnknownEvent(type=kind):
                return kind

    assert [answer({**MESSAGE, "kind": kind}) for kind in ("FLED", "MOVED", "FLOWN")] == [
        "fled to Örebro",
        "moved",
        "FLOWN",
    ]


@pytest.mark.parametrize(
    ("value", "model"),
    [
        ({"kind": "TOLD"}, Told),
        ({"kind": "TOLD", "comment": "c"}, Told),
        ({"kind": "TOLD", "comment": "c", "author": "a"}, ToldLong),
        ({"kind": "TOLD", "comment": 5, "author": "a"}, ToldLong),
        ({"kind": "WRITTEN", "author": "a"}, ToldLong),
        ({"kind": "WRITTEN", "answers": 5, "author": "a"}, ToldBack),
        ({"kind": "WRITTEN", "answers": 5}, ToldBack),
        ({"kind": "WRITTEN", "comment": "c"}, ToldLong),
        ({"kind": "WRITTEN"}, ToldLong),
        ({"kind": "EITHER", "answers": 1, "author": "a"}, ToldBack),
    ],
)
def test_of_events_that_share_a_type_the_best_fit(value: Any, model: type[Model]) -> None:
    assert type(read(value)[0]) is model


def test_what_does_not_match_is_kept_and_told() -> None:
    found, drifts = read({"kind": "MOVED", "state": "LOST", "newPlace": 5, "speed": {"of": "light"}})
    assert type(found) is Moved
    assert found.state == "LOST"
    assert vars(found)["new_place"] == 5
    assert found.model_extra == {"speed": {"of": "light"}}
    assert drifts == ["/state", "/newPlace"]
    assert read({"kind": "MOVED"})[1] == ["/state", "/newPlace"]


def test_a_hook_may_refuse_what_does_not_match() -> None:
    def strict(drift: Drift) -> None:
        raise ValueError(str(drift))

    READER.read(MESSAGE, on_drift=strict)
    with pytest.raises(ValueError, match="/newPlace: expected a value, got nothing"):
        READER.read({"kind": "MOVED", "state": "ACTIVE"}, on_drift=strict)
    with pytest.raises(ValueError, match="/kind: expected the type of a known event, got 'NEW'"):
        READER.read({"kind": "NEW"}, on_drift=strict)


@pytest.mark.parametrize(
    ("value", "type_"),
    [
        ({"kind": "NEW", "payload": {"a": [1, None, {"b": 0.5}]}, "type": "other"}, "NEW"),
        ({"kind": "moved", "state": "ACTIVE", "newPlace": "x"}, "moved"),
        ({"kind": "", "class": 1}, ""),
        ({"kind": None}, None),
        ({"kind": ["MOVED"]}, None),
        ({"payload": 1}, None),
        ({}, None),
    ],
)
def test_unknown_messages_arrive_as_themselves(value: Any, type_: str | None) -> None:
    found, drifts = read(value)
    assert isinstance(found, UnknownEvent)
    assert isinstance(found, Unknown)
    assert (found.type, found.model_extra, drifts) == (type_, value, ["/kind"])
    for twin in (copy.copy(found), copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
        assert (type(twin), twin.type, twin.to_wire()) == (UnknownEvent, type_, value)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        ("", "not JSON"),
        (b'{"kind": "MOVED"', "not JSON"),
        (b"kind=MOVED", "not JSON"),
        (b"<html>", "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b'{"kind": "\xff"}', "not JSON"),
        ("\ud800", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        ({"kind": object()}, "not JSON: Object of type object is not JSON serializable"),
        (b"[]", "a message is a JSON object, this is of type array"),
        (b"null", "of type null"),
        (b'"MOVED"', "of type string"),
        (b"5", "of type number"),
        (b"true", "of type boolean"),
    ],
)
def test_bodies_that_cannot_be_read(body: Any, words: str) -> None:
    with pytest.raises(DecodeError, match=words) as caught:
        READER.read(body)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


def test_nesting_without_end_is_refused() -> None:
    deep = b'{"kind": "MOVED", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    with pytest.raises(DecodeError):
        READER.read(deep)


@pytest.mark.parametrize(
    "headers", [{"Content-Type": "text/html", "Authorization": "x"}, [(b"Content-Type", b"text/html")]]
)
def test_the_error_shows_headers_and_body(headers: Any) -> None:
    with pytest.raises(DecodeError) as caught:
        READER.read(b"<html>", headers)
    assert caught.value.headers["content-type"] == "text/html"
    assert caught.value.headers.get("authorization") in (None, "***")
    assert caught.value.body == b"<html>"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KINDS = st.sampled_from(["MOVED", "FLED", "TOLD", "WRITTEN", "EITHER", "NEW"])
NAMES = st.sampled_from(["state", "newPlace", "comment", "author", "answers", "model_extra", "type", "_type"])


@given(st.dictionaries(NAMES, JSON, max_size=5), KINDS | JSON)
def test_every_object_is_read_and_goes_back_unchanged(value: Any, kind: Any) -> None:
    read({**value, "kind": kind})


@given(st.binary(max_size=50) | st.text(max_size=50))
def test_nothing_but_our_error_is_raised(body: bytes | str) -> None:
    try:
        found = READER.read(body)
    except DecodeError:
        return
    assert isinstance(found, UnknownEvent)


@pytest.fixture
def module() -> Iterator[ModuleType]:
    found = ModuleType("some_events")
    found.__dict__.update(moved=Event("Moved", Moved), ping=Event("Ping"), Other=Moved, number=5)
    sys.modules["some_events"] = found
    yield found
    del sys.modules["some_events"]


def test_the_table_of_a_module_holds_its_events(module: Any) -> None:
    table = Event.table("some_events")
    assert table == {"moved": module.moved, "ping": module.ping}
    assert [event.name for event in table.values()] == ["moved", "ping"]
    assert "name='ping'" in repr(module.ping)


def test_an_event_without_a_json_body() -> None:
    with pytest.raises(TypeError, match="Ping has no JSON body"):
        PING.parse(b"{}")


def test_an_event_reads_its_own_messages_whatever_their_type() -> None:
    drifts: list[Drift] = []
    found = TOLD_LONG.parse({"kind": "NEW", "comment": "c"}, on_drift=drifts.append)
    assert type(found) is ToldLong
    assert [drift.pointer for drift in drifts] == ["/author"]
    with pytest.raises(DecodeError, match="not JSON"):
        TOLD_LONG.parse("{")
