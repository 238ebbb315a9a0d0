"""Base classes and type vocabulary of the generated models.

A model keeps everything that the server sent: undeclared properties are in `model_extra` and read as attributes by their
JSON names. `model_fields_set` says which properties were there; only those are sent again.
"""

from __future__ import annotations

import copy
import re
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Annotated, Any, TypeVar, get_origin

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, TypeAdapter
from pydantic_core import core_schema as cs
from typing_extensions import TypeAliasType

from .exact import Exact, NullMark, UniqueItems, closed_model_schema, model_schema
from .unions import OneOf
from .values import OpenEnum, OpenIntEnum, OpenStrEnum

__all__ = [
    "ABSENT",
    "ClosedModel",
    "Model",
    "Nullable",
    "OneOf",
    "OpenEnum",
    "OpenIntEnum",
    "OpenStrEnum",
    "ReadOnly",
    "Regex",
    "RequestModel",
    "TypeAliasType",
    "Unique",
    "Unknown",
    "WriteOnly",
]

T = TypeVar("T")

_BUILDING = threading.RLock()
_FRAMES = 20_000


@contextmanager
def building() -> Iterator[None]:
    """Held while pydantic builds what was deferred, which it does not do safely from two threads.

    There is room in it for models that lead to one another hundreds of levels deep: pydantic follows them by recursion.
    """
    with _BUILDING:
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(max(limit, _FRAMES))
        try:
            yield
        finally:
            sys.setrecursionlimit(limit)


class SentBy:
    """Marks a field that only the server sends ("server") or only the client ("client")."""

    def __init__(self, side: str) -> None:
        self.side = side


Nullable = Annotated[T | None, NullMark()]
"""A field whose null says something else than its absence, and may be sent."""

ReadOnly = Annotated[T, SentBy("server")]
"""A field that only the server sends: it is left out of requests."""

WriteOnly = Annotated[T, SentBy("client")]
"""A field that is only sent to the server."""


def absent() -> None:
    """The value of a field that one side alone sends and must send, where the other side has made the object."""


ABSENT: Any = Field(default_factory=absent)
"""The default of such a field."""

Unique = UniqueItems

Regex = re.compile
"""A pattern for Python's `re`, where pydantic's engine does not know it."""


class Model(BaseModel):
    """An object of the API.

    Fields are given by their Python or their JSON names. Texts, numbers and lists are taken as they are: "5" is no
    integer.
    """

    __slots__ = ("_received",)

    model_config = ConfigDict(
        extra="allow",
        strict=True,
        populate_by_name=True,
        validate_assignment=True,
        defer_build=True,
        protected_namespaces=(),
    )

    def to_wire(self) -> dict[str, Any]:
        """The JSON object that this is, by JSON names: what was read or set, nothing else, unvalidated."""
        from .writing import wire

        found: dict[str, Any] = wire(self)
        return found

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> cs.CoreSchema:
        return model_schema(handler(source), handler.resolve_ref_schema)

    @classmethod
    def model_rebuild(cls, **options: Any) -> bool | None:
        """Build what was deferred; see pydantic. Safe to call from any thread."""
        options["_parent_namespace_depth"] = 0  # models stand in modules: no caller's variables are needed
        with building():
            return super().model_rebuild(**options)

    def __copy__(self) -> Any:
        return _received_too(self, super().__copy__())

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Any:
        return _received_too(self, super().__deepcopy__(memo))

    def __getstate__(self) -> dict[Any, Any]:
        return {**super().__getstate__(), "received": received(self)}

    def __setstate__(self, state: dict[Any, Any]) -> None:
        super().__setstate__(state)
        receive(self, state.get("received", {}))


class RequestModel(Model):
    """An object that is only sent. It has its declared fields and no others."""

    model_config = ConfigDict(extra="forbid")


class ClosedModel(Model):
    """An object whose document allows no further properties: what the server sends anyway is kept but not written anew."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> cs.CoreSchema:
        return closed_model_schema(handler(source), handler.resolve_ref_schema)


class Unknown(Model):
    """An object of a kind that this client does not know, with all its data: `model_extra`, `to_wire()`."""


def received(model: Model) -> Mapping[str, Any]:
    """What of this model does not match the document but came like this: JSON name → JSON value as received."""
    found: Mapping[str, Any] = getattr(model, "_received", {})
    return found


def receive(model: Model, raw: Mapping[str, Any]) -> None:
    """Note what came although it does not match the document, so that it may be sent back."""
    if raw:
        object.__setattr__(model, "_received", raw)


def _received_too(model: Model, twin: Model) -> Model:
    receive(twin, copy.copy(received(model)))
    return twin


def adapter(type_: Any) -> TypeAdapter[Any]:
    """What validates values of a type exactly, built at once."""
    with building():
        if isinstance(type_, type) and get_origin(type_) is None and issubclass(type_, Model):
            type_.model_rebuild()
            return TypeAdapter(type_)
        exactly: Any = Annotated[type_, Exact()]
        return TypeAdapter(exactly, config=ConfigDict(strict=True))
