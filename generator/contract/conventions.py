"""What a document cannot say and the settings of a project do: how lists are paged, how messages are signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Paging:
    """A way of paging: the query parameter `token`, the property `next` of the answer, the property `items` that holds the list.

    `next` and `items` are names, or JSON pointers such as `/meta/next`. `items` None: the only array of the answer, else the only
    one beside `next`.
    """

    token: str
    next: str
    items: str | None = None


@dataclass(frozen=True)
class Webhooks:
    """How messages are told apart and signed. `type` is a JSON property; `signature` to `timestamp` name headers.

    `signed` is what is hashed: `{body}`, `{nonce}` and `{timestamp}` stand for themselves. `algorithms` leads from values of the
    algorithm's header to hash functions. Without `signature`, messages are not signed.
    """

    type: str | None = None
    signature: str | None = None
    algorithm: str | None = None
    nonce: str | None = None
    timestamp: str | None = None
    signed: str = "{body}"
    algorithms: Mapping[str, str] = field(default_factory=dict)
    encoding: str = "base64"


@dataclass(frozen=True)
class Conventions:
    """All of it; the first way of paging that fits an operation is its own."""

    paging: tuple[Paging, ...] = ()
    webhooks: Webhooks = field(default_factory=Webhooks)

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Conventions:
        """What `paging` and `webhooks` of a JSON object say."""
        return cls(tuple(Paging(**it) for it in value.get("paging", ())), Webhooks(**value.get("webhooks", {})))
