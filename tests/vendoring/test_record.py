"""The record of copies: read with places, written without touching anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.diagnostics import ProvgenError
from generator.vendoring import record
from generator.vendoring.record import Entry

ENTRY = Entry("acme.pets", "pets", "src", "1.0", "d" * 64, "t" * 64)


def test_without_a_record_there_are_no_entries(tmp_path: Path) -> None:
    assert record.read(tmp_path) == record.Record(tmp_path / "vendor.toml")
    assert not record.exists(tmp_path)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    record.write(record.read(tmp_path), ENTRY)
    other = Entry("x.y", "pets", ".", "2", "d", "t", ("b", "a"), False, True)
    record.write(record.read(tmp_path), other)
    assert record.read(tmp_path).entries == (ENTRY, other)
    assert record.exists(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["vendor.toml"]
    assert (tmp_path / "vendor.toml").read_text() == (
        "# Clients that `provgen vendor` copied into this repository; `provgen vendor --update` renews them.\n\n"
        '[[package]]\nname = "acme.pets"\nclient = "pets"\nsource = "src"\nversion = "1.0"\n'
        f'document = "{"d" * 64}"\ntree = "{"t" * 64}"\n\n'
        '[[package]]\nname = "x.y"\nclient = "pets"\nsource = "."\nversion = "2"\ndocument = "d"\ntree = "t"\n'
        'resources = ["b", "a"]\ntesting = false\ncontract = true\n\n'
    )


def test_what_people_wrote_stays(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text(
        '[project] # ours\nname = "shop"\n\n[tool.provgen.vendor]\n\n[[tool.provgen.vendor.package]]\n# the shop\'s\n'
        "name = 'acme.pets'\nclient = 'pets'\nsource = 'src'   # where it is\nversion = '0.9'\ndocument = 'd'\ntree = 't'\n"
        "contract = true\n\n[tool.black]\nline-length = 99\n"
    )
    before = file.read_text()
    record.write(record.read(tmp_path), ENTRY)
    after = file.read_text()
    lines = [line for line in before.splitlines() if line not in after.splitlines()]
    assert lines == ["version = '0.9'", "document = 'd'", "tree = 't'", "contract = true"]
    assert record.read(tmp_path).entries == (ENTRY,)
    record.write(record.read(tmp_path), ENTRY)
    assert file.read_text() == after


def test_entries_that_are_written_as_a_list_are_kept(tmp_path: Path) -> None:
    row = 'name = "z", client = "c", source = ".", version = "1", document = "d", tree = "t"'
    (tmp_path / "vendor.toml").write_text(f"package = [{{ {row} }}]\n")
    record.write(record.read(tmp_path), ENTRY)
    assert [it.name for it in record.read(tmp_path).entries] == ["z", "acme.pets"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[package]]\n", ["1:1: invalid-entry name is missing", "tree is missing"]),
        ("[[package]\n", ["1:10: invalid-toml"]),
        ("[[package]]\nname = 1\n", ["2:1: invalid-entry package.0.name: expected a string, found an integer"]),
        ("[[package]]\nnam = 'x'\n", ["2:1: unknown-entry unknown entry package.0.nam Did you mean 'name'?"]),
        ("packages = 1\n", ["1:1: unknown-entry unknown entry packages Did you mean 'package'?"]),
        ("package = 1\n", ["1:1: invalid-entry package: expected a table, found an integer"]),
        (
            "[[package]]\ntesting = 'yes'\n",
            ["2:1: invalid-entry package.0.testing: expected true or false, found a string"],
        ),
        ("[[package]]\nresources = 'yes'\n", ["2:1: invalid-entry package.0.resources: expected an array of strings"]),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, text: str, told: list[str]) -> None:
    (tmp_path / "vendor.toml").write_text(text)
    with pytest.raises(ProvgenError) as problem:
        record.read(tmp_path)
    shown = "\n".join(
        f"{it.location.line}:{it.location.col}: {it.code} {it.message} {it.hint}"
        for it in problem.value.diagnostics
        if it.location
    )
    assert all(it in shown for it in told), shown


def test_a_package_is_recorded_once(tmp_path: Path) -> None:
    record.write(record.read(tmp_path), ENTRY)
    file = tmp_path / "vendor.toml"
    file.write_text(file.read_text() * 2)
    with pytest.raises(ProvgenError, match="recorded twice"):
        record.read(tmp_path)


def test_there_is_one_record(tmp_path: Path) -> None:
    record.write(record.read(tmp_path), ENTRY)
    (tmp_path / "pyproject.toml").write_text("[tool.provgen.vendor]\n")
    with pytest.raises(ProvgenError, match="second record"):
        record.read(tmp_path)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a = [", b"a = 1\na = 2\n"])
@pytest.mark.parametrize("name", ["vendor.toml", "pyproject.toml"])
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ProvgenError) as problem:
        record.read(tmp_path)
    assert str(problem.value.diagnostics[0].location).startswith(str(tmp_path / name))
    assert (tmp_path / name).read_bytes() == content


texts = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=8).filter(str.strip)
entries = st.builds(
    Entry,
    texts,
    texts,
    texts,
    texts,
    texts,
    texts,
    st.lists(texts, max_size=2).map(tuple),
    st.booleans(),
    st.booleans(),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(entries, max_size=4, unique_by=lambda it: it.name))
def test_any_entries_come_back(tmp_path: Path, wanted: list[Entry]) -> None:
    (tmp_path / "vendor.toml").unlink(missing_ok=True)
    for entry in wanted:
        record.write(record.read(tmp_path), entry)
    assert list(record.read(tmp_path).entries) == wanted
    tomli.loads((tmp_path / "vendor.toml").read_text("utf-8") if wanted else "")
