"""Schemas that say something else than their author meant, or more than the client does."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.diagnostics import Severity
from generator.document.expressions import is_python
from generator.document.findings import Finding, listed, quoted, shown
from generator.document.pointers import join
from generator.document.walk import Site, Survey

APPLIES_TO = {
    **dict.fromkeys(("minLength", "maxLength", "pattern"), ("string",)),
    **dict.fromkeys(("minItems", "maxItems", "uniqueItems", "items", "prefixItems", "contains"), ("array",)),
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), ("number", "integer")),
    "multipleOf": ("number", "integer"),
    **dict.fromkeys(("minProperties", "maxProperties", "properties", "required"), ("object",)),
    "additionalProperties": ("object",),
}
"""The types that keywords say something about."""

_ANNOTATIONS = frozenset(
    ("title", "description", "example", "examples", "deprecated", "externalDocs", "default", "$comment")
)
_MEANT = {
    ("maxLength", "array"): "maxItems",
    ("minLength", "array"): "minItems",
    ("maxItems", "string"): "maxLength",
    ("minItems", "string"): "minLength",
    ("maxLength", "integer"): "maximum",
    ("maxLength", "number"): "maximum",
    ("maximum", "string"): "maxLength",
    ("minimum", "string"): "minLength",
    ("minLength", "object"): "type: string",
    ("maxLength", "object"): "type: string",
    ("pattern", "object"): "type: string",
}
_ARTICLES = {"object": "an object", "array": "an array", "integer": "an integer"}


def types_of(schema: Mapping[str, Any]) -> tuple[str, ...]:
    """The declared types of a schema; none if it declares none."""
    declared = schema.get("type")
    if isinstance(declared, str):
        return (declared,)
    return tuple(name for name in declared if isinstance(name, str)) if isinstance(declared, list) else ()


def bare(node: Any, named: bool = False) -> Any:
    """A schema, or with `named` a mapping of names to schemas, without what is documentation alone."""
    if isinstance(node, dict):
        kept = {key: value for key, value in node.items() if named or not (key in _ANNOTATIONS or key.startswith("x-"))}
        return {
            key: bare(value, not named and key in ("properties", "patternProperties")) for key, value in kept.items()
        }
    return [bare(item) for item in node] if isinstance(node, list) else node


def misplaced_keyword(site: Site, survey: Survey) -> Iterator[Finding]:
    """A keyword that says nothing about values of the declared type, like `maxLength` of an array."""
    types = types_of(site.value)
    if not types:
        return
    for keyword, applicable in APPLIES_TO.items():
        value = site.value.get(keyword)
        if value is None or value is False or not set(applicable).isdisjoint(types):
            continue
        kind = types[0]
        message = f"{quoted(keyword)} says nothing about {_ARTICLES.get(kind, f'a {kind}')}"
        meant = _MEANT.get((keyword, kind))
        hint = f"perhaps `{meant}` is meant" if meant else f"it applies to {listed(applicable)} alone"
        cause = (keyword, kind)
        yield Finding("misplaced-keyword", message, join(site.pointer, keyword), hint, Severity.WARNING, cause)


NOT_ENFORCED = ("dependencies", "$dynamicRef", "$recursiveRef", "contentSchema")
"""Keywords that limit values, and that clients do not check."""


def not_enforced(site: Site, survey: Survey) -> Iterator[Finding]:
    """A keyword that limits values in a way that the client does not check."""
    for keyword in NOT_ENFORCED:
        if keyword in site.value:
            message = f"{quoted(keyword)} is not enforced by the client"
            hint = "values are passed on as they are; the server still judges them"
            yield Finding("not-enforced", message, join(site.pointer, keyword), hint, Severity.WARNING, keyword)


def required_undeclared(site: Site, survey: Survey) -> Iterator[Finding]:
    """An object that requires a property it does not declare: the client can neither name nor check it."""
    schema = site.value
    required = schema.get("required")
    composed = any(keyword in schema for keyword in ("allOf", "anyOf", "oneOf", "$ref", "additionalProperties"))
    member = site.owner is not None and site.owner.kind == "schema" and site.name.isdigit()
    if composed or member or not isinstance(required, list) or "properties" not in schema:
        return
    declared = schema["properties"] if isinstance(schema["properties"], dict) else {}
    missing = [name for name in required if isinstance(name, str) and name not in declared]
    if missing:
        verb = "is" if len(missing) == 1 else "are"
        message = f"{listed(map(quoted, missing), 'and')} {verb} required but not among the properties"
        hint = "declare or do not require it"
        yield Finding("required-undeclared", message, join(site.pointer, "required"), hint, Severity.WARNING)


_CHECKS: Mapping[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: not isinstance(value, bool) and (isinstance(value, int) or _is_whole(value)),
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
    "null": lambda value: value is None,
}


def _is_whole(value: Any) -> bool:
    return isinstance(value, float) and value.is_integer()


def enum_values(site: Site, survey: Survey) -> Iterator[Finding]:
    """An enum that lists a value twice, or one that its own type excludes."""
    values: Any = site.value.get("enum")
    if not isinstance(values, list):
        return
    seen: set[str] = set()
    checks = [_CHECKS[name] for name in types_of(site.value) if name in _CHECKS]
    nullable = site.value.get("nullable") is True
    for index, value in enumerate(values):
        at = join(site.pointer, "enum", index)
        key = json.dumps(value, sort_keys=True)
        if key in seen and survey.version != "3.0":  # in 3.0 an error of the specification
            message = f"the enum lists {shown(value)} twice"
            yield Finding("enum-duplicate", message, at, "remove one of the two", Severity.WARNING)
        seen.add(key)
        if checks and not any(check(value) for check in checks) and not (value is None and nullable):
            message = f"the enum value {shown(value)} is not of the enum's type, {listed(types_of(site.value))}"
            yield Finding("enum-type", message, at, "no value can be both", Severity.WARNING)


BOUNDS = (
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
)
"""The keywords of lower and upper bounds."""


def impossible_bounds(site: Site, survey: Survey) -> Iterator[Finding]:
    """Bounds that no value can meet."""
    for lower, upper in BOUNDS:
        least, most = site.value.get(lower), site.value.get(upper)
        numbers = _CHECKS["number"](least) and _CHECKS["number"](most)
        if numbers and least > most:  # type: ignore[operator]
            message = f"no value has a {lower} of {shown(least)} and a {upper} of {shown(most)}"
            yield Finding("impossible-bounds", message, join(site.pointer, upper), "swap them", Severity.WARNING)


def unsupported_pattern(site: Site, survey: Survey) -> Iterator[Finding]:
    """A regular expression in a dialect that Python does not know."""
    pattern = site.value.get("pattern")
    if isinstance(pattern, str) and not is_python(pattern):
        message = f"Python does not understand the pattern {quoted(pattern)}"
        hint = "the client may not check it; write it without the parts that only JavaScript has"
        yield Finding("unsupported-pattern", message, join(site.pointer, "pattern"), hint, Severity.WARNING, pattern)


def missing_items(site: Site, survey: Survey) -> Iterator[Finding]:
    """An array that does not say what it holds."""
    declared = any(
        keyword in site.value for keyword in ("items", "prefixItems", "contains", "$ref", "allOf", "enum", "const")
    )
    if "array" in types_of(site.value) and not declared:
        yield Finding(
            "missing-items",
            "an array does not say what it holds",
            site.pointer,
            "add `items`",
            Severity.WARNING,
            "document",
        )


def ignored_nullable(site: Site, survey: Survey) -> Iterator[Finding]:
    """`nullable` in OpenAPI 3.1, which has no such keyword: the value may not be null."""
    if survey.version == "3.1" and site.value.get("nullable") is True:
        hint = 'write `type: [string, "null"]` or similar'
        message = "`nullable` means nothing in OpenAPI 3.1, so null is not allowed here"
        yield Finding("ignored-nullable", message, join(site.pointer, "nullable"), hint, Severity.WARNING, "document")


def all_of_cycles(site: Site, survey: Survey) -> Iterator[Finding]:
    """Schemas that consist of each other by `allOf`: no value and no class can."""
    finished: set[str] = set()
    for schema in survey.by_kind["schema"]:
        if "allOf" in schema.value and schema.pointer not in finished:
            yield from _cycles_from(schema.pointer, survey, finished)


def _cycles_from(start: str, survey: Survey, finished: set[str]) -> Iterator[Finding]:
    """The cycles that can be reached from the schema at `start`; adds the pointers it has seen to `finished`."""
    trail: dict[str, Iterator[tuple[str, str]]] = {start: _parts_of(start, survey)}
    while trail:
        current = next(reversed(trail))
        found = next(trail[current], None)
        if found is None:
            finished.add(current)
            del trail[current]
            continue
        where, target = found
        if target in trail:
            circle = [*list(trail)[list(trail).index(target) :], target]
            message = f"schemas that are made of each other by allOf: {_chain(circle)}"
            yield Finding(
                "all-of-cycle", message, where, "one of them must not include the other", cause=frozenset(circle)
            )
        elif target not in finished:
            trail[target] = _parts_of(target, survey)


def _chain(circle: list[str]) -> str:
    """The component schemas that pointers lead through, as `A → B → A`."""
    names = [
        quoted(pointer.split("/")[3] if pointer.startswith("/components/schemas/") else pointer) for pointer in circle
    ]
    steps = [name for name, following in zip(names, [*names[1:], ""], strict=True) if name != following]
    return " → ".join(steps if len(steps) > 1 else steps * 2)


def _parts_of(pointer: str, survey: Survey) -> Iterator[tuple[str, str]]:
    """The members of the allOf of the schema at `pointer`: where each stands, and what it stands for."""
    schema = survey.at(pointer)
    members = schema.get("allOf") if isinstance(schema, dict) else None
    for index, member in enumerate(members if isinstance(members, list) else ()):
        where = join(pointer, "allOf", index)
        target, at = survey.resolve(member, where)
        if isinstance(target, dict):
            yield where, at
