"""Golden folders: canonical schemas in, model modules out."""

from __future__ import annotations

import ast
import importlib
import json
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.diagnostics import ProvgenError
from generator.package import models
from generator.package.models import ask, drawn_models, order, render_models
from tests.golden import agrees
from tests.package.schemas import api_of

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests/cases/models"
RUNTIME = (
    "__init__",
    "codec",
    "errors",
    "exact",
    "models",
    "messages",
    "planning",
    "plans",
    "reading",
    "redaction",
    "unions",
    "unset",
    "values",
    "owing",
    "writing",
)


def rendered(case: str) -> dict[str, str]:
    return render_models(api_of(json.loads((CASES / case / "schemas.json").read_text())))


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Makes an importable package of a case."""

    def make(case: str) -> ModuleType:
        place = tmp_path / f"made_{case}"
        for path, source in rendered(case).items():
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            (place / path).write_text(source)
        (place / "_runtime").mkdir()
        (place / "__init__.py").touch()
        for name in RUNTIME:
            shutil.copy(ROOT / f"templates/runtime/{name}.py", place / "_runtime")
        return importlib.import_module(f"made_{case}.models")

    monkeypatch.syspath_prepend(str(tmp_path))
    yield make
    for name in [name for name in sys.modules if name.startswith("made_")]:
        del sys.modules[name]


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_modules_are_as_expected(case: str) -> None:
    folder, got = CASES / case / "expected", rendered(case)
    assert [path for path, source in got.items() if not agrees(folder / path.removeprefix("models/"), source)] == []
    assert {f"models/{path.name}" for path in folder.glob("*.py")} == got.keys()


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_every_model_builds(case: str, package: Any) -> None:
    made = package(case)
    codec = importlib.import_module(f"made_{case}._runtime.codec")
    for name in dir(made):
        codec.Codec(getattr(made, name)).decode(b"{}")


def test_the_order_of_schemas_changes_nothing() -> None:
    schemas = json.loads((CASES / "unions/schemas.json").read_text())
    turned = dict(reversed(schemas.items()))
    assert render_models(api_of(turned)) == render_models(api_of(schemas))


def test_hostile_strings_stay_literals() -> None:
    allowed = (ast.ImportFrom, ast.ClassDef, ast.AnnAssign, ast.Expr, ast.Assign)
    tree = ast.parse(rendered("hostile")["models/things.py"])
    assert all(isinstance(node, allowed) for node in tree.body)
    calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert calls <= {"Field", "OneOf.tagged", "Regex"}
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert "os" not in names


def test_hostile_values_arrive_unchanged(package: Any) -> None:
    made = package("hostile")
    schemas = json.loads((CASES / "hostile/schemas.json").read_text())
    assert [member.value for member in made.Kind] == list(schemas["Kind"]["members"].values())
    wire = next(iter(schemas["Hostile"]["properties"]))
    assert made.Hostile.model_fields["first"].alias == wire
    assert made.Hostile().first == wire


def test_models_are_loaded_when_asked_for(package: Any) -> None:
    made = package("modules")
    assert "made_modules.models.events" not in sys.modules
    assert made.Event.__module__ == "made_modules.models.events"
    with pytest.raises(AttributeError, match="Nothing"):
        _ = made.Nothing
    assert "Event" in dir(made)


def test_models_are_built_by_many_threads_at_once(package: Any) -> None:
    made = package("unions")
    barrier, found = threading.Barrier(8), []

    def use() -> None:
        barrier.wait()
        found.append(made.Owner(pet={"pet_type": "dog"}).to_wire())

    threads = [threading.Thread(target=use) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [{"pet": {"petType": "dog"}}] * 8


def test_a_class_that_the_engine_does_not_return_is_a_diagnostic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "ask", lambda document: ("class Other:\n    pass\n", []))
    with pytest.raises(ProvgenError, match="did not render One with x"):
        render_models(api_of({"One": {"kind": "object", "properties": {"x": {"type": "string"}}}}))


def test_a_warning_of_the_engine_is_a_diagnostic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "ask", lambda document: ("", ["UserWarning: odd"]))
    with pytest.raises(ProvgenError, match="odd"):
        render_models(api_of({"Empty": {"kind": "object"}}))


def test_modules_that_import_one_another_are_a_diagnostic() -> None:
    one = {"kind": "object", "module": "a", "properties": {"x": {"$ref": "Two"}}}
    two = {"kind": "object", "module": "b", "properties": {"x": {"$ref": "One"}}}
    with pytest.raises(ProvgenError, match="a, b would import one another"):
        render_models(api_of({"One": one, "Two": two}))


def test_a_module_alone_is_rendered_as_among_all() -> None:
    """What lets a run render only the modules whose schemas have changed."""
    api = api_of(json.loads((CASES / "modules/schemas.json").read_text()))
    full = render_models(api)
    modules = {schema.module for schema in api.schemas.values()}
    assert len(modules) > 2
    for module in modules:
        paths = ("models/__init__.py", f"models/{module}.py")
        wanted = order(api, {module})
        assert drawn_models(api, wanted, ask(wanted.document)) == {path: full[path] for path in paths}


def test_the_engine_sees_one_field_of_each_kind() -> None:
    long = {"type": "string", "minLength": 2}
    one = {"kind": "object", "properties": {"x": long, "y": long}, "required": ["x", "y"]}
    two = {"kind": "object", "properties": {"x": {**long, "description": "The same."}, "z": long}, "required": ["x"]}
    document = order(api_of({"One": one, "Two": two})).document
    shown = {name: [*schema["properties"]] for name, schema in document["components"]["schemas"].items()}
    assert shown == {"One": ["x"], "Two": ["z"]}


def test_fields_that_mention_others_are_of_a_kind() -> None:
    one = {"kind": "object", "properties": {"x": {"anyOf": [{"$ref": "One"}, {"$ref": "Two"}]}}}
    two = {"kind": "object", "properties": {"x": {"anyOf": [{"$ref": "Two"}, {"$ref": "One"}]}}}
    same = {"kind": "object", "properties": {"x": {"anyOf": [{"$ref": "Two"}, {"$ref": "Two"}]}}}
    api = api_of({"One": one, "Two": two, "Same": same})
    shown = {name: [*schema["properties"]] for name, schema in order(api).document["components"]["schemas"].items()}
    assert shown == {"One": ["x"], "Same": ["x"], "Two": []}
    made = "".join(render_models(api).values())
    assert all(f"x: Nullable[{of}] = None" in made for of in ("One | Two", "Two | One", "Two"))
