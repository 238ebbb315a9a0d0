"""Holding a mutant against the contract: first what it is about, then what uses that, then all of it, up to the first finding."""

from __future__ import annotations

import signal
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, Literal, NamedTuple

from generator.contract import checks
from generator.contract.checks import events, schemas
from generator.contract.document.raw import RawDocument, join
from generator.contract.findings import Finding, Outcome
from generator.contract.pair import Pair
from generator.contract.python.package import NotAPackage
from tests.mutants.mutant import Mutant

LIMIT = 60
"""Seconds that one check of one thing may take; they take one or two."""


class Verdict(NamedTuple):
    """What came of a mutant. `by` is the check that noticed it, `why` what it found.

    "check": a finding; "import": the package cannot be imported; "hung": a check did not end; "died": the process did not.
    """

    outcome: Literal["check", "import", "hung", "died", "survived"]
    by: str = ""
    why: str = ""

    @property
    def caught(self) -> bool:
        """Whether it was noticed."""
        return self.outcome != "survived"


class Hung(BaseException):
    """A check takes too long. No check may take it for an exception of the package."""


class Step(NamedTuple):
    """A check of one thing, which is a pointer; "" for the package as a whole."""

    check: str
    thing: str
    run: Callable[[], Outcome]


class Reach(NamedTuple):
    """How far a mutant is followed: `users` are the operations of each schema; `everywhere`: then to all that is left."""

    users: Mapping[str, Sequence[str]]
    everywhere: bool


def tried(mutant: Mutant, pair: Pair, reach: Reach) -> Verdict:
    """What the contract says of a mutant of `pair`."""
    with tempfile.TemporaryDirectory(dir=pair.package.folder.parent) as folder:
        try:
            edited = mutant.applied(pair, Path(folder))
            for step in _in_order(edited, mutant, reach):
                verdict = _held(step)
                if verdict.caught:
                    return verdict
        except NotAPackage as problem:
            return Verdict("import", why=str(problem))
    return Verdict("survived")


def _held(step: Step) -> Verdict:
    """What comes of one check. One that raises is one that fails, as the suite has it."""
    subject = f"{step.check}"
    try:
        with _limited():
            finding = next((it for it in step.run() if isinstance(it, Finding)), None)
    except Hung:
        return Verdict("hung", subject, step.thing)
    except Exception as problem:
        return Verdict("check", f"{subject} (raises)", f"{step.thing}: {type(problem).__name__}: {problem}")
    return Verdict("survived") if finding is None else Verdict("check", subject, str(finding))


@contextmanager
def _limited() -> Iterator[None]:
    def hung(number: int, frame: FrameType | None) -> None:
        raise Hung

    signal.signal(signal.SIGALRM, hung)
    signal.alarm(LIMIT)
    try:
        yield
    finally:
        signal.alarm(0)


def _in_order(pair: Pair, mutant: Mutant, reach: Reach) -> Iterator[Step]:
    everything = list(steps(pair))
    near = _near(pair, mutant.pointers) or _sample(pair)
    using = {operation for pointer in near for operation in reach.users.get(pointer, ())}
    done: set[tuple[str, str]] = set()
    left = {it.thing for it in everything} if reach.everywhere else set[str]()
    for things in (near, {""}, using, left):
        for step in everything:
            if step.thing in things and step[:2] not in done:
                done.add(step[:2])
                yield step


def steps(pair: Pair) -> Iterator[Step]:
    """The whole contract."""
    for check in checks.OF_SCHEMAS:
        yield from (Step(_name(check), it, partial(check, pair, it)) for it in schemas.pointers(pair))
    for of_operation in checks.OF_OPERATIONS:
        for one in pair.document.operations:
            yield Step(_name(of_operation), one.pointer, partial(of_operation, pair, one))
    for check in checks.OF_EVENTS:
        yield from (Step(_name(check), it, partial(check, pair, it)) for it in events.pointers(pair))
    yield from (Step(_name(of_all), "", partial(of_all, pair)) for of_all in checks.OF_ALL)


def _name(check: Any) -> str:
    return f"{check.__module__.rpartition('.')[2]}.{check.__name__}"


def _near(pair: Pair, pointers: Collection[str]) -> set[str]:
    """The operations, schemas and messages that hold what is at the pointers, or are in it."""
    things = {step.thing for step in steps(pair)} - {""}
    return {it for it in things if any(_holds(it, pointer) or _holds(pointer, it) for pointer in pointers)}


def _holds(one: str, other: str) -> bool:
    return f"{other}/".startswith(f"{one}/")


def _sample(pair: Pair) -> set[str]:
    """For code that all share: one operation of each make, some schemas, all messages."""
    makes: dict[object, str] = {}
    for one in pair.document.operations:
        has_list = any(pair.values.shape(it.schema).get("type") == "array" for it in one.parameters)
        statuses = sorted(it for it in one.responses if it[0] == "2")
        make = (one.method, has_list, len(one.parameters) > 2, bool(one.bodies), *statuses)
        makes.setdefault(make, one.pointer)
    return {*makes.values(), *schemas.pointers(pair)[::8], *events.pointers(pair)}


def users(document: RawDocument) -> Mapping[str, Sequence[str]]:
    """The operations in which each schema is used, by its pointer."""
    found: dict[str, list[str]] = {}
    for operation in document.operations:
        for pointer in _reached(document, operation.pointer):
            found.setdefault(pointer, []).append(operation.pointer)
    return found


def _reached(document: RawDocument, pointer: str) -> set[str]:
    """The nodes below a pointer and those that are referred to."""
    found: set[str] = set()
    left = [pointer]
    while left:
        place, node = document.follow(left.pop())
        if place not in found and isinstance(node, (dict, list)):
            found.add(place)
            keys = range(len(node)) if isinstance(node, list) else node
            left += [join(place, str(key)) for key in keys if key not in ("example", "examples")]
    return found
