"""What openapi-spec-validator checks beyond the meta-schema: operationIds, path parameters, defaults, schemas.

Its own classes do the work, with five differences that change no verdict:

- what it has visited is kept in sets (its lists are searched from the start for every schema), and responses and
  parameters are among it,
- a schema's check against the JSON Schema dialect is done by jsonschema-rs,
- what a path leads to is taken from what its parent leads to, and looked up by the library only where there is a reference,
- nested schemas are queued instead of recursed into, so that no document is too deep for Python's stack; the library is asked
  about those that have a default, of which alone it says something,
- a part of the document that is so wrong that its check fails does not end the checks of the other parts.

It also checks schemas where the library does not look (request bodies, callbacks, webhooks), and accepts a `pattern` that
is one either to Python or to ECMAScript, because the library knows Python's regular expressions only.
Importing this module takes 0.2 s.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NoReturn

import jsonschema_rs
from jsonschema_path.accessors import SchemaAccessor
from jsonschema_path.paths import SchemaPath
from openapi_schema_validator import OAS31_BASE_DIALECT_ID
from openapi_schema_validator._specifications import REGISTRY as DIALECTS
from openapi_schema_validator.validators import OAS30Validator, OAS31Validator
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator
from openapi_spec_validator.validation import exceptions, keywords
from openapi_spec_validator.validation.registries import KeywordValidatorRegistry

from generator.document import pointers
from generator.document.expressions import is_python
from generator.document.findings import Finding, listed, quoted, shown
from generator.document.metaschema import explain, node_at, problem
from generator.document.pointers import join

Parts = tuple[Any, ...]
_MAX_HOPS = 100
_ALREADY_REPORTED = exceptions.OpenAPIValidationError("reported in detail")


def semantics(value: Any, version: str, schemas: Iterable[Parts] = ()) -> tuple[list[Finding], list[tuple[str, str]]]:
    """The library's findings about a document, of OpenAPI "3.0" or "3.1", whose references are all local.

    `schemas` are the paths of schemas to check that the library itself may not come to. The second result names the
    parts that could not be checked, as pointer and reason; that is so only where the document has other errors.
    """
    root = SchemaPath(_Nodes.from_schema(value, handlers=_Offline()))
    registry = _Registry(value, root, version)
    registry.run("__root__", root)
    for parts in schemas:
        registry.run("schema", registry.at(parts))
    return registry.findings, registry.unchecked


def misfit(value: Any, version: str) -> str:
    """Why what was never meant to be a schema cannot be taken for one; empty if it can, whatever else it has."""
    validator, meta = _compiled("3.0" if version == "3.0" else OAS31_BASE_DIALECT_ID)
    found = explain(validator.iter_errors(value), value, meta, owner="Schema Object")
    return next((it.message for it in found if it.code != "spec-unknown-field"), "")


def parts_of(value: Any, tokens: Iterable[str]) -> Parts:
    """The tokens of a pointer into `value`, those that are list indexes as numbers."""
    parts: list[Any] = []
    for token in tokens:
        parts.append(int(token) if isinstance(value, list) and token.isdecimal() else token)
        value = node_at(value, (parts[-1],))
    return tuple(parts)


class _Offline(dict[str, Any]):
    """Handlers of references for every scheme there is. They refuse."""

    def __contains__(self, scheme: object) -> bool:
        return True

    def __missing__(self, scheme: str) -> Callable[[str], NoReturn]:
        return _refuse


def _refuse(uri: str) -> NoReturn:
    raise LookupError(f"the reference {uri!r} leads out of the document")


class _Nodes(SchemaAccessor):
    """What paths lead to, each looked up once."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._found: dict[Parts, Any] = {}

    def __getitem__(self, parts: Sequence[Any]) -> Any:
        key = tuple(parts)
        if key not in self._found:
            self._found[key] = self._looked_up(key)
        return self._found[key]

    def _looked_up(self, parts: Parts) -> Any:
        parent = self._found.get(parts[:-1]) if parts else None
        try:
            child = parent[parts[-1]] if isinstance(parent, (dict, list)) else None
        except (LookupError, TypeError):
            child = None  # which the library has its own error for
        return super().__getitem__(parts) if child is None or isinstance(child, dict) and "$ref" in child else child


class _Ids(set[Any]):
    """A set with a list's `append`, for code that keeps what it has seen in lists."""

    append = set.add


class _Registry(KeywordValidatorRegistry):
    """The library's validators of one run, what they found, and where."""

    def __init__(self, value: Any, root: SchemaPath, version: str) -> None:
        base = OpenAPIV30SpecValidator if version == "3.0" else OpenAPIV31SpecValidator
        classes = {keyword: _watched(keyword, cls) for keyword, cls in base.keyword_validators.items()}
        super().__init__({**classes, "default": base.keyword_validators["default"], "schema": _SCHEMAS[version]})
        self.value = value
        self.root = root
        self.findings: list[Finding] = []
        self.unchecked: list[tuple[str, str]] = []
        self.operations: dict[Any, str] = {}
        self._checked: set[int] = set()
        self._known: dict[Parts, tuple[Parts, Any]] = {}

    def run(self, keyword: str, path: SchemaPath) -> None:
        """Has the validator of `keyword` check what is at `path`."""
        validator: Any = self[keyword]
        list(validator(path))

    def at(self, parts: Parts) -> SchemaPath:
        """The library's path with these parts, as they are: its own way to make one takes keys apart at `#`."""
        return self.root._clone_with_parts(parts)

    def parts(self, path: SchemaPath) -> Parts:
        """The parts of `path` without detours through references: those of the value that it leads to."""
        return self.target(path)[0]

    def target(self, path: SchemaPath) -> tuple[Parts, Any]:
        """The value that `path` leads to, behind its parts without detours through references."""
        parts = tuple(path.parts)
        start = next((size for size in (len(parts), len(parts) - 1, len(parts) - 2) if parts[:size] in self._known), 0)
        found, node = self._known[parts[:start]] if start else self.followed((), self.value)
        for part in parts[start:]:
            found, node = self.followed((*found, part), node_at(node, (part,)))
        self._known[parts] = found, node
        return found, node

    def followed(self, found: Parts, node: Any) -> tuple[Parts, Any]:
        """A value and where it is, or what it refers to."""
        for _ in range(_MAX_HOPS):
            ref = node.get("$ref") if isinstance(node, dict) else None
            if not isinstance(ref, str) or not ref.startswith("#/"):
                break
            found = parts_of(self.value, pointers.split(ref[1:]))
            node = node_at(self.value, found)
        return found, node

    def first_time(self, path: SchemaPath) -> bool:
        """Whether nobody has asked this about the value at `path` before."""
        node = id(node_at(self.value, self.parts(path)))
        new = node not in self._checked
        self._checked.add(node)
        return new

    def watch(self, path: SchemaPath, errors: Iterator[Any], translate: Callable[[Any], Finding]) -> None:
        """Collects `errors`; an exception of the library ends the check of this part of the document alone."""
        try:
            for error in errors:
                if error is not _ALREADY_REPORTED:
                    self.findings.append(translate(error))
        except (
            Exception
        ) as failure:  # whatever a malformed part makes the library raise; it must not hide other findings
            reason = str(failure) or type(failure).__name__
            self.unchecked.append((join("", *self.parts(path)), reason))


def _watched(keyword: str, cls: type[Any]) -> type[Any]:
    """A subclass of a keyword validator that reports to the registry and yields nothing itself."""

    def call(self: Any, *args: Any) -> Iterator[Any]:
        if keyword == "path" and not args[0].startswith("/"):
            return iter(())  # an extension (x-…), which the library takes for a path
        path = next(arg for arg in args if isinstance(arg, SchemaPath))
        if keyword in _SHARED and not self.registry.first_time(path):
            return iter(())
        translate = _TRANSLATIONS.get(keyword, _other)
        if keyword == "operation":
            self.operation_ids_registry = self.operation_ids_registry or _Ids()
        self.registry.watch(path, cls.__call__(self, *args), lambda error: translate(self.registry, error, args, path))
        if keyword == "operation":
            _remember(self.registry, args, path)
        return iter(())

    return type(cls.__name__, (cls,), {"__call__": call})


# --- findings of operations ------------------------------------------------------------------------------------------

_SHARED = ("response", "parameter")
"""What operations share as components, and what needs to be checked once, whoever refers to it."""
_NAMED = re.compile(r"Path parameter '(.*)' for '[^']*' operation in '", re.DOTALL)


def _remember(registry: _Registry, args: tuple[Any, ...], path: SchemaPath) -> None:
    operation = node_at(registry.value, registry.parts(path))
    identifier = operation.get("operationId") if isinstance(operation, dict) else None
    if isinstance(identifier, str):
        registry.operations.setdefault(identifier, f"{args[1].upper()} {args[0]}")


def _operation(registry: _Registry, error: Any, args: tuple[Any, ...], path: SchemaPath) -> Finding:
    url, method = args[0], args[1]
    parts = registry.parts(path)
    if isinstance(error, exceptions.DuplicateOperationIDError):
        identifier = node_at(registry.value, (*parts, "operationId"))
        message = f"{quoted(identifier)} is already the operationId of {registry.operations.get(identifier, 'another')}"
        hint = "give every operation an operationId of its own"
        return Finding("spec-duplicate-operation-id", message, join("", *parts, "operationId"), hint)
    named = _NAMED.match(error.message)
    name = named.group(1) if named else ""
    if "{" + name + "}" in url:
        message = f"{method.upper()} {url} has {quoted('{' + name + '}')}, but no path parameter of that name"
        hint = f"declare it under `parameters`: name {name}, in path, required true"
        if name != name.strip(".;*"):
            hint = "a path holds plain names, like {id}; `style` and `explode` of the parameter say the rest"
        cause = (parts[:-1], name)
        return Finding("spec-unresolvable-path-parameter", message, join("", *parts), hint, cause=cause, about=(name,))
    message = f"the path parameter {quoted(name)} is not in the path {url}"
    hint = "put it into the path in braces, or say where else it goes"
    pointer = _parameter(registry, parts, name)
    return Finding("spec-unused-path-parameter", message, pointer, hint, cause=(pointer, url))


def _parameter(registry: _Registry, operation: Parts, name: str) -> str:
    """The pointer of the path parameter `name` in the operation's own list or else in its path's."""
    for owner in (operation, operation[:-1]):
        parameters = node_at(registry.value, (*owner, "parameters"))
        for index in range(len(parameters) if isinstance(parameters, list) else 0):
            found = node_at(registry.value, registry.parts(registry.at((*owner, "parameters", index))))
            if isinstance(found, dict) and found.get("name") == name and found.get("in") == "path":
                return join("", *owner, "parameters", index)
    return join("", *operation)


def _parameters(registry: _Registry, error: Any, args: tuple[Any, ...], path: SchemaPath) -> Finding:
    parts = registry.parts(path)
    seen: set[tuple[str, str]] = set()
    for index in range(len(node_at(registry.value, parts) or ())):
        found = node_at(registry.value, registry.parts(registry.at((*parts, index))))
        key = (str(found.get("name")), str(found.get("in"))) if isinstance(found, dict) else ("", "")
        if key in seen and error.message == f"Duplicate parameter '{key[0]}'":
            message = f"the {key[1]} parameter {quoted(key[0])} is declared twice"
            return Finding("spec-duplicate-parameter", message, join("", *parts, index), "remove one of the two")
        seen.add(key)
    return _other(registry, error, args, path)


def _tags(registry: _Registry, error: Any, args: tuple[Any, ...], path: SchemaPath) -> Finding:
    seen: set[str] = set()
    for index, tag in enumerate(node_at(registry.value, ("tags",)) or ()):
        name = str(tag.get("name")) if isinstance(tag, dict) else ""
        if name in seen and error.message == f"Duplicate tag name '{name}'":
            return Finding("spec-duplicate-tag", f"the tag {quoted(name)} is declared twice", join("", "tags", index))
        seen.add(name)
    return _other(registry, error, args, path)


def _other(registry: _Registry, error: Any, args: tuple[Any, ...], path: SchemaPath) -> Finding:
    return Finding("spec-invalid", error.message[:200], join("", *registry.parts(path)))


_TRANSLATIONS = {"operation": _operation, "parameters": _parameters, "tags": _tags}


# --- schemas ---------------------------------------------------------------------------------------------------------


_LOOKED_INTO = frozenset({"$ref", "allOf", "anyOf", "oneOf", "not", "items", "properties", "default"})
"""What the library looks at in schemas inside of others. Those that have none of it, which are most, need no visit."""

_ASKED_ABOUT = frozenset({"default", "$ref"})
"""Of these, what the library says itself: about defaults, and references that lead nowhere."""


def _inside(schema: Mapping[str, Any]) -> list[tuple[Parts, Any]] | None:
    """The schemas that the library finds in one, by their places in it; None where something else is in such a place."""
    several = [(keyword, schema.get(keyword, [])) for keyword in ("allOf", "anyOf", "oneOf")]
    properties = schema.get("properties", {})
    if not isinstance(properties, dict) or not all(isinstance(found, list) for _, found in several):
        return None
    found: list[tuple[Parts, Any]] = [((keyword, at), it) for keyword, many in several for at, it in enumerate(many)]
    found += [(("properties", name), it) for name, it in properties.items()]
    return found + [((keyword,), schema[keyword]) for keyword in ("not", "items") if keyword in schema]


class _Schemas:
    """What is added to the library's SchemaValidator of either version."""

    registry: Any

    def __init__(self, registry: Any) -> None:
        super().__init__(registry)  # type: ignore[call-arg]
        self._visited = _Ids()
        vars(self).update(visited_schema_ids=self._visited, meta_checked_schema_ids=_Ids())
        self._queue: list[tuple[Parts, Any]] = []

    def __call__(
        self, schema: SchemaPath, require_properties: bool = True, meta_checked: bool = False
    ) -> Iterator[Any]:
        # The library calls itself for nested schemas with meta_checked=True and require_properties=False, always.
        if meta_checked:
            self._queue.append(self.registry.target(schema))
            return iter(())
        self._check(schema, True, False)
        while self._queue:
            self._visit(*self._queue.pop())
        return iter(())

    def _visit(self, parts: Parts, schema: Any) -> None:
        """Looks into a schema that is inside of another."""
        if isinstance(schema, dict) and not _LOOKED_INTO & schema.keys():
            return
        inside = _inside(schema) if isinstance(schema, dict) and _ASKED_ABOUT.isdisjoint(schema) else None
        if inside is None:
            self._check(self.registry.at(parts), False, True)
        elif id(schema) not in self._visited:
            self._visited.add(id(schema))
            self._queue += [self.registry.followed((*parts, *place), it) for place, it in inside]

    def _check(self, schema: SchemaPath, require_properties: bool, meta_checked: bool) -> None:
        errors = super().__call__(schema, require_properties, meta_checked)  # type: ignore[misc]
        self.registry.watch(schema, errors, lambda error: self._finding(schema, error))

    def _finding(self, schema: SchemaPath, error: Any) -> Finding:
        pointer = join("", *self.registry.parts(schema))
        if isinstance(error, exceptions.ExtraParametersError):
            names = sorted(ast.literal_eval(error.message.partition(": ")[2]))
            verb = "is" if len(names) == 1 else "are"
            message = f"{listed([quoted(name) for name in names], 'and')} {verb} required but not among the properties"
            return Finding("required-undeclared", message, join(pointer, "required"), "declare or do not require it")
        if not isinstance(error.validator, str):
            return self._of_schema(error.message, pointer)
        at = join(pointer, "default", *error.absolute_path)
        detail = [error.validator_value] if error.validator == "type" else error.validator_value
        words = problem(error.validator, detail, error.instance, "it")
        return Finding(
            "spec-default", f"the default contradicts its schema: {words}", at, "correct the default or the schema"
        )

    def _of_schema(self, message: str, pointer: str) -> Finding:
        value = node_at(self.registry.value, pointers.split(pointer))
        if not isinstance(value, (dict, bool)):
            return Finding("spec-type", problem("type", ["object", "boolean"], value, "a schema"), pointer)
        if not message.startswith("Unknown JSON Schema dialect"):
            return Finding("spec-schema", message[:200], pointer)
        own = isinstance(value, dict) and "$schema" in value
        dialect = (
            value.get("$schema") if isinstance(value, dict) and own else self.registry.value.get("jsonSchemaDialect")
        )
        where = join(pointer, "$schema") if own else "/jsonSchemaDialect"
        hint = "leave it out: the dialect of OpenAPI 3.1 is the default"
        return Finding("spec-dialect", f"the JSON Schema dialect {shown(dialect)} is not known", where, hint)

    def _collect_properties(self, schema: SchemaPath) -> set[str]:
        """The property names that `schema` can have. Unlike the library's own this ends where schemas contain themselves."""
        names: set[str] = set()
        seen: set[int] = set()
        waiting = [node_at(self.registry.value, self.registry.parts(schema))]
        while waiting:
            _, node = self.registry.followed((), waiting.pop())
            if not isinstance(node, dict) or id(node) in seen:
                continue
            seen.add(id(node))
            names.update(node.get("properties") or ())
            for keyword in ("allOf", "anyOf", "oneOf"):
                waiting += node.get(keyword) or ()
            waiting += [node.get("items"), node.get("not")]
        return names

    def _validate_schema_meta(self, schema: SchemaPath, schema_value: Any) -> Any:
        """None if the value is a schema of its dialect; all that is wrong with it is reported here, not the first alone."""
        dialect = self._dialect(schema, schema_value)
        if dialect is None:
            return super()._validate_schema_meta(schema, schema_value)  # type: ignore[misc]
        validator, meta = _compiled(dialect)
        errors = list(validator.iter_errors(schema_value))
        if not errors:
            return None
        pointer = join("", *self.registry.parts(schema))
        self.registry.findings += explain(errors, schema_value, meta, pointer, "Schema Object")
        return _ALREADY_REPORTED

    def _dialect(self, schema: SchemaPath, value: Any) -> str | None:
        """The id of the dialect of a schema, if it is one of OpenAPI's own."""
        return None


class _Schemas30(_Schemas, keywords.OpenAPIV30SchemaValidator):
    def _dialect(self, schema: SchemaPath, value: Any) -> str | None:
        return "3.0"


class _Schemas31(_Schemas, keywords.OpenAPIV31SchemaValidator):
    def _dialect(self, schema: SchemaPath, value: Any) -> str | None:
        try:
            dialect = self._get_schema_dialect_id(schema, value)
        except (TypeError, ValueError):
            return None
        return dialect if dialect == OAS31_BASE_DIALECT_ID else None


_SCHEMAS: Mapping[str, type[Any]] = {"3.0": _Schemas30, "3.1": _Schemas31}


@cache
def _compiled(dialect: str) -> tuple[Any, Mapping[str, Any]]:
    meta = (OAS30Validator if dialect == "3.0" else OAS31Validator).META_SCHEMA
    resources: list[Any] = [(uri, DIALECTS.contents(uri)) for uri in DIALECTS if "openapis.org" in uri]
    # Formats as the library has them: of those that meta-schemas use it checks `regex` alone.
    formats: dict[str, Callable[[str], bool]] = {"regex": is_pattern, "uri": _anything, "uri-reference": _anything}
    registry = jsonschema_rs.Registry(resources)
    return (
        jsonschema_rs.validator_for(meta, validate_formats=True, formats=formats, registry=registry, offline=True),
        meta,
    )


def _anything(_: str) -> bool:
    return True


@lru_cache(maxsize=10_000)
def is_pattern(text: str) -> bool:
    """Whether `text` is a regular expression, to Python or by the grammar of ECMAScript, which is not to say that it can be used."""
    return is_python(text) or bool(_ecmascript().is_valid(text))


@cache
def _ecmascript() -> Any:
    return jsonschema_rs.validator_for({"format": "regex"}, validate_formats=True, offline=True)
