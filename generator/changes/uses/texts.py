"""Calls that name something by a text: `getattr(client, "webhooks")`, `hooks.get("first")`, `attrgetter("target")`."""

from __future__ import annotations

import ast

from generator.changes.uses.attributes import attribute
from generator.changes.uses.expectations import expect
from generator.changes.uses.frames import Frame, Given, callee
from generator.changes.uses.indexing import indexed
from generator.changes.uses.values import NOTHING, ContainerMethod, External, Getter, Value, just

_ATTRIBUTES = frozenset({"getattr", "hasattr", "setattr", "delattr"})


def called_by_text(frame: Frame, node: ast.Call, called: Value, given: Given) -> Value | None:
    """What such a call returns; None for all other calls, and where the text is only known at run time."""
    names = {it.name for it in called if isinstance(it, External)}
    if names & {f"builtins.{it}" for it in _ATTRIBUTES}:
        return _attribute(frame, node, given)
    if "operator.attrgetter" in names:
        texts = [(_text(it), it) for it in node.args]
        return NOTHING.union(*(just(Getter(text, frame.place(it))) for text, it in texts if text))
    containers = frozenset(
        it.container for it in called if isinstance(it, ContainerMethod) and it.name in ("get", "pop")
    )
    if containers and node.args and _text(node.args[0]):
        return indexed(frame, containers, node.args[0]) | given.get(1)
    return None


def _attribute(frame: Frame, node: ast.Call, given: Given) -> Value | None:
    name = _text(node.args[1]) if len(node.args) > 1 else ""
    if not name:
        return None
    found = attribute(frame, given.get(0), name, frame.place(node.args[1]))
    expect(frame, given.get(2), found)  # what `setattr` puts there
    return found | given.get(2)


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


@callee(Getter)
def _got(frame: Frame, atom: Getter, given: Given) -> Value:
    found = given.get(0)
    for name in atom.name.split("."):
        found = attribute(frame, found, name, atom.place)
    return found
