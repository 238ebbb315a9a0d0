"""One walk over an OpenAPI document: every object that the specification knows, with its kind and its pointer.

Examples, defaults, enums and extensions are data and are not walked into; references are not followed, since what they
lead to is walked where it stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal
from urllib.parse import unquote

from generator.document.pointers import join

Kind = Literal[
    "document", "components", "server", "tag", "path", "operation", "parameter", "request-body", "response", "header",
    "media-type", "encoding", "callback", "link", "security-scheme", "schema", "reference",
]  # fmt: skip
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_MAX_HOPS = 100

One, Many, Named = "one", "list", "map"
_CONTENT = ("content", Named, "media-type")
_CHILDREN: Mapping[str, tuple[tuple[str, str, Any], ...]] = {
    "document": (
        ("servers", Many, "server"),
        ("paths", Named, "path"),
        ("webhooks", Named, "path"),
        ("components", One, "components"),
        ("tags", Many, "tag"),
    ),
    "components": (
        ("schemas", Named, "schema"),
        ("responses", Named, "response"),
        ("parameters", Named, "parameter"),
        ("requestBodies", Named, "request-body"),
        ("headers", Named, "header"),
        ("securitySchemes", Named, "security-scheme"),
        ("links", Named, "link"),
        ("callbacks", Named, "callback"),
        ("pathItems", Named, "path"),
    ),
    "path": (
        ("servers", Many, "server"),
        ("parameters", Many, "parameter"),
        *((method, One, "operation") for method in METHODS),
    ),
    "operation": (
        ("servers", Many, "server"),
        ("parameters", Many, "parameter"),
        ("requestBody", One, "request-body"),
        ("responses", Named, "response"),
        ("callbacks", Named, "callback"),
    ),
    "parameter": (("schema", One, "schema"), _CONTENT),
    "header": (("schema", One, "schema"), _CONTENT),
    "request-body": (_CONTENT,),
    "response": (("headers", Named, "header"), _CONTENT, ("links", Named, "link")),
    "media-type": (("schema", One, "schema"), ("encoding", Named, "encoding")),
    "encoding": (("headers", Named, "header"),),
    "schema": (
        *((keyword, Named, "schema") for keyword in ("properties", "patternProperties", "$defs", "dependentSchemas")),
        *((keyword, Many, "schema") for keyword in ("allOf", "anyOf", "oneOf", "prefixItems")),
        *((keyword, One, "schema") for keyword in ("items", "additionalProperties", "not", "if", "then", "else")),
        *((keyword, One, "schema") for keyword in ("contains", "propertyNames", "contentSchema")),
        *((keyword, One, "schema") for keyword in ("unevaluatedItems", "unevaluatedProperties")),
    ),
}


@dataclass(frozen=True, slots=True)
class Site:
    """An object of the document: what it is, its value, where it stands, under which name, and in which object.

    A Reference Object has the kind "reference". In OpenAPI 3.1 a schema with `$ref` is a schema like any other.
    """

    kind: Kind
    value: Mapping[str, Any]
    pointer: str
    name: str
    owner: Site | None

    def above(self, kind: Kind) -> Site | None:
        """The nearest object of that kind that holds this one."""
        site = self.owner
        while site is not None and site.kind != kind:
            site = site.owner
        return site

    @property
    def label(self) -> str:
        """An operation as people say it: `GET /pets`."""
        path = self.owner.name if self.owner else ""
        return f"{self.name.upper()} {path}"


def walk(value: Any, version: str, kind: Kind = "document", pointer: str = "") -> Iterator[Site]:
    """Every object of the document `value`, of OpenAPI "3.0" or "3.1", each before those it holds, in document order.

    Or of a part of it that is of another `kind`, at `pointer`.
    What has the wrong type for its place is passed over: the meta-schema reports it.
    """
    waiting: list[tuple[Kind, Any, str, str, Site | None]] = [(kind, value, pointer, "", None)]
    while waiting:
        kind, node, pointer, name, owner = waiting.pop()
        if not isinstance(node, dict):
            continue
        if isinstance(node.get("$ref"), str) and kind != "path" and (kind != "schema" or version == "3.0"):
            yield Site("reference", node, pointer, name, owner)
            continue
        site = Site(kind, node, pointer, name, owner)
        yield site
        waiting += reversed(list(_children(site)))


def _children(site: Site) -> Iterator[tuple[Kind, Any, str, str, Site]]:
    if site.kind == "callback":
        for name, node in site.value.items():
            if not name.startswith("x-"):
                yield "path", node, join(site.pointer, name), name, site
        return
    for field, shape, kind in _CHILDREN.get(site.kind, ()):
        node = site.value.get(field)
        if node is None:
            continue
        pointer = f"{site.pointer}/{field}"
        if shape == One:
            yield kind, node, pointer, field, site
        elif shape == Many and isinstance(node, list):
            yield from ((kind, item, f"{pointer}/{index}", str(index), site) for index, item in enumerate(node))
        elif shape == Named and isinstance(node, dict):
            extended = field in ("paths", "responses", "webhooks")
            for name, member in node.items():
                if not (extended and name.startswith("x-")):
                    yield kind, member, join(pointer, name), name, site


class Survey:
    """A document with all its objects by kind, and its references resolved on demand."""

    def __init__(self, value: Any, version: str) -> None:
        self.value = value
        self.version = version
        self.sites = list(walk(value, version))

    @cached_property
    def by_kind(self) -> Mapping[str, list[Site]]:
        """The objects of each kind, in document order."""
        found: defaultdict[str, list[Site]] = defaultdict(list)
        for site in self.sites:
            found[site.kind].append(site)
        return found

    def schema_roots(self) -> Iterator[Site]:
        """The schemas that are not part of another schema."""
        return (site for site in self.by_kind["schema"] if site.owner is None or site.owner.kind != "schema")

    def strange_references(self) -> Iterator[tuple[Site, str]]:
        """The references to schemas that stand where the specification has none, such as in an example; and the pointers to those."""
        known = {site.pointer for site in self.sites}
        waiting = self.sites
        while waiting:
            meant = [(site, _schema_meant(site)) for site in waiting]
            found = [(site, target) for site, target in meant if target and target not in known]
            yield from found
            new = dict.fromkeys(target for _, target in found)
            known.update(new)
            waiting = [site for target in new for site in walk(self.at(target), self.version, "schema", target)]

    def resolve(self, node: Any, pointer: str) -> tuple[Any, str]:
        """What `node`, at `pointer`, stands for after following its references, and where that is. None if nowhere."""
        for _ in range(_MAX_HOPS):
            ref = node.get("$ref") if isinstance(node, dict) else None
            if not isinstance(ref, str):
                return node, pointer
            pointer = ref[1:]
            node = self.at(pointer) if ref.startswith("#/") else None
        return None, pointer

    def at(self, pointer: str) -> Any:
        """The node at `pointer`, or None."""
        node = self.value
        for token in pointer[1:].split("/"):
            token = token.replace("~1", "/").replace("~0", "~")
            try:
                node = node[int(token)] if isinstance(node, list) else node[token]
            except (LookupError, TypeError, ValueError):
                return None
        return node


def _schema_meant(site: Site) -> str:
    """The pointer to what a reference that stands for a schema leads to; empty where there is no such reference."""
    reference = site.value.get("$ref")
    if not isinstance(reference, str) or not reference.startswith("#/"):
        return ""
    owner = site.owner
    if site.kind == "schema" or owner is None or owner.kind == "schema":
        return unquote(reference[1:])
    stands = site.pointer == f"{owner.pointer}/schema" or site.pointer.startswith("/components/schemas/")
    return unquote(reference[1:]) if stands else ""
