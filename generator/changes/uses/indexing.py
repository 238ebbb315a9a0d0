"""What is under a key or an index, and what is put there."""

from __future__ import annotations

import ast

from generator.changes.uses.attributes import attribute
from generator.changes.uses.classes import method_of
from generator.changes.uses.containers import carried, content, items_of, put, values_of
from generator.changes.uses.expectations import named_field
from generator.changes.uses.frames import Frame, Given
from generator.changes.uses.values import (
    NOTHING,
    Atom,
    DictAt,
    DumpedModel,
    Entry,
    External,
    Instance,
    ListAt,
    ListOf,
    MapOf,
    ModelType,
    ModelValue,
    Rest,
    TupleOf,
    Value,
    just,
)


def indexed(frame: Frame, base: Value, node: ast.expr) -> Value:
    """What values have under the key or index that an expression is. A key that is a symbol is noted where it stands."""
    found = NOTHING
    for atom in base:
        found |= _at(frame, atom, node)
    return found


def _at(frame: Frame, atom: Atom, node: ast.expr) -> Value:
    key = node.value if isinstance(node, ast.Constant) else None
    match atom:
        case ListOf() | ListAt() if isinstance(node, ast.Slice):
            return just(atom)
        case TupleOf() if isinstance(node, ast.Slice):
            return just(ListOf(items_of(frame, just(atom))))
        case TupleOf() if isinstance(key, int) and -len(atom.items) <= key < len(atom.items):
            return atom.items[key]
        case ListOf() | ListAt() | TupleOf():
            return items_of(frame, just(atom))
        case DictAt() if isinstance(key, str):
            return _at_key(frame, atom, key)
        case MapOf() | DictAt():
            return values_of(frame, just(atom))
        case ModelType() if isinstance(key, str):
            return _member(frame, atom, key, node)
        case DumpedModel() if isinstance(key, str):
            return frame.world.catalog.dumped(named_field(frame, just(atom), key, frame.place(node)))
        case Instance():
            found = frame.call(method_of(frame, atom, "__getitem__"), Given(frame.place(node)))
            # A TypedDict has its keys declared as attributes.
            return found | (attribute(frame, just(atom), key, frame.place(node)) if isinstance(key, str) else NOTHING)
        case _:
            return NOTHING


def _at_key(frame: Frame, atom: DictAt, key: str) -> Value:
    held = content(frame, atom.place)
    exact = [it.value for it in held if isinstance(it, Entry) and it.key == key]
    return NOTHING.union(*exact, *(it.value for it in held if isinstance(it, Rest)))


def _member(frame: Frame, atom: ModelType, name: str, node: ast.expr) -> Value:
    model = frame.world.catalog.surface.models[atom.name]
    if name not in model.members:
        return NOTHING
    frame.use(f"{model.symbol}.{name}", frame.place(node), "member")
    return just(ModelValue(atom.name))


def store_item(frame: Frame, node: ast.Subscript, value: Value) -> None:
    """Puts a value into a list or a dict."""
    base = frame.value(node.value)
    frame.value(node.slice)
    for atom in base:
        if isinstance(atom, ListAt):
            put(frame, atom.place, value)
        elif isinstance(atom, DictAt):
            put(frame, atom.place, just(entry(frame, node.slice, value)))
    what = "" if any(not isinstance(it, External) for it in base) else carried(frame, value)
    if what:
        frame.lose(frame.place(node), f"{what} is stored where it is not followed")


def entry(frame: Frame, key: ast.expr, value: Value) -> Atom:
    """An entry of a dict with this key."""
    if isinstance(key, ast.Constant) and isinstance(key.value, str):
        return Entry(key.value, frame.place(key), value)
    return Rest(value)
