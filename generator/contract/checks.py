"""The checks: each takes a document, a package and one operation or schema, and yields what does not agree."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.contract.calls import (
    Call,
    Pair,
    Server,
    argument_of,
    body_fields,
    calls,
    examples,
    is_of_client,
    made,
    success,
    wrong_calls,
)
from generator.contract.package import Method, Signature, plain
from generator.contract.raw import RawContent, RawOperation
from generator.contract.requests import NOTHING, Credentials, accepted, credentials, differences, expected, same
from generator.contract.values import Case

_SHOWN = 600
_ERRORS = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    412: "PreconditionFailedError",
    422: "UnprocessableEntityError",
    424: "FailedDependencyError",
    429: "RateLimitError",
}


@dataclass(frozen=True)
class Finding:
    """Something in which the package departs from the document."""

    subject: str
    pointer: str
    expected: Any
    got: Any

    def __str__(self) -> str:
        lines = (self.subject, f"  at       {self.pointer}", f"  expected {_short(self.expected)}")
        return "\n".join([*lines, f"  got      {_short(self.got)}"])


def _short(value: Any) -> str:
    shown = value if isinstance(value, str) else repr(value)
    return shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN // 2]} … {shown[-_SHOWN // 2 :]}"


# (1) Operations exist


def exists(pair: Pair, operation: RawOperation) -> Iterator[Finding]:
    """The operation has one method in each client, and the client has its resource."""
    methods = pair.methods(operation)
    kinds = sorted(it.is_async for it in methods)
    if kinds != [False, True]:
        shown = [it.symbol for it in methods] or "none"
        yield Finding(operation.id, operation.pointer, "one synchronous and one asynchronous method", shown)
    for method in methods:
        client, cls = ("AsyncClient" if method.is_async else "Client"), method.symbol.split(".")[2]
        got = pair.package.resource_attributes(client).get(method.resource)
        if got != cls:
            yield Finding(operation.id, operation.pointer, f"{client}.{method.resource}: {cls}", got)
    if len({(it.resource, it.name) for it in methods}) > 1:
        yield Finding(operation.id, operation.pointer, "the same name in both", [it.symbol for it in methods])


def signature(pair: Pair, operation: RawOperation) -> Iterator[Finding]:
    """Every parameter and body field is an argument, required where the document says so; no argument is left over."""
    for method in pair.methods(operation):
        for index, one in enumerate(method.signatures):
            subject = f"{method.symbol} (signature {index + 1})"
            yield from (Finding(subject, operation.pointer, *it) for it in _signature_problems(pair, operation, one))
        yield from _documented(operation, method)
        if operation.bodies and body_fields(pair, operation) and len(method.signatures) < 2:
            yield Finding(method.symbol, operation.pointer, "two ways to call: body, and its fields", "one")


def _signature_problems(pair: Pair, operation: RawOperation, one: Signature) -> Iterator[tuple[Any, Any]]:
    known = {"options"}
    for parameter in operation.parameters:
        argument = argument_of(one, parameter)
        required = parameter.required and argument is not None and not is_of_client(pair, argument)
        if argument is None:
            yield f"an argument for the parameter {parameter.name} in {parameter.location}", [
                it.name for it in one.arguments
            ]
        elif argument.required != required:
            yield f"{argument.name} {'required' if required else 'optional'}", "the opposite"
        if argument is not None:
            known.add(argument.name)
    body = one.find("body") if operation.bodies else None
    if operation.bodies and body is not None:
        known.add("body")
        if body.required != operation.body_required:
            yield f"body {'required' if operation.body_required else 'optional'}", "the opposite"
    elif operation.bodies:
        for name, required in body_fields(pair, operation).items():
            argument = one.find(name, f"body_{name}")
            if argument is None:
                yield f"an argument for the field {name}", [it.name for it in one.arguments]
                continue
            known.add(argument.name)
            if argument.required != (required and operation.body_required):
                yield f"{argument.name} {'required' if required else 'optional'}", "the opposite"
    over = [it.name for it in one.arguments if it.name not in known]
    if over:
        yield "no other arguments", over


def _documented(operation: RawOperation, method: Method) -> Iterator[Finding]:
    line = f"HTTP: {operation.method} {operation.path}"
    if " ".join(line.split()) not in " ".join(method.doc.split()):
        yield Finding(method.symbol, operation.pointer, line, method.doc or "no docstring")
    if operation.deprecated != ("\nDeprecated." in method.doc):
        yield Finding(method.symbol, operation.pointer, f"deprecated: {operation.deprecated}", method.doc)
    summary = str(operation.value.get("summary", "")).strip()
    if not method.doc.startswith(summary.split("\n")[0][:60]):
        yield Finding(method.symbol, operation.pointer, summary, method.doc[:80])
    for parameter in operation.parameters:
        if parameter.deprecated and f"{plain(parameter.name)}" not in plain(method.doc):
            yield Finding(method.symbol, parameter.pointer, f"{parameter.name} documented as deprecated", method.doc)


def left_over(pair: Pair) -> Iterator[Finding]:
    """Every public method of a resource belongs to an operation; every resource of a client has such methods."""
    wanted = {it.pointer for it in pair.document.operations}
    for pointer, methods in pair.package.methods.items():
        if pointer not in wanted:
            yield from (Finding(it.symbol, pointer, "an operation of the document", "none") for it in methods)
    for symbol, pointer in pair.package.symbols.items():
        try:
            pair.document.at(pointer)
        except Exception as problem:
            yield Finding(symbol, pointer, "a node of the document", str(problem))
    homes = {(it.is_async, it.resource) for methods in pair.package.methods.values() for it in methods}
    for client in ("Client", "AsyncClient"):
        for attribute in pair.package.resource_attributes(client):
            if (client != "Client", attribute) not in homes:
                yield Finding(f"{client}.{attribute}", "", "a resource with methods", "none")


# (2) Requests


def requests(pair: Pair, operation: RawOperation) -> Iterator[Finding]:
    """Called with minimal, full and boundary arguments, by each scheme, the request is the one that the document asks for."""
    ways = credentials(pair.document, operation, pair.package.module)
    status, body = success(pair, operation)
    for method in pair.methods(operation):
        for number, call in enumerate(calls(pair, operation)):
            for by in (ways if number < 1 else ways[:1]) or [None]:  # type: ignore[list-item]
                server = Server(pair.package.http, status, body)
                subject = f"{method.symbol} ({call.label})"
                try:
                    made(pair, operation, method, call, server, by)
                except Exception as problem:
                    yield Finding(subject, operation.pointer, "a request", f"{type(problem).__name__}: {problem}")
                    continue
                yield from _compared(operation, call, server, by, subject)


def _compared(
    operation: RawOperation, call: Call, server: Server, by: Credentials | None, subject: str
) -> Iterator[Finding]:
    wanted = expected(operation, call.arguments, call.body, by.headers if by else {})
    if len(server.requests) != 1:
        yield Finding(subject, operation.pointer, "one request", f"{len(server.requests)} requests")
        return
    for what, right, got in differences(wanted, server.requests[0], accepted(operation)):
        yield Finding(f"{subject}: {what}", operation.pointer, right, got)
    if by and by.token_url and len(server.token_requests) != 1:
        yield Finding(subject, operation.pointer, f"one request of {by.token_url}", len(server.token_requests))


def refusals(pair: Pair, operation: RawOperation) -> Iterator[Finding]:
    """Arguments that the document does not allow are refused before anything is sent."""
    ways = credentials(pair.document, operation, pair.package.module)
    by = ways[0] if ways else None
    status, body = success(pair, operation)
    for method in pair.methods(operation):
        for call in wrong_calls(pair, operation):
            server = Server(pair.package.http, status, body)
            got: Any = "no exception"
            try:
                made(pair, operation, method, call, server, by)
            except pair.errors.InvalidRequestError:
                got = None
            except Exception as problem:
                got = f"{type(problem).__name__}: {problem}"
            if got or server.requests:
                shown = call.body if call.label.startswith("body") else call.arguments
                sent = [it.url for it in server.requests]
                yield Finding(
                    f"{method.symbol} ({call.label}): {_short(shown)}",
                    operation.pointer,
                    "InvalidRequestError, nothing sent",
                    (got, sent),
                )


# (3) Responses


def responses(pair: Pair, operation: RawOperation) -> Iterator[Finding]:
    """Every example and generated instance of each success is read as the declared type, and goes back unchanged."""
    call = calls(pair, operation, 0)[0]
    for status, contents in operation.responses.items():
        if status[0] not in "2":
            continue
        number = int(status.upper().replace("X", "0"))
        for method in pair.methods(operation):
            if not contents:
                got = _answered(pair, operation, method, call, number, NOTHING)
                if got is not None:
                    yield Finding(f"{method.symbol} ({status})", operation.pointer, None, got)
            for content in contents:
                yield from _read(pair, operation, method, call, number, content)


def _read(
    pair: Pair, operation: RawOperation, method: Method, call: Call, status: int, content: RawContent
) -> Iterator[Finding]:
    name = pair.model(content.schema)
    declared = {_declared(it.returns) for it in method.signatures}
    if name is not None and declared != {name}:
        yield Finding(f"{method.symbol} ({status})", content.pointer, f"a method that returns {name}", sorted(declared))
    for case in _answers(pair, content):
        subject = f"{method.symbol} ({status}, {case.label})"
        try:
            got = _answered(pair, operation, method, call, status, case.value)
        except Exception as problem:
            yield Finding(subject, content.pointer, case.value, f"{type(problem).__name__}: {problem}")
            continue
        yield from (Finding(subject, content.pointer + at, *it) for at, *it in unequal(got, case.value))
        cls = pair.package.symbol(f"models.{name}") if name else None
        if isinstance(cls, type) and not isinstance(got, cls):
            yield Finding(subject, content.pointer, f"a {name}", type(got).__name__)


def _declared(returns: str) -> str:
    """The model in a return annotation: `Webhook`, or the body of `Page[Item, Body]`."""
    return returns.rpartition(",")[2].strip(" ]") if "Page" in returns else returns


def _answers(pair: Pair, content: RawContent) -> list[Case]:
    generated = [] if content.schema is None else pair.values.cases(content.schema, "response", 0)
    return [*generated, *examples(pair, content, "response")]


def _errors(pair: Pair, content: RawContent) -> list[Case]:
    """Examples, and each kind of error: variants of errors cannot be told apart, so each is taken by itself."""
    kinds = [] if content.schema is None else pair.values.variants(content.schema) or [content.schema]
    generated = [
        Case(f"{label} {kind.rpartition('/')[2]}", value(kind, "response"))
        for kind in kinds
        for label, value in (("minimal", pair.values.minimal), ("full", pair.values.full))
    ]
    return [*generated, *examples(pair, content, "response")]


def _answered(pair: Pair, operation: RawOperation, method: Method, call: Call, status: int, body: Any) -> Any:
    """What a method returns of an answer; of a page, the whole body."""
    ways = credentials(pair.document, operation, pair.package.module)
    server = Server(pair.package.http, status, body)
    got = made(pair, operation, method, call, server, ways[0] if ways else None)
    return got.body if type(got).__name__ in ("Page", "AsyncPage") else got


def unequal(got: Any, raw: Any, at: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Where a value that was read is not the JSON that it was read from: attribute by attribute, then as it is sent."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of fields that the document deprecates
        found = list(_attributes(got, raw, at))
    yield from found
    if hasattr(got, "to_wire") and not same(got.to_wire(), raw):
        yield at, f"to_wire(): {raw}", f"to_wire(): {got.to_wire()}"


def _attributes(got: Any, raw: Any, at: str) -> Iterator[tuple[str, Any, Any]]:
    if isinstance(raw, dict) and hasattr(type(got), "model_fields"):
        model: Any = type(got)
        fields = fields_of(model)
        for key, value in raw.items():
            if key in fields and plain(fields[key]) not in (plain(key), f"{plain(key)}field"):
                yield f"{at}/{key}", f"an attribute called like {key}", fields[key]
            found = getattr(got, str(fields.get(key, key)), NOTHING)
            yield from _attributes(found, value, f"{at}/{key}")
    elif isinstance(raw, dict) and isinstance(got, dict) and raw.keys() == got.keys():
        for key, value in raw.items():
            yield from _attributes(got[key], value, f"{at}/{key}")
    elif isinstance(raw, list) and isinstance(got, list) and len(raw) == len(got):
        for index, (one, value) in enumerate(zip(got, raw)):
            yield from _attributes(one, value, f"{at}/{index}")
    elif not _equal(got, raw):
        yield at, raw, got


@cache
def fields_of(model: Any) -> dict[str, str]:
    """The attributes of a model by JSON name. Pydantic knows the names of a nested model only once it is built itself."""
    model.model_rebuild()
    return {(it.alias or name): name for name, it in model.model_fields.items()}


def _equal(got: Any, raw: Any) -> bool:
    """Whether a scalar was read as what it is; times and the like are compared as text."""
    value = getattr(got, "value", got)
    return (type(value) is type(raw) and value == raw) or (
        not isinstance(value, (str, bool, dict, list)) and value is not None and same(value, raw)
        if isinstance(value, (int, float))
        else hasattr(value, "isoformat") and isinstance(raw, str)
    )


def problems(pair: Pair, operation: RawOperation) -> Iterator[Finding]:
    """Each documented error raises its class with the parsed body; so do statuses that the document does not have."""
    call = calls(pair, operation, 0)[0]
    for method in pair.methods(operation):
        for status, contents in operation.responses.items():
            if status[0] in "45" and status.isdigit():
                for content in contents:
                    for case in _errors(pair, content):
                        yield from _raised(pair, operation, method, call, int(status), case, content.pointer)
        for unknown in (418, 599):
            if str(unknown) not in operation.responses:
                case = Case("undocumented", {"errorCode": "teapot"})
                yield from _raised(pair, operation, method, call, unknown, case, "")


def _raised(
    pair: Pair, operation: RawOperation, method: Method, call: Call, status: int, case: Case, pointer: str
) -> Iterator[Finding]:
    wanted = _ERRORS.get(status, "InternalServerError" if status >= 500 else "APIStatusError")
    subject = f"{method.symbol} ({status}, {case.label})"
    where = pointer or operation.pointer
    try:
        got: Any = _answered(pair, operation, method, call, status, case.value)
    except pair.errors.APIError as problem:
        if type(problem).__name__ != wanted or getattr(problem, "status_code", None) != status:
            yield Finding(subject, where, f"{wanted} with status_code {status}", repr(problem))
        elif pointer:
            if not hasattr(type(problem.error), "model_fields") and isinstance(case.value, dict):
                yield Finding(subject, where, "error: a model of the body", repr(problem.error))
            yield from (Finding(subject, where + at, *it) for at, *it in unequal(problem.error, case.value))
    except Exception as problem:
        yield Finding(subject, where, wanted, f"{type(problem).__name__}: {problem}")
    else:
        yield Finding(subject, where, wanted, got)
