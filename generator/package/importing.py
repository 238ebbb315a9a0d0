"""The proof that a staged package can be imported: every module, every model, in a Python of its own."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Literal

from generator.diagnostics import Diagnostic, ProvgenError, error

_PROBE = Path(__file__).with_name("import_probe.py")

TIMEOUT = 300.0
"""Seconds after which an import that does not end is given up."""

Extent = Literal["all", "modules"]
"""Whether models are built too, which is not needed where the same models were built before."""


class Probe:
    """A child that waits for a package to import, and meanwhile imports the libraries which that will need.

    It runs isolated (`-I`), writes no caches (`-B`) and takes warnings for errors. Used as a context manager, once.
    """

    def __init__(self) -> None:
        command = [sys.executable, "-I", "-B", "-W", "error", str(_PROBE)]
        pipe = subprocess.PIPE
        self._child = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe)

    def __enter__(self) -> Probe:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._child:
            self._child.kill()

    def check(self, folder: Path, package: str, extent: Extent = "all") -> list[Diagnostic]:
        """Import the package in `folder` under the name `package`; one error per module or model that fails."""
        order = json.dumps([str(folder), package, extent]) + "\n"
        try:
            output, errors = self._child.communicate(order.encode(), TIMEOUT)
        except subprocess.TimeoutExpired:
            raise _broken(f"importing {package} took over {TIMEOUT:g} seconds") from None
        try:
            return [_failed(module, reason) for module, reason in json.loads(output)]
        except ValueError:
            last = errors.decode(errors="replace").strip().rpartition("\n")[2]
            raise _broken(f"importing {package} ended with status {self._child.returncode}: {last}") from None


def require(library: str) -> None:
    """Raises `ProvgenError` if a library that a package will import is not installed here."""
    if importlib.util.find_spec(library) is None:
        message = f"the client is to be built on {library}, which is not installed: it could not be imported"
        raise error("missing-library", message, hint=f"pip install {library}")


def _failed(module: str, reason: str) -> Diagnostic:
    message = f"internal error: generated module {module} cannot be used: {reason}"
    return Diagnostic("import-failed", message, hint=_HINT)


def _broken(message: str) -> ProvgenError:
    return error("import-failed", f"internal error: {message}", hint=_HINT)


_HINT = "this is a mistake of the generator, not of the document; nothing was changed; please report it"
