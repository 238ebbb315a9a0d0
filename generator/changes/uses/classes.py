"""Classes of the repository: what they inherit, who inherits from them, and what they and their instances have."""

from __future__ import annotations

from collections.abc import Iterable

from generator.changes.uses.frames import Frame
from generator.changes.uses.scopes import Class
from generator.changes.uses.values import NOTHING, Atom, Bound, ClassType, External, Function, Instance, Value, just


def lineage(frame: Frame, scope: Class) -> list[Class]:
    """A class and those of the repository that it inherits from, nearest first."""
    found: dict[Class, None] = {}
    waiting = [scope]
    while waiting:
        it = waiting.pop(0)
        if it not in found:
            found[it] = None
            waiting += _scopes(frame.world.facts.read(("bases", it, ""), frame.unit))
    return list(found)


def _scopes(value: Value) -> list[Class]:
    return sorted((it.scope for it in value if isinstance(it, ClassType)), key=lambda it: (it.path, it.node.lineno))


def heirs(frame: Frame, scope: Class) -> list[Class]:
    """The classes that inherit from a class."""
    return _scopes(frame.world.facts.read(("heirs", scope, ""), frame.unit))


def inherit(frame: Frame, scope: Class, bases: Value) -> None:
    """Notes what a class inherits from."""
    frame.world.facts.add(("bases", scope, ""), bases)
    for it in lineage(frame, scope)[1:]:
        frame.world.facts.add(("heirs", it, ""), just(ClassType(scope)))


def declared(frame: Frame, scope: Class, name: str) -> Value:
    """What an instance of a class, or of one that inherits from it, has under a name: functions are still functions."""
    below = heirs(frame, scope)
    found = nearest(frame, lineage(frame, scope), name)
    found = found.union(*(_own(frame, it, name) for it in below))
    # A class that is mixed into others uses what those have from elsewhere.
    return found or NOTHING.union(*(nearest(frame, lineage(frame, it), name) for it in below))


def nearest(frame: Frame, scopes: Iterable[Class], name: str) -> Value:
    """What the first of some classes has that has something under a name."""
    return next((found for it in scopes if (found := _own(frame, it, name))), NOTHING)


def _own(frame: Frame, scope: Class, name: str) -> Value:
    return frame.world.facts.read(("attribute", scope, name), frame.unit)


def foreign_bases(frame: Frame, scope: Class) -> Value:
    """What of the client a class inherits from, or else those that inherit from it."""
    found = _foreign(frame, lineage(frame, scope))
    return found or NOTHING.union(*(_foreign(frame, lineage(frame, it)) for it in heirs(frame, scope)))


def _foreign(frame: Frame, scopes: Iterable[Class]) -> Value:
    found = NOTHING.union(*(frame.world.facts.read(("bases", it, ""), frame.unit) for it in scopes))
    return frozenset(it for it in found if not isinstance(it, (ClassType, External)))


def method_of(frame: Frame, atom: Instance, name: str) -> Value:
    """A method of an instance."""
    return frozenset(Bound(it) for it in declared(frame, atom.scope, name) if isinstance(it, Function))


def is_one(frame: Frame, atom: Atom, wanted: Value) -> bool:
    """Whether an atom is one of those that are wanted, or an instance of a class that inherits from one."""
    if atom in wanted:
        return True
    return isinstance(atom, Instance) and any(Instance(it) in wanted for it in lineage(frame, atom.scope))
