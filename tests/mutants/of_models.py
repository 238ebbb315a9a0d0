"""Mutants of the models: their fields, enums and unions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tests.mutants.kinds import of_package
from tests.mutants.sources import Change, Edit, Source, called, found, keyword, literal, pairs_of

MODELS = "models/[!_]*.py"
_SCALARS = ("str", "float", "int", "bool")
_LIMITS = ("max_length", "min_length", "ge", "le", "gt", "lt", "multiple_of")
_ENUMS = ("OpenStrEnum", "OpenIntEnum", "OpenEnum")


@dataclass(frozen=True)
class Declared:
    """A field of a model."""

    source: Source
    cls: ast.ClassDef
    node: ast.AnnAssign

    @property
    def name(self) -> str:
        """Its Python name."""
        return ast.unparse(self.node.target)

    @property
    def annotation(self) -> ast.expr:
        """Its annotation."""
        return self.node.annotation

    @property
    def default(self) -> ast.expr | None:
        """Its default; None where it is required."""
        return self.node.value

    @property
    def facts(self) -> list[ast.Call]:
        """The calls of `Field` in its annotation."""
        return [it for it in found(self.annotation, ast.Call) if called(it) == "Field"]

    @property
    def limited(self) -> bool:
        """Whether anything limits its values."""
        return any(keyword(it, name) for it in self.facts for name in (*_LIMITS, "pattern"))

    def change(self, part: str, *edits: Edit) -> Change:
        """A change of it."""
        place = f"{self.cls.name}.{self.name}"
        return Change(f"{place}({part})" if part else place, f"models.{place}", edits)


def _classes(source: Source) -> Iterator[ast.ClassDef]:
    yield from (it for it in source.tree.body if isinstance(it, ast.ClassDef))


def fields(source: Source) -> Iterator[Declared]:
    """All fields of all models of a file."""
    for cls in _classes(source):
        if ast.unparse(cls.bases[0]) not in _ENUMS:
            yield from (Declared(source, cls, it) for it in cls.body if isinstance(it, ast.AnnAssign))


def _members(source: Source) -> Iterator[tuple[ast.ClassDef, ast.Assign, str]]:
    """The members of all enums, with their names."""
    for cls in _classes(source):
        for it in cls.body if ast.unparse(cls.bases[0]) in _ENUMS else []:
            if isinstance(it, ast.Assign):
                yield cls, it, ast.unparse(it.targets[0])


@of_package(MODELS)
def alias_wrong(source: Source) -> Iterator[Change]:
    """A field with another name in JSON."""
    for one in fields(source):
        for alias in (it for call in one.facts if (it := keyword(call, "alias"))):
            yield one.change("", source.replace(alias.value, f'"{literal(alias.value)}s"'))


@of_package(MODELS)
def alias_lost(source: Source) -> Iterator[Change]:
    """A field that has its Python name in JSON."""
    for one in fields(source):
        for call in one.facts:
            alias = keyword(call, "alias")
            if alias:
                yield one.change("", source.without(alias, call.keywords))


@of_package(MODELS)
def aliases_swapped(source: Source) -> Iterator[Change]:
    """Two fields with each other's name in JSON."""
    named = [(it, alias) for it in fields(source) for alias in _alias(it)]
    for (one, alias), (other, its) in zip(named, named[1:]):
        if one.cls is other.cls:
            yield one.change(f"and {other.name}", *source.swapped(alias, its))


def _alias(one: Declared) -> list[ast.expr]:
    return [it.value for call in one.facts if (it := keyword(call, "alias"))]


@of_package(MODELS)
def required_dropped(source: Source) -> Iterator[Change]:
    """A required field that may be missing."""
    for one in fields(source):
        if one.default is None:
            yield one.change("", source.after(one.node, " = None"))


@of_package(MODELS)
def required_added(source: Source) -> Iterator[Change]:
    """An optional field that must be there."""
    for one in fields(source):
        if one.default is not None:
            yield one.change("", Edit(source.span(one.annotation)[1], source.span(one.node)[1], ""))


@of_package(MODELS)
def default_wrong(source: Source) -> Iterator[Change]:
    """A field with another default."""
    for one in fields(source):
        name = next((it.id for it in found(one.annotation, ast.Name) if it.id != "Annotated"), "")
        instead = {"str": '"other"', "bool": "True", "float": "7"}.get(name)
        if one.default is not None and instead and not one.limited:
            yield one.change("", source.replace(one.default, instead))


@of_package(MODELS)
def default_lost(source: Source) -> Iterator[Change]:
    """A field that has lost its default."""
    for one in fields(source):
        if one.default is not None and ast.unparse(one.default) not in ("None", "ABSENT"):
            yield one.change("", source.replace(one.default, "None"))


def _scalars(source: Source) -> Iterator[tuple[Declared, ast.Name]]:
    """The fields of plain types, with the node of the type."""
    for one in fields(source):
        names = [it for it in found(one.annotation, ast.Name) if it.id in _SCALARS]
        others = [it for it in found(one.annotation, ast.Name) if it.id.endswith("Enum") or it.id == "dict"]
        yield from ((one, it) for it in names[:1] if not others)


@of_package(MODELS)
def type_widened(source: Source) -> Iterator[Change]:
    """A field that takes values of a further type."""
    for one, name in _scalars(source):
        if not one.limited:
            more = "float" if name.id in ("str", "bool") else "str"
            yield one.change("", source.replace(name, f"({name.id} | {more})"))


@of_package(MODELS)
def type_narrowed(source: Source) -> Iterator[Change]:
    """A field that takes integers in place of numbers, or one boolean in place of both."""
    for one, name in _scalars(source):
        if name.id == "float":
            yield one.change("", source.replace(name, "int"))


@of_package(MODELS)
def type_wrong(source: Source) -> Iterator[Change]:
    """A field of another type."""
    for one, name in _scalars(source):
        if not one.limited:
            yield one.change("", source.replace(name, "float" if name.id == "str" else "str"))


@of_package(MODELS)
def model_wrong(source: Source) -> Iterator[Change]:
    """A field of another model."""
    names = [it.name for it in _classes(source) if ast.unparse(it.bases[0]) in ("Model", "RequestModel")]
    for one in fields(source):
        for name in (it for it in found(one.annotation, ast.Name) if it.id in names and len(names) > 1):
            yield one.change("", source.replace(name, names[names.index(name.id) - 1]))


@of_package(MODELS)
def enum_lost(source: Source) -> Iterator[Change]:
    """A field whose enum is any text."""
    for one in fields(source):
        for union in found(one.annotation, ast.BinOp):
            if ast.unparse(union.right) == "str" and isinstance(union.left, ast.Name):
                yield one.change("", source.replace(union, "str"))


@of_package(MODELS)
def enum_wrong(source: Source) -> Iterator[Change]:
    """A field with another enum."""
    names = sorted({cls.name for cls, _, _ in _members(source)})
    for one in fields(source):
        for name in (it for it in found(one.annotation, ast.Name) if it.id in names and len(names) > 1):
            yield one.change("", source.replace(name, names[names.index(name.id) - 1]))


@of_package(MODELS)
def list_lost(source: Source) -> Iterator[Change]:
    """A list that is one of its items."""
    for one in fields(source):
        for it in (it for it in found(one.annotation, ast.Subscript) if ast.unparse(it.value) == "list"):
            yield one.change("", source.replace(it, source.text(it.slice)))


@of_package(MODELS)
def list_added(source: Source) -> Iterator[Change]:
    """A single value that is a list."""
    for one, name in _scalars(source):
        if not one.limited and "list[" not in source.text(one.annotation):
            yield one.change("", source.replace(name, f"list[{name.id}]"))


def _limited(source: Source) -> Iterator[tuple[Declared, ast.Call, ast.keyword]]:
    """The limits of fields. What stands beside a pattern may be said by that as well, and is left out."""
    for one in fields(source):
        for call in (it for it in one.facts if not keyword(it, "pattern")):
            for limit in (it for it in call.keywords if it.arg in _LIMITS):
                if (limit.arg, ast.unparse(limit.value)) != ("min_length", "0"):
                    yield one, call, limit


@of_package(MODELS)
def limit_lost(source: Source) -> Iterator[Change]:
    """A limit lost."""
    for one, call, limit in _limited(source):
        yield one.change(str(limit.arg), source.without(limit, call.keywords))


@of_package(MODELS)
def limit_moved(source: Source) -> Iterator[Change]:
    """A limit off by one."""
    for one, _, limit in _limited(source):
        for step in (-1, 1):
            moved = ast.literal_eval(limit.value) + step
            yield one.change(f"{limit.arg} {step:+d}", source.replace(limit.value, str(moved)))


@of_package(MODELS)
def limit_added(source: Source) -> Iterator[Change]:
    """A text that may be only so long."""
    for one, name in _scalars(source):
        if name.id == "str" and not one.limited:
            yield one.change("", source.replace(name, "Annotated[str, Field(max_length=5)]"))


@of_package(MODELS, most=9)
def pattern_lost(source: Source) -> Iterator[Change]:
    """A pattern lost."""
    for one in fields(source):
        for call in one.facts:
            pattern = keyword(call, "pattern")
            if pattern:
                yield one.change("", source.without(pattern, call.keywords))


@of_package(MODELS, most=9)
def pattern_wrong(source: Source) -> Iterator[Change]:
    """Another pattern."""
    for one in fields(source):
        for pattern in (it for call in one.facts if (it := keyword(call, "pattern"))):
            yield one.change("", source.inside(pattern.value, '"^', '"^_?x'))


@of_package(MODELS)
def unique_lost(source: Source) -> Iterator[Change]:
    """A list whose items may repeat."""
    for one in fields(source):
        for call in (it for it in found(one.annotation, ast.Call) if called(it) == "Unique"):
            yield one.change("", source.replace(call, "None"))


@of_package(MODELS)
def unique_added(source: Source) -> Iterator[Change]:
    """A list whose items may not repeat."""
    for one in fields(source):
        plain = one.annotation
        if isinstance(plain, ast.Subscript) and ast.unparse(plain.value) == "list":
            more = source.imported(".._runtime.models", "Unique")
            yield one.change("", source.replace(plain, f"Annotated[{source.text(plain)}, Unique()]"), *more)


@of_package(MODELS)
def enum_member_missing(source: Source) -> Iterator[Change]:
    """A value of an enum lost."""
    for cls, member, name in _members(source):
        yield Change(f"{cls.name}.{name}", f"models.{cls.name}", (source.replace(member, "pass"),))


@of_package(MODELS)
def enum_member_added(source: Source) -> Iterator[Change]:
    """An enum with a value that the document does not list."""
    for cls in {id(cls): cls for cls, _, _ in _members(source)}.values():
        first = next(it for it in cls.body if isinstance(it, ast.Assign))
        edit = source.before(first, 'LEFT_OVER = "LEFT_OVER"\n    ')
        yield Change(cls.name, f"models.{cls.name}", (edit,))


@of_package(MODELS)
def enum_value_changed(source: Source) -> Iterator[Change]:
    """An enum with another value."""
    for cls, member, name in _members(source):
        if literal(member.value):
            edit = source.replace(member.value, f'"{literal(member.value)}_"')
            yield Change(f"{cls.name}.{name}", f"models.{cls.name}", (edit,))


@of_package(MODELS)
def enum_members_swapped(source: Source) -> Iterator[Change]:
    """Two names of an enum with each other's value."""
    every = list(_members(source))
    for (cls, one, name), (other_cls, other, other_name) in zip(every, every[1:]):
        if cls is other_cls:
            place = f"{cls.name}.{name} and {other_name}"
            yield Change(place, f"models.{cls.name}", source.swapped(one.value, other.value))


@of_package(MODELS)
def field_missing(source: Source) -> Iterator[Change]:
    """A field lost."""
    for one in fields(source):
        yield one.change("", source.replace(one.node, "pass"))


@of_package(MODELS)
def field_added(source: Source) -> Iterator[Change]:
    """A field that the document does not have."""
    for one in {id(it.cls): it for it in fields(source)}.values():
        yield Change(
            one.cls.name,
            f"models.{one.cls.name}",
            (source.before(one.node, "left_over: str | None = None\n    "),),
        )


@of_package(MODELS)
def field_renamed(source: Source) -> Iterator[Change]:
    """A field with another Python name."""
    for one in fields(source):
        if _alias(one):
            yield one.change("", source.replace(one.node.target, f"the_{one.name}"))


@of_package(MODELS)
def read_only_lost(source: Source) -> Iterator[Change]:
    """A field of the server that is sent as well."""
    for one in fields(source):
        for it in (it for it in found(one.annotation, ast.Subscript) if ast.unparse(it.value) == "ReadOnly"):
            yield one.change("", source.replace(it, source.text(it.slice)))


@of_package(MODELS)
def read_only_added(source: Source) -> Iterator[Change]:
    """A field that is not sent."""
    for one in fields(source):
        if "ReadOnly" not in source.text(one.annotation):
            more = source.imported(".._runtime.models", "ReadOnly")
            yield one.change("", source.replace(one.annotation, f"ReadOnly[{source.text(one.annotation)}]"), *more)


@of_package(MODELS)
def write_only_added(source: Source) -> Iterator[Change]:
    """A field that only the client sends."""
    for one in fields(source):
        if "ReadOnly" not in source.text(one.annotation):
            more = source.imported(".._runtime.models", "WriteOnly")
            yield one.change("", source.replace(one.annotation, f"WriteOnly[{source.text(one.annotation)}]"), *more)


@of_package(MODELS)
def side_wrong(source: Source) -> Iterator[Change]:
    """A field of the server taken for one of the client."""
    for one in fields(source):
        for it in (it for it in found(one.annotation, ast.Name) if it.id == "ReadOnly"):
            more = source.imported(".._runtime.models", "WriteOnly")
            yield one.change("", source.replace(it, "WriteOnly"), *more)


@of_package(MODELS)
def null_refused(source: Source) -> Iterator[Change]:
    """A field that may not be null, although the document allows it."""
    for one in fields(source):
        for it in (it for it in found(one.annotation, ast.Subscript) if ast.unparse(it.value) == "Nullable"):
            yield one.change("", source.replace(it, f"({source.text(it.slice)} | None)"))


@of_package(MODELS)
def null_allowed(source: Source) -> Iterator[Change]:
    """A field that may be null, although the document forbids it."""
    for one in fields(source):
        if "Nullable" not in source.text(one.annotation) and one.default is not None:
            more = source.imported(".._runtime.models", "Nullable")
            inner = f"Annotated[Nullable[{source.text(one.annotation)}], None]"
            if not _alias(one):
                yield one.change("", source.replace(one.annotation, inner), *more)


@of_package(MODELS)
def field_deprecation_lost(source: Source) -> Iterator[Change]:
    """A deprecated field that does not say so."""
    for one in fields(source):
        for call in one.facts:
            said = keyword(call, "deprecated")
            if said:
                yield one.change("", source.without(said, call.keywords))


@of_package(MODELS)
def field_deprecation_added(source: Source) -> Iterator[Change]:
    """A field that calls itself deprecated without being so."""
    for one in fields(source):
        for call in one.facts:
            if not keyword(call, "deprecated"):
                yield one.change("", source.after(call.keywords[-1].value, ", deprecated=True"))


@of_package(MODELS)
def class_of_requests_open(source: Source) -> Iterator[Change]:
    """A model of requests that takes undeclared properties."""
    for cls in _classes(source):
        if ast.unparse(cls.bases[0]) == "RequestModel":
            more = source.imported(".._runtime.models", "Model")
            yield Change(cls.name, f"models.{cls.name}", (source.replace(cls.bases[0], "Model"), *more))


@of_package(MODELS)
def class_of_answers_closed(source: Source) -> Iterator[Change]:
    """A model of answers that takes no undeclared properties."""
    for cls in _classes(source):
        if ast.unparse(cls.bases[0]) == "Model":
            more = source.imported(".._runtime.models", "RequestModel")
            yield Change(cls.name, f"models.{cls.name}", (source.replace(cls.bases[0], "RequestModel"), *more))


@of_package(MODELS)
def class_renamed(source: Source) -> Iterator[Change]:
    """A model with another name."""
    for cls in _classes(source):
        uses = [it for it in found(source.tree, ast.Name) if it.id == cls.name]
        edits = [source.inside(cls, f"class {cls.name}(", f"class The{cls.name}(")]
        edits += [source.replace(it, f"The{cls.name}") for it in uses]
        yield Change(cls.name, f"models.{cls.name}", tuple(edits))


@dataclass(frozen=True)
class _Union:
    """`Name: TypeAlias = Annotated[A | B | Unknown, OneOf(A, B)]`."""

    name: str
    union: ast.expr
    made: ast.Call


def _unions(source: Source) -> Iterator[_Union]:
    for node in source.tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Subscript) and node.value.slice:
            parts = node.value.slice
            if isinstance(parts, ast.Tuple) and isinstance(parts.elts[1], ast.Call):
                yield _Union(ast.unparse(node.target), parts.elts[0], parts.elts[1])


@of_package(MODELS)
def variant_missing(source: Source) -> Iterator[Change]:
    """A union that does not know one of its variants."""
    for one in _unions(source):
        for it in one.made.args if called(one.made) == "OneOf" else []:
            place = f"{one.name}({source.text(it)})"
            yield Change(place, f"models.{one.name}", (source.without(it, one.made.args),))


@of_package(MODELS)
def variant_not_annotated(source: Source) -> Iterator[Change]:
    """A union whose annotation leaves out one of its variants."""
    for one in _unions(source):
        names = ast.unparse(one.union).split(" | ")
        for name in names:
            left = " | ".join(it for it in names if it != name)
            yield Change(f"{one.name}({name})", f"models.{one.name}", (source.replace(one.union, left),))


@of_package(MODELS)
def variant_wrong(source: Source) -> Iterator[Change]:
    """A union with another variant."""
    names = [it.name for it in _classes(source) if ast.unparse(it.bases[0]) in ("Model", "RequestModel")]
    for one in _unions(source):
        every = [source.text(it) for it in found(one.made, ast.Name)]
        others = [it for it in names if it not in every]
        for it in one.made.args if called(one.made) == "OneOf" and others else []:
            if source.text(it) in names:
                yield Change(f"{one.name}({source.text(it)})", f"models.{one.name}", (source.replace(it, others[-1]),))


@of_package(MODELS)
def tags_swapped(source: Source) -> Iterator[Change]:
    """A discriminator that leads to another variant."""
    for one in _unions(source):
        pairs = pairs_of(one.made.args[1]) if called(one.made) == "OneOf.tagged" else []
        for (tag, model), (_, other) in zip(pairs, pairs[1:]):
            yield Change(f"{one.name}({literal(tag)})", f"models.{one.name}", source.swapped(model, other))


@of_package(MODELS)
def tag_missing(source: Source) -> Iterator[Change]:
    """A discriminator that does not know a value."""
    for one in _unions(source):
        pairs = pairs_of(one.made.args[1]) if called(one.made) == "OneOf.tagged" else []
        for tag, model in pairs:
            comma = source.data[source.span(model)[1] : source.span(model)[1] + 1] == b","
            edit = Edit(source.span(tag)[0], source.span(model)[1] + comma, "")
            yield Change(f"{one.name}({literal(tag)})", f"models.{one.name}", (edit,))


@of_package(MODELS)
def tag_property_wrong(source: Source) -> Iterator[Change]:
    """A discriminator looked for in another property."""
    for one in _unions(source):
        if called(one.made) == "OneOf.tagged":
            yield Change(one.name, f"models.{one.name}", (source.replace(one.made.args[0], '"kind"'),))


@of_package("models/__init__.py", most=17)
def export_missing(source: Source) -> Iterator[Change]:
    """A model that cannot be had from `models`."""
    table = next(it for it in source.tree.body if isinstance(it, ast.AnnAssign) and isinstance(it.value, ast.Dict))
    for module, names in pairs_of(table.value):
        name = sorted(literal(names).split())[-1]
        edit = source.replace(names, f'"""{" ".join(it for it in literal(names).split() if it != name)}"""')
        yield Change(f"{literal(module)}.{name}", f"models.{name}", (edit,))
