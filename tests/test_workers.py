"""Helper processes: work gets done, mistakes come back, nobody is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import workers
from generator.diagnostics import Diagnostic, ProvgenError
from generator.workers import HelperError, Pool

ROOT = Path(__file__).parents[1]


def square(number: int) -> int:
    return number * number


def where(_: int = 0) -> int:
    time.sleep(0.05)
    return os.getpid()


def refuse() -> None:
    raise ProvgenError([Diagnostic("one", "first"), Diagnostic("two", "second")])


def crash() -> None:
    raise ZeroDivisionError("oh")


def chatter() -> str:
    print("noise")
    os.write(1, b"more noise")
    return "answer"


def die_in_a_helper(main: int) -> int:
    if os.getpid() != main:
        os.kill(os.getpid(), 9)
    return os.getpid()


@pytest.mark.parametrize("helpers", [0, 1, 2])
def test_jobs_give_their_values(helpers: int) -> None:
    with Pool(helpers) as pool:
        jobs = [pool.submit(square, number) for number in range(50)]
        assert [pool.result(job) for job in reversed(jobs)] == [n * n for n in reversed(range(50))]


def test_helpers_and_the_main_process_share_the_work() -> None:
    with Pool(1) as pool:
        pool.result(pool.submit(workers.preload, ["json"]))
        jobs = [pool.submit(where) for _ in range(40)]
        seen = {pool.result(job) for job in jobs}
    assert os.getpid() in seen
    assert len(seen) == 2


@pytest.mark.parametrize("helpers", [0, 1])
def test_diagnostics_come_back_as_they_were_raised(helpers: int) -> None:
    with Pool(helpers) as pool:
        job = pool.submit(refuse)
        _wait(job, helpers)
        with pytest.raises(ProvgenError) as caught:
            pool.result(job)
    assert [d.code for d in caught.value.diagnostics] == ["one", "two"]


def test_a_crash_comes_back_with_the_traceback_of_the_helper() -> None:
    with Pool(1) as pool:
        job = pool.submit(crash)
        _wait(job, 1)
        with pytest.raises(HelperError, match="ZeroDivisionError: oh"):
            pool.result(job)


def test_what_a_job_prints_does_not_disturb(capfd: pytest.CaptureFixture[str]) -> None:
    with Pool(1) as pool:
        job = pool.submit(chatter)
        _wait(job, 1)
        assert pool.result(job) == "answer"
    assert capfd.readouterr().out == ""


def test_work_of_a_helper_that_dies_is_done_here() -> None:
    with Pool(1) as pool:
        job = pool.submit(die_in_a_helper, os.getpid())
        assert pool.result(job) == os.getpid()
        assert pool.result(pool.submit(square, 3)) == 9


def test_what_cannot_be_sent_is_the_callers_error() -> None:
    with Pool(1) as pool:
        job = pool.submit(square, lambda: 0)
        _wait(job, 1)
        with pytest.raises(Exception, match="pickle|local"):
            pool.result(job)
        assert pool.result(pool.submit(square, 3)) == 9


def test_a_machine_that_starts_no_processes_still_works(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse_to_start(*_: object, **__: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(subprocess, "Popen", refuse_to_start)
    with Pool(2) as pool:
        assert pool.result(pool.submit(square, 4)) == 16


def test_leaving_the_pool_ends_helpers_at_once_even_at_work() -> None:
    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt), Pool(2) as pool:
        for _ in range(4):
            pool.submit(time.sleep, 60)
        time.sleep(0.3)
        raise KeyboardInterrupt
    assert time.monotonic() - begun < 10


def test_no_orphans_when_the_main_process_is_killed() -> None:
    code = (
        "import sys, os, time; from generator.workers import Pool\n"
        "pool = Pool(2); jobs = [pool.submit(os.getpid) for _ in range(200)]\n"
        "print(*[child.pid for child in pool._children], flush=True); time.sleep(60)"
    )
    main = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=ROOT, text=True)
    assert main.stdout is not None
    helpers = [int(pid) for pid in main.stdout.readline().split()]
    assert len(helpers) == 2
    main.send_signal(signal.SIGKILL)
    main.wait()
    main.stdout.close()
    deadline = time.monotonic() + 20
    while any(_alive(pid) for pid in helpers):
        assert time.monotonic() < deadline, "a helper outlived its main process"
        time.sleep(0.05)


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def _wait(job: workers.Job[object] | workers.Job[None] | workers.Job[str] | workers.Job[int], helpers: int) -> None:
    """Let a helper do the job, which the waiting main process would otherwise take."""
    deadline = time.monotonic() + 20
    while helpers and not job.done and time.monotonic() < deadline:
        time.sleep(0.01)
