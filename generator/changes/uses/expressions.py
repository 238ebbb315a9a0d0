"""The rules of expressions: what each kind of them may be."""

from __future__ import annotations

import ast

from generator.changes.uses.annotations import quoted, subscripted
from generator.changes.uses.attributes import attribute, chain, forget, store_attribute
from generator.changes.uses.containers import (
    CONTAINERS,
    awaited,
    dict_at,
    items_of,
    list_at,
    spread,
)
from generator.changes.uses.expectations import expect
from generator.changes.uses.frames import As, Frame, expression
from generator.changes.uses.functions import parameter_values
from generator.changes.uses.indexing import entry, indexed, store_item
from generator.changes.uses.names import looked_up
from generator.changes.uses.narrowing import narrow
from generator.changes.uses.values import (
    NOTHING,
    OPEN,
    Atom,
    ClassType,
    External,
    Function,
    ListOf,
    MapOf,
    PackageModule,
    RuntimeType,
    Text,
    TupleOf,
    TypeOf,
    Value,
    just,
)

_TYPES = (External, RuntimeType, ClassType, TypeOf)


@expression(ast.Name)
def _name(frame: Frame, node: ast.Name, how: As) -> Value:
    found = looked_up(frame, node.id)
    frame.mention(found, lambda: frame.place(node), how)
    return found


@expression(ast.Attribute)
def _attribute(frame: Frame, node: ast.Attribute, how: As) -> Value:
    # `Client.from_env()` constructs a client as much as `Client()` does.
    base = frame.value(node.value, "call" if node.attr == "from_env" and how == "call" else "reference")
    if not base:
        return frame.state.chains.get(chain(node), NOTHING) if frame.state.chains else NOTHING
    if frame.state.chains:
        known = frame.state.chains.get(chain(node))
        if known is not None:
            attribute(frame, base, node.attr, frame.name_place(node), how)
            return known
    return attribute(frame, base, node.attr, frame.name_place(node), how)


@expression(ast.Constant)
def _constant(frame: Frame, node: ast.Constant, how: As) -> Value:
    if not isinstance(node.value, str):
        return NOTHING
    if how == "annotation":
        return quoted(frame, node, node.value, how)
    package = frame.world.modules.package
    if node.value in frame.world.catalog.texts or package in node.value:
        if package in node.value:
            _named_in_text(frame, node, node.value)
        return just(Text(node.value, frame.place(node)))
    return NOTHING


def _named_in_text(frame: Frame, node: ast.Constant, text: str) -> None:
    """Notes what a dotted name in a text means, as in `patch("acme.pets.Client")`."""
    names = text.replace(":", ".").split(".")
    package = frame.world.modules.package
    if package in names and all(it.isidentifier() for it in names):
        found = just(PackageModule(""))
        for name in names[names.index(package) + 1 :]:
            found = attribute(frame, found, name, frame.place(node))


@expression(ast.JoinedStr)
def _formatted(frame: Frame, node: ast.JoinedStr, how: As) -> Value:
    text = ""
    for it in node.values:
        frame.value(it)
        text += it.value if isinstance(it, ast.Constant) and isinstance(it.value, str) else OPEN
    return just(Text(text, frame.place(node))) if frame.world.modules.package in text else NOTHING


# ── literals ────────────────────────────────────────────────────────────────────────────────────────────────────────


@expression(ast.List, ast.Set)
def _list(frame: Frame, node: ast.List | ast.Set, how: As) -> Value:
    found = _elements(frame, node.elts)
    # What has items of which none matters is not going to get one that does.
    return list_at(frame, frame.place(node), found) if found or not node.elts else NOTHING


def _elements(frame: Frame, nodes: list[ast.expr]) -> Value:
    found = NOTHING
    for it in nodes:
        value = frame.value(it)
        found |= items_of(frame, value) if isinstance(it, ast.Starred) else value
    return found


@expression(ast.Tuple)
def _tuple(frame: Frame, node: ast.Tuple, how: As) -> Value:
    if any(isinstance(it, ast.Starred) for it in node.elts):
        return just(ListOf(_elements(frame, node.elts)))
    return just(TupleOf(tuple(frame.value(it, how) for it in node.elts)))


@expression(ast.Starred)
def _starred(frame: Frame, node: ast.Starred, how: As) -> Value:
    return frame.value(node.value, how)


@expression(ast.Dict)
def _dict(frame: Frame, node: ast.Dict, how: As) -> Value:
    found: set[Atom] = set()
    for key, it in zip(node.keys, node.values):
        if key is None:
            found |= spread(frame, frame.value(it))
        else:
            frame.value(key)
            found.add(entry(frame, key, frame.value(it)))
    return dict_at(frame, frame.place(node), frozenset(found))


@expression(ast.ListComp, ast.SetComp, ast.GeneratorExp)
def _comprehension(frame: Frame, node: ast.ListComp | ast.SetComp | ast.GeneratorExp, how: As) -> Value:
    inner = frame.inner()
    _generators(inner, node.generators)
    items = inner.value(node.elt)
    return just(ListOf(items)) if isinstance(node, ast.GeneratorExp) else list_at(frame, frame.place(node), items)


@expression(ast.DictComp)
def _dict_comprehension(frame: Frame, node: ast.DictComp, how: As) -> Value:
    inner = frame.inner()
    _generators(inner, node.generators)
    return just(MapOf(inner.value(node.key), inner.value(node.value)))


def _generators(inner: Frame, generators: list[ast.comprehension]) -> None:
    for it in generators:
        assign(inner, it.target, items_of(inner, inner.value(it.iter)))
        for test in it.ifs:
            inner.value(test)
            narrow(inner, test, True)


@expression(ast.Lambda)
def _lambda(frame: Frame, node: ast.Lambda, how: As) -> Value:
    """Read where it stands, so that it sees the variables as they are there; and again when its arguments are known."""
    unit = frame.module.scopes.by_node.get(node)
    if unit is None:  # in an annotation that is a text
        return NOTHING
    for it, default in zip(reversed([*node.args.posonlyargs, *node.args.args]), reversed(node.args.defaults)):
        frame.world.facts.add(("parameter", unit, it.arg), frame.value(default))
    for it, default_ in zip(node.args.kwonlyargs, node.args.kw_defaults):
        frame.world.facts.add(("parameter", unit, it.arg), frame.value(default_))
    inner = frame.inner()
    inner.state.names.update(parameter_values(frame, unit))
    frame.world.facts.add(("return", unit, ""), inner.value(node.body))
    return just(Function(unit))


# ── operators ───────────────────────────────────────────────────────────────────────────────────────────────────────


@expression(ast.NamedExpr)
def _walrus(frame: Frame, node: ast.NamedExpr, how: As) -> Value:
    found = frame.value(node.value)
    outer = frame
    while outer.around is not None and not outer.body:
        outer.state.names[node.target.id] = found
        outer = outer.around
    outer.bind(node.target.id, found)
    return found


@expression(ast.IfExp)
def _ternary(frame: Frame, node: ast.IfExp, how: As) -> Value:
    frame.value(node.test)
    before = frame.state
    found = NOTHING
    for branch, holds in ((node.body, True), (node.orelse, False)):
        frame.state = before.copy()
        narrow(frame, node.test, holds)
        found |= frame.value(branch, how)
    frame.state = before
    return found


@expression(ast.BoolOp)
def _bool(frame: Frame, node: ast.BoolOp, how: As) -> Value:
    before = frame.state
    frame.state = before.copy()
    found = NOTHING
    for it in node.values:
        found |= frame.value(it)
        narrow(frame, it, isinstance(node.op, ast.And))
    narrowed, frame.state = frame.state, before
    bound = {it.target.id for it in ast.walk(node) if isinstance(it, ast.NamedExpr)} & narrowed.names.keys()
    before.names.update((name, narrowed.names[name]) for name in bound)  # this stays, what is narrowed does not
    return found


@expression(ast.BinOp)
def _binary(frame: Frame, node: ast.BinOp, how: As) -> Value:
    found = frame.value(node.left, how) | frame.value(node.right, how)
    if isinstance(node.op, ast.BitOr):
        return found
    if not isinstance(node.op, ast.Add):
        return NOTHING  # what comes out of other operators is something new
    package = frame.world.modules.package
    texts = frozenset(Text(it.text + OPEN, it.place) for it in found if isinstance(it, Text) and package in it.text)
    return frozenset(it for it in found if isinstance(it, CONTAINERS)) | texts


@expression(ast.Compare)
def _compare(frame: Frame, node: ast.Compare, how: As) -> Value:
    values = [frame.value(it) for it in (node.left, *node.comparators)]
    for op, left, right in zip(node.ops, values, values[1:]):
        if isinstance(op, (ast.In, ast.NotIn)):
            expect(frame, items_of(frame, right), left)
            expect(frame, left, items_of(frame, right))
        else:
            expect(frame, right, left)
            expect(frame, left, right)
    return NOTHING


@expression(ast.Await)
def _await(frame: Frame, node: ast.Await, how: As) -> Value:
    return awaited(frame.value(node.value))


@expression(ast.Yield)
def _yield(frame: Frame, node: ast.Yield, how: As) -> Value:
    frame.world.facts.add(("yield", frame.unit, ""), frame.value(node.value))
    return NOTHING


@expression(ast.YieldFrom)
def _yield_from(frame: Frame, node: ast.YieldFrom, how: As) -> Value:
    frame.world.facts.add(("yield", frame.unit, ""), items_of(frame, frame.value(node.value)))
    return NOTHING


# ── subscripts ──────────────────────────────────────────────────────────────────────────────────────────────────────


@expression(ast.Subscript)
def _subscript(frame: Frame, node: ast.Subscript, how: As) -> Value:
    base = frame.value(node.value, "annotation" if how == "annotation" else "reference")
    types = frozenset(it for it in base if isinstance(it, _TYPES))
    if types:
        found = subscripted(frame, types, node.slice, how)
        if base == types:
            return found
        return found | indexed(frame, base - types, node.slice)
    frame.value(node.slice, "annotation" if how == "annotation" else "reference")
    return indexed(frame, base, node.slice)


# ── targets ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def assign(frame: Frame, target: ast.expr, value: Value) -> None:
    """Gives a value to what is left of `=`, or what `for` and `with` bind."""
    match target:
        case ast.Name():
            frame.bind(target.id, value)
        case ast.Attribute():
            store_attribute(frame, target, value)
            forget(frame, target)
        case ast.Subscript():
            store_item(frame, target, value)
        case ast.Starred():
            assign(frame, target.value, just(ListOf(items_of(frame, value))))
        case ast.Tuple() | ast.List():
            _unpack(frame, target.elts, value)


def _unpack(frame: Frame, targets: list[ast.expr], value: Value) -> None:
    fitting = [it for it in value if isinstance(it, TupleOf) and len(it.items) == len(targets)]
    starred = any(isinstance(it, ast.Starred) for it in targets)
    rest = items_of(frame, frozenset(it for it in value if it not in fitting or starred))
    for index, target in enumerate(targets):
        if isinstance(target, ast.Starred):
            assign(frame, target.value, just(ListOf(rest)))
        else:
            exact = NOTHING if starred else NOTHING.union(*(it.items[index] for it in fitting))
            assign(frame, target, exact | rest)
