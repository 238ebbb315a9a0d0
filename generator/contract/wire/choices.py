"""What a call may choose where the document has several media types: the one of its body, and the one that it asks for."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..document.raw import RawContent, RawOperation
from ..python.package import Argument, Signature
from .media import framing

BODILESS = ("204", "205", "304")
"""Statuses whose answers have no body (RFC 9110)."""


class Chosen(NamedTuple):
    """What an argument that chooses may be. `names` None: any text. `optional`: it may be left out, or is not there."""

    names: frozenset[str] | None
    optional: bool


def succeeding(operation: RawOperation) -> Iterator[tuple[str, tuple[RawContent, ...]]]:
    """The statuses of successes, redirections too, the default where none is listed, with all that their bodies may be."""
    listed = [name for name in operation.responses if name[0] in "123"]
    for name in listed or ["default"] * ("default" in operation.responses):
        if name[0] != "1":
            yield name, () if operation.method == "HEAD" or name in BODILESS else operation.responses[name]


def asked(operation: RawOperation) -> list[str]:
    """The media types that a call may ask for."""
    several = (contents for _, contents in succeeding(operation) if len(contents) > 1)
    return list(dict.fromkeys(it.media_type for contents in several for it in contents))


def answering(contents: Sequence[RawContent], accept: str | None) -> tuple[RawContent, ...]:
    """What a success answers with of what it may: what is asked for, else all but streams, else all."""
    found = [it for it in contents if it.media_type == accept] or [it for it in contents if framing(it) is None]
    return tuple(found or contents)


def choosers(operation: RawOperation) -> set[str]:
    """The arguments that choose."""
    there = {"content_type": len(operation.bodies) > 1, "accept": bool(asked(operation))}
    return {name for name, is_there in there.items() if is_there}


def named_by(operation: RawOperation, one: Signature, name: str) -> Chosen:
    """The media types that an argument of a way to call may name."""
    found = next((it for it in one.arguments if it.name == name), None) if name in choosers(operation) else None
    return Chosen(frozenset(), True) if found is None else Chosen(_names(found), not found.required)


def _names(argument: Argument) -> frozenset[str] | None:
    """The values of `Literal["a", "b"] | None`; None for `str`."""
    tree = ast.parse(argument.annotation, mode="eval")
    if argument.annotation == "str":
        return None
    return frozenset(it.value for it in ast.walk(tree) if isinstance(it, ast.Constant) and isinstance(it.value, str))
