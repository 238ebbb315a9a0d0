"""Who uses which schema: in which directions, and from which resources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.api.model import Direction, Parameter, RequestBody, Response
from generator.document.canonical import gather_references
from generator.document.entities import Entity

SPECIAL_MODULES = ("shared", "events", "unused")
"""Model modules that belong to no resource: used by several, by events alone, by nothing."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Who uses an entity: in which directions, and the module its class goes to."""

    directions: frozenset[Direction]
    module: str


class Reach:
    """Who reaches which entity, followed through references once per direction and resource."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._references = {key: entity.references() for key, entity in entities.items()}
        self._directions: dict[str, set[Direction]] = {key: set() for key in entities}
        self._resources: dict[str, set[str]] = {key: set() for key in entities}
        self._evented: set[str] = set()

    def mark(self, start: set[str], direction: Direction, resource: str | None) -> None:
        """Note that `resource` (None: an event) uses `start`, and all that is reached from there, in `direction`."""
        waiting = list(start)
        while waiting:
            key = waiting.pop()
            owners = self._resources[key]
            known = direction in self._directions[key] and (
                key in self._evented if resource is None else resource in owners
            )
            if known:
                continue
            self._directions[key].add(direction)
            self._evented.add(key) if resource is None else owners.add(resource)
            waiting.extend(self._references[key])

    def usage(self) -> dict[str, Usage]:
        """The directions and the module of every entity."""
        return {key: Usage(frozenset(self._directions[key]), self._module(key)) for key in self._references}

    def _module(self, key: str) -> str:
        owners = self._resources[key]
        if len(owners) == 1:
            (owner,) = owners
            return f"{owner}_models" if owner in SPECIAL_MODULES else owner
        if owners:
            return "shared"
        return "events" if key in self._evented else "unused"


def request_references(parameters: Iterable[Parameter], body: RequestBody | None) -> set[str]:
    """The entities that parameters and a body mention."""
    found: set[str] = set()
    for parameter in parameters:
        gather_references(parameter.schema, found)
    for media in body.contents if body else ():
        gather_references(media.schema, found)
    return found


def response_references(responses: Iterable[Response]) -> set[str]:
    """The entities that responses mention."""
    found: set[str] = set()
    for response in responses:
        for media in response.contents:
            gather_references(media.schema, found)
    return found
