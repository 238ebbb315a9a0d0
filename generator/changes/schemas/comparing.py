"""Two schemas, compared as the sets of values that they allow.

`Comparison` keeps every pair of schemas that meet, each compared once, with the findings of the pair itself and the edges to the
pairs below. So recursive schemas end, a shared schema is one pair however many operations use it, and what a finding
reaches is a question of the graph (`generator.changes.reach`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.changes.findings import Finding
from generator.changes.schemas import keywords, logic, objects, values
from generator.changes.schemas.digests import Digests
from generator.changes.schemas.reading import Views
from generator.changes.schemas.steps import NO_TERMS, Edge, Pairing, Step, Terms
from generator.changes.schemas.variants import compare_choices
from generator.changes.schemas.views import Said, View
from generator.changes.side import Side
from generator.document import grammar
from generator.document.shapes import Conjunction, Node

Key = tuple[tuple[str, ...], tuple[str, ...]]
"""A pair: the pointers of the conjunctions on both sides."""

_WORDS = ("title", "description", "example", "examples", "externalDocs", "$comment", "xml")


@dataclass(slots=True)
class Pair:
    """Two schemas that stand in the same place. `reworded`: only their words differ, or those as well."""

    old: Conjunction
    new: Conjunction
    findings: list[Finding] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    names: tuple[str, str] | None = None
    reworded: bool = False


class Comparison:
    """All pairs of schemas of two documents that meet from the roots that `pair` is asked for."""

    def __init__(self, old: Side, new: Side, terms: Terms = NO_TERMS) -> None:
        self.pairs: dict[Key, Pair] = {}
        self.old, self.new = Views(old), Views(new)
        self._digests = Digests(self.old), Digests(self.new)
        self._tests: list[tuple[Pair, Key, Finding]] = []
        self._same_language = old.legacy == new.legacy
        self._terms = terms
        self._waiting: list[Key] = []

    def pair(self, old: Conjunction, new: Conjunction) -> Key:
        """The key of a pair, which is compared with all that it leads to."""
        key = self._met(old, new)
        while self._waiting:
            self._compare(self.pairs[self._waiting.pop()])
        return key

    def _met(self, old: Conjunction, new: Conjunction) -> Key:
        key = (tuple(node.pointer for node in old), tuple(node.pointer for node in new))
        if key not in self.pairs:
            self.pairs[key] = Pair(old, new)
            self._waiting.append(key)
        return key

    def _compare(self, pair: Pair) -> None:
        if self._same_language and _written_alike(pair):
            pair.edges = list(self._references(pair.old[0], pair.new[0]))
            return
        old, new = self.old.view(pair.old), self.new.view(pair.new)
        at = (pair.old[0].pointer, pair.new[0].pointer)
        pairing = Pairing(self.old, self.new, old, new, at, self._terms, *self._digests)
        pair.names = _names(pair.old, old, pair.new, new)
        pair.reworded = _words(pair.old) != _words(pair.new)
        if old.unresolved or new.unresolved:
            pair.findings = list(_unresolved(pairing))
            return
        pair.findings = list(_findings(pairing))
        pair.edges = [Edge(self._met(it.old, it.new), it.step) for it in pairing.below]
        self._tests += [(pair, self._met(before, after), found) for before, after, found in pairing.tests]

    def settle(self) -> None:
        """Add what is found only when all pairs are known: conditions whose tests differ, wherever below."""
        keys = {id(pair): key for key, pair in self.pairs.items()}
        tested = [(keys[id(pair)], test) for pair, test, _ in self._tests]
        leading = leading_to_findings(self.pairs, tested)
        for pair, test, found in self._tests:
            if test in leading:
                pair.findings.append(found)
        self._tests.clear()

    def _inside(self, step: Step, old: Node, new: Node) -> Step:
        """The step into what a reference leads to, which may say itself that one side alone sends it."""
        if _may_be_one_sided(old.value):
            step = step.into(self.old.view((old,)))
        return step.into(self.new.view((new,))) if _may_be_one_sided(new.value) else step

    def _references(self, old: Node, new: Node) -> Iterator[Edge]:
        """Where schemas that are written alike lead to: what they refer to need not be alike."""
        waiting: list[tuple[Any, str, Step]] = [(old.value, "schema", Step())]
        while waiting:
            value, kind, step = waiting.pop()
            if isinstance(value, list):
                waiting += [(item, kind, step) for item in value]
                continue
            if not isinstance(value, dict):
                continue
            step = step.beside(value)
            if isinstance(value.get("$ref"), str):
                left = self.old.side.target(Node(value, old.pointer))
                right = self.new.side.target(Node(value, new.pointer))
                if left is not None and right is not None:
                    yield Edge(self._met((left,), (right,)), self._inside(step, left, right))
                if self.old.side.legacy:
                    continue
            for name, below in value.items():
                known = grammar.field(kind, name)
                if known is None or known == "discriminator":
                    continue
                if not (name == "not" and kind == "schema"):
                    waiting.append((below, known, step))
                if name in ("not", "if") and kind == "schema":
                    # Another test lets other values under the condition, and others out of it.
                    waiting.append((below, known, step.negated()))


def _may_be_one_sided(value: Any) -> bool:
    """Whether a schema, or one that it takes in, may say `readOnly` or `writeOnly`. Most say nothing of the kind."""
    return isinstance(value, dict) and not _TELLING.isdisjoint(value)


_TELLING = frozenset({"readOnly", "writeOnly", "$ref", "allOf", "oneOf", "anyOf"})


def _names(old: Conjunction, ours: View, new: Conjunction, theirs: View) -> tuple[str, str] | None:
    """The components that both stand for, if both do."""
    before, after = _name(old, ours), _name(new, theirs)
    return (before, after) if before and after else None


def _name(nodes: Conjunction, view: View) -> str:
    if view.names:
        return view.names[-1]
    return nodes[0].pointer if nodes[0].pointer.rpartition("/")[0] == "/components/schemas" else ""


def leading_to_findings(pairs: Mapping[Key, Pair], more: Iterable[tuple[Key, Key]] = ()) -> set[Key]:
    """The pairs that have findings, or lead to some that have; `more` are ways besides the edges."""
    above: dict[Key, list[Key]] = defaultdict(list)
    for key, pair in pairs.items():
        for edge in pair.edges:
            above[edge.to].append(key)
    for key, to in more:
        above[to].append(key)
    waiting = [key for key, pair in pairs.items() if pair.findings]
    found = set(waiting)
    while waiting:
        for key in above[waiting.pop()]:
            if key not in found:
                found.add(key)
                waiting.append(key)
    return found


def _written_alike(pair: Pair) -> bool:
    if len(pair.old) != 1 or len(pair.new) != 1:
        return False
    old, new = pair.old[0].value, pair.new[0].value
    return bool(old == new) and _same_kinds(old, new)


def _same_kinds(old: Any, new: Any) -> bool:
    """Whether two values that Python calls equal are: it takes 1 and True for the same."""
    waiting = [(old, new)]
    while waiting:
        left, right = waiting.pop()
        if isinstance(left, bool) != isinstance(right, bool):
            return False
        if isinstance(left, dict):
            waiting += [(value, right[key]) for key, value in left.items()]
        elif isinstance(left, list):
            waiting += zip(left, right)
    return True


def _words(nodes: Conjunction) -> list[str]:
    return [
        repr(value)
        for node in nodes
        if isinstance(node.value, dict)
        for key in _WORDS
        if (value := node.value.get(key))
    ]


def _unresolved(pairing: Pairing) -> Iterator[Finding]:
    old, new = pairing.old, pairing.new
    if old.unresolved != new.unresolved:
        yield pairing.finding("reference-changed", _said(old), _said(new))


def _said(view: View) -> Said:
    return Said(view.unresolved or "(a schema)", view.pointer)


def _findings(pairing: Pairing) -> Iterator[Finding]:
    yield from keywords.compare_notes(pairing)
    if (yield from compare_choices(pairing)):
        return
    comparable = yield from values.compare_types(pairing)
    if not comparable:
        return
    yield from values.compare_values(pairing)
    yield from keywords.compare_keywords(pairing)
    yield from objects.compare_object(pairing)
    yield from logic.compare_logic(pairing)
