"""Whether a value that was read is the JSON that it was read from: attribute by attribute, in the classes of its schema."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from functools import lru_cache
from typing import Any

from ..document.shapes import Shape, places, put_together
from ..pair import Pair
from ..python.naming import is_called
from ..python.package import Package, plain
from .requests import NOTHING, same

Difference = tuple[str, Any, Any]
"""Where, what is expected, what is there."""

_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:([Zz])|([+-])(\d\d):?(\d\d))?")


def misread(pair: Pair, schema: str | None, got: Any, raw: Any) -> Iterator[Difference]:
    """Where a value is not what its JSON says, or not of the class that its schema has."""
    yield from unequal(got, raw)
    if schema is not None:
        yield from misclassed(pair, schema, got, raw)
    elif isinstance(got, bytes) != isinstance(raw, bytes):
        yield "", repr(raw), repr(got)


def misclassed(pair: Pair, schema: str, got: Any, raw: Any) -> list[Difference]:
    """Where a value is not of the class that its schema has."""
    return _quietly(wrong_classes(pair, schema, got, raw, ""))


def unequal(got: Any, raw: Any, at: str = "") -> Iterator[Difference]:
    """Where a value that was read is not the JSON that it was read from: attribute by attribute, then as it is sent."""
    yield from _quietly(_attributes(got, raw, at))
    yield from _unsent(got, raw, at)


def _quietly(found: Iterator[Difference]) -> list[Difference]:
    """All of them. Fields that the document deprecates are read without a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return list(found)


def _unsent(got: Any, raw: Any, at: str) -> Iterator[Difference]:
    """The models that would not go back as they came."""
    if hasattr(got, "to_wire"):
        sent = got.to_wire()
        if not same(sent, raw):
            yield at, f"to_wire(): {raw}", f"to_wire(): {sent}"
    elif isinstance(got, (list, tuple)) and isinstance(raw, list):
        for index, (one, value) in enumerate(zip(got, raw)):
            yield from _unsent(one, value, f"{at}/{index}")
    elif isinstance(got, dict) and isinstance(raw, dict):
        for key in got.keys() & raw.keys():
            yield from _unsent(got[key], raw[key], f"{at}/{key}")


def _attributes(got: Any, raw: Any, at: str) -> Iterator[Difference]:
    if isinstance(raw, dict) and is_model(got):
        cls: Any = type(got)
        fields = fields_of(cls)
        for key, value in raw.items():
            if key in fields and not _is_called(fields[key], key):
                yield f"{at}/{key}", f"an attribute called like {key}", fields[key]
            yield from _attributes(attribute(got, key), value, f"{at}/{key}")
    elif isinstance(raw, dict) and isinstance(got, dict) and raw.keys() == got.keys():
        for key, value in raw.items():
            yield from _attributes(got[key], value, f"{at}/{key}")
    elif isinstance(raw, list) and isinstance(got, (list, tuple)) and len(raw) == len(got):
        for index, (one, value) in enumerate(zip(got, raw)):
            yield from _attributes(one, value, f"{at}/{index}")
    elif not _equal(got, raw) and not (isinstance(got, bytes) and same(got, raw)):  # binary within JSON
        yield at, raw, got


def _is_called(name: str, key: str) -> bool:
    """Whether an attribute is called like its JSON name, which may be no name in Python, or stand for several in it."""
    if not re.fullmatch(r"[\w.@$ -]+", key, re.ASCII):
        return True
    return is_called(name, key, True) or re.fullmatch(f"(field)?{plain(key)}(field)?[0-9]*", plain(name)) is not None


def reached(got: Any, path: tuple[str, ...]) -> Any:
    """What a value that was read has at a place; `NOTHING` if it has nothing there."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        for token in path:
            got = _member(got, token)
    return got


def _member(got: Any, token: str) -> Any:
    if isinstance(got, (list, tuple)):
        return got[int(token)] if token.isdigit() and int(token) < len(got) else NOTHING
    if is_model(got):
        return attribute(got, token)
    return got.get(token, NOTHING) if isinstance(got, dict) else NOTHING


def is_model(got: Any) -> bool:
    """Whether a value is an object of a class of the package."""
    return hasattr(type(got), "model_fields")


def attribute(model: Any, key: str) -> Any:
    """What a model has for a JSON name: an attribute, or one of what it does not declare; `NOTHING` if it has nothing."""
    cls: Any = type(model)
    fields = fields_of(cls)
    if key in fields:
        return getattr(model, fields[key], NOTHING)
    return (model.model_extra or {}).get(key, NOTHING)


@lru_cache(maxsize=4096)
def fields_of(model: Any) -> dict[str, str]:
    """The attributes of a model by JSON name. Pydantic knows the names of a nested model only once it is built itself."""
    model.model_rebuild()
    return {(name if it.alias is None else it.alias): name for name, it in model.model_fields.items()}


def _equal(got: Any, raw: Any) -> bool:
    """Whether a scalar was read as what it is."""
    value = getattr(got, "value", got)
    if isinstance(value, date) and isinstance(raw, str):
        return _moment(raw) == value if isinstance(value, datetime) else value.isoformat() == raw
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return not isinstance(raw, bool) and same(value, raw)
    return type(value) is type(raw) and bool(value == raw)


def _moment(text: str) -> datetime | None:
    """What a date-time says, to the microsecond; None for a text that is none."""
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    day, hour, minute, second, fraction, zulu, sign, hours, minutes = found.groups()
    ahead = timedelta(hours=int(hours or 0), minutes=int(minutes or 0)) * (-1 if sign == "-" else 1)
    zone = timezone(ahead) if zulu or sign else None
    micro = int((fraction or "").ljust(6, "0")[:6])
    parts = date.fromisoformat(day).timetuple()[:3]
    return datetime(*parts, int(hour), int(minute), int(second or 0), micro, zone)


# Classes


def wrong_classes(pair: Pair, schema: str, got: Any, raw: Any, at: str) -> Iterator[Difference]:
    """Where a value is not of the class that the package has for its schema."""
    shape = pair.values.shape(schema)
    place = shape["pointer"]
    classes = _classes(pair.package).get(place, ()) if place not in pair.usage.merged else ()
    if raw is None:
        return
    told = isinstance(raw, dict) or any(issubclass(it, Enum) for it in classes)
    if classes and told and not isinstance(got, classes):
        yield at, f"a {' or '.join(it.__name__ for it in classes)}", type(got).__name__
    elif variants := [
        it for it in pair.values.named_variants(schema, raw) if pair.values.shape(it)["pointer"] != place
    ]:
        if put_together(shape):
            yield from _of_all(pair, shape, variants, got, raw, at)
        else:
            yield from _of_variant(pair, variants, got, raw, at)
    elif isinstance(raw, dict) and shape["properties"] and not _has_all(got, shape["properties"]):
        yield at, f"a model with {sorted(shape['properties'])}", type(got).__name__
    elif _is_date(shape) and not isinstance(got, date):
        yield at, f"a {shape['format']}", repr(got)
    elif isinstance(got, bytes) and shape.get("format") != "binary":
        yield at, "no bytes", got
    else:
        yield from _below(pair, shape, got, raw, at)


def _is_date(shape: Shape) -> bool:
    """Whether a text is read as a date: one of listed values is one of these."""
    is_listed = bool({"enum", "const"} & shape.keys())
    return shape.get("format") in ("date", "date-time") and shape.get("type") == "string" and not is_listed


@lru_cache(maxsize=2)
def _classes(package: Package) -> Mapping[str, tuple[type, ...]]:
    """The classes of a package by the pointers of their schemas; what is taken together of several may have the same pointer."""
    found: dict[str, tuple[type, ...]] = {}
    for name, pointer in package.symbols.items():
        if name.startswith("models.") and name.count(".") == 1:
            cls = package.symbol(name)
            found[pointer] = (*found.get(pointer, ()), *([cls] if isinstance(cls, type) else []))
    return found


def _of_variant(pair: Pair, variants: list[str], got: Any, raw: Any, at: str) -> Iterator[Difference]:
    """Nothing if the value is of one of these variants, else what the nearest has against it."""
    fitting = [it for it in variants if pair.values.taken(it, "response", raw)]
    found = [list(wrong_classes(pair, it, got, raw, at)) for it in fitting]
    yield from min(found, key=len, default=[])


def _of_all(pair: Pair, shape: Shape, variants: list[str], got: Any, raw: Any, at: str) -> Iterator[Difference]:
    """The same of a schema that says more than its variants: a class has all of this and of one of these."""
    fitting = [it for it in variants if pair.values.taken(it, "response", raw)]
    names = [shape["properties"].keys() | pair.values.shape(it)["properties"].keys() for it in fitting]
    if isinstance(raw, dict) and names and not any(_has_all(got, it) for it in names):
        yield at, f"a model with {' or '.join(map(str, map(sorted, names)))}", type(got).__name__
    yield from _below(pair, shape, got, raw, at)


def _has_all(got: Any, names: Iterable[str]) -> bool:
    """Whether a value is a model that declares these JSON names."""
    cls: Any = type(got)
    return is_model(got) and set(names) <= fields_of(cls).keys()


def _below(pair: Pair, shape: Mapping[str, Any], got: Any, raw: Any, at: str) -> Iterator[Difference]:
    if isinstance(raw, list):
        inside = places(shape)
        if not isinstance(got, tuple if inside else list):
            yield at, "a tuple" if inside else "a list", type(got).__name__
            return
        items = inside or ([shape["items"]] * len(raw) if isinstance(shape.get("items"), str) else [])
        for index, (place, one, value) in enumerate(zip(items, got, raw)):
            yield from wrong_classes(pair, place, one, value, f"{at}/{index}")
    elif isinstance(raw, dict):
        more = shape.get("additionalProperties")
        for key, value in raw.items():
            place = shape["properties"].get(key, more)
            if isinstance(place, str) and not shape["also"].get(key):
                yield from wrong_classes(pair, place, _member(got, key), value, f"{at}/{key}")
