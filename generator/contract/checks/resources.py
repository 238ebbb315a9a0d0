"""Which resource an operation belongs to: that of its first tag, whatever settings call it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ..document.raw import RawOperation
from ..findings import Finding, Outcome
from ..pair import Pair


def tagged(pair: Pair, operation: RawOperation) -> Outcome:
    """An operation is in the resource in which most operations of its tag are, and that is no other tag's."""
    of_tags = _resources(pair)
    tag = operation.tag
    others = {resource: other for other, resource in of_tags.items() if other != tag}
    for method in pair.methods(operation):
        if method.resource != of_tags.get(tag) or method.resource in others:
            wanted = f"a resource of its own for the tag {tag!r}, as other operations have it: {of_tags.get(tag)}"
            yield Finding(method.symbol, operation.pointer, wanted, method.resource)


def _resources(pair: Pair) -> Mapping[str, str]:
    """The resource of each tag: where most of its operations are, the first of equals."""
    found: dict[str, Counter[str]] = {}
    for operation in pair.document.operations:
        found.setdefault(operation.tag, Counter()).update(it.resource for it in pair.methods(operation))
    return {tag: counts.most_common(1)[0][0] for tag, counts in found.items() if counts}
