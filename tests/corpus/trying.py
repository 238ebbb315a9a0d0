"""What comes of one document: a package or errors, what the package's `testing` makes, whether it keeps the contract."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openapi_spec_validator

from generator import contracting
from generator.contracting import Verdict
from generator.diagnostics import ProvgenError
from generator.document.load import read
from generator.document.refs import bundle_leniently
from generator.document.walk import METHODS

LENIENT = ("corrected", "skipped")
"""Codes of what was done to a document that is not valid."""


@dataclass(frozen=True, slots=True)
class Run:
    """A generation: exit code, what was printed, what was found (`Diagnostic` as JSON), counts, seconds, and MB.

    `seconds` are those of the processor, of all processes, so that they hardly depend on what else a machine does;
    `megabytes` is the peak of the largest process.
    """

    code: int
    output: str
    found: tuple[Mapping[str, str], ...]
    counts: Mapping[str, int]
    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Row:
    """What came of a document. `operations` are those it has, `errors` what `validate` says of one that is refused.

    `testing` is what was printed where every model was made. `verdict` is None if nobody asked for one, or `refusal` says why.
    """

    name: str
    package: str
    valid: bool
    errors: int
    operations: int
    run: Run
    testing: str = ""
    verdict: Verdict | None = None
    refusal: str = ""
    contract: float = 0.0

    @property
    def lenient(self) -> int:
        """How much was done to the document, that it could be generated from."""
        return sum(it["code"] in LENIENT for it in self.run.found)

    @property
    def omitted(self) -> list[Mapping[str, str]]:
        """What the client does not have of the document."""
        return [it for it in self.run.found if it["code"].startswith(("unsupported-", "not-enforced"))]

    @property
    def complaints(self) -> Iterator[str]:
        """What is wrong. Every document gives a package that keeps the contract; one that is refused is told its errors first."""
        if self.run.code or "Traceback" in self.run.output:
            yield self.run.output
        if self.run.counts.get("operations", 0) != self.operations:
            yield f"{self.operations} operations, of which {self.run.counts.get('operations', 0)} have a method"
        if "Traceback" in self.testing:
            yield self.testing
        if self.refusal:
            yield self.refusal
        for it in self.verdict.findings if self.verdict else ():
            yield f"{it['subject']}: expected {it['expected']}, got {it['got']}\n  at {it['pointer']}"
        for it in self.verdict.departures if self.verdict and not self.verdict.findings else ():
            yield f"{it['kind']} {it['name']}: {it['check']}"


def tried(document: Path, output: Path, most: int | None) -> Row:
    """What comes of a document; `output` is a folder for packages. With more than `most` operations it has no verdict."""
    package = "of_" + re.sub(r"\W", "_", document.stem.lower())
    valid = _accepted(document)
    errors = 0 if valid else _errors(document)
    run = _generated(document, output, package, bool(errors))
    row = (document.name, package, valid, errors, _operations(document), run)
    if run.code != 0:
        return Row(*row)
    testing = _testing(output, package)
    if most is not None and run.counts["operations"] > most:
        return Row(*row, testing)
    begun = time.monotonic()
    verdict, refusal = None, ""
    try:
        verdict = contracting.verdict(contracting.any_pair(None, document, output / package, lenient=bool(errors)))
    except ProvgenError as problem:
        refusal = str(problem)
    return Row(*row, testing, verdict, refusal, time.monotonic() - begun)


_GENERATE = """
import json, sys
from pathlib import Path
from generator import pipeline
from generator.diagnostics import ProvgenError, render_text
from generator.making import Source
from generator.settings import default_settings
document, output, package, lenient = sys.argv[1:]
try:
    done = pipeline.generate(
        Source(Path(document), document, lenient=lenient == "True"), default_settings(package), Path(output)
    )
except ProvgenError as problem:
    sys.exit(render_text(problem.diagnostics))
found = [{"code": it.code, "message": it.message, "pointer": it.pointer or ""} for it in done.diagnostics]
print(json.dumps({"found": found, "counts": {"operations": done.operations, "events": done.events, "models": done.models}}))
"""


def _generated(document: Path, output: Path, package: str, lenient: bool) -> Run:
    command = [sys.executable, "-c", _GENERATE, str(document), str(output), package, str(lenient)]
    log = output / f"{package}.log"
    with (
        log.open("w", encoding="utf-8") as errors,
        (output / f"{package}.json").open("w+", encoding="utf-8") as results,
    ):
        process = subprocess.Popen(command, stdout=results, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        results.seek(0)
        told: dict[str, Any] = json.loads(results.read() or "{}")
    text = log.read_text("utf-8")
    found, counts = tuple(told.get("found", ())), told.get("counts", {})
    return Run(process.returncode, text, found, counts, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _errors(document: Path) -> int:
    """How many errors `validate` has located in a document."""
    command = [sys.executable, "-m", "generator", "validate", str(document), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = [it for it in json.loads(done.stdout)["diagnostics"] if it["severity"] == "error"]
    assert all(it["location"] and it["pointer"] is not None for it in found), document
    return len(found)


def _operations(document: Path) -> int:
    """How many operations stand in a document."""
    paths = bundle_leniently(read(document), document.parent)[0].value.get("paths") or {}
    return sum(isinstance(item, dict) and method in item for item in paths.values() for method in METHODS)


_MAKE_ALL = """
import sys
from {package} import models, testing
names = testing._SAMPLES.data["models"]
for name in names:
    testing.make(getattr(models, name))
testing.mock_api()
missing = sorted({{it for it in dir(models) if hasattr(getattr(models, it), "model_fields")}} - names.keys())
print(len(names), "made", *(["none of", ", ".join(missing)] if missing else []))
"""


def _testing(output: Path, package: str) -> str:
    """What is printed where every model is made."""
    command = [sys.executable, "-W", "error", "-c", _MAKE_ALL.format(package=package)]
    done = subprocess.run(command, cwd=output, capture_output=True, text=True, check=False)
    return (done.stdout + done.stderr).strip()


def _accepted(document: Path) -> bool:
    try:
        openapi_spec_validator.validate(read(document).value)
    except ProvgenError:
        return False
    except Exception:  # it has no common class for what it finds, and breaks down on some documents
        return False
    return True
