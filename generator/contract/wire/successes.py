"""What an operation succeeds with: statuses, and the bodies of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..document.raw import RawContent, RawOperation
from ..instances.values import Case, NoInstance
from ..pair import Pair
from .calls import examples
from .media import unasked

_BODILESS = (204, 205, 304)
"""Statuses whose answers have no body (RFC 9110)."""
_RANGE = (200, 202, 203, 206, 226, 299)
"""What stands for `2XX`: the first that is not listed itself."""
ANYTHING = {"a": [1, None]}
"""A body of which the document says nothing."""


class Success(NamedTuple):
    """A success of an operation: what the document calls its status, a number of it, what its body may be unasked."""

    name: str
    status: int
    contents: tuple[RawContent, ...]


def successes(operation: RawOperation) -> Iterator[Success]:
    """The successes that the document has, redirections too; the default response where it lists none."""
    listed = [name for name in operation.responses if name[0] in "123"]
    for name in listed or ["default"] * ("default" in operation.responses):
        if name[0] != "1":
            status = _number(operation, name)
            bodiless = operation.method == "HEAD" or status in _BODILESS
            yield Success(name, status, () if bodiless else unasked(operation.responses[name]))


def _number(operation: RawOperation, name: str) -> int:
    standing = (300, 303, 308) if name[0] == "3" else _RANGE
    return int(name) if name.isdigit() else next(it for it in standing if str(it) not in operation.responses)


def cases(pair: Pair, content: RawContent) -> list[Case]:
    """Bodies in JSON: generated, and the examples that follow their schema."""
    if content.schema is None:
        return [*examples(pair, content, "response"), Case("anything", ANYTHING)]
    try:
        generated = pair.values.cases(content.schema, "response", 0)
    except NoInstance:
        generated = []
    return [*generated, *examples(pair, content, "response")]
