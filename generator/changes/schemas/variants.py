"""`oneOf`, `anyOf` and discriminators: which variant of the one is which of the other."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass

from generator.changes.findings import Direction, Finding, Level
from generator.changes.schemas.digests import Digests
from generator.changes.schemas.numbers import same, strict
from generator.changes.schemas.reading import Views
from generator.changes.schemas.similar import best_pairs, jaccard
from generator.changes.schemas.steps import Pairing
from generator.changes.schemas.values import type_words
from generator.changes.schemas.views import Choice, Said, View, first
from generator.document import pointers
from generator.document.shapes import Conjunction

_WORDS = {"oneOf": "one-of", "anyOf": "any-of"}


@dataclass(frozen=True, slots=True, eq=False)
class Variant:
    """A variant with its view. Its digest is asked for only where nothing else tells which variant it is."""

    nodes: Conjunction
    view: View
    digests: Digests

    @property
    def said(self) -> Said:
        """What it says, where it stands."""
        return first(self.nodes)

    @property
    def label(self) -> str:
        """What people call it: the component it refers to, else its title, else its type."""
        name = pointers.split(self.view.names[0])[-1] if self.view.names else ""
        node = self.nodes[0].value
        title = node.get("title") if isinstance(node, dict) else None
        return name or (title if isinstance(title, str) else "") or type_words(self.view.possible)


def compare_choices(pairing: Pairing) -> Generator[Finding, None, bool]:
    """What differs in choices; returns whether that is all there is to compare: a schema was wrapped, or unwrapped."""
    old, new = pairing.old, pairing.new
    if not old.choices and len(new.choices) == 1 and new.bare and not _admits(old, new):
        yield from _wrapped(pairing, new.choices[0], _new_variants(pairing, new.choices[0]))
        return True
    if not new.choices and len(old.choices) == 1 and old.bare and not _admits(new, old):
        yield from _unwrapped(pairing, old.choices[0], _old_variants(pairing, old.choices[0]))
        return True
    for before, after in _groups(pairing):
        if before is None and after is not None:
            yield pairing.finding(f"{_WORDS[after.keyword]}-introduced", None, Said(after.keyword, after.pointer))
        elif after is None and before is not None:
            yield pairing.finding(f"{_WORDS[before.keyword]}-dropped", Said(before.keyword, before.pointer), None)
        elif before is not None and after is not None:
            yield from _compare_choice(pairing, before, after)
    yield from _compare_discriminator(pairing)
    return False


def _admits(whole: View, chosen: View) -> bool:
    """Whether a schema without choices says so little that every variant is a case of it."""
    return whole.bare and chosen.possible <= whole.types


def _variants(choice: Choice, views: Views, digests: Digests) -> list[Variant]:
    return [Variant(nodes, views.view(nodes), digests) for nodes in choice.variants]


def _old_variants(pairing: Pairing, choice: Choice) -> list[Variant]:
    return _variants(choice, pairing.old_views, pairing.old_digests)


def _new_variants(pairing: Pairing, choice: Choice) -> list[Variant]:
    return _variants(choice, pairing.new_views, pairing.new_digests)


def _groups(pairing: Pairing) -> Iterator[tuple[Choice | None, Choice | None]]:
    """Choices that belong together: those that are written alike, then by keyword, in order, and then whatever is left."""
    left, right = list(pairing.old.choices), list(pairing.new.choices)
    if len(left) == len(right) == 1:
        yield left[0], right[0]
        return
    ours = {id(it): sorted(pairing.old_digests.of(nodes) for nodes in it.variants) for it in left}
    theirs = {id(it): sorted(pairing.new_digests.of(nodes) for nodes in it.variants) for it in right}

    def alike(before: Choice, after: Choice) -> bool:
        return before.keyword == after.keyword and ours[id(before)] == theirs[id(after)]

    for test in (alike, _same_keyword, _any):
        for before in list(left):
            after = next((it for it in right if test(before, it)), None)
            if after is not None:
                left.remove(before)
                right.remove(after)
                yield before, after
    yield from ((it, None) for it in left)
    yield from ((None, it) for it in right)


def _same_keyword(old: Choice, new: Choice) -> bool:
    return old.keyword == new.keyword


def _any(old: Choice, new: Choice) -> bool:
    return True


def _compare_choice(pairing: Pairing, old: Choice, new: Choice) -> Iterator[Finding]:
    if old.keyword != new.keyword:
        rule = "one-of-became-any-of" if new.keyword == "anyOf" else "any-of-became-one-of"
        yield pairing.finding(rule, Said(old.keyword, old.pointer), Said(new.keyword, new.pointer))
    ours, theirs = _old_variants(pairing, old), _new_variants(pairing, new)
    matched, gone, fresh = match(ours, theirs, pairing.known)
    for before, after in matched:
        pairing.descend(before.nodes, after.nodes)
    name = _WORDS[new.keyword]
    for it in gone:
        yield pairing.finding(f"{name}-removed", it.said, None, it.label)
    for it in fresh:
        yield pairing.finding(f"{name}-added", None, it.said, it.label)


def match(
    old: Sequence[Variant], new: Sequence[Variant], known: Callable[[str, str], bool]
) -> tuple[list[tuple[Variant, Variant]], list[Variant], list[Variant]]:
    """Pairs of variants that are the same one, those that are gone, those that are new; in the order of the lists.

    `known` tells whether two components are there on both sides: such are two things, however alike they look.
    """
    pairs: list[tuple[Variant, Variant]] = []
    left, right = list(old), list(new)

    def take(before: Variant, after: Variant) -> None:
        pairs.append((before, after))
        left.remove(before)
        right.remove(after)

    def may_be_one(before: Variant, after: Variant) -> bool:
        ours, theirs = _component(before), _component(after)
        if ours == theirs or not ours or not theirs or not known(ours, theirs):
            return True
        # One is another name of the other, or of what both stand for.
        return before.view.names[-1] == after.view.names[-1]

    for key in (_component, _content, _tag, _title, _shape):
        waiting: dict[str, list[Variant]] = {}
        for it in right:
            waiting.setdefault(key(it), []).append(it)
        for it in list(left):
            candidates = waiting.get(key(it), []) if key(it) else []
            found = next((other for other in candidates if may_be_one(it, other)), None)
            if found is not None:
                candidates.remove(found)
                take(it, found)
    for before, after, _ in best_pairs(
        left, right, lambda a, b: _likeness(a, b) if may_be_one(a, b) else 0.0, least=0.5
    ):
        take(before, after)
    return pairs, left, right


def _component(it: Variant) -> str:
    return it.view.names[0] if it.view.names else ""


def _content(it: Variant) -> str:
    return it.digests.of(it.nodes)


def _tag(it: Variant) -> str:
    """The constants of required properties, which tell variants apart."""
    found = [
        f"{name}={strict(node.value.get('const', node.value.get('enum')))}"
        for name in sorted(it.view.required)
        for node in it.view.properties.get(name, ())
        if isinstance(node.value, dict) and ("const" in node.value or len(node.value.get("enum") or ()) == 1)
    ]
    return "&".join(found)


def _title(it: Variant) -> str:
    node = it.nodes[0].value
    title = node.get("title") if isinstance(node, dict) else None
    return title if isinstance(title, str) else ""


def _shape(it: Variant) -> str:
    """Variants of different types are told apart by them; several of one type are not."""
    return type_words(it.view.possible) if not it.view.types & {"object"} and not it.view.values else ""


def _likeness(old: Variant, new: Variant) -> float:
    if not old.view.types & new.view.types:
        return 0.0
    if "object" in old.view.types & new.view.types:
        return jaccard(old.view.properties, new.view.properties)
    ours, theirs = old.view.values, new.view.values
    if ours is not None and theirs is not None:
        return jaccard(map(strict, ours.value), map(strict, theirs.value))
    return 1.0 if (ours is None) == (theirs is None) else 0.0


# ── a schema that became one of several ─────────────────────────────────────────────────────────────────────────────


def _wrapped(pairing: Pairing, choice: Choice, variants: list[Variant]) -> Iterator[Finding]:
    whole = Variant(pairing.old.nodes, pairing.old, pairing.old_digests)
    pairs, gone, _ = match([whole], variants, pairing.known)
    old, new = Said(type_words(pairing.old.possible), pairing.at[0]), Said(choice.keyword, choice.pointer)
    if gone:
        yield pairing.finding("type-changed", old, new)
        return
    others = ", ".join(it.label for it in variants if it is not pairs[0][1])
    levels: dict[Direction, Level] = {}
    if choice.keyword == "oneOf" and any(_overlaps(pairs[0][1], it) for it in variants if it is not pairs[0][1]):
        # Exactly one may match: what another alternative allows as well is refused now.
        levels = {"request": "breaking"}
    yield pairing.finding(f"wrapped-in-{_WORDS[choice.keyword]}", old, new, others, levels)
    pairing.descend(whole.nodes, pairs[0][1].nodes)


def _overlaps(one: Variant, other: Variant) -> bool:
    """Whether some value may be of both variants: their types have something in common, and no constant tells them apart."""
    tags = _tag(one), _tag(other)
    return bool(one.view.types & other.view.types) and not (all(tags) and tags[0] != tags[1])


def _unwrapped(pairing: Pairing, choice: Choice, variants: list[Variant]) -> Iterator[Finding]:
    whole = Variant(pairing.new.nodes, pairing.new, pairing.new_digests)
    pairs, _, fresh = match(variants, [whole], pairing.known)
    old, new = Said(choice.keyword, choice.pointer), Said(type_words(pairing.new.possible), pairing.at[1])
    if fresh:
        yield pairing.finding("type-changed", old, new)
        return
    others = ", ".join(it.label for it in variants if it is not pairs[0][0])
    yield pairing.finding(f"unwrapped-from-{_WORDS[choice.keyword]}", old, new, others)
    pairing.descend(pairs[0][0].nodes, whole.nodes)


# ── discriminators ──────────────────────────────────────────────────────────────────────────────────────────────────


def _compare_discriminator(pairing: Pairing) -> Iterator[Finding]:
    old, new = pairing.old.discriminator, pairing.new.discriminator
    if old is None and new is not None:
        yield pairing.finding("discriminator-added", None, new)
    elif old is not None and new is None:
        yield pairing.finding("discriminator-removed", old, None)
    elif old is not None and new is not None:
        yield from _compare_mapping(pairing, old, new)


def _compare_mapping(pairing: Pairing, old: Said, new: Said) -> Iterator[Finding]:
    if not same(old.value.get("propertyName"), new.value.get("propertyName")):
        yield pairing.finding("discriminator-property-name-changed", old, new)
    ours, theirs = (found if isinstance(found := it.value.get("mapping"), dict) else {} for it in (old, new))
    for tag in sorted(map(str, ours.keys() | theirs.keys())):
        before, after = (_entry(it, tag) for it in (old, new))
        if tag not in theirs:
            yield pairing.finding("discriminator-mapping-deleted", before, None, tag)
        elif tag not in ours:
            yield pairing.finding("discriminator-mapping-added", None, after, tag)
        elif _name(ours[tag]) != _name(theirs[tag]):
            yield pairing.finding("discriminator-mapping-changed", before, after, tag)


def _entry(said: Said, tag: str) -> Said:
    mapping = said.value.get("mapping") or {}
    return Said(mapping.get(tag), pointers.join(said.pointer, "mapping", tag))


def _name(target: object) -> str:
    """The last word of what a mapping leads to: a name alone means the component of that name."""
    return str(target).rpartition("/")[2]
