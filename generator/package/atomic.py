"""What the operating systems do not share: a lock on a file, and the exchange of two folders in one step."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # Linux renameat2(2)
_RENAME_SWAP = 2  # macOS renamex_np(2)
_UNSUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM})


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places atomically. False, with nothing done, where the system cannot.

    Raises `OSError` where it could but failed.
    """
    call = _exchange_call()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(other))


if sys.platform == "win32":
    import msvcrt
    from collections.abc import Callable

    def _exchange_call() -> Callable[[bytes, bytes], int] | None:
        return None

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl
    from collections.abc import Callable

    def _exchange_call() -> Callable[[bytes, bytes], int] | None:
        library = ctypes.CDLL(None, use_errno=True)
        if hasattr(library, "renameat2"):
            return lambda one, other: int(library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE))
        if hasattr(library, "renamex_np"):
            return lambda one, other: int(library.renamex_np(one, other, _RENAME_SWAP))
        return None

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def acquire(lock: Path) -> int | None:
    """Take the lock file `lock`: a handle for `release`, or None while another process has it."""
    handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _lock(handle)
        # Its last holder may have removed the file between our opening and our locking it.
        if _same_file(handle, lock):
            return handle
    except (BlockingIOError, PermissionError):
        pass
    except BaseException:
        os.close(handle)
        raise
    os.close(handle)
    return None


def release(handle: int, lock: Path) -> None:
    """Give the lock back and remove its file. The system does the first by itself if the process dies."""
    if sys.platform == "win32":
        os.close(handle)
        with contextlib.suppress(OSError):
            lock.unlink()
    else:
        # In this order: once it is unlocked, the file belongs to the next run.
        with contextlib.suppress(OSError):
            lock.unlink()
        os.close(handle)


def _same_file(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
