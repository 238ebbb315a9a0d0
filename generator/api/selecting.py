"""A part of an API: what some of its resources need, called as in the whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from difflib import get_close_matches
from itertools import chain

from generator.api.model import Api, Event, Operation
from generator.api.schemas import mentioned, reached
from generator.api.usage import request_references, response_references
from generator.diagnostics import Diagnostic, ProvgenError

_OWN = ("/paths/", "/components/schemas/")
"""Where that stands which belongs to operations and schemas; anything else in a document concerns all of it."""


def select(api: Api, wanted: Collection[str]) -> Api:
    """The resources of these names, the messages that their operations declare, and the schemas that all these reach.

    Names, modules and directions stay those of the whole, so that a class is the same in every part of a client. Webhooks belong to
    no resource and are in each part. Empty `wanted`: the whole. Raises `ProvgenError` for a resource that there is not.
    """
    if not wanted:
        return api
    _refuse_unknown(api, wanted)
    resources = tuple(it for it in api.resources if it.name in wanted)
    operations = [operation for resource in resources for operation in resource.operations]
    declared = {None, *(it.pointer for it in operations)}
    events = tuple(it for it in api.events if it.operation in declared)
    names = reached(_start(api, operations, events), {name: mentioned(it) for name, it in api.schemas.items()})
    schemas = {name: schema for name, schema in api.schemas.items() if name in names}
    kept = [it.pointer for it in chain(operations, events, schemas.values())]
    omissions = tuple(it for it in api.omissions if _concerns(it.pointer or "", kept))
    return replace(api, resources=resources, events=events, schemas=schemas, omissions=omissions)


def _refuse_unknown(api: Api, wanted: Collection[str]) -> None:
    known = [it.name for it in api.resources]
    problems = [_unknown(name, known) for name in sorted(wanted) if name not in known]
    if problems:
        raise ProvgenError(problems)


def _unknown(name: str, known: list[str]) -> Diagnostic:
    near = get_close_matches(name, known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known)}"
    return Diagnostic("unknown-resource", f"the client has no resource {name!r}", hint=hint)


def _start(api: Api, operations: Iterable[Operation], events: Iterable[Event]) -> set[str]:
    """The schemas that the code of operations, events and of the client itself mentions."""
    asked = [request_references(it.parameters, it.body) for it in operations]
    # Headers of messages come as texts, whatever their schema.
    told = [request_references((), it.body) for it in events]
    answered = [response_references(it.responses) for it in operations]
    return set().union(request_references(api.client_parameters, None), *asked, *told, *answered)


def _concerns(pointer: str, kept: list[str]) -> bool:
    return not pointer.startswith(_OWN) or any(f"{pointer}/".startswith(f"{it}/") for it in kept)
