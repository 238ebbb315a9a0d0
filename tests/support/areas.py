"""What becomes of the documents in tests/cases/support: of each feature, what is not served, as generator and contract tell it.

A feature is a node of a document with `x-feature`, its name in Markdown. All that is told of places below it is about it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import contracting, pipeline
from generator.contracting import Verdict
from generator.diagnostics import Diagnostic
from generator.document.pointers import join
from generator.making import Source, prepare, shown
from generator.settings import default_settings
from tests.rendered import ROOT

CASES = ROOT / "tests/cases/support"

FEATURE = "x-feature"

_LIMITS = ("unsupported-", "not-enforced", "ignored-")
"""How the codes of diagnostics begin that say what a client does not do; the others are about the document."""


@dataclass(frozen=True, slots=True)
class Area:
    """A document: its title, each of its features with what is not served of it, and what its contract says."""

    title: str
    features: Mapping[str, tuple[str, ...]]
    verdict: Verdict


def tried(folder: Path, output: Path) -> Area:
    """Make a client of the document in a folder of cases, in `output`, and hold it against the document."""
    document = _usable(folder, output)
    settings = default_settings(f"client_of_{folder.name}", output)
    outcome = pipeline.generate(Source(document, shown(document)), settings, output)
    verdict = contracting.verdict(contracting.any_pair(None, document, outcome.place))
    value = prepare(Source(document, shown(document))).document.value
    places = dict(_features(value, ""))
    told = [*_omitted(outcome.diagnostics), *((it["pointer"], it["reason"]) for it in verdict.excluded)]
    limits = {name: _below([at for at, owner in places.items() if owner == name], told) for name in places.values()}
    return Area(value["info"]["title"], limits, verdict)


def _usable(folder: Path, output: Path) -> Path:
    """The document, with an operation that takes and gives each schema that is a feature."""
    from generator.document import load

    file = folder / "openapi.yaml"
    value: Any = load.read(file).value
    schemas = value.get("components", {}).get("schemas", {})
    added = {f"/{name}": _exercise(name, schema[FEATURE]) for name, schema in schemas.items() if FEATURE in schema}
    if not added or value.get("paths"):
        return file
    written = output / f"{folder.name}.json"
    written.write_text(json.dumps({**value, "paths": added}), encoding="utf-8")
    return written


def _exercise(name: str, feature: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
    answer = {"200": {"description": "The same", "content": content}}
    return {"put": {FEATURE: feature, "requestBody": {"required": True, "content": content}, "responses": answer}}


def _features(node: Any, pointer: str) -> Iterator[tuple[str, str]]:
    """Pointer and name of each feature."""
    if isinstance(node, dict):
        if isinstance(node.get(FEATURE), str):
            yield pointer, node[FEATURE]
        for key, value in node.items():
            yield from _features(value, join(pointer, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _features(value, join(pointer, index))


def _omitted(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[str, str]]:
    for it in diagnostics:
        if it.code.startswith(_LIMITS):
            yield it.pointer or "", it.message


def _below(places: Iterable[str], told: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    roots = tuple(places)
    return tuple(sorted({text for at, text in told if any(at == it or at.startswith(f"{it}/") for it in roots)}))
