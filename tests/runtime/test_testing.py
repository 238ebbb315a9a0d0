"""Builders and the mock, on models and operations made by hand."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

import httpx
import pytest
from runtime import mocking
from runtime.codec import Codec
from runtime.event import Event
from runtime.mocking import Mock, Route, Routes
from runtime.signatures import Signing
from runtime.testing import Samples
from runtime.unset import UNSET

from tests.runtime import models
from tests.runtime.models import Cat, Closed, Labels, Level, Request, State

SIGNING = Signing("x-signature", "{body}", {"HmacSHA256": "sha256"})

DATA: dict[str, Any] = {
    "servers": ["https://api.example/v1", "https://{region}.example/{version}/x", "/relative"],
    "tokens": ["https://auth.example/token"],
    "models": {
        "Request": {"name": "abc", "nested": {"x": 1, "y": "why"}},
        "Closed": {"x": 1},
        "Labels": {},
        "Cat": {"petType": "ACTIVE", "lives": 9},
    },
    "operations": {
        "things.get": {
            "method": "GET",
            "path": "/things/{thingId}",
            "answers": {"200": {"json": {"x": 1}}, "404": {"json": {"code": "gone"}}, "5XX": {"json": "down"}},
        },
        "things.export": {
            "method": "GET",
            "path": "/things/export",
            "answers": {"200": {"text": "a,b", "type": "text/csv"}},
        },
        "things.search": {"method": "GET", "path": "/things/{thingId}?deep=1", "answers": {"2XX": {"json": [1]}}},
        "things.remove": {"method": "DELETE", "path": "/things/{thingId}", "answers": {"204": {}, "default": {}}},
        "things.peek": {"method": "HEAD", "path": "/things/{thingId}", "answers": {"200": {}}},
        "things.ask": {"method": "OPTIONS", "path": "/things/{a}.{b}", "answers": {"default": {"json": None}}},
        "things.create": {"method": "POST", "path": "/things", "answers": {"201": {"problem": "too deep"}}},
        "things.list": {
            "method": "GET",
            "path": "/things",
            "paging": {"token": "pageToken", "kind": "str", "next": ["meta", "next"], "items": ["data", "things"]},
            "answers": {"200": {"json": {"data": {"things": [{"x": 1}]}, "size": 1}}},
        },
        "things.count": {
            "method": "GET",
            "path": "/counts",
            "paging": {"token": "page", "kind": "int", "next": ["next"], "items": ["items"]},
            "answers": {"200": {"json": {"items": []}}},
        },
    },
    "events": {"born": {"petType": "ACTIVE", "lives": 9}, "told": "text"},
}


def samples(package: str = "tests.runtime.testing", signing: Signing | None = None) -> Samples:
    found = Samples(package, signing)
    vars(found)["data"] = DATA
    return found


class ThingRoutes(Routes):
    get: Route[Closed]
    export: Route[str]
    search: Route[list[int]]
    remove: Route[None]
    peek: Route[None]
    ask: Route[Any]
    create: Route[Closed]
    list: Route[Any]
    count: Route[Any]


class Api(Mock):
    def __init__(self, base_url: str | None = None) -> None:
        super().__init__(samples(), base_url)
        self.things = ThingRoutes(self, "things")


# ── builders ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_sample_is_made_and_is_nobody_elses() -> None:
    found = samples()
    made = found.make(Request)
    assert type(made) is Request and made.to_wire() == DATA["models"]["Request"]
    found.sample(Request)["nested"]["x"] = 9
    assert found.sample(Request)["nested"]["x"] == 1


def test_a_subclass_is_made_of_the_sample_of_its_model() -> None:
    class Mine(Request):
        pass

    assert type(samples().make(Mine)) is Mine


@pytest.mark.parametrize("name", ["pet_type", "petType"])
def test_fields_by_either_name(name: str) -> None:
    made = samples().make(Cat, **{name: State.EMPTY})
    assert made.pet_type is State.EMPTY
    assert made.to_wire() == {"petType": "", "lives": 9}


def test_a_dict_changes_what_it_names_and_a_model_replaces() -> None:
    found = samples()
    assert found.make(Request, nested={"x": 2}).to_wire()["nested"] == {"x": 2, "y": "why"}
    assert found.make(Request, nested=Closed(x=2)).to_wire()["nested"] == {"x": 2}
    assert "nested" not in found.make(Request, nested=UNSET).to_wire()


def test_enums_have_their_first_value() -> None:
    assert samples().make(State) is State.ACTIVE
    assert samples().make(Level) is Level.LOW


def test_declared_extras_are_fields() -> None:
    assert samples().make(Labels, anything=3).to_wire() == {"anything": 3}
    with pytest.raises(ValueError, match="/anything"):
        samples().make(Labels, anything=-1)


def test_mistakes() -> None:
    found = samples()
    with pytest.raises(TypeError, match="Request has no field 'nmae'; it has name, nested"):
        found.make(Request, nmae="x")
    with pytest.raises(TypeError, match="Closed has no field 'z'"):
        found.make(Request, nested={"z": 1})
    with pytest.raises(ValueError, match="Request is not valid: /name: .*, got 'too long'"):
        found.make(Request, name="too long")
    with pytest.raises(ValueError, match="/name: expected a value, got nothing"):
        found.make(Request, name=UNSET)
    with pytest.raises(ValueError, match="Cat is not valid: /petType: expected one of"):
        found.make(Cat, pet_type="UNLISTED")
    with pytest.raises(LookupError, match="Dog has no sample"):
        found.make(models.Dog)
    for wrong in (dict, httpx.Client):
        with pytest.raises(TypeError, match="is no model of this client"):
            found.make(wrong)
    with pytest.raises(TypeError, match="is no model of this client"):
        Samples("elsewhere.testing").sample(Request)


def named(event: Event[Any], name: str) -> Event[Any]:
    object.__setattr__(event, "name", name)
    return event


BORN = named(Event("born", Cat), "born")


def test_an_event_and_its_delivery() -> None:
    found = samples(signing=SIGNING)
    assert found.event(BORN).to_wire() == {"petType": "ACTIVE", "lives": 9}
    sent = found.delivery(BORN, "secret", lives=1)
    assert BORN.parse(sent.body).to_wire() == {"petType": "ACTIVE", "lives": 1}
    SIGNING.verify(sent.body, sent.headers, "secret")
    assert found.delivery(BORN).headers == {"Content-Type": "application/json"}


def test_an_event_that_is_no_object() -> None:
    told = named(Event("told", codec=Codec(str)), "told")
    assert samples().delivery(told).body == b'"text"'
    with pytest.raises(TypeError, match="no fields"):
        samples().event(told, more="x")


def test_nobody_signs_for_an_api_that_does_not() -> None:
    with pytest.raises(TypeError, match="does not sign"):
        samples().delivery(BORN, "secret")


# ── the mock ────────────────────────────────────────────────────────────────────────────────────────────────────────

HOME = "https://api.example/v1"


def test_every_route_answers_with_the_documents_example() -> None:
    with Api() as api, httpx.Client() as client:
        assert client.get(f"{HOME}/things/1").json() == {"x": 1}
        export = client.get(f"{HOME}/things/export")
        assert (export.text, export.headers["content-type"]) == ("a,b", "text/csv")
        assert client.get(f"{HOME}/things/1?deep=1&more=2").json() == [1]
        removed = client.delete(f"{HOME}/things/1")
        assert (removed.status_code, removed.content) == (204, b"")
        assert client.head(f"{HOME}/things/1").status_code == 200
        asked = client.options(f"{HOME}/things/left.right")
        assert (asked.status_code, asked.content) == (200, b"null")
        assert api.things.ask.last_request.path_params == {"a": "left", "b": "right"}
        assert all(it.called for it in (api.things.get, api.things.export, api.things.search, api.things.peek))
        assert [it.respx.name for it in vars(api.things).values()] == [f"things.{it}" for it in vars(api.things)]


def test_what_a_request_was() -> None:
    with Api() as api, httpx.Client() as client:
        client.get(f"{HOME}/things/a%2Fb%20c", params={"q": ["1", "ü"], "empty": ""}, headers={"X-Mine": "yes"})
        client.request("DELETE", f"{HOME}/things/2", json={"why": None})
    seen, removed = api.things.get.last_request, api.things.remove.last_request
    assert (seen.method, seen.path_params, seen.query) == (
        "GET",
        {"thingId": "a/b c"},
        {"q": ["1", "ü"], "empty": [""]},
    )
    assert (seen.headers["x-mine"], seen.json, removed.json) == ("yes", None, {"why": None})
    assert len(api.things.get.calls) == 1
    assert not api.things.search.called
    with pytest.raises(AssertionError, match=r"things\.search was not called"):
        _ = api.things.search.last_request


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/things/a/b"),
        ("GET", "/things/"),
        ("GET", "/things/1/"),
        ("GET", "/more/things/1"),
        ("GET", "/v1/things/1"),
        ("PATCH", "/things/1"),
        ("GET", "/thing"),
        ("GET", "/"),
    ],
)
def test_what_no_operation_has_is_named(method: str, path: str) -> None:
    told = f"{method} {HOME}{path} is not mocked"
    with Api(), httpx.Client() as client, pytest.raises(AssertionError, match=told):
        client.request(method, f"{HOME}{path}")


def test_methods_of_a_path_that_is_known_are_named() -> None:
    with Api(), httpx.Client() as client, pytest.raises(AssertionError, match="its path takes DELETE, GET, HEAD"):
        client.patch(f"{HOME}/things/1")


@pytest.mark.parametrize(
    "base",
    ["https://api.example/v1", "http://localhost:8000", "https://eu.example/v7/x", "https://other.example/relative"],
)
def test_any_host_with_the_path_of_a_server_or_none(base: str) -> None:
    with Api(), httpx.Client() as client:
        assert client.get(f"{base}/things/1").json() == {"x": 1}


def test_a_given_base_url_is_the_only_one() -> None:
    with Api("https://mine.example/api/"), httpx.Client() as client:
        assert client.get("https://mine.example/api/things/1").json() == {"x": 1}
        for other in ("https://mine.example", "http://mine.example/api", "https://mine.example.org/api", HOME):
            with pytest.raises(AssertionError, match="base URL"):
                client.get(f"{other}/things/1")


def test_what_is_returned() -> None:
    with Api() as api, httpx.Client() as client:
        assert api.things.get.returns(Closed(x=5), status=202, headers={"X-A": "b"}) is api.things.get
        answer = client.get(f"{HOME}/things/1")
        assert (answer.status_code, answer.json(), answer.headers["x-a"]) == (202, {"x": 5}, "b")
        api.things.export.returns("1,2")
        answer = client.get(f"{HOME}/things/export")
        assert (answer.text, answer.headers["content-type"]) == ("1,2", "text/csv")
        api.things.search.returns([2, 3])
        assert client.get(f"{HOME}/things/1?deep=1").json() == [2, 3]
        api.things.remove.returns(None)
        assert client.delete(f"{HOME}/things/1").content == b""
        api.things.create.returns(b"{}", headers={"Content-Type": "application/problem+json"})
        made = client.post(f"{HOME}/things")
        assert (made.status_code, made.content, made.headers["content-type"]) == (
            201,
            b"{}",
            "application/problem+json",
        )


def test_what_fails() -> None:
    with Api() as api, httpx.Client() as client:
        cases: list[tuple[int, Any]] = [(404, {"code": "gone"}), (503, "down")]
        for status, body in cases:
            api.things.get.fails(status, headers={"Retry-After": "1"})
            answer = client.get(f"{HOME}/things/1")
            assert (answer.status_code, answer.json(), answer.headers["retry-after"]) == (status, body, "1")
        api.things.get.fails(418, {"code": "teapot"})
        assert client.get(f"{HOME}/things/1").json() == {"code": "teapot"}
        for status in (400, 409):
            api.things.remove.fails(status)
            assert client.delete(f"{HOME}/things/1").status_code == status


def test_an_example_that_there_is_not() -> None:
    with Api() as api, httpx.Client() as client:
        with pytest.raises(LookupError, match=r"things\.create has no example of 201: too deep"):
            client.post(f"{HOME}/things")
        api.things.create.returns({"x": 1})
        assert client.post(f"{HOME}/things").json() == {"x": 1}


def test_pages() -> None:
    with Api() as api, httpx.Client() as client:
        api.things.list.pages([Closed(x=1)], [], [{"x": 3}])
        bodies = [
            client.get(f"{HOME}/things", params=given).json() for given in ({}, {"pageToken": "1"}, {"pageToken": "2"})
        ]
        assert [it["data"]["things"] for it in bodies] == [[{"x": 1}], [], [{"x": 3}]]
        assert [it.get("meta") for it in bodies] == [{"next": "1"}, {"next": "2"}, None]
        api.things.count.pages([1], [2])
        assert client.get(f"{HOME}/counts").json() == {"items": [1], "next": 1}
        assert client.get(f"{HOME}/counts?page=1").json() == {"items": [2]}
        api.things.list.pages()
        assert client.get(f"{HOME}/things").json()["data"] == {"things": []}
        with pytest.raises(TypeError, match=r"things\.get does not page"):
            api.things.get.pages([])


def test_tokens_are_handed_out() -> None:
    with Api(), httpx.Client() as client:
        assert client.post("https://auth.example/token", data={"grant_type": "x"}).json()["token_type"] == "Bearer"


def test_routes_of_respx_may_be_added() -> None:
    with Api() as api, httpx.Client() as client:
        api.respx.get("https://elsewhere.example/x").respond(201)
        assert client.get("https://elsewhere.example/x").status_code == 201
        api.things.get.respx.mock(side_effect=httpx.ConnectTimeout)
        with pytest.raises(httpx.ConnectTimeout):
            client.get(f"{HOME}/things/1")


def test_several_mocks_at_once_and_one_after_the_other() -> None:
    with Api("https://one.example") as one, Api("https://two.example") as two, httpx.Client() as client:
        for _ in range(2):
            assert client.get("https://two.example/things/1").json() == {"x": 1}
        assert (len(one.things.get.calls), len(two.things.get.calls)) == (0, 2)
        with pytest.raises(AssertionError, match="not mocked"):
            client.get("https://three.example/things/1")
    api = Api()
    for count in (1, 2):
        with api, httpx.Client() as client:
            client.get(f"{HOME}/things/1")
        assert len(api.things.get.calls) == count


def test_asynchronous_clients() -> None:
    async def run() -> None:
        async with Api() as api, httpx.AsyncClient() as client:
            answers = await asyncio.gather(*(client.get(f"{HOME}/things/{number}") for number in range(20)))
            assert {answer.json()["x"] for answer in answers} == {1}
            assert {it.path_params["thingId"] for it in api.things.get.calls} == {str(it) for it in range(20)}
            with pytest.raises(AssertionError, match="PUT .* is not mocked"):
                await client.put(f"{HOME}/things/1")

    asyncio.run(run())


def test_without_respx_only_the_mock_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "respx", None)
    assert samples().make(Request).name == "abc"
    with pytest.raises(ImportError, match=r"mock_api\(\) needs respx: pip install respx"):
        Api()


def test_respx_is_not_imported_with_the_module() -> None:
    assert "respx" not in vars(mocking)
