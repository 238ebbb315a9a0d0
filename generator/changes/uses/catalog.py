"""What can be said of the client's own values by its `Surface`: what they have, what their calls return, which symbol that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from generator.changes.uses.findings import How
from generator.changes.uses.types import value_of
from generator.changes.uses.values import (
    NOTHING,
    AsyncCallValue,
    Atom,
    AwaitableOf,
    ClientMethod,
    ClientType,
    ClientValue,
    DumpedModel,
    ErrorType,
    EventConstant,
    ListOf,
    MapOf,
    MethodValue,
    MockValue,
    ModelType,
    ModelValue,
    PackageModule,
    PagesValue,
    PageValue,
    ResourceType,
    ResourceValue,
    ResponseValue,
    Returns,
    RoutesValue,
    RouteValue,
    RuntimeType,
    RuntimeValue,
    SentEventValue,
    TypeOf,
    Value,
    View,
    just,
)
from generator.package.surface import Field, Method, Model, Resource, Surface, TypeRef

ERRORS = (
    *("APIConnectionError", "APIError", "APIStatusError", "APITimeoutError", "AuthenticationError", "BadRequestError"),
    *("ConflictError", "CredentialsError", "DecodeError", "FailedDependencyError", "InternalServerError"),
    *("InvalidRequestError", "NotFoundError", "PagingError", "PermissionDeniedError", "PreconditionFailedError"),
    *("Problem", "RateLimitError", "UnprocessableEntityError", "WebhookVerificationError"),
)
"""The classes of `errors`, which every client has."""

_MODULES = ("_runtime", "client", "errors", "events", "models", "resources", "testing", "webhooks")
_ROOT_TYPES = (
    *(
        "ApiKeyAuth",
        "AsyncPage",
        "AsyncPages",
        "AsyncResponse",
        "AsyncStream",
        "BasicAuth",
        "BearerAuth",
        "CallOptions",
    ),
    *("ClientCredentials", "Clock", "Drift", "NoAuth", "Page", "Response", "Server", "ServerSentEvent", "Stream"),
    "Unset",
)
_SYMBOLS = (ClientType, ResourceType, ModelType, ErrorType, EventConstant)
_VIEWS: dict[str, View] = {"with_raw_response": "raw", "with_streaming_response": "streaming"}
_DUMPS = ("to_wire", "model_dump", "dict")
_READS = ("model_validate", "model_construct", "model_validate_json", "parse_obj")


@dataclass(frozen=True, slots=True)
class Member:
    """An attribute of a value: what it is, and which symbol is used thereby; none if that is empty."""

    value: Value
    symbol: str = ""
    how: How = "reference"


@dataclass(frozen=True)
class Catalog:
    """A surface, with the answers that a search asks for."""

    surface: Surface
    _known: dict[str, Value] = field(default_factory=dict)

    # ── types ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def instances(self, ref: TypeRef | None) -> Value:
        """What is of a type."""
        if ref is None:
            return NOTHING
        if ref.text not in self._known:
            self._known[ref.text] = value_of(ref.text, self.model)
        return self._known[ref.text]

    def model(self, name: str) -> Value:
        """What is of the type that `models` calls by this name; an alias is what it stands for."""
        found = self.surface.models.get(name)
        if found is None:
            return NOTHING
        if found.kind != "alias":
            return just(ModelValue(name))
        if name not in self._known:
            self._known[name] = NOTHING  # an alias may lead back to itself
            self._known[name] = self.instances(found.target)
        return self._known[name]

    @cached_property
    def texts(self) -> frozenset[str]:
        """All texts that are a value of some enum."""
        return frozenset(
            it for model in self.surface.models.values() for it in model.members.values() if isinstance(it, str)
        )

    @cached_property
    def any_event(self) -> Value:
        """What a message may be whose event is not known."""
        found = NOTHING.union(*(self.instances(it.result) for it in self.surface.events.values()))
        return found | {RuntimeValue("UnknownEvent")}

    # ── parts ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def resource(self, atom: ResourceValue | ResourceType | MethodValue | RoutesValue | RouteValue) -> Resource:
        """The resource of an atom."""
        return self.surface.resources[atom.resource if isinstance(atom, (MethodValue, RouteValue)) else atom.name]

    def method(self, atom: MethodValue | RouteValue) -> Method:
        """The method of an atom."""
        return self.resource(atom).methods[atom.name]

    def fields(self, value: Value, name: str) -> Iterator[Field]:
        """The fields with this JSON name, or Python name, of all models that something may be."""
        for atom in value:
            if isinstance(atom, (ModelValue, DumpedModel)):
                found = self._field(self.surface.models[atom.name], name)
                if found is not None:
                    yield found

    def _field(self, model: Model, name: str) -> Field | None:
        by_wire = next((it for it in model.fields.values() if it.wire == name), None)
        return by_wire or model.fields.get(name)

    def members(self, value: Value, wire: object) -> Iterator[str]:
        """The symbols of the members with this JSON value of all enums that something may be."""
        for atom in value:
            if isinstance(atom, ModelValue):
                model = self.surface.models[atom.name]
                yield from (f"{model.symbol}.{name}" for name, it in model.members.items() if it == wire)

    def is_object(self, atom: ModelValue) -> bool:
        """Whether it is an object with fields, not a value of an enum."""
        return self.surface.models[atom.name].kind == "class"

    def dumped(self, value: Value) -> Value:
        """The same with models as dicts."""
        found: set[Atom] = set()
        for atom in value:
            match atom:
                case ModelValue():
                    found.add(DumpedModel(atom.name))
                case ListOf():
                    found.add(ListOf(self.dumped(atom.item)))
                case MapOf():
                    found.add(MapOf(atom.key, self.dumped(atom.value)))
        return frozenset(found)

    def returned(self, atom: MethodValue) -> Value:
        """What a call of a method returns, view and colour considered."""
        method = self.method(atom)
        item, body = self.instances(method.item), self.instances(method.result)
        pages = method.item is not None
        found = just(PageValue(item, body, atom.asynchronous)) if pages else body
        if atom.view:
            return just(AsyncCallValue(found) if atom.asynchronous else ResponseValue(found))
        if not atom.asynchronous:
            return found
        return just(PagesValue(item, body) if pages else AwaitableOf(found))

    def symbol(self, atom: Atom) -> str:
        """The symbol that an atom itself is; empty for values, which are none."""
        if not isinstance(atom, _SYMBOLS):
            return ""
        match atom:
            case ClientType():
                return "Client"
            case ResourceType():
                return self.resource(atom).symbol
            case ModelType():
                return self.surface.models[atom.name].symbol
            case ErrorType():
                return f"errors.{atom.name}"
            case EventConstant():
                return self.surface.events[atom.name].symbol
            case _:
                return ""

    # ── attributes ──────────────────────────────────────────────────────────────────────────────────────────────────

    def member(self, atom: Atom, name: str) -> Member | None:
        """An attribute of one of the client's values. A method's symbol counts as a reference, whoever calls it."""
        match atom:
            case ClientType() if name == "from_env":
                return Member(just(Returns(just(ClientValue(atom.asynchronous)))))
            case ClientValue() if name == "with_options":
                return Member(just(Returns(just(atom))))
            case ClientValue() | MockValue() if name in self.surface.resources:
                found = self.surface.resources[name]
                known = ResourceValue(name, atom.asynchronous) if isinstance(atom, ClientValue) else RoutesValue(name)
                return Member(just(known), found.symbol, "resource")
            case ResourceValue(view="") if name in _VIEWS:
                return Member(just(ResourceValue(atom.name, atom.asynchronous, _VIEWS[name])))
            case ResourceType() | ResourceValue() | RoutesValue() if name in self.resource(atom).methods:
                return Member(_method(atom, name), self.resource(atom).methods[name].symbol)
            case ModelType():
                return self._of_class(self.surface.models[atom.name], name)
            case ModelValue():
                return self._of_model(atom, self.surface.models[atom.name], name)
            case RouteValue() if name in ("returns", "pages", "fails"):
                return Member(just(ClientMethod(atom, name)))
            case EventConstant() if name == "parse":
                return Member(just(Returns(self.instances(self.surface.events[atom.name].result))))
            case PageValue() | PagesValue():
                return _of_page(atom, name)
            case ResponseValue() if name in ("parse", "json"):
                return Member(just(Returns(atom.parsed if name == "parse" else self.dumped(atom.parsed))))
            case SentEventValue() if name == "data":
                return Member(atom.data)
            case _:
                return None

    def _of_class(self, model: Model, name: str) -> Member | None:
        if name in model.members:
            return Member(just(ModelValue(model.name)), f"{model.symbol}.{name}", "member")
        return Member(just(ClientMethod(ModelType(model.name), name))) if name in _READS else None

    def _of_model(self, atom: ModelValue, model: Model, name: str) -> Member | None:
        declared = model.fields.get(name)
        if declared is not None:
            return Member(self.instances(declared.type), declared.symbol, "field")
        if model.kind == "class" and name in _DUMPS:
            return Member(just(Returns(just(DumpedModel(model.name)))))
        return Member(just(ClientMethod(atom, name))) if name in ("model_copy", "copy") else None

    # ── modules ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def exported(self, module: str, name: str) -> Value:
        """What a module of the package calls by a name; nothing that it does not have."""
        room, _, inner = module.partition(".")
        if name in ("Client", "AsyncClient") and room in ("", "client"):
            return just(ClientType(name == "AsyncClient"))
        if room == "errors" or module == "_runtime.errors":
            return just(ErrorType(name)) if name in ERRORS else NOTHING
        if room == "models" and name in self.surface.models:
            return just(ModelType(name))
        if room == "resources" and inner in self.surface.resources:
            return self._resource_class(inner, name)
        if room in ("events", "webhooks", "testing"):
            return self._exported_functions(room, name)
        if room in ("", "_runtime") and name in _ROOT_TYPES:
            return just(RuntimeType(name))
        if (room == "" and name in _MODULES) or (room in ("models", "resources", "_runtime") and not inner):
            return just(PackageModule(f"{module}.{name}".lstrip(".")))
        return NOTHING

    def _resource_class(self, resource: str, name: str) -> Value:
        plain, asynchronous = self.surface.resources[resource].class_names
        return just(ResourceType(resource, name == asynchronous)) if name in (plain, asynchronous) else NOTHING

    def _exported_functions(self, room: str, name: str) -> Value:
        if room == "testing":
            if name in ("make", "sample", "event", "delivery"):
                return just(ClientMethod(PackageModule(room), name))
            return just(Returns(just(MockValue()))) if name == "mock_api" else just(RuntimeType(name))
        if room == "events" and name in self.surface.events:
            return just(EventConstant(name))
        if room == "webhooks" and name in ("parse", "receive"):
            return just(Returns(self.any_event))
        if name == "UnknownEvent":
            return just(RuntimeType(name))
        if name == "EVENTS":
            return just(MapOf(NOTHING, frozenset(map(EventConstant, self.surface.events))))
        return just(TypeOf(self.any_event)) if name == "AnyEvent" else NOTHING

    def starred(self, module: str, name: str) -> Value:
        """What `from module import *` brings under a name."""
        hidden = name.startswith("_") or (module.startswith("_runtime") and module != "_runtime.errors")
        found = NOTHING if hidden or name in ("client", "resources") else self.exported(module, name)
        is_module = any(isinstance(it, PackageModule) for it in found)
        return NOTHING if is_module and module else found


def _method(atom: ResourceType | ResourceValue | RoutesValue, name: str) -> Value:
    match atom:
        case ResourceValue():
            return just(MethodValue(atom.name, name, atom.asynchronous, atom.view))
        case RoutesValue():
            return just(RouteValue(atom.name, name))
        case _:
            return NOTHING  # a method of the class takes the resource as well; nobody calls it like that


def _of_page(atom: PageValue | PagesValue, name: str) -> Member | None:
    if isinstance(atom, PagesValue):
        page = PageValue(atom.item, atom.body, True)
        return Member(just(Returns(just(ListOf(just(page)))))) if name == "pages" else None
    if name == "items":
        return Member(just(ListOf(atom.item)))
    if name == "body":
        return Member(atom.body)
    if name == "next_page":
        return Member(just(Returns(just(AwaitableOf(just(atom)) if atom.asynchronous else atom))))
    return Member(just(Returns(just(ListOf(just(atom)))))) if name == "pages" else None
