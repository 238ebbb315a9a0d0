"""Methods: their names, arguments and results."""

from __future__ import annotations

from collections.abc import Iterator

from generator.changes.python.effects import Effect, PythonChange
from generator.changes.python.pairs import Pairs
from generator.changes.python.types import Names
from generator.changes.surface import Argument, Method


def compare_methods(met: Pairs) -> Iterator[PythonChange]:
    """What differs in methods. A method is known by the operation that it calls."""
    for it in met.gone_methods:
        yield PythonChange(it.symbol, "breaking", "the method is gone", _line(it), "", (it.pointer, ""))
    for it in met.new_methods:
        yield PythonChange(it.symbol, "compatible", "the method is new", "", _line(it), ("", it.pointer))
    for before, after in met.methods:
        yield from _compare_method(before, after, met.names)


def _line(method: Method) -> str:
    return f"client.{_resource(method)}.{method.signature}"


def _resource(method: Method) -> str:
    """The client's attribute that has the method."""
    return method.symbol.split(".")[1]


def _compare_method(old: Method, new: Method, names: Names) -> Iterator[PythonChange]:
    places = (old.pointer, new.pointer)
    if (_resource(old), old.name) != (_resource(new), new.name):
        detail = f"the method is called {_resource(new)}.{new.name} now"
        yield PythonChange(old.symbol, "breaking", detail, _line(old), _line(new), places)
    if new.deprecated and not old.deprecated:
        yield PythonChange(old.symbol, "compatible", "the method is deprecated", _line(old), _line(new), places)
    yield from _compare_arguments(old, new, names)
    yield from _compare_result(old, new, names)
    yield from _compare_errors(old, new)


# ── arguments ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _compare_arguments(old: Method, new: Method, names: Names) -> Iterator[PythonChange]:
    ours, theirs = {it.name: it for it in old.arguments}, {it.name: it for it in new.arguments}
    gone = [it for it in old.arguments if it.name not in theirs]
    fresh = [it for it in new.arguments if it.name not in ours]
    for it in list(gone):
        other = next((that for that in fresh if _same_place(it, that, old, new)), None)
        if other is not None:
            gone.remove(it)
            fresh.remove(other)
            by_position = it.passing == other.passing == "position"
            detail = f"the argument is called {other.name} now"
            detail += "; calls that pass it by position go on working" if by_position else ""
            yield _argument(old, it, other, "breaking", detail)
    for it in gone:
        yield _argument(old, it, None, "breaking", "the argument is gone")
    for it in fresh:
        yield _new_argument(old, it)
    for name in ours:
        if name in theirs:
            yield from _compare_argument(old, ours[name], theirs[name], names)
    yield from _compare_order(old, new)


def _same_place(old: Argument, new: Argument, old_method: Method, new_method: Method) -> bool:
    """Whether two arguments of different names are one: the same parameter of the path, by its position."""
    ours, theirs = (
        [it.name for it in method.arguments if it.passing == "position" and it.name != "body"]
        for method in (old_method, new_method)
    )
    return old.name in ours and new.name in theirs and ours.index(old.name) == theirs.index(new.name)


def _argument(method: Method, old: Argument | None, new: Argument | None, effect: Effect, detail: str) -> PythonChange:
    name = (old or new or method).name
    texts = [it.text if it is not None else "" for it in (old, new)]
    places = (old.pointer if old else "", new.pointer if new else "")
    return PythonChange(f"{method.symbol}({name})", effect, detail, texts[0], texts[1], places)


def _new_argument(method: Method, it: Argument) -> PythonChange:
    if it.passing == "position" or not it.default:
        return _argument(method, None, it, "breaking", "the argument is new and must be given")
    return _argument(method, None, it, "compatible", "the argument is new and may be left out")


def _compare_argument(method: Method, old: Argument, new: Argument, names: Names) -> Iterator[PythonChange]:
    if old.passing != new.passing:
        how = {"position": "by position", "keyword": "by keyword only"}
        yield _argument(method, old, new, "breaking", f"the argument is passed {how[new.passing]} now")
    if bool(old.default) != bool(new.default):
        effect: Effect = "breaking" if old.default else "compatible"
        yield _argument(
            method, old, new, effect, "the argument " + ("must be given now" if old.default else "may be left out now")
        )
    without = [_without_unset(it.type.text) for it in (old, new)]
    match names.relation(without[0], without[1]):
        case "wider":
            yield _argument(method, old, new, "compatible", "the argument takes more")
        case "narrower":
            yield _argument(method, old, new, "breaking", "the argument takes less")
        case "other":
            yield _argument(method, old, new, "breaking", "the argument takes something else")


def _without_unset(text: str) -> str:
    """The type without the mark of arguments that may be left out, which is a difference of its own."""
    return text.removesuffix(" | Unset")


def _compare_order(old: Method, new: Method) -> Iterator[PythonChange]:
    ours, theirs = ([it.name for it in method.arguments if it.passing == "position"] for method in (old, new))
    common = [name for name in ours if name in theirs]
    if common != [name for name in theirs if name in ours]:
        detail = f"arguments by position are in another order: {', '.join(theirs)}"
        yield PythonChange(old.symbol, "breaking", detail, _line(old), _line(new), (old.pointer, new.pointer))


# ── results and errors ──────────────────────────────────────────────────────────────────────────────────────────────


def _compare_result(old: Method, new: Method, names: Names) -> Iterator[PythonChange]:
    places = (old.pointer, new.pointer)
    texts = (f"-> {_result(old)}", f"-> {_result(new)}")
    if (old.item is None) != (new.item is None):
        detail = (
            "the answer is a page now, of which one iterates over the items"
            if new.item
            else "the answer is no page any longer"
        )
        yield PythonChange(old.symbol, "breaking", detail, *texts, places)
        return
    relations = {names.relation(old.result.text, new.result.text)}
    if old.item is not None and new.item is not None:
        relations.add(names.relation(old.item.text, new.item.text))
    if relations == {"same"}:
        return
    if relations <= {"same", "narrower"}:
        yield PythonChange(old.symbol, "compatible", "less can come back than before", *texts, places)
    else:
        yield PythonChange(old.symbol, "breaking", "something else can come back", *texts, places)


def _result(method: Method) -> str:
    return f"Page[{method.item.text}, {method.result.text}]" if method.item else method.result.text


def _compare_errors(old: Method, new: Method) -> Iterator[PythonChange]:
    """Errors are chosen by status at run time, so that what the document lists changes nothing but what is told of them."""
    ours, theirs = set(old.raises), set(new.raises)
    places = (old.pointer, new.pointer)
    for name, status in sorted(theirs - ours):
        detail = f"errors.{name} is documented now ({status}); it was raised before, too"
        yield PythonChange(old.symbol, "compatible", detail, "", f"raises {name}", places)
    for name, status in sorted(ours - theirs):
        detail = f"errors.{name} is no longer documented ({status}); it is raised still if the status comes"
        yield PythonChange(old.symbol, "compatible", detail, f"raises {name}", "", places)
