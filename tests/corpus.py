"""Generates a client for every document of a folder and prints a table: `make corpus`.

A document that openapi-spec-validator accepts must give a package that imports with every model built; any other may
give located errors instead. `testing` of the package must make a valid instance of every model that has a sample, and
answer by itself; models without are counted. Exits with 1 if a document does otherwise.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import openapi_spec_validator

from generator.diagnostics import ProvgenError
from generator.document.load import read


@dataclass(frozen=True, slots=True)
class Row:
    """What came of a document: exit code, wall seconds, what was printed, and what came of the package's `testing`."""

    name: str
    valid: bool
    code: int
    seconds: float
    output: str
    testing: str = ""

    @property
    def right(self) -> bool:
        """A valid document gives a package, any other that or errors; nothing gives a traceback."""
        return self.code in ((0,) if self.valid else (0, 1)) and "Traceback" not in self.output + self.testing


def main() -> int:
    """Run the corpus."""
    parser = argparse.ArgumentParser(prog="make corpus", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("../shared/corpus"))
    folder: Path = parser.parse_args().folder
    documents = sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml", ".json"))
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="provgen-corpus-") as output:
        for document in documents:
            row = _row(document, Path(output))
            wrong += not row.right
            print(_line(row), flush=True)
            if not row.right:
                print(row.output, row.testing)
    print(f"{len(documents)} documents, {wrong} wrong")
    return 1 if wrong or not documents else 0


def _row(document: Path, output: Path) -> Row:
    package = re.sub(r"\W", "_", document.stem.lower())
    command = [sys.executable, "-m", "generator", "generate", "--output", str(output), "--package", package]
    begun = time.monotonic()
    done = subprocess.run([*command, "--spec", str(document)], capture_output=True, text=True, check=False)
    seconds = time.monotonic() - begun
    testing = _testing(output, package) if done.returncode == 0 else ""
    return Row(document.name, _accepted(document), done.returncode, seconds, done.stderr + done.stdout, testing)


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


def _line(row: Row) -> str:
    told = [line for line in row.output.splitlines() if "operation" in line and "models" in line]
    what = told[-1].partition(": ")[2] if told else f"{row.output.count('error[')} errors"
    marks = ("valid" if row.valid else "invalid", "right" if row.right else "WRONG")
    return f"{row.name:45} {marks[0]:8} {what:45} {row.seconds:6.1f} s  {marks[1]}  {row.testing.splitlines()[-1:]}"


if __name__ == "__main__":
    sys.exit(main())
