"""Whether a schema allows a value: as the document has it, and as far as clients promise to hold it."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import jsonschema_rs

from .dialect import Direction, as_json_schema, as_promised, place_in
from .raw import RawDocument, Unreadable


class Judge:
    """Judges values by the schemas of a document."""

    def __init__(self, document: RawDocument) -> None:
        self._document = document
        self._roots: dict[tuple[Direction, bool], tuple[Any, jsonschema_rs.Registry]] = {}
        self._validators: dict[tuple[str, Direction, bool], Any] = {}

    def allows(self, pointer: str, direction: Direction, value: Any) -> bool:
        """Whether the schema at a pointer allows a value. Raises `Unreadable` where there is no schema."""
        return bool(self._validator(pointer, direction, False).is_valid(value))

    def refuses(self, pointer: str, direction: Direction, value: Any) -> bool:
        """Whether the client promises to refuse a value for the schema at a pointer."""
        return not (self.allows(pointer, direction, value) or self._validator(pointer, direction, True).is_valid(value))

    def why(self, pointer: str, direction: Direction, value: Any) -> str:
        """What the schema at a pointer has against a value, in one line; empty if it has nothing."""
        errors = self._validator(pointer, direction, False).iter_errors(value)
        return "; ".join(str(it.message) for it in errors)[:300]

    def _validator(self, pointer: str, direction: Direction, promised: bool) -> Any:
        key = (pointer, direction, promised)
        if key not in self._validators:
            self._validators[key] = self._made(pointer, direction, promised)
        return self._validators[key]

    def _made(self, pointer: str, direction: Direction, promised: bool) -> Any:
        root, registry = self._root(direction, promised)
        schema = {"$ref": f"urn:raw#{quote(place_in(root, pointer), safe='/~')}"}
        try:
            return jsonschema_rs.Draft202012Validator(schema, registry=registry, validate_formats=True)
        except ValueError as problem:
            if not promised:
                raise Unreadable(f"{pointer} is no schema: {str(problem).splitlines()[0]}") from None
            return jsonschema_rs.Draft202012Validator(True)  # what is loosened away is not promised at all

    def _root(self, direction: Direction, promised: bool) -> tuple[Any, jsonschema_rs.Registry]:
        if (direction, promised) not in self._roots:
            root = as_json_schema(self._document.value, self._document.is_30, direction)
            root = as_promised(root) if promised else root
            self._roots[direction, promised] = root, jsonschema_rs.Registry([("urn:raw", root)])
        return self._roots[direction, promised]
