"""What is in lists, dicts and the like: iterating, indexing, their methods, and whether something of the client is in them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.changes.uses.classes import method_of
from generator.changes.uses.frames import Frame, Given, Passed, callee
from generator.changes.uses.values import (
    NOTHING,
    NOWHERE,
    AsyncCallValue,
    Atom,
    AwaitableOf,
    ClientValue,
    ContainerMethod,
    ContextOf,
    DictAt,
    DumpedModel,
    Entry,
    EventConstant,
    Instance,
    ListAt,
    ListOf,
    MapOf,
    MethodValue,
    ModelType,
    ModelValue,
    PagesValue,
    PageValue,
    Partial,
    Place,
    ResourceValue,
    ResponseValue,
    Rest,
    SentEventValue,
    TupleOf,
    Value,
    just,
)

CONTAINERS = (ListOf, ListAt, TupleOf, MapOf, DictAt, DumpedModel)

_ADDING = frozenset({"append", "add", "appendleft", "put", "put_nowait", "insert"})
_EXTENDING = frozenset({"extend", "extendleft", "update", "union"})
_TAKING = frozenset({"pop", "popleft", "get_nowait", "popitem", "__next__", "__anext__"})


def content(frame: Frame, place: Place) -> Value:
    """What has been put into the list or dict that is made at a place."""
    return frame.world.facts.read(("content", place, ""), frame.unit)


def put(frame: Frame, place: Place, value: Value) -> None:
    """Puts something into it."""
    frame.world.facts.add(("content", place, ""), value)


def list_at(frame: Frame, place: Place, items: Value) -> Value:
    """A list that is made at a place."""
    put(frame, place, items)
    return just(ListAt(place))


def dict_at(frame: Frame, place: Place, entries: Value) -> Value:
    """A dict that is made at a place, with `Entry` and `Rest` atoms."""
    put(frame, place, entries)
    return just(DictAt(place))


def entries(frame: Frame, atom: DictAt) -> list[Entry]:
    """The entries of a dict whose keys are known."""
    return [it for it in content(frame, atom.place) if isinstance(it, Entry)]


def is_open(frame: Frame, atom: DictAt) -> bool:
    """Whether it has entries whose keys are only known at run time."""
    return any(isinstance(it, Rest) for it in content(frame, atom.place))


def values_of(frame: Frame, value: Value) -> Value:
    """The values of mappings."""
    found = NOTHING
    for atom in value:
        if isinstance(atom, MapOf):
            found |= atom.value
        elif isinstance(atom, DictAt):
            found = found.union(*(it.value for it in content(frame, atom.place) if isinstance(it, (Entry, Rest))))
    return found


def items_of(frame: Frame, value: Value) -> Value:
    """What iterating over something yields, `for` and `async for` alike."""
    found = NOTHING
    for atom in value:
        match atom:
            case ListOf() | PageValue() | PagesValue():
                found |= atom.item
            case ListAt():
                found |= content(frame, atom.place)
            case TupleOf():
                found = found.union(*atom.items)
            case MapOf():
                found |= atom.key
            case ModelType():
                found |= frame.world.catalog.model(atom.name)
            case Instance():
                found |= _iterated(frame, atom)
    return found


def _iterated(frame: Frame, atom: Instance) -> Value:
    """What the iterator protocol of a class of the repository yields."""
    for name in ("__iter__", "__aiter__"):
        method = method_of(frame, atom, name)
        if method:
            made = frame.call(method, Given(NOWHERE))
            iterators = [it for it in made if isinstance(it, Instance)]
            return items_of(frame, made.difference(iterators)).union(*(_next(frame, it) for it in iterators))
    return NOTHING


def _next(frame: Frame, atom: Instance) -> Value:
    found = NOTHING
    for name in ("__next__", "__anext__"):
        made = frame.call(method_of(frame, atom, name), Given(NOWHERE))
        found |= made | awaited(made)
    return found


def awaited(value: Value) -> Value:
    """What awaiting something gives."""
    found = NOTHING
    for atom in value:
        match atom:
            case AwaitableOf():
                found |= atom.result
            case PagesValue():
                found |= {PageValue(atom.item, atom.body, True)}
            case AsyncCallValue():
                found |= {ResponseValue(atom.parsed)}
    return found


def entered(frame: Frame, value: Value) -> Value:
    """What `with … as` gives."""
    found = NOTHING
    for atom in value:
        match atom:
            case ContextOf():
                found |= atom.entered
            case AsyncCallValue():
                found |= {ResponseValue(atom.parsed)}
            case Instance():
                made = NOTHING
                for name in ("__enter__", "__aenter__"):
                    made |= frame.call(method_of(frame, atom, name), Given(NOWHERE))
                found |= made | awaited(made) or just(atom)
            case _:
                found |= {atom}
    return found


# ── methods ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@callee(ContainerMethod)
def _called(frame: Frame, atom: ContainerMethod, given: Given) -> Value:
    held = just(atom.container)
    match atom.container:
        case ListOf() | ListAt() | TupleOf():
            return _of_list(frame, held, atom, given)
        case MapOf() | DictAt():
            return _of_dict(frame, held, atom, given)
        case _:
            return NOTHING


def _of_list(frame: Frame, held: Value, atom: ContainerMethod, given: Given) -> Value:
    passed = given.positional[-1].value if given.positional else NOTHING
    if isinstance(atom.container, ListAt):
        if atom.name in _ADDING:
            put(frame, atom.container.place, passed)
        elif atom.name in _EXTENDING:
            put(frame, atom.container.place, items_of(frame, passed))
    if atom.name == "sort":
        frame.call(given.called("key"), Given(given.place, (Passed(items_of(frame, held), given.place),)))
    if atom.name in ("copy", "union"):
        return held | passed
    if atom.name == "get":  # of a queue; those of asyncio are awaited
        items = items_of(frame, held)
        return items | {AwaitableOf(items)}
    return items_of(frame, held) if atom.name in _TAKING else NOTHING


def _of_dict(frame: Frame, held: Value, atom: ContainerMethod, given: Given) -> Value:
    match atom.name:
        case "values":
            return just(ListOf(values_of(frame, held)))
        case "items":
            return just(ListOf(just(TupleOf((items_of(frame, held), values_of(frame, held))))))
        case "keys":
            return just(ListOf(items_of(frame, held)))
        case "get" | "pop":
            return values_of(frame, held) | given.get(1)
        case "setdefault":
            if isinstance(atom.container, DictAt):
                put(frame, atom.container.place, just(Rest(given.get(1))))
            return values_of(frame, held) | given.get(1)
        case "update":
            if isinstance(atom.container, DictAt):
                put(frame, atom.container.place, merged(frame, given))
            return NOTHING
        case "copy":
            return held
        case _:
            return NOTHING


def merged(frame: Frame, given: Given) -> Value:
    """The entries that `dict(…)` or `update(…)` is given."""
    found: set[Atom] = {Entry(name, it.place, it.value) for name, it in given.named}
    for passed in given.positional:
        found |= spread(frame, passed.value)
    return frozenset(found | ({Rest(NOTHING)} if given.rest is not None else set()))


def spread(frame: Frame, value: Value) -> Value:
    """The entries of something that is merged into a dict."""
    dicts = [it for it in value if isinstance(it, DictAt)]
    found = NOTHING.union(*(content(frame, it.place) for it in dicts))
    return found if dicts and len(dicts) == len(value) else found | {Rest(values_of(frame, value - {*dicts}))}


# ── what is of the client ───────────────────────────────────────────────────────────────────────────────────────────

_CARRIED = (
    (ClientValue, "a client"),
    (ResourceValue, "a resource"),
    (MethodValue, "a method"),
    (ModelValue, "a model"),
    ((PageValue, PagesValue), "a page"),
    ((ResponseValue, AsyncCallValue), "a response"),
)  # fmt: skip


def carried(frame: Frame, value: Value) -> str:
    """What of the client a value holds, in words; empty if nothing."""
    names = {name for atom in _inside(frame, value, set()) for kinds, name in _CARRIED if isinstance(atom, kinds)}
    return next((name for _, name in _CARRIED if name in names), "")


def _inside(frame: Frame, value: Value, seen: set[Place]) -> Iterator[Atom]:
    for atom in value:
        match atom:
            case ModelValue():
                if frame.world.catalog.is_object(atom):
                    yield atom
            case ListOf():
                yield from _inside(frame, atom.item, seen)
            case TupleOf():
                for it in atom.items:
                    yield from _inside(frame, it, seen)
            case MapOf() | Entry() | Rest():
                yield from _inside(frame, atom.value, seen)
            case AwaitableOf():
                yield from _inside(frame, atom.result, seen)
            case ContextOf():
                yield from _inside(frame, atom.entered, seen)
            case Partial():
                yield from _inside(frame, atom.callee, seen)
            case SentEventValue():
                yield from _inside(frame, atom.data, seen)
            case ListAt() | DictAt() if atom.place not in seen:
                seen.add(atom.place)
                yield from _inside(frame, content(frame, atom.place), seen)
            case EventConstant():
                pass
            case _:
                yield atom
