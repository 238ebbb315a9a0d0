"""Two clients, compared as their users see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.changes.python.effects import Effect, PythonChange
from generator.changes.python.methods import compare_methods
from generator.changes.python.models import compare_models
from generator.changes.python.pairs import Same, pairs
from generator.changes.python.types import Names
from generator.package.surface import Argument, Event, Resource, Surface


def compare_clients(old: Surface, new: Surface, same: Same) -> list[PythonChange]:
    """What differs between two clients, of whose documents it is known what is the same; by symbol."""
    met = pairs(old, new, same)
    found = [
        *_compare_resources(old, new),
        *compare_methods(met),
        *compare_models(met),
        *_compare_events(old.events, new.events, met.names),
        *_compare_constructor(old.arguments, new.arguments),
        *_compare_servers(old, new),
    ]
    return sorted(found, key=lambda it: (it.symbol, it.detail))


def _compare_resources(old: Surface, new: Surface) -> Iterator[PythonChange]:
    for name in sorted(old.resources.keys() | new.resources.keys()):
        before, after = old.resources.get(name), new.resources.get(name)
        places = (_first_pointer(before), _first_pointer(after))
        if after is None and before is not None:
            yield PythonChange(
                before.symbol, "breaking", "the resource is gone", f"client.{name}", "", places, kind="name"
            )
        elif before is None and after is not None:
            yield PythonChange(
                after.symbol, "compatible", "the resource is new", "", f"client.{name}", places, kind="name"
            )
        elif before is not None and after is not None and before.class_names != after.class_names:
            detail = f"its classes are called {' and '.join(after.class_names)} now"
            texts = [f"class {it.class_names[0]}" for it in (before, after)]
            yield PythonChange(before.symbol, "breaking", detail, texts[0], texts[1], places, kind="name")


def _first_pointer(resource: Resource | None) -> str:
    """An operation of a resource, whose tag it comes from."""
    return min((it.pointer for it in resource.methods.values()), default="") if resource else ""


def _compare_events(old: Mapping[str, Event], new: Mapping[str, Event], names: Names) -> Iterator[PythonChange]:
    for name in sorted(old.keys() | new.keys()):
        before, after = old.get(name), new.get(name)
        if after is None and before is not None:
            yield PythonChange(before.symbol, "breaking", "the event is gone", _event(before), "", (before.pointer, ""))
        elif before is None and after is not None:
            yield PythonChange(after.symbol, "compatible", "the event is new", "", _event(after), ("", after.pointer))
        elif before is not None and after is not None:
            how = names.relation(before.result.text, after.result.text)
            if how != "same":
                effect: Effect = "compatible" if how == "narrower" else "breaking"
                places = (before.pointer, after.pointer)
                yield PythonChange(
                    before.symbol, effect, "its message has another type", _event(before), _event(after), places
                )


def _event(event: Event) -> str:
    return f"events.{event.name}.parse(body) -> {event.result.text}"


def _compare_constructor(old: tuple[Argument, ...], new: tuple[Argument, ...]) -> Iterator[PythonChange]:
    ours, theirs = {it.name: it for it in old}, {it.name: it for it in new}
    for name in sorted(ours.keys() - theirs.keys()):
        yield PythonChange(
            f"Client({name})", "breaking", "the argument is gone", ours[name].text, "", (ours[name].pointer, "")
        )
    for name in sorted(theirs.keys() - ours.keys()):
        it = theirs[name]
        yield PythonChange(f"Client({name})", "compatible", "the argument is new", "", it.text, ("", it.pointer))


def _compare_servers(old: Surface, new: Surface) -> Iterator[PythonChange]:
    if old.servers[:1] != new.servers[:1]:
        before, after = (it.servers[0] if it.servers else "" for it in (old, new))
        detail = "calls go to another address unless base_url says otherwise"
        yield PythonChange("Client(base_url)", "compatible", detail, before, after, ("/servers", "/servers"))
