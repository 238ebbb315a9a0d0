"""The types that classes give to their attributes, and unions to their variants, as a type checker sees them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ..document.raw import Unreadable
from ..document.shapes import types
from ..findings import Excluded, Finding, Outcome
from ..pair import Pair
from ..python.annotations import NONE, RESULT, Form, Underivable, parsed, shown
from ..python.package import Package
from ..wire.parsed import fields_of

_UNKNOWN: Form = frozenset({"Unknown"})


def typed(pair: Pair, pointer: str) -> Outcome:
    """Each attribute is annotated with what stands for the schema of its property, each union with all of its variants."""
    name = pair.package.models.get(pointer)
    if name is None:
        return
    try:
        cls, shape = pair.package.symbol(f"models.{name}"), pair.values.shape(pointer)
        if hasattr(cls, "model_fields"):
            yield from _attributes(pair, name, cls, shape)
        elif len(shape["choices"]) == 1 and not shape["properties"]:
            yield from _variants(pair, pointer, name, shape)
    except (Underivable, Unreadable) as problem:
        yield Excluded(name, pointer, str(problem))


def _attributes(pair: Pair, name: str, cls: Any, shape: Mapping[str, Any]) -> Outcome:
    fields, sources = fields_of(cls), _sources(pair.package)
    for wire, place in shape["properties"].items():
        attribute = fields.get(wire)
        source = sources.get(f"{name}.{attribute}")
        if attribute is None or source is None or shape["also"].get(wire) or _is_of_nothing(pair, place):
            continue  # what merged properties are, and those that must not be, no schema of the document says
        wanted = pair.annotations.of(place, RESULT, source)
        wanted |= NONE if not cls.model_fields[attribute].is_required() and wanted != {"Any"} else frozenset()
        got = parsed(source)
        if got != wanted:
            yield Finding(f"{name}.{attribute}: annotation", place, shown(wanted), shown(got))


def _is_of_nothing(pair: Pair, place: str) -> bool:
    """Whether a property must not be, or no value is of all of its types."""
    shape = pair.values.shape(place)
    return pair.document.follow(place)[1] is False or not types(shape) and not shape["choices"]


def _variants(pair: Pair, pointer: str, name: str, shape: Mapping[str, Any]) -> Outcome:
    source = _sources(pair.package).get(name)
    if source is None:
        return
    got, wanted = parsed(source), frozenset[str]()
    for place in pair.annotations.classes.variants(shape):
        try:
            wanted |= pair.annotations.of(place, RESULT, source)
        except Underivable as problem:
            yield Finding(name, place, "a variant that has a class", str(problem))
    wanted -= NONE | {name}  # a variant that is the union itself adds nothing
    if not wanted <= got or not got <= wanted | _UNKNOWN | NONE:
        yield Finding(name, pointer, shown(wanted), shown(got))
    if pair.annotations.classes.has_attributes(pointer) and "Unknown" not in got:
        yield Finding(name, pointer, "Unknown, for variants that the document does not have", shown(got))


@cache
def _sources(package: Package) -> Mapping[str, str]:
    """The annotations of attributes (`Class.attribute`) and the unions (`Alias`) of the models, without what marks them."""
    found: dict[str, str] = {}
    for file in sorted((package.folder / "models").glob("*.py")):
        for name, node in _annotated(ast.parse(file.read_bytes())):
            found[name] = ast.unparse(_Unmarked().visit(node))
    return found


def _annotated(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            fields = (it for it in node.body if isinstance(it, ast.AnnAssign))
            yield from ((f"{node.name}.{ast.unparse(it.target)}", it.annotation) for it in fields)
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            yield ast.unparse(node.target), node.value
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and len(node.value.args) == 2:
            yield ast.unparse(node.targets[0]), node.value.args[1]


class _Unmarked(ast.NodeTransformer):
    """Takes away what says who sends a property, and writes out that it may be null."""

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:  # noqa: D102, N802
        self.generic_visit(node)
        head = ast.unparse(node.value)
        if head in ("ReadOnly", "WriteOnly"):
            return node.slice
        return ast.BinOp(node.slice, ast.BitOr(), ast.Constant(None)) if head == "Nullable" else node
