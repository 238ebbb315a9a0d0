"""Folders that are no packages are told in one line each; packages go when they are closed."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.contract.python.package import NotAPackage, Package
from tests.contract.committed import FOLDER


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "package", ignore=shutil.ignore_patterns("__pycache__")))


def _refusal(folder: Path) -> str:
    before = set(sys.modules)
    with pytest.raises(NotAPackage) as caught:
        Package(folder)
    assert not [it for it in set(sys.modules) - before if it.startswith("under_contract")]
    text = str(caught.value)
    assert len(text.splitlines()) == 1
    assert text.startswith(str(folder))
    return text.removeprefix(str(folder)).lstrip("/ ")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "none") == "is no folder"


def test_a_folder_without_manifest(tmp_path: Path) -> None:
    assert _refusal(tmp_path) == "holds no generated package: it has no MANIFEST.json"


def test_a_manifest_that_cannot_be_read(copy: Path) -> None:
    (copy / "MANIFEST.json").unlink()
    (copy / "MANIFEST.json").mkdir()
    assert _refusal(copy) == "MANIFEST.json cannot be read: Is a directory"


def _edited(change: Callable[[dict[str, Any]], Any]) -> bytes:
    manifest = json.loads((FOLDER / "MANIFEST.json").read_bytes())
    change(manifest)
    return json.dumps(manifest).encode()


MANIFESTS = {
    "is damaged: Expecting value": b"",
    "is damaged: 'utf-8' codec": b'{"format": "\xff"}',
    "is damaged: maximum recursion": b"[" * 100_000,
    "is damaged: it is no object": b"[]",
    "is damaged: its format is None": _edited(lambda it: it.pop("format")),
    "is damaged: its format is True": _edited(lambda it: it.update(format=True)),
    "is damaged: its title is None": _edited(lambda it: it.pop("title")),
    "is damaged: its version is 3": _edited(lambda it: it.update(version=3)),
    "is damaged: its selection": _edited(lambda it: it.update(selection=["webhooks"])),
    "is damaged: its selection is": _edited(lambda it: it.update(selection={"resources": ["webhooks"]})),
    "is damaged: its symbols are": _edited(lambda it: it.update(symbols=["a"])),
    "is damaged: its symbols": _edited(lambda it: it["symbols"].update(a=1)),
    "is of format 2: it was written by a newer provgen": _edited(lambda it: it.update(format=2, symbols=None)),
}


@pytest.mark.parametrize("message", MANIFESTS)
def test_a_damaged_manifest(copy: Path, message: str) -> None:
    (copy / "MANIFEST.json").write_bytes(MANIFESTS[message])
    assert _refusal(copy).startswith(f"MANIFEST.json {message}")


@pytest.mark.parametrize("file", ["__init__.py", "client.py", "errors.py", "models/__init__.py", "_runtime/codec.py"])
def test_a_module_that_is_missing(copy: Path, file: str) -> None:
    (copy / file).unlink()
    module = file.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    assert _refusal(copy) == f"is no whole package: it has no module {module}"


BROKEN = {
    "def (": "SyntaxError: invalid syntax (webhooks.py, line 1) (in resources.webhooks)",
    "from nowhere import it": "ModuleNotFoundError: No module named 'nowhere' (in resources.webhooks)",
    "from ..models import Nothing": "ImportError: cannot import name 'Nothing' from 'models'",
    "import sys; sys.exit(3)": "SystemExit: 3 (in resources.webhooks)",
    "class A:\n    raise GeneratorExit": "GeneratorExit (in resources.webhooks)",
    "raise ValueError('a\\nb')": "ValueError: a b (in resources.webhooks)",
}


@pytest.mark.parametrize("source", BROKEN)
def test_a_module_that_cannot_be_imported(copy: Path, source: str) -> None:
    (copy / "resources" / "webhooks.py").write_text(source)
    assert _refusal(copy).startswith(f"cannot be imported: {BROKEN[source]}")


def test_a_package_without_client(copy: Path) -> None:
    (copy / "client.py").write_text("class Client: ...")
    assert "has no attribute 'AsyncClient' (in client)" in _refusal(copy)


def test_an_interrupt_is_none_of_its_business(copy: Path) -> None:
    (copy / "errors.py").write_text("raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        Package(copy)


def test_what_it_was_made_from(copy: Path) -> None:
    with Package(copy) as package:
        assert (package.title, package.version) == ("Provisioning API", "1.2.36")


def test_a_closed_package_is_forgotten_and_the_others_stay(copy: Path) -> None:
    first = Package(copy)
    with Package(copy) as second:
        assert first.name != second.name
        assert f"{second.name}.resources.webhooks" in sys.modules
    assert not [name for name in sys.modules if name.startswith(second.name)]
    assert sys.modules[first.name] is first.module
    first.close()
