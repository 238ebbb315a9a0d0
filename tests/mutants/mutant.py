"""Mutants: a document and a package of which one place is edited."""

from __future__ import annotations

import copy
import dataclasses
import json
import os
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple

from generator.contract.document.raw import RawDocument, tokens
from generator.contract.pair import Pair
from generator.contract.python.package import Package
from tests.mutants.sources import line_changes

DOCUMENT = "document"
"""What is given as the resource of what belongs to none."""


@dataclass(frozen=True)
class Mutant(ABC):
    """An edit of a file of the package, or of the document ("").

    `pointers` lead to what it is about: operations, schemas or messages; none for code that all share.
    """

    kind: str
    file: str
    place: str
    resource: str
    pointers: tuple[str, ...]

    @property
    def id(self) -> str:
        """What people call it; it stays the same as long as its place does."""
        return ":".join(filter(None, (self.kind, self.file, self.place)))

    @property
    @abstractmethod
    def lines(self) -> tuple[str, str]:
        """What is edited, before and after."""

    @abstractmethod
    def applied(self, pair: Pair, folder: Path) -> Pair:
        """The pair with the edit; `folder` is empty and may be filled. Raises `NotAPackage`."""


@dataclass(frozen=True)
class OfPackage(Mutant):
    """A file of the package edited."""

    old: bytes
    new: bytes

    @property
    def lines(self) -> tuple[str, str]:
        """See `Mutant.lines`."""
        return line_changes(self.old, self.new)

    def applied(self, pair: Pair, folder: Path) -> Pair:
        """See `Mutant.applied`."""
        overlay(pair.package.folder, folder, self.file, self.new)
        return repackaged(pair, Package(folder))


def repackaged(pair: Pair, package: Package) -> Pair:
    """A pair with another package. The values of its document stay those of `pair`, which has their validators already."""
    found = dataclasses.replace(pair, package=package)
    vars(found)["values"] = pair.values
    return found


def overlay(base: Path, folder: Path, file: str, content: bytes) -> None:
    """Fills a folder with links to the files of the package at `base`, all but one that has another content.

    What is compiled is linked file by file: of the one it stays here, where no other edit of the same size and second finds it.
    """
    for part in [Path(), *(it.relative_to(base) for it in base.rglob("*/") if it.is_dir())]:
        (folder / part).mkdir(exist_ok=True)
        for entry in os.scandir(base / part):
            is_of_it = entry.name.partition(".")[0] == Path(file).stem and part.name == "__pycache__"
            if entry.is_file() and part / entry.name != Path(file) and not is_of_it:
                (folder / part / entry.name).symlink_to(entry.path)
    (folder / file).write_bytes(content)


class Patch(NamedTuple):
    """One step of an edit of the document: a node set, removed, or given another key, which is `value`."""

    does: Literal["set", "remove", "rename"]
    pointer: str
    value: Any = None

    def apply(self, document: Any) -> None:
        """Do it. "-" stands for the place behind the last item of an array."""
        *way, last = tokens(self.pointer)
        node = document
        for token in way:
            node = _below(node, token)
        if self.does == "rename":
            entries = [(self.value if name == last else name, one) for name, one in node.items()]
            node.clear()
            node.update(entries)
        elif self.does == "remove":
            del node[_key(node, last)]
        elif last == "-":
            node.append(self.value)
        else:
            node[_key(node, last)] = self.value


def _below(node: Any, token: str) -> Any:
    return node[_key(node, token)]


def _key(node: Any, token: str) -> Any:
    return int(token) if isinstance(node, list) else token


@dataclass(frozen=True)
class OfDocument(Mutant):
    """The document edited. `before` is what stood there."""

    before: str
    patches: tuple[Patch, ...]

    @property
    def lines(self) -> tuple[str, str]:
        """See `Mutant.lines`."""
        steps = (f"{it.does} {it.pointer}{'' if it.does == 'remove' else ' ' + shown(it.value)}" for it in self.patches)
        return self.before, "\n".join(steps)

    def applied(self, pair: Pair, folder: Path) -> Pair:
        """See `Mutant.applied`. What is known of the document is found out anew."""
        value = copy.deepcopy(pair.document.value)
        for patch in self.patches:
            patch.apply(value)
        return dataclasses.replace(pair, document=RawDocument(value))


def shown(value: Any) -> str:
    """A JSON value in a line, the beginning of one that is long."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 120 else f"{text[:120]}…"


def nothing(pair: Pair) -> Mutant:
    """No edit at all: what is found in it is found without mutants as well."""
    text = (pair.package.folder / "__init__.py").read_bytes()
    return OfPackage("nothing", "__init__.py", "", "", (), text, text)
