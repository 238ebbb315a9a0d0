"""The client alone, as others install it: a wheel and a source distribution of the committed package.

    committed package ─ held against its manifest ─► project in memory ─ hatchling, aside ─► archives ─► output folder

`versions` makes the release's version of the API's, `project` decides what is in the archives, `building` makes them
and puts them in place.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator import contracting
from generator.diagnostics import Diagnostic
from generator.distribution import building, project, versions
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Release:
    """What was built: the PEP 440 version, both archives (source first) where they lie now, and warnings."""

    version: str
    files: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]


def build(settings: Settings, output: Path, post: int = 0) -> Release:
    """Build the committed package and put both archives into `output`. `post` is the number of a post release, 0: none.

    The same package and settings give the same bytes. Raises `ProvgenError`, with nothing written, if the package is
    missing or is not what its manifest says, if the API's version is none that a release can have, if a licence is
    missing, or if the archives cannot be built or written.
    """
    package, made = contracting.committed(settings.output / settings.client.package)
    version = str(versions.release(made.version, settings.distribution.version, post))
    archives = building.archives(project.files(settings, made, package, version))
    return Release(version, *building.put(output, archives))
