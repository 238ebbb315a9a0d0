"""A package in memory: path → bytes, and the small pure functions on it.

Paths are relative to the package folder, with `/` between their parts. Everything that is generated, compared,
hashed or written passes through here, so this is where a path that leaves the folder, or two paths that one file
system would take for the same, are refused.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, ProvgenError
from generator.package.verify import FileSet, digest, unified_diff

__all__ = ["Difference", "FileSet", "compare", "digest", "merge", "tree_hash", "unified_diff", "unsafe_reason"]

_TREE_DOMAIN = b"provgen tree 1\n"
_FORBIDDEN = frozenset('\\:*?"<>|')


def merge(*parts: Mapping[str, str | bytes]) -> dict[str, bytes]:
    """Join parts of a package into one file set, sorted by path; text becomes UTF-8.

    Raises `ProvgenError` with one diagnostic per path that is unsafe, given twice, equal to another but for case,
    or both a file and a folder.
    """
    pairs = [(path, content) for part in parts for path, content in part.items()]
    problems = [*_unsafe(path for path, _ in pairs), *_collisions([path for path, _ in pairs])]
    if problems:
        raise ProvgenError(problems)
    return {path: content.encode() if isinstance(content, str) else content for path, content in sorted(pairs)}


def tree_hash(files: FileSet) -> str:
    """One SHA-256 for a whole tree, in hexadecimal.

    Hashed are a domain line, the number of files and, for each file in the byte order of the paths, the path and
    the content, each after its length. No two different trees give the same sequence of bytes.
    """
    total = hashlib.sha256(_TREE_DOMAIN)
    total.update(b"%d\n" % len(files))
    for path, content in sorted((path.encode(), content) for path, content in files.items()):
        total.update(b"%d\n%b%d\n%b" % (len(path), path, len(content), content))
    return total.hexdigest()


@dataclass(frozen=True, slots=True)
class Difference:
    """What separates two file sets: paths, sorted."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether both sets are the same."""
        return not (self.added or self.changed or self.removed)


def compare(old: FileSet, new: FileSet) -> Difference:
    """What was added, changed and removed on the way from `old` to `new`."""
    both = sorted(old.keys() & new.keys())
    return Difference(
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(path for path in both if old[path] != new[path]),
        removed=tuple(sorted(old.keys() - new.keys())),
        unchanged=tuple(path for path in both if old[path] == new[path]),
    )


def _unsafe(paths: Iterable[str]) -> Iterator[Diagnostic]:
    for path in paths:
        if reason := unsafe_reason(path):
            yield Diagnostic("output-path", f"generated file path {path!r} {reason}")


def unsafe_reason(path: str) -> str | None:
    """Why `path` may not name a file of a package, or None if it may."""
    if not path or path.startswith("/"):
        return "is absolute" if path else "is empty"
    if any(character in _FORBIDDEN or ord(character) < 32 for character in path):
        return "holds a character that file systems do not share"
    if any(part in ("", ".", "..") or part[-1] in ". " for part in path.split("/")):
        return "does not name a file inside of the package"
    return None


def _collisions(paths: list[str]) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    folders = {folder: path for path in paths for folder in _folders(path.casefold())}
    for path in sorted(paths):
        folded = path.casefold()
        other = seen.setdefault(folded, path) if folded in seen else folders.get(folded)
        seen[folded] = path
        if other is not None:
            yield Diagnostic("output-path", f"generated files {other!r} and {path!r} want the same place")


def _folders(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]
