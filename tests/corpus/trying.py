"""What comes of one document: a package or errors, what the package's `testing` makes, whether it keeps the contract."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import openapi_spec_validator

from generator import contracting
from generator.contracting import Verdict
from generator.diagnostics import ProvgenError
from generator.document.load import read
from tests import documents


@dataclass(frozen=True, slots=True)
class Row:
    """What came of a document: exit code of `generate`, wall seconds of it and of the contract, and all that was told.

    `testing` is what was printed where every model was made. `verdict` is None if there is no package, or `refusal` says why.
    """

    name: str
    valid: bool
    code: int
    seconds: tuple[float, float]
    output: str
    testing: str = ""
    verdict: Verdict | None = None
    refusal: str = ""

    @property
    def right(self) -> bool:
        """A valid document gives a package that keeps the contract, any other that or errors; nothing gives a traceback."""
        return not list(self.complaints)

    @property
    def complaints(self) -> Iterator[str]:
        """What is wrong."""
        if self.code not in ((0,) if self.valid else (0, 1)) or "Traceback" in self.output:
            yield self.output
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
    command = [sys.executable, "-m", "generator", "generate", "--output", str(output), "--package", package]
    begun = time.monotonic()
    done = subprocess.run([*command, "--spec", str(document)], capture_output=True, text=True, check=False)
    generated = time.monotonic()
    row = (document.name, _accepted(document), done.returncode)
    told = done.stderr + done.stdout
    if done.returncode != 0:
        return Row(*row, (generated - begun, 0), told)
    testing = _testing(output, package)
    if most is not None and _operations(document) > most:
        return Row(*row, (generated - begun, 0), told, testing)
    contract = time.monotonic()
    verdict, refusal = None, ""
    try:
        verdict = contracting.verdict(contracting.any_pair(None, document, output / package))
    except ProvgenError as problem:
        refusal = str(problem)
    return Row(*row, (generated - begun, time.monotonic() - contract), told, testing, verdict, refusal)


def _operations(document: Path) -> int:
    return len(documents.read(document).operations)


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
