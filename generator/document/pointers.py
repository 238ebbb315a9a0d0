"""JSON pointers (RFC 6901): the addresses of nodes in a document."""

from __future__ import annotations

import re
from typing import Any

_INDEX = re.compile(r"0|[1-9][0-9]{0,15}")
_BAD_ESCAPE = re.compile(r"~(?![01])")


def join(pointer: str, *tokens: str | int) -> str:
    """`pointer` extended by `tokens`, each a key or a list index, escaped (`~` as `~0`, `/` as `~1`)."""
    return pointer + "".join(["/" + str(token).replace("~", "~0").replace("/", "~1") for token in tokens])


def split(pointer: str) -> tuple[str, ...]:
    """The unescaped tokens of `pointer`; `""` is the root and has none.

    Raises ValueError if the text is no JSON pointer: it must be empty or begin with `/`, and `~` must be escaped.
    """
    if not pointer:
        return ()
    if pointer[0] != "/" or _BAD_ESCAPE.search(pointer):
        raise ValueError(f"{pointer!r} is not a JSON pointer")
    return tuple([token.replace("~1", "/").replace("~0", "~") for token in pointer[1:].split("/")])


def child(value: Any, token: str) -> Any:
    """The member or item of `value` that `token` names. Raises LookupError if there is none."""
    if isinstance(value, dict):
        return value[token]
    if isinstance(value, list) and _INDEX.fullmatch(token):
        return value[int(token)]
    raise LookupError(token)


def resolve(value: Any, pointer: str) -> Any:
    """The node of `value` at `pointer`. Raises LookupError if it is absent, ValueError if `pointer` is malformed."""
    for token in split(pointer):
        value = child(value, token)
    return value
