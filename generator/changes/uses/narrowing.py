"""What a check tells of the values that it looks at: `isinstance`, and the patterns of `match`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from generator.changes.uses.annotations import instances
from generator.changes.uses.attributes import attribute, chain
from generator.changes.uses.classes import is_one
from generator.changes.uses.containers import items_of, values_of
from generator.changes.uses.expectations import expect, named_field
from generator.changes.uses.frames import Frame, State
from generator.changes.uses.values import (
    NOTHING,
    DictAt,
    DumpedModel,
    ListOf,
    MapOf,
    Place,
    TupleOf,
    Value,
    just,
)


def narrow(frame: Frame, test: ast.expr, holds: bool) -> None:
    """Notes in the state what follows from a condition that holds, or does not. It has been evaluated already."""
    match test:
        case ast.UnaryOp(op=ast.Not()):
            narrow(frame, test.operand, not holds)
        case ast.BoolOp() if isinstance(test.op, ast.And) == holds:
            for it in test.values:
                narrow(frame, it, holds)
        case ast.BoolOp():  # one of them, nobody knows which
            frame.state = State.any_of([_narrowed(frame, it, holds) for it in test.values])
        case ast.Call(func=ast.Name(id="isinstance"), args=[looked_at, kind]):
            _narrow_to(frame, looked_at, instances(frame, frame.value(kind)), holds)
        case ast.Compare(left=ast.Call(func=ast.Name(id="type"), args=[looked_at]), ops=[op], comparators=[kind]):
            if isinstance(op, (ast.Is, ast.Eq)):
                _narrow_to(frame, looked_at, instances(frame, frame.value(kind)), holds)


def _narrowed(frame: Frame, test: ast.expr, holds: bool) -> State:
    before = frame.state
    frame.state = before.copy()
    narrow(frame, test, holds)
    found, frame.state = frame.state, before
    return found


def _narrow_to(frame: Frame, node: ast.expr, wanted: Value, holds: bool) -> None:
    target = node.target if isinstance(node, ast.NamedExpr) else node
    name = chain(target)
    if name and wanted:
        known = frame.value(target)
        set_known(frame, name, kept(frame, known, wanted) if holds else others(frame, known, wanted))


def set_known(frame: Frame, name: str, value: Value) -> None:
    """Notes what a variable or an attribute of one is from here on."""
    where = frame.state.chains if "." in name else frame.state.names
    where[name] = value


def kept(frame: Frame, known: Value, wanted: Value) -> Value:
    """What is left of a value of which a check tells that it is one of these."""
    return frozenset(it for it in known if is_one(frame, it, wanted)) or wanted


def others(frame: Frame, known: Value, wanted: Value) -> Value:
    """What is left of a value that is none of these; all of it if nothing would be."""
    return frozenset(it for it in known if not is_one(frame, it, wanted)) or known


# ── match ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def matched(frame: Frame, pattern: ast.pattern, subject: Value) -> Value:
    """Binds what a pattern binds, notes what it names. What of the subject it lets pass."""
    match pattern:
        case ast.MatchValue():
            expect(frame, frame.value(pattern.value), subject)
        case ast.MatchAs():
            passed = subject if pattern.pattern is None else matched(frame, pattern.pattern, subject)
            if pattern.name is not None:
                frame.bind(pattern.name, passed)
            return passed
        case ast.MatchOr():
            return _matched_any(frame, pattern, subject)
        case ast.MatchClass():
            return _matched_class(frame, pattern, subject)
        case ast.MatchSequence():
            _matched_sequence(frame, pattern, subject)
        case ast.MatchMapping():
            _matched_mapping(frame, pattern, subject)
    return subject


def _matched_any(frame: Frame, pattern: ast.MatchOr, subject: Value) -> Value:
    """Each alternative binds the same names."""
    before, ends, found = frame.state, [], NOTHING
    for it in pattern.patterns:
        frame.state = before.copy()
        found |= matched(frame, it, subject)
        ends.append(frame.state)
    frame.state = State.any_of(ends)
    return found


def _matched_class(frame: Frame, pattern: ast.MatchClass, subject: Value) -> Value:
    wanted = instances(frame, frame.value(pattern.cls))
    found = kept(frame, subject, wanted) if wanted else subject
    for name, inner in zip(pattern.kwd_attrs, pattern.kwd_patterns):
        matched(frame, inner, attribute(frame, found, name, _keyword_place(frame, name, inner)))
    for inner in pattern.patterns:  # `str() as text`, `int(count)`: models have no positional patterns
        matched(frame, inner, NOTHING if wanted else subject)
    return found


def _keyword_place(frame: Frame, name: str, pattern: ast.pattern) -> Place:
    """Where the name before a pattern stands, which the syntax tree does not tell."""
    place = frame.place(pattern)
    before = frame.module.source.lines[place.line - 1][: place.col - 1]
    found = re.search(rf"{re.escape(name)}\s*=\s*\(*\s*$", before)
    return Place(place.file, place.line, found.start() + 1) if found else place


def _matched_sequence(frame: Frame, pattern: ast.MatchSequence, subject: Value) -> None:
    tuples = [it for it in subject if isinstance(it, TupleOf) and len(it.items) == len(pattern.patterns)]
    for index, inner in enumerate(pattern.patterns):
        if isinstance(inner, ast.MatchStar):
            if inner.name is not None:
                frame.bind(inner.name, just(ListOf(items_of(frame, subject))))
        elif tuples:
            matched(frame, inner, NOTHING.union(*(it.items[index] for it in tuples)))
        else:
            matched(frame, inner, items_of(frame, subject))


def _matched_mapping(frame: Frame, pattern: ast.MatchMapping, subject: Value) -> None:
    dumps = frozenset(it for it in subject if isinstance(it, DumpedModel))
    for key, inner in zip(pattern.keys, pattern.patterns):
        found = values_of(frame, frozenset(it for it in subject if isinstance(it, (DictAt, MapOf))))
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            found |= frame.world.catalog.dumped(named_field(frame, dumps, key.value, frame.place(key)))
        matched(frame, inner, found)
    if pattern.rest is not None:
        frame.bind(pattern.rest, subject)


def irrefutable(cases: list[ast.match_case]) -> Iterator[bool]:
    """For each case whether it catches all that is left."""
    for it in cases:
        yield it.guard is None and isinstance(it.pattern, ast.MatchAs) and it.pattern.pattern is None
