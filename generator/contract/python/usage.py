"""Who uses which class: what requests carry, what answers and messages carry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from ..document.dialect import Direction
from ..document.items import METHODS
from ..document.raw import RawDocument, Unreadable, join
from ..document.shapes import HOLDING, Shape, declarations, put_together, types
from ..instances.values import Values
from .classes import Classes, Unnamed


class Usage:
    """The classes that each direction uses, and the schemas at which it begins."""

    def __init__(self, values: Values, classes: Classes) -> None:
        self._document: RawDocument = values.document
        self._values = values
        self._classes = classes

    @cached_property
    def sent(self) -> frozenset[str]:
        """The classes of what requests carry."""
        return self._reached(self.starts("request"))

    @cached_property
    def read(self) -> frozenset[str]:
        """The classes of what answers and messages carry."""
        return self._reached(self.starts("response"))

    @cached_property
    def hardly_read(self) -> frozenset[str]:
        """Those that answers and messages carry only within properties that are put together of several declarations.

        There, another class may stand for all of these declarations.
        """
        return self.read - self._reached(self.starts("response"), _unmerged)

    @cached_property
    def merged(self) -> Mapping[str, Sequence[str]]:
        """The places of what schemas put together of several declarations, each with the others: properties, and what is in them.

        Also the variants of a choice that a schema takes in from another one, together with what it says itself.
        """
        found: dict[str, dict[str, None]] = {place: {} for place in self.completed}
        seen: set[frozenset[str]] = set()
        waiting = [group for place in self._places for group in self._inside([place])]
        while waiting:
            group = waiting.pop()
            if len(group) > 1 and frozenset(group) not in seen and all(map(self._is_readable, group)):
                seen.add(frozenset(group))
                waiting += self._inside(group)
                for place in group:
                    found.setdefault(place, {}).update(dict.fromkeys(it for it in group if it != place))
        return {place: list(others) for place, others in found.items()}

    @cached_property
    def alone(self) -> frozenset[str]:
        """The places of schemas that somebody uses as they are written there, and not only together with other declarations."""
        found: set[str] = set()
        waiting = [*self._document.schemas, *self.starts("request"), *self.starts("response")]
        while waiting:
            place = waiting.pop()
            if place not in found and self._is_readable(place):
                found.add(place)
                waiting += _unmerged(self._values.shape(place))
        return frozenset(found)

    @cached_property
    def completed(self) -> Mapping[str, Sequence[str]]:
        """The variants of choices that other schemas put together with what they say themselves, and where these are."""
        found: dict[str, list[str]] = {}
        for place in self._places:
            shape = self._values.shape(place)
            for variant in put_together(shape):
                if variant.rsplit("/", 2)[0] != shape["pointer"]:
                    found.setdefault(variant, []).append(place)
        return found

    @cached_property
    def _places(self) -> Sequence[str]:
        """All schemas that can be read: those with a name, those of calls, and those inside of them."""
        starts = [*self._document.schemas, *self.starts("request"), *self.starts("response")]
        places = dict.fromkeys(it for start in starts for it in self._values.shapes.below(start))
        return [it for it in places if self._is_readable(it)]

    def _is_readable(self, place: str) -> bool:
        try:
            self._values.shape(place)
        except Unreadable:
            return False
        return True

    def _inside(self, places: Sequence[str]) -> Iterable[list[str]]:
        """Where schemas that are put together declare each property, and what is in a list or a map."""
        found: dict[str, dict[str, None]] = {}
        for shape in map(self._values.shape, places):
            members = {f"properties/{name}": declared for name, declared in declarations(shape).items()}
            members |= {key: (shape[key],) for key in HOLDING if isinstance(shape.get(key), str)}
            for key, declared in members.items():
                found.setdefault(key, {}).update(dict.fromkeys(declared))
        return map(list, found.values())

    def starts(self, direction: Direction) -> list[str]:
        """The schemas of parameters and of bodies."""
        found: list[str | None] = []
        for it in self._document.operations:
            if direction == "request":
                found += [
                    *(parameter.schema for parameter in it.parameters),
                    *(content.schema for content in it.bodies),
                ]
            else:
                found += [content.schema for contents in it.responses.values() for content in contents]
        events = self._of_events() if direction == "response" else ()
        return list(dict.fromkeys(it for it in (*found, *events) if it is not None))

    def _of_events(self) -> Iterator[str]:
        """The schemas of callbacks and webhooks, which say of a request what the API sends."""
        document = self._document
        homes = [join("/webhooks", name) for name in document.value.get("webhooks", {})]
        for operation in document.operations:
            for name in operation.value.get("callbacks", {}):
                place, callback = document.follow(join(operation.pointer, "callbacks", name))
                homes += [join(place, expression) for expression in callback if not expression.startswith("x-")]
        for home in homes:
            place, item = document.follow(home)
            for method in METHODS:
                if "requestBody" in item.get(method, {}):
                    body = document.follow(join(place, method, "requestBody"))
                    yield from (it.schema for it in document.contents(*body) if it.schema is not None)

    def _reached(self, starts: list[str], members: Callable[[Shape], Iterable[str]] | None = None) -> frozenset[str]:
        found: set[str] = set()
        seen: set[str] = set()
        waiting = list(starts)
        while waiting:
            try:
                home, _ = self._classes.home(waiting.pop())
                if home in seen:
                    continue
                seen.add(home)
                shape = self._values.shape(home)
                completed = {it for it in put_together(shape) if it in self._classes.completed}
                waiting += (it for it in (members or _members)(shape) if it not in completed)
                for variant in completed:
                    found.update(self._classes.completed[variant])
                    waiting += (members or _members)(self._values.shape(variant))
                found.add(self._classes.name(home, frozenset()))
            except (Unnamed, Unreadable):
                continue
        return frozenset(found)


def _unmerged(shape: Shape) -> list[str]:
    """The same without the properties that have several declarations."""
    merged = {it for places in declarations(shape).values() if len(places) > 1 for it in places}
    return [it for it in _members(shape) if it not in merged]


def _members(shape: Shape) -> Iterator[str]:
    """The schemas of what is in a value. What no object can be has no properties, whatever is written there."""
    for name, place in shape["properties"].items() if "type" not in shape or "object" in types(shape) else ():
        yield from (place, *shape["also"].get(name, ()))
    yield from (shape[key] for key in ("items", "additionalProperties") if isinstance(shape.get(key), str))
    yield from (*shape.get("prefixItems", ()), *shape.get("patternProperties", {}).values())
    yield from (variant for choice in shape["choices"] for variant in choice)
