"""The reading of a unit: the state of its variables, the places of its nodes, and the rules that say what code means.

The rules are in modules of their own, which register them here by kind: of expressions, of statements, of what is called.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from generator.changes.uses.catalog import Catalog
from generator.changes.uses.facts import Facts
from generator.changes.uses.files import SourceFile, parsed
from generator.changes.uses.findings import How, Unfollowed, Use
from generator.changes.uses.modules import Modules
from generator.changes.uses.scopes import Class, Scopes, Unit, scopes_of
from generator.changes.uses.values import NOTHING, Atom, Place, Value

As = Literal["reference", "call", "annotation", "except", "import"]
"""For what an expression is evaluated."""

MAX_DISTANCE = 3
"""How many calls away from what has to do with the client functions are read, which may make bodies for it."""


@dataclass(slots=True)
class State:
    """What is known at a point of the code: the values of variables, and of attributes that a check has narrowed."""

    names: dict[str, Value] = field(default_factory=dict)
    chains: dict[str, Value] = field(default_factory=dict)

    def copy(self) -> State:
        """One that can go another way."""
        return State(dict(self.names), dict(self.chains))

    @staticmethod
    def any_of(states: list[State]) -> State:
        """What is known after one of several ways."""
        return states[0].joined(*states[1:])

    def joined(self, *others: State) -> State:
        """What is known where several ways meet."""
        found = self.copy()
        for other in others:
            for name, value in other.names.items():
                found.names[name] = found.names.get(name, NOTHING) | value
            both = found.chains.keys() & other.chains.keys()
            found.chains = {name: found.chains[name] | other.chains[name] for name in both}
        return found


@dataclass(frozen=True, slots=True)
class Passed:
    """A value that is passed to a call, and where."""

    value: Value
    place: Place


@dataclass(frozen=True, slots=True)
class Given:
    """What a call is given. `starred` and `rest` are `*` and `**` whose content is only known at run time."""

    place: Place
    positional: tuple[Passed, ...] = ()
    named: tuple[tuple[str, Passed], ...] = ()
    starred: Passed | None = None
    rest: Passed | None = None

    def get(self, index: int, name: str = "") -> Value:
        """The argument at this position or of this name."""
        return self.positional[index].value if index < len(self.positional) else self.called(name)

    def called(self, name: str) -> Value:
        """The argument of this name."""
        return next((it.value for key, it in self.named if key == name), NOTHING)

    def without(self, count: int) -> Given:
        """The same without the first positional ones."""
        return Given(self.place, self.positional[count:], self.named, self.starred, self.rest)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A module that is read. `relevant`: it may name symbols of the client itself."""

    source: SourceFile
    scopes: Scopes
    relevant: bool


@dataclass(slots=True)
class World:
    """All that a search knows: the repository, the client, the facts, the findings of each unit."""

    modules: Modules
    catalog: Catalog
    relevant: frozenset[str]
    trees: dict[str, ast.Module]
    facts: Facts
    loaded: dict[str, Loaded | None] = field(default_factory=dict)
    uses: defaultdict[Unit, set[Use]] = field(default_factory=lambda: defaultdict(set))
    unfollowed: defaultdict[Unit, set[Unfollowed]] = field(default_factory=lambda: defaultdict(set))
    texts: dict[tuple[str, Place], ast.expr | None] = field(default_factory=dict)
    distances: dict[Unit, int] = field(default_factory=dict)

    def load(self, path: str) -> Loaded | None:
        """A module by its path; None if there is none or it cannot be read.

        One that has nothing to do with the client is read no further than its top level, until it is given something.
        """
        if path not in self.loaded:
            self.loaded[path] = None
            source = self.modules.files.get(path)
            if source is not None:
                self.loaded[path] = self._load(source, path)
        return self.loaded[path]

    def _load(self, source: SourceFile, path: str) -> Loaded | None:
        try:
            tree = self.trees.pop(path, None) or parsed(source.text)
            scopes = scopes_of(tree, path)
        except (ValueError, RecursionError):
            return None  # told where all files are looked at
        loaded = Loaded(source, scopes, path in self.relevant)
        for unit in scopes.units if loaded.relevant else scopes.units[:1]:
            self.facts.ask(unit)
        return loaded

    def reach(self, unit: Unit, by: Unit) -> None:
        """Has a function read that is called, though its module has nothing to do with the client, if it is near enough."""
        if unit not in self.distances and not self.is_relevant(unit.path):
            distance = self.distances.get(by, 0 if self.is_relevant(by.path) else MAX_DISTANCE) + 1
            if distance <= MAX_DISTANCE:
                self.distances[unit] = distance
                self.facts.ask(unit)

    def is_relevant(self, path: str) -> bool:
        """Whether a module is read as a whole."""
        loaded = self.loaded.get(path)
        return loaded is not None and loaded.relevant

    def wake(self, path: str, by: str) -> None:
        """Has a module read as a whole, since another one has given it something that may be of the client."""
        loaded = self.loaded.get(path)
        if loaded is not None and not loaded.relevant and self.is_relevant(by):
            self.loaded[path] = Loaded(loaded.source, loaded.scopes, True)
            for unit in loaded.scopes.units:
                self.distances.pop(unit, None)
                self.facts.ask(unit)


@dataclass(slots=True)
class Frame:
    """The reading of a unit, or of the body of a class or a comprehension in it.

    `owner` is the class that the code belongs to; `body` says that it is its body. `around` is the frame of what a body or a
    comprehension stands in.
    """

    world: World
    unit: Unit
    module: Loaded
    state: State = field(default_factory=State)
    owner: Class | None = None
    body: bool = False
    around: Frame | None = None
    breaks: list[list[State]] = field(default_factory=list)
    continues: list[list[State]] = field(default_factory=list)

    # ── rules ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def value(self, node: ast.expr | None, how: As = "reference") -> Value:
        """What an expression may be. Its uses are noted."""
        if node is None:
            return NOTHING
        rule = EXPRESSIONS.get(type(node))
        if rule is not None:
            return rule(self, node, how)
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                self.value(child)
        return NOTHING

    def run(self, statements: Iterable[ast.stmt]) -> bool:
        """Follows statements. Whether what comes after them can be reached."""
        alive = True
        for node in statements:
            rule = STATEMENTS.get(type(node))
            if rule is not None:
                alive = rule(self, node) and alive
        return alive

    def call(self, callee: Value, given: Given) -> Value:
        """What a call returns. Its uses are noted; arguments of what is not known are not looked at."""
        found = NOTHING
        for atom in callee:
            rule = CALLS.get(type(atom))
            if rule is not None:
                found |= rule(self, atom, given)
        return found

    def inner(self) -> Frame:
        """A frame for an expression with variables of its own."""
        return Frame(self.world, self.unit, self.module, self.state.copy(), self.owner, around=self)

    # ── places ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def place(self, node: ast.expr | ast.stmt | ast.keyword | ast.alias | ast.pattern | ast.arg) -> Place:
        """Where a node begins."""
        return self.place_at(node.lineno, node.col_offset)

    def name_place(self, node: ast.Attribute) -> Place:
        """Where the name of an attribute stands."""
        line, end = node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
        return self.place_at(line, max(end - len(node.attr.encode()), 0))

    def place_at(self, line: int, offset: int) -> Place:
        """A place by its line and the number of bytes before it."""
        lines = self.module.source.lines
        text = lines[line - 1] if line <= len(lines) else ""
        if not text.isascii():
            offset = len(text.encode()[:offset].decode(errors="replace"))
        return Place(self.module.source.name, line, offset + 1)

    # ── findings ────────────────────────────────────────────────────────────────────────────────────────────────────

    def use(self, symbol: str, place: Place, how: How) -> None:
        """Notes a use."""
        self.world.uses[self.unit].add(Use(place.file, place.line, place.col, symbol, how))

    def mention(self, value: Value, place: Callable[[], Place], how: As) -> None:
        """Notes the use of what is a symbol itself."""
        for atom in value:
            symbol = self.world.catalog.symbol(atom)
            if symbol:
                self.use(symbol, place(), "construct" if how == "call" else how)

    def lose(self, place: Place, reason: str) -> None:
        """Notes that something was not followed."""
        self.world.unfollowed[self.unit].add(Unfollowed(place.file, place.line, place.col, reason))

    # ── variables ───────────────────────────────────────────────────────────────────────────────────────────────────

    def bind(self, name: str, value: Value) -> None:
        """Gives a variable another value."""
        for chain in [it for it in self.state.chains if it.startswith(f"{name}.")]:
            del self.state.chains[chain]
        if self.owner is not None and self.body:
            self.state.names[name] = value
            self.learn_attribute(self.owner, name, value)
        elif name in self.unit.borrowed:
            self.world.facts.add(("variable", self.unit.borrowed[name], name), value)
        else:
            self.state.names[name] = value
            if self.around is None:
                self.world.facts.add(("variable", self.unit, name), value)

    def learn_attribute(self, scope: Class, name: str, value: Value) -> None:
        """Adds to an attribute of a class or its instances."""
        if self.world.facts.add(("attribute", scope, name), value):
            self.world.wake(scope.path, self.unit.path)


# ── the tables of rules ─────────────────────────────────────────────────────────────────────────────────────────────

EXPRESSIONS: dict[type[ast.AST], Callable[[Frame, Any, As], Value]] = {}
STATEMENTS: dict[type[ast.AST], Callable[[Frame, Any], bool]] = {}
CALLS: dict[type[Atom], Callable[[Frame, Any, Given], Value]] = {}

_E = TypeVar("_E", bound=Callable[[Frame, Any, As], Value])
_S = TypeVar("_S", bound=Callable[[Frame, Any], bool])
_C = TypeVar("_C", bound=Callable[[Frame, Any, Given], Value])


def expression(*kinds: type[ast.AST]) -> Callable[[_E], _E]:
    """Registers what expressions of these kinds are."""

    def register(rule: _E) -> _E:
        EXPRESSIONS.update((kind, rule) for kind in kinds)
        return rule

    return register


def statement(*kinds: type[ast.AST]) -> Callable[[_S], _S]:
    """Registers what statements of these kinds do. They return whether the statement after them can be reached."""

    def register(rule: _S) -> _S:
        STATEMENTS.update((kind, rule) for kind in kinds)
        return rule

    return register


def callee(*kinds: type[Atom]) -> Callable[[_C], _C]:
    """Registers what calls of such atoms return."""

    def register(rule: _C) -> _C:
        CALLS.update((kind, rule) for kind in kinds)
        return rule

    return register
