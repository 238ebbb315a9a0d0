"""A copy in memory: the package that is wanted, and what comes with it into another repository."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator import contracting
from generator.contracting import Subject
from generator.diagnostics import ProvgenError
from generator.making import Earlier, Progress, archived, make, pool, silent
from generator.package import manifest, verify
from generator.package.fileset import FileSet, digest, merge, tree_hash
from generator.package.importing import require
from generator.package.manifest import Manifest, Record
from generator.package.write import write_all
from generator.settings import ClientSettings, Settings
from generator.specs import archive

NOTE = "VENDORED.md"
"""Tells people who come across a copy what it is."""

ATTRIBUTES = ".gitattributes"
"""Keeps git from changing line ends, which would look like edits, and folds the copy in reviews."""

CONTRACT = "contract"
"""The package of the contract tests in a copy that has them."""

SUBJECT = "suite/subject.json"
"""What those tests are about, in their package."""

_SUITE = Path(contracting.__file__).parent / "contract"

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of files in an archive, which the format cannot do without: the first that it knows."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a copy is to be. `package` is its dotted name; empty `resources`: all."""

    version: str
    package: str
    resources: tuple[str, ...] = ()
    testing: bool = True
    contract: bool = False

    @property
    def name(self) -> str:
        """The name that the package has for itself."""
        return self.package.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Copy:
    """All files of a copy, and what its manifest says."""

    files: FileSet
    manifest: Manifest


def copy_of(settings: Settings, wanted: Wanted, progress: Progress = silent) -> Copy:
    """The copy of a client. Raises `ProvgenError`, also if the client does not keep its contract.

    The committed package is copied as it is, if it is what is wanted. Any other is made of its archived document, and held
    against it.
    """
    lock = archive.read_lock(settings.spec)
    entry = archive.find_entry(lock, wanted.version)
    client = replace(settings.client, package=wanted.name, resources=wanted.resources, testing=wanted.testing)
    if lock.generated == entry.version and client == settings.client:
        files, _ = contracting.committed(settings.output / client.package)
    else:
        files = _made(replace(settings, client=client), entry, lock, progress)
    made = manifest.parse(files[manifest.NAME])
    tests = _contract_tests(settings, client, entry, made) if wanted.contract else {}
    return _with(files, made, {**_beside(wanted, made), **_licences(settings), **tests})


def _made(settings: Settings, entry: archive.Entry, lock: archive.Lock, progress: Progress) -> FileSet:
    require(settings.client.http_library)
    source = archived(settings, entry)
    with pool() as helpers:
        package = make(source, settings, lock.names, Earlier(), helpers, progress)
    progress("contract")
    with tempfile.TemporaryDirectory(prefix="provgen-copy-") as folder:
        place = Path(folder) / settings.client.package
        write_all(place, package.files)
        found = contracting.departures(contracting.subject(settings, source.path, package.api.version, place), source)
    if found:
        raise ProvgenError(found)
    return package.files


def _with(files: FileSet, made: Manifest, beside: FileSet) -> Copy:
    """A package with more files: its manifest is that of all of them."""
    written = merge({path: content for path, content in files.items() if path != manifest.NAME}, beside)
    everything = merge(written, {verify.ORIGINALS: _archive(written)})
    records = {path: Record(digest(content)) for path, content in everything.items()}
    known = {path: record for path, record in made.files.items() if path in records}
    whole = replace(made, files={**records, **known}, tree=tree_hash(everything))
    return Copy(merge(everything, {manifest.NAME: manifest.render(whole)}), whole)


def _archive(files: FileSet) -> bytes:
    """The same files give the same archive, with the same library for compression."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            info = zipfile.ZipInfo(path, _EPOCH)
            info.external_attr = 0o644 << 16
            archive.writestr(info, data, zipfile.ZIP_DEFLATED, 9)
    return content.getvalue()


# ── what comes with it ──────────────────────────────────────────────────────────────────────────────────────────────


def _beside(wanted: Wanted, made: Manifest) -> FileSet:
    note = _note(wanted, made)
    attributes = f"* -text linguist-vendored linguist-generated\n{verify.ORIGINALS} binary\n"
    return merge({NOTE: note, ATTRIBUTES: attributes, "verify.py": Path(verify.__file__).read_bytes()})


def _note(wanted: Wanted, made: Manifest) -> str:
    from generator.package.render import environment

    template = environment("vendor").get_template(f"{NOTE}.jinja")
    return template.render(wanted=wanted, made=made, originals=verify.ORIGINALS, manifest=manifest.NAME)


def _licences(settings: Settings) -> FileSet:
    from generator.distribution.project import licences

    return licences(settings.root, settings.distribution)


def _contract_tests(settings: Settings, client: ClientSettings, entry: archive.Entry, made: Manifest) -> FileSet:
    """The suite as it is, and the document that a copy is held against."""
    files = (path for path in sorted(_SUITE.rglob("*")) if path.suffix in (".py", ".ini"))
    suite = {f"{CONTRACT}/{path.relative_to(_SUITE).as_posix()}": path.read_bytes() for path in files}
    about = contracting.subject(
        replace(settings, client=client), archive.document_path(settings.spec, entry), made.version, Path()
    )
    return merge(suite, {f"{CONTRACT}/{SUBJECT}": json.dumps(_portable(about, made), indent=1) + "\n"})


def _portable(about: Subject, made: Manifest) -> Mapping[str, Any]:
    """A subject that names no place of this machine: the package is the folder above."""
    return {**about.value(), "name": f"{made.title} {made.version}", "package": "../.."}
