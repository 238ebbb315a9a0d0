"""What `provgen vendor` does: copy, check, tell, renew. Each is its stages in a row; `putting` alone writes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator import contracting, reporting
from generator.diagnostics import Diagnostic, ProvgenError, Severity, error
from generator.making import Progress, silent
from generator.package import manifest, verify, write
from generator.package.fileset import Difference
from generator.package.manifest import Manifest
from generator.package.verify import Drift, Tree
from generator.settings import Settings
from generator.specs import archive
from generator.vendoring import places, putting, record
from generator.vendoring.copying import Copy, Wanted, copy_of
from generator.vendoring.ignoring import ignored
from generator.vendoring.merging import Merged, merge_edits
from generator.vendoring.places import Target
from generator.vendoring.putting import Placing
from generator.vendoring.record import Entry, Record

if TYPE_CHECKING:
    from generator.changes.report import Report

LISTED = 20
"""How many files a message lists, before it only counts them."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a copy is asked to be; `version` None: that of the committed client. Empty `resources`: all."""

    version: str | None = None
    resources: tuple[str, ...] = ()
    testing: bool = True
    contract: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """A copy that was put in its place. `difference` compares what was there with what is there now."""

    target: Target
    version: str
    difference: Difference
    diagnostics: tuple[Diagnostic, ...] = ()


# ── the first time ──────────────────────────────────────────────────────────────────────────────────────────────────


def vendor(
    settings: Settings,
    target: Target,
    options: Options,
    *,
    force: bool = False,
    progress: Progress = silent,
) -> Done:
    """Copy the client into a repository, and record it there.

    Files that this did not write, and those that were edited, are written over with `force` alone. Raises `ProvgenError`; everything
    is then as it was.
    """
    # A record that cannot be read is told before a client is made.
    record.read(target.repository)
    write.recover(target.folder)
    tree = write.read_tree(target.folder)
    if not force:
        _refuse_strangers(target, tree)
    wanted = _wanted(settings, target.package, options)
    copy = copy_of(settings, wanted, progress)
    against = [] if force else _losses(target, tree, copy)
    if against:
        raise ProvgenError(against)
    placing = Placing(target, copy.files, _entry(settings, target, wanted, copy), tree)
    return _put(placing, (), progress)


def _wanted(settings: Settings, package: str, options: Options) -> Wanted:
    resources = tuple(sorted({*options.resources}))
    return Wanted(options.version or committed(settings), package, resources, options.testing, options.contract)


def committed(settings: Settings) -> str:
    """The version of the committed client. Raises `ProvgenError` if there is none."""
    found = archive.read_lock(settings.spec).generated
    if found is None:
        raise error("nothing-generated", "no client has been generated yet", hint="`provgen regenerate` makes it")
    return found


def _entry(settings: Settings, target: Target, wanted: Wanted, copy: Copy) -> Entry:
    made = copy.manifest
    return Entry(
        name=target.package,
        client=settings.client.package,
        source=target.source,
        version=made.version,
        document=made.inputs.document,
        tree=made.tree,
        resources=wanted.resources,
        testing=wanted.testing,
        contract=wanted.contract,
    )


def _refuse_strangers(target: Target, tree: Tree | None) -> None:
    """Raise `ProvgenError` early, with a list, if what stands there was not written by this."""
    found = [*tree.files, *tree.foreign] if tree else []
    if found and tree is not None and manifest.NAME not in tree.files:
        more = [f"… and {len(found) - LISTED} more"] if len(found) > LISTED else []
        message = f"{target.folder} holds what provgen did not write: {', '.join([*found[:LISTED], *more])}"
        hint = "choose another --package, or give --force to have the folder replaced as a whole"
        raise error("foreign-folder", message, hint=hint)


def _losses(target: Target, tree: Tree | None, copy: Copy) -> list[Diagnostic]:
    found = write.losses(target.folder, tree, copy.files)
    if tree and not found and (there := write.read_manifest(tree)) and there.title != copy.manifest.title:
        message = f"{target.folder} holds another client: {there.title} {there.version}"
        return [
            Diagnostic("another-client", message, hint="choose another --package, or give --force to have it replaced")
        ]
    hint = "`provgen vendor --update` keeps edits; --force loses them"
    return [replace(it, hint=hint) if it.code == "hand-written-file" else it for it in found]


def _put(placing: Placing, notes: Iterable[Diagnostic], progress: Progress) -> Done:
    progress("swap")
    warnings = putting.put(placing)
    warnings += ignored(placing.target, placing.files)
    return Done(placing.target, placing.entry.version, placing.difference, (*notes, *warnings))


# ── what is there ───────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Found:
    """A recorded copy as it stands. `edits` is what was done to it, as a patch for the root of the repository."""

    entry: Entry
    target: Target
    tree: Tree
    manifest: Manifest
    drift: Drift
    edits: str

    @property
    def forged(self) -> bool:
        """Whether its manifest is not the one that was written: the record knows its hash."""
        return self.manifest.tree != self.entry.tree


def copies(repository: Path, package: str | None = None) -> list[Found]:
    """The recorded copies of a repository, or one of them. Raises `ProvgenError` if there is none, or if one cannot be read."""
    known = record.read(repository)
    entries = [it for it in known.entries if package in (None, it.name)]
    if not entries:
        what = f"{package} is not recorded" if package else "no copy is recorded"
        hint = "`provgen vendor DEST --package …` makes a copy and records it"
        raise error("not-vendored", f"{what} in {known.file}", hint=hint)
    return [_found(repository, known, it) for it in entries]


def _found(repository: Path, known: Record, entry: Entry) -> Found:
    # The record is a file that others write, too: it may name no place that a command line could not.
    target = places.target(repository, entry.name, entry.source)
    write.recover(target.folder)
    tree = write.read_tree(target.folder)
    if tree is None or manifest.NAME not in tree.files:
        message = f"{target.folder} holds no copy, although {entry.name} is recorded in {known.file}"
        hint = f"restore it from version control, or copy it again: `provgen vendor … --package {entry.name}`"
        raise error("copy-missing", message, hint=hint)
    made = manifest.parse(tree.files[manifest.NAME])
    written = _written(made)
    drift = verify.departure(written, tree)
    edits = verify.difference(verify.originals(tree, written), tree, drift, f"{target.path}/")
    return Found(entry, target, tree, made, drift, edits)


def _written(made: Manifest) -> dict[str, str]:
    return {path: it.sha256 for path, it in made.files.items()}


@dataclass(frozen=True, slots=True)
class Status:
    """A copy and the archive: `newer` are the versions that came after it, None if its document is not in the archive."""

    found: Found
    newer: tuple[str, ...] | None


def status(settings: Settings, found: Found) -> Status:
    """How far a copy is behind."""
    entries = archive.read_lock(settings.spec).entries
    if not any(it.sha256 == found.manifest.inputs.document for it in entries.values()):
        return Status(found, None)
    own = archive.version_key(found.manifest.version)
    newer = sorted((it for it in entries if archive.version_key(it) > own), key=archive.version_key)
    return Status(found, tuple(newer))


# ── again ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Renewal:
    """A copy that is to be renewed: what that changes, for its users and on the disk. `report` None: nothing to compare."""

    found: Found
    placing: Placing
    merged: Merged
    report: Report | None
    told: tuple[Diagnostic, ...] = ()


def renewal(
    settings: Settings,
    found: Found,
    version: str | None = None,
    *,
    force: bool = False,
    progress: Progress = silent,
) -> Renewal:
    """What renewing a copy means. Nothing is written. Raises `ProvgenError`, also where hand edits cannot be kept.

    `version` None: that of the committed client. With `force`, all edits are lost.
    """
    recorded = found.entry
    options = Options(version, recorded.resources, recorded.testing, recorded.contract)
    wanted = _wanted(settings, recorded.name, options)
    copy = copy_of(settings, wanted, progress)
    merged = _without_edits(found, copy) if force else _with_edits(found, copy)
    if merged.conflicts:
        raise ProvgenError(merged.conflicts)
    entry = _entry(settings, found.target, wanted, copy)
    placing = Placing(found.target, merged.files, entry, found.tree, merged.edited)
    progress("compare")
    report, told = _report(settings, found, copy.manifest)
    return Renewal(found, placing, merged, report, told)


def _with_edits(found: Found, copy: Copy) -> Merged:
    return merge_edits(found.tree, _written(found.manifest), copy.files, found.target.path, copy.manifest.version)


def _without_edits(found: Found, copy: Copy) -> Merged:
    lost = (*found.drift.edited, *found.drift.extra)
    notes = [
        Diagnostic("edit-lost", f"{found.target.path}/{path}: the edit is lost", Severity.WARNING) for path in lost
    ]
    return Merged(copy.files, tuple(notes))


def _report(settings: Settings, found: Found, new: Manifest) -> tuple[Report | None, tuple[Diagnostic, ...]]:
    """The change report of the step with the uses in the repository; None, and why, if the old document is not archived."""
    client = replace(settings.client, package=found.target.name, resources=found.entry.resources)
    about = replace(settings, client=client)
    try:
        before = contracting.entry_of(found.target.folder, found.manifest, settings).version
        if before == new.version and found.manifest.inputs == new.inputs:
            return None, ()
        surfaces = (
            reporting.surface_of(found.target.folder, found.manifest),
            reporting.surface_of(found.target.folder, new),
        )
        asked = reporting.Asked(about, before, new.version, found.target.repository, packages=surfaces)
        return reporting.report(asked), ()
    except ProvgenError as problem:
        why = problem.diagnostics[0]
        return None, (
            Diagnostic("no-report", f"there is no change report: {why.message}", Severity.WARNING, hint=why.hint),
        )


def renew(renewal: Renewal, *, progress: Progress = silent) -> Done:
    """Carry a renewal out. Raises `ProvgenError`; everything is then as it was."""
    return _put(renewal.placing, renewal.merged.notes, progress)


# ── where ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def repository_of(folder: Path | None) -> Path:
    """The repository that is meant: a folder, or the nearest one with a record around the current folder. Raises `ProvgenError`."""
    if folder is not None:
        return places.repository(folder)
    here = Path(os.path.realpath(Path.cwd()))
    for candidate in (here, *here.parents):
        if record.exists(candidate):
            return places.repository(candidate)
    hint = "name the repository: `provgen vendor DEST …`"
    raise error("not-vendored", f"neither {here} nor a folder above it has a record of copies", hint=hint)
