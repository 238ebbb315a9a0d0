"""Values of the API that plain Python types cannot hold without loss: open enums and date-times with their text.

An open enum takes values that its document does not list, because APIs add values all the time: they become members of
their own, equal to and printed as what was received, with `is_known` False.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar, cast

from pydantic_core import SchemaValidator, core_schema

E = TypeVar("E", bound="OpenEnum")


class OpenEnum(Enum):
    """An enum of any JSON scalars that takes unlisted values as well. It equals its plain value."""

    @property
    def is_known(self) -> bool:
        """Whether the document that this client was generated from lists the value."""
        return not hasattr(self, "_unlisted")

    def __str__(self) -> str:
        return str(self.value)

    def __eq__(self, other: object) -> bool:
        return bool(self.value == (other.value if isinstance(other, Enum) else other))

    def __hash__(self) -> int:
        return hash(self.value)

    def __reduce_ex__(self, protocol: Any) -> Any:
        return _restored, (type(self), self.value, self.is_known, is_received(self))

    @classmethod
    def _missing_(cls, value: object) -> Any:
        return _unlisted(cls, value) if cls._plain(value) else None

    @classmethod
    def _plain(cls, value: object) -> bool:
        """Whether `value` is of a type that the enum's values can have."""
        return isinstance(value, (str, int, float))


class OpenStrEnum(str, OpenEnum):
    """An enum of strings; each member is a `str`."""

    __str__ = OpenEnum.__str__
    __format__ = str.__format__  # type: ignore[assignment]
    __eq__ = str.__eq__
    __hash__ = str.__hash__

    @classmethod
    def _plain(cls, value: object) -> bool:
        return isinstance(value, str)


class OpenIntEnum(int, OpenEnum):
    """An enum of integers; each member is an `int`."""

    __str__ = OpenEnum.__str__
    __format__ = int.__format__  # type: ignore[assignment]
    __eq__ = int.__eq__
    __hash__ = int.__hash__

    @classmethod
    def _plain(cls, value: object) -> bool:
        return isinstance(value, int) and not isinstance(value, bool)


def _unlisted(cls: type[E], value: object) -> E:
    """A member of `cls` that the class does not list. It is not kept anywhere: equal ones are not identical."""
    base: Any = next((base for base in (str, int) if issubclass(cls, base)), None)
    found: Any = base.__new__(cls, value) if base else object.__new__(cls)
    found._name_ = str(value)
    found._value_ = value
    vars(found)["_unlisted"] = True
    return cast(E, found)


def _restored(cls: type[E], value: object, known: bool, received: bool) -> E:
    found = listed_member(cls, value) if known else _unlisted(cls, value)
    return receive(found) if received else found


def receive(unlisted: E) -> E:
    """Note that an unlisted value came from the server, so that it may be sent back."""
    vars(unlisted)["_received"] = True
    return unlisted


def is_received(found: Enum) -> bool:
    """Whether an unlisted value came from the server."""
    return "_received" in found.__dict__


def listed_member(cls: type[E], value: object) -> E:
    """The listed member of this value and JSON type, else a ValueError. JSON has one kind of number: 1.0 is 1."""
    found = cls._value2member_map_.get(value) if isinstance(value, Hashable) else None
    if found is None or isinstance(found.value, bool) != isinstance(value, bool):
        raise ValueError("a listed value")
    return cast(E, found)


def member(cls: type[E], value: object) -> E:
    """The member of this value and JSON type, listed or not; a ValueError for a value of another type."""
    if isinstance(value, cls):
        return value
    try:
        return listed_member(cls, value)
    except ValueError:
        if not cls._plain(value):
            raise
        return _unlisted(cls, value)


def is_unicode(value: object) -> bool:
    """Whether a value is no text with lone surrogates, which JSON can escape but UTF-8 cannot hold."""
    return not isinstance(value, str) or not any("\ud800" <= char <= "\udfff" for char in value)


def plain_value(value: Any) -> Any:
    """The value of an enum member; any other value as it is."""
    return value.value if isinstance(value, Enum) else value


_SECOND = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"
_THOUSAND = "([0-9]{2}[1-9]|[0-9][1-9][0-9]|[1-9][0-9]{2})"

CANONICAL_DATE_TIME = rf"^{_SECOND}(\.{_THOUSAND}|\.[0-9]{{3}}{_THOUSAND})?Z$"
"""Texts that `date_time_text` writes again from the mere datetime: UTC, with as few of 0, 3 or 6 digits as can be."""

CANONICAL_DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

DATE_TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?([Zz]|[+-][0-9]{2}:?[0-9]{2})?"
"""Texts that are date-times, with or without zone."""

_PARSER = SchemaValidator(core_schema.datetime_schema(microseconds_precision="truncate"))


class DateTime(datetime):
    """A datetime that keeps the text it was read from, where another text would mean the same."""

    text: str | None = None

    @classmethod
    def parse(cls, value: object) -> datetime:
        """A datetime from its text, with or without zone; a datetime as it is. Anything else is a ValueError."""
        if isinstance(value, datetime):
            return value
        if not isinstance(value, str) or not re.fullmatch(DATE_TIME, value):
            raise ValueError("a date-time such as 2030-01-31T12:00:00Z")
        return cls.of(value)

    @classmethod
    def of(cls, text: str) -> datetime:
        """The datetime of a text that is like `DATE_TIME`."""
        found = _PARSER.validate_python(text)
        moment = cls.combine(found, found.timetz())
        moment.text = text
        return moment

    def __reduce_ex__(self, protocol: Any) -> Any:
        return (DateTime.parse, (self.text,)) if self.text else super().__reduce_ex__(protocol)


def date_time_text(moment: datetime) -> str:
    """The text that was read, else RFC 3339 with `Z` for UTC. A datetime without zone is written without one."""
    if isinstance(moment, DateTime) and moment.text:
        return moment.text
    precision = "seconds" if not moment.microsecond else "microseconds" if moment.microsecond % 1000 else "milliseconds"
    text = moment.isoformat(timespec=precision)
    return text[:-6] + "Z" if text.endswith("+00:00") else text


def parse_date(value: object) -> date:
    """A date from its text, a date as it is. Anything else, a datetime too, is a ValueError."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str) or not re.fullmatch(CANONICAL_DATE, value):
        raise ValueError("a date such as 2030-01-31")
    return date.fromisoformat(value)
