"""From an operation and its arguments to a request: pure, nothing is sent here."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import unquote, urljoin

from . import bodies, parameters
from .codec import Codec
from .errors import InvalidRequestError, Problem
from .messages import CallOptions, PreparedRequest, Target, joined, with_query
from .operation import Body, Content, Located, Operation, Token, json_response
from .options import check_options, is_encodable, is_header_value, with_extra
from .parameters import Parameter
from .unset import UNSET, Unset


def prepare(
    operation: Operation[Any], arguments: Mapping[str, Any], options: CallOptions, target: Target
) -> PreparedRequest:
    """The request that calls `operation` with `arguments` (by Python name; None and UNSET are not given).

    Raises `InvalidRequestError` with everything that is wrong with the arguments, TypeError for unknown options.
    """
    problems: list[Problem] = []
    if options:
        check_options(operation, options)
    values = [_wire_value(parameter, arguments, target, problems) for parameter in operation.parameters]
    url = _base_url(operation, target) + _path(operation, values, problems)
    query = _query(operation, values, options, problems)
    headers = _headers(operation, values, target, problems)
    payload = _payload(operation, arguments, options, problems)
    if problems:
        raise InvalidRequestError(problems, operation=operation.title)
    if payload.content_type is not None and payload.parts is None:
        headers["Content-Type"] = payload.content_type
    if options:
        headers = _with_options(headers, options)
    return PreparedRequest(
        operation.method,
        with_query(url, query) if query else url,
        headers,
        payload.content,
        payload.parts,
        payload.content_type or "",
        options.get("timeout", target.timeout),
    )


def _with_options(headers: dict[str, str], options: CallOptions) -> dict[str, str]:
    if "idempotency_key" in options:
        headers = {**headers, "Idempotency-Key": options["idempotency_key"]}
    return with_extra(headers, options.get("extra_headers"))


def _query(operation: Operation[Any], values: list[Any], options: CallOptions, problems: list[Problem]) -> list[str]:
    """The parts of the query string: what the path has, what the parameters are, what the caller adds."""
    found = [
        pair for p, value in _given(operation.located["query"], values) for pair in parameters.query_pairs(p, value)
    ]
    if "extra_query" in options:
        found += [pair for name, value in options["extra_query"].items() for pair in parameters.pairs(name, value)]
    return [part for part in (_segment(operation, operation.fixed_query, values, problems), joined(found)) if part]


def _wire_value(parameter: Parameter, arguments: Mapping[str, Any], target: Target, problems: list[Problem]) -> Any:
    value = arguments.get(parameter.name)
    if (value is None or value is UNSET) and parameter.location == "path":
        value = target.arguments.get(parameter.wire)
    if value is None or value is UNSET:
        if parameter.required:
            problems.append(Problem(parameter.name, "a value", UNSET))
        return UNSET
    try:
        plain = type(value) is str and parameter.codec.type is str  # most are, and there is nothing to check
        wire = value if plain else parameter.codec.to_wire(value)
    except InvalidRequestError as error:
        problems.extend(problem.inside(parameter.name) for problem in error.problems)
        return UNSET
    limit = _unsendable(wire)
    if limit is None:
        return wire
    problems.append(Problem(parameter.name, limit, value))
    return UNSET


def _unsendable(wire: Any) -> str | None:
    """What a value must be that has no form in HTTP; None if it has one."""
    if isinstance(wire, str):
        return None if wire.isascii() or is_encodable(wire) else "text without lone surrogates"
    if isinstance(wire, float):
        return None if math.isfinite(wire) else "a finite number"
    if isinstance(wire, (list, dict)):
        items = wire if isinstance(wire, list) else [*wire, *wire.values()]
        return next((limit for limit in map(_unsendable, items) if limit is not None), None)
    return None


def _given(located: Located, values: list[Any]) -> list[tuple[Parameter, Any]]:
    return [(parameter, values[index]) for index, parameter in located if values[index] is not UNSET]


def _path(operation: Operation[Any], values: list[Any], problems: list[Problem]) -> str:
    pieces = operation.path_pieces
    return "".join([p if type(p) is str else _segment(operation, p, values, problems) for p in pieces])


def _segment(operation: Operation[Any], segment: Sequence[Token], values: list[Any], problems: list[Problem]) -> str:
    """A segment of the path, or its query, with parameters in it."""
    text = "".join([t if isinstance(t, str) else _token(operation.parameters[t], values[t], problems) for t in segment])
    if text[:1] in (".", "%") and unquote(text) in (".", ".."):
        index = next(token for token in segment if isinstance(token, int))
        problems.append(
            Problem(operation.parameters[index].name, "a path value that is not '.' or '..'", values[index])
        )
    return text


def _token(parameter: Parameter, value: Any, problems: list[Problem]) -> str:
    if value is UNSET:
        return ""
    text = parameters.path_text(parameter, value)
    if not text:
        problems.append(Problem(parameter.name, "a path value that is not empty", value))
    return text


def _headers(operation: Operation[Any], values: list[Any], target: Target, problems: list[Problem]) -> dict[str, str]:
    headers = {**target.headers, "Accept": operation.accept}
    for parameter, value in _given(operation.located["header"], values):
        text = parameters.header_text(parameter, value)
        if not is_header_value(text):
            problems.append(Problem(parameter.name, "a header value without control characters", value))
        own = next((name for name in headers if name.lower() == parameter.wire.lower()), parameter.wire)
        headers[own] = text
    given = _given(operation.located["cookie"], values)
    cookies = [pair for parameter, value in given for pair in parameters.query_pairs(parameter, value)]
    if cookies:
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies)
    return headers


def _base_url(operation: Operation[Any], target: Target) -> str:
    """Without trailing slash. A relative server of the operation is resolved against the client's base URL."""
    if operation.server is None:
        return target.base_url
    relative = "://" not in operation.server
    if target.chosen and not relative:
        return target.base_url
    return (urljoin(f"{target.base_url}/", operation.server) if relative else operation.server).rstrip("/")


_NOTHING = bodies.Payload()


def _payload(
    operation: Operation[Any], arguments: Mapping[str, Any], options: CallOptions, problems: list[Problem]
) -> bodies.Payload:
    extra = options.get("extra_body")
    if operation.body is None:
        return bodies.Payload("application/json", _json({**extra})) if extra else _NOTHING
    try:
        return _encoded(operation.body, arguments, extra)
    except InvalidRequestError as error:
        problems.extend(error.problems or [Problem("", error.message, UNSET)])
        return _NOTHING


def _encoded(body: Body, arguments: Mapping[str, Any], extra: Mapping[str, Any] | None) -> bodies.Payload:
    value = _body_value(body, arguments)
    if value is UNSET:
        if body.required:
            raise InvalidRequestError([Problem("body", "a value", UNSET)])
        return bodies.Payload("application/json", _json({**extra})) if extra else _NOTHING
    try:
        payload = bodies.encode(body.content, value)
    except InvalidRequestError as error:
        fields = value is not arguments.get("body")
        raise InvalidRequestError([p if fields and p.where else p.inside("body") for p in error.problems]) from None
    return _with_extra_body(payload, extra) if extra else payload


def _body_value(body: Body, arguments: Mapping[str, Any]) -> Any:
    """The body as it was given, or an object of the fields that were; UNSET if neither was."""
    given: Any = arguments.get("body", UNSET)
    fields = {wire: arguments[name] for name, wire in body.fields.items() if arguments.get(name, UNSET) is not UNSET}
    if not isinstance(given, Unset):
        if fields:
            first = next(name for name in body.fields if arguments.get(name, UNSET) is not UNSET)
            raise InvalidRequestError([Problem(first, "either `body` or its fields, not both", arguments[first])])
        return given
    return fields if fields or (body.required and body.fields) else UNSET


def _with_extra_body(payload: bodies.Payload, extra: Mapping[str, Any]) -> bodies.Payload:
    value = json.loads(payload.content) if payload.content and "json" in (payload.content_type or "") else None
    if not isinstance(value, dict):
        raise InvalidRequestError([Problem("extra_body", "a body that is a JSON object", extra)])
    return replace(payload, content=_json({**value, **extra}))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def undocumented(method: str, path: str, type_: Any, sent: Any) -> Operation[Any]:
    """An operation that the document does not have, below the base URL. Raises `InvalidRequestError` for a whole URL."""
    if not method.isalpha():
        raise InvalidRequestError([Problem("method", "an HTTP method", method)])
    if "://" in path.partition("?")[0] or path.startswith("//"):
        raise InvalidRequestError([Problem("path", "a path below the client's base URL", path)])
    raw = isinstance(sent, (bytes, bytearray))
    content = Content("application/octet-stream") if raw else Content("application/json", Codec(Any))
    answers = (json_response("2XX", type_),)
    return Operation("request", f"{method.upper()} /{path.lstrip('/')}", body=Body(content, False), responses=answers)
