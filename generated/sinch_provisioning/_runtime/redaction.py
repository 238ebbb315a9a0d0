"""What logs and errors may show of requests and answers: everything but the values of what is named like a secret."""

from __future__ import annotations

import re
from collections.abc import Mapping

HIDDEN = "***"

_WORDS = (
    r"secret|password|passphrase|credential|access_?token|refresh_?token|api_?key|private_?key|authori[sz]ation"
    r"|signature|assertion|cookie"
)
_NAME = re.compile(_WORDS, re.IGNORECASE)
_HEADER = re.compile(rf"{_WORDS}|token|[-_]key$", re.IGNORECASE)
_VALUE = r'"(?:[^"\\]|\\.)*(?:"|$)|\[[^\]]*(?:\]|$)|\{[^}]*(?:\}|$)|[^\s,\]}]+'
_MEMBER = re.compile(rf'("[^"\\]*(?:{_WORDS})[^"\\]*"\s*:\s*)(?:{_VALUE})', re.IGNORECASE)
_PAIR = re.compile(rf"(?:(?<=[?&\s])|^)([^=&?\s]*(?:{_WORDS}|key|token)[^=&?\s]*=)[^&\s]*", re.IGNORECASE)


def is_secret(name: str) -> bool:
    """Whether a field of this name holds what nobody else may see."""
    return _NAME.search(name) is not None


def text(content: str) -> str:
    """JSON or a form, whole or cut off, without its secrets."""
    return _PAIR.sub(rf"\g<1>{HIDDEN}", _MEMBER.sub(rf'\g<1>"{HIDDEN}"', content))


def url(given: str) -> str:
    """A URL without the secrets of its query."""
    address, mark, query = given.partition("?")
    return address + mark + _PAIR.sub(rf"\g<1>{HIDDEN}", query)


def headers(given: Mapping[str, str]) -> dict[str, str]:
    """Headers without credentials."""
    return {name: HIDDEN if _HEADER.search(name) else value for name, value in given.items()}
