"""Wrong requests, each made of a right one by a single change, to see that the judge can refuse."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import httpx

from generator.api.model import EnumSchema, ObjectSchema, Operation, Parameter
from tests.generated.examples import api, enum_values, operations

Maker = Callable[[Operation, httpx.Request], Iterator[httpx.Request]]
"""Makes wrong requests of a right one of an operation."""

METHODS = ("GET", "PUT", "POST", "DELETE", "PATCH")
WRONG = ["of no", {"described": "type"}]


def verbs(operation: Operation, right: httpx.Request) -> Iterator[httpx.Request]:
    """Methods that no path has which looks like this one."""
    path = right.url.raw_path.decode().partition("?")[0]
    known = {it.method for it in operations().values() if re.fullmatch(re.sub(r"{[^}]*}", "[^/]+", it.path), path)}
    assert operation.method in known
    return (_changed(right, method=method) for method in METHODS if method not in known)


def paths(operation: Operation, right: httpx.Request) -> Iterator[httpx.Request]:
    """Paths with a part that is not in the document, or with one more."""
    raw = right.url.raw_path.decode()
    parts = operation.path.split("/")[1:]
    for number, part in enumerate(parts):
        if not part.startswith("{"):
            found = raw.split("/")
            found[number + 1] = f"{part}x"
            yield _changed(right, url=right.url.copy_with(raw_path="/".join(found).encode()))
    yield _changed(right, url=right.url.copy_with(raw_path=b"/more" + right.url.raw_path))


def path_values(operation: Operation, right: httpx.Request) -> Iterator[httpx.Request]:
    """Values that the enum of a path parameter does not have."""
    for parameter in operation.parameters:
        if parameter.location == "path" and "$ref" in parameter.schema:
            raw = right.url.raw_path.decode().split("/")
            raw[operation.path.split("/").index(f"{{{parameter.wire}}}")] = "nonsense"
            yield _changed(right, url=right.url.copy_with(raw_path="/".join(raw).encode()))


def queries(operation: Operation, right: httpx.Request) -> Iterator[httpx.Request]:
    """Query values of the wrong type, out of limits or joined the wrong way, and a parameter that is not described."""
    for parameter in operation.parameters:
        if parameter.location == "query":
            for value in _wrong_values(parameter):
                yield _changed(right, url=right.url.copy_set_param(parameter.wire, value))
    yield _changed(right, url=right.url.copy_set_param("unheardOf", "1"))


def bodies(operation: Operation, right: httpx.Request) -> Iterator[httpx.Request]:
    """No body, one of another type, half of it, and another media type."""
    if operation.body is not None:
        for content in (b"", b"[]", b'"text"', b"null", right.content[:-1]):
            yield _changed(right, content=content)
        yield _changed(right, headers={"content-type": "text/plain"})


def fields(operation: Operation, right: httpx.Request) -> Iterator[httpx.Request]:
    """Required properties left out, and properties of the wrong type. (Of a union, another variant may allow either.)"""
    for found in _properties(operation):
        value = json.loads(right.content)
        if found.wire in value:
            yield _changed(right, content=json.dumps({**value, found.wire: WRONG}).encode())
        if found.required:
            del value[found.wire]
            yield _changed(right, content=json.dumps(value).encode())


SEEN: Mapping[str, Maker] = {
    "verbs": verbs,
    "paths": paths,
    "path values": path_values,
    "queries": queries,
    "bodies": bodies,
    "fields": fields,
}
"""What the judge must refuse."""


def no_credentials(operation: Operation, right: httpx.Request) -> Iterator[httpx.Request]:
    """Requests that nobody answers for."""
    found = _changed(right)
    del found.headers["authorization"]
    yield found


def unwanted_body(operation: Operation, right: httpx.Request) -> Iterator[httpx.Request]:
    """A body where none is described."""
    if operation.body is None:
        yield _changed(right, content=b'{"of": "no use"}', headers={"content-type": "application/json"})


def no_uris(operation: Operation, right: httpx.Request) -> Iterator[httpx.Request]:
    """Properties that should be URIs and are not."""
    for found in _properties(operation):
        value = json.loads(right.content)
        if found.schema.get("format") == "uri" and found.wire in value:
            yield _changed(right, content=json.dumps({**value, found.wire: "no URI"}).encode())


UNSEEN: Mapping[str, Maker] = {"credentials": no_credentials, "unwanted_body": unwanted_body, "uri": no_uris}
"""What the judge does not see, by the names that faults.toml has for it."""


def _changed(right: httpx.Request, **changes: Any) -> httpx.Request:
    kept = ("authorization", "content-type")
    headers = {name: value for name, value in right.headers.items() if name in kept} | changes.pop("headers", {})
    given = {"method": right.method, "url": right.url, "content": right.content, "headers": headers, **changes}
    return httpx.Request(**given)


def _properties(operation: Operation) -> Any:
    schema = operation.body.contents[0].schema if operation.body is not None else None
    found = api().schemas[schema["$ref"]] if schema is not None and "$ref" in schema else None
    return found.properties if isinstance(found, ObjectSchema) else ()


def _wrong_values(parameter: Parameter) -> Iterator[str]:
    schema = parameter.schema
    items = schema.get("items", schema)
    enum = "$ref" in items and isinstance(api().schemas[items["$ref"]], EnumSchema)
    if enum or schema.get("type") in ("number", "integer", "boolean"):
        yield "nonsense"
    if enum and "items" in schema:
        yield ",".join(enum_values(items["$ref"])[:2])
    if "minimum" in schema:
        yield str(schema["minimum"] - 1)
    if "maximum" in schema:
        yield str(schema["maximum"] + 1)
