"""The contract shares nothing with the generator but the reading of bytes and the overlays."""

from __future__ import annotations

import ast

from tests.contract.committed import ROOT

ALLOWED = {"generator.document.load", "generator.document.overlay"}


def _imported(source: str) -> set[str]:
    """The modules that a source imports, as far as they are `generator`'s or relative."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module in (
            "generator",
            "generator.document",
            "generator.contract",
        ):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add("." * node.level + (node.module or ""))
    return {name for name in found if name.startswith(("generator", ".", "templates"))}


def test_nothing_of_the_generator_is_imported() -> None:
    files = sorted((ROOT / "generator" / "contract").rglob("*.py"))
    assert len(files) > 4
    for file in files:
        others = {it for it in _imported(file.read_text()) if not it.startswith("generator.contract.")}
        assert others <= (ALLOWED if file.name == "raw.py" else set()), file.name


def test_an_import_of_the_generator_is_seen() -> None:
    source = (
        "import generator.api.build\nfrom generator.api import names\nfrom ..api import x\nfrom generator import deep"
    )
    assert _imported(source) == {"generator.api.build", "generator.api", "..api", "generator.deep"}
