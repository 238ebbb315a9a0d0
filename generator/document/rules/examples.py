"""Examples that contradict their schemas.

All schemas of the document become one JSON Schema 2020-12 document, each a definition of its own that refers to its
parts, and all examples one instance of it: a single run of jsonschema-rs judges them. `format` is not asserted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.diagnostics import Severity
from generator.document.findings import Finding, listed, quoted, shown
from generator.document.metaschema import node_at, problem
from generator.document.pointers import join
from generator.document.rules.schemas import bare
from generator.document.walk import Site, Survey

_JSON = re.compile(
    r"application/(.+\+)?json|application/x-www-form-urlencoded|multipart/form-data|\*/\*|application/\*"
)
_TYPES = frozenset(("null", "boolean", "object", "array", "number", "string", "integer"))


def contradicting_examples(site: Site, survey: Survey) -> Iterator[Finding]:
    """An example, of a schema, media type, parameter or header, that its own schema forbids."""
    probes = list(_probes(survey))
    if not probes:
        return
    definitions = _Definitions(survey)
    targets = {str(number): {"$ref": definitions.ref(probe.schema)} for number, probe in enumerate(probes)}
    told: set[tuple[Any, ...]] = set()
    for error in sorted(_errors(targets, definitions, probes), key=lambda error: error.kind.name != "type"):
        probe = probes[int(error.instance_path[0])]
        for reason in _one_a_place(definitions.reasons(error, probe)):
            place = (probe.at, reason.path, reason.keyword == "required" and reason.kind.property)
            if place not in told:
                told.add(place)
                yield _finding(probe, reason, survey)


@dataclass(frozen=True, slots=True)
class _Probe:
    """An example `value`, at pointer `at`, and the pointer of its schema."""

    value: Any
    at: str
    schema: str


def _probes(survey: Survey) -> Iterator[_Probe]:
    for site in survey.by_kind["schema"]:
        if "example" in site.value:
            yield _Probe(site.value["example"], f"{site.pointer}/example", site.pointer)
        examples = site.value.get("examples")
        for index, value in enumerate(examples if isinstance(examples, list) else ()):
            yield _Probe(value, f"{site.pointer}/examples/{index}", site.pointer)
    for kind in ("media-type", "parameter", "header"):
        for site in survey.by_kind[kind]:
            if "schema" in site.value and (
                kind != "media-type" or _JSON.fullmatch(site.name.partition(";")[0].lower())
            ):
                yield from _examples_of(site, survey)


def _examples_of(site: Site, survey: Survey) -> Iterator[_Probe]:
    schema = f"{site.pointer}/schema"
    if "example" in site.value:
        yield _Probe(site.value["example"], f"{site.pointer}/example", schema)
    examples = site.value.get("examples")
    for name, node in examples.items() if isinstance(examples, dict) else ():
        example, at = survey.resolve(node, join(site.pointer, "examples", name))
        if isinstance(example, dict) and "value" in example:
            yield _Probe(example["value"], f"{at}/value", schema)


def _errors(targets: Mapping[str, Any], definitions: _Definitions, probes: Sequence[_Probe]) -> Iterator[Any]:
    import jsonschema_rs

    schema = {"properties": targets, "$defs": definitions.reached()}
    instance = {str(number): probe.value for number, probe in enumerate(probes)}
    validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=False, offline=True)
    yield from validator.iter_errors(instance)


# --- schemas of OpenAPI as JSON Schema 2020-12 -----------------------------------------------------------------------


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e300


@lru_cache(maxsize=10_000)
def _compiles(pattern: str) -> bool:
    import jsonschema_rs

    try:
        jsonschema_rs.Draft202012Validator({"pattern": pattern}, offline=True)
    except ValueError:
        return False
    return True


_PLAIN: Mapping[str, Callable[[Any], bool]] = {
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"), _is_count),
    **dict.fromkeys(("minContains", "maxContains"), _is_count),
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _is_number),
    "multipleOf": lambda value: _is_number(value) and value > 0,
    "uniqueItems": lambda value: isinstance(value, bool),
    "pattern": lambda value: isinstance(value, str) and _compiles(value),
    "enum": lambda value: isinstance(value, list) and bool(value),
}
_SINGLE = ("items", "additionalProperties", "not", "contains", "propertyNames")
_SINGLE_31 = ("if", "then", "else", "unevaluatedItems", "unevaluatedProperties")
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_NAMED = ("properties", "patternProperties")
_HOLDING = frozenset((*_SINGLE, *_SINGLE_31, *_LISTS, *_NAMED))
"""Keywords that hold schemas."""


class _Definitions:
    """The schemas of a document as definitions `0`, `1`, … of one JSON Schema, in which references lead to each other.

    Keywords with values that they cannot have are left out: other checks report them.
    """

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._sites = survey.by_kind["schema"]
        self._numbers = {site.pointer: number for number, site in enumerate(self._sites)}
        self._wanted: set[int] = set()
        self._waiting: list[int] = []

    def ref(self, pointer: str) -> str:
        """The reference to the definition of the schema at `pointer`, or to the one that allows anything."""
        if pointer not in self._numbers:
            pointer = self._survey.resolve(self._survey.at(pointer), pointer)[1]
        if pointer not in self._numbers:
            return "#/$defs/anything"
        number = self._numbers[pointer]
        if number not in self._wanted:
            self._wanted.add(number)
            self._waiting.append(number)
        return f"#/$defs/{number}"

    def reached(self) -> Mapping[str, Any]:
        """The definitions that somebody has asked for a reference to, and all that those refer to."""
        found: dict[str, Any] = {"anything": {}}
        while self._waiting:
            number = self._waiting.pop()
            found[str(number)] = self._converted(self._sites[number])
        return found

    def _converted(self, site: Site) -> dict[str, Any]:
        schema = site.value
        result = {key: value for key, value in schema.items() if key in _PLAIN and _PLAIN[key](value)}
        if "const" in schema:
            result["const"] = schema["const"]
        types = schema.get("type")
        names = [types] if isinstance(types, str) else types if isinstance(types, list) else []
        if names and all(isinstance(name, str) and name in _TYPES for name in names):
            result["type"] = list(dict.fromkeys(names))
        result.update(self._parts(site) if _HOLDING & schema.keys() else ())
        self._require(site, result)
        if isinstance(schema.get("$ref"), str):
            result["$ref"] = self.ref(schema["$ref"][1:])
        return self._of_30(schema, result) if self._survey.version == "3.0" else result

    def _parts(self, site: Site) -> Iterator[tuple[str, Any]]:
        """The keywords that hold schemas, those replaced by references."""
        for keyword in _SINGLE if self._survey.version == "3.0" else (*_SINGLE, *_SINGLE_31):
            if isinstance(site.value.get(keyword), (dict, bool)):
                yield keyword, self._part(site.value[keyword], f"{site.pointer}/{keyword}")
        for keyword in _LISTS:
            members = site.value.get(keyword)
            if isinstance(members, list) and members:
                base = f"{site.pointer}/{keyword}"
                yield keyword, [self._part(member, f"{base}/{index}") for index, member in enumerate(members)]
        for keyword in _NAMED:
            members = site.value.get(keyword)
            if isinstance(members, dict):
                usable = members if keyword == "properties" else [name for name in members if _compiles(name)]
                yield keyword, {name: self._part(members[name], join(site.pointer, keyword, name)) for name in usable}

    def _part(self, schema: Any, pointer: str) -> Any:
        return schema if isinstance(schema, bool) else {"$ref": self.ref(pointer)}

    def _require(self, site: Site, result: dict[str, Any]) -> None:
        """Takes over `required`, but for what one direction leaves out: an example may be of either."""
        required = site.value.get("required")
        names = [name for name in required if isinstance(name, str)] if isinstance(required, list) else []
        result["required"] = [name for name in dict.fromkeys(names) if not self._one_way(site, name)]

    def _one_way(self, site: Site, name: str) -> bool:
        pointer = join(site.pointer, "properties", name)
        schema, _ = self._survey.resolve(node_at(site.value, ("properties", name)), pointer)
        return isinstance(schema, dict) and (schema.get("readOnly") is True or schema.get("writeOnly") is True)

    @staticmethod
    def _of_30(schema: Mapping[str, Any], result: dict[str, Any]) -> dict[str, Any]:
        """Puts what OpenAPI 3.0 says in its own way: bounds that are exclusive, values that may be null."""
        for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
            if schema.get(exclusive) is True and bound in result:
                result[exclusive] = result.pop(bound)
        return {"anyOf": [{"type": "null"}, result]} if schema.get("nullable") is True else result

    def site_of(self, schema_path: Sequence[Any]) -> Site | None:
        """The schema that a path into these definitions is about."""
        number = str(schema_path[1]) if len(schema_path) > 1 and schema_path[0] == "$defs" else ""
        return self._sites[int(number)] if number.isdigit() else None

    def reasons(self, error: Any, probe: _Probe) -> list[_Reason]:
        """Why an example fails: of a union, why it is not of the variant that comes closest."""
        path = tuple(error.instance_path)[1:]
        if error.kind.name not in ("oneOf", "anyOf"):
            return [_Reason(error.kind, path, self.site_of(error.schema_path), error.kind.name)]
        branches = list(error.kind.context)
        site = self.site_of(error.schema_path)
        valid = [index for index, branch in enumerate(branches) if not branch]
        if valid:
            names = [variant_name(site, index) for index in valid]
            return [_Reason(error.kind, path, site, "oneOf", names)]
        if site is not None and error.schema_path[2:3] == ["anyOf"] and site.value.get("nullable") is True:
            branches = branches[1:] if len(branches) == 2 else branches
        closest = min(branches, key=lambda branch: _distance(branch, len(path) + 1))
        return [reason for inner in closest for reason in self.reasons(inner, probe)]


def _one_a_place(reasons: Sequence[_Reason]) -> list[_Reason]:
    """Of the reasons why one place of an example is wrong, the type if it is among them, else the first; three at most.

    What an object lacks are reasons at the object, and all are kept.
    """
    kept: dict[Any, _Reason] = {}
    for reason in sorted(reasons, key=lambda reason: reason.keyword != "type"):
        kept.setdefault((reason.path, reason.keyword == "required" and reason.kind.property), reason)
    return list(kept.values())[:3]


def _distance(branch: Sequence[Any], depth: int) -> tuple[int, int, int]:
    """How far a value is from a variant: another type or another tag is far, a wrong detail deep inside is near."""
    wrong_type = sum(1 for error in branch if error.kind.name == "type" and len(error.instance_path) == depth)
    wrong_tag = sum(
        1 for error in branch if error.kind.name in ("enum", "const") and len(error.instance_path) <= depth + 1
    )
    return wrong_type, wrong_tag, len(branch)


def variant_name(site: Site | None, index: int) -> str:
    """What to call a variant of the union at `site`."""
    for keyword in ("oneOf", "anyOf"):
        members = site.value.get(keyword) if site else None
        if isinstance(members, list) and index < len(members) and isinstance(members[index], dict):
            ref = members[index].get("$ref")
            return (
                ref.rpartition("/")[2]
                if isinstance(ref, str)
                else str(members[index].get("title") or f"variant {index + 1}")
            )
    return f"variant {index + 1}"


@dataclass(frozen=True)
class _Reason:
    """A keyword that an example fails, the path to the failing value in it, and the schema that has the keyword."""

    kind: Any
    path: tuple[Any, ...]
    site: Site | None
    keyword: str
    variants: Sequence[str] = ()


def _finding(probe: _Probe, reason: _Reason, survey: Survey) -> Finding:
    value = node_at(probe.value, reason.path) if reason.path else probe.value
    words, detail = _words(reason, value, probe)
    hint = f"see the schema at #{reason.site.pointer}" if reason.site else None
    schema = json.dumps(bare(reason.site.value), sort_keys=True, default=str) if reason.site else ""
    cause = (reason.keyword, detail, schema)
    message = f"the example contradicts its schema: {words}"
    unexpected = getattr(reason.kind, "unexpected", None) or []
    at = join(probe.at, *reason.path, *(unexpected if len(unexpected) == 1 else ()))
    return Finding("example-mismatch", message, at, hint, Severity.WARNING, cause)


def _words(reason: _Reason, value: Any, probe: _Probe) -> tuple[str, str]:
    """What is wrong in plain words, and the part of it that is the schema's, for telling causes apart."""
    subject = quoted("/".join(map(str, reason.path))) if reason.path else "it"
    if reason.variants:
        return f"{subject} fits {listed(map(quoted, reason.variants), 'and')} and must fit exactly one", "both"
    kind = reason.kind
    if reason.keyword == "required":
        return f"{subject} lacks the required property {quoted(kind.property)}", kind.property
    if reason.keyword in ("additionalProperties", "unevaluatedProperties"):
        names = listed([quoted(name) for name in kind.unexpected], "and")
        return f"{subject} has {names}, which the schema does not allow", names
    for attribute in ("types", "options", "expected_value", "pattern", "limit", "multiple_of"):
        if hasattr(kind, attribute):
            detail = getattr(kind, attribute)
            return problem(reason.keyword, detail, value, subject), str(detail)
    return problem(reason.keyword, None, value, subject), shown(value) if reason.keyword == "not" else ""
