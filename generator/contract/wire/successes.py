"""What an operation succeeds with: statuses, and the bodies of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..document.raw import RawContent, RawOperation
from ..instances.values import Case, NoInstance
from ..pair import Pair
from .calls import examples
from .choices import answering, succeeding

_RANGE = (200, 202, 203, 206, 226, 299)
"""What stands for `2XX`: the first that is not listed itself."""
ANYTHING = {"a": [1, None]}
"""A body of which the document says nothing."""


class Success(NamedTuple):
    """A success of an operation: what the document calls its status, a number of it, what its body may be where a call asks so."""

    name: str
    status: int
    contents: tuple[RawContent, ...]


def successes(operation: RawOperation, accept: str | None = None) -> Iterator[Success]:
    """The successes that a call may have which asks for a media type; None: for none in particular."""
    for name, contents in succeeding(operation):
        yield Success(name, _number(operation, name), answering(contents, accept))


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
