"""Run as a script: write a package over another, killing the writer before each of its steps on the disk in turn.

Usage: `python kill_writer.py FOLDER exchange|renames`. After every kill the folder must hold the old or the new tree,
and the next run must finish the work and leave nothing else. Prints the number of steps that were tried.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from generator.package import atomic, manifest, write  # noqa: E402
from generator.package.fileset import FileSet  # noqa: E402
from generator.package.manifest import Inputs  # noqa: E402

WATCHED = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "ctypes.dlsym", "fcntl.flock"}


def package(*versions: str) -> FileSet:
    files = {
        f"{name}.py": f"{name} = {version!r}\n".encode() for version in versions for name in ("a", f"only_{version}")
    }
    files |= {f"models/{name}.py": versions[-1].encode() for name in ("x", "y")}
    inputs = Inputs("", (), "", "", {}, "", "", {})
    return files | {"MANIFEST.json": manifest.render(manifest.build("p", "t", "1", inputs, files, {}, {}, {}))}


def update(place: Path, files: FileSet) -> None:
    with write.locked(place) as real:
        write.replace(real, files, lambda staged: [])


def killed_before(step: int, place: Path, files: FileSet) -> bool:
    """Whether the writer, in a child, lived to be killed before its `step`-th step."""
    child = os.fork()
    if child == 0:
        kill_before(step, place.parent)
        update(place, files)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert status in (0, signal.SIGKILL), f"step {step}: the writer ended with status {status}"
    return status == signal.SIGKILL


def kill_before(step: int, folder: Path) -> None:
    left = step

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        if event in WATCHED and (event != "open" or str(arguments[0]).startswith(str(folder))):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def content(place: Path) -> FileSet | None:
    tree = write.read_tree(place)
    return tree.files if tree else None


def main(folder: Path, first: bool) -> int:
    old, new = package("old"), package("new")
    place, step = folder / "package", 0
    while True:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        if not first:
            update(place, old)
        before = content(place)
        killed = killed_before(step, place, new)
        found = content(place)
        if found is None and atomic.exchange is refuse_exchange:
            with write.locked(place):
                found = content(place)
        assert found in (before, new), f"step {step}: a mixture of old and new: {sorted(found or ())}"
        assert killed or found == new, f"step {step}: nothing killed the writer, and yet the new tree is not there"
        update(place, new)
        assert content(place) == new, f"step {step}: the next run did not finish the work"
        assert [path.name for path in folder.iterdir()] == ["package"], f"step {step}: leftovers"
        if not killed:
            return step
        step += 1


def refuse_exchange(one: Path, other: Path) -> bool:
    return False


if __name__ == "__main__":
    if sys.argv[2] == "renames":
        atomic.exchange = refuse_exchange
    work = Path(sys.argv[1]).resolve()
    print(main(work / "update", first=False), main(work / "first", first=True))
