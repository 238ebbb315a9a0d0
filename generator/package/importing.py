"""The proof that a staged package can be imported: every module, every model, in a Python of its own."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from generator.diagnostics import Diagnostic, ProvgenError, error
from generator.package.fileset import FileSet

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
        self._child = _spawned()
        self._telling: list[threading.Thread] = []

    def __enter__(self) -> Probe:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._child:
            self._child.kill()

    def begin(self, package: str, files: FileSet) -> None:
        """Have finished modules imported and their models built, while the rest of the package is made, if there is a rest."""
        order = ["begin", package, {path: content.decode() for path, content in files.items() if path.endswith(".py")}]
        self._telling.append(threading.Thread(target=self._tell, args=(order, self._telling[-1:]), daemon=True))
        self._telling[-1].start()

    def _tell(self, order: Sequence[Any], before: Sequence[threading.Thread]) -> None:
        """Give an order, for which the child may have no time yet."""
        for thread in before:
            thread.join()
        assert self._child.stdin is not None
        with contextlib.suppress(OSError, ValueError):  # if it has died, `check` tells why
            self._child.stdin.write(_line(order))
            self._child.stdin.flush()

    def check(self, folder: Path, package: str, extent: Extent = "all") -> list[Diagnostic]:
        """Import the package in `folder` under the name `package`; one error per module or model that fails."""
        for thread in self._telling:
            thread.join(TIMEOUT)
        order = _line(["check", str(folder), package, extent])
        found = _answer(self._child, order, package)
        if found is None:  # it was begun with other modules
            self._child = _spawned()
            found = _answer(self._child, order, package)
        return [_failed(module, reason) for module, reason in found or ()]


def _spawned() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-I", "-B", "-W", "error", str(_PROBE)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def _line(order: Sequence[Any]) -> bytes:
    return json.dumps(order).encode() + b"\n"


def _answer(child: subprocess.Popen[bytes], order: bytes, package: str) -> list[tuple[str, str]] | None:
    try:
        output, errors = child.communicate(order, TIMEOUT)
    except subprocess.TimeoutExpired:
        raise _broken(f"importing {package} took over {TIMEOUT:g} seconds") from None
    try:
        found: list[tuple[str, str]] | None = json.loads(output)
    except ValueError:
        last = errors.decode(errors="replace").strip().rpartition("\n")[2]
        raise _broken(f"importing {package} ended with status {child.returncode}: {last}") from None
    return found


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
