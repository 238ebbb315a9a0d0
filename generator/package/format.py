"""Black, once for each file that changed, on all processors.

A file whose unformatted source is the one that the manifest remembers is not formatted again: its bytes are taken
from the existing tree. The mode is fixed here; no configuration of the user's is read.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version

from generator.diagnostics import Diagnostic, Location, ProvgenError
from generator.package.fileset import FileSet, digest
from generator.package.wrap import wrap
from generator.workers import Job, Pool

LINE_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Known:
    """A file that was formatted before: the SHA-256 of what black was given, and what came of it."""

    raw: str
    content: bytes


def black_version() -> str:
    """The installed version of black, as manifests record it."""
    return version("black")


class Formatter:
    """Formats files as they become ready, through `pool`, reusing `known` results by path."""

    def __init__(self, pool: Pool, known: Mapping[str, Known] | None = None) -> None:
        self._pool = pool
        self._known = known or {}
        self._raw: dict[str, str] = {}
        self._ready: dict[str, bytes] = {}
        self._jobs: dict[str, Job[bytes]] = {}

    def add(self, files: FileSet) -> None:
        """Take more files; formatting those that changed begins at once, the largest first."""
        for path, source in sorted(files.items(), key=lambda item: (-len(item[1]), item[0])):
            content = wrap(source.decode(), LINE_LENGTH).encode()
            raw = self._raw[path] = digest(content)
            known = self._known.get(path)
            if known is not None and known.raw == raw:
                self._ready[path] = known.content
            else:
                self._jobs[path] = self._pool.submit(format_source, path, content)

    def keep(self, files: Mapping[str, Known]) -> None:
        """Take files that are known to come out as they are."""
        self._raw |= {path: known.raw for path, known in files.items()}
        self._ready |= {path: known.content for path, known in files.items()}

    def finish(self) -> Formatted:
        """Wait for the rest. Raises `ProvgenError` with all files that are not Python."""
        problems: list[Diagnostic] = []
        ready = dict(self._ready)
        for path, job in sorted(self._jobs.items()):
            try:
                ready[path] = self._pool.result(job)
            except ProvgenError as error:
                problems += error.diagnostics
        if problems:
            raise ProvgenError(problems)
        return Formatted(dict(sorted(ready.items())), self._raw, tuple(sorted(self._jobs)))


@dataclass(frozen=True, slots=True)
class Formatted:
    """The result: `files` by path, the SHA-256 of what black was given for each, and which it had to be given."""

    files: FileSet
    raw: Mapping[str, str]
    worked_on: tuple[str, ...]


def format_source(path: str, content: bytes) -> bytes:
    """`content` as black prints it. A source that is not Python is our mistake: a `ProvgenError` that says where."""
    # Imported here, because a run that finds everything formatted never needs it.
    from black import format_str
    from black.mode import Mode, TargetVersion

    mode = Mode(target_versions={TargetVersion.PY310}, line_length=LINE_LENGTH)
    try:
        return format_str(content.decode(), mode=mode).encode()
    except Exception as error:
        raise ProvgenError([_cannot_format(path, content, error)]) from error


def _cannot_format(path: str, content: bytes, error: Exception) -> Diagnostic:
    location, reason = None, str(error)
    try:
        ast.parse(content)
    except SyntaxError as syntax:
        location = Location(path, syntax.lineno or 1, syntax.offset or 1)
        reason = syntax.msg
    except ValueError as null_bytes:
        reason = str(null_bytes)
    return Diagnostic(
        "generated-syntax",
        f"internal error: generated file {path} is not Python that black can read: {reason}",
        location=location,
        hint="this is a mistake of the generator, not of the document; please report it with the document",
    )
