"""Running a command and measuring it: seconds, and the memory of the whole process tree."""

from __future__ import annotations

import os
import statistics
import subprocess
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
INTERVAL = 0.01
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: wall time in seconds, the largest sum of resident memory of its processes in MB (0: unknown), and the seconds
    that processors worked for them. `status` is what it ended with."""

    seconds: float
    megabytes: float
    processors: float
    status: int = 0


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Run a command that must succeed."""
    run, output = attempted(command, folder, environment)
    if run.status:
        raise SystemExit(f"{' '.join(map(str, command))} ended with status {run.status}:\n{output[-2000:]}")
    return run


def attempted(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> tuple[Run, str]:
    """Run a command that may fail, and what it printed."""
    begun, before = perf_counter(), os.times()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    watch = _Watch(process.pid)
    watch.start()
    output, _ = process.communicate()
    seconds = perf_counter() - begun
    watch.done = True
    watch.join()
    after = os.times()
    worked = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(seconds, watch.peak / 1e6, worked, process.returncode), output


def median(runs: Iterable[Run]) -> Run:
    """The median times, the largest memory, and the status of the last."""
    seen = list(runs)
    return Run(
        statistics.median(run.seconds for run in seen),
        max(run.megabytes for run in seen),
        statistics.median(run.processors for run in seen),
        seen[-1].status,
    )


class _Watch(threading.Thread):
    """Looks at a process and its descendants until it is done; `peak` is in bytes."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.peak = 0
        self.done = False

    def run(self) -> None:
        while not self.done and Path("/proc/self/statm").exists():
            self.peak = max(self.peak, sum(map(_resident, _tree(self.pid))))
            sleep(INTERVAL)


def _tree(pid: int) -> list[int]:
    found = [pid]
    for parent in found:
        found += _children(parent)
    return found


def _children(pid: int) -> list[int]:
    try:
        tasks = [task / "children" for task in Path(f"/proc/{pid}/task").iterdir()]
        return [int(child) for task in tasks for child in task.read_text().split()]
    except OSError:
        return []


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0
