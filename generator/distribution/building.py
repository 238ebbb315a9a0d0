"""A project in memory → its archives in memory → the output folder.

The archives are made by hatchling, the library that the source distribution names as its build backend, in a process of
its own: it works in its current folder and reads its settings from the environment. It opens no connection.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.diagnostics import Diagnostic, Severity, error
from generator.making import shown
from generator.package import write
from generator.package.fileset import FileSet

MOMENT = 1580601600
"""Seconds since 1970 that every file of an archive is of (2020-02-02): a package gives the same bytes at any time.

It is the one that hatchling takes where nobody says another: the source distribution gives the same wheel.
"""

SECONDS = 120.0
"""How long a build may take; it takes about one second."""


_LOCKED = "release"
"""What is locked in an output folder while archives are put into it; no file has this name."""


def archives(project: FileSet) -> dict[str, bytes]:
    """The source distribution and the wheel of a project, by file name. Raises `ProvgenError` if they cannot be made."""
    with tempfile.TemporaryDirectory(prefix="provgen-dist-") as folder, _os_errors("cannot build"):
        source, built, scratch = (Path(folder) / name for name in ("source", "built", "scratch"))
        write.write_all(source, project)
        built.mkdir()
        scratch.mkdir()
        _run(source, built, scratch)
        found = {path.name: path.read_bytes() for path in sorted(built.iterdir(), key=lambda it: it.suffix)}
    if [Path(name).suffix for name in found] != [".gz", ".whl"]:
        raise error("cannot-build", f"internal error: hatchling made {', '.join(found) or 'nothing'}")
    return found


def put(folder: Path, files: FileSet) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Put archives into a folder, made if need be: all of them or, if anything fails, none.

    They are written aside and renamed; an archive that is in the way comes back if another cannot be renamed. Returns
    their places, and a warning for each that was there with other content. Raises `ProvgenError`.
    """
    places = {folder / name: content for name, content in files.items()}
    with write.locked(folder / _LOCKED) as locked, _os_errors(f"cannot write to {shown(folder)}"):
        # The place that `locked` clears of what a killed run has left.
        aside = locked.with_name(f".{locked.name}.provgen-new")
        new, old = aside / "new", aside / "old"
        try:
            warnings = tuple(_differing(places))
            write.write_all(new, files)
            old.mkdir()
            for place in filter(Path.exists, places):
                shutil.copyfile(place, old / place.name)
            _rename(new, old, tuple(places))
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    return tuple(places), warnings


def _rename(new: Path, old: Path, places: Sequence[Path]) -> None:
    try:
        for place in places:
            (new / place.name).replace(place)
    except BaseException:
        for place in places:
            if (old / place.name).exists():
                (old / place.name).replace(place)
            else:
                place.unlink(missing_ok=True)
        raise


def _differing(places: dict[Path, bytes]) -> Iterator[Diagnostic]:
    for place, content in places.items():
        if place.exists() and place.read_bytes() != content:
            hint = "if that was published, no index takes another of its version: `--post 1` makes a new release"
            yield Diagnostic("replaced", f"{shown(place)} had other content", Severity.WARNING, hint=hint)


def _run(source: Path, built: Path, scratch: Path) -> None:
    command = [sys.executable, "-I", "-B", "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", str(built)]
    try:
        ended = subprocess.run(
            command,
            cwd=source,
            env=_environment(scratch),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise error("cannot-build", f"hatchling did not end within {SECONDS:g} seconds") from None
    if ended.returncode:
        said = (ended.stderr.strip() or ended.stdout.strip() or "no reason").rpartition("\n")[2]
        raise error("cannot-build", f"hatchling cannot build the archives: {said}")


def _environment(scratch: Path) -> dict[str, str]:
    """What hatchling would take from the environment is decided here; its temporary files go with ours."""
    inherited = {key: value for key, value in os.environ.items() if not key.upper().startswith("HATCH_")}
    return {**inherited, "SOURCE_DATE_EPOCH": str(MOMENT), "TMPDIR": str(scratch)}


@contextlib.contextmanager
def _os_errors(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise error("cannot-write", f"{what}: {problem.strerror or problem}", hint="nothing was changed") from None
