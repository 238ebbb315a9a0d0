"""What is logged, and that no secret is: not in logs, errors, reprs or pickles."""

from __future__ import annotations

import logging
import pickle
import traceback
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime import logs, redaction
from runtime.auth import ApiKeyAuth, Auth, BasicAuth, BearerAuth, ClientCredentials
from runtime.codec import Drift
from runtime.configuration import Secrets
from runtime.errors import APIError, Problem
from runtime.models import Model
from runtime.operation import Operation, json_body, json_response

from tests.runtime.conftest import Call, Time
from tests.runtime.sample import GET, execute, sync_client

THING = {"thing_id": "t"}


@pytest.fixture
def records(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG, logger=logs.logger.name)
    return caplog


def own(records: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    return [record for record in records.records if record.name == logs.logger.name]


def test_the_logger_has_the_name_of_the_package() -> None:
    assert logs.logger.name == "runtime.logs"  # a package's own runtime is below it: `acme.client._runtime.logs`
    assert any(isinstance(handler, logging.NullHandler) for handler in logs.logger.handlers)


def test_each_attempt_is_a_line(call: Call, time: Time, records: pytest.LogCaptureFixture) -> None:
    left = [503, 200]

    def handler(request: httpx.Request) -> httpx.Response:
        time.now += 0.25
        return httpx.Response(left.pop(0), json={})

    call(handler, GET, {"thing_id": "t", "page_size": 3}, {"extra_query": {"api_key": "hush"}}, clock=time.clock)
    lines = [record for record in own(records) if record.levelno == logging.INFO]
    url = "https://api.example/v1/projects/p1/things/t?pageSize=3&api_key=***"
    assert [record.getMessage() for record in lines] == [
        f"GET {url}: 503 in 250 ms, attempt 1",
        f"GET {url}: 200 in 250 ms, attempt 2",
    ]
    known = {name: value for name, value in vars(lines[0]).items() if "." in name or name == "operation"}
    assert known == {
        "operation": "get_thing: GET /projects/{projectId}/things/{thingId}",
        "http.request.method": "GET",
        "url.full": url,
        "url.template": "/projects/{projectId}/things/{thingId}",
        "server.address": "api.example",
        "http.response.status_code": 503,
        "http.request.resend_count": 0,
        "http.client.request.duration": 0.25,
        "error.type": "503",
    }
    assert vars(lines[1])["error.type"] is None and vars(lines[1])["http.request.resend_count"] == 1


def test_failures_are_lines_too(call: Call, records: pytest.LogCaptureFixture) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("slow")

    with pytest.raises(APIError):
        call(handler, GET, THING, {"max_retries": 0})
    [line] = [record for record in own(records) if record.levelno == logging.INFO]
    assert "APITimeoutError in" in line.getMessage()
    assert vars(line)["error.type"] == "APITimeoutError" and vars(line)["http.response.status_code"] is None


POST: Operation[Any] = Operation(
    "post", "POST /x", body=json_body(dict[str, Any]), responses=(json_response("200", dict[str, Any]),)
)


def test_bodies_are_logged_at_debug_only_and_without_secrets(call: Call, records: pytest.LogCaptureFixture) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"id": 1, "clientSecret": "hush", "note": "n" * 9000})

    body = {"target": "https://x", "secret": "hush", "nested": {"apiKey": ["hush"], "password": {"a": "hush"}}}
    call(handler, POST, {"body": body}, {"extra_headers": {"X-Api-Key": "hush", "X-Other": "seen"}})
    text = "\n".join(record.getMessage() for record in own(records) if record.levelno == logging.DEBUG)
    assert "https://x" in text and "'X-Other': 'seen'" in text and "'X-Api-Key': '***'" in text
    assert '"clientSecret":"***"' in text and "bytes)" in text and "hush" not in text
    records.clear()
    records.set_level(logging.INFO, logger=logs.logger.name)
    call(handler, POST, {"body": body})
    assert len(own(records)) == 1
    records.clear()
    records.set_level(logging.WARNING, logger=logs.logger.name)
    call(handler, POST, {"body": body})
    assert own(records) == []


class Thing(Model):
    id: str
    secret: str | None = None


LIST: Operation[list[Thing]] = Operation("list", "GET /x", responses=(json_response("200", list[Thing]),))


def test_departures_are_warnings_each_kind_once(records: pytest.LogCaptureFixture) -> None:
    answer = [{"id": 1}, {"id": 2}, {"id": "a", "secret": 4711}]
    with sync_client(lambda request: httpx.Response(200, json=answer)) as client:
        for _ in range(3):
            execute(client, LIST, {}, {})
    told = [(record.levelname, record.getMessage()) for record in own(records) if "differs" in record.getMessage()]
    first = "list: GET /x: the answer differs from the document at /0/id: expected a valid string, got 1"
    hidden = "list: GET /x: the answer differs from the document at /2/secret: expected a valid string, got ***"
    assert [text for level, text in told if level == "WARNING"] == [first, hidden]
    assert len(told) == 9
    [record, *_] = [record for record in own(records) if record.levelname == "WARNING"]
    assert (vars(record)["pointer"], vars(record)["expected"], vars(record)["got"]) == ("/0/id", "a valid string", "1")


def test_no_more_than_so_many_kinds_of_departures_are_remembered(records: pytest.LogCaptureFixture) -> None:
    told: set[tuple[object, ...]] = set()
    for number in range(1100):
        logs.tell_drift(Drift(f"/key{number}", "a valid string", 3, "list: GET /x"), told)
    levels = [record.levelname for record in own(records)]
    assert levels == ["WARNING"] * 1000 + ["DEBUG"] * 100 and len(told) == 1000


@pytest.fixture
def untouched(monkeypatch: pytest.MonkeyPatch) -> logging.Logger:
    monkeypatch.setattr(logs, "logger", logging.Logger("untouched"))
    return logs.logger


@pytest.mark.parametrize(
    ("value", "level"), [("debug", 10), ("INFO", 20), (" warning ", 30), ("", 0), ("loud", 0), ("10", 0), (None, 0)]
)
def test_the_environment_turns_logging_on(
    monkeypatch: pytest.MonkeyPatch,
    untouched: logging.Logger,
    capsys: pytest.CaptureFixture[str],
    value: str | None,
    level: int,
) -> None:
    monkeypatch.delenv("SAMPLE_LOG", raising=False)
    if value is not None:
        monkeypatch.setenv("SAMPLE_LOG", value)
    for _ in range(2):
        with sync_client(lambda request: httpx.Response(200, json={})) as client:
            execute(client, GET, THING, {})
    assert untouched.level == level
    assert capsys.readouterr().err.count("INFO untouched: GET https://api.example") == (2 if 0 < level <= 20 else 0)


# --- redaction ---


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ('{"secret": "a\\"b", "x": 1}', '{"secret": "***", "x": 1}'),
        ('{"accessToken":"abc', '{"accessToken":"***"'),
        ('{"password": 5, "y": null}', '{"password": "***", "y": null}'),
        ('{"webhookSecret": null}', '{"webhookSecret": "***"}'),
        ('{"api_key": ["a", "b"], "z": 1}', '{"api_key": "***", "z": 1}'),
        ("grant_type=client_credentials&client_secret=abc&a=1", "grant_type=client_credentials&client_secret=***&a=1"),
        ("nothing here = at all", "nothing here = at all"),
    ],
)
def test_texts_without_secrets(given: str, shown: str) -> None:
    assert redaction.text(given) == shown


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("https://x/y?a=1&token=abc&b=2", "https://x/y?a=1&token=***&b=2"),
        ("https://x/y?app%20key=abc", "https://x/y?app%20key=***"),
        ("https://x/token=1", "https://x/token=1"),
        ("https://x", "https://x"),
    ],
)
def test_urls_without_secrets(given: str, shown: str) -> None:
    assert redaction.url(given) == shown


@given(st.text(min_size=1))
def test_any_secret_is_hidden_in_json(secret: str) -> None:
    import json

    for ascii_only in (True, False):
        text = json.dumps({"clientSecret": f"<{secret}>", "rest": 1}, ensure_ascii=ascii_only)
        assert redaction.text(text) == '{"clientSecret": "***", "rest": 1}'


# --- no secret anywhere ---

AUTHS: list[tuple[Auth, str]] = [
    (BasicAuth("user", "hush-hush"), "Basic"),
    (BearerAuth("hush-hush"), "Bearer"),
    (ApiKeyAuth("hush-hush"), "Key"),
    (ApiKeyAuth("hush-hush"), "QueryKey"),
    (ApiKeyAuth("hush-hush"), "CookieKey"),
    (ClientCredentials("id", "hush-hush"), "Grant"),
]

ENCODED = "dXNlcjpodXNoLWh1c2g="


@pytest.mark.parametrize(("auth", "scheme"), AUTHS)
@pytest.mark.parametrize("outcome", [401, 503, "connect", "html", "protocol"])
def test_no_secret_in_reprs_logs_errors_and_pickles(
    call: Call, records: pytest.LogCaptureFixture, auth: Auth, scheme: str, outcome: Any
) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.host == "auth.example":
            return httpx.Response(200, json={"access_token": "hush-hush-granted", "expires_in": 60})
        if outcome == "connect":
            raise httpx.ConnectError("refused")
        if outcome == "protocol":
            raise httpx.LocalProtocolError("Illegal header value b'Bearer hush-hush'")
        if outcome == "html":
            return httpx.Response(200, html="<html>")
        return httpx.Response(outcome, json={"message": "no"})

    body = {"secret": "hush-hush", "target": "t"}
    with pytest.raises(APIError) as caught:
        call(handler, POST, {"body": body}, security=((scheme,),), auth=auth)
    error = caught.value
    assert error.request is not None and error.request.method == "POST" and "target" in error.request.content
    seen = [repr(auth), repr(error), str(error), repr(vars(error)), pickle.dumps(error).decode("latin-1")]
    seen += ["".join(traceback.format_exception(error))]
    seen += [f"{record.getMessage()} {vars(record)}" for record in records.records if record.name.startswith("runtime")]
    assert not any("hush-hush" in text or ENCODED in text for text in seen)
    with pytest.raises(TypeError):
        pickle.dumps(auth)


def test_secrets_of_the_constructor_are_not_shown() -> None:
    assert "hush" not in repr(Secrets("i", "hush", "hush", "hush"))
    assert str(Problem("body.secret", "at least 3 characters", "hush")).endswith("got a text of 4 characters")
