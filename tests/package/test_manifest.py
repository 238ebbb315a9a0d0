"""MANIFEST.json: what is in it, how small its changes are, how damage is told."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import ProvgenError
from generator.package import manifest
from generator.package.fileset import digest, tree_hash
from generator.package.manifest import Drift, Inputs, Manifest, Record

FILES = {"__init__.py": b"x = 1\n", "py.typed": b"", "models/shared.py": b"class A: ...\n"}
INPUTS = Inputs(
    "d" * 64, ("0" * 64, "1" * 64), "5" * 64, "7" * 64, {"pets": "6" * 64}, "8" * 64, "9" * 64, {"black": "26.10.1"}
)


def made(**changes: Any) -> Manifest:
    values: dict[str, Any] = {
        "package": "pets",
        "title": "Pets",
        "version": "1.2.3",
        "inputs": INPUTS,
        "files": FILES,
        "raw": {"__init__.py": digest(b"x=1")},
        "symbols": {"models.A": "/components/schemas/A", "Client": "/"},
        "surface": {"Client": []},
    }
    return manifest.build(**(values | changes))


def test_build_records_hashes_of_files_sources_and_tree() -> None:
    result = made()
    assert result.files["__init__.py"] == Record(digest(b"x = 1\n"), digest(b"x=1"))
    assert result.files["py.typed"] == Record(digest(b""), None)
    assert result.tree == tree_hash(FILES)


def test_what_is_rendered_is_read_back() -> None:
    assert manifest.parse(manifest.render(made())) == made()
    empty = made(files={}, raw={}, symbols={})
    assert manifest.parse(manifest.render(empty)) == empty


def test_rendering_is_json_with_one_line_per_file_and_symbol() -> None:
    lines = manifest.render(made()).decode().splitlines()
    assert json.loads("\n".join(lines))["format"] == 1
    assert [line for line in lines if "models.A" in line] == ['  "models.A": "/components/schemas/A"']
    assert len([line for line in lines if '"sha256"' in line]) == len(FILES)
    one_more = manifest.render(made(symbols={"models.A": "/components/schemas/A", "Client": "/", "B": "/b"})).decode()
    assert len(set(one_more.splitlines()) - set(lines)) == 1


def test_rendering_does_not_depend_on_order() -> None:
    other = made(files=dict(reversed(FILES.items())), symbols={"Client": "/", "models.A": "/components/schemas/A"})
    assert manifest.render(other) == manifest.render(made())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"format": 1}',
        b'{"format": "1"}',
        b'{"format": 0}',
        b"<<<<<<< HEAD\n",
        b"[" * 100_000,
        manifest.render(made())[:-40],
    ],
)
def test_damage_is_a_diagnostic(content: bytes) -> None:
    with pytest.raises(ProvgenError) as caught:
        manifest.parse(content)
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "manifest-damaged"
    assert diagnostic.hint and "--force" in diagnostic.hint


def _drop(key: str) -> Callable[[dict[str, Any]], object]:
    return lambda data: data.pop(key)


@pytest.mark.parametrize(
    "damage",
    [
        *[_drop(key) for key in ("package", "title", "version", "inputs", "files", "tree", "symbols")],
        lambda data: data.update(files=[]),
        lambda data: data.update(files={"a": {"sha256": 3}}),
        lambda data: data.update(files={"a": {"sha": "x"}}),
        lambda data: data.update(symbols={"a": 3}),
        lambda data: data["inputs"].update(more=1),
        lambda data: data["inputs"].pop("engines"),
        lambda data: data.update(tree=None),
    ],
)
def test_damaged_parts_are_a_diagnostic(damage: Callable[[dict[str, Any]], object]) -> None:
    data = json.loads(manifest.render(made()))
    damage(data)
    with pytest.raises(ProvgenError) as caught:
        manifest.parse(json.dumps(data).encode())
    assert caught.value.diagnostics[0].code == "manifest-damaged"


def test_a_newer_format_is_told_apart_from_damage() -> None:
    with pytest.raises(ProvgenError) as caught:
        manifest.parse(b'{"format": 2, "anything": "else"}')
    assert caught.value.diagnostics[0].code == "manifest-newer"


def test_verify_finds_edited_missing_and_extra() -> None:
    present = {"__init__.py": b"x = 2\n", "py.typed": b"", "mine.py": b"", "MANIFEST.json": b"whatever"}
    assert manifest.verify(made(), present) == Drift(("__init__.py",), ("models/shared.py",), ("mine.py",))
    assert manifest.verify(made(), FILES).empty


def test_reading_and_verifying_needs_the_standard_library_alone() -> None:
    root = Path(__file__).parents[2]
    code = f"import sys; sys.path[:] = [p for p in sys.path if 'site-packages' not in p] + [{str(root)!r}]; import generator.package.manifest"
    subprocess.run([sys.executable, "-I", "-S", "-W", "error", "-c", code], check=True)
