"""A toolchain with two versions of an API, the second committed, and a repository that uses a copy of its client."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.making import Progress
from generator.settings import Settings
from generator.vendoring import commands, copying, places
from generator.vendoring.copying import Copy, Wanted
from generator.vendoring.places import Target
from tests import projects

PACKAGE = "acme._vendor.pets_client"

APP = """\
from acme._vendor.pets_client import Client


def age(client: Client) -> int:
    return client.pets.get_pet("1").age or 0
"""


def first() -> dict[str, Any]:
    value = projects.document("1.0.0")
    shop = {"type": "object", "required": ["city"], "properties": {"city": {"type": "string"}}}
    value["components"]["schemas"]["Shop"] = shop
    listed = projects.operation("getShop")
    listed["tags"] = ["Shops"]
    listed["responses"]["200"]["content"]["application/json"]["schema"] = {"$ref": "#/components/schemas/Shop"}
    value["paths"]["/shop"] = {"get": listed}
    return value


def second() -> dict[str, Any]:
    value = first()
    value["info"]["version"] = "1.1.0"
    del value["components"]["schemas"]["Pet"]["properties"]["age"]
    value["components"]["schemas"]["Shop"]["properties"]["street"] = {"type": "string"}
    return value


@pytest.fixture(scope="session")
def toolchain(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """It has archived 1.0.0 and 1.1.0, and generated 1.1.0. No test writes to it."""
    settings = projects.project(tmp_path_factory.mktemp("toolchain"), first(), second())
    pipeline.regenerate(settings, offline=True)
    return settings


@pytest.fixture(scope="session")
def made() -> dict[tuple[str, Wanted], Copy]:
    """The copies that were made so far: what one is depends on settings and wishes alone."""
    return {}


@pytest.fixture(autouse=True)
def copies_are_made_once(made: dict[tuple[str, Wanted], Copy], monkeypatch: pytest.MonkeyPatch) -> None:

    def remembered(settings: Settings, wanted: Wanted, progress: Progress) -> Copy:
        key = (repr(settings), wanted)
        if key not in made:
            made[key] = copying.copy_of(settings, wanted, progress)
        return made[key]

    monkeypatch.setattr(commands, "copy_of", remembered)


def empty(folder: Path) -> Path:
    """A repository without a copy."""
    (folder / "src" / "acme").mkdir(parents=True)
    (folder / "src" / "acme" / "__init__.py").write_text("")
    (folder / "src" / "acme" / "app.py").write_text(APP)
    return folder


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return empty(tmp_path / "shop")


@pytest.fixture(scope="session")
def with_copy(toolchain: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = empty(tmp_path_factory.mktemp("with-copy") / "shop")
    commands.vendor(toolchain, places.target(folder, PACKAGE), commands.Options("1.0.0"))
    return folder


@pytest.fixture
def vendored(with_copy: Path, tmp_path: Path) -> Path:
    """A repository with a copy of 1.0.0."""
    return Path(shutil.copytree(with_copy, tmp_path / "shop"))


@pytest.fixture
def target(vendored: Path) -> Target:
    """The place of that copy."""
    return Target(vendored, "src", PACKAGE)
