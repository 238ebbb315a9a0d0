from __future__ import annotations

import copy
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import ProvgenError, error
from generator.document import files, refs
from generator.document.load import Document, parse, read
from generator.document.pointers import resolve
from generator.document.refs import bundle
from tests.document.folders import check_diagnostics, check_value, folders, rendered


@pytest.mark.parametrize("case", folders("refs"), ids=lambda case: case.name)
def test_case(case: Path) -> None:
    document = read(case / "openapi.yaml", "openapi.yaml")
    before = copy.deepcopy(document.value)
    try:
        result = bundle(document, case)
    except ProvgenError as problem:
        check_diagnostics(problem.diagnostics, case)
    else:
        check_value(result, case)
        assert_local(result.value)
        assert bundle(result, None).value == result.value
    assert document.value == before


def assert_local(value: Any) -> None:
    """Every reference to a schema in `components` leads somewhere."""
    for reference in references(value.get("components", {}).get("schemas", {})):
        assert resolve(value, reference[1:].replace("%25", "%")) is not None


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        node = list(node.values())
    for child in node if isinstance(node, list) else ():
        yield from references(child)


def write(folder: Path, contents: dict[str, str]) -> Document:
    """Files in a folder, of which `api.yaml` is read."""
    for name, text in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read(folder / "api.yaml", "api.yaml")


def schemas(*references: str) -> str:
    return (
        "components: {schemas: {"
        + ", ".join(f"S{n}: {{not: {{$ref: '{r}'}}}}" for n, r in enumerate(references))
        + "}}"
    )


def refused(document: Document, folder: Path | None, remote: Callable[[str], bytes] | None = None) -> str:
    with pytest.raises(ProvgenError) as caught:
        bundle(document, folder, remote=remote)
    return rendered(caught.value.diagnostics)


def test_a_document_without_foreign_references_is_returned_as_it_is() -> None:
    document = parse(b"components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {}}}", "api.yaml")
    assert bundle(document, None) is document


def test_without_a_folder_no_file_is_read() -> None:
    assert "error[reference-outside]" in refused(parse(schemas("b.yaml").encode(), "api.yaml"), None)


def test_a_link_may_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("a: 1", encoding="utf-8")
    inside = tmp_path / "inside"
    document = write(inside, {"api.yaml": schemas("link.yaml", "linked/secret.yaml"), "real/b.yaml": "{}"})
    (inside / "link.yaml").symlink_to("../secret.yaml")
    (inside / "linked").symlink_to("..")
    assert refused(document, inside).count("error[reference-outside]") == 2


def test_a_link_inside_of_the_folder_leads_to_the_same_part(tmp_path: Path) -> None:
    document = write(tmp_path, {"api.yaml": schemas("link.yaml", "real/b.yaml"), "real/b.yaml": "type: string"})
    (tmp_path / "link.yaml").symlink_to("real/b.yaml")
    assert list(bundle(document, tmp_path).value["components"]["schemas"]) == ["S0", "S1", "b"]


def test_the_folder_itself_may_be_reached_by_a_link(tmp_path: Path) -> None:
    document = write(
        tmp_path / "real", {"api.yaml": schemas("b.yaml"), "b.yaml": "not: {$ref: 'api.yaml#/components/schemas/S0'}"}
    )
    (tmp_path / "link").symlink_to("real")
    value = bundle(document, tmp_path / "link").value
    assert value["components"]["schemas"]["b"] == {"not": {"$ref": "#/components/schemas/S0"}}


@pytest.mark.parametrize(
    "reference", ["x" * 5_000, "x/" * 5_000, "#/components/schemas/" + "9" * 5_000, "https:", "///", "\u2100.yaml"]
)
def test_odd_references_are_located_errors(tmp_path: Path, reference: str) -> None:
    assert "api.yaml:1:35: error[" in refused(write(tmp_path, {"api.yaml": schemas(reference)}), tmp_path, remote)


def test_a_thousand_dangling_references_are_all_reported_quickly() -> None:
    lines = [f"  S{n}: {{not: {{$ref: '#/components/schemas/Missing{n}'}}}}" for n in range(1_000)]
    document = parse("\n".join(["components:\n schemas:", *lines]).encode(), "api.yaml")
    started = time.process_time()
    assert refused(document, None).count("error[dangling-reference]") == 1_000
    assert time.process_time() - started < 5


# https

REMOTE = {
    "https://example.com/v1/a.yaml": b"A: {properties: {b: {$ref: 'b.yaml#/B'}, c: {$ref: '/c.yaml'}}}",
    "https://example.com/v1/b.yaml": b"B: {not: {$ref: 'a.yaml#/A'}}",
    "https://example.com/c.yaml": b"type: string",
    "https://example.com/bad.yaml": b"A: {not: {$ref: 'http://example.com/c.yaml'}, items: {$ref: 'file:///c.yaml'}}",
    "https://example.com/html": b"<html>",
}


def remote(url: str) -> bytes:
    if url not in REMOTE:
        raise error("fetch-failed", f"{url} answered 404")
    return REMOTE[url]


def test_https_references_are_read_by_the_caller(tmp_path: Path) -> None:
    document = write(tmp_path, {"api.yaml": schemas("https://example.com/v1/a.yaml#/A")})
    result = bundle(document, tmp_path, remote=remote)
    named = result.value["components"]["schemas"]
    assert named["A"]["properties"] == {
        "b": {"$ref": "#/components/schemas/B"},
        "c": {"$ref": "#/components/schemas/c"},
    }
    assert named["B"] == {"not": {"$ref": "#/components/schemas/A"}}
    assert str(result.locate("/components/schemas/c/type")) == "https://example.com/c.yaml:1:1"


def test_https_problems_are_located_at_the_reference(tmp_path: Path) -> None:
    addresses = ["https://example.com/none", "https://example.com/html", "https://example.com/bad.yaml#/A"]
    said = refused(write(tmp_path, {"api.yaml": schemas(*addresses)}), tmp_path, remote)
    assert said.startswith("api.yaml:1:35: error[dangling-reference] 'https://example.com/none' cannot be used: ")
    assert "https://example.com/html:1:1: error[not-a-document]" in said
    assert said.count("error[reference-scheme]") == 2


# Bounds


def test_a_chain_of_references_that_doubles_is_refused(tmp_path: Path) -> None:
    operation = "{{callbacks: {{x: {{y: {{$ref: '#/p{0}'}}}}}}}}"
    lines = [f"p{n}: {{get: {operation.format(n + 1)}, put: {operation.format(n + 1)}}}" for n in range(40)]
    document = parse(("\n".join([*lines, "p40: {}", "paths: {/a: {$ref: '#/p0'}}"])).encode(), "api.yaml")
    assert "error[too-large]" in refused(document, None)


def test_the_number_of_objects_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refs, "MAX_NODES", 50)
    text = (
        "p: {get: {parameters: [{}, {}, {}, {}]}}\npaths: {"
        + ", ".join(f"/{n}: {{$ref: '#/p'}}" for n in range(10))
        + "}"
    )
    assert "more than 50 objects" in refused(parse(text.encode(), "api.yaml"), None)


def test_the_number_of_files_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILES", 3)
    names = [f"f{n}.yaml" for n in range(5)]
    document = write(tmp_path, {"api.yaml": schemas(*names), **dict.fromkeys(names, "{}")})
    assert refused(document, tmp_path).count("more than 3 files") == 2


def test_the_size_of_all_files_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"f{n}.yaml" for n in range(5)]
    document = write(tmp_path, {"api.yaml": schemas(*names), **dict.fromkeys(names, "description: " + "x" * 100)})
    monkeypatch.setattr(files, "MAX_BYTES", 250)
    assert "hold more than" in refused(document, tmp_path)


def test_two_hundred_levels_can_be_walked(tmp_path: Path) -> None:
    text = "{$ref: '#/components/schemas/B'}"
    for _ in range(98):
        text = f"{{properties: {{a: {text}}}}}"
    document = parse(f"components: {{schemas: {{B: {{}}, A: {text}}}}}".encode(), "api.yaml")
    assert bundle(document, None) is document


# Anything


REFERENCES = st.sampled_from(
    [
        "#",
        "#/paths",
        "#/paths/~1a",
        "#/components/schemas/A",
        "#/components/schemas/A/allOf/0",
        "api.yaml",
        "b.yaml#/A",
        "#x",
        "",
    ]
)
KEYS = st.sampled_from(
    "$ref /a get components schemas A B allOf properties items discriminator mapping paths responses parameters callbacks".split()
)
NODES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | REFERENCES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=200)
@given(st.dictionaries(KEYS, NODES, max_size=4), st.dictionaries(KEYS, NODES, max_size=4))
def test_no_document_makes_another_exception(root: dict[str, Any], schemas: dict[str, Any]) -> None:
    value = {**root, "components": {"schemas": schemas}}
    try:
        result = bundle(Document(value, "api.yaml"), None)
    except ProvgenError as problem:
        assert problem.diagnostics
    else:
        assert bundle(result, None).value == result.value


# Names


NAMES = [
    "a.yaml#/Pet",
    "b.yaml#/Pet",
    "c/a.yaml#/Pet",
    "a.yaml#/Dog",
    "b.yaml",
    "c/b.yaml",
    "a.yaml#/x/Pet",
    "c/b.yaml#/S1",
]
PARTS = "{Pet: {title: P}, Dog: {title: D}, x: {Pet: {title: XP}}, S1: {title: S}}"


@settings(max_examples=15)
@given(st.permutations(NAMES))
def test_names_do_not_depend_on_the_order(order: list[str]) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        parts = dict.fromkeys(["a.yaml", "b.yaml", "c/a.yaml", "c/b.yaml"], PARTS)
        fields = ", ".join(f"f{NAMES.index(name)}: {{$ref: '{name}'}}" for name in order)
        document = write(
            Path(folder), {"api.yaml": f"components: {{schemas: {{S1: {{properties: {{{fields}}}}}}}}}", **parts}
        )
        properties = bundle(document, Path(folder)).value["components"]["schemas"]["S1"]["properties"]
    assert [properties[f"f{n}"]["$ref"].rpartition("/")[2] for n in range(len(NAMES))] == [
        "a_Pet", "b_Pet", "c_a_Pet", "Dog", "b", "c_b", "a_x_Pet", "b_S1",
    ]  # fmt: skip


def test_a_hostile_root_cannot_take_every_name(tmp_path: Path) -> None:
    contents = {"api.yaml": schemas("b.yaml#/x"), "b.yaml": "x: {}"}
    taken: tuple[str, ...] = ("x", "b_x")
    for _ in range(3):
        added = "".join(f"\n    {name}: {{type: string}}" for name in taken)
        contents["api.yaml"] = "components:\n  schemas:\n    S0: {not: {$ref: 'b.yaml#/x'}}" + added
        value = bundle(write(tmp_path, contents), tmp_path).value["components"]["schemas"]
        assert len(value) == len(taken) + 2
        taken = (*taken, value["S0"]["not"]["$ref"].rpartition("/")[2])
