"""The client's side of an `Api`: resources, client, events and reference page, as unformatted source.

Views (frozen dataclasses of finished text) decide everything here; the templates in `templates/package` loop over them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from generator.api import names
from generator.api.media import kind
from generator.api.model import (
    Api,
    MediaType,
    ObjectSchema,
    Operation,
    Parameter,
    Property,
    RequestBody,
    Resource,
    Response,
)
from generator.api.paging import NO_CONTENT, Paging, paging
from generator.diagnostics import Diagnostic, ProvgenError
from generator.package import docs, types
from generator.package.client import client_view
from generator.package.events import events_view
from generator.package.literals import WIDTH, literal
from generator.package.overloads import Signatures, signatures
from generator.package.render import render
from generator.package.results import (
    asynchronous,
    client_wires,
    has_streams,
    is_text,
    item_schema,
    item_type,
    streamed,
    streams,
)
from generator.package.signatures import Schemas, is_client_parameter, is_file
from generator.package.source import Imports, tuple_text
from generator.package.types import TypeText
from generator.package.webhooks import webhooks_view
from generator.settings import ClientSettings, PagingSettings

Conventions = tuple[PagingSettings, ...]

STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
"""The style that a parameter has where the document names none (OpenAPI 3.1, section 4.8.12.2)."""


@dataclass(frozen=True, slots=True)
class Form:
    """A method as one of the two classes has it: how its definition begins, its overloads, what it returns, how its call begins.

    `overloads` are pairs of arguments and what comes of them, none where there is one way to call.
    """

    define: str
    overloads: tuple[tuple[str, str], ...]
    returns: str
    call: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method: `constant` is the name of its operation's constant, `arguments` what that is made with.

    `body` is what an answer holds; `operation` is the constant, or what makes one of it for a call that chooses; `forms`
    are the method in the classes of `ResourceView`.
    """

    name: str
    constant: str
    body: str
    arguments: tuple[str, ...]
    operation: str
    signature: str
    passed: str
    text: str
    forms: tuple[Form, Form]


@dataclass(frozen=True, slots=True)
class ClassView:
    """One of the two classes of a resource. `views` is the class of its views, `viewed` what makes their methods."""

    name: str
    base: str
    views: str
    viewed: str


@dataclass(frozen=True, slots=True)
class ResourceView:
    """A module of `resources`."""

    classes: tuple[ClassView, ClassView]
    text: str
    imports: str
    methods: tuple[MethodView, ...]


@dataclass(frozen=True, slots=True)
class ReferenceEntry:
    """A method on the reference page; all texts are Markdown. `call` leaves `self` and the options of all methods out."""

    name: str
    call: str
    line: str
    purpose: str
    errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReferenceSection:
    """A resource on the reference page."""

    name: str
    title: str
    text: str
    methods: tuple[ReferenceEntry, ...]


def render_client(api: Api, settings: ClientSettings) -> dict[str, str]:
    """Package-relative path → unformatted source of everything but the models and the runtime."""
    _check(api)
    client, webhooks = client_view(api, settings), webhooks_view(api, settings.webhooks)
    files = {
        "__init__.py": render(
            "package.py.jinja",
            client=client,
            settings=settings,
            version=api.version,
            webhooks=webhooks,
            streams=has_streams(api),
        ),
        "client.py": render("client.py.jinja", client=client),
        "errors.py": render("errors.py.jinja"),
        "events.py": render("events.py.jinja", events=events_view(api, settings.webhooks)),
        "resources/__init__.py": render("resources.py.jinja"),
        "API.md": render(
            "api.md.jinja",
            api=api,
            settings=settings,
            sections=_reference(api, settings.paging),
            pages=any(paging(it, api.schemas, settings.paging) for one in api.resources for it in one.operations),
            streams=has_streams(api),
        ),
    }
    if webhooks is not None:
        files["webhooks.py"] = render("webhooks.py.jinja", webhooks=webhooks)
    for resource in api.resources:
        view = _resource(resource, api, settings.paging)
        files[f"resources/{resource.name}.py"] = render("resource.py.jinja", resource=view)
    return files


def _check(api: Api) -> None:
    """Refuses what the names of an `Api` promise not to hold: a constant of one operation that is another's."""
    found = [
        Diagnostic("duplicate-method", f"{resource.name}.{name} is made twice")
        for resource in api.resources
        for name in _twice(operation.name for operation in resource.operations)
    ]
    if found:
        raise ProvgenError(found)


def _twice(names: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return [name for name in names if name in seen or seen.add(name)]  # type: ignore[func-returns-value]


def _resource(resource: Resource, api: Api, conventions: Conventions) -> ResourceView:
    imports = Imports(api.schemas, "..")
    imports.name("typing_extensions", "Unpack")
    imports.name("_runtime.messages", "CallOptions")
    imports.name("_runtime.operation", "Operation")
    for name in ("AsyncResource", "Resource", "Views"):
        imports.name("_runtime.resource", name)
    for name in ("viewed", "viewed_async"):
        imports.name("_runtime.views", name)
    methods = tuple(
        _method(operation, paging(operation, api.schemas, conventions), api, imports)
        for operation in resource.operations
    )
    return ResourceView(
        classes=_classes(resource.class_name),
        text=docs.plain(resource.description) or f"Operations on {resource.tag}.",
        imports=imports.text(),
        methods=methods,
    )


def _classes(name: str) -> tuple[ClassView, ClassView]:
    plain, asynchronous, views, asynchronous_views = names.resource_classes(name)
    return (
        ClassView(plain, "Resource", views, "viewed"),
        ClassView(asynchronous, "AsyncResource", asynchronous_views, "viewed_async"),
    )


def _method(operation: Operation, pages: Paging | None, api: Api, imports: Imports) -> MethodView:
    found = signatures(operation, client_wires(api), api.schemas)
    imports.add(*found.needs, *(asynchronous(way.returns) for way in found.ways))
    if pages is not None:
        imports.add(item_type(pages, api.schemas))
        for name in ("AsyncPages", "Page"):
            imports.name("_runtime.pages", name)
    if len(found.ways) > 1:
        imports.name("typing", "overload")
    if len(found.ways) > 1 and operation.body is not None:
        imports.name("_runtime.unset", "UNSET")
    if found.choosing:
        imports.name("_runtime.choosing", "choosing")
    constant = f"_{operation.name.upper()}"
    chosen = ", ".join([constant, *(f"{name}={name}" for name in found.choosing)])
    return MethodView(
        name=operation.name,
        constant=constant,
        body=types.union(it.returns for it in found.ways).text,
        arguments=tuple(_constant(operation, pages, api, imports)),
        operation=f"choosing({chosen})" if found.choosing else constant,
        signature=", ".join(found.implementation),
        passed=", ".join(f"{name}={name}" for name in found.passed),
        text=docs.method_text(operation, _notes(operation, api, found.choosing), pages is not None),
        forms=_forms(operation, found, pages, api.schemas),
    )


def _forms(operation: Operation, found: Signatures, pages: Paging | None, schemas: Schemas) -> tuple[Form, Form]:
    if streams(operation):
        return _form("def", "", found, "Stream.of(self, "), _form(
            "async def", "", _awaited(found), "await AsyncStream.of(self, "
        )
    if pages is None:
        return _form("def", "", found, "self._call("), _form("async def", "", found, "await self._call(")
    item = item_type(pages, schemas).text
    return _form("def", f"Page[{item}, ", found, "self._pages("), _form(
        "def", f"AsyncPages[{item}, ", found, "self._pages("
    )


def _awaited(found: Signatures) -> Signatures:
    """The signatures of a method whose results may be streams, as the asynchronous client has them."""
    ways = tuple(replace(way, returns=asynchronous(way.returns)) for way in found.ways)
    return replace(found, ways=ways, returns=found.returns and asynchronous(found.returns))


def _form(define: str, page: str, found: Signatures, call: str) -> Form:
    """A method whose results, if it pages, stand in what `page` begins."""
    several = found.ways if len(found.ways) > 1 else ()
    overloads = tuple((", ".join(way.texts), _returned(page, way.returns)) for way in several)
    return Form(define, overloads, "Any" if found.returns is None else _returned(page, found.returns), call)


def _returned(page: str, result: TypeText) -> str:
    return f"{page}{result.text}]" if page else result.text


def _notes(operation: Operation, api: Api, choosing: Iterable[str]) -> Iterable[str]:
    for it in operation.parameters:
        if not is_client_parameter(it, client_wires(api)):
            yield docs.note(it.name, it.description, it.schema, api.schemas, it.deprecated)
    body, schemas = operation.body, api.schemas
    yield from (docs.note(name, docs.CHOOSING[name], {}, {}) for name in choosing)
    if body is None:
        return
    yield docs.note(
        "body", body.description or ("The whole body, in place of its fields" if body.fields else ""), {}, {}
    )
    for field in body.fields:
        schema = field.property.schema
        yield docs.note(
            field.name, str(schema.get("description") or ""), schema, schemas, schema.get("deprecated") is True
        )


def _constant(operation: Operation, pages: Paging | None, api: Api, imports: Imports) -> Iterable[str]:
    yield literal(operation.name)
    yield literal(f"{operation.method} {operation.path}")
    if operation.parameters:
        yield f"parameters={tuple_text(_parameter(it, api.schemas, imports) for it in operation.parameters)}"
    if operation.body is not None:
        yield f"body={_body(operation.body, api.schemas, imports)}"
    if operation.responses:
        yield f"responses={tuple_text(_responses(operation.responses, api.schemas, imports))}"
    if operation.security is not None:
        yield f"security={requirements(operation.security)}"
    if operation.servers:
        yield f"server={literal(_server_url(operation))}"
    if pages is not None:
        imports.name("_runtime.operation", "Paging")
        ways = [tuple_text(map(literal, way)) for way in (pages.next, pages.items)]
        kind = [] if pages.kind == "str" else [pages.kind]
        yield f"paging=Paging({', '.join([literal(pages.argument), *ways, *kind])})"


def requirements(security: Iterable[Mapping[str, object]]) -> str:
    """Security requirements as a tuple of alternatives, each a tuple of scheme names."""
    return tuple_text(tuple_text(literal(name) for name in alternative) for alternative in security)


def _server_url(operation: Operation) -> str:
    server = operation.servers[0]
    url = server.url
    for variable in server.variables:
        url = url.replace(f"{{{variable.name}}}", variable.default)
    return url


def _parameter(parameter: Parameter, schemas: Schemas, imports: Imports) -> str:
    imports.name("_runtime.parameters", parameter.location)
    found = types.evaluated(types.annotation(parameter.schema, schemas))
    imports.add(found)
    more = []
    if parameter.required and parameter.location != "path":
        more.append("required=True")
    if parameter.style != STYLES[parameter.location]:
        more.append(f"style={literal(parameter.style)}")
    if parameter.explode != (parameter.location in ("query", "cookie")):
        more.append(f"explode={parameter.explode}")
    if parameter.allow_reserved:
        more.append("reserved=True")
    if parameter.content_type is not None:
        more.append(f"content={literal(parameter.content_type)}")
    given = ", ".join([literal(parameter.name), literal(parameter.wire), found.text, *more])
    return f"{parameter.location}({given})"


def _body(body: RequestBody, schemas: Schemas, imports: Imports) -> str:
    media, *others = body.contents
    if media.name == "application/json" and kind(media) == "json" and not others:
        function, given = "json_body", [_codec_type(media, schemas, imports)]
    else:
        function, given = "body", [_content(media, schemas, imports)]
    imports.name("_runtime.operation", function)
    fields = {field.name: field.property.wire for field in body.fields}
    given += [f"fields={literal(fields)}"] if fields else []
    given += [] if body.required else ["required=False"]
    given += [f"others={tuple_text(_content(it, schemas, imports) for it in others)}"] if others else []
    return f"{function}({', '.join(given)})"


def _responses(responses: Iterable[Response], schemas: Schemas, imports: Imports) -> Iterable[str]:
    """One call for each run of statuses that are the same but for their number."""
    for (function, given), group in groupby(responses, key=lambda it: _contents(it, schemas, imports)):
        imports.name("_runtime.operation", function)
        statuses = literal(" ".join(it.status for it in group))
        yield f"{function}({', '.join([statuses, *given])})"


def _contents(response: Response, schemas: Schemas, imports: Imports) -> tuple[str, tuple[str, ...]]:
    """The runtime's function that makes such a response, and its arguments besides the status."""
    contents = () if response.status in NO_CONTENT else response.contents
    if len(contents) == 1 and contents[0].name == "application/json" and kind(contents[0]) == "json":
        return "json_response", (_codec_type(contents[0], schemas, imports),)
    return "response", tuple((_items if streamed(it, response) else _content)(it, schemas, imports) for it in contents)


def _codec_type(media: MediaType, schemas: Schemas, imports: Imports) -> str:
    found = types.ANY if media.schema is None else types.evaluated(types.annotation(media.schema, schemas))
    imports.add(found)
    return found.text


def _items(media: MediaType, schemas: Schemas, imports: Imports) -> str:
    """A content that is a stream."""
    function = media.stream or ""
    imports.name("_runtime.streams", function)
    item = replace(media, schema=item_schema(media))
    given = [] if is_text(media) else [_codec_type(item, schemas, imports)]
    return f"{function}({', '.join([literal(media.name), *given])})"


def _content(media: MediaType, schemas: Schemas, imports: Imports) -> str:
    imports.name("_runtime.operation", "content")
    given = [literal(media.name)]
    how = kind(media)
    if how == "json" or how in ("form", "multipart") and media.schema is not None:
        given.append(_codec_type(media, schemas, imports))
    parts = dict(_parts(media, schemas, imports)) if how in ("form", "multipart") else {}
    if parts:
        given.append("parts={" + ", ".join(f"{literal(name)}: {text}" for name, text in parts.items()) + "}")
    return f"content({', '.join(given)})"


def _parts(media: MediaType, schemas: Schemas, imports: Imports) -> Iterable[tuple[str, str]]:
    """How the properties of a form are written that the document, or their being files, sets apart."""
    properties = {it.wire: it.schema for it in _properties(media, schemas)}
    for name in sorted({*properties, *media.encoding}):
        text = _part(media.encoding.get(name, {}), name in properties and is_file(properties[name], media.name))
        if text:
            imports.name("_runtime.operation", "part")
            yield name, f"part({text})"


def _properties(media: MediaType, schemas: Schemas) -> Iterable[Property]:
    named = schemas.get((media.schema or {}).get("$ref", ""))
    return named.properties if isinstance(named, ObjectSchema) else ()


def _part(encoding: Mapping[str, object], file: bool) -> str:
    given = []
    style = encoding.get("style")
    if "style" in encoding or "explode" in encoding or "allowReserved" in encoding:
        given.append("styled=True")
        given += [f"style={literal(style)}"] if isinstance(style, str) and style != "form" else []
        given += ["explode=False"] if encoding.get("explode", style in (None, "form")) is not True else []
        given += ["reserved=True"] if encoding.get("allowReserved") is True else []
    content_type = encoding.get("contentType")
    given += [f"content_type={literal(content_type)}"] if isinstance(content_type, str) else []
    given += ["file=True"] if file else []
    return ", ".join(given)


def _reference(api: Api, conventions: Conventions) -> tuple[ReferenceSection, ...]:
    return tuple(
        ReferenceSection(
            name=resource.name,
            title=docs.markdown(resource.tag),
            text=docs.markdown(docs.sentence(resource.description)),
            methods=tuple(_entry(resource, operation, api, conventions) for operation in resource.operations),
        )
        for resource in api.resources
    )


def _entry(resource: Resource, operation: Operation, api: Api, conventions: Conventions) -> ReferenceEntry:
    found = signatures(operation, client_wires(api), api.schemas)
    pages = paging(operation, api.schemas, conventions)
    page = f"Page[{item_type(pages, api.schemas).text}, " if pages else ""
    name = f"client.{resource.name}.{operation.name}"
    return ReferenceEntry(
        name=operation.name,
        call="\n".join(_call(name, way.texts[1:-1], _returned(page, way.returns)) for way in found.ways),
        line=docs.code(f"{operation.method} {operation.path}"),
        purpose=docs.markdown(docs.sentence(docs.purpose(operation))),
        errors=tuple(docs.markdown(f"{name}: {text}") for name, text in docs.raises(operation.responses)),
    )


def _call(function: str, arguments: tuple[str, ...], result: str) -> str:
    """A signature for reading, on one line or with a line for each argument, as black has it."""
    line = f"{function}({', '.join(arguments)}) -> {result}"
    if len(line) <= WIDTH:
        return line
    return "\n".join([f"{function}(", *(f"    {it}," for it in arguments), f") -> {result}"])
