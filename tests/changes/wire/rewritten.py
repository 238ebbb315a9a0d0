"""Ways to write a document otherwise that change nothing of what it means."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from generator.document import grammar

Json = Any
Holder = tuple[Any, Any]
"""A mapping or list and the key or index of a schema in it."""

_UNORDERED = frozenset("required enum type parameters allOf oneOf anyOf security".split())


def shuffled(value: Json, random: Random, key: str = "") -> Json:
    """A value with its keys in another order, and its lists where the order says nothing."""
    if isinstance(value, dict):
        keys = list(value)
        random.shuffle(keys)
        return {it: shuffled(value[it], random, it) for it in keys}
    if isinstance(value, list):
        items = [shuffled(it, random) for it in value]
        if key in _UNORDERED:
            random.shuffle(items)
        return items
    return value


def objects(document: Json, wanted: str) -> Iterator[Holder]:
    """Where objects of a kind stand in a document (see `generator.document.grammar`), references among them."""
    waiting: list[tuple[Any, Any, str]] = [({"": document}, "", "openapi")]
    while waiting:
        holder, key, kind = waiting.pop()
        value = holder[key]
        if isinstance(value, list):
            waiting += [(value, at, kind) for at in range(len(value))]
            continue
        if kind == wanted:
            yield holder, key
        if isinstance(value, dict):
            for name in value:
                below = grammar.field(kind, name)
                if below is not None and below != "discriminator":
                    waiting.append((value, name, below))


def _pick(document: Json, random: Random, kind: str, fits: Callable[[Json], bool]) -> Holder | None:
    found = [(holder, key) for holder, key in objects(document, kind) if fits(holder[key])]
    return random.choice(found) if found else None


def _schema(document: Json, random: Random, fits: Callable[[Json], bool]) -> Holder | None:
    return _pick(document, random, "schema", fits)


def _is_reference(value: Json) -> bool:
    return isinstance(value, dict) and set(value) == {"$ref"}


def _inline(document: Json, random: Random) -> None:
    found = _schema(document, random, _is_reference)
    if found is not None:
        holder, key = found
        holder[key] = copy.deepcopy(document["components"]["schemas"][holder[key]["$ref"].rpartition("/")[2]])


def _extract(document: Json, random: Random) -> None:
    found = _schema(document, random, lambda it: isinstance(it, dict))
    if found is not None:
        holder, key = found
        components = document["components"]["schemas"]
        name = f"New{len(components)}"
        components[name], holder[key] = holder[key], {"$ref": f"#/components/schemas/{name}"}


def _wrap(document: Json, random: Random) -> None:
    found = _schema(document, random, lambda it: isinstance(it, dict))
    if found is not None:
        holder, key = found
        holder[key] = {random.choice(["allOf", "oneOf", "anyOf"]): [holder[key]]}


def _extract_part(document: Json, random: Random) -> None:
    kinds = {"parameter": "parameters", "response": "responses", "requestBody": "requestBodies", "header": "headers"}
    kind = random.choice(sorted(kinds))
    found = _pick(document, random, kind, lambda it: isinstance(it, dict) and "$ref" not in it)
    if found is not None:
        holder, key = found
        section = document["components"].setdefault(kinds[kind], {})
        if holder is not section:
            name = f"New{len(section)}"
            section[name], holder[key] = holder[key], {"$ref": f"#/components/{kinds[kind]}/{name}"}


def _split(document: Json, random: Random) -> None:
    """An object as an allOf of two. What is said of left-over properties must see all of them, so such stay whole."""
    whole = ("additionalProperties", "unevaluatedProperties", "patternProperties", "$ref")
    found = _schema(
        document, random, lambda it: isinstance(it, dict) and "properties" in it and not any(key in it for key in whole)
    )
    if found is not None:
        holder, key = found
        first = dict(holder[key])
        second = {"properties": first.pop("properties")}
        if "required" in first:
            second["required"] = first.pop("required")
        members = [first, second]
        random.shuffle(members)
        holder[key] = {"allOf": members}


def _respell_constant(document: Json, random: Random) -> None:
    found = _schema(document, random, lambda it: isinstance(it, dict) and ("const" in it) != ("enum" in it))
    if found is not None:
        value = found[0][found[1]]
        if "const" in value:
            value["enum"] = [value.pop("const")]
        elif len(value["enum"]) == 1:
            value["const"] = value.pop("enum")[0]


def _respell_types(document: Json, random: Random) -> None:
    """A list of types and null as a choice."""
    found = _schema(document, random, lambda it: isinstance(it, dict) and set(it) == {"type"})
    if found is not None:
        value = found[0][found[1]]
        if isinstance(value["type"], list):
            found[0][found[1]] = {"anyOf": [{"type": it} for it in value["type"]]}


def _say_nothing(document: Json, random: Random) -> None:
    """Words, and keywords with the value that they have anyway."""
    found = _schema(document, random, lambda it: isinstance(it, dict) and "$ref" not in it)
    if found is not None:
        value = found[0][found[1]]
        idle: dict[str, Json] = {
            "minLength": 0,
            "minItems": 0,
            "minProperties": 0,
            "uniqueItems": False,
            "additionalProperties": True,
        }
        idle |= {"title": "Title", "description": "Other words.", "examples": [1], "deprecated": False}
        key = random.choice(sorted(idle))
        # Undeclared properties that are allowed are evaluated ones.
        if key != "additionalProperties" or "unevaluatedProperties" not in str(document):
            value.setdefault(key, idle[key])


def _respell_numbers(document: Json, random: Random) -> None:
    found = _schema(document, random, lambda it: isinstance(it, dict))
    if found is not None:
        value = found[0][found[1]]
        for key in ("minimum", "maximum", "multipleOf", "maxLength"):
            if type(value.get(key)) is int:
                value[key] = float(value[key])


def _raise_parameters(document: Json, random: Random) -> None:
    """The parameters of an operation, said for its whole path."""
    item = random.choice(sorted(document["paths"].items()))[1]
    if "parameters" not in item and "parameters" in item["post"]:
        item["parameters"] = item["post"].pop("parameters")


def _respell_servers(document: Json, random: Random) -> None:
    holders = [document, *(it for item in document["paths"].values() for it in (item, item["post"]))]
    for holder in holders:
        written: list[Json] = []
        for server in holder.get("servers", ()):
            urls = (
                [server["url"].replace("{r}", it) for it in ("eu", "us")] if "variables" in server else [server["url"]]
            )
            written += [{"url": url if url.endswith("/") else f"{url}/", "description": "Here."} for url in urls]
        if written:
            holder["servers"] = written


def _respell_names(document: Json, random: Random) -> None:
    """Names of headers and media types in another case."""
    found = _pick(document, random, random.choice(["response", "requestBody"]), lambda it: isinstance(it, dict))
    if found is not None:
        value = found[0][found[1]]
        for field in ("headers", "content"):
            if field in value:
                value[field] = {name.upper(): it for name, it in value[field].items()}


def _drop_words(document: Json, random: Random) -> None:
    for kind in ("schema", "response", "operation"):
        for holder, key in objects(document, kind):
            if isinstance(holder[key], dict):
                holder[key].pop("description", None)
                holder[key].pop("summary", None)


WAYS: dict[str, Callable[[Json, Random], None]] = {
    "inline": _inline,
    "extract": _extract,
    "wrap": _wrap,
    "extract a part": _extract_part,
    "split": _split,
    "constant": _respell_constant,
    "types": _respell_types,
    "nothing": _say_nothing,
    "numbers": _respell_numbers,
    "parameters": _raise_parameters,
    "servers": _respell_servers,
    "names": _respell_names,
    "words": _drop_words,
}
"""Each writes one place of a document otherwise, if there is one where that can be done."""


def rewritten(document: Json, ways: list[str], random: Random) -> Json:
    """A copy of a document, written otherwise in these ways, one after the other."""
    found = copy.deepcopy(document)
    for way in ways:
        WAYS[way](found, random)
    return found


def in_newer_words(document: Json, random: Random) -> Json:
    """A copy of a document of OpenAPI 3.0 in the words of 3.1: null as a type or a choice, strict bounds as numbers."""
    found = copy.deepcopy(document)
    found["openapi"] = "3.1.0"
    for holder, key in reversed(list(objects(found, "schema"))):
        schema = holder[key]
        for bound, strict in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
            if schema.pop(strict, False) is True and bound in schema:
                schema[strict] = schema.pop(bound)
        if schema.pop("nullable", False) is True:
            if random.random() < 0.5:
                schema["type"] = [schema["type"], "null"]
            else:
                holder[key] = {random.choice(["oneOf", "anyOf"]): [dict(schema), {"type": "null"}]}
    return found
