from __future__ import annotations

import json
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.diagnostics import Location, ProvgenError
from generator.document.limits import MAX_BYTES, MAX_DEPTH
from generator.document.load import Document, parse, read
from generator.document.pointers import join
from tests.document.folders import check_diagnostics, check_value, folders, rendered


def refused(data: bytes, name: str = "api.yaml") -> str:
    """What `parse` says about a bad document."""
    with pytest.raises(ProvgenError) as caught:
        parse(data, name)
    return rendered(caught.value.diagnostics)


@pytest.mark.parametrize("case", folders("load"), ids=lambda case: case.name)
def test_case(case: Path) -> None:
    path = next(case.glob("input.*"))
    if (case / "expected.json").exists():
        check_value(read(path, path.name), case)
    else:
        with pytest.raises(ProvgenError) as caught:
            read(path, path.name)
        check_diagnostics(caught.value.diagnostics, case)


# Scalars: YAML 1.2, section 10.3

SCALARS: list[tuple[str, Any]] = [
    ("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None), ("nULL", "nULL"), ("none", "none"),
    ("true", True), ("True", True), ("TRUE", True), ("tRUE", "tRUE"), ("false", False), ("False", False), ("FALSE", False),
    ("NO", "NO"), ("no", "no"), ("yes", "yes"), ("on", "on"), ("off", "off"), ("y", "y"), ("n", "n"),
    ("0", 0), ("-0", 0), ("+12", 12), ("-19", -19), ("017", 17), ("0o17", 15), ("0x1F", 31), ("0xfe", 254),
    ("0o8", "0o8"), ("0b1", "0b1"), ("-0x1", "-0x1"), ("0X1", "0X1"), ("1_000", "1_000"), ("1:30", "1:30"), ("١", "١"),
    ("1.", 1.0), (".5", 0.5), ("-1.5e3", -1500.0), ("1e3", 1000.0), ("+12.0E-1", 1.2), ("1.2.3", "1.2.3"), (".", "."),
    ("1e", "1e"), ("-", "-"), ("2024-01-01", "2024-01-01"), ("2024-01-01T10:00:00Z", "2024-01-01T10:00:00Z"), ("=", "="),
    ('"1"', "1"), ("'true'", "true"), ("!!str 1", "1"), ("! 1", "1"), ('!!int "3"', 3), ("!!float 3", 3.0),
    ('!!bool "true"', True), ('!!null ""', None), ("!!str", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SCALARS, ids=[text for text, _ in SCALARS])
def test_scalar(text: str, expected: Any) -> None:
    value = (
        parse(f"a: {text}\n".encode(), "api.yaml").value["a"] if text != "-" else parse(b"a: [-]", "x").value["a"][0]
    )
    assert (value, type(value)) == (expected, type(expected))


@pytest.mark.parametrize("text", [".inf", "-.INF", "+.Inf", ".nan", ".NaN", "1e999", "9" * 5_000, "0x" + "f" * 5_000])
def test_numbers_that_json_has_not_are_refused(text: str) -> None:
    assert "api.yaml:2:6: error[bad-value]" in refused(f"a:\n  b: {text}".encode())


@pytest.mark.parametrize("key", ["200", "NO", "null", "true", "1.0", "~", "2024-01-01"])
def test_keys_are_the_strings_they_are_written_as(key: str) -> None:
    assert parse(f"{key}: 1".encode(), "api.yaml").value == {key: 1}


# Round trips

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\ufeff"), max_size=8)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | NAMES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=25,
)
OBJECTS = st.dictionaries(NAMES, VALUES, max_size=5)
YAML_NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"], exclude_characters="\ufeff")
)
YAML_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["NO", "0x1", "1.0", "~", ""]) | YAML_NAMES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(YAML_NAMES, inner, max_size=4),
    max_leaves=25,
)
YAML_OBJECTS = st.dictionaries(YAML_NAMES, YAML_VALUES, min_size=1, max_size=5)


def nodes(value: Any, pointer: str = "") -> Iterator[tuple[str, str | None, Any]]:
    """Every node below `value`: its pointer, its key (None in a list), and itself."""
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for token, child in members:
        at = join(pointer, token)
        yield at, str(token) if isinstance(value, dict) else None, child
        yield from nodes(child, at)


def text_at(text: str, place: Location | None) -> str:
    """The text that begins at a place."""
    assert place is not None
    return text.split("\n")[place.line - 1][place.col - 1 :]


def assert_located(document: Document, text: str, ascii_only: bool) -> None:
    """Every member is at its key, every item at its first character, in a text that json.dumps wrote."""
    for pointer, key, child in nodes(document.value):
        written = json.dumps(child if key is None else key, ensure_ascii=ascii_only)
        start = written[0] if key is None and isinstance(child, (dict, list)) else written
        assert text_at(text, document.locate(pointer)).startswith(start)


@settings(max_examples=60)
@given(OBJECTS, st.sampled_from([None, 0, 2]), st.booleans())
def test_json_round_trip(value: dict[str, Any], indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    document = parse(text.encode(), "api.json")
    assert document.value == value
    assert json.dumps(document.value) == json.dumps(value)
    assert_located(document, text, ascii_only)


@settings(max_examples=60)
@given(YAML_OBJECTS, st.sampled_from([0, 2]))
def test_yaml_reads_json_as_json_does(value: dict[str, Any], indent: int) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    document = parse(("# a comment makes it YAML\n" + text).encode(), "api.yaml")
    as_json = parse(("\n" + text).encode(), "api.yaml")
    assert document.value == as_json.value == value
    for pointer, _, _ in nodes(value):
        assert document.locate(pointer) == as_json.locate(pointer)


class Dumper(yaml.SafeDumper):
    """Quotes what may be a number: PyYAML writes by YAML 1.1, for which 0E0 is none."""


def represent(dumper: Dumper, value: str) -> yaml.Node:
    style = '"' if value[:1] in "+-.0123456789" else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


Dumper.add_representer(str, represent)


@settings(max_examples=60)
@given(YAML_OBJECTS)
@example({"": "0E0"})
def test_block_yaml_round_trip(value: dict[str, Any]) -> None:
    text = yaml.dump(value, Dumper=Dumper, allow_unicode=True, default_flow_style=False)
    assert parse(text.encode(), "api.yaml").value == value


@pytest.mark.parametrize("parser", ["CSafeLoader", "SafeLoader"])
def test_both_parsers_of_pyyaml_do(parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.document.yaml_text._Parser", getattr(yaml, parser))
    document = parse(b"a: [1, NO]\nb: &x {c: 'd'}\ne: *x\n<<: *x\n", "api.yaml")
    assert document.value == {"a": [1, "NO"], "b": {"c": "d"}, "e": {"c": "d"}, "c": "d"}
    assert document.locate("/e/c") == Location("api.yaml", 2, 8)
    assert "yaml:1:4: error[yaml-syntax]" in refused(b"a: @\n")


# Places


def test_lines_and_columns_count_characters() -> None:
    text = '# \u00e9\r\n"\U0001f600": {\u00e9: 1, b: 2}\rc:\n  - x\n  -\n    y: 1\n'
    document = parse(("\ufeff" + text).encode(), "api.yaml")
    places = {pointer: document.locate(pointer) for pointer, _, _ in nodes(document.value)}
    assert {pointer: (place.line, place.col) for pointer, place in places.items() if place} == {
        "/\U0001f600": (2, 1), "/\U0001f600/\u00e9": (2, 7), "/\U0001f600/b": (2, 13),
        "/c": (3, 1), "/c/0": (4, 5), "/c/1": (6, 5), "/c/1/y": (6, 5),
    }  # fmt: skip


def test_an_absent_node_is_located_at_its_nearest_parent() -> None:
    document = parse(b"a:\n  b: [1]\n", "api.yaml")
    assert document.locate("/a/b/7/x") == document.locate("/a/b") == Location("api.yaml", 2, 3)
    assert document.locate("/zzz") == document.locate("") == Location("api.yaml", 1, 1)


def test_a_document_without_origin_locates_nothing() -> None:
    assert Document({"a": 1}, "made.yaml").locate("/a") is None


def test_old_line_breaks_are_none() -> None:
    document = parse("a: |\n  x\u2028y\n  z\nb: u\u2029v\u0085\nc: 1\n".encode(), "api.yaml")
    assert document.value == {"a": "x\u2028y\nz\n", "b": "u\u2029v\u0085", "c": 1}
    assert document.locate("/c") == Location("api.yaml", 5, 1)


# Hostile and broken input


def bomb(levels: int) -> bytes:
    """YAML whose aliases, written out, are 10 ** `levels` items."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, levels)]
    return "\n".join(lines).encode()


def test_alias_bomb_is_refused_quickly_in_little_memory() -> None:
    tracemalloc.start()
    started = time.process_time()
    said = refused(bomb(40))
    seconds, peak = time.process_time() - started, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "error[too-large] with its aliases written out" in said
    assert seconds < 1
    assert peak < 5_000_000


def test_merge_bomb_is_refused() -> None:
    lines = ["a0: &a0 {" + ", ".join(f"k{n}: 1" for n in range(100)) + "}"]
    lines += [f"b{n}: {{<<: [{', '.join(['*a0'] * 1_000)}]}}" for n in range(100)]
    assert "error[too-large]" in refused("\n".join(lines).encode())


def test_aliases_within_bounds_are_shared() -> None:
    value = parse(bomb(5), "api.yaml").value
    assert value["a4"][0] is value["a4"][9] is value["a3"]


@pytest.mark.parametrize("opening", [b"[", b"{a: ", b'{"a":', b"- ", b"? ", b"a: ["])
@pytest.mark.parametrize("prefix", [b"", b"x: "])
def test_any_depth_is_refused(prefix: bytes, opening: bytes) -> None:
    said = refused(prefix + opening * 100_000)
    assert said.startswith("api.yaml:1:")
    assert said.count("\n") == 1


@pytest.mark.parametrize("comment", [b"", b"# YAML\n"])
def test_the_limit_of_depth_is_the_same_for_json_and_yaml(comment: bytes) -> None:
    def nested(depth: int) -> bytes:
        return comment + b'{"a":' + b"[" * (depth - 1) + b"]" * (depth - 1) + b"}"

    assert parse(nested(MAX_DEPTH), "api").value["a"] is not None
    assert "error[too-deep]" in refused(nested(MAX_DEPTH + 1))


def test_every_duplicate_is_reported() -> None:
    said = refused(b"a: {b: 1, b: 2}\nc: 3\na: 4\n200: 5\n'200': 6\n")
    assert [line.split(": error")[0] for line in said.splitlines()] == ["api.yaml:1:11", "api.yaml:3:1", "api.yaml:5:1"]
    assert "first in line 1, column 5" in said


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "1:1: error[empty-file] the file is empty"),
        (b" \n\t\n", "1:1: error[empty-file] the file is empty"),
        (b"# nothing\n", "1:1: error[not-an-object] the document is empty"),
        (b"just text", "1:1: error[not-an-object] the document is a single value"),
        (b"- a\n- b", "1:1: error[not-an-object] the document is a list"),
        (b"[1]", "1:1: error[not-an-object] the document is a list"),
        (b"\x89PNG\r\n\x1a\n\0\0", "1:1: error[not-a-document] this is a PNG image"),
        (b"\x1f\x8b\x08\0", "1:1: error[not-a-document] this is a gzip archive"),
        (b"PK\x03\x04abc", "1:1: error[not-a-document] this is a ZIP archive"),
        (b"\n <!DOCTYPE html><html>", "1:1: error[not-a-document] this is HTML or XML"),
        (b"<?xml version='1.0'?>", "1:1: error[not-a-document] this is HTML or XML"),
        ("{}".encode("utf-16"), "1:1: error[not-utf-8] this is UTF-16"),
        ("{}".encode("utf-16-be"), "1:1: error[not-utf-8] this is UTF-16"),
        (b"a: b\nc: \xe4\n", "2:4: error[not-utf-8]"),
        (b"a: \xf0\x9f\x98\x80\xff", "1:5: error[not-utf-8]"),
        (b"a: x\0y", "1:5: error[control-character] the control character U+0000"),
        (b"a: x\x1by", "1:5: error[control-character] the control character U+001B"),
        (b"a: 1\n---\nb: 2", "2:1: error[several-documents]"),
        (b"a: &x [1, *x]", "1:11: error[endless-alias]"),
        (b"a: *x", "1:4: error[unknown-alias]"),
        (b"? [1]\n: 2", "1:3: error[complex-key]"),
        (b"&k a: 1\n*k : 2", "2:1: error[complex-key]"),
        (b"a: !!python/object/apply:os.system [id]", "1:4: error[unknown-tag]"),
        (b"a: !local {b: 1}", "1:4: error[unknown-tag]"),
        (b"a: !local b", "1:4: error[bad-value]"),
        (b"a: !!binary aGk=", "1:4: error[bad-value]"),
        (b"a: !!int x", "1:4: error[bad-value]"),
        (b"a: {<<: 1}", "1:5: error[merge-key]"),
        (b'{"a": NaN}', "1:7: error[bad-value]"),
        (b'{"b": {"a": [1, -Infinity]}}', "1:17: error[bad-value] -Infinity"),
        (b'{"a": 1e999}', "1:7: error[bad-value]"),
        (b'{"a": ' + b"1" * 5_000 + b"}", "1:7: error[bad-value] a number of 5,000 characters"),
        (b'{"a": "\\ud800"}', "1:7: error[bad-value]"),
        (b'{"\\udc00": 1}', "1:2: error[bad-value]"),
        (b'{"a": 1,\n "a": 2}', "2:2: error[duplicate-key] the key 'a' is given twice; first in line 1, column 2"),
    ],
)  # fmt: skip
def test_bad_document(data: bytes, says: str) -> None:
    assert f"api.yaml:{says}" in refused(data)


def test_yaml_in_braces_may_differ_from_json_unless_the_file_is_json() -> None:
    data = b"{a: 1, # comment\n b: 2,}"
    assert parse(data, "api.yaml").value == {"a": 1, "b": 2}
    assert "api.json:1:2: error[json-syntax] this is not JSON: expecting property name" in refused(data, "api.json")


def test_json_that_libyaml_cannot_read() -> None:
    document = parse(b'{"a":\t"\\ud83d\\ude00\\/",\n\t"b":1}', "api.json")
    assert document.value == {"a": "\U0001f600/", "b": 1}
    assert document.locate("/b") == Location("api.json", 2, 2)


def test_a_syntax_error_far_down_is_located() -> None:
    lines = [f"k{n}: {n}" for n in range(19_999)]
    assert refused("\n".join([*lines, "bad: x: y"]).encode()).startswith("api.yaml:20000:7: error[yaml-syntax]")


@settings(max_examples=150)
@given(st.binary(max_size=40) | st.text("{}[]:,-?&*!|>'\"#%@`<\n\t ab1.~", max_size=40).map(str.encode))
def test_no_bytes_escape_as_another_exception(data: bytes) -> None:
    try:
        value = parse(data, "api.yaml").value
    except ProvgenError as problem:
        assert all(d.location and d.location.line >= 1 and d.location.col >= 1 for d in problem.diagnostics)
    else:
        assert isinstance(value, dict)


# Files


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ProvgenError) as caught:
        read(tmp_path / "no.yaml", "no.yaml")
    assert rendered(caught.value.diagnostics) == "no.yaml:1:1: error[file-not-found] there is no such file\n"


def test_a_directory(tmp_path: Path) -> None:
    with pytest.raises(ProvgenError) as caught:
        read(tmp_path, "folder")
    said = "folder:1:1: error[file-unreadable] this is a directory, not a file\n"
    assert rendered(caught.value.diagnostics) == said


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(ProvgenError, match="larger than 50 MB"):
        read(path)


@pytest.mark.parametrize("name", ["a\0b", "x" * 5_000])
def test_an_impossible_name(name: str) -> None:
    with pytest.raises(ProvgenError):
        read(Path(name))


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(ProvgenError) as caught:
        read(tmp_path / "loop")
    assert caught.value.diagnostics[0].code == "file-unreadable"


def test_reading_is_linear_and_fast() -> None:
    """2.5 MB in about a second, on a slow machine too, and no quadratic growth: that would be a factor of 100."""

    def seconds(operations: int) -> float:
        item = "  /v1/things/{}:\n    get:\n      operationId: get{}\n      tags: [a, b]\n      description: some more text here\n"
        data = ("paths:\n" + "".join(item.format(n, n) for n in range(operations))).encode()
        started = time.process_time()
        parse(data, "api.yaml")
        return time.process_time() - started

    small, large = min(seconds(2_500) for _ in range(3)), seconds(25_000)
    assert large < 30 * small, (small, large)
    assert large < 3
