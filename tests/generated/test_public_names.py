"""The names that users of the client build on, listed: losing one is a change that a reviewer sees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sinch_provisioning
from sinch_provisioning import errors, testing, webhooks
from sinch_provisioning._runtime.messages import CallOptions
from sinch_provisioning._runtime.pages import AsyncPage, AsyncPages, Page
from sinch_provisioning._runtime.views import AsyncCall, AsyncResponse, Response

from tests.golden import agrees
from tests.rendered import ROOT

MODULES = {"": sinch_provisioning, "errors": errors, "webhooks": webhooks, "testing": testing}
VALUES = (Page, AsyncPage, AsyncPages, Response, AsyncResponse, AsyncCall, errors.APIError, errors.APIStatusError)


def public(value: Any) -> list[str]:
    return sorted(name for name in set(dir(value)) - set(dir(Exception)) if not name.startswith("_"))


def listed() -> Iterator[str]:
    for prefix, module in MODULES.items():
        yield from (f"{prefix}.{name}".lstrip(".") for name in module.__all__)
    client = sinch_provisioning.Client(project_id="p", access_token="t")
    for name in public(type(client)):
        yield f"Client.{name}"
        if hasattr(type(getattr(client, name)), "with_raw_response"):
            yield from (f"Client.{name}.{method}" for method in public(getattr(client, name)))
    for kind in VALUES:
        yield from (f"{kind.__name__}.{name}" for name in public(kind))
    yield from (f"CallOptions.{name}" for name in CallOptions.__annotations__)


def test_the_public_names() -> None:
    assert agrees(ROOT / "tests" / "cases" / "names" / "public.txt", "\n".join(listed()) + "\n")


def test_both_clients_have_the_same_names() -> None:
    client = sinch_provisioning.Client(project_id="p", access_token="t")
    other = sinch_provisioning.AsyncClient(project_id="p", access_token="t")
    assert public(client) == public(other)
    for name in public(client):
        assert public(getattr(client, name)) == public(getattr(other, name)) or name in (
            "base_url",
            "servers",
            "timeout",
        )


def test_every_model_of_the_index_exists() -> None:
    names = public(sinch_provisioning.models)
    assert len(names) == len(set(names)) > 400
    assert all(getattr(sinch_provisioning.models, name) is not None for name in names)
