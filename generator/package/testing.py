"""The package `testing`: its module with a typed route for each operation, and the samples as one file of JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.api.judge import Sides
from generator.api.media import kind
from generator.api.model import (
    Api,
    JsonSchema,
    MediaType,
    ObjectSchema,
    Operation,
    Property,
    Resource,
    Response,
    UnionSchema,
)
from generator.api.paging import NO_CONTENT, paging
from generator.api.samples import Samples, Wanted, omission, samples, wanted_models
from generator.api.schemas import reference_name
from generator.diagnostics import Diagnostic
from generator.package.render import render
from generator.package.results import is_text, item_schema, result_type, streamed
from generator.package.signatures import Schemas
from generator.package.source import Imports
from generator.package.webhooks import json_body, telling
from generator.settings import ClientSettings

RESERVED = frozenset(("respx", "routes"))
"""Attributes of the mock besides its resources."""


@dataclass(frozen=True, slots=True)
class RouteView:
    """An operation: `result` is what its method returns."""

    name: str
    result: str


@dataclass(frozen=True, slots=True)
class RoutesView:
    """A resource: `attribute` is the one of the mock."""

    name: str
    attribute: str
    class_name: str
    routes: tuple[RouteView, ...]


@dataclass(frozen=True, slots=True)
class ExampleView:
    """An operation as the attribute of a mock, and what a test lets it return."""

    call: str
    made: str


@dataclass(frozen=True, slots=True)
class TestingView:
    """The module. `example` is an operation for its docstring, None where none returns a model."""

    imports: str
    resources: tuple[RoutesView, ...]
    signing: bool
    example: ExampleView | None


@dataclass(frozen=True, slots=True)
class Testing:
    """The unformatted files by path, and what has no sample."""

    files: Mapping[str, str]
    omissions: tuple[Diagnostic, ...]


def render_testing(api: Api, settings: ClientSettings) -> Testing:
    """The files of `testing`; none where settings do not want it."""
    if not settings.testing:
        return Testing({}, ())
    places = {**_models(api), **_answers(api), **_events(api)}
    found = samples(api.schemas, {key: place.wanted for key, place in places.items()})
    files = {
        "testing/__init__.py": render("testing.py.jinja", testing=_view(api, settings), settings=settings),
        "testing/samples.json": _data(api, settings, found),
    }
    missing = (omission(key, reason, places[key].pointer) for key, reason in found.problems.items())
    return Testing(files, tuple(sorted(missing, key=lambda it: it.message)))


# ── what is sampled ─────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Place:
    wanted: Wanted
    pointer: str


_RECEIVED: Sides = frozenset(("response",))


def _models(api: Api) -> dict[str, _Place]:
    return {f"model {name}": _Place(it, api.schemas[name].pointer) for name, it in wanted_models(api).items()}


def _answers(api: Api) -> dict[str, _Place]:
    """A sample of each answer in JSON."""
    answers = ((it, response) for it in _operations(api) for response in it.responses)
    found = {_answer_key(it, response): (_media(it, response), response) for it, response in answers}
    return {
        key: _Place(_wanted_item(media) if streamed(media, response) else _wanted(media), response.pointer)
        for key, (media, response) in found.items()
        if media is not None and (not is_text(media) if streamed(media, response) else kind(media) == "json")
    }


def _wanted_item(media: MediaType) -> Wanted:
    """One item of a stream. Examples are items, or lists of such."""
    examples = (one for it in media.examples for one in (it if isinstance(it, list) else [it]))
    return Wanted(item_schema(media) or {}, _RECEIVED, tuple(it for it in examples if not isinstance(it, str)))


def _events(api: Api) -> dict[str, _Place]:
    """A sample of the body of each event."""
    return {
        f"event {it.name}": _Place(_wanted(media), it.pointer)
        for it in api.events
        if (media := json_body(it)) is not None
    }


def _wanted(media: MediaType) -> Wanted:
    own = () if media.own_example is None else (media.own_example,)
    return Wanted(media.schema or {}, _RECEIVED, (*media.examples, *own))


def _operations(api: Api) -> Iterator[Operation]:
    return (operation for resource in api.resources for operation in resource.operations)


def _answer_key(operation: Operation, response: Response) -> str:
    return f"answer {operation.resource}.{operation.name} {response.status}"


def _media(operation: Operation, response: Response) -> MediaType | None:
    """What a response is sent as; None if it has no body."""
    empty = operation.method == "HEAD" or response.status in NO_CONTENT
    return None if empty else next(iter(response.unasked), None)


# ── the file of JSON ────────────────────────────────────────────────────────────────────────────────────────────────


def _data(api: Api, settings: ClientSettings, found: Samples) -> str:
    """The samples, one line for each, so that a change of the document is a change of few lines."""
    models = {key[6:]: _json(value) for key, value in found.values.items() if key.startswith("model ")}
    operations = {f"{it.resource}.{it.name}": _about(it, api, settings, found) for it in _operations(api)}
    tokens = sorted({it.token_url for it in api.security_schemes if it.token_url})
    urls = {server.url for server in (*api.servers, *(one for it in _operations(api) for one in it.servers))}
    parts = [f'"servers": {_json(sorted(urls))}', f'"tokens": {_json(tokens)}']
    tables = {"models": models, "operations": operations, "events": dict(_bodies(api, settings, found))}
    return "{\n" + ",\n".join([*parts, *(f'"{name}": {_table(rows)}' for name, rows in tables.items())]) + "\n}\n"


def _json(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def _table(rows: Mapping[str, str]) -> str:
    return "{\n" + ",\n".join(f"{json.dumps(name)}: {rows[name]}" for name in sorted(rows)) + "\n}"


def _about(operation: Operation, api: Api, settings: ClientSettings, found: Samples) -> str:
    """Method, path and answers of an operation."""
    ways = _ways(operation, api.schemas, settings)
    head = {"method": operation.method, "path": operation.path, **({"paging": ways.data} if ways else {})}
    answers = {_status(it): _json(_answer(operation, it, found, ways)) for it in operation.responses}
    return f'{_json(head)[:-1]},"answers":{_table(answers)}}}'


def _status(response: Response) -> str:
    return response.status if response.status == "default" else response.status.upper()


def _answer(operation: Operation, response: Response, found: Samples, ways: _Ways | None) -> dict[str, Any]:
    """A body as `json` or `text`, with its `type` where that is not plain JSON; or the `problem` why there is none."""
    media = _media(operation, response)
    if media is None:
        return {}
    typed = {} if media.name == "application/json" else {"type": media.name}
    if streamed(media, response) and is_text(media):
        return _stream(media, "text")
    if kind(media) != "json" and not streamed(media, response):
        text = next((it for it in media.examples if isinstance(it, str)), "text")
        return {"text": text, "type": "application/octet-stream" if "*" in media.name else media.name}
    key = _answer_key(operation, response)
    if key not in found.values:
        return {"problem": found.problems[key]}
    value = found.values[key]
    if streamed(media, response):
        return _stream(media, _json(value))
    last = _last_page(value, ways.next) if ways and response.status.startswith("2") else value
    return {"json": last, **({} if "*" in media.name else typed)}


_FRAMES = {"events": ("data: ", "\n\n"), "lines": ("", "\n"), "sequence": ("\x1e", "\n")}
"""What stands before and behind an item of a stream."""


def _stream(media: MediaType, item: str) -> dict[str, Any]:
    """A stream of one item, twice; `frame` is for the items that a test gives."""
    before, after = _FRAMES[media.stream or ""]
    return {"text": f"{before}{item}{after}" * 2, "type": media.name, "frame": [before, after]}


def _bodies(api: Api, settings: ClientSettings, found: Samples) -> Iterator[tuple[str, str]]:
    told = telling(api, settings.webhooks)
    for event in api.events:
        value = found.values.get(f"event {event.name}")
        types = told.types.get(event.name, ())
        if isinstance(value, dict) and types and value.get(told.by) not in types:
            value = {**value, told.by: types[0]}
        if value is not None:
            yield event.name, _json(value)


# ── lists that come page by page ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Ways:
    """How an operation pages, in the words of HTTP: `next` and `items` are ways through its answer."""

    token: str
    kind: str
    next: tuple[Property, ...]
    items: tuple[Property, ...]

    @property
    def data(self) -> dict[str, Any]:
        ways = {"next": [it.wire for it in self.next], "items": [it.wire for it in self.items]}
        return {"token": self.token, "kind": self.kind, **ways}


def _ways(operation: Operation, schemas: Schemas, settings: ClientSettings) -> _Ways | None:
    found = paging(operation, schemas, settings.paging)
    if found is None:
        return None
    token = next(it.wire for it in operation.parameters if it.name == found.argument)
    success = next(it for it in operation.responses if it.status.startswith("2"))
    start = success.contents[0].schema or {}
    return _Ways(token, found.kind, _walked(found.next, start, schemas), _walked(found.items, start, schemas))


def _walked(names: Iterable[str], schema: JsonSchema, schemas: Schemas) -> tuple[Property, ...]:
    """The properties of these Python names, from an object on; of a union it is the first choice."""
    way: list[Property] = []
    for name in names:
        named = schemas[reference_name(schema) or ""]
        if isinstance(named, UnionSchema):
            named = schemas[named.variants[0].schema["$ref"]]
        assert isinstance(named, ObjectSchema)
        way.append(next(it for it in named.properties if it.name == name))
        schema = way[-1].schema
    return tuple(way)


def _last_page(value: Any, way: tuple[Property, ...]) -> Any:
    """An answer after which no page follows."""
    step, *rest = way
    if not isinstance(value, dict) or step.wire not in value:
        return value
    if rest:
        return {**value, step.wire: _last_page(value[step.wire], tuple(rest))}
    end = {} if not step.required else {step.wire: None if step.nullable else ""}
    return {**{name: one for name, one in value.items() if name != step.wire}, **end}


# ── the module ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _view(api: Api, settings: ClientSettings) -> TestingView:
    imports = Imports(api.schemas, "..")
    resources = tuple(_routes(it, api, imports) for it in api.resources)
    return TestingView(
        imports=imports.text(),
        resources=resources,
        signing=settings.webhooks.signature is not None,
        example=next(_examples(api, resources), None),
    )


def _examples(api: Api, resources: Iterable[RoutesView]) -> Iterator[ExampleView]:
    for resource in resources:
        for route in resource.routes:
            model = route.result.removeprefix("_m.")
            if isinstance(api.schemas.get(model), ObjectSchema):
                yield ExampleView(f"{resource.attribute}.{route.name}", f"testing.make(models.{model})")


def _routes(resource: Resource, api: Api, imports: Imports) -> RoutesView:
    routes = tuple(RouteView(it.name, _result(it, api, imports)) for it in resource.operations)
    attribute = f"{resource.name}_" if resource.name in RESERVED else resource.name
    return RoutesView(resource.name, attribute, f"{resource.class_name.removesuffix('Resource')}Routes", routes)


def _result(operation: Operation, api: Api, imports: Imports) -> str:
    """What a method returns, with models as attributes of `_m`."""
    found = result_type(operation, api.schemas)
    for module, name in found.imports:
        imports.name(module, name)
    return re.sub(r"\w+", lambda it: f"_m.{it[0]}" if it[0] in found.models else it[0], found.text)
