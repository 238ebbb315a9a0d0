"""`testing` of the client of the archived document: every model, every event, every operation, and what type checkers see."""

from __future__ import annotations

import asyncio
import importlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openapi_schema_validator import OAS30Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from generator.api.model import EnumSchema, ObjectSchema
from generator.api.names import Pins
from generator.package.render import runtime_files
from generator.specs import archive
from tests.generated.examples import DOCUMENT, PROJECT, api, least, operations
from tests.rendered import SPEC, own_settings, rendered

PACKAGE = "client_under_test"
MODELS = sorted(name for name, schema in api().schemas.items() if isinstance(schema, ObjectSchema))
ENUMS = sorted(name for name, schema in api().schemas.items() if isinstance(schema, EnumSchema))
OPERATIONS = operations()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the package lies, unformatted."""
    found = tmp_path_factory.mktemp("testing")
    sources = rendered(DOCUMENT, own_settings(), Pins.from_json(archive.read_lock(SPEC).names))[0]
    for path, content in {**{path: text.encode() for path, text in sources.items()}, **runtime_files()}.items():
        (found / PACKAGE / path).parent.mkdir(parents=True, exist_ok=True)
        (found / PACKAGE / path).write_bytes(content)
    (found / PACKAGE / "py.typed").touch()
    return found


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[Any]:
    """The package."""
    sys.path.insert(0, str(folder))
    yield importlib.import_module(PACKAGE)
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


# ── models and events ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", MODELS)
def test_every_model_is_built_sent_and_read_back(name: str, client: Any) -> None:
    """No drift in reading, nothing refused in sending, the same value again."""
    model = getattr(client.models, name)
    codec = importlib.import_module(f"{PACKAGE}._runtime.codec").Codec(model)
    made = client.testing.make(model)
    assert type(made) is model
    assert made.to_wire() == client.testing.sample(model)
    drifts: list[Any] = []
    assert codec.decode(json.dumps(made.to_wire()).encode(), drifts.append) == made
    assert drifts == []
    if "request" in api().schemas[name].directions:
        assert json.loads(codec.encode(made)).keys() <= made.to_wire().keys()


def test_every_required_field_of_a_request_is_in_what_is_sent(client: Any) -> None:
    """A model that is only sent shows no field that the server alone sends."""
    for name in MODELS:
        schema = api().schemas[name]
        assert isinstance(schema, ObjectSchema)
        sample = client.testing.sample(getattr(client.models, name))
        if schema.directions == {"request"}:
            assert not {it.wire for it in schema.properties if it.read_only} & sample.keys()
        if schema.directions == {"response"}:
            assert not {it.wire for it in schema.properties if it.write_only} & sample.keys()


def test_every_enum(client: Any) -> None:
    for name in ENUMS:
        assert client.testing.make(getattr(client.models, name)).is_known


@pytest.mark.parametrize("name", MODELS)
def test_samples_are_valid_by_the_raw_document(name: str, client: Any) -> None:
    """Judged by another library, against the schema as it is written.

    Some variants of its `oneOf` allow the same values, and nothing tells them apart: that two fit is no fault of a sample.
    """
    registry: Any = Registry().with_resource("urn:api", Resource.from_contents(DOCUMENT.value, DRAFT202012))
    validator = OAS30Validator({"$ref": f"urn:api#{api().schemas[name].pointer}"}, registry=registry)
    errors = validator.iter_errors(client.testing.sample(getattr(client.models, name)))
    assert [it.message for it in errors if not _fits_twice(it)] == []


def _fits_twice(error: Any) -> bool:
    """Whether a value is wrong for nothing but that it, or something in it, fits more than one variant."""
    if error.validator not in ("oneOf", "anyOf"):
        return False
    branches: dict[Any, list[Any]] = {}
    for inner in error.context:
        branches.setdefault(inner.schema_path[0], []).append(inner)
    return "valid under each of" in error.message or any(all(map(_fits_twice, it)) for it in branches.values())


def test_every_event_is_delivered(client: Any) -> None:
    for event in client.events.EVENTS.values():
        sent = client.testing.delivery(event, "secret")
        drifts: list[Any] = []
        found = client.webhooks.receive(sent.body, sent.headers, "secret", on_drift=drifts.append)
        assert (drifts, found.to_wire()["type"] in event.types) == ([], True), event.name
        assert type(client.testing.event(event)) is event.body


# ── operations ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _plain(value: Any) -> Any:
    """What a method returned, as JSON: the body of a page, the wire of a model."""
    body = getattr(value, "body", value)
    return body.to_wire() if hasattr(body, "to_wire") else body


@pytest.mark.parametrize("key", OPERATIONS)
def test_every_operation_is_answered(key: str, client: Any) -> None:
    """By its own route, with what the document has, which the client reads without drift."""
    operation = OPERATIONS[key]
    arguments = least(operation).values
    answers = client.testing._SAMPLES.data["operations"][f"{operation.resource}.{operation.name}"]["answers"]
    expected = next(answers[status].get("json") for status in sorted(answers) if status.startswith("2"))

    async def run() -> Any:
        async with client.AsyncClient(key_id="k", key_secret="s", strict=True) as made:
            return await getattr(getattr(made, operation.resource), operation.name)(**arguments)

    with client.testing.mock_api() as mock:
        route = getattr(getattr(mock, operation.resource), operation.name)
        with client.Client(key_id="k", key_secret="s", strict=True) as made:
            got = getattr(getattr(made, operation.resource), operation.name)(**arguments)
        assert _plain(got) == _plain(asyncio.run(run())) == expected
        assert [call.method for call in route.calls] == [operation.method] * 2
        assert route.last_request.path_params.get("projectId", PROJECT) == PROJECT
        others = [it for it in mock.routes.values() if it.called and it is not route]
        assert others == []


@pytest.mark.parametrize("key", OPERATIONS)
def test_every_error_that_the_document_names(key: str, client: Any) -> None:
    operation = OPERATIONS[key]
    with client.testing.mock_api() as mock, client.Client(access_token="t", max_retries=0) as made:
        for response in operation.responses:
            if not response.status.startswith(("4", "5")):
                continue
            getattr(getattr(mock, operation.resource), operation.name).fails(int(response.status))
            with pytest.raises(client.errors.APIStatusError) as caught:
                getattr(getattr(made, operation.resource), operation.name)(**least(operation).values)
            assert caught.value.status_code == int(response.status)
            assert caught.value.error_code in response.error_codes


def test_lists_have_an_end(client: Any) -> None:
    """Iterating over what is answered by default stops, and over pages that were given gives all their items."""
    paged = [name for name, it in client.testing._SAMPLES.data["operations"].items() if "paging" in it]
    assert len(paged) > 5
    with client.testing.mock_api() as mock, client.Client(access_token="t") as made:
        for key, operation in OPERATIONS.items():
            name = f"{operation.resource}.{operation.name}"
            if name in paged:
                call = getattr(getattr(made, operation.resource), operation.name)
                items = list(call(**least(operation).values))
                mock.routes[name].pages(items[:1], [], items[:1])
                assert list(call(**least(operation).values)) == items[:1] * 2, key


# ── what type checkers and others see ───────────────────────────────────────────────────────────────────────────────

USAGE = f"""\
from {PACKAGE} import events, models, testing

webhook = testing.make(models.WebhookWebhookDto, id="1", projectId="p")
reveal_type(webhook)
reveal_type(testing.make(models.WebhookWebhookTriggers))
reveal_type(testing.sample(models.WebhookWebhookDto))
reveal_type(testing.event(events.whatsapp_templates_update_template_rejected))
with testing.mock_api() as api:
    reveal_type(api.webhooks.get_webhook)
    reveal_type(api.webhooks.get_webhook.returns(webhook))
    reveal_type(api.webhooks.delete_webhook)
    reveal_type(api.webhooks.get_webhook.last_request)
    api.webhooks.get_webhook.returns({{"id": "1"}}, status=201, headers={{"X": "y"}})
    api.webhooks.list_webhooks.pages([webhook], [{{"id": "2"}}])


async def run() -> None:
    async with testing.mock_api("https://x.example") as api:
        reveal_type(api)
"""

REVEALED = [
    "WebhookWebhookDto",
    "WebhookWebhookTriggers",
    "dict[str, Any]",
    "WhatsappTemplatesCommentEvent",
    "Route[WebhookWebhookDto]",
    "Route[WebhookWebhookDto]",
    "Route[None]",
    "Call",
    "MockApi",
]

WRONG = f"""\
from {PACKAGE} import models, testing

with testing.mock_api() as api:
    api.webhooks.get_webhook.returns(testing.make(models.WhatsappTemplateListDto))
    api.webhooks.get_webhok
    api.webhoks
"""


def _checked(folder: Path, *command: str) -> tuple[str, str]:
    """What a type checker says of right and of wrong usage."""
    sources = {"usage.py": USAGE, "wrong.py": WRONG}
    for name, source in sources.items():
        (folder / name).write_text(source)
    given = [sys.executable, "-m", *command, *sources]
    said = subprocess.run(given, cwd=folder, capture_output=True, text=True, check=False).stdout.splitlines()
    right, wrong = ("\n".join(line for line in said if name in line.partition(":")[0]) for name in sources)
    return right, wrong


MYPY = ("mypy", "--strict", "--hide-error-context", "--no-error-summary", "--cache-dir=/dev/null")
PYRIGHT = ("pyright", "--pythonpath", sys.executable)


def test_mypy(folder: Path) -> None:
    out, wrong = _checked(folder, *MYPY)
    found = [line.split('"')[1] for line in out.splitlines() if "Revealed type" in line]
    assert "error:" not in out, out
    assert [_short(it) for it in found] == REVEALED
    assert [line.split(":")[1] for line in wrong.splitlines() if "error:" in line] == ["4", "5", "6"], wrong


def test_pyright(folder: Path) -> None:
    out, wrong = _checked(folder, *PYRIGHT)
    found = [line.rpartition(' is "')[2].rstrip('"') for line in out.splitlines() if "Type of" in line]
    assert "error:" not in out, out
    assert [_short(it) for it in found] == REVEALED
    assert [line.split(":")[1] for line in wrong.splitlines() if "error:" in line] == ["4", "5", "6"], wrong


_PARTS = re.compile(r"[\w.]+|[^\w.]+")


def _short(text: str) -> str:
    """A type without the modules of its names."""
    return "".join(part.rpartition(".")[2] if "." in part else part for part in _PARTS.findall(text))


def test_nothing_of_it_is_imported_with_the_client(folder: Path) -> None:
    code = f"""
import sys
from {PACKAGE} import Client, events, models
assert not [name for name in sys.modules if name.startswith("{PACKAGE}") and ("testing" in name or "mocking" in name)]
del sys.modules["{PACKAGE}.events"]
from {PACKAGE} import testing
assert "respx" not in sys.modules
assert "{PACKAGE}.events" not in sys.modules
"""
    subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=folder, check=True)
