"""What of schemas types cannot say, as JSON Schema 2020-12 that stands by itself: it refers to its own `$defs` alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.document import pointers
from generator.document.expressions import python_expression
from generator.document.shapes import Choice, Node, Reader, modern_limits

MAX_SIZE = 5_000
"""Schemas that one assertion may consist of, those it refers to included: it is data of the generated code."""

BESIDE: Mapping[str, tuple[str, ...]] = {
    "not": (),
    "if": ("then", "else"),
    "dependentSchemas": (),
    "dependentRequired": (),
    "propertyNames": (),
    "contains": ("minContains", "maxContains"),
    "patternProperties": ("properties", "additionalProperties"),
    "additionalProperties": (),
    "prefixItems": ("items",),
    "unevaluatedProperties": (),
    "unevaluatedItems": (),
}
"""Keywords that types do not hold, and those that mean something together with each."""

_ONE = ("not", "if", "then", "else", "propertyNames", "contains", "additionalProperties", "items")
_ONE_MORE = ("unevaluatedProperties", "unevaluatedItems")
_MANY = ("allOf", "anyOf", "oneOf", "prefixItems")
_NAMED = ("properties", "patternProperties", "dependentSchemas")
_PLAIN = ("enum", "const", "dependentRequired", "minContains", "maxContains")
NOT_JUDGED = ("contentEncoding", "contentMediaType", "format")
"""Keywords that limit nothing, as JSON Schema has it; of formats, dates are taken apart all the same."""
_JUDGED_FORMATS = ("date", "date-time")
_SIDES = ("readOnly", "writeOnly")


class NotHeld(Exception):
    """Something that cannot be held; the text says why, `pointer` where."""

    def __init__(self, why: str, pointer: str) -> None:
        super().__init__(why)
        self.pointer = pointer


class Assertions:
    """Makes assertions of one document."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def keyword(self, node: Node, keyword: str) -> dict[str, Any]:
        """A keyword of `BESIDE` as it stands in a schema, with what belongs to it. Raises `NotHeld`."""
        making = _Making(self._reader)
        if keyword.startswith("unevaluated"):
            found = {**making.outline(node), keyword: making.converted(node.child(keyword))}
        else:
            keys = [key for key in (keyword, *BESIDE[keyword]) if key in node.value]
            found = {key: value for key in keys for key, value in making.said(node, key)}
            if keyword == "patternProperties":
                found.pop("properties", None)
            if "additionalProperties" in found:
                found |= _looked_at(node, "properties")
        return making.complete(found)

    def limit(self, limit: Mapping[str, Any], pointer: str) -> Mapping[str, Any]:
        """A limit of a value. Raises `NotHeld`, at `pointer`."""
        if "pattern" in limit:
            _checked(limit["pattern"], pointer)
        return limit

    def choice(self, choice: Choice) -> dict[str, Any]:
        """Alternatives that only constrain; nothing where one of them says nothing that is judged. Raises `NotHeld`."""
        making = _Making(self._reader)
        made = [making.converted(variant) for variant in choice.variants]
        return making.complete({choice.keyword: made}) if all(it not in (True, {}) for it in made) else {}


class _Making:
    """Makes one assertion."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._definitions: dict[str, Any] = {}
        self._size = 0

    def complete(self, found: dict[str, Any]) -> dict[str, Any]:
        """An assertion with what it refers to."""
        return {**found, "$defs": dict(sorted(self._definitions.items()))} if self._definitions else found

    def converted(self, node: Node) -> Any:
        """A schema as values are judged by it."""
        self._size += 1
        if self._size > MAX_SIZE:
            raise NotHeld(f"it consists of more than {MAX_SIZE} schemas", node.pointer)
        if not isinstance(node.value, dict):
            return node.value
        found: dict[str, Any] = {}
        target = self._reader.reference(node)
        if target is not None:
            found["$ref"] = f"#/$defs/{self._defined(target)}"
            if self._reader.is_legacy:
                return found
        if "$dynamicRef" in node.value:
            raise NotHeld("'$dynamicRef' in it is not followed", node.pointer)
        for key in node.value:
            found.update(self.said(node, key))
        if isinstance(node.value.get("discriminator"), dict) and "anyOf" not in found and "oneOf" in found:
            found["anyOf"] = found.pop("oneOf")  # it is the tag that tells the variants apart
        return {**found, **self._limits(node), **self._types(node)}

    def said(self, node: Node, key: str) -> Iterator[tuple[str, Any]]:
        """A keyword of a schema that holds schemas or names; none where it is another."""
        value = node.value[key]
        if key in (*_ONE, *_ONE_MORE):
            yield key, self.converted(node.child(key))
        elif key in _MANY and isinstance(value, list):
            yield key, [self.converted(node.child(key, at)) for at in range(len(value))]
        elif key in _NAMED and isinstance(value, dict):
            for name in value if key == "patternProperties" else ():
                _checked(name, pointers.join(node.pointer, key, name))
            yield key, {name: self.converted(node.child(key, name)) for name in value}
        elif key in _PLAIN:
            yield key, value
        elif key == "required" and isinstance(value, list):
            yield key, [name for name in value if not self._is_one_sided(node, name)]

    def outline(self, node: Node) -> dict[str, Any]:
        """Which properties and items a schema looks at: what it says of them, types hold."""
        if not isinstance(node.value, dict):
            return {}
        found: dict[str, Any] = {}
        parts = [self._reader.node(target)] if (target := self._reader.reference(node)) is not None else []
        parts += [node.child("allOf", at) for at in range(len(node.value.get("allOf", ())))]
        if outlines := [it for it in map(self.outline, parts) if it]:
            found["allOf"] = outlines
        for key in node.value:
            if key == "patternProperties" and isinstance(node.value[key], dict):
                for name in node.value[key]:
                    _checked(name, pointers.join(node.pointer, key, name))
            found |= _looked_at(node, key)
            if key in ("anyOf", "oneOf", "if", "then", "else", "contains", "dependentSchemas", *_ONE_MORE):
                found.update(self.said(node, key))
        return found

    def _defined(self, pointer: str) -> str:
        name = pointer.removeprefix("/components/schemas/").replace(".", "..").replace("/", ".")
        if name not in self._definitions:
            self._definitions[name] = True  # where it contains itself
            self._definitions[name] = self.converted(self._reader.node(pointer))
        return name

    def _is_one_sided(self, node: Node, name: Any) -> bool:
        """Whether a property is not there in requests or not in answers: nobody then requires it in both."""
        declared = node.value.get("properties")
        place = Node(declared[name], "") if isinstance(declared, dict) and name in declared else None
        value = self._reader.follow(place).value if place is not None else None
        return isinstance(value, dict) and any(value.get(side) is True for side in _SIDES)

    def _limits(self, node: Node) -> dict[str, Any]:
        limits = {key: it for key, it in modern_limits(node.value).items() if key not in NOT_JUDGED}
        if node.value.get("format") in _JUDGED_FORMATS:
            limits["format"] = node.value["format"]
        if "pattern" in limits:
            _checked(limits["pattern"], pointers.join(node.pointer, "pattern"))
        return limits

    def _types(self, node: Node) -> dict[str, Any]:
        kinds = node.value.get("type")
        if kinds is None:
            return {}
        listed = [kinds] if isinstance(kinds, str) else list(kinds)
        null = ["null"] if node.value.get("nullable") is True and "null" not in listed else []
        return {"type": [*listed, *null] if null or not isinstance(kinds, str) else kinds}


def _checked(pattern: Any, pointer: str) -> None:
    if not isinstance(pattern, str) or python_expression(pattern) is None:
        raise NotHeld(f"Python does not understand the pattern {pattern!r} in it", pointer)


def _looked_at(node: Node, key: str) -> dict[str, Any]:
    """Which members a keyword looks at, whatever it says of them."""
    value = node.value.get(key)
    if key in ("properties", "patternProperties") and isinstance(value, dict):
        return {key: dict.fromkeys(value, True)}
    if key == "prefixItems" and isinstance(value, list):
        return {key: [True for _ in value]}
    return {key: True} if key in ("items", "additionalProperties") and value is not None else {}


def together(assertions: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """One assertion of several."""
    some = [dict(it) for it in assertions if it]
    if len(some) < 2:
        return some[0] if some else {}
    definitions: dict[str, Any] = {}
    for one in some:
        definitions.update(one.pop("$defs", {}))
    return {"allOf": some, **({"$defs": definitions} if definitions else {})}
