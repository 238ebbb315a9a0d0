"""What the generated code says of the messages that the API sends to its user: callbacks and webhooks."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from .codec import Codec, OnDrift
from .errors import DecodeError

T_co = TypeVar("T_co", covariant=True)

EventBody = bytes | bytearray | memoryview | str | Mapping[str, Any]
"""The body of a message, raw or parsed."""


@dataclass(frozen=True)
class Event(Generic[T_co]):
    """A message. `key` is its name in the document, `body` the model of its body (None: it has none that is JSON).

    `types` are the values by which its body tells that it is this event; several events may share one. `expression` is
    the callback's runtime expression, which says where it is sent; None for a webhook. `name` is that of its constant.
    """

    key: str
    body: type[T_co] | None = None
    types: tuple[str, ...] = ()
    expression: str | None = None
    method: str = "POST"
    codec: Codec[T_co] | None = field(default=None, repr=False, compare=False)
    """Reads its body, where that is no model."""
    name: str = field(default="", init=False)

    @cached_property
    def _codec(self) -> Codec[T_co]:
        if self.codec is None and self.body is None:
            raise TypeError(f"the event {self.key} has no JSON body")
        return self.codec or Codec(self.body)

    def parse(self, body: EventBody, *, on_drift: OnDrift | None = None) -> T_co:
        """The message out of its body, raw or parsed.

        What does not match the document is kept as it is and told to `on_drift`. Raises `DecodeError` if it is no JSON.
        """
        return self._codec.decode(content_of(body), on_drift)

    @staticmethod
    def table(module: str) -> Mapping[str, Event[Any]]:
        """The events among the variables of a module; each learns its name."""
        found = {name: value for name, value in vars(sys.modules[module]).items() if isinstance(value, Event)}
        for name, event in found.items():
            object.__setattr__(event, "name", name)
        return found


def content_of(body: EventBody) -> bytes:
    """The JSON text of a body in UTF-8."""
    if isinstance(body, (bytes, bytearray, memoryview)):
        return bytes(body)
    try:
        return body.encode() if isinstance(body, str) else json.dumps(dict(body)).encode()
    except (TypeError, ValueError, RecursionError) as wrong:
        raise DecodeError(f"not JSON: {wrong}") from None
