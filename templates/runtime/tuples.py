"""Tuples: arrays of just so many items, each of which has a type of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast, get_args

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import core_schema as cs

from .exact import exact
from .planning import plan
from .plans import ANYTHING, MISMATCH, AnyOf, Array, Misfit, Place, Plan, Report, json_type


class ByPlace:
    """`Annotated[tuple[A, B], ByPlace()]`: an A and a B, in this order. In Python, a list of them will do."""

    def around(self, plain: Plan, type_: Any) -> Plan:
        """The plan of the tuple."""
        return Tuple([plan(it) for it in get_args(type_)])

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> cs.CoreSchema:
        node = cast(dict[str, Any], handler(source))
        places = [exact(it, handler.resolve_ref_schema) for it in node["items_schema"]]
        return cast(cs.CoreSchema, {**node, "items_schema": places, "strict": False})


class Tuple(Array):
    """A tuple. One of another length is read all the same: what is over stays as it is."""

    def __init__(self, places: Sequence[Plan]) -> None:
        super().__init__(AnyOf(places), [Field(min_length=len(places), max_length=len(places))])
        self.each = lambda count: [*places, *[ANYTHING] * count]
        self._places = places

    def read(self, value: Any, place: Place, report: Report) -> Any:
        """See `Plan.read`."""
        found = super().read(value, place, report)
        return tuple(found) if isinstance(found, list) else found

    def misfit(self, value: Any) -> Misfit:
        """See `Plan.misfit`. Tuples are told apart by how many items they have, and by these."""
        if json_type(value) != "array":
            return MISMATCH
        wrong = sum(it.misfit(one).wrong > 0 for it, one in zip(self._places, value))
        return Misfit(wrong + abs(len(value) - len(self._places)))
