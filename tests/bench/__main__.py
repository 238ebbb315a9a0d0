"""Measure what the project promises and print a table; exit with 1 if a promise is broken.

Everything is compared within one run, the runs of rivals interleaved with ours, because machines differ and are shared.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.settings import Settings, load_settings
from generator.specs import archive
from tests.bench import documents, rivals
from tests.bench.running import Run, attempted, measure, median

ROOT = Path(__file__).parents[2]
PROVGEN = [sys.executable, "-m", "generator"]


Part = Callable[[Settings, Path, int], Iterator["Row"]]
"""Measures something in a folder that is not there yet, with so many runs of each command."""


@dataclass(frozen=True, slots=True)
class Row:
    """A promise: what was measured, the value, its limit (None: only told), and both as text."""

    what: str
    value: float
    limit: float | None
    unit: str = "×"

    @property
    def kept(self) -> bool:
        """Whether the value is within the limit."""
        return self.limit is None or self.value <= self.limit


def main() -> int:
    """Run the bench."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="interleaved runs of each command (default: 3)")
    parser.add_argument("--document", type=Path, action="append", default=[], help="another document to measure with")
    parser.add_argument("--only", choices=sorted([*PARTS, "documents"]), action="append", help="measure only this part")
    options = parser.parse_args()
    settings = load_settings(ROOT / "pyproject.toml")
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="provgen-bench-") as folder:
        parts: dict[str, Part] = {**PARTS, "documents": partial(with_documents, options.document)}
        for name, part in parts.items():
            if not options.only or name in options.only:
                for row in part(settings, Path(folder) / name, options.rounds):
                    rows.append(row)
                    _print_row(row)
    broken = [row for row in rows if not row.kept]
    print(f"{len(rows)} numbers, {len(broken)} over their limit")
    return 1 if broken else 0


def _print_row(row: Row) -> None:
    limit = "" if row.limit is None else f"≤ {row.limit:g} {row.unit}"
    verdict = "" if row.limit is None else ("ok" if row.kept else "TOO MUCH")
    print(f"  {row.what:<58} {row.value:8.2f} {row.unit:<3} {limit:<10} {verdict}", flush=True)


def against_rivals(settings: Settings, folder: Path, rounds: int) -> Iterator[Row]:
    """Cold `generate` of the newest archived document, everything included, against the other generators."""
    spec = _newest(settings)
    own, others = _side_by_side(partial(_generate, settings, spec), spec, folder, rounds)
    yield Row("generate, cold", own.seconds, None, "s")
    yield Row("generate, cold: peak memory of all processes", own.megabytes, 300, "MB")
    for name, other in others.items():
        yield Row(f"{name} (peak {other.megabytes:.0f} MB)", other.seconds, None, "s")
        yield Row(f"generate / {name}", own.seconds / other.seconds, 1)


def with_documents(specs: Sequence[Path], settings: Settings, folder: Path, rounds: int) -> Iterator[Row]:
    """Cold `generate` of other documents, such as the largest there are, against the other generators."""
    for number, spec in enumerate(path.absolute() for path in specs):
        own, others = _side_by_side(partial(_generate_plainly, spec), spec, folder / str(number), rounds)
        yield Row(f"{spec.name}: generate (processors {own.processors:.1f} s)", own.seconds, None, "s")
        yield Row(f"{spec.name}: peak memory of all processes", own.megabytes, 1500, "MB")
        for name, other in others.items():
            failed = f", which fails with status {other.status}" if other.status else ""
            told = f"{spec.name}: {name} (processors {other.processors:.1f} s, {other.megabytes:.0f} MB{failed})"
            yield Row(told, other.seconds, None, "s")
            yield Row(f"{spec.name}: generate / {name}", own.seconds / other.seconds, 1)


def _side_by_side(generate: Callable[[Path], Run], spec: Path, folder: Path, rounds: int) -> tuple[Run, dict[str, Run]]:
    """Our run, which `generate` makes into a folder, and those of the other generators, by their names."""
    others = rivals.installed(ROOT / ".bench")
    ours: list[Run] = []
    theirs: dict[str, list[Run]] = {rival.name: [] for rival in others}
    for number in range(rounds):
        ours.append(generate(folder / f"ours{number}"))
        for rival in others:
            command = rival.to_run(spec, folder / f"{rival.name}{number}")
            theirs[rival.name].append(attempted(command, ROOT, rival.environment)[0])
    return median(ours), {name: median(runs) for name, runs in theirs.items()}


def again(settings: Settings, folder: Path, rounds: int) -> Iterator[Row]:
    """`regenerate` with nothing changed, and with one operation edited, against a cold one."""
    project = _project(settings, folder)
    output = project / settings.output.relative_to(settings.root)
    cold, same, edited = [], [], []
    document = documents.load(_newest(settings))
    for number in range(rounds):
        shutil.rmtree(output, ignore_errors=True)
        cold.append(_regenerate(project))
        same.append(_regenerate(project))
        changed = documents.edited(document)
        changed["info"]["version"] = f"{document['info']['version']}+edited{number}"
        path = documents.store(changed, folder / f"edited{number}.json")
        measure([*PROVGEN, "fetch", "--url", str(path)], project, _environment())
        edited.append(_regenerate(project))
        _restore(settings, project)
    yield Row("regenerate, cold", median(cold).seconds, None, "s")
    yield Row("regenerate, nothing changed / cold", median(same).seconds / median(cold).seconds, 0.25)
    yield Row("regenerate, one operation edited / cold", median(edited).seconds / median(cold).seconds, 0.5)


def growth(settings: Settings, folder: Path, rounds: int) -> Iterator[Row]:
    """Ten times the operations against one time."""
    value = documents.load(_newest(settings))
    once = documents.store(value, folder / "once.json")
    tenfold = documents.store(documents.multiplied(value, 10), folder / "tenfold.json")
    small = median(_generate(settings, once, folder / f"once{number}") for number in range(rounds))
    large = _generate(settings, tenfold, folder / "tenfold")
    yield Row("ten times the operations", large.seconds, None, "s")
    yield Row("ten times the operations: peak memory of all processes", large.megabytes, 1500, "MB")
    yield Row("ten times the operations / once", large.seconds / small.seconds, 11)


def importing(settings: Settings, folder: Path, rounds: int) -> Iterator[Row]:
    """Importing the committed client and naming `Client`, against importing the libraries it stands on."""
    package = settings.client.package
    base, client = [], []
    _import_seconds("import httpx, pydantic", settings)
    _import_seconds(f"import {package}; {package}.Client", settings)
    for _ in range(max(15, rounds)):
        base.append(_import_seconds("import httpx, pydantic", settings))
        client.append(_import_seconds(f"import {package}; {package}.Client", settings))
    yield Row("import httpx, pydantic", statistics.median(base) * 1000, None, "ms")
    yield Row("import the client / import httpx, pydantic", statistics.median(client) / statistics.median(base), 1.15)


def calling(settings: Settings, folder: Path, rounds: int) -> Iterator[Row]:
    """Calls of the committed client: their cost beside httpx by hand, and what they leave behind."""
    variables = {**_environment(), "PYTHONPATH": os.pathsep.join([str(ROOT), str(settings.output)])}
    command = [sys.executable, "-m", "tests.bench.calls"]
    found = json.loads(subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, check=True).stdout)
    costs = found["costs"]
    yield Row("small call / httpx with a base URL and .json()", costs["small"], 1.10)
    yield Row("small call / httpx with an absolute URL and .json()", costs["absolute"], None)
    yield Row("list of 50, 44 kB / httpx and pydantic by hand", costs["list"], 1.15)
    for name, left in (("10,000 calls", found["leaks"]), ("10,000 asynchronous calls", found["leaks_async"])):
        yield Row(f"{name}: growth of memory", left["kilobytes"], 50, "kB")
        yield Row(f"{name}: connections made", left["made"], 1, "")
        yield Row(f"{name}: connections left open", left["open"], 0, "")
    yield Row("200 tasks with an expired token: token requests", found["tokens"], 1, "")


_READ = """
import sys, time
from pathlib import Path
from generator import reporting
from generator.changes import loading
from generator.settings import load_settings
from generator.workers import collect_rarely
collect_rarely()
settings = load_settings(Path("pyproject.toml"))
begun = time.perf_counter()
for name in sys.argv[1:]:
    loading.read(*reporting.source(settings, name))
print(time.perf_counter() - begun)
"""
_REPORT = """
import sys, time
from generator import reporting
from generator.changes import diffing
from generator.changes.render import html
from generator.cli.changes import FORMATS
from generator.settings import load_settings
from generator.workers import collect_rarely
from pathlib import Path
collect_rarely()
settings = load_settings(Path("pyproject.toml"))
begun = time.perf_counter()
found = reporting.report(reporting.Asked(settings, *sys.argv[1:]))
assert found.python_layer and found.changes
for form in FORMATS:
    reporting.render(found, form)
print(time.perf_counter() - begun)
"""


def changing(settings: Settings, folder: Path, rounds: int) -> Iterator[Row]:
    """The change report of the newest step, with the Python layer and all outputs, against reading both documents.

    Both are timed in processes of their own, without their start; how long the whole command takes is told beside it.
    """
    lock = archive.read_lock(settings.spec)
    names = sorted(lock.entries, key=archive.version_key)[-2:]
    reading, reports, whole = [], [], []
    for _ in range(max(7, rounds)):
        reading.append(_timed(_READ, *names))
        reports.append(_timed(_REPORT, *names))
        whole.append(measure([*PROVGEN, "diff", *names, "--format", "html"], ROOT, _environment()))
    read, made = statistics.median(reading), statistics.median(reports)
    yield Row("reading both documents, with our corrections", read, None, "s")
    yield Row("change report, all outputs", made, None, "s")
    yield Row("change report / reading both documents", made / read, 3)
    yield Row("provgen diff --format html", median(whole).seconds, None, "s")
    yield Row("provgen diff --format html: peak memory", median(whole).megabytes, 400, "MB")
    value = documents.load(_newest(settings))
    steps = {times: documents.multiplied(value, times) for times in (2, 10)}
    spent = {}
    for times, many in steps.items():
        old = documents.store(many, folder / f"old{times}.json")
        new = documents.store(documents.edited(many), folder / f"new{times}.json")
        spent[times] = statistics.median(_timed(_REPORT, str(old), str(new)) for _ in range(rounds))
    yield Row("change report: ten times the operations / twice", spent[10] / spent[2], 5.5)


def _timed(code: str, *arguments: str) -> float:
    """The seconds that a program tells of itself."""
    command = [sys.executable, "-c", code, *arguments]
    found = subprocess.run(command, cwd=ROOT, env=_environment(), capture_output=True, text=True, check=True)
    return float(found.stdout)


PARTS = {
    "rivals": against_rivals,
    "again": again,
    "growth": growth,
    "changes": changing,
    "import": importing,
    "calls": calling,
}


def _newest(settings: Settings) -> Path:
    entry = archive.newest(archive.read_lock(settings.spec))
    if entry is None:
        raise SystemExit("no document is archived")
    return archive.document_path(settings.spec, entry)


def _generate(settings: Settings, spec: Path, output: Path) -> Run:
    command = [
        "generate",
        "--spec",
        str(spec),
        "--output",
        str(output),
        "--config",
        str(settings.root / "pyproject.toml"),
    ]
    return measure([*PROVGEN, *command], ROOT, _environment())


def _generate_plainly(spec: Path, output: Path) -> Run:
    command = ["generate", "--spec", str(spec), "--package", "client", "--output", str(output)]
    return measure([*PROVGEN, *command], ROOT, _environment())


def _regenerate(project: Path) -> Run:
    return measure([*PROVGEN, "regenerate", "--offline"], project, _environment())


def _project(settings: Settings, folder: Path) -> Path:
    """A copy of the project that may be written to: settings and archive, no client."""
    folder.mkdir(parents=True)
    shutil.copy(settings.root / "pyproject.toml", folder)
    shutil.copytree(settings.spec, folder / settings.spec.relative_to(settings.root))
    return folder


def _restore(settings: Settings, project: Path) -> None:
    spec = project / settings.spec.relative_to(settings.root)
    shutil.rmtree(spec)
    shutil.copytree(settings.spec, spec)


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def _import_seconds(code: str, settings: Settings) -> float:
    program = f"import time; begun = time.perf_counter(); {code}; print(time.perf_counter() - begun)"
    variables = {**os.environ, "PYTHONPATH": str(settings.output)}
    result = subprocess.run([sys.executable, "-c", program], env=variables, capture_output=True, text=True, check=True)
    return float(result.stdout)


if __name__ == "__main__":
    sys.exit(main())
