"""From a pair of schemas to the pairs below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.changes.findings import DIRECTIONS, Direction, Finding, Level
from generator.changes.lifecycle import Policy
from generator.changes.schemas.digests import Digests
from generator.changes.schemas.reading import Views
from generator.changes.schemas.views import Said, View
from generator.document.shapes import Conjunction

PairKey = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Step:
    """A way down. `flips`: what is allowed below is forbidden above (`not`). `hidden` are directions that have no part in it."""

    flips: bool = False
    hidden: frozenset[Direction] = frozenset()

    def into(self, view: View) -> Step:
        """The step into a schema: what the API alone sends is no part of requests, and the other way round."""
        hidden = self.hidden | view.one_sided
        return self if hidden == self.hidden else replace(self, hidden=hidden)

    def beside(self, value: Mapping[str, Any]) -> Step:
        """The step into a schema that is written like this."""
        said = {"request": value.get("readOnly") is True, "response": value.get("writeOnly") is True}
        hidden = self.hidden | {direction for direction in DIRECTIONS if said[direction]}
        return self if hidden == self.hidden else replace(self, hidden=hidden)

    def negated(self) -> Step:
        """The step into a `not`."""
        return replace(self, flips=not self.flips)


@dataclass(frozen=True, slots=True)
class Edge:
    """The pair that a step leads to."""

    to: PairKey
    step: Step


@dataclass(frozen=True, slots=True)
class Below:
    """Two schemas below a pair that are to be compared."""

    old: Conjunction
    new: Conjunction
    step: Step


@dataclass(frozen=True, slots=True)
class Terms:
    """What a comparison of schemas takes besides them: extensions that mean something, and how long things must stay."""

    extensions: frozenset[str] = frozenset()
    policy: Policy = Policy()


NO_TERMS = Terms()
"""A comparison of nothing but the schemas."""


@dataclass(slots=True)
class Pairing:
    """A pair under comparison: its views, what is to be compared below, and `tests`: schemas with what it means if they differ.

    `at` is where the pair stands on both sides, which may be a reference to where its views are written.
    """

    old_views: Views
    new_views: Views
    old: View
    new: View
    at: tuple[str, str]
    terms: Terms
    old_digests: Digests
    new_digests: Digests
    below: list[Below] = field(default_factory=list)
    tests: list[tuple[Conjunction, Conjunction, Finding]] = field(default_factory=list)

    @property
    def owner(self) -> tuple[str, str]:
        """The pointers of both schemas."""
        return (self.old.pointer, self.new.pointer)

    @property
    def types(self) -> tuple[frozenset[str], frozenset[str]]:
        """The types of both. What choices leave counts where one side alone has any: else they are compared themselves."""
        if bool(self.old.choices) == bool(self.new.choices):
            return self.old.types, self.new.types
        return self.old.possible, self.new.possible

    @property
    def common(self) -> frozenset[str]:
        """The types that both allow."""
        old, new = self.types
        return old & new

    def known(self, old: str, new: str) -> bool:
        """Whether two components, an old one and a new one, are there on both sides."""
        return self.new_views.side.has(old) and self.old_views.side.has(new)

    def concerns(self, *kinds: str) -> bool:
        """Whether keywords about these types are compared: where both allow one of them, and where neither does.

        In the second case the keywords say nothing, but somebody meant something by them: `maxItems` on a text, for example.
        """
        wanted = frozenset(kinds)
        return bool(wanted & self.common) or not wanted & frozenset().union(*self.types)

    def finding(
        self,
        rule: str,
        old: Said | None,
        new: Said | None,
        subject: str = "",
        levels: Mapping[Direction, Level] | None = None,
        confidence: float | None = None,
    ) -> Finding:
        """A finding of this pair."""
        return Finding(rule, old, new, self.owner, subject, levels or {}, confidence)

    def descend(self, old: Conjunction, new: Conjunction, *, flips: bool = False) -> None:
        """Have two schemas below compared."""
        step = Step(flips).into(self.old_views.view(old)).into(self.new_views.view(new))
        self.below.append(Below(old, new, step))
