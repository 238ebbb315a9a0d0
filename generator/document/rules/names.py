"""Names that differ for the API but not for Python."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.diagnostics import Severity
from generator.document.findings import Finding, listed, quoted
from generator.document.pointers import join
from generator.document.walk import Site, Survey

_WORD = re.compile(r"[^\W_]+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_HINT = "a rule keeps their Python names apart; give one a clearer name in the API if you can"


def folded(name: str) -> str:
    """`name` without what Python names cannot show: fooBar, foo_bar, foo-bar and Foo.Bar become the same."""
    return "_".join(part.casefold() for word in _WORD.findall(name) for part in _HUMP.split(word))


def alike(names: Iterable[str]) -> Iterator[list[str]]:
    """Those of the different `names` that fold to the same, in groups of two and more."""
    groups: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        groups.setdefault(folded(name), []).append(name)
    return (group for group in groups.values() if len(group) > 1)


def _finding(kind: str, what: str, group: list[str], pointer: str) -> Finding:
    names = listed([quoted(name) for name in group], "and")
    message = f"the {what} {names} differ in case or punctuation only"
    return Finding(f"similar-{kind}", message, pointer, _HINT, Severity.WARNING, tuple(group))


def similar_operation_ids(site: Site, survey: Survey) -> Iterator[Finding]:
    """operationIds that fold to one Python name. Equal ones are an error of the specification, found elsewhere."""
    where: dict[str, str] = {}
    for operation in survey.by_kind["operation"]:
        identifier = operation.value.get("operationId")
        if isinstance(identifier, str):
            where.setdefault(identifier, join(operation.pointer, "operationId"))
    for group in alike(where):
        yield _finding("operation-ids", "operationIds", group, where[group[1]])


def similar_schema_names(site: Site, survey: Survey) -> Iterator[Finding]:
    """Component schemas that fold to one class name."""
    schemas = site.value.get("schemas")
    for group in alike(schemas if isinstance(schemas, dict) else ()):
        yield _finding("schema-names", "schemas", group, join(site.pointer, "schemas", group[1]))


def similar_property_names(site: Site, survey: Survey) -> Iterator[Finding]:
    """Properties of one object that fold to one field name."""
    properties = site.value.get("properties")
    for group in alike(properties if isinstance(properties, dict) else ()):
        yield _finding("property-names", "properties", group, join(site.pointer, "properties", group[1]))


def similar_enum_values(site: Site, survey: Survey) -> Iterator[Finding]:
    """Values of one enum that fold to one member name."""
    values: Any = site.value.get("enum")
    texts = [value for value in values if isinstance(value, str)] if isinstance(values, list) else []
    for group in alike(texts):
        yield _finding("enum-values", "enum values", group, join(site.pointer, "enum", values.index(group[1])))


def similar_parameter_names(site: Site, survey: Survey) -> Iterator[Finding]:
    """Parameters of one operation, the path's included, that fold to one argument name."""
    where: dict[tuple[str, str], str] = {}
    for owner in (site.owner, site):
        where.update(_parameters(owner, survey) if owner else {})
    groups: dict[str, list[tuple[str, str]]] = {}
    for name, place in where:
        groups.setdefault(folded(name), []).append((name, place))
    for group in groups.values():
        if len(group) > 1:
            texts = listed([f"{quoted(name)} (in {place})" for name, place in group], "and")
            message = f"the parameters {texts} want one argument name"
            yield Finding("similar-parameter-names", message, where[group[1]], _HINT, Severity.WARNING, tuple(group))


def _parameters(owner: Site, survey: Survey) -> Mapping[tuple[str, str], str]:
    """The parameters that `owner` lists, by name and place, and where."""
    found = {}
    listed_here: Any = owner.value.get("parameters")
    for index, node in enumerate(listed_here if isinstance(listed_here, list) else ()):
        pointer = join(owner.pointer, "parameters", index)
        parameter, _ = survey.resolve(node, pointer)
        if isinstance(parameter, dict) and isinstance(parameter.get("name"), str):
            found[parameter["name"], str(parameter.get("in"))] = pointer
    return found
