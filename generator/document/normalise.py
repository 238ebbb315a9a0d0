"""Every schema in one canonical form, every object, enum and union hoisted to an entity of its own.

`Hoister.use` turns a place where a schema stands into a canonical schema (see `generator.api.model`) whose references
are keys of `Hoister.entities`. Entities have no names yet, only what names can be made from: where they stand, what
the document calls them. An inline schema is known by its content, so that the same schema written a hundred times is one entity.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any

from generator.diagnostics import Diagnostic, Severity, error
from generator.document import pointers
from generator.document.asserted import NOT_JUDGED, Assertions, NotHeld, together
from generator.document.canonical import (
    annotated,
    is_nullable,
    notes_of,
    nullable,
    strip,
    without_notes,
    without_null,
)
from generator.document.entities import (
    SIDES,
    Context,
    Entity,
    Member,
    Tags,
    content,
    context_of,
    digest,
    is_named,
    key_of,
)
from generator.document.shapes import (
    ASSERTED,
    LIMITS,
    Choice,
    Conjunction,
    Node,
    Reader,
    Scalar,
    Shape,
    both,
    common_types,
    named_types,
    scalar_of,
)

MAX_PRODUCT = 32
"""How many variants a schema with several `oneOf`s is multiplied out to; beyond that the first one counts."""

MAX_SPREAD = 200
"""The same for all that are written out inside of one another, before the next named schema."""

MAX_NESTING = 50
"""How many levels deep inline schemas may be written inside of one another; it keeps hostile documents from exhausting the stack."""

_NEVER: Mapping[str, Any] = MappingProxyType({"asserts": {"not": {}}})
"""The canonical schema that allows nothing."""


class Hoister:
    """Canonical schemas of one document and the entities they refer to; what could not be kept is in `omissions`."""

    def __init__(self, reader: Reader) -> None:
        self.entities: dict[str, Entity] = {}
        self.omissions: set[Diagnostic] = set()
        self._reader = reader
        self._assertions = Assertions(reader)
        self._done: dict[str, dict[str, Any]] = {}
        self._open: set[str] = set()
        self._recursive: set[str] = set()
        self._spread = 1
        self._scalars: dict[Scalar, dict[str, Any]] = {}

    def use(self, nodes: Conjunction, context: Context) -> dict[str, Any]:
        """The canonical schema of a conjunction that stands somewhere, with its annotations."""
        scalar = scalar_of(nodes[0].value) if len(nodes) == 1 and len(context.parts) <= MAX_NESTING else None
        if scalar is None:
            return self._use(nodes, context)
        if scalar not in self._scalars:
            self._scalars[scalar] = self._use((replace(nodes[0], value=dict(scalar)),), context)
        return annotated(self._scalars[scalar], self._reader.notes(nodes[0]))

    def _use(self, nodes: Conjunction, context: Context) -> dict[str, Any]:
        inner = self._reader.unwrap(nodes)
        if inner.component is not None:
            schema = self.component(inner.component)
        elif len(inner.nodes) > 1:
            together = "&".join(sorted({node.pointer for node in inner.nodes}))
            schema = self._once(together, False, lambda key: self._inline(inner.nodes, context, key))
            said = [node.value for node in inner.nodes if isinstance(node.value, dict)]
            sides = [side for side in SIDES if any(value.get(side) is True for value in said)]
            defaults = [{"default": value["default"]} for value in said if "default" in value]
            schema = annotated({**(defaults[-1] if defaults else {}), **schema}, dict.fromkeys(sides, True))
        else:
            schema = self._inline(inner.nodes, context, None)
        return annotated(nullable(schema) if inner.nullable else schema, inner.notes)

    def component(self, pointer: str) -> dict[str, Any]:
        """The canonical schema of what a reference to `pointer` means: a reference to an entity, or the alias written out."""
        is_inside = pointer in self._open
        schema = self._once(pointer, is_named(pointer), lambda key: self._component(pointer, key))
        return nullable(schema) if is_inside and self._takes_null((self._reader.node(pointer),), {pointer}) else schema

    def _takes_null(self, nodes: Conjunction, seen: set[str]) -> bool:
        """Whether a schema will turn out to allow null, where that is to be known before it is made.

        `seen` are the components that were asked already, each of which is asked once.
        """
        inner = self._reader.unwrap(nodes)
        if inner.nullable or inner.component in seen:
            return inner.nullable
        if inner.component is not None:
            seen.add(inner.component)
            return self._takes_null(inner.nodes, seen)
        shape, _ = self._reader.collect(inner.nodes)
        choices = shape.choices if len(shape.choices) == 1 and not shape.structured else []
        return shape.nullable or any(self._takes_null((it,), seen) for choice in choices for it in choice.variants)

    def _once(self, key: str, named: bool, make: Callable[[str | None], dict[str, Any]]) -> dict[str, Any]:
        """What `make` makes for `key`; met again inside of itself, it is a reference, and what it makes an entity of that key."""
        if key in self._done:
            return self._done[key]
        if key in self._open:
            self._recursive.add(key)
            return {"$ref": key}
        self._open.add(key)
        around, self._spread = self._spread, 1  # it is made once, wherever it stands
        schema = make(key if named else None)
        if key in self._recursive and not named:
            # The first attempt did not know that it would be referred to: its entity has no use.
            self.entities.pop(without_null(schema).get("$ref", ""), None)
            schema = make(key)
        self._open.discard(key)
        self._spread = around
        if key in self._recursive and key not in self.entities:
            schema = self._alias(key, schema)
        self._done[key] = schema
        return schema

    def _alias(self, pointer: str, schema: dict[str, Any]) -> dict[str, Any]:
        """An entity for an array or map that contains itself."""
        if "$ref" in schema or "anyOf" in schema:
            raise error("reference-cycle", f"'{pointer}' is nothing but a reference to itself", pointer=pointer)
        self.entities[pointer] = Entity(
            "alias",
            pointer,
            is_named(pointer),
            notes_of(schema),
            schema=without_notes(without_null(schema)),
            contexts={context_of(pointer)},
            pointers={pointer},
        )
        return nullable({"$ref": pointer}) if is_nullable(schema) else {"$ref": pointer}

    def _component(self, pointer: str, key: str | None) -> dict[str, Any]:
        node = self._reader.node(pointer)
        inner = self._reader.unwrap((node,))
        if inner.component is not None:
            base = self.component(inner.component)
            return annotated(nullable(base) if inner.nullable else base, inner.notes)
        return self._inline((node,), context_of(pointer), key)

    def _inline(self, nodes: Conjunction, context: Context, key: str | None) -> dict[str, Any]:
        shape, notes = self._collect(nodes)
        for pointer in shape.unsupported:
            self.omit("unsupported-keyword", f"'{pointers.split(pointer)[-1]}' is not enforced", pointer)
        schema = self._emit(shape, notes, nodes, context, key)
        return nullable(schema) if shape.nullable else schema

    def _collect(self, nodes: Conjunction) -> tuple[Shape, dict[str, Any]]:
        """What a conjunction says, with that which types cannot say apart."""
        shape, notes = self._reader.collect(nodes)
        shape.asserted += [{"not": {}} for node in nodes if node.value is False]
        for node in shape.asserting:
            for keyword in sorted(ASSERTED & node.value.keys()):
                self._assert(shape, node.child(keyword).pointer, partial(self._assertions.keyword, node, keyword))
        shape.choices = self._that_choose(shape)
        several = [choice for choice in shape.choices if len(choice.variants) > 1]
        typed = shape.types is not None
        only = [choice for choice in several if not any(self._bears(it, typed) for it in choice.variants)]
        for choice in only:
            self._assert(shape, choice.variants[0].pointer, partial(self._assertions.choice, choice))
        shape.choices = [choice for choice in shape.choices if choice not in only]
        self._assert_further(shape, nodes)
        return shape, notes

    def _that_choose(self, shape: Shape) -> list[Choice]:
        """The choices of a shape; where it is a scalar, an alternative that says nothing allows all of it."""
        if shape.types is None or shape.types & {"object", "array"}:
            return shape.choices
        return [choice for choice in shape.choices if all(map(self._reader.says_more, choice.variants))]

    def _both(self, left: Shape, right: Shape, nodes: Conjunction) -> Shape:
        found = both(left, right)
        self._assert_further(found, nodes)
        return found

    def _assert_further(self, shape: Shape, nodes: Conjunction) -> None:
        for limit in shape.further:
            self._assert(shape, nodes[0].pointer, partial(self._assertions.limit, limit, nodes[0].pointer))

    def _assert(self, shape: Shape, pointer: str, make: Callable[[], Mapping[str, Any]]) -> None:
        try:
            found = make()
        except NotHeld as problem:
            self.omit("unsupported-keyword", f"this is not enforced: {problem}", problem.pointer or pointer)
        else:
            shape.asserted += [found] if found and found not in shape.asserted else []

    def _emit(
        self, shape: Shape, notes: dict[str, Any], nodes: Conjunction, context: Context, key: str | None
    ) -> dict[str, Any]:
        if len(context.parts) > MAX_NESTING:
            message = f"schemas are written inside of one another more than {MAX_NESTING} levels deep"
            raise error(
                "too-deep", message, pointer=nodes[0].pointer if nodes else None, hint="give the inner ones names"
            )
        if shape.types is not None and not shape.types and not shape.nullable:
            return annotated(_NEVER, notes)
        if shape.values is not None:
            return self._enum(shape, notes, nodes, context, key)
        if shape.choices:
            union = self._union(shape, notes, nodes, context, key)
            if union is not None:
                return union
        types = _types(shape)
        if len(types) > 1:
            variants = [self._of_type(kind, shape, {}, nodes, context, None) for kind in types]
            return self._hoist_union(variants, Tags(), notes, nodes, context, key)
        if not types:  # each limit is one of the values that are of its type
            shape.further += [{key: limit} for key, limit in shape.limits.items() if key not in NOT_JUDGED]
            self._assert_further(shape, nodes)
            return annotated(_asserted(shape), notes)
        return self._of_type(types[0], shape, notes, nodes, context, key)

    def _of_type(
        self, kind: str, shape: Shape, notes: dict[str, Any], nodes: Conjunction, context: Context, key: str | None
    ) -> dict[str, Any]:
        if kind == "object":
            return self._object(shape, notes, nodes, context, key)
        if kind == "array" and _is_tuple(shape):
            return annotated(
                {"type": kind, "prefixItems": self._places(shape, context), **_beside_places(shape)}, notes
            )
        schema: dict[str, Any] = {"type": kind, **_limits(shape, kind), **_asserted(shape)}
        if kind == "array":
            schema["items"] = self._items(shape, context)
        return annotated(schema, notes)

    def _places(self, shape: Shape, context: Context) -> list[dict[str, Any]]:
        return [self.use((node,), context.inside("item", str(at + 1))) for at, node in enumerate(shape.prefix)]

    def _items(self, shape: Shape, context: Context) -> dict[str, Any]:
        if shape.prefix:
            inner = self._places(shape, context)
            inner += (
                [self.use(tuple(shape.items), context.inside("item"))]
                if shape.items and shape.items[0].value is not False
                else []
            )
            return self._hoist_union(inner, Tags(), {}, (shape.prefix[0],), context.inside("item"), None, mixed=True)
        return self.use(tuple(shape.items), context.inside("item")) if shape.items else {}

    def _object(
        self, shape: Shape, notes: dict[str, Any], nodes: Conjunction, context: Context, key: str | None
    ) -> dict[str, Any]:
        additional, declared = self._additional(shape, context)
        if not shape.properties and additional is not False:
            limits = {**_limits(shape, "object"), **_asserted(shape)}
            return annotated({"type": "object", **limits, "additionalProperties": additional}, notes)
        self._assert_additional(shape)
        members = tuple(
            Member(wire, self.use(tuple(found), context.inside(wire)), wire in shape.required, found[0].pointer)
            for wire, found in sorted(shape.properties.items())
        )
        asserts = together([_limits(shape, "object"), *shape.asserted])
        undeclared = frozenset(shape.required - shape.properties.keys())
        entity = Entity("object", "", False, notes, members, additional, declared, undeclared, asserts=asserts)
        return self._hoist(entity, nodes, context, key)

    def _assert_additional(self, shape: Shape) -> None:
        """What a part says of properties that it does not declare holds for those that another part does (JSON Schema, 10.3.2.3).

        But for a closed part: taken by the letter nobody could send what the other parts declare, which nobody means who closes
        each class of a hierarchy, as some frameworks do.
        """
        for node in shape.additional:
            said, own = node.child("additionalProperties"), node.value.get("properties")
            others = sorted(shape.properties.keys() - (own if isinstance(own, dict) else {}))
            if not others or said.value in (True, {}) or "patternProperties" in node.value:
                continue
            if said.value is False:
                message = f"this is not enforced for what other parts of a schema declare: {', '.join(others)}"
                hint = "declare them there, or close the whole with 'unevaluatedProperties: false' instead"
                self.omit("not-enforced", message, said.pointer, hint)
            else:
                self._assert(shape, said.pointer, partial(self._assertions.keyword, node, "additionalProperties"))

    def _additional(self, shape: Shape, context: Context) -> tuple[Any, bool]:
        """What undeclared properties may be, and whether the document says so itself."""
        said = [node.child("additionalProperties") for node in shape.additional]
        closed = any(node.value is False for node in said)
        bearing = tuple(node for node in said if isinstance(node.value, dict) and node.value and not closed)
        if shape.patterned and (bearing or closed or not shape.properties):  # else what fits no pattern is free
            some = (*shape.patterned, *bearing)
            inner = [self.use((node,), context.inside("value")) for node in some if node.value is not False]
            nodes, within = (shape.patterned[0],), context.inside("value")
            return self._hoist_union(inner, Tags(), {}, nodes, within, None, mixed=True), True
        if bearing:
            return self.use(bearing, context.inside("value")), True
        is_told = shape.additional or shape.patterned or shape.required - shape.properties.keys()
        return not closed, bool(is_told) and not closed

    def _enum(
        self, shape: Shape, notes: dict[str, Any], nodes: Conjunction, context: Context, key: str | None
    ) -> dict[str, Any]:
        values = [value for value in shape.values or () if shape.types is None or _type_of(value) & shape.types]
        scalars = [value for value in values if isinstance(value, (str, int, float))]
        distinct = {json.dumps(value): value for value in scalars}
        if len(scalars) < len(values) or len(set(scalars)) < len(distinct):  # true and 1 are one value to Python
            return annotated(
                {"asserts": together([{"enum": [*values, *[None] * shape.nullable]}, *shape.asserted])}, notes
            )
        if shape.asserted:
            self.omit(
                "unsupported-keyword", "what stands beside the values of an enum is not enforced", nodes[0].pointer
            )
        if not scalars:  # where none of the values is of the type, nothing is right
            return annotated({"type": "null"} if shape.nullable else _NEVER, notes)
        entity = Entity("enum", "", False, notes, values=tuple(distinct[text] for text in sorted(distinct)))
        return self._hoist(entity, nodes, context, key)

    def _union(
        self, shape: Shape, notes: dict[str, Any], nodes: Conjunction, context: Context, key: str | None
    ) -> dict[str, Any] | None:
        """The union that a schema with choices is; None if there is nothing to choose but null, beside something else."""
        choices = [choice for choice in shape.choices if choice.variants]
        if not choices:
            return None if shape.types or shape.structured else annotated({"type": "null"}, notes)
        if shape.structured or len(choices) > 1 or self._narrows(shape, choices[0]):
            only = tuple(choice.variants[0] for choice in choices if len(choice.variants) == 1)
            added, words = self._collect(only)
            if len(only) == len(choices) and not added.choices:  # no choice at all, but another part
                return self._emit(self._both(shape, added, nodes), {**words, **notes}, nodes, context, key)
            variants = self._distributed(choices, nodes, context)
            each = len(choices) == 1 and len(variants) == len(choices[0].variants)
            tags = self._tags(choices[0], variants if each else ())
        else:
            variants = [
                self.use((node,), context.inside(f"variant {at + 1}")) for at, node in enumerate(choices[0].variants)
            ]
            if shape.types is not None and any(map(_is_any, variants)):  # the type alone says something
                return self._emit(replace(shape, choices=[]), notes, nodes, context, key)
            tags = self._tags(choices[0], variants)
            return self._hoist_union(variants, tags, notes, nodes, context, key, _asserted(shape))
        return self._hoist_union(variants, tags, notes, nodes, context, key)

    def _narrows(self, shape: Shape, choice: Choice) -> bool:
        """Whether the type beside a choice leaves out what one of its variants allows."""
        if shape.types is None or shape.types == {"object"}:  # which people write beside anything
            return False
        said = [named_types(self._reader.follow(it).value) - {"null"} for it in choice.variants]
        return any(common_types(it, shape.types) != it for it in said)

    def _bears(self, node: Node, typed: bool) -> bool:
        """Whether an alternative says what the data is. Where what it stands beside does (`typed`), limits only constrain."""
        target = self._reader.follow(node)
        shaping = {
            "type",
            "properties",
            "items",
            "enum",
            "const",
            "allOf",
            "oneOf",
            "anyOf",
            "additionalProperties",
            "$ref",
        }
        return isinstance(target.value, dict) and (
            bool(shaping & target.value.keys()) or not (typed or _constrains(target.value))
        )

    def _distributed(self, choices: Sequence[Choice], nodes: Conjunction, context: Context) -> list[dict[str, Any]]:
        """Each combination of variants together with what stands beside the choices."""
        combined: list[Conjunction] = [()]
        for choice in choices:
            count = len(combined) * len(choice.variants)
            if count > MAX_PRODUCT or count * self._spread > MAX_SPREAD:
                self.omit("unsupported-choice", "too many combinations of alternatives", choice.variants[0].pointer)
                continue
            combined = [(*before, variant) for before in combined for variant in choice.variants]
        base, notes = self._collect(nodes)
        self._spread *= len(combined)
        written = [
            self._with_base(base, notes, extra, nodes, context.inside(f"variant {at + 1}"))
            for at, extra in enumerate(combined)
        ]
        self._spread //= len(combined)
        return written

    def _with_base(
        self, base: Shape, notes: dict[str, Any], extra: Conjunction, nodes: Conjunction, context: Context
    ) -> dict[str, Any]:
        added, words = self._collect(extra)
        if len(extra) == 1 and _limits_others(base, added):
            return self.use(extra, context)
        words = {**notes, **words}
        nodes = extra or nodes
        return self._emit(self._both(base, added, nodes), words, nodes, context, None)

    def _tags(self, choice: Choice, variants: Iterable[Mapping[str, Any]]) -> Tags:
        """How a choice's variants are told apart; `variants` are what became of them, none if that is not known."""
        targets = map(self._reader.reference, choice.variants)
        keys = [key_of(without_null(without_notes(variant))) for variant in variants]
        opened = {target: key for target, key in zip(targets, keys) if target}
        declared = choice.discriminator or {}
        mapping = declared.get("mapping")
        pairs = mapping.items() if isinstance(mapping, dict) else ()
        mapped = {tag: _target(name) for tag, name in pairs if isinstance(name, str)}
        unmapped = opened.keys() - mapped.values()
        implied = {pointers.split(target)[-1]: opened[target] for target in sorted(unmapped)}
        return Tags(declared.get("propertyName"), {tag: opened.get(it, it) for tag, it in mapped.items()}, implied)

    def _hoist_union(
        self,
        variants: Sequence[dict[str, Any]],
        tags: Tags,
        notes: dict[str, Any],
        nodes: Conjunction,
        context: Context,
        key: str | None,
        asserted: Mapping[str, Any] = MappingProxyType({}),
        mixed: bool = False,
    ) -> dict[str, Any]:
        """A union of the distinct variants; of one variant nothing is left but that variant. `asserted` holds for all.

        `mixed`: the document has the variants one by one, and no place stands for the union.
        """
        null = any(is_nullable(variant) for variant in variants)
        bare = {digest(strip(variant)): without_null(without_notes(variant)) for variant in variants}
        distinct = [variant for variant in bare.values() if variant not in ({"type": "null"}, _NEVER)]
        if any(map(_is_any, distinct)) and (null or len(distinct) > 1):
            for variant in distinct:
                if "asserts" in variant:
                    self.omit("unsupported-choice", "an alternative that is of any type is not held", nodes[0].pointer)
            return annotated(asserted, notes)
        if not distinct:
            return annotated({"type": "null"} if null else _NEVER, notes)
        if len(distinct) == 1:
            schema = annotated(distinct[0], notes)
            if asserted and "$ref" in schema:
                self.omit(
                    "unsupported-choice", "what stands beside a single alternative is not enforced", nodes[0].pointer
                )
            elif asserted:
                schema = {**schema, "asserts": together([schema.get("asserts", {}), asserted["asserts"]])}
        else:
            asserts = asserted.get("asserts", {})
            variants = tuple(distinct)
            union = Entity("union", "", False, notes, variants=variants, tags=tags, asserts=asserts, mixed=mixed)
            schema = self._hoist(union, nodes, context, key)
        return nullable(schema) if null else schema

    def _hoist(self, entity: Entity, nodes: Conjunction, context: Context, key: str | None) -> dict[str, Any]:
        title = nodes[0].value.get("title") if len(nodes) == 1 and isinstance(nodes[0].value, dict) else None
        titles = {title} if isinstance(title, str) else set()
        entity.component = key is not None and is_named(key)
        entity.key = key or digest([entity.kind, content(entity), [] if context.error else sorted(titles)])
        known = self.entities.setdefault(entity.key, entity)
        known.titles |= titles
        known.contexts.add(context)
        listing = tuple(it for it in nodes if _lists(it.value, entity.values)) if entity.kind == "enum" else ()
        place = _place(listing if len(nodes) > 1 and listing else nodes)
        if entity.mixed and not known.mixed:
            return {"$ref": entity.key}
        if known.mixed and not entity.mixed:
            known.mixed, known.pointers = False, set()
        known.pointers.add(place)
        if place == min(known.pointers) and known is not entity:
            known.notes, known.members = entity.notes, entity.members
        return {"$ref": entity.key}

    def omit(self, code: str, message: str, pointer: str, hint: str | None = None) -> None:
        """Record something of the document that the client will not have, once."""
        self.omissions.add(Diagnostic(code, message, Severity.WARNING, pointer, hint=hint))


def _lists(value: Any, values: Sequence[Any]) -> bool:
    """Whether a schema itself lists just these values, null aside."""
    if not isinstance(value, dict) or not {"enum", "const"} & value.keys():
        return False
    listed = value["enum"] if isinstance(value.get("enum"), list) else [value.get("const")]
    return {json.dumps(it) for it in listed if it is not None} == {json.dumps(it) for it in values}


def _place(nodes: Conjunction) -> str:
    """Where a conjunction stands: the members of an `allOf` where that does, several declarations where the last does.

    One that only refers to another schema is not taken if there are others: that schema has its own class.
    """
    first = nodes[0].pointer
    if len(nodes) == 1 or first.endswith("/allOf/0"):
        return first.removesuffix("/allOf/0") if len(nodes) > 1 else first
    own = [node.pointer for node in nodes if isinstance(node.value, dict) and "$ref" not in node.value]
    return own[-1] if own else nodes[-1].pointer


def _types(shape: Shape) -> list[str]:
    """The JSON types of a shape, guessed from its keywords where the document does not say."""
    if shape.types is not None:
        return sorted(shape.types - ({"integer"} if "number" in shape.types else set())) or ["null"]
    if shape.properties or shape.additional or shape.patterned or shape.required:
        return ["object"]
    if shape.items or shape.prefix:
        return ["array"]
    if shape.limits.get("format") == "binary":  # what OpenAPI 3.0 calls a file is a text
        return ["string"]
    guesses = {kind for kind in ("string", "number") for key in LIMITS[kind] if key in shape.limits and key != "format"}
    return sorted(guesses) if len(guesses) == 1 else []


def _limits_others(base: Shape, variant: Shape) -> bool:
    """Whether a schema says nothing of a variant beside it but limits of other types than those that the variant is of."""
    kinds = _types(variant)
    said = replace(base, choices=[], limits={}, types=None)
    concerned = {key for kind in kinds for key in LIMITS[kind]}
    return bool(kinds) and not (said.structured or said.asserted or base.types) and not concerned & base.limits.keys()


def _limits(shape: Shape, kind: str) -> dict[str, Any]:
    return {key: shape.limits[key] for key in LIMITS[kind] if key in shape.limits}


def _is_tuple(shape: Shape) -> bool:
    """Whether an array has just as many items as one schema has `prefixItems`: to Python, another length is another type."""
    count = len(shape.prefix)
    homes = {it.pointer.rpartition("/prefixItems/")[0] for it in shape.prefix}
    homes |= {it.pointer.rpartition("/items")[0] for it in shape.items}
    most = min([shape.limits.get("maxItems", count + 1), *(count for it in shape.items if it.value is False)])
    return len(homes) == 1 and shape.limits.get("minItems") == count == most


def _beside_places(shape: Shape) -> dict[str, Any]:
    """What neither the places of a tuple say nor how many they are."""
    held = {"prefixItems", "items", "$defs"}
    unique = [{"uniqueItems": True}] if shape.limits.get("uniqueItems") is True else []
    asserts = together([*unique, *(it for it in shape.asserted if not it.keys() <= held)])
    return {"asserts": asserts} if asserts else {}


def _asserted(shape: Shape) -> dict[str, Any]:
    """What types do not say of a shape, as the keyword of a canonical schema."""
    return {"asserts": together(shape.asserted)} if shape.asserted else {}


def _is_any(schema: Mapping[str, Any]) -> bool:
    """Whether a canonical schema says nothing of the type of a value."""
    return not {"type", "$ref"} & schema.keys()


def _constrains(value: Mapping[str, Any]) -> bool:
    return any(key in value for key in ("required", "not", "if", "minProperties", "maxProperties", "dependentRequired"))


def _type_of(value: Any) -> set[str]:
    if isinstance(value, bool):
        return {"boolean"}
    if isinstance(value, int):
        return {"integer", "number"}
    if isinstance(value, float):
        return {"number", "integer"} if value.is_integer() else {"number"}
    names: dict[type, str] = {str: "string", list: "array", dict: "object"}
    return {names[type(value)]}


def _target(name: str) -> str:
    return (
        pointers.join("", *pointers.split(name[1:]))
        if name.startswith("#")
        else pointers.join("/components/schemas", name)
    )
