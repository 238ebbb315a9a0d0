"""Calls of an operation: with arguments that the document allows, and with such that it does not; and how they are made."""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .dialect import Direction
from .package import Argument, Method, Signature
from .pair import Pair
from .raw import RawContent, RawOperation, RawParameter
from .requests import NOTHING, Credentials
from .values import Case


@dataclass(frozen=True)
class Call:
    """Arguments of an operation, as the document has them. `fields`: the body is given as keyword arguments."""

    label: str
    arguments: Mapping[tuple[str, str], Any] = field(default_factory=dict)
    body: Any = NOTHING
    fields: bool = False


class Server:
    """What stands in the place of the network: it keeps requests and gives one answer; token requests have their own."""

    def __init__(self, http: Any, status: int, body: Any = NOTHING, media_type: str = "application/json") -> None:
        self._http, self._status, self._media_type = http, status, media_type
        self._content = b"" if body is NOTHING else json.dumps(body).encode()
        self._headers = {} if body is NOTHING else {"Content-Type": media_type}
        self.requests: list[Any] = []
        self.token_requests: list[Any] = []
        self.token_url: str | None = None

    def __call__(self, request: Any) -> Any:
        """The answer."""
        if str(request.url) == self.token_url:
            self.token_requests.append(request)
            token = {"access_token": "of-the-flow", "token_type": "bearer", "expires_in": 3600}
            return self._http.Response(200, json=token)
        self.requests.append(request)
        return self._http.Response(self._status, headers=self._headers, content=self._content)


def made(
    pair: Pair, operation: RawOperation, method: Method, call: Call, server: Server, by: Credentials | None
) -> Any:
    """What a method returns for a call."""
    server.token_url = by.token_url if by else None
    options, keywords = given(pair, operation, method, call)
    options |= by.options if by else {"auth": pair.package.module.NoAuth()}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return pair.package.call(method, server, keywords, **options)


def given(pair: Pair, operation: RawOperation, method: Method, call: Call) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a call is made with: options of the client, keyword arguments of the method."""
    one = _way(method, call)
    options: dict[str, Any] = {}
    keywords: dict[str, Any] = {}
    for parameter in operation.parameters:
        value = call.arguments.get((parameter.location, parameter.name), NOTHING)
        argument = argument_of(one, parameter)
        if value is not NOTHING and argument is not None:
            with_client = call.label == "minimal" and is_of_client(pair, argument)
            (options if with_client else keywords)[argument.name] = value
    if call.body is not NOTHING and not call.fields:
        keywords["body"] = call.body
    elif call.body is not NOTHING:
        for name, value in call.body.items():
            argument = one.find(name, f"body_{name}")
            keywords[argument.name if argument else name] = value
    return options, keywords


def _way(method: Method, call: Call) -> Signature:
    """The signature that a call is made by."""
    for one in method.signatures:
        if (one.find("body") is None) == (call.fields or call.body is NOTHING):
            return one
    return method.signatures[0]


def success(pair: Pair, operation: RawOperation) -> tuple[int, Any]:
    """A status and a body that the operation may be answered with."""
    for status, contents in operation.responses.items():
        if status[0] == "2":
            schema = contents[0].schema if contents else None
            body = NOTHING if schema is None else pair.values.minimal(schema, "response")
            return int(status.replace("X", "0").replace("x", "0")), body
    return 200, NOTHING


def calls(pair: Pair, operation: RawOperation, reach: int = 2) -> list[Call]:
    """Calls with minimal, full and boundary arguments, and with the examples of the body."""
    choices = {(it.location, it.name): _choices(pair, it) for it in operation.parameters}
    required = {(it.location, it.name) for it in operation.parameters if it.required}
    least = {key: cases[0].value for key, cases in choices.items() if key in required}
    most = {key: cases[min(1, len(cases) - 1)].value for key, cases in choices.items()}
    bodies = _bodies(pair, operation, reach)
    smallest = bodies[0].value if bodies and operation.body_required else NOTHING
    largest = bodies[min(1, len(bodies) - 1)].value if bodies else NOTHING
    found = [Call("minimal", least, smallest), Call("full", most, largest)]
    for key, cases in choices.items():
        found += [Call(f"{key[1]}: {case.label}", {**least, key: case.value}, smallest) for case in cases]
    found += [Call(f"body {case.label}", least, case.value) for case in bodies]
    if body_fields(pair, operation):
        found += [Call(f"fields of {case.label}", most, case.value, True) for case in bodies[:2]]
    return found


def _choices(pair: Pair, parameter: RawParameter) -> list[Case]:
    cases = pair.values.cases(parameter.schema, "request")
    unsendable = ("", ".", "..", None) if parameter.location == "path" else (None,)
    return [case for case in cases if isinstance(case.value, (list, dict)) or case.value not in unsendable]


def _bodies(pair: Pair, operation: RawOperation, reach: int) -> list[Case]:
    if not operation.bodies or operation.bodies[0].schema is None:
        return []
    content = operation.bodies[0]
    return [*pair.values.cases(operation.bodies[0].schema, "request", reach), *examples(pair, content, "request")]


def examples(pair: Pair, content: RawContent, direction: Direction) -> list[Case]:
    """The examples of a body, but for those that contradict their schema: `examples.py` is about them."""
    schema = content.schema
    return [
        Case(f"example {at}", value)
        for at, value in content.examples.items()
        if schema is None or pair.values.valid(schema, direction, value)
    ]


def wrong_calls(pair: Pair, operation: RawOperation) -> list[Call]:
    """Calls of which one argument breaks one rule."""
    found = []
    good = calls(pair, operation, 0)[0]
    for parameter in operation.parameters:
        key = (parameter.location, parameter.name)
        cases = pair.values.refused(parameter.schema, "request")
        if parameter.location == "path":
            cases += [Case("empty", ""), Case("dot", "."), Case("dots", "..")]
        # None is an argument that is not given.
        cases = [case for case in cases if case.value is not None]
        found += [
            Call(f"{parameter.name}: {case.label}", {**good.arguments, key: case.value}, good.body) for case in cases
        ]
    if operation.bodies and operation.bodies[0].schema is not None:
        cases = pair.values.refused(operation.bodies[0].schema, "request", 2)
        found += [Call(f"body {case.label}", good.arguments, case.value) for case in cases]
    return found


def body_fields(pair: Pair, operation: RawOperation) -> dict[str, bool]:
    """The properties of the body that may be sent, and whether they are required; none for one that is no object."""
    schema = operation.bodies[0].schema if operation.bodies else None
    if schema is None:
        return {}
    shape = pair.values.shape(schema)
    if "anyOf" in shape or "oneOf" in shape:
        return {}
    sent = (name for name, place in shape["properties"].items() if pair.values.sent(place, "request"))
    return {name: name in shape["required"] for name in sent}


def argument_of(one: Signature, parameter: RawParameter) -> Argument | None:
    """The argument that stands for a parameter, by its name; where two parameters share one, the location is in it."""
    place = parameter.location
    return one.find(f"{parameter.name}_{place}", f"{place}_{parameter.name}", parameter.name)


def is_of_client(pair: Pair, argument: Argument) -> bool:
    """Whether an argument may be given to the client instead."""
    return argument.name in pair.package.client_parameters
