"""Methods: their names, arguments and results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.changes.python.effects import Effect, PythonChange
from generator.changes.python.pairs import Pairs
from generator.changes.python.types import Names
from generator.package.surface import Argument, Method


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
        yield PythonChange(old.symbol, "breaking", detail, _line(old), _line(new), places, kind="name")
    if new.deprecated and not old.deprecated:
        yield PythonChange(
            old.symbol, "compatible", "the method is deprecated", _line(old), _line(new), places, kind="deprecation"
        )
    yield from _compare_arguments(_Meeting(old, new, names))
    yield from _compare_result(old, new, names)
    yield from _compare_errors(old, new)


# ── arguments ───────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Meeting:
    """A method of both clients."""

    old: Method
    new: Method
    names: Names

    def argument(self, old: Argument | None, new: Argument | None, effect: Effect, detail: str) -> PythonChange:
        """What happened to an argument; None where it is not there."""
        given = old or new
        symbol = f"{self.old.symbol}({given.name if given else ''})"
        texts = [it.text if it is not None else "" for it in (old, new)]
        places = (old.pointer if old else "", new.pointer if new else "")
        return PythonChange(symbol, effect, detail, texts[0], texts[1], places, (_holder(self.old), _holder(self.new)))


def _holder(method: Method) -> str:
    """The part of the document that arguments are fields of: the body, or else the operation."""
    return next((it.pointer for it in method.arguments if it.name == "body"), method.pointer)


def _compare_arguments(met: _Meeting) -> Iterator[PythonChange]:
    ours, theirs = {it.name: it for it in met.old.arguments}, {it.name: it for it in met.new.arguments}
    gone = [it for it in met.old.arguments if it.name not in theirs]
    fresh = [it for it in met.new.arguments if it.name not in ours]
    for it in list(gone):
        other = next((that for that in fresh if _same_place(it, that, met)), None)
        if other is not None:
            gone.remove(it)
            fresh.remove(other)
            detail = f"the argument is called {other.name} now; calls that pass it by position go on working"
            yield replace(met.argument(it, other, "breaking", detail), kind="name")
    for it in gone:
        yield met.argument(it, None, "breaking", _why_gone(it, met))
    for it in fresh:
        needed = it.passing == "position" or not it.default
        detail = "the argument is new and " + ("must be given" if needed else "may be left out")
        yield met.argument(None, it, "breaking" if needed else "compatible", detail)
    for name in ours:
        if name in theirs:
            yield from _compare_argument(met, ours[name], theirs[name])
    yield from _compare_order(met.old, met.new)


def _same_place(old: Argument, new: Argument, met: _Meeting) -> bool:
    """Whether two arguments of different names are one: the same parameter of the path, by its position."""
    ours, theirs = (
        [it.name for it in method.arguments if it.passing == "position" and it.name != "body"]
        for method in (met.old, met.new)
    )
    return old.name in ours and new.name in theirs and ours.index(old.name) == theirs.index(new.name)


def _why_gone(it: Argument, met: _Meeting) -> str:
    whole = any(other.name == "body" for other in met.new.arguments)
    if whole and _is_field(it, met.old) and not any(_is_field(other, met.new) for other in met.new.arguments):
        return "the argument is gone: the body can be one of several now and is given whole"
    return "the argument is gone"


def _is_field(it: Argument, method: Method) -> bool:
    """Whether an argument is a field of the body: it stands nowhere among the operation's parameters."""
    return (
        it.passing == "keyword"
        and "/parameters/" not in it.pointer
        and any(other.name == "body" for other in method.arguments)
    )


def _compare_argument(met: _Meeting, old: Argument, new: Argument) -> Iterator[PythonChange]:
    if old.passing != new.passing:
        how = {"position": "by position", "keyword": "by keyword only"}
        yield met.argument(old, new, "breaking", f"the argument is passed {how[new.passing]} now")
    if bool(old.default) != bool(new.default):
        effect: Effect = "breaking" if old.default else "compatible"
        yield met.argument(
            old, new, effect, f"the argument {'must be given' if old.default else 'may be left out'} now"
        )
    before, after = (_given(it) for it in (old, new))
    match met.names.relation(before, after):
        case "wider":
            yield met.argument(old, new, "compatible", "the argument takes more")
        case "narrower":
            yield met.argument(old, new, "breaking", "the argument takes less")
        case "other":
            yield met.argument(old, new, "breaking", "the argument takes something else")


def _given(it: Argument) -> str:
    """The type of what is given, without the mark of arguments that may be left out, which is a difference of its own."""
    mark = {"UNSET": " | Unset", "None": " | None"}.get(it.default)
    return it.type.text.removesuffix(mark) if mark else it.type.text


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
