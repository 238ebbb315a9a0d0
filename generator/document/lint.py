"""What a document's client would suffer from, though the specification allows it: the table of rules, and their run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from generator.diagnostics import Diagnostic, in_order
from generator.document.findings import Finding, merged
from generator.document.load import Document
from generator.document.rules import examples, names, operations, schemas, security, unions
from generator.document.walk import Kind, Site, Survey

Rule = Callable[[Site, Survey], Iterator[Finding]]

_OF_SCHEMAS: Mapping[Rule, frozenset[str]] = {
    names.similar_property_names: frozenset({"properties"}),
    names.similar_enum_values: frozenset({"enum"}),
    schemas.misplaced_keyword: frozenset(schemas.APPLIES_TO),
    schemas.not_enforced: frozenset(schemas.NOT_ENFORCED),
    schemas.required_undeclared: frozenset({"required"}),
    schemas.enum_values: frozenset({"enum"}),
    schemas.impossible_bounds: frozenset(lower for lower, _ in schemas.BOUNDS),
    schemas.unsupported_pattern: frozenset({"pattern"}),
    schemas.missing_items: frozenset({"type"}),
    schemas.ignored_nullable: frozenset({"nullable"}),
    unions.ambiguous_union: frozenset({"oneOf", "anyOf"}),
    unions.discriminator_property: frozenset({"discriminator"}),
    unions.discriminator_mapping: frozenset({"discriminator"}),
}
"""The rules about schemas, of which there are many, and the keywords without any of which a rule finds nothing."""

RULES: Mapping[Kind, Sequence[Rule]] = {
    "document": (
        names.similar_operation_ids,
        operations.similar_paths,
        schemas.all_of_cycles,
        security.undeclared_scheme,
        security.undeclared_scope,
        security.fighting_schemes,
        security.missing_servers,
        examples.contradicting_examples,
    ),
    "components": (names.similar_schema_names,),
    "server": (security.server_url, security.server_variables),
    "path": (operations.path_template,),
    "operation": (
        operations.missing_operation_id,
        operations.undeclared_success,
        operations.undeclared_content,
        operations.undeclared_errors,
        operations.undeclared_error_body,
        operations.body_without_meaning,
        names.similar_parameter_names,
        security.undeclared_scheme,
        security.undeclared_scope,
        security.fighting_schemes,
    ),
    "parameter": (operations.ignored_header,),
    "callback": (operations.callback_expression,),
    "link": (operations.unsupported_links,),
    "media-type": (operations.unsupported_media_type,),
    "security-scheme": (security.unsupported_scheme,),
    "schema": tuple(_OF_SCHEMAS),
}
"""Which rules look at which kind of object. What a rule looks for is its docstring."""


def lint(document: Document) -> list[Diagnostic]:
    """The findings of all rules about an OpenAPI 3.0 or 3.1 document, located and in order.

    Each root cause is reported once. The document need not be valid: rules pass over what they do not understand.
    """
    found = merged(findings(Survey(document.value, version_of(document.value) or "3.1")))
    return in_order(located(finding, document) for finding in found)


def version_of(value: Any) -> str | None:
    """The version of OpenAPI that a document is written in, "3.0" or "3.1"; None if it is in neither."""
    declared = value.get("openapi") if isinstance(value, dict) else None
    head = declared[:4] if isinstance(declared, str) else ""
    return head[:3] if head in ("3.0", "3.1", "3.0.", "3.1.") else None


def findings(survey: Survey) -> Iterator[Finding]:
    """What the rules find, object by object; findings of one cause are not yet merged."""
    for site in survey.sites:
        for rule in _rules(site):
            yield from rule(site, survey)


def _rules(site: Site) -> Sequence[Rule]:
    return _of_schemas(frozenset(site.value)) if site.kind == "schema" else RULES.get(site.kind, ())


@lru_cache(maxsize=10_000)
def _of_schemas(keywords: frozenset[str]) -> Sequence[Rule]:
    return [rule for rule, about in _OF_SCHEMAS.items() if not keywords.isdisjoint(about)]


def located(finding: Finding, document: Document) -> Diagnostic:
    """A finding with its place in the file."""
    place = document.locate(finding.pointer)
    return Diagnostic(finding.code, finding.message, finding.severity, finding.pointer, place, finding.hint)
