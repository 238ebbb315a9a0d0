"""Corrections of a document that is not valid, made by machine: what `--lenient` does, and the first draft of an overlay.

In rounds, each error gives a step that costs least: a missing text is added, a value of a type that can be told becomes it, a
field that nobody knows or whose value is wrong goes; if what holds it cannot be without it, that goes in the next round. A round
merges and removes like the actions of an overlay, and then the document is validated again. A valid document gives no step.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.diagnostics import Diagnostic, Location, Severity
from generator.document import lint, validate
from generator.document.findings import Finding, quoted
from generator.document.grammar import field
from generator.document.load import Document, existing
from generator.document.overlay import edited
from generator.document.places import Tokens
from generator.document.pointers import child, join, split
from generator.document.refs import bundle_leniently

SKIPPED, CORRECTED = "skipped", "corrected"
"""Codes of the diagnostics that tell what was taken out of a document, and what was put into it."""

_ROUNDS = 40
"""How often a document is validated at most. What is nested deeper than this in required fields of others is left as it is."""

_HARMLESS = {"spec-name"}
"""Errors that stand in nobody's way: a component may have any name, for all that the client cares."""

_FILLS: Mapping[str, Mapping[str, Any]] = {
    "openapi": {"info": {"title": "API", "version": "0"}, "paths": {}},
    "info": {"title": "API", "version": "0"},
    "operation": {"responses": {"default": {"description": ""}}},
    "response": {"description": ""},
    "parameter": {"required": True, "schema": {}},
    "header": {"schema": {}},
}
"""Fields that must be there, and what says least. Of a parameter `required` is demanded where it must be true."""

_HOLLOW = {"schema", "response", "header", "example", "callback", "pathItem"}
"""Objects that may stay without the reference that leads nowhere: anything is allowed, nothing is known."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is done about a finding: `value` is merged into the node at `into`, the node at `remove` is removed, or both."""

    finding: Finding
    what: str
    remove: Tokens | None = None
    into: Tokens | None = None
    value: Any = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A document without errors, as far as that was possible; what was done to it, as an overlay and as diagnostics."""

    document: Document
    actions: tuple[Mapping[str, Any], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def overlay(self) -> bytes:
        """The actions as an OpenAPI Overlay 1.0 in JSON, which is YAML too."""
        info = {"title": f"Corrections of {self.document.name}, made by provgen --lenient", "version": "1"}
        return (json.dumps({"overlay": "1.0.0", "info": info, "actions": self.actions}, indent=2) + "\n").encode()


def correct(document: Document, problems: Sequence[Diagnostic] = ()) -> Corrected:
    """A bundled document with its errors corrected. `problems` are those of references, as bundling told them.

    What cannot be corrected is left as it is; of `problems`, those that the bundled document does not have are errors still,
    such as a file that cannot be read.
    """
    if lint.version_of(document.value) is None:
        return Corrected(document, (), tuple(problems))
    actions: list[Mapping[str, Any]] = []
    told: list[Diagnostic] = []
    reasons: dict[Location | None, str] = {it.location: it.message for it in problems if it.location}
    for _ in range(_ROUNDS):
        steps = _compatible(_steps(document.value, _wrong(document)))
        if not steps:
            break
        told += [_told(step, document, reasons) for step in steps]
        actions += _actions(steps, document.value, reasons, document)
        document = _done(steps, document)
    places = {it.location for it in told}
    left = [it for it in problems if it.location not in places]
    return Corrected(document, tuple(actions), (*told, *map(_left, left)))


def remaining(document: Document) -> list[Diagnostic]:
    """What validation says of a corrected document: errors that stand in nobody's way are warnings."""
    found = validate.validate(document)
    return [replace(it, severity=Severity.WARNING) if it.code in _HARMLESS else it for it in found]


def _wrong(document: Document) -> list[Finding]:
    """The errors of references; if there are none, all others."""
    problems = bundle_leniently(document, None)[1]
    if problems:
        return [Finding(it.code, it.message, it.pointer or "") for it in problems]
    return [it for it in validate.errors(document) if it.code not in _HARMLESS]


def _left(problem: Diagnostic) -> Diagnostic:
    """A problem of references that is not in the bundled document: what leads in a circle was not put in place."""
    if problem.code != "reference-cycle":
        return problem
    return replace(problem, code=SKIPPED, message=f"{problem.message}: removed", severity=Severity.WARNING)


# ── what is done about a finding ────────────────────────────────────────────────────────────────────────────────────


def _steps(value: Any, found: Iterable[Finding]) -> Iterator[Step]:
    for finding in found:
        at = existing(value, split(finding.pointer))
        if at or finding.code == "spec-required":
            rule = _RULES.get(finding.code, _reference if at[-1:] == ("$ref",) else _wrong_value)
            yield from rule(value, finding, at)


def _wrong_value(value: Any, finding: Finding, at: Tokens) -> Iterator[Step]:
    """A plain value becomes one of the right type or the least there can be; anything else goes."""
    node, owner = _node(value, at), _node(value, at[:-1])
    if isinstance(owner, dict) and not isinstance(node, (dict, list)):
        fills = _FILLS.get(_kind(value, at[:-1]) or "", {})
        fill = {} if _kind(value, at) == "schema" else fills.get(at[-1])
        new = _converted(node, finding.about, fill)
        if new is not None and new != node:
            yield Step(finding, f"made {json.dumps(new)}", into=at[:-1], value={at[-1]: new})
            return
    yield _removal(finding, at)


def _converted(node: Any, types: Sequence[str], otherwise: Any) -> Any:
    """A plain value as one of the wanted types, where there is no doubt."""
    if "string" in types and isinstance(node, (int, float)) and not isinstance(node, bool):
        return str(node)
    if "boolean" in types and node in ("true", "false"):
        return node == "true"
    if {"integer", "number"} & {*types} and isinstance(node, str) and re.fullmatch("0|[1-9][0-9]{0,8}", node):
        return int(node)
    return otherwise


def _missing(value: Any, finding: Finding, at: Tokens) -> Iterator[Step]:
    fills = _FILLS.get(_kind(value, at) or "", {})
    for name in finding.about:
        if name in fills and isinstance(_node(value, at), dict):
            yield Step(finding, f"added as {json.dumps(fills[name])}", into=at, value={name: fills[name]})
            return
    if at:
        yield _removal(finding, at)


def _too_many(value: Any, finding: Finding, at: Tokens) -> Iterator[Step]:
    """Of fields that exclude each other the first stays."""
    names = finding.about[1:] or finding.about
    yield from [_removal(finding, (*at, name)) for name in names] or [_removal(finding, at)]


def _template(value: Any, finding: Finding, at: Tokens) -> Iterator[Step]:
    """A path that writes style into its braces is renamed; any other variable is a text."""
    name, path = finding.about[0], at[1] if len(at) == 3 and at[0] == "paths" else ""
    plain = path.replace("{" + name + "}", "{" + name.strip(".;*") + "}")
    if plain not in (path, path.replace("{" + name + "}", "{}"), *value["paths"]):
        yield _renaming(value, finding, ("paths", path), plain)
    elif isinstance(_node(value, at).get("parameters") or [], list):
        parameter = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        yield Step(finding, "added as a string", into=at, value={"parameters": [parameter]})


def _no_path(value: Any, finding: Finding, at: Tokens) -> Iterator[Step]:
    new = "/" + at[-1]
    known = isinstance(_node(value, at), dict) and new not in value["paths"]
    yield _renaming(value, finding, at, new) if known else _removal(finding, at)


def _no_status(value: Any, finding: Finding, at: Tokens) -> Iterator[Step]:
    new = at[-1].lower() if at[-1].lower() == "default" else at[-1].upper()
    known = re.fullmatch("[1-5]XX|default", new) and new not in _node(value, at[:-1])
    yield _renaming(value, finding, at, new) if known else _removal(finding, at)


def _no_scheme(value: Any, finding: Finding, at: Tokens) -> Iterator[Step]:
    """A requirement that asks for nothing else goes as a whole: without the scheme it would ask for nothing at all.

    Where nobody can tell what any of them asks for, all go: a client then sends what it holds.
    """
    place = ("components", "securitySchemes")
    schemes = _node(value, place) if existing(value, place) == place else None
    known = schemes.keys() if isinstance(schemes, dict) else set()
    requirements = [it for it in _node(value, at[:-2]) if isinstance(it, dict)]
    if all(it and not it.keys() & known for it in requirements):
        yield _removal(finding, at[:-2])
    else:
        yield _removal(finding, at[:-1] if len(_node(value, at[:-1])) == 1 else at)


def _repeated(value: Any, finding: Finding, at: Tokens) -> Iterator[Step]:
    """Of a list that may have nothing twice, what is there again goes."""
    seen: list[tuple[bool, Any]] = []
    for index, item in enumerate(_node(value, at)):
        known = isinstance(item, bool), item  # true and 1 are one value to Python alone
        if known in seen:
            yield _removal(finding, (*at, str(index)))
        seen.append(known)


def _reference(value: Any, finding: Finding, at: Tokens) -> Iterator[Step]:
    """What may be empty loses the reference; anything else goes, and so does what is one of several."""
    stays = _kind(value, at[:-1]) in _HOLLOW and not isinstance(_node(value, at[:-2]), list)
    yield _removal(finding, at if stays else at[:-1])


def _circle(value: Any, finding: Finding, at: Tokens) -> Iterator[Step]:
    """What is defined as itself loses the definition."""
    node = _node(value, at)
    fields = [name for name in ("$ref", "allOf") if isinstance(node, dict) and name in node]
    yield _removal(finding, (*at, *fields[:1]))


_RULES: Mapping[str, Callable[[Any, Finding, Tokens], Iterator[Step]]] = {
    "spec-required": _missing,
    "spec-exclusive": _too_many,
    "spec-not-allowed": _too_many,
    "spec-unique-items": _repeated,
    "spec-unresolvable-path-parameter": _template,
    "spec-path": _no_path,
    "spec-status": _no_status,
    "undeclared-security-scheme": _no_scheme,
    "reference-cycle": _circle,
}


def _removal(finding: Finding, at: Tokens) -> Step:
    return Step(finding, "removed", remove=at)


def _renaming(value: Any, finding: Finding, at: Tokens, new: str) -> Step:
    return Step(finding, f"renamed to {quoted(new)}", remove=at, into=at[:-1], value={new: _node(value, at)})


def _node(value: Any, at: Tokens) -> Any:
    for token in at:
        value = child(value, token)
    return value


def _kind(value: Any, at: Tokens) -> str | None:
    """What the specification calls the object at a place; None if it is data or of no importance here."""
    kind = "openapi"
    for token in at:
        if isinstance(value, dict):
            kind = "info" if kind == "openapi" and token == "info" else field(kind, token) or ""
        if not kind:
            return None
        value = child(value, token)
    return kind


# ── a round ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _compatible(steps: Iterable[Step]) -> list[Step]:
    """The steps that can be done in one round: none at a place that another one changes. The rest may come up again."""
    each: dict[Any, Step] = {}
    moved: dict[Tokens, Step] = {}
    for step in steps:
        if step.remove is not None and moved.setdefault(step.remove, step) is not step:
            continue
        names = [name for name, new in (step.value or {}).items() if not isinstance(new, list)]
        each.setdefault(
            (step.into, names[0] if names else repr(step.value), step.remove if not step.into else None), step
        )
    gone = {step.remove for step in each.values() if step.remove is not None}
    return [step for step in each.values() if not _inside(step, gone)]


def _inside(step: Step, gone: set[Tokens]) -> bool:
    """Whether a step is about something inside of what is removed by another."""
    within = [step.into[:depth] for depth in range(1, len(step.into) + 1)] if step.into else []
    within += [step.remove[:depth] for depth in range(1, len(step.remove))] if step.remove else []
    return any(at in gone for at in within)


def _done(steps: Sequence[Step], document: Document) -> Document:
    merging = [step for step in steps if step.into is not None]
    updates = [(step.into or (), step.value) for step in merging]
    return edited(
        document, updates, [step.remove for step in steps if step.remove is not None], _Origin(document, merging)
    )


def _place(step: Step, document: Document) -> Location | None:
    return document.locate(step.finding.pointer)


class _Origin:
    """Locates what steps have put into a document: what was renamed where it was, all else at the places of their findings."""

    def __init__(self, document: Document, steps: Sequence[Step]) -> None:
        self._document = document
        self._steps = steps

    def find(self, tokens: Tokens) -> Location | None:
        """The place of a node in the value of the step of which `tokens` begin with the number."""
        step = self._steps[int(tokens[0])]
        if step.remove is not None and self._document.origin:
            return self._document.origin.find(step.remove + tokens[2:])
        return _place(step, self._document)


# ── telling it ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _reason(step: Step, document: Document, reasons: Mapping[Location | None, str]) -> str:
    return f"{reasons.get(_place(step, document), step.finding.message)}: {step.what}"


def _told(step: Step, document: Document, reasons: Mapping[Location | None, str]) -> Diagnostic:
    code = CORRECTED if step.into is not None else SKIPPED
    at = step.finding.pointer if step.remove is None or step.into is not None else join("", *step.remove)
    return Diagnostic(code, _reason(step, document, reasons), Severity.WARNING, at, _place(step, document))


def _actions(
    steps: Sequence[Step], value: Any, reasons: Mapping[Location | None, str], document: Document
) -> Iterator[dict[str, Any]]:
    """The steps as actions of an overlay: first what is merged, then what is removed, of a list the last item first."""
    for step in steps:
        if step.into is not None:
            reason = _reason(step, document, reasons)
            yield {"target": _path(value, step.into), "description": reason, "update": step.value}
    removals = [step for step in steps if step.remove is not None]
    for step in sorted(removals, key=lambda it: [_number(token) for token in it.remove or ()], reverse=True):
        reason = _reason(step, document, reasons)
        yield {"target": _path(value, step.remove or ()), "description": reason, "remove": True}


def _number(token: str) -> tuple[int, str]:
    return (int(token), "") if token.isdecimal() and token.isascii() else (-1, token)


def _path(value: Any, at: Tokens) -> str:
    """The normalised JSONPath (RFC 9535) of a node."""
    path = "$"
    for token in at:
        path += f"[{token}]" if isinstance(value, list) else f"[{json.dumps(token)}]"
        value = child(value, token)
    return path
