"""What the generated code says of the messages that the API sends to its user: callbacks and webhooks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from .codec import Codec, Drift

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Event(Generic[T_co]):
    """A message. `key` is its name in the document, `codec` reads its body (None: it has none that is JSON).

    `expression` is the callback's runtime expression, which says where it is sent; None for a webhook.
    """

    name: str
    key: str
    method: str
    codec: Codec[Any] | None = None
    expression: str | None = None

    def parse(self, body: bytes | str | Mapping[str, Any]) -> T_co:
        """The message out of its body, raw or parsed. Raises `DecodeError` if it is no JSON."""
        if self.codec is None:
            raise TypeError(f"the event {self.key} has no JSON body")
        if isinstance(body, Mapping):
            body = json.dumps(body)
        found: T_co = self.codec.decode(body.encode() if isinstance(body, str) else body, _ignore)
        return found


def _ignore(drift: Drift) -> None:
    """Messages that differ from the document are read as far as they go."""
