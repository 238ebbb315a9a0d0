"""Entities of the document → the named schemas of an `Api`."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, Literal

from generator.api import names
from generator.api.model import (
    AliasSchema,
    EnumMember,
    EnumSchema,
    JsonSchema,
    ObjectSchema,
    Property,
    Schema,
    Tag,
    UnionSchema,
    Variant,
)
from generator.api.usage import Usage
from generator.document import pointers
from generator.document.canonical import gather_references, is_nullable, without_null
from generator.document.entities import Entity, Member, Tags, context_of, key_of

TITLE_WORDS = 5
"""A title of more words is prose, not a name."""

EnumType = Literal["string", "integer", "number", "boolean", "mixed"]


def class_names(
    entities: Mapping[str, Entity], wanted: Mapping[str, str], pinned: Mapping[str, str], taken: Collection[str]
) -> dict[str, str]:
    """A class name for every entity (by key). Components come first: an inline schema never takes a component's name.

    `wanted` are the names that settings give instead of a first wish; they win over `pinned`. `taken` are names that none has.
    """
    components = {key: _component_wishes(key) for key, it in entities.items() if it.component}
    inline = {key: _inline_wishes(it) for key, it in entities.items() if not it.component}
    pins = _pins(entities, pinned)
    named = names.assign(components, pinned=pins | _wanted(components, wanted), taken=taken, glue="")
    taken = {*taken, *named.values()}
    named |= names.assign(inline, pinned=pins | _wanted(inline, wanted), taken=taken, glue="")
    return named


def _wanted(wishes: Mapping[str, Sequence[str]], wanted: Mapping[str, str]) -> dict[str, str]:
    """The names that settings give instead of the first wish."""
    return {key: wanted[wish[0]] for key, wish in wishes.items() if wish[0] in wanted}


def _component_wishes(pointer: str) -> tuple[str, ...]:
    own = names.class_wishes(pointers.split(pointer)[-1])
    return tuple(dict.fromkeys((*own[:1], *names.class_wishes(" ".join(context_of(pointer).parts)), *own[1:])))


def pin_keys(entity: Entity) -> tuple[str, ...]:
    """Under which keys an entity's name is pinned: a component's pointer; an inline schema's content and first place."""
    return (entity.key,) if entity.component else (f"content:{entity.key}", min(entity.pointers))


def _pins(entities: Mapping[str, Entity], pinned: Mapping[str, str]) -> dict[str, str]:
    """The pinned name of each entity that has one.

    Content says more than place: where a variant was put before another, the place of the one is now that of the other.
    """
    sure = {key: pinned[pin_keys(it)[0]] for key, it in entities.items() if pin_keys(it)[0] in pinned}
    claimed = set(sure.values())
    for key, it in entities.items():
        place = next((place for place in sorted(it.pointers) if place in pinned), None)
        if key not in sure and not it.component and place is not None and pinned[place] not in claimed:
            sure[key] = pinned[place]
    return sure


def _inline_wishes(entity: Entity) -> tuple[str, ...]:
    # What is the body of a success too is not named after an error.
    texts = [text for _, _, text in sorted((it.error, len(it.text), it.text) for it in entity.contexts)]
    title = _common_title(entity.titles)
    wishes = [wish for text in ([title] if title else []) + texts[:2] for wish in names.class_wishes(text)[:1]]
    return tuple(dict.fromkeys(wishes))


def _common_title(titles: Iterable[str]) -> str:
    """The title, or what several titles end with; empty if that is no name."""
    split = [names.words(title) for title in titles]
    if not split or any(len(words) > TITLE_WORDS for words in split) and len(split) == 1:
        return ""
    common = split[0]
    for words in split[1:]:
        while common and words[-len(common) :] != common:
            common = common[1:]
    return " ".join(common)


class SchemaMaker:
    """Makes the named schemas once every entity has its class name and its usage."""

    def __init__(
        self,
        entities: Mapping[str, Entity],
        class_of: Mapping[str, str],
        usage: Mapping[str, Usage],
        pins: names.Pins,
        known: Collection[str],
    ) -> None:
        self._entities = entities
        self._class_of = class_of
        self._usage = usage
        self._pins = pins
        self._known = known

    def all(self) -> dict[str, Schema]:
        """Every schema by class name, sorted."""
        made = [self._schema(entity) for entity in self._entities.values()]
        return {schema.name: schema for schema in sorted(made, key=lambda schema: schema.name)}

    def named(self, schema: Any) -> Any:
        """A canonical schema with class names in place of entity keys."""
        if not isinstance(schema, dict):
            return schema
        result = dict(schema)
        if "$ref" in result:
            result["$ref"] = self._class_of[result["$ref"]]
        for key in ("items", "additionalProperties"):
            if key in result:
                result[key] = self.named(result[key])
        for key in ("anyOf", "prefixItems"):
            if key in result:
                result[key] = [self.named(inner) for inner in result[key]]
        return result

    def _schema(self, entity: Entity) -> Schema:
        makers: dict[str, Callable[[Entity], Schema]] = {
            "object": self._object,
            "enum": self._enum,
            "union": self._union,
            "alias": self._alias,
        }
        return makers[entity.kind](entity)

    def _common(self, entity: Entity) -> dict[str, Any]:
        usage = self._usage[entity.key]
        return {
            "name": self._class_of[entity.key],
            "pointer": min(entity.pointers),
            "module": usage.module,
            "directions": usage.directions,
            "description": text(entity.notes.get("description")),
        }

    def _object(self, entity: Entity) -> ObjectSchema:
        common = self._common(entity)
        wishes = {member.wire: names.field_wishes(member.wire, self._known) for member in entity.members}
        # What will be there under its JSON name leaves that name to itself.
        fields = names.assign(wishes, taken=entity.undeclared, pinned=self._pins.fields.get(common["name"]))
        return ObjectSchema(
            **common,
            deprecated=entity.notes.get("deprecated") is True,
            properties=tuple(self._property(member, fields[member.wire]) for member in entity.members),
            additional=self.named(entity.additional),
            additional_declared=entity.additional_declared,
            examples=tuple(entity.notes.get("examples", ())),
            asserts=entity.asserts,
        )

    def _property(self, member: Member, name: str) -> Property:
        return Property(
            name=name,
            wire=member.wire,
            schema=self.named(member.schema),
            required=member.required,
            nullable=self._nullable(member.schema),
            read_only=member.schema.get("readOnly") is True,
            write_only=member.schema.get("writeOnly") is True,
            pointer=member.pointer,
        )

    def _nullable(self, schema: Mapping[str, Any]) -> bool:
        return is_nullable(schema) or not (schema.keys() & {"type", "$ref", "anyOf"})

    def _enum(self, entity: Entity) -> EnumSchema:
        common = self._common(entity)
        by_key = {json.dumps(value): value for value in entity.values}
        wishes = {key: names.member_wishes(value) for key, value in by_key.items()}
        members = names.assign(wishes, pinned=self._pins.members.get(common["name"]))
        return EnumSchema(
            **common,
            deprecated=entity.notes.get("deprecated") is True,
            type=_enum_type(entity.values),
            members=tuple(EnumMember(members[key], value) for key, value in sorted(by_key.items())),
        )

    def _union(self, entity: Entity) -> UnionSchema:
        tags = self._tags(entity)
        variants = tuple(
            Variant(self.named(variant), tags[1].get(key_of(variant), ()) if tags else ())
            for variant in entity.variants
        )
        return UnionSchema(
            **self._common(entity),
            variants=variants,
            discriminator=tags[0] if tags else None,
            asserts=entity.asserts,
        )

    def _alias(self, entity: Entity) -> AliasSchema:
        return AliasSchema(**self._common(entity), schema=self.named(entity.schema))

    def _tags(self, union: Entity) -> tuple[str, dict[str, tuple[Tag, ...]]] | None:
        """The discriminator and each variant's tags (by key); None if nothing tells the variants apart."""
        variants = {key_of(variant): self._entities.get(variant.get("$ref", "")) for variant in union.variants}
        objects = [entity for entity in variants.values() if entity is not None and entity.kind == "object"]
        maps = [variant for variant in union.variants if variant.get("type") == "object"]
        if len(objects) + len(maps) < len(variants):
            return None
        if union.tags.by is not None:
            declared = {it: self._declared_tags(union.tags, union.tags.by, it, variants[it]) for it in variants}
            if not _shared(declared.values()):
                return union.tags.by, declared
        return None if maps else self._found_tags(objects)

    def _declared_tags(self, tags: Tags, by: str, key: str, variant: Entity | None) -> tuple[Tag, ...]:
        mapped = {tag for tag, target in tags.mapping.items() if target == key}
        implied = {tag for tag, target in tags.implied.items() if target == key}
        if variant is None:  # which several components may say
            return tuple(sorted(mapped | implied))
        own = set(self._values(variant, by))
        name = {pointers.split(key)[-1]} if variant.component else set[str]()
        kinds = self._kinds(variant, by)
        return tuple(sorted({_as_value(tag, kinds) for tag in mapped} or own or implied or name, key=str))

    def _found_tags(self, objects: Sequence[Entity]) -> tuple[str, dict[str, tuple[Tag, ...]]] | None:
        shared = set.intersection(*({member.wire for member in it.members if member.required} for it in objects))
        for wire in sorted(shared):
            tags = {it.key: self._values(it, wire) for it in objects}
            texts = all(isinstance(tag, str) for values in tags.values() for tag in values)
            if texts and all(tags.values()) and not _shared(tags.values()):
                return wire, tags
        return None

    def _values(self, entity: Entity, wire: str) -> tuple[Tag, ...]:
        """The values that a property lists, if they are of one type."""
        enum = self._entities.get(_property(entity, wire).get("$ref", ""))
        values = enum.values if enum is not None and enum.kind == "enum" else ()
        return tuple(sorted(values, key=str)) if len(set(map(_kind, values))) == 1 else ()

    def _kinds(self, entity: Entity, wire: str) -> set[str]:
        """The JSON types that a property says its values are of."""
        schema = _property(entity, wire)
        enum = self._entities.get(schema.get("$ref", ""))
        kinds = set(map(_kind, enum.values)) if enum is not None else {schema.get("type", "")}
        return {"number" if it == "integer" else it for it in kinds}


def _property(entity: Entity, wire: str) -> Mapping[str, Any]:
    """The schema of a property of an object, null left out; of one that it does not declare, nothing is said."""
    return next((without_null(member.schema) for member in entity.members if member.wire == wire), {})


def _as_value(tag: str, kinds: Collection[str]) -> Tag:
    """A tag, which is a text where a document maps it, as a property of these types has it.

    "Tooling MAY convert response values to strings for comparison" (OpenAPI 3.0.3, Discriminator Object); to JSON, 1 and 1.0
    are one number, of which texts there are several.
    """
    try:
        value = json.loads(tag, parse_constant=str)
    except ValueError:
        return tag
    return value if isinstance(value, (bool, int, float)) and kinds == {_kind(value)} else tag


def _kind(value: Any) -> str:
    """The JSON type of a value of an enum."""
    return "boolean" if isinstance(value, bool) else "number" if isinstance(value, (int, float)) else "string"


def _shared(tags: Iterable[tuple[Tag, ...]]) -> bool:
    """Whether two variants have a tag in common, so that it does not tell them apart."""
    every = [tag for values in tags for tag in values]
    return len(set(every)) < len(every)


def text(value: Any) -> str:
    """A description of the document: its text, or nothing if it is no text."""
    return value.strip() if isinstance(value, str) else ""


def _enum_type(values: Sequence[Any]) -> EnumType:
    kinds = {type(value) for value in values}
    if len(kinds) > 1:
        return "number" if kinds <= {int, float} else "mixed"
    table: dict[type, EnumType] = {str: "string", bool: "boolean", int: "integer", float: "number"}
    return table[kinds.pop()]


def mentioned(schema: Schema) -> set[str]:
    """The names of the schemas that a schema mentions directly."""
    found: set[str] = set()
    match schema:
        case ObjectSchema():
            parts = [it.schema for it in schema.properties]
            parts += [schema.additional] if isinstance(schema.additional, Mapping) else []
        case UnionSchema():
            parts = [variant.schema for variant in schema.variants]
        case AliasSchema():
            parts = [schema.schema]
        case _:
            parts = []
    for part in parts:
        gather_references(part, found)
    return found


def reached(start: set[str], mentions: Mapping[str, set[str]]) -> set[str]:
    """These schemas, and all that they lead to; `mentions` has those that a schema mentions directly, by name."""
    found: set[str] = set()
    waiting = set(start)
    while waiting:
        found |= waiting
        waiting = set().union(*(mentions[name] for name in waiting)) - found
    return found


def reference_name(schema: JsonSchema) -> str | None:
    """The class that a schema refers to, nullable or not."""
    inner = schema["anyOf"][0] if "anyOf" in schema else schema
    name = inner.get("$ref")
    return name if isinstance(name, str) else None
