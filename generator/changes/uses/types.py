"""The types that a `Surface` writes, as values: `list[Webhook | str] | None` is a list of webhooks."""

from __future__ import annotations

import ast
from collections.abc import Callable

from generator.changes.uses.values import NOTHING, ListOf, MapOf, SentEventValue, TupleOf, Value, just

_LISTS = frozenset(
    {"list", "List", "Sequence", "Iterable", "Iterator", "set", "frozenset", "Collection", "Stream", "AsyncStream"}
)
_MAPS = frozenset({"dict", "Dict", "Mapping", "MutableMapping"})


def value_of(text: str, model: Callable[[str], Value]) -> Value:
    """What is of the type with this source; `model` tells what is of the type with a name.

    Nothing where it is not understood: types such as `str` and `Any` say nothing that matters.
    """
    try:
        return _value(ast.parse(text, mode="eval").body, model)
    except SyntaxError:
        return NOTHING


def _value(node: ast.expr, model: Callable[[str], Value]) -> Value:
    match node:
        case ast.Name():
            return model(node.id)
        case ast.Attribute():
            return model(node.attr)
        case ast.BinOp(op=ast.BitOr()):
            return _value(node.left, model) | _value(node.right, model)
        case ast.Subscript():
            return _generic(_last(node.value), _arguments(node.slice), model)
        case _:
            return NOTHING


def _generic(name: str, arguments: list[ast.expr], model: Callable[[str], Value]) -> Value:
    found = [_value(it, model) for it in arguments]
    if name in _LISTS:
        return just(ListOf(NOTHING.union(*found)))
    if name == "tuple":
        return just(TupleOf(tuple(found)))
    if name in _MAPS and len(found) == 2:
        return just(MapOf(*found))
    if name == "ServerSentEvent":
        return just(SentEventValue(found[0]))
    if name == "Annotated":
        return found[0]
    return NOTHING.union(*found) if name in ("Optional", "Union") else NOTHING


def _arguments(node: ast.expr) -> list[ast.expr]:
    return node.elts if isinstance(node, ast.Tuple) else [node]


def _last(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
