"""Black: its version, and the table of what it leaves alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.package import printed
from generator.package.pieces import pieces
from generator.package.settled import examples
from generator.package.wrap import logical_lines, wrapped

CLIENT = Path(__file__).parents[2] / "generated"


def test_the_recorded_version_is_the_installed_one() -> None:
    command = [sys.executable, "-m", "black", "--version"]
    assert printed.black_version() in subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_the_table_is_true() -> None:
    table = json.loads(printed.TABLE.read_text("utf-8"))
    assert table["black"] == printed.black_version(), "`make shapes` asks this version of black"
    assert [source for source in table["sources"] if printed.printed(source) != source] == []


def test_the_table_has_what_a_client_is_made_of() -> None:
    sources = [path.read_text() for path in CLIENT.rglob("*.py") if path.parent.name in ("models", "resources")]
    found = [it for source in sources for it in pieces(wrapped(list(logical_lines(source)), printed.LINE_LENGTH))]
    asked = {it for piece in found for it in examples(piece.text, piece.head, printed.LINE_LENGTH)}
    table = json.loads(printed.TABLE.read_text("utf-8"))["sources"]
    assert len(asked) > 50
    assert len(asked - {*table}) < 0.1 * len(asked), "`make shapes` adds the others"


@pytest.mark.parametrize("version", ["0.0.0", ""])
def test_the_table_of_another_version_is_not_believed(
    version: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "table.json").write_text(json.dumps({"black": version, "sources": ["x=1\n"]}))
    monkeypatch.setattr(printed, "TABLE", tmp_path / "table.json")
    monkeypatch.setattr(printed, "_table", printed._table.__wrapped__)
    monkeypatch.setattr(printed, "_answers", {})
    assert not printed.is_left_alone("x=1\n")


def test_a_table_is_believed_as_it_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "table.json").write_text(printed.render_table(["x=1\n"]), encoding="utf-8")
    monkeypatch.setattr(printed, "TABLE", tmp_path / "table.json")
    monkeypatch.setattr(printed, "_table", printed._table.__wrapped__)
    monkeypatch.setattr(printed, "_answers", {})
    assert printed.is_left_alone("x=1\n")
    assert printed.left_alone() == ["x=1\n"]


def test_what_is_no_python_is_not_left_alone() -> None:
    assert not printed.is_left_alone("x = = 1\n")
