"""The proof that a staged package can be imported: every module, every model, in a Python of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Literal

from generator.diagnostics import Diagnostic, ProvgenError, error

_PROBE = Path(__file__).with_name("import_probe.py")

TIMEOUT = 300.0
"""Seconds after which an import that does not end is given up."""


def check_imports(folder: Path, package: str, extent: Literal["all", "modules"] = "all") -> list[Diagnostic]:
    """Import the package in `folder` under the name `package` and build its models; one error per module that fails.

    The extent "modules" leaves the models unbuilt, for a package whose models were built like this before.
    The child runs isolated (`-I`), writes no caches (`-B`) and takes warnings for errors.
    """
    command = [sys.executable, "-I", "-B", "-W", "error", str(_PROBE), str(folder), package, extent]
    try:
        child = subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=False, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        raise _broken(f"importing {package} took over {TIMEOUT:g} seconds") from None
    return [_failed(package, *failure) for failure in _failures(child, package)]


def _failures(child: subprocess.CompletedProcess[bytes], package: str) -> list[list[str]]:
    try:
        failures: list[list[str]] = json.loads(child.stdout)
    except ValueError:
        last = child.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise _broken(f"importing {package} ended with status {child.returncode}: {last}") from None
    return failures


def _failed(package: str, module: str, reason: str) -> Diagnostic:
    return Diagnostic(
        "import-failed", f"internal error: generated module {module} cannot be used: {reason}", hint=_HINT
    )


def _broken(message: str) -> ProvgenError:
    return error("import-failed", f"internal error: {message}", hint=_HINT)


_HINT = "this is a mistake of the generator, not of the document; nothing was changed; please report it"
