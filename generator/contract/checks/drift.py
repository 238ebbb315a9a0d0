"""What is made of answers that depart from the document: all of it is kept and told, or refused where the client is strict."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from ..document.raw import RawOperation, tokens
from ..findings import Excluded, Finding, Outcome
from ..pair import Pair
from ..wire.answering import Caller, Reply, with_each
from ..wire.departures import Departure, departures, misheld, related
from ..wire.media import concrete, kind
from ..wire.parsed import reached
from ..wire.requests import NOTHING
from ..wire.successes import successes

_SHOWN = 100
"""Characters of a value that a message shows for certain."""


class Drifted(NamedTuple):
    """An answer that departs from the document, or only looks like it."""

    departure: Departure
    reply: Reply


def tolerated(pair: Pair, operation: RawOperation) -> Outcome:
    """A departure does no harm: nothing is lost, and `on_drift` is told where it is. What is allowed is no departure."""
    answers = list(_drifted(pair, operation))
    yield from (it for it in answers if isinstance(it, Excluded))
    found = [it for it in answers if isinstance(it, Drifted)]
    yield from with_each(pair, operation, partial(_tolerated, found))


def strict(pair: Pair, operation: RawOperation) -> Outcome:
    """In a strict client a departure is an error that tells where it is; what is allowed is none."""
    found = [it for it in _drifted(pair, operation) if isinstance(it, Drifted)]
    yield from with_each(pair, operation, partial(_strict, found), strict=True)


def _drifted(pair: Pair, operation: RawOperation) -> Iterator[Drifted | Excluded]:
    for success in successes(operation):
        for content in success.contents:
            if kind(pair, content) == "json":
                for one in departures(pair, operation.id, content):
                    if isinstance(one, Excluded):
                        yield one
                    else:
                        yield Drifted(one, Reply.json(success.status, one.edit.body, concrete(content.media_type)))


def _tolerated(found: list[Drifted], caller: Caller) -> Outcome:
    for one, reply in found:
        subject, pointer = f"{caller} ({one.edit.label})", one.content.pointer
        try:
            got = caller.answered(reply)
        except Exception as problem:
            yield Finding(subject, pointer, f"read: {one.edit.body}", f"{type(problem).__name__}: {problem}")
            continue
        yield from (Finding(subject, pointer + at, *it) for at, *it in misheld(caller.pair, one, got, caller.drifts))
        for drift in caller.drifts:
            if not _is_named(str(drift.operation), caller.operation):
                yield Finding(f"{subject}: operation of a drift", pointer, caller.operation.path, drift.operation)


def _strict(found: list[Drifted], caller: Caller) -> Outcome:
    for one, reply in found:
        subject, pointer = f"{caller} (strict, {one.edit.label})", one.content.pointer
        try:
            got = caller.answered(reply)
        except caller.pair.errors.DecodeError as problem:
            if one.allowed:
                yield Finding(subject, pointer, f"read: {one.edit.body}", str(problem))
            elif one.refused:
                yield from (Finding(subject, pointer, *it) for it in _unnamed(caller, one, reply, problem))
        except Exception as problem:
            yield Finding(subject, pointer, "DecodeError", f"{type(problem).__name__}: {problem}")
        else:
            if one.refused:
                yield Finding(subject, pointer, "DecodeError", got)


def _unnamed(caller: Caller, one: Departure, reply: Reply, problem: Any) -> Iterator[tuple[Any, Any]]:
    """What the error of a strict client does not say: operation, status, place, value."""
    line, there = str(problem), reached(one.edit.body, tokens(problem.pointer))
    shown = "nothing" if there is NOTHING else repr(there)[:_SHOWN]
    parts = [str(reply.status), shown, *tokens(problem.pointer)[-1:]]
    if problem.status_code != reply.status or problem.body != reply.content:
        yield f"status_code {reply.status} and the body", (problem.status_code, problem.body)
    if not _is_named(line, caller.operation) or "\n" in line or any(part not in line for part in parts):
        yield f"one line that tells of the operation and {parts}", line
    if not related(problem.pointer, one.edit.at):
        yield f"pointer: {one.edit.at}", problem.pointer


def _is_named(text: str, operation: RawOperation) -> bool:
    return f"{operation.method} {operation.path}" in text
