"""The static structure of a module: its functions and classes, and which names each of them binds."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(eq=False, slots=True)
class Unit:
    """What has variables of its own and is read as a whole: a module, a function, a lambda.

    `owner` is the class that it is a method of. `bound` are the names that it binds; those in `borrowed` are variables of the
    unit that is their value, which has them in `lent`.
    """

    node: ast.Module | FunctionNode | ast.Lambda
    path: str
    outer: Unit | None
    owner: Class | None
    bound: frozenset[str]
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


@dataclass(frozen=True, slots=True)
class Scopes:
    """What a module consists of. `units` begins with the module itself, `stars` are its `from … import *`."""

    units: tuple[Unit, ...]
    by_node: dict[ast.AST, Unit]
    classes: dict[ast.AST, Class]
    stars: tuple[ast.ImportFrom, ...]


def scopes_of(tree: ast.Module, path: str) -> Scopes:
    """The structure of the module with this path. Raises RecursionError for code that is nested too deeply."""
    units: list[Unit] = []
    by_node: dict[ast.AST, Unit] = {}
    classes: dict[ast.AST, Class] = {}
    owners: dict[ast.AST, Class] = {}

    def add(node: ast.Module | FunctionNode | ast.Lambda, outer: Unit | None) -> None:
        own = list(_own(_content(node)))
        yields = any(isinstance(it, (ast.Yield, ast.YieldFrom)) for it in own)
        unit = Unit(node, path, outer, owners.get(node), frozenset(_bound(node, own)), is_generator=yields)
        by_node[node] = unit
        if not isinstance(node, ast.Lambda):  # lambdas are read together with what is around them
            units.append(unit)
        for it in own:
            _borrow(unit, units[0], it)
            if isinstance(it, ast.ClassDef):
                classes[it] = Class(it, path, tuple(_declared(it)))
                owners.update((inner, classes[it]) for inner in _own(it.body) if isinstance(inner, _FUNCTIONS))
        for it in own:
            if isinstance(it, _FUNCTIONS):
                add(it, unit)

    add(tree, None)
    stars = tuple(
        it for it in _own(tree.body) if isinstance(it, ast.ImportFrom) and any(name.name == "*" for name in it.names)
    )
    return Scopes(tuple(units), by_node, classes, stars)


def parameters(node: FunctionNode | ast.Lambda) -> list[ast.arg]:
    """All parameters of a function, in order."""
    given = node.args
    stars = [it for it in (given.vararg, given.kwarg) if it is not None]
    return [*given.posonlyargs, *given.args, *given.kwonlyargs, *stars]


def _content(node: ast.Module | FunctionNode | ast.Lambda) -> Iterable[ast.AST]:
    return [node.body] if isinstance(node, ast.Lambda) else node.body


def _own(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """All nodes that belong to the same unit: classes are looked into, functions only as far as they are evaluated here."""
    waiting = list(nodes)[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, _FUNCTIONS):
            waiting += [it for it in ast.iter_child_nodes(node.args) if not isinstance(it, ast.arg)][::-1]
            waiting += [] if isinstance(node, ast.Lambda) else node.decorator_list[::-1]
        else:
            waiting += list(ast.iter_child_nodes(node))[::-1]


def _bound(node: ast.Module | FunctionNode | ast.Lambda, own: list[ast.AST]) -> Iterator[str]:
    if not isinstance(node, ast.Module):
        yield from (it.arg for it in parameters(node))
    inner = {id(name) for it in own for name in _inner_names(it)}
    for it in own:
        if id(it) not in inner:
            yield from bound_by(it)


def _inner_names(node: ast.AST) -> Iterator[ast.AST]:
    """Nodes that bind names of a class or a comprehension, not of the unit around it."""
    if isinstance(node, _COMPREHENSIONS):
        for generator in node.generators:
            yield from ast.walk(generator.target)
    if isinstance(node, ast.ClassDef):
        yield from (it for it in _own(node.body) if not isinstance(it, (ast.Global, ast.Nonlocal)))


def bound_by(node: ast.AST) -> Iterator[str]:
    """The names that a single node binds."""
    match node:
        case ast.Name(ctx=ast.Store() | ast.Del()):
            yield node.id
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            yield node.name
        case ast.Import():
            yield from (it.asname or it.name.partition(".")[0] for it in node.names)
        case ast.ImportFrom():
            yield from (it.asname or it.name for it in node.names)
        case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            yield name
        case ast.MatchMapping(rest=str(name)):
            yield name
        case ast.Global():
            yield from node.names


def _borrow(unit: Unit, module: Unit, node: ast.AST) -> None:
    if isinstance(node, ast.Global):
        for name in node.names:
            unit.borrowed[name] = module
            module.bound |= {name}
            module.lent.add(name)
    elif isinstance(node, ast.Nonlocal):
        for name in node.names:
            outer = unit.outer
            while outer is not None and name not in outer.bound:
                outer = outer.outer
            if outer is not None:
                unit.borrowed[name] = outer
                outer.lent.add(name)


def _declared(node: ast.ClassDef) -> Iterator[str]:
    for it in node.body:
        if isinstance(it, ast.AnnAssign) and isinstance(it.target, ast.Name):
            yield it.target.id
