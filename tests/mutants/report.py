"""The report of a run: the same for the same mutants and checks, whoever makes it and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tests.mutants.kinds import DocumentKind, Kind
from tests.mutants.mutant import Mutant
from tests.mutants.trying import Verdict

Tried = tuple[Mutant, Verdict]


def text(kinds: Sequence[Kind], tried: Sequence[Tried], reasons: Mapping[str, str]) -> str:
    """All of it, in Markdown."""
    return "\n".join(_lines(kinds, tried, reasons)) + "\n"


def _lines(kinds: Sequence[Kind], tried: Sequence[Tried], reasons: Mapping[str, str]) -> Iterator[str]:
    yield "# The mutation score of the contract"
    yield ""
    yield "Made by `make mutants`: each mutant is one edit of the generated package or of the document, held against the contract."
    yield ""
    yield score(tried, reasons)
    yield ""
    yield from _survivors(tried, reasons)
    for title, wanted in (("the package", False), ("the document", True)):
        some = [it for it in kinds if isinstance(it, DocumentKind) == wanted]
        yield f"## Kinds of {title}: {len(some)}"
        yield ""
        yield "| kind | mutants | caught | by import | hung or died | equivalent | survivors | by the checks |"
        yield "|---|--:|--:|--:|--:|--:|--:|---|"
        yield from (_kind_row(it, [one for one in tried if one[0].kind == it.name], reasons) for it in some)
        yield ""
    yield "## Resources"
    yield ""
    yield "| resource | mutants | caught | equivalent |"
    yield "|---|--:|--:|--:|"
    yield from (_resource_row(it, tried, reasons) for it in sorted({mutant.resource for mutant, _ in tried}))
    yield ""
    yield from _equivalents(tried, reasons)


def score(tried: Sequence[Tried], reasons: Mapping[str, str]) -> str:
    """The score in a line."""
    real = [it for it in tried if it[0].id not in reasons]
    caught = sum(verdict.caught for _, verdict in real)
    kinds = len({mutant.kind for mutant, _ in tried})
    share = f"{100 * caught / len(real):.1f} %" if real else "none"
    return f"{len(tried)} mutants of {kinds} kinds, {len(tried) - len(real)} equivalent; {caught} of {len(real)} caught: {share}."


def _kind_row(kind: Kind, tried: Sequence[Tried], reasons: Mapping[str, str]) -> str:
    by = Counter(verdict.by for _, verdict in tried if verdict.by)
    checks = ", ".join(f"{name} {count}" for name, count in sorted(by.items(), key=lambda it: (-it[1], it[0])))
    outcomes = Counter(verdict.outcome for _, verdict in tried)
    equivalent = sum(mutant.id in reasons for mutant, _ in tried)
    counts = (
        len(tried),
        sum(verdict.caught for _, verdict in tried),
        outcomes["import"],
        outcomes["hung"] + outcomes["died"],
        equivalent,
        len(list(_unnoticed(tried, reasons))),
    )
    about = kind.about.rstrip(".")
    return f"| {kind.name}: {about} | {' | '.join(map(str, counts))} | {checks} |"


def _resource_row(resource: str, tried: Sequence[Tried], reasons: Mapping[str, str]) -> str:
    own = [it for it in tried if it[0].resource == resource]
    caught = sum(verdict.caught for _, verdict in own)
    return f"| {resource} | {len(own)} | {caught} | {sum(mutant.id in reasons for mutant, _ in own)} |"


def _unnoticed(tried: Iterable[Tried], reasons: Mapping[str, str]) -> Iterator[Mutant]:
    yield from (mutant for mutant, verdict in tried if not verdict.caught and mutant.id not in reasons)


def _survivors(tried: Sequence[Tried], reasons: Mapping[str, str]) -> Iterator[str]:
    found = list(_unnoticed(tried, reasons))
    yield f"## Survivors: {len(found)}"
    yield ""
    for mutant in found:
        yield from edit(mutant)
        yield ""


def edit(mutant: Mutant) -> Iterator[str]:
    """What a mutant is, in lines of Markdown."""
    old, new = mutant.lines
    yield f"- `{mutant.id}`"
    yield "  ```diff"
    yield from (f"  - {line}" for line in old.splitlines())
    yield from (f"  + {line}" for line in new.splitlines())
    yield "  ```"


def _equivalents(tried: Sequence[Tried], reasons: Mapping[str, str]) -> Iterator[str]:
    found = [mutant for mutant, _ in tried if mutant.id in reasons]
    yield f"## Equivalent: {len(found)}"
    yield ""
    for mutant in found:
        yield from edit(mutant)
        yield f"  {reasons[mutant.id]}"
        yield ""
