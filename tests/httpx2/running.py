"""How the tests of what is on httpx are run on httpx2."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.rendered import ROOT

LIBRARY = "httpx2"


def ran(*arguments: str, folder: Path = ROOT) -> str:
    """The output of Python, which must succeed."""
    command = [sys.executable, "-W", "error", *arguments]
    ended = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    if ended.returncode:
        pytest.fail(f"{ended.stdout[-20_000:]}{ended.stderr}", pytrace=False)
    return ended.stdout


def outcome(tests: str, folder: Path, *more: str) -> str:
    """The output of our tests of a client, or of a runtime, that lies in a folder."""
    options = ["-p", "tests.httpx2.on_httpx2", "-o", f"pythonpath={ROOT} {folder}", "-o", f"cache_dir={folder}/.cache"]
    return ran("-m", "pytest", "-q", *options, *more, tests)
