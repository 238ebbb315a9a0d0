"""Instances of schemas, made as the schemas say and judged afterwards: each is the first of some candidates that fits."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Sequence
from typing import Any

from ..document.dialect import Direction
from ..document.judging import Judge
from ..document.raw import join
from ..document.shapes import Shape, Shapes, types
from ..findings import pointer_name
from .scalars import numbers, strings

FULL = 5
"""How many objects inside of each other have everything in them; those below have what they must have."""

NONE: Any = object()
"""Stands for a value where none was found."""

_LARGEST = 400
"""How many values there may be in a full object before the rest of it is as small as can be."""
_COMBINATIONS = 32


class Maker:
    """Makes values. `depth` is how many objects inside of each other are full: 0 for a minimal value."""

    def __init__(self, shapes: Shapes, judge: Judge) -> None:
        self.shapes = shapes
        self._judge = judge
        self._made: dict[tuple[str, Direction, int], Any] = {}

    def one(self, pointer: str, direction: Direction, depth: int, stack: tuple[str, ...] = ()) -> Any:
        """A value that a schema allows, or `NONE`. `stack` are the schemas that it is to be inside of."""
        key = (pointer, direction, depth)
        if key not in self._made:
            found = next(self._fitting(pointer, direction, depth, stack), NONE)
            if found is NONE and stack:  # elsewhere there may be one
                return found
            self._made[key] = found
        return self._made[key]

    def fits(self, pointer: str, direction: Direction, value: Any) -> bool:
        """Whether a schema allows a value."""
        return self._judge.allows(pointer, direction, value)

    def allows(self, pointer: str, direction: Direction, value: dict[str, Any]) -> bool:
        """Whether a schema allows an object that was put together; one of which a part was not found is none."""
        return NONE not in value.values() and self._judge.allows(pointer, direction, value)

    def several(
        self, pointer: str, direction: Direction, wanted: int, depth: int, stack: tuple[str, ...] = ()
    ) -> list[Any]:
        """Different values that a schema allows: as many as are wanted, or fewer."""
        found: list[Any] = []
        for value in itertools.chain(
            self._fitting(pointer, direction, depth, stack), self._more(pointer, direction, wanted)
        ):
            if len(found) >= wanted:
                break
            if not any(value == it and type(value) is type(it) for it in found):
                found.append(value)
        return found

    def _more(self, pointer: str, direction: Direction, wanted: int) -> Iterator[Any]:
        """Counted texts, numbers and objects, for those that want many."""
        shape = self.shapes.shape(pointer)
        sample = self.one(pointer, direction, 0)
        for count in range(wanted):
            value: Any = {"string": f"item {count}", "integer": count, "number": count, "anything": count}.get(
                next(iter(types(shape)), ""), NONE
            )
            for name, place in shape["properties"].items() if isinstance(sample, dict) else ():
                if types(self.shapes.shape(place))[:1] == ["string"]:
                    value = {**sample, name: f"item {count}"}
                    break
            if value is not NONE and self._judge.allows(pointer, direction, value):
                yield value

    def _fitting(self, pointer: str, direction: Direction, depth: int, stack: tuple[str, ...]) -> Iterator[Any]:
        return (
            it for it in self.candidates(pointer, direction, depth, stack) if self._judge.allows(pointer, direction, it)
        )

    def candidates(self, pointer: str, direction: Direction, depth: int, stack: tuple[str, ...] = ()) -> Iterator[Any]:
        """Values that a schema allows, probably; the best first."""
        shape = self.shapes.shape(pointer)
        place = shape["pointer"]
        if stack.count(place) > 1:
            return
        depth = 0 if place in stack else depth
        stack = (*stack, place)
        if "const" in shape or "enum" in shape:
            yield from [shape["const"]] if "const" in shape else shape["enum"]
            return
        if shape["choices"]:
            yield from self._chosen(shape, direction, depth, stack)
        yield from self._conditional(shape, direction, depth, stack)
        for kind in types(shape):
            yield from self._of_type(kind, shape, direction, depth, stack)

    def _conditional(self, shape: Shape, direction: Direction, depth: int, stack: tuple[str, ...]) -> Iterator[Any]:
        """Objects with what a condition asks for, or with what must be where it does not hold."""
        consequences = [key for key in ("then", "else") if isinstance(shape.get(key), dict)] if "if" in shape else []
        consequences += ["dependentSchemas"] if isinstance(shape.get("dependentSchemas"), dict) else []
        for key in consequences:
            place = join(shape["pointer"], key)
            places = [join(place, name) for name in shape[key]] if key == "dependentSchemas" else [place]
            wanted = frozenset().union(*(self.shapes.shape(it)["required"] for it in places))
            found = self.object({**shape, "required": shape["required"] | wanted}, direction, depth, stack)
            condition = self.one(join(shape["pointer"], "if"), direction, 0, stack) if key == "then" else {}
            yield from ({**it, **condition} for it in [found] if it is not None and isinstance(condition, dict))

    def _chosen(self, shape: Shape, direction: Direction, depth: int, stack: tuple[str, ...]) -> Iterator[Any]:
        """One of each choice, together with what stands beside the choices."""
        for inner in sorted({depth, 0}, reverse=True):
            combined = itertools.islice(itertools.product(*shape["choices"]), _COMBINATIONS)
            for chosen in combined:
                yield from self._combined(shape, chosen, direction, inner, stack)

    def _combined(
        self, shape: Shape, chosen: Sequence[str], direction: Direction, depth: int, stack: tuple[str, ...]
    ) -> Iterator[Any]:
        base = self.object(shape, direction, depth, stack) if shape["properties"] else {}
        firsts = [next(self.candidates(it, direction, depth, stack), NONE) for it in chosen[1:]]
        if base is None or NONE in firsts:
            return
        for value in self.candidates(chosen[0], direction, depth, stack):
            if not isinstance(value, dict):
                yield value
                continue
            merged = {
                **base,
                **{key: it for one in firsts if isinstance(one, dict) for key, it in one.items()},
                **value,
            }
            yield self.tagged(shape, chosen[0], merged, direction)

    def tagged(self, shape: Shape, variant: str, value: Any, direction: Direction) -> Any:
        """An object with the tag of its variant, where a discriminator tells the variants apart by more than their schemas do.

        A tag that is read-only has no place in a request, nor one that is write-only in a response.
        """
        discriminator = shape.get("discriminator")
        name = discriminator.get("propertyName") if isinstance(discriminator, dict) else None
        if not isinstance(value, dict) or not isinstance(name, str):
            return value
        text = self.tag(shape, variant)
        place = self.shapes.shape(variant)["properties"].get(name)
        if place is None:
            return {**value, name: text}
        allowed = [it for it in (text, as_json(text)) if self._judge.allows(place, direction, it)]
        return {**value, name: allowed[0]} if allowed and self.shapes.sent(place, direction) else value

    def tag(self, shape: Shape, variant: str) -> str:
        """What a discriminator calls a variant: as it maps it, else the name of its schema."""
        place = self.shapes.document.follow(variant)[0]
        mapping = shape["discriminator"].get("mapping")
        for tag, target in mapping.items() if isinstance(mapping, dict) else ():
            if place in (target.removeprefix("#"), f"/components/schemas/{target}"):
                return str(tag)
        return pointer_name(place)

    def _of_type(
        self, kind: str, shape: Shape, direction: Direction, depth: int, stack: tuple[str, ...]
    ) -> Iterator[Any]:
        if kind == "object":
            yield from self._objects(shape, direction, depth, stack)
        elif kind == "array":
            yield self.array(shape, direction, depth, stack)
            yield self.array(shape, direction, max(depth, 1), stack)
        elif kind == "string":
            yield from strings(shape)
        elif kind in ("number", "integer"):
            yield from (value for _, value in numbers(shape, kind))
        else:
            yield from {"boolean": (True,), "null": (None,)}.get(kind, ("anything", 1))

    def _objects(self, shape: Shape, direction: Direction, depth: int, stack: tuple[str, ...]) -> Iterator[Any]:
        """Objects, with what each alternative demands where there are such."""
        for demanded in itertools.islice(itertools.product(*shape["demands"]), _COMBINATIONS):
            names = [self.shapes.shape(it)["required"] for it in demanded]
            wanted = _with_dependents({**shape, "required": shape["required"].union(*names)})
            found = self.object(wanted, direction, depth, stack)
            if found is not None:
                yield found
                yield from self._varied(wanted, found, direction, stack)

    def _varied(
        self, shape: Shape, found: dict[str, Any], direction: Direction, stack: tuple[str, ...]
    ) -> Iterator[dict[str, Any]]:
        """The object without, or with, one optional property, for schemas that say what must not stand together."""
        for name, place in self.shapes.sent_properties(shape, direction).items():
            if name in found and name not in shape["required"]:
                yield {key: value for key, value in found.items() if key != name}
            elif name not in found:
                value = self.member(shape, name, place, direction, 0, stack)
                if value is not NONE:
                    yield {**found, name: value}

    def object(self, shape: Shape, direction: Direction, depth: int, stack: tuple[str, ...]) -> dict[str, Any] | None:
        """An object of a shape; None where a required property has no value."""
        found: dict[str, Any] = {}
        taken = 0
        for name, place in self.shapes.sent_properties(shape, direction).items():
            if depth or name in shape["required"]:
                value = self.member(shape, name, place, direction, max(depth - 1, 0) if taken < _LARGEST else 0, stack)
                if value is not NONE:
                    found[name] = value
                    taken += weight(value)
                elif name in shape["required"]:
                    return None
        return found if self._filled(shape, found, direction, depth, stack) else None

    def member(
        self, shape: Shape, name: str, place: str, direction: Direction, depth: int, stack: tuple[str, ...]
    ) -> Any:
        """A value of a property: of all the schemas that it has. Or `NONE`."""
        others = shape["also"].get(name, ())
        if not others:
            return self.one(place, direction, depth, stack)
        for one in (place, *others):
            for value in self._fitting(one, direction, depth, stack):
                if all(self._judge.allows(it, direction, value) for it in (place, *others)):
                    return value
        return NONE

    def _filled(
        self, shape: Shape, found: dict[str, Any], direction: Direction, depth: int, stack: tuple[str, ...]
    ) -> bool:
        """Adds undeclared properties: those that are required, as many as must be, one for a full map. Whether it could."""
        extra = shape.get("additionalProperties", True)
        undeclared = sorted(shape["required"] - shape["properties"].keys())
        missing = shape.get("minProperties", 0) - len(found) - len(undeclared)
        full = depth > 0 and not shape["properties"]
        names = [*undeclared, *self._names(shape, max(missing, int(full and not undeclared)))]
        if not names:
            return True
        if shape.get("patternProperties"):
            return self._patterned(shape, found, direction, depth, stack) and len(names) == 1
        value = self.one(extra, direction, max(depth - 1, 0), stack) if isinstance(extra, str) else "a"
        if extra is False or value is NONE:
            return bool(full and missing <= 0 and not undeclared)
        found.update(dict.fromkeys(names, value))
        return True

    def _names(self, shape: Shape, wanted: int) -> list[str]:
        """Names of undeclared properties, as many as are wanted if there are so many."""
        if not isinstance(shape.get("propertyNames"), dict):
            return [f"key{index}" for index in range(wanted)]
        found = self.several(join(shape["pointer"], "propertyNames"), "request", wanted, 0)
        return [name for name in found if isinstance(name, str)]

    def _patterned(
        self, shape: Shape, found: dict[str, Any], direction: Direction, depth: int, stack: tuple[str, ...]
    ) -> bool:
        """Adds a property for each pattern."""
        for pattern, place in shape["patternProperties"].items():
            value = self.one(place, direction, max(depth - 1, 0), stack)
            found.update(
                (name, value) for name in itertools.islice(strings({"pattern": pattern}), 1) if value is not NONE
            )
        return True

    def array(self, shape: Shape, direction: Direction, depth: int, stack: tuple[str, ...]) -> list[Any]:
        """A list: as short as can be, or with one item at least; with what it must contain."""
        least = max(int(depth > 0), len(shape.get("prefixItems", ())) if depth > 0 else 0)
        if not isinstance(shape.get("contains"), dict) or shape.get("minContains", 1) < 1:
            return self.items(shape, direction, max(shape.get("minItems", 0), least), depth, stack)
        inside = self.one(join(shape["pointer"], "contains"), direction, max(depth - 1, 0), stack)
        wanted = [inside] * (shape.get("minContains", 1) if inside is not NONE else 0)
        first = self.items(shape, direction, len(shape.get("prefixItems", ())), depth, stack)
        return [
            *first,
            *wanted,
            *self.items(shape, direction, shape.get("minItems", 0), depth, stack)[len(first + wanted) :],
        ]

    def items(
        self, shape: Shape, direction: Direction, wanted: int, depth: int, stack: tuple[str, ...] = ()
    ) -> list[Any]:
        """A list of that many items, or of fewer if there are not so many."""
        first = [self.one(it, direction, depth, stack) for it in shape.get("prefixItems", ())[:wanted]]
        first = list(itertools.takewhile(lambda it: it is not NONE, first))
        rest = wanted - len(first)
        items = shape.get("items")
        if not isinstance(items, str):
            more: list[Any] = [] if items is False else [f"item {it}" for it in range(rest)]
        elif shape.get("uniqueItems") is True:
            more = self.several(items, direction, rest, depth, stack) if rest else []
        else:
            more = [it for it in [self.one(items, direction, depth, stack) if rest else NONE] if it is not NONE] * rest
        return [*first, *more]


def _with_dependents(shape: Shape) -> Shape:
    """A shape that requires what its required properties bring along."""
    dependents = shape.get("dependentRequired")
    if not isinstance(dependents, dict):
        return shape
    required = set(shape["required"])
    for _ in dependents:
        required.update(name for key, names in dependents.items() if key in required for name in names)
    return {**shape, "required": frozenset(required)}


def weight(value: Any) -> int:
    """How many values there are in a value."""
    if isinstance(value, dict):
        return 1 + sum(map(weight, value.values()))
    return 1 + sum(map(weight, value)) if isinstance(value, list) else 1


def as_json(tag: str) -> Any:
    """What the text of a tag is as JSON: a number or a boolean; the text itself where it is none."""
    try:
        found = json.loads(tag, parse_constant=str)
    except ValueError:
        return tag
    return found if isinstance(found, (bool, int, float)) else tag
