"""For tests: valid instances of models, and messages as the API sends them, from the samples of a package."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from typing import Any, TypeVar

from pydantic_core import to_json

from .codec import Codec, Drift
from .event import Event
from .models import Model
from .plans import ANYTHING, AnyOf, Object, Plan
from .signatures import Signing
from .unset import UNSET
from .values import OpenEnum
from .writing import wire

T = TypeVar("T")


class Samples:
    """The samples of a package, which are read when they are first needed. `signing` is how the API signs its messages."""

    def __init__(self, package: str, signing: Signing | None = None) -> None:
        self._package = package
        self._signing = signing

    @cached_property
    def data(self) -> Mapping[str, Any]:
        """The content of `samples.json`."""
        found: Mapping[str, Any] = json.loads(resources.files(self._package).joinpath("samples.json").read_bytes())
        return found

    def make(self, model: type[T], /, **fields: Any) -> T:
        """A valid instance of a model, or a value of an enum.

        `fields`, by Python or JSON names, replace those of the sample; a dict for an object changes only what it names,
        UNSET leaves a field out. Raises TypeError for a field that there is not, ValueError if the result is not valid.
        """
        if issubclass(model, OpenEnum):
            return next(iter(model))
        if not issubclass(model, Model):
            raise TypeError(f"{model!r} is no model of this client")
        found: T = _made(Codec(model), self.sample(model), fields)
        return found

    def sample(self, model: type[Any], /) -> dict[str, Any]:
        """The sample of a model as a JSON object, by JSON names; a new one each time."""
        home = self._package.rpartition(".")[0] + ".models"
        names = [it.__name__ for it in model.__mro__ if it.__module__.startswith(home)]
        if not names:
            raise TypeError(f"{model!r} is no model of this client")
        return dict(_present(self.data["models"].get(names[0]), names[0]))

    def event(self, event: Event[T], /, **fields: Any) -> T:
        """A message as the API sends it, with `fields` as in `make`: `event(events.something_happened, comment="…")`."""
        found: T = _made(event._codec, _present(self.data["events"].get(event.name), event.name), fields)
        return found

    def delivery(self, event: Event[Any], /, secret: str | bytes | None = None, **fields: Any) -> Delivery:
        """What your endpoint receives of a message: the bytes of its body, and its headers, signed if there is a `secret`."""
        content = to_json(wire(self.event(event, **fields)))
        if secret is not None and self._signing is None:
            raise TypeError("secret: this API does not sign its messages")
        signed = self._signing.sign(content, secret) if self._signing and secret is not None else {}
        return Delivery(content, {"Content-Type": "application/json", **signed})


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message in HTTP."""

    body: bytes
    headers: Mapping[str, str]


def _present(sample: Any, name: str) -> Any:
    if sample is None:
        raise LookupError(
            f"{name} has no sample: no value was found that its schema allows; give the schema an example"
        )
    return copy.deepcopy(sample)


def _made(codec: Codec[Any], value: Any, fields: Mapping[str, Any]) -> Any:
    """The value of a sample with other fields."""
    plan = codec.plan.chosen(value)
    if fields and not isinstance(plan, Object):
        raise TypeError(f"it has no fields to give: {value!r}")
    problems: list[Drift] = []
    changed = _changed(plan, value, fields) if isinstance(plan, Object) else value
    made = codec.decode(to_json(changed), problems.append)
    if problems:
        raise ValueError(f"{type(made).__name__} is not valid: {'; '.join(map(str, problems))}")
    return made


def _changed(plan: Object, value: dict[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(value)
    for key, one in fields.items():
        declared = plan.property_named(key)
        if declared is None and plan.extras is ANYTHING:
            raise TypeError(f"{plan.cls.__name__} has no field {key!r}; it has {', '.join(plan.by_name) or 'none'}")
        name, below = (declared.wire, declared.plan) if declared else (key, plan.extras)
        inner = _object(below)
        if one is UNSET:
            found.pop(name, None)
        elif isinstance(one, Mapping) and inner is not None and isinstance(found.get(name), dict):
            found[name] = _changed(inner, found[name], one)
        else:
            found[name] = wire(one, below)
    return found


def _object(plan: Plan) -> Object | None:
    """The plan of the only object that a value can be."""
    choices = [it for it in (plan.choices if isinstance(plan, AnyOf) else [plan]) if isinstance(it, Object)]
    return choices[0] if len(choices) == 1 else None
