"""What checks of a document find, before it is located and shown; and the words that messages are made of."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """A departure from a rule at `pointer`: its stable `code`, what is wrong in plain words, and what to do.

    Findings of one code with the same `cause` have one root: they are reported once, with their number. Without a
    cause (None) a finding stands for itself. `about` has what a correction needs to know: the fields of which one is
    missing, those that exclude each other, the types that are wanted, the parameter.
    """

    code: str
    message: str
    pointer: str
    hint: str | None = None
    severity: Severity = Severity.ERROR
    cause: Hashable = None
    about: tuple[str, ...] = ()


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, each root cause once: the first of it, with the number of the other places in its message."""
    first: dict[Hashable, Finding] = {}
    more: dict[Hashable, int] = {}
    for finding in findings:
        key: Hashable = finding if finding.cause is None else (finding.code, finding.cause)
        if first.setdefault(key, finding) is not finding and first[key].pointer != finding.pointer:
            more[key] = more.get(key, 0) + 1
    return [_counted(finding, more.get(key, 0)) for key, finding in first.items()]


def _counted(finding: Finding, others: int) -> Finding:
    if not others:
        return finding
    places = "1 more place" if others == 1 else f"{others} more places"
    return replace(finding, message=f"{finding.message} (and in {places})")


def shown(value: Any) -> str:
    """`value` as a message shows it: short, never a dump."""
    if isinstance(value, str):
        return json.dumps(value if len(value) <= 50 else value[:47] + "…", ensure_ascii=False)
    if isinstance(value, Mapping):
        return "an object" if value else "an empty object"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    return shortened(json.dumps(value), 30)


def shortened(text: str, limit: int) -> str:
    """`text`, cut to `limit` characters of which the last is then an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def listed(values: Iterable[Any], conjunction: str = "or", limit: int = 8) -> str:
    """The values in a row, `a, b or c`; of more than `limit`, the number of the rest."""
    texts = [str(value) for value in values]
    if len(texts) > limit:
        texts = [*texts[:limit], f"{len(texts) - limit} more"]
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} {conjunction} {texts[-1]}" if texts else "nothing"


def quoted(name: Any) -> str:
    """A name of the document between backticks, shortened."""
    return f"`{shortened(str(name), 60)}`"
