"""Mutants of what the resources say of operations: line, parameters, body, responses, pages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tests.mutants.kinds import of_package
from tests.mutants.sources import Change, Edit, Source, called, found, keyword, literal, pairs_of, value

RESOURCES = "resources/[!_]*.py"
_OTHER_VERB = {"GET": "POST", "POST": "PUT", "PUT": "PATCH", "PATCH": "PUT", "DELETE": "GET"}


@dataclass(frozen=True)
class Operation:
    """What `_NAME: Operation[…] = Operation(…)` says."""

    source: Source
    call: ast.Call
    symbol: str

    @property
    def name(self) -> str:
        """The method's name."""
        return literal(self.call.args[0])

    @property
    def line(self) -> ast.expr:
        """The node of the HTTP line."""
        return self.call.args[1]

    @property
    def parameters(self) -> list[ast.Call]:
        """The calls that make parameters."""
        return _calls(value(self.call, "parameters"))

    @property
    def body(self) -> ast.Call | None:
        """The call that makes the body."""
        made = value(self.call, "body")
        return made if isinstance(made, ast.Call) else None

    @property
    def responses(self) -> list[ast.Call]:
        """The calls that make responses, successes first."""
        return _calls(value(self.call, "responses"))

    @property
    def paging(self) -> ast.Call | None:
        """The call that makes the way of paging."""
        made = value(self.call, "paging")
        return made if isinstance(made, ast.Call) else None

    def change(self, part: str, *edits: Edit) -> Change:
        """A change of it."""
        return Change(f"{self.name}({part})" if part else self.name, self.symbol, edits)


def _calls(node: ast.expr | None) -> list[ast.Call]:
    return [it for it in node.elts if isinstance(it, ast.Call)] if isinstance(node, ast.Tuple) else []


def operations(source: Source) -> Iterator[Operation]:
    """All that a resource has."""
    classes = (it.name for it in source.tree.body if isinstance(it, ast.ClassDef))
    resource = next((it for it in classes if it.endswith("Resource") and not it.startswith("Async")), "")
    for node in source.tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Call) and called(node.value) == "Operation":
            name = literal(node.value.args[0])
            yield Operation(source, node.value, f"resources.{source.stem}.{resource}.{name}")


def _wire(parameter: ast.Call) -> str:
    return literal(parameter.args[1])


def _type(parameter: ast.Call) -> ast.expr:
    return parameter.args[2]


def _models(source: Source) -> list[str]:
    """The names of models that a resource imports."""
    lines = [it for it in source.tree.body if isinstance(it, ast.ImportFrom) and "models." in str(it.module)]
    return sorted(name.name for it in lines if it.level == 2 for name in it.names)


def _another(source: Source, name: str) -> str:
    """A model that is another one."""
    names = [it for it in _models(source) if it != name and not it.endswith("Enum")]
    return names[(names.index(min(names, key=lambda it: it < name)) + 1) % len(names)]


@of_package(RESOURCES)
def verb_wrong(source: Source) -> Iterator[Change]:
    """Another HTTP method."""
    for one in operations(source):
        verb, _, path = literal(one.line).partition(" ")
        yield one.change("", source.replace(one.line, f'"{_OTHER_VERB[verb]} {path}"'))


@of_package(RESOURCES)
def path_wrong(source: Source) -> Iterator[Change]:
    """A literal segment of the path spelled in another way."""
    for one in operations(source):
        literals = [it for it in literal(one.line).split("/")[2:] if it and "{" not in it]
        yield one.change("", source.inside(one.line, f"/{literals[-1]}", f"/{literals[-1]}s"))


@of_package(RESOURCES)
def path_segments_swapped(source: Source) -> Iterator[Change]:
    """Two neighbouring segments of the path in each other's place."""
    for one in operations(source):
        *head, last, end = literal(one.line).split("/")
        yield one.change("", source.replace(one.line, f'"{"/".join([*head, end, last])}"'))


@of_package(RESOURCES)
def path_parameters_swapped(source: Source) -> Iterator[Change]:
    """Two parameters of the path in each other's place."""
    for one in operations(source):
        named = [it for it in literal(one.line).split("/") if it.startswith("{")]
        if len(named) > 1:
            line = literal(one.line).replace(named[0], "{}").replace(named[-1], named[0]).replace("{}", named[-1])
            yield one.change("", source.replace(one.line, f'"{line}"'))


@of_package(RESOURCES)
def path_shortened(source: Source) -> Iterator[Change]:
    """The last segment of the path lost."""
    for one in operations(source):
        yield one.change("", source.replace(one.line, f'"{literal(one.line).rpartition("/")[0]}"'))


@of_package(RESOURCES)
def parameter_dropped(source: Source) -> Iterator[Change]:
    """A parameter lost."""
    for one in operations(source):
        made = value(one.call, "parameters")
        for it in one.parameters:
            edit = source.without(it, one.parameters) if len(one.parameters) > 1 else source.replace(made or it, "()")
            keeps_tuple = (source.after(one.parameters[0], ","),) if len(one.parameters) == 2 else ()
            if keeps_tuple and it is one.parameters[0]:
                edit, keeps_tuple = source.replace(made or it, f"({source.text(one.parameters[1])},)"), ()
            elif keeps_tuple:
                edit, keeps_tuple = source.replace(made or it, f"({source.text(one.parameters[0])},)"), ()
            yield one.change(_wire(it), edit)


@of_package(RESOURCES)
def parameter_renamed(source: Source) -> Iterator[Change]:
    """A query parameter with another name on the wire."""
    for one in operations(source):
        for it in one.parameters:
            if called(it) == "query":
                yield one.change(_wire(it), source.replace(it.args[1], f'"{_wire(it)}s"'))


@of_package(RESOURCES)
def parameters_swapped(source: Source) -> Iterator[Change]:
    """Two parameters with each other's name on the wire."""
    for one in operations(source):
        for left, right in zip(one.parameters, one.parameters[1:]):
            place = f"{_wire(left)} and {_wire(right)}"
            yield one.change(place, *source.swapped(left.args[1], right.args[1]))


@of_package(RESOURCES)
def parameter_in_header(source: Source) -> Iterator[Change]:
    """A query parameter sent as a header."""
    for one in operations(source):
        for it in one.parameters:
            if called(it) == "query":
                more = source.imported(".._runtime.parameters", "header")
                yield one.change(_wire(it), source.replace(it.func, "header"), *more)


def _lists(source: Source) -> Iterator[tuple[Operation, ast.Call]]:
    for one in operations(source):
        yield from ((one, it) for it in one.parameters if called(it) == "query" and "list[" in ast.unparse(_type(it)))


@of_package(RESOURCES)
def style_wrong(source: Source) -> Iterator[Change]:
    """A list in the query with pipes between its items."""
    for one, it in _lists(source):
        yield one.change(_wire(it), source.after(_type(it), ', style="pipeDelimited", explode=False'))


@of_package(RESOURCES)
def explode_wrong(source: Source) -> Iterator[Change]:
    """A list in the query under one name, with commas."""
    for one, it in _lists(source):
        yield one.change(_wire(it), source.after(_type(it), ", explode=False"))


@of_package(RESOURCES)
def parameter_required(source: Source) -> Iterator[Change]:
    """An optional parameter that must be given."""
    for one in operations(source):
        for it in one.parameters:
            if called(it) == "query":
                yield one.change(_wire(it), source.after(_type(it), ", required=True"))


@of_package(RESOURCES)
def parameter_widened(source: Source) -> Iterator[Change]:
    """A parameter that takes any value."""
    for one in operations(source):
        yield from (one.change(_wire(it), source.replace(_type(it), "Any")) for it in one.parameters)


@of_package(RESOURCES)
def parameter_narrowed(source: Source) -> Iterator[Change]:
    """A parameter that takes fewer values: integers in place of numbers, short texts in place of any."""
    instead = {"float": "int", "str": "Annotated[str, Field(max_length=3)]", "bool": "Literal[True]"}
    for one in operations(source):
        for it in one.parameters:
            for name in (name for name in found(_type(it), ast.Name) if name.id in ("float", "str")):
                more = source.imported("pydantic", "Field") if "Field" in source.data.decode() else ()
                if name.id == "float" or (_type(it) is name and "import Field" in source.data.decode()):
                    yield one.change(_wire(it), source.replace(name, instead[name.id]), *more)


@of_package(RESOURCES)
def parameter_enum_lost(source: Source) -> Iterator[Change]:
    """An enum of a parameter that is any text."""
    for one in operations(source):
        for it in one.parameters:
            for union in (node for node in found(_type(it), ast.BinOp) if ast.unparse(node.right) == "str"):
                yield one.change(_wire(it), source.replace(union, "str"))


def _limits(source: Source) -> Iterator[tuple[Operation, str, ast.Call, ast.keyword]]:
    for one in operations(source):
        for it in one.parameters:
            for call in (node for node in found(_type(it), ast.Call) if called(node) == "Field"):
                yield from ((one, f"{_wire(it)} {limit.arg}", call, limit) for limit in call.keywords)


@of_package(RESOURCES)
def parameter_limit_lost(source: Source) -> Iterator[Change]:
    """A limit of a parameter lost."""
    for one, place, call, limit in _limits(source):
        yield one.change(place, source.without(limit, call.keywords))


@of_package(RESOURCES)
def parameter_limit_moved(source: Source) -> Iterator[Change]:
    """A limit of a parameter off by one."""
    for one, place, _, limit in _limits(source):
        for step in (-1, 1):
            limit_value = ast.literal_eval(limit.value)
            yield one.change(f"{place} {step:+d}", source.replace(limit.value, str(limit_value + step)))


@of_package(RESOURCES)
def body_dropped(source: Source) -> Iterator[Change]:
    """A body that is not sent."""
    for one in operations(source):
        body = keyword(one.call, "body")
        if body:
            yield one.change("", source.without(body, one.call.keywords))


@of_package(RESOURCES)
def body_model_wrong(source: Source) -> Iterator[Change]:
    """A body of another model."""
    for one in operations(source):
        if one.body:
            name = source.text(one.body.args[0])
            yield one.change(name, source.replace(one.body.args[0], _another(source, name)))


@of_package(RESOURCES)
def body_media_type_wrong(source: Source) -> Iterator[Change]:
    """A body with another media type."""
    for one in operations(source):
        if one.body:
            content = f'body(content("application/merge-patch+json", {source.text(one.body.args[0])})'
            start, end = source.span(one.body.func)[0], source.span(one.body.args[0])[1]
            more = [edit for name in ("body", "content") for edit in source.imported(".._runtime.operation", name)]
            yield one.change("", Edit(start, end, content), *_merged(more))


def _merged(edits: list[Edit]) -> list[Edit]:
    """Edits of one place as one."""
    return [Edit(edits[0].start, edits[0].end, "".join(it.text for it in edits))] if edits else []


@of_package(RESOURCES)
def body_optional(source: Source) -> Iterator[Change]:
    """A body that may be left out."""
    for one in operations(source):
        if one.body:
            yield one.change("", source.after(one.body.args[0], ", required=False"))


@of_package(RESOURCES)
def body_fields_swapped(source: Source) -> Iterator[Change]:
    """Two fields of a body given by keyword in each other's place."""
    for one in operations(source):
        pairs = pairs_of(value(one.body, "fields"))
        for (left, first), (right, second) in zip(pairs, pairs[1:]):
            yield one.change(f"{literal(left)} and {literal(right)}", *source.swapped(first, second))


@of_package(RESOURCES)
def body_field_renamed(source: Source) -> Iterator[Change]:
    """A field of a body given by keyword with another name on the wire."""
    for one in operations(source):
        for key, wire in pairs_of(value(one.body, "fields")):
            yield one.change(literal(key), source.replace(wire, f'"{literal(wire)}_"'))


@of_package(RESOURCES)
def body_field_lost(source: Source) -> Iterator[Change]:
    """A field of a body that cannot be given by keyword."""
    for one in operations(source):
        pairs = pairs_of(value(one.body, "fields"))
        for key, wire in pairs if len(pairs) > 1 else []:
            start, end = source.span(key)[0], source.span(wire)[1]
            comma = source.data[end : end + 1] == b","
            yield one.change(literal(key), Edit(start, end + comma, ""))


def _successes(source: Source) -> Iterator[tuple[Operation, ast.Call]]:
    for one in operations(source):
        yield from ((one, it) for it in one.responses if literal(it.args[0])[:1] == "2")


def _failures(source: Source) -> Iterator[tuple[Operation, ast.Call]]:
    for one in operations(source):
        yield from ((one, it) for it in one.responses if literal(it.args[0])[:1] in ("4", "5"))


@of_package(RESOURCES)
def response_model_wrong(source: Source) -> Iterator[Change]:
    """A success read as another model."""
    for one, it in _successes(source):
        if len(it.args) > 1:
            yield one.change("", source.replace(it.args[1], _another(source, source.text(it.args[1]))))


@of_package(RESOURCES)
def response_status_wrong(source: Source) -> Iterator[Change]:
    """A success under the status of an error."""
    for one, it in _successes(source):
        if len(it.args) > 1:
            yield one.change("", source.replace(it.args[0], '"418"'))


@of_package(RESOURCES)
def response_body_lost(source: Source) -> Iterator[Change]:
    """A success that is read as if it had no body."""
    for one, it in _successes(source):
        if len(it.args) > 1:
            more = source.imported(".._runtime.operation", "response")
            yield one.change("", source.replace(it, f"response({source.text(it.args[0])})"), *more)


@of_package(RESOURCES)
def accept_wrong(source: Source) -> Iterator[Change]:
    """Another media type asked for, and read in the same way."""
    for one, it in _successes(source):
        if len(it.args) > 1:
            made = f'response({source.text(it.args[0])}, content("application/hal+json", {source.text(it.args[1])}))'
            failures = [other for other in one.responses if other is not it]
            names = ("content", "response")
            more = _merged([edit for name in names for edit in source.imported(".._runtime.operation", name)])
            errors = [
                source.replace(
                    other,
                    f'response({source.text(other.args[0])}, content("application/hal+json", {source.text(other.args[1])}))',
                )
                for other in failures
                if len(other.args) > 1
            ]
            yield one.change("", source.replace(it, made), *errors, *more)


@of_package(RESOURCES)
def error_status_lost(source: Source) -> Iterator[Change]:
    """A status of an error lost."""
    for one, it in _failures(source):
        statuses = literal(it.args[0]).split()
        for status in statuses if len(statuses) > 1 else []:
            left = " ".join(other for other in statuses if other != status)
            yield one.change(status, source.replace(it.args[0], f'"{left}"'))


@of_package(RESOURCES)
def error_model_wrong(source: Source) -> Iterator[Change]:
    """Errors read as another model."""
    for one, it in _failures(source):
        yield one.change("", source.replace(it.args[1], _another(source, source.text(it.args[1]))))


@of_package(RESOURCES)
def paging_argument_wrong(source: Source) -> Iterator[Change]:
    """The token of the next page sent as another argument."""
    for one in operations(source):
        if one.paging:
            yield one.change("", source.replace(one.paging.args[0], '"page_size"'))


@of_package(RESOURCES)
def paging_next_wrong(source: Source) -> Iterator[Change]:
    """The next page's token taken from another field."""
    for one in operations(source):
        if one.paging:
            yield one.change("", source.replace(one.paging.args[1], '("previous_page_token",)'))


@of_package(RESOURCES)
def paging_items_wrong(source: Source) -> Iterator[Change]:
    """The items taken from another field."""
    for one in operations(source):
        if one.paging:
            yield one.change("", source.replace(one.paging.args[2], '("items",)'))


@of_package(RESOURCES)
def paging_kind_wrong(source: Source) -> Iterator[Change]:
    """The token of the next page taken for a number."""
    for one in operations(source):
        if one.paging:
            yield one.change("", source.after(one.paging.args[2], ", int"))


@of_package(RESOURCES)
def security_added(source: Source) -> Iterator[Change]:
    """An operation that takes one scheme only."""
    for one in operations(source):
        if not keyword(one.call, "security"):
            yield one.change("", source.after(one.call.keywords[-1].value, ', security=(("BasicAuth",),)'))


@of_package(RESOURCES)
def security_lost(source: Source) -> Iterator[Change]:
    """An operation that goes without credentials."""
    for one in operations(source):
        if not keyword(one.call, "security"):
            yield one.change("", source.after(one.call.keywords[-1].value, ", security=()"))


@of_package(RESOURCES)
def server_added(source: Source) -> Iterator[Change]:
    """An operation with a server of its own."""
    for one in operations(source):
        if not keyword(one.call, "server"):
            server = ', server="https://other.api.sinch.com"'
            yield one.change("", source.after(one.call.keywords[-1].value, server))
