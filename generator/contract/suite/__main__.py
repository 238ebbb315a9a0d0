"""`python -m generator.contract.suite FILE [arguments of pytest]`: opens the pair, then runs the tests.

In a copy of a client that has its contract, `python -m ….contract.suite [arguments of pytest]` takes the file beside this one.

Exit codes: 0 everything holds, 1 something does not, 3 the pair cannot be opened (one line on standard error), 5 no test was
chosen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from ..document.raw import Unreadable
from ..python.package import NotAPackage
from .subject import Strangers, Subject, opened

HOME = Path(__file__).parent

UNUSABLE = 3
"""The exit code of a pair that cannot be opened."""

_FEW = 160
"""Operations and schemas that one process is done with sooner than others have started."""


def main(arguments: Sequence[str]) -> int:
    """Run the suite on the pair that the file in the first argument describes."""
    file, *others = arguments
    try:
        subject = opened(Path(file))
    except (NotAPackage, Unreadable, Strangers) as problem:
        print(problem, file=sys.stderr)
        return UNUSABLE
    # Plugins that happen to be installed are none of the suite's, nor is what somebody has pytest do everywhere.
    os.environ.update(PYTEST_DISABLE_PLUGIN_AUTOLOAD="1", PYTEST_ADDOPTS="")
    options = [
        "-c",
        str(HOME / "pytest.ini"),
        "--rootdir",
        str(HOME),
        "-p",
        f"{__package__}.plugin",
        "--subject",
        file,
        "-n",
        _workers(subject),
    ]
    return int(pytest.main([str(HOME), *options, *others]))


def _workers(subject: Subject) -> str:
    document = subject.pair.document
    things = (*(it.pointer for it in document.operations), *document.schemas)
    return "0" if sum(map(subject.chosen, things)) < _FEW else str(min(os.cpu_count() or 1, 8))


def _arguments(given: Sequence[str]) -> Sequence[str]:
    own = HOME / "subject.json"
    return [str(own), *given] if own.is_file() else given or sys.exit(__doc__)


if __name__ == "__main__":
    sys.exit(main(_arguments(sys.argv[1:])))
