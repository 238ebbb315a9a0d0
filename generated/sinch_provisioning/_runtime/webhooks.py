"""Reading a message whose event is not known beforehand, by what its body says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from pydantic import PrivateAttr

from .codec import Codec, Drift, OnDrift
from .errors import DecodeError
from .event import Event, EventBody, content_of
from .models import Unknown, receive
from .plans import MISSING, build, json_type
from .redaction import headers as without_secrets
from .signatures import Headers, by_name
from .unions import OneOf

_JSON: Codec[Any] = Codec(Any)


class UnknownEvent(Unknown):
    """A message of a type that this client does not know, with all its data: `model_extra`, `to_wire()`."""

    _type: str | None = PrivateAttr(None)

    @property
    def type(self) -> str | None:
        """The type that the message says it has; None if it says none."""
        return self._type


class Reader:
    """Reads any of some events; `by` is the JSON property of their bodies that holds their type."""

    def __init__(self, events: Iterable[Event[Any]], by: str) -> None:
        self.events = tuple(events)
        self.by = by

    def read(self, body: EventBody, headers: Headers | None = None, on_drift: OnDrift | None = None) -> Any:
        """The message out of its body. `headers` are only shown by `DecodeError`."""
        try:
            content = content_of(body)
            value = _JSON.decode(content)
            if not isinstance(value, Mapping):
                raise DecodeError(f"a message is a JSON object, this is of type {json_type(value)}", body=content)
        except DecodeError as broken:
            raise DecodeError(broken.message, headers=_shown(headers), body=broken.body) from None
        codec = self._codec(value)
        return self._unknown(value, on_drift) if codec is None else codec.decode(content, on_drift)

    def _codec(self, value: Mapping[str, Any]) -> Codec[Any] | None:
        """What reads a message. Of the models of events that share a type it is the one that fits best."""
        type_ = value.get(self.by)
        choices = self._choices.get(type_, ()) if isinstance(type_, str) else ()
        if len(choices) < 2:
            return choices[0] if choices else None
        one_of = OneOf(*(codec.type for codec in choices))
        index = one_of.exact_index(value)
        fits = [plan.misfit(value) for plan in one_of.plans]
        return choices[fits.index(min(fits)) if index is None else index]

    @cached_property
    def _choices(self) -> Mapping[str, Sequence[Codec[Any]]]:
        """What reads the events of each type, the same model once."""
        found: dict[str, dict[int, Codec[Any]]] = {}
        for event in self.events:
            for type_ in event.types:
                found.setdefault(type_, {}).setdefault(id(event._codec.type), event._codec)
        return {type_: list(codecs.values()) for type_, codecs in found.items()}

    def _unknown(self, value: Mapping[str, Any], on_drift: OnDrift | None) -> UnknownEvent:
        type_ = value.get(self.by, MISSING)
        if on_drift is not None:
            on_drift(Drift(f"/{self.by}", "the type of a known event", type_))
        found: UnknownEvent = build(UnknownEvent, {}, set(), value)
        object.__setattr__(found, "__pydantic_private__", {"_type": type_ if isinstance(type_, str) else None})
        receive(found, {"": value})
        return found


def _shown(headers: Headers | None) -> dict[str, str]:
    return without_secrets({name: ", ".join(values) for name, values in by_name(headers or {}).items()})
