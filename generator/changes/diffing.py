"""From two documents to their change report.

    load ► compare on the wire ► causes ─┐
      └► build ► surface ► compare ──────┼► join ► report
                             uses of DIR ┘

The Python layer is that of the client which regenerating would give: the names of the old document are kept in the new one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.api.build import build
from generator.api.model import Api
from generator.api.names import Pins
from generator.changes import lifecycle
from generator.changes.assembling import Accepted, Clients, assemble
from generator.changes.causes import causes
from generator.changes.loading import Loaded
from generator.changes.python.comparing import compare_clients
from generator.changes.python.effects import PythonChange
from generator.changes.python.pairs import Same, same_of
from generator.changes.report import Approval, Report
from generator.changes.side import Side
from generator.changes.uses.findings import Uses
from generator.changes.wire.documents import Compared, Options, compare
from generator.diagnostics import Diagnostic, ProvgenError, Severity
from generator.document.validate import validate
from generator.package.surface import Surface, surface
from generator.settings import ClientSettings, NameSettings


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked besides the two documents.

    `pins` are the names of the old client. `packages` are the surfaces of two packages that are compared, as their manifests record
    them; None: the clients that would be generated now. `uses` is the repository whose code is searched. `as_of` is the day of the
    comparison, None if days play no part; `grace` how many days before its end something must be announced as deprecated.
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


def report(old: Loaded, new: Loaded, request: Request) -> Report:
    """The change report of two documents. What cannot be understood of them is a warning in it."""
    sides = Side(old.document), Side(new.document)
    options = Options(request.extensions, lifecycle.Policy(request.as_of, request.grace))
    compared = compare(*sides, options)
    clients, notes = _clients(old, new, compared, request)
    used = _uses(request.uses, clients.old) if request.uses and clients else None
    warnings = [*old.warnings, *new.warnings, *sides[0].warnings, *sides[1].warnings, *notes]
    accepted = Accepted(request.approvals, request.as_of)
    return assemble(request.client.package, (old, new), compared, causes(compared), clients, used, accepted, warnings)


def _uses(root: Path, client: Surface) -> Uses:
    # Seldom asked for, and not quick to import.
    from generator.changes.uses import find_uses

    return find_uses(root, client)


def _clients(old: Loaded, new: Loaded, compared: Compared, request: Request) -> tuple[Clients | None, list[Diagnostic]]:
    """Both clients, and what differs in them; None, and why, if one of them cannot be made."""
    before, problem = _built(old, request.names, request.pins)
    if before is None:
        return None, problem
    after, problem = _built(new, request.names, before.pins)
    if after is None:
        return None, problem
    same = same_of(compared)
    surfaces = surface(before, request.client), surface(after, request.client)
    found = compare_clients(*surfaces, same)
    return (_split(request.packages, found, same) if request.packages else Clients(*surfaces, found)), []


def _split(packages: tuple[Surface, Surface], now: list[PythonChange], same: Same) -> Clients:
    """What differs between two packages: what differs between the clients of one toolchain too, the document caused."""
    by_document = {_key(it): it for it in now}
    found = compare_clients(*packages, same)
    caused = [by_document[_key(it)] for it in found if _key(it) in by_document]
    return Clients(*packages, caused, [it for it in found if _key(it) not in by_document])


def _key(it: PythonChange) -> tuple[str, ...]:
    return (it.symbol, it.effect, it.old, it.new)


def _built(loaded: Loaded, names: NameSettings, pins: Pins) -> tuple[Api | None, list[Diagnostic]]:
    try:
        return build(loaded.document, names, pins), []
    except ProvgenError as problem:
        found = problem.diagnostics
    except Exception:
        # Building expects a valid document. Of one that is not, that is what is told; of a valid one it is our mistake.
        found = [it for it in validate(loaded.document) if it.severity is Severity.ERROR]
        if not found:
            raise
    message = f"no client can be made of this document, so the Python layer is left out: {found[0].message}"
    return None, [Diagnostic("no-client", message, Severity.WARNING, found[0].pointer, found[0].location)]
