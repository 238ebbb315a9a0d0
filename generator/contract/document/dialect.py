"""Schemas of OpenAPI 3.0 and 3.1 as JSON Schema 2020-12 has them, seen from one direction; and as clients promise to hold them."""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, NamedTuple
from urllib.parse import quote, unquote

import jsonschema_rs

Direction = Literal["request", "response"]

CHECKED_FORMATS = ("date", "date-time")
"""The formats that clients take apart; any other is documentation, as JSON Schema has it."""

NOT_PROMISED = ("dependencies", "$dynamicRef")
"""Keywords that clients do not enforce: README.md, "What is not served"."""

TO_THE_LETTER = (
    *("not", "if", "then", "else", "dependentSchemas", "contains", "unevaluatedProperties", "unevaluatedItems"),
    *("propertyNames", "patternProperties", "prefixItems"),
)
"""Keywords of which clients hold what is said in them as JSON Schema does, to the letter."""

_SHAPING = frozenset("type properties items enum const allOf oneOf anyOf additionalProperties prefixItems $ref".split())
_PARTS = frozenset({"allOf", "anyOf", "oneOf"})
_OF_CLASSES = frozenset({"properties", "enum", "oneOf", "anyOf"})
_NAMED = frozenset({"properties", "patternProperties", "$defs", "definitions", "dependentSchemas"})
_IN_FRAGMENTS = "/?:@!$&'()*+,;=~"
"""What stands in a reference as it is (RFC 3986); documents write more, which the validator does not read."""
_HIDDEN = "x-loose-"
_DECLARED = f"{_HIDDEN}declared"
"""What of `required` is declared: clients do not ask for properties that are not."""
_NULLABLE = f"{_HIDDEN}nullable"
"""`nullable` beside a reference, at which 3.0 does not look, and people do: clients take null."""
_DEEPEST = 8
"""How many references and `allOf` inside of each other annotations are looked for."""


def as_json_schema(document: Any, is_30: bool, direction: Direction) -> Any:
    """A document with its schemas as JSON Schema 2020-12 has them, seen from one direction.

    Everything is copied that looks like a schema; what is none (parameters, examples) is never asked about.
    """
    return _with_references(_Conversion(document, is_30, direction).of(document, _NO_FAMILY))


class _Family(NamedTuple):
    """The properties of a schema, of all that it takes in and of what takes it in; those that the direction does not have."""

    declared: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()

    def with_(self, other: _Family) -> _Family:
        return _Family(*(own | its for own, its in zip(self, other)))


_NO_FAMILY = _Family()


class _Conversion:
    def __init__(self, document: Any, is_30: bool, direction: Direction) -> None:
        self._document = document
        self._is_30 = is_30
        self._unwanted = "readOnly" if direction == "request" else "writeOnly"

    def of(self, value: Any, family: _Family) -> Any:
        """A part of the document; `family` is that of the schema that takes it in."""
        if isinstance(value, list):
            return [self.of(item, family) for item in value]
        if not isinstance(value, dict):
            return value
        if self._is_30 and isinstance(value.get("$ref"), str):
            return {"$ref": value["$ref"], **({_NULLABLE: True} if value.get("nullable") is True else {})}
        family = family.with_(self._family(value, 0))
        found = {key: self.of(item, family if key == "allOf" else _NO_FAMILY) for key, item in value.items()}
        if isinstance(value.get("required"), list):
            found["required"] = [name for name in value["required"] if name not in family.absent]
            found[_DECLARED] = [name for name in found["required"] if not family.declared or name in family.declared]
        if self._is_30:
            _with_null(found)
        _modernise(found)
        if isinstance(found.get("$schema"), str):  # it is of 2020-12 now
            del found["$schema"]
        if isinstance(found.get("oneOf"), list) and "anyOf" not in found and self._is_not_exclusive(value):
            found["anyOf"] = found.pop("oneOf")
        _without_the_unjudged(found)
        return found

    def _is_not_exclusive(self, schema: Mapping[str, Any]) -> bool:
        """Whether something else tells the variants of a `oneOf` apart than what they are: a tag, or what the other direction has.

        "If the property is marked as readOnly being true and is in the required list, the required will take effect on the
        response only" (OpenAPI 3.0.3, Schema Object): a request may then be of several variants.
        """
        families = [self._family(it, 0) for it in schema["oneOf"]]
        return isinstance(schema.get("discriminator"), dict) or any(it.required & it.absent for it in families)

    def _family(self, schema: Any, depth: int) -> _Family:
        if isinstance(schema, dict) and isinstance(schema.get("$ref"), str):
            schema = resolved(self._document, schema["$ref"])
        if not isinstance(schema, dict) or depth > _DEEPEST:
            return _NO_FAMILY
        properties, parts = schema.get("properties"), schema.get("allOf")
        own = properties if isinstance(properties, dict) else {}
        absent = frozenset(name for name, it in own.items() if says(self._document, it, self._unwanted))
        required = schema.get("required")
        found = _Family(frozenset(own), absent, frozenset(required if isinstance(required, list) else ()))
        for part in parts if isinstance(parts, list) else ():
            found = found.with_(self._family(part, depth + 1))
        return found


def says(document: Any, schema: Any, annotation: str, depth: int = 0) -> bool:
    """Whether a schema, or what it stands for, has an annotation that is true.

    What has a class of its own does not speak for the properties that refer to it: OpenAPI has `readOnly` for properties
    alone (3.0.3, Schema Object), and documents send such objects all the same.
    """
    if not isinstance(schema, dict) or depth > _DEEPEST:
        return False
    if schema.get(annotation) is True:
        return True
    parts = schema["allOf"] if isinstance(schema.get("allOf"), list) else []
    inner = [resolved(document, schema["$ref"])] if "$ref" in schema else parts
    alone = len(inner) == 1 and "properties" not in schema
    return any(not (alone and _has_a_class(it)) and says(document, it, annotation, depth + 1) for it in inner)


def _has_a_class(schema: Any) -> bool:
    return isinstance(schema, dict) and (schema.get("type") == "object" or bool(_OF_CLASSES & schema.keys()))


def resolved(document: Any, reference: Any) -> Any:
    """What a reference inside of a document leads to; None if nothing."""
    node = document if isinstance(reference, str) and reference.startswith("#/") else None
    for token in unquote(reference[2:]).split("/") if node is not None else ():
        token = token.replace("~1", "/").replace("~0", "~")
        if isinstance(node, list) and token.isdigit() and int(token) < len(node):
            node = node[int(token)]
        else:
            node = node.get(token) if isinstance(node, dict) else None
    return node


def _with_null(schema: dict[str, Any]) -> None:
    """`nullable`, in place."""
    if schema.get("nullable") is True and isinstance(schema.get("type"), str):
        schema["type"] = [schema["type"], "null"]


def _modernise(schema: dict[str, Any]) -> None:
    """Boolean exclusive bounds, in place: 3.1 has them too, where a schema says that it is of an older dialect."""
    for edge, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if schema.get(edge) is True and bound in schema:
            schema[edge] = schema.pop(bound)
        elif isinstance(schema.get(edge), bool):
            del schema[edge]


def _without_the_unjudged(schema: dict[str, Any]) -> None:
    """Patterns that nobody can read, formats that say nothing and what means one schema or another are taken out, in place."""
    schema.pop("$dynamicRef", None)
    if isinstance(schema.get("pattern"), str) and not is_pattern(schema["pattern"]):
        del schema["pattern"]
    if isinstance(schema.get("format"), str) and schema["format"] not in CHECKED_FORMATS:
        del schema["format"]


@cache
def is_pattern(text: str) -> bool:
    """Whether a regular expression can be judged: by the engine of jsonschema_rs, and by Python's, which mean the same by it."""
    try:
        jsonschema_rs.Draft202012Validator({"pattern": text})
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # of sets inside of sets, which are some to others
            re.compile(text)
    except (ValueError, re.error, FutureWarning):
        return False
    return True


def only_constrains(schema: Any) -> bool:
    """Whether an alternative says nothing of the data but what is there: `{"required": ["a"]}`."""
    return isinstance(schema, dict) and bool(schema) and not _SHAPING & schema.keys()


# What clients promise


def as_promised(value: Any) -> Any:
    """JSON Schema without what clients do not promise to refuse: what `loose` names, and what closed parts have against others.

    `place_in` tells what is where.
    """
    return _with_references(_promised(_with_open_parts(value, value)))


def _with_open_parts(value: Any, root: Any) -> Any:
    """JSON Schema in which a closed part of a schema allows what other parts declare: the whole is closed, as clients take it."""
    if isinstance(value, list):
        return [_with_open_parts(item, root) for item in value]
    if not isinstance(value, dict):
        return value
    found, closed = _opened(value, root, ()) if _has_parts(value) else (value, False)
    inner = {key: _with_open_parts(item, root) for key, item in found.items()}
    return {**inner, "unevaluatedProperties": False} if closed else inner


def _has_parts(schema: Mapping[str, Any]) -> bool:
    return any(isinstance(schema.get(key), list) for key in ("allOf", "anyOf", "oneOf"))


def _opened(schema: Any, root: Any, seen: tuple[str, ...]) -> tuple[Any, bool]:
    """A part of a schema without what closes it, and whether anything did."""
    if not isinstance(schema, dict) or "patternProperties" in schema:
        return schema, False
    found = {key: item for key, item in schema.items() if key != "additionalProperties" or item is not False}
    is_closed = len(found) < len(schema)
    parts = list(schema["allOf"]) if isinstance(schema.get("allOf"), list) else []
    target = found.get("$ref")
    if isinstance(target, str) and target not in seen:
        parts.append(resolved(root, target))
        seen = (*seen, target)
    opened = [_opened(part, root, seen) for part in parts]
    if any(closed for _, closed in opened):
        found.pop("$ref", None)
        found["allOf"] = [part for part, _ in opened]
    for key in ("anyOf", "oneOf"):
        if isinstance(found.get(key), list):
            found[key] = [_opened(variant, root, seen)[0] for variant in found[key]]
    return found, is_closed or any(closed for _, closed in opened)


def _promised(value: Any) -> Any:
    if isinstance(value, list):
        return [_promised(item) for item in value]
    if not isinstance(value, dict):
        return value
    found = {_promised_key(key): _promised_member(key, item) for key, item in value.items()}
    for key in _unheld_of_dates(found):
        del found[key]
    _loosen_nulls(found)
    _loosen_objects(found)
    _loosen_choices(found)
    return found


def _unheld_of_dates(schema: Mapping[str, Any]) -> list[str]:
    """What clients do not hold of dates, which are read as such and not as texts."""
    is_date = schema.get("format") in CHECKED_FORMATS
    return [it for it in ("minLength", "maxLength", "pattern") if is_date and it in schema]


def _promised_key(key: str) -> str:
    return _HIDDEN + key if key in NOT_PROMISED else key


def _promised_member(key: str, value: Any) -> Any:
    """What a keyword says; where it holds schemas by name, the names are no keywords."""
    if key in TO_THE_LETTER:
        return value
    if key in _NAMED and isinstance(value, dict):
        return {name: _promised(schema) for name, schema in value.items()}
    constrains = key in ("anyOf", "oneOf") and isinstance(value, list) and all(map(only_constrains, value))
    return value if constrains else _promised(value)


def _with_references(root: Any) -> Any:
    """Leads references to what has another place now, and writes them as URIs are written; in place."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        waiting += node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        if not isinstance(node, dict):
            continue
        target = node.get("$ref")
        if isinstance(target, str) and target.startswith("#/"):
            place = unquote(target[1:])
            node["$ref"] = f"#{quote(place_in(root, place) if 'Of/' in place else place, safe=_IN_FRAGMENTS)}"
    return root


def _loosen_nulls(schema: dict[str, Any]) -> None:
    if takes_null(schema) and _values(schema) is not None:
        schema["enum"] = [*(_values(schema) or ()), None]
        schema.pop("const", None)
    if schema.get("nullable") is True and "type" in schema:  # which 3.1 does not know
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        schema["type"] = [*kinds, *(["null"] if "null" not in kinds else [])]
    if takes_null(schema):
        for key in ("anyOf", "oneOf"):
            if isinstance(schema.get(key), list):
                schema[key] = [*schema[key], {"type": "null"}]
        if isinstance(schema.get("allOf"), list):
            schema["anyOf"] = [{"type": "null"}, {"allOf": schema.pop("allOf")}]
    if "$ref" in schema and True in (schema.get("nullable"), schema.get(_NULLABLE)):
        schema["anyOf"] = [{"type": "null"}, {"$ref": schema.pop("$ref")}]
    if _is_object_beside(schema):
        del schema["type"]


def _values(schema: Mapping[str, Any]) -> list[Any] | None:
    """The values that a schema lists; None if it lists none."""
    listed = [schema["const"]] if "const" in schema else schema.get("enum")
    return listed if isinstance(listed, list) else None


def takes_null(schema: Mapping[str, Any]) -> bool:
    """Whether a schema says that it may be null."""
    types = schema.get("type")
    return schema.get("nullable") is True or (isinstance(types, list) and "null" in types)


def _is_object_beside(schema: Mapping[str, Any]) -> bool:
    """Whether a schema says that it is an object beside alternatives or parts that say what it is."""
    types = schema.get("type")
    return types in ("object", ["object", "null"], ["null", "object"]) and bool(_PARTS & schema.keys())


def _loosen_objects(schema: dict[str, Any]) -> None:
    if _DECLARED in schema and isinstance(schema.get("required"), list):
        schema["required"] = schema[_DECLARED]


def _loosen_choices(schema: dict[str, Any]) -> None:
    """What fits several of `oneOf` is taken, unless they only constrain."""
    if isinstance(schema.get("oneOf"), list) and not all(only_constrains(it) for it in schema["oneOf"]):
        schema["anyOf"] = schema.pop("oneOf")


def place_in(root: Any, pointer: str) -> str:
    """Where what is at a pointer into the document is in what was made of it."""
    node, found = root, []
    for name in pointer.split("/")[1:]:
        names = [name, _HIDDEN + name, *(["anyOf"] if name == "oneOf" else [])]
        plain = name.replace("~1", "/").replace("~0", "~")
        if isinstance(node, dict):
            name = next((it for it in names if it in node), name) if plain not in node else name
            node = node.get(plain if plain in node else name)
        elif isinstance(node, list) and name.isdigit() and int(name) < len(node):
            node = node[int(name)]
        found.append(name)
    return "/".join(["", *found])


def loose(schema: Mapping[str, Any]) -> dict[str, str]:
    """The keywords of a schema that clients do not hold, or not as JSON Schema does, each with the reason."""
    found = {key: f"the client does not enforce `{key}`" for key in NOT_PROMISED if key in schema}
    if (
        "patternProperties" in schema
        and "properties" not in schema
        and schema.get("additionalProperties", True) is True
    ):
        found["patternProperties"] = "the client takes what has another name for a value of one of `patternProperties`"
    if isinstance(schema.get("pattern"), str) and not is_pattern(schema["pattern"]):
        found["pattern"] = "a pattern that Python cannot read is left to the client"
    found |= dict.fromkeys(_unheld_of_dates(schema), "a date is read as such, and not held as a text")
    null = "nullable" if "nullable" in schema else "type"
    if takes_null(schema) and None not in (_values(schema) or [None]):
        found[null] = "null is taken for an enum that is nullable and does not list it"
    if "$ref" in schema and schema.get("nullable") is True:
        found["nullable"] = "null is taken where `nullable` stands beside a reference"
    elif takes_null(schema) and _PARTS & schema.keys():
        found[null] = "null is taken where it stands beside alternatives or parts that do not list it"
    elif _is_object_beside(schema):
        found["type"] = "what stands beside `type: object` says what a value is"
    return found
