"""The clients that would be made of two documents."""

from __future__ import annotations

from dataclasses import dataclass

from generator.api.build import build
from generator.api.names import Pins
from generator.api.selecting import select
from generator.changes.loading import Loaded
from generator.diagnostics import Diagnostic, ProvgenError, Severity
from generator.package.surface import Surface, surface
from generator.settings import ClientSettings, NameSettings


@dataclass(frozen=True, slots=True)
class Built:
    """What users would see of a client, and its names; None, and `why`, if no client can be made of the document."""

    surface: Surface | None
    pins: Pins
    why: tuple[Diagnostic, ...] = ()


def built(loaded: Loaded, names: NameSettings, client: ClientSettings, pins: Pins) -> Built:
    """The client of a document, whose names keep to `pins`."""
    try:
        api = build(loaded.document, names, pins)
        return Built(surface(select(api, client.resources), client), api.pins)
    except ProvgenError as problem:
        return Built(None, pins, (_left_out(problem.diagnostics[0]),))
    except Exception:
        # Building expects a valid document. Of one that is not, that is what is told; of a valid one it is our mistake.
        from generator.document.validate import validate

        found = [it for it in validate(loaded.document) if it.severity is Severity.ERROR]
        if not found:
            raise
        return Built(None, pins, (_left_out(found[0]),))


def _left_out(reason: Diagnostic) -> Diagnostic:
    message = f"no client can be made of this document, so the Python layer is left out: {reason.message}"
    return Diagnostic("no-client", message, Severity.WARNING, reason.pointer, reason.location)
