"""Which module of a repository an import means, and which modules have to do with the client at all."""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.changes.uses.files import SourceFile
from generator.changes.uses.values import Atom, External, PackageModule, RepositoryModule


@dataclass(frozen=True)
class Modules:
    """The modules of a repository by their paths without ending; `src/acme` is the folder or its `__init__.py`.

    `folders` are all folders with code in them, `tops` the folders in which a top-level name is found. `name` is that of the
    root where the root is a package itself, otherwise empty.
    """

    package: str
    name: str
    files: Mapping[str, SourceFile]
    folders: frozenset[str]
    tops: Mapping[str, tuple[str, ...]]

    def located(self, name: str, level: int, importer: SourceFile) -> Atom:
        """What an import of a dotted name means in a file; `level` is the number of leading dots."""
        names = name.split(".") if name else []
        if level:
            base = importer.name.split("/")[:-1]
            if level - 1 > len(base):
                return External(name)
            return self._below("/".join(base[: len(base) - level + 1]), names)
        if names[0] == self.package:
            return PackageModule(".".join(names[1:]))
        if names[0] == self.name:
            return self._below("", names[1:])
        for base_ in self._bases(names[0], importer):
            found = self._below(base_, names)
            if not isinstance(found, External):
                return found
        return _installed(names, self.package)

    def child(self, path: str, name: str) -> Atom | None:
        """The module or folder of that name in a folder, the client if it is vendored there, else None."""
        inner = f"{path}/{name}" if path else name
        if inner in self.files or inner in self.folders:
            return RepositoryModule(inner)
        return PackageModule("") if name == self.package else None

    def _below(self, base: str, names: list[str]) -> Atom:
        found: Atom = RepositoryModule(base)
        for index, name in enumerate(names):
            child = self.child(found.path, name) if isinstance(found, RepositoryModule) else None
            if child is None or isinstance(child, PackageModule):
                return _installed(names[index:], self.package) if child is None else _inside(names[index + 1 :])
            found = child
        return found

    def _bases(self, top: str, importer: SourceFile) -> list[str]:
        """The folders that a top-level name may be looked up in, the one nearest to the file first."""
        own = importer.name.split("/")
        found = [it for it in self.tops.get(top, ()) if it == "" or top not in sys.stdlib_module_names]
        return sorted(found, key=lambda it: (-_shared(it.split("/") if it else [], own), it))


def _inside(names: list[str]) -> PackageModule:
    return PackageModule(".".join(names))


def _installed(names: list[str], package: str) -> Atom:
    """What is not in the repository: the client, wherever it was copied to, or something else."""
    if package in names:
        return _inside(names[names.index(package) + 1 :])
    return External(".".join(names))


def _shared(one: list[str], other: list[str]) -> int:
    count = 0
    for left, right in zip(one, other):
        if left != right:
            break
        count += 1
    return count


def modules_of(files: Iterable[SourceFile], copies: Iterable[str], package: str, root: str) -> Modules:
    """The modules that files make up. `copies` are the folders where the client was copied to, `root` is the root's name."""
    by_path: dict[str, SourceFile] = {}
    for file in files:
        path = module_path(file.name)
        if path in by_path:  # a folder wins over a file beside it, which nobody can import then
            by_path[by_path[path].name] = by_path[path]
        by_path[path] = file
    folders = {""} | {above for path in [*(it.name for it in by_path.values()), *copies] for above in _above(path)}
    packages = {path for path, it in by_path.items() if it.name.endswith("__init__.py")}
    tops: dict[str, list[str]] = defaultdict(list)
    for path in sorted({*by_path, *folders} - {""}):
        base, _, name = path.rpartition("/")
        if base not in packages:  # what is in a package is no top-level name
            tops[name].append(base)
    found = {name: tuple(bases) for name, bases in tops.items()}
    return Modules(package, root if "" in packages else "", by_path, frozenset(folders), found)


def module_path(file: str) -> str:
    """The path of a module by the name of its file: `acme/cli.py` is `acme/cli`, `acme/__init__.py` is `acme`."""
    path = file.removesuffix(".py")
    return path.removesuffix("__init__").rstrip("/") if path.rpartition("/")[2] == "__init__" else path


def _above(file: str) -> list[str]:
    parts = file.split("/")[:-1]
    return ["/".join(parts[: count + 1]) for count in range(len(parts))]


def needed(modules: Modules, file: SourceFile, imports: Iterable[ast.Import | ast.ImportFrom]) -> set[str]:
    """The paths of the modules of the repository that a file imports, folders on the way included."""
    found: list[Atom | None] = []
    for node in imports:
        if isinstance(node, ast.Import):
            for alias in node.names:
                parts = alias.name.split(".")
                found += [modules.located(".".join(parts[: count + 1]), 0, file) for count in range(len(parts))]
        else:
            atom = modules.located(node.module or "", node.level, file)
            found.append(atom)
            if isinstance(atom, RepositoryModule):
                found += [modules.child(atom.path, alias.name) for alias in node.names]
    return {it.path for it in found if isinstance(it, RepositoryModule)} & modules.files.keys()


def concerned(graph: Mapping[str, set[str]], seeds: Iterable[str]) -> list[str]:
    """The seeds and all modules that import one, directly or not; each after what it imports, as far as there is an order."""
    users: dict[str, set[str]] = defaultdict(set)
    for path, imports in graph.items():
        for it in imports:
            users[it].add(path)
    found: set[str] = set()
    waiting = list(seeds)
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += users[path]
    return _imports_first({path: graph[path] & found for path in found})


def _imports_first(graph: Mapping[str, set[str]]) -> list[str]:
    done: dict[str, None] = {}
    entered: set[str] = set()
    waiting = [(path, False) for path in sorted(graph, reverse=True)]
    while waiting:
        path, left = waiting.pop()
        if left:
            done.setdefault(path)
        elif path not in entered:
            entered.add(path)
            waiting.append((path, True))
            waiting += [(it, False) for it in sorted(graph[path], reverse=True)]
    return list(done)
