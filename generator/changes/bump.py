"""Which version the client should get, and why (Semantic Versioning 2.0.0)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.changes.report import Bump, Change


def bump(changes: Iterable[Change]) -> tuple[Bump, tuple[str, ...]]:
    """The step that the changes call for, with its reasons; approved changes count as well, since callers meet them all the same.

    major: something breaks, on the wire or in Python. minor: something can be used that could not before. patch: anything else.
    """
    found = list(changes)
    breaks = [it for it in found if it.verdict == "breaking"]
    if breaks:
        return "major", tuple(_reasons(breaks))
    gains = [
        it for it in found if any(effect.old == "" and effect.new for effect in it.python) or it.severity == "warning"
    ]
    if gains:
        return "minor", tuple(_reasons(gains))
    return ("patch", tuple(_reasons(found))) if found else ("none", ())


def _reasons(changes: Iterable[Change]) -> Iterator[str]:
    return (f"{it.title} [{it.fingerprint}]" for it in changes)
