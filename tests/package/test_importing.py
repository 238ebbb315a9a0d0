"""The import check: every module and model of a staged package, isolated, failures named."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, ProvgenError
from generator.package import importing
from generator.package.importing import Extent, Probe


def checked(folder: Path, extent: Extent = "all") -> list[Diagnostic]:
    with Probe() as probe:
        return probe.check(folder, "pets", extent)


def findings(folder: Path, **files: str) -> list[Diagnostic]:
    staged = folder / ".pets.provgen-new"
    for path, text in {"__init__": "", **files}.items():
        place = staged / f"{path.replace('__DOT__', '/')}.py"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
    result = checked(staged)
    assert not list(staged.rglob("__pycache__"))
    return result


def test_a_package_with_relative_imports_and_deferred_models_passes(tmp_path: Path) -> None:
    model = "from pydantic import BaseModel, ConfigDict\nclass A(BaseModel):\n    model_config = ConfigDict(defer_build=True)\n    x: 'int'\n"
    assert (
        findings(
            tmp_path, a=model, sub__DOT____init__="", sub__DOT__b="from ..a import A\nassert A.__module__ == 'pets.a'"
        )
        == []
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("import nowhere_at_all", "ModuleNotFoundError: No module named 'nowhere_at_all' (a.py:1)"),
        ("\nx = 1 / 0", "ZeroDivisionError: division by zero (a.py:2)"),
        ("import warnings; warnings.warn('old', DeprecationWarning)", "DeprecationWarning: old"),
        ("raise SystemExit(0)", "SystemExit: 0"),
        ("print('noise'); import os; os.write(1, b'x'); raise KeyError('k')", "KeyError: 'k'"),
        ("x = = 1", "SyntaxError: invalid syntax"),
    ],
)
def test_a_module_that_fails_is_named_with_its_reason(tmp_path: Path, text: str, reason: str) -> None:
    (finding,) = findings(tmp_path, a=text, b="x = 1")
    assert finding.code == "import-failed"
    assert "generated module pets.a cannot be used" in finding.message
    assert reason in finding.message


def test_a_model_that_cannot_be_built_is_named(tmp_path: Path) -> None:
    model = "from pydantic import BaseModel, ConfigDict\nclass Pet(BaseModel):\n    model_config = ConfigDict(defer_build=True)\n    x: 'Unknown'\n"
    (finding,) = findings(tmp_path, models=model)
    assert "pets.models.Pet" in finding.message and "Unknown" in finding.message
    assert checked(tmp_path / ".pets.provgen-new", "modules") == []


def test_a_library_that_is_not_installed_is_told_beforehand() -> None:
    importing.require("httpx")
    with pytest.raises(ProvgenError, match="built on nowhere_at_all, which is not installed") as caught:
        importing.require("nowhere_at_all")
    assert caught.value.diagnostics[0].hint == "pip install nowhere_at_all"


def test_an_interpreter_that_dies_is_a_diagnostic(tmp_path: Path) -> None:
    with pytest.raises(ProvgenError, match="ended with status 3"):
        findings(tmp_path, a="import os; os._exit(3)")


def test_an_import_that_never_ends_is_a_diagnostic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "TIMEOUT", 0.5)
    with pytest.raises(ProvgenError, match="took over 0.5 seconds"):
        findings(tmp_path, a="while True: pass")


def test_the_environment_does_not_leak_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "planted.py").write_text("")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert len(findings(tmp_path, a="import planted")) == 1


def test_a_probe_that_is_never_asked_ends() -> None:
    with Probe() as probe:
        child = probe._child
    assert child.poll() is not None
    assert child.stdout is not None and child.stdout.closed


MODEL = "from pydantic import BaseModel, ConfigDict\nclass A(BaseModel):\n    model_config = ConfigDict(defer_build=True)\n    x: {}\n"


def begun(folder: Path, files: dict[str, str], **others: str) -> list[str]:
    """What is found in a package that has these files and others, of which a probe was begun with the files."""
    for path, text in {**files, **{f"{name}.py": text for name, text in others.items()}}.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
    with Probe() as probe:
        probe.begin("pets", {path: text.encode() for path, text in files.items()})
        return [it.message for it in probe.check(folder, "pets")]


def test_models_are_built_before_there_is_a_folder(tmp_path: Path) -> None:
    once = "import sys\nassert not hasattr(sys, 'seen')\nsys.seen = True\n"
    built = """    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        assert not hasattr(sys, 'built')
        sys.built = True
        return handler(source)
"""
    models = {"_runtime/__init__.py": "", "models/__init__.py": "", "models/a.py": once + MODEL.format("int") + built}
    rest = "import sys\nfrom .models.a import A\nassert sys.built\n"
    assert (
        begun(tmp_path, models, __init__="MARK = 1\n", b=rest + "import pets\nassert pets.models.a and pets.MARK") == []
    )


def test_a_model_that_cannot_be_built_ahead_is_named(tmp_path: Path) -> None:
    models = {"models/__init__.py": "", "models/a.py": MODEL.format("'Nothing'"), "models/b.py": "1 / 0"}
    found = begun(tmp_path, models, __init__="")
    assert len(found) == 2 and "pets.models.b cannot be used: ZeroDivisionError" in found[0] and "a.A" in found[1]


def test_what_is_not_needed_need_not_be_in_the_folder(tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    (place / "__init__.py").write_text("")
    (place / "models.py").write_text("import pets\n")
    with Probe() as probe:
        probe.begin(
            "pets", {"_runtime/__init__.py": b"", "_runtime/streams.py": b"raise SystemExit", "models.py": b"1"}
        )
        assert probe.check(place, "pets") == []


def test_other_models_than_were_begun_with_are_looked_at_anew(tmp_path: Path) -> None:
    place = tmp_path / "place"
    (place / "models").mkdir(parents=True)
    for name in ("__init__.py", "models/__init__.py"):
        (place / name).write_text("")
    (place / "models" / "a.py").write_text("1 / 0")
    with Probe() as probe:
        probe.begin("pets", {"models/__init__.py": b"", "models/a.py": b"x = 1"})
        (finding,) = probe.check(place, "pets")
    assert "pets.models.a cannot be used: ZeroDivisionError" in finding.message


def test_a_probe_that_dies_of_what_it_was_begun_with_is_a_diagnostic(tmp_path: Path) -> None:
    with pytest.raises(ProvgenError, match="ended with status 3"):
        begun(tmp_path, {"models/__init__.py": "import os; os._exit(3)"}, __init__="")
