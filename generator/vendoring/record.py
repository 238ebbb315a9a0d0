"""`vendor.toml`: what was copied into a repository, from which version and how, so that it can be renewed without arguments.

[[package]]
name = "acme._vendor.client"            # as the repository imports it
source = "src"                          # the folder of its packages
client = "client"                       # what the toolchain calls it
version = "1.2.36"                      # of the API
document = "8a0dd5…"                    # SHA-256 of the document that it was made from
tree = "0c81d2…"                        # hash of all files
resources = ["webhooks"]                # if not all
testing = false                         # if without
contract = true                         # if with contract tests

It may be a table of the repository's pyproject.toml instead, `[tool.provgen.vendor]`, and is where there is such a table.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import AoT, Table

from generator import toml_tables as toml
from generator.diagnostics import Location, ProvgenError, error
from generator.toml_places import Places

NAME = "vendor.toml"
SECTION = ("tool", "provgen", "vendor")
"""The table of a pyproject.toml that holds the record instead."""

_ENTRIES = "package"
_NEEDED = ("name", "client", "source", "version", "document", "tree")
_OPTIONS = ("resources", "testing", "contract")


@dataclass(frozen=True, slots=True)
class Entry:
    """A copy. `name` is its package, `source` the folder of packages, `client` what the toolchain calls it.

    `document` and `tree` are SHA-256 hashes: of the document it was made from, of all its files. Empty `resources`: all.
    """

    name: str
    client: str
    source: str
    version: str
    document: str
    tree: str
    resources: tuple[str, ...] = ()
    testing: bool = True
    contract: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """The copies in a repository, and where that is written: a file, and the path of a table in it."""

    file: Path
    section: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()

    def of(self, package: str) -> Entry | None:
        """The copy that is a package."""
        return next((it for it in self.entries if it.name == package), None)


def read(repository: Path) -> Record:
    """The record of a repository, without entries if it has none. Raises `ProvgenError` with everything that is wrong with it."""
    own, project = repository / NAME, repository / "pyproject.toml"
    text = _text(project)
    section = _below(toml.parse(text, str(project)), SECTION) if text is not None else None
    if section is None:
        text = _text(own)
        return Record(own) if text is None else Record(own, (), _entries(text, own, ()))
    if own.exists():
        message = f"{own} is a second record: {project} has one in [{'.'.join(SECTION)}]"
        raise error("two-records", message, hint="keep one of them")
    assert text is not None
    return Record(project, SECTION, _entries(text, project, SECTION))


def exists(folder: Path) -> bool:
    """Whether a folder has a record. Raises `ProvgenError` for one that cannot be read."""
    found = read(folder)
    return bool(found.section) or found.file.exists()


def _text(file: Path) -> str | None:
    try:
        return file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise error("unreadable-record", f"cannot be read: {reason}", location=Location(str(file), 1, 1)) from None


def _below(data: Any, path: tuple[str, ...]) -> Mapping[str, Any] | None:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else None


def _entries(text: str, file: Path, section: tuple[str, ...]) -> tuple[Entry, ...]:
    reader = toml.Reader(Places(text), str(file), section, "entry")
    table = _below(toml.parse(text, str(file)), section) or {}
    reader.unknown(table, (_ENTRIES,))
    nothing: toml.Tables = ()
    rows = reader.take(table, _ENTRIES, toml.tables, nothing)
    found = [_entry(row, reader.within(_ENTRIES).within(number)) for number, row in rows]
    names = [it.name for it in found]
    for name in sorted({it for it in names if names.count(it) > 1}):
        reader.report("invalid-entry", f"{name} is recorded twice", _ENTRIES)
    if reader.diagnostics:
        raise ProvgenError(reader.diagnostics)
    return tuple(found)


def _entry(row: Mapping[str, Any], reader: toml.Reader) -> Entry:
    reader.unknown(row, (*_NEEDED, *_OPTIONS))
    for key in (it for it in _NEEDED if it not in row):
        reader.report("invalid-entry", f"{key} is missing", hint="`provgen vendor … --package …` writes such an entry")
    texts = {key: reader.take(row, key, toml.text, "") for key in _NEEDED}
    return Entry(
        **texts,
        resources=reader.take(row, "resources", toml.texts, ()),
        testing=reader.take(row, "testing", toml.flag, True),
        contract=reader.take(row, "contract", toml.flag, False),
    )


def write(record: Record, entry: Entry) -> None:
    """Put an entry into a record's file; everything else in it stays as it is. Raises `ProvgenError`."""
    text = (
        _text(record.file)
        or "# Clients that `provgen vendor` copied into this repository; `provgen vendor --update` renews them.\n\n"
    )
    # Always the same name: what a killed run leaves, the next one takes.
    aside = record.file.with_name(f".{record.file.name}.provgen-new")
    try:
        aside.write_bytes(_with(text, record, entry).encode())
        aside.replace(record.file)
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise error("cannot-write", f"cannot be written: {reason}", location=Location(str(record.file), 1, 1)) from None
    finally:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)


def _with(text: str, record: Record, entry: Entry) -> str:
    document = tomlkit.parse(text)
    holder: Any = document
    for key in record.section:
        holder = holder[key]
    rows = holder.get(_ENTRIES)
    if not isinstance(rows, AoT):
        # There is none, or one that is written as a list: that cannot be added to, and is written anew.
        rows = tomlkit.aot()
        for it in record.entries:
            rows.append(_filled(tomlkit.table(), it))
        holder[_ENTRIES] = rows
    row = next((it for it in holder[_ENTRIES] if it.get("name") == entry.name), None)
    if row is None:
        holder[_ENTRIES].append(_filled(tomlkit.table(), entry).add(tomlkit.nl()))
    else:
        _filled(row, entry)
    return tomlkit.dumps(document)


def _filled(row: Table, entry: Entry) -> Table:
    """Set what differs, so that comments and spelling of the rest stay."""
    defaults = {"resources": (), "testing": True, "contract": False}
    for key in (*_NEEDED, *_OPTIONS):
        value = getattr(entry, key)
        plain = list(value) if isinstance(value, tuple) else value
        if key in defaults and value == defaults[key]:
            row.pop(key, None)
        elif row.get(key) != plain:
            row[key] = plain
    return row
