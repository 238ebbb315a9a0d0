"""Values that are one of several types: which one, decided by a discriminator or by what fits best.

Pydantic's own choice ("smart mode") does not know open enums: an unlisted value would make any choice match.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pydantic import GetCoreSchemaHandler, TypeAdapter, ValidationError
from pydantic_core import core_schema as cs

from .exact import exact

if TYPE_CHECKING:
    from .plans import Misfit, Plan

_UNKNOWN = "unknown"


class OneOf:
    """`Annotated[A | B | Unknown, OneOf(A, B)]`: an A or a B, or what the server sent that is neither.

    The choice that fits best: with the fewest wrong or missing properties, then the fewest undeclared ones, then the most
    declared ones, then the first. An object that lacks required properties of every choice is `Unknown`.
    """

    def __init__(self, *choices: Any) -> None:
        self.choices = choices
        self.by: str | None = None
        self.tags: Mapping[Any, int] = {}

    @classmethod
    def tagged(cls, by: str, tags: Mapping[Any, Any]) -> OneOf:
        """One of the values of `tags`, by the JSON property `by`. A tag that is not listed is `Unknown`."""
        choices = list({id(choice): choice for choice in tags.values()}.values())
        found = cls(*choices)
        found.by = by
        found.tags = {tag: next(i for i, c in enumerate(choices) if c is choice) for tag, choice in tags.items()}
        return found

    @cached_property
    def plans(self) -> Sequence[Plan]:
        """The plans of the choices, in their order."""
        from .planning import plan

        return [plan(choice) for choice in self.choices]

    def index(self, value: Any) -> int | None:
        """Which of `choices` a value is. None: it is none of them."""
        ranked = self._ranked(value)
        return None if not ranked or ranked[0][0].lacks else ranked[0][1]

    def exact_index(self, value: Any) -> int | None:
        """Like `index`, but among choices that fit equally well at first sight the first that `value` is valid as."""
        ranked = self._ranked(value)
        near = [index for fit, index in ranked if fit.wrong == ranked[0][0].wrong]
        if (
            len(near) > 1
            and (valid := next((index for index in near if self._is_valid(index, value)), None)) is not None
        ):
            return valid
        return None if not ranked or ranked[0][0].lacks else ranked[0][1]

    def misfit(self, value: Any) -> Misfit:
        """How badly a value fits the choice that it fits best; an object with an unlisted tag is an object all the same."""
        from .plans import MISMATCH, UNLISTED

        ranked = self._ranked(value)
        return ranked[0][0] if ranked else UNLISTED if self.by and isinstance(value, Mapping) else MISMATCH

    def _ranked(self, value: Any) -> list[tuple[Misfit, int]]:
        """The choices that a value may be, best first."""
        from .plans import MISMATCH

        tag = self._tag(value) if self.by and isinstance(value, Mapping) else None
        indexes = range(len(self.plans)) if tag is None else [self.tags[tag]] if tag in self.tags else []
        fits = [(self.plans[index].misfit(value), index) for index in indexes]
        if tag is not None:
            fits = [(fit._replace(lacks=False), index) for fit, index in fits]
        return sorted(fit for fit in fits if fit[0] != MISMATCH)

    def _tag(self, value: Mapping[Any, Any]) -> Any:
        """The value's tag, under the property's JSON or Python name; None if it has none."""
        from .plans import Object

        assert self.by is not None
        found = value.get(self.by)
        if self.by not in value:
            named = (p.by_wire[self.by].name for p in self.plans if isinstance(p, Object) and self.by in p.by_wire)
            found = value.get(next(named, self.by))
        found = getattr(found, "value", found)
        return found if found is None or isinstance(found, (str, int, float)) else repr(found)

    def _is_valid(self, index: int, value: Any) -> bool:
        # As JSON: in Python mode unlisted values of enums pass, by which variants may differ.
        try:
            self._adapters[index].validator.validate_json(json.dumps(value, default=repr))
        except ValidationError:
            return False
        return True

    @cached_property
    def _adapters(self) -> Sequence[TypeAdapter[Any]]:
        from .models import adapter

        return [adapter(choice) for choice in self.choices]

    def _python_key(self, value: Any) -> Any:
        """The choice for a value that Python code gave: mappings that are none of the choices, too, become `Unknown`."""
        from .models import Unknown

        found = None if isinstance(value, Unknown) else self.index(value)
        return _UNKNOWN if found is None and isinstance(value, (Mapping, Unknown)) else found

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> cs.CoreSchema:
        from .models import Unknown

        made = [exact(handler.generate_schema(choice), handler.resolve_ref_schema) for choice in self.choices]
        numbered: dict[Any, cs.CoreSchema] = dict(enumerate(made))
        python = cs.tagged_union_schema({**numbered, _UNKNOWN: handler.generate_schema(Unknown)}, self._python_key)
        if self.by is None:
            return cs.json_or_python_schema(cs.tagged_union_schema(numbered, self.index), python)
        by_tag: dict[Any, cs.CoreSchema] = {tag: made[index] for tag, index in self.tags.items()}
        return cs.json_or_python_schema(cs.tagged_union_schema(by_tag, self.by), python)
