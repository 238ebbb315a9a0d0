"""Values of which one place breaks one keyword, around what is otherwise as small as can be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..document.dialect import Direction
from ..document.raw import join
from ..document.shapes import Shape, Shapes, says_together, types
from .making import NONE, Maker
from .scalars import strings, wrong_numbers, wrong_strings

Labelled = Iterator[tuple[str, Any]]
"""Values and what is wrong with them."""

ALONE = -1
"""The reach of a schema of which the plain properties are looked at, but no object in it, be it written out."""

_TOO_FAR = -2
_OTHER_TYPES = (17, "text", True, [17], {"a": 1}, None)
_MOST_ITEMS = 1000
_VARIED = 4
"""How many values of a property are tried, where one property decides about others."""
_NAMES = ("", "__undeclared__", "\u2603", "A", "0", "a" * 300)


class Breaker:
    """Breaks schemas. `reach` is how many references to objects are followed, or `ALONE`."""

    def __init__(self, shapes: Shapes, maker: Maker) -> None:
        self._shapes = shapes
        self._maker = maker

    def broken(self, pointer: str, direction: Direction, reach: int) -> Labelled:
        """Values that probably break one keyword of a schema, or of what is in it."""
        shape = self._shapes.shape(pointer)
        kinds = types(shape)
        if not shape["choices"]:
            yield from ((f"type {type(value).__name__}", value) for value in _OTHER_TYPES)
        if isinstance(shape.get("not"), dict):
            yield "not", self._maker.one(join(shape["pointer"], "not"), direction, 0)
        for key in ("const", "enum"):
            if key in shape:
                yield from ((key, value) for value in ("__unlisted__", 987654, "", None))
                return
        for choice in shape["choices"]:
            for variant in choice:
                if self.reaches(variant, reach):
                    broken = self.broken(variant, direction, self.left(variant, reach))
                    yield from ((label, self._beside(shape, variant, value, direction)) for label, value in broken)
        if "string" in kinds:
            yield from wrong_strings(shape)
        if {"number", "integer"} & {*kinds}:
            yield from wrong_numbers(shape, kinds)
        if "array" in kinds:
            yield from self._arrays(shape, direction, reach)
        if "object" in kinds:
            yield from self._objects(shape, direction, reach)

    def _beside(self, shape: Shape, variant: str, value: Any, direction: Direction) -> Any:
        """A value of a variant, with what stands beside the choice."""
        if not isinstance(value, dict):
            return value
        base = self._maker.object(shape, direction, 0, ()) if shape["properties"] else {}
        return self._maker.tagged(shape, variant, {**(base or {}), **value}, direction)

    def _arrays(self, shape: Shape, direction: Direction, reach: int) -> Labelled:
        least = shape.get("minItems", 0)
        for label, length in (("minItems", least - 1), ("maxItems", shape.get("maxItems", _MOST_ITEMS) + 1)):
            if 0 <= length <= _MOST_ITEMS:
                yield label, self._maker.items(shape, direction, length, 1)
        base = self._maker.items(shape, direction, max(1, least), 0)
        if shape.get("uniqueItems") is True and base:
            yield "uniqueItems", base[:1] * max(2, least)
        items = shape.get("items")
        if isinstance(items, str) and self.reaches(items, reach) and not shape.get("prefixItems"):
            broken = self.broken(items, direction, self.left(items, reach))
            yield from ((f"/0{label}", [value, *base[1:]]) for label, value in broken)
        yield from self._of_positions(shape, direction, reach)
        yield from self._of_contents(shape, direction)

    def _of_positions(self, shape: Shape, direction: Direction, reach: int) -> Labelled:
        """Lists of which one item is not what its position asks for, and lists with one more."""
        first = shape.get("prefixItems", [])
        base = self._maker.items(shape, direction, max(len(first), shape.get("minItems", 0)), 0)
        for index, place in enumerate(first[: len(base)] if self.reaches_all(first, reach) else []):
            for label, value in self.broken(place, direction, self.left(place, reach)):
                yield f"/{index}: {label}", [*base[:index], value, *base[index + 1 :]]
        if first or "unevaluatedItems" in shape:
            yield from (("one item more", [*base, value]) for value in _OTHER_TYPES)

    def _of_contents(self, shape: Shape, direction: Direction) -> Labelled:
        """Lists that contain too few, or too many, of what they must contain."""
        place = join(shape["pointer"], "contains")
        if not isinstance(shape.get("contains"), dict):
            return
        inside = self._maker.one(place, direction, 0)
        others = [value for value in _OTHER_TYPES if not self._maker.fits(place, direction, value)]
        yield from (("contains", [value] * max(1, shape.get("minItems", 0))) for value in others)
        if inside is not NONE:
            yield "minContains", [inside] * (shape.get("minContains", 1) - 1)
            yield "maxContains", [inside] * (min(shape.get("maxContains", _MOST_ITEMS), _MOST_ITEMS) + 1)

    def _objects(self, shape: Shape, direction: Direction, reach: int) -> Labelled:
        base = self._maker.one(shape["pointer"], direction, 0)
        if not isinstance(base, dict):
            return
        for name in sorted(shape["required"] & base.keys() & shape["properties"].keys()):
            yield f"required {name}", {key: value for key, value in base.items() if key != name}
        for name, place in self._shapes.sent_properties(shape, direction).items():
            right = {**base, name: self._maker.member(shape, name, place, direction, 0, ())}
            if self.reaches(place, reach) and self._maker.allows(shape["pointer"], direction, right):
                broken = self.broken(place, direction, self.left(place, reach))
                yield from ((f"/{name}: {label}", {**base, name: value}) for label, value in broken)
        extra = shape.get("additionalProperties")
        if extra is False:
            yield "additionalProperties", {**base, "__undeclared__": 1}
        elif isinstance(extra, str):
            is_near = self.reaches(extra, reach)
            broken = self.broken(extra, direction, self.left(extra, reach)) if is_near else iter(())
            yield from ((f"/*: {label}", {**base, "key0": value}) for label, value in broken)
        yield from self._of_sizes(shape, base, direction)
        yield from self._of_names(shape, base, direction, reach)
        if says_together(shape):
            yield from self._of_others(shape, base, direction)

    def _of_names(self, shape: Shape, base: dict[str, Any], direction: Direction, reach: int) -> Labelled:
        """Objects with a property whose name, or whose value for its name, must not be."""
        extra = shape.get("additionalProperties", True)
        value = self._maker.one(extra, direction, 0) if isinstance(extra, str) else "a"
        if "propertyNames" in shape and value is not NONE:
            yield from (("propertyNames", {**base, name: value}) for name in _NAMES)
        for pattern, place in shape.get("patternProperties", {}).items():
            name = next(strings({"pattern": pattern}), None)
            if name is not None and self.reaches(place, reach):
                broken = self.broken(place, direction, self.left(place, reach))
                yield from ((f"/{name}: {label}", {**base, name: one}) for label, one in broken)
        if "patternProperties" in shape or "unevaluatedProperties" in shape:
            yield "a name of no pattern", {**base, "__undeclared__": 1}

    def _of_others(self, shape: Shape, base: dict[str, Any], direction: Direction) -> Labelled:
        """Objects with other properties, for schemas that say which may stand together."""
        full = self._maker.object(shape, direction, 1, ()) or base
        yield "all", full
        for name, place in self._shapes.sent_properties(shape, direction).items():
            yield f"without {name}", {key: value for key, value in full.items() if key != name}
            for value in self._maker.several(place, direction, _VARIED, 0):
                yield f"with {name}", {**base, name: value}
                yield f"all, with {name}", {**full, name: value}
            for other in full.keys() - {name}:
                yield f"with {other} and {name}", {key: it for key, it in full.items() if key in {*base, name, other}}
        for key in ("not", "if"):
            if isinstance(shape.get(key), dict):
                value = self._maker.one(join(shape["pointer"], key), direction, 1)
                yield from ((key, {**some, **value}) for some in (base, full) if isinstance(value, dict))

    def _of_sizes(self, shape: Shape, base: dict[str, Any], direction: Direction) -> Labelled:
        """Objects with too few or too many properties."""
        least, most = shape.get("minProperties", 0), shape.get("maxProperties", _MOST_ITEMS)
        names = list(base)
        if least:
            yield "minProperties", {name: base[name] for name in names[: least - 1]}
        extra = shape.get("additionalProperties", True)
        value = self._maker.one(extra, direction, 0) if isinstance(extra, str) else "a"
        if most < _MOST_ITEMS and extra is not False and value is not NONE:
            yield "maxProperties", {**base, **{f"more{index}": value for index in range(most + 1 - len(base))}}
            yield "maxProperties", self._maker.object(shape, direction, 1, ()) or base

    def reaches_all(self, pointers: list[str], reach: int) -> bool:
        """Whether several schemas are near enough."""
        return all(self.reaches(it, reach) for it in pointers)

    def reaches(self, pointer: str, reach: int) -> bool:
        """Whether a schema is near enough to be looked into."""
        return self.left(pointer, reach) > _TOO_FAR

    def left(self, pointer: str, reach: int) -> int:
        """How many more references may be followed behind this one; enums, plain values and what is written out cost nothing."""
        shape = self._shapes.shape(pointer)
        here = self._shapes.document.at(pointer)
        if not isinstance(here, dict) or not (shape["choices"] or {"object", "array"} & {*types(shape)}):
            return reach
        if "$ref" in here or "allOf" in here:
            return reach - 1 if reach > 0 else _TOO_FAR
        return _TOO_FAR if reach == ALONE and "properties" in here else reach
