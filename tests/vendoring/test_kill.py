"""A writer that is killed at any of its steps."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
@pytest.mark.parametrize("way", ["exchange", "renames"])
@pytest.mark.parametrize("what", ["first", "update"])
def test_a_kill_at_any_step_loses_nothing(tmp_path: Path, what: str, way: str) -> None:
    script = Path(__file__).with_name("kill_vendor.py")
    command = [sys.executable, "-W", "ignore", str(script), str(tmp_path / "work"), what, way]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 15, "the writer takes more steps than that"
