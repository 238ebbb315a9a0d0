"""Attributes: what a name after a dot leads to, and where a value goes that is put there."""

from __future__ import annotations

import ast

from generator.changes.uses.annotations import instances
from generator.changes.uses.containers import CONTAINERS, carried, put
from generator.changes.uses.expectations import expect
from generator.changes.uses.frames import As, Frame
from generator.changes.uses.functions import returned
from generator.changes.uses.names import member
from generator.changes.uses.scopes import Class
from generator.changes.uses.values import (
    NOTHING,
    Atom,
    AwaitableOf,
    Bound,
    ClassType,
    ContainerMethod,
    DictAt,
    Entry,
    External,
    Function,
    Instance,
    ListAt,
    MethodValue,
    PackageModule,
    Place,
    RepositoryModule,
    Rest,
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
            return _of_class(frame, atom, name, place)
        case Instance():
            return _of_instance(frame, atom, atom.scope, name, place)
        case Super():
            return _of_super(frame, atom, name, place)
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


def _of_class(frame: Frame, atom: ClassType, name: str, place: Place) -> Value:
    for scope in frame.lineage(atom.scope):
        found = frame.world.facts.read(("attribute", scope, name), frame.unit)
        if found:
            return NOTHING.union(*(_through_class(it) for it in found))
    return _inherited(frame, frame.lineage(atom.scope), name, place, of_instance=False)


def _through_class(atom: Atom) -> Value:
    return just(Bound(atom) if isinstance(atom, Function) and "class" in atom.marks else atom)


def _of_instance(frame: Frame, atom: Atom, scope: Class, name: str, place: Place) -> Value:
    lineage = frame.lineage(scope)
    found = _declared(frame, lineage, name)
    return found if found is not None else _inherited(frame, lineage, name, place, of_instance=True)


def _declared(frame: Frame, lineage: list[Class], name: str) -> Value | None:
    """What the nearest class has under a name, as its instances have it."""
    for scope in lineage:
        found = frame.world.facts.read(("attribute", scope, name), frame.unit)
        if found:
            return NOTHING.union(*(_through_instance(frame, it) for it in found))
    return None


def _through_instance(frame: Frame, atom: Atom) -> Value:
    if not isinstance(atom, Function) or "static" in atom.marks:
        return just(atom)
    return returned(frame, atom) if "property" in atom.marks else just(Bound(atom))


def _inherited(frame: Frame, lineage: list[Class], name: str, place: Place, of_instance: bool) -> Value:
    """What comes of a class of the client that a class of the repository inherits from."""
    bases = _foreign_bases(frame, lineage)
    found = NOTHING
    for it in instances(frame, bases) if of_instance else bases:
        found |= _of_client(frame, it, name, place, "reference")
    return found


def _foreign_bases(frame: Frame, lineage: list[Class]) -> Value:
    found = NOTHING.union(*(frame.world.facts.read(("bases", it, ""), frame.unit) for it in lineage))
    return frozenset(it for it in found if not isinstance(it, (ClassType, External)))


def _of_super(frame: Frame, atom: Super, name: str, place: Place) -> Value:
    lineage = frame.lineage(atom.scope)
    found = _declared(frame, lineage[1:], name)
    if found is not None:
        return found
    if name == "__init__":
        return _foreign_bases(frame, lineage)
    return _inherited(frame, lineage, name, place, of_instance=True)


# ── putting something there ─────────────────────────────────────────────────────────────────────────────────────────


def store_attribute(frame: Frame, node: ast.Attribute, value: Value) -> None:
    """Puts a value into an attribute."""
    base, place = frame.value(node.value), frame.name_place(node)
    followed = False
    for atom in base:
        match atom:
            case Instance() | ClassType():
                frame.learn_attribute(atom.scope, node.attr, value)
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


def store_item(frame: Frame, node: ast.Subscript, value: Value) -> None:
    """Puts a value into a list or a dict."""
    base = frame.value(node.value)
    frame.value(node.slice)
    followed = False
    for atom in base:
        match atom:
            case ListAt():
                put(frame, atom.place, value)
            case DictAt():
                put(frame, atom.place, just(entry(frame, node.slice, value)))
            case External():
                continue
        followed = True
    what = "" if followed else carried(frame, value)
    if what:
        frame.lose(frame.place(node), f"{what} is stored where it is not followed")


def entry(frame: Frame, key: ast.expr, value: Value) -> Atom:
    """An entry of a dict with this key."""
    if isinstance(key, ast.Constant) and isinstance(key.value, str):
        return Entry(key.value, frame.place(key), value)
    return Rest(value)


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
