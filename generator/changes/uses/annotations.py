"""Types as values: what is of a type, and what subscripted types such as `list[Client]` are."""

from __future__ import annotations

import ast
from collections.abc import Callable

from generator.changes.uses.files import parsed
from generator.changes.uses.frames import As, Frame
from generator.changes.uses.values import (
    NOTHING,
    Atom,
    AwaitableOf,
    ClassType,
    ClientType,
    ClientValue,
    ContextOf,
    ErrorType,
    ErrorValue,
    External,
    Instance,
    ListOf,
    MapOf,
    MockValue,
    ModelType,
    PagesValue,
    PageValue,
    Place,
    ResourceType,
    ResourceValue,
    ResponseValue,
    Returns,
    RuntimeType,
    RuntimeValue,
    SentEventValue,
    TupleOf,
    TypeOf,
    Value,
    just,
)

_SAME = frozenset(
    {"Optional", "Union", "Annotated", "Final", "ClassVar", "InitVar", "Required", "NotRequired", "ReadOnly", "Mapped"}
)
_ITERABLE = frozenset(
    [
        *("list", "List", "Sequence", "MutableSequence", "Iterable", "Iterator", "AsyncIterable", "AsyncIterator"),
        *("set", "Set", "frozenset", "FrozenSet", "AbstractSet", "MutableSet", "Collection", "Container", "deque", "Deque"),
        *("Generator", "AsyncGenerator", "Queue", "KeysView", "ValuesView", "Reversible", "Stream", "AsyncStream"),
    ]
)  # fmt: skip
_MAPPING = frozenset(
    {"dict", "Dict", "Mapping", "MutableMapping", "defaultdict", "DefaultDict", "OrderedDict", "ChainMap"}
)
_AWAITABLE = frozenset({"Awaitable", "Coroutine", "Future", "Task"})
_CONTEXT = frozenset(
    {"AbstractContextManager", "AbstractAsyncContextManager", "ContextManager", "AsyncContextManager", "closing"}
)
_PAGES: dict[str, Callable[[Value, Value], Atom]] = {
    "Page": lambda item, body: PageValue(item, body, False),
    "AsyncPage": lambda item, body: PageValue(item, body, True),
    "AsyncPages": PagesValue,
}


def annotated(frame: Frame, node: ast.expr | None) -> Value:
    """What may be held by a name with this annotation. Its uses are noted."""
    return instances(frame, frame.value(node, "annotation"))


def instances(frame: Frame, value: Value) -> Value:
    """What is of a type."""
    found = NOTHING
    for atom in value:
        match atom:
            case ClientType():
                found |= {ClientValue(atom.asynchronous)}
            case ResourceType():
                found |= {ResourceValue(atom.name, atom.asynchronous)}
            case ModelType():
                found |= frame.world.catalog.model(atom.name)
            case ErrorType():
                found |= {ErrorValue(atom.name)}
            case RuntimeType():
                found |= {runtime_value(atom)}
            case TypeOf():
                found |= atom.instance
            case ClassType():
                found |= {Instance(atom.scope)}
            case TupleOf():  # as `isinstance` takes it
                found = found.union(*(instances(frame, it) for it in atom.items))
            case External() if atom.last == "Self" and frame.owner is not None:
                found |= {Instance(frame.owner)}
    return found


def runtime_value(atom: RuntimeType) -> Atom:
    """An instance of one of the package's other classes."""
    return MockValue() if atom.name == "MockApi" else RuntimeValue(atom.name)


def subscripted(frame: Frame, base: Value, node: ast.expr, how: As) -> Value:
    """A type with others in brackets; nothing if it is no type of which something is known."""
    found = NOTHING
    for atom in base:
        if isinstance(atom, External) and atom.last == "Literal":
            continue  # its texts are no annotations
        if isinstance(atom, (External, RuntimeType)):
            found |= _generic(frame, atom.last if isinstance(atom, External) else atom.name, node, how)
        elif isinstance(atom, (ClassType, TypeOf)):
            frame.value(node, how)
            found |= {atom}
    return found


def _generic(frame: Frame, name: str, node: ast.expr, how: As) -> Value:
    nodes = node.elts if isinstance(node, ast.Tuple) else [node]
    if name == "Annotated":
        for it in nodes[1:]:
            frame.value(it)
        return frame.value(nodes[0], how)
    if name == "Callable":
        return _function(frame, nodes, how)
    types = [frame.value(it, how) for it in nodes]
    held = [instances(frame, it) for it in types]
    first, last = held[0] if held else NOTHING, held[-1] if held else NOTHING
    if name in _SAME:
        return NOTHING.union(*types)
    if name in ("type", "Type"):
        return just(TypeOf(types[0]))
    if name in ("tuple", "Tuple"):
        repeated = len(nodes) == 2 and isinstance(nodes[1], ast.Constant) and nodes[1].value is ...
        return just(TypeOf(just(ListOf(first) if repeated else TupleOf(tuple(held)))))
    if name in _ITERABLE:
        return just(TypeOf(just(ListOf(first))))
    if name in _MAPPING:
        return just(TypeOf(just(MapOf(first, last))))
    if name in _AWAITABLE:
        return just(TypeOf(just(AwaitableOf(last))))
    if name in _CONTEXT:
        return just(TypeOf(just(ContextOf(first))))
    if name in ("Response", "AsyncResponse"):
        return just(TypeOf(just(ResponseValue(first))))
    if name == "ServerSentEvent":
        return just(TypeOf(just(SentEventValue(first))))
    return just(TypeOf(just(_PAGES[name](first, last)))) if name in _PAGES else NOTHING


def _function(frame: Frame, nodes: list[ast.expr], how: As) -> Value:
    for it in nodes[:-1]:
        for inner in it.elts if isinstance(it, ast.List) else [it]:
            frame.value(inner, how)
    return just(TypeOf(just(Returns(instances(frame, frame.value(nodes[-1], how))))))


def quoted(frame: Frame, node: ast.Constant, text: str, how: As) -> Value:
    """A type that is written as a text. All that it names is where the text is."""
    place = frame.place(node)
    key = (text, Place(place.file, node.lineno, node.col_offset))
    if key not in frame.world.texts:
        frame.world.texts[key] = _parsed(text, node)
    found = frame.world.texts[key]
    return NOTHING if found is None else frame.value(found, how)


def _parsed(text: str, where: ast.Constant) -> ast.expr | None:
    try:
        tree = parsed(f"({text.strip()})")
    except ValueError:
        return None
    found = tree.body[0]
    if len(tree.body) != 1 or not isinstance(found, ast.Expr):
        return None
    for it in ast.walk(found):
        if isinstance(it, ast.expr):
            it.lineno = it.end_lineno = where.lineno
            it.col_offset = it.end_col_offset = where.col_offset
            if isinstance(it, ast.Attribute):  # whose name is looked for before its end
                it.end_col_offset += len(it.attr.encode())
    return found.value
