"""Types of two clients, compared as what may be passed and what may come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.package.types import alternatives

Relation = Literal["same", "wider", "narrower", "other"]

_NAME = re.compile(r"\b[A-Za-z_][A-Za-z0-9_]*\b")


@dataclass(frozen=True, slots=True)
class Names:
    """What names of models mean on both sides: `renamed` leads from old ones to new ones, the others from aliases to what they are."""

    renamed: Mapping[str, str] = field(default_factory=dict)
    old_aliases: Mapping[str, str] = field(default_factory=dict)
    new_aliases: Mapping[str, str] = field(default_factory=dict)

    def relation(self, old: str, new: str) -> Relation:
        """How the new type stands to the old one. A model that is called otherwise is the same type."""
        if self._renamed(old) == new:
            return "same"
        before = {self._renamed(text) for text in _opened(old, self.old_aliases)}
        after = set(_opened(new, self.new_aliases))
        if before == after:
            return "same"
        if "Any" in after or before < after:
            return "wider"
        if "Any" in before or after < before:
            return "narrower"
        return "other"

    def _renamed(self, text: str) -> str:
        return _NAME.sub(lambda found: self.renamed.get(found.group(), found.group()), text)


def _opened(text: str, aliases: Mapping[str, str]) -> Iterator[str]:
    """The alternatives of a type, with those of the aliases among them."""
    waiting, seen = [*alternatives(text)], set[str]()
    while waiting:
        it = waiting.pop(0)
        if it in aliases and it not in seen:
            seen.add(it)
            waiting += alternatives(aliases[it])
        elif it not in aliases:
            yield it
