"""Errors: classes by status, one useful line, nothing secret, and values that survive pickling."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from pydantic import Field
from runtime import errors
from runtime.codec import Drift
from runtime.errors import APIStatusError, DecodeError, InvalidRequestError, Problem, status_class
from runtime.messages import Answer
from runtime.models import Model
from runtime.operation import Operation, content, json_response, response
from runtime.unset import UNSET

from tests.runtime.sample import interpret


class Trouble(Model):
    """An error model."""

    error_code: str = Field(alias="errorCode")
    message: str = ""


class Thing(Model):
    """What a success is."""

    name: str


OPERATION: Operation[Any] = Operation(
    "get_thing",
    "GET /things/{id}",
    responses=(
        json_response("200", Thing),
        json_response("400 404 4XX", Trouble),
        response("204"),
        response("202", content("text/csv")),
    ),
)


def ignore(drift: Drift) -> None:
    """Nothing here differs from the document."""


def answer(status: int, body: bytes | str = b"", media_type: str = "application/json", **headers: str) -> Answer:
    raw = body.encode() if isinstance(body, str) else body
    return Answer(status, "", {"content-type": media_type, **headers}, raw)


def raised(given: Answer, operation: Operation[Any] = OPERATION) -> Any:
    with pytest.raises(errors.APIError) as caught:
        interpret(operation, given, ignore)
    return caught.value


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (412, "PreconditionFailedError"),
        (422, "UnprocessableEntityError"),
        (424, "FailedDependencyError"),
        (429, "RateLimitError"),
        (500, "InternalServerError"),
        (520, "InternalServerError"),
        (999, "InternalServerError"),
        (418, "APIStatusError"),
        (302, "APIStatusError"),
    ],
)
def test_a_class_for_each_status(status: int, name: str) -> None:
    assert status_class(status).__name__ == name
    assert type(raised(answer(status))).__name__ == name


def test_the_error_body_is_read_as_the_documents_model() -> None:
    error = raised(answer(404, '{"errorCode": "gone", "message": "No such\\nthing", "more": 1}'))
    assert isinstance(error.error, Trouble)
    assert (error.status_code, error.error_code) == (404, "gone")
    assert error.body == {"errorCode": "gone", "message": "No such\nthing", "more": 1}
    assert str(error) == "get_thing: GET /things/{id}: 404: gone: No such thing"


def test_attributes_that_no_error_has() -> None:
    with pytest.raises(AttributeError, match="'NotFoundError' has no attribute 'colour'"):
        _ = raised(answer(404, '{"errorCode": "gone"}')).colour
    with pytest.raises(AttributeError):
        _ = APIStatusError.__new__(APIStatusError).error_code


@pytest.mark.parametrize(
    ("body", "media_type", "line"),
    [
        ("<!DOCTYPE html><html><body>Bad Gateway", "text/html", "an HTML page"),
        ("<Error/>", "application/xml", "a markup document"),
        ("upstream\n\nis down", "text/plain", "upstream is down"),
        ("{truncated", "application/json", "{truncated"),
        ("[1,2]", "application/json", ""),
        ('"quoted"', "application/json", "quoted"),
        ('{"error": {"code": 7, "message": "inner"}}', "application/json", "7: inner"),
        ('{"detail": "why"}', "application/problem+json", "why"),
        ('{"message": "<name> is missing"}', "application/json", "<name> is missing"),
        (b"\xff\xfe", "text/plain; charset=nonsense", "\ufffd\ufffd"),
        ("[" * 100_000, "application/json", None),
    ],
)
def test_any_error_body_makes_one_line(body: str | bytes, media_type: str, line: str | None) -> None:
    text = str(raised(answer(502, body, media_type)))
    assert "\n" not in text and len(text) < 600
    if line is not None:
        assert text == f"get_thing: GET /things/{{id}}: 502{': ' + line if line else ''}"


def test_an_error_body_that_is_not_of_the_model_is_still_there() -> None:
    error = raised(answer(400, '{"message": 5, "errorCode": {}}'))
    assert error.body == {"message": 5, "errorCode": {}}


def test_the_request_id_of_the_server() -> None:
    assert raised(answer(500, **{"X-Request-Id": "r1"})).request_id == "r1"
    assert raised(answer(500)).request_id is None


def test_success_by_status_and_media_type() -> None:
    assert interpret(OPERATION, answer(200, '{"name": "n"}'), ignore) == Thing(name="n")
    assert interpret(OPERATION, answer(200, '{"name": "n"}', "text/plain"), ignore) == Thing(name="n")
    assert interpret(OPERATION, answer(200, '{"name": "n"}', "application/json; charset=utf-8"), ignore) == Thing(
        name="n"
    )
    assert interpret(OPERATION, answer(202, "a,é", "text/csv; charset=utf-8"), ignore) == "a,é"
    assert interpret(OPERATION, answer(202, b"\xe9", "text/csv; charset=latin-1"), ignore) == "é"
    assert interpret(OPERATION, answer(204), ignore) is None
    assert interpret(OPERATION, answer(204, "surprise"), ignore) is None


@pytest.mark.parametrize(
    ("body", "media_type", "expected"),
    [
        ("", "application/json", None),
        ('{"a": 1}', "application/json", {"a": 1}),
        ("{", "application/json", "{"),
        ("hi", "text/plain", "hi"),
        (b"\0", "image/png", b"\0"),
    ],
)
def test_a_success_that_the_document_does_not_know(body: str | bytes, media_type: str, expected: Any) -> None:
    assert interpret(OPERATION, answer(206, body, media_type), ignore) == expected


def test_a_success_of_another_status_is_read_as_the_only_body_that_successes_have() -> None:
    created: Operation[Any] = Operation("make", "POST /", responses=(json_response("200", Thing), response("204")))
    assert interpret(created, answer(201, '{"name": "n"}'), ignore) == Thing(name="n")
    assert interpret(created, answer(201), ignore) is None


def test_one_representation_of_several_is_chosen_by_content_type() -> None:
    several: Operation[Any] = Operation(
        "get",
        "GET /",
        responses=(response("200", content("application/json", Thing), content("image/*"), content("text/plain")),),
    )
    assert interpret(several, answer(200, b"\0", "image/png"), ignore) == b"\0"
    assert interpret(several, answer(200, "t", "text/plain"), ignore) == "t"
    assert interpret(several, answer(200, "t", "text/csv"), ignore) == "t"
    assert interpret(several, answer(200, '{"name": "n"}', "application/vnd.x+json"), ignore) == Thing(name="n")
    assert interpret(several, answer(200, '{"name": "n"}', ""), ignore) == Thing(name="n")


def test_a_head_request_has_no_body() -> None:
    head: Operation[Any] = Operation("check", "HEAD /", responses=(json_response("200", Thing),))
    assert interpret(head, answer(200), ignore) is None


@pytest.mark.parametrize(
    ("body", "media_type", "text"),
    [
        ("", "application/json", "get_thing: GET /things/{id}: 200: the body is empty where the document promises one"),
        ('{"name": "n', "application/json", "application/json"),
        ("<html>", "text/html", "text/html"),
        ("<html>", "", "no media type"),
    ],
)
def test_what_cannot_be_read_names_operation_status_and_reason(body: str, media_type: str, text: str) -> None:
    error = raised(answer(200, body, media_type))
    assert isinstance(error, DecodeError)
    assert text in str(error)
    assert (error.status_code, error.body, error.operation) == (200, body.encode(), OPERATION.title)


def test_problems_name_place_limit_and_value() -> None:
    problem = Problem("[0].name", "at most 3 characters", "abcd").inside("body")
    assert str(problem) == "body[0].name: expected at most 3 characters, got 'abcd'"
    assert str(Problem("a", "a value", UNSET).inside("body")) == "body.a: expected a value, got UNSET"
    assert str(Problem("", "an object", 1)) == "expected an object, got 1"
    assert len(str(Problem("a", "less", "x" * 10_000))) < 200


@pytest.mark.parametrize(
    "error",
    [
        InvalidRequestError([Problem("a", "b", 1)], operation="op"),
        APIStatusError(404, reason="Not Found", body={"message": "m"}, operation="op"),
        DecodeError("m", status_code=200, body=b"x", pointer="/a"),
    ],
)
def test_errors_survive_pickling(error: errors.APIError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), copy.__dict__) == (type(error), str(error), error.__dict__)


def test_every_error_is_an_api_error_and_exported() -> None:
    classes = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)}
    assert classes | {"Problem"} == set(errors.__all__)
    assert all(issubclass(getattr(errors, name), errors.APIError) for name in classes)


@pytest.mark.parametrize("where", ["secret", "body.clientSecret", "auth.password", "accessToken", "x_api_key"])
def test_messages_do_not_repeat_secrets(where: str) -> None:
    assert (
        str(Problem(where, "at most 3 characters", "hunter2"))
        == f"{where}: expected at most 3 characters, got a text of 7 characters"
    )
    assert "page-2" in str(Problem("page_token", "at most 3 characters", "page-2"))
