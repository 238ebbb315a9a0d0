"""Retries, deadlines and the second try after a 401: what is sent again, when, and what the exception tells."""

from __future__ import annotations

import json
import pickle
from collections.abc import AsyncIterator, Sequence
from email.utils import formatdate
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime.auth import BearerAuth, ClientCredentials
from runtime.configuration import Secrets
from runtime.errors import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    DecodeError,
    InternalServerError,
    InvalidRequestError,
)
from runtime.messages import Attempt, CallOptions
from runtime.operation import Operation, json_response
from runtime.retries import MAX_DELAY, Clock, delay_before, is_repeatable

from tests.runtime.conftest import Call, Time
from tests.runtime.sample import GET

Event = int | Exception | httpx.Response

THING = {"thing_id": "t"}
GRANT = (("Grant",),)


class Script:
    """A server that does one thing after another, and then answers well."""

    def __init__(self, *events: Event) -> None:
        self.events = list(events)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        event = self.events.pop(0) if self.events else 200
        if isinstance(event, Exception):
            raise event
        return event if isinstance(event, httpx.Response) else httpx.Response(event, json={"message": "m"})


def method(name: str) -> Operation[Any]:
    return Operation("do_it", f"{name} /things", responses=(json_response("200", dict[str, Any]),))


@pytest.mark.parametrize(
    "event",
    [408, 429, 500, 502, 503, 504, 520, 599, httpx.ConnectError("x"), httpx.ReadTimeout("x"), httpx.ReadError("x")],
)
def test_what_may_pass_is_tried_again(call: Call, time: Time, event: Event) -> None:
    script = Script(event, event, event)
    assert call(script, GET, THING, clock=time.clock) == {"message": "m"}
    assert len(script.requests) == 4
    assert time.slept == [0.5, 1.0, 2.0]


@pytest.mark.parametrize(
    "event",
    [400, 401, 403, 404, 409, 412, 422, 424, httpx.UnsupportedProtocol("x"), httpx.TooManyRedirects("x")],
)
def test_what_will_not_pass_is_not(call: Call, time: Time, event: Event) -> None:
    script = Script(event)
    with pytest.raises(APIError) as caught:
        call(script, GET, THING, clock=time.clock)
    assert len(script.requests) == 1 and time.slept == []
    assert [attempt.stopped for attempt in caught.value.attempts] == ["repeating would not help"]


@pytest.mark.parametrize("name", ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "POST", "PATCH", "CONNECT"])
def test_methods_that_are_not_safe_to_repeat_are_sent_once(call: Call, time: Time, name: str) -> None:
    safe = name not in ("POST", "PATCH", "CONNECT")
    assert is_repeatable(name) is safe
    for event in (503, httpx.ReadTimeout("x")):
        script = Script(event)
        try:
            call(script, method(name), {}, clock=time.clock)
        except APIError as error:
            assert not safe
            assert (
                error.attempts[0].stopped
                == f"{name} is repeated only with idempotency_key= or max_retries= of the call"
            )
        assert len(script.requests) == (2 if safe else 1)


@pytest.mark.parametrize("options", [{"max_retries": 2}, {"idempotency_key": "k-1"}])
def test_a_call_can_say_that_it_may_be_repeated(call: Call, time: Time, options: CallOptions) -> None:
    script = Script(503, httpx.ReadTimeout("x"))
    call(script, method("POST"), {}, options, clock=time.clock)
    assert len(script.requests) == 3
    key = options.get("idempotency_key")
    assert [request.headers.get("idempotency-key") for request in script.requests] == [key] * 3


def test_the_number_of_retries(call: Call, time: Time) -> None:
    for options, client, sent in [
        ({"max_retries": 0}, {}, 1),
        ({"max_retries": 1}, {}, 2),
        ({}, {"max_retries": 1}, 2),
        ({"max_retries": 0}, {"max_retries": 5}, 1),
        ({}, {}, 4),
        ({"max_retries": 9}, {}, 10),
    ]:
        script = Script(*[503] * 20)
        with pytest.raises(InternalServerError) as caught:
            call(script, GET, THING, options, clock=time.clock, **client)
        assert len(script.requests) == sent == len(caught.value.attempts)
    assert max(time.slept) == MAX_DELAY


def test_the_exception_tells_of_every_attempt(call: Call, time: Time) -> None:
    script = Script(503, httpx.ConnectError("refused"), httpx.Response(429, headers=after(retry_after="3")), 500)
    with pytest.raises(InternalServerError) as caught:
        call(script, GET, THING, clock=time.clock)
    assert caught.value.attempts == (
        Attempt("503 Service Unavailable", 0.5),
        Attempt("ConnectError: refused", 1.0),
        Attempt("429 Too Many Requests", 3.0),
        Attempt("500 Internal Server Error", None, "no more than 3 retries"),
    )
    assert str(caught.value).endswith("500 Internal Server Error: m (attempt 4)")
    assert pickle.loads(pickle.dumps(caught.value)).attempts == caught.value.attempts


def test_connection_errors_tell_of_every_attempt(call: Call, time: Time) -> None:
    with pytest.raises(APITimeoutError, match=r"ReadTimeout: slow \(attempt 2\)") as caught:
        call(Script(502, httpx.ReadTimeout("slow")), GET, THING, {"max_retries": 1}, clock=time.clock)
    assert [attempt.reason for attempt in caught.value.attempts] == ["502 Bad Gateway", "ReadTimeout: slow"]


def after(**headers: str) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


@pytest.mark.parametrize(
    ("headers", "slept"),
    [
        (after(retry_after="2"), 2.0),
        (after(retry_after="2.5"), 2.5),
        (after(retry_after="0"), 0.0),
        (after(retry_after="-5"), 0.0),
        (after(retry_after="3600"), 10.0),
        (after(retry_after_ms="1500"), 1.5),
        (after(retry_after_ms="1500", retry_after="9"), 1.5),
        (after(retry_after=formatdate(1_000_004, usegmt=True)), 4.0),
        (after(retry_after=formatdate(999_990, usegmt=True)), 0.0),
        (after(retry_after="Fri, 31 Dec 9999 23:59:59 GMT"), 10.0),
        (after(retry_after="soon"), 0.5),
        (after(retry_after="nan"), 0.5),
        (after(retry_after="inf"), 0.5),
        (after(retry_after="Mon, 99 Foo 2030 99:99:99 GMT"), 0.5),
        (after(), 0.5),
    ],
)
def test_retry_after(call: Call, time: Time, headers: dict[str, str], slept: float) -> None:
    call(Script(httpx.Response(503, headers=headers)), GET, THING, clock=time.clock)
    assert time.slept == [slept]


@given(st.integers(1, 400), st.floats(0, 1), st.one_of(st.text(), st.floats().map(str), st.integers().map(str)))
def test_delays_are_never_negative_nor_long(retry: int, chance: float, asked: str) -> None:
    clock = Clock(time=lambda: 0.0, random=lambda: chance)
    for headers in ({}, {"retry-after": asked}, {"retry-after-ms": asked}):
        assert 0.0 <= delay_before(retry, headers, clock) <= MAX_DELAY


def test_jitter_is_full(time: Time) -> None:
    clock = Clock(random=lambda: 0.25)
    assert [delay_before(retry, {}, clock) for retry in range(1, 8)] == [0.125, 0.25, 0.5, 1.0, 2.0, 2.5, 2.5]


# --- deadlines ---


def test_a_deadline_ends_the_retries(call: Call, time: Time) -> None:
    script = Script(*[503] * 9)
    with pytest.raises(InternalServerError) as caught:
        call(script, GET, THING, {"deadline": 2.0}, clock=time.clock)
    assert time.slept == [0.5, 1.0]
    assert caught.value.attempts[-1].stopped == "the deadline of 2 s comes first"


def test_what_is_left_of_a_deadline_limits_every_phase(call: Call, time: Time) -> None:
    script = Script(503, 503)
    call(script, GET, THING, {"deadline": 5.0, "timeout": httpx.Timeout(4, connect=1)}, clock=time.clock)
    given = [request.extensions["timeout"] for request in script.requests]
    assert [timeout["read"] for timeout in given] == [4, 4, 3.5]
    assert [timeout["connect"] for timeout in given] == [1, 1, 1]
    call(script, GET, THING, {"timeout": None}, deadline=3, clock=time.clock)
    assert script.requests[-1].extensions["timeout"] == {"connect": 3, "read": 3, "write": 3, "pool": 3}


class Drip(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that never ends, a second for each byte."""

    def __init__(self, time: Time) -> None:
        self.time, self.closed, self.pieces = time, False, 0

    def piece(self) -> bytes:
        self.time.now += 1
        self.pieces += 1
        return b" "

    def __iter__(self) -> Any:
        while True:
            yield self.piece()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while True:
            yield self.piece()

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


def test_a_body_that_drips_for_ever_meets_the_deadline(call: Call, time: Time) -> None:
    drip = Drip(time)
    with pytest.raises(APITimeoutError, match="the deadline is over"):
        call(Script(httpx.Response(200, stream=drip)), GET, THING, {"deadline": 5}, clock=time.clock)
    assert drip.closed and drip.pieces == 5


# --- what cannot be meant ---


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"max_retries": -1}, "max_retries: expected an integer of at least 0, got -1"),
        ({"max_retries": 1.5}, "max_retries"),
        ({"max_retries": True}, "max_retries"),
        ({"deadline": 0}, "deadline: expected seconds, more than 0, or None, got 0"),
        ({"deadline": float("nan")}, "deadline"),
        ({"timeout": "5"}, "timeout: expected seconds"),
        ({"timeout": -1}, "timeout"),
        ({"idempotency_key": ""}, "idempotency_key"),
        ({"idempotency_key": "a\nb"}, "idempotency_key"),
        ({"extra_headers": [("a", "b")]}, "extra_headers: expected a mapping"),
        ({"extra_headers": {"X-A": "a\r\nX-B: c"}}, "extra_headers.X-A: expected text without control characters"),
        ({"extra_headers": {"X A": "a"}}, "extra_headers: expected names of headers"),
        ({"extra_query": "a=1"}, "extra_query: expected a mapping"),
        ({"extra_body": 3}, "extra_body: expected a mapping"),
    ],
)
def test_options_that_make_no_sense(call: Call, options: Any, message: str) -> None:
    script = Script()
    with pytest.raises(InvalidRequestError, match=message):
        call(script, GET, THING, options)
    assert script.requests == []


# --- after a 401 ---


class Tokens:
    """A server that grants tokens and refuses some."""

    def __init__(self, refused: Sequence[str] = (), grants: Sequence[Event] = ()) -> None:
        self.refused, self.grants = set(refused), list(grants)
        self.granted = 0
        self.seen: list[str] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.host == "auth.example":
            event = self.grants.pop(0) if self.grants else 200
            if isinstance(event, Exception):
                raise event
            if isinstance(event, int) and event != 200:
                return httpx.Response(event, json={"error": "temporarily_unavailable"})
            self.granted += 1
            return httpx.Response(200, json={"access_token": f"t{self.granted}", "expires_in": 3600})
        token = request.headers["authorization"].removeprefix("Bearer ")
        self.seen.append(token)
        return httpx.Response(401 if token in self.refused else 200, json={"message": "m"})


@pytest.mark.parametrize("name", ["GET", "POST"])
def test_a_refused_token_is_replaced_once(call: Call, time: Time, name: str) -> None:
    server = Tokens(refused=["t1"])
    auth = ClientCredentials("i", "s", clock=lambda: time.now)
    call(server, method(name), {}, {"max_retries": 0}, security=GRANT, auth=auth, clock=time.clock)
    assert server.seen == ["t1", "t2"] and time.slept == []


def test_a_second_401_is_raised(call: Call, time: Time) -> None:
    server = Tokens(refused=["t1", "t2", "t3"])
    with pytest.raises(AuthenticationError):
        call(server, GET, THING, security=GRANT, auth=ClientCredentials("i", "s"), clock=time.clock)
    assert server.seen == ["t1", "t2"]


def test_credentials_that_cannot_be_fetched_anew_are_not_tried_again(call: Call, time: Time) -> None:
    script = Script(401)
    with pytest.raises(AuthenticationError):
        call(script, GET, THING, security=(("Bearer",),), secrets=Secrets(access_token="t"), clock=time.clock)
    assert len(script.requests) == 1


def test_a_token_function_is_asked_again(call: Call, time: Time) -> None:
    tokens = iter(["t1", "t2"])
    server = Tokens(refused=["t1"])
    call(server, GET, THING, security=GRANT, auth=BearerAuth(lambda: next(tokens)), clock=time.clock)
    assert server.seen == ["t1", "t2"]


def test_a_token_request_that_fails_for_a_while_is_repeated_whatever_the_method(call: Call, time: Time) -> None:
    server = Tokens(grants=[503, httpx.ConnectError("x")])
    call(server, method("POST"), {}, security=GRANT, auth=ClientCredentials("i", "s"), clock=time.clock)
    assert server.seen == ["t1"] and time.slept == [0.5, 1.0]


def test_a_token_request_that_is_refused_is_not(call: Call, time: Time) -> None:
    server = Tokens(grants=[400])
    with pytest.raises(APIStatusError, match="token request: 400") as caught:
        call(server, GET, THING, security=GRANT, auth=ClientCredentials("i", "hush"), clock=time.clock)
    assert caught.value.request is not None and caught.value.request.url == "https://auth.example/token"
    assert "hush" not in repr(vars(caught.value)) and server.seen == []


def test_a_token_that_cannot_be_read_is_said_at_once(call: Call, time: Time) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=json.dumps({"token": "t"}).encode())

    with pytest.raises(DecodeError, match="token request: 200: the answer .* has no access_token"):
        call(handler, GET, THING, security=GRANT, auth=ClientCredentials("i", "s"), clock=time.clock)


def test_the_deadline_counts_for_the_token_as_well(call: Call, time: Time) -> None:
    server = Tokens(grants=[503] * 9)
    with pytest.raises(APIStatusError) as caught:
        call(server, GET, THING, {"deadline": 1.0}, security=GRANT, auth=ClientCredentials("i", "s"), clock=time.clock)
    assert caught.value.attempts[-1].stopped == "the deadline of 1 s comes first"


def test_nothing_is_sent_without_a_connection_more_than_that_often(call: Call, time: Time) -> None:
    script = Script(*[httpx.ConnectError("refused")] * 9)
    with pytest.raises(APIConnectionError):
        call(script, GET, THING, clock=time.clock)
    assert len(script.requests) == 4
