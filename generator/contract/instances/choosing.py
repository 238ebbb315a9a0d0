"""Which variant of a union a value is, as clients see it; and what they do not send or read although JSON Schema allows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..document.dialect import Direction
from ..document.judging import Judge
from ..document.shapes import Shape, Shapes, is_as_implied
from .making import Maker, as_json

_OPEN = ("additionalProperties", "patternProperties")


class Chooser:
    """Looks at values that schemas allow."""

    def __init__(self, shapes: Shapes, judge: Judge, maker: Maker) -> None:
        self._shapes = shapes
        self._judge = judge
        self._maker = maker

    def is_told_apart(self, pointer: str, direction: Direction, value: Any) -> bool:
        """Whether the tags in a value name variants that it is; a request moreover has declared properties only.

        Where a schema names no type, a value is of the one that its keywords are about.
        """
        return self._fits(pointer, direction, value, frozenset(), ())

    def _fits(
        self, pointer: str, direction: Direction, value: Any, known: frozenset[str], unions: tuple[str, ...] = ()
    ) -> bool:
        """`known` are properties that stand beside the choices of which this is a variant, `unions` where these are."""
        shape = self._shapes.shape(pointer)
        if shape["pointer"] in unions:
            return False
        if shape["choices"]:
            inside = (*unions, shape["pointer"])
            return all(
                self._is_one(shape, choice, direction, value, known | self._beside(shape, choice), inside)
                for choice in shape["choices"]
            )
        if not is_as_implied(shape, value):
            return False
        if isinstance(value, list):
            return all(self._fits(place, direction, item, frozenset()) for place, item in _items(shape, value))
        if not isinstance(value, dict):
            return True
        return all(self._member(shape, direction, name, item, known) for name, item in value.items())

    def _beside(self, shape: Shape, choice: list[str]) -> frozenset[str]:
        """The properties that stand beside a choice: of the schema itself, and of its other choices."""
        others = [variant for other in shape["choices"] if other is not choice for variant in other]
        return frozenset(shape["properties"]).union(*(self._shapes.shape(it)["properties"] for it in others))

    def _is_one(
        self,
        shape: Shape,
        choice: list[str],
        direction: Direction,
        value: Any,
        beside: frozenset[str],
        unions: tuple[str, ...],
    ) -> bool:
        variants = self.named(shape, choice, value)
        return any(
            self._judge.allows(it, direction, value) and self._fits(it, direction, value, beside, unions)
            for it in variants
        )

    def named(self, shape: Shape, choice: list[str], value: Any) -> list[str]:
        """The variants that the tag of a value names; all of them where it has none."""
        tag = self._tag(shape, value)
        return choice if tag is None else [it for it in choice if _is_among(tag, self.tags(shape, it))]

    def _tag(self, shape: Shape, value: Any) -> Any:
        discriminator = shape.get("discriminator")
        name = discriminator.get("propertyName") if isinstance(discriminator, dict) else None
        return value.get(name) if isinstance(value, dict) else None

    def tags(self, shape: Shape, variant: str) -> set[Any]:
        """The values of a discriminator that name a variant: as they are mapped, else those that its own property may be.

        A mapping has texts also where the property is a number or a boolean.
        """
        place = self._shapes.document.follow(variant)[0]
        mapping = shape["discriminator"].get("mapping")
        pairs = mapping.items() if isinstance(mapping, dict) else ()
        mapped = {str(tag) for tag, it in pairs if place in (it.removeprefix("#"), f"/components/schemas/{it}")}
        own = self._shapes.shape(variant)["properties"].get(shape["discriminator"].get("propertyName"))
        said = self._shapes.shape(own) if own is not None else {}
        listed = [said["const"]] if "const" in said else said.get("enum", ())
        own = {it for it in listed if isinstance(it, (str, int, float))}
        return mapped or own or {self._maker.tag(shape, variant)}

    def _member(self, shape: Shape, direction: Direction, name: str, item: Any, known: frozenset[str]) -> bool:
        place = shape["properties"].get(name)
        if place is not None:
            return self._fits(place, direction, item, frozenset())
        extra = shape.get("additionalProperties")
        if isinstance(extra, str):
            return self._fits(extra, direction, item, frozenset())
        is_open = any(shape.get(key) not in (None, False) for key in _OPEN) or not shape["properties"]
        return is_open or name in known or direction == "response"


def _is_among(value: Any, tags: set[Any]) -> bool:
    """Whether a value is one of some tags, of which texts may stand for numbers and booleans."""
    meant = tags if isinstance(value, str) else {as_json(it) if isinstance(it, str) else it for it in tags}
    return any(it == value and isinstance(it, bool) == isinstance(value, bool) for it in meant)


def _items(shape: Mapping[str, Any], value: list[Any]) -> Iterator[tuple[str, Any]]:
    """The items of a list with the pointers of their schemas."""
    prefix = shape.get("prefixItems", [])
    yield from zip(prefix, value)
    if isinstance(shape.get("items"), str):
        yield from ((shape["items"], item) for item in value[len(prefix) :])
