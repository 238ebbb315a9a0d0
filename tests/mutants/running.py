"""Trying many mutants at a time, each in a process of its own that begins where this one stands."""

from __future__ import annotations

import compileall
import contextlib
import gc
import multiprocessing
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.contract.pair import Pair
from generator.contract.python.package import Package
from tests.mutants import trying
from tests.mutants.mutant import Mutant
from tests.mutants.trying import Reach, Verdict

LONGEST = 900
"""Seconds that one mutant may take in all."""

Told = Callable[[Mutant, Verdict], None]


class _Running(NamedTuple):
    mutant: Mutant
    process: ForkProcess
    until: float


@contextmanager
def copied(package: Path) -> Iterator[Package]:
    """A package in a folder of its own, compiled. Its files are older than any edit of them, which Python goes by."""
    with TemporaryDirectory(prefix="provgen-mutants-") as folder:
        copy = Path(folder) / package.name
        shutil.copytree(package, copy, ignore=shutil.ignore_patterns("__pycache__"))
        for file in copy.rglob("*.py"):
            os.utime(file, (1, 1))
        compileall.compile_dir(copy, quiet=2)
        yield Package(copy)


def run(mutants: Sequence[Mutant], pair: Pair, reach: Reach, jobs: int, told: Told) -> Mapping[str, Verdict]:
    """What comes of each mutant, by its id. `told` hears of each as it ends."""
    context = multiprocessing.get_context("fork")
    _warm(pair)
    gc.collect()
    gc.freeze()
    left, running, found = list(reversed(mutants)), dict[Connection, _Running](), dict[str, Verdict]()
    while left or running:
        while left and len(running) < jobs:
            mutant = left.pop()
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=_child, args=(theirs, mutant, pair, reach))
            process.start()
            theirs.close()
            running[ours] = _Running(mutant, process, time.monotonic() + LONGEST)
        for pipe in [*_ended(running)]:
            one = running.pop(pipe)
            found[one.mutant.id] = _verdict(pipe, one)
            told(one.mutant, found[one.mutant.id])
    return found


def _warm(pair: Pair) -> None:
    """Has done what every mutant would have to do again."""
    for operation in pair.document.operations:
        pair.methods(operation)
    for schema in pair.document.schemas:
        for direction in ("request", "response"):
            pair.values.valid(schema, direction, None)
    assert pair.document.requested and pair.document.answered


def _ended(running: Mapping[Connection, _Running]) -> Iterator[Connection]:
    """Those that have an answer, or none in time."""
    now = time.monotonic()
    ready = wait(list(running), max(0, min(it.until for it in running.values()) - now))
    yield from (pipe for pipe, one in running.items() if pipe in ready or one.until <= now)


def _verdict(pipe: Connection, one: _Running) -> Verdict:
    verdict = Verdict("hung", why=f"no end in {LONGEST} s")
    if pipe.poll():
        try:
            verdict = Verdict(*pipe.recv())
        except EOFError:
            verdict = Verdict("died", why="the process ended without an answer")
    else:
        one.process.kill()
    one.process.join()
    pipe.close()
    return verdict


def _child(pipe: Connection, mutant: Mutant, pair: Pair, reach: Reach) -> None:
    """What a process does: it leaves nothing behind, and what it prints is nobody's business."""
    sys.dont_write_bytecode = True
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    with contextlib.closing(pipe):
        pipe.send(tuple(trying.tried(mutant, pair, reach)))
