"""Deprecation, sunset and stability: what a document says of how long something will be there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from generator.changes.schemas.views import View

STABILITY = ("draft", "alpha", "beta", "stable")
"""The values of `x-stability-level`, from the least to the most stable; what has none is stable."""


@dataclass(frozen=True, slots=True)
class Life:
    """What is said of one thing. `sunset` is `x-sunset` as it is written, `stability` is `x-stability-level`."""

    deprecated: bool = False
    sunset: Any = None
    stability: Any = None

    @property
    def date(self) -> date | None:
        """The day it goes away; None if that is not said, or not readable."""
        return read_date(self.sunset)


@dataclass(frozen=True, slots=True)
class Policy:
    """`as_of` is the day of the comparison, None if it plays no part; `grace` how many days a sunset must be ahead."""

    as_of: date | None = None
    grace: int = 0


def read_date(text: Any) -> date | None:
    """A day, as RFC 3339 writes it, with or without a time."""
    if isinstance(text, datetime):
        return text.date()
    if isinstance(text, date):
        return text
    try:
        return datetime.fromisoformat(str(text).strip().replace("Z", "+00:00")).date()
    except ValueError:
        return None


def of_object(value: Mapping[str, Any]) -> Life:
    """The life of an operation or parameter."""
    return Life(value.get("deprecated") is True, value.get("x-sunset"), value.get("x-stability-level"))


def of_view(view: View) -> Life:
    """The life of a property."""
    deprecated, sunset, stability = (
        view.notes.get("deprecated"),
        view.extensions.get("x-sunset"),
        view.extensions.get("x-stability-level"),
    )
    return Life(
        deprecated is not None and deprecated.value is True,
        sunset.value if sunset else None,
        stability.value if stability else None,
    )


def compare(old: Life, new: Life, policy: Policy = Policy()) -> Iterator[str]:
    """The last words of the rules for what changed: `deprecated`, `sunset-deleted`, `stability-decreased` …"""
    yield from _compare_stability(old, new)
    if not old.deprecated and new.deprecated:
        yield from _deprecated(new, policy)
    elif old.deprecated and not new.deprecated:
        yield "reactivated"
    elif old.deprecated and new.deprecated:
        yield from _compare_sunset(old, new, policy)


def _deprecated(new: Life, policy: Policy) -> Iterator[str]:
    if new.sunset is None:
        yield "deprecated-sunset-missing" if policy.grace else "deprecated"
    elif new.date is None:
        yield "deprecated-sunset-invalid"
    elif _too_soon(new.date, policy):
        yield "sunset-date-too-small"
    else:
        yield "deprecated-with-sunset"


def _compare_sunset(old: Life, new: Life, policy: Policy) -> Iterator[str]:
    if old.sunset is not None and new.sunset is None:
        yield "sunset-deleted"
    elif new.sunset is not None and new.date is None:
        if new.sunset != old.sunset:
            yield "deprecated-sunset-invalid"
    elif new.date is not None and old.sunset is not None and old.date is None:
        # What was announced cannot be read, so nobody can tell whether the new day comes sooner.
        yield "deprecated-sunset-invalid"
    elif new.date is not None and old.date is not None and new.date != old.date:
        sooner = new.date < old.date and (policy.as_of is None or _too_soon(new.date, policy))
        yield "sunset-date-changed-too-small" if sooner else "sunset-date-changed"
    elif new.date is not None and old.sunset is None:
        yield "sunset-added"


def _too_soon(day: date, policy: Policy) -> bool:
    return policy.as_of is not None and (day - policy.as_of).days < policy.grace


def _compare_stability(old: Life, new: Life) -> Iterator[str]:
    if new.stability is not None and new.stability not in STABILITY and new.stability != old.stability:
        yield "invalid-stability-level"
        return
    before, after = (_rank(it.stability) for it in (old, new))
    if before != after:
        yield "stability-decreased" if after < before else "stability-increased"


def _rank(stability: Any) -> int:
    return STABILITY.index(stability) if stability in STABILITY else STABILITY.index("stable")


def removed(old: Life, policy: Policy) -> str:
    """The last words of the rule for something that is gone."""
    if old.stability in ("draft", "alpha"):
        return "removed-while-unstable"
    if not old.deprecated:
        return "removed"
    if old.sunset is None:
        return "removed-with-deprecation"
    if old.date is None:
        return "removed-sunset-invalid"
    if policy.as_of is not None and policy.as_of < old.date:
        return "removed-before-sunset"
    return "removed-with-deprecation"
