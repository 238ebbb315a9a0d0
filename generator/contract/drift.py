"""What is made of answers that depart from the document: all of it is kept and told, or refused where the client is strict."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import partial
from typing import Any, NamedTuple

from .answering import Caller, Reply, with_each
from .answers import successes
from .edits import Edit, edits
from .findings import Excluded, Finding, Outcome
from .media import concrete, kind
from .pair import Pair
from .parsed import misread, reached
from .raw import RawOperation, tokens
from .requests import NOTHING, same
from .values import NoInstance

_VARIANTS = ("unknown variant", "unknown discriminator")
_SHOWN = 100
"""Characters of a value that a message shows for certain."""


class Drifted(NamedTuple):
    """An answer that departs from the document, or only looks like it.

    `allowed`: the schema allows it. `refused`: clients promise to notice that it does not.
    """

    edit: Edit
    reply: Reply
    schema: str
    pointer: str
    allowed: bool
    refused: bool


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
            if content.schema is not None and kind(pair, content) == "json":
                try:
                    whole = pair.values.full(content.schema, "response")
                except NoInstance as problem:
                    yield Excluded(operation.id, content.pointer, str(problem))
                    continue
                for edit in edits(pair, content.schema, whole):
                    if unclear := ambiguous(pair, edit):
                        yield Excluded(operation.id, edit.schema, unclear)
                        continue
                    allowed, refused = judged(pair, content.schema, edit)
                    reply = Reply.json(success.status, edit.body, concrete(content.media_type))
                    yield Drifted(edit, reply, content.schema, content.pointer, allowed, refused)


def ambiguous(pair: Pair, edit: Edit) -> str:
    """Why the document does not say whether an edited body departs from it; empty if it does say."""
    shape, node = pair.values.shape(edit.schema), pair.document.follow(edit.schema)[1]
    composed = isinstance(node, dict) and ("type" not in node or any(it in node for it in ("allOf", "anyOf", "oneOf")))
    if edit.kind.startswith("null") and composed and pair.values.annotations(edit.schema).get("nullable") is True:
        return "`nullable` beside other schemas, or without a `type`: null is allowed or not, as one reads it"
    if edit.kind.startswith("wrong type") and shape["properties"] and "type" not in shape:
        return "properties without a `type`: by the letter, anything is allowed that is no object"
    return ""


def judged(pair: Pair, schema: str, edit: Edit) -> tuple[bool, bool]:
    """Whether an edited body is allowed, and whether clients promise to notice that it is not."""
    allowed = pair.values.valid(schema, "response", edit.body)
    return allowed and edit.kind != "unknown discriminator", pair.values.judge.refuses(schema, "response", edit.body)


def _tolerated(found: list[Drifted], caller: Caller) -> Outcome:
    for one in found:
        subject = f"{caller} ({one.edit.label})"
        try:
            got = caller.answered(one.reply)
        except Exception as problem:
            yield Finding(subject, one.pointer, f"read: {one.edit.body}", f"{type(problem).__name__}: {problem}")
            continue
        schema = one.schema if one.allowed else None
        yield from (
            Finding(subject, one.pointer + at, *it) for at, *it in misread(caller.pair, schema, got, one.edit.body)
        )
        yield from (Finding(subject, one.pointer, *it) for it in untold(one, caller.drifts))
        yield from (Finding(subject, one.pointer, *it) for it in misjudged(caller.pair, one, got))
        for drift in caller.drifts:
            if not _is_named(str(drift.operation), caller.operation):
                yield Finding(f"{subject}: operation of a drift", one.pointer, caller.operation.path, drift.operation)


def untold(one: Drifted, drifts: list[Any]) -> Iterator[tuple[Any, Any]]:
    """What is wrong with what was told of a departure: expected, got."""
    edit, shown = one.edit, [str(it) for it in drifts]
    if one.allowed and drifts:
        yield "no departure", shown
    if one.refused and not any(_at(it.pointer, edit) for it in drifts):
        yield f"a departure at {edit.at or '/'}", shown or "none"
    for drift in drifts:
        there = reached(edit.body, tokens(drift.pointer))
        right = str(drift.got) == "nothing" if there is NOTHING else same(drift.got, there)
        if not right or not _related(drift.pointer, edit.at):
            yield f"departures at {edit.at or '/'}, with what is there", str(drift)


def _at(pointer: str, edit: Edit) -> bool:
    """Whether a pointer is that of an edit; where a union decides, what holds it will do, or something in it."""
    decided = not edit.certain or edit.kind in _VARIANTS
    return pointer == edit.at or (decided and _related(pointer, edit.at))


def _related(one: str, other: str) -> bool:
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")


def misjudged(pair: Pair, one: Drifted, got: Any) -> Iterator[tuple[Any, Any]]:
    """Where an unknown value or variant is not marked as one: expected, got."""
    place, kind = reached(got, tokens(one.edit.at)), one.edit.kind
    if one.refused and one.edit.certain:
        if kind == "unknown value of an enum" and (not isinstance(place, Enum) or getattr(place, "is_known", True)):
            yield "a member of its enum with is_known False", repr(place)
        if kind in _VARIANTS and type(place).__name__ != "Unknown":
            yield "an Unknown", repr(place)


def _strict(found: list[Drifted], caller: Caller) -> Outcome:
    for one in found:
        subject = f"{caller} (strict, {one.edit.label})"
        try:
            got = caller.answered(one.reply)
        except caller.pair.errors.DecodeError as problem:
            if one.allowed:
                yield Finding(subject, one.pointer, f"read: {one.edit.body}", str(problem))
            elif one.refused:
                yield from (Finding(subject, one.pointer, *it) for it in _unnamed(caller, one, problem))
        except Exception as problem:
            yield Finding(subject, one.pointer, "DecodeError", f"{type(problem).__name__}: {problem}")
        else:
            if one.refused:
                yield Finding(subject, one.pointer, "DecodeError", got)


def _unnamed(caller: Caller, one: Drifted, problem: Any) -> Iterator[tuple[Any, Any]]:
    """What the error of a strict client does not say: operation, status, place, value."""
    line, there = str(problem), reached(one.edit.body, tokens(problem.pointer))
    parts = [
        str(one.reply.status),
        "nothing" if there is NOTHING else repr(there)[:_SHOWN],
        *tokens(problem.pointer)[-1:],
    ]
    if problem.status_code != one.reply.status or problem.body != one.reply.content:
        yield f"status_code {one.reply.status} and the body", (problem.status_code, problem.body)
    if not _is_named(line, caller.operation) or "\n" in line or any(part not in line for part in parts):
        yield f"one line that tells of the operation and {parts}", line
    if not _related(problem.pointer, one.edit.at):
        yield f"pointer: {one.edit.at}", problem.pointer


def _is_named(text: str, operation: RawOperation) -> bool:
    return f"{operation.method} {operation.path}" in text
