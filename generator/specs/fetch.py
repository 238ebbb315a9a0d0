"""Takes a document from its address or from a file into the archive, if it is new and if it is a document.

What is already archived is never overwritten, except a rebuilt document by the published one of the same version:
vendors publish other bytes under a version they have used, and both are worth keeping.
"""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit
from urllib.request import url2pathname

from generator.diagnostics import Diagnostic, Location, ProvgenError, Severity, error
from generator.document.load import Document, parse
from generator.specs.archive import (
    Entry,
    Lock,
    Source,
    check_version,
    document_path,
    read_document,
    sha256,
    store,
    updating,
)
from generator.specs.download import Download, Limits, Validators, display_url, download

Outcome = Literal["new", "unchanged", "republished", "replaced"]

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
_HTML = re.compile(rb"\s*<(?:!doctype|html|head|body|\?xml|!--)", re.IGNORECASE)
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class FetchResult:
    """What came of a fetch.

    `outcome`: "new" version; "unchanged"; "republished": other bytes under an archived version, kept beside it;
    "replaced": the published document took the place of a rebuilt one. `entry` is what the archive has for it now,
    `lock` the lock as it is on disk, `diagnostics` are warnings.
    """

    outcome: Outcome
    entry: Entry
    path: Path
    lock: Lock
    diagnostics: tuple[Diagnostic, ...] = ()


def fetch(
    address: str,
    folder: Path,
    lock: Lock,
    *,
    source: Source = "published",
    now: datetime | None = None,
    limits: Limits | None = None,
) -> FetchResult:
    """Fetches the document at `address` (https address, `file:` address or path) into the archive `folder`.

    `lock` is the archive's lock as read; `now` (default: the present) is recorded as the date of a published document.
    Raises `ProvgenError`; the archive is then as it was. `UnreachableError`, one of those, means: no such server now.
    """
    limits = limits or Limits()
    path = _file_path(address)
    if path is not None:
        got: Download | None = _read(path, limits)
        name, url = str(path), f"file:{path.name}"
    else:
        name = url = display_url(address)
        current = _current(folder, lock, url)
        got = download(address, _validators(current), limits)
        if got is None and current is not None:
            return FetchResult("unchanged", current, document_path(folder, current), lock)
    if got is None:
        raise error("http-error", f"{name} answered 304 to a request without conditions")
    return _take(got, name, folder, lock, _Origin(source, url, now or datetime.now(timezone.utc)))


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a document came from and when."""

    source: Source
    url: str
    when: datetime


def _take(got: Download, name: str, folder: Path, lock: Lock, origin: _Origin) -> FetchResult:
    digest = sha256(got.data)
    for entry in lock.entries.values():
        if entry.sha256 == digest and entry.source in (origin.source, "published") and _intact(folder, entry):
            return FetchResult("unchanged", entry, document_path(folder, entry), lock)
    document = _document(got, name)
    version = _version(document)
    # What the document is to the archive is decided on what the archive holds now, not before the download.
    with updating(folder) as present:
        outcome, key = _place(version, digest, present, origin.source)
        entry = present.entries[key] if outcome == "unchanged" else _entry(key, got, digest, origin)
        new_lock = store(folder, present, entry, got.data)
    warnings = _warnings(outcome, version, entry, document)
    return FetchResult(outcome, entry, document_path(folder, entry), new_lock, warnings)


def _place(version: str, digest: str, lock: Lock, source: Source) -> tuple[Outcome, str]:
    """What the document is to the archive, and the name it gets there."""
    there = lock.entries.get(version)
    if there is None:
        return "new", version
    if there.sha256 == digest and there.source in (source, "published"):
        return "unchanged", version
    if there.source == "rebuilt":
        return "replaced", version
    for length in (8, 16, 64):
        key = f"{version}+{digest[:length]}"
        if key not in lock.entries:
            return "republished", check_version(key)
        if lock.entries[key].sha256 == digest:
            return "unchanged", key
    raise error("unfit-version", f"version {version!r} is archived under all names it could get")


def _entry(key: str, got: Download, digest: str, origin: _Origin) -> Entry:
    file = "openapi.json" if _is_json(got.data) else "openapi.yaml"
    if origin.source == "rebuilt":
        return Entry(key, file, digest, len(got.data), "rebuilt")
    date = origin.when.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    known = got.validators
    return Entry(key, file, digest, len(got.data), "published", origin.url, date, known.etag, known.last_modified)


def _warnings(outcome: Outcome, version: str, entry: Entry, document: Document) -> tuple[Diagnostic, ...]:
    if outcome != "republished":
        return ()
    message = f"version {version} was published again with other content; kept beside the first as {entry.version}"
    hint = f"`provgen diff {version} {entry.version}` shows what changed."
    place = document.locate("/info/version")
    return (Diagnostic("republished-version", message, Severity.WARNING, "/info/version", place, hint),)


def _current(folder: Path, lock: Lock, url: str) -> Entry | None:
    """The entry that was last fetched from this address, if it is whole and can be asked about."""
    fetched = [entry for entry in lock.entries.values() if entry.url == url]
    last = max(fetched, key=lambda entry: (entry.date or "", entry.version), default=None)
    return last if last is not None and _intact(folder, last) else None


def _validators(entry: Entry | None) -> Validators | None:
    return Validators(entry.etag, entry.last_modified) if entry else None


def _intact(folder: Path, entry: Entry) -> bool:
    try:
        read_document(folder, entry)
    except ProvgenError:
        return False
    return True


def _document(got: Download, name: str) -> Document:
    """The parsed body, which is an OpenAPI 3 document or else an error that says what came instead."""
    start = Location(name, 1, 1)
    if not got.data.strip():
        raise error("empty-document", "is empty", location=start)
    if got.media_type in ("text/html", "application/xhtml+xml") or _HTML.match(got.data.removeprefix(_BOM)):
        hint = "Such an address often leads to a log-in or an error page; open it in a browser."
        raise error("not-openapi", "is a web page (HTML), not an OpenAPI document", location=start, hint=hint)
    if got.media_type.startswith(("image/", "audio/", "video/", "font/")):
        raise error("not-openapi", f"is of the type {got.media_type[:80]}, not an OpenAPI document", location=start)
    document = parse(got.data, name)
    _check_openapi(document)
    return document


def _check_openapi(document: Document) -> None:
    value = document.value
    stated = value.get("openapi") if isinstance(value, dict) else None
    if isinstance(stated, str) and stated.startswith("3."):
        return
    message = "is not an OpenAPI 3 document: it has no `openapi: 3.…`"
    hint = None
    if isinstance(value, dict) and "swagger" in value:
        message, hint = "is a Swagger 2 document", "Convert it to OpenAPI 3 first."
    raise error("not-openapi", message, pointer="", location=document.locate(""), hint=hint)


def _version(document: Document) -> str:
    info: Any = document.value.get("info")
    version = info.get("version") if isinstance(info, Mapping) else None
    if isinstance(version, str) and version:
        return check_version(version, document.locate("/info/version"), "/info/version")
    message = "has no `info.version`"
    hint = "The archive has one folder per version."
    if isinstance(version, (int, float)):
        message, hint = "`info.version` is a number", 'Put it into quotes: 1.10 and "1.10" are not the same.'
    raise error("no-version", message, pointer="/info/version", location=document.locate("/info/version"), hint=hint)


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _file_path(address: str) -> Path | None:
    """The path that an address means, None for an address on the web. One letter before the colon is a drive."""
    if not address.strip():
        hint = "[tool.provgen] url, or --url."
        raise error("invalid-address", "there is no address to fetch the document from", hint=hint)
    scheme = _SCHEME.match(address)
    if scheme is None or "://" not in address and scheme[1].lower() != "file":
        return Path(address)
    if scheme[1].lower() != "file":
        return None
    parts = urlsplit(address)
    if parts.netloc not in ("", "localhost"):
        raise error("invalid-address", f"{display_url(address)} names a file on another machine")
    return Path(url2pathname(parts.path))


def _read(path: Path, limits: Limits) -> Download:
    start = Location(str(path), 1, 1)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            kind = "folder" if stat.S_ISDIR(status.st_mode) else "special file"
            raise error("not-a-file", f"is a {kind}, not a document", location=start)
        if status.st_size > limits.size:
            raise error("too-large", f"is larger than {limits.size:,} bytes", location=start)
        return Download(path.read_bytes(), "", Validators())
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise error("file-not-found", f"cannot be read: {reason}", location=start) from None
