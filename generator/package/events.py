"""The messages that the API sends to its user, as a module of constants and a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.api.model import Api, Event, JsonSchema, ObjectSchema
from generator.package import docs, types
from generator.package.literals import WIDTH, literal
from generator.package.source import Imports, tuple_text
from generator.package.types import TypeText
from generator.package.webhooks import Telling, json_body, telling
from generator.settings import WebhookSettings


@dataclass(frozen=True, slots=True)
class EventView:
    """An event: `arguments` make the constant `name`. `annotation` is its type, where they do not tell it."""

    name: str
    annotation: str
    arguments: str
    text: str


@dataclass(frozen=True, slots=True)
class EventsView:
    """The module `events`.

    `expressions` are the constants of runtime expressions that several events have. `by` is the property that tells events
    apart and `union` the type of what it tells apart; None and empty if nothing does.
    """

    imports: str
    expressions: Mapping[str, str]
    events: tuple[EventView, ...]
    by: str | None
    union: str


def events_view(api: Api, settings: WebhookSettings) -> EventsView:
    """The view of an API's events."""
    told = telling(api, settings)
    imports = Imports(api.schemas, ".")
    for module, name in (("_runtime.event", "Event"), ("typing", "Any"), ("collections.abc", "Mapping")):
        imports.name(module, name)
    expressions = _expressions(api.events)
    events = tuple(_event(event, api, imports, told, expressions) for event in api.events)
    if told.by is not None:
        imports.name("_runtime.webhooks", "Reader")
        imports.name("_runtime.webhooks", "UnknownEvent")
    bodies = types.union(event_result(event, api) for event in api.events if event.name in told.types)
    return EventsView(
        imports=imports.text(),
        expressions={name: literal(expression) for expression, name in expressions.items()},
        events=events,
        by=told.by,
        union=f"{bodies.text} | UnknownEvent" if told.by is not None else "",
    )


def _expressions(events: Iterable[Event]) -> dict[str, str]:
    """The names of constants for runtime expressions: those that several events have."""
    count = Counter(event.expression for event in events if event.expression is not None)
    shared = sorted(expression for expression, times in count.items() if times > 1)
    return {expression: f"_TO_{number}" if number > 1 else "_TO" for number, expression in enumerate(shared, 1)}


def _schema(event: Event) -> JsonSchema | None:
    media = json_body(event)
    return media.schema if media is not None else None


def event_result(event: Event, api: Api) -> TypeText:
    """What parsing a message of the event returns."""
    schema = _schema(event)
    return types.ANY if schema is None else types.result(schema, api.schemas)


def _event(event: Event, api: Api, imports: Imports, told: Telling, expressions: Mapping[str, str]) -> EventView:
    result = event_result(event, api)
    imports.add(result)
    is_model = isinstance(api.schemas.get((_schema(event) or {}).get("$ref", "")), ObjectSchema)
    given = [literal(event.key), *([result.text] if is_model else _codec(event, api, imports))]
    for position, (name, text) in enumerate(_more(event, told, expressions), 2):
        by_position = is_model and text and len(given) == position
        given += [text if by_position else f"{name}={text}"] if text else []
    return EventView(
        name=event.name,
        annotation="" if is_model else f": Event[{result.text}]",
        arguments=", ".join(given),
        text=_text(event),
    )


def _more(event: Event, told: Telling, expressions: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The arguments besides key and body, in their order; an empty text stands for one that is left out."""
    values = told.types.get(event.name, ())
    yield "types", tuple_text(map(literal, values)) if values else ""
    expression = event.expression
    yield "expression", "" if expression is None else expressions.get(expression) or literal(expression)
    yield "method", "" if event.method.upper() == "POST" else literal(event.method.upper())


def _codec(event: Event, api: Api, imports: Imports) -> Iterable[str]:
    """What reads a body that is JSON but no model."""
    if json_body(event) is None:
        return
    schema = _schema(event)
    exact = types.ANY if schema is None else types.evaluated(types.annotation(schema, api.schemas))
    imports.add(exact)
    imports.name("_runtime.codec", "Codec")
    yield f"codec=Codec({exact.text})"


def _text(event: Event) -> str:
    """Summary and description: on one line if they fit, else as paragraphs."""
    parts = [docs.plain(event.summary) or f"The body of the message {event.key}.", docs.plain(event.description)]
    line = " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part)
    return line if len(line) <= WIDTH - 6 and "\n" not in line else "\n\n".join(part for part in parts if part)
