"""How bodies of a media type are read: as JSON, as text, as bytes."""

from __future__ import annotations

from typing import Literal

from ..document.raw import RawContent
from ..pair import Pair

Kind = Literal["json", "text", "bytes"]

Framing = Literal["events", "lines", "records"]
"""How a stream is cut into items: server-sent events, lines of JSON, JSON between record separators."""

_FRAMINGS: dict[str, Framing] = {
    "text/event-stream": "events",
    "application/x-ndjson": "lines",
    "application/ndjson": "lines",
    "application/jsonl": "lines",
    "application/x-jsonl": "lines",
    "application/jsonlines": "lines",
    "application/x-jsonlines": "lines",
    "application/stream+json": "lines",
    "application/json-seq": "records",
}

_CONCRETE = {"*/*": "application/json", "application/*": "application/json", "text/*": "text/plain"}


def kind(pair: Pair, content: RawContent) -> Kind:
    """How a body is read. Whatever else a schema says of it, JSON that is called binary is bytes."""
    essence = content.media_type.partition(";")[0].strip().lower()
    shape = pair.values.shape(content.schema) if content.schema is not None else None
    if essence in ("application/json", "text/json") or essence.endswith("+json"):
        return "bytes" if shape is not None and shape.get("format") == "binary" else "json"
    if essence in ("*/*", "application/*"):
        return "bytes" if shape is None or shape.get("type") == "string" else "json"
    return (
        "text" if essence.startswith("text/") or essence == "application/xml" or essence.endswith("+xml") else "bytes"
    )


def framing(content: RawContent) -> Framing | None:
    """How an answer of this content is cut into items; None: it is no stream."""
    return _FRAMINGS.get(content.media_type.partition(";")[0].strip().lower())


def concrete(media_type: str) -> str:
    """A media type that an answer may name for one of the document, which may be a range."""
    return _CONCRETE.get(media_type, media_type.replace("/*", "/png"))


def named(pair: Pair, content: RawContent) -> str:
    """The media type of an answer of this content: of a range that is read as bytes, none that is JSON."""
    is_range = content.media_type in _CONCRETE
    return "application/octet-stream" if is_range and kind(pair, content) == "bytes" else concrete(content.media_type)
