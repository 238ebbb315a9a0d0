"""An interrupt that Python loses, in a callback that nobody called, is obeyed before anything is swapped in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from generator import interrupts

LOSING = """
import os, signal, sys, weakref
from pathlib import Path
from generator import interrupts
from generator.package import write

class Thing: pass

def callback(reference):
    os.kill(os.getpid(), signal.SIGINT)
    for _ in range(1000): pass

def look(staged):
    thing = Thing()
    reference = weakref.ref(thing, callback)
    del thing
    print("lost")
    return []

sys.unraisablehook = lambda unraisable: None
place = Path(sys.argv[1])
with interrupts.remembered(), write.locked(place) as real:
    try:
        write.replace(real, {"__init__.py": b"new"}, look, force=True)
    except KeyboardInterrupt:
        print("obeyed")
interrupts.obey()
"""


def test_a_lost_interrupt_is_obeyed_before_the_swap(tmp_path: Path) -> None:
    place = tmp_path / "package"
    place.mkdir()
    (place / "__init__.py").write_bytes(b"old")
    command = [sys.executable, "-W", "error", "-c", LOSING, str(place)]
    ended = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "lost\nobeyed\n", "")
    assert (place / "__init__.py").read_bytes() == b"old"
    assert [it.name for it in tmp_path.iterdir()] == ["package"]


def test_without_one_nothing_is_raised() -> None:
    with interrupts.remembered():
        interrupts.obey()
