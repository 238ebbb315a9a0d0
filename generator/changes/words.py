"""Places and findings in words."""

from __future__ import annotations

from collections.abc import Sequence

from generator.changes.causes import Cause
from generator.changes.rules import LAW
from generator.changes.schemas.numbers import strict
from generator.changes.wire.hits import Where
from generator.document import pointers
from generator.document.grammar import SECTIONS

MAX_VALUE = 80
"""How long a value may be in a sentence, in characters."""


def shown(value: object) -> str:
    """A value in a sentence, on one line and cut where it is long."""
    text = value if isinstance(value, str) else strict(value)
    text = " ".join(text.split())
    return text if len(text) <= MAX_VALUE else text[: MAX_VALUE - 1] + "…"


def label(pointer: str) -> str:
    """The place of a schema as people write it: `Sender.details.names[]`; empty where it has no name of its own."""
    tokens = list(pointers.split(pointer)) if pointer.startswith("/") or not pointer else []
    if tokens[:1] == ["components"] and len(tokens) > 2 and tokens[1] in SECTIONS.values():
        return tokens[2] + way(tokens[3:])
    if "schema" in tokens:
        return way(tokens[tokens.index("schema") + 1 :]).lstrip(".")
    return ""


def way(tokens: Sequence[str]) -> str:
    """The way through a schema: `.details.names[]`."""
    text, at = "", 0
    while at < len(tokens):
        token = tokens[at]
        if token in ("properties", "patternProperties", "dependentSchemas") and at + 1 < len(tokens):
            text += f".{tokens[at + 1]}"
            at += 1
        elif token in ("items", "contains", "unevaluatedItems"):
            text += "[]"
        elif token == "prefixItems" and at + 1 < len(tokens):
            text += f"[{tokens[at + 1]}]"
            at += 1
        elif token == "additionalProperties":
            text += ".*"
        at += 1
    return text


_OF_OPERATIONS = (
    "parameter-",
    "required-parameter-",
    "path-parameter-",
    "header-",
    "required-header-",
    "success-",
    "other-",
)
"""Rules whose titles name the part of the operation themselves."""


def subject_of(cause: Cause) -> str:
    """What a cause is about, so that a reader knows it without the document."""
    pointer = _owner(cause)
    owner = label(pointer)
    if pointer.startswith("/components/schemas/"):
        return owner
    if cause.rule.id.startswith(_OF_OPERATIONS):
        return _operations({it.operation.label for it in cause.wheres})
    holder = _holder(list(cause.wheres)) or owner
    return f"{holder}: {owner}" if owner and holder != owner else holder


def _owner(cause: Cause) -> str:
    """The pointer of what has changed; where a component met what is written out in its place, that place."""
    named = [it for it in cause.finding.owner if it] or [cause.finding.place]
    return next((it for it in named if not it.startswith("/components/")), named[0])


def _holder(wheres: list[Where]) -> str:
    """The part of an operation, or how many operations have it."""
    if not wheres:
        return ""
    operations = _operations({it.operation.label for it in wheres})
    words = {it.words for it in wheres}
    part = next(iter(words)) if len(words) == 1 else "several parts"
    return operations if part in ("operation", "security", "servers") else f"{part} of {operations}"


def _operations(labels: set[str]) -> str:
    return next(iter(labels)) if len(labels) == 1 else f"{len(labels)} operations" if labels else ""


def title(cause: Cause) -> str:
    """What happened, in one sentence without a full stop."""
    finding = cause.finding
    values = {
        "subject": finding.subject,
        "old": shown(finding.old.value) if finding.old else "nothing",
        "new": shown(finding.new.value) if finding.new else "nothing",
    }
    owner = subject_of(cause)
    if "property" in cause.rule.id.split("-") and cause.rule.title.startswith("{subject}") and owner:
        values["subject"] = f"{owner}{'.' if ': ' in owner or ' ' not in owner else ': '}{finding.subject}"
        return cause.rule.title.format(**values)
    said = cause.rule.title.format(**values)
    named = cause.rule.id.startswith(
        ("schema-", "security-scheme-", "oauth-", "operation-added", "operation-moved", "webhook-")
    )
    return said if not owner or named else f"{owner}: {said}"


def explanation(cause: Cause) -> str:
    """Why a cause weighs what it does, for each direction that it reaches."""
    rule = cause.rule
    if rule.reason:
        return rule.reason
    return " ".join(LAW[rule.effect, direction] for direction in sorted(cause.levels))


def advice(cause: Cause) -> str:
    """What a caller can do; empty where nothing needs to be done."""
    if cause.level == "info":
        return ""
    if cause.rule.advice:
        return cause.rule.advice
    if cause.levels.get("request", "info") != "info":
        return "Check that what you send is allowed still."
    return "Check that your code copes with what may come now."


def symbol(name: str) -> str:
    """A symbol of the client as its callers write it: `client.webhooks.get_webhook`, `Sender.state`."""
    parts = name.split(".")
    if parts[0] == "resources" and len(parts) > 2:
        return ".".join(["client", parts[1], *parts[3:]])
    return ".".join(parts[1:]) if parts[0] == "models" else name


def source(text: str, package: str) -> str:
    """The source of a symbol with the package's name in its place."""
    return text.replace("{package}", package)
