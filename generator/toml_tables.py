"""Tables of TOML files, read key by key: what is wrong is told at its place, all of it in one run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

import tomli

from generator.diagnostics import Diagnostic, Location, error
from generator.toml_places import Places, syntax_error_place

T = TypeVar("T")


def parse(text: str, file: str) -> dict[str, Any]:
    """The content of a TOML text. Raises `ProvgenError` at the place of a mistake; `file` is what messages call it."""
    try:
        data: dict[str, Any] = tomli.loads(text)
    except tomli.TOMLDecodeError as problem:
        message, line, col = syntax_error_place(problem, text)
        raise error("invalid-toml", message, location=Location(file, line, col)) from None
    return data


class WrongValueError(Exception):
    """A value that a key cannot have; the text says what is expected."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        self.hint = hint
        super().__init__(message)


class Reader:
    """Takes keys out of one table and collects what is wrong with them, each at its place; `noun` is what messages call a key."""

    def __init__(self, places: Places, file: str, path: tuple[str, ...], noun: str = "setting") -> None:
        self.places = places
        self.file = file
        self.path = path
        self.noun = noun
        self.diagnostics: list[Diagnostic] = []

    def within(self, key: str) -> Reader:
        """A reader of the table `key`, which collects into the same list."""
        inner = Reader(self.places, self.file, (*self.path, key), self.noun)
        inner.diagnostics = self.diagnostics
        return inner

    def report(self, code: str, message: str, key: str | None = None, hint: str | None = None) -> None:
        """Note what is wrong with a key, or with the table."""
        path = self.path if key is None else (*self.path, key)
        line, col = self.places.of(path)
        location = Location(self.file, line, col)
        self.diagnostics.append(Diagnostic(code, message, location=location, hint=hint))

    def take(self, table: Mapping[str, Any], key: str, read: Callable[[Any], T], default: T) -> T:
        """The value of `key`, read, or `default` where it is absent or wrong (and then reported)."""
        if key not in table:
            return default
        try:
            return read(table[key])
        except WrongValueError as wrong:
            self.report(f"invalid-{self.noun}", f"{dotted(self.path, key)}: {wrong}", key, wrong.hint)
            return default

    def unknown(self, table: Mapping[str, Any], known: tuple[str, ...]) -> None:
        """Reports the keys of `table` that are not `known`."""
        for key in table:
            if key not in known:
                near = get_close_matches(key, known, 1)
                hint = f"Did you mean {near[0]!r}?" if near else f"Known here: {', '.join(known)}."
                self.report(f"unknown-{self.noun}", f"unknown {self.noun} {dotted(self.path, key)}", key, hint)


def dotted(path: tuple[str, ...], key: str) -> str:
    """A key as messages name it."""
    return ".".join((*path, key))


_KINDS = {
    str: "a string",
    bool: "a boolean",
    int: "an integer",
    float: "a float",
    list: "an array",
    dict: "a table",
}


def kind(value: Any) -> str:
    """What a value is, in words."""
    return _KINDS.get(type(value), "a date or time")


def text(value: Any) -> str:
    """A string that is not empty. This and the others raise `WrongValueError`."""
    if not isinstance(value, str):
        raise WrongValueError(f"expected a string, found {kind(value)}")
    if not value.strip():
        raise WrongValueError("must not be empty")
    return value


def flag(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise WrongValueError(f"expected true or false, found {kind(value)}")
    return value


def texts(value: Any) -> tuple[str, ...]:
    """An array of strings that are not empty."""
    if not isinstance(value, list):
        raise WrongValueError(f"expected an array of strings, found {kind(value)}")
    return tuple(text(item) for item in value)


def table(value: Any) -> Mapping[str, Any]:
    """A table."""
    if not isinstance(value, dict):
        raise WrongValueError(f"expected a table, found {kind(value)}")
    return value


Tables = tuple[tuple[str, Mapping[str, Any]], ...]
"""Tables with their numbers in an array of tables; empty for one that stands alone."""


def tables(value: Any) -> Tables:
    """A table, or an array of tables."""
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return tuple((str(number), item) for number, item in enumerate(value))
    return (("", table(value)),)
