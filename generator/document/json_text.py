"""JSON text (RFC 8259) → values, and the places of its nodes.

The standard library reads the values. It knows no places: when somebody asks for one, it is found member by member, from the
root down to it. A scanner of our own follows when the text holds something that has to be refused: libyaml cannot stand in, it
does not read every JSON text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.document.limits import MAX_DEPTH
from generator.document.places import Entry, Text
from generator.document.pointers import join
from generator.document.problems import Problem, duplicate_key, to_error, too_deep
from generator.document.yaml_scalars import BadScalar, finite, whole

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}:,]|[^\s\[\]{}:,"]+', re.DOTALL)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


_HALVES = re.compile("[\ud800-\udfff]")
_HALF_PAIR = "a \\u escape that is half of a surrogate pair writes no character"


@dataclass
class _Frame:
    """An object or array being read."""

    children: dict[str, Entry] | list[Entry]
    key: str | None = None
    """Of an object: the key whose value comes next; None if a key comes next."""
    key_offset: int = 0
    index: int = 0

    def token(self) -> str | int:
        """The key or index of the child that is being read."""
        return self.index if isinstance(self.children, list) else self.key or ""

    def wants_key(self) -> bool:
        return self.key is None and isinstance(self.children, dict)


class _Suspicion:
    """Reads values, and notes whether any of them must be refused, which the scanner then finds."""

    def __init__(self) -> None:
        self.found = False

    def pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        self.found |= len(value) != len(pairs)
        return value

    def number(self, text: str) -> float | int:
        try:
            return _number(text)
        except BadScalar:
            self.found = True
            return 0

    def constant(self, text: str) -> None:
        self.found = True


def _number(text: str) -> float | int:
    if text.lstrip("-").isdigit():
        return whole(text)
    return finite(text)


def read_values(text: Text) -> Any:
    """The value that `text` writes.

    Raises json.JSONDecodeError if it is no JSON, and ProvgenError if it is JSON that is refused: with duplicate keys,
    numbers that are not finite, half surrogate pairs, or too deep.
    """
    suspicion = _Suspicion()
    try:
        value = json.loads(
            text.text,
            object_pairs_hook=suspicion.pairs,
            parse_int=suspicion.number,
            parse_float=suspicion.number,
            parse_constant=suspicion.constant,
        )
    except RecursionError:
        raise to_error([_depth_problem(text.text)], text) from None
    if _is_deep(value):
        raise to_error([_depth_problem(text.text)], text)
    if suspicion.found or _SURROGATE.search(text.text):
        _refuse(text)
    return value


def _is_deep(value: Any) -> bool:
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [
            child
            for node in level
            if isinstance(node, (dict, list))
            for child in (node.values() if isinstance(node, dict) else node)
            if isinstance(child, (dict, list))
        ]
        if not level:
            return False
    return True


def _depth_problem(text: str) -> Problem:
    depth = 0
    for token in _TOKEN.finditer(text):
        depth += (token[0] in ("{", "[")) - (token[0] in ("}", "]"))
        if depth > MAX_DEPTH:
            return too_deep(token.start()).problem
    return too_deep(0).problem


def _refuse(text: Text) -> None:
    scanner = _Scanner(text)
    scanner.run()
    if scanner.problems:
        raise to_error(scanner.problems, text)


def read_places(text: str) -> Entry:
    """The offset of every node of `text`, which `read_values` accepted."""
    return _entry(text, *[_behind_space(text, 0)] * 2)


def _entry(text: str, place: int, begin: int) -> Entry:
    return (place, _Members(text, begin)) if text[begin] in "{[" else place


class _Members(Mapping[str, Entry]):
    """What is in the object or array that begins at an offset: looked for when it is asked for, and passed over by the library."""

    def __init__(self, text: str, begin: int) -> None:
        self._text = text
        self._begin = begin

    def __getitem__(self, token: str) -> Entry:
        return self._found[token]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @cached_property
    def _found(self) -> Mapping[str, Entry]:
        named = self._text[self._begin] == "{"
        return {name if named else str(index): entry for index, (name, entry) in enumerate(self._walk(named))}

    def _walk(self, named: bool) -> Iterator[tuple[str, Entry]]:
        text, name = self._text, ""
        at = _behind_space(text, self._begin + 1)
        while text[at] not in "]}":
            place = at
            if named:
                name, at = _DECODER.raw_decode(text, at)
                at = _behind_space(text, _behind_space(text, at) + 1)
            yield name, _entry(text, place, at)
            at = _behind_space(text, _DECODER.raw_decode(text, at)[1])
            at = _behind_space(text, at + 1) if text[at] == "," else at


_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")


def _behind_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _string(token: str) -> str:
    """The text that a token writes. Few have escapes, which take long to read."""
    value: str = json.loads(token) if "\\" in token else token[1:-1]
    return value


class _Scanner:
    """Walks over the tokens of valid JSON; keeps what has to be refused."""

    def __init__(self, text: Text) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._stack: list[_Frame] = []

    def run(self) -> None:
        """Read the whole text."""
        for match in _TOKEN.finditer(self._text.text):
            token, offset = match[0], match.start()
            first = token[0]
            if first == "{":
                self._begin({}, offset)
            elif first == "[":
                self._begin([], offset)
            elif first in "}]":
                self._stack.pop()
                self._next()
            elif first == '"' and self._stack and self._stack[-1].wants_key():
                self._key(_string(token), offset)
            elif first not in ":,":
                self._check(token, offset)
                self._add(offset)
                self._next()

    def _begin(self, children: dict[str, Entry] | list[Entry], offset: int) -> None:
        self._add((offset, children))
        self._stack.append(_Frame(children))

    def _key(self, key: str, offset: int) -> None:
        top = self._stack[-1]
        if isinstance(top.children, dict) and key in top.children:
            pointer = join(self._pointer(self._stack[:-1]), key)
            first = top.children[key]
            first_offset = first if isinstance(first, int) else first[0]
            self.problems.append(duplicate_key(key, offset, pointer, first_offset, self._text))
        top.key, top.key_offset = key, offset
        if _HALVES.search(key):
            self._problem(offset, _HALF_PAIR)

    def _add(self, entry: Entry) -> None:
        if not self._stack:
            return
        top = self._stack[-1]
        if isinstance(top.children, list):
            top.children.append(entry)
        elif top.key is not None:
            at_key = top.key_offset if isinstance(entry, int) else (top.key_offset, entry[1])
            top.children.setdefault(top.key, at_key)

    def _next(self) -> None:
        """A child of the innermost object or array is complete."""
        if self._stack:
            self._stack[-1].key = None
            self._stack[-1].index += 1

    def _check(self, token: str, offset: int) -> None:
        if token[0] == '"':
            if "\\u" in token and _HALVES.search(json.loads(token)):
                self._problem(offset, _HALF_PAIR)
        elif token in ("NaN", "Infinity", "-Infinity"):
            self._problem(offset, f"{token} is not a number that JSON has")
        elif token not in ("true", "false", "null"):
            try:
                _number(token)
            except BadScalar as problem:
                self._problem(offset, str(problem))

    def _problem(self, offset: int, message: str) -> None:
        self.problems.append(Problem(offset, "bad-value", message, self._pointer(self._stack)))

    def _pointer(self, frames: list[_Frame]) -> str:
        return join("", *[f.token() for f in frames])
