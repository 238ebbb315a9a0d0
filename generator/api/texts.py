"""A text that a regular expression of JSON Schema (ECMA-262) matches: short, readable, always the same."""

from __future__ import annotations

import importlib
import re
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

MAX_LENGTH = 2_000
"""Longest text that is made, and longest pattern that is looked at, in characters."""

TRIES = 6
"""How many texts of one kind, longer and longer, are tried."""

Members = tuple[tuple[str, Any], ...]
"""What a class of characters consists of, as Python's parser has it: kind and value."""

_parser: Any = importlib.import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")

_PREFERRED = "aA1-_ ./:@!"
"""The characters that texts are made of, where the pattern leaves a choice: the first one, or all of them in turn."""

_PRINTABLE = "".join(map(chr, range(32, 127)))

_CATEGORIES: Mapping[str, Callable[[str], bool]] = {
    "DIGIT": lambda char: "0" <= char <= "9",
    "WORD": lambda char: char == "_" or char.isascii() and char.isalnum(),
    "SPACE": lambda char: char.isspace(),
}


@lru_cache(maxsize=4096)
def matching(pattern: str, least: int = 0, most: int = MAX_LENGTH, variation: int = 0) -> str | None:
    """A text of `least` to `most` characters in which `pattern` is found; None where none is found within reason.

    Another `variation` gives another text, if the pattern has several.
    """
    if len(pattern) > MAX_LENGTH or least > MAX_LENGTH or (matches := _checker(pattern)) is None:
        return None
    try:
        tree = _parsed(pattern)
        found = iter(()) if tree is None else _candidates(tree, least, most, variation)
        return next(filter(matches, found), None)
    except RecursionError:
        return None


@lru_cache(maxsize=4096)
def _checker(pattern: str) -> Callable[[str], bool] | None:
    import jsonschema_rs

    try:
        return jsonschema_rs.Draft202012Validator({"pattern": pattern}, offline=True).is_valid
    except ValueError:
        return None


def fits(pattern: str, text: str) -> bool:
    """Whether a pattern is found in a text; a pattern that nobody understands is found everywhere."""
    matches = _checker(pattern)
    return matches is None or matches(text)


def understood(pattern: Any) -> bool:
    """Whether a value of the document is a pattern that can be checked."""
    return isinstance(pattern, str) and _checker(pattern) is not None


_FOREIGN = re.compile(r"\(\?<(?![=!])|\\u\{([0-9A-Fa-f]{1,6})\}|\\[pP]\{\^?(\w+)[^}]*\}")
_PROPERTIES = {"L": "a-z", "Ll": "a-z", "Lu": "A-Z", "Letter": "a-z", "Alphabetic": "a-z", "N": "0-9", "Nd": "0-9"}


def _parsed(pattern: str) -> Any:
    """The tree that Python makes of a pattern, with what Python does not have put in its words; None if it cannot."""
    inside = [False]  # whether a class is open there: a property of Unicode is then a part of it

    def python(found: re.Match[str]) -> str:
        if found[1]:
            return re.escape(chr(min(int(found[1], 16), 0x10FFFF)))
        if found[2]:
            before = re.sub(r"\\.", "", pattern[: found.start()])
            inside[0] = before.rfind("[") > before.rfind("]")
            members = _PROPERTIES.get(found[2], "a-z")
            return members if inside[0] else f"[{members}]"
        return "(?P<"

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _parser.parse(_FOREIGN.sub(python, pattern))
    except (re.error, OverflowError, RecursionError):
        return None


def _candidates(tree: Any, least: int, most: int, variation: int) -> Iterator[str]:
    """Texts that should do: with the first character of each class, then with all in turn; each from short to long."""
    for turning, asserted in ((False, False), (True, False), (False, True), (True, True)):

        def written(stretch: int, turning: bool = turning, asserted: bool = asserted) -> str | None:
            return _Writer(stretch, turning, asserted, variation).text(tree)

        yield from islice(_growing(written, least, most, variation), TRIES)


def _growing(written: Callable[[int], str | None], least: int, most: int, variation: int) -> Iterator[str]:
    before, text = None, written(stretch := variation)
    while text is not None and len(text) <= most:
        if len(text) >= least:
            yield text
        if text == before:  # every repetition is at its most
            yield text + "a" * (least - len(text))  # a pattern without end does not mind
            return
        stretch += max(1, (least - len(text)) // 8)
        before, text = text, written(stretch)


class _Writer:
    """Writes the text of a tree. `stretch` is how many more repetitions than the least are taken everywhere."""

    def __init__(self, stretch: int, turning: bool, asserted: bool, variation: int) -> None:
        self._stretch = stretch
        self._turning = turning
        self._asserted = asserted
        self._variation = variation
        self._groups: dict[int, str] = {}
        self._drawn = 0
        self._steps = 0

    def text(self, tree: Iterable[Any]) -> str | None:
        """The text, None if it gets too long or the tree has what cannot be written."""
        parts = []
        for operator, argument in tree:
            self._steps += 1
            part = self._part(str(operator), argument) if self._steps <= 2 * MAX_LENGTH else None
            if part is None:
                return None
            parts.append(part)
        return "".join(parts)

    def _part(self, operator: str, argument: Any) -> str | None:
        match operator:
            case "LITERAL":
                return chr(argument)
            case "NOT_LITERAL":
                return self._any_of((("NEGATE", None), ("LITERAL", argument)))
            case "ANY":
                return self._any_of((("NEGATE", None),))
            case "IN":
                return self._any_of(tuple((str(kind), value) for kind, value in argument))
            case "AT" | "ASSERT_NOT":
                return ""
            case "ASSERT":
                return self.text(argument[1]) if self._asserted and argument[0] > 0 else ""
            case "BRANCH":
                return self.text(argument[1][self._variation % len(argument[1])])
            case "SUBPATTERN":
                return self._group(argument[0], argument[-1])
            case "ATOMIC_GROUP":
                return self.text(argument)
            case "GROUPREF":
                return self._groups.get(argument, "")
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._repeated(*argument)
        return None

    def _group(self, number: int | None, tree: Any) -> str | None:
        found = self.text(tree)
        if number is not None and found is not None:
            self._groups[number] = found
        return found

    def _repeated(self, least: int, most: Any, tree: Any) -> str | None:
        count = min(int(least) + self._stretch, int(most))
        if count > MAX_LENGTH:
            return None
        return self.text(member for _ in range(count) for member in tree)

    def _any_of(self, members: Members) -> str | None:
        found = _choices(members)
        self._drawn += 1
        turn = self._drawn - 1 if self._turning else 0
        return found[(turn + self._variation) % len(found)] if found else None


@lru_cache(maxsize=1024)
def _choices(members: Members) -> str:
    """Some characters of a class, the most readable first."""
    starts = "".join(chr(value[0] if kind == "RANGE" else value) for kind, value in members if kind in _OF_CHARACTERS)
    found = (char for char in dict.fromkeys(_PREFERRED + _PRINTABLE + starts) if _allowed(members, char))
    return "".join(islice(found, len(_PREFERRED)))


_OF_CHARACTERS = ("RANGE", "LITERAL")


def _allowed(members: Members, char: str) -> bool:
    negated = any(kind == "NEGATE" for kind, _ in members)
    return negated != any(_is_member(kind, value, char) for kind, value in members)


def _is_member(kind: str, value: Any, char: str) -> bool:
    if kind == "LITERAL":
        return bool(ord(char) == value)
    if kind == "RANGE":
        return bool(value[0] <= ord(char) <= value[1])
    if kind != "CATEGORY":
        return False
    *negation, name = str(value).removeprefix("CATEGORY_").split("_")
    found = _CATEGORIES[name](char)
    return not found if negation else found
