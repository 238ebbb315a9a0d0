"""`$dynamicRef`, where it is clear what it means: one schema of the document has the `$dynamicAnchor` that it names."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

_DATA = frozenset({"example", "examples", "enum", "default", "const"})
_BY_NAME = frozenset({"properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas"})


def resolved_dynamically(document: Any) -> Any:
    """A document with references for the dynamic ones that mean one schema wherever they are met; the same if there are none."""
    if '"$dynamicRef"' not in json.dumps(document):
        return document
    found = copy.deepcopy(document)
    objects = list(_objects(found))
    for _, node in objects:
        places = _meant(node.get("$dynamicRef"), objects)
        if len(places) == 1 and "$ref" not in node:
            del node["$dynamicRef"]
            node["$ref"] = f"#{places[0]}"
    return found


def _meant(reference: Any, objects: list[tuple[str, dict[str, Any]]]) -> list[str]:
    """The places of what bears the name that a dynamic reference ends with; a plain anchor counts where nothing else has it."""
    name = reference.partition("#")[2] if isinstance(reference, str) else None
    dynamic = [place for place, node in objects if name and node.get("$dynamicAnchor") == name]
    return dynamic or [place for place, node in objects if name and node.get("$anchor") == name]


def _objects(node: Any, place: str = "", named: bool = False) -> Iterator[tuple[str, dict[str, Any]]]:
    """All objects but those of data, with their pointers as references have them. `named`: the keys of `node` are names."""
    if isinstance(node, dict) and not named:
        yield place, node
    for key, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        if named or key not in _DATA:
            token = quote(str(key).replace("~", "~0").replace("/", "~1"), safe="~")
            yield from _objects(value, f"{place}/{token}", not named and key in _BY_NAME)
