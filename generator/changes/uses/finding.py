"""The search: reads what has to do with the client until nothing new is learnt, and gathers what was found."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.changes.uses import calls, client_calls, statements
from generator.changes.uses.catalog import Catalog
from generator.changes.uses.facts import Facts
from generator.changes.uses.files import SourceFile, Tree, imports_of, parsed, tree_of
from generator.changes.uses.findings import Unfollowed, Use, Uses
from generator.changes.uses.frames import Frame, State, World
from generator.changes.uses.functions import parameter_values
from generator.changes.uses.modules import Modules, concerned, modules_of, needed
from generator.changes.uses.scopes import Unit
from generator.deep import deep
from generator.package.surface import Surface

RULES = (calls, client_calls, statements)
"""The modules that register rules; expressions come with statements."""


def find_uses(root: Path, surface: Surface) -> Uses:
    """Every place below a folder, or in a file, that uses a symbol of a client. Nothing is imported or run.

    What cannot be read or followed is among `unfollowed`; nothing is raised for it.
    """
    tree = tree_of(root, surface.package)
    return deep(lambda: _found(tree, surface, Path(os.path.realpath(root)).name))


@dataclass(slots=True)
class _Imports:
    """What each module imports, the trees of those that name the client, and what could not be read."""

    graph: dict[str, set[str]]
    seeds: dict[str, ast.Module]
    unread: list[Unfollowed]


def _found(tree: Tree, surface: Surface, root: str) -> Uses:
    modules = modules_of(tree.files, tree.copies, surface.package, root)
    imports = _imports(modules, {it.file for it in tree.unread})
    order = concerned(imports.graph, imports.seeds)
    relevant = frozenset(order)
    ranks = {path: rank for rank, path in enumerate([*order, *sorted(modules.files.keys() - relevant)])}
    world = World(modules, Catalog(surface), relevant, imports.seeds, Facts(ranks))
    for path in order:
        world.load(path)
    while (unit := world.facts.next()) is not None:
        _read(world, unit)
    unfollowed = {*tree.unread, *imports.unread}.union(*world.unfollowed.values())
    return Uses(
        _once(use for found in world.uses.values() for use in found), tuple(sorted(unfollowed)), len(tree.files)
    )


def _imports(modules: Modules, unread: set[str]) -> _Imports:
    found = _Imports({}, {}, [])
    for path, source in modules.files.items():
        if source.name not in unread:
            try:
                tree = parsed(source.text)
                found.graph[path] = needed(modules, source, imports_of(tree))
                if modules.package in source.text:
                    found.seeds[path] = tree  # others may have to be parsed again, but need not all be held at a time
            except ValueError as why:
                found.unread.append(_at(source, str(why)))
    return found


def _at(source: SourceFile, reason: str) -> Unfollowed:
    return Unfollowed(source.name, 1, 1, reason)


def _read(world: World, unit: Unit) -> None:
    """Reads a unit, once more if it has been read: what was found then is found again."""
    module = world.load(unit.path)
    if module is None or isinstance(unit.node, ast.Lambda):
        return
    world.uses.pop(unit, None)
    world.unfollowed.pop(unit, None)
    frame = Frame(world, unit, module, owner=unit.owner)
    frame.state = State(parameter_values(frame, unit))
    try:
        frame.run(unit.node.body)
    except RecursionError:
        frame.lose(frame.place_at(getattr(unit.node, "lineno", 1), 0), "nested too deeply to be followed")


def _once(uses: Iterable[Use]) -> tuple[Use, ...]:
    """Each use once: what is used in two ways at one place counts for the first of them in the alphabet."""
    found: dict[tuple[str, int, int, str], Use] = {}
    for it in sorted(uses):
        found.setdefault((it.file, it.line, it.col, it.symbol), it)
    return tuple(found.values())
