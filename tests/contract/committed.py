"""The committed pair: the document that `generated/` is made from, and the package in it."""

from __future__ import annotations

import json
from pathlib import Path

from generator import contracting
from generator.contract.document.raw import RawDocument, RawOperation
from generator.contract.suite.subject import opening
from generator.making import overlays_of
from generator.settings import load_settings

ROOT = Path(__file__).parents[2]
SETTINGS = load_settings(ROOT / "pyproject.toml")
FOLDER = SETTINGS.output / SETTINGS.client.package
OVERLAYS = overlays_of(SETTINGS)


def operation(document: RawDocument, name: str) -> RawOperation:
    """The operation whose id holds a text."""
    return next(it for it in document.operations if name in it.id)


SUBJECT = contracting.any_pair(SETTINGS, contracting.document_of(FOLDER, SETTINGS), FOLDER)
PAIR = opening(json.loads(SUBJECT.as_json())).pair
DOCUMENT = PAIR.document
