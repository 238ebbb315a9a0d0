"""Calls: what is called with which arguments, and what of the client gets lost in code that is not followed."""

from __future__ import annotations

import ast

from generator.changes.uses.classes import foreign_bases, lineage, method_of, nearest
from generator.changes.uses.containers import carried, content, is_open, items_of
from generator.changes.uses.expectations import arguments_given, client_arguments_given, fields_given
from generator.changes.uses.frames import As, Frame, Given, Passed, callee, expression
from generator.changes.uses.functions import bound
from generator.changes.uses.library import FUNCTIONS, HARMLESS, METHODS
from generator.changes.uses.texts import called_by_text
from generator.changes.uses.values import (
    NOTHING,
    ClassType,
    ClientType,
    DictAt,
    Entry,
    External,
    Function,
    Instance,
    MethodValue,
    ModelType,
    Partial,
    Place,
    TupleOf,
    TypeOf,
    Value,
    just,
)


@expression(ast.Call)
def _call(frame: Frame, node: ast.Call, how: As) -> Value:
    called = frame.value(node.func, "call")
    if not called and _last_name(node.func) not in METHODS:
        _lost(frame, node)
        return NOTHING
    given = _given(frame, node, called)
    place = _name_place(frame, node.func)
    for atom in called:
        if isinstance(atom, MethodValue):
            frame.use(frame.world.catalog.method(atom).symbol, place, "call")
    by_text = called_by_text(frame, node, called, given)
    if by_text is not None:
        return by_text
    found = frame.call(called, given)
    if all(isinstance(it, External) for it in called):
        found |= _outside(frame, node, called, given)
    return found


def _lost(frame: Frame, node: ast.Call) -> None:
    """A call of which nothing is known, as most are: what of the client it is given is lost."""
    silent = _last_name(node.func) in HARMLESS
    given: list[tuple[ast.expr | ast.keyword, ast.expr]] = [(it, it) for it in node.args]
    for it, inner in [*given, *((it, it.value) for it in node.keywords)]:
        value = frame.value(inner)
        what = carried(frame, value) if value and not silent else ""
        if what:
            frame.lose(frame.place(it), f"{what} is passed to code that is not followed")


def _name_place(frame: Frame, node: ast.expr) -> Place:
    return frame.name_place(node) if isinstance(node, ast.Attribute) else frame.place(node)


def _given(frame: Frame, node: ast.Call, called: Value) -> Given:
    """The arguments, evaluated in their order."""
    positional: list[Passed] = []
    starred: Passed | None = None
    for it in node.args:
        value, place = frame.value(it, _how(called, len(positional))), frame.place(it)
        exact = next(iter(value)) if isinstance(it, ast.Starred) and len(value) == 1 else None
        if isinstance(exact, TupleOf) and starred is None:
            positional += [Passed(item, place) for item in exact.items]
        elif isinstance(it, ast.Starred):
            starred = Passed((starred.value if starred else NOTHING) | items_of(frame, value), place)
        elif starred is None:
            positional.append(Passed(value, place))
        else:
            starred = Passed(starred.value | value, starred.place)
    named: list[tuple[str, Passed]] = []
    rest: Passed | None = None
    for keyword in node.keywords:
        value, place = frame.value(keyword.value), frame.place(keyword)
        if keyword.arg is not None:
            named.append((keyword.arg, Passed(value, place)))
            continue
        dicts = [it for it in value if isinstance(it, DictAt)]
        found = NOTHING.union(*(content(frame, it.place) for it in dicts))
        named += [(it.key, Passed(it.value, it.place)) for it in found if isinstance(it, Entry)]
        if not dicts or len(dicts) < len(value) or any(is_open(frame, it) for it in dicts):
            rest = Passed(value, place)
    return Given(frame.place(node), tuple(positional), tuple(named), starred, rest)


def _how(called: Value, index: int) -> As:
    """The first argument of `cast` is a type, which may be a text."""
    is_type = index == 0 and any(isinstance(it, External) and it.last == "cast" for it in called)
    return "annotation" if is_type else "reference"


# ── outside of the repository ───────────────────────────────────────────────────────────────────────────────────────


@callee(External)
def _external(frame: Frame, atom: External, given: Given) -> Value:
    rule = FUNCTIONS.get(atom.name)
    return rule(frame, given) if rule is not None else NOTHING


def _outside(frame: Frame, node: ast.Call, called: Value, given: Given) -> Value:
    """What a call returns of which not even the function is known. What of the client it is given is lost."""
    names = sorted(it.name for it in called if isinstance(it, External))
    last = names[0].rpartition(".")[2] if names else _last_name(node.func)
    if any(name in FUNCTIONS or name.startswith("builtins.") for name in names) or last in HARMLESS:
        return NOTHING
    if last in METHODS and isinstance(node.func, ast.Attribute):
        found = METHODS[last](frame, given)
        if found:
            return found
    others = [it for it in (given.starred, given.rest) if it is not None]
    for passed in [*given.positional, *(it for _, it in given.named), *others]:
        what = carried(frame, passed.value)
        if what:
            frame.lose(passed.place, f"{what} is passed to code that is not followed")
    return NOTHING


def _last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


# ── the repository ──────────────────────────────────────────────────────────────────────────────────────────────────


@callee(TypeOf)
def _type(frame: Frame, atom: TypeOf, given: Given) -> Value:
    return atom.instance


@callee(Instance)
def _instance(frame: Frame, atom: Instance, given: Given) -> Value:
    return frame.call(method_of(frame, atom, "__call__"), given)


@callee(Partial)
def _partial(frame: Frame, atom: Partial, given: Given) -> Value:
    found = NOTHING
    for it in atom.callee:
        if isinstance(it, MethodValue):
            arguments_given(frame, given, frame.world.catalog.method(it), atom.given)
            found |= frame.world.catalog.returned(it)
        else:
            own = (Passed(NOTHING, given.place),) * atom.given
            rest = Given(given.place, own + given.positional, given.named, given.starred, given.rest)
            found |= frame.call(just(it), rest)
    return found


@callee(ClassType)
def _class(frame: Frame, atom: ClassType, given: Given) -> Value:
    made = just(Instance(atom.scope))
    constructors = nearest(frame, lineage(frame, atom.scope), "__init__")
    if constructors:
        for it in constructors:
            if isinstance(it, Function):
                bound(frame, it.unit, given, 1)
        return made
    bases = foreign_bases(frame, atom.scope)
    for base in bases:
        if isinstance(base, ClientType):
            client_arguments_given(frame, given)
        elif isinstance(base, ModelType):
            fields_given(frame, given, frame.world.catalog.model(base.name))
    _fields(frame, atom, given)
    return made


def _fields(frame: Frame, atom: ClassType, given: Given) -> None:
    """The arguments of a class without a constructor of its own are its fields, as those of dataclasses are."""
    names = [name for scope in reversed(lineage(frame, atom.scope)) for name in scope.fields]
    for name, passed in [*zip(names, given.positional), *given.named]:
        frame.learn_attribute(atom.scope, name, passed.value)
    for passed in given.positional[len(names) :]:
        what = carried(frame, passed.value)
        if what:
            frame.lose(passed.place, f"{what} is passed to code that is not followed")
