"""Models: classes, enums and aliases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.changes.python.effects import Effect, Kind, PythonChange
from generator.changes.python.pairs import Pairs
from generator.changes.python.types import Names
from generator.changes.schemas.values import shown
from generator.package.literals import literal
from generator.package.surface import Field, Model

_KINDS = {"class": "class", "enum": "enum", "alias": "type alias"}


def compare_models(met: Pairs) -> Iterator[PythonChange]:
    """What differs in models. A class that is called otherwise is the same one if its schema is."""
    for it in met.gone_models:
        yield PythonChange(it.symbol, "breaking", f"the {_KINDS[it.kind]} is gone", _line(it), "", (it.pointer, ""))
    for it in met.new_models:
        yield PythonChange(it.symbol, "compatible", f"the {_KINDS[it.kind]} is new", "", _line(it), ("", it.pointer))
    for before, after in met.models:
        yield from _compare_model(before, after, met.names)


def _line(model: Model) -> str:
    return f"from {{package}}.models import {model.name}"


def _compare_model(old: Model, new: Model, names: Names) -> Iterator[PythonChange]:
    places = (old.pointer, new.pointer)
    if old.name != new.name:
        detail = f"the {_KINDS[old.kind]} is called {new.name} now"
        yield PythonChange(old.symbol, "breaking", detail, _line(old), _line(new), places, kind="name")
    if old.kind != new.kind:
        detail = f"it is a {_KINDS[new.kind]} now, it was a {_KINDS[old.kind]}"
        yield PythonChange(old.symbol, "breaking", detail, _line(old), _line(new), places)
        return
    if old.kind == "alias" and old.target is not None and new.target is not None:
        yield from _compare_alias(old, new, names)
    yield from _compare_members(old, new)
    yield from _compare_fields(old, new, names)


def _compare_alias(old: Model, new: Model, names: Names) -> Iterator[PythonChange]:
    assert old.target is not None and new.target is not None
    how = names.relation(old.target.text, new.target.text)
    if how == "same":
        return
    fits: dict[str, Effect] = {
        "wider": "breaking" if "response" in old.directions else "compatible",
        "narrower": "breaking" if "request" in old.directions else "compatible",
    }
    texts = (f"{old.name} = {old.target.text}", f"{new.name} = {new.target.text}")
    detail = {"wider": "it can be more", "narrower": "it can be less"}.get(how, "it is something else")
    yield PythonChange(old.symbol, fits.get(how, "breaking"), detail, *texts, (old.pointer, new.pointer))


# ── enums ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _compare_members(old: Model, new: Model) -> Iterator[PythonChange]:
    places = (old.pointer, new.pointer)
    names = {literal(value): name for name, value in new.members.items()}
    for name in sorted(old.members.keys() | new.members.keys()):
        before, after = (f"{it.name}.{name} = {literal(it.members.get(name))}" for it in (old, new))
        about = shown(old.members.get(name, new.members.get(name)))
        symbol = f"{old.symbol}.{name}"
        if name not in new.members:
            other = names.get(literal(old.members[name]))
            detail = (
                f"the member is called {other} now"
                if other
                else "the member is gone; its value is still taken as a text"
            )
            now = f"{new.name}.{other}" if other else ""
            kind: Kind = "name" if other else "other"
            yield PythonChange(symbol, "breaking", detail, before, now, places, about=about, kind=kind)
        elif name not in old.members:
            detail = "the member is new; enums are open, so that values nobody knew were no errors before"
            yield PythonChange(symbol, "compatible", detail, "", after, places, about=about)
        elif literal(old.members[name]) != literal(new.members[name]):
            yield PythonChange(symbol, "breaking", "the member has another value", before, after, places, about=about)


# ── fields ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _compare_fields(old: Model, new: Model, names: Names) -> Iterator[PythonChange]:
    wires = {it.wire: it for it in new.fields.values()}
    taken: set[str] = set()
    for name, before in old.fields.items():
        after = new.fields.get(name) or wires.get(before.wire)
        if after is None:
            yield _field(
                before, None, "breaking", "the field is gone; what comes under this name is kept as an extra value"
            )
            continue
        taken.add(after.name)
        yield from _compare_field(old, before, after, names)
    for name, after in new.fields.items():
        if name not in taken:
            yield _new_field(new, after)


def _field(old: Field | None, new: Field | None, effect: Effect, detail: str) -> PythonChange:
    texts = [_text(it) if it is not None else "" for it in (old, new)]
    places = (old.pointer if old else "", new.pointer if new else "")
    symbol = old.symbol if old else new.symbol if new else ""
    return PythonChange(symbol, effect, detail, texts[0], texts[1], places)


def _text(field: Field) -> str:
    return f"{field.name}: {field.type.text}" + ("" if field.given else f" = {field.default or 'None'}")


def _new_field(model: Model, it: Field) -> PythonChange:
    if it.given and "request" in model.directions:
        return _field(None, it, "breaking", "the field is new and must be given")
    return _field(None, it, "compatible", "the field is new")


def _compare_field(model: Model, old: Field, new: Field, names: Names) -> Iterator[PythonChange]:
    if old.name != new.name:
        yield replace(_field(old, new, "breaking", f"the field is called {new.name} now"), kind="name")
    if old.wire != new.wire:
        yield _field(old, new, "compatible", f"it is sent and read as {new.wire}, it was {old.wire}")
    if old.given != new.given and "request" in model.directions:
        effect: Effect = "breaking" if new.given else "compatible"
        yield _field(old, new, effect, "the field must be given now" if new.given else "the field may be left out now")
    if (old.read_only, old.write_only) != (new.read_only, new.write_only):
        detail = _sides(new)
        yield _field(old, new, "breaking" if new.read_only and "request" in model.directions else "compatible", detail)
    if new.deprecated and not old.deprecated:
        yield replace(_field(old, new, "compatible", "the field is deprecated"), kind="deprecation")
    if old.default != new.default and not old.given and not new.given:
        yield _field(old, new, "compatible", "it has another default where it is absent")
    yield from _compare_type(model, old, new, names)


def _sides(field: Field) -> str:
    if field.read_only:
        return "only the API sends it now"
    return "only callers send it now" if field.write_only else "both sides send it now"


def _compare_type(model: Model, old: Field, new: Field, names: Names) -> Iterator[PythonChange]:
    how = names.relation(old.type.text, new.type.text)
    read, written = "response" in model.directions, "request" in model.directions
    # Whether a field may be left out is told above, to those who fill it in.
    optional = {old.type.text, new.type.text} == {
        _without_none(old.type.text),
        f"{_without_none(old.type.text)} | None",
    }
    if how == "same" or optional and not read:
        return
    if how == "wider":
        detail = "it may be None now" if optional else "it can be more"
        yield _field(old, new, "breaking" if read else "compatible", detail)
    elif how == "narrower":
        detail = "it is never None now" if optional else "it can be less"
        yield _field(old, new, "breaking" if written and not optional else "compatible", detail)
    else:
        yield _field(old, new, "breaking", "it is something else")


def _without_none(text: str) -> str:
    return text.removesuffix(" | None")
