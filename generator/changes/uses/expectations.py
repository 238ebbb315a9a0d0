"""Values that are passed where the client expects a type: keys of dicts are fields of models, texts are members of enums."""

from __future__ import annotations

from generator.changes.uses.containers import content, entries
from generator.changes.uses.frames import Frame, Given
from generator.changes.uses.values import (
    NOTHING,
    Atom,
    DictAt,
    Entry,
    ListAt,
    ListOf,
    MapOf,
    ModelValue,
    Place,
    Text,
    TupleOf,
    Value,
    just,
)
from generator.package.surface import Argument, Method

_Seen = set[tuple[Atom, Value]]


def expect(frame: Frame, value: Value, wanted: Value, seen: _Seen | None = None) -> None:
    """Notes the fields and members that a value names by being used as what is wanted."""
    seen = set() if seen is None else seen
    for atom in value if wanted else ():
        if (atom, wanted) in seen:
            continue
        seen.add((atom, wanted))
        match atom:
            case Text():
                for symbol in frame.world.catalog.members(wanted, atom.text):
                    frame.use(symbol, atom.place, "member")
            case DictAt():
                _object(frame, atom, wanted, seen)
            case ListAt():
                expect(frame, content(frame, atom.place), _items(wanted), seen)
            case ListOf():
                expect(frame, atom.item, _items(wanted), seen)
            case TupleOf():
                for item in atom.items:
                    expect(frame, item, _items(wanted), seen)


def _object(frame: Frame, atom: DictAt, wanted: Value, seen: _Seen) -> None:
    values = NOTHING.union(*(it.value for it in wanted if isinstance(it, MapOf)))
    held = entries(frame, atom)
    models = _fitting(frame, wanted, held)
    for entry in held:
        field_value = named_field(frame, models, entry.key, entry.place)
        expect(frame, entry.value, field_value | values, seen)


def _fitting(frame: Frame, wanted: Value, held: list[Entry]) -> Value:
    """Which of several models a dict is meant to be: those that have all of its keys and allow its texts; all if none does."""
    models = frozenset(it for it in wanted if isinstance(it, ModelValue))
    if len(models) < 2:
        return models
    return frozenset(it for it in models if all(_fits(frame, just(it), entry) for entry in held)) or models


def _fits(frame: Frame, model: Value, entry: Entry) -> bool:
    field = next(frame.world.catalog.fields(model, entry.key), None)
    if field is None:
        return False
    known = frame.world.catalog.instances(field.type)
    texts = [it.text for it in entry.value if isinstance(it, Text)]
    is_enum = any(isinstance(it, ModelValue) and not frame.world.catalog.is_object(it) for it in known)
    return not texts or not is_enum or any(any(frame.world.catalog.members(known, it)) for it in texts)


def _items(wanted: Value) -> Value:
    return NOTHING.union(*(it.item for it in wanted if isinstance(it, ListOf)))


def named_field(frame: Frame, models: Value, name: str, place: Place) -> Value:
    """Notes the use of a field by its JSON or Python name. What the field may be."""
    found = NOTHING
    for field in frame.world.catalog.fields(models, name):
        frame.use(field.symbol, place, "field")
        found |= frame.world.catalog.instances(field.type)
    return found


def fields_given(frame: Frame, given: Given, models: Value) -> None:
    """Notes the fields that a call gives by keyword."""
    for name, passed in given.named:
        expect(frame, passed.value, named_field(frame, models, name, passed.place))
    lose_unpacked(frame, given)


def arguments_given(frame: Frame, given: Given, method: Method, skipped: int = 0) -> None:
    """Notes the arguments that a call gives to a method of the client; the first ones are skipped where it has them."""
    positional = [it for it in method.arguments if it.passing == "position"][skipped:]
    named = {it.name: it for it in method.arguments}
    for argument, passed in zip(positional, given.positional):
        _argument(frame, method.symbol, argument, passed.value, passed.place)
    for name, passed in given.named:
        if name in named:
            _argument(frame, method.symbol, named[name], passed.value, passed.place)
    lose_unpacked(frame, given)


def client_arguments_given(frame: Frame, given: Given) -> None:
    """Notes the arguments that a call gives to the client's constructor."""
    named = {it.name: it for it in frame.world.catalog.surface.arguments}
    for name, passed in given.named:
        if name in named:
            _argument(frame, "Client", named[name], passed.value, passed.place)
    lose_unpacked(frame, given)


def _argument(frame: Frame, owner: str, argument: Argument, value: Value, place: Place) -> None:
    frame.use(f"{owner}({argument.name})", place, "argument")
    expect(frame, value, frame.world.catalog.instances(argument.type))


def lose_unpacked(frame: Frame, given: Given) -> None:
    """Notes that some arguments are only known at run time."""
    if given.starred is not None:
        frame.lose(given.starred.place, "positional arguments that are only known at run time")
    if given.rest is not None:
        frame.lose(given.rest.place, "keyword arguments that are only known at run time")
