"""Which media type a call sends, and which it asks for."""

from __future__ import annotations

from typing import Any

import pytest
from runtime.choosing import choosing
from runtime.errors import InvalidRequestError
from runtime.messages import Answer
from runtime.operation import Operation, body, content, json_response, response
from runtime.requests import prepare
from runtime.streams import events
from runtime.unset import UNSET

from tests.runtime.sample import TARGET, interpret

JSON, CSV, EVENTS = content("application/json", dict[str, int]), content("text/csv"), events("text/event-stream")
SENT = body(JSON, others=(content("application/x-www-form-urlencoded", dict[str, int]), CSV, content("image/*")))
RESPONSES = (response("200", JSON, CSV, EVENTS), json_response("201", int), response("400", content("text/html"), CSV))
BOTH: Operation[Any] = Operation("both", "POST /both", body=SENT, responses=RESPONSES)
DEFAULT: Operation[Any] = Operation("any", "GET /any", responses=(response("default", JSON, CSV),))


def sent(given: Any, content_type: str | None = None) -> tuple[str | None, bytes | None]:
    request = prepare(choosing(BOTH, content_type=content_type), {"body": given}, {}, TARGET)
    return request.headers.get("Content-Type"), request.content


def accepted(operation: Operation[Any], accept: str | None = None) -> str:
    return prepare(choosing(operation, accept=accept), {"body": {}}, {}, TARGET).headers["Accept"]


def read(operation: Operation[Any], accept: str | None, status: int, text: str, media_type: str) -> Any:
    answer = Answer(status, "", {"content-type": media_type}, text.encode())
    return interpret(choosing(operation, accept=accept), answer, lambda drift: None)


@pytest.mark.parametrize(
    ("given", "content_type", "media_type", "content"),
    [
        ({"a": 1}, None, "application/json", b'{"a":1}'),
        ({"a": 1}, "application/json", "application/json", b'{"a":1}'),
        ({"a": 1}, "application/x-www-form-urlencoded", "application/x-www-form-urlencoded", b"a=1"),
        ("a,b", "text/csv", "text/csv", b"a,b"),
        ("a,b", "text/csv; header=present", "text/csv; header=present", b"a,b"),
        (b"x", "image/webp", "image/webp", b"x"),
        (b"x", "image/*", "application/octet-stream", b"x"),
    ],
)
def test_bodies(given: Any, content_type: str | None, media_type: str, content: bytes) -> None:
    assert sent(given, content_type) == (media_type, content)


@pytest.mark.parametrize("content_type", ["text/plain", "image", "", "image/png\r\nX: y", "im\u00e4ge/png"])
def test_a_media_type_that_there_is_not_is_refused(content_type: str) -> None:
    with pytest.raises(InvalidRequestError, match="content_type: expected one of application/json"):
        sent(UNSET, content_type)
    with pytest.raises(
        InvalidRequestError, match="accept: expected one of application/json, text/csv, text/event-stream"
    ):
        accepted(BOTH, content_type)


def test_what_a_range_is_read_as_its_name_does_not_change() -> None:
    anything = Operation[Any]("any", "POST /", body=body(CSV, others=(content("*/*", dict[str, int]),)))
    request = prepare(choosing(anything, content_type="application/x-yaml"), {"body": {"a": 1}}, {}, TARGET)
    assert (request.headers["Content-Type"], request.content) == ("application/x-yaml", b'{"a":1}')


@pytest.mark.parametrize(
    ("accept", "header"),
    [
        (None, "application/json, text/csv, text/html"),
        ("application/json", "application/json, text/html"),
        ("text/csv", "text/csv, text/html"),
        ("text/event-stream", "text/event-stream, text/html"),
    ],
)
def test_a_header_leaves_no_choice_to_the_server(accept: str | None, header: str) -> None:
    assert accepted(BOTH, accept) == header


def test_a_stream_alone_needs_no_asking() -> None:
    assert accepted(Operation("watch", "GET /", responses=(response("200", EVENTS),))) == "text/event-stream"


def test_answers_are_read_as_what_was_asked_for() -> None:
    assert read(BOTH, None, 200, '{"a": 1}', "application/json") == {"a": 1}
    assert read(BOTH, None, 200, "a,b", "text/csv") == "a,b"
    assert read(BOTH, "text/csv", 200, "a,b", "text/csv") == "a,b"
    assert read(BOTH, "text/csv", 200, '{"a": 1}', "application/json") == '{"a": 1}'
    assert read(BOTH, "application/json", 200, '{"a": 1}', "text/csv") == {"a": 1}
    assert read(BOTH, "text/csv", 201, "3", "application/json") == 3
    assert read(DEFAULT, "text/csv", 200, "a,b", "text/csv") == "a,b"


def test_errors_of_a_default_are_read_as_ever() -> None:
    with pytest.raises(Exception) as caught:
        read(DEFAULT, "text/csv", 409, '{"a": 1}', "application/json")
    assert getattr(caught.value, "error", None) == {"a": 1}
