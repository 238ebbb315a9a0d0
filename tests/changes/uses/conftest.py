"""The surface of the committed client."""

from __future__ import annotations

import pytest

from generator.api.build import build
from generator.api.names import Pins
from generator.making import Source, overlays_of, prepare
from generator.package.surface import Surface, surface
from generator.specs import archive
from tests.rendered import ROOT, own_settings


def committed() -> Surface:
    settings = own_settings()
    pins = Pins.from_json(archive.read_lock(settings.spec).names)
    source = Source(ROOT / "spec" / "1.2.36" / "openapi.yaml", "openapi.yaml", overlays_of(settings))
    prepared = prepare(source)
    assert prepared.document is not None
    return surface(build(prepared.document, settings.names, pins), settings.client)


@pytest.fixture(scope="session")
def client() -> Surface:
    return committed()
