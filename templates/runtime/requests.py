"""From an operation and its arguments to a request: pure, nothing is sent here."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import unquote, urljoin

from . import bodies, parameters
from .codec import Codec
from .errors import InvalidRequestError, Problem
from .messages import CallOptions, PreparedRequest, Target, joined, with_query
from .operation import Body, Content, Operation, Token, json_response
from .parameters import Parameter
from .unset import UNSET, Unset


def prepare(
    operation: Operation[Any], arguments: Mapping[str, Any], options: CallOptions, target: Target
) -> PreparedRequest:
    """The request that calls `operation` with `arguments` (by Python name; None and UNSET are not given).

    Raises `InvalidRequestError` with everything that is wrong with the arguments, TypeError for unknown options.
    """
    problems = list(_option_problems(operation, options)) if options else []
    values = _wire_values(operation, arguments, target, problems)
    path = _collected(problems, lambda: _path(operation, values, problems)) or ""
    headers = _headers(operation, values, target, problems)
    payload = _collected(problems, lambda: _payload(operation, arguments, options)) or bodies.Payload()
    if problems:
        raise InvalidRequestError(problems, operation=operation.title)
    if payload.content_type is not None and payload.parts is None:
        headers["Content-Type"] = payload.content_type
    if "idempotency_key" in options:
        headers["Idempotency-Key"] = options["idempotency_key"]
    found = [pair for p, value in _located(operation, values, "query") for pair in parameters.query_pairs(p, value)]
    extra = [pair for name, value in options.get("extra_query", {}).items() for pair in parameters.pairs(name, value)]
    return PreparedRequest(
        operation.method,
        with_query(_base_url(operation, target) + path, [operation.fixed_query, joined(found + extra)]),
        with_extra(headers, options.get("extra_headers")),
        payload.content,
        payload.parts,
        payload.content_type or "",
        options.get("timeout", target.timeout),
    )


def _option_problems(operation: Operation[Any], options: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong with the options of a call. Raises TypeError for those that there are not, as Python does."""
    unknown = options.keys() - CallOptions.__annotations__.keys()
    if unknown:
        raise TypeError(f"{operation.name}() got an unexpected keyword argument: {', '.join(sorted(unknown))}")
    yield from limit_problems(options)
    for name, value in options.items():
        if name.startswith("extra_") and not isinstance(value, Mapping):
            yield Problem(name, "a mapping", value)
    yield from header_problems("extra_headers", options.get("extra_headers"))
    key = options.get("idempotency_key", "-")
    if not isinstance(key, str) or not key or not key.isprintable():
        yield Problem("idempotency_key", "printable text", key)


def header_problems(where: str, headers: object) -> Iterator[Problem]:
    """What is wrong with headers that a caller gave: names and values are text on one line, None takes one away."""
    for name, value in headers.items() if isinstance(headers, Mapping) else ():
        if not isinstance(name, str) or not _HEADER_NAME.fullmatch(name):
            yield Problem(where, "names of headers", name)
        elif value is not None and not (isinstance(value, str) and _is_header_value(value)):
            yield Problem(f"{where}.{name}", "text without control characters", value)


def _is_header_value(text: str) -> bool:
    return not any(ord(char) < 32 and char != "\t" or ord(char) == 127 for char in text) and _encodable(text)


_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def limit_problems(options: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong with the limits among the options of a call or a client."""
    retries, deadline, timeout = options.get("max_retries", 0), options.get("deadline"), options.get("timeout")
    if not isinstance(retries, int) or isinstance(retries, bool) or retries < 0:
        yield Problem("max_retries", "an integer of at least 0", retries)
    if deadline is not None and not _is_duration(deadline):
        yield Problem("deadline", "seconds, more than 0, or None", deadline)
    if isinstance(timeout, (str, bytes, bool)) or isinstance(timeout, (int, float)) and not _is_duration(timeout):
        yield Problem("timeout", "seconds, more than 0, None, or a timeout of the HTTP library", timeout)


def _is_duration(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value < math.inf


def _collected(problems: list[Problem], make: Callable[[], Any]) -> Any:
    try:
        return make()
    except InvalidRequestError as error:
        problems.extend(error.problems or [Problem("", error.message, UNSET)])
        return None


def _wire_values(
    operation: Operation[Any], arguments: Mapping[str, Any], target: Target, problems: list[Problem]
) -> list[Any]:
    """A JSON-like value, or UNSET, for every parameter of the operation, in its order."""
    return [_wire_value(parameter, arguments, target, problems) for parameter in operation.parameters]


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
        return None if wire.isascii() or _encodable(wire) else "text without lone surrogates"
    if isinstance(wire, float):
        return None if math.isfinite(wire) else "a finite number"
    if isinstance(wire, (list, dict)):
        items = wire if isinstance(wire, list) else [*wire, *wire.values()]
        return next((limit for limit in map(_unsendable, items) if limit is not None), None)
    return None


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _located(operation: Operation[Any], values: list[Any], location: str) -> list[tuple[Parameter, Any]]:
    return [(p, v) for p, v in zip(operation.parameters, values) if p.location == location and v is not UNSET]


def _path(operation: Operation[Any], values: list[Any], problems: list[Problem]) -> str:
    segments = (_segment(operation, segment, values, problems) for segment in operation.segments)
    return "/" + "/".join(segments)


def _segment(operation: Operation[Any], segment: tuple[Token, ...], values: list[Any], problems: list[Problem]) -> str:
    text = "".join(_token(operation, token, values, problems) for token in segment)
    variables = [token for token in segment if isinstance(token, int) and values[token] is not UNSET]
    if variables and unquote(text) in (".", ".."):
        parameter = operation.parameters[variables[0]]
        problems.append(Problem(parameter.name, "a path value that is not '.' or '..'", values[variables[0]]))
    return text


def _token(operation: Operation[Any], token: Token, values: list[Any], problems: list[Problem]) -> str:
    if isinstance(token, str):
        return token
    parameter, value = operation.parameters[token], values[token]
    if value is UNSET:
        return ""
    text = parameters.path_text(parameter, value)
    if not text:
        problems.append(Problem(parameter.name, "a path value that is not empty", value))
    return text


def _headers(operation: Operation[Any], values: list[Any], target: Target, problems: list[Problem]) -> dict[str, str]:
    headers = {**target.headers, "Accept": operation.accept}
    for parameter, value in _located(operation, values, "header"):
        text = parameters.header_text(parameter, value)
        if not _is_header_value(text):
            problems.append(Problem(parameter.name, "a header value without control characters", value))
        headers[parameter.wire] = text
    cookies = [pair for p, value in _located(operation, values, "cookie") for pair in parameters.cookie_pairs(p, value)]
    if cookies:
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies)
    return headers


def with_extra(headers: dict[str, str], extra: Mapping[str, str | None] | None) -> dict[str, str]:
    """`headers` with `extra` in place of those of the same name, whatever the case; None takes one away."""
    if not extra:
        return headers
    replaced = {name.lower() for name in extra}
    kept = {name: value for name, value in headers.items() if name.lower() not in replaced}
    return {**kept, **{name: value for name, value in extra.items() if value is not None}}


def _base_url(operation: Operation[Any], target: Target) -> str:
    """Without trailing slash. A relative server of the operation is resolved against the client's base URL."""
    if operation.server is None:
        return target.base_url
    relative = "://" not in operation.server
    if target.chosen and not relative:
        return target.base_url
    return (urljoin(f"{target.base_url}/", operation.server) if relative else operation.server).rstrip("/")


def _payload(operation: Operation[Any], arguments: Mapping[str, Any], options: CallOptions) -> bodies.Payload | None:
    body = operation.body
    extra = options.get("extra_body")
    if body is None:
        return bodies.Payload("application/json", _json({**extra})) if extra else None
    value = _body_value(operation, arguments)
    if value is UNSET:
        if body.required:
            raise InvalidRequestError([Problem("body", "a value", UNSET)])
        return bodies.Payload("application/json", _json({**extra})) if extra else None
    try:
        payload = bodies.encode(body.content, value)
    except InvalidRequestError as error:
        fields = value is not arguments.get("body")
        raise InvalidRequestError([p if fields and p.where else p.inside("body") for p in error.problems]) from None
    return _with_extra_body(payload, extra) if extra else payload


def _body_value(operation: Operation[Any], arguments: Mapping[str, Any]) -> Any:
    """The body as it was given, or an object of the fields that were; UNSET if neither was."""
    body = operation.body
    assert body is not None
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
