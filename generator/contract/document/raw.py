"""The raw document: what the contract tests hold a package against.

It is the content of the file with its overlays, as JSON has it. Nothing of the generator is in it but the reading of bytes and
the overlays, so that an error of the generator cannot hide itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import unquote, urljoin

from .dynamic import resolved_dynamically
from .items import METHODS, in_place

_NO_SCHEMAS = frozenset({"example", "examples", "enum", "default", "const"})
_NO_PARAMETERS = ("accept", "content-type", "authorization")
"""Headers that OpenAPI says to ignore among parameters."""
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
    encoding: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """How properties of forms are written: Encoding Objects by JSON name."""


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
    def tag(self) -> str:
        """The tag that decides its resource."""
        tags = self.value.get("tags")
        return str(tags[0]) if isinstance(tags, list) and tags else "default"

    @property
    def deprecated(self) -> bool:
        """Whether the document says so."""
        return self.value.get("deprecated") is True


class RawDocument:
    """A parsed document of OpenAPI 3.0 or 3.1.

    `tags` None: all of it counts. Else those operations do whose first tag is one of them (`default` stands for none), the webhooks,
    and the schemas that all these lead to.
    """

    def __init__(self, value: Any, tags: frozenset[str] | None = None) -> None:
        self.value = resolved_dynamically(in_place(value))
        self.tags = tags

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
        while (target := self.target(pointer)) is not None:
            pointer = target
            if pointer in seen:
                raise Unreadable(f"{pointer} refers to itself")
            seen.append(pointer)
        return pointer, self.at(pointer)

    def target(self, pointer: str) -> str | None:
        """The pointer that the node at a pointer refers to; None if it is no reference."""
        node = self.at(pointer)
        target = node.get("$ref") if isinstance(node, dict) else None
        if not isinstance(target, str):
            return None
        if not target.startswith("#"):
            raise Unreadable(f"{pointer} refers to another file: {target}")
        if target[1:2] not in ("", "/"):
            raise Unreadable(f"{pointer} refers to an anchor: {target}")
        return unquote(target[1:])

    @cached_property
    def base_url(self) -> str:
        """Where requests go: the document's own server or, where it has none that is a whole URL, one of ours."""
        own = _server(self.value.get("servers"))
        return own if "://" in own else "https://contract.example/base"

    @property
    def wants_base_url(self) -> bool:
        """Whether a client must be told where requests go."""
        return "://" not in _server(self.value.get("servers"))

    @cached_property
    def operations(self) -> tuple[RawOperation, ...]:
        """The operations that count, in the order of the document."""
        return tuple(it for it in self._operations() if self.tags is None or it.tag in self.tags)

    @cached_property
    def schemas(self) -> tuple[str, ...]:
        """The pointers of the named schemas that count."""
        named = self.value.get("components", {}).get("schemas", {})
        pointers = tuple(join("/components/schemas", name) for name in named)
        if self.tags is None:
            return pointers
        shared = [parameter.pointer for it in self.operations for parameter in it.parameters]
        reached = self._below([*(it.pointer for it in self.operations), *shared, *self._webhooks])
        return tuple(it for it in pointers if it in reached)

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
        return self._below([*(content.schema for content in contents if content.schema), *callbacks, *self._webhooks])

    @property
    def _webhooks(self) -> list[str]:
        return ["/webhooks"] if "webhooks" in self.value else []

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
                if found.location != "header" or found.name.lower() not in _NO_PARAMETERS:
                    is_header = found.location == "header"  # whose names have no case
                    parameters[found.location, found.name.lower() if is_header else found.name] = found
        body = self.follow(join(pointer, "requestBody")) if "requestBody" in value else (pointer, {})
        responses = {}
        for status in (it for it in value.get("responses", {}) if not str(it).startswith("x-")):
            place, response = self.follow(join(pointer, "responses", str(status)))
            responses[str(status)] = self.contents(place, response)
        security = value.get("security", self.value.get("security", []))
        known = tuple(parameters.values())
        required = body[1].get("required") is True
        contents = tuple(sorted(self.contents(*body), key=_preference))
        server = self._base_url(value.get("servers") or item.get("servers"))
        return RawOperation(
            pointer, method.upper(), path, value, known, required, contents, responses, security, server
        )

    def _base_url(self, servers: Any) -> str:
        """Where the requests of an operation go that may have servers of its own. A client that is told knows better."""
        own = _server(servers)
        if not own:
            return self.base_url
        if "://" in own:
            return self.base_url if self.wants_base_url else own
        return urljoin(f"{self.base_url}/", own).rstrip("/")

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
                RawContent(
                    place,
                    media_type,
                    join(place, "schema") if "schema" in content else None,
                    examples,
                    content.get("encoding", {}),
                )
            )
        return tuple(found)


def _server(servers: Any) -> str:
    """The URL of the first server, its variables replaced, without trailing slash; empty for none."""
    if not servers:
        return ""
    url = str(servers[0]["url"])
    for name, variable in servers[0].get("variables", {}).items():
        url = url.replace(f"{{{name}}}", str(variable["default"]))
    return url.rstrip("/")


def _preference(content: RawContent) -> tuple[int, str]:
    """JSON first, then forms, then anything else: of several bodies of a request, clients send the first."""
    essence = content.media_type.partition(";")[0].strip().lower()
    forms = {"application/json": 0, "multipart/form-data": 2, "application/x-www-form-urlencoded": 4}
    return forms.get(essence, 1 if essence.endswith("+json") else 9), content.media_type


def whole(value: Any, name: str) -> RawDocument:
    """A document that is all in one file; `name` is what messages call it. Raises `Unreadable` if it refers to others."""
    other = next(_elsewhere(value), None)
    if other is not None:
        raise Unreadable(f"{name} refers to another file, {other}: bundle it into one document first")
    return RawDocument(value)


def _elsewhere(value: Any) -> Iterator[str]:
    """The references of a document to other files."""
    if isinstance(value, dict) and isinstance(value.get("$ref"), str) and not value["$ref"].startswith("#"):
        yield value["$ref"]
    if isinstance(value, (dict, list)):
        keys = value.keys() - _NO_SCHEMAS if isinstance(value, dict) else range(len(value))
        for key in sorted(keys) if isinstance(value, dict) else keys:
            yield from _elsewhere(value[key])


def join(pointer: str, *names: str) -> str:
    """A pointer to what is below another."""
    return "/".join([pointer, *(name.replace("~", "~0").replace("/", "~1") for name in names)])


@lru_cache(maxsize=1 << 16)
def tokens(pointer: str) -> tuple[str, ...]:
    """The names along a pointer."""
    return tuple(name.replace("~1", "/").replace("~0", "~") for name in pointer.split("/")[1:])
