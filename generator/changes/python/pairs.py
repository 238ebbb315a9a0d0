"""Which resource, method and model of the new client is which of the old one, whatever it is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.changes.python.types import Names
from generator.changes.wire.documents import Compared
from generator.package.surface import Method, Model, Surface


@dataclass(frozen=True, slots=True)
class Pairs:
    """What is the same thing on both sides: methods by the operations they call, models by name or by where they stand."""

    methods: tuple[tuple[Method, Method], ...]
    gone_methods: tuple[Method, ...]
    new_methods: tuple[Method, ...]
    models: tuple[tuple[Model, Model], ...]
    gone_models: tuple[Model, ...]
    new_models: tuple[Model, ...]
    names: Names


@dataclass(frozen=True, slots=True)
class Same:
    """Pointers of what is the same thing in both documents: operations, and schemas that the comparison met together."""

    operations: Mapping[str, str]
    schemas: Sequence[tuple[str, str]]


def same_of(compared: Compared) -> Same:
    """What a comparison of documents took for the same thing."""
    operations = {a.node.pointer: b.node.pointer for a, b in compared.operations.same}
    operations |= {a.node.pointer: b.node.pointer for a, b, _ in compared.operations.moved}
    met = {(left[0], right[0]) for left, right in compared.schemas.pairs}
    met |= {pair.names for pair in compared.schemas.pairs.values() if pair.names}
    return Same(operations, sorted(met))


def pairs(old: Surface, new: Surface, same: Same) -> Pairs:
    """What is the same thing in two clients."""
    methods = [(it, new.methods.get(same.operations.get(pointer, ""))) for pointer, it in old.methods.items()]
    kept = [(before, after) for before, after in methods if after is not None]
    taken = {after.pointer for _, after in kept}
    models, renamed = _models(old, new, same)
    met = {after.name for _, after in models}
    known = {before.name for before, _ in models}
    return Pairs(
        methods=tuple(kept),
        gone_methods=tuple(before for before, after in methods if after is None),
        new_methods=tuple(it for pointer, it in new.methods.items() if pointer not in taken),
        models=tuple(models),
        gone_models=tuple(it for name, it in old.models.items() if name not in known),
        new_models=tuple(it for name, it in new.models.items() if name not in met),
        names=Names(renamed, _aliases(old), _aliases(new)),
    )


def _aliases(surface: Surface) -> dict[str, str]:
    return {name: it.target.text for name, it in surface.models.items() if it.target is not None}


def _models(old: Surface, new: Surface, same: Same) -> tuple[list[tuple[Model, Model]], dict[str, str]]:
    """Models of one name are one; one that is gone is the one that its schema became, as the comparison of schemas met them."""
    found = [(it, new.models[name]) for name, it in old.models.items() if name in new.models]
    gone = {it.pointer: it for name, it in old.models.items() if name not in new.models}
    fresh = {it.pointer: it for name, it in new.models.items() if name not in old.models}
    renamed: dict[str, str] = {}
    for before, after in same.schemas:
        if before in gone and after in fresh and gone[before].kind == fresh[after].kind:
            left, right = gone.pop(before), fresh.pop(after)
            found.append((left, right))
            renamed[left.name] = right.name
    return found, renamed
