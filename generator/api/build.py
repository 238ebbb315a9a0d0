"""A bundled document → `Api`: every operation, event and schema with its name.

The order is: resources and methods get their names (from tags and operationIds alone), every place where a schema
stands is read by the `Hoister` in the context of these names, the entities it found get theirs, and then everything
is put together with names in place of references.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.api import names
from generator.api.access import security, security_schemes, servers
from generator.api.media import kind
from generator.api.model import (
    Api,
    BodyField,
    EnumSchema,
    Event,
    MediaType,
    ObjectSchema,
    Operation,
    Parameter,
    ParameterStyle,
    RequestBody,
    Resource,
    Response,
    is_success,
)
from generator.api.names import Pins
from generator.api.own_examples import body_examples, own_example
from generator.api.schemas import SchemaMaker, class_names, pin_keys, reference_name, text
from generator.api.usage import Reach, Usage, request_references, response_references
from generator.deep import deep
from generator.diagnostics import ProvgenError
from generator.document import pointers
from generator.document.dynamic import followed
from generator.document.entities import Context, Entity, is_named
from generator.document.load import Document
from generator.document.normalise import Hoister
from generator.document.shapes import Node, Reader
from generator.settings import NameSettings

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
"""The fixed fields of a Path Item Object that are operations (OpenAPI 3.1, section 4.8.9.1)."""

IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})
"""Header parameters that OpenAPI says are to be ignored (OpenAPI 3.1, section 4.8.12.2)."""


@dataclass(frozen=True, slots=True)
class _Place:
    """An operation of the document before it is read."""

    path: str
    method: str
    node: Node
    item: Node

    @property
    def key(self) -> str:
        return f"{self.method.upper()} {self.path}"

    @property
    def tag(self) -> str:
        tags = self.node.value.get("tags")
        return tags[0] if isinstance(tags, list) and tags and isinstance(tags[0], str) else "default"


def build(document: Document, settings: NameSettings, pins: Pins) -> Api:
    """The `Api` that a valid, overlaid and bundled document describes. Raises `ProvgenError` for what no classes can be made of."""
    try:
        return deep(lambda: _Builder(followed(document).value, settings, pins).api())
    except ProvgenError as problem:
        found = [replace(it, location=document.locate(it.pointer or "")) for it in problem.diagnostics]
        raise ProvgenError(found) from problem


class _Builder:
    def __init__(self, root: Mapping[str, Any], settings: NameSettings, pins: Pins) -> None:
        self._root = root
        self._settings = settings
        self._pins = pins
        self._reader = Reader(root, str(root.get("openapi", "3.1")))
        self._hoister = Hoister(self._reader)
        self._places = sorted(self._find_places(), key=lambda place: place.key)
        self._resources = self._name_resources()
        self._methods = self._name_methods()

    def api(self) -> Api:
        root = self._root
        drafts = [self._operation(place) for place in self._places]
        events = self._events()
        for name in sorted(root.get("components", {}).get("schemas", {})):
            self._hoister.component(pointers.join("/components/schemas", name))
        entities = self._hoister.entities
        taken = names.RESERVED_CLASSES | (names.RESERVED_BESIDE_EVENTS if events else frozenset())
        class_of = class_names(entities, self._settings.classes, self._pins.classes, taken)
        maker = SchemaMaker(entities, class_of, self._usage(drafts, events), self._pins, self._settings.words)
        schemas = maker.all()
        finish = _Finisher(maker, schemas)
        operations = [finish.operation(draft) for draft in drafts]
        api = Api(
            title=text(root.get("info", {}).get("title")),
            version=str(root.get("info", {}).get("version", "")),
            description=text(root.get("info", {}).get("description")),
            servers=servers(root.get("servers")),
            security_schemes=security_schemes(root.get("components") or {}, self._reader),
            security=security(root.get("security")) or (),
            resources=self._grouped(operations, schemas),
            events=tuple(sorted((finish.event(event) for event in events), key=lambda event: event.name)),
            schemas=schemas,
            client_parameters=self._client_parameters(operations),
            omissions=tuple(
                sorted(
                    self._hoister.omissions,
                    key=lambda omission: (omission.pointer or "", omission.message, omission.code),
                )
            ),
        )
        return replace(api, pins=_pins(api, entities, class_of))

    # --- operations and their names ---

    def _find_places(self) -> Iterator[_Place]:
        for path in self._root.get("paths") or {}:
            if path.startswith("/"):
                item = self._reader.follow(Node(self._root["paths"][path], pointers.join("/paths", path)))
                for method in METHODS:
                    if method in item.value:
                        yield _Place(path, method, item.child(method), item)

    def _name_resources(self) -> dict[str, str]:
        tags = {place.tag for place in self._places}
        wishes = {tag: names.resource_wishes(tag, self._settings.words) for tag in tags}
        taken = {
            name for parameter in self._settings.client_parameters for name in names.argument_wishes(parameter, "path")
        }
        return names.assign(wishes, pinned={**self._pins.resources, **self._settings.resources}, taken=taken)

    def _name_methods(self) -> dict[str, str]:
        found: dict[str, str] = {}
        by_tag: dict[str, dict[str, Sequence[str]]] = defaultdict(dict)
        for place in self._places:
            identifier = place.node.value.get("operationId")
            by_tag[place.tag][place.key] = names.method_wishes(
                identifier if isinstance(identifier, str) else "",
                place.method,
                place.path,
                self._settings.operation,
                self._settings.words,
            )
        for wishes in by_tag.values():
            found |= names.assign(wishes, pinned=self._pins.methods)
        return found

    def _context(self, place: _Place) -> Context:
        return Context((self._resources[place.tag], self._methods[place.key]))

    def _operation(self, place: _Place) -> Operation:
        value = place.node.value
        context = self._context(place)
        identifier = value.get("operationId")
        body, responses = self._body(place.node, context), self._responses(place.node, context)
        taken = _choosing(body, responses)
        return Operation(
            name=self._methods[place.key],
            resource=self._resources[place.tag],
            operation_id=identifier if isinstance(identifier, str) else None,
            method=place.method.upper(),
            path=place.path,
            pointer=place.node.pointer,
            summary=text(value.get("summary")) or text(place.item.value.get("summary")),
            description=text(value.get("description")) or text(place.item.value.get("description")),
            deprecated=value.get("deprecated") is True,
            parameters=self._parameters(place.node, place.item, place.path, place.key, context, taken),
            body=body,
            responses=responses,
            security=security(value.get("security")),
            servers=(
                servers(value.get("servers") or place.item.value.get("servers"))
                if "servers" in {*value, *place.item.value}
                else ()
            ),
        )

    # --- parameters ---

    def _parameters(
        self, node: Node, item: Node, path: str, key: str, context: Context, taken: Collection[str] = ()
    ) -> tuple[Parameter, ...]:
        found: dict[str, Node] = {}
        for owner in (item, node):
            for index in range(len(owner.value.get("parameters") or ())):
                parameter = self._reader.follow(owner.child("parameters", index))
                if self._served(parameter):
                    location, name = parameter.value["in"], parameter.value["name"]
                    same = [it for it in found if location == "header" and it.lower() == f"header:{name}".lower()]
                    found[same[0] if same else f"{location}:{name}"] = parameter  # names of headers have no case
        wishes = {
            spot: names.argument_wishes(it.value["name"], it.value["in"], self._settings.words)
            for spot, it in found.items()
        }
        arguments = names.assign(wishes, taken=taken, pinned=self._pins.arguments.get(key))
        made = [self._parameter(it, arguments[spot], context) for spot, it in found.items()]
        return tuple(sorted(made, key=lambda it: _signature_order(it, path)))

    def _served(self, node: Node) -> bool:
        if node.value["in"] == "header" and node.value["name"].lower() in IGNORED_HEADERS:
            self._hoister.omit(
                "ignored-parameter", f"header '{node.value['name']}' is the client's own business", node.pointer
            )
            return False
        return True

    def _parameter(self, node: Node, name: str, context: Context) -> Parameter:
        value = node.value
        location = value["in"]
        content = value.get("content")
        content_type = min(content) if isinstance(content, dict) and content else None
        holder = node.child("content", content_type) if content_type else node
        inner = Context(_shared(node, "parameter") or (*context.parts, value["name"]))
        schema = self._hoister.use((holder.child("schema"),), inner) if "schema" in holder.value else {}
        style: ParameterStyle = value.get("style") or ("simple" if location in ("path", "header") else "form")
        return Parameter(
            name=name,
            wire=value["name"],
            location=location,
            required=location == "path" or value.get("required") is True,
            schema=schema,
            style=style,
            explode=value["explode"] if isinstance(value.get("explode"), bool) else style == "form",
            allow_reserved=value.get("allowReserved") is True,
            description=text(value.get("description")) or text(schema.get("description")),
            deprecated=value.get("deprecated") is True or schema.get("deprecated") is True,
            pointer=node.pointer,
            content_type=content_type,
        )

    def _client_parameters(self, operations: Iterable[Operation]) -> tuple[Parameter, ...]:
        found = {
            parameter.wire: parameter
            for operation in operations
            for parameter in operation.parameters
            if parameter.location == "path" and parameter.wire in self._settings.client_parameters
        }
        return tuple(found[wire] for wire in sorted(found))

    # --- bodies and responses ---

    def _body(self, node: Node, context: Context) -> RequestBody | None:
        if "requestBody" not in node.value:
            return None
        body = self._reader.follow(node.child("requestBody"))
        contents = self._contents(body, Context(_shared(body, "request") or (*context.parts, "request")))
        if not contents:
            return None
        return RequestBody(
            body.value.get("required") is True, text(body.value.get("description")), contents, (), body.pointer
        )

    def _contents(self, node: Node, context: Context) -> tuple[MediaType, ...]:
        content = node.value.get("content")
        order = sorted(content, key=lambda name: (_preference(name), name)) if isinstance(content, dict) else []
        contexts = [context, *(context.inside(name.partition("/")[2]) for name in order[1:])]
        return tuple(
            self._media_type(name, self._reader.follow(node.child("content", name)), inner)
            for name, inner in zip(order, contexts, strict=False)
        )

    def _media_type(self, name: str, node: Node, context: Context) -> MediaType:
        schema = self._hoister.use((node.child("schema"),), context) if "schema" in node.value else None
        encoding = node.value.get("encoding")
        return MediaType(
            name,
            schema,
            encoding if isinstance(encoding, dict) else {},
            tuple(self._examples(node)),
            node.pointer,
            own_example(node.value.get("schema")),
        )

    def _examples(self, node: Node) -> Iterator[Any]:
        if "example" in node.value:
            yield node.value["example"]
        for name in sorted(node.value.get("examples") or ()):
            example = self._reader.follow(node.child("examples", name)).value
            if isinstance(example, dict) and "value" in example:
                yield example["value"]

    def _responses(self, node: Node, context: Context) -> tuple[Response, ...]:
        declared = node.value.get("responses") or {}
        # Interim responses (RFC 9110, section 15.2) stay within the HTTP library: nobody is answered with one.
        statuses = sorted(status for status in declared if not status.startswith(("x-", "1")))
        return tuple(
            self._response(status, self._reader.follow(node.child("responses", status)), context) for status in statuses
        )

    def _response(self, status: str, node: Node, context: Context) -> Response:
        error = not is_success(status)
        word = "error" if error else "response"
        contents = self._contents(node, Context(_shared(node, word) or (*context.parts, word), error))
        codes = self._error_codes(node) if error and self._settings.error_code else ()
        return Response(status, text(node.value.get("description")), contents, node.pointer, codes)

    def _error_codes(self, node: Node) -> tuple[str, ...]:
        """The error codes that the examples of a response's bodies name."""
        name = self._settings.error_code or ""
        found: set[str] = set()
        for media in (node.value.get("content") or {}).values():
            for example in self._examples(Node(media, node.pointer)):
                if isinstance(example, dict) and isinstance(example.get(name), str):
                    found.add(example[name])
            if isinstance(media.get("schema"), dict):
                found |= self._codes_of(Node(media["schema"], node.pointer), name, 0)
        return tuple(sorted(found))

    def _codes_of(self, node: Node, name: str, depth: int) -> set[str]:
        value = self._reader.follow(node).value
        if not isinstance(value, dict) or depth > 4:
            return set()
        found: set[str] = set()
        for keyword in ("oneOf", "anyOf", "allOf"):
            for variant in value.get(keyword) or ():
                found |= self._codes_of(Node(variant, node.pointer), name, depth + 1)
        declared = (value.get("properties") or {}).get(name)
        if isinstance(declared, dict):
            values = [
                declared.get("example"),
                declared.get("const"),
                *(declared.get("examples") or ()),
                *(declared.get("enum") or ()),
            ]
            found |= {code for code in values if isinstance(code, str)}
        return found

    # --- events ---

    def _events(self) -> list[Event]:
        """The callbacks and webhooks. A callback that several operations refer to is one event, named after the first."""
        found: list[tuple[Event, tuple[str, ...]]] = []
        for place in self._places:
            for key in sorted(place.node.value.get("callbacks") or {}):
                callback = self._reader.follow(place.node.child("callbacks", key))
                for expression in sorted(name for name in callback.value if not name.startswith("x-")):
                    resource, method = self._resources[place.tag], self._methods[place.key]
                    wishes = (
                        f"{resource} {key}",
                        f"{resource} {method} {key}",
                        f"{resource} {method} {key} {expression}",
                    )
                    found += self._event_item(callback.child(expression), key, expression, place.node.pointer, wishes)
        for key in sorted(self._root.get("webhooks") or {}):
            item = Node(self._root["webhooks"][key], pointers.join("/webhooks", key))
            found += self._event_item(item, key, None, None, (key, f"{key} webhook"))
        first: dict[str, tuple[Event, tuple[str, ...]]] = {}
        for one in found:
            first.setdefault(one[0].pointer, one)
        wishes_of = {at: names.event_wishes(*those, known=self._settings.words) for at, (_, those) in first.items()}
        named = names.assign(wishes_of, pinned=self._pins.events)
        return [replace(event, name=named[at]) for at, (event, _) in first.items()]

    def _event_item(
        self, node: Node, key: str, expression: str | None, operation: str | None, wishes: tuple[str, ...]
    ) -> Iterator[tuple[Event, tuple[str, ...]]]:
        item = self._reader.follow(node)
        for method in (method for method in METHODS if method in item.value):
            inner = item.child(method)
            context = Context((wishes[0], "event"))
            value = inner.value
            event = Event(
                name="",
                key=key,
                method=method.upper(),
                expression=expression,
                operation=operation,
                summary=text(value.get("summary")),
                description=text(value.get("description")),
                parameters=self._parameters(inner, item, "", inner.pointer, context),
                body=self._body_of_event(inner, context),
                pointer=inner.pointer,
                examples=body_examples(inner, self._reader),
            )
            yield event, wishes

    def _body_of_event(self, node: Node, context: Context) -> RequestBody | None:
        if "requestBody" not in node.value:
            return None
        body = self._reader.follow(node.child("requestBody"))
        contents = self._contents(body, context)
        return RequestBody(
            body.value.get("required") is True, text(body.value.get("description")), contents, (), body.pointer
        )

    # --- schemas and who uses them ---

    def _usage(self, operations: Sequence[Operation], events: Sequence[Event]) -> dict[str, Usage]:
        reach = Reach(self._hoister.entities)
        for operation in operations:
            reach.mark(request_references(operation.parameters, operation.body), "request", operation.resource)
            reach.mark(response_references(operation.responses), "response", operation.resource)
        for event in events:
            reach.mark(request_references(event.parameters, event.body), "response", None)
        return reach.usage()

    def _grouped(self, operations: Iterable[Operation], schemas: Mapping[str, Any]) -> tuple[Resource, ...]:
        descriptions = {
            tag.get("name"): text(tag.get("description"))
            for tag in self._root.get("tags") or ()
            if isinstance(tag, dict)
        }
        by_resource: dict[str, list[Operation]] = defaultdict(list)
        for operation in operations:
            by_resource[operation.resource].append(operation)
        wishes = {name: names.resource_class_wishes(name) for name in by_resource}
        classes = names.assign(wishes, taken=names.resource_classes_taken(schemas, wishes), glue="")
        tag_of = {name: tag for tag, name in self._resources.items()}
        return tuple(
            Resource(
                name,
                classes[name],
                tag_of[name],
                descriptions.get(tag_of[name], ""),
                tuple(sorted(found, key=lambda it: it.name)),
            )
            for name, found in sorted(by_resource.items())
        )


class _Finisher:
    """Puts class names where references to entities were."""

    def __init__(self, maker: SchemaMaker, schemas: Mapping[str, Any]) -> None:
        self._maker = maker
        self._schemas = schemas

    def operation(self, draft: Operation) -> Operation:
        parameters = self._parameters(draft.parameters)
        responses = tuple(replace(it, contents=self._contents(it.contents)) for it in draft.responses)
        taken = _choosing(draft.body, responses) | {parameter.name for parameter in parameters}
        return replace(draft, parameters=parameters, body=self._body(draft.body, taken), responses=responses)

    def event(self, draft: Event) -> Event:
        parameters = self._parameters(draft.parameters)
        body = replace(draft.body, contents=self._contents(draft.body.contents)) if draft.body else None
        return replace(draft, parameters=parameters, body=body)

    def _parameters(self, drafts: Iterable[Parameter]) -> tuple[Parameter, ...]:
        return tuple(replace(draft, schema=self._maker.named(draft.schema)) for draft in drafts)

    def _contents(self, drafts: Iterable[MediaType]) -> tuple[MediaType, ...]:
        return tuple(replace(draft, schema=self._maker.named(draft.schema)) for draft in drafts)

    def _body(self, draft: RequestBody | None, taken: Collection[str]) -> RequestBody | None:
        if draft is None:
            return None
        contents = self._contents(draft.contents)
        return replace(draft, contents=contents, fields=self._fields(contents[0], taken))

    def _fields(self, media: MediaType, taken: Collection[str]) -> tuple[BodyField, ...]:
        name = reference_name(media.schema) if media.schema is not None else None
        schema = self._schemas.get(name) if name else None
        if not isinstance(schema, ObjectSchema) or kind(media) in ("text", "binary"):
            return ()
        sent = [it for it in schema.properties if not it.read_only]
        wishes = {it.wire: (*names.argument_wishes(it.wire, "body"), names.snake(f"body {it.wire}")) for it in sent}
        arguments = names.assign(wishes, taken=taken)
        fields = [BodyField(arguments[it.wire], it) for it in sent]
        return tuple(sorted(fields, key=lambda it: (not it.property.required, it.name)))


def _choosing(body: RequestBody | None, responses: Iterable[Response]) -> set[str]:
    """The arguments that choose among media types."""
    answers = (it.contents for it in responses if it.is_success or it.status == "default")
    return names.choosing(body is not None and len(body.contents) > 1, any(len(it) > 1 for it in answers))


def _signature_order(parameter: Parameter, path: str) -> tuple[int, int, str]:
    if parameter.location == "path":
        return 0, path.find("{" + parameter.wire + "}"), parameter.name
    return (1 if parameter.required else 2), 0, parameter.name


def _preference(media_type: str) -> int:
    """JSON first, then forms, then anything else."""
    bare = media_type.partition(";")[0].strip().lower()
    order = ("application/json", "multipart/form-data", "application/x-www-form-urlencoded")
    if bare in order:
        return order.index(bare) * 2
    return 1 if bare.endswith("+json") else 9


def _shared(node: Node, word: str) -> tuple[str, ...]:
    """How what several operations refer to is called: like the component that it is; empty if it is none with a name of words."""
    name = pointers.split(node.pointer)[-1] if is_named(node.pointer) else ""
    if not name[:1].isalpha():
        return ()
    return (name,) if [it.lower() for it in names.words(name)[-1:]] == [word] else (name, word)


def _pins(api: Api, entities: Mapping[str, Entity], class_of: Mapping[str, str]) -> Pins:
    operations = [operation for resource in api.resources for operation in resource.operations]
    return Pins(
        classes={key: class_of[entity.key] for entity in entities.values() for key in pin_keys(entity)},
        resources={resource.tag: resource.name for resource in api.resources},
        methods={f"{operation.method} {operation.path}": operation.name for operation in operations},
        events={event.pointer: event.name for event in api.events},
        fields={
            name: {it.wire: it.name for it in schema.properties}
            for name, schema in api.schemas.items()
            if isinstance(schema, ObjectSchema)
        },
        members={
            name: {json.dumps(it.value): it.name for it in schema.members}
            for name, schema in api.schemas.items()
            if isinstance(schema, EnumSchema)
        },
        arguments={
            f"{operation.method} {operation.path}": {f"{it.location}:{it.wire}": it.name for it in operation.parameters}
            for operation in operations
            if operation.parameters
        },
    )
