"""What is made of answers: the declared type, attribute by attribute, or the exception of its status."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from functools import cache
from typing import Any

from .calls import Call, Server, calls, examples, made
from .findings import Finding, Outcome
from .package import Method, plain
from .pair import Pair
from .raw import RawContent, RawOperation
from .requests import NOTHING, credentials, same
from .values import Case

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


def responses(pair: Pair, operation: RawOperation) -> Outcome:
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


def _read(pair: Pair, operation: RawOperation, method: Method, call: Call, status: int, content: RawContent) -> Outcome:
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


def problems(pair: Pair, operation: RawOperation) -> Outcome:
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
) -> Outcome:
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
