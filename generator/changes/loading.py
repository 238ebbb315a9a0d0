"""Documents as they are compared: read as far as they can be understood, whatever a generator would say of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic, Location, Severity, error
from generator.document import load, overlay, refs
from generator.document.load import Document
from generator.package.fileset import digest

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document, its hash and version, and what of it is not understood, as warnings.

    `texts` are the lines of the files that it was read from, by what diagnostics call them.
    """

    document: Document
    version: str
    sha256: str
    warnings: tuple[Diagnostic, ...]
    texts: Mapping[str, tuple[str, ...]]


def read(path: Path, name: str, overlays: Sequence[tuple[Path, str]] = ()) -> Loaded:
    """The document at `path`, called `name` in diagnostics, with its overlays, each with its name. References are followed in its folder and below.

    Raises `ProvgenError` if it cannot be used at all: no file, no YAML or JSON, no OpenAPI 3, or nothing in it to compare.
    """
    data = load.read_bytes(path, name)
    document = load.parse(data, name)
    _refuse_strangers(document)
    sources = [load.read(*it) for it in overlays]
    overlaid, notes = overlay.apply(document, sources)
    bundled, problems = refs.bundle_leniently(overlaid, path.parent)
    warnings = [*notes, *(replace(it, severity=Severity.WARNING) for it in problems)]
    texts = {name: _lines(data), **{shown: _lines(it.read_bytes()) for it, shown in overlays}}
    return Loaded(bundled, _version(bundled.value), digest(data), tuple(warnings), texts)


def _lines(data: bytes) -> tuple[str, ...]:
    return tuple(_LINE_BREAK.split(data.decode("utf-8-sig", "replace")))


def _version(value: Any) -> str:
    info = value.get("info")
    found = info.get("version") if isinstance(info, dict) else None
    return str(found) if isinstance(found, (str, int, float)) else ""


def _refuse_strangers(document: Document) -> None:
    value = document.value
    version = value.get("openapi")
    if "swagger" in value and version is None:
        message, hint = "this is a Swagger 2.0 document", "convert it to OpenAPI 3 first"
        raise error("not-openapi", message, pointer="/swagger", location=document.locate("/swagger"), hint=hint)
    if version is None:
        start = Location(document.name, 1, 1)
        raise error("not-openapi", "this is no OpenAPI document: it has no field 'openapi'", pointer="", location=start)
    if not str(version).startswith("3."):
        message = f"OpenAPI {version!r} is not known here; 3.0 and 3.1 are"
        raise error("not-openapi", message, pointer="/openapi", location=document.locate("/openapi"))
    if not any(isinstance(value.get(key), dict) for key in ("paths", "webhooks", "components")):
        message = "there is nothing to compare: the document has no paths, no webhooks and no components"
        raise error("nothing-to-compare", message, pointer="", location=Location(document.name, 1, 1))
