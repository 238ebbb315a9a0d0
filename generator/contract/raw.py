"""The raw document: what the contract tests hold a package against.

It is read anew from the file and its overlays. Nothing of the generator is in it but the reading of bytes and the overlays,
so that an error of the generator cannot hide itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from generator.document import load, overlay

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_NO_SCHEMAS = frozenset({"example", "examples", "enum", "default", "const"})
_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}


class Unreadable(Exception):
    """The document cannot be used: it refers to what is not there, or in circles."""


@dataclass(frozen=True)
class RawParameter:
    """A parameter as the document has it. `schema` is a pointer; `content` the media type of one that has its own."""

    pointer: str
    name: str
    location: str
    required: bool
    deprecated: bool
    schema: str
    style: str
    explode: bool
    reserved: bool
    content: str | None


@dataclass(frozen=True)
class RawContent:
    """A body of one media type. `schema` is a pointer, or None where the document has none."""

    pointer: str
    media_type: str
    schema: str | None
    examples: Mapping[str, Any]
    """By pointer."""


@dataclass(frozen=True)
class RawOperation:
    """An operation as the document has it; the parameters of its path are among its own."""

    pointer: str
    method: str
    path: str
    value: Mapping[str, Any]
    parameters: tuple[RawParameter, ...]
    body_required: bool
    bodies: tuple[RawContent, ...]
    responses: Mapping[str, tuple[RawContent, ...]]
    security: Sequence[Mapping[str, Any]]
    server: str

    @property
    def id(self) -> str:
        """What tests call it."""
        return str(self.value.get("operationId") or f"{self.method} {self.path}")

    @property
    def deprecated(self) -> bool:
        """Whether the document says so."""
        return self.value.get("deprecated") is True


class RawDocument:
    """A parsed document of OpenAPI 3.0 or 3.1."""

    def __init__(self, value: Any) -> None:
        self.value = value

    @cached_property
    def is_30(self) -> bool:
        """Whether schemas are those of OpenAPI 3.0."""
        return str(self.value.get("openapi", "")).startswith("3.0")

    def at(self, pointer: str) -> Any:
        """The node at a JSON pointer."""
        node = self.value
        for token in tokens(pointer):
            try:
                node = node[int(token)] if isinstance(node, list) else node[token]
            except (LookupError, TypeError, ValueError):
                raise Unreadable(f"there is nothing at {pointer}") from None
        return node

    def follow(self, pointer: str) -> tuple[str, Any]:
        """The node that a pointer leads to, and its own pointer: references are followed."""
        seen = [pointer]
        node = self.at(pointer)
        while isinstance(node, dict) and isinstance(node.get("$ref"), str):
            target = node["$ref"]
            if not target.startswith("#"):
                raise Unreadable(f"{pointer} refers to another file: {target}")
            pointer = unquote(target[1:])
            if pointer in seen:
                raise Unreadable(f"{pointer} refers to itself")
            seen.append(pointer)
            node = self.at(pointer)
        return pointer, node

    @cached_property
    def operations(self) -> tuple[RawOperation, ...]:
        """All operations, in the order of the document."""
        return tuple(self._operations())

    @cached_property
    def schemas(self) -> tuple[str, ...]:
        """The pointers of all named schemas."""
        named = self.value.get("components", {}).get("schemas", {})
        return tuple(join("/components/schemas", name) for name in named)

    @cached_property
    def requested(self) -> frozenset[str]:
        """The pointers of all schemas that requests may carry."""
        bodies = [content.schema for it in self.operations for content in it.bodies if content.schema]
        return self._below([*bodies, *(parameter.schema for it in self.operations for parameter in it.parameters)])

    @cached_property
    def answered(self) -> frozenset[str]:
        """The pointers of all schemas that responses and callbacks may carry."""
        contents = (content for it in self.operations for them in it.responses.values() for content in them)
        callbacks = [join(it.pointer, "callbacks") for it in self.operations if "callbacks" in it.value]
        hooks = ["/webhooks"] if "webhooks" in self.value else []
        return self._below([*(content.schema for content in contents if content.schema), *callbacks, *hooks])

    def _below(self, pointers: list[str]) -> frozenset[str]:
        """All nodes that are reached from these, references followed."""
        found: set[str] = set()
        while pointers:
            place, node = self.follow(pointers.pop())
            if place not in found and isinstance(node, (dict, list)):
                found.add(place)
                named = place.rpartition("/")[2] == "properties"
                keys = range(len(node)) if isinstance(node, list) else node
                pointers += [join(place, str(key)) for key in keys if named or key not in _NO_SCHEMAS]
        return frozenset(found)

    def _operations(self) -> Iterator[RawOperation]:
        for path in self.value.get("paths", {}):
            home, item = self.follow(join("/paths", path))
            for method in METHODS:
                if isinstance(item, dict) and method in item:
                    yield self._operation(path, home, item, method)

    def _operation(self, path: str, home: str, item: Mapping[str, Any], method: str) -> RawOperation:
        value, pointer = item[method], join(home, method)
        parameters = {}
        for owner, node in ((home, item), (pointer, value)):
            for index in range(len(node.get("parameters", []))):
                found = self._parameter(join(owner, "parameters", str(index)))
                parameters[found.location, found.name] = found
        body = self.follow(join(pointer, "requestBody")) if "requestBody" in value else (pointer, {})
        responses = {}
        for status in value.get("responses", {}):
            place, response = self.follow(join(pointer, "responses", str(status)))
            responses[str(status)] = self.contents(place, response)
        security = value.get("security", self.value.get("security", []))
        known = tuple(parameters.values())
        required = body[1].get("required") is True
        servers = value.get("servers") or item.get("servers") or self.value.get("servers") or [{"url": "/"}]
        contents, server = self.contents(*body), _server(servers[0])
        return RawOperation(
            pointer, method.upper(), path, value, known, required, contents, responses, security, server
        )

    def _parameter(self, pointer: str) -> RawParameter:
        place, value = self.follow(pointer)
        content = next(iter(value.get("content", {})), None)
        schema = join(place, "schema") if content is None else join(place, "content", content, "schema")
        style = value.get("style", _STYLES[value["in"]])
        return RawParameter(
            place,
            value["name"],
            value["in"],
            value.get("required") is True,
            value.get("deprecated") is True,
            schema,
            style,
            value.get("explode", style == "form"),
            value.get("allowReserved") is True,
            content,
        )

    def contents(self, pointer: str, value: Mapping[str, Any]) -> tuple[RawContent, ...]:
        """The bodies that a request body or a response at `pointer` may be, with all their examples."""
        found = []
        for media_type, content in value.get("content", {}).items():
            place = join(pointer, "content", media_type)
            examples = {join(place, "example"): content["example"]} if "example" in content else {}
            for name in content.get("examples", {}):
                at, example = self.follow(join(place, "examples", name))
                if "value" in example:
                    examples[join(at, "value")] = example["value"]
            found.append(
                RawContent(place, media_type, join(place, "schema") if "schema" in content else None, examples)
            )
        return tuple(found)


def _server(value: Mapping[str, Any]) -> str:
    url = str(value["url"])
    for name, variable in value.get("variables", {}).items():
        url = url.replace(f"{{{name}}}", str(variable["default"]))
    return url.rstrip("/")


def read(spec: Path, overlays: Sequence[Path] = ()) -> RawDocument:
    """The document in a file, corrected by overlays. Raises the errors of `generator.document`."""
    corrected, _ = overlay.apply(load.read(spec), [load.read(path) for path in overlays])
    return RawDocument(corrected.value)


def join(pointer: str, *names: str) -> str:
    """A pointer to what is below another."""
    return "/".join([pointer, *(name.replace("~", "~0").replace("/", "~1") for name in names)])


def tokens(pointer: str) -> list[str]:
    """The names along a pointer."""
    return [name.replace("~1", "/").replace("~0", "~") for name in pointer.split("/")[1:]]
