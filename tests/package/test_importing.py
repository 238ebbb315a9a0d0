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
