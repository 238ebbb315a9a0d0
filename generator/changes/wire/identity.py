"""Which findings are one edit.

What has a name of its own, under `components`, is known by its place. What is not may be written out many times: it is known by what
it is (a body, the parameter `limit` of the query, the header `X-Rate`), by the way inside of it, and by what was and is there. An
operation itself is never another one, however alike the two look.
"""

from __future__ import annotations

from generator.changes.findings import Finding
from generator.changes.schemas.numbers import strict
from generator.changes.schemas.views import Said
from generator.changes.side import Side
from generator.document import pointers

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")

Identity = tuple[str, ...]


class Identities:
    """The identities of the findings about two documents."""

    def __init__(self, old: Side, new: Side) -> None:
        self._sides = (old, new)
        self._texts: dict[tuple[int, str], str] = {}

    def of(self, finding: Finding) -> Identity:
        """What two findings share if, and only if, they are the same edit."""
        ours = self._place(0, finding.old, finding.owner[0])
        theirs = self._place(1, finding.new, finding.owner[1])
        return (finding.rule, finding.subject, *ours, *theirs)

    def _place(self, at: int, said: Said | None, owner: str) -> tuple[str, str]:
        pointer = said.pointer if said is not None else owner
        tokens = pointers.split(pointer)
        if len(tokens) < 2 or tokens[0] not in ("paths", "webhooks"):
            return (pointer if said is not None else "", "")
        start = 3 if tokens[2:3] and tokens[2] in METHODS else 2
        if len(tokens) == start:
            return (pointer, "")
        what, depth = self._thing(at, tokens, start)
        return ("/".join((what, *tokens[depth:])), self._text(at, tokens[:depth]))

    def _thing(self, at: int, tokens: tuple[str, ...], start: int) -> tuple[str, int]:
        """The thing that may be written out many times: what it is, and how many tokens lead to it."""
        kind = tokens[start]
        if kind == "callbacks" and len(tokens) > start + 4:
            what, depth = self._thing(at, tokens, start + 4)
            return f"callback {tokens[start + 1]}: {what}", depth
        what, depth = kind, start + (2 if kind in ("parameters", "responses", "callbacks") else 1)
        if kind == "parameters":
            what = self._parameter(at, tokens[:depth])
        elif "headers" in tokens[start:-1]:
            depth = tokens.index("headers", start) + 2
            what = f"header {tokens[depth - 1].lower()}"
        if "schema" in tokens[start:]:
            depth = tokens.index("schema", start) + 1
            what = what if kind == "parameters" or what.startswith("header") else "body"
        return what, min(depth, len(tokens))

    def _parameter(self, at: int, tokens: tuple[str, ...]) -> str:
        found = self._value(at, tokens)
        named = (found.get("in"), found.get("name")) if isinstance(found, dict) else tokens
        return f"parameter {named}"

    def _text(self, at: int, tokens: tuple[str, ...]) -> str:
        key = (at, pointers.join("", *tokens))
        if key not in self._texts:
            self._texts[key] = strict(self._value(at, tokens))
        return self._texts[key]

    def _value(self, at: int, tokens: tuple[str, ...]) -> object:
        try:
            return pointers.resolve(self._sides[at].document.value, pointers.join("", *tokens))
        except LookupError:
            return None
