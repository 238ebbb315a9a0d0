"""The commands, each as the sequence of its stages.

    choose a document ► make a package of it ► import a staged copy, hold it against the document ► report ► swap

Only fetching, reading and the final swap touch the outside.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import contracting, reporting
from generator.contracting import Subject
from generator.diagnostics import Diagnostic, ProvgenError, Severity, error
from generator.making import (
    Begin,
    Earlier,
    Package,
    Progress,
    Source,
    archived,
    is_accepted,
    lenient_validation_of,
    make,
    pool,
    prepare,
    shown,
    silent,
    validation_of,
)
from generator.package import inputs, manifest, write
from generator.package.fileset import Difference, FileSet, compare, digest, unified_diff
from generator.package.format import Known
from generator.package.importing import Probe, require
from generator.package.manifest import Manifest
from generator.package.printed import black_version
from generator.package.verify import Tree
from generator.settings import Settings
from generator.specs import archive

if TYPE_CHECKING:
    from generator.specs.fetch import FetchResult


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did. `difference` compares what was there with what is there now; counts are of the API.

    `document` is the name of the document in messages.
    """

    place: Path
    version: str
    difference: Difference
    document: str = ""
    operations: int = 0
    events: int = 0
    models: int = 0
    formatted: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """The answer of `check`: what regenerating would change, as paths and as a unified diff."""

    place: Path
    version: str
    difference: Difference
    diff: str
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether regenerating would change nothing."""
        return not self.diff


def validate(source: Source, *, progress: Progress = silent) -> list[Diagnostic]:
    """Every finding about a document, by place. Raises `ProvgenError` where it cannot even be read."""
    progress("read")
    prepared = prepare(source)
    progress("validate")
    findings = lenient_validation_of if source.lenient else validation_of
    return [*prepared.diagnostics, *findings(prepared.document)]


def corrections(source: Source) -> bytes:
    """What is done to a document of a lenient source, as an overlay. Raises `ProvgenError` where it cannot be read."""
    return prepare(source).corrections


def fetch(settings: Settings, url: str | None = None, *, progress: Progress = silent) -> FetchResult:
    """Take the published document (or the one at `url`) into the archive. Raises `ProvgenError`."""
    from generator.specs.fetch import fetch as fetch_into

    address = url or settings.url
    if not address:
        raise error(
            "no-address", "it is not known where the document is published", hint="set tool.provgen.url, or --url"
        )
    progress("fetch")
    return fetch_into(address, settings.spec, archive.read_lock(settings.spec))


def generate(
    source: Source, settings: Settings, output: Path, *, force: bool = False, progress: Progress = silent
) -> Outcome:
    """Write a package for any document into `output`, under the name that the settings give it.

    Raises `ProvgenError`; the disk is then as it was.
    """
    require(settings.client.http_library)
    place = output / settings.client.package
    previous = _previous(place, force)
    with Probe() as probe:
        begin = partial(probe.begin, place.name)
        package = _of_any(source, settings, _earlier(previous), progress, begin)
        return _put(place, package, partial(_imported, probe, place.name, progress), force=force, progress=progress)


def _of_any(source: Source, settings: Settings, earlier: Earlier, progress: Progress, begin: Begin) -> Package:
    """The package of a document. Errors that openapi-spec-validator does not see are corrected as in a lenient source."""
    try:
        with pool() as helpers:
            return make(source, settings, {}, earlier, helpers, progress, begin)
    except ProvgenError:
        if source.lenient or not is_accepted(source):
            raise
    with pool() as helpers:
        return make(replace(source, lenient=True), settings, {}, earlier, helpers, progress, begin)


def regenerate(
    settings: Settings,
    *,
    offline: bool = False,
    version: str | None = None,
    force: bool = False,
    progress: Progress = silent,
) -> Outcome:
    """Renew the committed package from the published document, or from an archived `version`.

    A document that is new is archived before all else and stays archived, so that findings about it can be looked up. A package
    that does not keep the contract (`contract/`) is not swapped in.
    Raises `ProvgenError`; the package and what the lock says of it are then as they were.
    """
    entry, notes = _choose(settings, offline, version, progress)
    place = settings.output / settings.client.package
    previous = _previous(place, force)
    lock = archive.read_lock(settings.spec)
    if _up_to_date(settings, entry, lock, previous):
        return _nothing_to_do(place, entry.version, previous, notes)
    source = archived(settings, entry)
    require(settings.client.http_library)
    with Probe() as probe:
        with pool() as helpers:
            begin = partial(probe.begin, place.name)
            package = make(source, settings, lock.names, _earlier(previous), helpers, progress, begin)
        progress("report")
        names = package.api.pins.to_json()
        record = partial(_record, settings, entry.version, names, reporting.step_to(settings, entry.version, names))

        earlier = _kept(settings, lock, previous, place)

        def look(staged: Path, difference: Difference) -> list[Diagnostic]:
            missing = _imported(probe, place.name, progress, staged, difference)
            subject = contracting.subject(settings, source.path, package.api.version, staged)
            return missing or _departures(replace(subject, earlier=earlier), source, progress)

        outcome = _put(place, package, look, force=force, progress=progress, then=record)
    return replace(outcome, document=source.name, diagnostics=(*notes, *outcome.diagnostics))


def contract(
    settings: Settings | None,
    spec: Path | None,
    package: Path | None,
    arguments: Sequence[str],
    *,
    lenient: bool = False,
) -> int:
    """Hold a package against a document, printing what pytest prints: 0 if it keeps the contract, else 1.

    `spec` None: the archived document that the package was made from; `package` None: the committed one. `settings` tell
    overlays, conventions and known contradictions. `lenient`: the document is corrected first, as `generate` does it.
    Raises `ProvgenError` for a pair that cannot be held against each other.
    """
    if settings is not None:
        package = package or settings.output / settings.client.package
        spec = spec or contracting.document_of(package, settings)
    if spec is None or package is None:
        message = "it is not known which document the package is to be held against"
        raise error("no-document", message, hint="--spec FILE names it; with --config it is taken from the archive")
    return contracting.run(contracting.any_pair(settings, spec, package, lenient=lenient), arguments)


def check(settings: Settings, *, progress: Progress = silent) -> Check:
    """Build the committed package anew, from the version it was made from, and compare. Writes nothing."""
    lock = archive.read_lock(settings.spec)
    entry = archive.find_entry(lock, lock.generated) if lock.generated else _newest(lock)
    place = settings.output / settings.client.package
    tree = write.read_tree(place) or Tree({})
    with pool() as helpers:
        package = make(archived(settings, entry), settings, lock.names, Earlier(), helpers, progress)
    progress("compare")
    after = lock.with_generated(entry.version, package.api.pins.to_json())
    expected = _as_reported(settings, Tree(package.files), after)
    present = _as_reported(settings, tree, lock)
    notes = (*_newer_note(lock, entry), *package.diagnostics)
    return Check(place, entry.version, compare(present, expected), unified_diff(present, expected), notes)


def _as_reported(settings: Settings, tree: Tree, lock: archive.Lock) -> FileSet:
    """The package and the lock by the paths that a reader of the report knows."""
    folder = shown(settings.output / settings.client.package)
    files = {**tree.files, **dict.fromkeys(tree.foreign, b"(something else than a file)\n")}
    reported = {f"{folder}/{path}": content for path, content in files.items()}
    return reported | {shown(settings.spec / archive.LOCK_NAME): archive.render_lock(lock)}


# ── which document ──────────────────────────────────────────────────────────────────────────────────────────────────


def _choose(
    settings: Settings, offline: bool, version: str | None, progress: Progress
) -> tuple[archive.Entry, list[Diagnostic]]:
    """The archived document to use, and what there is to say about the choice."""
    if version is not None:
        return archive.find_entry(archive.read_lock(settings.spec), version), []
    if offline or not settings.url:
        return _newest(archive.read_lock(settings.spec)), []
    return _fetched(settings, progress)


def _fetched(settings: Settings, progress: Progress) -> tuple[archive.Entry, list[Diagnostic]]:
    from generator.specs.download import UnreachableError

    try:
        result = fetch(settings, progress=progress)
    except UnreachableError as problem:
        entry = _newest(archive.read_lock(settings.spec))
        return entry, [_info("offline", f"{_first(problem)}; the newest archived document is used: {entry.version}")]
    told = (
        [] if result.outcome == "unchanged" else [_info("fetched", f"archived {result.outcome}: {shown(result.path)}")]
    )
    return result.entry, [*told, *result.diagnostics]


def _newest(lock: archive.Lock) -> archive.Entry:
    entry = archive.newest(lock)
    if entry is None:
        raise error("nothing-archived", "no document is archived yet", hint="`provgen fetch --url FILE` archives one")
    return entry


def _newer_note(lock: archive.Lock, entry: archive.Entry) -> list[Diagnostic]:
    newest = _newest(lock)
    if newest.version == entry.version:
        return []
    return [_info("newer-archived", f"compared with {entry.version}, while {newest.version} is archived as well")]


def _info(code: str, message: str) -> Diagnostic:
    return Diagnostic(code, message, Severity.INFO)


def _first(problem: ProvgenError) -> str:
    return problem.diagnostics[0].message if problem.diagnostics else str(problem)


# ── what is there already ───────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Previous:
    """A package that stands where the new one goes. `manifest` is None if it is absent or cannot be read."""

    tree: Tree
    manifest: Manifest | None


def _earlier(previous: Previous | None) -> Earlier:
    """What need not be made again: files that are as they were written, formatted by the same black."""
    if previous is None or previous.manifest is None:
        return Earlier()
    made_from = previous.manifest.inputs
    if made_from.engines.get("black") != black_version():
        return Earlier()
    files, formatted = previous.tree.files, {p: r for p, r in previous.manifest.files.items() if r.raw}
    intact = [path for path, record in formatted.items() if path in files and digest(files[path]) == record.sha256]
    known = {path: Known(formatted[path].raw or "", files[path]) for path in intact}
    return Earlier(known, made_from, complete=len(known) == len(formatted))


def _previous(place: Path, force: bool) -> Previous | None:
    write.recover(place)
    if not force:
        write.refuse_foreign(place)
    tree = write.read_tree(place)
    if tree is None:
        return None
    try:
        return Previous(tree, write.read_manifest(tree))
    except ProvgenError:
        # Whether a damaged manifest may be replaced is decided when it comes to that.
        return Previous(tree, None)


def _up_to_date(settings: Settings, entry: archive.Entry, lock: archive.Lock, previous: Previous | None) -> bool:
    """Whether the package is whole and was made from the very inputs that a run would use now."""
    if previous is None or previous.manifest is None or lock.generated != entry.version:
        return False
    source = archived(settings, entry)
    if _accompanied(source.path):
        return False
    overlays = [digest(path.read_bytes()) for path in source.overlays]
    made_from = previous.manifest.inputs
    now = inputs.gather(entry.sha256, overlays, settings.names, settings.client, lock.names, made_from.schemas)
    drift = manifest.verify(previous.manifest, previous.tree.files)
    return now == made_from and drift.empty and not previous.tree.foreign


def _accompanied(document: Path) -> bool:
    # The document may refer to files beside it, of which the manifest knows nothing.
    return any(path != document for path in document.parent.iterdir())


def _nothing_to_do(place: Path, version: str, previous: Previous | None, notes: Sequence[Diagnostic]) -> Outcome:
    files = previous.tree.files if previous else {}
    return Outcome(place, version, compare(files, files), diagnostics=tuple(notes))


# ── the swap ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _put(
    place: Path,
    package: Package,
    look: Callable[[Path, Difference], list[Diagnostic]],
    *,
    force: bool,
    progress: Progress,
    then: Callable[[], None] | None = None,
) -> Outcome:
    def inspect(staged: Path) -> list[Diagnostic]:
        findings = look(staged, difference)
        progress("swap")
        return findings

    with write.locked(place) as real:
        tree = write.read_tree(real) or Tree({})
        difference = compare(tree.files, package.files)
        if difference.empty and not tree.foreign:
            (then or _nothing)()
            warnings: list[Diagnostic] = []
        else:
            warnings = write.replace(real, package.files, inspect, force=force, then=then)
    return Outcome(
        place,
        package.api.version,
        difference,
        operations=sum(len(resource.operations) for resource in package.api.resources),
        events=len(package.api.events),
        models=len(package.api.schemas),
        formatted=len(package.formatted),
        diagnostics=(*package.diagnostics, *warnings),
    )


def _imported(probe: Probe, name: str, progress: Progress, staged: Path, difference: Difference) -> list[Diagnostic]:
    """What keeps a staged package from being imported under its name."""
    progress("import")
    return probe.check(staged, name, "all" if _touches_models(difference) else "modules")


def _departures(subject: Subject, source: Source, progress: Progress) -> list[Diagnostic]:
    """Where a staged package departs from its document."""
    progress("contract")
    return contracting.departures(subject, source)


def _kept(settings: Settings, lock: archive.Lock, previous: Previous | None, place: Path) -> Subject | None:
    """The pair that is in place, if it is as it was swapped in, by the same code: it kept the contract then."""
    entry = lock.entries.get(lock.generated or "")
    if entry is None or previous is None or not _up_to_date(settings, entry, lock, previous):
        return None
    assert previous.manifest is not None
    document = archive.document_path(settings.spec, entry)
    return contracting.subject(settings, document, previous.manifest.version, place)


def _touches_models(difference: Difference) -> bool:
    """Whether models may build otherwise than in the tree that is there, which was looked at when it was written."""
    touched = (*difference.added, *difference.changed, *difference.removed)
    return any(path.startswith(("models/", "_runtime/")) for path in touched)


def _nothing() -> None:
    pass


def _record(settings: Settings, version: str, names: Mapping[str, Any], reports: FileSet) -> None:
    reporting.write(settings, reports)
    with archive.updating(settings.spec) as lock:
        archive.write_lock(settings.spec, lock.with_generated(version, names))
