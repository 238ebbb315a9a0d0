"""What is made of answers that depart from the document: all of it is kept and told, or refused where the client is strict."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from ..document.raw import RawContent, RawOperation, tokens
from ..findings import Excluded, Finding, Outcome
from ..pair import Pair
from ..wire.answering import Caller, Reply, with_each
from ..wire.departures import Departure, departures, misheld, related
from ..wire.media import concrete, kind
from ..wire.parsed import reached
from ..wire.requests import NOTHING
from ..wire.streams import Streamed, reply, streamed, value_of
from ..wire.successes import successes

_SHOWN = 100
"""Characters of a value that a message shows for certain."""


class Drifted(NamedTuple):
    """An answer that departs from the document, or only looks like it."""

    departure: Departure
    reply: Reply
    kept: bytes
    """What an error keeps of the answer: its body, or the item that is refused."""
    stream: Streamed | None = None


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
            stream = streamed(pair, content)
            if stream is not None and not stream.is_text:
                for one in departures(pair, operation.id, stream.item):
                    yield one if isinstance(one, Excluded) else _in_stream(success.status, stream, one)
            elif stream is None and kind(pair, content) == "json":
                for one in departures(pair, operation.id, content):
                    yield one if isinstance(one, Excluded) else _alone(success.status, content, one)


def _alone(status: int, content: RawContent, one: Departure) -> Drifted:
    reply = Reply.json(status, one.edit.body, concrete(content.media_type))
    return Drifted(one, reply, reply.content)


def _in_stream(status: int, stream: Streamed, one: Departure) -> Drifted:
    return Drifted(one, reply(status, stream, [one.edit.body]), json.dumps(one.edit.body).encode(), stream)


def _read(caller: Caller, one: Drifted) -> Any:
    """What the method makes of an answer; of a stream, the value in its only item."""
    got = caller.answered(one.reply)
    return got if one.stream is None else value_of(got[0], one.stream)


def _tolerated(found: list[Drifted], caller: Caller) -> Outcome:
    for drifted in found:
        one = drifted.departure
        subject, pointer = f"{caller} ({one.edit.label})", one.content.pointer
        try:
            got = _read(caller, drifted)
        except Exception as problem:
            yield Finding(subject, pointer, f"read: {one.edit.body}", f"{type(problem).__name__}: {problem}")
            continue
        yield from (Finding(subject, pointer + at, *it) for at, *it in misheld(caller.pair, one, got, caller.drifts))
        for drift in caller.drifts:
            if not _is_named(str(drift.operation), caller.operation):
                yield Finding(f"{subject}: operation of a drift", pointer, caller.operation.path, drift.operation)


def _strict(found: list[Drifted], caller: Caller) -> Outcome:
    for drifted in found:
        one = drifted.departure
        subject, pointer = f"{caller} (strict, {one.edit.label})", one.content.pointer
        try:
            got = _read(caller, drifted)
        except caller.pair.errors.DecodeError as problem:
            if one.allowed:
                yield Finding(subject, pointer, f"read: {one.edit.body}", str(problem))
            elif one.refused:
                yield from (Finding(subject, pointer, *it) for it in _unnamed(caller, drifted, problem))
        except Exception as problem:
            yield Finding(subject, pointer, "DecodeError", f"{type(problem).__name__}: {problem}")
        else:
            if one.refused:
                yield Finding(subject, pointer, "DecodeError", got)


def _unnamed(caller: Caller, drifted: Drifted, problem: Any) -> Iterator[tuple[Any, Any]]:
    """What the error of a strict client does not say: operation, status, place, value."""
    one, reply = drifted.departure, drifted.reply
    line, there = str(problem), reached(one.edit.body, tokens(problem.pointer))
    shown = "nothing" if there is NOTHING else repr(there)[:_SHOWN]
    parts = [str(reply.status), shown, *tokens(problem.pointer)[-1:]]
    if problem.status_code != reply.status or problem.body != drifted.kept:
        yield f"status_code {reply.status} and the body", (problem.status_code, problem.body)
    if not _is_named(line, caller.operation) or "\n" in line or any(part not in line for part in parts):
        yield f"one line that tells of the operation and {parts}", line
    if not related(problem.pointer, one.edit.region):
        yield f"pointer: {one.edit.at}", problem.pointer


def _is_named(text: str, operation: RawOperation) -> bool:
    return f"{operation.method} {operation.path}" in text
