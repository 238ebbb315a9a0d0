"""The report as JSON: the promise of ARCHITECTURE and `report.schema.json`, for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.changes.python.effects import PythonChange
from generator.changes.report import Approval, Change, DocumentInfo, Place, Reached, Report, Witness
from generator.changes.uses.findings import Unfollowed, Use
from generator.diagnostics import Diagnostic, Location

MAX_VALUE = 4_000
"""How long a value may be in the report, in characters of its JSON; a longer one is left out."""

SCHEMA = Path(__file__).with_name("report.schema.json")
"""The JSON Schema of what `render` gives."""


def render(report: Report) -> str:
    """The report as one JSON document, ASCII only, keys in a fixed order."""
    return json.dumps(as_json(report), indent=1, default=str) + "\n"


def as_json(report: Report) -> dict[str, Any]:
    """The report as JSON values."""
    return {
        "schema": 1,
        "package": report.package,
        "old": _document(report.old),
        "new": _document(report.new),
        "summary": {
            **{level: report.count(level) for level in ("breaking", "warning", "info")},
            "bump": report.bump,
            "bumpReasons": list(report.bump_reasons),
            "python": {
                "breaking": sum(it.breaks_python for it in report.changes),
                "compatible": sum(bool(it.python) and not it.breaks_python for it in report.changes),
                "compared": report.python_layer,
            },
            "approved": len(report.changes) - len(report.open),
            "reworded": report.reworded,
            "uses": sum(len(it.uses) for it in report.changes),
            "files": report.files,
        },
        "changes": [_change(it, report.package) for it in report.changes],
        "staleApprovals": [_approval(it) for it in report.stale],
        "unfollowed": [_unfollowed(it) for it in report.unfollowed],
        "warnings": [_warning(it) for it in report.warnings],
    }


def _document(info: DocumentInfo) -> dict[str, Any]:
    return {"version": info.version, "file": info.name, "sha256": info.sha256}


def _change(it: Change, package: str) -> dict[str, Any]:
    return {
        "id": it.id,
        "severity": it.severity,
        "verdict": it.verdict,
        "layers": list(it.layers),
        "directions": dict(it.directions),
        "fingerprint": it.fingerprint,
        "title": it.title,
        "explanation": it.explanation,
        "advice": it.advice,
        "confidence": it.confidence,
        "cause": {
            "pointer": it.pointer,
            "old": _place(it.old),
            "new": _place(it.new),
            "elsewhere": list(it.elsewhere),
        },
        "operations": [_reached(one) for one in it.reached],
        "python": [_python(one, package) for one in it.python],
        "uses": [_use(one, package) for one in it.uses],
        "witness": _witness(it.witness),
        "approval": _approval(it.approval) if it.approval else None,
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    return None if place is None else {**_location(place.location), "pointer": place.pointer, **_value(place.value)}


def _location(location: Location | None) -> dict[str, Any]:
    if location is None:
        return {"file": None, "line": None, "col": None}
    return {"file": location.file, "line": location.line, "col": location.col}


def _value(value: Any) -> dict[str, Any]:
    """The value, or that it was too long."""
    length = len(json.dumps(value, default=str))
    return {"value": value} if length <= MAX_VALUE else {"value": None, "omitted": length}


def _reached(it: Reached) -> dict[str, Any]:
    return {
        "method": it.method,
        "path": it.path,
        "operationId": it.operation_id,
        "where": it.direction,
        "part": it.words,
        "severity": it.level,
        "resource": it.resource,
    }


def _python(it: PythonChange, package: str) -> dict[str, Any]:
    return {"symbol": f"{package}.{it.symbol}", "effect": it.effect, "detail": it.detail, "old": it.old, "new": it.new}


def _use(it: Use, package: str) -> dict[str, Any]:
    return {"file": it.file, "line": it.line, "col": it.col, "symbol": f"{package}.{it.symbol}", "how": it.how}


def _unfollowed(it: Unfollowed) -> dict[str, Any]:
    return {"file": it.file, "line": it.line, "col": it.col, "reason": it.reason}


def _witness(it: Witness | None) -> Mapping[str, Any] | None:
    if it is None:
        return None
    return {"value": it.value, "acceptedBy": it.accepted_by, "why": it.why}


def _approval(it: Approval) -> dict[str, Any]:
    return {"fingerprint": it.fingerprint, "reason": it.reason, "who": it.who, "until": it.until or None}


def _warning(it: Diagnostic) -> dict[str, Any]:
    return {"code": it.code, "message": it.message, "pointer": it.pointer, **_location(it.location)}
