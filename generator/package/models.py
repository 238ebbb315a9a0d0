"""Model modules of the package, rendered by datamodel-code-generator. The only file that knows it.

The engine sees a document of named components made from the `Api`: field names are final, literals of the document
(descriptions, patterns, defaults, values of enums) are left out, so that nothing that it does with strings or names
matters. So its answer about a field depends on nothing but the field's kind, whatever the schemas are called that it refers
to, and of a hundred fields of one kind, as there are in large documents, it gets to see the first. It answers with a class for
each component: each enum, and each object that a field is shown of. Those are taken apart with `ast`, held against what was asked
for, and dressed by `model_text` with what was left out. Whatever is not as expected is a diagnostic, not output.
"""

from __future__ import annotations

import ast
import json
import re
import warnings
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.api.model import Api, EnumSchema, JsonSchema, ObjectSchema, Property, Schema
from generator.diagnostics import Diagnostic, ProvgenError, Severity
from generator.package import types
from generator.package.model_modules import package_of
from generator.package.model_text import Drawn, ModelText, alias_text, enum_text, must_be_given, object_text
from generator.package.types import Schemas, TypeText, union

Place = tuple[str, str]
"""A field: the names of its schema and its own."""

Names = Mapping[str, str]
"""Names of schemas by those that stand for them in what the engine is shown, and writes."""

Answer = tuple[str, list[str]]
"""What the engine wrote, and its warnings."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the engine is asked for: `document`, of `schemas` by name, with a field for each kind.

    `firsts` has for each field the one that is shown for it, and by the names which that mentions those that it mentions itself.
    """

    schemas: Mapping[str, Schema]
    firsts: Mapping[Place, tuple[Place, Names]]
    document: Mapping[str, Any]


def render_models(api: Api) -> dict[str, str]:
    """The unformatted sources of `models/__init__.py` and one file for each module, by path inside the package.

    Raises `ProvgenError` with every class that did not come back from the engine as it was ordered.
    """
    wanted = order(api)
    return drawn_models(api, wanted, ask(wanted.document))


def order(api: Api, modules: Collection[str] | None = None) -> Order:
    """The order of an API's models; `modules` limits them to those of these modules."""
    wanted = {name: it for name, it in api.schemas.items() if modules is None or it.module in modules}
    firsts = _firsts(wanted)
    return Order(wanted, firsts, _order(wanted, {first for first, _ in firsts.values()}))


def drawn_models(api: Api, wanted: Order, answer: Answer) -> dict[str, str]:
    """The files of `render_models` for the modules that were ordered, from the engine's answer."""
    drawn = _drawing(wanted, answer)
    texts = {name: _text(schema, drawn, api.schemas) for name, schema in wanted.schemas.items()}
    if problems := [problem for text in texts.values() for problem in text.problems]:
        raise ProvgenError(problems)
    return package_of(api.schemas, texts)


# ── asking the engine ───────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The engine's answer: the names that are assigned in each class, and what each field looks like."""

    members: Mapping[str, Mapping[str, ast.stmt]]
    fields: Mapping[Place, tuple[ast.AnnAssign, Names]]


def _drawing(wanted: Order, answer: Answer) -> _Drawing:
    """The engine's answer, taken apart. Raises `ProvgenError` if it warned."""
    source, notes = answer
    if notes:
        raise ProvgenError([_unexpected(f"the model engine warns: {note}") for note in notes])
    members = {node.name: dict(_members(node)) for node in _classes(source)}
    found = {place: (members.get(owner, {}).get(of), names) for place, ((owner, of), names) in wanted.firsts.items()}
    fields = {place: (node, names) for place, (node, names) in found.items() if isinstance(node, ast.AnnAssign)}
    return _Drawing(members, fields)


def _firsts(schemas: Mapping[str, Schema]) -> dict[Place, tuple[Place, Names]]:
    """For each field the first one of its kind, which may be itself, and the names that stand for others there."""
    seen: dict[str, tuple[Place, Sequence[str]]] = {}
    found: dict[Place, tuple[Place, Names]] = {}
    objects = [it for _, it in sorted(schemas.items()) if isinstance(it, ObjectSchema)]
    for schema, declared in ((it, declared) for it in objects for declared in it.properties):
        kind, names = _kind(declared, schema)
        first, shown = seen.setdefault(kind, ((schema.name, declared.name), names))
        found[schema.name, declared.name] = (first, dict(zip(shown, names, strict=True)))
    return found


def _kind(declared: Property, schema: ObjectSchema) -> tuple[str, Sequence[str]]:
    """All that the engine is told of a field besides names: its own, and those of the schemas that it mentions, which follow."""
    told = json.dumps([_property(declared.schema), must_be_given(declared, schema)], sort_keys=True, ensure_ascii=False)
    names = {name: f"T{at}" for at, name in enumerate(dict.fromkeys(_MENTIONED.findall(told)))}
    return _MENTIONED.sub(lambda it: names[it[0]], told) if names else told, tuple(names)


_REFERENCE = "#/components/schemas/"
_MENTIONED = re.compile(rf'(?<="{_REFERENCE})\w+')


def ask(document: Mapping[str, Any]) -> Answer:
    """What the engine makes of an OpenAPI document. Takes long; a helper may do it."""
    if not document["components"]["schemas"]:
        return "", []
    import datamodel_code_generator as engine
    from datamodel_code_generator import enums, format

    config = engine.GenerateConfig(
        input_file_type=enums.InputFileType.OpenAPI,
        openapi_scopes=[enums.OpenAPIScope.Schemas],
        output_model_type=enums.DataModelType.PydanticV2BaseModel,
        target_python_version=format.PythonVersion.PY_310,
        naming_strategy=enums.NamingStrategy.FullPath,
        formatters=[],
        disable_timestamp=True,
        custom_file_header="#",
        use_annotated=True,
        field_constraints=True,
        strict_nullable=True,
        use_standard_collections=True,
        use_union_operator=True,
        use_typed_nullable_map_values=True,
        use_typed_map_values_beside_other_types=True,
        use_specialized_enum=False,
        use_subclass_enum=False,
        capitalise_enum_members=False,
        set_default_enum_member=False,
        reuse_model=False,
        collapse_root_models=False,
        use_title_as_name=False,
        output_datetime_class=format.DatetimeClassType.Datetime,
        output_date_class=format.DateClassType.Date,
        strict_refs=True,
        allow_remote_refs=False,
    )
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        # It says on Python 3.10 that a later engine will not run there. Ours is pinned and does.
        warnings.filterwarnings("ignore", "Running datamodel-code-generator on Python", FutureWarning)
        made = engine.generate(dict(document), config=config)
    return str(made), sorted({f"{note.category.__name__}: {note.message}" for note in caught})


def _order(schemas: Mapping[str, Schema], shown: Collection[Place]) -> dict[str, Any]:
    """The document that the engine gets: the enums, and the `shown` fields. Of what those mention it needs the name."""
    ordered = {name: _ordered(schema, shown) for name, schema in sorted(schemas.items())}
    made = {name: component for name, component in ordered.items() if component != _NAME_ONLY}
    names = set(_MENTIONED.findall(json.dumps(made, ensure_ascii=False)))
    components = {name: made.get(name, _NAME_ONLY) for name in sorted({*made, *names})}
    return {
        "openapi": "3.1.0",
        "info": {"title": "models", "version": "1"},
        "paths": {},
        "components": {"schemas": components},
    }


def _ordered(schema: Schema, shown: Collection[Place]) -> dict[str, Any]:
    """A component for the engine. What it shall not render (unions, aliases) is an empty object there."""
    match schema:
        case ObjectSchema():
            fields = [p for p in schema.properties if (schema.name, p.name) in shown]
            properties = {p.name: _property(p.schema) for p in fields}
            required = [p.name for p in fields if must_be_given(p, schema)]
            return {"type": "object", "properties": properties, **({"required": required} if required else {})}
        case EnumSchema():
            members = [member.name for member in schema.members]
            return {"type": "string", "enum": members, "x-enum-varnames": members}
        case _:
            return _NAME_ONLY


_NAME_ONLY: dict[str, Any] = {"type": "object", "properties": {}}

_NUMBERS = ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf")
_SIZES = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")


def _property(schema: JsonSchema) -> dict[str, Any]:
    """A property for the engine, with the limits of the value itself."""
    if not types.limits_in_field(schema):
        return _shape(schema)
    told = types.told(schema)
    return {**_shape(schema), **{key: told[key] for key in (*_NUMBERS, *_SIZES) if told.get(key) is not None}}


def _shape(schema: JsonSchema) -> dict[str, Any]:
    """A schema without literals and limits."""
    if "$ref" in schema:
        return {"$ref": _REFERENCE + schema["$ref"]}
    if "anyOf" in schema:
        return {"anyOf": [_shape(choice) for choice in schema["anyOf"]]}
    found: dict[str, Any] = {}
    if kinds := types.json_types(schema):
        found["type"] = kinds[0] if len(kinds) == 1 else list(kinds)
    if schema.get("format") in ("date", "date-time", "binary") and "string" in kinds:
        found["format"] = schema["format"]
    if "array" in kinds:
        found["items"] = _shape(schema["items"]) if isinstance(schema.get("items"), Mapping) else {}
    if "object" in kinds and isinstance(schema.get("additionalProperties"), Mapping):
        found["additionalProperties"] = _shape(schema["additionalProperties"])
    return found


# ── checking its answer ─────────────────────────────────────────────────────────────────────────────────────────────


def _classes(source: str) -> Iterator[ast.ClassDef]:
    """The classes in the engine's output, which holds nothing else but imports and calls that build models."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef):
            yield node
        elif not isinstance(node, (ast.Import, ast.ImportFrom)) and not _is_rebuild(node):
            raise ProvgenError([_unexpected(f"the model engine wrote a {type(node).__name__} that nobody asked for")])


def _is_rebuild(node: ast.stmt) -> bool:
    called = node.value.func if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) else None
    return isinstance(called, ast.Attribute) and called.attr == "model_rebuild"


def _text(schema: Schema, drawn: _Drawing, schemas: Schemas) -> ModelText:
    """The source of a schema's class or alias."""
    match schema:
        case ObjectSchema():
            fields = dict(_fields(drawn, schema, schemas))
            wrong = sorted({p.name for p in schema.properties} ^ fields.keys())
            return object_text(schema, fields, schemas) if not wrong else _missing(schema, wrong)
        case EnumSchema():
            wrong = sorted({member.name for member in schema.members} ^ drawn.members.get(schema.name, {}).keys())
            return enum_text(schema) if not wrong else _missing(schema, wrong)
        case _:
            return alias_text(schema, schemas)


def _missing(schema: ObjectSchema | EnumSchema, names: Sequence[str]) -> ModelText:
    message = f"the model engine did not render {schema.name} with {', '.join(names)} as ordered"
    return ModelText("", problems=(_unexpected(message, schema.pointer),))


def _members(node: ast.ClassDef) -> Iterator[tuple[str, ast.stmt]]:
    for child in node.body:
        match child:
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name, child


def _fields(drawn: _Drawing, schema: ObjectSchema, schemas: Schemas) -> Iterator[tuple[str, Drawn]]:
    """The schema's fields as the engine drew them, dressed with what the engine was not told."""
    for declared in schema.properties:
        if (found := drawn.fields.get((schema.name, declared.name))) is not None:
            yield declared.name, _field(*found, declared, schemas)


def _field(node: ast.AnnAssign, names: Names, declared: Property, schemas: Schemas) -> Drawn:
    annotation, limits = node.annotation, {}
    match annotation:
        case ast.Subscript(value=ast.Name(id="Annotated"), slice=ast.Tuple(elts=[inner, ast.Call(keywords=keywords)])):
            annotation = inner
            limits = {k.arg or "": ast.literal_eval(k.value) for k in keywords}
    type_text = _dressed(annotation, declared.schema, names, schemas, top=True)
    return Drawn(type_text, limits, required=node.value is None)


class Unexpected(Exception):
    """An expression in the engine's output that the schema does not ask for."""


def _dressed(node: ast.expr, schema: JsonSchema, names: Names, schemas: Schemas, *, top: bool = False) -> TypeText:
    """A type as the engine wrote it, with its own names, open enums and the limits that the engine was not told.

    Where the engine was less exact than the schema (it knows no maps of nullable values, say), the schema's type is taken.
    """
    parts = list(_alternatives(node))
    wanted = (types.unlimited if top else types.annotation)(schema, schemas)
    optional = top and any(_is_none(part) for part in parts)
    exact = union([wanted, types.NONE]) if optional else wanted
    try:
        known = union(_alternative(part, schema, names, schemas, top) for part in parts)
    except Unexpected:
        return exact
    return known if sorted(known.text) == sorted(exact.text) else exact


def _alternative(node: ast.expr, schema: JsonSchema, names: Names, schemas: Schemas, top: bool) -> TypeText:
    match node:
        case ast.Constant(value=None):
            return types.NONE
        case ast.Name(id="Any"):
            return types.ANY
        case ast.Name(id=name) if name in names:
            return types.annotation({"$ref": names[name]}, schemas)
        case ast.Name(id=name) if name in _KINDS:
            return _limited(_scalar(name, schema), schema, _KINDS[name], top)
        case ast.Subscript(value=ast.Name(id="list"), slice=inner):
            items = _dressed(inner, _below(schema, "items"), names, schemas)
            return _limited(items.over(f"list[{items.text}]"), schema, "array", top)
        case ast.Subscript(value=ast.Name(id="dict"), slice=ast.Tuple(elts=[ast.Name(id="str"), inner])):
            values = _dressed(inner, _below(schema, "additionalProperties"), names, schemas)
            return _limited(values.over(f"dict[str, {values.text}]"), schema, "object", top)
    raise Unexpected(repr(ast.unparse(node)))


_KINDS = {
    "int": "integer",
    "float": "number",
    "bool": "boolean",
    **dict.fromkeys(("str", "bytes", "date", "datetime"), "string"),
}


def _scalar(name: str, schema: JsonSchema) -> TypeText:
    found = types.scalar(_KINDS[name], schema)
    if found.text != name:
        raise Unexpected(repr(name))
    return found


def _limited(plain: TypeText, schema: JsonSchema, kind: str, top: bool) -> TypeText:
    """With the limits, unless the engine has written them into the field."""
    return plain if top and types.limits_in_field(schema) else types.limited(plain, schema, kind)


def _below(schema: JsonSchema, key: str) -> JsonSchema:
    found = schema.get(key)
    return found if isinstance(found, Mapping) else {}


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _alternatives(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        yield from _alternatives(node.left)
        yield from _alternatives(node.right)
    else:
        yield node


def _unexpected(message: str, pointer: str | None = None) -> Diagnostic:
    hint = "this is a bug of the toolchain, or of the engine in this version; please report it with the document"
    return Diagnostic("model-engine", message, Severity.ERROR, pointer, hint=hint)
