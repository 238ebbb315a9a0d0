"""Which operations the examples of a package's README call."""

from __future__ import annotations

from typing import Any

import pytest

from generator.api.build import build
from generator.api.names import Pins
from generator.document.load import Document
from generator.package.guide import guide_view, render_guide
from generator.settings import default_settings

SETTINGS = default_settings("pets")
PET = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}


def operation(name: str, **schema: Any) -> dict[str, Any]:
    parameter = {"name": "at", "in": "path", "required": True, "schema": schema}
    answer = {"description": "ok", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}
    return {"operationId": name, "parameters": [parameter] if schema else [], "responses": {"200": answer}}


def example(**paths: Any) -> Any:
    value = {"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"}, "components": {"schemas": {"Pet": PET}}}
    value["paths"] = {path.replace("_", "/"): {"get": found} for path, found in paths.items()}
    api = build(Document(value, "document"), SETTINGS.names, Pins())
    assert "with_options" in render_guide(api, SETTINGS.client)["README.md"]
    return guide_view(api, SETTINGS.client).read


@pytest.mark.parametrize(
    ("call", "begun", "paths"),
    [
        ("default.one()", "default.one(", {"_one": operation("one")}),
        (
            "default.pet(1)",
            "default.pet(1, ",
            {"_one": operation("one"), "_pets_{at}": operation("pet", type="integer")},
        ),
        (
            'default.name("…")',
            'default.name("…", ',
            {"_pets_{at}": operation("pet", type="integer"), "_names_{at}": operation("name", type="string")},
        ),
    ],
)
def test_what_is_read(call: str, begun: str, paths: dict[str, Any]) -> None:
    found = example(**paths)
    assert (found.call, found.begun, found.shown) == (call, begun, "name")


def test_nothing_is_read_where_it_is_not_obvious_how() -> None:
    assert example(**{"_pets_{at}": operation("pet", type="string", pattern="[0-9]+")}) is None
