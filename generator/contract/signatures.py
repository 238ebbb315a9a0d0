"""What a caller sees of an operation: its arguments and its documentation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .calls import argument_of, body_fields, is_of_client
from .findings import Finding, Outcome
from .package import Method, Signature, plain
from .pair import Pair
from .raw import RawOperation


def signature(pair: Pair, operation: RawOperation) -> Outcome:
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


def _documented(operation: RawOperation, method: Method) -> Outcome:
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
