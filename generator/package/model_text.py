"""The source of one model class or alias: docstring, fields, what the model engine was not told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.api.model import AliasSchema, EnumSchema, JsonSchema, ObjectSchema, Property, UnionSchema
from generator.diagnostics import Diagnostic
from generator.package import types
from generator.package.literals import docstring, literal
from generator.package.patterns import python_pattern
from generator.package.printed import LINE_LENGTH
from generator.package.types import ASSERTIONS, RUNTIME, Schemas, TypeText, union

Import = tuple[str, str]
"""A module and a name of it, as in `TypeText.imports`."""

MAX_EXAMPLE = 200
"""Longest example that is carried into the code, in characters of its literal."""

_INDENT = "    "

_OVERRIDE = "  # pyright: ignore[reportIncompatibleVariableOverride]"
"""Pydantic's own way to type undeclared properties, which pyright does not know."""

_LATER = "  # pyright: ignore[reportUnboundVariable]"
"""Of aliases that contain one another, one must name in `OneOf(…)` what comes later: it is looked up when it is first used."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A field as the engine wrote it: its type, the limits in its `Field(…)`, and whether it has no default."""

    type: TypeText
    limits: Mapping[str, Any]
    required: bool


@dataclass(frozen=True, slots=True)
class ModelText:
    """The source of a class or alias. `eager` are the models that must exist when Python comes to it."""

    source: str
    models: frozenset[str] = frozenset()
    imports: frozenset[Import] = frozenset()
    eager: frozenset[str] = frozenset()
    problems: Sequence[Diagnostic] = field(default=())


@dataclass(slots=True)
class _Needs:
    """What a text under construction needs."""

    models: set[str] = field(default_factory=set)
    imports: set[Import] = field(default_factory=set)
    eager: set[str] = field(default_factory=set)

    def take(self, found: TypeText) -> str:
        """The text of a type whose needs are noted."""
        self.models |= found.models
        self.imports |= found.imports
        return found.text

    def use(self, module: str, name: str) -> str:
        """A name that is imported from a module."""
        self.imports.add((module, name))
        return name

    def text(self, source: str) -> ModelText:
        """The finished text."""
        return ModelText(source, frozenset(self.models), frozenset(self.imports), frozenset(self.eager))


def must_be_given(declared: Property, schema: ObjectSchema) -> bool:
    """Whether a field has no default. What one side alone sends is optional where the other side makes such objects."""
    makers = schema.directions or {"request", "response"}  # of what nobody uses: both
    one_sided = declared.read_only and "request" in makers or declared.write_only and "response" in makers
    return declared.required and not one_sided


# ── objects ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def object_text(schema: ObjectSchema, drawn: Mapping[str, Drawn], schemas: Schemas) -> ModelText:
    """A model class."""
    needs = _Needs()
    base = needs.use(RUNTIME, _base(schema))
    bases = [needs.use(ASSERTIONS, "AssertedModel"), base] if schema.asserts else [base]
    lines = [
        f"class {schema.name}({', '.join(bases)}):\n",
        docstring(_about(schema.description, schema.deprecated, schema.examples)),
    ]
    if schema.asserts:
        needs.use(ASSERTIONS, "Holds")
        lines.append(f"{_INDENT}__holds__ = {types.holds(schema.asserts)}\n")
    if isinstance(schema.additional, Mapping) and schema.additional:
        lines.append(_extra(f"dict[str, {needs.take(types.annotation(schema.additional, schemas))}]"))
    for declared in schema.properties:
        lines.append(_field_text(declared, drawn[declared.name], schemas, needs))
    lines = [line for line in lines if line]
    return needs.text("".join(lines if len(lines) > 1 else [*lines, f"{_INDENT}pass\n"]))


def _extra(annotation: str) -> str:
    """What properties are that are not declared. The word to the type checker stays on the line of the name that it is about."""
    line = f"{_INDENT}__pydantic_extra__: {annotation}{_OVERRIDE}"
    if len(line) <= LINE_LENGTH:
        return f"{line}\n"
    return f"{_INDENT}__pydantic_extra__: ({_OVERRIDE}\n{_INDENT * 2}{annotation}\n{_INDENT})\n"


def _base(schema: ObjectSchema) -> str:
    """The runtime's base class: what it does with properties that are not declared."""
    if (
        schema.directions == {"request"}
        and isinstance(schema.additional, bool)
        and not (schema.additional and schema.additional_declared)
    ):
        return "RequestModel"
    return "ClosedModel" if schema.additional is False else "Model"


def _about(description: str, deprecated: bool, examples: Sequence[Any] = ()) -> str:
    parts = ["Deprecated." if deprecated else "", description.strip()]
    shown = [text for example in examples[:1] if len(text := literal(example)) <= 2 * MAX_EXAMPLE]
    return "\n\n".join([part for part in parts if part] + [f"Example: `{text}`" for text in shown])


def _field_text(declared: Property, drawn: Drawn, schemas: Schemas, needs: _Needs) -> str:
    annotation = _marked(declared, drawn, needs)
    arguments = _arguments(declared, drawn, needs)
    if arguments:
        text = ", ".join(f"{name}={value}" for name, value in arguments.items())
        annotation = f"{needs.use('typing', 'Annotated')}[{annotation}, {needs.use('pydantic', 'Field')}({text})]"
    default = _default(declared, drawn, schemas, needs)
    doc = _field_doc(declared, hidden_default=default in ("", " = None", " = ABSENT"))
    return f"{_INDENT}{declared.name}: {annotation}{default}\n{docstring(doc)}"


def _marked(declared: Property, drawn: Drawn, needs: _Needs) -> str:
    """The type with the marks of what null means and who sends the field."""
    text, inner = needs.take(drawn.type), types.not_null(drawn.type).text
    if declared.nullable and not drawn.required and inner != "None" and not types.takes_all(inner):
        text = f"{needs.use(RUNTIME, 'Nullable')}[{inner}]"
    if declared.required and not drawn.required and not declared.nullable:
        text = inner
    if declared.read_only:
        return f"{needs.use(RUNTIME, 'ReadOnly')}[{text}]"
    return f"{needs.use(RUNTIME, 'WriteOnly')}[{text}]" if declared.write_only else text


def _arguments(declared: Property, drawn: Drawn, needs: _Needs) -> dict[str, str]:
    """The keyword arguments of a field's `Field(…)`."""
    schema, found = declared.schema, {}
    if declared.wire != declared.name:
        found["alias"] = literal(declared.wire)
    found.update((name, _number(value)) for name, value in sorted(drawn.limits.items()))
    if types.limits_in_field(schema) and "pattern" in (limits := types.limits(schema, _kind(schema))):
        found["pattern"] = limits["pattern"]
        if limits["pattern"].startswith("Regex("):
            needs.use(RUNTIME, "Regex")
    examples = [example for example in schema.get("examples", ()) if len(literal(example)) <= MAX_EXAMPLE]
    if examples:
        found["examples"] = literal(examples)
    if schema.get("deprecated") is True:
        found["deprecated"] = "True"
    return found


def _number(value: Any) -> str:
    whole = isinstance(value, float) and value.is_integer() and abs(value) < 2**53
    return literal(int(value) if whole else value)


def _kind(schema: JsonSchema) -> str:
    return next(kind for kind in types.json_types(schema) if kind != "null")


def _field_doc(declared: Property, *, hidden_default: bool) -> str:
    """The text below a field: the description, and what the type does not say."""
    schema = declared.schema
    told = str(schema.get("description") or schema.get("title") or "").strip()
    more = []
    if isinstance(schema.get("format"), str) and schema["format"] not in (
        "date-time",
        "date",
        "binary",
        "int32",
        "int64",
        "float",
        "double",
    ):
        more.append(f"Format: {schema['format']}.")
    if isinstance(schema.get("pattern"), str) and python_pattern(schema["pattern"]) is None:
        more.append(f"Pattern, not checked: {schema['pattern']}")
    if hidden_default and schema.get("default") is not None and len(literal(schema["default"])) <= MAX_EXAMPLE:
        more.append(f"Default: {literal(schema['default'])}")
    return ("\n\n" if "\n" in told else " ").join(part for part in (told, " ".join(more)) if part)


def _default(declared: Property, drawn: Drawn, schemas: Schemas, needs: _Needs) -> str:
    """` = …`. The document's default, where Python can have it; it is not sent unless it is set."""
    if drawn.required:
        return ""
    if declared.required:  # of one side, which sends it even if it is the default
        return f" = {needs.use(RUNTIME, 'ABSENT')}"
    found = _default_text(declared.schema, schemas, needs)
    return " = None" if found is None else f" = {found}"


def _default_text(schema: JsonSchema, schemas: Schemas | None, needs: _Needs | None) -> str | None:
    """A default of the schema's own type as Python source; None where there is no such."""
    value = schema.get("default")
    if value is None:
        return None
    if "$ref" in schema or "anyOf" in schema:
        return _member(schema, value, schemas, needs) if schemas is not None and needs is not None else None
    fits = any(_FITS[kind](value) for kind in types.json_types(schema) if kind in _FITS)
    plain = schema.get("format") not in ("date", "date-time", "binary")
    if isinstance(value, float) and value.is_integer() and "number" not in types.json_types(schema):
        value = int(value)  # JSON Schema's integers may be written so
    return literal(value) if fits and plain else None


_FITS: Mapping[str, Any] = {
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: (isinstance(value, int) and not isinstance(value, bool))
    or (isinstance(value, float) and value.is_integer()),
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
}


def _member(schema: JsonSchema, value: Any, schemas: Schemas, needs: _Needs) -> str | None:
    """The enum member that is the default."""
    name = schema["$ref"] if "$ref" in schema else schema["anyOf"][0].get("$ref", "")
    enum = schemas.get(name)
    if not isinstance(enum, EnumSchema):
        return None
    found = [
        member
        for member in enum.members
        if member.value == value and isinstance(member.value, bool) == isinstance(value, bool)
    ]
    if not found:
        return None
    needs.models.add(name)
    needs.eager.add(name)
    return f"{name}.{found[0].name}"


# ── enums and aliases ───────────────────────────────────────────────────────────────────────────────────────────────


_ENUM_BASES = {"string": "OpenStrEnum", "integer": "OpenIntEnum"}


def enum_text(schema: EnumSchema) -> ModelText:
    """An enum class."""
    needs = _Needs()
    base = needs.use(RUNTIME, _ENUM_BASES.get(schema.type, "OpenEnum"))
    whole = schema.type == "integer"
    members = [
        f"{_INDENT}{member.name} = {literal(int(member.value) if whole else member.value)}\n"
        for member in schema.members
    ]
    head = docstring(_about(schema.description, schema.deprecated))
    return needs.text("".join([f"class {schema.name}({base}):\n", head, "\n" if head else "", *members]))


def alias_text(schema: UnionSchema | AliasSchema, schemas: Schemas) -> ModelText:
    """A type alias: a union, or an array or map that contains itself."""
    needs = _Needs()
    value = (
        _union(schema, schemas, needs)
        if isinstance(schema, UnionSchema)
        else needs.take(types.annotation(schema.schema, schemas))
    )
    doc = docstring(_about(schema.description, False), indent="")
    if schema.name in _led_to(schema.name, schemas):
        named = _aliases_in(schema, schemas) - {schema.name}
        around = {name for name in named if schema.name in _led_to(name, schemas)}
        needs.eager |= named - around
        excuse = f",{_LATER}\n" if around and isinstance(schema, UnionSchema) else ""
        wrapped = f'{needs.use(RUNTIME, "TypeAliasType")}("{schema.name}", {literal(value)}{excuse})'
        return needs.text(f"{schema.name} = {wrapped}\n{doc}")
    needs.eager |= needs.models
    return needs.text(f"{schema.name}: {needs.use('typing', 'TypeAlias')} = {value}\n{doc}")


def _union(schema: UnionSchema, schemas: Schemas, needs: _Needs) -> str:
    choices = [v for v in schema.variants if schema.name not in _within(v.schema.get("$ref", ""), schemas)]
    variants = [types.annotation(variant.schema, schemas) for variant in choices]
    unknown = (
        [TypeText("Unknown", imports=frozenset({(RUNTIME, "Unknown")}))] if types.has_object(schema, schemas) else []
    )
    parts = needs.take(union([*variants, *unknown]))
    one_of = needs.use(RUNTIME, "OneOf")
    if schema.discriminator is not None and all(variant.tags for variant in choices):
        tags = [
            f"{literal(tag)}: {text.text}"
            for variant, text in zip(choices, variants, strict=True)
            for tag in variant.tags
        ]
        chosen = f"{one_of}.tagged({literal(schema.discriminator)}, {{{', '.join(tags)}}})"
    else:
        chosen = f"{one_of}({', '.join(text.text for text in variants)})"
    if schema.asserts:
        needs.use(ASSERTIONS, "Holds")
        chosen += f", {types.holds(schema.asserts)}"
    return f"{needs.use('typing', 'Annotated')}[{parts}, {chosen}]"


def _within(name: str, schemas: Schemas, seen: frozenset[str] = frozenset()) -> frozenset[str]:
    """The union of this name and those that are choices of it, directly or of its choices."""
    found = schemas.get(name)
    if not isinstance(found, UnionSchema) or name in seen:
        return seen
    for variant in found.variants:
        seen = _within(variant.schema.get("$ref", ""), schemas, seen | {name})
    return seen


def _led_to(name: str, schemas: Schemas) -> set[str]:
    """The aliases that an alias leads to without a model in between; itself if it contains itself."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        for found in _aliases_in(schemas[waiting.pop()], schemas) - seen:
            seen.add(found)
            waiting.append(found)
    return seen


def _aliases_in(schema: Any, schemas: Schemas) -> set[str]:
    """The aliases that an alias names directly."""
    parts = [variant.schema for variant in schema.variants] if isinstance(schema, UnionSchema) else [schema.schema]
    found: set[str] = set()
    while parts:
        part = parts.pop()
        if isinstance(schemas.get(part.get("$ref", "")), (UnionSchema, AliasSchema)):
            found.add(part["$ref"])
        parts += [below for key in ("items", "additionalProperties") if isinstance(below := part.get(key), Mapping)]
        parts += (*part.get("anyOf", ()), *part.get("prefixItems", ()))
    return found
