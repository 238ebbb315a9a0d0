"""The surface of a client as its manifest records it, so that a client can be compared without its generator.

One entry for each symbol, short, so that a change of the client is a change of few lines. Pointers are in the manifest's own table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.package.surface import Argument, Event, Field, Method, Model, Resource, Surface, TypeRef

Record = Mapping[str, list[Any]]


def record(surface: Surface) -> Record:
    """The surface by symbol, as JSON values."""
    found: dict[str, list[Any]] = {
        "Client": [*map(_argument, surface.arguments)],
        "Client.servers": list(surface.servers),
    }
    for resource in surface.resources.values():
        found[resource.symbol] = [resource.name, *resource.class_names]
        found |= {method.symbol: _method(method) for method in resource.methods.values()}
    for model in surface.models.values():
        target = model.target.text if model.target else None
        found[model.symbol] = [model.kind, model.base, sorted(model.directions), target]
        found |= {field.symbol: _field(field) for field in model.fields.values()}
        found |= {f"{model.symbol}.{name}": [value] for name, value in model.members.items()}
    return found | {event.symbol: [event.result.text] for event in surface.events.values()}


def _argument(it: Argument) -> list[Any]:
    return [it.name, it.type.text, it.default, it.passing]


def _method(it: Method) -> list[Any]:
    item = it.item.text if it.item else None
    raised = [f"{name} {status}" for name, status in it.raises]
    return [[*map(_argument, it.arguments)], it.result.text, item, raised, it.operation, it.deprecated]


def _field(it: Field) -> list[Any]:
    side = "r" if it.read_only else "w" if it.write_only else ""
    return [it.wire, it.type.text, it.given, it.default, side, it.deprecated]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A record under reading: its entries by the symbol that they belong to, and the manifest's pointers."""

    found: Mapping[str, list[Any]]
    members: Mapping[str, Mapping[str, list[Any]]]
    pointers: Mapping[str, str]

    def pointer(self, symbol: str) -> str:
        """What a symbol was made from; empty if nobody knows."""
        return self.pointers.get(symbol, "")


def surface_of(package: str, version: str, found: Record, pointers: Mapping[str, str]) -> Surface:
    """The surface that was recorded. Raises KeyError, ValueError, TypeError or IndexError for what is no record."""
    members: dict[str, dict[str, list[Any]]] = {}
    for symbol, it in found.items():
        owner, _, name = symbol.rpartition(".")
        members.setdefault(owner, {})[name] = it
    reading = _Reading(found, members, pointers)
    owners = [owner for owner in found if owner.startswith("resources.") and owner.count(".") == 2]
    resources = {it.name: it for it in (_read_resource(owner, reading) for owner in owners)}
    return Surface(
        package=package,
        version=version,
        arguments=tuple(map(_read_argument, found["Client"])),
        servers=tuple(found["Client.servers"]),
        resources=resources,
        models={name: _read_model(name, it, reading) for name, it in members.get("models", {}).items()},
        events={name: _read_event(name, it, reading) for name, it in members.get("events", {}).items()},
        methods={method.pointer: method for it in resources.values() for method in it.methods.values()},
    )


def _read_argument(it: list[Any]) -> Argument:
    return Argument(it[0], TypeRef(it[1]), it[2], it[3], "")


def _read_event(name: str, it: list[Any], reading: _Reading) -> Event:
    return Event(name, f"events.{name}", TypeRef(it[0]), reading.pointer(f"events.{name}"))


def _read_resource(symbol: str, reading: _Reading) -> Resource:
    it = reading.found[symbol]
    methods = reading.members.get(symbol, {})
    return Resource(
        it[0],
        symbol,
        (it[1], it[2]),
        {name: _read_method(f"{symbol}.{name}", one, reading) for name, one in methods.items()},
    )


def _read_method(symbol: str, it: list[Any], reading: _Reading) -> Method:
    raises = [tuple(text.split(" ", 1)) for text in it[3]]
    return Method(
        name=symbol.rpartition(".")[2],
        symbol=symbol,
        arguments=tuple(map(_read_argument, it[0])),
        result=TypeRef(it[1]),
        item=TypeRef(it[2]) if it[2] else None,
        raises=tuple((name, status) for name, status in raises),
        operation=it[4],
        deprecated=it[5],
        pointer=reading.pointer(symbol),
    )


def _read_model(name: str, it: list[Any], reading: _Reading) -> Model:
    symbol = f"models.{name}"
    members = reading.members.get(symbol, {})
    return Model(
        name=name,
        symbol=symbol,
        kind=it[0],
        base=it[1],
        fields=(
            {key: _read_field(f"{symbol}.{key}", one, reading) for key, one in members.items()}
            if it[0] == "class"
            else {}
        ),
        members={key: one[0] for key, one in members.items()} if it[0] == "enum" else {},
        target=TypeRef(it[3]) if it[3] else None,
        directions=frozenset(it[2]),
        pointer=reading.pointer(symbol),
    )


def _read_field(symbol: str, it: list[Any], reading: _Reading) -> Field:
    return Field(
        name=symbol.rpartition(".")[2],
        symbol=symbol,
        wire=it[0],
        type=TypeRef(it[1]),
        given=it[2],
        default=it[3],
        read_only=it[4] == "r",
        write_only=it[4] == "w",
        deprecated=it[5],
        pointer=reading.pointer(symbol),
    )
