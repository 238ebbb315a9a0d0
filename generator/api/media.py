"""How bodies of a media type are read and written."""

from __future__ import annotations

from typing import Literal

from generator.api.model import MediaType

Kind = Literal["json", "form", "multipart", "text", "binary"]


def kind(media: MediaType) -> Kind:
    """How bodies of a media type are read and written: json, form, multipart, text or binary, as in the runtime."""
    essence = media.name.partition(";")[0].strip().lower()
    if essence in ("application/json", "text/json") or essence.endswith("+json"):
        return "binary" if _is_binary(media) else "json"
    if essence in ("*/*", "application/*"):
        return "binary" if media.schema is None or media.schema.get("type") in ("string", ["string"]) else "json"
    if essence == "application/x-www-form-urlencoded":
        return "form"
    if essence.startswith("multipart/"):
        return "multipart"
    if essence.startswith("text/") or essence == "application/xml" or essence.endswith("+xml"):
        return "text"
    return "binary"


def _is_binary(media: MediaType) -> bool:
    return media.schema is not None and media.schema.get("format") == "binary"
