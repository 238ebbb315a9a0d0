"""Pieces of Python source: tuples, and the import lines of a module, gathered while its text is made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.api.model import Schema
from generator.package.types import RUNTIME_MODULES, TypeText

_INSTALLED = frozenset({"pydantic", "typing_extensions"})
_STANDARD = frozenset({"collections.abc", "datetime", "re", "typing"})


class Imports:
    """Collects names; `up` is the way from the module to the package's root: `..` for a resource, `.` beside it."""

    def __init__(self, schemas: Mapping[str, Schema], up: str) -> None:
        self._schemas = schemas
        self._up = up
        self._names: dict[str, set[str]] = defaultdict(set)

    def add(self, *found: TypeText) -> None:
        """Everything that annotations need."""
        for text in found:
            for module, name in text.imports:
                self.name(RUNTIME_MODULES.get(module, module), name)
            for model in text.models:
                self.name(f"models.{self._schemas[model].module}", model)

    def name(self, module: str, name: str) -> None:
        """`name` of `module`, which is relative to the package unless it is of the standard library or pydantic."""
        self._names[module].add(name)

    def text(self) -> str:
        """The lines: standard library, others, the package's own, each group sorted, with an empty line between."""
        groups: list[list[str]] = [[], [], []]
        for module in sorted(self._names):
            groups[self._group(module)].append(self._line(module, sorted(self._names[module])))
        return "\n\n".join("\n".join(group) for group in groups if group)

    def _group(self, module: str) -> int:
        return 0 if module in _STANDARD else 1 if module in _INSTALLED else 2

    def _line(self, module: str, names: Iterable[str]) -> str:
        if module == "re":  # patterns are written `re.compile(…)`
            return "import re"
        return f"from {self._up if self._group(module) == 2 else ''}{module} import {', '.join(names)}"


def tuple_text(items: Iterable[str]) -> str:
    """A tuple of expressions, without the trailing comma that would make black write one item a line."""
    texts = list(items)
    return f"({texts[0]},)" if len(texts) == 1 else f"({', '.join(texts)})"
