"""Leaving out what says nothing (`minLength: 0`, `uniqueItems: false`, a limit that another makes idle)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.changes.schemas.numbers import same
from generator.changes.schemas.parts import says_nothing
from generator.changes.schemas.views import TYPES, Said, View, atoms_of

_TRIVIAL: Mapping[str, tuple[Any, ...]] = {
    "minLength": (0,),
    "minItems": (0,),
    "minProperties": (0,),
    "minContains": (1,),
    "uniqueItems": (False,),
    "pattern": ("", ".*", "^.*$"),
}


def imply(view: View) -> None:
    """The types that listed values have, where nobody wrote them down."""
    if view.types == TYPES and view.values is not None:
        view.types = _types_of(view.values.value)
        view.typed = view.values.pointer.rpartition("/")[0]


def tidy(view: View) -> None:
    """Leave out of a view what says nothing."""
    if view.values is not None:
        _tidy_values(view, view.values)
    for keyword, trivial in _TRIVIAL.items():
        if keyword in view.said and any(same(view.said[keyword].value, it) for it in trivial):
            del view.said[keyword]
    _tidy_bounds(view)
    if "contains" not in view.subschemas:
        view.said.pop("minContains", None)
        view.said.pop("maxContains", None)
    if view.additional is not None and all(map(says_nothing, view.additional)):
        view.additional = None
    view.subschemas = {
        key: nodes for key, nodes in view.subschemas.items() if key == "contains" or not all(map(says_nothing, nodes))
    }


def _tidy_values(view: View, values: Said) -> None:
    fitting = [value for value in values.value if set(atoms_of(value)) & view.types]
    view.values = Said(fitting, values.pointer)
    view.types &= _types_of(fitting)
    if view.types == {"boolean"} and len(fitting) == 2:
        view.values = None


def _types_of(values: list[Any]) -> frozenset[str]:
    return frozenset(atom for value in values for atom in atoms_of(value))


def _tidy_bounds(view: View) -> None:
    """Of an inclusive and an exclusive bound, the one that the other makes idle says nothing."""
    for inclusive, exclusive, sign in (("minimum", "exclusiveMinimum", 1), ("maximum", "exclusiveMaximum", -1)):
        if inclusive in view.said and exclusive in view.said:
            within = sign * view.said[inclusive].value > sign * view.said[exclusive].value
            del view.said[exclusive if within else inclusive]
