"""From a document to a finished package in memory.

    read ► overlay ► bundle ► name ► models ► operations ► format
       └► validate, in a helper process meanwhile └► import them and build them, in a probe

A stage takes values and gives values. Heavy modules are imported where they are first needed, so that a run that
finds nothing to do costs next to nothing.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Diagnostic, ProvgenError, Severity
from generator.package import inputs, manifest
from generator.package.fileset import FileSet, digest, merge
from generator.package.format import Formatted, Formatter, Known
from generator.package.manifest import Inputs, Selection
from generator.settings import ClientSettings, Settings
from generator.specs import archive
from generator.workers import Job, Pool, preload

if TYPE_CHECKING:
    from generator.api.model import Api
    from generator.api.names import Pins
    from generator.document.load import Document

Progress = Callable[[str], None]
"""Called with the name of each stage as it begins."""

Remote = Callable[[str], bytes]
"""Gives the content at an https address that a document refers to."""

Begin = Callable[[FileSet], None]
"""Called with modules as soon as they are finished: those of models with the runtime, then all; not if no model is new."""

_INDEX = "models/__init__.py"

_VALIDATOR = "generator.document.validate"


def silent(stage: str) -> None:
    """The progress of a run that nobody watches."""


def wait(files: FileSet) -> None:
    """Begins nothing."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document to generate from: where it lies, what diagnostics call it, its overlays, and how to follow https.

    `remote` None: references to other machines are errors. `lenient`: what is wrong with it is corrected by machine, and told.
    """

    path: Path
    name: str
    overlays: tuple[Path, ...] = ()
    remote: Remote | None = None
    lenient: bool = False


def overlays_of(settings: Settings) -> tuple[Path, ...]:
    """The overlay files of the settings, in the order they are applied: by name."""
    folder = settings.overlays
    return tuple(sorted(path for path in folder.glob("*") if path.suffix in (".yaml", ".yml", ".json")))


def archived(settings: Settings, entry: archive.Entry) -> Source:
    """A document of the archive. Raises `ProvgenError` if it is not the one that the lock knows."""
    archive.read_document(settings.spec, entry)
    path = archive.document_path(settings.spec, entry)
    return Source(path, shown(path), overlays_of(settings))


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document that was read, overlaid and bundled; with its warnings, and the hashes of what was read.

    `corrections` is the overlay that was made by machine, as JSON; empty if its source is not lenient.
    """

    document: Document
    diagnostics: tuple[Diagnostic, ...]
    sha256: str
    overlays: tuple[str, ...]
    corrections: bytes = b""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier run left that this one may use: files as they were written, and what they were made from."""

    known: Mapping[str, Known] = field(default_factory=dict)
    made_from: Inputs | None = None
    complete: bool = False
    """Whether `known` holds every formatted file of the earlier package."""

    def models(self, schemas: Mapping[str, str]) -> Mapping[str, Known]:
        """The files of models that the same code would make from the same schemas; the index if none would differ."""
        now = inputs.code()
        if not self.complete or self.made_from is None:
            return {}
        if (self.made_from.generator, self.made_from.engines) != (now.generator, now.engines):
            return {}
        same = [_module(name) for name, found in schemas.items() if self.made_from.schemas.get(name) == found]
        index = [_INDEX] if self.made_from.schemas == schemas else []
        return {path: self.known[path] for path in (*same, *index)}


@dataclass(frozen=True, slots=True)
class Package:
    """A finished package in memory: its files with the manifest, and what the run has to tell of it."""

    api: Api
    files: FileSet
    formatted: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def prepare(source: Source) -> Prepared:
    """Read, overlay and bundle a document, and correct it if its source is lenient. Raises `ProvgenError`."""
    from generator.document import refs

    overlaid = _overlaid(source)
    if source.lenient:
        return _corrected(source, overlaid)
    bundled = refs.bundle(overlaid.document, source.path.parent, remote=source.remote)
    return replace(overlaid, document=bundled)


def _overlaid(source: Source) -> Prepared:
    """A document that was read and overlaid. Raises `ProvgenError`."""
    from generator.document import load, overlay

    named = {source.path: source.name} | {path: shown(path) for path in source.overlays}
    contents = {path: load.read_bytes(path, name) for path, name in named.items()}
    document, *overlays = (load.parse(contents[path], name) for path, name in named.items())
    overlaid, warnings = overlay.apply(document, overlays)
    sha256, *others = map(digest, contents.values())
    return Prepared(overlaid, tuple(warnings), sha256, tuple(others))


def _corrected(source: Source, overlaid: Prepared) -> Prepared:
    """A document that was read and overlaid, bundled and corrected. Its corrections count as one overlay more."""
    from generator.document import corrections, refs

    found = corrections.correct(*refs.bundle_leniently(overlaid.document, source.path.parent, remote=source.remote))
    _stop_at_errors(found.diagnostics)
    made = found.overlay()
    hashes = (*overlaid.overlays, *([digest(made)] if found.actions else []))
    return Prepared(found.document, (*overlaid.diagnostics, *found.diagnostics), overlaid.sha256, hashes, made)


def is_accepted(source: Source) -> bool:
    """Whether openapi-spec-validator has nothing against a document, whatever else is wrong with it; not of a pipe, read once."""
    from generator.document import refs, validate

    if not source.path.is_file():
        return False
    try:
        overlaid = _overlaid(source)
    except ProvgenError:
        return False
    bundled, problems = refs.bundle_leniently(overlaid.document, source.path.parent, remote=source.remote)
    return all(it.code != "reference-cycle" for it in problems) and validate.is_accepted(bundled)


def load_api(source: Source, settings: Settings, pins: Pins | None = None) -> Api:
    """The API that a valid document describes. Raises `ProvgenError` with all that is wrong with it."""
    from generator.api.build import build
    from generator.api.names import Pins

    prepared = prepare(source)
    _stop_at_errors(validation_of(prepared.document))
    return build(prepared.document, settings.names, pins or Pins())


def validation_of(document: Document) -> list[Diagnostic]:
    """Every finding about a prepared document."""
    from generator.document.validate import validate as findings

    return findings(document)


def lenient_validation_of(document: Document) -> list[Diagnostic]:
    """The same of a corrected document, in which errors that stand in nobody's way are warnings."""
    from generator.document.corrections import remaining

    return remaining(document)


def validation_read(source: Source) -> list[Diagnostic]:
    """Every finding about the document of a source, which is prepared for this alone. Raises `ProvgenError`."""
    return validation_of(prepare(source).document)


def _validated_ahead(source: Source, pool: Pool) -> Job[list[Diagnostic]] | None:
    """The validation of a document that a helper reads for itself, which takes no longer than to be handed it.

    None where it cannot (a pipe is read once) or should not: corrections take long, and other machines are asked once.
    """
    if source.lenient or source.remote or not source.path.is_file():
        pool.submit(preload, [_VALIDATOR])
        return None
    return pool.submit(validation_read, source)


def _stop_at_errors(findings: Sequence[Diagnostic]) -> None:
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise ProvgenError(findings)


@contextlib.contextmanager
def _or_else_invalid(validation: Job[list[Diagnostic]], pool: Pool) -> Iterator[None]:
    """Stages inside run before the document is known to be valid: if it is not, that is what went wrong with them."""
    try:
        yield
    except Exception:
        findings = pool.result(validation)
        _stop_at_errors(findings)
        raise


def make(
    source: Source,
    settings: Settings,
    names: Mapping[str, Any],
    earlier: Earlier,
    pool: Pool,
    progress: Progress = silent,
    begin: Begin = wait,
) -> Package:
    """Make the package that a document describes. Raises `ProvgenError` with all that is wrong with the document.

    `names` are the pinned names as JSON, empty where there are none. Files of an `earlier` run that would come out the
    same are neither rendered nor formatted again; if all models are, nothing is begun with them.
    """
    from generator.api.build import build
    from generator.api.names import Pins
    from generator.api.selecting import select
    from generator.package.guide import render_guide
    from generator.package.operations import render_client
    from generator.package.render import runtime_files
    from generator.package.testing import render_testing

    ahead = _validated_ahead(source, pool)
    progress("read")
    prepared = prepare(source)
    validation = ahead or pool.submit(lenient_validation_of if source.lenient else validation_of, prepared.document)
    formatter = Formatter(pool, earlier.known)
    with _or_else_invalid(validation, pool):
        progress("name")
        api = select(build(prepared.document, settings.names, Pins.from_json(names)), settings.client.resources)
        schemas = inputs.module_hashes(api.schemas)
        known = earlier.models(schemas)
        models = _models(api, known.keys(), pool) if _INDEX not in known else dict
        samples = pool.submit(render_testing, api, settings.client)
        progress("models")
        formatter.keep(known)
        formatter.add(fresh := models())
    progress("validate")
    findings = pool.result(validation)
    _stop_at_errors(findings)
    if fresh:
        begin(merge(runtime_files(settings.client.http_library), formatter.finished({*known, *fresh})))
    progress("operations")
    client = merge(render_client(api, settings.client), render_guide(api, settings.client))
    formatter.add(_python(client))
    testing = pool.result(samples)
    formatter.add(_python(merge(testing.files)))
    progress("format")
    formatted = formatter.finish()
    modules = merge(formatted.files, _runtime(settings.client, formatted.files))
    if fresh:
        begin(modules)
    files = merge(modules, _verbatim(merge(client, testing.files)))
    told = (*prepared.diagnostics, *findings, *api.omissions, *testing.omissions)
    return Package(api, _with_manifest(api, settings, prepared, schemas, files, formatted), formatted.worked_on, told)


def _runtime(client: ClientSettings, files: FileSet) -> FileSet:
    """The modules of the runtime that a client of these files needs."""
    from generator.package.render import FOR_TESTING, runtime_files, unneeded

    return runtime_files(client.http_library, unneeded(files.values()).union(() if client.testing else FOR_TESTING))


def _models(api: Api, made: Collection[str], pool: Pool) -> Callable[[], FileSet]:
    """The files of models that are not made yet, when they are asked for; a helper may have the engine work until then."""
    # What renders models takes long to import alone.
    from generator.package.models import ask, drawn_models, order

    wanted = order(api, {it.module for it in api.schemas.values() if _module(it.module) not in made})
    answer = pool.submit(ask, wanted.document)
    return lambda: merge(drawn_models(api, wanted, pool.result(answer)))


def _module(name: str) -> str:
    return f"models/{name}.py"


def _python(files: FileSet) -> FileSet:
    return {path: content for path, content in files.items() if path.endswith(".py")}


def _verbatim(files: FileSet) -> FileSet:
    """What stays as it was rendered, and the mark of a package with types."""
    return {path: content for path, content in files.items() if not path.endswith(".py")} | {"py.typed": b""}


def _with_manifest(
    api: Api,
    settings: Settings,
    prepared: Prepared,
    schemas: Mapping[str, str],
    files: FileSet,
    formatted: Formatted,
) -> FileSet:
    from generator.package.recorded import record
    from generator.package.surface import surface

    pins = api.pins.to_json()
    made_from = inputs.gather(prepared.sha256, prepared.overlays, settings.names, settings.client, pins, schemas)
    part = {it.name: it.tag for it in api.resources} if settings.client.resources else None
    made = manifest.build(
        settings.client.package,
        api.title,
        api.version,
        made_from,
        files,
        formatted.raw,
        manifest.symbols_of(api),
        record(surface(api, settings.client)),
        Selection(part, settings.client.testing),
    )
    return merge(files, {manifest.NAME: manifest.render(made)})


def pool() -> Pool:
    """Helpers for all processors but the one this process uses, two at most: each takes memory."""
    affinity = getattr(os, "sched_getaffinity", None)
    processors = len(affinity(0)) if affinity else os.cpu_count() or 1
    return Pool(min(2, processors - 1))


def shown(path: Path) -> str:
    """A path as messages give it: relative to the current folder where it lies below."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except (OSError, ValueError):
        return str(path)
