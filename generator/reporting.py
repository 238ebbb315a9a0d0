"""Change reports as commands need them: documents by version or file, all outputs, and the reports that are committed.

choose two documents ► compare ► render ► write
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from generator import contracting
from generator.diagnostics import Diagnostic, ProvgenError, error
from generator.making import overlays_of, shown
from generator.package import manifest
from generator.package.fileset import FileSet, merge
from generator.package.manifest import Manifest
from generator.settings import ClientSettings, Settings, default_settings
from generator.specs import archive
from generator.workers import Pool, preload

if TYPE_CHECKING:
    from generator.changes.beside import Source
    from generator.changes.report import Report
    from generator.package.surface import Surface

Gate = Literal["breaking", "warning"]

FOLDER = "reports"
"""Where committed reports lie, below the output folder."""

CHANGELOG = "CHANGELOG.md"

PACKAGE = "client"
"""What the client is called in reports about documents that no settings are about."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is asked for. `old` and `new` are versions or files, both empty for the two newest archived versions.

    `settings` None: none were named, and the documents are files. `as_of` None: days play no part. `names` are the pinned names of
    the client as JSON; None: those that the lock has. `packages` are the surfaces of packages that were made of the documents.
    """

    settings: Settings | None
    old: str = ""
    new: str = ""
    uses: Path | None = None
    as_of: date | None = None
    names: Mapping[str, Any] | None = None
    packages: tuple[Surface, Surface] | None = None


class Unusable(ProvgenError):
    """A document cannot be compared at all."""


def report(asked: Asked) -> Report:
    """The report that is asked for. Raises `Unusable` if a document cannot be used, `ProvgenError` for anything else."""
    with Pool(1) as helper:
        # It gets ready while we do, which takes as long as reading a document.
        helper.submit(preload, ["generator.changes.beside"])
        return _made(asked, helper)


def _made(asked: Asked, helper: Pool) -> Report:
    from generator.api.names import Pins
    from generator.changes import approvals, diffing, loading

    settings = asked.settings
    old, new = (asked.old, asked.new) if asked.old else _newest(settings)
    about = settings or default_settings(PACKAGE)
    request = diffing.Request(
        names=about.names,
        client=about.client,
        pins=Pins.from_json(_names(asked)) if _is_version(settings, old) else Pins(),
        extensions=frozenset(about.changes.extensions),
        grace=about.changes.grace_days,
        as_of=asked.as_of,
        uses=asked.uses,
        packages=asked.packages,
        tags=_tags(about.client, _names(asked)),
        approvals=approvals.read(settings.spec / approvals.NAME) if settings else (),
    )
    try:
        sources = [source(settings, it) for it in (old, new)]
        return diffing.report(sources[0], lambda: loading.read(*sources[1]), request, helper)
    except ProvgenError as problem:
        raise Unusable(_explained(problem, settings)) from None


def packages(settings: Settings, old: Path, new: Path, uses: Path | None = None, as_of: date | None = None) -> Report:
    """The report of two generated packages: what their documents caused, and what the toolchain that made them did.

    Raises `ProvgenError` if one of them is no package, or its document is not in the archive.
    """
    made = [(it, contracting.manifest_of(it)) for it in (old, new)]
    versions = [contracting.entry_of(*it, settings).version for it in made]
    surfaces = [surface_of(*it) for it in made]
    return report(Asked(settings, versions[0], versions[1], uses, as_of, packages=(surfaces[0], surfaces[1])))


def surface_of(package: Path, made: Manifest) -> Surface:
    """What users see of a package, as its manifest records it. Raises `ProvgenError`."""
    from generator.package import recorded

    if not made.surface:
        message = f"{shown(package)} was made by an older provgen, whose manifests do not tell what users see"
        raise error("no-surface", message, hint="compare the documents instead: `provgen diff OLD NEW`")
    try:
        return recorded.surface_of(made.package, made.version, made.surface, made.symbols)
    except (KeyError, ValueError, TypeError, IndexError) as problem:
        raise error("manifest-damaged", f"{shown(package)}: {manifest.NAME} is damaged: {problem}") from None


def _names(asked: Asked) -> Mapping[str, Any]:
    if asked.names is not None:
        return asked.names
    return archive.read_lock(asked.settings.spec).names if asked.settings else {}


def _tags(client: ClientSettings, names: Mapping[str, Any]) -> frozenset[str] | None:
    """The tags whose operations a client is for; None if it is for all."""
    named = names.get("resources", {})
    return frozenset(tag for tag, name in named.items() if name in client.resources) if client.resources else None


def _newest(settings: Settings | None) -> tuple[str, str]:
    """The two newest archived versions."""
    versions = steps(settings) if settings else []
    if not versions:
        message = "there are no two archived versions to compare"
        raise error("nothing-to-compare", message, hint="name two documents: `provgen diff OLD NEW`")
    return versions[-1]


def steps(settings: Settings) -> list[tuple[str, str]]:
    """Each archived version but the oldest, after the one before it."""
    lock = archive.read_lock(settings.spec)
    versions = sorted(lock.entries, key=archive.version_key)
    return list(zip(versions, versions[1:]))


def _is_version(settings: Settings | None, name: str) -> bool:
    return settings is not None and name in archive.read_lock(settings.spec).entries


def source(settings: Settings | None, name: str) -> Source:
    """What is read for a version or file: the document, what reports call it, and its overlays. Raises `ProvgenError`."""
    overlays = tuple((it, _named(settings, it)) for it in overlays_of(settings)) if settings else ()
    if settings is None or not _is_version(settings, name):
        return Path(name), name, overlays
    entry = archive.find_entry(archive.read_lock(settings.spec), name)
    archive.read_document(settings.spec, entry)
    path = archive.document_path(settings.spec, entry)
    return path, _named(settings, path), overlays


def _named(settings: Settings, path: Path) -> str:
    """What a report calls a file of the project: the same from whatever folder it is made."""
    try:
        return path.relative_to(settings.root).as_posix()
    except ValueError:
        return path.name


def _explained(problem: ProvgenError, settings: Settings | None) -> list[Diagnostic]:
    """What is wrong; of a name that is neither file nor version, with the versions that there are."""
    versions = sorted(archive.read_lock(settings.spec).entries, key=archive.version_key) if settings else []
    hint = f"it is no archived version either; those are {', '.join(versions)}" if versions else None
    return [replace(it, hint=hint) if it.code == "file-not-found" and hint else it for it in problem.diagnostics]


# ── outputs ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def render(found: Report, form: str, *, color: bool = False) -> str:
    """A report as text, markdown, html, json, github, sarif, junit or changelog; `color` is for text alone.

    A page takes libraries that the others do not: what makes it is imported when it is asked for.
    """
    from generator.changes.render import changelog, checks, json_report, markdown, text

    match form:
        case "text":
            return text.render(found, color=color)
        case "markdown":
            return markdown.render(found)
        case "json":
            return json_report.render(found)
        case "github":
            return checks.github(found)
        case "sarif":
            return checks.sarif(found)
        case "junit":
            return checks.junit(found)
        case "changelog":
            return changelog.section(found)
        case _:
            from generator.changes.render import html

            return html.render(found)


def gated(found: Report, gate: Gate) -> bool:
    """Whether a report has what a gate does not let pass: changes that nobody has approved, on the wire or in Python."""
    stopped = {"breaking"} if gate == "breaking" else {"breaking", "warning"}
    return any(it.verdict in stopped for it in found.open)


# ── committed reports ───────────────────────────────────────────────────────────────────────────────────────────────

_COMMITTED = {"changes.md": "markdown", "changes.html": "html", "changes.json": "json", "changelog.md": "changelog"}


def folder_of(settings: Settings) -> Path:
    """Where the reports of a project lie."""
    return settings.output / FOLDER


def step_to(settings: Settings, version: str, names: Mapping[str, Any]) -> FileSet:
    """The files of the step from the archived version before `version`; none if there is none before it."""
    asked = [Asked(settings, old, new, names=names) for old, new in steps(settings) if new == version]
    return _with_changelog(settings, merge(*map(_files_of, asked)))


def all_steps(settings: Settings) -> FileSet:
    """The files of all steps between archived versions."""
    asked = [Asked(settings, old, new) for old, new in steps(settings)]
    return _with_changelog(settings, merge(*map(_files_of, asked)))


def _files_of(asked: Asked) -> FileSet:
    """The files of a step, in a folder named as the archive names its version: what was published twice has two names there."""
    found = report(asked)
    return {f"{asked.new}/{name}": render(found, form).encode() for name, form in _COMMITTED.items()}


def _with_changelog(settings: Settings, files: FileSet) -> FileSet:
    """The files with the changelog of all steps: of those that are made, and of those that lie there already."""
    from generator.changes.render import changelog

    sections = []
    for _, version in reversed(steps(settings)):
        path = f"{version}/changelog.md"
        present = folder_of(settings) / path
        content = files.get(path) or (present.read_bytes() if present.is_file() else b"")
        sections += [content.decode()] if content else []
    return {**files, CHANGELOG: changelog.whole(sections).encode()} if sections else files


def write(settings: Settings, files: FileSet) -> list[str]:
    """Write reports into their folder; the paths of those that are others than before. Reports of other steps stay."""
    changed = []
    for path, content in sorted(files.items()):
        target = folder_of(settings) / path
        if target.is_file() and target.read_bytes() == content:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        archive.write_atomic(target, content)
        changed.append(path)
    return changed
