"""The modules `events` and `webhooks`: golden cases, how events are told apart, and the packages that come of it."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.api.build import build
from generator.api.model import Api
from generator.api.names import Pins
from generator.diagnostics import ProvgenError
from generator.document import load
from generator.package.format import format_source
from generator.package.models import render_models
from generator.package.operations import render_client
from generator.package.render import runtime_files
from generator.settings import Settings, default_settings, load_settings
from tests.document.folders import folders, rendered
from tests.golden import agrees
from tests.rendered import ROOT

CASES = folders("events")
MODULES = ("events.py", "webhooks.py")


def settings_of(case: Path) -> Settings:
    own = case / "provgen.toml"
    return load_settings(own) if own.exists() else default_settings("pets")


def api_of(case: Path) -> Api:
    return build(load.read(case / "openapi.yaml"), settings_of(case).names, Pins())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    """As formatted; a module that is not expected is not made."""
    try:
        files = render_client(api_of(case), settings_of(case).client)
    except ProvgenError as refused:
        assert agrees(case / "expected.txt", rendered(refused.diagnostics))
        return
    made = {name: format_source(name, files[name].encode()).decode() for name in MODULES if name in files}
    for name in MODULES:
        assert agrees(case / "expected" / name, made.get(name, ""))
    assert ('"webhooks"' in files["__init__.py"]) == ("webhooks.py" in files)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """What makes the package of a case and imports it."""
    names: list[str] = []

    def made(case: str) -> Any:
        name = f"made_{case.replace('-', '_')}"
        folder = ROOT / "tests/cases/events" / case
        api = api_of(folder)
        files = {**render_client(api, settings_of(folder).client), **render_models(api)}
        for path, content in {**{path: text.encode() for path, text in files.items()}, **runtime_files()}.items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_bytes(content)
        names.append(name)
        return importlib.import_module(name)

    monkeypatch.syspath_prepend(str(tmp_path))
    yield made
    for name in [name for name in sys.modules if name.partition(".")[0] in names]:
        del sys.modules[name]


def test_values_of_schemas_tell_events_apart(package: Any) -> None:
    pets = package("by-const")
    assert type(pets.webhooks.parse({"event": "pet.born", "name": "Tom", "kind": "cat"})) is pets.models.Born
    assert type(pets.webhooks.parse(b'{"event": "pet.fled", "kind": "cat"}')) is pets.models.Moved
    found = pets.webhooks.parse('{"event": "pet.sold"}')
    assert (type(found), found.type) == (pets.webhooks.UnknownEvent, "pet.sold")
    assert {name: (it.name, it.key, it.types, it.method, it.expression) for name, it in pets.events.EVENTS.items()} == {
        "pet_born": ("pet_born", "petBorn", ("pet.born",), "POST", None),
        "pet_moved": ("pet_moved", "petMoved", ("pet.fled", "pet.moved"), "POST", None),
        "pet_moved_again": ("pet_moved_again", "petMovedAgain", ("pet.fled", "pet.moved"), "PUT", None),
    }


def test_examples_tell_events_apart_although_their_bodies_are_equal(package: Any) -> None:
    pets = package("by-example")
    added, renamed, sold, unknown = (
        pets.webhooks.parse(body)
        for body in (
            {"type": "ADDED_LATE", "name": "Tom"},
            {"type": "RENAMED", "name": "Tom"},
            {"type": "ADDED", "price": 5},
            {"type": "WHAT", "when": "now"},
        )
    )
    assert type(added) is type(renamed) is pets.models.PetsAddedEvent
    assert type(sold) is pets.models.PetsSoldEvent
    assert type(unknown) is pets.webhooks.UnknownEvent
    assert type(pets.events.pets_untold.parse({"when": "now"})) is pets.models.PetsUntoldEvent
    with pytest.raises(TypeError, match="Text has no JSON body"):
        pets.events.pets_text.parse(b"{}")


def test_signed_messages(package: Any) -> None:
    pets = package("by-example")
    body = b'{"type": "ADDED", "name": "Tom"}'
    headers = pets.webhooks.sign(body, "s")
    pets.webhooks.verify(body, headers, "s")
    assert pets.webhooks.receive(body, headers, ["old", "s"]).name == "Tom"
    for function in (pets.webhooks.verify, pets.webhooks.receive):
        with pytest.raises(pets.errors.WebhookVerificationError, match="does not match"):
            function(body, headers, "t")
        with pytest.raises(pets.errors.WebhookVerificationError, match="too far from now"):
            function(body, pets.webhooks.sign(body, "s", timestamp=5), "s")
    pets.webhooks.receive(body, headers, "s", seen=lambda nonce: False)
    with pytest.raises(pets.errors.WebhookVerificationError, match="came before"):
        pets.webhooks.receive(body, headers, "s", seen=lambda nonce: True)
    drifts: list[Any] = []
    odd = b'{"type": "ADDED", "name": 5}'
    pets.webhooks.receive(odd, pets.webhooks.sign(odd, "s"), "s", on_drift=drifts.append)
    assert [it.pointer for it in drifts] == ["/name"]


def test_bodies_that_are_one_of_several(package: Any) -> None:
    pets = package("by-union")
    assert type(pets.webhooks.parse({"event": "pet.fled"})) is pets.models.Moved
    assert type(pets.webhooks.parse({"event": "pet.born", "name": "Tom"})) is pets.models.Born
    assert [it.name for it in pets.events.list_.parse(b'[{"event": "pet.born", "name": "Tom"}]')] == ["Tom"]


def test_a_module_that_only_verifies(package: Any) -> None:
    pets = package("signed-only")
    assert pets.webhooks.__all__ == ["SIGNING", "sign", "verify"]
    pets.webhooks.verify(b"{}", pets.webhooks.sign(b"{}", "s"), "s")
    with pytest.raises(AttributeError, match="parse"):
        _ = pets.webhooks.parse


def test_no_module_where_there_is_nothing_to_say(package: Any) -> None:
    pets = package("two-candidates")
    assert "webhooks" not in pets.__all__
    assert pets.events.born.parse({"event": "born", "source": "clinic"}).source == "clinic"
    assert not hasattr(pets.events, "READER")


def test_what_is_not_there_is_an_attribute_error(package: Any) -> None:
    pets = package("by-const")
    assert pets.webhooks.AnyEvent == pets.models.Born | pets.models.Moved | pets.webhooks.UnknownEvent
    with pytest.raises(AttributeError, match="module 'made_by_const.webhooks' has no attribute 'verify'"):
        _ = pets.webhooks.verify
    with pytest.raises(AttributeError, match="pet_born"):
        _ = pets.webhooks.pet_born


def test_what_is_imported_when(package: Any) -> None:
    """The package none of it, `webhooks` no models, `parse` no HTTP library and no resources."""
    folder = Path(package("by-example").__file__).parents[1]
    code = """
import sys
def loaded():
    names = {name.removeprefix("made_by_example.") for name in sys.modules}
    return {"events", "webhooks", "models.events", "pydantic", "httpx", "resources.pets", "client"} & names
import made_by_example as pets
assert loaded() == set(), loaded()
pets.webhooks.verify(b"", pets.webhooks.sign(b"", "s"), "s")
assert loaded() == {"webhooks"}, loaded()
pets.webhooks.parse({"type": "SOLD"})
assert loaded() == {"webhooks", "events", "models.events", "pydantic"}, loaded()
"""
    subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=folder, check=True)


def test_the_order_of_the_document_does_not_count() -> None:
    """Neither of its webhooks, nor of properties and values."""
    case = ROOT / "tests/cases/events/by-const"
    value = yaml.safe_load((case / "openapi.yaml").read_text())
    turned = load.parse(json.dumps(_turned(value)).encode(), "turned.json")
    settings = settings_of(case)
    made = render_client(build(turned, settings.names, Pins()), settings.client)
    assert made == render_client(api_of(case), settings.client)


def _turned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _turned(value[key]) for key in reversed(value)}
    return [_turned(item) for item in reversed(value)] if isinstance(value, list) else value
