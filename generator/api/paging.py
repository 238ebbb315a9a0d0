"""Which operations hand out their list page by page, told by their shape and the settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.api.model import JsonSchema, ObjectSchema, Operation, Parameter, Property, Schema, UnionSchema
from generator.document import pointers
from generator.settings import PagingSettings

Schemas = Mapping[str, Schema]

NO_CONTENT = ("204", "205", "304")
"""Statuses whose answers never have a body (RFC 9110)."""


@dataclass(frozen=True, slots=True)
class Paging:
    """How an operation pages: the argument that takes a token, and the ways (Python fields) through its answer.

    `next` leads to the token of the page that follows, `items` to the list, whose items are of one of the schemas
    `choices`. `kind` is the Python type that the argument takes.
    """

    argument: str
    next: tuple[str, ...]
    items: tuple[str, ...]
    choices: tuple[JsonSchema, ...]
    kind: Literal["str", "int"]


def paging(operation: Operation, schemas: Schemas, conventions: Iterable[PagingSettings]) -> Paging | None:
    """How an operation pages by the first of the conventions that fits wholly; None: it does not."""
    answers = _answers(operation, schemas)
    found = (_by(convention, operation, answers, schemas) for convention in conventions)
    return next((it for it in found if it is not None), None)


def _by(
    convention: PagingSettings, operation: Operation, answers: Sequence[ObjectSchema], schemas: Schemas
) -> Paging | None:
    token = next((it for it in operation.parameters if it.location == "query" and it.wire == convention.token), None)
    kind = _kind(token) if token is not None else None
    ways = [_ways(convention, answer, schemas) for answer in answers]
    if token is None or kind is None or len({_fields(*way) for way in ways if way}) != 1 or not all(ways):
        return None
    found = [way for way in ways if way is not None]
    following, items = _fields(*found[0])
    return Paging(token.name, following, items, tuple(_below(way[1]) for way in found), kind)


def _fields(*ways: tuple[Property, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(it.name for it in way) for way in ways)


def _below(items: tuple[Property, ...]) -> JsonSchema:
    below = items[-1].schema.get("items")
    return below if isinstance(below, Mapping) else {}


def _ways(
    convention: PagingSettings, answer: ObjectSchema, schemas: Schemas
) -> tuple[tuple[Property, ...], tuple[Property, ...]] | None:
    """The ways to the token of the page that follows and to the items."""
    following = _follow(answer, _names(convention.next), schemas)
    items = _items(answer, following, convention.items, schemas) if following else ()
    return (following, items) if items and _is_token(following[-1].schema) else None


def _answers(operation: Operation, schemas: Schemas) -> tuple[ObjectSchema, ...]:
    """The objects that the successes of an operation have as their bodies; none if one of them is something else."""
    successes = [it for it in operation.responses if it.is_success]
    if operation.method == "HEAD" or not all(it.contents and it.status not in NO_CONTENT for it in successes):
        return ()
    contents = [media for it in successes for media in it.contents]
    if any(media.stream is not None for media in contents):
        return ()
    references = {_reference(media.schema, media.name) for media in contents}
    found = [it for reference in sorted(map(str, references)) for it in _choices(schemas.get(reference), schemas)]
    objects = tuple(it for it in found if isinstance(it, ObjectSchema))
    return objects if len(objects) == len(found) else ()


def _choices(schema: Schema | None, schemas: Schemas) -> Iterable[Schema | None]:
    """The choices of a union, or the schema itself."""
    if not isinstance(schema, UnionSchema):
        return (schema,)
    return [schemas.get(_reference(it.schema) or "") for it in schema.variants]


def _reference(schema: JsonSchema | None, media_type: str = "application/json") -> str | None:
    essence = media_type.partition(";")[0].strip().lower()
    json = essence in ("application/json", "text/json", "*/*", "application/*") or essence.endswith("+json")
    reference = _solid(schema).get("$ref") if schema is not None and json else None
    return reference if isinstance(reference, str) else None


def _solid(schema: JsonSchema) -> JsonSchema:
    """What a schema is when it is not null."""
    choices = schema.get("anyOf")
    return choices[0] if choices else schema


def _types(schema: JsonSchema) -> tuple[str, ...]:
    named = schema.get("type", ())
    return tuple(it for it in ((named,) if isinstance(named, str) else named) if it != "null")


def _kind(token: Parameter) -> Literal["str", "int"] | None:
    """What an argument takes as a token; None: nothing that could be one."""
    if not _is_token(token.schema) or token.content_type is not None:
        return None
    return "int" if _types(token.schema) == ("integer",) else "str"


def _is_token(schema: JsonSchema) -> bool:
    """Whether values of a schema can be tokens: texts and integers, or whatever there is."""
    return "$ref" not in schema and "anyOf" not in schema and set(_types(schema)) <= {"string", "integer"}


def _names(way: str) -> Sequence[str]:
    return pointers.split(way) if way.startswith("/") else (way,)


def _follow(start: ObjectSchema, names: Sequence[str], schemas: Schemas) -> tuple[Property, ...]:
    """The properties on the way; none at all where one of them is missing."""
    found: list[Property] = []
    holder: Schema | None = start
    for name in names:
        declared = holder.properties if isinstance(holder, ObjectSchema) else ()
        step = next((it for it in declared if it.wire == name and not it.write_only), None)
        if step is None:
            return ()
        found.append(step)
        holder = schemas.get(_reference(step.schema) or "")
    return tuple(found)


def _items(
    answer: ObjectSchema, following: tuple[Property, ...], wanted: str | None, schemas: Schemas
) -> tuple[Property, ...]:
    """The way to the list: as wanted, else to the only array of the answer, else to the only one beside the token."""
    if wanted is not None:
        way = _follow(answer, _names(wanted), schemas)
        return way if way and _is_list(way[-1]) else ()
    for way in ((), following[:-1]):
        holder = schemas.get(_reference(way[-1].schema) or "") if way else answer
        lists = [it for it in holder.properties if _is_list(it)] if isinstance(holder, ObjectSchema) else []
        if len(lists) == 1:
            return (*way, lists[0])
    return ()


def _is_list(declared: Property) -> bool:
    schema = declared.schema
    return _types(schema) == ("array",) and "prefixItems" not in schema and not declared.write_only
