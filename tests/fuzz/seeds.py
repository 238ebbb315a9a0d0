"""What is mutated: real documents, cut into pieces so small that a case takes milliseconds."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.diagnostics import ProvgenError
from generator.document import load, overlay, pointers, refs

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
CORPUS = ROOT.parent / "shared" / "corpus"

LARGEST = 6_000
"""Characters of a piece, as JSON. What is larger is pruned, and left out if that does not help."""

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


_SHARES = 32
"""Points of each piece on the ring that cases choose from: the more, the more alike is how often pieces are chosen."""


@dataclass(frozen=True)
class Seed:
    """A document to mutate: its text as JSON, and as its file has it if it comes from a small one, in the folder it may refer to."""

    name: str
    json: str
    text: str = ""
    folder: Path | None = None


@lru_cache
def seeds(corpus: bool = False) -> tuple[Seed, ...]:
    """All pieces in the order of their names: of this repository alone, or also of the corpus, where there is one."""
    found = {seed.json: seed for seed in (*_of_archive(), *_of_cases(), *(_of_corpus() if corpus else ()))}
    return tuple(sorted(found.values(), key=lambda seed: seed.name))


def chosen(point: float, corpus: bool = False) -> Seed:
    """The piece at a point between 0 and 1. A piece more or less leaves all others where they are, but at its own points."""
    points, pieces = _ring(corpus)
    return pieces[bisect(points, point) % len(pieces)]


@lru_cache
def _ring(corpus: bool) -> tuple[list[float], list[Seed]]:
    shares = [(_point(f"{share} {seed.name}"), seed) for seed in seeds(corpus) for share in range(_SHARES)]
    shares.sort(key=lambda it: it[0])
    return [point for point, _ in shares], [seed for _, seed in shares]


def _point(text: str) -> float:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6], "big") / 2**48


def _of_archive() -> Iterator[Seed]:
    path = ROOT / "spec" / "1.2.36" / "openapi.yaml"
    overlays = [load.read(it) for it in sorted((ROOT / "spec" / "overlays").glob("*.yaml"))]
    document, _ = overlay.apply(load.read(path), overlays)
    yield from _pieces("1.2.36", document.value)


def _of_cases() -> Iterator[Seed]:
    found = sorted(path for path in CASES.rglob("*") if path.suffix in (".yaml", ".json"))
    files = [path for path in found if path.relative_to(CASES).parts[0] != "fuzz"]  # what was found changes no case
    for path in [*files, ROOT / "tests" / "hostile" / "base.json"]:
        data = path.read_bytes()
        try:
            value = load.parse(data, path.name).value
        except ProvgenError:
            continue
        if "openapi" in value and len(data) < 2 * LARGEST:
            name = path.relative_to(ROOT / "tests").as_posix()
            yield Seed(name, json.dumps(value), data.decode("utf-8-sig"), path.parent)


def _of_corpus() -> Iterator[Seed]:
    for path in sorted(CORPUS.glob("*")) if CORPUS.exists() else ():
        if path.suffix in (".yaml", ".yml", ".json"):
            try:
                document = refs.bundle(load.read(path), path.parent)
            except ProvgenError:
                continue
            yield from _pieces(path.stem, document.value)


def _pieces(name: str, value: Mapping[str, Any]) -> Iterator[Seed]:
    for label, paths, root in (*_operations(value), *_schemas(value)):
        piece = _piece(value, paths, root)
        text = json.dumps(piece)
        if len(text) > LARGEST:
            text = json.dumps(_piece(value, _pruned(paths), root, prune=True))
        if len(text) <= LARGEST:
            yield Seed(f"{name}/{label}", text)


def _operations(value: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    paths = {path: item for path, item in (value.get("paths") or {}).items() if path.startswith("/")}
    for path, item in paths.items():
        shared = {key: it for key, it in item.items() if key not in METHODS}
        for method in METHODS:
            if method in item:
                yield f"{method} {path}", {path: {**shared, method: item[method]}}, {}


def _schemas(value: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Each schema by itself, as an answer and as a body."""
    for name in (value.get("components") or {}).get("schemas") or {}:
        content = {"application/json": {"schema": {"$ref": pointers.join("#", "components", "schemas", name)}}}
        operation = {
            "operationId": "put",
            "requestBody": {"content": content},
            "responses": {"200": {"description": "ok", "content": content}},
        }
        yield f"schema {name}", {"/": {"put": operation}}, {}


def _piece(value: Mapping[str, Any], paths: Any, root: dict[str, Any], *, prune: bool = False) -> dict[str, Any]:
    """A document of some paths and of what they reach."""
    piece: dict[str, Any] = {"openapi": value["openapi"], "info": {"title": "Piece", "version": "1"}}
    piece |= {key: value[key] for key in ("servers", "security", "jsonSchemaDialect") if key in value} | root
    piece["paths"] = paths
    components: dict[str, Any] = {}
    schemes = (value.get("components") or {}).get("securitySchemes")
    if schemes:
        components["securitySchemes"] = schemes
    waiting = sorted(_references(paths))
    while waiting:
        tokens = pointers.split(waiting.pop()[1:])
        if len(tokens) < 3 or tokens[0] != "components" or tokens[2] in components.get(tokens[1], {}):
            continue
        found = pointers.resolve(value, pointers.join("", *tokens[:3]))
        components.setdefault(tokens[1], {})[tokens[2]] = found = _pruned(found) if prune else found
        waiting += sorted(_references(found))
    return {**piece, "components": components} if components else piece


def _references(node: Any) -> set[str]:
    if isinstance(node, list):
        return set().union(*map(_references, node))
    if not isinstance(node, dict):
        return set()
    reference = node.get("$ref")
    here = {reference} if isinstance(reference, str) and reference.startswith("#/") else set()
    return here.union(*map(_references, node.values()))


def _pruned(node: Any, key: str = "") -> Any:
    """A part of a document without what is large in it and of one kind: examples, all properties but a few, long texts."""
    if isinstance(node, list):
        return [_pruned(item) for item in (node[:3] if key in ("oneOf", "anyOf", "enum", "parameters") else node)]
    if isinstance(node, str):
        return node[:60] if key in ("description", "summary") else node
    if not isinstance(node, dict):
        return node
    few = {"properties": 4, "examples": 0, "callbacks": 1, "responses": 2, "mapping": 0}
    kept = dict(list(node.items())[: few.get(key, 1000)]) if key in few else dict(node)
    if isinstance(kept.get("required"), list) and isinstance(kept.get("properties"), dict):
        kept["required"] = [name for name in kept["required"] if name in list(kept["properties"])[:4]]
    return {name: _pruned(item, name) for name, item in kept.items() if name != "example"}
