"""From what was found to a report: words, places, excerpts, operations by resource, uses, approvals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.changes import approvals, words
from generator.changes.bump import bump
from generator.changes.causes import Cause, fingerprint
from generator.changes.findings import LEVELS, Direction, Level, milder, worst
from generator.changes.joining import join
from generator.changes.loading import Loaded
from generator.changes.python.effects import PythonChange, breaks
from generator.changes.report import Approval, Change, DocumentInfo, Excerpt, Place, Reached, Report
from generator.changes.schemas.views import Said
from generator.changes.uses.findings import Use, Uses
from generator.changes.wire.documents import Compared
from generator.changes.wire.wording import reworded
from generator.changes.witness import settled, witness
from generator.diagnostics import Diagnostic, Location
from generator.package.surface import Surface

AROUND = 2
"""How many lines an excerpt has before and after the line that matters."""

_CHANGE = "Change your code as shown."
_NAMES = "Only callers of the client see this: nothing changes on the wire."
_OURS = "The document does not ask for this: the generator, its templates, its settings or an engine is another one."

_GROUPS = {"models": "model", "events": "event", "resources": "resource", "Client": "client"}


@dataclass(frozen=True, slots=True)
class Clients:
    """Both clients and what differs in them, because of the document or (`toolchain`) of what makes clients of it."""

    old: Surface
    new: Surface
    changes: Sequence[PythonChange]
    toolchain: Sequence[PythonChange] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """What has been approved, and the day on which that is asked (None: days play no part)."""

    approvals: Sequence[Approval] = ()
    today: date | None = None


def assemble(
    package: str,
    loaded: tuple[Loaded, Loaded],
    compared: Compared,
    causes: Sequence[Cause],
    clients: Clients | None,
    used: Uses | None,
    accepted: Accepted,
    warnings: Iterable[Diagnostic],
) -> Report:
    """The report of everything that was found."""
    infos = [DocumentInfo(it.version, it.document.name, it.sha256) for it in loaded]
    python, left = join(causes, clients.changes if clients else ())
    writer = _Writer(
        compared, loaded, clients, used, approvals.by_fingerprint(accepted.approvals, infos[1].version, accepted.today)
    )
    changes = [writer.of_cause(cause, python.get(at, [])) for at, cause in enumerate(causes)]
    changes += [writer.of_client(it, "client", _NAMES) for it in _grouped(left)]
    changes += [writer.of_client(it, "toolchain", _OURS) for it in _grouped(clients.toolchain if clients else ())]
    ordered = tuple(sorted(changes, key=_order))
    suggested, reasons = bump(ordered)
    return Report(
        package=package,
        old=infos[0],
        new=infos[1],
        changes=ordered,
        bump=suggested,
        bump_reasons=reasons,
        reworded=_reworded(compared),
        files=used.files if used else None,
        unfollowed=used.unfollowed if used else (),
        stale=approvals.stale(accepted.approvals, (it.fingerprint for it in ordered if it.approval)),
        warnings=tuple(warnings),
        python_layer=clients is not None,
    )


def _reworded(compared: Compared) -> int:
    """How many schemas and other objects differ in words alone, or in words as well."""
    others = reworded(compared.old.document.value, compared.new.document.value)
    return others + sum(pair.reworded for pair in compared.schemas.pairs.values())


def _order(it: Change) -> tuple[object, ...]:
    return (-LEVELS.index(it.verdict), -LEVELS.index(it.severity), it.pointer, it.id, it.title)


def _grouped(changes: Iterable[PythonChange]) -> list[list[PythonChange]]:
    """Differences of the client that no edit of the document explains, by the symbol that they are about."""
    found: dict[str, list[PythonChange]] = {}
    for it in changes:
        found.setdefault(it.symbol, []).append(it)
    return list(found.values())


class _Writer:
    """Writes the entries of one report."""

    def __init__(
        self,
        compared: Compared,
        loaded: tuple[Loaded, Loaded],
        clients: Clients | None,
        used: Uses | None,
        approved: Mapping[str, Approval],
    ) -> None:
        self._compared = compared
        self._old, self._new = loaded
        self._clients = clients
        self._approved = approved
        self._uses: dict[str, list[Use]] = {}
        for use in used.uses if used else ():
            self._uses.setdefault(use.symbol, []).append(use)

    def of_cause(self, cause: Cause, python: Sequence[PythonChange]) -> Change:
        """The entry of an edit of the document."""
        finding = cause.finding
        effects = tuple(python)
        shown = witness(cause, self._compared.old, self._compared.new)
        levels = settled(cause, shown)
        severity = worst(levels.values())
        return Change(
            id=cause.rule.id,
            severity=severity,
            verdict="breaking" if breaks(effects) else severity,
            fingerprint=cause.fingerprint,
            title=words.title(cause),
            explanation=words.explanation(cause),
            advice=words.advice(cause) or (_CHANGE if breaks(effects) else ""),
            directions=dict(sorted(levels.items())),
            pointer=finding.place,
            old=self._place(self._old, finding.old),
            new=self._place(self._new, finding.new),
            elsewhere=tuple(sorted(set(cause.places) - {finding.place})),
            reached=tuple(self._reached(cause, levels)),
            python=effects,
            uses=self._used(effects),
            witness=shown,
            confidence=finding.confidence,
            approval=self._approved.get(cause.fingerprint),
        )

    def of_client(self, python: Sequence[PythonChange], cause: str, explanation: str) -> Change:
        """The entry of differences of the client that no edit of the document explains on its own."""
        effects, first = tuple(python), python[0]
        mark = fingerprint(cause, first.symbol)
        old, new = (Said(None, it) if it else None for it in first.pointers)
        return Change(
            id=f"{cause}-{_kind(first)}-{_what(first)}",
            severity="info",
            verdict="breaking" if breaks(effects) else "info",
            fingerprint=mark,
            title=f"{words.symbol(first.symbol)}: {first.detail}",
            explanation=explanation,
            advice=_CHANGE if breaks(effects) else "",
            directions={},
            pointer=first.pointers[0] or first.pointers[1],
            old=self._place(self._old, old),
            new=self._place(self._new, new),
            elsewhere=(),
            reached=(),
            python=effects,
            uses=self._used(effects),
            witness=None,
            confidence=None,
            approval=self._approved.get(mark),
        )

    def _reached(self, cause: Cause, levels: Mapping[Direction, Level]) -> Iterator[Reached]:
        for where, level in sorted(
            cause.wheres.items(), key=lambda it: (it[0].operation.path, it[0].operation.method, it[0].words)
        ):
            operation = where.operation
            yield Reached(
                operation.method,
                operation.path,
                operation.operation_id,
                where.direction,
                where.words,
                milder(level, levels[where.direction]),
                self._resource(operation.pointer),
            )

    def _resource(self, pointer: str) -> str:
        """The client's attribute whose method calls an operation."""
        if self._clients is None:
            return ""
        method = self._clients.new.methods.get(pointer) or self._clients.old.methods.get(pointer)
        return method.symbol.split(".")[1] if method else ""

    def _used(self, effects: Iterable[PythonChange]) -> tuple[Use, ...]:
        """Where a repository uses what code may have to change for."""
        symbols = {it.symbol for it in effects if it.effect == "breaking"}
        return tuple(sorted(use for symbol in symbols for use in self._uses.get(symbol, ())))

    def _place(self, loaded: Loaded, said: Said | None) -> Place | None:
        if said is None:
            return None
        location = loaded.document.locate(said.pointer)
        return Place(said.pointer, location, said.value, _excerpt(loaded, location))


def _excerpt(loaded: Loaded, location: Location | None) -> Excerpt | None:
    lines = loaded.texts.get(location.file, ()) if location else ()
    if location is None or location.line > len(lines):
        return None
    first = max(location.line - AROUND, 1)
    return Excerpt(first, location.line, lines[first - 1 : location.line + AROUND])


def _kind(change: PythonChange) -> str:
    return _GROUPS.get(change.symbol.split(".")[0].partition("(")[0], "symbol")


def _what(change: PythonChange) -> str:
    if not change.old:
        return "added"
    return "changed" if change.new else "removed"
