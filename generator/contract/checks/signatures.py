"""What a caller sees of an operation: its arguments with their types and defaults, what it returns, and its views."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from ..document.raw import RawContent, RawOperation, RawParameter, Unreadable
from ..findings import Excluded, Finding, Outcome
from ..pair import Pair
from ..python.annotations import ANY, ARGUMENT, NONE, RESULT, Classless, Form, Underivable, either, parsed, shown
from ..python.naming import Place
from ..python.package import Argument, Method, Signature
from ..wire.bodies import file_names, kind
from ..wire.calls import arguments, body_fields, is_of_client
from ..wire.choices import choosers, named_by
from ..wire.paged import paged
from ..wire.streams import streamed
from ..wire.successes import successes

UNSET: Form = frozenset({"Unset"})
OPTIONS = "**options: Unpack[CallOptions]"

Problem = tuple[str, Any, Any] | Excluded
"""Where (a pointer), what is expected, what is there; or what cannot be told."""


def signature(pair: Pair, operation: RawOperation) -> Outcome:
    """Every parameter and body field is an argument of its type, required where the document says so; none is left over."""
    wanted = {"body"} if operation.bodies else {"fields"}
    wanted |= {"fields"} if body_fields(pair, operation) else set()
    for method in pair.methods(operation):
        got = ["body" if takes_body(it) else "fields" for it in method.signatures]
        if {*got} != wanted or not choosers(operation) and len(got) != len(wanted):
            yield Finding(method.symbol, operation.pointer, f"one way to call for each of {sorted(wanted)}", got)
        for index, one in enumerate(method.signatures):
            subject = f"{method.symbol} (signature {index + 1})"
            for problem in _problems(pair, operation, one):
                if isinstance(problem, Excluded):
                    yield Excluded(f"{subject}: {problem.subject}", problem.pointer, problem.reason)
                else:
                    yield Finding(subject, *problem)


def takes_body(one: Signature) -> bool:
    """Whether a way to call takes the body whole."""
    return any(it.name == "body" for it in one.arguments)


def sent(pair: Pair, operation: RawOperation, one: Signature) -> list[RawContent]:
    """What the body of a way to call is sent as: the preferred media type, those that may be named, or any like a range."""
    named, (preferred, *others) = named_by(operation, one, "content_type").names, operation.bodies
    if named is not None:
        return [it for it in others if it.media_type in named] if named else [preferred]
    argument = next(it for it in one.arguments if it.name == "body")
    alike = [it for it in others if body_type(pair, it, argument.annotation) == parsed(argument.annotation)]
    ranges = [it for it in others if "*" in it.media_type]
    return alike if any("*" in it.media_type for it in alike) else ranges


def place_of_field(pair: Pair, operation: RawOperation, name: str) -> str:
    """Where the schema of a field of the body is."""
    home = pair.annotations.home(operation.bodies[0].schema or "")
    return str(pair.values.shape(home)["properties"][name])


def _problems(pair: Pair, operation: RawOperation, one: Signature) -> Iterator[Problem]:
    known = arguments(pair, operation, one)
    for parameter in operation.parameters:
        argument = known.get((parameter.location, parameter.name))
        if argument is None:
            subject = f"an argument for the parameter {parameter.name} in {parameter.location}"
            yield parameter.pointer, subject, [it.name for it in one.arguments]
        else:
            yield from _parameter(pair, parameter, argument)
    over = [it for it in one.arguments if it not in known.values() and it.name not in choosers(operation)]
    if takes_body(one) and operation.bodies:
        body = next(it for it in over if it.name == "body")
        over.remove(body)
        for content in sent(pair, operation, one):
            required = operation.body_required or content is not operation.bodies[0]
            yield from _argument(body, content.pointer, partial(body_type, pair, content), required, UNSET)
    elif operation.bodies:
        yield from _fields(pair, operation, known, one)
    if over:
        yield operation.pointer, "no other arguments", [it.name for it in over]
    yield from _order(pair, operation, one, known)


def _fields(pair: Pair, operation: RawOperation, known: Mapping[Place, Argument], one: Signature) -> Iterator[Problem]:
    for name, required in body_fields(pair, operation).items():
        place, field = place_of_field(pair, operation, name), known.get(("body", name))
        if field is None:
            yield place, f"an argument for the field {name}", [it.name for it in one.arguments]
        else:
            home = pair.annotations.home(operation.bodies[0].schema or "")
            places = (place, *pair.values.shape(home)["also"].get(name, ()))
            type_of = partial(_field_type, pair, operation.bodies[0], name, places)
            yield from _argument(field, place, type_of, required, UNSET)


def _order(pair: Pair, operation: RawOperation, one: Signature, known: Mapping[Place, Argument]) -> Iterator[Problem]:
    """What is wrong with the arguments together: which are given by position, and that any call takes options."""
    if one.options != OPTIONS:
        yield operation.pointer, OPTIONS, one.options or "none"
    options = pair.package.submodule("_runtime.messages").CallOptions.__annotations__
    for it in one.arguments:
        if it.name in options:
            yield operation.pointer, "a name that is no option of all calls", it.name
    path = [it.name for it in operation.parameters if it.location == "path" and ("path", it.name) in known]
    own = [known["path", name] for name in sorted(path, key=lambda it: operation.path.find(f"{{{it}}}"))]
    wanted = [it.name for it in own if not is_of_client(pair, it)] + ["body"] * takes_body(one)
    got = [it.name for it in one.arguments if not it.keyword]
    if got != wanted:
        yield operation.pointer, f"given by position: {wanted}", got
    named = [it.required for it in one.arguments if it.keyword]
    if sorted(named, reverse=True) != named:
        yield operation.pointer, "arguments with a default behind those without", [it.name for it in one.arguments]


def _parameter(pair: Pair, parameter: RawParameter, argument: Argument) -> Iterator[Problem]:
    in_path = parameter.location == "path"
    required = (parameter.required or in_path) and not is_of_client(pair, argument)
    yield from _argument(argument, parameter.pointer, partial(_type, pair, parameter.schema), required, NONE)


def _argument(
    argument: Argument, pointer: str, type_of: Callable[[str], Form], required: bool, missing: Form
) -> Iterator[Problem]:
    """What is wrong with one argument; `missing` is the type of its default, where it has one."""
    default = None if required else "UNSET" if missing == UNSET else "None"
    if argument.default != default:
        yield pointer, f"{argument.name}: {_default(default)}", _default(argument.default)
    try:
        form = type_of(argument.annotation)
    except Classless as problem:
        yield pointer, f"{argument.name}: a class for its schema", str(problem)
        return
    except Underivable as problem:
        yield Excluded(argument.name, pointer, f"its type is not told: {problem}")
        return
    wanted = form if required or form == ANY else form | missing
    if parsed(argument.annotation) != wanted:
        yield pointer, f"{argument.name}: {shown(wanted)}", argument.annotation or "no annotation"


def _default(source: str | None) -> str:
    return "no default" if source is None else f"default {source}"


# Types


def _type(pair: Pair, schema: str, source: str) -> Form:
    try:
        pair.document.at(schema)
    except Unreadable:
        return ANY  # the document says nothing of it
    return pair.annotations.of(schema, ARGUMENT, source)


def body_type(pair: Pair, content: RawContent, source: str) -> Form:
    """What a body of a media type is given as."""
    how = kind(pair, content)
    if how in ("text", "bytes"):
        return frozenset({"str" if how == "text" else "FileContent"})
    if content.schema is None:
        return ANY if how == "json" else frozenset({"Mapping[str, Any]"})
    return _type(pair, content.schema, source)


def _field_type(pair: Pair, content: RawContent, name: str, places: Sequence[str], source: str) -> Form:
    if name in file_names(pair, content):
        many = pair.annotations.is_array(places[0])
        return frozenset({"list[File]" if many else "File"})
    try:
        forms = {_type(pair, place, source) for place in places}
    except Classless:
        if len(places) == 1:
            raise
        forms = set()
    if len(forms) != 1:
        raise Underivable("it stands for several declarations, put together")
    return forms.pop()


# What comes of it


def returned(pair: Pair, operation: RawOperation) -> Outcome:
    """The type that a method returns is that of the successes, and no other; a page where the operation pages."""
    for method in pair.methods(operation):
        for index, one in enumerate(method.signatures):
            subject = f"{method.symbol} (signature {index + 1})"
            try:
                wanted = _returned(pair, operation, method, one)
            except Classless as problem:
                yield Finding(subject, operation.pointer, "a class for what it returns", str(problem))
                continue
            except Underivable as problem:
                yield Excluded(subject, operation.pointer, f"what it returns is not told: {problem}")
                continue
            if parsed(one.returns) != wanted:
                yield Finding(subject, operation.pointer, f"-> {shown(wanted)}", f"-> {one.returns or 'nothing said'}")


def _returned(pair: Pair, operation: RawOperation, method: Method, one: Signature) -> Form:
    source, accept = one.returns, named_by(operation, one, "accept")
    names = [*sorted(accept.names or ()), *([None] if accept.optional else [])]
    body = either(result_of(pair, operation, name, method, source) for name in names)
    pages = paged(pair, operation)
    if pages is None:
        return body
    item = either(_item(pair, it, source) for it in pages.choices)
    name = "AsyncPages" if method.is_async else "Page"
    return frozenset({f"{name}[{shown(item)}, {shown(body)}]"})


def result_of(pair: Pair, operation: RawOperation, accept: str | None, method: Method, source: str) -> Form:
    """What a call of a method returns that asks for a media type; None: for none in particular."""
    found = [_result(pair, content, method, source) for it in successes(operation, accept) for content in it.contents]
    found += [NONE for it in successes(operation, accept) if not it.contents]
    return either(found) if found else ANY


def _item(pair: Pair, schema: str | None, source: str) -> Form:
    return ANY if schema is None else pair.annotations.of(schema, RESULT, source)


def _result(pair: Pair, content: RawContent, method: Method, source: str) -> Form:
    stream = streamed(pair, content)
    if stream is not None:
        item = shown(frozenset({"str"}) if stream.is_text else _item(pair, stream.item.schema, source))
        name = "AsyncStream" if method.is_async else "Stream"
        return frozenset({f"{name}[ServerSentEvent[{item}]]" if stream.framing == "events" else f"{name}[{item}]"})
    how = kind(pair, content)
    if how != "json":
        return frozenset({"str" if how == "text" else "bytes"})
    return ANY if content.schema is None else pair.annotations.of(content.schema, RESULT, source)


# Views


def views(pair: Pair, operation: RawOperation) -> Outcome:
    """The raw and the streaming view of a resource have the operation, with the arguments of its method."""
    for method in pair.methods(operation):
        wanted = f"{'viewed_async' if method.is_async else 'viewed'}(resource.{method.name})"
        if method.view != wanted:
            yield Finding(f"{method.symbol} in its views", operation.pointer, wanted, method.view or "none")
