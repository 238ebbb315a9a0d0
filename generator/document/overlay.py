"""OpenAPI Overlay 1.0 (https://spec.openapis.org/overlay/v1.0.0.html): corrections to a document, each with its reason.

Where the specification leaves room, and where we depart from it:

- every action must say its reason in `description`, which the specification makes optional;
- an object is merged into an object, a list is appended to a list, a plain value replaces a plain value; to put one
  kind in the place of another, remove the old one first;
- a list as the update of a list appends its entries one by one, as Overlay 1.1 says;
- `remove` also removes a plain value from its object or list, as Overlay 1.1 allows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.diagnostics import Diagnostic, ProvgenError, Severity
from generator.document.limits import MAX_DEPTH
from generator.document.load import Document
from generator.document.places import GraftedOrigin, Origin, Tokens
from generator.document.pointers import join

_VERSION = re.compile(r"1\.0\.[0-9]+")
_ROOT_FIELDS = {"overlay": str, "info": dict, "actions": list, "extends": str}
_ACTION_FIELDS = {"target": str, "description": str, "update": object, "remove": bool}
_KINDS: dict[type, str] = {dict: "an object", list: "a list", str: "text", bool: "true or false", object: "anything"}

Graft = tuple[Tokens, "Origin | None", Tokens]


def apply(document: Document, overlays: Sequence[Document]) -> tuple[Document, list[Diagnostic]]:
    """`document` with the actions of all `overlays` done to it, in order, and warnings about those that did nothing.

    `document` itself is not changed: what no action touches is shared with the result. The nodes of the result are
    located in the file they came from, an overlay's in the overlay. Raises ProvgenError with everything that is wrong
    with the overlays or cannot be done.
    """
    problems = [problem for overlay in overlays for problem in sorted(_check(overlay), key=_place)]
    if problems:
        raise ProvgenError(problems)
    edit = _Edit(document.value, document.origin)
    for overlay in overlays:
        for index, action in enumerate(overlay.value["actions"]):
            problems += _act(edit, _Action(overlay, index, action))
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise ProvgenError(problems)
    return Document(edit.value, document.name, edit.origin), problems


def edited(
    document: Document, updates: Sequence[tuple[Tokens, Any]], removals: Sequence[Tokens], origin: Origin | None
) -> Document:
    """`document` with updates merged into the objects or lists at their places, and then nodes removed.

    All places are those of `document`. `origin` finds the nodes that an update brings: below its number. Raises ValueError
    for an update that does not fit.
    """
    edit = _Edit(document.value, document.origin)
    merge = _Merge(edit, origin)
    for index, (at, update) in enumerate(updates):
        merge.target(at, update, (str(index),))
    if merge.refused:
        raise ValueError(str(merge.refused[0]))
    edit.origin = GraftedOrigin(edit.origin, merge.grafts)
    _take_out(edit, removals)
    return Document(edit.value, document.name, edit.origin)


# Checking the overlay itself


def _check(overlay: Document) -> Iterator[Diagnostic]:
    yield from _check_fields(overlay, overlay.value, "", _ROOT_FIELDS, ("overlay", "info", "actions"))
    version = overlay.value.get("overlay")
    if isinstance(version, str) and not _VERSION.fullmatch(version):
        yield _problem(
            overlay, "/overlay", "overlay-version", f"{version!r} is not supported", "write 'overlay: 1.0.0'"
        )
    info = overlay.value.get("info")
    if isinstance(info, dict):
        yield from _check_fields(overlay, info, "/info", {"title": str, "version": str}, ("title", "version"))
    actions = overlay.value.get("actions")
    for index, action in enumerate(actions if isinstance(actions, list) else ()):
        yield from _check_action(overlay, action, f"/actions/{index}")


def _check_action(overlay: Document, action: Any, pointer: str) -> Iterator[Diagnostic]:
    if not isinstance(action, dict):
        yield _problem(overlay, pointer, "overlay-syntax", "an action must be an object")
        return
    yield from _check_fields(overlay, action, pointer, _ACTION_FIELDS, ("target",))
    if "description" not in action or action["description"] == "":
        yield _problem(overlay, pointer, "overlay-reason", "an action must say its reason", "add a 'description'")
    if "update" not in action and action.get("remove") is not True:
        yield _problem(overlay, pointer, "overlay-syntax", "an action must have an 'update', or 'remove: true'")


def _check_fields(
    overlay: Document, value: dict[str, Any], pointer: str, fields: dict[str, Any], required: Iterable[str]
) -> Iterator[Diagnostic]:
    for name in required:
        if name not in value:
            yield _problem(overlay, pointer, "overlay-syntax", f"{name!r} is missing")
    for name, member in value.items():
        if name in fields and not isinstance(member, fields[name]):
            message = f"{name!r} must be {_KINDS[fields[name]]}"
            yield _problem(overlay, join(pointer, name), "overlay-syntax", message)
        elif name not in fields and not name.startswith("x-"):
            hint = f"known here: {', '.join(sorted(fields))}, and names that begin with 'x-'"
            yield _problem(overlay, join(pointer, name), "overlay-syntax", f"{name!r} means nothing here", hint)


def _place(problem: Diagnostic) -> tuple[int, int]:
    return (problem.location.line, problem.location.col) if problem.location else (0, 0)


def _problem(
    overlay: Document,
    pointer: str,
    code: str,
    message: str,
    hint: str | None = None,
    severity: Severity = Severity.ERROR,
) -> Diagnostic:
    return Diagnostic(code, message, severity, pointer, overlay.locate(pointer), hint)


# Doing the actions


@dataclass(frozen=True)
class _Action:
    """One action of an overlay."""

    overlay: Document
    index: int
    value: dict[str, Any]

    def problem(self, code: str, message: str, hint: str | None = None) -> Diagnostic:
        """An error about the action, at its target."""
        return _problem(self.overlay, f"/actions/{self.index}/target", code, message, hint)


def _act(edit: _Edit, action: _Action) -> list[Diagnostic]:
    """Do one action; what is wrong with it, if anything."""
    try:
        targets = _select(action.value["target"], edit.value)
    except ValueError as problem:
        return [action.problem("overlay-target", f"this is not a JSONPath of RFC 9535: {problem}")]
    if not targets:
        pointer = f"/actions/{action.index}/target"
        hint = "remove the action if the document has been corrected"
        return [
            _problem(action.overlay, pointer, "overlay-no-match", "the target matches nothing", hint, Severity.WARNING)
        ]
    if action.value.get("remove") is True:
        return _remove(edit, action, targets)
    return _update(edit, action, targets)


def _select(path: str, value: Any) -> list[Tokens]:
    """The nodes that JSONPath `path` selects, each once. Raises ValueError if it is malformed."""
    # Imported here because it takes 75 ms, and most documents have no overlays.
    from jsonpath import JSONPathEnvironment, JSONPathError

    if not path.startswith("$"):
        raise ValueError("it must begin with '$'")

    class Environment(JSONPathEnvironment):
        max_recursion_depth = MAX_DEPTH + 1

    try:
        matches = Environment(strict=True).finditer(path, value)
        return list(dict.fromkeys(tuple([str(part) for part in match.parts]) for match in matches))
    except JSONPathError as problem:
        raise ValueError(str(problem.args[0] if problem.args else problem)) from None


def _update(edit: _Edit, action: _Action, targets: list[Tokens]) -> list[Diagnostic]:
    merge = _Merge(edit, action.overlay.origin)
    source = ("actions", str(action.index), "update")
    for at in targets:
        merge.target(at, action.value["update"], source)
    edit.origin = GraftedOrigin(edit.origin, merge.grafts)
    return [
        action.problem("overlay-update", f"at {join('', *at) or 'the root'}: {message}", hint)
        for at, message, hint in merge.refused
    ]


class _Merge:
    """Merges one update into the document, and notes where the nodes that it brings stand in the overlay."""

    def __init__(self, edit: _Edit, origin: Origin | None) -> None:
        self.grafts: list[Graft] = []
        self.refused: list[tuple[Tokens, str, str | None]] = []
        self._edit = edit
        self._origin = origin

    def target(self, at: Tokens, update: Any, source: Tokens) -> None:
        """Merge `update` into the node at `at`, which must be an object or a list."""
        node = self._edit.own(at)
        if isinstance(node, list):
            self._append(node, at, update, source)
        elif isinstance(node, dict) and isinstance(update, dict):
            self._members(node, at, update, source)
        elif isinstance(node, dict):
            self.refused.append((at, "an object takes only an object", None))
        else:
            self.refused.append((at, "a plain value cannot be updated", "target the object that holds it"))

    def _append(self, node: list[Any], at: Tokens, update: Any, source: Tokens) -> None:
        if isinstance(update, list):
            for index, item in enumerate(update):
                self._put(at, len(node), source + (str(index),))
                node.append(item)
        else:
            self._put(at, len(node), source)
            node.append(update)

    def _members(self, node: dict[str, Any], at: Tokens, update: dict[str, Any], source: Tokens) -> None:
        for key, new in update.items():
            old = node.get(key)
            if isinstance(old, dict) and isinstance(new, dict):
                self._members(self._edit.own_child(node, key), at + (key,), new, source + (key,))
            elif isinstance(old, list) and isinstance(new, list):
                self._append(self._edit.own_child(node, key), at + (key,), new, source + (key,))
            elif isinstance(old, (dict, list)):
                kind = _KINDS[type(old)]
                message = f"{kind} cannot be replaced by another kind of value"
                self.refused.append((at + (key,), message, "remove it by an action before this one"))
            else:
                self._put(at, key, source + (key,))
                node[key] = new

    def _put(self, at: Tokens, token: str | int, source: Tokens) -> None:
        self.grafts.append((at + (str(token),), self._origin, source))


def _remove(edit: _Edit, action: _Action, targets: list[Tokens]) -> list[Diagnostic]:
    if () in targets:
        return [action.problem("overlay-remove", "the root cannot be removed")]
    _take_out(edit, targets)
    return []


def _take_out(edit: _Edit, targets: Sequence[Tokens]) -> None:
    selected = set(targets)
    outermost = [at for at in targets if not any(at[:depth] in selected for depth in range(1, len(at)))]
    holes: dict[Tokens, list[int]] = {}
    # Deeper ones first: their addresses hold until something above them moves.
    for at in sorted(outermost, key=len, reverse=True):
        parent = edit.own(at[:-1])
        if isinstance(parent, list):
            holes.setdefault(at[:-1], []).append(int(at[-1]))
        else:
            del parent[at[-1]]
    edit.origin = GraftedOrigin(edit.origin, _close(edit, holes))


def _close(edit: _Edit, holes: dict[Tokens, list[int]]) -> list[Graft]:
    """Take the items at `holes` (indices by list) out of their lists; where the items behind them were before."""
    moved: list[Graft] = []
    for indices in holes.values():
        indices.sort()
    for at, indices in sorted(holes.items(), key=lambda hole: len(hole[0]), reverse=True):
        items = edit.own(at)
        removed = set(indices)
        kept = [index for index in range(len(items)) if index not in removed]
        items[:] = [items[index] for index in kept]
        after = _after(at, holes)
        moved += [(after + (str(new),), edit.origin, at + (str(old),)) for new, old in enumerate(kept) if new != old]
    return moved


def _after(at: Tokens, holes: dict[Tokens, list[int]]) -> Tokens:
    """The address of the node at `at` once the `holes` are closed."""
    return tuple(
        [
            str(int(token) - bisect_left(holes[at[:depth]], int(token))) if at[:depth] in holes else token
            for depth, token in enumerate(at)
        ]
    )


class _Edit:
    """A document that is being changed. Copies a mapping or list before its first change, and its parents."""

    def __init__(self, value: Any, origin: Origin | None) -> None:
        self.origin = origin
        self._holder: list[Any] = [value]
        self._owned: dict[int, Any] = {id(self._holder): self._holder}

    @property
    def value(self) -> Any:
        """The document as it is now."""
        return self._holder[0]

    def own(self, at: Tokens) -> Any:
        """The node at `at`, free to be changed if it is a mapping or list."""
        node = self.own_child(self._holder, 0)
        for token in at:
            node = self.own_child(node, int(token) if isinstance(node, list) else token)
        return node

    def own_child(self, parent: Any, key: str | int) -> Any:
        """The child of a node that is free to be changed, made as free."""
        node = parent[key]
        if not isinstance(node, (dict, list)) or id(node) in self._owned:
            return node
        node = node.copy()
        parent[key] = node
        # Kept, so that its id stays its own even after it has been removed from the document.
        self._owned[id(node)] = node
        return node
