"""Bodies that are streams: what one of their items is, how a server writes them, and what was read of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from ..document.raw import RawContent
from ..document.shapes import places, types
from ..pair import Pair
from .answering import Reply
from .media import Framing, concrete, framing
from .parsed import Difference, misread

TEXTS = ("a", "{", "[DONE]", "a\u00e9\u65e5\nb", "")
"""Data of events that are texts."""


class Streamed(NamedTuple):
    """What a content is a stream of. `item` is a content of its own, without schema where the document says nothing.

    `is_text`: its items are events whose data is text.
    """

    framing: Framing
    item: RawContent
    is_text: bool


class Items(NamedTuple):
    """What has to be read of a stream: the JSON values, or texts, in it."""

    stream: Streamed
    values: Sequence[Any]


def streamed(pair: Pair, content: RawContent) -> Streamed | None:
    """What a content is a stream of; None: it is no stream."""
    cut = framing(content)
    if cut is None:
        return None
    schema = _item(pair, content.schema)
    examples = content.examples if schema == content.schema else {}
    is_text = cut == "events" and (schema is None or _is_text(pair, schema, ("string",)))
    return Streamed(cut, replace(content, schema=schema, examples=examples), is_text)


def _item(pair: Pair, schema: str | None) -> str | None:
    """The schema of an item: that of the body, or of its items; None where it says nothing, or that there is a text."""
    if schema is None or pair.document.at(schema) in ({}, True) or _is_text(pair, schema, ("string", "null")):
        return None
    shape = pair.values.shape(schema)
    if {*types(shape)} - {"null"} != {"array"} or places(shape):
        return schema
    items = shape.get("items")
    return _some(pair, items) if isinstance(items, str) else None


def _some(pair: Pair, schema: str) -> str | None:
    return None if pair.document.at(schema) in ({}, True) else schema


def _is_text(pair: Pair, schema: str, kinds: Sequence[str]) -> bool:
    """Whether a schema allows any text and nothing else but these types."""
    shape = pair.values.shape(schema)
    found = types(shape)
    return "string" in found and {*found} <= {*kinds} and not {"enum", "const"} & shape.keys()


# What a server sends


def reply(status: int, stream: Streamed, values: Sequence[Any]) -> Reply:
    """An answer with these items, byte by byte, in some of the ways that there are to write them."""
    written = {"events": _events, "lines": _lines, "records": _records}[stream.framing]
    shown = [value if stream.is_text else json.dumps(value) for value in values]
    body = written(shown) + (_after(stream.is_text) if stream.framing == "events" else "")
    return Reply(status, body.encode(), concrete(stream.item.media_type), pieces=True)


def _events(shown: Sequence[str]) -> str:
    """Events, of which the first has all fields."""
    found = [": a comment\r\n"]
    for number, data in enumerate(shown):
        end = ("\n", "\r\n", "\r")[number % 3]
        fields = ["event: step", "id: 1", "retry: 250"] * (number == 0)
        found += [f"{line}{end}" for line in (*fields, *(f"data: {it}" for it in data.split("\n")), "")]
    return "".join(found)


def _after(is_text: bool) -> str:
    """What nobody is to see: an event that is not finished, or all that follows the convention for the end of JSON."""
    return "data: not finished\n" if is_text else "data: [DONE]\n\ndata: 1\n\n"


def _lines(shown: Sequence[str]) -> str:
    return "\r\n\n".join(shown)


def _records(shown: Sequence[str]) -> str:
    return "".join(f"\x1e{it}\n" for it in shown)


# What was read


def differences(pair: Pair, wanted: Items, got: Any) -> Iterator[Difference]:
    """Where the items that were read are not those that were sent."""
    stream, values = wanted
    if not isinstance(got, list) or len(got) != len(values):
        yield "", f"{len(values)} items", got
        return
    for number, (one, value) in enumerate(zip(got, values)):
        if stream.framing == "events":
            fields = ("step" if number == 0 else "message", "1", 250)
            if (one.event, one.id, one.retry) != fields:
                yield "", f"item {number}: event, id and retry {fields}", one
        if stream.is_text and one.data != value:
            yield "", value, one.data
        elif not stream.is_text:
            yield from misread(pair, stream.item.schema, value_of(one, stream), value)


def value_of(one: Any, stream: Streamed) -> Any:
    """The value in an item: of an event, its data."""
    return one.data if stream.framing == "events" else one
