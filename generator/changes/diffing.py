"""From two documents to their change report.

    load ► compare on the wire ► causes ─┐
      └► build ► surface ► compare ──────┼► join ► report
                             uses of DIR ┘

A client of the old document is made in a helper process meanwhile (`beside`).

The Python layer is that of the client which regenerating would give: the names of the old document are kept in the new one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.api.names import Pins
from generator.changes import lifecycle
from generator.changes.assembling import Accepted, Clients, assemble
from generator.changes.beside import Beside, Source
from generator.changes.causes import causes
from generator.changes.clients import Built, built
from generator.changes.loading import Loaded
from generator.changes.python.comparing import compare_clients
from generator.changes.python.effects import PythonChange
from generator.changes.python.pairs import Same, same_of
from generator.changes.report import Approval, Report
from generator.changes.side import Side
from generator.changes.uses.findings import Uses
from generator.changes.wire.documents import Compared, Options, compare
from generator.diagnostics import Diagnostic, ProvgenError
from generator.package.surface import Surface
from generator.settings import ClientSettings, NameSettings
from generator.workers import Pool


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked besides the two documents.

    `pins` are the names of the old client. `packages` are the surfaces of two packages that are compared, as their manifests record
    them; None: the clients that would be generated now. `uses` is the repository whose code is searched. `as_of` is the day of the
    comparison, None if days play no part; `grace` how many days before its end something must be announced as deprecated. `tags` are
    those whose operations the client is for, None for all: what concerns no operation of theirs is left out.
    """

    names: NameSettings
    client: ClientSettings
    pins: Pins = field(default_factory=Pins)
    extensions: frozenset[str] = frozenset()
    grace: int = 0
    as_of: date | None = None
    uses: Path | None = None
    packages: tuple[Surface, Surface] | None = None
    approvals: tuple[Approval, ...] = ()
    tags: frozenset[str] | None = None


def report(source: Source, new: Callable[[], Loaded], request: Request, pool: Pool) -> Report:
    """The change report of two documents: that of `source`, which a helper of `pool` works on too, and what `new` reads.

    What cannot be understood of them is a warning in it. Raises `ProvgenError` if one of them cannot be used at all.
    """
    beside = Beside(pool, source, request.names, request.client, request.pins)
    before, after = _both(beside.loaded, new)
    sides = Side(before.document), Side(after.document)
    options = Options(request.extensions, lifecycle.Policy(request.as_of, request.grace), request.tags)
    compared = compare(*sides, options)
    clients, notes = _clients(beside, after, compared, request)
    used = _uses(request.uses, clients.old) if request.uses and clients else None
    found = [it for it in causes(compared) if it.wheres or request.tags is None]
    warnings = [*before.warnings, *after.warnings, *sides[0].warnings, *sides[1].warnings, *notes]
    accepted = Accepted(request.approvals, request.as_of)
    return assemble(request.client.package, (before, after), compared, found, clients, used, accepted, warnings)


def _both(old: Callable[[], Loaded], new: Callable[[], Loaded]) -> tuple[Loaded, Loaded]:
    """Both documents. Raises `ProvgenError` with what is wrong with either."""
    problems: list[Diagnostic] = []
    found: list[Loaded] = []
    for read in (new, old):
        try:
            found.append(read())
        except ProvgenError as problem:
            problems += problem.diagnostics
    if problems:
        raise ProvgenError(problems)
    return found[1], found[0]


def _uses(root: Path, client: Surface) -> Uses:
    # Seldom asked for, and not quick to import.
    from generator.changes.uses.finding import find_uses

    return find_uses(root, client)


def _clients(
    beside: Beside, after: Loaded, compared: Compared, request: Request
) -> tuple[Clients | None, tuple[Diagnostic, ...]]:
    """Both clients, and what differs in them; None, and why, if one of them cannot be made."""
    early = _early(after, request)
    old = beside.client()
    if old.surface is None:
        return None, old.why
    new = early or built(after, request.names, request.client, old.pins)
    if new.surface is None:
        return None, new.why
    same = same_of(compared)
    found = compare_clients(old.surface, new.surface, same)
    return (_split(request.packages, found, same) if request.packages else Clients(old.surface, new.surface, found)), ()


def _early(after: Loaded, request: Request) -> Built | None:
    """The new client, if all its names are pinned: it is the one that is committed, and need not wait for the old one."""
    found = None if request.pins == Pins() else built(after, request.names, request.client, request.pins)
    return found if found is not None and found.pins == request.pins else None


def _split(packages: tuple[Surface, Surface], now: list[PythonChange], same: Same) -> Clients:
    """What differs between two packages: what differs between the clients of one toolchain too, the document caused."""
    by_document = {_key(it): it for it in now}
    found = compare_clients(*packages, same)
    caused = [by_document[_key(it)] for it in found if _key(it) in by_document]
    return Clients(*packages, caused, [it for it in found if _key(it) not in by_document])


def _key(it: PythonChange) -> tuple[str, ...]:
    return (it.symbol, it.effect, it.old, it.new)
