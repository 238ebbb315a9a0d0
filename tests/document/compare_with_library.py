"""Compares our specification findings with those of openapi-spec-validator used plainly.

`python -m tests.document.compare_with_library FILE …` prints a line for each document in which they differ. The tests use
it on small documents; run it on a folder of real ones after an upgrade of either library.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import openapi_spec_validator

from generator.diagnostics import Severity, count
from generator.document.lint import version_of
from generator.document.load import Document, read
from generator.document.metaschema import structure
from generator.document.pointers import join
from generator.document.semantics import is_pattern, semantics
from generator.document.validate import validate

_CODES = {
    "DuplicateOperationIDError": "operation-id",
    "UnresolvableParameterError": "path-parameter",
    "ParameterDuplicateError": "duplicate-parameter",
    "ExtraParametersError": "required-undeclared",
    "spec-duplicate-operation-id": "operation-id",
    "spec-unresolvable-path-parameter": "path-parameter",
    "spec-unused-path-parameter": "path-parameter",
    "spec-duplicate-parameter": "duplicate-parameter",
    "required-undeclared": "required-undeclared",
    "spec-default": "default",
    "spec-duplicate-tag": "tag",
}


def differences(value: Any) -> list[str]:
    """How our findings about a document, of OpenAPI 3.0 or 3.1, differ from the library's; empty if they agree."""
    version = version_of(value)
    assert version
    return [*_structural(value, version), *_semantic(value, version)]


def _plain(version: str) -> Any:
    # Its meta-schema check by jsonschema, not by the jsonschema-rs that it takes where it finds it.
    os.environ["OPENAPI_SPEC_VALIDATOR_SCHEMA_VALIDATOR_BACKEND"] = "jsonschema"
    return getattr(openapi_spec_validator, f"OpenAPIV{version.replace('.', '')}SpecValidator")


def _structural(value: Any, version: str) -> list[str]:
    """Every error of jsonschema is explained by a finding in it, and every finding lies in an error."""
    theirs = {join("", *error.absolute_path) for error in _plain(version).schema_validator.iter_errors(value)}
    ours = {finding.pointer for finding in structure(value, version)}
    missed = [f"missed: {at or '/'}" for at in theirs if not any((mine + "/").startswith(at + "/") for mine in ours)]
    invented = [
        f"invented: {mine or '/'}" for mine in ours if not any((mine + "/").startswith(at + "/") for at in theirs)
    ]
    return missed + invented


def _semantic(value: Any, version: str) -> list[str]:
    """The numbers of findings of each kind are equal, unless the library itself breaks down."""
    ours = Counter(_CODES.get(finding.code, "schema") for finding in semantics(value, version)[0])
    theirs: Counter[str] = Counter()
    validator = _plain(version)(value)
    try:
        for error in validator.root_validator(validator.schema_path):
            if not _is_pattern_of_others(error):
                theirs[_kind(error)] += 1
    except Exception as failure:  # what it breaks down with is not ours to know; we must have found why
        found = validate(Document(value, "document"))
        return [] if count(found, Severity.ERROR) else [f"the library breaks down and we find nothing: {failure!r}"]
    # Of a schema that is none, the library says the first reason, and ours all.
    ours["schema"] = min(ours["schema"], theirs["schema"])
    return [f"{kind}: {theirs[kind]} → {ours[kind]}" for kind in sorted({*ours, *theirs}) if ours[kind] != theirs[kind]]


def _kind(error: Any) -> str:
    if error.message.startswith("Duplicate tag name"):
        return "tag"
    wrong_schema = type(error).__name__ in ("OpenAPIValidationError", "SchemaError")
    return _CODES.get(type(error).__name__, "schema" if wrong_schema else "default")


def _is_pattern_of_others(error: Any) -> bool:
    """Whether the library refuses a `pattern` because Python does not know it. We accept what ECMAScript knows."""
    return error.validator == "format" and error.validator_value == "regex" and is_pattern(error.instance)


def main() -> None:
    """Compares the documents that the command line names."""
    for name in sys.argv[1:]:
        value = read(Path(name)).value
        for difference in differences(value) if version_of(value) else ():
            print(f"{name}: {difference}")


if __name__ == "__main__":
    main()
