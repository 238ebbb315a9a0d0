"""Whether every media type of a body can be sent, every one of an answer be asked for, and each is typed by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..document.raw import RawOperation
from ..findings import Finding, Outcome
from ..pair import Pair
from ..python.annotations import Underivable
from ..python.package import Method, Signature
from ..wire.calls import body_fields
from ..wire.choices import asked, choosers, named_by
from .signatures import body_type, result_of, sent, takes_body

_MOST = 8
"""How many ways to call a method tell all of its types apart; of more, results may be put together."""

Row = str | None
"""What is sent: a media type besides the preferred one, the fields of the preferred one, or (None) that as a whole."""

_FIELDS = "fields"


def chosen(pair: Pair, operation: RawOperation) -> Outcome:
    """There is one way to call for each media type that can be sent with each that can be asked for, none in particular too."""
    if not choosers(operation):
        return
    rows: list[Row] = [None, *(it.media_type for it in operation.bodies[1:])]
    rows += [_FIELDS] if body_fields(pair, operation) else []
    wanted = Counter((row, accept) for row in rows for accept in (None, *asked(operation)))
    for method in pair.methods(operation):
        got = Counter(it for one in method.signatures for it in _told(pair, operation, one))
        if got != wanted:
            yield Finding(
                method.symbol, operation.pointer, f"ways to call: {sorted(map(str, wanted))}", sorted(map(str, got))
            )
        try:
            yield from _apart(pair, operation, method)
        except Underivable:  # which `signatures.returned` tells of
            return


def _told(pair: Pair, operation: RawOperation, one: Signature) -> Iterator[tuple[Row, str | None]]:
    """What a way to call may send and ask for."""
    accept = named_by(operation, one, "accept")
    asking = [*(accept.names or ()), *([None] if accept.optional else [])]
    rows: list[Row] = [_FIELDS if operation.bodies else None]
    if takes_body(one):
        rows = [None if it is operation.bodies[0] else it.media_type for it in sent(pair, operation, one)]
    yield from ((row, name) for row in rows for name in asking)


def _apart(pair: Pair, operation: RawOperation, method: Method) -> Outcome:
    """A way to call has one result, unless there would be too many."""
    source = " | ".join(it.returns for it in method.signatures)
    results = {name: result_of(pair, operation, name, method, source) for name in (None, *asked(operation))}
    bodies = {body_type(pair, it, _annotations(method)) for it in operation.bodies[1:]}
    forms = 1 + bool(body_fields(pair, operation)) + len(bodies)
    if forms * len({*results.values()}) > _MOST:
        return
    for one in method.signatures:
        names = {name for _, name in _told(pair, operation, one)}
        if len({results[name] for name in names if name in results}) > 1:
            yield Finding(method.symbol, operation.pointer, "a way to call for each result", one.returns)


def _annotations(method: Method) -> str:
    return " | ".join(it.annotation for one in method.signatures for it in one.arguments if it.name == "body")
