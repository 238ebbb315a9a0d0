"""MANIFEST.json: what a generated package was made from, and what each of its files must be.

The manifest holds no time, no path and no host name. It has one line per file and per symbol, so that a change of
the package is a change of few of its lines. Reading and verifying it takes the standard library alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from generator.diagnostics import error
from generator.package.fileset import FileSet, digest, tree_hash
from generator.package.verify import FORMAT, Drift, Tree, departure
from generator.package.verify import MANIFEST as NAME

__all__ = [
    "NAME",
    "Drift",
    "Inputs",
    "Manifest",
    "Record",
    "Selection",
    "build",
    "parse",
    "render",
    "symbols_of",
    "verify",
]

if TYPE_CHECKING:
    from generator.api.model import Api


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that decides the bytes of a package: SHA-256 hashes in hexadecimal, and versions.

    `overlays` are in the order of their application. `names` is the hash of the names that spec.lock pins; `schemas`
    has one for each module of models, of its schemas and those they reach; `generator` is that of the code which makes
    packages. `engines` are the versions of the libraries that write code.
    """

    document: str
    overlays: tuple[str, ...]
    settings: str
    names: str
    schemas: Mapping[str, str]
    templates: str
    generator: str
    engines: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Record:
    """A file: the SHA-256 of its content and, if it was formatted, of its source before that."""

    sha256: str
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """Which part of a client a package is: the tag of each of its resources, None where it has all; whether it has `testing`."""

    resources: Mapping[str, str] | None = None
    testing: bool = True


@dataclass(frozen=True, slots=True)
class Manifest:
    """The content of MANIFEST.json. `symbols` leads from a dotted name inside the package to a JSON pointer.

    `surface` is what users see of the package, by symbol (`recorded.py`); empty in manifests that are older than it.
    """

    package: str
    title: str
    version: str
    inputs: Inputs
    files: Mapping[str, Record]
    tree: str
    symbols: Mapping[str, str]
    surface: Mapping[str, list[Any]] = field(default_factory=dict)
    selection: Selection = Selection()


def build(
    package: str,
    title: str,
    version: str,
    inputs: Inputs,
    files: FileSet,
    raw: Mapping[str, str],
    symbols: Mapping[str, str],
    surface: Mapping[str, list[Any]],
    selection: Selection = Selection(),
) -> Manifest:
    """The manifest of `files` (the package without its manifest); `raw` are hashes of unformatted sources by path."""
    records = {path: Record(digest(content), raw.get(path)) for path, content in files.items()}
    return Manifest(package, title, version, inputs, records, tree_hash(files), symbols, surface, selection)


def render(manifest: Manifest) -> bytes:
    """The manifest as it is stored: JSON, keys in a fixed order, one line per file and per symbol."""
    head = {
        "format": FORMAT,
        "package": manifest.package,
        "title": manifest.title,
        "version": manifest.version,
    }
    part = {} if manifest.selection == Selection() else {"selection": asdict(manifest.selection)}
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in {**head, **part}.items()]
    lines += [_table("inputs", asdict(manifest.inputs)), f'"tree": "{manifest.tree}"']
    lines += [_table("files", {path: _compact(record) for path, record in sorted(manifest.files.items())})]
    lines += [_table("symbols", dict(sorted(manifest.symbols.items())))]
    lines += [_table("surface", dict(sorted(manifest.surface.items())))]
    return ("{\n " + ",\n ".join(lines) + "\n}\n").encode()


def parse(content: bytes) -> Manifest:
    """Read a stored manifest. Raises `ProvgenError` if it is damaged or of a newer format."""
    try:
        data = json.loads(content)
        _refuse_newer(data)
        return _from_json(data)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise error(
            "manifest-damaged",
            f"{NAME} is damaged: {_reason(problem)}",
            hint="restore the package from version control, or write it anew with --force",
        ) from problem


def verify(manifest: Manifest, files: FileSet) -> Drift:
    """Compare a folder's files with its manifest; the manifest file itself is not looked at."""
    return departure({path: record.sha256 for path, record in manifest.files.items()}, Tree(files))


def _table(key: str, rows: Mapping[str, Any]) -> str:
    body = ",\n  ".join(f"{json.dumps(name)}: {json.dumps(value)}" for name, value in rows.items())
    return f"{json.dumps(key)}: {{" + (f"\n  {body}\n }}" if rows else "}")


def _compact(record: Record) -> dict[str, str]:
    return {"sha256": record.sha256} | ({"raw": record.raw} if record.raw else {})


def _refuse_newer(data: Any) -> None:
    number = data["format"]
    if isinstance(number, int) and number > FORMAT:
        raise error(
            "manifest-newer",
            f"{NAME} is of format {number}, and this provgen knows formats up to {FORMAT}",
            hint="use the provgen that wrote the package, or a newer one",
        )
    if number != FORMAT:
        raise ValueError(f"format {number!r} is none that was ever written")


def _from_json(data: Mapping[str, Any]) -> Manifest:
    _check_texts([data["package"], data["title"], data["version"], data["tree"]])
    _check_texts(data["symbols"].values())
    inputs = dict(data["inputs"])
    inputs["overlays"] = tuple(inputs["overlays"])
    inputs["schemas"] = dict(inputs["schemas"])
    records = {path: Record(**record) for path, record in data["files"].items()}
    _check_texts(record.sha256 for record in records.values())
    return Manifest(
        package=data["package"],
        title=data["title"],
        version=data["version"],
        inputs=Inputs(**inputs),
        files=records,
        tree=data["tree"],
        symbols=dict(data["symbols"]),
        surface=dict(data.get("surface", {})),
        selection=_selection(**data.get("selection", {})),
    )


def _selection(resources: Mapping[str, str] | None = None, testing: bool = True) -> Selection:
    _check_texts((resources or {}).values())
    return Selection(None if resources is None else dict(resources), bool(testing))


def _check_texts(values: Any) -> None:
    for value in values:
        if not isinstance(value, str):
            raise TypeError(f"{value!r} stands where a text should")


def _reason(problem: Exception) -> str:
    return f"it has no {problem}" if isinstance(problem, KeyError) else str(problem)


def symbols_of(api: Api) -> dict[str, str]:
    """Each model, field, method and event of a package, by its dotted name, with the pointer it was made from.

    Resource classes are not among them: they come from the name of a tag, not from a node of the document.
    """
    from generator.api.model import ObjectSchema

    symbols = {f"models.{schema.name}": schema.pointer for schema in api.schemas.values()}
    objects = [schema for schema in api.schemas.values() if isinstance(schema, ObjectSchema)]
    symbols |= {f"models.{it.name}.{field.name}": field.pointer for it in objects for field in it.properties}
    for resource in api.resources:
        for prefix in ("", "Async"):
            owner = f"resources.{resource.name}.{prefix}{resource.class_name}"
            symbols |= {f"{owner}.{operation.name}": operation.pointer for operation in resource.operations}
    return symbols | {f"events.{event.name}": event.pointer for event in api.events}
