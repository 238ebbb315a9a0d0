"""Calls of what belongs to the client: its classes, its methods, the helpers of its models, events and test module."""

from __future__ import annotations

from generator.changes.uses.annotations import runtime_value
from generator.changes.uses.containers import items_of
from generator.changes.uses.expectations import (
    arguments_given,
    client_arguments_given,
    expect,
    fields_given,
    lose_unpacked,
)
from generator.changes.uses.frames import Frame, Given, callee
from generator.changes.uses.values import (
    NOTHING,
    ClientMethod,
    ClientType,
    ClientValue,
    DumpedModel,
    ErrorType,
    ErrorValue,
    EventConstant,
    MethodValue,
    ModelType,
    ModelValue,
    PackageModule,
    ResourceType,
    ResourceValue,
    Returns,
    RouteValue,
    RuntimeType,
    Value,
    just,
)


@callee(ClientType)
def _client(frame: Frame, atom: ClientType, given: Given) -> Value:
    client_arguments_given(frame, given)
    return just(ClientValue(atom.asynchronous))


@callee(ResourceType)
def _resource(frame: Frame, atom: ResourceType, given: Given) -> Value:
    return just(ResourceValue(atom.name, atom.asynchronous))


@callee(MethodValue)
def _method(frame: Frame, atom: MethodValue, given: Given) -> Value:
    arguments_given(frame, given, frame.world.catalog.method(atom))
    return frame.world.catalog.returned(atom)


@callee(ModelType)
def _model(frame: Frame, atom: ModelType, given: Given) -> Value:
    made = frame.world.catalog.model(atom.name)
    expect(frame, given.get(0), made)  # an enum takes a text
    fields_given(frame, given, made)
    return made


@callee(ErrorType)
def _error(frame: Frame, atom: ErrorType, given: Given) -> Value:
    return just(ErrorValue(atom.name))


@callee(RuntimeType)
def _runtime(frame: Frame, atom: RuntimeType, given: Given) -> Value:
    return just(runtime_value(atom))


@callee(Returns)
def _returns(frame: Frame, atom: Returns, given: Given) -> Value:
    return atom.result


@callee(ClientMethod)
def _helper(frame: Frame, atom: ClientMethod, given: Given) -> Value:
    match atom.owner:
        case PackageModule():
            return _testing(frame, atom.name, given)
        case RouteValue():
            _answered(frame, atom.owner, atom.name, given)
            return just(atom.owner)
        case ModelType():
            made = frame.world.catalog.model(atom.owner.name)
            if atom.name == "model_construct":
                fields_given(frame, given, made)
            else:
                expect(frame, given.get(0, "obj"), made)
            return made
        case ModelValue():
            expect(frame, given.get(0, "update") if given.named else NOTHING, just(atom.owner))
            return just(atom.owner)
        case _:
            return NOTHING


def _testing(frame: Frame, name: str, given: Given) -> Value:
    """The functions of `testing`: all take a model or an event, and fields by keyword."""
    made = NOTHING
    for atom in given.get(0):
        if isinstance(atom, ModelType):
            made |= frame.world.catalog.model(atom.name)
        elif isinstance(atom, EventConstant):
            made |= frame.world.catalog.instances(frame.world.catalog.surface.events[atom.name].result)
    fields_given(frame, given, made)
    if name == "sample":
        return frozenset(DumpedModel(it.name) for it in made if isinstance(it, ModelValue))
    return NOTHING if name == "delivery" else made


def _answered(frame: Frame, route: RouteValue, name: str, given: Given) -> None:
    """What a mock is told to answer."""
    method = frame.world.catalog.method(route)
    if name == "returns":
        expect(frame, given.get(0), frame.world.catalog.instances(method.result))
    elif name == "pages":
        for passed in given.positional:
            expect(frame, items_of(frame, passed.value), frame.world.catalog.instances(method.item))
    if name != "pages":
        lose_unpacked(frame, given)
