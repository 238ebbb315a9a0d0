"""Black, once for each file that changed, piece by piece on all processors; not for what it is known to leave alone.

A file whose unformatted source is the one that the manifest remembers is not formatted again: its bytes are taken
from the existing tree.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Location, ProvgenError
from generator.package.fileset import FileSet, digest
from generator.package.pieces import Piece, Share, finer, pieces, shares
from generator.package.printed import LINE_LENGTH, is_left_alone, printed
from generator.package.settled import examples
from generator.package.wrap import wrap, wrapped
from generator.workers import Job, Pool

SHARE = 100_000
"""Characters of a file that one job formats."""


@dataclass(frozen=True, slots=True)
class Known:
    """A file that was formatted before: the SHA-256 of its source, and what came of it."""

    raw: str
    content: bytes


class Formatter:
    """Formats files as they become ready, through `pool`, reusing `known` results by path."""

    def __init__(self, pool: Pool, known: Mapping[str, Known] | None = None) -> None:
        self._pool = pool
        self._known = known or {}
        self._raw: dict[str, str] = {}
        self._ready: dict[str, bytes] = {}
        self._sources: dict[str, bytes] = {}
        self._jobs: dict[str, list[Job[bytes]]] = {}

    def add(self, files: FileSet) -> None:
        """Take more files; formatting those that changed begins at once, the largest first."""
        for path, source in sorted(files.items(), key=lambda item: (-len(item[1]), item[0])):
            raw = self._raw[path] = digest(source)
            known = self._known.get(path)
            if known is not None and known.raw == raw:
                self._ready[path] = known.content
            else:
                self._sources[path] = source
                self._jobs[path] = self._begun(path, source)

    def _begun(self, path: str, source: bytes) -> list[Job[bytes]]:
        return [self._pool.submit(format_share, path, share) for share in shares(source.decode(), SHARE)]

    def keep(self, files: Mapping[str, Known]) -> None:
        """Take files that are known to come out as they are."""
        self._raw |= {path: known.raw for path, known in files.items()}
        self._ready |= {path: known.content for path, known in files.items()}

    @property
    def paths(self) -> Collection[str]:
        """The files that were taken."""
        return self._raw.keys()

    def finished(self, paths: Collection[str]) -> FileSet:
        """Wait for some of the files. Raises `ProvgenError` with all of these that are not Python."""
        problems: list[Diagnostic] = []
        for path in sorted({*paths} - self._ready.keys()):
            try:
                self._ready[path] = self._formatted(path, self._jobs[path])
            except ProvgenError as error:
                problems += error.diagnostics
        if problems:
            raise ProvgenError(problems)
        return {path: self._ready[path] for path in sorted(paths)}

    def finish(self) -> Formatted:
        """Wait for all. Raises `ProvgenError` with all files that are not Python."""
        return Formatted(self.finished(self._raw), self._raw, tuple(sorted(self._jobs)))

    def _formatted(self, path: str, jobs: Sequence[Job[bytes]]) -> bytes:
        try:
            return b"".join([self._pool.result(job) for job in jobs])
        except ProvgenError:
            # As a whole: messages name lines of the file.
            return format_source(path, wrap(self._sources[path].decode(), LINE_LENGTH).encode())


@dataclass(frozen=True, slots=True)
class Formatted:
    """The result: `files` by path, the SHA-256 of the source of each, and which had to be formatted."""

    files: FileSet
    raw: Mapping[str, str]
    worked_on: tuple[str, ...]


def format_share(path: str, share: Share) -> bytes:
    """Lines of a file, as black prints them. Raises `ProvgenError` if a piece of them is not Python by itself."""
    found = pieces(wrapped(share.lines, LINE_LENGTH))
    return share.gap.encode() + b"".join(_placed(path, piece) for piece in found)


def _placed(path: str, piece: Piece) -> bytes:
    if is_settled(piece):
        return piece.placed(piece.source)
    return b"".join(it.placed(_formatted(path, it)) for it in finer(piece))


def _formatted(path: str, piece: Piece) -> bytes:
    return piece.source if is_settled(piece) else format_source(path, piece.source)


def is_settled(piece: Piece) -> bool:
    """Whether it is known that black leaves a piece as it is, without asking it for this very piece."""
    short = examples(piece.text, piece.head, LINE_LENGTH)
    return bool(short) and all(map(is_left_alone, short))


def format_source(path: str, content: bytes) -> bytes:
    """`content` as black prints it. A source that is not Python is our mistake: a `ProvgenError` that says where."""
    try:
        return printed(content.decode()).encode()
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
