"""Run as a script: put a copy into a repository, killing the writer before each of its steps on the disk in turn.

Usage: `python kill_vendor.py FOLDER first|update exchange|renames`. After every kill the copy must be the old or the new one, the
record must be readable, nothing else may have changed, and the next run must finish the work and leave nothing else. Prints the
number of steps that were tried.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from generator.package import atomic, write  # noqa: E402
from generator.package.verify import FileSet  # noqa: E402
from generator.vendoring import putting, record  # noqa: E402
from generator.vendoring.places import Target  # noqa: E402
from generator.vendoring.putting import Placing  # noqa: E402
from generator.vendoring.record import Entry  # noqa: E402
from tests.package.kill_writer import kill_before, package, refuse_exchange  # noqa: E402
from tests.projects import snapshot  # noqa: E402

PACKAGE = "acme._vendor.client"


class NoProbe:
    """Imports nothing: a child of the writer is none of its steps."""

    def __enter__(self) -> NoProbe:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def check(self, folder: Path, name: str) -> list[Any]:
        return []


def placing(repository: Path, version: str) -> Placing:
    target = Target(repository, "src", PACKAGE)
    entry = Entry(PACKAGE, "client", "src", version, "d", version)
    return Placing(target, package(version), entry, write.read_tree(target.folder))


def put(repository: Path, version: str) -> None:
    putting.put(placing(repository, version))


def killed_before(step: int, repository: Path, version: str) -> bool:
    """Whether the writer, in a child, lived to be killed before its `step`-th step."""
    child = os.fork()
    if child == 0:
        kill_before(step, repository)
        put(repository, version)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert status in (0, signal.SIGKILL), f"step {step}: the writer ended with status {status}"
    return status == signal.SIGKILL


def copy(repository: Path) -> FileSet:
    folder = Target(repository, "src", PACKAGE).folder
    write.recover(folder)
    tree = write.read_tree(folder)
    return tree.files if tree else {}


def others(repository: Path) -> FileSet:
    """Everything but the copy and the record."""
    files = snapshot(repository)
    return {path: files[path] for path in files if "_vendor/client/" not in path and path != "vendor.toml"}


def main(folder: Path, first: bool) -> int:
    repository, step = folder / "shop", 0
    while True:
        shutil.rmtree(folder, ignore_errors=True)
        (repository / "src" / "acme").mkdir(parents=True)
        (repository / "src" / "acme" / "app.py").write_text("dirty = True\n")
        if not first:
            put(repository, "old")
        before, beside = copy(repository), others(repository)
        versions = {it.version for it in record.read(repository).entries}
        killed = killed_before(step, repository, "new")
        found = copy(repository)
        assert found in (before, package("new")), f"step {step}: a mixture of old and new: {sorted(found)}"
        assert {it.version for it in record.read(repository).entries} in (versions, {"new"}), f"step {step}: the record"
        after = others(repository)
        assert {path: after.get(path) for path in beside} == beside, f"step {step}: other files were touched"
        put(repository, "new")
        assert copy(repository) == package("new"), f"step {step}: the next run did not finish the work"
        assert [it.version for it in record.read(repository).entries] == ["new"], f"step {step}: nor the record"
        more = others(repository).keys() - beside.keys()
        inits = {"src/acme/__init__.py", "src/acme/_vendor/__init__.py"} if first else set()
        assert more == inits, f"step {step}: leftovers: {more ^ inits}"
        if not killed:
            return step
        step += 1


if __name__ == "__main__":
    putting.Probe = NoProbe  # type: ignore[assignment,attr-defined]
    if sys.argv[3] == "renames":
        atomic.exchange = refuse_exchange
    print(main(Path(sys.argv[1]).resolve(), first=sys.argv[2] == "first"))
