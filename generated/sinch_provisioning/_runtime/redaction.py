"""What logs and errors may show of requests and answers: everything but the values of what is named like a secret."""

from __future__ import annotations

import re
from collections.abc import Mapping

HIDDEN = "***"

_WORDS = (
    r"secret|password|passphrase|credential|access_?token|refresh_?token|api_?key|private_?key|authori[sz]ation"
    r"|signature|assertion|cookie"
)
_HEADER = rf"{_WORDS}|token|[-_]key$"
_VALUE = r'"(?:[^"\\]|\\.)*(?:"|$)|\[[^\]]*(?:\]|$)|\{[^}]*(?:\}|$)|[^\s,\]}]+'
_MEMBER = rf'("[^"\\]*(?:{_WORDS})[^"\\]*"\s*:\s*)(?:{_VALUE})'
_PAIR = rf"(?:(?<=[?&\s])|^)([^=&?\s]*(?:{_WORDS}|key|token)[^=&?\s]*=)[^&\s]*"
# Compiled by `re` when first used: few clients ever need them, and all would wait.


def is_secret(name: str) -> bool:
    """Whether a field of this name holds what nobody else may see."""
    return re.search(_WORDS, name, re.IGNORECASE) is not None


def text(content: str) -> str:
    """JSON or a form, whole or cut off, without its secrets."""
    return _hidden(_PAIR, HIDDEN, _hidden(_MEMBER, f'"{HIDDEN}"', content))


def url(given: str) -> str:
    """A URL without the secrets of its query."""
    address, mark, query = given.partition("?")
    return address + mark + _hidden(_PAIR, HIDDEN, query)


def headers(given: Mapping[str, str]) -> dict[str, str]:
    """Headers without credentials."""
    return {name: HIDDEN if re.search(_HEADER, name, re.IGNORECASE) else value for name, value in given.items()}


def _hidden(pattern: str, instead: str, content: str) -> str:
    return re.sub(pattern, rf"\g<1>{instead}", content, flags=re.IGNORECASE)
