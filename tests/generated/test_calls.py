"""The committed client against a real server: every operation, sync and async, and every kind of credentials."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest
from sinch_provisioning import AsyncClient, BasicAuth, BearerAuth, Client, ClientCredentials, errors
from sinch_provisioning._runtime.models import Model
from sinch_provisioning._runtime.pages import AsyncPage, Page

from tests.generated.examples import DOCUMENT, operations, required
from tests.generated.vendor import KEY, TOKEN, Call, Vendor, calls, serving

CALLS = calls(DOCUMENT.value)
OPERATIONS = operations()


@pytest.fixture(scope="module")
def vendor() -> Iterator[Vendor]:
    with serving(DOCUMENT.value) as found:
        yield found


def _arguments(call: Call) -> dict[str, Any]:
    """The arguments of a call: its variables, and the example body."""
    found = required(OPERATIONS[call.key])
    return found if call.body is None else {**found, "body": call.body}


def _wire(value: Any) -> Any:
    """What came of an answer, as the JSON it would be sent back as."""
    body = value.body if isinstance(value, (Page, AsyncPage)) else value
    return body.to_wire() if isinstance(body, Model) else body


def _same(call: Call, got: Any, vendor: Vendor) -> None:
    method, path, _, content = vendor.seen[-1]
    assert (method, path.count("/")) == (call.method, call.path.count("/"))
    assert (json.loads(content) if content else None) == call.body
    assert _wire(got) == (None if call.status == 204 else call.answer)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.key)
def test_every_operation(call: Call, vendor: Vendor) -> None:
    """The example body is sent unchanged, and the example answer comes back unchanged."""
    operation = OPERATIONS[call.key]
    with Client(auth=BearerAuth(TOKEN), base_url=vendor.url) as client:
        method = getattr(getattr(client, operation.resource), operation.name)
        _same(call, method(**_arguments(call)), vendor)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.key)
def test_every_operation_async(call: Call, vendor: Vendor) -> None:
    operation = OPERATIONS[call.key]

    async def run() -> Any:
        async with AsyncClient(auth=BearerAuth(TOKEN), base_url=vendor.url) as client:
            return await getattr(getattr(client, operation.resource), operation.name)(**_arguments(call))

    _same(call, asyncio.run(run()), vendor)


def _credentials(vendor: Vendor) -> dict[str, dict[str, Any]]:
    token_url = f"{vendor.url}/oauth2/token"
    return {
        "basic": {"auth": BasicAuth(*KEY)},
        "bearer": {"auth": BearerAuth(TOKEN)},
        "bearer function": {"auth": BearerAuth(lambda: TOKEN)},
        "access token": {"access_token": TOKEN},
        "client credentials": {"auth": ClientCredentials(*KEY, token_url=token_url)},
    }


KINDS = ("basic", "bearer", "bearer function", "access token", "client credentials")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_credentials(kind: str, vendor: Vendor) -> None:
    with Client(project_id="p", base_url=vendor.url, **_credentials(vendor)[kind]) as client:
        assert client.webhooks.list_webhooks().items[0].project_id


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_credentials_async(kind: str, vendor: Vendor) -> None:
    async def run() -> str:
        async with AsyncClient(project_id="p", base_url=vendor.url, **_credentials(vendor)[kind]) as client:
            return (await client.webhooks.list_webhooks()).items[0].project_id

    assert asyncio.run(run())


def test_one_token_serves_many_calls(vendor: Vendor) -> None:
    vendor.seen.clear()
    auth = ClientCredentials(*KEY, token_url=f"{vendor.url}/oauth2/token")
    with Client(project_id="p", base_url=vendor.url, auth=auth) as client:
        for _ in range(3):
            client.webhooks.list_webhooks()
    assert [path for _, path, _, _ in vendor.seen].count("/oauth2/token") == 1


def test_the_project_is_given_once_and_may_be_overridden(vendor: Vendor) -> None:
    with Client(project_id="mine", base_url=vendor.url, auth=BearerAuth(TOKEN)) as client:
        client.webhooks.list_webhooks()
        client.webhooks.list_webhooks(project_id="theirs")
    assert [path.split("/")[3] for _, path, _, _ in vendor.seen[-2:]] == ["mine", "theirs"]


def test_wrong_credentials_raise_the_class_of_their_status(vendor: Vendor) -> None:
    client = Client(project_id="p", base_url=vendor.url, auth=BearerAuth("another"))
    with client, pytest.raises(errors.AuthenticationError, match="unauthorized_error"):
        client.webhooks.list_webhooks()


def test_nothing_is_sent_without_credentials(vendor: Vendor) -> None:
    vendor.seen.clear()
    with Client(project_id="p", base_url=vendor.url) as client, pytest.raises(errors.APIError):
        client.webhooks.list_webhooks()
    assert vendor.seen == []


def test_path_values_cannot_leave_their_segment(vendor: Vendor) -> None:
    with Client(project_id="p", base_url=vendor.url, auth=BearerAuth(TOKEN)) as client:
        client.webhooks.get_webhook("../a?b#c%2F")
        assert vendor.seen[-1][1] == "/v1/projects/p/webhooks/..%2Fa%3Fb%23c%252F"
        for refused in ("", ".", ".."):
            with pytest.raises(errors.InvalidRequestError, match="webhook_id"):
                client.webhooks.delete_webhook(refused)
