"""The kinds of mutants: each finds its places; of many only some are taken, by a choice that does not change from run to run."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from generator.contract.document.raw import Unreadable
from generator.contract.pair import Pair
from tests.mutants.mutant import DOCUMENT, Mutant, OfDocument, OfPackage, Patch, shown
from tests.mutants.sources import Change, Source

ItemT = TypeVar("ItemT")

USUAL = 6
"""How many mutants a kind has that has more places."""


@dataclass(frozen=True)
class Kind(ABC):
    """A kind of mutants, of which `most` are taken, from as many files or resources as there are."""

    name: str
    about: str
    most: int

    @abstractmethod
    def mutants(self, pair: Pair, most: int | None = None) -> Iterator[Mutant]:
        """Those that are taken: so many, or as many as the kind says."""


@dataclass(frozen=True)
class PackageKind(Kind):
    """Edits files of the package that match one of some patterns."""

    files: tuple[str, ...]
    changes: Callable[[Source], Iterable[Change]]

    def mutants(self, pair: Pair, most: int | None = None) -> Iterator[Mutant]:
        """See `Kind.mutants`."""
        folder = pair.package.folder
        sources = [source(folder, it) for pattern in self.files for it in sorted(folder.glob(pattern))]
        places = [(of, it) for of in sources for it in numbered(self.changes(of))]
        for of, change in chosen(places, self.most if most is None else most, self._place):
            resource, pointers = _home(pair, of, change.symbol)
            yield OfPackage(self.name, of.file, change.place, resource, pointers, of.data, of.edited(change.edits))

    def _place(self, one: tuple[Source, Change]) -> tuple[str, str]:
        return f"{self.name} {one[0].file}", one[1].place


@cache
def source(folder: Path, file: Path) -> Source:
    """A file of the package in a folder."""
    return Source(file.relative_to(folder).as_posix(), file.read_bytes())


class Patched(NamedTuple):
    """What makes one mutant of the document: what is edited, as people call it, where that is, how."""

    place: str
    pointer: str
    patches: tuple[Patch, ...]


@dataclass(frozen=True)
class DocumentKind(Kind):
    """Edits the document."""

    changes: Callable[[Pair], Iterable[Patched]]

    def mutants(self, pair: Pair, most: int | None = None) -> Iterator[Mutant]:
        """See `Kind.mutants`."""
        resources = _resources(pair)
        places = [(_above(it.pointer, resources), it) for it in self.changes(pair)]
        for resource, (place, pointer, patches) in chosen(places, self.most if most is None else most, self._place):
            before = "\n".join(_before(pair, it) for it in patches)
            pointers = (pointer, *(it.pointer for it in patches))
            yield OfDocument(self.name, "", place, resource, pointers, before, patches)

    def _place(self, one: tuple[str, Patched]) -> tuple[str, str]:
        return f"{self.name} {one[0]}", one[1].place


def _before(pair: Pair, patch: Patch) -> str:
    try:
        return f"{patch.pointer} {shown(pair.document.at(patch.pointer))}"
    except Unreadable:
        return f"{patch.pointer} is not there"


def of_package(*files: str, most: int = USUAL) -> Callable[[Callable[[Source], Iterable[Change]]], PackageKind]:
    """Makes a kind of a function: its name is the kind's, its docstring says what is edited."""
    return lambda function: PackageKind(*_named(function), most, files, function)


def of_document(most: int = USUAL) -> Callable[[Callable[[Pair], Iterable[Patched]]], DocumentKind]:
    """Makes a kind of a function: its name is the kind's behind "document-", its docstring says what is edited."""
    return lambda function: DocumentKind(*_named(function, "document-"), most, function)


def _named(function: Callable[..., object], before: str = "") -> tuple[str, str]:
    return before + function.__name__.replace("_", "-"), (function.__doc__ or "").strip()


def chosen(items: Iterable[ItemT], most: int, name: Callable[[ItemT], tuple[str, str]]) -> list[ItemT]:
    """Some of the items, as if by chance: by turns from each group. `name` tells an item's group and its own name."""
    groups: dict[str, list[ItemT]] = {}
    for item in sorted(items, key=lambda it: _chance(" ".join(name(it)))):
        groups.setdefault(name(item)[0], []).append(item)
    in_turn = [(turn, _chance(group), item) for group, those in groups.items() for turn, item in enumerate(those)]
    return [item for _, _, item in sorted(in_turn, key=lambda it: it[:2])[:most]]


def _chance(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def numbered(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes, with a number behind places that are named a second time."""
    seen: Counter[str] = Counter()
    for change in changes:
        seen[change.place] += 1
        number = seen[change.place]
        yield change if number == 1 else change._replace(place=f"{change.place}#{number}")


def _home(pair: Pair, of: Source, symbol: str) -> tuple[str, tuple[str, ...]]:
    """The resource that a place belongs to, and the pointers of its symbol: its own, or that of what holds it."""
    parts = symbol.split(".")
    if parts[0] == "resources" and len(parts) == 2:
        own = sorted({at for name, at in pair.package.symbols.items() if name.startswith(f"{symbol}.")})
        return parts[1], tuple(own)
    names = (".".join(parts[:end]) for end in range(len(parts), 0, -1))
    pointers = (pair.package.symbols[name] for name in names if name in pair.package.symbols)
    folder = of.file.partition("/")[0]
    return folder if folder == "_runtime" else of.stem, tuple(dict.fromkeys(pointers))


def _resources(pair: Pair) -> Mapping[str, str]:
    """The resource of each operation and of each schema that has a class, by pointer."""
    folder = pair.package.folder
    files = [source(folder, it) for it in sorted((folder / "models").glob("[!_]*.py"))]
    homes = {name: of.stem for of in files for name in of.defined}
    models = {at: homes[name] for at, name in pair.package.models.items() if name in homes}
    operations = {at: methods[0].resource for at, methods in pair.package.methods.items()}
    return {**models, **operations}


def _above(pointer: str, resources: Mapping[str, str]) -> str:
    """The resource of the nearest place that has one."""
    while pointer and pointer not in resources:
        pointer = pointer.rpartition("/")[0]
    return resources.get(pointer, DOCUMENT)
