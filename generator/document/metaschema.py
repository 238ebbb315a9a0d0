"""The structure of a document against the OpenAPI meta-schema, said in plain words.

The meta-schema is the one that openapi-spec-validator ships; jsonschema-rs evaluates it, a hundred times faster than
jsonschema and with the same verdicts. What it says of a `oneOf` ("not valid under any of the given schemas") is
followed down to the cause: the branch that the author meant is found, and its own errors are reported.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.document.findings import Finding, listed, quoted, shown
from generator.document.pointers import join

Tokens = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A failed keyword of the meta-schema, no more a choice among branches. `at` leads to the failing value."""

    keyword: str
    detail: Any
    at: Tokens
    schema_path: Tokens


def structure(value: Any, version: str) -> Iterator[Finding]:
    """Every departure of a document from the meta-schema of OpenAPI `version`: "3.0" or "3.1"."""
    validator, meta = _openapi(version)
    yield from explain(validator.iter_errors(value), value, meta)


def explain(
    errors: Iterable[Any], value: Any, meta: Any, base: str = "", owner: str | None = None
) -> Iterator[Finding]:
    """The findings that errors of jsonschema-rs amount to, about `value` at pointer `base`, checked against `meta`.

    `owner` is what to call an object that the meta-schema has no name for.
    """
    reasons = _Reasons(value, meta)
    seen: set[Finding] = set()
    for error in errors:
        for leaf in reasons.of(error):
            for finding in _findings(leaf, value, base, owner):
                if finding not in seen:
                    seen.add(finding)
                    yield finding


@cache
def _openapi(version: str) -> tuple[Any, Mapping[str, Any]]:
    from importlib.resources import files

    import jsonschema_rs

    text = files("openapi_spec_validator").joinpath(f"resources/schemas/v{version}/schema.json").read_text("utf-8")
    meta = json.loads(text)
    if version == "3.0":
        _of_any_name(meta["definitions"]["Components"]["properties"])
    return jsonschema_rs.validator_for(meta, validate_formats=False, offline=True), meta


def _of_any_name(sections: Mapping[str, Any]) -> None:
    """The meta-schema of 3.0 overlooks components whose names it does not allow; whoever refers to one counts on what it is."""
    for section in sections.values():
        (section["additionalProperties"],) = section.pop("patternProperties").values()


def node_at(value: Any, tokens: Sequence[Any]) -> Any:
    """The node that `tokens` lead to, or None. A key that looks like a number may be given as one."""
    for token in tokens:
        try:
            value = value[int(token)] if isinstance(value, list) else value[str(token)]
        except (LookupError, TypeError, ValueError):
            return None
    return value


class _Reasons:
    """Follows an error of jsonschema-rs down to the keywords that really failed."""

    def __init__(self, value: Any, meta: Any) -> None:
        self._value = value
        self._meta = meta

    def of(self, error: Any) -> list[_Leaf]:
        name = error.kind.name
        if name in ("oneOf", "anyOf"):
            return self._choice(error)
        if name == "propertyNames":
            inner = error.kind.error
            return [_Leaf("propertyNames", inner.instance, tuple(error.instance_path), tuple(error.schema_path))]
        return [_Leaf(name, _detail(error.kind), tuple(error.instance_path), tuple(error.schema_path))]

    def _all(self, branch: Sequence[Any]) -> list[_Leaf]:
        """The reasons of a branch. That several branches of a choice fit is worth saying only if nothing else is wrong."""
        leaves = [leaf for error in branch for leaf in self.of(error)]
        return [leaf for leaf in leaves if leaf.keyword != "both"] or leaves

    def _choice(self, error: Any) -> list[_Leaf]:
        at, schema_path = tuple(error.instance_path), tuple(error.schema_path)
        branches = [(index, branch) for index, branch in enumerate(error.kind.context)]
        valid = [index for index, branch in branches if not branch]
        if valid:
            return [_Leaf("both", self._required_by(schema_path, valid), at, schema_path)]
        meant = self._meant(branches, at)
        if len(meant) == 1:
            return self._all(meant[0][1])
        if all(_only_required(branch) for _, branch in meant):
            names = [branch[0].kind.property for _, branch in meant]
            return [_Leaf("required", list(dict.fromkeys(names)), at, schema_path)]
        return self._by_tag(meant, at) or min((self._all(branch) for _, branch in meant), key=len)

    def _meant(self, branches: list[tuple[int, Any]], at: Tokens) -> list[tuple[int, Any]]:
        """The branches that the author can have meant: a `$ref` says Reference Object, its absence says the others."""
        node = node_at(self._value, at)
        references = [pair for pair in branches if tuple(pair[1][0].schema_path[:2]) == ("definitions", "Reference")]
        if isinstance(node, dict) and "$ref" in node and references:
            return references
        return [pair for pair in branches if pair not in references] or branches

    def _by_tag(self, branches: list[tuple[int, Any]], at: Tokens) -> list[_Leaf]:
        """The reasons of the branch whose `type` or `in` fits; if none fits, that this value is wrong."""
        misfits = [_misfits(branch, (*at, "type")) for _, branch in branches]
        if not any(misfits):
            misfits = [_misfits(branch, (*at, "in")) for _, branch in branches]
        for (_, branch), misfit in zip(branches, misfits, strict=True):
            if not misfit:
                return self._all(branch)
        wrong = [leaf for misfit in misfits for error in misfit for leaf in self.of(error)]
        options = [option for leaf in wrong for option in leaf.detail]
        return [_Leaf("enum", list(dict.fromkeys(options)), wrong[0].at, wrong[0].schema_path)] if wrong else []

    def _required_by(self, schema_path: Tokens, indexes: Sequence[int]) -> list[str]:
        schemas = node_at(self._meta, schema_path)
        chosen = [schemas[index] for index in indexes] if isinstance(schemas, list) else []
        return [name for schema in chosen if isinstance(schema, dict) for name in schema.get("required", [])]


def _misfits(branch: Sequence[Any], at: Tokens) -> list[Any]:
    """The errors of a branch that say that the value at `at` is none of its values."""
    return [error for error in branch if error.kind.name == "enum" and tuple(error.instance_path) == at]


def _only_required(branch: Sequence[Any]) -> bool:
    return len(branch) == 1 and branch[0].kind.name == "required"


def _detail(kind: Any) -> Any:
    """The value of a failed keyword that a message may need."""
    for attribute in (
        "property",
        "types",
        "unexpected",
        "options",
        "expected_value",
        "pattern",
        "limit",
        "schema",
        "format",
    ):
        if hasattr(kind, attribute):
            return getattr(kind, attribute)
    return None


# --- plain words -----------------------------------------------------------------------------------------------------

_NAMES = {
    "info": "Info Object",
    "contact": "Contact Object",
    "license": "License Object",
    "server": "Server Object",
    "servervariable": "Server Variable Object",
    "components": "Components Object",
    "paths": "Paths Object",
    "pathitem": "Path Item Object",
    "operation": "Operation Object",
    "externaldocumentation": "External Documentation Object",
    "parameter": "Parameter Object",
    "parameterlocation": "Parameter Object",
    "requestbody": "Request Body Object",
    "mediatype": "Media Type Object",
    "encoding": "Encoding Object",
    "responses": "Responses Object",
    "response": "Response Object",
    "callback": "Callback Object",
    "callbacks": "Callback Object",
    "example": "Example Object",
    "link": "Link Object",
    "header": "Header Object",
    "tag": "Tag Object",
    "reference": "Reference Object",
    "schema": "Schema Object",
    "discriminator": "Discriminator Object",
    "xml": "XML Object",
    "securityscheme": "Security Scheme Object",
    "apikeysecurityscheme": "Security Scheme Object of type apiKey",
    "httpsecurityscheme": "Security Scheme Object of type http",
    "oauth2securityscheme": "Security Scheme Object of type oauth2",
    "openidconnectsecurityscheme": "Security Scheme Object of type openIdConnect",
    "oauthflows": "OAuth Flows Object",
    "implicitoauthflow": "OAuth Flow Object",
    "passwordoauthflow": "OAuth Flow Object",
    "clientcredentialsflow": "OAuth Flow Object",
    "authorizationcodeoauthflow": "OAuth Flow Object",
    "implicit": "OAuth Flow Object",
    "password": "OAuth Flow Object",
    "clientcredentials": "OAuth Flow Object",
    "authorizationcode": "OAuth Flow Object",
    "securityrequirement": "Security Requirement Object",
}
_DEFINITIONS = ("definitions", "$defs")
_TYPES = {"object": "an object", "array": "a list", "string": "a string", "boolean": "true or false", "null": "null"}
_TYPES |= {"integer": "a whole number", "number": "a number"}

_HINTS = {
    ("Response Object", "description"): "add a description; an empty one will do",
    ("Operation Object", "responses"): "say at least what a successful answer looks like",
    ("Parameter Object", "required"): "a path parameter must say `required: true`",
    ("Info Object", "version"): "give the API a version; it names the archived document",
}
_MEMBERS = {"parameters": "Parameter Object", "headers": "Header Object", "content": "Media Type Object"}
_LATER = (
    "$defs $id $anchor $dynamicRef const examples if then else prefixItems contains patternProperties propertyNames"
)
_LATER_KEYWORDS = {*_LATER.split(), "dependentRequired", "dependentSchemas", "unevaluatedProperties", "contentEncoding"}


def object_name(schema_path: Sequence[Any]) -> str | None:
    """What the OpenAPI specification calls the object that a path into the meta-schema describes."""
    named = None
    for definitions, name in zip(schema_path, schema_path[1:], strict=False):
        if definitions in _DEFINITIONS:
            named = _NAMES.get(str(name).replace("-", "").lower(), named)
    return named


def _findings(leaf: _Leaf, value: Any, base: str, default: str | None) -> list[Finding]:
    tokens = leaf.at
    pointer = join(base, *tokens)
    owner = object_name(leaf.schema_path) or (_MEMBERS.get(str(tokens[-2])) if len(tokens) > 1 else None) or default
    article = f"the {owner}" if owner else "the document" if not tokens else _subject(tokens)
    node = node_at(value, tokens)
    if leaf.keyword in ("additionalProperties", "unevaluatedProperties"):
        return [_unknown(str(name), pointer, owner) for name in leaf.detail]
    if leaf.keyword == "propertyNames":
        name = str(leaf.detail)
        message = f"{quoted(name)} is no valid name here: letters, digits, `.`, `_` and `-` are allowed"
        return [Finding("spec-name", message, join(pointer, name))]
    if leaf.keyword == "required":
        names = leaf.detail if isinstance(leaf.detail, list) else [leaf.detail]
        needs = listed([quoted(name) for name in names])
        hint = _HINTS.get((owner or "", names[0])) if len(names) == 1 else None
        return [Finding("spec-required", f"{article} needs {needs}", pointer, hint, about=tuple(names))]
    return [_of_value(leaf, node, pointer, article)]


def _of_value(leaf: _Leaf, node: Any, pointer: str, article: str) -> Finding:
    """The finding of a keyword that judges the value itself."""
    if leaf.keyword in ("both", "not"):
        return _of_company(leaf.detail, node, pointer, article)
    subject = _subject(leaf.at)
    hint = (
        _HINTS["Parameter Object", "required"]
        if leaf.keyword in ("enum", "const") and subject == "`required`"
        else None
    )
    code = f"spec-{_kebab(leaf.keyword)}" if leaf.keyword != "const" else "spec-enum"
    about = tuple(leaf.detail) if leaf.keyword == "type" else ()
    return Finding(code, problem(leaf.keyword, leaf.detail, node, subject), pointer, hint, about=about)


def _of_company(detail: Any, node: Any, pointer: str, article: str) -> Finding:
    """The finding of fields that exclude each other."""
    names = detail if isinstance(detail, list) else _required_names(detail)
    present = tuple(name for name in names if isinstance(node, dict) and name in node)
    shown_names = [quoted(name) for name in present]
    if len(present) > 1:
        message = f"{article} has {listed(shown_names, 'and')}; only one is allowed"
        return Finding("spec-exclusive", message, pointer, about=present)
    what = f"must not have {shown_names[0]} here" if present else "is not allowed as it is"
    return Finding("spec-not-allowed", f"{article} {what}", pointer, about=present)


def problem(keyword: str, detail: Any, value: Any, subject: str) -> str:
    """In plain words, why `value` fails a JSON Schema keyword whose value is `detail`; `subject` names the value."""
    if keyword == "type":
        wanted = listed([_TYPES.get(name, name) for name in detail])
        return f"{subject} must be {wanted}, not {shown(value)}"
    if keyword in ("enum", "const"):
        options = detail if isinstance(detail, list) and keyword == "enum" else [detail]
        return f"{subject} must be {listed(map(shown, options))}, not {shown(value)}"
    if keyword == "pattern":
        return f"{subject} must match {quoted(detail)}, and {shown(value)} does not"
    if keyword == "format":
        return f"{subject} is no valid {detail}: {shown(value)}"
    words = _SIZES.get(keyword, "is not allowed here: {1}")
    return f"{subject} {words.format(detail, shown(value))}".replace("at least 1 entries", "at least one entry")


_SIZES = {
    "minItems": "needs at least {0} entries",
    "maxItems": "may have at most {0} entries",
    "minProperties": "needs at least {0} entries",
    "maxProperties": "may have at most {0} entries",
    "minLength": "needs at least {0} characters",
    "maxLength": "may have at most {0} characters",
    "minimum": "must not be below {0}",
    "maximum": "must not be above {0}",
    "exclusiveMinimum": "must be above {0}",
    "exclusiveMaximum": "must be below {0}",
    "uniqueItems": "has an entry twice",
    "multipleOf": "must be a multiple of {0}, not {1}",
    "oneOf": "must fit exactly one variant",
    "anyOf": "must fit at least one variant",
    "not": "is one of the values that are excluded",
    "required": "lacks a required property",
    "additionalProperties": "has a property that is not declared",
}


def _unknown(name: str, pointer: str, owner: str | None) -> Finding:
    at = join(pointer, name)
    if owner == "Paths Object":
        return Finding("spec-path", f"{quoted(name)} is not a path", at, "a path starts with `/`")
    if owner == "Responses Object":
        hint = 'write a status like "404", a range like "4XX", or `default`'
        return Finding("spec-status", f"{quoted(name)} is not a status", at, hint)
    later = owner == "Schema Object" and name in _LATER_KEYWORDS
    hint = f"`{name}` came with OpenAPI 3.1" if later else "fields of your own start with `x-`"
    return Finding("spec-unknown-field", f"{quoted(name)} is not a field of {_indefinite(owner)}", at, hint)


def _indefinite(owner: str | None) -> str:
    if owner is None:
        return "this object"
    return f"an {owner}" if owner[0] in "AEIO" else f"a {owner}"


def _subject(tokens: Sequence[Any]) -> str:
    if not tokens:
        return "the document"
    last = tokens[-1]
    return f"entry {last} of {quoted(tokens[-2])}" if isinstance(last, int) and len(tokens) > 1 else quoted(last)


def _required_names(schema: Any) -> list[str]:
    names = schema.get("required", []) if isinstance(schema, dict) else []
    return [str(name) for name in names]


def _kebab(keyword: str) -> str:
    return "".join(f"-{char.lower()}" if char.isupper() else char for char in keyword)
