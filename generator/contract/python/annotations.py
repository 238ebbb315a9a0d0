"""The annotations that a schema asks for, and those that a source has, in one normal form: the set of alternatives.

    str: {"str"}        Optional[list[A | B]]: {"list[A | B]", "None"}

What a client promises for each schema is written here a second time. It asks nothing of the generator but which class stands
for which place of the document, as MANIFEST.json says.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence, Set
from typing import Any, NamedTuple

from ..document.raw import Unreadable
from ..document.shapes import Shape, places, types
from ..instances.values import Values
from .classes import Classes, Kind, Unnamed
from .package import Package

Form = frozenset[str]
"""The alternatives of an annotation, each in normal form itself."""

ANY: Form = frozenset({"Any"})
NONE: Form = frozenset({"None"})

_STRINGS = {"date-time": "datetime", "date": "date", "binary": "bytes"}
_SCALARS = {"integer": "int", "number": "float", "boolean": "bool"}


class Underivable(Exception):
    """Nothing can be said of the annotation of a schema; the text is the reason."""


class Classless(Underivable):
    """A schema that should have a class has none; the text says which kind of schema it is."""


class Words(NamedTuple):
    """How arrays and maps are called, and what stands beside objects."""

    array: str
    mapping: str
    beside: Form


ARGUMENT = Words("Sequence", "Mapping", frozenset({"Mapping[str, Any]"}))
RESULT = Words("list", "dict", frozenset())


# Sources


def parsed(source: str) -> Form:
    """The normal form of an annotation in Python's syntax."""
    return _alternatives(ast.parse(source, mode="eval").body) if source else frozenset()


def shown(form: Form) -> str:
    """The text of a normal form."""
    return " | ".join(sorted(form, key=lambda it: (it == "None", it)))


def either(forms: Iterable[Form]) -> Form:
    """What is one of several; anything, where one of them is."""
    found: Form = frozenset().union(*forms)
    return ANY if found >= ANY else found


def _alternatives(node: ast.expr) -> Form:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return _alternatives(node.left) | _alternatives(node.right)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return parsed(node.value)
    if not isinstance(node, ast.Subscript):
        return frozenset({ast.unparse(node)})
    inner = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    head = ast.unparse(node.value)
    if head in ("Union", "Optional"):
        return frozenset().union(*map(_alternatives, inner), NONE if head == "Optional" else ())
    if head == "Annotated":
        return _alternatives(inner[0])
    return frozenset({f"{head}[{', '.join(shown(_alternatives(it)) for it in inner)}]"})


def named_in(source: str) -> frozenset[str]:
    """The names in an annotation."""
    return frozenset(re.findall(r"\w+", source))


# Schemas


class Annotations:
    """The annotations of the schemas of a document, in terms of the classes of a package."""

    def __init__(self, values: Values, package: Package) -> None:
        self._values = values
        self.classes = Classes(values, package)

    def of(self, pointer: str, words: Words, source: str) -> Form:
        """What stands for the schema at a pointer. Where several classes say the same, it is the one that `source` names.

        Raises `Underivable`, `Classless` where it is the package that lacks something.
        """
        try:
            return self._form(pointer, words, named_in(source))
        except Unnamed as problem:
            # Of what is put together of several schemas, another place may be the one that the class says it is of.
            node = self._values.document.follow(pointer)[1]
            several = isinstance(node, dict) and len(node.get("allOf", ())) > 1
            raise (Underivable if several else Classless)(str(problem)) from None
        except Unreadable as problem:
            raise Underivable(str(problem)) from None

    def home(self, pointer: str) -> str:
        """The place that decides what a schema is, references, wrappers and unions of one opened."""
        home, _ = self.classes.home(pointer)
        return (
            home
            if self.classes.kind(home) != "single"
            else self.home(self.classes.variants(self._values.shape(home))[0])
        )

    def is_object(self, pointer: str) -> bool:
        """Whether a schema, when it is not null, is an object whose class has attributes."""
        return self.classes.kind(self.home(pointer)) == "object"

    def is_enum(self, pointer: str) -> bool:
        """Whether a schema, when it is not null, is one of listed values that have a class."""
        return self.classes.kind(self.home(pointer)) == "enum"

    def is_array(self, pointer: str) -> bool:
        """Whether a schema, when it is not null, is an array that is no class and no tuple."""
        home = self.home(pointer)
        is_one = self.classes.kind(home) == "array" and not self.classes.is_class(home)
        return is_one and not places(self._values.shape(home))

    def is_plain(self, pointer: str, kinds: Set[str]) -> bool:
        """Whether a schema, when it is not null, is of one of some JSON types and no class; or may be anything."""
        home = self.home(pointer)
        kind = self.classes.kind(home)
        return kind == "any" or kind == "scalar" and {*types(self._values.shape(home))} <= {*kinds, "null"}

    def _form(self, pointer: str, words: Words, named: frozenset[str]) -> Form:
        home, null = self.classes.home(pointer)
        found = self._solid(home, words, named)
        if ANY & found:
            return ANY
        return found | NONE if null or self.classes.allows_null(home) else found

    def _solid(self, home: str, words: Words, named: frozenset[str]) -> Form:
        """What stands for a schema when it is not null."""
        kind, shape = self.classes.kind(home), self._values.shape(home)
        if not types(shape) and not shape["choices"]:
            raise Underivable("no value is of all of its types")
        if kind in ("any", "null"):
            return ANY if kind == "any" else NONE
        if kind == "single":
            return self._form(self.classes.variants(shape)[0], words, named) - NONE
        if kind in ("array", "map") and not self.classes.is_class(home):
            return self._holder(kind, shape, words, named)
        if kind == "scalar":
            return frozenset({_scalar(shape)})
        name = frozenset({self.classes.name(home, named)})
        if kind == "enum":
            return name | _value_types(self.classes.values_of(shape))
        return name | words.beside if self.classes.has_attributes(home) else name

    def _holder(self, kind: Kind, shape: Shape, words: Words, named: frozenset[str]) -> Form:
        """An array, a tuple or a map that is no class."""
        if kind == "array" and (inside := places(shape)):
            return frozenset({f"tuple[{', '.join(shown(self._form(it, words, named)) for it in inside)}]"})
        below = self.classes.below(kind, shape)
        if len(below) > 1:
            raise Underivable("what is in it is one of several schemas, for which no place of the document stands")
        inner = shown(self._form(below[0], words, named) if below else ANY)
        return frozenset({f"{words.array}[{inner}]" if kind == "array" else f"{words.mapping}[str, {inner}]"})


def _value_types(values: Sequence[Any]) -> Form:
    """The types that the values of an enum have in Python; a whole number is a float where another is none."""
    found = {type(it).__name__ for it in values if it is not None}
    return frozenset(found - {"int"} if "float" in found else found)


def _scalar(shape: Shape) -> str:
    kinds = [it for it in types(shape) if it != "null"]
    if kinds == ["string"]:
        return _STRINGS.get(str(shape.get("format")), "str")
    return "float" if len(kinds) > 1 else _SCALARS[kinds[0]]
