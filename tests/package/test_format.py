"""Formatting: black's own result, each file once, only what changed; mistakes with their place."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.diagnostics import Location, ProvgenError
from generator.package.fileset import digest
from generator.package.format import Formatter, Known, format_source
from generator.workers import Pool

UGLY = b"def f( a,b ):\n  return {'a':1,\n'b':2,}\n"
PRETTY = b'def f(a, b):\n    return {\n        "a": 1,\n        "b": 2,\n    }\n'


@pytest.fixture(params=[0, 2], ids=["here", "helpers"])
def pool(request: pytest.FixtureRequest) -> Iterator[Pool]:
    with Pool(request.param) as pool:
        yield pool


def test_files_come_back_formatted_with_the_hash_of_their_source(pool: Pool) -> None:
    formatter = Formatter(pool)
    formatter.add({"b.py": UGLY})
    formatter.add({"a.py": b"x=1\n"})
    result = formatter.finish()
    assert list(result.files.items()) == [("a.py", b"x = 1\n"), ("b.py", PRETTY)]
    assert result.raw == {"a.py": digest(b"x=1\n"), "b.py": digest(UGLY)}
    assert result.worked_on == ("a.py", "b.py")


def test_the_result_is_what_the_black_command_prints() -> None:
    command = [sys.executable, "-m", "black", "-q", "-l", "120", "-t", "py310", "-"]
    assert subprocess.run(command, input=UGLY, capture_output=True, check=True).stdout == format_source("a.py", UGLY)


def test_a_known_source_is_not_formatted_again(pool: Pool) -> None:
    formatter = Formatter(pool, {"a.py": Known(digest(UGLY), b"kept\n"), "b.py": Known(digest(b"other"), b"stale\n")})
    formatter.add({"a.py": UGLY, "b.py": UGLY})
    result = formatter.finish()
    assert result.files == {"a.py": b"kept\n", "b.py": PRETTY}
    assert result.worked_on == ("b.py",)


def test_black_is_not_even_imported_when_nothing_changed() -> None:
    code = (
        "import sys; from generator.package.format import *; from generator.package.fileset import digest\n"
        "f = Formatter(Pool(0), {'a.py': Known(digest(b'x'), b'x\\n')}); f.add({'a.py': b'x'}); f.finish()\n"
        "sys.exit('black' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("source", "line", "col"),
    [
        (b"x = 1\ny = = 2\n", 2, 5),
        (b"def f(:\n", 1, 7),
        (b"if x:\ny = 1\n", 2, 1),
        (b'x = "\n', 1, 5),
        (b"x = (\n", 1, 5),
    ],
)
def test_a_source_that_is_not_python_is_an_internal_error_with_its_place(source: bytes, line: int, col: int) -> None:
    with pytest.raises(ProvgenError) as caught:
        format_source("models/shared.py", source)
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "generated-syntax"
    assert diagnostic.location == Location("models/shared.py", line, col)
    assert "internal error" in diagnostic.message


def test_a_source_that_is_not_utf_8_is_an_internal_error_too() -> None:
    with pytest.raises(ProvgenError, match="generated-syntax"):
        format_source("a.py", b"x = '\xff'")


def test_all_broken_files_are_named_at_once(pool: Pool) -> None:
    formatter = Formatter(pool)
    formatter.add({"a.py": b"= 1", "b.py": b"x = 1", "c.py": b"= 2"})
    with pytest.raises(ProvgenError) as caught:
        formatter.finish()
    assert [d.location.file for d in caught.value.diagnostics if d.location] == ["a.py", "c.py"]


def test_configuration_of_the_user_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.black]\nline-length = 20\nskip-string-normalization = true\n")
    monkeypatch.chdir(tmp_path)
    assert format_source("a.py", b"x = ['aaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbb']") == (
        b'x = ["aaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbb"]\n'
    )
