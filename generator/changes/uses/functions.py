"""Functions of the repository: what they are given, what they return, what their decorators make of them."""

from __future__ import annotations

import ast

from generator.changes.uses.containers import dict_at, items_of, put
from generator.changes.uses.frames import Frame, Given, Passed, callee
from generator.changes.uses.scopes import Unit
from generator.changes.uses.values import (
    NOTHING,
    AwaitableOf,
    Bound,
    ContextOf,
    Entry,
    External,
    Function,
    ListOf,
    MapOf,
    Place,
    Rest,
    Value,
    just,
)

FIXTURE = "fixture"


def marks_of(value: Value) -> frozenset[str]:
    """What a decorator makes of a function, as far as that matters."""
    names = {it.last for it in value if isinstance(it, External)}
    found = {_MARKS[it] for it in names & _MARKS.keys()}
    return frozenset(found | {"property" for it in names if "property" in it or it == "reify"})


_MARKS = {
    "staticmethod": "static",
    "classmethod": "class",
    "contextmanager": "context",
    "asynccontextmanager": "context",
    "overload": "overload",
    "fixture": FIXTURE,
}


@callee(Function)
def returned(frame: Frame, atom: Function, given: Given | None = None) -> Value:
    """What a call returns, by the annotation or else by what the function does."""
    if given is not None:
        bound(frame, atom.unit, given, 0)
    frame.world.reach(atom.unit, frame.unit)
    facts, unit = frame.world.facts, atom.unit
    found = facts.read(("annotated", unit, ""), frame.unit)
    if not found:
        found = facts.read(("yield" if unit.is_generator else "return", unit, ""), frame.unit)
        found = just(ListOf(found)) if unit.is_generator and found else found
    if "context" in atom.marks:
        return just(ContextOf(items_of(frame, found)))
    return just(AwaitableOf(found)) if unit.is_async and found else found


@callee(Bound)
def _method(frame: Frame, atom: Bound, given: Given) -> Value:
    bound(frame, atom.function.unit, given, 1)
    return returned(frame, atom.function)


def bound(frame: Frame, unit: Unit, given: Given, skipped: int) -> None:
    """Gives a function its arguments; the first ones are left out where it is a method."""
    if isinstance(unit.node, ast.Module):
        return
    node = unit.node.args
    positional = [it.arg for it in [*node.posonlyargs, *node.args]]
    named = {*positional, *(it.arg for it in node.kwonlyargs)}
    left = positional[skipped:]
    for name, passed in zip(left, given.positional):
        _pass(frame, unit, name, passed.value)
    if node.vararg is not None:
        for passed in given.positional[len(left) :]:
            _pass(frame, unit, node.vararg.arg, passed.value)
    for key, passed in given.named:
        if key in named:
            _pass(frame, unit, key, passed.value)
        elif node.kwarg is not None:
            put(frame, rest_place(unit, node.kwarg), just(Entry(key, passed.place, passed.value)))
            frame.world.wake(unit.path, frame.unit.path)
    if given.starred is not None:
        for name in left[len(given.positional) :] + ([node.vararg.arg] if node.vararg else []):
            _pass(frame, unit, name, given.starred.value)


def _pass(frame: Frame, unit: Unit, name: str, value: Value) -> None:
    if frame.world.facts.add(("parameter", unit, name), value) and not all(isinstance(it, External) for it in value):
        frame.world.wake(unit.path, frame.unit.path)


def rest_place(unit: Unit, parameter: ast.arg) -> Place:
    """Where the dict of a `**` parameter is taken to be made."""
    return Place(unit.path, parameter.lineno, parameter.col_offset)


def parameter_values(frame: Frame, unit: Unit) -> dict[str, Value]:
    """What the parameters of a function may be, by annotation, default and the calls in the repository."""
    if isinstance(unit.node, ast.Module):
        return {}
    node, facts = unit.node.args, frame.world.facts
    found = {}
    for it in [*node.posonlyargs, *node.args, *node.kwonlyargs]:
        found[it.arg] = facts.read(("parameter", unit, it.arg), frame.unit)
    if node.vararg is not None:
        found[node.vararg.arg] = just(ListOf(facts.read(("parameter", unit, node.vararg.arg), frame.unit)))
    if node.kwarg is not None:
        declared = facts.read(("parameter", unit, node.kwarg.arg), frame.unit)
        made = dict_at(frame, rest_place(unit, node.kwarg), just(Rest(NOTHING)))  # callers elsewhere may give more
        found[node.kwarg.arg] = made | ({MapOf(NOTHING, declared)} if declared else NOTHING)
    return found


def element(place: Place, value: Value) -> Given:
    """A call with one positional argument."""
    return Given(place, (Passed(value, place),))
