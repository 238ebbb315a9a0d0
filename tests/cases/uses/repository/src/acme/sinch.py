"""The one place that knows how we reach Sinch."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from ._vendor.sinch_provisioning import AsyncClient, Client, errors, models  #: Client import, Client import
from ._vendor.sinch_provisioning.errors import *


@dataclass(frozen=True)
class SinchSettings:
    project_id: str
    key_id: str
    key_secret: str
    timeout: float = 30

    @classmethod
    def load(cls) -> SinchSettings:
        return cls(os.environ["PROJECT"], os.environ["KEY"], os.environ["SECRET"])


@lru_cache
def connect(settings: SinchSettings | None = None) -> Client:  #: Client annotation
    settings = settings or SinchSettings.load()
    return Client(  #: Client construct
        project_id=settings.project_id,  #: Client(project_id) argument
        key_id=settings.key_id,  #: Client(key_id) argument
        key_secret=settings.key_secret,  #: Client(key_secret) argument
        timeout=settings.timeout,
    )


def connect_async(**overrides: str) -> AsyncClient:  #: Client annotation
    return AsyncClient(**overrides)  #: Client construct  #? keyword arguments that are only known at run time


@contextmanager
def session(region: str = "eu") -> Iterator[Client]:  #: Client annotation
    with connect().with_options(headers={"X-Region": region}) as client:
        yield client


def is_gone(problem: Exception) -> bool:
    return isinstance(problem, (NotFoundError, errors.PermissionDeniedError))  #: errors.NotFoundError reference, errors.PermissionDeniedError reference
