"""What type checkers say of all packages of a run: each is started once, and the complaints are told by package."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

_MYPY = ("mypy", "--strict", "--config-file=", "--hide-error-context", "--no-error-summary", "--cache-dir=/dev/null")
_PYRIGHT = ("pyright", "--pythonpath", sys.executable)


def checked(output: Path, packages: Sequence[str]) -> Mapping[str, Mapping[str, list[str]]]:
    """The errors that mypy and pyright have, by the name of the checker and then by package."""
    return {command[0]: _said(output, command, packages) for command in (_MYPY, _PYRIGHT)}


def _said(output: Path, command: Sequence[str], packages: Sequence[str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    if not packages:
        return found
    given = [sys.executable, "-m", *command, *packages]
    done = subprocess.run(given, cwd=output, capture_output=True, text=True, check=False)
    for line in done.stdout.splitlines():
        place = line.strip().removeprefix(f"{output.resolve()}/")
        if "error:" in line:
            found[place.partition("/")[0]].append(place)
    if done.returncode and not found:  # it broke down
        found[packages[0]].append(done.stdout + done.stderr)
    return found
