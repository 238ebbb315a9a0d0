"""What is known of Python's own functions, and of a few of others: what they return of what they are given."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.changes.uses.annotations import instances
from generator.changes.uses.containers import (
    awaited,
    carried,
    dict_at,
    entered,
    items_of,
    list_at,
    merged,
)
from generator.changes.uses.frames import CALLS, Frame, Given, Passed
from generator.changes.uses.functions import element
from generator.changes.uses.values import (
    NOTHING,
    OPEN,
    AwaitableOf,
    ClassType,
    ContextOf,
    Instance,
    ListOf,
    Partial,
    Rest,
    Super,
    Text,
    TupleOf,
    TypeOf,
    Value,
    just,
)

Rule = Callable[[Frame, Given], Value]

HARMLESS = frozenset(
    [
        *("debug", "info", "warning", "warn", "error", "exception", "critical", "log", "echo", "secho", "print", "pprint"),
        *("pp", "dumps", "getLogger", "is_dataclass", "iscoroutine", "isawaitable", "assert_called_with"),
    ]
)  # fmt: skip
"""Functions and methods by whose calls no trail is lost, whoever has them: they show what they are given."""


# ── builtins ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _list(frame: Frame, given: Given) -> Value:
    return list_at(frame, given.place, items_of(frame, given.get(0)))


def _iterable(frame: Frame, given: Given) -> Value:
    return just(ListOf(items_of(frame, given.get(0))))


def _sorted(frame: Frame, given: Given) -> Value:
    items = items_of(frame, given.get(0))
    frame.call(given.called("key"), element(given.place, items))
    return just(ListOf(items))


def _extreme(frame: Frame, given: Given) -> Value:
    several = len(given.positional) > 1
    items = NOTHING.union(*(it.value for it in given.positional)) if several else items_of(frame, given.get(0))
    frame.call(given.called("key"), element(given.place, items))
    return items | given.called("default")


def _next(frame: Frame, given: Given) -> Value:
    return items_of(frame, given.get(0)) | given.get(1)


def _anext(frame: Frame, given: Given) -> Value:
    return just(AwaitableOf(_next(frame, given)))


def _enumerate(frame: Frame, given: Given) -> Value:
    return just(ListOf(just(TupleOf((NOTHING, items_of(frame, given.get(0)))))))


def _zip(frame: Frame, given: Given) -> Value:
    return just(ListOf(just(TupleOf(tuple(items_of(frame, it.value) for it in given.positional)))))


def _map(frame: Frame, given: Given) -> Value:
    items = tuple(Passed(items_of(frame, it.value), it.place) for it in given.positional[1:])
    return just(ListOf(frame.call(given.get(0), Given(given.place, items))))


def _filter(frame: Frame, given: Given) -> Value:
    items = items_of(frame, given.get(1))
    frame.call(given.get(0), element(given.place, items))
    return just(ListOf(items))


def _dict(frame: Frame, given: Given) -> Value:
    return dict_at(frame, given.place, merged(frame, given))


def _attribute(frame: Frame, given: Given) -> Value:
    """`getattr` and its like with a name that is a value; one that is written there is no matter of this table."""
    if len(given.positional) > 1 and carried(frame, given.get(0)):
        frame.lose(given.positional[1].place, "an attribute whose name is only known at run time")
    return given.get(2)


def _super(frame: Frame, given: Given) -> Value:
    return just(Super(frame.owner)) if frame.owner is not None else NOTHING


def _type(frame: Frame, given: Given) -> Value:
    return frozenset(ClassType(it.scope) for it in given.get(0) if isinstance(it, Instance))


# ── modules ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _first(frame: Frame, given: Given) -> Value:
    return given.get(0)


def _new_type(frame: Frame, given: Given) -> Value:
    return just(TypeOf(instances(frame, given.get(1))))


def _cast(frame: Frame, given: Given) -> Value:
    return instances(frame, given.get(0)) or given.get(1)


def _type_variable(frame: Frame, given: Given) -> Value:
    return just(TypeOf(instances(frame, given.called("bound"))))


def _context(frame: Frame, given: Given) -> Value:
    return just(ContextOf(given.get(0)))


def _partial(frame: Frame, given: Given) -> Value:
    frame.call(given.get(0), given.without(1))
    return just(Partial(given.get(0), len(given.positional) - 1))


def _chain(frame: Frame, given: Given) -> Value:
    return just(ListOf(NOTHING.union(*(items_of(frame, it.value) for it in given.positional))))


def _chained(frame: Frame, given: Given) -> Value:
    return just(ListOf(items_of(frame, items_of(frame, given.get(0)))))


def _grouped(frame: Frame, given: Given) -> Value:
    items = items_of(frame, given.get(0))
    frame.call(given.get(1, "key"), element(given.place, items))
    return just(ListOf(just(TupleOf((NOTHING, just(ListOf(items)))))))


def _batched(frame: Frame, given: Given) -> Value:
    return just(ListOf(just(ListOf(items_of(frame, given.get(0))))))


def _default_dict(frame: Frame, given: Given) -> Value:
    made = frame.call(given.get(0), Given(given.positional[0].place)) if given.positional else NOTHING
    return dict_at(frame, given.place, just(Rest(made)))


def _field(frame: Frame, given: Given) -> Value:
    """`dataclasses.field` and its like: what the field is by default."""
    made = frame.call(given.called("default_factory") | given.called("factory"), Given(given.place))
    return made | given.called("default")


def _depends(frame: Frame, given: Given) -> Value:
    """What FastAPI passes for `Depends(f)`: what f returns, yields or gives when it is awaited."""
    made = frame.call(given.get(0, "dependency"), Given(given.place))
    done = made | awaited(made)
    return frozenset(it for it in done if not isinstance(it, (ListOf, AwaitableOf))) | items_of(
        frame, frozenset(it for it in done if isinstance(it, ListOf))
    )


def _called(frame: Frame, given: Given) -> Value:
    return frame.call(given.get(0), given.without(1))


def _called_later(frame: Frame, given: Given) -> Value:
    """What can be waited for; nothing if what is to be called is not known."""
    made = _called(frame, given)
    return just(AwaitableOf(awaited(made) or made)) if any(type(it) in CALLS for it in given.get(0)) else NOTHING


def _called_second(frame: Frame, given: Given) -> Value:
    return _called_later(frame, given.without(1))


def _run(frame: Frame, given: Given) -> Value:
    return awaited(given.get(0))


def _run_function(frame: Frame, given: Given) -> Value:
    return awaited(_called(frame, given))


def _gather(frame: Frame, given: Given) -> Value:
    if given.starred is not None:
        return just(AwaitableOf(just(ListOf(awaited(given.starred.value)))))
    return just(AwaitableOf(just(TupleOf(tuple(awaited(it.value) for it in given.positional)))))


def _as_completed(frame: Frame, given: Given) -> Value:
    return just(ListOf(items_of(frame, given.get(0))))


def _entered(frame: Frame, given: Given) -> Value:
    found = entered(frame, given.get(0))
    return found | {AwaitableOf(found)}


def _thread(frame: Frame, given: Given) -> Value:
    """`Thread(target=f, args=(…))` calls f."""
    passed = next((it for name, it in given.named if name == "args"), None)
    args = [it for it in passed.value if isinstance(it, TupleOf)] if passed is not None else []
    for atom in args or [TupleOf(())]:
        frame.call(given.called("target"), Given(given.place, tuple(Passed(it, given.place) for it in atom.items)))
    return NOTHING


def _import(frame: Frame, given: Given) -> Value:
    found = NOTHING
    for it in given.get(0, "name"):
        if isinstance(it, Text) and OPEN not in it.text and not it.text.startswith("."):
            found |= just(frame.world.modules.located(it.text, 0, frame.module.source))
    texts = any(isinstance(it, Text) for it in given.get(0, "name") | given.get(1, "package"))
    if texts and not found:
        frame.lose(given.place, "a module whose name is only known at run time")
    return found


FUNCTIONS: Mapping[str, Rule] = {
    **{f"builtins.{name}": _list for name in ("list", "set")},
    **{f"builtins.{name}": _iterable for name in ("tuple", "frozenset", "iter", "aiter", "reversed")},
    "builtins.sorted": _sorted,
    "builtins.min": _extreme,
    "builtins.max": _extreme,
    "builtins.next": _next,
    "builtins.anext": _anext,
    "builtins.enumerate": _enumerate,
    "builtins.zip": _zip,
    "builtins.map": _map,
    "builtins.filter": _filter,
    "builtins.dict": _dict,
    **{f"builtins.{name}": _attribute for name in ("getattr", "setattr", "hasattr", "delattr")},
    "builtins.super": _super,
    "builtins.type": _type,
    "builtins.__import__": _import,
    "importlib.import_module": _import,
    **{f"{module}.cast": _cast for module in ("typing", "typing_extensions")},
    **{f"{module}.TypeVar": _type_variable for module in ("typing", "typing_extensions")},
    **{f"typing.{name}": _first for name in ("assert_type", "reveal_type")},
    "typing.NewType": _new_type,
    "contextlib.closing": _context,
    "contextlib.aclosing": _context,
    "contextlib.nullcontext": _context,
    "functools.partial": _partial,
    "functools.partialmethod": _partial,
    "functools.cache": _first,
    "functools.lru_cache": _first,
    "itertools.chain": _chain,
    "itertools.chain.from_iterable": _chained,
    "itertools.islice": _iterable,
    "itertools.cycle": _iterable,
    "itertools.takewhile": _filter,
    "itertools.dropwhile": _filter,
    "itertools.filterfalse": _filter,
    "itertools.groupby": _grouped,
    "itertools.batched": _batched,
    "itertools.pairwise": _batched,
    "copy.copy": _first,
    "copy.deepcopy": _first,
    "dataclasses.replace": _first,
    "dataclasses.field": _field,
    "attrs.field": _field,
    "attr.ib": _field,
    "pydantic.Field": _field,
    "collections.deque": _list,
    "collections.OrderedDict": _dict,
    "collections.defaultdict": _default_dict,
    **{f"{module}.Queue": _list for module in ("asyncio", "queue", "multiprocessing")},
    **{f"{module}.Depends": _depends for module in ("fastapi", "fastapi.params")},
    **{f"asyncio.{name}": _first for name in ("create_task", "ensure_future", "shield", "wait_for")},
    "asyncio.gather": _gather,
    "asyncio.as_completed": _as_completed,
    "asyncio.run": _run,
    "asyncio.to_thread": _called_later,
    "anyio.to_thread.run_sync": _called_later,
    "anyio.run": _run_function,
    "trio.run": _run_function,
    "starlette.concurrency.run_in_threadpool": _called_later,
    "fastapi.concurrency.run_in_threadpool": _called_later,
    **{f"{name}": _thread for name in ("threading.Thread", "multiprocessing.Process")},
}
"""What functions return, by their dotted names."""

METHODS: Mapping[str, Rule] = {
    "submit": _called_later,
    "run_in_executor": _called_second,
    "start_soon": _called_later,
    "create_task": _first,
    "ensure_future": _first,
    "run_until_complete": _run,
    "enter_context": _entered,
    "enter_async_context": _entered,
    "map": _map,
}
"""What methods of things that are not known return, by their mere names: those of executors, event loops, exit stacks."""
