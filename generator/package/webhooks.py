"""How the messages of an API are told apart, and the module `webhooks`, which reads and verifies them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.api.media import kind
from generator.api.model import Api, EnumSchema, Event, JsonSchema, MediaType, ObjectSchema, Property, UnionSchema
from generator.diagnostics import error
from generator.package import docs
from generator.package.literals import literal
from generator.package.signatures import Schemas
from generator.settings import WebhookSettings


@dataclass(frozen=True, slots=True)
class Telling:
    """By which property of their bodies events are told apart, and the values of each, by the event's name.

    `by` None: they cannot be. Events without values are not in `types`: nothing says when they are meant.
    """

    by: str | None
    types: Mapping[str, tuple[str, ...]]


NOTHING = Telling(None, {})


@dataclass(frozen=True, slots=True)
class WebhooksView:
    """The module `webhooks`, its text and those of its functions.

    `reads` is whether messages are told apart, `signing` what `Signing` is made with, empty where they are not signed.
    """

    text: str
    names: tuple[str, ...]
    reads: bool
    parse_text: str
    signing: tuple[str, ...]
    signing_text: str


def telling(api: Api, settings: WebhookSettings) -> Telling:
    """How the events of an API are told apart.

    Where the settings name no property it is the only one whose `const` or `enum` does. Raises `ProvgenError` if no
    event has the property that they name.
    """
    events = {event.name: event for event in api.events if json_body(event) is not None}
    by = settings.type or _found(events.values(), api.schemas)
    if by is None or not events:
        return NOTHING
    types = {name: _values(event, by, api.schemas) for name, event in events.items()}
    if not any(types.values()):
        hint = "Name the property of webhook bodies that holds their type, or leave webhooks.type out."
        raise error("unknown-event-type", f"no body of a webhook has a property {by!r} with known values", hint=hint)
    return Telling(by, {name: values for name, values in types.items() if values})


def json_body(event: Event) -> MediaType | None:
    """The body of an event, if it is JSON."""
    media = event.body.contents[0] if event.body is not None else None
    return media if media is not None and kind(media) == "json" else None


def _found(events: Iterable[Event], schemas: Schemas) -> str | None:
    """The only property that every event requires, limited to one value, or to values that are not the same in all."""
    found = [_limited(event, schemas) for event in events]
    shared = set.intersection(*(set(one) for one in found)) if found else set()
    sets = {wire: {one[wire] for one in found} for wire in shared}
    tells = [wire for wire, values in sets.items() if len(values) > 1 or len(next(iter(values))) == 1]
    return tells[0] if len(tells) == 1 else None


def _limited(event: Event, schemas: Schemas) -> dict[str, frozenset[str]]:
    objects = _objects(event, schemas)
    wires = {it.wire for it in objects[0].properties if it.required} if objects else set()
    values = {wire: _declared(objects, wire, schemas) for wire in wires}
    return {wire: frozenset(found) for wire, found in values.items() if found}


def _values(event: Event, by: str, schemas: Schemas) -> tuple[str, ...]:
    """What `by` says in bodies of an event: its `const` or `enum`, else its examples, else those of the whole body."""
    objects = _objects(event, schemas)
    declared = _declared(objects, by, schemas)
    if declared or not any(_property(found, by) for found in objects):
        return tuple(declared)
    media = json_body(event)
    whole = [it.get(by) for it in (media.examples if media else ()) if isinstance(it, Mapping)]
    return event.examples.get(by) or tuple(dict.fromkeys(text for text in whole if isinstance(text, str)))


def _declared(objects: Iterable[ObjectSchema], by: str, schemas: Schemas) -> list[str]:
    """The values that a property is limited to; none if one of the objects does not limit it."""
    found = [list(_enum(it.schema, schemas)) if (it := _property(one, by)) else [] for one in objects]
    return list(dict.fromkeys(text for texts in found for text in texts)) if all(found) else []


def _enum(schema: JsonSchema, schemas: Schemas) -> Iterator[str]:
    named = schemas.get(schema["anyOf"][0].get("$ref", "") if "anyOf" in schema else schema.get("$ref", ""))
    if isinstance(named, EnumSchema):
        yield from (member.value for member in named.members if isinstance(member.value, str))


def _property(found: ObjectSchema, wire: str) -> Property | None:
    return next((it for it in found.properties if it.wire == wire), None)


def _objects(event: Event, schemas: Schemas) -> tuple[ObjectSchema, ...]:
    """The objects that bodies of an event are; none if they may be something else."""
    media = json_body(event)
    found: dict[str, ObjectSchema] = {}
    waiting = [media.schema or {}] if media is not None else []
    seen: set[str] = set()
    while waiting:
        named = schemas.get(waiting.pop(0).get("$ref", ""))
        if isinstance(named, ObjectSchema):
            found[named.name] = named
        elif isinstance(named, UnionSchema):
            waiting += [it.schema for it in named.variants] if named.name not in seen else []
            seen.add(named.name)
        else:
            return ()
    return tuple(found.values())


def webhooks_view(api: Api, settings: WebhookSettings) -> WebhooksView | None:
    """The view of the module; None if it would be empty."""
    told = telling(api, settings)
    reads, signed = told.by is not None, settings.signature is not None
    if not reads and not signed:
        return None
    names = ["AnyEvent", "UnknownEvent", "parse"] if reads else []
    names += ["SIGNING", "sign", "verify"] if signed else []
    names += ["receive"] if reads and signed else []
    return WebhooksView(
        text="\n\n".join(_text(api, told, signed)),
        names=tuple(sorted(names)),
        reads=reads,
        parse_text=_parse_text(api, told),
        signing=tuple(_signing(settings)) if signed else (),
        signing_text=" ".join(["How messages are signed.", *filter(None, [docs.plain(settings.note)])]),
    )


def _signing(settings: WebhookSettings) -> Iterator[str]:
    yield literal(settings.signature)
    yield literal(settings.signed)
    yield literal(settings.algorithms)
    if settings.encoding != "base64":
        yield f"encoding={literal(settings.encoding)}"
    for name, header in (
        ("algorithm", settings.algorithm),
        ("nonce", settings.nonce),
        ("timestamp", settings.timestamp),
    ):
        if header is not None:
            yield f"{name}={literal(header)}"


def _text(api: Api, told: Telling, signed: bool) -> Iterator[str]:
    """What the module says of itself: what it is for, and a message being handled."""
    if not told.by:
        yield "Whether a message is from the API: `verify` checks its signature, the `parse` of its event reads it."
        return
    start = "Messages from the API: `parse` reads one, whatever event it is"
    yield f"{start}, `verify` tells whether it is genuine, `receive` does both." if signed else f"{start}."
    example = next(filter(None, (_case(event, told, api.schemas) for event in api.events)), None)
    call = "receive(body, headers, secret)" if signed else "parse(body)"
    cases = [f"        case {example}:", "            ..."] if example else []
    yield "\n".join(
        [
            "For example:",
            "",
            f"    match webhooks.{call}:",
            *cases,
            "        case webhooks.UnknownEvent(type=kind):",
            "            ...",
        ]
    )


def _case(event: Event, told: Telling, schemas: Schemas) -> str | None:
    """The pattern of a `match` that takes this event."""
    objects = _objects(event, schemas) if event.name in told.types else ()
    for one in objects[:1]:
        if found := _property(one, told.by or ""):
            return f"models.{one.name}({found.name}={literal(told.types[event.name][0])})"
    return None


def _parse_text(api: Api, told: Telling) -> str:
    missed = [event.name for event in api.events if event.name not in told.types]
    paragraphs = [
        f"The message out of its body, raw or parsed, as the model of its event, which its property {told.by!r} tells.",
        "Where events share a value, it is the model that fits best; a message with another value is an `UnknownEvent`. What "
        "does not match the document is kept as it is and told to `on_drift`. Raises `DecodeError`, which shows `headers`, if "
        "the body is no JSON object.",
        f"Nothing tells when these are meant: {', '.join(missed)}." if missed else "",
    ]
    return "\n\n".join(part for part in paragraphs if part)
