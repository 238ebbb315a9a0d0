"""Documents for the tests of this room."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from generator.api.build import build
from generator.api.model import Api
from generator.api.names import Pins
from generator.document.load import Document, parse, read
from generator.settings import NameSettings

CASES = Path(__file__).parents[1] / "cases" / "api"
SPEC = Path(__file__).parents[2] / "spec"


def document(value: Any) -> Document:
    """A document with this content."""
    return parse(json.dumps(value).encode(), "openapi.json")


def api_of(value: Any, pins: Pins | None = None, **settings: Any) -> Api:
    """The `Api` of a document with this content, named by the rules alone."""
    return build(document(value), NameSettings(**settings), pins or Pins())


def of_schemas(schemas: dict[str, Any], version: str = "3.1.0") -> Api:
    """The `Api` of a document that has these component schemas and no operation."""
    return api_of(
        {"openapi": version, "info": {"title": "t", "version": "1"}, "paths": {}, "components": {"schemas": schemas}}
    )


def case(name: str) -> tuple[Document, NameSettings]:
    """The document and the settings of a golden case."""
    settings = CASES / name / "settings.json"
    given = json.loads(settings.read_text()) if settings.exists() else {}
    return read(CASES / name / "openapi.yaml", "openapi.yaml"), NameSettings(**given)


def shuffled(value: Any, chance: random.Random) -> Any:
    """The same JSON value with the members of every object in another order."""
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance) for key in keys}
    return [shuffled(item, chance) for item in value] if isinstance(value, list) else value
