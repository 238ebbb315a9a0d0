"""Every callback of every archived document: its own examples arrive as its model, and go back unchanged."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

import pytest

from generator.api.build import build
from generator.api.model import Api
from generator.api.names import Pins
from generator.document import load, overlay, pointers
from generator.document.load import Document
from generator.package.models import render_models
from generator.package.operations import render_client
from generator.package.render import runtime_files
from tests.rendered import SPEC, own_settings

VERSIONS = sorted(path.parent.name for path in SPEC.glob("*/openapi.yaml"))
SECRET = "a secret"


@cache
def document(version: str) -> Document:
    overlays = [load.read(path) for path in sorted((SPEC / "overlays").glob("*.yaml"))]
    return overlay.apply(load.read(SPEC / version / "openapi.yaml"), overlays)[0]


@cache
def api(version: str) -> Api:
    return build(document(version), own_settings().names, Pins())


@dataclass(frozen=True)
class Delivery:
    """An example of a callback's body, by the place of the callback in the document."""

    version: str
    pointer: str
    body: dict[str, Any]

    def __str__(self) -> str:
        parts = pointers.split(self.pointer)
        return f"{self.version} {parts[2]} {parts[1]} {parts[4]}"


def deliveries(version: str) -> Iterator[Delivery]:
    """Those of the document as it stands, not as the generator understands it."""
    for path, item in document(version).value["paths"].items():
        for method, operation in item.items():
            callbacks = operation.get("callbacks", {}) if isinstance(operation, dict) else {}
            for name, callback in callbacks.items():
                for expression, target in callback.items():
                    place = pointers.join("/paths", path, method, "callbacks", name, expression, "post")
                    media = target["post"]["requestBody"]["content"]["application/json"]
                    yield Delivery(version, place, media["example"])


DELIVERIES = [delivery for version in VERSIONS for delivery in deliveries(version)]


def mistakes(delivery: Delivery) -> list[str]:
    """Where an example contradicts its schema: the document has this code as a number in examples, as a string in schemas."""
    code = delivery.body.get("payload", {}).get("details", {}).get("topLevelCategoryCode", "")
    return [] if isinstance(code, str) else ["/payload/details/topLevelCategoryCode"]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, ModuleType]]:
    """The client of each version."""
    folder = tmp_path_factory.mktemp("versions")
    names = {version: f"client_{version.replace('.', '_')}" for version in VERSIONS}
    for version, name in names.items():
        sources = {**render_client(api(version), own_settings().client), **render_models(api(version))}
        for path, content in {**{path: text.encode() for path, text in sources.items()}, **runtime_files()}.items():
            (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / name / path).write_bytes(content)
    sys.path.insert(0, str(folder))
    yield {version: importlib.import_module(name) for version, name in names.items()}
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.partition(".")[0] in names.values()]:
        del sys.modules[name]


def test_there_is_an_example_of_every_callback() -> None:
    assert {version: sum(it.version == version for it in DELIVERIES) for version in VERSIONS} == {
        "1.2.16": 49,
        "1.2.36": 49,
    }
    assert all(len(api(version).events) == 49 for version in VERSIONS)


@pytest.mark.parametrize("delivery", DELIVERIES, ids=str)
def test_every_callback(delivery: Delivery, packages: dict[str, Any]) -> None:
    """Signed, received, read as the model that the document declares; what contradicts it is told, and nothing else."""
    client = packages[delivery.version]
    name = next(event.name for event in api(delivery.version).events if event.pointer == delivery.pointer)
    event = client.events.EVENTS[name]
    raw = json.dumps(delivery.body, ensure_ascii=False).encode()
    drifts: list[Any] = []
    found = client.webhooks.receive(raw, client.webhooks.sign(raw, SECRET), SECRET, on_drift=drifts.append)
    assert type(found) is event.body
    assert delivery.body["type"] in event.types
    assert found.type == delivery.body["type"]
    assert found.to_wire() == delivery.body
    assert [drift.pointer for drift in drifts] == mistakes(delivery)
    assert event.parse(raw) == client.webhooks.parse(delivery.body) == found


@pytest.mark.parametrize("delivery", DELIVERIES, ids=str)
def test_a_trigger_of_tomorrow_arrives_as_itself(delivery: Delivery, packages: dict[str, Any]) -> None:
    webhooks = packages[delivery.version].webhooks
    body = {**delivery.body, "type": "FAX_SENDER_ACTIVE"}
    found = webhooks.parse(body)
    assert type(found) is webhooks.UnknownEvent
    assert (found.type, found.to_wire()) == ("FAX_SENDER_ACTIVE", body)


def test_what_the_union_holds(packages: dict[str, Any]) -> None:
    for client in packages.values():
        bodies = {event.body for event in client.events.EVENTS.values()}
        assert set(client.webhooks.AnyEvent.__args__) == {*bodies, client.webhooks.UnknownEvent}


def test_every_event_can_be_subscribed_to(packages: dict[str, Any]) -> None:
    """The types of events are triggers of webhooks, so that nothing is told by another name than it is asked for."""
    for client in packages.values():
        types = {type_ for event in client.events.EVENTS.values() for type_ in event.types}
        assert types <= {member.value for member in client.models.WebhookWebhookTriggers}


def test_the_formula_is_explained_where_it_stands() -> None:
    source = render_client(api(VERSIONS[-1]), own_settings().client)["webhooks.py"]
    assert "{body}.{nonce}.{timestamp}" in source
    assert "names the headers but not what is hashed" in " ".join(source.split())
