"""Rendering is safe whatever the document says: its strings stay strings, in code and in Markdown."""

from __future__ import annotations

import ast
import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError

from generator.api.model import Api
from generator.package import docs, operations
from generator.package.operations import render_client
from generator.package.render import render, runtime_files, template_files
from tests.package.sample_api import API, SETTINGS

EVIL = (
    'x"""\nimport os; os.system("EVIL")\n"""',
    "x'''\\\nEVIL()",
    "EVIL\\",
    'EVIL"',
    "{{ EVIL() }}{% EVIL %}",
    "EVIL\0\r\u2028\u202e\ud800",
    "`EVIL`\n```\n# EVIL <script>EVIL</script> [EVIL](javascript:EVIL)",
    "{EVIL!r} %s $EVIL",
)

FREE = frozenset(
    {"title", "version", "description", "summary", "path", "url", "key", "expression", "operation_id", "token_url"}
)
"""Fields of an `Api` that are any text of the document. `wire`, `tag` and scheme names are too."""

TEXTS = FREE | {"wire", "tag", "parameter", "scheme", "error_codes", "default"}


def spoiled(value: Any, text: str, name: str = "") -> Any:
    """`value` with `text` in place of everything that a document is free to say."""
    if isinstance(value, str):
        return text if name in TEXTS else value
    if isinstance(value, tuple):
        return tuple(spoiled(item, text, name) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            it.name: spoiled(getattr(value, it.name), text, it.name) for it in fields(value) if it.name != "pins"
        }
        return replace(value, **changes)
    return value


def evil_api(text: str) -> Api:
    found: Api = spoiled(API, text)
    schemas = {name: spoiled(schema, text) for name, schema in API.schemas.items()}
    schemes = tuple(replace(it, name=f"{text}{n}") for n, it in enumerate(API.security_schemes))
    return replace(found, schemas=schemas, security_schemes=schemes, security=({schemes[0].name: ()},))


@pytest.mark.parametrize("text", EVIL)
def test_no_text_of_the_document_becomes_code(text: str) -> None:
    honest = {
        name: shape(source)
        for name, source in render_client(evil_api("honest"), SETTINGS).items()
        if name.endswith(".py")
    }
    for name, source in render_client(evil_api(text), SETTINGS).items():
        if name.endswith(".py"):
            assert shape(source) == honest[name], name
            names = {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
            assert not any("EVIL" in it for it in names)


def shape(source: str) -> list[str]:
    """The kinds of a module's nodes in their order, which no text of a document may change."""
    return [type(node).__name__ for node in ast.walk(ast.parse(source))]


@pytest.mark.parametrize("text", EVIL)
def test_no_text_of_the_document_becomes_markdown(text: str) -> None:
    honest = render_client(evil_api("honest"), SETTINGS)["API.md"]
    page = render_client(evil_api(text), SETTINGS)["API.md"]
    assert structure(page) == structure(honest)
    assert "<script" not in re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", page).replace("\\<script", "")


def structure(page: str) -> list[str]:
    """The lines that begin a heading, a list item or a fence, as far as the document does not name them."""
    return [match[1] for line in page.splitlines() if (match := re.match(r"(#+ |- |```[^`]*$)", line))]


@given(st.text())
@settings(deadline=None, max_examples=200)
def test_any_text_makes_a_docstring_and_a_line_of_markdown(text: str) -> None:
    source = render("resource.py.jinja", resource=_Resource(text))
    tree = ast.parse(source)
    assert [type(node).__name__ for node in tree.body] == ["Expr", "ImportFrom", *["ClassDef"] * 4]
    assert "\n" not in docs.markdown(text) and "\n" not in docs.code(text)


class _Resource:
    """A resource without methods whose description is any text."""

    classes = operations._classes("Pets")
    imports = ""
    methods = ()

    def __init__(self, text: str) -> None:
        self.text = f"A {text}"


def test_unknown_names_in_templates_are_errors() -> None:
    with pytest.raises(UndefinedError):
        render("resource.py.jinja")


def test_the_runtime_is_copied_as_it_is() -> None:
    files = runtime_files()
    assert "_runtime/client.py" in files and "_runtime/codec.py" in files
    assert all(name.startswith("_runtime/") and name.endswith(".py") for name in files)
    assert set(template_files()) >= {"runtime/client.py", "package/client.py.jinja"}


def test_another_http_library_changes_one_line() -> None:
    before, after = runtime_files(), runtime_files("httpx2")
    assert before.keys() == after.keys()
    (changed,) = (name for name in before if before[name] != after[name])
    assert changed == "_runtime/transport.py"
    lines = zip(before[changed].splitlines(), after[changed].splitlines(), strict=True)
    assert [pair for pair in lines if pair[0] != pair[1]] == [(b"import httpx", b"import httpx2 as httpx")]


@pytest.mark.parametrize("name", sorted(runtime_files()))
def test_runtime_modules_say_what_they_are_and_import_relatively(name: str) -> None:
    tree = ast.parse(runtime_files()[name])
    assert ast.get_docstring(tree)
    absolute = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and not node.level}
    assert not {
        module for module in absolute if module and module.partition(".")[0] in ("runtime", "generator", "templates")
    }
