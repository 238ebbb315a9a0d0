"""Watches what a stage does to the world: what it opens, starts, connects to, and runs."""

from __future__ import annotations

import os
import sys
import sysconfig
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import CodeType
from typing import Any

from tests.fuzz.seeds import ROOT
from tests.fuzz.values import MARK


class Forbidden(BaseException):
    """Something that no document may bring about. No `except Exception` of a stage can hide it."""


_PROCESSES = ("subprocess.", "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "pty.")
_NETWORK = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "telnetlib.", "poplib.", "imaplib.")
_CHANGES = (
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.chmod",
    "os.truncate",
    "os.utime",
    "shutil.",
)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_PIPES = ("socket.__new__", "socket.bind")  # nothing is reached by these

_PREFIXES = {sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(), str(ROOT / ".venv")}
_CODE = tuple(
    os.path.realpath(str(path))
    for path in (*_PREFIXES, *(ROOT / name for name in ("generator", "templates", "tests/hostile")))
)
_DATA = (
    "/usr/share/zoneinfo",
    "/proc/self",
    "/dev/null",
    "/etc/localtime",
    "/sys/fs/cgroup",
    "/proc/cpuinfo",
    "/proc/meminfo",
)


class _Watch:
    """What is allowed at the moment; nothing is watched while `on` is false."""

    def __init__(self) -> None:
        self.on = False
        self.installed = False
        self.reading: tuple[str, ...] = ()
        self.writing: tuple[str, ...] = ()
        self.processes = False
        self.found: list[str] = []


_watch = _Watch()


@contextmanager
def guarded(reading: Sequence[Path], writing: Sequence[Path] = (), *, processes: bool = False) -> Iterator[None]:
    """Raises `Forbidden` where what runs inside reads or writes elsewhere, connects, or runs what a document says.

    The code of the generator and of what it is built on may be read. With `processes` children may be started, which are
    not watched. The hook stays installed, as hooks do, but only looks while something is guarded.
    """
    if not _watch.installed:
        sys.addaudithook(_hook)
        _watch.installed = True
    _watch.reading, _watch.writing, _watch.processes = _real(reading), _real(writing), processes
    _watch.found = []
    _watch.on = True
    try:
        yield
    finally:
        _watch.on = False
    if _watch.found:
        raise Forbidden(_watch.found[0])


def off() -> None:
    """Look away from now on: what follows is not the document's doing."""
    _watch.on = False


def _real(paths: Sequence[Path]) -> tuple[str, ...]:
    return tuple(os.path.realpath(path) for path in paths)


def _hook(event: str, args: tuple[Any, ...]) -> None:
    if not _watch.on:
        return
    said = _objection(event, args)
    if said:
        _watch.found.append(said)
        raise Forbidden(said)


def _objection(event: str, args: tuple[Any, ...]) -> str:
    if event == "open":
        return _of_open(*args)
    if event == "exec":
        return "exec: code of the document" if _marked(args[0]) else ""
    if event == "import":
        return f"import: {MARK}" if MARK in str(args[0]) else ""
    if event.startswith(_CHANGES):
        return _of_change(event, args)
    if event.startswith(_NETWORK) and event not in _PIPES:
        return f"network: {event}"
    if event.startswith(_PROCESSES) and not _watch.processes:
        return f"process: {event}"
    return ""


def _of_open(path: Any, mode: Any, flags: Any) -> str:
    if isinstance(path, int):
        return ""
    writes = bool((flags or 0) & _WRITES) or (isinstance(mode, str) and not set(mode).isdisjoint("wax+"))
    place = _place(path)
    if place.startswith(_DATA):
        return ""
    if writes:
        return "" if _below(place, _watch.writing) or "/__pycache__" in place else "write: outside of the output"
    return "" if _below(place, (*_watch.reading, *_watch.writing, *_CODE)) else "read: outside of the folder"


def _of_change(event: str, args: tuple[Any, ...]) -> str:
    places = [_place(it) for it in args if isinstance(it, (str, bytes, os.PathLike))]
    outside = [it for it in places if not _below(it, _watch.writing) and "/__pycache__" not in it]
    return f"change: {event} outside of the output" if outside else ""


def _place(path: Any) -> str:
    return os.path.realpath(os.fsdecode(path))


def _below(place: str, folders: Sequence[str]) -> bool:
    return any(place == folder or place.startswith(folder + os.sep) for folder in folders)


def _marked(code: Any) -> bool:
    """Whether code calls what a text of the document named, or holds such a text at all where it is not a generated module."""
    return isinstance(code, CodeType) and any(MARK in name for name in code.co_names)


def limit_memory(size: int) -> None:
    """Let this process have so many bytes of addresses, where the system knows such limits."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def peak() -> int:
    """The most memory this process has had so far, in bytes."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024


def stacks() -> str:
    """Where all threads are now: of the innermost calls of each a few."""
    import traceback

    mine = threading.get_ident()
    frames = {
        key: frame for key, frame in sys._current_frames().items() if key != mine or len(sys._current_frames()) == 1
    }
    return "\n".join("".join(traceback.format_stack(frame)[-25:]) for frame in frames.values())
