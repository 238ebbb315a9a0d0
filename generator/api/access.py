"""Where an API is and who may call it: servers and security."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.api.model import SecurityRequirement, SecurityScheme, Server, ServerVariable
from generator.api.schemas import text
from generator.document import pointers
from generator.document.shapes import Node, Reader


def security_schemes(components: Mapping[str, Any], reader: Reader) -> tuple[SecurityScheme, ...]:
    """The Security Scheme Objects of a document, by name."""
    declared = components.get("securitySchemes") or {}
    nodes = {
        name: Node(declared[name], pointers.join("/components/securitySchemes", name)) for name in sorted(declared)
    }
    return tuple(_scheme(name, node.pointer, reader.follow(node).value) for name, node in nodes.items())


def _scheme(name: str, pointer: str, value: Mapping[str, Any]) -> SecurityScheme:
    flow = (value.get("flows") or {}).get("clientCredentials") or {}
    scheme = value.get("scheme")
    return SecurityScheme(
        name=name,
        type=str(value.get("type")),
        description=text(value.get("description")),
        scheme=scheme.lower() if isinstance(scheme, str) else None,
        location=value.get("in"),
        parameter=value.get("name"),
        token_url=flow.get("tokenUrl"),
        scopes=tuple(sorted(flow.get("scopes") or ())),
        pointer=pointer,
    )


def security(value: Any) -> tuple[SecurityRequirement, ...] | None:
    """The requirements of an API or an operation, any one of which suffices; None where it says nothing."""
    if not isinstance(value, list):
        return None
    return tuple({name: tuple(scopes) for name, scopes in sorted(requirement.items())} for requirement in value)


def servers(value: Any) -> tuple[Server, ...]:
    """Server Objects, in the order of the document."""
    return tuple(
        _server(server) for server in value or () if isinstance(server, dict) and isinstance(server.get("url"), str)
    )


def _server(value: Mapping[str, Any]) -> Server:
    variables = value.get("variables") or {}
    made = (_variable(name, variables[name]) for name in sorted(variables))
    return Server(value["url"].rstrip("/"), text(value.get("description")), tuple(made))


def _variable(name: str, value: Mapping[str, Any]) -> ServerVariable:
    values = tuple(str(choice) for choice in value.get("enum") or ())
    return ServerVariable(name, str(value.get("default", "")), values, text(value.get("description")))
