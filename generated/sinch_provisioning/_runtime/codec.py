"""`Codec`: between Python values of a type and JSON, strict in what is written, tolerant in what is read."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cached_property
from typing import Any, Generic, TypeVar

import pydantic
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError, to_json

from .errors import DecodeError, InvalidRequestError, Problem
from .models import adapter
from .owing import owed, owes
from .planning import plan
from .plans import Plan
from .reading import Drift, OnDrift, missing, read
from .unset import UNSET
from .writing import Unwritable, field_path, problems, wire

__all__ = ["Codec", "Drift", "OnDrift"]

T = TypeVar("T")

_NAMES: dict[str, Any] = {} if pydantic.VERSION.startswith("2.10.") else {"by_alias": True, "by_name": False}
"""JSON has JSON names only. Pydantic 2.10 cannot tell: there, a property called like a Python field is taken for it."""


class Codec(Generic[T]):
    """How values of a type are read from and written as JSON.

    Cheap to make; what it needs is built when it is first used, by whatever thread comes first. `type_` is a model, a
    union of the generated models, a scalar, or a list or dict of such.
    """

    def __init__(self, type_: Any) -> None:
        self.type = type_

    def __repr__(self) -> str:
        return f"Codec({getattr(self.type, '__name__', self.type)})"

    @cached_property
    def _adapter(self) -> TypeAdapter[Any]:
        return adapter(self.type)

    @cached_property
    def _read_json(self) -> Callable[..., Any]:
        return self._adapter.validator.validate_json

    @cached_property
    def plan(self) -> Plan:
        """How values are looked at that pydantic has refused."""
        return plan(self.type)

    @cached_property
    def _owes(self) -> bool:
        return owes(self.plan, "client")

    @cached_property
    def _awaits(self) -> bool:
        return owes(self.plan, "server")

    def decode(self, content: bytes, on_drift: OnDrift | None = None) -> T:
        """The value of a JSON text in UTF-8.

        What does not match the type is kept as it is and told to `on_drift`. Raises `DecodeError` if `content` is no
        JSON.
        """
        try:
            found: T = self._read_json(content, **_NAMES)
        except ValidationError:
            return self._drifted(_loads(content), on_drift)
        if on_drift is not None and self._awaits:
            missing(self.plan, _loads(content), on_drift)
        return found

    def _drifted(self, value: Any, on_drift: OnDrift | None) -> T:
        try:
            found: T = read(self.plan, value, on_drift)
        except RecursionError:
            raise DecodeError("the JSON is nested too deeply") from None
        return found

    def encode(self, value: Any) -> bytes:
        """The JSON text of a value: a model, a mapping by JSON or Python names, or what else the type says.

        Raises `InvalidRequestError` with all that does not match the document, but for what the server itself had sent
        like this and nobody has touched.
        """
        sent = self._sendable(value)
        content = _dumps(sent)
        try:
            self._read_json(content, **_NAMES)
        except ValidationError:
            _raise(problems(self.plan, value, sent))
        self._check_owed(sent)
        return content

    def to_wire(self, value: Any) -> Any:
        """Like `encode`, as the JSON value itself. Binary parts stay bytes."""
        sent = self._sendable(value)
        _raise(problems(self.plan, value, sent))
        self._check_owed(sent)
        return sent

    def _sendable(self, value: Any) -> Any:
        try:
            return wire(value, self.plan, sending=True)
        except Unwritable as found:
            raise InvalidRequestError([found.problem]) from None
        except RecursionError:
            raise InvalidRequestError("the value is nested too deeply or contains itself") from None

    def _check_owed(self, sent: Any) -> None:
        if self._owes:
            _raise([Problem(field_path(path), "a value", UNSET) for path in owed(self.plan, sent, "client")])


def _raise(found: list[Problem]) -> None:
    if found:
        raise InvalidRequestError(found)


def _loads(content: bytes) -> Any:
    """Like `json.loads`, with our error."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as broken:
        raise DecodeError(f"not JSON: {broken}", body=content) from None


def _dumps(value: Any) -> bytes:
    """Compact JSON."""
    try:
        return to_json(value)
    except (PydanticSerializationError, UnicodeError, ValueError):
        return json.dumps(value, separators=(",", ":"), allow_nan=False, default=bytes.decode).encode()
