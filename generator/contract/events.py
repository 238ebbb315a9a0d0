"""The messages that the API sends: callbacks and webhooks, with their constants, their reading and their signatures."""

from __future__ import annotations

from .pair import Pair
from .raw import METHODS, RawContent, join


def pointers(pair: Pair) -> list[str]:
    """The operations that callbacks and webhooks are, by pointer; each node once, however many refer to it."""
    document, homes = pair.document, []
    for operation in document.operations:
        for name in operation.value.get("callbacks", {}):
            place, callback = document.follow(join(operation.pointer, "callbacks", name))
            homes += [join(place, expression) for expression in callback]
    homes += [join("/webhooks", name) for name in document.value.get("webhooks", {})]
    followed = [document.follow(home) for home in homes]
    return list(dict.fromkeys(join(place, it) for place, item in followed for it in METHODS if it in item))


def bodies(pair: Pair, pointer: str) -> tuple[RawContent, ...]:
    """What the body of a message may be; the document has it as the request body of the operation at `pointer`."""
    at = join(pointer, "requestBody")
    if "requestBody" not in pair.document.at(pointer):
        return ()
    return pair.document.contents(*pair.document.follow(at))


def name(pair: Pair, pointer: str) -> str:
    """What tests call a message: its operationId, else the name of its callback or webhook."""
    value = pair.document.at(pointer)
    return str(value.get("operationId") or pointer.split("/")[-3 if "/callbacks/" in pointer else -2])
