"""The committed pair: the document that `generated/` is made from, and the package in it."""

from __future__ import annotations

import json
from pathlib import Path

import tomli

from generator.contract.conventions import Conventions
from generator.contract.package import Package
from generator.contract.pair import Pair
from generator.contract.raw import RawDocument, RawOperation, read

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "generated" / "sinch_provisioning"
CONTRADICTIONS = ROOT / "spec" / "contradictions.toml"
OVERLAYS = sorted((ROOT / "spec" / "overlays").glob("*.yaml"))


def document() -> RawDocument:
    """The document that the lock calls `generated`, corrected."""
    lock = json.loads((ROOT / "spec" / "spec.lock").read_bytes())
    version = lock["generated"]
    return read(ROOT / "spec" / version / lock["versions"][version]["file"], OVERLAYS)


def contradictions() -> dict[str, str]:
    """Reasons by the pointer of the example that contradicts its schema."""
    listed = tomli.loads(CONTRADICTIONS.read_text(encoding="utf-8")).get("example", [])
    return {it["pointer"]: it["reason"] for it in listed}


def conventions() -> Conventions:
    """How lists are paged and messages signed, as `pyproject.toml` says."""
    settings = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["provgen"]
    webhooks = {key: value for key, value in settings["webhooks"].items() if key != "note"}
    return Conventions.from_json({"paging": [settings["paging"]], "webhooks": webhooks})


def operation(document: RawDocument, name: str) -> RawOperation:
    """The operation whose id holds a text."""
    return next(it for it in document.operations if name in it.id)


DOCUMENT = document()
PAIR = Pair(DOCUMENT, Package(FOLDER), contradictions(), conventions())
