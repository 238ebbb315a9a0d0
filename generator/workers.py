"""Helper processes: child Pythons that take work off the main process.

A helper is started early, so that it imports what it needs while the main process reads the document. It speaks
pickle over its own pipes. It is started afresh instead of forked (forking is unsafe beside threads), it does not
hear the terminal's Ctrl-C, and it ends when its pipe closes, so that even a killed main process leaves none behind.
Work that no helper has begun is done by the main process itself while it waits; without helpers, all of it is.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import subprocess
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Generic, TypeVar

from generator.diagnostics import ProvgenError

T = TypeVar("T")

_CHILD = "import sys; sys.path[:] = {path!r}; from generator.workers import serve; serve()"


class HelperError(Exception):
    """A job failed in a helper with something else than diagnostics. Its text is the helper's traceback."""


class Job(Generic[T]):
    """Work handed to a pool. Made by `Pool.submit`, asked for its outcome by `Pool.result`."""

    def __init__(self, function: Callable[..., T], arguments: tuple[Any, ...]) -> None:
        self.function = function
        self.arguments = arguments
        self.done = False
        self.value: T | None = None
        self.failure: BaseException | None = None

    def finish(self, value: T | None, failure: BaseException | None) -> None:
        """Record the outcome."""
        self.value, self.failure, self.done = value, failure, True


class Pool:
    """`helpers` child processes and a queue, used as a context manager. Leaving it ends the helpers at once.

    Functions must be importable by name; arguments and results must pickle.
    """

    def __init__(self, helpers: int) -> None:
        self._queue: deque[Job[Any]] = deque()
        self._changed = threading.Condition()
        self._closed = False
        self._serving = 0
        self._children: list[subprocess.Popen[bytes]] = []
        self._threads: list[threading.Thread] = []
        for _ in range(helpers):
            self._start()

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._changed:
            self._closed = True
            self._queue.clear()
            self._changed.notify_all()
        for child in self._children:
            child.kill()
        for child in self._children:
            child.wait()
        for thread in self._threads:
            thread.join()

    def submit(self, function: Callable[..., T], *arguments: Any) -> Job[T]:
        """Queue `function(*arguments)`; jobs are begun in the order they are submitted."""
        job: Job[T] = Job(function, arguments)
        with self._changed:
            self._queue.append(job)
            self._changed.notify_all()
        return job

    def result(self, job: Job[T]) -> T:
        """The value of `job`, or its exception raised. Does queued work here while there is any."""
        while not job.done:
            if mine := self._take_or_wait(job):
                _run_here(mine)
        if job.failure is not None:
            raise job.failure
        return job.value  # type: ignore[return-value]

    def handed(self, job: Job[T]) -> T:
        """The value of `job`, or its exception raised. It is left to the helpers, as long as there is one: what they keep counts."""
        with self._changed:
            self._changed.wait_for(lambda: job.done or not self._serving)
        return self.result(job)

    def _take_or_wait(self, job: Job[Any]) -> Job[Any] | None:
        with self._changed:
            if self._queue:
                return self._queue.popleft()
            self._changed.wait_for(lambda: job.done or self._queue)
            return None

    def _start(self) -> None:
        # Without a helper everything still works, in this process: a machine may refuse to start another one.
        with contextlib.suppress(OSError):
            child = _spawn()
            self._children.append(child)
            self._serving += 1
            self._threads.append(threading.Thread(target=self._feed, args=(child,), daemon=True))
            self._threads[-1].start()

    def _feed(self, child: subprocess.Popen[bytes]) -> None:
        """Hand jobs to one helper until the pool closes or the helper is gone."""
        assert child.stdin is not None and child.stdout is not None
        with child.stdin as requests, child.stdout as answers, contextlib.suppress(BrokenPipeError):
            while (job := self._next()) is not None and self._exchange(job, requests, answers):
                pass
        with self._changed:
            self._serving -= 1
            self._changed.notify_all()

    def _next(self) -> Job[Any] | None:
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._queue)
            return None if self._closed else self._queue.popleft()

    def _exchange(self, job: Job[Any], requests: IO[bytes], answers: IO[bytes]) -> bool:
        """Have `job` done by the helper. A helper that has died gives the job back to the queue: False."""
        try:
            requests.write(pickle.dumps((job.function, job.arguments), pickle.HIGHEST_PROTOCOL))
            requests.flush()
            kind, value = pickle.load(answers)
        except (OSError, EOFError, pickle.UnpicklingError):
            with self._changed:
                self._queue.appendleft(job)
                self._changed.notify_all()
            return False
        except Exception as error:  # what cannot be pickled, for one: the caller's mistake, told to the caller
            kind, value = "error", error
        with self._changed:
            job.finish(value if kind == "value" else None, _failure(kind, value))
            self._changed.notify_all()
        return True


def _failure(kind: str, value: Any) -> BaseException | None:
    if kind == "diagnostics":
        return ProvgenError(value)
    if kind == "crash":
        return HelperError(value)
    return value if kind == "error" else None


def _run_here(job: Job[Any]) -> None:
    try:
        job.finish(job.function(*job.arguments), None)
    except Exception as error:
        job.finish(None, error)


def _spawn() -> subprocess.Popen[bytes]:
    path = [str(Path(__file__).parent.parent), *sys.path]
    return subprocess.Popen(
        [sys.executable, "-c", _CHILD.format(path=path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )


def serve() -> None:
    """The life of a helper: read a job, do it, answer; until the pipe closes."""
    collect_rarely()
    # Standard output is the pipe of answers: what a library prints must not get into it.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    requests = sys.stdin.buffer
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            function, arguments = pickle.load(requests)
            answers.write(_outcome(function, arguments))
            answers.flush()


def _outcome(function: Callable[..., Any], arguments: Sequence[Any]) -> bytes:
    try:
        return pickle.dumps(("value", function(*arguments)), pickle.HIGHEST_PROTOCOL)
    except ProvgenError as error:
        return pickle.dumps(("diagnostics", tuple(error.diagnostics)))
    except Exception:
        return pickle.dumps(("crash", traceback.format_exc()))


def collect_rarely() -> None:
    """Let the garbage collector look less often: a run is short, and most of what it allocates lives to its end."""
    gc.set_threshold(100_000, 50, 100)


def preload(modules: Sequence[str]) -> None:
    """Import `modules`: a job that warms a helper up. One that cannot be imported fails where it is used."""
    import importlib

    for module in modules:
        with contextlib.suppress(ImportError):
            importlib.import_module(module)
