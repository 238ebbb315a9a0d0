"""The rules of statements: what they bind, and which ways the code may go."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from generator.changes.uses.annotations import annotated
from generator.changes.uses.attributes import chain
from generator.changes.uses.containers import entered, items_of, put
from generator.changes.uses.definitions import define_class, define_function
from generator.changes.uses.expressions import assign
from generator.changes.uses.frames import Frame, State, statement
from generator.changes.uses.names import imported_module, imported_name, resolved
from generator.changes.uses.narrowing import irrefutable, matched, narrow, set_known
from generator.changes.uses.values import (
    NOTHING,
    ErrorType,
    ErrorValue,
    External,
    ListAt,
    RepositoryModule,
    TupleOf,
    Value,
)

ROUNDS = (3, 2, 2, 1)
"""How often the body of a loop is followed, since what it ends with is what it may begin with; by how many loops it is in."""


# ── values ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@statement(ast.Expr)
def _expression(frame: Frame, node: ast.Expr) -> bool:
    frame.value(node.value)
    return True


@statement(ast.Assign)
def _assign(frame: Frame, node: ast.Assign) -> bool:
    found = frame.value(node.value)
    for target in node.targets:
        assign(frame, target, found)
    return True


@statement(ast.AnnAssign)
def _annotated(frame: Frame, node: ast.AnnAssign) -> bool:
    declared = annotated(frame, node.annotation)
    given = frame.value(node.value)
    if node.value is not None or declared:
        assign(frame, node.target, declared | given)
    return True


@statement(ast.AugAssign)
def _augmented(frame: Frame, node: ast.AugAssign) -> bool:
    known, added = frame.value(node.target), frame.value(node.value)
    for atom in known:
        if isinstance(atom, ListAt):
            put(frame, atom.place, items_of(frame, added))
    if isinstance(node.target, ast.Name):
        frame.bind(node.target.id, known)
    return True


@statement(ast.Delete)
def _delete(frame: Frame, node: ast.Delete) -> bool:
    for it in node.targets:
        if not isinstance(it, ast.Name):
            frame.value(it)
    return True


@statement(ast.Return)
def _return(frame: Frame, node: ast.Return) -> bool:
    frame.world.facts.add(("return", frame.unit, ""), frame.value(node.value))
    return False


@statement(ast.Raise)
def _raise(frame: Frame, node: ast.Raise) -> bool:
    frame.value(node.exc)
    frame.value(node.cause)
    return False


@statement(ast.Assert)
def _assert(frame: Frame, node: ast.Assert) -> bool:
    frame.value(node.test)
    frame.value(node.msg)
    narrow(frame, node.test, True)
    return True


# ── definitions and imports ─────────────────────────────────────────────────────────────────────────────────────────


@statement(ast.FunctionDef, ast.AsyncFunctionDef)
def _function(frame: Frame, node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    define_function(frame, node)
    return True


@statement(ast.ClassDef)
def _class(frame: Frame, node: ast.ClassDef) -> bool:
    define_class(frame, node)
    return True


@statement(ast.Import)
def _import(frame: Frame, node: ast.Import) -> bool:
    for it in node.names:
        name = it.asname or it.name.partition(".")[0]
        frame.bind(name, imported_module(frame, it.name if it.asname else name))
    return True


@statement(ast.ImportFrom)
def _import_from(frame: Frame, node: ast.ImportFrom) -> bool:
    for it in node.names:
        if it.name == "*":
            _starred(frame, node)
            continue
        found = imported_name(frame, node, it.name)
        frame.bind(it.asname or it.name, found)
        if frame.module.relevant:
            _imported(frame, it, resolved(frame, found))
    return True


def _imported(frame: Frame, node: ast.alias, value: Value) -> None:
    frame.mention(value, lambda: frame.place(node), "import")


def _starred(frame: Frame, node: ast.ImportFrom) -> None:
    """Names come through a star as they are looked up; here it is only told if there is nothing to look them up in."""
    modules = frame.world.modules
    atom = modules.located(node.module or "", node.level, frame.module.source)
    if isinstance(atom, RepositoryModule):
        lost = frame.world.load(atom.path) is None
    else:
        lost = isinstance(atom, External) and bool(node.level or (node.module or "").split(".")[0] in modules.tops)
    if lost:
        frame.lose(frame.place(node), "a star import of a module that cannot be found or read")


# ── ways ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@statement(ast.If)
def _if(frame: Frame, node: ast.If) -> bool:
    frame.value(node.test)
    before = frame.state
    ends = []
    for body, holds in ((node.body, True), (node.orelse, False)):
        frame.state = before.copy()
        narrow(frame, node.test, holds)
        ends.append((frame.run(body), frame.state))
    return _meet(frame, ends)


def _meet(frame: Frame, ends: list[tuple[bool, State]]) -> bool:
    """Goes on where several ways meet; those that have ended before count only if all have."""
    alive = [state for reached, state in ends if reached]
    states = alive or [state for _, state in ends]
    frame.state = State.any_of(states)
    return bool(alive)


@statement(ast.For, ast.AsyncFor)
def _for(frame: Frame, node: ast.For | ast.AsyncFor) -> bool:
    items = items_of(frame, frame.value(node.iter))

    def once() -> None:
        assign(frame, node.target, items)

    _loop(frame, node.body, node.orelse, once)
    return True


@statement(ast.While)
def _while(frame: Frame, node: ast.While) -> bool:
    def once() -> None:
        frame.value(node.test)
        narrow(frame, node.test, True)

    _loop(frame, node.body, node.orelse, once)
    return True


def _loop(frame: Frame, body: list[ast.stmt], orelse: list[ast.stmt], once: Callable[[], None]) -> None:
    start = frame.state
    broken: list[State] = []
    for _ in range(ROUNDS[min(len(frame.breaks), len(ROUNDS) - 1)]):
        frame.state = start.copy()
        frame.breaks.append([])
        frame.continues.append([])
        once()
        alive = frame.run(body)
        broken, ends = frame.breaks.pop(), frame.continues.pop() + ([frame.state] if alive else [])
        merged = start.joined(*ends)
        settled = _same(merged, start)
        start = merged
        if settled:
            break
    frame.state = start.copy()
    frame.run(orelse)
    frame.state = frame.state.joined(*broken)


def _same(one: State, other: State) -> bool:
    """Whether nothing was learnt by going round once more: a variable that has nothing yet has not changed."""
    return all(value <= other.names.get(name, NOTHING) for name, value in one.names.items())


@statement(ast.Break)
def _break(frame: Frame, node: ast.Break) -> bool:
    if frame.breaks:
        frame.breaks[-1].append(frame.state.copy())
    return False


@statement(ast.Continue)
def _continue(frame: Frame, node: ast.Continue) -> bool:
    if frame.continues:
        frame.continues[-1].append(frame.state.copy())
    return False


@statement(ast.With, ast.AsyncWith)
def _with(frame: Frame, node: ast.With | ast.AsyncWith) -> bool:
    for it in node.items:
        found = entered(frame, frame.value(it.context_expr))
        if it.optional_vars is not None:
            assign(frame, it.optional_vars, found)
    return frame.run(node.body)


def _try(frame: Frame, node: ast.Try) -> bool:
    before = frame.state.copy()
    alive = frame.run(node.body)
    at_error = before.joined(frame.state)  # the error may have come at any point
    if alive:
        alive = frame.run(node.orelse)
    ends = [(alive, frame.state)]
    for handler in node.handlers:
        frame.state = at_error.copy()
        _caught(frame, handler)
        ends.append((frame.run(handler.body), frame.state))
    frame.state = at_error.copy()
    frame.run(node.finalbody)  # once for errors that nobody has caught
    alive = _meet(frame, ends)
    return frame.run(node.finalbody) and alive


def _caught(frame: Frame, handler: ast.ExceptHandler) -> None:
    found = frame.value(handler.type, "except")
    if handler.name is not None:
        frame.bind(handler.name, _raised(found))


def _raised(value: Value) -> Value:
    found = frozenset(ErrorValue(it.name) for it in value if isinstance(it, ErrorType))
    return found.union(*(_raised(item) for it in value if isinstance(it, TupleOf) for item in it.items))


def _type_alias(frame: Frame, node: Any) -> bool:
    """`type Hooks = list[Webhook]`."""
    frame.bind(node.name.id, frame.value(node.value, "annotation"))
    return True


statement(ast.Try)(_try)
# Newer versions of Python have more.
for _kind, _rule in (("TryStar", _try), ("TypeAlias", _type_alias)):
    if hasattr(ast, _kind):
        statement(getattr(ast, _kind))(_rule)


@statement(ast.Match)
def _match(frame: Frame, node: ast.Match) -> bool:
    subject, name = frame.value(node.subject), chain(node.subject)
    before = frame.state
    ends = []
    for case in node.cases:
        frame.state = before.copy()
        found = matched(frame, case.pattern, subject)
        if name and found:
            set_known(frame, name, found)
        frame.value(case.guard)
        if case.guard is not None:
            narrow(frame, case.guard, True)
        ends.append((frame.run(case.body), frame.state))
    if not any(irrefutable(node.cases)):
        ends.append((True, before))
    return _meet(frame, ends)
