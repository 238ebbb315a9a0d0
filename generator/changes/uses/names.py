"""What a name means: a variable, what another module calls so, or something that Python itself has."""

from __future__ import annotations

import ast
import builtins

from generator.changes.uses.frames import Frame, Loaded
from generator.changes.uses.scopes import Unit
from generator.changes.uses.values import (
    NOTHING,
    External,
    Imported,
    PackageModule,
    RepositoryModule,
    Value,
    just,
)

_BUILTINS = frozenset(dir(builtins))


def looked_up(frame: Frame, name: str) -> Value:
    """What a variable may be at this point of the code."""
    inner: Frame | None = frame
    while inner is not None:
        found = inner.state.names.get(name)
        if found is not None and name not in frame.unit.lent:  # others may have changed it meanwhile
            return resolved(frame, found)
        inner = inner.around
    unit: Unit | None = frame.unit
    while unit is not None:
        if name in unit.bound:
            home = unit.borrowed.get(name, unit)
            return resolved(frame, frame.world.facts.read(("variable", home, name), frame.unit))
        unit = unit.outer
    found = _starred(frame, frame.module, name, frozenset())
    return found or (just(External(f"builtins.{name}")) if name in _BUILTINS else NOTHING)


def resolved(frame: Frame, value: Value, seen: frozenset[tuple[str, str]] = frozenset()) -> Value:
    """The same with what other modules call so in place of imported names."""
    imported = [it for it in value if isinstance(it, Imported)]
    if not imported:
        return value
    found = {it for it in value if not isinstance(it, Imported)}
    return frozenset(found).union(*(member(frame, it.path, it.name, seen) for it in imported))


def member(frame: Frame, path: str, name: str, seen: frozenset[tuple[str, str]] = frozenset()) -> Value:
    """What a module or folder of the repository has under a name: its own, what it imports, a module in it."""
    if (path, name) in seen:
        return NOTHING
    seen |= {(path, name)}
    loaded = frame.world.load(path)
    found = NOTHING
    if loaded is not None:
        module = loaded.scopes.units[0]
        if name in module.bound:
            found = resolved(frame, frame.world.facts.read(("variable", module, name), frame.unit), seen)
        found = found or _starred(frame, loaded, name, seen)
    child = frame.world.modules.child(path, name)
    if not found and child is not None:
        return just(child)
    known = loaded is not None and name in loaded.scopes.units[0].bound
    return found if found or known else just(External(f"{path.replace('/', '.')}.{name}".lstrip(".")))


def _starred(frame: Frame, loaded: Loaded, name: str, seen: frozenset[tuple[str, str]]) -> Value:
    """What a module has under a name by `from … import *`."""
    found = NOTHING
    for node in loaded.scopes.stars:
        atom = frame.world.modules.located(node.module or "", node.level, loaded.source)
        if isinstance(atom, PackageModule):
            found |= frame.world.catalog.starred(atom.name, name)
        elif isinstance(atom, RepositoryModule) and not name.startswith("_"):
            inner = member(frame, atom.path, name, seen)
            found |= frozenset(it for it in inner if not isinstance(it, External))
    return found


def imported_name(frame: Frame, node: ast.ImportFrom, name: str) -> Value:
    """What `from … import name` binds."""
    atom = frame.world.modules.located(node.module or "", node.level, frame.module.source)
    match atom:
        case RepositoryModule():
            return just(Imported(atom.path, name))
        case PackageModule():
            return frame.world.catalog.exported(atom.name, name)
        case External():
            return just(External(f"{atom.name}.{name}"))
        case _:
            return NOTHING


def imported_module(frame: Frame, name: str) -> Value:
    """What `import name` leads to in the end."""
    return just(frame.world.modules.located(name, 0, frame.module.source))
