"""The one writer of copies: the folder is swapped in one step, what belongs to it is written with it, and taken back if that fails."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.diagnostics import Diagnostic, error
from generator.package import write
from generator.package.fileset import Difference, FileSet, compare
from generator.package.importing import Probe
from generator.package.verify import Tree
from generator.vendoring import record
from generator.vendoring.places import Target
from generator.vendoring.record import Entry

_INIT = "__init__.py"


@dataclass(frozen=True, slots=True)
class Placing:
    """What is to be put where. `before` is what stood there when that was decided, None for nothing; `edits` are in the files."""

    target: Target
    files: FileSet
    entry: Entry
    before: Tree | None
    edits: bool = False

    @property
    def difference(self) -> Difference:
        """What it changes."""
        return compare(self.before.files if self.before else {}, self.files)


def put(placing: Placing) -> list[Diagnostic]:
    """Put a copy in its place, with the packages around it and the record. Warnings.

    Raises `ProvgenError`, with everything as it was, if it cannot be imported or written, or if others have been there meanwhile.
    """
    missing = [folder for folder in placing.target.parents if not folder.exists()]
    try:
        return _put(placing)
    except BaseException:
        for folder in reversed(missing):
            # One that is not empty has been taken by somebody else.
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def _put(placing: Placing) -> list[Diagnostic]:
    with Probe() as probe, write.locked(placing.target.folder) as place:
        if write.read_tree(place) != placing.before:
            message = f"{placing.target.folder} was changed meanwhile"
            raise error("changed-meanwhile", message, hint="nothing was changed; run the command again")
        complete = partial(_complete, placing)
        if placing.difference.empty:
            complete()
            return []
        look = partial(_look, probe, placing)
        # What would be lost has been decided by whoever planned this.
        return write.replace(place, placing.files, look, force=True, then=complete)


def _look(probe: Probe, placing: Placing, staged: Path) -> list[Diagnostic]:
    found = probe.check(staged, placing.target.name)
    return [_spoilt(it) for it in found] if placing.edits else found


def _spoilt(failure: Diagnostic) -> Diagnostic:
    """It is not the generator's mistake if somebody has edited what cannot be imported."""
    message = f"with the edits, {failure.message.removeprefix('internal error: ')}"
    return Diagnostic("edits-spoil", message, hint="nothing was changed; mend the edits, or give --force to lose them")


def _complete(placing: Placing) -> None:
    made: list[Path] = []
    try:
        for file in (folder / _INIT for folder in placing.target.parents):
            if not file.exists():
                made.append(file)
                file.touch()
        _record(placing)
    except OSError as problem:
        _take_back(made)
        reason = problem.strerror or type(problem).__name__
        raise error(
            "cannot-write", f"{problem.filename} cannot be written: {reason}", hint="nothing was changed"
        ) from None
    except BaseException:
        _take_back(made)
        raise


def _take_back(files: list[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)


def _record(placing: Placing) -> None:
    known = record.read(placing.target.repository)
    if known.of(placing.entry.name) != placing.entry:
        record.write(known, placing.entry)
