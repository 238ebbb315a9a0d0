"""The ways to call a method: by body or fields, in another media type than the preferred one, asking for one of several.

def update(self, pet_id: str, body: Pet | Mapping[str, Any], *, …, **options: …) -> Pet | str               what is usual
def update(self, pet_id: str, *, name: str, …, **options: …) -> Pet | str                                   by fields
def update(self, pet_id: str, body: Pet | …, *, accept: Literal["text/csv"], …) -> str                      one answer
def update(self, pet_id: str, body: str, *, content_type: Literal["text/csv"], …) -> Pet | str              another body
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from generator.api.model import Operation
from generator.package import types
from generator.package.literals import literal
from generator.package.results import Result, accepts, results
from generator.package.signatures import OPTIONS, Argument, Arguments, Schemas, arguments, body_type
from generator.package.types import TypeText

MOST = 8
"""How many ways to call a method may be; where there were more, calls with another body return what any would."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to call a method: what is given by position, what by keyword, and what comes of it."""

    positional: tuple[Argument, ...]
    named: tuple[Argument, ...]
    returns: TypeText

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """All of them."""
        return (*self.positional, *self.named)

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of its arguments, with that of all options. Keywords without a default come first."""
        named = sorted(self.named, key=lambda it: bool(it.default))
        star = ("*",) * bool(named)
        return ("self", *(it.text for it in self.positional), *star, *(it.text for it in named), OPTIONS)


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signatures of a method.

    `ways` are what callers see. `implementation` is the function itself: of several ways, it takes all that goes by
    keyword as `options`, and the runtime tells arguments and options apart. `passed` are the other names that it hands
    on, `choosing` those that choose media types. `returns` is None where it depends on the way.
    """

    ways: tuple[Way, ...]
    implementation: tuple[str, ...]
    passed: tuple[str, ...]
    choosing: tuple[str, ...]
    returns: TypeText | None
    needs: tuple[TypeText, ...]


def signatures(operation: Operation, client_wires: frozenset[str], schemas: Schemas) -> Signatures:
    """The signatures of an operation's method."""
    found, returned = arguments(operation, client_wires, schemas), results(operation, schemas)
    others = content_types(operation, schemas)
    ways = _ways([*_usual(found)], [*_others(found, others)], returned)
    choosing = ("content_type",) * bool(others) + ("accept",) * bool(accepts(operation))
    needs = [it.type for way in ways for it in way.arguments] + [way.returns for way in ways]
    if len(ways) == 1:
        # The runtime takes arguments by name: the body is named last, wherever it stands.
        own = (it.name for it in ways[0].arguments if it.name not in choosing)
        passed = tuple(sorted(own, key=lambda name: name == "body"))
        return Signatures(ways, ways[0].texts, passed, choosing, ways[0].returns, tuple(needs))
    body = ("body",) * bool(found.body)
    by_position = (*(it.text for it in found.path), *(f"{name}: Any = UNSET" for name in body))
    by_keyword = ("*",) * bool(choosing) + tuple(f"{name}: str | None = None" for name in choosing)
    return Signatures(
        ways,
        implementation=("self", *by_position, *by_keyword, "**options: Any"),
        passed=(*(it.name for it in found.path), *body),
        choosing=choosing,
        returns=returned[0].type if len(returned) == 1 else None,
        needs=(*needs, types.ANY),
    )


def content_types(operation: Operation, schemas: Schemas) -> tuple[tuple[TypeText, TypeText], ...]:
    """What may be sent in place of the preferred body: what it is given as, and the argument that says so.

    Media types of which bodies are given alike are one. Of a range, which comes last, the caller names the media type.
    """
    alike: dict[TypeText, list[str]] = {}
    for media in operation.body.contents[1:] if operation.body else ():
        alike.setdefault(body_type(media, schemas), []).append(media.name)
    found = [(body, TypeText("str") if "*" in "".join(names) else one_of(names)) for body, names in alike.items()]
    return tuple(sorted(found, key=lambda it: it[1].text == "str"))


def one_of(media_types: Iterable[str]) -> TypeText:
    """The type of an argument that is one of these."""
    return TypeText(f"Literal[{', '.join(map(literal, media_types))}]", imports=frozenset({("typing", "Literal")}))


def _usual(found: Arguments) -> Iterator[Way]:
    """The body whole, and by its fields where it has some."""
    yield Way((*found.path, *([found.body] if found.body else [])), found.named, types.ANY)
    if found.fields:
        yield Way(found.path, (*found.fields, *found.named), types.ANY)


def _others(found: Arguments, others: Sequence[tuple[TypeText, TypeText]]) -> Iterator[Way]:
    for body, chosen in others:
        yield Way((*found.path, Argument("body", body)), (Argument("content_type", chosen), *found.named), types.ANY)


def _ways(usual: Sequence[Way], others: Sequence[Way], returned: Sequence[Result]) -> tuple[Way, ...]:
    """The ways with what each of them returns."""
    union = types.union(it.type for it in returned)
    any_of_them = [Result(tuple(name for it in returned for name in it.accepts), True, union)]
    tables = (
        [*product(usual, returned), *product(others, returned)],
        [*product(usual, returned), *product(others, any_of_them)],
    )
    found = next((it for it in tables if len(it) <= MOST), [*product([*usual, *others], any_of_them)])
    return tuple(_returning(way, result) for way, result in found)


def _returning(way: Way, result: Result) -> Way:
    if not result.accepts:
        return replace(way, returns=result.type)
    chosen = one_of(result.accepts)
    optional = Argument("accept", chosen.over(f"{chosen.text} | None"), "None")
    accept = optional if result.unasked else Argument("accept", chosen)
    return replace(way, named=(*way.named, accept), returns=result.type)
