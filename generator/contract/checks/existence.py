"""Every operation has its methods, and every method its operation."""

from __future__ import annotations

from ..document.raw import RawOperation
from ..findings import Finding, Outcome
from ..pair import Pair


def exists(pair: Pair, operation: RawOperation) -> Outcome:
    """The operation has one method in each client, and the client has its resource."""
    methods = pair.methods(operation)
    kinds = sorted(it.is_async for it in methods)
    if kinds != [False, True]:
        shown = [it.symbol for it in methods] or "none"
        yield Finding(operation.id, operation.pointer, "one synchronous and one asynchronous method", shown)
    for method in methods:
        client, cls = ("AsyncClient" if method.is_async else "Client"), method.symbol.split(".")[2]
        got = pair.package.resource_attributes(client).get(method.resource)
        if got != cls:
            yield Finding(operation.id, operation.pointer, f"{client}.{method.resource}: {cls}", got)
    if len({(it.resource, it.name) for it in methods}) > 1:
        yield Finding(operation.id, operation.pointer, "the same name in both", [it.symbol for it in methods])


def left_over(pair: Pair) -> Outcome:
    """Every public method of a resource belongs to an operation; every resource of a client has such methods."""
    wanted = {it.pointer for it in pair.document.operations}
    for pointer, methods in pair.package.methods.items():
        if pointer not in wanted:
            yield from (Finding(it.symbol, pointer, "an operation of the document", "none") for it in methods)
    for symbol, pointer in pair.package.symbols.items():
        try:
            pair.document.at(pointer)
        except Exception as problem:
            yield Finding(symbol, pointer, "a node of the document", str(problem))
    homes = {(it.is_async, it.resource) for methods in pair.package.methods.values() for it in methods}
    for client in ("Client", "AsyncClient"):
        for attribute in pair.package.resource_attributes(client):
            if (client != "Client", attribute) not in homes:
                yield Finding(f"{client}.{attribute}", "", "a resource with methods", "none")
