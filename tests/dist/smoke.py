"""Run alone, by the Python of an environment that holds the installed client: what a user does with it, on no network.

What is private here is what other clients of this toolchain are made of.
"""

from __future__ import annotations

import asyncio
import importlib.metadata
import json
import pickle
from datetime import datetime, timezone
from typing import Annotated, Any

import httpx
import sinch_provisioning
from pydantic import Field
from sinch_provisioning import AsyncClient, Client, errors, events, models, testing, webhooks
from sinch_provisioning._runtime.codec import Codec
from sinch_provisioning._runtime.models import ABSENT, Model, Nullable, ReadOnly, Unique, WriteOnly

HOOK = {"id": "w 1", "projectId": "p", "target": "https://x.example", "triggers": ["ALL", "NEW_ONE"], "added": [1]}
PAGES = {
    None: {"senders": [{"plusFriendId": "@a"}], "nextPageToken": "b/[+ %]", "pageSize": 1, "totalSize": 2},
    "b/[+ %]": {"senders": [{"plusFriendId": "@b", "state": "NEW"}], "pageSize": 1, "totalSize": 2},
}
ENCODED = "/encoded?q%5B%5D=a%2Bb&r=x/y:z"
SECRET = "a secret"


def answer(request: httpx.Request) -> httpx.Response:
    """What the API says: a webhook, two pages of senders, a problem."""
    assert request.headers["authorization"] == "Bearer t"
    path = request.url.raw_path.decode().partition("?")[0]
    if path == "/v1/projects/p/webhooks/w%201":
        return httpx.Response(200, json=HOOK)
    if path == "/v1/projects/p/webhooks":
        sent = json.loads(request.content)
        return httpx.Response(201, json={**HOOK, "triggers": sent["triggers"], "target": sent["target"]})
    if path == "/encoded":
        return httpx.Response(200, json=request.url.raw_path.decode())
    if path == "/v1/projects/p/kakaotalk/senders":
        return httpx.Response(200, json=PAGES[request.url.params.get("pageToken")])
    return httpx.Response(404, json={"errorCode": "webhook_not_found", "message": "none", "resolution": "look"})


def client(**options: Any) -> Client:
    return Client(project_id="p", access_token="t", transport=httpx.MockTransport(answer), **options)


def calls() -> None:
    drift: list[Any] = []
    with client(on_drift=drift.append) as api:
        found = api.webhooks.get_webhook("w 1")
        assert (found.id, found.project_id, found.model_extra) == ("w 1", "p", {"added": [1]})
        known, new = found.triggers
        assert known is models.WebhookWebhookTriggers.ALL
        assert isinstance(new, models.WebhookWebhookTriggers) and new == "NEW_ONE" and not new.is_known
        assert [str(it) for it in drift]
        assert found.to_wire() == HOOK
        assert pickle.loads(pickle.dumps(found)) == found == found.model_copy(deep=True)
        made = api.webhooks.create_webhook(target="https://y.example", secret="s", triggers=["ALL"])
        assert made.target == "https://y.example"
        raw = api.webhooks.with_raw_response.get_webhook("w 1")
        assert (raw.status_code, raw.parse()) == (200, found)
        assert [it.plus_friend_id for it in api.kakaotalk_senders.list_senders()] == ["@a", "@b"]
        # Libraries that encode anew what holds a slash find `%` in need of it, too.
        assert api.request("GET", ENCODED) == ENCODED
        try:
            api.webhooks.get_webhook("other")
        except errors.NotFoundError as problem:
            assert problem.error_code == "webhook_not_found"
        else:
            raise AssertionError("a 404 is an error")


def limits() -> None:
    """Constraints are held before anything is sent."""
    refused: list[dict[str, Any]] = [
        *({"target": ""}, {"secret": "s" * 129}, {"triggers": []}, {"triggers": ["ALL", "ALL"]}, {"triggers": [3]})
    ]
    with client() as api:
        for wrong in refused:
            arguments = {"target": "https://x.example", "secret": "s", "triggers": ["ALL"], **wrong}
            try:
                api.webhooks.create_webhook(**arguments)
            except errors.InvalidRequestError as problem:
                assert next(iter(wrong)) in str(problem)
            else:
                raise AssertionError(f"{wrong} was sent")


async def asynchronous() -> None:
    transport = httpx.MockTransport(answer)
    async with AsyncClient(project_id="p", access_token="t", transport=transport) as api:
        first, second = await asyncio.gather(api.webhooks.get_webhook("w 1"), api.webhooks.get_webhook("w 1"))
        assert first == second
        assert [it.plus_friend_id async for it in api.kakaotalk_senders.list_senders()] == ["@a", "@b"]
        page = await api.kakaotalk_senders.list_senders()
        assert page.has_next_page() and page.items[0].state is None


class Account(Model):
    """What a document may declare and this one does not: sides, null as a value, dates, numbers."""

    id: ReadOnly[str] = ABSENT
    closed: Annotated[ReadOnly[Nullable[str]], Field(alias="closedAt")] = ABSENT
    password: WriteOnly[str] = ABSENT
    kept: Annotated[str | None, Field(alias="keptAs")] = None
    since: datetime | None = None
    share: Annotated[float | None, Field(ge=0, multiple_of=0.5)] = None
    tags: Annotated[list[str] | None, Unique()] = None


def models_of_other_documents() -> None:
    codec: Codec[Any] = Codec(Account)
    assert codec.to_wire({"password": "x", "since": datetime(2024, 1, 2, tzinfo=timezone.utc)})["password"] == "x"
    # Not declared is `kept`, which a field is called in Python.
    text = b'{"id": "a", "closedAt": null, "keptAs": "k", "kept": 7, "since": "2024-01-02T03:04:05.600Z", "share": 2}'
    found = codec.decode(text)
    assert (found.id, found.closed, found.since.year, found.share) == ("a", None, 2024, 2)
    assert found.to_wire() == json.loads(text)
    refused: list[dict[str, Any]] = [{}, {"password": "x", "share": 0.3}, {"password": "x", "tags": ["a", "a"]}]
    for wrong in refused:
        try:
            codec.to_wire(wrong)
        except errors.InvalidRequestError:
            continue
        raise AssertionError(f"{wrong} was sent")


def every_model() -> None:
    """A valid instance of each: unions, enums and nested ones among them. What is made is read as what it is."""
    names = [name for name in dir(models) if isinstance(getattr(models, name), type)]
    made = [testing.make(getattr(models, name)) for name in names if issubclass(getattr(models, name), Model)]
    assert len(made) > 100
    for one in made:
        assert type(one).model_validate_json(json.dumps(one.to_wire())).to_wire() == one.to_wire()


def messages() -> None:
    sent = testing.delivery(events.kakaotalk_templates_approved, secret=SECRET)
    found = webhooks.receive(sent.body, sent.headers, SECRET)
    assert isinstance(found, Model) and found.to_wire() == json.loads(sent.body)
    try:
        webhooks.receive(sent.body, sent.headers, "another")
    except errors.WebhookVerificationError:
        pass
    else:
        raise AssertionError("the signature is another's")
    assert isinstance(webhooks.parse({"type": "NEW", "payload": {}}), webhooks.UnknownEvent)


def mock() -> None:
    with testing.mock_api() as api, Client(project_id="p", key_id="k", key_secret="s", max_retries=0) as own:
        assert own.webhooks.get_webhook("w/1").id
        assert api.webhooks.get_webhook.last_request.path_params["webhookId"] == "w/1"
        assert [*own.whatsapp_templates.list_templates()]
        api.webhooks.get_webhook.fails(404)
        try:
            own.webhooks.get_webhook("w")
        except errors.NotFoundError:
            pass
        else:
            raise AssertionError("the mock does not fail")

    async def asynchronously() -> None:
        async with testing.mock_api(), AsyncClient(project_id="p", access_token="t") as other:
            assert (await other.webhooks.get_webhook("w")).id

    asyncio.run(asynchronously())


def main() -> None:
    assert "site-packages" in sinch_provisioning.__file__
    assert sinch_provisioning.__version__ == importlib.metadata.version("sinch-provisioning-client")
    calls()
    limits()
    asyncio.run(asynchronous())
    models_of_other_documents()
    every_model()
    messages()
    mock()
    found = {name: importlib.metadata.version(name) for name in ("httpx", "pydantic", "respx")}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
