"""A document as the raw source of its package: everything but formatting, which cannot make equal what differs."""

from __future__ import annotations

from pathlib import Path

from generator.api.build import build
from generator.api.names import Pins
from generator.document.load import Document
from generator.package.models import render_models
from generator.package.operations import render_client
from generator.package.testing import render_testing
from generator.settings import Settings, load_settings

ROOT = Path(__file__).parents[1]
SPEC = ROOT / "spec"


def rendered(document: Document, settings: Settings, pins: Pins | None = None) -> tuple[dict[str, str], Pins]:
    """Package-relative path → unformatted source of what is generated from a document, and its names."""
    api = build(document, settings.names, pins or Pins())
    testing = render_testing(api, settings.client).files
    return {**render_client(api, settings.client), **testing, **render_models(api)}, api.pins


def own_settings() -> Settings:
    """The settings of this repository."""
    return load_settings(ROOT / "pyproject.toml")
