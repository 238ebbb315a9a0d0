"""What calls of the committed client cost, beside what they would without it: one process, which prints JSON.

Blocks of calls alternate, and what counts is the median of the ratios of neighbours: machines are shared.
"""

from __future__ import annotations

import gc
import json
import statistics
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import perf_counter
from typing import Any

import anyio
import anyio.lowlevel
import httpx
from pydantic import BaseModel, ConfigDict, TypeAdapter
from pydantic.alias_generators import to_camel
from sinch_provisioning import AsyncClient, Client, ClientCredentials

from tests.generated.examples import DOCUMENT
from tests.generated.vendor import Call, calls

ROUNDS = 200
CALLS = 10_000
WARMING = 2_000
"""Calls after which caches are full."""

TASKS = 200
ITEMS = 50
TOKEN = "a-token"


class State(Enum):
    ACTIVE = "ACTIVE"
    ERROR = "ERROR"
    INACTIVE = "INACTIVE"
    IN_PROGRESS = "IN_PROGRESS"
    PENDING_VERIFICATION = "PENDING_VERIFICATION"
    SUSPENDED = "SUSPENDED"


class Handmade(BaseModel):
    """What somebody writes who needs these fields and no more than they can do."""

    model_config = ConfigDict(alias_generator=to_camel, extra="allow")


class Details(Handmade):
    display_name: str
    description: str | None = None
    vertical: str | None = None
    email: str | None = None
    address: str | None = None
    about: str | None = None
    website_one: str | None = None
    photo_url: str | None = None


class App(Handmade):
    id: str
    project_id: str
    region: str


class Sender(Handmade):
    id: str
    state: State
    details: Details
    created: datetime
    modified: datetime
    region: str
    meta_local_storage: str | None = None
    conversation_api_app: str | None = None
    conversation_api_app_details: App | None = None
    max_tps: float | None = None
    quality_rating: str | None = None
    bearer_token: str | None = None
    cloud_api: bool | None = None
    country_code: str
    phone_number: str
    number_provider: str | None = None
    business_manager: str | None = None
    compatible_regions: list[str] | None = None


class Senders(Handmade):
    total_size: int
    page_size: int
    senders: list[Sender]


def example(key: str) -> Any:
    """The document's example of an operation's answer."""
    found: Call = next(call for call in calls(DOCUMENT.value) if call.key == key)
    return found.answer


WEBHOOK = json.dumps(example("GET /v1/projects/{projectId}/webhooks/{webhookId}")).encode()
_SENDERS = example("GET /v1/projects/{projectId}/whatsapp/senders")
SENDERS = json.dumps({**_SENDERS, "totalSize": ITEMS, "senders": _SENDERS["senders"] * ITEMS}).encode()


def ratio(ours: Callable[[], object], theirs: Callable[[], object], block: int) -> float:
    """How many times longer `ours` takes; `block` is how many calls are timed together."""
    ratios = []
    for number in range(ROUNDS + 5):
        spent = seconds(ours, block) / seconds(theirs, block)
        if number >= 5:
            ratios.append(spent)
    return statistics.median(ratios)


def seconds(call: Callable[[], object], times: int) -> float:
    """How long some calls take."""
    begun = perf_counter()
    for _ in range(times):
        call()
    return perf_counter() - begun


def answering(content: bytes) -> httpx.MockTransport:
    """Answers all with the same JSON."""
    headers = {"Content-Type": "application/json"}
    return httpx.MockTransport(lambda request: httpx.Response(200, headers=headers, content=content))


def costs() -> dict[str, float]:
    """A small call and a list, as ratios. A client for one API has a base URL; what it costs httpx is told as well."""
    base = "https://provisioning.api.sinch.com"
    path = "/v1/projects/p"
    small, large = answering(WEBHOOK), answering(SENDERS)
    given: Any = {"base_url": base, "headers": {"Authorization": f"Bearer {TOKEN}"}}
    plain, plain_list = httpx.Client(transport=small, **given), httpx.Client(transport=large, **given)
    reads = TypeAdapter(Senders).validate_json
    with (
        Client(project_id="p", access_token=TOKEN, transport=small) as client,
        Client(project_id="p", access_token=TOKEN, transport=large) as lists,
    ):
        assert len(lists.whatsapp_senders.list_senders().items) == ITEMS

        def call() -> object:
            return client.webhooks.get_webhook("w")

        return {
            "small": ratio(call, lambda: plain.get(f"{path}/webhooks/w").json(), 50),
            "absolute": ratio(call, lambda: plain.get(f"{base}{path}/webhooks/w").json(), 50),
            "list": ratio(
                lambda: lists.whatsapp_senders.list_senders(),
                lambda: reads(plain_list.get(f"{path}/whatsapp/senders").content),
                20,
            ),
        }


class Counting(ThreadingHTTPServer):
    """A server that counts its connections: those that were ever made, and those that are open."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.made = self.open = 0
        self.closed = threading.Condition()

    def process_request(self, request: Any, client_address: Any) -> None:
        self.made += 1
        with self.closed:
            self.open += 1
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        super().shutdown_request(request)
        with self.closed:
            self.open -= 1
            self.closed.notify_all()

    def left_open(self) -> int:
        """The connections that are open when all that were closed have been noticed."""
        with self.closed:
            self.closed.wait_for(lambda: self.open == 0, timeout=5)
            return self.open


class Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(WEBHOOK)))
        self.end_headers()
        self.wfile.write(WEBHOOK)

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


@contextmanager
def counting() -> Iterator[tuple[Counting, str]]:
    """The server and its address, for as long as the context lasts."""
    with Counting() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server, f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def held() -> int:
    """The bytes that Python holds when nothing is left to collect."""
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def leaks() -> dict[str, float]:
    """What many calls over loopback leave behind: kilobytes, and connections."""
    with counting() as (server, url), Client(project_id="p", access_token=TOKEN, base_url=url) as client:
        tracemalloc.start()
        seconds(lambda: client.webhooks.get_webhook("w"), WARMING)
        before = held()
        seconds(lambda: client.webhooks.get_webhook("w"), CALLS)
        grown = held() - before
        tracemalloc.stop()
        client.close()
        return {"kilobytes": grown / 1000, "made": server.made, "open": server.left_open()}


async def leaks_async() -> dict[str, float]:
    """The same of the asynchronous client."""
    with counting() as (server, url):
        async with AsyncClient(project_id="p", access_token=TOKEN, base_url=url) as client:
            tracemalloc.start()
            for _ in range(WARMING):
                await client.webhooks.get_webhook("w")
            before = held()
            for _ in range(CALLS):
                await client.webhooks.get_webhook("w")
            grown = held() - before
            tracemalloc.stop()
        return {"kilobytes": grown / 1000, "made": server.made, "open": server.left_open()}


async def token_requests() -> int:
    """How often tasks that call at once, with a token that has expired, ask for another."""
    asked = 0
    now = [0.0]

    async def handler(request: httpx.Request) -> httpx.Response:
        nonlocal asked
        await anyio.lowlevel.checkpoint()
        if request.url.path != "/token":
            return httpx.Response(200, content=WEBHOOK, headers={"Content-Type": "application/json"})
        asked += 1
        return httpx.Response(200, json={"access_token": TOKEN, "expires_in": 3600})

    auth = ClientCredentials("id", "secret", token_url="https://auth.example/token", clock=lambda: now[0])
    async with AsyncClient(project_id="p", auth=auth, transport=httpx.MockTransport(handler)) as client:
        await client.webhooks.get_webhook("w")
        now[0], asked = 4000.0, 0
        async with anyio.create_task_group() as tasks:
            for _ in range(TASKS):
                tasks.start_soon(client.webhooks.get_webhook, "w")
    return asked


def main() -> None:
    """Measure all of it."""
    found = {"costs": costs(), "leaks": leaks(), "leaks_async": anyio.run(leaks_async)}
    print(json.dumps({**found, "tokens": anyio.run(token_requests)}))


if __name__ == "__main__":
    main()
