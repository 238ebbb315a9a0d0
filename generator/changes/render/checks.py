"""The report for tools that collect findings: GitHub annotations, SARIF 2.1.0 and JUnit XML."""

from __future__ import annotations

import json
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from generator.changes import words
from generator.changes.render import verdict
from generator.changes.report import Change, Report
from generator.changes.rules import RULES
from generator.diagnostics import Diagnostic, Location, Severity, printable, render_github

_SEVERITIES = {"breaking": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO}
_SARIF = {"breaking": "error", "warning": "warning", "info": "note"}


def github(report: Report) -> str:
    """Workflow commands, which GitHub shows as annotations of the document's lines and of those that use the client."""
    return render_github(found for it in report.open for found in _diagnostics(it))


def _diagnostics(it: Change) -> list[Diagnostic]:
    severity = _SEVERITIES[it.verdict]
    place = _location(it)
    found = [Diagnostic(it.id, it.title, severity, it.pointer or None, place, it.advice or None)]
    found += [
        Diagnostic(
            it.id, f"{words.symbol(use.symbol)}: {it.title}", severity, None, Location(use.file, use.line, use.col)
        )
        for use in it.uses
    ]
    return found


def _location(it: Change) -> Location | None:
    place = it.new or it.old
    return place.location if place else None


# ── SARIF ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def sarif(report: Report) -> str:
    """A SARIF 2.1.0 log, for code scanning; each result has the change's fingerprint. Approved changes are suppressed."""
    used = sorted({it.id for it in report.changes})
    run = {
        "tool": {"driver": {"name": "provgen diff", "rules": [_rule(name) for name in used]}},
        "results": [_result(it, used.index(it.id)) for it in report.changes],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=1) + "\n"


def _rule(name: str) -> dict[str, Any]:
    rule = RULES.get(name)
    words_of = rule.title.replace("{", "").replace("}", "") if rule else name.replace("-", " ")
    return {"id": name, "shortDescription": {"text": words_of}}


def _result(it: Change, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": it.id,
        "ruleIndex": rule,
        "level": _SARIF[it.verdict],
        "message": {"text": " ".join(part for part in (f"{it.title}.", it.explanation, it.advice) if part)},
        "partialFingerprints": {"change/v1": it.fingerprint},
        "locations": [_physical(place) for place in [_location(it)] if place],
        "relatedLocations": [_physical(Location(use.file, use.line, use.col)) for use in it.uses],
    }
    if it.approval is not None:
        result["suppressions"] = [{"kind": "external", "justification": f"{it.approval.who}: {it.approval.reason}"}]
    return result


def _physical(place: Location) -> dict[str, Any]:
    region = {"startLine": place.line, "startColumn": place.col}
    return {"physicalLocation": {"artifactLocation": {"uri": place.file}, "region": region}}


# ── JUnit ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def junit(report: Report) -> str:
    """JUnit XML: a test for each change, which fails if it breaks or must be checked; approved ones are skipped, info passes."""
    failed = sum(it.verdict != "info" for it in report.open)
    skipped = len(report.changes) - len(report.open)
    name = quoteattr(printable(f"{report.old.version} → {report.new.version}"))
    cases = [_case(it) for it in report.changes] or ['    <testcase classname="documents" name="no change"/>\n']
    head = f'<testsuite name={name} tests="{len(cases)}" failures="{failed}" errors="0" skipped="{skipped}">\n'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n  {head}{"".join(cases)}  </testsuite>\n</testsuites>\n'
    )


def _case(it: Change) -> str:
    start = f"    <testcase classname={_attribute(verdict.resource_of(it))} name={_attribute(f'{it.title} [{it.fingerprint}]')}"
    if it.approval is not None:
        reason = _attribute(f"approved by {it.approval.who}: {it.approval.reason}")
        return f"{start}><skipped message={reason}/></testcase>\n"
    if it.verdict == "info":
        return f"{start}/>\n"
    place = _location(it)
    text = "\n".join([str(place or it.pointer), it.explanation, it.advice, *verdict.operations(it)])
    kind = _attribute(f"{it.id} ({it.verdict})")
    return f"{start}><failure type={kind} message={_attribute(it.title)}>{_text(text)}</failure></testcase>\n"


def _attribute(value: str) -> str:
    return quoteattr(printable(value))


def _text(value: str) -> str:
    return escape("\n".join(printable(line) for line in value.split("\n")))
