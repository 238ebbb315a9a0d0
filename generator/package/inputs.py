"""What decides the bytes of a package, as hashes: if none of them changed, neither did the package."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.package.fileset import digest, tree_hash
from generator.package.manifest import Inputs
from generator.settings import ClientSettings, NameSettings

if TYPE_CHECKING:
    from generator.api.model import Schema

ROOT = Path(__file__).parents[2]
"""The folder that holds `generator` and `templates`."""

ENGINES = ("black", "datamodel-code-generator", "jinja2")
"""The libraries that write code. Those that only read or judge a document do not decide what is written."""

_CODE = ("generator/document", "generator/api", "generator/package")
_TEMPLATES = ("templates/package", "templates/runtime")


def gather(
    document: str,
    overlays: Sequence[str],
    names: NameSettings,
    client: ClientSettings,
    pins: Any,
    schemas: Mapping[str, str],
) -> Inputs:
    """The inputs of a package made from a document, overlays and schemas with these SHA-256 hashes; `pins` is JSON-like."""
    now = code()
    return Inputs(
        document=document,
        overlays=tuple(overlays),
        settings=json_hash({"names": names, "client": client}),
        names=json_hash(pins),
        schemas=schemas,
        templates=now.templates,
        generator=now.generator,
        engines=now.engines,
    )


@dataclass(frozen=True, slots=True)
class Code:
    """The part of the inputs that is code: hashes of the templates and of the generator, versions of the engines."""

    templates: str
    generator: str
    engines: Mapping[str, str]


@cache
def code() -> Code:
    """The code that is running; read once."""
    engines = {engine: version(engine) for engine in ENGINES}
    return Code(_folders_hash(_TEMPLATES), _folders_hash(_CODE), engines)


def module_hashes(schemas: Mapping[str, Schema]) -> dict[str, str]:
    """For each module of models a hash of what decides its text: its schemas, and all that they reach.

    Where a schema stands in the document does not count.
    """
    from generator.api.schemas import mentioned, reached

    own = {
        name: digest(json.dumps(schema, sort_keys=True, default=_unplaced).encode()) for name, schema in schemas.items()
    }
    mentions = {name: mentioned(schema) for name, schema in schemas.items()}
    modules: dict[str, set[str]] = {}
    for name, schema in schemas.items():
        modules.setdefault(schema.module, set()).add(name)
    return {
        module: json_hash({name: own[name] for name in reached(names, mentions)})
        for module, names in sorted(modules.items())
    }


def _unplaced(value: Any) -> Any:
    plain = _plain(value)
    return {key: plain[key] for key in plain if key != "pointer"} if isinstance(plain, dict) else plain


def json_hash(value: Any) -> str:
    """The SHA-256 of a value made of JSON-like values and dataclasses, whatever the order of keys."""
    return digest(json.dumps(value, sort_keys=True, default=_plain).encode())


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, frozenset):
        return sorted(value)
    return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}


def _folders_hash(folders: Iterable[str]) -> str:
    return tree_hash(
        {path.relative_to(ROOT).as_posix(): _text(path) for folder in folders for path in _sources(folder)}
    )


def _sources(folder: str) -> Iterator[Path]:
    paths = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    return (path for path in paths if path.suffix in (".py", ".jinja") and "__pycache__" not in path.parts)


def _text(path: Path) -> bytes:
    # A checkout with other line ends is the same code.
    return path.read_bytes().replace(b"\r\n", b"\n")
