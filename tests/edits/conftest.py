"""Packages with an edit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType

import pytest

from generator.contract.python.package import Package
from tests.contract.committed import FOLDER, PAIR
from tests.edits.editing import Edited
from tests.mutants.mutant import overlay


def _unchanged(file: str) -> Mapping[str, ModuleType]:
    """The modules of the committed package that know nothing of resources; none if the edit is elsewhere."""
    modules = PAIR.package.modules if file.startswith("resources/") else {}
    return {name: it for name, it in modules.items() if name.partition(".")[0] in ("_runtime", "errors", "models")}


@pytest.fixture
def edited(tmp_path: Path) -> Iterator[Edited]:
    """Makes a package of which one text of a file is another: of the committed one, or of `base`. It lives as long as the test."""
    with ExitStack() as stack:

        def made(file: str, old: str, new: str, base: Path = FOLDER) -> Package:
            folder = tmp_path / "package"
            folder.mkdir()
            text = (base / file).read_text(encoding="utf-8")
            assert old in text, f"{file} has no {old!r}: write the edit anew"
            overlay(base, folder, file, text.replace(old, new).encode())
            return stack.enter_context(Package(folder, _unchanged(file) if base == FOLDER else {}))

        yield made
