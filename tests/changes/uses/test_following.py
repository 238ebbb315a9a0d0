"""Small pieces of code, each with all that is to be found in it and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.changes.uses.finding import find_uses
from generator.package.surface import Surface
from tests.changes.uses import snippets_clients, snippets_imports, snippets_lost, snippets_models
from tests.changes.uses.marked import difference, expected_below, got

CASES = {
    f"{module.__name__.rpartition('_')[2]}: {name}": files
    for module in (snippets_imports, snippets_clients, snippets_models, snippets_lost)
    for name, files in module.CASES.items()
}


def written(root: Path, files: str | dict[str, str]) -> Path:
    for name, text in ({"code.py": files} if isinstance(files, str) else files).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize("files", CASES.values(), ids=CASES)
def test_all_and_nothing_else(files: str | dict[str, str], client: Surface, tmp_path: Path) -> None:
    root = written(tmp_path, files)
    found = got(find_uses(root, client))
    wanted = expected_below(root)
    assert wanted == found, difference(wanted, found)
