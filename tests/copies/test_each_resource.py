"""Each resource by itself: what it needs is there, nothing else is, and it keeps its contract."""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.package.fileset import FileSet
from generator.package.importing import Probe
from generator.settings import load_settings
from generator.specs import archive
from generator.vendoring.copying import Wanted, copy_of

ROOT = Path(__file__).parents[2]
SETTINGS = load_settings(ROOT / "pyproject.toml")
RESOURCES = sorted(set(archive.read_lock(SETTINGS.spec).names["resources"].values()))


def test_there_are_resources() -> None:
    assert len(RESOURCES) > 10


@pytest.mark.parametrize("resource", RESOURCES)
def test_a_resource_by_itself(resource: str, tmp_path: Path) -> None:
    # Making it holds it against the document: what departs is an error.
    copy = copy_of(SETTINGS, Wanted("1.2.36", "acme.sinch_provisioning", (resource,)))
    assert {path for path in copy.files if path.startswith("resources/")} == {
        "resources/__init__.py",
        f"resources/{resource}.py",
    }
    assert _classes(copy.files).keys() == _reached(copy.files), "exactly the models that it needs"
    for path, content in copy.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    with Probe() as probe:
        assert probe.check(tmp_path, "sinch_provisioning") == []


def test_a_part_is_a_part_of_the_whole() -> None:
    """A class is the same in a part as in the whole client, and in the same module."""
    whole = copy_of(SETTINGS, Wanted("1.2.36", "acme.sinch_provisioning"))
    part = copy_of(SETTINGS, Wanted("1.2.36", "acme.sinch_provisioning", ("bundles", "webhooks"), testing=False))
    ours, theirs = _classes(part.files), _classes(whole.files)
    assert ours.items() <= theirs.items()
    assert part.files["resources/webhooks.py"] == whole.files["resources/webhooks.py"]
    assert dataclasses.asdict(part.manifest.selection) == {
        "resources": {"bundles": "Bundles", "webhooks": "Webhooks"},
        "testing": False,
    }


def _models(files: FileSet) -> Iterator[tuple[str, ast.stmt]]:
    """The definitions in the modules of models, by name."""
    for path, content in files.items():
        if path.startswith("models/") and path != "models/__init__.py":
            for node in ast.parse(content).body:
                if isinstance(node, ast.ClassDef):
                    yield node.name, node
                elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                    yield node.target.id, node


def _classes(files: FileSet) -> dict[str, str]:
    return {name: ast.unparse(node) for name, node in _models(files)}


def _reached(files: FileSet) -> set[str]:
    """The models that methods and events mention, and those that these mention."""
    mentions = {name: _names(node) for name, node in _models(files)}
    starting = [path for path in files if path.startswith("resources/") or path == "events.py"]
    waiting = set().union(*(_names(ast.parse(files[path])) for path in starting)) & mentions.keys()
    found: set[str] = set()
    while waiting:
        found |= waiting
        waiting = set().union(*(mentions[name] for name in waiting)) & mentions.keys() - found
    return found


def _names(tree: ast.AST) -> set[str]:
    """All names that code has, in annotations that are texts too."""
    found = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    found |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    for text in texts:
        try:
            inner = ast.parse(text, mode="eval")
        except SyntaxError:
            continue
        found |= {node.id for node in ast.walk(inner) if isinstance(node, ast.Name)}
        found |= {node.attr for node in ast.walk(inner) if isinstance(node, ast.Attribute)}
    return found
