"""What the HTML page says of one change. All decisions are made here; the template only loops and branches."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.changes import words
from generator.changes.findings import LEVELS, Level, worst
from generator.changes.python.effects import PythonChange
from generator.changes.render.html_code import Lines, Piece, excerpt_lines, pieces, value_lines
from generator.changes.report import Approval, Change, Place, Reached, Report, Witness
from generator.changes.uses.findings import Use
from generator.diagnostics import Location

LEVEL_WORDS = {"breaking": "breaking", "warning": "to check", "info": "info"}
"""What readers call the levels."""

SHOWN = 5
"""How many operations, uses or effects stand in an entry before they are folded."""

_ABSOLUTE = re.compile(r"(?:[A-Za-z]:)?[/\\]")


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of an entry that is words."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer that a change shows in, and how bad it is there."""

    name: str
    level: Level
    words: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What happens to a symbol of the client: its source on both sides, cut where they differ."""

    symbol: str
    breaks: bool
    details: tuple[str, ...]
    same: bool
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class UseView:
    """A line of a repository that uses what changed."""

    place: str
    how: str
    symbol: str


@dataclass(frozen=True, slots=True)
class OperationView:
    """An operation that a change reaches: its id and the parts of it, and the worst of their levels.

    `words` name the level where it is not that of the whole change.
    """

    method: str
    path: str
    said: str
    level: Level
    words: str


@dataclass(frozen=True, slots=True)
class OperationGroup:
    """The operations of one resource."""

    resource: str
    operations: tuple[OperationView, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A value that shows the break, or why there is none."""

    said: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a change stands in one of the documents."""

    side: str
    place: str
    pointer: str
    excerpt: Lines | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A change as the page shows it. `resources` are the filter's keys of its resources, `anchor` is its id on the page."""

    anchor: str
    fingerprint: str
    level: Level
    words: str
    title: str
    layers: tuple[Layer, ...]
    resources: str
    names: tuple[str, ...]
    opened: bool
    facts: tuple[Fact, ...]
    approval: Approval | None
    effects: tuple[Effect, ...]
    uses: tuple[UseView, ...]
    operations: tuple[OperationGroup, ...]
    reached: int
    example: Example | None
    sources: tuple[Source, ...]
    rule: str
    elsewhere: tuple[str, ...]
    toml: tuple[str, ...]

    @property
    def layer_names(self) -> str:
        """The layers, for the filter."""
        return " ".join(it.name for it in self.layers)


def entry(change: Change, report: Report, anchor: str, keys: Sequence[int], opened: bool) -> Entry:
    """The view of a change. `keys` are those of its resources in the filter."""
    names = tuple(sorted({it.resource for it in change.reached if it.resource}))
    return Entry(
        anchor=anchor,
        fingerprint=change.fingerprint,
        level=change.verdict,
        words=LEVEL_WORDS[change.verdict],
        title=change.title,
        layers=tuple(_layers(change)),
        resources=" ".join(map(str, keys)),
        names=names if len(names) > 1 else (),
        opened=opened,
        facts=tuple(_facts(change)),
        approval=change.approval,
        effects=tuple(_effects(change.python, report.package)),
        uses=tuple(UseView(_location(it), it.how, words.symbol(it.symbol)) for it in change.uses),
        operations=tuple(_operations(change)),
        reached=len({(it.method, it.path) for it in change.reached}),
        example=_example(change.witness),
        sources=tuple(_sources(change)),
        rule=change.id,
        elsewhere=change.elsewhere,
        toml=_toml(change) if change.verdict != "info" and not change.approval else (),
    )


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: `1 entry`, `2 entries`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def file_name(name: str) -> str:
    """The name of a file for the page: an absolute path would tell of the machine that the report was made on."""
    return re.split(r"[/\\]", name)[-1] if _ABSOLUTE.match(name) else name


def _layers(change: Change) -> Iterator[Layer]:
    for name in change.layers:
        level: Level = change.severity if name == "wire" else "breaking" if change.breaks_python else "info"
        yield Layer(name, level, "compatible" if name == "client" and level == "info" else LEVEL_WORDS[level])


def _facts(change: Change) -> Iterator[Fact]:
    if change.explanation:
        yield Fact("Why", change.explanation)
    if change.advice:
        yield Fact("What to do", change.advice)
    if change.directions:
        levels = (f"{direction}: {LEVEL_WORDS[level]}" for direction, level in change.directions.items())
        yield Fact("On the wire", ", ".join(levels))
    if change.confidence is not None:
        yield Fact("How sure", f"A guess, and {_sure(change.confidence)} right ({change.confidence:.0%}).")


def _sure(confidence: float) -> str:
    for least, said in ((0.95, "almost certainly"), (0.8, "very probably"), (0.6, "probably")):
        if confidence >= least:
            return said
    return "perhaps"


def _effects(changes: Iterable[PythonChange], package: str) -> Iterator[Effect]:
    """What happens to each symbol, what breaks first. Several remarks on the same two sources are one effect."""
    found: dict[tuple[str, str, str], list[PythonChange]] = {}
    for it in changes:
        found.setdefault((it.symbol, it.old, it.new), []).append(it)
    groups = sorted(found.items(), key=lambda item: not _breaks(item[1]))
    for (symbol, old, new), remarks in groups:
        sides = pieces(words.source(old, package), words.source(new, package))
        details = tuple(it.detail for it in sorted(remarks, key=lambda it: it.effect != "breaking"))
        yield Effect(words.symbol(symbol), _breaks(remarks), details, old == new, *sides)


def _breaks(changes: Iterable[PythonChange]) -> bool:
    return any(it.effect == "breaking" for it in changes)


def _operations(change: Change) -> Iterator[OperationGroup]:
    found: dict[str, dict[tuple[str, str], list[Reached]]] = {}
    for it in change.reached:
        found.setdefault(it.resource, {}).setdefault((it.path, it.method), []).append(it)
    for resource, operations in sorted(found.items()):
        yield OperationGroup(resource, tuple(_operation(parts, change) for _, parts in sorted(operations.items())))


def _operation(parts: Sequence[Reached], change: Change) -> OperationView:
    first = parts[0]
    level = worst([it.level for it in parts])
    words_of_parts = dict.fromkeys(
        it.words if it.level == level else f"{it.words} ({LEVEL_WORDS[it.level]})"
        for it in sorted(parts, key=lambda it: -LEVELS.index(it.level))
    )
    said = " · ".join(filter(None, (first.operation_id, ", ".join(filter(None, words_of_parts)))))
    return OperationView(first.method, first.path, said, level, LEVEL_WORDS[level] if level != change.severity else "")


def _example(witness: Witness | None) -> Example | None:
    if witness is None:
        return None
    if witness.accepted_by is None:
        return Example(f"No value is shown: {witness.why}.", ()) if witness.why else None
    other = {"old": "new", "new": "old"}[witness.accepted_by]
    said = f"The {witness.accepted_by} document allows this value, the {other} one does not:"
    return Example(said, value_lines(witness.value))


def _sources(change: Change) -> Iterator[Source]:
    for side, place in (("Before", change.old), ("After", change.new)):
        if place is not None:
            yield Source(side, _place(place.location), _pointer(place), excerpt_lines(place))


def _pointer(place: Place) -> str:
    return f"#{place.pointer}"


def _place(location: Location | None) -> str:
    return f"{file_name(location.file)}:{location.line}" if location else ""


def _location(it: Use) -> str:
    return f"{file_name(it.file)}:{it.line}"


def _toml(change: Change) -> tuple[str, ...]:
    """The entry of `spec/approvals.toml` that accepts a change; who uses it fills in the reason and the name."""
    return (
        "[[approval]]",
        f"fingerprint = {json.dumps(change.fingerprint)}",
        'reason = ""',
        'who = ""',
    )
