"""Whether a document may be generated from: its errors against the specification, and what its client would suffer from."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from typing import Any

from generator.diagnostics import Diagnostic, Severity, in_order
from generator.document import lint
from generator.document.dynamic import followed
from generator.document.findings import Finding, merged, quoted, shown
from generator.document.load import Document
from generator.document.metaschema import structure
from generator.document.pointers import join, split
from generator.document.rules import schemas
from generator.document.walk import Survey
from generator.document.weight import too_heavy

# What openapi-spec-validator refuses, but does not stand in the way of a correct client. The client sends no default by
# itself, so that a wrong one spoils its documentation alone; to require an undeclared property is odd but allowed; that values
# of an enum differ is something they SHOULD (JSON Schema 2020-12, Validation, section 6.1.2), and what is required twice is
# required.
_WARNINGS = {"spec-default", "required-undeclared"}
_MAY_REPEAT = ("/enum", "/required")


def validate(document: Document) -> list[Diagnostic]:
    """All that is wrong with a document, in one run: located and in the order of the file.

    The document has its overlays applied and its references made local. Codes that begin with `spec-` are departures
    from the OpenAPI specification, as openapi-spec-validator sees them, and errors; only `spec-default`, a default that
    contradicts its schema, and `spec-unique-items` of an enum or of required names are warnings. The other codes are the lint's,
    see `generator.document.lint.RULES`. Nothing outside of the document is read.
    """
    version = lint.version_of(document.value)
    if version is None:
        return [lint.located(_unserved(document.value), document)]
    document = followed(document)
    survey = Survey(document.value, version)
    endless = list(too_heavy(survey))
    if endless:  # nothing else can be asked in any time
        return in_order(lint.located(finding, document) for finding in endless)
    linted = merged(lint.findings(survey))
    broken = merged(_specification(survey, linted))
    taken = {finding.pointer for finding in broken if finding.severity is Severity.ERROR}
    found = broken + [finding for finding in linted if finding.pointer not in taken]
    return in_order(lint.located(finding, document) for finding in merged(found))


def errors(document: Document) -> list[Finding]:
    """What keeps a document of OpenAPI 3.0 or 3.1 from being valid, every place by itself, in no particular order."""
    survey = Survey(followed(document).value, lint.version_of(document.value) or "3.1")
    endless = list(too_heavy(survey))
    if endless:
        return endless
    linted = list(lint.findings(survey))
    return [finding for finding in (*_specification(survey, linted), *linted) if finding.severity is Severity.ERROR]


def is_accepted(document: Document) -> bool:
    """Whether openapi-spec-validator has nothing against a document whose references are local, or lead nowhere.

    It looks neither at the bodies of requests nor at callbacks and webhooks, and has none of the lint's rules. In a circle of
    `allOf` it comes to no end.
    """
    from generator.document.semantics import semantics

    version = lint.version_of(document.value)
    if version is None:
        return False
    survey = Survey(followed(document).value, version)
    circles = (it for site in survey.by_kind["document"] for it in schemas.all_of_cycles(site, survey))
    if any(too_heavy(survey)) or any(circles) or any(structure(survey.value, version)):
        return False
    return semantics(survey.value, version) == ([], [])


def _unserved(value: Any) -> Finding:
    """Why a document is not one of OpenAPI 3.0 or 3.1."""
    hint = "OpenAPI 3.0.x and 3.1.x are served"
    if not isinstance(value, dict):
        return Finding("not-openapi", f"an OpenAPI document is an object, not {shown(value)}", "", hint)
    if "swagger" in value and "openapi" not in value:
        message = f"this is a document of Swagger {str(value['swagger'])[:10]}, the predecessor of OpenAPI"
        return Finding(
            "unsupported-version", message, "/swagger", f"{hint}; converters are at hand, such as swagger2openapi"
        )
    if "openapi" not in value:
        hint = "an OpenAPI document begins with `openapi: 3.1.0` or similar"
        return Finding("not-openapi", "the document does not say which version of OpenAPI it is written in", "", hint)
    declared = value["openapi"]
    if not isinstance(declared, str):
        hint = 'write it as a string: openapi: "3.1.0"'
        return Finding("unsupported-version", f"`openapi` must be a string, not {shown(declared)}", "/openapi", hint)
    return Finding("unsupported-version", f"OpenAPI {shown(declared)} is not served", "/openapi", hint)


def _specification(survey: Survey, linted: Iterable[Finding]) -> list[Finding]:
    """The departures from the specification; of what both checks see, the meta-schema's words.

    `linted` are the lint's findings: its errors too explain that a part cannot be checked.
    """
    from generator.document.semantics import misfit, parts_of, semantics

    outer = list(structure(survey.value, survey.version))
    roots = [parts_of(survey.value, split(site.pointer)) for site in survey.schema_roots()]
    inner, unchecked = semantics(survey.value, survey.version, roots)
    taken = {finding.pointer for finding in outer}
    found = _one_type(outer + [finding for finding in inner if finding.pointer not in taken])
    found += [
        Finding("reference-kind", f"{quoted(target)} is no schema: {reason}", join(site.pointer, "$ref"))
        for site, target in survey.strange_references()
        if (reason := misfit(survey.at(target), survey.version))
    ]
    known = [finding.pointer for finding in (*found, *linted) if finding.severity is Severity.ERROR]
    found += [_unchecked(*part) for part in unchecked if not _explained(part[0], known)]
    return [replace(one, severity=Severity.WARNING) if _is_harmless(one) else one for one in found]


def _is_harmless(found: Finding) -> bool:
    repeats = found.code == "spec-unique-items" and found.pointer.endswith(_MAY_REPEAT)
    return found.code in _WARNINGS or repeats


def _one_type(found: Iterable[Finding]) -> list[Finding]:
    """The findings without those that say of one value a second time that it has the wrong type."""
    kept: dict[Hashable, Finding] = {}
    for one in found:
        kept.setdefault((one.pointer, one.code) if one.code == "spec-type" else one, one)
    return list(kept.values())


def _explained(pointer: str, known: Iterable[str]) -> bool:
    """Whether an error in, at or around the part at `pointer` is known, so that it is no wonder that its check failed."""
    return any(_holds(one, pointer) or _holds(pointer, one) for one in known)


def _holds(outer: str, inner: str) -> bool:
    return inner == outer or inner.startswith(outer + "/")


def _unchecked(pointer: str, reason: str) -> Finding:
    return Finding("spec-unchecked", f"this part could not be checked: {reason[:100]}", pointer)
