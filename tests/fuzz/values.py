"""Mutations of a document as a value: what a hostile or a careless author could have written instead."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, NamedTuple

from generator.document import pointers

RAW = "\x01raw\x01"
"""Begins a string that `literal` writes into the JSON as it is, for numbers that Python would not write."""

MARK = "PWNED"
"""Stands in every text that tries to become code."""

TEXTS = (
    *(
        "",
        " ",
        "a",
        "null",
        "true",
        "0",
        "-",
        "_",
        "__",
        "ﬁ",
        "é",
        "e\u0301",
        "名前",
        "🦊",
        "\u202eabc",
        "\u2028",
        "\x00",
        "\ud800",
    ),
    *(
        "a" * 300,
        "a " * 5_000,
        "\n",
        "\r\n",
        "\\",
        "\\N{BULLET}",
        "%s%(x)s{0}{x!r}",
        "{{ 7 * 7 }}{% raw %}",
        "<!--",
        "-->",
        "|",
        "`" * 3,
    ),
    *(
        "class",
        "None",
        "self",
        "def",
        "async",
        "print",
        "str",
        "int",
        "list",
        "type",
        "id",
        "model_config",
        "model_dump",
        "_runtime",
    ),
    *(
        "__class__",
        "__init__",
        "__dict__",
        "__root__",
        "copy",
        "schema",
        "Any",
        "Field",
        "BaseModel",
        "datetime",
        "body",
        "client",
    ),
    *(
        "../../x",
        "/etc/passwd",
        "..\\x",
        "file:///etc/passwd",
        "C:\\x",
        "con",
        "a/b",
        "a#b",
        "~",
        "~1",
        "%00",
        "%2e%2e/x",
        "{",
        "}",
        "{}",
    ),
    *(
        "{a}",
        "{a}{a}",
        "(?<=a)(?P<n>b)",
        "(a+)+$",
        "[",
        "*",
        "^\\p{L}+$",
        "\\",
        "a{1,99999}",
        "(?i)",
        "$" * 9,
        "x" * 64 + "(" * 200,
    ),
    *(
        "#",
        "#/",
        "#/paths",
        "#/components/schemas",
        "http://127.0.0.1:9/x",
        "https://127.0.0.1:9/x#/a",
        "ftp://x",
        "//host/x",
        "?q",
        "x.yaml",
    ),
    f'"""\n__import__("os").system("{MARK}")\n"""',
    f"'); __import__('os').system('{MARK}') #",
    f'\\"""; eval("{MARK}")\n#',
    f"]\nimport {MARK}\n{MARK}()\nx = [",
    f"\\\n{MARK}()",
    f"{MARK}()",
    f"*/{MARK}()/*",
)

NUMBERS = (
    *(0, 1, -1, 2, 0.5, -0.0, 1.0, 2**31, 2**53 + 1, -(2**63), 10**30, 1e300, 5e-324, 404, 99, 600),
    *(
        f"{RAW}1e400",
        f"{RAW}-1e999",
        f"{RAW}1E+2",
        f"{RAW}{'9' * 400}",
        f"{RAW}{'9' * 5_000}",
        f"{RAW}0.{'3' * 400}",
        f"{RAW}-0",
    ),
)

KEYWORDS = (
    *(
        "type",
        "properties",
        "required",
        "items",
        "allOf",
        "anyOf",
        "oneOf",
        "not",
        "if",
        "then",
        "else",
        "enum",
        "const",
        "default",
    ),
    *(
        "additionalProperties",
        "patternProperties",
        "propertyNames",
        "prefixItems",
        "contains",
        "$ref",
        "$defs",
        "$id",
        "$anchor",
    ),
    *(
        "$dynamicRef",
        "$dynamicAnchor",
        "$schema",
        "unevaluatedProperties",
        "unevaluatedItems",
        "dependentRequired",
        "dependentSchemas",
    ),
    *(
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minLength",
        "maxLength",
        "pattern",
        "format",
    ),
    *(
        "minItems",
        "maxItems",
        "uniqueItems",
        "minProperties",
        "maxProperties",
        "nullable",
        "readOnly",
        "writeOnly",
        "deprecated",
    ),
    *(
        "discriminator",
        "title",
        "description",
        "example",
        "examples",
        "contentEncoding",
        "contentMediaType",
        "xml",
        "x-note",
    ),
    *(
        "parameters",
        "in",
        "name",
        "schema",
        "content",
        "style",
        "explode",
        "allowReserved",
        "responses",
        "requestBody",
        "headers",
    ),
    *(
        "security",
        "servers",
        "tags",
        "operationId",
        "callbacks",
        "links",
        "encoding",
        "200",
        "2XX",
        "default",
        "get",
        "post",
        "flows",
    ),
    *(
        "components",
        "schemas",
        "paths",
        "webhooks",
        "openapi",
        "info",
        "url",
        "variables",
        "mapping",
        "propertyName",
        "value",
    ),
)
FORMATS = (
    "date",
    "date-time",
    "binary",
    "byte",
    "uuid",
    "int32",
    "int64",
    "float",
    "uri",
    "email",
    "password",
    "time",
    "duration",
    "x",
)
TYPES = ("string", "integer", "number", "boolean", "object", "array", "null")
SCHEMA_KEYS = frozenset(
    ("type", "properties", "items", "allOf", "anyOf", "oneOf", "enum", "const", "$ref", "additionalProperties")
)


class Spot(NamedTuple):
    """A member of a mapping or an item of a list, and the pointer to it."""

    holder: Any
    key: Any
    pointer: str

    @property
    def value(self) -> Any:
        """What stands there."""
        return self.holder[self.key]

    def put(self, value: Any) -> None:
        """Put something else there."""
        self.holder[self.key] = value


def spots(value: Any, pointer: str = "") -> Iterator[Spot]:
    """Every place of a value, outer ones first."""
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in members:
        spot = Spot(value, key, pointers.join(pointer, key))
        yield spot
        yield from spots(inner, spot.pointer)


def mutated(value: Any, other: Any, rng: Random) -> Any:
    """`value` (which is changed) with a few mutations; `other` is a document to take parts from."""
    times = 1
    while times < 6 and rng.random() < 0.45:
        times += 1
    for _ in range(times):
        mutation = rng.choice(_MUTATIONS)
        places = list(spots(value))
        if mutation in _OF_SCHEMAS and rng.random() < 0.9:
            places = [spot for spot in places if _is_schema(spot.value)] or places
        if places:
            mutation(_Case(value, other, places), rng.choice(places), rng)
    return value


class _Case(NamedTuple):
    value: Any
    other: Any
    places: list[Spot]


def _is_schema(value: Any) -> bool:
    return isinstance(value, dict) and not SCHEMA_KEYS.isdisjoint(value)


def anything(rng: Random) -> Any:
    """A value of any type, most of them extreme."""
    kind = rng.randrange(8)
    if kind < 3:
        return rng.choice(TEXTS)
    if kind == 3:
        return rng.choice(NUMBERS)
    return copy.deepcopy(
        rng.choice((None, True, False, [], {}, [None], [[]], [{}], {"": {}}, {"$ref": 1}, ["a", "a"], [1, 1.0, True]))
    )


def reference(case: _Case, rng: Random) -> str:
    """A reference to a schema, to any other place, or to somewhere that must not be reached."""
    kind = rng.randrange(6)
    if kind == 0:
        return rng.choice(TEXTS)
    wanted = [spot for spot in case.places if kind > 2 and _is_schema(spot.value)]
    return "#" + rng.choice(wanted or case.places).pointer


def schema(case: _Case, rng: Random, depth: int = 0) -> Any:
    """A schema of keywords that may or may not go together."""
    if depth > 3 or rng.random() < 0.1:
        return rng.choice(({}, True, False, {"type": "string"}, {"type": "null"}, {"type": "object"}, {"enum": []}))
    made: dict[str, Any] = {}
    for _ in range(rng.randrange(1, 4)):
        keyword = rng.choice(KEYWORDS[:52])
        made[keyword] = _of_keyword(keyword, case, rng, depth)
    return made


def _of_keyword(keyword: str, case: _Case, rng: Random, depth: int) -> Any:
    """A value that a keyword of JSON Schema could have."""
    if rng.random() < 0.03:
        return anything(rng)
    if keyword in ("allOf", "anyOf", "oneOf", "prefixItems"):
        return [schema(case, rng, depth + 1) for _ in range(rng.randrange(1, 4))]
    if keyword in ("properties", "patternProperties", "$defs", "dependentSchemas"):
        return {rng.choice(TEXTS[:60] + ("a", "b")): schema(case, rng, depth + 1) for _ in range(rng.randrange(1, 4))}
    if keyword in (
        "items",
        "not",
        "if",
        "then",
        "else",
        "additionalProperties",
        "propertyNames",
        "contains",
    ) or keyword.startswith("uneval"):
        return schema(case, rng, depth + 1)
    if keyword == "$ref":
        return reference(case, rng)
    if keyword == "type":
        return rng.choice(TYPES) if rng.random() < 0.8 else rng.sample(TYPES, rng.randrange(1, 4))
    if keyword in ("enum", "examples"):
        return [anything(rng) for _ in range(rng.randrange(1, 4))]
    if keyword == "required":
        return [rng.choice(("a", "b", "id", ""))]
    if keyword == "dependentRequired":
        return {"a": ["b"]}
    if keyword == "format":
        return rng.choice(FORMATS)
    if keyword == "discriminator":
        return {"propertyName": rng.choice(("a", "type", "")), "mapping": {"x": reference(case, rng)}}
    if keyword in ("uniqueItems", "nullable", "readOnly", "writeOnly", "deprecated"):
        return rng.random() < 0.8
    if keyword.startswith(("min", "max", "exclusive", "multiple")):
        return rng.choice(NUMBERS)
    return anything(rng) if keyword in ("default", "const", "example") else rng.choice(TEXTS)


# Mutations: each changes one place.


def _delete(case: _Case, spot: Spot, rng: Random) -> None:
    del spot.holder[spot.key]


def _replace(case: _Case, spot: Spot, rng: Random) -> None:
    spot.put(anything(rng))


def _retext(case: _Case, spot: Spot, rng: Random) -> None:
    """Another text in place of a text, or behind it."""
    texts = [place for place in case.places if isinstance(place.value, str)]
    if texts:
        place = rng.choice(texts)
        place.put(rng.choice((place.value, "")) + rng.choice(TEXTS))


def _rename(case: _Case, spot: Spot, rng: Random) -> None:
    mappings = [place for place in case.places if isinstance(place.holder, dict)]
    if mappings:
        place = rng.choice(mappings)
        known = [other.key for other in mappings]
        name = rng.choice(
            (rng.choice(TEXTS), rng.choice(KEYWORDS), str(rng.choice(known)), _folded(str(place.key), rng))
        )
        items = [(name if key == place.key else key, item) for key, item in place.holder.items()]
        place.holder.clear()
        place.holder.update(items)


def _folded(name: str, rng: Random) -> str:
    """A name that becomes the same in Python, perhaps."""
    return rng.choice(
        (
            name.upper(),
            name.lower(),
            name + "_",
            "_" + name,
            name.replace("_", "-"),
            name + " ",
            name[:1].swapcase() + name[1:],
        )
    )


def _swap(case: _Case, spot: Spot, rng: Random) -> None:
    other = rng.choice(case.places)
    first, second = copy.deepcopy(spot.value), copy.deepcopy(other.value)
    other.put(first)
    spot.put(second)


def _copy(case: _Case, spot: Spot, rng: Random) -> None:
    """A part of the document once more, at another place."""
    spot.put(copy.deepcopy(rng.choice(case.places).value))


def _graft(case: _Case, spot: Spot, rng: Random) -> None:
    """A part of another document, which stood under the same key if there is such a one."""
    there = list(spots(case.other))
    same = [place for place in there if place.key == spot.key]
    if there:
        spot.put(copy.deepcopy(rng.choice(same or there).value))


def _twice(case: _Case, spot: Spot, rng: Random) -> None:
    """An item of a list or a member of a mapping twice: parameters, tags, operations with one operationId, values."""
    if isinstance(spot.holder, list):
        spot.holder.append(copy.deepcopy(spot.value))
    else:
        spot.holder[_folded(str(spot.key), rng)] = copy.deepcopy(spot.value)


def _keyword(case: _Case, spot: Spot, rng: Random) -> None:
    """One more keyword in a schema."""
    if isinstance(spot.value, dict):
        keyword = rng.choice(KEYWORDS[:52])
        spot.value[keyword] = _of_keyword(keyword, case, rng, 1)


def _schema(case: _Case, spot: Spot, rng: Random) -> None:
    spot.put(schema(case, rng))


def _wrap(case: _Case, spot: Spot, rng: Random) -> None:
    keyword = rng.choice(
        (
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "prefixItems",
            "items",
            "additionalProperties",
            "contains",
            "properties",
        )
    )
    inner = copy.deepcopy(spot.value)
    if keyword == "properties":
        inner = {rng.choice(TEXTS[:60]): inner}
    elif keyword in ("allOf", "anyOf", "oneOf", "prefixItems"):
        inner = [inner, schema(case, rng, 2)][: rng.randrange(1, 3)]
    spot.put({keyword: inner})


def _refer(case: _Case, spot: Spot, rng: Random) -> None:
    """A reference to anywhere: to itself, to a parent, to data."""
    known = [place for place in case.places if place.key == "$ref"]
    if known and rng.random() < 0.7:
        rng.choice(known).put(reference(case, rng))
    else:
        up = pointers.split(spot.pointer)[: rng.randrange(1, 9)]
        spot.put({"$ref": rng.choice((reference(case, rng), "#" + pointers.join("", *up), "#" + spot.pointer))})


def _deepen(case: _Case, spot: Spot, rng: Random) -> None:
    """A schema below many levels of one keyword."""
    keyword = rng.choice(("items", "allOf", "anyOf", "oneOf", "not", "additionalProperties", "properties", "if", "x"))
    node = copy.deepcopy(spot.value)
    for _ in range(rng.choice((3, 10, 45, 60, 95, 150, 250))):
        node = {keyword: [node] if keyword.endswith("Of") else {"a": node} if keyword == "properties" else node}
    spot.put(node)


def _explode(case: _Case, spot: Spot, rng: Random) -> None:
    """Components each of which means the next one several times: a tree of them is exponential."""
    levels, fan = rng.choice(((3, 2), (8, 3), (30, 2), (60, 2)))
    shape = rng.choice(("allOf", "anyOf", "oneOf", "properties", "product", "items"))
    known: Any = case.value.setdefault("components", {}) if isinstance(case.value, dict) else {}
    schemas = known.setdefault("schemas", {}) if isinstance(known, dict) else None
    if not isinstance(schemas, dict):
        return
    for level in range(levels):
        last = rng.choice(
            ({"type": "string"}, {"type": "object", "properties": {"z": {}}}, {"$ref": "#/components/schemas/N0"})
        )
        inner = {"$ref": f"#/components/schemas/N{level + 1}"} if level < levels - 1 else last
        schemas[f"N{level}"] = _fanned(shape, [{**inner, "description": f"{at}"} if at else inner for at in range(fan)])
    spot.put({"$ref": "#/components/schemas/N0"})


def _fanned(shape: str, inner: list[Any]) -> Any:
    if shape == "properties":
        return {"type": "object", "properties": {f"p{at}": one for at, one in enumerate(inner)}}
    if shape == "product":
        return {
            "allOf": [
                {"oneOf": [one, {"type": "object", "properties": {f"q{at}": {}}}]} for at, one in enumerate(inner)
            ]
        }
    if shape == "items":
        return {"type": "array", "prefixItems": inner, "items": inner[0]}
    return {shape: inner}


def _cycle(case: _Case, spot: Spot, rng: Random) -> None:
    """Two schemas of the document that mean each other."""
    other = rng.choice(case.places)
    for one, target in ((spot, other.pointer), (other, spot.pointer)):
        keyword = rng.choice(("allOf", "anyOf", "oneOf", "items", "additionalProperties", "properties", "not", "$ref"))
        inner: Any = {"$ref": "#" + target}
        one.put(
            inner
            if keyword == "$ref"
            else {keyword: [inner] if keyword.endswith("Of") else {"a": inner} if keyword == "properties" else inner}
        )


def _widen(case: _Case, spot: Spot, rng: Random) -> None:
    """Very many members, or values."""
    count = rng.choice((20, 120, 400))
    kind = rng.choice(("properties", "enum", "required", "oneOf"))
    names = [f"{rng.choice(('a', 'A', '_', '-', 'é'))}{at}" for at in range(count)]
    members = {
        "properties": dict.fromkeys(names, {}),
        "enum": names,
        "required": names,
        "oneOf": [{"const": name} for name in names],
    }
    if isinstance(spot.value, dict):
        spot.value[kind] = members[kind]


_OF_SCHEMAS = (_keyword, _schema, _wrap, _refer, _deepen, _explode, _cycle, _widen)
_MUTATIONS: tuple[Callable[[_Case, Spot, Random], None], ...] = (
    *(_delete, _replace, _replace, _retext, _retext, _retext, _rename, _rename, _rename, _swap, _copy, _graft, _graft),
    *(
        _twice,
        _twice,
        _keyword,
        _keyword,
        _keyword,
        _keyword,
        _keyword,
        _schema,
        _schema,
        _wrap,
        _wrap,
        _wrap,
        _refer,
        _refer,
        _deepen,
    ),
    *(_explode, _cycle, _widen),
)
