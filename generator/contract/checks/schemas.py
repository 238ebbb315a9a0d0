"""The checks of schemas: each takes a document, a package and the pointer of one schema, and yields what does not agree."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

from ..document.dialect import Direction
from ..document.raw import Unreadable
from ..document.shapes import declarations, places, types
from ..findings import Excluded, Finding, Outcome
from ..instances.values import Case, NoInstance
from ..pair import Pair
from ..python.naming import is_called
from ..python.package import plain
from ..wire.bodies import with_bytes
from ..wire.parsed import fields_of, misread
from ..wire.requests import same
from .guarding import guarded

_SIDES: tuple[tuple[str, Direction], ...] = (("server", "request"), ("client", "response"))
"""Who alone sends a property that a direction does not have."""
_SCALARS = (["string"], ["integer"], ["number"], ["boolean"])


def pointers(pair: Pair) -> list[str]:
    """All schemas that have a name: in the document, or in the package."""
    return list(dict.fromkeys([*pair.document.schemas, *pair.package.models]))


@guarded
def declared(pair: Pair, pointer: str) -> Outcome:
    """The class of a schema says what the schema says: values of enums; names, required, default and side of properties."""
    name = pair.package.models.get(pointer)
    kind, shape = _kind(pair, pointer), pair.values.shape(pointer)
    if name is None:
        if kind == "union" and shape["properties"] and len(_alternatives(pair, pointer)) == 1:
            yield Excluded(
                pointer, pointer, "with what stands beside them its alternatives are one, and its class is theirs"
            )
        elif kind in ("enum", "object", "union"):
            yield Finding(pointer, pointer, "a class", "none")
        return
    reason = several(pair, pointer)
    if reason:
        yield Excluded(name, pointer, reason)
        return
    cls, shape = pair.package.model(pointer), pair.values.shapes.whole(pointer)
    if isinstance(cls, type) and issubclass(cls, Enum):
        listed = [it for it in pair.annotations.classes.values_of(shape) if it is not None]
        members = [it.value for it in cls]
        if sorted({*map(repr, listed)}) != sorted(map(repr, members)):
            missing, over = [it for it in listed if it not in members], [it for it in members if it not in listed]
            yield Finding(name, pointer, f"the listed values; missing: {missing}", f"left over: {over}")
    elif hasattr(cls, "model_fields"):
        yield from _properties(pair, pointer, name, cls, shape)
        told = shape["required"] - shape["properties"].keys() if "additionalProperties" not in shape else ()
        is_open = shape.get("additionalProperties", False) is not False or "patternProperties" in shape or bool(told)
        wanted = not is_open and not _is_read(pair, name)
        if name not in pair.usage.hardly_read and (cls.model_config.get("extra") == "forbid") != wanted:
            words = "a model that is only sent, of declared properties only" if wanted else "a model that keeps others"
            yield Finding(name, pointer, words, cls.__mro__[1])
    elif kind not in ("union", "single", "array", "map"):
        yield Finding(name, pointer, "a class", cls)


def _alternatives(pair: Pair, pointer: str) -> list[str]:
    """The places of the alternatives of a schema that have a class of their own."""
    return [
        place for place in pair.package.models if place.rpartition("/")[0] in (f"{pointer}/anyOf", f"{pointer}/oneOf")
    ]


def several(pair: Pair, pointer: str) -> str:
    """Why the class of a place is not what is written there; empty if it is."""
    key = mixed(pair, pointer)
    if key:
        return f"its class stands for any of `{key}`"
    if pointer in pair.usage.merged and pointer in pair.package.models and not _is_as_written(pair, pointer):
        return "its class stands for several declarations, put together"
    return ""


def mixed(pair: Pair, pointer: str) -> str:
    """The keyword of an array or a map that is taken for several schemas, where that at a pointer is one of them."""
    home, _, last = pointer.rpartition("/")
    for key, rest in (("prefixItems", "items"), ("patternProperties", "additionalProperties")):
        holder = home if last == rest else home.removesuffix(f"/{key}") if home.endswith(f"/{key}") else None
        schema = pair.document.at(holder) if holder is not None else None
        if isinstance(schema, dict) and len(schema.get(key, ())) + isinstance(schema.get(rest), dict) > 1:
            return "" if places(pair.values.shape(str(holder))) else key
    return ""


def _is_as_written(pair: Pair, pointer: str) -> bool:
    """Whether a class is what is written at its place: other declarations add nothing to that, or have a class of their own."""
    cls, shape, others = pair.package.model(pointer), pair.values.shape(pointer), pair.usage.merged[pointer]
    if pair.document.target(pointer) is not None:
        return False
    if others and all(pair.values.shapes.covers(pointer, it) for it in others):
        return True
    if isinstance(cls, type) and issubclass(cls, Enum):
        return {repr(it.value) for it in cls} == {repr(it) for it in shape.get("enum", ()) if it is not None}
    if pointer not in pair.usage.alone or not hasattr(cls, "model_fields"):
        return False
    name, own = pair.package.models[pointer], declarations(shape)
    told = {wire: pair.package.symbols.get(f"models.{name}.{it}") for wire, it in fields_of(cls).items()}
    return told.keys() == own.keys() and all(at in own[wire] for wire, at in told.items())


def _kind(pair: Pair, pointer: str) -> str:
    """What stands at a pointer itself; `wrapper` for what stands for another place."""
    home, _ = pair.annotations.classes.home(pointer)
    return pair.annotations.classes.kind(home) if home == pointer else "wrapper"


def _properties(pair: Pair, pointer: str, name: str, cls: Any, shape: Mapping[str, Any]) -> Outcome:
    fields = fields_of(cls)
    if fields.keys() != shape["properties"].keys():
        yield Finding(name, pointer, sorted(shape["properties"]), sorted(fields))
    declared_at = _declared(pair, pointer, pair.usage.merged.get(pointer, ()))
    alike = [plain(it) for it in {*shape["properties"], *shape["required"]}]
    for wire, place in shape["properties"].items():
        field = cls.model_fields.get(fields.get(wire))
        if field is None:
            continue
        subject = f"{name}.{fields[wire]}"
        places = declarations(shape)[wire]
        said = _said(pair, places)
        side = next((it for it, direction in _SIDES if not all(pair.values.sent(at, direction) for at in places)), None)
        facts = {
            "required": (wire in shape["required"] and not _is_one_sided(pair, name, side), field.is_required()),
            "deprecated": (_is_deprecated(pair, place, said), bool(field.deprecated)),
            "only sent by": (side, next((it.side for it in field.metadata if hasattr(it, "side")), None)),
            "symbol": (True, pair.package.symbols.get(f"models.{subject}") in declared_at[wire]),
        }
        if not is_called(fields[wire], wire, alike.count(plain(wire)) > 1):
            facts["name"] = (wire, fields[wire])
        default = None if wire in shape["required"] else said.get("default")  # what must be sent is, whatever it is
        if not field.is_required() and _is_plain_default(pair, place, default):
            facts["default"] = (default, _json(field.get_default(call_default_factory=True)))
        elif said.get("default") is not None:
            yield Excluded(subject, place, "a default that is no plain value of its type is documentation only")
        for what, (wanted, got) in facts.items():
            if not same(wanted, got):
                yield Finding(f"{subject}: {what}", place, wanted, got)


def _is_deprecated(pair: Pair, place: str, said: Mapping[str, Any]) -> bool:
    """Whether a property is deprecated, also where 3.0 does not look at what stands beside a reference, as people do."""
    here = pair.document.at(place)
    return said.get("deprecated") is True or isinstance(here, dict) and here.get("deprecated") is True


def _is_one_sided(pair: Pair, name: str, side: str | None) -> bool:
    """Whether objects of a class are made by the side that does not send a property: there, it cannot be required.

    What nobody uses may be made by both.
    """
    sent, read = pair.usage.sent, pair.usage.read
    is_unused = name not in sent | read
    return side == "server" and (is_unused or name in sent) or side == "client" and (is_unused or name in read)


def _said(pair: Pair, places: Iterable[str]) -> Mapping[str, Any]:
    """The annotations of a property; not those of a class that it refers to, which are the class's."""
    found: dict[str, Any] = {}
    defaults: list[Any] = []
    for place in places:
        for key, value in pair.values.annotations(place).items():
            found[key] = found.get(key) is True or value if key == "deprecated" else found.get(key, value)
        here = pair.document.at(place)
        home = pair.annotations.classes.home(place)[0]
        if home != place and pair.annotations.classes.is_class(home):
            of_class = pair.values.annotations(home)
            own = here if isinstance(here, dict) and not (pair.document.is_30 and "$ref" in here) else {}
            found = {key: value for key, value in found.items() if key in own or key not in of_class}
        if isinstance(here, dict) and "default" in here:  # people do, which 3.0 does not look at beside a reference
            defaults.append(here["default"])
    return {**found, "default": defaults[0]} if defaults else found


def _is_plain_default(pair: Pair, place: str, default: Any) -> bool:
    """Whether a default is one that an attribute has: none, or a text, number or boolean that its schema allows."""
    if default is None:
        return True
    shape = pair.values.shape(place)
    is_text = not isinstance(default, str) or shape.get("format") not in ("date", "date-time", "binary")
    if not {"enum", "const"} & shape.keys() and types(shape)[:1] not in _SCALARS:
        return False
    return is_text and not isinstance(default, (list, dict)) and pair.values.valid(place, "response", default)


def _json(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_json(item) for item in value]
    if isinstance(value, dict):
        return {key: _json(item) for key, item in value.items()}
    found = value.to_wire() if hasattr(value, "to_wire") else getattr(value, "value", value)
    return found.isoformat() if hasattr(found, "isoformat") else found


@guarded
def accepted(pair: Pair, pointer: str) -> Outcome:
    """Instances of a schema are read without a departure and go back unchanged; the strict writer takes them."""
    codec, name = pair.package.codec(pointer), pair.package.models.get(pointer, "")
    if codec is None or several(pair, pointer) or pair.values.shapes.whole(pointer) is not pair.values.shape(pointer):
        return
    cases: dict[Direction, list[Case]] = {}
    used: tuple[tuple[Direction, bool], ...] = (("response", _is_read(pair, name)), ("request", _is_sent(pair, name)))
    for direction, is_used in used:
        try:
            cases[direction] = _cases(pair, pointer, direction) if is_used else []
        except (NoInstance, Unreadable) as problem:
            yield Excluded(name, pointer, str(problem))
    for case in cases.get("response", ()):
        drifts: list[Any] = []
        got = codec.decode(json.dumps(case.value).encode(), drifts.append)
        if drifts:
            yield Finding(f"{name} ({case.label}) is read", pointer, case.value, [str(it) for it in drifts])
        yield from (
            Finding(f"{name} ({case.label})", pointer + at, *it) for at, *it in misread(pair, pointer, got, case.value)
        )
    for case in cases.get("request", ()):
        value = with_bytes(pair, pointer, case.value)
        try:
            sent = codec.to_wire(value)
            if not same(sent, value):
                yield Finding(f"{name} ({case.label}) is written", pointer, value, sent)
        except pair.errors.InvalidRequestError as problem:
            yield Finding(f"{name} ({case.label}) is written", pointer, value, str(problem))


@guarded
def refused(pair: Pair, pointer: str) -> Outcome:
    """What a schema refuses is refused by the strict writer, and read as a departure that loses nothing."""
    codec, name = pair.package.codec(pointer), pair.package.models.get(pointer, "")
    if codec is None or several(pair, pointer) or pair.values.shapes.whole(pointer) is not pair.values.shape(pointer):
        return
    for case in _refused(pair, pointer, "request") if _is_sent(pair, name) else ():
        try:
            sent = codec.to_wire(with_bytes(pair, pointer, case.value))
        except pair.errors.InvalidRequestError:
            continue
        yield Finding(f"{name} ({case.label}) is written", pointer, f"refused: {case.value}", sent)
    for case in _refused(pair, pointer, "response") if _is_read(pair, name) else ():
        drifts: list[Any] = []
        got = codec.decode(json.dumps(case.value).encode(), drifts.append)
        if not drifts:
            yield Finding(f"{name} ({case.label}) is read", pointer, f"a departure: {case.value}", "none")
        if not same(_json(got), case.value):
            yield Finding(f"{name} ({case.label}) is read", pointer, f"as it came: {case.value}", _json(got))


def _is_read(pair: Pair, name: str) -> bool:
    return name in pair.usage.read or name not in pair.usage.sent


def _is_sent(pair: Pair, name: str) -> bool:
    return name in pair.usage.sent


def _cases(pair: Pair, pointer: str, direction: Direction) -> list[Case]:
    """Null is none of them: it is the places that use a class that may be null."""
    found = pair.values.cases(pointer, direction, pair.values.reach(pointer, direction))
    return [case for case in found if case.value is not None]


def _refused(pair: Pair, pointer: str, direction: Direction) -> list[Case]:
    return pair.values.refused(pointer, direction, pair.values.reach(pointer, direction))


def symbols(pair: Pair) -> Outcome:
    """The classes and attributes of the models are those that the manifest lists; each stands for a node of the document."""
    found = {
        f"models.{name}"
        for file in (pair.package.folder / "models").glob("*.py")
        for name in _defined(file.read_bytes())
    }
    listed = {name for name in pair.package.symbols if name.startswith("models.")}
    yield from (Finding(name, "", "a symbol of the manifest", "none") for name in sorted(found - listed))
    yield from (Finding(name, pair.package.symbols[name], "a definition", "none") for name in sorted(listed - found))
    for name in sorted(listed):
        place = pair.package.symbols[name]
        owner = pair.package.symbols.get(name.rpartition(".")[0])
        try:
            pair.document.at(place)
        except Unreadable as problem:
            yield Finding(name, place, "a node of the document", str(problem))
            continue
        if owner is not None and not _is_property(pair, owner, place) and not several(pair, owner):
            yield Finding(name, place, f"a property of {owner}", "none")
    exported = {f"models.{name}" for name in dir(pair.package.submodule("models"))}
    yield from (
        Finding(name, "", "exported by models", "not") for name in sorted(listed - exported) if name.count(".") == 1
    )


def _is_property(pair: Pair, owner: str, place: str) -> bool:
    """Whether a property of a schema is declared at a place, in the schema itself or in one that it is put together with."""
    others = (*pair.usage.completed.get(owner, ()), *pair.usage.merged.get(owner, ()))
    return any(place in them for them in _declared(pair, owner, others).values())


def _declared(pair: Pair, owner: str, others: Iterable[str]) -> Mapping[str, set[str]]:
    """Where the properties of a schema are declared: in the schema itself, and in others."""
    found: dict[str, set[str]] = {}
    for shape in (pair.values.shapes.whole(owner), *map(pair.values.shape, others)):
        for name, declared_at in declarations(shape).items():
            found.setdefault(name, set()).update(declared_at)
    return found


def _defined(source: bytes) -> Iterator[str]:
    """The public classes and aliases of a module, and the fields of classes that are no enums."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            yield from (it.id for it in node.targets if isinstance(it, ast.Name) and not it.id.startswith("_"))
        elif (
            isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and not node.target.id.startswith("_")
        ):
            yield node.target.id
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name
            fields = (
                it.target.id for it in node.body if isinstance(it, ast.AnnAssign) and isinstance(it.target, ast.Name)
            )
            yield from (
                f"{node.name}.{field}" for field in fields if not field.startswith("__") and field != "model_config"
            )
