"""The checks of the contract, by what each is given besides the pair."""

from __future__ import annotations

from collections.abc import Callable

from ..document.raw import RawOperation
from ..findings import Outcome
from ..pair import Pair
from . import (
    access,
    answers,
    choosing,
    documentation,
    drift,
    events,
    examples,
    existence,
    limits,
    members,
    omissions,
    options,
    paging,
    promises,
    resources,
    schemas,
    sending,
    signatures,
    signing,
    statuses,
    tags,
    typed,
    writing,
)

OF_OPERATIONS: tuple[Callable[[Pair, RawOperation], Outcome], ...] = (
    existence.exists,
    resources.tagged,
    signatures.signature,
    signatures.returned,
    signatures.views,
    choosing.chosen,
    documentation.documented,
    sending.requests,
    sending.refusals,
    omissions.refused,
    options.added,
    access.authenticated,
    answers.responses,
    answers.others,
    answers.views,
    answers.unreadable,
    drift.tolerated,
    drift.strict,
    paging.pages,
    statuses.problems,
    examples.followed,
)
OF_SCHEMAS: tuple[Callable[[Pair, str], Outcome], ...] = (
    schemas.declared,
    typed.typed,
    limits.limited,
    members.named,
    schemas.accepted,
    schemas.refused,
    writing.written,
    writing.chosen,
    writing.assigned,
    writing.returned,
    writing.unchanged,
    tags.told_apart,
    tags.kept,
    examples.of_schema,
)
"""They are given the pointer of a schema."""
OF_EVENTS: tuple[Callable[[Pair, str], Outcome], ...] = (
    events.declared,
    events.read,
    events.drifted,
    examples.of_event,
)
"""They are given the pointer of the operation that a callback or a webhook is."""
OF_ALL: tuple[Callable[[Pair], Outcome], ...] = (
    existence.left_over,
    schemas.symbols,
    promises.not_held,
    events.complete,
    events.unknown,
    signing.genuine,
    signing.refused,
    examples.listed,
)
