"""Wrong arguments of real methods: refused before anything is sent, by name, limit and what was received."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest
from sinch_provisioning import AsyncClient, Client, errors

WRONG: list[tuple[Callable[[Any], Any], type[Exception], str]] = [
    (lambda w: w.get_webhook(), TypeError, "missing 1 required positional argument: 'webhook_id'"),
    (lambda w: w.get_webhook(3), ValueError, "webhook_id: expected a valid string, got 3"),
    (lambda w: w.get_webhook(""), ValueError, "webhook_id: expected a path value that is not empty, got ''"),
    (lambda w: w.get_webhook(".."), ValueError, "webhook_id: expected a path value that is not '.' or '..', got '..'"),
    (lambda w: w.get_webhook(None), ValueError, "webhook_id: expected a value"),
    (lambda w: w.list_webhooks(page_size=99), ValueError, "page_size: expected less than or equal to 15, got 99"),
    (lambda w: w.list_webhooks(page_size="x"), ValueError, "page_size: expected a valid number, got 'x'"),
    (lambda w: w.list_webhooks(pagesize=1), TypeError, "unexpected keyword argument: pagesize"),
    (lambda w: w.create_webhook(), ValueError, "secret: expected a value.*target: expected a value.*triggers"),
    (lambda w: w.create_webhook(target="x"), ValueError, "secret: expected a value"),
    (lambda w: w.create_webhook(taget="x"), TypeError, "unexpected keyword argument: taget"),
    (
        lambda w: w.create_webhook({"target": "x"}, secret="s"),
        ValueError,
        "secret: expected either `body` or its fields",
    ),
    (lambda w: w.create_webhook(3), ValueError, "body: expected an object, got 3"),
    (
        lambda w: w.create_webhook({"target": "x", "secret": "s", "triggers": ["ALL"], "foo": 1}),
        ValueError,
        "body.foo: expected no such property, got 1",
    ),
    (
        lambda w: w.create_webhook(target="x", secret="s", triggers=["NOPE"]),
        ValueError,
        r"triggers\[0\]: expected one of .*, got 'NOPE'",
    ),
    (
        lambda w: w.create_webhook(target="x", secret="s" * 200, triggers=["ALL"]),
        ValueError,
        "secret: expected at most 128 characters, got a text of 200 characters",
    ),
    (lambda w: w.create_webhook(target=None, secret="s", triggers=["ALL"]), ValueError, "target: .*, got None"),
    (
        lambda w: w.get_webhook("x", max_retries=-1),
        ValueError,
        "max_retries: expected an integer of at least 0, got -1",
    ),
    (lambda w: w.with_raw_response.list_webhooks(page_size=99), ValueError, "page_size: .*15, got 99"),
    (lambda w: w.with_streaming_response.list_webhooks(page_size=99), ValueError, "page_size: .*15, got 99"),
]


def never(request: httpx.Request) -> httpx.Response:
    raise AssertionError(f"{request.method} {request.url} was sent")


@pytest.mark.parametrize(("call", "kind", "message"), WRONG)
def test_wrong_arguments_are_not_sent(call: Callable[[Any], Any], kind: type[Exception], message: str) -> None:
    transport = httpx.MockTransport(never)
    with (
        Client(project_id="p", access_token="t", transport=transport) as client,
        pytest.raises(kind, match=message),
    ):
        call(client.webhooks)

    async def main() -> None:
        async with AsyncClient(project_id="p", access_token="t", transport=transport) as client:
            await call(client.webhooks)

    with pytest.raises(kind, match=message):
        anyio.run(main)


def test_what_the_client_lacks_is_said_before_anything_is_sent() -> None:
    transport = httpx.MockTransport(never)
    with (
        Client(access_token="t", transport=transport) as client,
        pytest.raises(ValueError, match="project_id: expected"),
    ):
        client.webhooks.get_webhook("x")
    with (
        Client(project_id="p", transport=transport) as client,
        pytest.raises(errors.CredentialsError, match="needs .* or .*; the client holds none"),
    ):
        client.webhooks.get_webhook("x")
    with pytest.raises(errors.CredentialsError, match="go together"):
        Client(project_id="p", key_id="k")
