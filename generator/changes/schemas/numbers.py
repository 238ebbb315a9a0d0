"""Equality of JSON values: 1 and 1.0 are the same number, true and 1 are not, and the order of keys says nothing."""

from __future__ import annotations

import json
from typing import Any


def strict(value: Any) -> str:
    """A text that two JSON values share if, and only if, they are equal."""
    return json.dumps(_plain(value), sort_keys=True, default=str)


def _plain(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return value


def same(left: Any, right: Any) -> bool:
    """Whether two JSON values are equal."""
    return left is right or strict(left) == strict(right)
