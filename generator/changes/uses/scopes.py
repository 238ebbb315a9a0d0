"""The static structure of a module: its functions and classes, and which names each of them binds."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(eq=False, slots=True)
class Unit:
    """What has variables of its own and is read as a whole: a module, a function, a lambda.

    `index` tells its place in the module, `owner` is the class that it is a method of. `bound` are the names that it binds;
    those in `borrowed` are variables of the unit that is their value, which has them in `lent`.
    """

    node: ast.Module | FunctionNode | ast.Lambda
    path: str
    index: int
    outer: Unit | None
    owner: Class | None
    bound: set[str] = field(default_factory=set)
    borrowed: dict[str, Unit] = field(default_factory=dict)
    lent: set[str] = field(default_factory=set)
    is_generator: bool = False

    @property
    def is_async(self) -> bool:
        """Whether calling it gives something to be awaited."""
        return isinstance(self.node, ast.AsyncFunctionDef) and not self.is_generator


@dataclass(eq=False, slots=True)
class Class:
    """A class of the repository. `fields` are those that its body declares, in order."""

    node: ast.ClassDef
    path: str
    fields: tuple[str, ...]


@dataclass(slots=True)
class Scopes:
    """What a module consists of. `units` begins with the module itself, `stars` are its `from … import *`."""

    path: str
    units: list[Unit] = field(default_factory=list)
    by_node: dict[ast.AST, Unit] = field(default_factory=dict)
    classes: dict[ast.AST, Class] = field(default_factory=dict)
    stars: list[ast.ImportFrom] = field(default_factory=list)


@dataclass(slots=True)
class _Where:
    """What code stands in. `apart`: what it binds belongs to a class or a comprehension, not to the unit."""

    unit: Unit
    owner: Class | None
    apart: bool = False


def scopes_of(tree: ast.Module, path: str) -> Scopes:
    """The structure of the module with this path."""
    found = Scopes(path)
    module = _add(found, tree, None, None)
    nonlocals: list[tuple[Unit, str]] = []
    waiting: list[tuple[ast.AST, _Where]] = [(it, _Where(module, None)) for it in reversed(tree.body)]
    while waiting:
        node, where = waiting.pop()
        if not where.apart:
            where.unit.bound.update(bound_by(node))
        if isinstance(node, _FUNCTIONS):
            waiting += reversed(_function(found, node, where))
        elif isinstance(node, ast.ClassDef):
            own = Class(node, path, tuple(_declared(node)))
            found.classes[node] = own
            around = [*node.decorator_list, *node.bases, *(it.value for it in node.keywords)]
            waiting += [(it, _Where(where.unit, own, apart=True)) for it in reversed(node.body)]
            waiting += [(it, where) for it in reversed(around)]
        elif isinstance(node, _COMPREHENSIONS):
            apart = _Where(where.unit, where.owner, apart=True)
            waiting += [(it.target, apart) for it in node.generators]
            waiting += [(it, where) for it in children(node) if not isinstance(it, ast.comprehension)]
            waiting += [(it, where) for one in node.generators for it in (one.iter, *one.ifs)]
        else:
            _note(found, node, where, nonlocals)
            waiting += [(it, where) for it in reversed(list(children(node)))]
    for unit, name in nonlocals:
        outer = unit.outer
        while outer is not None and name not in outer.bound:
            outer = outer.outer
        if outer is not None:
            _borrow(unit, outer, name)
    return found


def _add(found: Scopes, node: ast.Module | FunctionNode | ast.Lambda, outer: Unit | None, owner: Class | None) -> Unit:
    unit = Unit(node, found.path, len(found.units), outer, owner)
    found.by_node[node] = unit
    if not isinstance(node, ast.Lambda):  # lambdas are read together with what is around them
        found.units.append(unit)
    return unit


def _function(found: Scopes, node: FunctionNode | ast.Lambda, where: _Where) -> list[tuple[ast.AST, _Where]]:
    """Begins a function; returns what is in it, and what of it is evaluated outside."""
    unit = _add(found, node, where.unit, where.owner)
    unit.bound.update(it.arg for it in parameters(node))
    outside = [*node.args.defaults, *(it for it in node.args.kw_defaults if it is not None)]
    if isinstance(node, ast.Lambda):
        inside: list[ast.AST] = [node.body]
    else:
        inside = [*node.body]
        outside += node.decorator_list
    own = _Where(unit, where.owner if isinstance(node, ast.Lambda) else None)
    return [*((it, where) for it in outside), *((it, own) for it in inside)]


def _note(found: Scopes, node: ast.AST, where: _Where, nonlocals: list[tuple[Unit, str]]) -> None:
    """Notes what a node says of its unit beside the names that it binds."""
    unit = where.unit
    match node:
        case ast.Yield() | ast.YieldFrom():
            unit.is_generator = True
        case ast.ImportFrom() if any(it.name == "*" for it in node.names):
            found.stars.append(node)
        case ast.Global():
            for name in node.names:
                _borrow(unit, found.units[0], name)
        case ast.Nonlocal():
            nonlocals += [(unit, name) for name in node.names]


def _borrow(unit: Unit, home: Unit, name: str) -> None:
    unit.borrowed[name] = home
    unit.bound.add(name)
    home.bound.add(name)
    home.lent.add(name)


def parameters(node: FunctionNode | ast.Lambda) -> list[ast.arg]:
    """All parameters of a function, in order."""
    given = node.args
    stars = [it for it in (given.vararg, given.kwarg) if it is not None]
    return [*given.posonlyargs, *given.args, *given.kwonlyargs, *stars]


_SKIPPED = frozenset({"ctx", "op", "ops", "type_comment", "type_ignores", "annotation", "returns"})
_FIELDS: dict[type[ast.AST], tuple[str, ...]] = {}


def children(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes inside of a node that may bind something: no operators, no annotations."""
    kind = type(node)
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(it for it in kind._fields if it not in _SKIPPED)
    for name in _FIELDS[kind]:
        found = getattr(node, name, None)
        if isinstance(found, list):
            for it in found:
                if isinstance(it, ast.AST):
                    yield it
        elif isinstance(found, ast.AST):
            yield found


def bound_by(node: ast.AST) -> Sequence[str]:
    """The names that a single node binds."""
    rule = _BINDS.get(type(node))
    return rule(node) if rule is not None else ()


def _stored(node: ast.Name) -> tuple[str, ...]:
    return () if isinstance(node.ctx, ast.Load) else (node.id,)


def _named(node: ast.FunctionDef | ast.ClassDef | ast.ExceptHandler | ast.MatchAs | ast.MatchStar) -> tuple[str, ...]:
    return (node.name,) if node.name is not None else ()


_BINDS: dict[type[ast.AST], Callable[[Any], Sequence[str]]] = {
    ast.Name: _stored,
    **dict.fromkeys((ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef), _named),
    **dict.fromkeys((ast.ExceptHandler, ast.MatchAs, ast.MatchStar), _named),
    ast.Import: lambda node: [it.asname or it.name.partition(".")[0] for it in node.names],
    ast.ImportFrom: lambda node: [it.asname or it.name for it in node.names],
    ast.MatchMapping: lambda node: [node.rest] if node.rest is not None else [],
}


def _declared(node: ast.ClassDef) -> Iterator[str]:
    for it in node.body:
        if isinstance(it, ast.AnnAssign) and isinstance(it.target, ast.Name):
            yield it.target.id
