"""The messages that the API sends to its user, as a module of constants and a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.api.model import Api, Event
from generator.package import docs, types
from generator.package.literals import literal
from generator.package.signatures import kind
from generator.package.source import Imports


@dataclass(frozen=True, slots=True)
class EventView:
    """An event: `arguments` make the constant that has its `name`."""

    name: str
    result: str
    arguments: str
    text: str


@dataclass(frozen=True, slots=True)
class EventsView:
    """The module `events`."""

    imports: str
    events: tuple[EventView, ...]


def events_view(api: Api) -> EventsView:
    """The view of an API's events."""
    imports = Imports(api.schemas, ".")
    events = tuple(_event(event, api, imports) for event in api.events)
    imports.name("_runtime.event", "Event")
    imports.name("typing", "Any")
    imports.name("collections.abc", "Mapping")
    if any("Codec(" in event.arguments for event in events):
        imports.name("_runtime.codec", "Codec")
    return EventsView(imports.text(), events)


def _event(event: Event, api: Api, imports: Imports) -> EventView:
    media = event.body.contents[0] if event.body is not None else None
    parsed = media is not None and kind(media) == "json"
    schema = media.schema if media is not None and parsed else None
    exact = types.ANY if schema is None else types.evaluated(types.annotation(schema, api.schemas))
    result = types.ANY if schema is None else types.result(schema, api.schemas)
    imports.add(exact, result)
    given = [literal(event.name), literal(event.key), literal(event.method.upper())]
    given += [f"Codec({exact.text})"] if parsed else []
    given += [f"expression={literal(event.expression)}"] if event.expression is not None else []
    return EventView(
        name=event.name,
        result=result.text,
        arguments=", ".join(given),
        text="\n\n".join(_paragraphs(event)),
    )


def _paragraphs(event: Event) -> Iterable[str]:
    yield docs.plain(event.summary) or f"The body of the message {event.key}."
    if event.description:
        yield docs.plain(event.description)
