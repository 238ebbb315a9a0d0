"""The view of a package's README: which of its operations the examples call, so that each of them can be run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.api.model import Api, Event, ObjectSchema, Operation, Parameter, Schema
from generator.api.paging import paging
from generator.package import client, docs, types
from generator.package.literals import literal
from generator.package.render import render
from generator.package.results import STREAM, client_wires, result_type
from generator.package.signatures import is_client_parameter
from generator.package.webhooks import json_body, telling
from generator.settings import ClientSettings

Schemas = Mapping[str, Schema]

ANNOTATIONS = frozenset(("type", "description", "title", "example", "examples", "deprecated", "format"))
"""Keywords that let any text pass."""


@dataclass(frozen=True, slots=True)
class Example:
    """An operation that an example calls: `call` as `resource.method("…")`, `route` the same without arguments.

    `begun` is the call up to where options go. `shown` is an attribute of what it returns (for a list: of an item), empty where
    that is no object with properties.
    """

    call: str
    begun: str
    view: str
    route: str
    model: str
    shown: str


@dataclass(frozen=True, slots=True)
class GuideView:
    """The README. `arguments` construct the client, `variables` stand for them in the environment.

    `read` returns one object, `listed` iterates over pages, `streamed` is a call that returns a stream. `event` is the name of an event that the API sends, set
    where the package can verify and read it.
    """

    title: str
    arguments: str
    variables: tuple[str, ...]
    read: Example | None
    listed: Example | None
    event: str | None
    streamed: str | None


def guide_view(api: Api, settings: ClientSettings) -> GuideView:
    """The view of an API's README."""
    names = [it.name for it in api.client_parameters]
    secrets = client.secrets_of(api.security_schemes)
    used = secrets[: 2 if "key_id" in secrets else 1]
    return GuideView(
        title=f"{docs.plain(api.title) or settings.package} {api.version}",
        arguments=", ".join(f'{name}="…"' for name in (*names, *used)),
        variables=tuple(f"{settings.environment}_{name.upper()}" for name in (*names, *secrets)),
        read=next(_read(api, settings), None),
        listed=next(_listed(api, settings), None),
        event=_event(api, settings),
        streamed=next(_streamed(api), None),
    )


def render_guide(api: Api, settings: ClientSettings) -> dict[str, str]:
    """The README by its path."""
    return {"README.md": render("readme.md.jinja", guide=guide_view(api, settings), settings=settings)}


def _operations(api: Api) -> list[Operation]:
    """Those that are easy to call, the ones with the fewest arguments first."""
    found = chain.from_iterable(resource.operations for resource in api.resources)
    return sorted((it for it in found if not it.deprecated), key=lambda it: len(_needed(it, api)))


def _needed(operation: Operation, api: Api) -> list[Parameter]:
    wires = client_wires(api)
    return [it for it in operation.parameters if it.required and not is_client_parameter(it, wires)]


def _read(api: Api, settings: ClientSettings) -> Iterator[Example]:
    """Reads of an object: best by one name, else by one number, else of what there is but one of."""
    found: dict[str, list[Example]] = {'"…"': [], "1": [], "": []}
    for operation in _operations(api):
        needed = _needed(operation, api)
        returned = api.schemas.get(result_type(operation, api.schemas).text)
        arguments = _arguments(needed) if operation.method == "GET" and operation.body is None else None
        if arguments is not None and isinstance(returned, ObjectSchema):
            found[arguments].append(_example(operation, arguments, returned))
    yield from chain.from_iterable(found.values())


def _arguments(needed: Sequence[Parameter]) -> str | None:
    """Any arguments for these parameters, as source; None where it is not obvious what they may be."""
    if not needed:
        return ""
    if len(needed) > 1 or needed[0].location != "path":
        return None
    is_number = needed[0].schema.get("type") == "integer" and needed[0].schema.keys() <= ANNOTATIONS
    return '"…"' if _is_free(needed[0]) else "1" if is_number else None


def _is_free(parameter: Parameter) -> bool:
    return parameter.schema.get("type") == "string" and parameter.schema.keys() <= ANNOTATIONS


def _listed(api: Api, settings: ClientSettings) -> Iterator[Example]:
    for operation in _operations(api):
        found = paging(operation, api.schemas, settings.paging)
        if found is None or _needed(operation, api):
            continue
        item = api.schemas.get(str(found.choices[0].get("$ref"))) if len(found.choices) == 1 else None
        if isinstance(item, ObjectSchema):
            yield _example(operation, "", item)


def _streamed(api: Api) -> Iterator[str]:
    """Calls that return streams and nothing else."""
    for operation in _operations(api):
        needed = _needed(operation, api)
        simple = not needed or len(needed) == 1 and needed[0].location == "path" and _is_free(needed[0])
        usual = result_type(operation, api.schemas)
        alone = STREAM in usual.imports and len(types.alternatives(usual.text)) == 1
        argument = '"…"' if needed else ""
        if alone and simple and operation.body is None:
            yield f"{operation.resource}.{operation.name}({argument})"


def _example(operation: Operation, arguments: str, returned: ObjectSchema) -> Example:
    names = [it.name for it in returned.properties if it.required] + [it.name for it in returned.properties]
    return Example(
        call=f"{operation.resource}.{operation.name}({arguments})",
        begun=f"{operation.resource}.{operation.name}({arguments}{', ' if arguments else ''}",
        view=f"{operation.resource}.with_raw_response.{operation.name}({arguments})",
        route=f"{operation.resource}.{operation.name}",
        model=returned.name,
        shown="id" if "id" in names else next(iter(names), ""),
    )


def _event(api: Api, settings: ClientSettings) -> str | None:
    told = telling(api, settings.webhooks)
    signed = settings.webhooks.signature is not None
    events: list[Event] = [it for it in api.events if json_body(it) is not None]
    return literal(events[0].name)[1:-1] if signed and told.by and events else None
