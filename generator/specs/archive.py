"""The archive of documents: `spec/<version>/openapi.yaml` (or `.json`) and `spec/spec.lock`, which says what they are.

The lock is JSON with sorted keys, so that it can be read and its changes reviewed:

    {"schema": 1,
     "generated": "1.2.36",                          the version that the committed client is made from
     "names": {…},                                   the pinned names, kept here but not understood here
     "versions": {"1.2.36": {"file": "openapi.yaml", "bytes": 1304339, "sha256": "…", "source": "rebuilt"},
                  "1.2.91": {…, "source": "published", "url": "https://…", "date": "2026-01-31T12:00:00Z",
                             "etag": "…", "last_modified": "…"}}}

Files are written aside and renamed, so a reader, and whoever looks after a crash, finds the old or the new content.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from generator.diagnostics import Diagnostic, Location, ProvgenError, Severity, error
from generator.package import atomic

Source = Literal["published", "rebuilt"]

LOCK_NAME = "spec.lock"
LOCK_SCHEMA = 1
FILE_NAMES = ("openapi.yaml", "openapi.json")
GUARD_NAME = ".lock"
GUARD_WAIT = 10.0
MAX_VERSION_LENGTH = 64

_VERSION = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z.+-]*[0-9A-Za-z+-])?")
_RESERVED = re.compile(r"overlays|con|prn|aux|nul|(?:com|lpt)[0-9]", re.IGNORECASE)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_RUNS = re.compile(r"[0-9]+|[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lock records of one archived version.

    `version` is the name of the folder: the document's version, with `+<short hash>` where the vendor published other
    bytes under a version that was archived already. `size` is in bytes. `url` (without user, password and query
    values), `date` (UTC, ISO 8601), `etag` and `last_modified` are known of published documents only.
    """

    version: str
    file: str
    sha256: str
    size: int
    source: Source
    url: str | None = None
    date: str | None = None
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Lock:
    """The content of `spec.lock`: entries by version, the version that is generated, the pinned names."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    generated: str | None = None
    names: Mapping[str, Any] = field(default_factory=dict)

    def with_entry(self, entry: Entry) -> Lock:
        """This lock with one entry added or replaced."""
        return replace(self, entries={**self.entries, entry.version: entry})

    def with_generated(self, version: str, names: Mapping[str, Any]) -> Lock:
        """This lock after a client was made from `version` with these names."""
        return replace(self, generated=version, names=names)


def version_key(version: str) -> tuple[Any, ...]:
    """Orders versions by number: 1.2.9 < 1.2.16 < 1.3.0-beta.2 < 1.3.0 < 1.3.0+hash."""
    main, plus, build = version.partition("+")
    core, dash, pre = main.partition("-")
    return (_runs(core), not dash, _runs(pre), bool(plus), _runs(build))


def check_version(version: str, location: Location | None = None, pointer: str | None = None) -> str:
    """The version, which becomes the name of a folder, or `ProvgenError` where it is not fit for one."""
    fit = len(version) <= MAX_VERSION_LENGTH and _VERSION.fullmatch(version) and ".." not in version
    if fit and not _RESERVED.fullmatch(version.split(".")[0]):
        return version
    shown = repr(version if len(version) <= MAX_VERSION_LENGTH else version[:MAX_VERSION_LENGTH] + "…")
    hint = f"Letters, digits, '.', '+' and '-' make a version, at most {MAX_VERSION_LENGTH} of them."
    raise error("unfit-version", f"version {shown} cannot name a folder", location=location, pointer=pointer, hint=hint)


def newest(lock: Lock) -> Entry | None:
    """The entry of the highest version; of one that was published again, the latest."""

    def order(entry: Entry) -> tuple[Any, ...]:
        base, plus, _ = entry.version.partition("+")
        return (version_key(base), bool(plus), entry.date or "", version_key(entry.version))

    return max(lock.entries.values(), key=order, default=None)


def sha256(data: bytes) -> str:
    """The hash that the lock records, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def document_path(folder: Path, entry: Entry) -> Path:
    """Where the document of an entry lies."""
    return folder / entry.version / entry.file


def find_entry(lock: Lock, version: str) -> Entry:
    """The entry of a version that a user named, or `ProvgenError` with the versions there are."""
    if version in lock.entries:
        return lock.entries[version]
    known = ", ".join(sorted(lock.entries, key=version_key)) or "none"
    raise error("unknown-version", f"version {version!r} is not archived", hint=f"Archived: {known}.")


def read_document(folder: Path, entry: Entry) -> bytes:
    """The bytes of an archived document, checked against the lock; `ProvgenError` if they are not the same."""
    path = document_path(folder, entry)
    try:
        data = path.read_bytes()
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise error("archive-missing", f"archived document cannot be read: {reason}", location=_start(path)) from None
    if len(data) == entry.size and sha256(data) == entry.sha256:
        return data
    hint = f"Restore it from version control. Corrections belong into an overlay; {LOCK_NAME} has the hash."
    message = f"is not the document that was archived as {entry.version}: {len(data)} bytes, {entry.size} expected"
    if len(data) == entry.size:
        message = f"is not the document that was archived as {entry.version}: its hash differs"
    raise error("archive-changed", message, location=_start(path), hint=hint)


def verify(folder: Path, lock: Lock) -> list[Diagnostic]:
    """Every departure of the folder from its lock: changed or missing documents, and ones the lock does not know."""
    found: list[Diagnostic] = []
    for version in sorted(lock.entries, key=version_key):
        try:
            read_document(folder, lock.entries[version])
        except ProvgenError as problem:
            found.extend(problem.diagnostics)
    return [*found, *_strangers(folder, lock)]


@contextmanager
def updating(folder: Path, wait: float = GUARD_WAIT) -> Iterator[Lock]:
    """Keeps other runs from writing to the archive for as long as it is held; gives the lock as it is now.

    Raises `ProvgenError` where another run holds it for more than `wait` seconds.
    """
    guard = folder / GUARD_NAME
    held = _acquire(guard, wait)
    try:
        _clear(folder)
        yield read_lock(folder)
    finally:
        atomic.release(held, guard)


def store(folder: Path, lock: Lock, entry: Entry, data: bytes) -> Lock:
    """Writes a document and then the lock that knows it; the new lock. To be called while `updating` gives `lock`."""
    check_version(entry.version)
    _refuse_twin(lock, entry.version)
    path = document_path(folder, entry)
    write_atomic(path, data)
    result = lock.with_entry(entry)
    write_lock(folder, result)
    for name in FILE_NAMES:
        if name != entry.file:
            (path.parent / name).unlink(missing_ok=True)
    return result


def read_lock(folder: Path) -> Lock:
    """The lock of an archive; an empty one where there is none yet. `ProvgenError`, located, where it is damaged."""
    path = folder / LOCK_NAME
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Lock()
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise error("lock-unreadable", f"cannot be read: {reason}", location=_start(path)) from None
    return parse_lock(data, _shown(path))


def write_lock(folder: Path, lock: Lock) -> None:
    """Writes the lock, unless it is what lies there already."""
    data = render_lock(lock)
    path = folder / LOCK_NAME
    if not (path.is_file() and path.read_bytes() == data):
        write_atomic(path, data)


def render_lock(lock: Lock) -> bytes:
    """The lock as text: the same for the same content, whatever the order it came in."""
    versions = sorted(lock.entries, key=version_key)
    content = {
        "schema": LOCK_SCHEMA,
        "generated": lock.generated,
        "versions": {version: _entry_to_json(lock.entries[version]) for version in versions},
        "names": _sorted(lock.names),
    }
    return (_laid_out(content) + "\n").encode()


def _laid_out(value: Any, indent: str = "") -> str:
    """JSON that makes small differences: one line for each member, and for each table that is deeper than two tables."""
    if not isinstance(value, dict) or not value or len(indent) > 2:
        return json.dumps(value, ensure_ascii=False)
    members = (
        f"{indent} {json.dumps(key, ensure_ascii=False)}: {_laid_out(value[key], indent + ' ')}" for key in value
    )
    return "{\n" + ",\n".join(members) + f"\n{indent}}}"


def parse_lock(data: bytes, name: str) -> Lock:
    """The lock in `data`; `name` is the file in messages. `ProvgenError` where it is not a lock of this format."""
    return _LockReader(data, name).read()


def write_atomic(path: Path, data: bytes) -> None:
    """Puts `data` at `path` in one step, the folder made if need be: never a half-written file, whatever happens."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
        _sync_folder(path.parent)
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise error("cannot-write", f"cannot be written: {reason}", location=_start(path)) from None


def _replace(path: Path, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes files that only their owner may read; archived documents are ordinary files.
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _acquire(guard: Path, wait: float) -> int:
    deadline = time.monotonic() + wait
    while True:
        try:
            guard.parent.mkdir(parents=True, exist_ok=True)
            held = atomic.acquire(guard)
        except OSError as problem:
            reason = problem.strerror or type(problem).__name__
            raise error("cannot-write", f"cannot be written: {reason}", location=_start(guard)) from None
        if held is not None:
            return held
        if time.monotonic() > deadline:
            raise error("archive-busy", "another run is writing to the archive", hint="Wait for it, then try again.")
        time.sleep(0.05)


def _clear(folder: Path) -> None:
    # What runs left that were killed while they wrote.
    for pattern in (".*.tmp", "*/.*.tmp"):
        for path in folder.glob(pattern):
            path.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    # Windows cannot open folders; its renames need no such help.
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _runs(text: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((0, int(run), "") if run.isdigit() else (1, 0, run) for run in _RUNS.findall(text))


def _start(path: Path) -> Location:
    return Location(_shown(path), 1, 1)


def _shown(path: Path) -> str:
    """The path as a reader knows it: relative where it lies below the current folder."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except (OSError, ValueError):
        return str(path)


def _refuse_twin(lock: Lock, version: str) -> None:
    for other in lock.entries:
        if other != version and other.casefold() == version.casefold():
            message = (
                f"versions {other!r} and {version!r} differ in case only: many file systems have one folder for both"
            )
            raise error("unfit-version", message)


def _strangers(folder: Path, lock: Lock) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for name in FILE_NAMES:
        for path in sorted(folder.glob(f"*/{name}")):
            entry = lock.entries.get(path.parent.name)
            if entry is None or entry.file != name:
                message = f"lies in the archive, but {LOCK_NAME} does not know it"
                hint = "Archive it with `provgen fetch --url FILE`, or move it away."
                found.append(
                    Diagnostic("archive-stranger", message, Severity.WARNING, location=_start(path), hint=hint)
                )
    return found


def _entry_to_json(entry: Entry) -> dict[str, Any]:
    content = {
        "file": entry.file,
        "bytes": entry.size,
        "sha256": entry.sha256,
        "source": entry.source,
        "url": entry.url,
        "date": entry.date,
        "etag": entry.etag,
        "last_modified": entry.last_modified,
    }
    return {key: value for key, value in content.items() if value is not None}


def _sorted(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _sorted(value[key]) for key in sorted(value)}
    if isinstance(value, (list, tuple)):
        return [_sorted(item) for item in value]
    return value


class _DuplicateKeyError(Exception):
    """An object of the lock has one key twice."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _DuplicateKeyError(next(key for key in keys if keys.count(key) > 1))
    return table


class _LockReader:
    """Reads one lock; every complaint carries the place of the value it is about."""

    def __init__(self, data: bytes, name: str) -> None:
        self.data = data
        self.name = name

    def read(self) -> Lock:
        content = self._object(self._json(), "")
        if content.get("schema") != LOCK_SCHEMA:
            hint = "A newer provgen may have written it."
            raise self._wrong(f"is not a lock of format {LOCK_SCHEMA}", "/schema", hint)
        generated = content.get("generated")
        versions = self._object(content.get("versions"), "/versions")
        entries = {version: self._entry(version, value) for version, value in versions.items()}
        if generated is not None and generated not in entries:
            raise self._wrong("`generated` names a version that is not archived", "/generated")
        return Lock(entries, generated, self._object(content.get("names", {}), "/names"))

    def _json(self) -> Any:
        try:
            return json.loads(self.data.decode("utf-8"), object_pairs_hook=_unique)
        except UnicodeDecodeError:
            raise self._damaged("is not UTF-8 text", 1, 1) from None
        except json.JSONDecodeError as problem:
            raise self._damaged(f"is not JSON: {problem.msg}", problem.lineno, problem.colno) from None
        except _DuplicateKeyError as problem:
            # A merge that kept both sides; the document reader knows where.
            self._place("")
            raise self._damaged(f"has the key {problem.args[0]!r} twice in one object", 1, 1) from None
        except RecursionError:
            raise self._damaged("is nested too deeply", 1, 1) from None

    def _entry(self, version: str, value: Any) -> Entry:
        pointer = f"/versions/{version.replace('~', '~0').replace('/', '~1')}"
        table = self._object(value, pointer)
        try:
            check_version(version)
        except ProvgenError:
            check_version(version, self._place(pointer), pointer)
        if table.get("file") not in FILE_NAMES:
            raise self._wrong(f"`file` is one of {', '.join(FILE_NAMES)}", f"{pointer}/file")
        if not _SHA256.fullmatch(str(table.get("sha256"))):
            raise self._wrong("`sha256` is 64 hexadecimal digits", f"{pointer}/sha256")
        if type(table.get("bytes")) is not int or table["bytes"] < 0:
            raise self._wrong("`bytes` is a count", f"{pointer}/bytes")
        if table.get("source") not in ("published", "rebuilt"):
            raise self._wrong("`source` is 'published' or 'rebuilt'", f"{pointer}/source")
        texts = {key: self._text(table, key, pointer) for key in ("url", "date", "etag", "last_modified")}
        return Entry(version, table["file"], table["sha256"], table["bytes"], table["source"], **texts)

    def _text(self, table: Mapping[str, Any], key: str, pointer: str) -> str | None:
        value = table.get(key)
        if value is None or isinstance(value, str):
            return value
        raise self._wrong(f"`{key}` is a string", f"{pointer}/{key}")

    def _object(self, value: Any, pointer: str) -> dict[str, Any]:
        if isinstance(value, dict):
            return value
        raise self._wrong("an object is expected here", pointer)

    def _wrong(self, message: str, pointer: str, hint: str | None = None) -> ProvgenError:
        hint = hint or "Restore it from version control."
        return error("damaged-lock", message, pointer=pointer, location=self._place(pointer), hint=hint)

    def _damaged(self, message: str, line: int, col: int) -> ProvgenError:
        hint = "Restore it from version control; the marks of an unfinished merge are a common cause."
        return error("damaged-lock", message, location=Location(self.name, line, col), hint=hint)

    def _place(self, pointer: str) -> Location | None:
        # Only a damaged lock pays for reading its places.
        from generator.document.load import parse

        return parse(self.data, self.name).locate(pointer)
