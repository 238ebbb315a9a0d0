"""Mutants of the methods of resources: what a caller sees, and what is passed on."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tests.mutants.kinds import of_package
from tests.mutants.of_operations import RESOURCES
from tests.mutants.sources import Change, Edit, Source, called, found

Function = ast.FunctionDef | ast.AsyncFunctionDef
_OTHER_TYPE = {"str": "int", "float": "str", "int": "str", "bool": "str"}
_OTHER_DEFAULT = {"str": '"a"', "float": "10", "int": "10", "bool": "True", "Sequence": "()"}


@dataclass(frozen=True)
class Method:
    """A method of a resource: all of its definitions, the last of which does something."""

    source: Source
    resource: str
    nodes: tuple[Function, ...]

    @property
    def name(self) -> str:
        """Its name."""
        return self.nodes[-1].name

    @property
    def symbol(self) -> str:
        """What the manifest calls it."""
        return f"resources.{self.source.stem}.{self.resource}.{self.name}"

    @property
    def signatures(self) -> tuple[Function, ...]:
        """The definitions that say how it may be called."""
        return self.nodes[:-1] or self.nodes

    @property
    def passed(self) -> ast.Call:
        """The call that it makes."""
        return next(it for it in found(self.nodes[-1], ast.Call) if called(it) in ("self._call", "self._pages"))

    @property
    def doc(self) -> ast.Constant:
        """Its docstring."""
        statement = self.nodes[-1].body[0]
        assert isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        return statement.value

    def change(self, part: str, *edits: Edit) -> Change:
        """A change of it."""
        return Change(f"{self.resource}.{self.name}{f'({part})' if part else ''}", self.symbol, edits)


def methods(source: Source) -> Iterator[Method]:
    """All that the resources of a file have, in both colours."""
    for cls in (it for it in source.tree.body if isinstance(it, ast.ClassDef) and it.name.endswith("Resource")):
        by_name: dict[str, list[Function]] = {}
        for node in cls.body:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                by_name.setdefault(node.name, []).append(node)
        yield from (Method(source, cls.name, tuple(nodes)) for nodes in by_name.values())


def _arguments(node: Function) -> Iterator[tuple[ast.arg, ast.expr | None]]:
    """The arguments of a definition with their defaults."""
    plain = node.args.args[1:]
    missing = len(plain) - len(node.args.defaults)
    yield from zip(plain, [*[None] * missing, *node.args.defaults])
    yield from zip(node.args.kwonlyargs, node.args.kw_defaults)


def _every(source: Source) -> Iterator[tuple[Method, Function, str, ast.arg, ast.expr | None]]:
    """All arguments of all signatures, with what to call the place."""
    for one in methods(source):
        for number, node in enumerate(one.signatures):
            mark = f" in signature {number + 1}" if len(one.signatures) > 1 else ""
            yield from ((one, node, f"{it.arg}{mark}", it, default) for it, default in _arguments(node))


def _first_word(argument: ast.arg) -> str:
    names = list(found(argument.annotation, ast.Name)) if argument.annotation else []
    return names[0].id if names else ""


@of_package(RESOURCES)
def argument_renamed(source: Source) -> Iterator[Change]:
    """An argument with another name."""
    for one, node, place, it, _ in _every(source):
        uses = [name for name in found(one.passed, ast.Name) if name.id == it.arg and node is one.nodes[-1]]
        start = source.span(it)[0]
        edits = [Edit(start, start + len(it.arg), f"the_{it.arg}")]
        yield one.change(place, *edits, *(source.replace(name, f"the_{it.arg}") for name in uses))


@of_package(RESOURCES)
def argument_dropped(source: Source) -> Iterator[Change]:
    """An argument lost, and not passed on."""
    for one, node, place, it, _ in _every(source):
        keys = [key for key in one.passed.keywords if isinstance(key.value, ast.Name) and key.value.id == it.arg]
        mine = keys if node is one.nodes[-1] else []
        alone = it in node.args.kwonlyargs and len(node.args.kwonlyargs) == 1
        if not alone:
            start, end = source.span(it)
            stop = source.data.index(b",", end) + 1
            depth = source.data[start:stop].count(b"[") - source.data[start:stop].count(b"]")
            end = stop if not depth and b")" not in source.data[end:stop] else end
            edits = [source.without(key, one.passed.keywords) for key in mine]
            yield one.change(place, Edit(start, end, ""), *edits)


@of_package(RESOURCES)
def argument_added(source: Source) -> Iterator[Change]:
    """An argument that the document does not have."""
    for one in methods(source):
        if one.signatures[0].args.kwonlyargs:
            yield one.change("", source.before(one.signatures[0].args.kwonlyargs[0], "left_over: str | None = None, "))


@of_package(RESOURCES)
def argument_required(source: Source) -> Iterator[Change]:
    """An optional argument that must be given."""
    for one, node, place, it, default in _every(source):
        if default is not None and it in node.args.kwonlyargs:
            yield one.change(place, Edit(source.span(it)[1], source.span(default)[1], ""))


@of_package(RESOURCES)
def argument_optional(source: Source) -> Iterator[Change]:
    """A required argument that may be left out."""
    for one, node, place, it, default in _every(source):
        if default is None and (it in node.args.kwonlyargs or it is node.args.args[-1]):
            yield one.change(place, source.after(it, " = None"))


@of_package(RESOURCES)
def argument_default_wrong(source: Source) -> Iterator[Change]:
    """An argument with another default."""
    for one, _, place, it, default in _every(source):
        if default is not None and it.arg != "project_id":
            yield one.change(place, source.replace(default, _OTHER_DEFAULT.get(_first_word(it), '"a"')))


@of_package(RESOURCES)
def annotation_wrong(source: Source) -> Iterator[Change]:
    """An argument whose annotation names another type."""
    for one, _, place, it, _ in _every(source):
        for name in [*found(it, ast.Name)][:1]:
            if name.id in _OTHER_TYPE:
                yield one.change(place, source.replace(name, _OTHER_TYPE[name.id]))


@of_package(RESOURCES)
def annotation_enum_lost(source: Source) -> Iterator[Change]:
    """An argument whose annotation does not name its enum."""
    for one, _, place, it, _ in _every(source):
        for union in found(it, ast.BinOp):
            if ast.unparse(union.right) == "str" and isinstance(union.left, ast.Name):
                yield one.change(place, source.replace(union, "str"))


@of_package(RESOURCES)
def annotation_body_wrong(source: Source) -> Iterator[Change]:
    """A body whose annotation names another model."""
    for one, _, place, it, _ in _every(source):
        for name in [*found(it, ast.Name)][:1] if it.arg == "body" and it.annotation else []:
            if name.id not in ("Any", "Mapping"):
                yield one.change(place, source.replace(name, "CallOptions"))


@of_package(RESOURCES)
def annotation_body_closed(source: Source) -> Iterator[Change]:
    """A body that by its annotation may not be a mapping."""
    for one, _, place, it, _ in _every(source):
        union = it.annotation
        if it.arg == "body" and isinstance(union, ast.BinOp) and "Mapping" in ast.unparse(union.right):
            yield one.change(place, source.replace(union, source.text(union.left)))


@of_package(RESOURCES)
def argument_not_passed(source: Source) -> Iterator[Change]:
    """An argument that is taken but not passed on."""
    for one in methods(source):
        for key in one.passed.keywords:
            yield one.change(str(key.arg), source.without(key, [*one.passed.args, *one.passed.keywords]))


@of_package(RESOURCES)
def arguments_swapped(source: Source) -> Iterator[Change]:
    """Two arguments passed on in each other's place."""
    for one in methods(source):
        for left, right in zip(one.passed.keywords, one.passed.keywords[1:]):
            yield one.change(f"{left.arg} and {right.arg}", *source.swapped(left.value, right.value))


@of_package(RESOURCES)
def options_not_passed(source: Source) -> Iterator[Change]:
    """What came by keyword is not passed on."""
    for one in methods(source):
        if len(one.nodes) > 1:
            yield one.change("", source.replace(one.passed.args[1], "{}"))


@of_package(RESOURCES)
def operation_wrong(source: Source) -> Iterator[Change]:
    """A method that calls another operation."""
    every = list(methods(source))
    for one, other in zip(every, [*every[1:], every[0]]):
        wanted = source.text(other.passed.args[0])
        if wanted != source.text(one.passed.args[0]):
            yield one.change("", source.replace(one.passed.args[0], wanted))


@of_package(RESOURCES)
def pages_lost(source: Source) -> Iterator[Change]:
    """A list whose method gives the body in place of the page."""
    for one in methods(source):
        if called(one.passed) == "self._pages":
            yield one.change("", source.replace(one.passed.func, "self._call"))


@of_package(RESOURCES)
def pages_added(source: Source) -> Iterator[Change]:
    """A method that gives a page where there is none."""
    for one in methods(source):
        if called(one.passed) == "self._call" and not one.resource.startswith("Async"):
            yield one.change("", source.replace(one.passed.func, "self._pages"))


@of_package(RESOURCES)
def return_type_wrong(source: Source) -> Iterator[Change]:
    """A method whose annotation promises another model."""
    for one in methods(source):
        returns = one.signatures[0].returns
        if returns is not None and called(one.passed) == "self._call":
            yield one.change("", source.replace(returns, "CallOptions"))


@of_package(RESOURCES)
def return_items_wrong(source: Source) -> Iterator[Change]:
    """A list whose annotation promises other items."""
    for one in methods(source):
        returns = one.signatures[0].returns
        if isinstance(returns, ast.Subscript) and isinstance(returns.slice, ast.Tuple):
            item, body = returns.slice.elts
            yield one.change("", source.replace(item, source.text(body)))


@of_package(RESOURCES)
def result_lost(source: Source) -> Iterator[Change]:
    """A method that returns nothing."""
    for one in methods(source):
        last = one.nodes[-1].body[-1]
        if isinstance(last, ast.Return) and last.value and source.text(one.nodes[-1].returns or last) != "None":
            yield one.change("", Edit(source.span(last)[0], source.span(last.value)[0], ""))


@of_package(RESOURCES)
def method_missing(source: Source) -> Iterator[Change]:
    """A method lost in one of both colours."""
    for one in methods(source):
        start = source.span(one.nodes[0])[0]
        first = source.offset(min(it.lineno for it in [one.nodes[0], *one.nodes[0].decorator_list]), 4)
        yield one.change("", Edit(min(start, first), source.span(one.nodes[-1])[1], f'"""{one.name} is gone."""'))


@of_package(RESOURCES)
def method_renamed(source: Source) -> Iterator[Change]:
    """A method with another name in one of both colours."""
    for one in methods(source):
        edits = [source.inside(node, f"def {one.name}(", f"def the_{one.name}(") for node in one.nodes]
        yield one.change("", *edits)


@of_package(RESOURCES)
def overload_missing(source: Source) -> Iterator[Change]:
    """A way to call a method lost."""
    for one in methods(source):
        for number, node in enumerate(one.nodes[:-1]):
            start = source.offset(min(it.lineno for it in node.decorator_list), 4)
            yield one.change(f"signature {number + 1}", Edit(start, source.span(node)[1], '""""""'))


@of_package(RESOURCES)
def await_lost(source: Source) -> Iterator[Change]:
    """An asynchronous method that gives what it should have awaited."""
    for one in methods(source):
        for waiting in found(one.nodes[-1], ast.Await):
            yield one.change("", source.replace(waiting, source.text(waiting.value)))


@of_package(RESOURCES)
def async_lost(source: Source) -> Iterator[Change]:
    """A method of the asynchronous client that is not asynchronous."""
    for one in methods(source):
        for waiting in found(one.nodes[-1], ast.Await):
            edits = [source.inside(node, "async def", "def") for node in one.nodes]
            yield one.change("", *edits, source.replace(waiting, "None"))


@of_package(RESOURCES)
def docstring_lost(source: Source) -> Iterator[Change]:
    """A method without documentation."""
    for one in methods(source):
        yield one.change("", source.replace(one.doc, '""""""'))


@of_package(RESOURCES)
def summary_wrong(source: Source) -> Iterator[Change]:
    """A method whose documentation begins with other words."""
    for one in methods(source):
        yield one.change("", source.inside(one.doc, '"""', '"""Not '))


@of_package(RESOURCES)
def argument_undocumented(source: Source) -> Iterator[Change]:
    """An argument that the documentation leaves out."""
    for one in methods(source):
        lines = source.text(one.doc).split("\n")
        for it in (it.arg for node in one.signatures for it, _ in _arguments(node)):
            line = next((line for line in lines if line.strip().startswith(f"{it}: ")), None)
            if line is not None:
                yield one.change(it, source.inside(one.doc, f"            {it}: ", "            "))


@of_package(RESOURCES)
def documented_line_wrong(source: Source) -> Iterator[Change]:
    """A method whose documentation names another request."""
    for one in methods(source):
        yield one.change("", source.inside(one.doc, "HTTP: ", "HTTP: HEAD or "))


@of_package(RESOURCES)
def documented_errors_wrong(source: Source) -> Iterator[Change]:
    """A method whose documentation leaves out an error."""
    for one in methods(source):
        if "BadRequestError (" in source.text(one.doc):
            yield one.change("", source.inside(one.doc, "BadRequestError (", "("))


@of_package(RESOURCES)
def deprecation_lost(source: Source) -> Iterator[Change]:
    """A deprecated method that does not say so."""
    for one in methods(source):
        if "\n        Deprecated." in source.text(one.doc):
            yield one.change("", source.inside(one.doc, "Deprecated.", "Fine."))


@of_package(RESOURCES)
def deprecation_added(source: Source) -> Iterator[Change]:
    """A method that calls itself deprecated without being so."""
    for one in methods(source):
        if "\n        Deprecated." not in source.text(one.doc) and "\n\n" in source.text(one.doc):
            yield one.change("", source.inside(one.doc, "\n\n", "\n\n        Deprecated.\n\n"))


@of_package(RESOURCES)
def view_missing(source: Source) -> Iterator[Change]:
    """A method lost among those that return whole responses."""
    for cls in (it for it in source.tree.body if isinstance(it, ast.ClassDef) and it.name.endswith("ResourceViews")):
        for line in (it for it in found(cls, ast.Assign) if isinstance(it.targets[0], ast.Attribute)):
            name = ast.unparse(line.targets[0]).removeprefix("self.")
            symbol = f"resources.{source.stem}.{cls.name.removesuffix('Views')}.{name}"
            yield Change(f"{cls.name}.{name}", symbol, (source.replace(line, "pass"),))


@of_package(RESOURCES)
def view_wrong(source: Source) -> Iterator[Change]:
    """A method that is another one among those that return whole responses."""
    for cls in (it for it in source.tree.body if isinstance(it, ast.ClassDef) and it.name.endswith("ResourceViews")):
        lines = [it for it in found(cls, ast.Assign) if isinstance(it.targets[0], ast.Attribute)]
        for line, other in zip(lines, lines[1:]):
            name = ast.unparse(line.targets[0]).removeprefix("self.")
            symbol = f"resources.{source.stem}.{cls.name.removesuffix('Views')}.{name}"
            yield Change(f"{cls.name}.{name}", symbol, (source.replace(line.value, source.text(other.value)),))
