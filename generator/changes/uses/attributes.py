"""Attributes: what a name after a dot leads to, and where a value goes that is put there."""

from __future__ import annotations

import ast

from generator.changes.uses.annotations import instances
from generator.changes.uses.classes import declared, foreign_bases, lineage, nearest
from generator.changes.uses.containers import CONTAINERS, carried
from generator.changes.uses.expectations import expect
from generator.changes.uses.frames import As, Frame, Given, Passed
from generator.changes.uses.functions import bound, returned
from generator.changes.uses.names import member
from generator.changes.uses.scopes import Class
from generator.changes.uses.values import (
    NOTHING,
    Atom,
    AwaitableOf,
    Bound,
    ClassType,
    ContainerMethod,
    External,
    Function,
    Instance,
    MethodValue,
    PackageModule,
    Place,
    RepositoryModule,
    Returns,
    Super,
    Value,
    just,
)


def attribute(frame: Frame, base: Value, name: str, place: Place, how: As = "reference") -> Value:
    """What an attribute of something is. Its use is noted at `place`."""
    found = NOTHING
    for atom in base:
        found |= _of(frame, atom, name, place, how)
    frame.mention(found, lambda: place, how)
    return found


def _of(frame: Frame, atom: Atom, name: str, place: Place, how: As) -> Value:
    match atom:
        case RepositoryModule():
            return member(frame, atom.path, name)
        case PackageModule():
            return frame.world.catalog.exported(atom.name, name)
        case External():
            vendored = name == frame.world.modules.package
            return just(PackageModule("") if vendored else External(f"{atom.name}.{name}"))
        case ClassType():
            return _of_class(frame, atom.scope, name, place)
        case Instance():
            return _of_instance(frame, atom.scope, name, place)
        case Super():
            return _of_super(frame, atom.scope, name, place)
        case AwaitableOf() if name == "result":
            return just(Returns(atom.result))
        case _ if isinstance(atom, CONTAINERS):
            return just(ContainerMethod(atom, name))
        case _:
            return _of_client(frame, atom, name, place, how)


def _of_client(frame: Frame, atom: Atom, name: str, place: Place, how: As) -> Value:
    found = frame.world.catalog.member(atom, name)
    if found is None:
        return NOTHING
    called = how == "call" and any(isinstance(it, MethodValue) for it in found.value)
    if found.symbol and not called:  # the call itself notes a method that is called
        frame.use(found.symbol, place, found.how)
    return found.value


# ── classes of the repository ───────────────────────────────────────────────────────────────────────────────────────


def _of_class(frame: Frame, scope: Class, name: str, place: Place) -> Value:
    found = nearest(frame, lineage(frame, scope), name)
    if found:
        return frozenset(Bound(it) if isinstance(it, Function) and "class" in it.marks else it for it in found)
    return _inherited(frame, foreign_bases(frame, scope), name, place)


def _of_instance(frame: Frame, scope: Class, name: str, place: Place) -> Value:
    found = declared(frame, scope, name)
    if found:
        return NOTHING.union(*(_through_instance(frame, it) for it in found))
    return _inherited(frame, instances(frame, foreign_bases(frame, scope)), name, place)


def _of_super(frame: Frame, scope: Class, name: str, place: Place) -> Value:
    found = nearest(frame, lineage(frame, scope)[1:], name)
    if found:
        return NOTHING.union(*(_through_instance(frame, it) for it in found))
    bases = foreign_bases(frame, scope)
    return bases if name == "__init__" else _inherited(frame, instances(frame, bases), name, place)


def _through_instance(frame: Frame, atom: Atom) -> Value:
    if not isinstance(atom, Function) or "static" in atom.marks:
        return just(atom)
    return returned(frame, atom) if "property" in atom.marks else just(Bound(atom))


def _inherited(frame: Frame, bases: Value, name: str, place: Place) -> Value:
    """What comes from the client to a class that inherits from it, or to its instances."""
    return NOTHING.union(*(_of_client(frame, it, name, place, "reference") for it in bases))


# ── putting something there ─────────────────────────────────────────────────────────────────────────────────────────


def store_attribute(frame: Frame, node: ast.Attribute, value: Value) -> None:
    """Puts a value into an attribute."""
    base, place = frame.value(node.value), frame.name_place(node)
    followed = False
    for atom in base:
        match atom:
            case Instance() | ClassType():
                _learn(frame, atom.scope, node.attr, Passed(value, place))
            case RepositoryModule():
                loaded = frame.world.load(atom.path)
                if loaded is not None:
                    frame.world.facts.add(("variable", loaded.scopes.units[0], node.attr), value)
            case External():
                continue
            case _:
                expect(frame, value, attribute(frame, just(atom), node.attr, place))
        followed = True
    what = "" if followed else carried(frame, value)
    if what:
        frame.lose(place, f"{what} is stored where it is not followed")
    forget(frame, node)


def _learn(frame: Frame, scope: Class, name: str, passed: Passed) -> None:
    """A property is given what is put there."""
    frame.learn_attribute(scope, name, passed.value)
    for it in nearest(frame, lineage(frame, scope), name):
        if isinstance(it, Function) and "property" in it.marks:
            bound(frame, it.unit, Given(passed.place, (passed,)), 1)


def chain(node: ast.expr) -> str:
    """`self.event.payload` as a text; empty for anything but names and attributes."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(names)]) if isinstance(node, ast.Name) else ""


def forget(frame: Frame, node: ast.expr) -> None:
    """Drops what checks have told of an attribute that gets another value, and of what is behind it."""
    own = chain(node)
    for it in [it for it in frame.state.chains if it == own or it.startswith(f"{own}.")]:
        del frame.state.chains[it]
