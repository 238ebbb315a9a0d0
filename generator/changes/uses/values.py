"""What an expression may be while code is only read: sets of atoms, each of which stands for all values of its kind.

A `Value` is the set of all that something may be; nothing is in it where nothing that matters is known. `None`, numbers and
most texts are never in it, so that `Client | None` and `Client` are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Literal

from generator.changes.uses.scopes import Class, Unit


@dataclass(frozen=True, slots=True)
class Atom:
    """One thing that an expression may be."""


Value = frozenset[Atom]
NOTHING: Value = frozenset()
OPEN = "…"
View = Literal["", "raw", "streaming"]


def just(*atoms: Atom) -> Value:
    """The value that is one of these."""
    return frozenset(atoms)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file; line and column count from 1."""

    file: str
    line: int
    col: int


NOWHERE = Place("", 0, 0)
"""Where calls are that nobody has written, such as those of `for` and `with`."""


# ── the client ──────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class PackageModule(Atom):
    """A module of the client by its dotted name inside of the package; "" is the package itself."""

    name: str


@dataclass(frozen=True, slots=True)
class ClientType(Atom):
    """`Client` or `AsyncClient`."""

    asynchronous: bool


@dataclass(frozen=True, slots=True)
class ClientValue(Atom):
    """A client."""

    asynchronous: bool


@dataclass(frozen=True, slots=True)
class ResourceType(Atom):
    """The class of a resource."""

    name: str
    asynchronous: bool


@dataclass(frozen=True, slots=True)
class ResourceValue(Atom):
    """A resource of a client, or a view of it."""

    name: str
    asynchronous: bool
    view: View = ""


@dataclass(frozen=True, slots=True)
class MethodValue(Atom):
    """A bound method of a resource or of a view of it."""

    resource: str
    name: str
    asynchronous: bool
    view: View = ""


@dataclass(frozen=True, slots=True)
class ModelType(Atom):
    """A class, enum or alias of `models`."""

    name: str


@dataclass(frozen=True, slots=True)
class ModelValue(Atom):
    """An instance of a model, or a value of an enum."""

    name: str


@dataclass(frozen=True, slots=True)
class DumpedModel(Atom):
    """A model as a dict: what `to_wire()` and `model_dump()` return."""

    name: str


@dataclass(frozen=True, slots=True)
class ErrorType(Atom):
    """A class of `errors`."""

    name: str


@dataclass(frozen=True, slots=True)
class ErrorValue(Atom):
    """An exception of the client."""

    name: str


@dataclass(frozen=True, slots=True)
class EventConstant(Atom):
    """A constant of `events`."""

    name: str


@dataclass(frozen=True, slots=True)
class PageValue(Atom):
    """A page of a list: iterating over it yields `item`, its whole body is `body`."""

    item: Value
    body: Value
    asynchronous: bool


@dataclass(frozen=True, slots=True)
class PagesValue(Atom):
    """A list of the asynchronous client, before its first page is fetched."""

    item: Value
    body: Value


@dataclass(frozen=True, slots=True)
class ResponseValue(Atom):
    """A whole response, whose `parse()` returns `parsed`."""

    parsed: Value


@dataclass(frozen=True, slots=True)
class SentEventValue(Atom):
    """A server-sent event, whose `data` is this."""

    data: Value


@dataclass(frozen=True, slots=True)
class AsyncCallValue(Atom):
    """A call of an asynchronous view: `await` or `async with` gives the response."""

    parsed: Value


@dataclass(frozen=True, slots=True)
class RuntimeType(Atom):
    """Another class of the package, such as `Page`, `Response` or `webhooks.UnknownEvent`."""

    name: str


@dataclass(frozen=True, slots=True)
class RuntimeValue(Atom):
    """An instance of such a class, of which nothing else matters."""

    name: str


@dataclass(frozen=True, slots=True)
class ClientMethod(Atom):
    """A method of the client's own values, or a function of its modules, whose arguments matter: `model_copy`, `make`."""

    owner: Atom
    name: str


@dataclass(frozen=True, slots=True)
class MockValue(Atom):
    """A mock of the API."""


@dataclass(frozen=True, slots=True)
class RoutesValue(Atom):
    """The routes of a resource in a mock."""

    name: str


@dataclass(frozen=True, slots=True)
class RouteValue(Atom):
    """The route of a method in a mock."""

    resource: str
    name: str


# ── Python's own ────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class ListOf(Atom):
    """Anything that yields `item` when it is iterated over."""

    item: Value


@dataclass(frozen=True, slots=True)
class TupleOf(Atom):
    """A tuple, item by item."""

    items: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class MapOf(Atom):
    """A mapping that was declared by its type."""

    key: Value
    value: Value


@dataclass(frozen=True, slots=True)
class ListAt(Atom):
    """The list that is made at a place; what is in it is a fact of that place."""

    place: Place


@dataclass(frozen=True, slots=True)
class DictAt(Atom):
    """The dict that is made at a place; its entries are a fact of that place."""

    place: Place


@dataclass(frozen=True, slots=True)
class Entry(Atom):
    """An entry of a `DictAt`: its key, where that is written, and what it leads to."""

    key: str
    place: Place
    value: Value


@dataclass(frozen=True, slots=True)
class Rest(Atom):
    """Entries of a `DictAt` whose keys are not known."""

    value: Value


@dataclass(frozen=True, slots=True)
class ContainerMethod(Atom):
    """A method of a list, a dict or the like."""

    container: Atom
    name: str


@dataclass(frozen=True, slots=True)
class Text(Atom):
    """A text that may be the value of an enum or name something in the package, and where it is written.

    `OPEN` stands for parts of it that are only known at run time.
    """

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class AwaitableOf(Atom):
    """What gives `result` when it is awaited."""

    result: Value


@dataclass(frozen=True, slots=True)
class ContextOf(Atom):
    """A context manager: `with … as` gives `entered`."""

    entered: Value


@dataclass(frozen=True, slots=True)
class Returns(Atom):
    """Something to be called, of which only the result matters."""

    result: Value


@dataclass(frozen=True, slots=True)
class Getter(Atom):
    """A function that returns the attribute of this name, which is written at a place: `attrgetter("target")`."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class TypeOf(Atom):
    """A type of which something is known of its instances: `list[Client]`."""

    instance: Value


@dataclass(frozen=True, slots=True)
class External(Atom):
    """Something outside of the repository by its dotted name: `builtins.list`, `typing.Optional`."""

    name: str

    @property
    def last(self) -> str:
        """The last part of the name."""
        return self.name.rpartition(".")[2]


# ── the repository ──────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class RepositoryModule(Atom):
    """A module or folder of the repository by its path without ending: `src/acme/cli`."""

    path: str


@dataclass(frozen=True, slots=True)
class Imported(Atom):
    """What a module of the repository calls `name`; looked up when it is needed, since modules import each other."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Function(Atom):
    """A function. `marks` is what its decorators make of it: "property", "static", "class", "context", "fixture"."""

    unit: Unit
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Bound(Atom):
    """A function whose first argument is given already, as that of methods is."""

    function: Function


@dataclass(frozen=True, slots=True)
class Partial(Atom):
    """Something to be called with that many positional arguments given already."""

    callee: Value
    given: int


@dataclass(frozen=True, slots=True)
class ClassType(Atom):
    """A class."""

    scope: Class


@dataclass(frozen=True, slots=True)
class Instance(Atom):
    """An instance of a class."""

    scope: Class


@dataclass(frozen=True, slots=True)
class Super(Atom):
    """What `super()` returns in a class."""

    scope: Class


# ── all of them ─────────────────────────────────────────────────────────────────────────────────────────────────────


_PARTS: dict[type[Atom], tuple[str, ...]] = {
    kind: tuple(it.name for it in fields(kind) if it.type in ("Value", "tuple[Value, ...]"))
    for kind in Atom.__subclasses__()
}


def parts(atom: Atom) -> Iterator[Value]:
    """The values inside of an atom."""
    for name in _PARTS[type(atom)]:
        found = getattr(atom, name)
        if isinstance(found, tuple):
            yield from found
        else:
            yield found


def depth(atom: Atom, known: dict[Atom, int]) -> int:
    """How many atoms are inside of one another; `known` remembers it."""
    if atom not in known:
        known[atom] = 1 + max((depth(inner, known) for value in parts(atom) for inner in value), default=0)
    return known[atom]
