"""The corrections that this repository makes to the archived documents, against every archived version."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.document.load import Document, read
from generator.document.overlay import apply
from generator.specs.archive import read_lock

ROOT = Path(__file__).parents[2]
SPEC = ROOT / "spec"
FILES = sorted((SPEC / "overlays").glob("*.yaml"))
VERSIONS = sorted(read_lock(SPEC).entries)


@pytest.fixture(scope="module", params=VERSIONS)
def overlaid(request: pytest.FixtureRequest) -> Document:
    entry = read_lock(SPEC).entries[request.param]
    document, warnings = apply(read(SPEC / entry.version / entry.file), [read(path) for path in FILES])
    assert warnings == []
    return document


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_action_has_its_reason(path: Path) -> None:
    for action in read(path).value["actions"]:
        assert len(action["description"]) > 40, action["target"]


def test_any_one_scheme_suffices(overlaid: Document) -> None:
    security = overlaid.value["security"]
    assert all(len(requirement) == 1 for requirement in security)
    schemes = overlaid.value["components"]["securitySchemes"]
    assert {name for requirement in security for name in requirement} == set(schemes)
    assert (
        schemes["OAuth2Production"]["flows"]["clientCredentials"]["tokenUrl"] == "https://auth.sinch.com/oauth2/token"
    )


def test_only_the_public_host_is_offered(overlaid: Document) -> None:
    urls = [server["url"].rstrip("/") for server in overlaid.value["servers"]]
    assert urls == ["https://provisioning.api.sinch.com"]


def test_schemas_agree_with_the_samples(overlaid: Document) -> None:
    schemas = overlaid.value["components"]["schemas"]
    update = schemas["WebhookUpdateWebhookInputDto"]["properties"]
    assert (update["target"]["type"], update["secret"]["type"]) == ("string", "string")
    triggers = schemas["BundlesConversationAppWebhooksInputDto"]["properties"]["triggers"]
    assert (triggers.get("maxLength"), triggers["maxItems"]) == (None, 20)


def test_context_of_errors_may_hold_anything(overlaid: Document) -> None:
    found = list(_contexts(overlaid.value["paths"]))
    assert len(found) > 500
    assert all(schema["additionalProperties"] == {} for schema in found)


def _contexts(value: Any) -> list[dict[str, Any]]:
    """Every schema of `additionalInformation` (a sample of it has no `type`)."""
    if isinstance(value, list):
        return [schema for item in value for schema in _contexts(item)]
    if not isinstance(value, dict):
        return []
    here = value.get("additionalInformation")
    found = [here] if isinstance(here, dict) and here.get("type") == "object" else []
    return found + [schema for item in value.values() for schema in _contexts(item)]
