"""The contract shares nothing with the generator: it is given the bytes of a document as others read and corrected them."""

from __future__ import annotations

import ast

from tests.contract.committed import ROOT

ROOMS = ("findings", "conventions", "document", "instances", "python", "pair", "wire", "checks", "suite")
"""The rooms and files of the contract. Each imports only what stands before it."""


def _outside(source: str, depth: int) -> set[str]:
    """The modules of the toolchain that a source imports from outside `contract`, `depth` folders below which it lies."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level > depth:
            found |= {"." * node.level + alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.startswith(("generator", "templates", "."))}


def test_nothing_of_the_generator_is_imported() -> None:
    home = ROOT / "generator" / "contract"
    files = sorted(home.rglob("*.py"))
    assert len(files) > 4
    for file in files:
        depth = len(file.relative_to(home).parts)
        assert _outside(file.read_text(), depth) == set(), file.name


def test_an_import_of_the_generator_is_seen() -> None:
    source = (
        "import generator.api.build\nfrom generator.api import names\nfrom ..api import x\nfrom generator import deep\n"
        "from .raw import read"
    )
    assert _outside(source, 1) == {"generator.api.build", "generator.api.names", "..x", "generator.deep"}


def test_rooms_import_one_way() -> None:
    home = ROOT / "generator" / "contract"
    places = {file: file.relative_to(home).with_suffix("").parts for file in sorted(home.rglob("*.py"))}
    for file, parts in places.items():
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.ImportFrom) and node.level == len(parts):
                names = [node.module] if node.module else [alias.name for alias in node.names]
                for name in names:
                    assert ROOMS.index(name.partition(".")[0]) < ROOMS.index(
                        parts[0]
                    ), f"{file.relative_to(home)} imports {name}"
