"""The checks of schemas: each takes a document, a package and the pointer of one schema, and yields what does not agree."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from .dialect import Direction
from .findings import Finding, Outcome
from .package import plain
from .pair import Pair
from .parsed import fields_of, unequal
from .raw import Unreadable
from .requests import same
from .values import Case, NoInstance


def pointers(pair: Pair) -> list[str]:
    """All schemas that have a name: in the document, or in the package."""
    return list(dict.fromkeys([*pair.document.schemas, *pair.package.models]))


def declared(pair: Pair, pointer: str) -> Outcome:
    """The class of a schema says what the schema says: values of enums; names, required, default and side of properties."""
    name = pair.package.models.get(pointer)
    shape = pair.values.shape(pointer)
    if name is None:
        if shape["properties"] or "enum" in shape:
            yield Finding(pointer, pointer, "a class", "none")
        return
    cls = pair.package.symbol(f"models.{name}")
    if isinstance(cls, type) and issubclass(cls, Enum):
        listed, members = [it for it in shape.get("enum", []) if it is not None], [it.value for it in cls]
        if sorted(map(repr, listed)) != sorted(map(repr, members)):
            missing, over = [it for it in listed if it not in members], [it for it in members if it not in listed]
            yield Finding(name, pointer, f"the listed values; missing: {missing}", f"left over: {over}")
    elif hasattr(cls, "model_fields"):
        yield from _properties(pair, pointer, name, cls, shape)
        closed = cls.model_config.get("extra") == "forbid"
        if closed == _is_read(pair, pointer):
            yield Finding(
                name, pointer, "a model that is only sent" if not closed else "a model that is read", cls.__mro__[1]
            )
    elif not pair.values.variants(pointer):
        yield Finding(name, pointer, "a class", cls)


def _properties(pair: Pair, pointer: str, name: str, cls: Any, shape: Mapping[str, Any]) -> Outcome:
    fields = fields_of(cls)
    if fields.keys() != shape["properties"].keys():
        yield Finding(name, pointer, sorted(shape["properties"]), sorted(fields))
    for wire, place in shape["properties"].items():
        field = cls.model_fields.get(fields.get(wire))
        if field is None:
            continue
        subject = f"{name}.{fields[wire]}"
        schema = pair.values.annotations(place)
        side = "server" if schema.get("readOnly") else "client" if schema.get("writeOnly") else None
        facts = {
            "name": (plain(wire), plain(fields[wire])),
            "required": (wire in shape["required"], field.is_required()),
            "deprecated": (schema.get("deprecated") is True, bool(field.deprecated)),
            "only sent by": (side, next((it.side for it in field.metadata if hasattr(it, "side")), None)),
            "symbol": (place, pair.package.symbols.get(f"models.{subject}")),
        }
        if not field.is_required():
            facts["default"] = (schema.get("default"), _json(field.get_default(call_default_factory=True)))
        for what, (wanted, got) in facts.items():
            if not same(wanted, got) and not (what == "name" and got == f"{wanted}field"):
                yield Finding(f"{subject}: {what}", place, wanted, got)


def _json(value: Any) -> Any:
    if isinstance(value, list):
        return [_json(item) for item in value]
    if isinstance(value, dict):
        return {key: _json(item) for key, item in value.items()}
    found = value.to_wire() if hasattr(value, "to_wire") else getattr(value, "value", value)
    return found.isoformat() if hasattr(found, "isoformat") else found


def accepted(pair: Pair, pointer: str) -> Outcome:
    """Instances of a schema are read without a departure and go back unchanged; the strict writer takes them."""
    codec = _codec(pair, pointer)
    if codec is None:
        return
    name = pair.package.models[pointer]
    for case in _cases(pair, pointer, "response") if _is_read(pair, pointer) else ():
        drifts: list[Any] = []
        got = codec.decode(json.dumps(case.value).encode(), drifts.append)
        if drifts:
            yield Finding(f"{name} ({case.label}) is read", pointer, case.value, [str(it) for it in drifts])
        yield from (Finding(f"{name} ({case.label})", pointer + at, *it) for at, *it in unequal(got, case.value))
    for case in _cases(pair, pointer, "request") if _is_sent(pair, pointer) else ():
        try:
            sent = codec.to_wire(case.value)
            if not same(sent, case.value):
                yield Finding(f"{name} ({case.label}) is written", pointer, case.value, sent)
        except pair.errors.InvalidRequestError as problem:
            yield Finding(f"{name} ({case.label}) is written", pointer, case.value, str(problem))


def refused(pair: Pair, pointer: str) -> Outcome:
    """What a schema refuses is refused by the strict writer, and read as a departure that loses nothing."""
    codec = _codec(pair, pointer)
    if codec is None:
        return
    name = pair.package.models[pointer]
    for case in pair.values.refused(pointer, "request") if _is_sent(pair, pointer) else ():
        try:
            sent = codec.to_wire(case.value)
        except pair.errors.InvalidRequestError:
            continue
        yield Finding(f"{name} ({case.label}) is written", pointer, f"refused: {case.value}", sent)
    for case in pair.values.refused(pointer, "response") if _is_read(pair, pointer) else ():
        drifts: list[Any] = []
        got = codec.decode(json.dumps(case.value).encode(), drifts.append)
        if not drifts:
            yield Finding(f"{name} ({case.label}) is read", pointer, f"a departure: {case.value}", "none")
        if not same(_json(got), case.value):
            yield Finding(f"{name} ({case.label}) is read", pointer, f"as it came: {case.value}", _json(got))


def _is_read(pair: Pair, pointer: str) -> bool:
    return pointer in pair.document.answered or pointer not in pair.document.requested


def _is_sent(pair: Pair, pointer: str) -> bool:
    return pointer in pair.document.requested


def _codec(pair: Pair, pointer: str) -> Any:
    name = pair.package.models.get(pointer)
    return (
        None if name is None else pair.package.submodule("_runtime.codec").Codec(pair.package.symbol(f"models.{name}"))
    )


def _cases(pair: Pair, pointer: str, direction: Direction) -> list[Case]:
    try:
        return pair.values.cases(pointer, direction)
    except NoInstance:
        kinds = pair.values.variants(pointer)
        return (
            [case for kind in kinds for case in pair.values.cases(kind, direction)] if kinds else [Case("none", None)]
        )


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
        if owner is not None and place not in pair.values.shape(owner)["properties"].values():
            yield Finding(name, place, f"a property of {owner}", "none")
    exported = {f"models.{name}" for name in dir(pair.package.submodule("models"))}
    yield from (
        Finding(name, "", "exported by models", "not") for name in sorted(listed - exported) if name.count(".") == 1
    )


def _defined(source: bytes) -> Iterator[str]:
    """The public classes and aliases of a module, and the fields of classes that are no enums."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and not node.target.id.startswith("_"):
            yield node.target.id
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name
            fields = (
                it.target.id for it in node.body if isinstance(it, ast.AnnAssign) and isinstance(it.target, ast.Name)
            )
            yield from (f"{node.name}.{field}" for field in fields if field != "model_config")
