"""Properties, and what may stand beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.changes import lifecycle
from generator.changes.findings import Direction, Finding, Level
from generator.changes.schemas.numbers import strict
from generator.changes.schemas.reading import Views
from generator.changes.schemas.similar import best_pairs, jaccard, names_alike
from generator.changes.schemas.steps import Pairing
from generator.changes.schemas.views import TYPES, Said, View, first
from generator.changes.side import ABSENT
from generator.document.shapes import Conjunction

ANYTHING: Conjunction = (ABSENT,)


@dataclass(frozen=True, slots=True)
class Property:
    """A property of one side: `required` is the pointer that demands it, empty if nothing does."""

    name: str
    nodes: Conjunction
    view: View
    required: str

    @property
    def one_sided(self) -> frozenset[Direction]:
        """The directions that it has no part in."""
        return self.view.one_sided

    @property
    def place(self) -> str:
        """Its pointer."""
        return self.nodes[0].pointer or self.required


def properties(view: View, views: Views) -> dict[str, Property]:
    """The properties of an object by name; one that is required without being declared is there too."""
    names = dict.fromkeys([*view.properties, *view.required])
    found = {name: view.properties.get(name, ANYTHING) for name in names}
    return {
        name: Property(name, nodes, views.view(nodes), view.required.get(name, "")) for name, nodes in found.items()
    }


def compare_object(pairing: Pairing) -> Iterator[Finding]:
    """What differs in an object."""
    if not pairing.concerns("object"):
        return
    old, new = properties(pairing.old, pairing.old_views), properties(pairing.new, pairing.new_views)
    gone = [old[name] for name in sorted(old) if name not in new]
    fresh = [new[name] for name in sorted(new) if name not in old]
    for before, after, confidence in best_pairs(gone, fresh, _likeness):
        gone.remove(before)
        fresh.remove(after)
        yield _renamed(pairing, before, after, confidence)
        pairing.descend(before.nodes, after.nodes)
    for it in gone:
        yield from _removed(pairing, it)
    for it in fresh:
        yield _added(pairing, it)
    for name in sorted(old.keys() & new.keys()):
        yield from _compare_property(pairing, old[name], new[name])
        pairing.descend(old[name].nodes, new[name].nodes)
    yield from _compare_additional(pairing)
    yield from _compare_patterned(pairing)
    yield from _compare_dependent(pairing)


def _said(it: Property) -> Said:
    node = it.nodes[0]
    return Said(node.value, it.place)


def _likeness(old: Property, new: Property) -> float:
    """How likely one property is the other: by name and by schema. Schemas that say next to nothing tell nothing."""
    name = names_alike(old.name, new.name)
    return 0.5 * name + 0.5 * _same_schema(old, new) if name >= 0.3 else 0.0


def _same_schema(old: Property, new: Property) -> float:
    if old.view.names and new.view.names:
        return 1.0 if old.view.names[-1] == new.view.names[-1] else names_alike(old.view.names[-1], new.view.names[-1])
    if old.view.types != new.view.types:
        return 0.0
    if "object" in old.view.types and old.view.types != TYPES:
        return jaccard(old.view.properties, new.view.properties)
    return 1.0 if _limits(old.view) == _limits(new.view) else 0.5


def _limits(view: View) -> dict[str, str]:
    said = {keyword: strict(said.value) for keyword, said in view.said.items()}
    return said | ({"enum": strict(view.values.value)} if view.values else {})


def _renamed(pairing: Pairing, old: Property, new: Property, confidence: float) -> Finding:
    levels: dict[Direction, Level] = {
        "request": "breaking" if new.required and "request" not in new.one_sided else "warning",
        "response": "breaking" if old.required and "response" not in old.one_sided else "warning",
    }
    for direction in old.one_sided & new.one_sided:
        levels[direction] = "info"
    subject = f"{old.name} → {new.name}"
    return pairing.finding("property-renamed", _said(old), _said(new), subject, levels, confidence)


def _removed(pairing: Pairing, it: Property) -> Iterator[Finding]:
    rule = "required-property-removed" if it.required else "property-removed"
    levels = _lowered(it.one_sided)
    if pairing.new.closed:
        # Undeclared properties are refused, and from now on this is one.
        levels.setdefault("request", "breaking")
    yield pairing.finding(rule, _said(it), None, it.name, levels)


def _lowered(hidden: frozenset[Direction]) -> dict[Direction, Level]:
    """What one side alone sends cannot break the other direction."""
    return dict.fromkeys(hidden, "info")


def _added(pairing: Pairing, it: Property) -> Finding:
    rule = "required-property-added" if it.required else "property-added"
    return pairing.finding(rule, None, _said(it), it.name, _lowered(it.one_sided))


_CAME: dict[Direction, Level] = {"response": "warning"}


def _compare_property(pairing: Pairing, old: Property, new: Property) -> Iterator[Finding]:
    lowered = _lowered(old.one_sided & new.one_sided)
    ours, theirs = _said(old), _said(new)
    if bool(old.required) != bool(new.required):
        rule = "property-became-required" if new.required else "property-became-optional"
        # What the API alone sends need not be sent by the client, required or not.
        levels = _lowered(new.one_sided if new.required else old.one_sided)
        yield pairing.finding(
            rule, Said(bool(old.required), old.required or old.place), Said(bool(new.required), new.required or new.place),
            old.name, levels,
        )  # fmt: skip
    for key, words in (("readOnly", "read-only"), ("writeOnly", "write-only")):
        before, after = (it.view.notes.get(key) for it in (old, new))
        was, is_ = (said is not None and said.value is True for said in (before, after))
        if was != is_:
            rule = f"property-became-{words}" if is_ else f"property-became-not-{words}"
            # It was required of requests alone; from now on callers may wait for it in vain.
            came = words == "write-only" and was and bool(old.required)
            yield pairing.finding(rule, before or ours, after or theirs, old.name, _CAME if came else lowered)
    for found in lifecycle.compare(lifecycle.of_view(old.view), lifecycle.of_view(new.view), pairing.terms.policy):
        yield pairing.finding(f"property-{found}", ours, theirs, old.name, lowered)


# ── undeclared properties ───────────────────────────────────────────────────────────────────────────────────────────


def _compare_additional(pairing: Pairing) -> Iterator[Finding]:
    old, new = pairing.old, pairing.new
    ours, theirs = (_additional(view) for view in (old, new))
    if not old.closed and new.closed:
        yield pairing.finding("additional-properties-refused", ours, theirs)
    elif old.closed and not new.closed:
        yield pairing.finding("additional-properties-allowed", ours, theirs)
    elif old.additional is None and new.additional is not None and not new.closed:
        yield pairing.finding("additional-properties-restricted", ours, theirs)
    elif old.additional is not None and new.additional is None and not old.closed:
        yield pairing.finding("additional-properties-unrestricted", ours, theirs)
    elif old.additional is not None and new.additional is not None and not old.closed and not new.closed:
        pairing.descend(old.additional, new.additional)


def _additional(view: View) -> Said:
    node = view.additional[0] if view.additional else None
    return Said(node.value, node.pointer) if node else Said(True, view.pointer)


def _compare_patterned(pairing: Pairing) -> Iterator[Finding]:
    old, new = pairing.old.patterned, pairing.new.patterned
    for name in sorted(old.keys() | new.keys()):
        if name not in new:
            yield pairing.finding("pattern-property-removed", first(old[name]), None, name)
        elif name not in old:
            yield pairing.finding("pattern-property-added", None, first(new[name]), name)
        else:
            pairing.descend(old[name], new[name])


def _compare_dependent(pairing: Pairing) -> Iterator[Finding]:
    old, new = pairing.old.dependent_required, pairing.new.dependent_required
    for name in sorted(old.keys() | new.keys()):
        before, after = old.get(name), new.get(name)
        ours, theirs = set(before.value if before else ()), set(after.value if after else ())
        if ours == theirs:
            continue
        rule = "added" if ours < theirs else "removed" if theirs < ours else "changed"
        yield pairing.finding(f"dependent-required-{rule}", before, after, name)
    ours_below, theirs_below = pairing.old.dependent_schemas, pairing.new.dependent_schemas
    for name in sorted(ours_below.keys() | theirs_below.keys()):
        if name not in theirs_below:
            yield pairing.finding("dependent-schema-removed", first(ours_below[name]), None, name)
        elif name not in ours_below:
            yield pairing.finding("dependent-schema-added", None, first(theirs_below[name]), name)
        else:
            pairing.descend(ours_below[name], theirs_below[name])
