"""`spec/approvals.toml`: changes that somebody has accepted, each with its reason.

[[approval]]
fingerprint = "1b2c3d4e5f60"        # as the report shows it: made from rule and place, not from words
reason = "agreed with the vendor"
who = "jo@example.org"
until = "1.3.0"                     # a version of the document, or a day such as 2027-01-31; may be left out
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import tomli

from generator.changes.report import Approval
from generator.diagnostics import Diagnostic, Location, ProvgenError
from generator.specs.archive import version_key
from generator.toml_places import Places, syntax_error_place

NAME = "approvals.toml"

_KEYS = ("fingerprint", "reason", "who", "until")


def read(path: Path) -> tuple[Approval, ...]:
    """The approvals in a file; none where there is no file. Raises `ProvgenError` with everything that is wrong with it."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as problem:
        raise ProvgenError([_problem(f"cannot be read: {problem}", Location(str(path), 1, 1))]) from None
    try:
        data = tomli.loads(text)
    except tomli.TOMLDecodeError as problem:
        message, line, col = syntax_error_place(problem, text)
        raise ProvgenError([_problem(message, Location(str(path), line, col))]) from None
    return _approvals(data, Places(text), path)


def _problem(message: str, location: Location) -> Diagnostic:
    hint = "an entry is [[approval]] with fingerprint, reason, who and, if it ends, until"
    return Diagnostic("invalid-approval", message, location=location, hint=hint)


def _approvals(data: Mapping[str, Any], places: Places, path: Path) -> tuple[Approval, ...]:
    found: list[Approval] = []
    problems: list[Diagnostic] = []
    entries = data.get("approval", [])
    for key in data.keys() - {"approval"}:
        problems.append(_problem(f"{key!r} is no key that is known", _place(places, path, key)))
    for at, entry in enumerate(entries if isinstance(entries, list) else [entries]):
        wrong = list(_wrong(entry))
        problems += [_problem(message, _place(places, path, "approval", str(at))) for message in wrong]
        if not wrong:
            found.append(Approval(entry["fingerprint"], entry["reason"], entry["who"], str(entry.get("until", ""))))
    if problems:
        raise ProvgenError(problems)
    return tuple(found)


def _place(places: Places, path: Path, *keys: str) -> Location:
    line, col = places.of(keys)
    return Location(str(path), line, col)


def _wrong(entry: Any) -> Iterable[str]:
    if not isinstance(entry, dict):
        yield "an approval is a table"
        return
    for key in ("fingerprint", "reason", "who"):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            yield f"{key!r} must be a text that is not empty"
    if "until" in entry and not isinstance(entry["until"], (str, date)):
        yield "'until' must be a version or a day"
    for key in entry.keys() - set(_KEYS):
        yield f"{key!r} is no key that is known"


def in_force(approval: Approval, version: str, today: date | None) -> bool:
    """Whether an approval counts for a new document of `version`, on a day (None: days play no part)."""
    if not approval.until:
        return True
    day = _day(approval.until)
    if day is not None:
        return today is None or today <= day
    return version_key(version) <= version_key(approval.until)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def by_fingerprint(approvals: Sequence[Approval], version: str, today: date | None) -> Mapping[str, Approval]:
    """The approvals in force, by what they approve."""
    return {it.fingerprint: it for it in approvals if in_force(it, version, today)}


def stale(approvals: Sequence[Approval], used: Iterable[str]) -> tuple[Approval, ...]:
    """The approvals that approve nothing of a report: what they were for is gone, or their time is over."""
    known = set(used)
    return tuple(it for it in approvals if it.fingerprint not in known)
