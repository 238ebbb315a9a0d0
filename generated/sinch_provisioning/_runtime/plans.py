"""Plans: how a JSON value of a type is looked at, property by property, when pydantic has refused it.

A plan reads a value whatever it is (`read`), tells how badly a value fits (`misfit`) and knows the Python names of
properties, for those who write mappings (`property_named`). `planning` makes plans from types.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, Any, NamedTuple

from pydantic import ValidationError

from .models import ClosedModel, Model, RequestModel, Unknown, adapter, receive
from .unions import OneOf
from .values import OpenEnum, member, plain_value
from .values import receive as receive_member

Place = tuple[Any, ...]
"""Where a value is: `()` at the top, else `(place of what holds it, key or index)`."""

Report = Callable[[Place, str, Any], None]
"""Takes note of a value that is not as expected: where it is, what was expected, what is there."""

Kinds = frozenset[str]
"""JSON types; integers are numbers."""

EVERY_KIND: Kinds = frozenset({"string", "number", "boolean", "null", "array", "object"})


class Misfit(NamedTuple):
    """How badly a value fits, compared in this order: the smaller the better."""

    wrong: int = 0
    """Missing properties and those of another JSON type or with unlisted values."""
    undeclared: int = 0
    declared: int = 0
    """The declared properties that are there, negative."""
    lacks: bool = False
    """Whether a required property is missing."""


MISMATCH = Misfit(1 << 30)
"""The value is of another JSON type."""

UNLISTED = Misfit(MISMATCH.wrong - 1, lacks=True)
"""The value is an object of a kind that is not listed."""


class Missing:
    """The type of `MISSING`."""

    def __repr__(self) -> str:
        return "nothing"


MISSING = Missing()
"""What is there where a required property is missing."""


def json_type(value: Any) -> str:
    """The JSON type of a JSON or Python value; integers are numbers."""
    value = plain_value(value)
    if value is None:
        return "null"
    return next((name for name, kinds in _KINDS if isinstance(value, kinds)), "object")


_KINDS: tuple[tuple[str, tuple[type, ...]], ...] = (
    ("string", (str, bytes, date)),
    ("boolean", (bool,)),
    ("number", (int, float)),
    ("object", (Mapping, Model)),
    ("array", (Sequence,)),
)


class Plan:
    """Of anything: takes every value."""

    def kinds(self) -> Kinds:
        """The JSON types of the values."""
        return EVERY_KIND

    def read(self, value: Any, place: Place, report: Report) -> Any:
        """The Python value of a JSON value. What does not fit is reported and kept as it is."""
        return value

    def misfit(self, value: Any) -> Misfit:
        """How badly `value` fits, without looking deeper than its properties."""
        return Misfit() if json_type(value) in self.kinds() else MISMATCH

    def chosen(self, value: Any) -> Plan:
        """The plan among alternatives that is meant for `value`; itself where there are none."""
        return self


ANYTHING = Plan()

_PLAIN: Mapping[Any, frozenset[type]] = {
    str: frozenset({str}),
    bool: frozenset({bool}),
    int: frozenset({int}),
    float: frozenset({int}),
}
"""Python types whose values need no check, where there are no limits."""


class Checked(Plan):
    """A scalar, or what holds for an array or map as a whole: pydantic checks it."""

    def __init__(self, kind: str, type_: Any, metadata: Sequence[Any] = ()) -> None:
        self.type = annotated(type_, metadata)
        self._kinds, self._whole = frozenset({kind}), type_ is int
        self._plain = _PLAIN.get(type_, frozenset()) if not metadata else frozenset()

    def kinds(self) -> Kinds:
        """See `Plan.kinds`."""
        return self._kinds

    @cached_property
    def check(self) -> Callable[[Any], Any]:
        """What checks it."""
        return adapter(self.type).validator.validate_python

    def read(self, value: Any, place: Place, report: Report) -> Any:
        """See `Plan.read`."""
        if type(value) in self._plain:
            return value
        try:
            found = self.check(int(value) if self._whole and type(value) is float and value.is_integer() else value)
            return value if self._whole else found  # JSON has one kind of number: 1.0 is an integer, and stays 1.0
        except ValidationError as refused:
            report(place, expectation(refused), value)
        return value


def annotated(type_: Any, metadata: Sequence[Any]) -> Any:
    """`Annotated[type_, *metadata]`, which Python 3.10 cannot write."""
    special: Any = Annotated
    parts = (type_, *metadata)
    return special[parts] if metadata else type_


class Choice(Plan):
    """An open enum."""

    def __init__(self, cls: type[OpenEnum]) -> None:
        self.cls = cls

    def kinds(self) -> Kinds:
        """See `Plan.kinds`."""
        return frozenset(json_type(one) for one in self.cls)

    @cached_property
    def expected(self) -> str:
        """The listed values, in words."""
        values = [repr(one.value) for one in self.cls]
        return f"one of {', '.join(values[:20])}{', …' if len(values) > 20 else ''}" if len(values) > 1 else values[0]

    def read(self, value: Any, place: Place, report: Report) -> Any:
        """See `Plan.read`. Unlisted values become members."""
        found = self._listed(value)
        if found is not None:
            return found if type(found.value) is type(value) else value
        report(place, self.expected, value)
        try:
            return receive_member(member(self.cls, value))
        except ValueError:
            return value

    @cached_property
    def _members(self) -> Mapping[tuple[bool, Any], OpenEnum]:
        return {(isinstance(one.value, bool), one.value): one for one in self.cls}

    def _listed(self, value: Any) -> OpenEnum | None:
        return self._members.get((isinstance(value, bool), value)) if isinstance(value, (str, int, float)) else None

    def misfit(self, value: Any) -> Misfit:
        """See `Plan.misfit`."""
        if self._listed(plain_value(value)) is not None:
            return Misfit()
        return Misfit(1) if json_type(value) in self.kinds() else MISMATCH


class Array(Plan):
    """A list; `metadata` limits its length and the like. `each` gives the plans of so many items, or of more."""

    def __init__(self, item: Plan, metadata: Sequence[Any]) -> None:
        self.item = item
        self.each: Callable[[int], Sequence[Plan]] = lambda count: [item] * count
        self.whole = Checked("array", list[Any], metadata) if metadata else ANYTHING

    def kinds(self) -> Kinds:
        """See `Plan.kinds`."""
        return frozenset({"array"})

    def read(self, value: Any, place: Place, report: Report) -> Any:
        """See `Plan.read`."""
        if not isinstance(value, list):
            report(place, "an array", value)
            return value
        self.whole.read(value, place, report)
        return [it.read(one, (place, at), report) for at, (it, one) in enumerate(zip(self.each(len(value)), value))]


class Map(Plan):
    """A dict with keys that the document does not name; `metadata` limits its size."""

    def __init__(self, values: Plan, metadata: Sequence[Any]) -> None:
        self.values = values
        self.whole = Checked("object", dict[str, Any], metadata) if metadata else ANYTHING

    def kinds(self) -> Kinds:
        """See `Plan.kinds`."""
        return frozenset({"object"})

    def read(self, value: Any, place: Place, report: Report) -> Any:
        """See `Plan.read`."""
        if not isinstance(value, dict):
            report(place, "an object", value)
            return value
        self.whole.read(value, place, report)
        return {key: self.values.read(one, (place, key), report) for key, one in value.items()}


class AnyOf(Plan):
    """One of several plans of different JSON types: `str | int | None`."""

    def __init__(self, choices: Sequence[Plan]) -> None:
        self.choices = choices

    def kinds(self) -> Kinds:
        """See `Plan.kinds`."""
        return frozenset().union(*(choice.kinds() for choice in self.choices))

    def chosen(self, value: Any) -> Plan:
        """See `Plan.chosen`."""
        return min(self.choices, key=lambda choice: choice.misfit(value)).chosen(value)

    def read(self, value: Any, place: Place, report: Report) -> Any:
        """See `Plan.read`."""
        best = min(self.choices, key=lambda choice: choice.misfit(value))
        if best.misfit(value) == MISMATCH and len(self.choices) > 1:
            report(place, " or ".join(_ARTICLES[kind] for kind in sorted(self.kinds())), value)
            return value
        return best.read(value, place, report)

    def misfit(self, value: Any) -> Misfit:
        """See `Plan.misfit`."""
        return min(choice.misfit(value) for choice in self.choices)


_ARTICLES: Mapping[str, str] = {
    "string": "a string",
    "number": "a number",
    "boolean": "a boolean",
    "null": "null",
    "array": "an array",
    "object": "an object",
}


class Alternatives(Plan):
    """A `OneOf`. Objects that are none of the choices become `Unknown`."""

    def __init__(self, one_of: OneOf) -> None:
        self.one_of = one_of

    def kinds(self) -> Kinds:
        """See `Plan.kinds`."""
        return frozenset().union(*(choice.kinds() for choice in self.one_of.plans))

    def chosen(self, value: Any) -> Plan:
        """See `Plan.chosen`."""
        index = self.one_of.index(value)
        return ANYTHING if index is None else self.one_of.plans[index].chosen(value)

    def read(self, value: Any, place: Place, report: Report) -> Any:
        """See `Plan.read`."""
        index = self.one_of.exact_index(value)
        if index is not None:
            return self.one_of.plans[index].read(value, place, report)
        report(place, f"one of {', '.join(_title(choice) for choice in self.one_of.choices)}", value)
        return unknown(value) if isinstance(value, dict) else value

    def misfit(self, value: Any) -> Misfit:
        """See `Plan.misfit`."""
        return self.one_of.misfit(value)


def _title(choice: Any) -> str:
    return getattr(choice, "__name__", None) or str(choice)


def unknown(value: dict[str, Any]) -> Unknown:
    """An object of unknown kind that was received like this."""
    found: Unknown = build(Unknown, {}, set(), value)
    receive(found, {"": value})
    return found


class Later(Plan):
    """A named type that contains itself; `resolve` yields its plan."""

    def __init__(self, resolve: Callable[[], Plan]) -> None:
        self.resolve = resolve

    @cached_property
    def plan(self) -> Plan:
        """The plan of what the name stands for."""
        return self.resolve()

    def kinds(self) -> Kinds:
        """See `Plan.kinds`."""
        return self.plan.kinds()

    def read(self, value: Any, place: Place, report: Report) -> Any:
        """See `Plan.read`."""
        return self.plan.read(value, place, report)

    def misfit(self, value: Any) -> Misfit:
        """See `Plan.misfit`."""
        return self.plan.misfit(value)

    def chosen(self, value: Any) -> Plan:
        """See `Plan.chosen`."""
        return self.plan.chosen(value)


@dataclass(frozen=True, slots=True)
class Property:
    """A declared property: `name` in Python, `wire` in JSON.

    `side` is the one that alone sends it ("server", "client" or neither). `owed`: that side must send it, although the
    other does not.
    """

    name: str
    wire: str
    plan: Plan
    required: bool
    default: Any
    side: str = ""
    owed: bool = False


class Object(Plan):
    """A model class. `look` finds its properties and the plan of undeclared ones."""

    def __init__(self, cls: type[Model], look: Callable[[type[Model]], tuple[Sequence[Property], Plan]]) -> None:
        self.cls = cls
        self._look = look
        self.closed = issubclass(cls, (ClosedModel, RequestModel))

    @cached_property
    def _seen(self) -> tuple[Sequence[Property], Plan]:
        self.cls.model_rebuild()
        return self._look(self.cls)

    @cached_property
    def _properties(self) -> Sequence[Property]:
        return tuple(self.by_wire.values())

    @cached_property
    def by_wire(self) -> Mapping[str, Property]:
        """The declared properties by JSON name."""
        return {found.wire: found for found in self._seen[0]}

    @cached_property
    def by_name(self) -> Mapping[str, Property]:
        """The declared properties by Python name."""
        return {found.name: found for found in self._seen[0]}

    @property
    def extras(self) -> Plan:
        """The plan of undeclared properties."""
        return self._seen[1]

    def property_named(self, key: str) -> Property | None:
        """The property with this JSON name or, if there is none, this Python name."""
        return self.by_wire.get(key) or self.by_name.get(key)

    def kinds(self) -> Kinds:
        """See `Plan.kinds`."""
        return frozenset({"object"})

    def read(self, value: Any, place: Place, report: Report) -> Any:
        """See `Plan.read`. The model remembers what does not match, so that it can be sent back."""
        if not isinstance(value, dict):
            report(place, "an object", value)
            return value
        odd: dict[str, Any] = {}

        def reported(where: Place, expected: str, got: Any) -> None:
            odd.update(_owner(where, place, value))
            report(where, expected, got)

        fields = {p.name: self._property(p, value, place, reported) for p in self._properties}
        given = {p.name for p in self._properties if p.wire in value}
        found = build(self.cls, fields, given, self._extra(value, place, reported))
        receive(found, odd)
        return found

    def _property(self, declared: Property, value: dict[str, Any], place: Place, report: Report) -> Any:
        if declared.wire in value:
            return declared.plan.read(value[declared.wire], (place, declared.wire), report)
        if declared.required:
            report((place, declared.wire), "a value", MISSING)
        return declared.default

    def _extra(self, value: dict[str, Any], place: Place, report: Report) -> dict[str, Any]:
        more = {key: one for key, one in value.items() if key not in self.by_wire}
        for key, one in more.items() if self.closed else ():
            report((place, key), "no such property", one)
        return {key: self.extras.read(one, (place, key), report) for key, one in more.items()}

    def misfit(self, value: Any) -> Misfit:
        """See `Plan.misfit`."""
        if isinstance(value, Model):
            return Misfit(declared=-len(self.by_wire)) if isinstance(value, self.cls) else MISMATCH
        if not isinstance(value, Mapping):
            return MISMATCH
        known = [(found, one) for key, one in value.items() if (found := self.property_named(str(key)))]
        there = {found.wire for found, _ in known}
        missing = sum(found.required and found.wire not in there for found in self.by_wire.values())
        wrong = sum(_wrong(found.plan, one) for found, one in known)
        return Misfit(missing + wrong, len(value) - len(known), -len(known), missing > 0)


def _wrong(declared: Plan, value: Any) -> bool:
    """Whether a property is wrong as far as can be seen without looking into it."""
    deep = isinstance(value, (Mapping, list, Model))
    return json_type(value) not in declared.kinds() if deep else declared.misfit(value).wrong > 0


def _owner(where: Place, place: Place, value: dict[str, Any]) -> dict[str, Any]:
    """The property of the object at `place` in which `where` is, with what the object has there."""
    while where[0] is not place:
        where = where[0]
    return {where[1]: value[where[1]]} if where[1] in value else {}


def build(cls: type[Model], fields: dict[str, Any], given: set[str], extra: Mapping[str, Any]) -> Any:
    """A model of these values, which are not validated."""
    found = cls.__new__(cls)
    object.__setattr__(found, "__dict__", fields)
    object.__setattr__(found, "__pydantic_fields_set__", given | extra.keys())
    object.__setattr__(found, "__pydantic_extra__", dict(extra))
    object.__setattr__(found, "__pydantic_private__", None)
    return found


def expectation(refused: ValidationError) -> str:
    """What pydantic expected, in words that go on from "expected"."""
    text = refused.errors(include_url=False, include_context=False, include_input=False)[-1]["msg"]
    for prefix, words in _PHRASES:
        if text.startswith(prefix):
            return words + text[len(prefix) :].partition(" after validation")[0]
    return text


_PHRASES = (
    ("Input should be ", ""),
    ("Value error, ", ""),
    ("String should have ", ""),
    ("List should have ", ""),
    ("Dictionary should have ", ""),
    ("String should match pattern ", "text that matches "),
)
