"""What all services share."""

from __future__ import annotations

import logging
from typing import Generic, TypeVar

from .. import Client, connect  #: Client import

log = logging.getLogger(__name__)
T = TypeVar("T")


class Service(Generic[T]):
    def __init__(self, client: Client | None = None) -> None:  #: Client annotation
        self.client = client or connect()

    @property
    def hooks(self):
        return self.client.webhooks  #: W resource

    def each(self, items, action):
        for it in items:
            action(it)
