"""Cases spread over processes, each of which may hang, die, or want too much memory without the others noticing."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait

from tests.fuzz import guard
from tests.fuzz.cases import Case, case
from tests.fuzz.judging import Efforts, Verdict, judge
from tests.fuzz.seeds import seeds

SECONDS = 10.0
"""Processor time a case may take."""

PATIENCE = 40.0
"""Seconds of the clock after which a process that cannot even be interrupted is killed."""

MEMORY = 3 * 1024**3
"""Addresses a process may have; `generator.deep` takes half a gigabyte of them that it hardly uses."""

GROWTH = 400 * 1024**2
"""Bytes that one case may add to the most memory its process has had."""

_context = multiprocessing.get_context("fork")


@dataclass(frozen=True)
class Finding:
    """A case that must not be so: its number, what is wrong, and where."""

    number: int
    what: str
    detail: str


@dataclass
class Tally:
    """What a run has come to: how many cases ended where, processor seconds of the stages, and the findings."""

    ended: Counter[str] = field(default_factory=Counter)
    seconds: Counter[str] = field(default_factory=Counter)
    times: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)

    @property
    def cases(self) -> int:
        """How many cases there were."""
        return self.ended.total()

    def add(self, number: int, verdict: Verdict) -> None:
        """Take one verdict in."""
        self.ended[verdict.ended] += 1
        self.seconds.update(verdict.seconds)
        self.times.update(verdict.seconds.keys())
        if verdict.finding:
            self.findings.append(Finding(number, verdict.finding, verdict.detail))


def run(
    seed: int,
    numbers: Iterable[int],
    efforts: Efforts,
    *,
    corpus: bool = False,
    told: Callable[[Tally], None] | None = None,
) -> Tally:
    """Judge the cases of these numbers, on all processors."""
    seeds(corpus)  # once, before the processes part
    tally, remaining = Tally(), iter(numbers)

    def attempt(number: int) -> Verdict:
        made = case(seed, number, corpus)
        return judge(made.data, made.name, made.folder, made.effort, efforts)

    workers = [_Worker(attempt) for _ in range(_processors())]
    idle = list(workers)
    try:
        while True:
            for worker in idle:
                chunk = list(islice(remaining, 20))
                worker.give(chunk)
            if not any(worker.waiting for worker in workers):
                return tally
            idle = []
            for worker in _answering(workers):
                for number, verdict in worker.answers():
                    tally.add(number, verdict)
                if not worker.waiting:
                    idle.append(worker)
            if told is not None:
                told(tally)
    finally:
        for worker in workers:
            worker.end()


def judged(made: Case, efforts: Efforts) -> Verdict:
    """The verdict on one document, by a process of its own."""
    worker = _Worker(lambda _: judge(made.data, made.name, made.folder, made.effort, efforts))
    try:
        worker.give([0])
        while worker.waiting:
            for answering in _answering([worker]):
                for _, verdict in answering.answers():
                    return verdict
    finally:
        worker.end()
    return Verdict()


class _Worker:
    """A process that attempts cases, and another one in its place whenever it ends before it should."""

    def __init__(self, attempt: Callable[[int], Verdict]) -> None:
        self._attempt = attempt
        self.waiting: list[int] = []
        self._start()

    def _start(self) -> None:
        self.connection, other = _context.Pipe()
        self._process = _context.Process(target=_serve, args=(other, self._attempt))
        self._process.start()
        other.close()
        self.since = time.monotonic()

    def give(self, numbers: list[int]) -> None:
        """Have these attempted."""
        self.waiting = list(numbers)
        self.since = time.monotonic()
        if numbers:
            self.connection.send(numbers)

    def answers(self) -> Iterator[tuple[int, Verdict]]:
        """What has come in; of a process that is gone, or is killed for its silence, what became of its case."""
        try:
            while self.connection.poll():
                verdict: Verdict = self.connection.recv()
                self.since = time.monotonic()
                yield self.waiting.pop(0), verdict
                if verdict.finding:  # its memory and its threads are not to be trusted
                    yield from self._again()
                    return
        except (EOFError, ConnectionResetError):
            self._process.join()
            yield self.waiting.pop(0), Verdict("gone", f"process ended with {self._process.exitcode}")
            yield from self._again()
            return
        if self.waiting and time.monotonic() - self.since > PATIENCE:
            self._process.kill()
            yield self.waiting.pop(0), Verdict("gone", f"hangs without Python being asked: over {PATIENCE:g} s")
            yield from self._again()

    def _again(self) -> Iterator[tuple[int, Verdict]]:
        self.end()
        self._start()
        self.give(self.waiting)
        return iter(())

    def end(self) -> None:
        """Stop the process."""
        self._process.kill()
        self._process.join()
        self.connection.close()


def _answering(workers: list[_Worker]) -> list[_Worker]:
    """The processes that have said something, or too long nothing."""
    busy = [worker for worker in workers if worker.waiting]
    spoke = wait([worker.connection for worker in busy], timeout=1.0)
    return [worker for worker in busy if worker.connection in spoke or time.monotonic() - worker.since > PATIENCE]


def _serve(connection: Connection, attempt: Callable[[int], Verdict]) -> None:
    """What a process does: attempt what it is told to. Ends by itself where a case takes too long or too much."""
    import warnings

    warnings.simplefilter("error")
    guard.limit_memory(MEMORY)
    limit = [0.0]
    # A timer of the clock interrupts the main thread even where that waits for another one; one of the processor would not.
    signal.signal(signal.SIGALRM, lambda _, __: _too_long(connection) if time.process_time() > limit[0] else None)
    while True:
        try:
            numbers = connection.recv()
        except EOFError:
            return
        for number in numbers:
            limit[0] = time.process_time() + SECONDS
            signal.setitimer(signal.ITIMER_REAL, 1, 1)
            before = guard.peak()
            verdict = attempt(number)
            signal.setitimer(signal.ITIMER_REAL, 0)
            grown = guard.peak() - before
            if grown > GROWTH and not verdict.finding:
                verdict.finding = f"{verdict.ended}: memory"
                verdict.detail = f"{grown // 1024**2} MB"
            connection.send(verdict)


def _too_long(connection: Connection) -> None:
    guard.off()
    stacks = guard.stacks()
    ours = [
        line.split("/")[-1] for line in stacks.splitlines() if "/generator/" in line and "site-packages" not in line
    ]
    inner = ours[-1].replace('", line ', ":") if ours else "?"
    place = inner.partition(":")[0] + inner.partition(", in")[2].replace(" ", ":", 1)
    connection.send(Verdict("too long", f"over {SECONDS:g} s in {place}", stacks))
    os._exit(1)


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
